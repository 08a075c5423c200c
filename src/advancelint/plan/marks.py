"""Where labels stand in a text, and which of them end what stands before or come from a sentence."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import dates, degrees, goals
from advancelint.plan.asking import asks, is_act
from advancelint.plan.stretches import Stretches, stands_behind
from advancelint.plan.vocabulary import DAYS, GOALS, NO_LABEL, Label, Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import Span

_AIMED = frozenset({"objective", "primary"})
_GOALS, _SHORT, _SEEN = frozenset({"objective", "fallback"}), 4, 120
_LONGEST_CALL = 240
_PARTS = frozenset({"primary-part", "fallback-part"})
_COLUMN = expression(r"[ \t]*([^\W\d_][^:|·\n=]{1,24}?)(?: {3,}|\t+ *)(?=[^\s=])")
# "[Stage] Offer", "Stage ...... Offer", "Us > Jo Marsh", "Us   Jo Marsh", "Us:Jo Marsh"
_APART = expression(
    r"[ \t]*(?:\[(?P<boxed>[^\W\d_][^\[\]|\n]{1,39})\]:? +"
    r"|(?P<name>[^\W\d_][^:|·\n=<>.…\[()]{1,39}?)(?: ?(?:\.{3,}|…+) ?| >{1,2} | {2,}|\t+ *|:(?=[^\W\d_])))(?=\S)"
)
# What begins a line that may be one; a part of patterns.
APART = r"(?m:^[ \t]*(?:\[[^\W\d_]|[^\W\d_][^:|\n.…]{1,39}(?: ?\.{3}| ?…| > | >> | {2}|\t|:[^\W\d_])))"
_CELLS = expression(r" [|·/] ?")
_OR = expression(r"or(?: else)?|else|oder|sonst|ou|sinon|o|si no|senão", re.IGNORECASE)
_ELSE = Label(frozenset({"fallback"}), weak=True, heard=True)
_UNKNOWN = expression(r"[ \t]*([A-ZÀ-Ý][^:|·\n.]{1,24}):[ ]+(?=\S)")


class Mark(NamedTuple):
    """A label: where it stands with its colon, its ``name``, what it means, and its surface, as of a `Labelled`."""

    span: Span
    name: Span
    label: Label
    surface: str


def opens(text: str, mark: Mark) -> bool:
    """Say whether a label stands in a bracket that ends behind its value: "(stage: closing)"."""
    return text[mark.name.start] == "(" and ")" not in text[mark.name.start : mark.span.end]


def is_cell(text: str, span: Span, starts: set[int], vocabulary: Vocabulary) -> bool:
    """Say whether a bold label with its value behind a blank is one of a row: "**Stage** Qualifying | **Rep** Abi"."""
    label = vocabulary.label(text[span.start : span.end].strip())
    beside = span.start in starts or bool(_CELLS.search(text, max(span.start - 4, 0), span.start))
    return beside and bool(label.roles) and not label.weak


def is_form(text: str, bold: list[Span], vocabulary: Vocabulary) -> bool:
    """Say whether the ``bold`` words that begin lines are labels of a form: "**Client** Norwood", "**Stage** Offer"."""
    names = [text[span.start : span.end].strip() for span in bold if text[span.end : span.end + 1] == " "]
    short = all(len(name.split()) <= _SHORT for name in names)
    return short and len(names) > 1 and sum(bool(vocabulary.label(name).roles) for name in names) * 2 >= len(names)


def is_borne_out(text: str, mark: Mark, breaks: re.Pattern[str]) -> bool:
    """Say whether what stands behind a label that was heard as a goal's is an act: "Must-have: Jo names the day".

    ``breaks`` is where the next label may begin.
    """
    name = text[mark.name.start : mark.name.end]
    if len(name.split()) > _SHORT or ">" in text[mark.span.start : mark.span.end] or not mark.label.roles <= _GOALS:
        return False
    return is_act(breaks.split(text[mark.span.end : mark.span.end + _SEEN], maxsplit=1)[0])


def counts_inside(text: str, mark: Mark, firm: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Say whether a label that a list holds counts inside a line: one of the roles ``firm``, which means little else.

    Behind the day of a call any goal's does: "Next visit: 21 October, in Ulm. Ziel: …".
    """
    if not mark.label.weak and mark.label.roles & firm:
        return True
    before = text[max(0, mark.span.start - _LONGEST_CALL) : mark.span.start]
    return not mark.label.roles.isdisjoint(GOALS) and dates.first(before, vocabulary) is not None


