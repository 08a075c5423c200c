"""Findings become diagnostics: place, frame, words, the primary diagnosis of a line, the one note of a loose file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from advancelint.cards import fill
from advancelint.diagnostic import NO_FIX, SEVERITIES, Diagnostic, Edit, Fix, Frame
from advancelint.engine.gate import confidence_of
from advancelint.engine.grounds import NO_GROUNDS, Grounds
from advancelint.engine.keys import unplaced_key
from advancelint.records import NamedTuple
from advancelint.rule import SCOPES, Finding, Node, Rule, option_facts
from advancelint.source import Source, Span

_LONGEST_FRAME = 2_000


class Found(NamedTuple):
    """A finding with the rule and the node it belongs to, the severity that the gate left it, and its grounds."""

    rule: Rule
    node: Node
    finding: Finding
    severity: str
    grounds: Grounds = NO_GROUNDS

    @property
    def rank(self) -> tuple[int, int, str]:
        """The sort key of diagnoses of one node: the gravest first, then the catalogue's order, then the code."""
        return (-SEVERITIES.index(self.severity), self.rule.card.precedence, self.rule.code)


def diagnose(found: Found, source: Source, also: Sequence[str] = ()) -> Diagnostic:
    """Return the diagnostic of one finding."""
    card, node = found.rule.card, found.node
    words = _Words(node, {**option_facts(card), **found.finding.facts})
    span = found.finding.span or node.span
    return Diagnostic(
        path=source.path,
        start=source.place(span.start),
        end=source.place(span.end),
        code=card.code,
        name=card.name,
        severity=found.severity,
        confidence=confidence_of(found.rule, node),
        message=fill(card.message, words),
        note=fill(card.note, words),
        why=card.why,
        instead=fill(card.instead, words),
        frame=_frame(source, span),
        url=card.page,
        also=tuple(also),
        span=span,
        key=unplaced_key(found.rule.code, node, source.text[span.start : span.end]),
        fix=_fix(found, source, words),
        scope=found.grounds.scope or card.scope,
        lines=tuple(dict.fromkeys(_lines(source, one) for one in (span, *found.grounds.spans))),
    )


def _lines(source: Source, span: Span) -> tuple[int, int]:
    return source.place(span.start).line, source.place(max(span.start, span.end - 1)).line


def as_written(diagnostics: Iterable[Diagnostic], quiet: Source, written: Source) -> tuple[Diagnostic, ...]:
    """Return ``diagnostics`` of ``quiet``, where blanks stand for comments, with the lines of ``written``.

    A fix that would take a comment away with the words around it is dropped: what it says is for its author to move.
    """

    def swallows(one: Diagnostic) -> bool:
        places = [slice(*edit.span) for edit in one.fix.edits]
        return any(quiet.text[place] != written.text[place] and quiet.text[place].strip() for place in places)

    return tuple(
        one._replace(frame=_frame(written, one.span), fix=NO_FIX if swallows(one) else one.fix) for one in diagnostics
    )


def _fix(found: Found, source: Source, words: Mapping[str, str]) -> Fix:
    mend, changes = found.rule.card.mend, found.finding.changes
    if not changes:
        return NO_FIX
    edits = (Edit(span, source.place(span.start), source.place(span.end), text) for span, text in sorted(changes))
    return Fix(mend.safety, fill(mend.title, words), tuple(edits))


def primary(group: Iterable[Found], source: Source) -> Diagnostic:
    """Return one diagnostic for the findings of one node; the other codes go into its ``also``."""
    ranked = sorted(group, key=lambda found: (*found.rank, found.finding.span))
    first = ranked[0]
    others = dict.fromkeys(found.rule.code for found in ranked if found.rule.code != first.rule.code)
    return diagnose(first, source, tuple(others))


def one_note(group: Sequence[Found], source: Source) -> Diagnostic:
    """Return the single note on the parts that a file which nobody declared a plan seems to lack."""
    ranked = sorted(group, key=lambda found: (found.finding.span or found.node.span, *found.rank))
    parts = list(dict.fromkeys(found.rule.card.looks_for for found in ranked))
    others = dict.fromkeys(found.rule.code for found in ranked if found.rule.code != ranked[0].rule.code)
    if not others:
        return diagnose(ranked[0], source)
    listed = f"{', '.join(parts[:-1])} and {parts[-1]}"
    return diagnose(ranked[0], source, tuple(others))._replace(
        fix=NO_FIX,  # where a plan has to be guessed at, so has the place of what it lacks
        scope=max((found.grounds.scope or found.rule.card.scope for found in ranked), key=SCOPES.index),
        message=f"this reads like a plan, but {listed} could not be found",
        note="looked for in headings, labels, tables and front matter",
        instead="add what is missing, or write “type: deal-plan” into the front matter to have all of it judged",
    )


class _Words(Mapping[str, str]):
    """What the slots of a message can say, worked out for those that it has: a value may take a look around.

    The words of a spot come before the value of the same name, and the facts of the finding before both.
    """

    def __init__(self, node: Node, facts: Mapping[str, str]) -> None:
        self._node = node
        self._facts = facts

    def __getitem__(self, name: str) -> str:
        if name in self._facts:
            return self._facts[name]
        if name in self._node.spots:
            return self._node.spots[name].text
        value = self._node.values[name]
        if isinstance(value, bool):
            raise KeyError(name)
        return str(value)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._node.values, *self._node.spots, *self._facts)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _frame(source: Source, span: Span) -> Frame:
    place = source.place(span.start)
    line = source.line_span(place.line)
    start = span.start - line.start
    end = max(start, min(span.end, line.end) - line.start)
    # A line may be as long as the file: only the neighbourhood of the finding travels with the diagnostic.
    cut = max(0, start - _LONGEST_FRAME // 2)
    text = source.text[line.start + cut : min(line.end, line.start + cut + _LONGEST_FRAME)]
    prefix = "…" if cut else ""
    shift = len(prefix) - cut
    return Frame(prefix + text, start + shift, min(end + shift, len(prefix) + len(text)))
