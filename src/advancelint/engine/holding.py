"""Suppressions meet findings: which are held, which suppressions hold nothing, and what is said of those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from advancelint.diagnostic import Diagnostic, Hold
from advancelint.engine.diagnose import Found, diagnose
from advancelint.engine.keys import key_of_words
from advancelint.nodes import trouble_node
from advancelint.records import NamedTuple
from advancelint.rule import Finding, Node, Rule
from advancelint.source import Place, Source, Span
from advancelint.suppress import Covered, Fault, Holders, Lines, Register, Suppression, Suppressions, unused

_CONDITION = "suppression"
Pairs = frozenset[tuple[int, str]]


class Sifted(NamedTuple):
    """Findings that count, those that a suppression holds, and the (suppression, code) pairs that hold something."""

    kept: tuple[Found, ...]
    held: tuple[Diagnostic, ...]
    used: Pairs


class Standing(NamedTuple):
    """A suppression and what came of it.

    ``states`` is that of each name: in-use, unused, resting (its call is over), not-judged (its rule took no part),
    unknown, expired or malformed; ``state`` is that of the whole.
    """

    item: Suppression
    place: Place
    states: tuple[str, ...]
    state: str


def register_of(rules: Sequence[Rule]) -> Register:
    """Return what suppressions can name when ``rules`` are all the rules there are."""
    codes = {word.lower(): rule.code for rule in rules for word in (rule.code, rule.card.name)}
    old = {former.word.lower(): rule for rule in rules for former in rule.card.replaces}
    old = {word: rule for word, rule in old.items() if word not in codes}
    return Register(
        codes | {word: rule.code for word, rule in old.items()},
        frozenset(rule.code for rule in rules if is_on_suppressions(rule)),
        {word: rule.card.now_called(word) for word, rule in old.items()},
        {rule.card.origin.pack.lower(): "a pack" for rule in rules} | {rule.card.family: "a family" for rule in rules},
    )


def is_on_suppressions(rule: Rule) -> bool:
    """Say whether a rule judges suppressions and not plans."""
    return rule.card.condition == _CONDITION


def sift(found: Iterable[Found], written: Suppressions, source: Source) -> Sifted:
    """Part the findings that a suppression of ``written`` holds from the others."""
    kept: list[Found] = []
    held: list[Diagnostic] = []
    used: set[tuple[int, str]] = set()
    holders = Holders(written.items)
    for item in found:
        place = source.place((item.finding.span or item.node.span).start)
        index = holders.of(item.rule.code, _lines(item.node, source), place.line)
        if index < 0:
            kept.append(item)
            continue
        used.add((index, item.rule.code))
        reason = written.items[index].reason
        held.append(diagnose(item, source)._replace(held=Hold("suppression", reason)))
    return Sifted(tuple(kept), tuple(held), frozenset(used))


def resting(nodes: Iterable[Node], written: Suppressions, source: Source) -> Pairs:
    """Return the (suppression, code) pairs that reach a node of ``nodes``: those which are judged no more.

    What was said of a call is said no more once the call is over; the suppression did its work.
    """
    covered = Covered([_lines(node, source) for node in nodes])
    return frozenset(
        (index, code) for index, item in enumerate(written.items) for code, reach in item.reach if covered.meets(reach)
    )


def complaints(
    rules: Sequence[Rule], written: Suppressions, busy: Pairs, judged: frozenset[str]
) -> Iterator[Diagnostic]:
    """Yield what ``rules`` say of the suppressions; ``busy`` are the pairs that hold or rest, ``judged`` the codes."""
    for fault in (*written.faults, *unused(written, busy, judged)):
        for rule in rules:
            if is_on_suppressions(rule) and rule.card.trouble == fault.kind:
                yield _complaint(rule, written.source, fault)


def standings(written: Suppressions, used: Pairs, rest: Pairs, judged: frozenset[str]) -> tuple[Standing, ...]:
    """Return each suppression with what came of it, in order; comments that only end a block hold nothing."""
    found = []
    for index, item in enumerate(written.items):
        if item.kind == "enable" and not item.fault:
            continue
        states = tuple(_state(item, (index, name.code), used, rest, judged) for name in item.names)
        order = ("malformed", "expired", "in-use", "resting", "unused", "not-judged", "unknown")
        state = min(states, key=order.index) if states else "malformed"
        found.append(Standing(item, written.source.place(item.span.start), states, state))
    return tuple(found)


def _state(item: Suppression, pair: tuple[int, str], used: Pairs, rest: Pairs, judged: frozenset[str]) -> str:
    if item.fault or item.expired:
        return "malformed" if item.fault else "expired"
    if not pair[1]:
        return "unknown"
    if pair in used or pair in rest:
        return "in-use" if pair in used else "resting"
    return "unused" if pair[1] in judged else "not-judged"


def _complaint(rule: Rule, source: Source, fault: Fault) -> Diagnostic:
    node = trouble_node(source.path, fault.reason, fault.span)
    made = diagnose(Found(rule, node, Finding(fault.span, {}), rule.severity(node)), source)
    return made._replace(key=key_of_words(rule.code, fault.words), fix=fault.fix)


def _lines(node: Node, source: Source) -> Lines:
    span: Span = node.span
    return Lines(source.place(span.start).line, source.place(max(span.end - 1, span.start)).line)
