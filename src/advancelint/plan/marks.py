"""Where labels stand in a text, and which of them end what stands before or come from a sentence."""

from __future__ import annotations

from advancelint.expressions import expression
from advancelint.plan import goals
from advancelint.plan.stretches import Stretches, stands_behind
from advancelint.plan.vocabulary import NO_LABEL, Label
from advancelint.records import NamedTuple
from advancelint.source import Span

_UNKNOWN = expression(r"[ \t]*([A-ZÀ-Ý][^:|·\n.]{1,24}):[ ]+(?=\S)")


class Mark(NamedTuple):
    """A label: where it stands with its colon, its ``name``, what it means, and its surface, as of a `Labelled`."""

    span: Span
    name: Span
    label: Label
    surface: str


def unknown(text: str, starts: list[int], marks: list[Mark]) -> list[Mark]:
    """Return the labels that nobody listed but that begin a line among labelled lines, so that they end a value."""
    begun = {mark.span.start for mark in marks}
    labelled = Stretches(mark.span for mark in marks)
    found = []
    for start in starts[1:]:
        match = _UNKNOWN.match(text, start)
        inside = start in begun or labelled.hold(start)
        if match and not inside and not stands_behind(text, start, "•"):
            found.append(Mark(Span(start, match.end()), Span(*match.span(1)), NO_LABEL, "label"))
    return found


def with_goals(text: str, stated: list[goals.Goal], marks: list[Mark]) -> list[Mark]:
    """Add the marks of goals that sentences state where no label does: one where each begins, one where it ends."""
    for goal in stated:
        near = [mark for mark in marks if mark.span.start < goal.end and goal.start < mark.span.end]
        if any(mark.label.roles for mark in near):
            continue
        marks = [mark for mark in marks if mark not in near]  # "If she wobbles: …" is no unknown label
        name = Span(goal.start, goal.start + len(text[goal.start : goal.value].rstrip(" :=,")))
        label = Label(frozenset({goal.role}), weak=True, heard=True)
        marks.append(Mark(Span(goal.start, goal.value), name, label, "label"))
        if text[goal.end :].strip(" .!?") and not any(mark.span.start == goal.end for mark in marks):
            marks.append(Mark(Span(goal.end, goal.end), Span(goal.end, goal.end), NO_LABEL, "text"))
    return marks