def is_weak(label: Label, text: str, match: re.Match[str] | None) -> bool:
    """Say whether a dash behind ``label`` makes it none, as of most words: "Goal - Jo names the day" is one."""
    if not label.weak or label.heard or label.roles & _PARTS or match is None:
        return False
    return not (label.roles & _AIMED and asks(text[match.end() : match.end() + _SEEN]))


def set_off(text: str, start: int, vocabulary: Vocabulary) -> Mark | None:
    """Return the label of a goal that blanks set off in a column: "WANT    Jo signs", "OR      she calls"."""
    match = _COLUMN.match(text, start)
    if not match:
        return None
    label = _ELSE if _OR.fullmatch(match[1]) else vocabulary.meaning(match[1], "label", text[match.end() :][:_SEEN])
    if not label.roles & GOALS and not degrees.of(match[1], vocabulary):
        return None
    return Mark(Span(start, match.end()), Span(*match.span(1)), label, "label")


def is_firm(label: Label, value: str, firm: frozenset[str]) -> bool:
    """Say whether a label is strong, of one of the roles ``firm`` and fits what stands behind it: of a day, a digit."""
    return not (label.weak or is_undated(label, value) or label.roles.isdisjoint(firm))


def is_undated(label: Label, value: str) -> bool:
    """Say whether a label is that of a day and no digit stands in its value."""
    return not label.roles.isdisjoint(DAYS) and not any(map(str.isdigit, value))


def apart(text: str, start: int, firm: frozenset[str], vocabulary: Vocabulary) -> Mark | None:
    """Return the label that something else than a colon sets apart: "[Stage] Offer", "Us > Jo Marsh".

    It has to be one of a list, strong and one of the roles ``firm``; behind that of a day a digit stands.
    """
    match = _APART.match(text, start)
    name = (match["boxed"] or match["name"]) if match else ""
    label = vocabulary.label(name) if name else NO_LABEL
    dotted = match is not None and "..." in match.group() and not label.roles.isdisjoint(GOALS)  # "Goal ..... Jo signs"
    if not match or not (dotted or is_firm(label, text[match.end() : match.end() + _SEEN], firm)):
        return None
    return Mark(Span(start, match.end()), Span(*match.span("boxed" if match["boxed"] else "name")), label, "label")


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


def _ended(text: str, goal: goals.Goal, near: list[Mark], begun: list[int]) -> list[Mark]:
    """Return the mark that ends a goal whose label is the subject of its sentence: "Aim was to get a trial. He did".

    ``begun`` is where labels begin; none is needed where the next one follows at once.
    """
    said = [mark for mark in near if mark.span.start == goal.start and mark.label.roles & _GOALS]
    whole = len(near) == 1 and said and ":" not in text[goal.start : said[0].span.end]
    behind = min((start for start in begun if start >= goal.end), default=len(text))
    if not whole or not text[goal.end : behind].strip(" .!?"):
        return []
    return [Mark(Span(goal.end, goal.end), Span(goal.end, goal.end), NO_LABEL, "text")]


def with_fallbacks(text: str, starts: list[int], marks: list[Mark]) -> list[Mark]:
    """Add the marks of lines below a goal that say what we want failing that."""
    aimed = min((mark.span.end for mark in marks if mark.label.roles & _AIMED), default=len(text))
    begun = {mark.span.start for mark in marks}
    found = (goals.below(text, start) for start in starts if start >= aimed and start not in begun)
    return [*marks, *(_marked(text, goal) for goal in found if goal)]


def _marked(text: str, goal: goals.Goal) -> Mark:
    name = Span(goal.start, goal.start + len(text[goal.start : goal.value].rstrip(" :=,")))
    return Mark(Span(goal.start, goal.value), name, Label(frozenset({goal.role}), weak=True, heard=True), "label")


def with_goals(text: str, stated: list[goals.Goal], marks: list[Mark]) -> list[Mark]:
    """Add the marks of goals that sentences state where no label does: one where each begins, one where it ends."""
    for goal in stated:
        near = [mark for mark in marks if mark.span.start < goal.end and goal.start < mark.span.end]
        if any(mark.label.roles for mark in near):
            begun = [mark.span.start for mark in marks] + [other.start for other in stated]
            marks += _ended(text, goal, near, begun)
            continue
        marks = [mark for mark in marks if mark not in near]  # "If she wobbles: …" is no unknown label
        marks.append(_marked(text, goal))
        if text[goal.end :].strip(" .!?") and not any(mark.span.start == goal.end for mark in marks):
            marks.append(Mark(Span(goal.end, goal.end), Span(goal.end, goal.end), NO_LABEL, "text"))
    return marks
