"""Which parts of a card its examples exercise: those without which some example would come out differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from linecache import getline

from advancelint.cards.cutting import NOTHING_LEFT, Part
from advancelint.cards.fields import Fields
from advancelint.cards.load import build_rule
from advancelint.cards.parts import parts_of, without_exception
from advancelint.engine.rehearse import Trial, trials
from advancelint.engine.tracing import Lines, traced
from advancelint.errors import CardError
from advancelint.expressions import expression
from advancelint.mapping import Mapping
from advancelint.paths import shown_path
from advancelint.records import NamedTuple
from advancelint.rule import Node, OptionValue, Rule
from advancelint.source import Place, Span

_OF_PHRASES = ("phrases", "never", "needs", "except")
# The first word of a phrase that is written without quotes and in letters that have one form only.
_PLAIN = expression(r"([A-Za-z0-9]++)[A-Za-z0-9 *-]*+\Z")


_Outcome = tuple[tuple[tuple[Span, str], ...], str]


class _Seen(NamedTuple):
    """A node of an example, and the values of options that the example sets."""

    node: Node
    values: tuple[tuple[str, OptionValue], ...]


class Covered(NamedTuple):
    """A part of a card, or a line of its check, with the path of its file, and whether an example exercises it."""

    path: str
    part: Part
    covered: bool


class Coverage(NamedTuple):
    """What the examples of a rule exercise; ``broken`` are the trials in which the rule failed."""

    rule: Rule
    parts: tuple[Covered, ...]
    broken: tuple[Trial, ...]

    @property
    def covered(self) -> int:
        """The number of parts that an example exercises."""
        return sum(one.covered for one in self.parts)


def coverage_of(rule: Rule, fields: Fields, card: Mapping, known: Sequence[Rule]) -> Coverage:
    """Try the examples of ``rule``, whose ``card`` was read by ``fields``; ``known`` as in `rehearse.trials`."""
    with traced(rule) as lines:
        tried = list(trials(rule, known))
    broken = tuple(one for one in tried if one.verdict == "broken")
    seen = [_Seen(node, one.example.options) for one in tried if one not in broken for node in one.nodes]
    parts = (*_parts(rule, fields, card, seen), *_of_check(lines))
    return Coverage(rule, parts, broken)


def _of_check(lines: Lines) -> Iterator[Covered]:
    for path, number, words in lines.known:
        column = 1 + len(getline(path, number)) - len(getline(path, number).lstrip())
        part = Part("line", "check", words, Place(number, column), NOTHING_LEFT)
        yield Covered(shown_path(path), part, (path, number) in lines.ran)


def _parts(rule: Rule, fields: Fields, card: Mapping, nodes: Sequence[_Seen]) -> Iterator[Covered]:
    """Yield the parts of the card.

    A part is exercised when, on a node of an example, the rule without it finds something else or with another
    severity. What cannot be left out by itself is no part.
    """
    texts = [f"{node.text}\n{node.written}".casefold() for node, _ in nodes]
    whole = {told: _outcomes(rule, nodes, told=told) for told in (False, True)}
    for part in parts_of(fields, card):
        # A schema finds all that is wrong at a place at once, so what it tells shows what each assertion is for.
        told = part.kind == "assertion"
        if part.under in _OF_PHRASES and not _may_occur(part.words, texts):
            yield Covered(rule.card.path, part, covered=False)
            continue
        less = None if part.without == NOTHING_LEFT else _built(rule, fields, part.without, nodes)
        if part.without == NOTHING_LEFT or (less is None and part.kind == "phrase"):
            yield Covered(rule.card.path, part, any(found for found, _ in whole[told]))
        elif less is not None:
            yield Covered(rule.card.path, part, _outcomes(less, nodes, told=told) != whole[told])


def _may_occur(words: str, texts: Sequence[str]) -> bool:
    """Say whether a phrase may stand in ``texts``: a quick look, since a list of thousands is built anew for each."""
    plain = _PLAIN.match(words)
    return plain is None or any(plain[1].casefold() in text for text in texts)


def _built(rule: Rule, fields: Fields, card: Mapping, nodes: Sequence[_Seen]) -> Rule | None:
    """Return what is left of ``rule``, None where the loader does not take it, or not with the options of an example.

    An exception of a phrase that is gone is no exception any more, and goes with it.
    """
    while True:
        try:
            built = build_rule(fields, card, rule.card.origin)
            for values in {values for _, values in nodes}:
                built.with_settings(dict(values))
            return built
        except CardError as error:
            before, card = card, without_exception(fields.source, card, error.place)
            if card == before:
                return None


def _outcomes(rule: Rule, nodes: Sequence[_Seen], *, told: bool) -> list[_Outcome]:
    """Return what the rule finds on each of ``nodes``, with the values that the example of the node sets."""
    made = {values: rule.with_settings(dict(values)) for _, values in nodes}
    return [_outcome(made[values], node, told=told) for node, values in nodes]


def _outcome(rule: Rule, node: Node, *, told: bool) -> _Outcome:
    """Return where the rule finds something, with the problem where it is to be ``told``, and how bad that is."""
    found = tuple((one.span, one.facts.get("problem", "") if told else "") for one in rule.find(node))
    return found, rule.severity(node) if found else ""
