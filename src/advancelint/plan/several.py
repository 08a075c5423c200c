"""Parts the steps that one labelled line or one cell lists: "After: I write it up; Helga rings Tobi by Friday"."""

from __future__ import annotations

from itertools import pairwise

from advancelint.expressions import expression
from advancelint.plan.below import is_order
from advancelint.plan.drafts import Bench
from advancelint.plan.given import SELF, is_first
from advancelint.plan.outline import Statement
from advancelint.plan.owners import is_known
from advancelint.reading.lexicon import load
from advancelint.source import NOTHING, Passage, Span

_PARTS = expression(r";\s+(?=\w)|\s+·\s+|(?<=[^\W_][^\W_])\.\s+(?=[^\W\d_])|(?<=\))\.\s+(?=[^\W\d_])")
_SUBJECT = expression(r"((?:[^\W\d_][\w'’-]*\.?)(?: [^\W\d_a-z][\w'’-]*)?)(?: (?P<verb>[^\W\d_]+)|:| [–—-]) ")
# What goes on in somebody is no step.
_MINDED = expression(
    r"(?:believe|think|want|need|hope|know|like|love|see|feel|have|has|wish|expect|guess|mean|is|are|am|seem)s?\Z"
)
_SEMICOLON = expression(r";\s")
_LABELS = frozenset({"label", "bold", "bullet"})
_SIDES = frozenset({"our-people", "client-people", "seller", "buyer"})
_LONGEST = 400


def apart(bench: Bench, statement: Statement) -> list[Passage]:
    """Return the steps of a line behind a label where each of several sentences is one; [] for any other line."""
    passage = statement.value
    if statement.surface not in _LABELS or len(passage.text) > _LONGEST or "?" in passage.text:
        return []
    marks = [(0, 0), *(mark.span() for mark in _PARTS.finditer(passage.text)), (len(passage.text),) * 2]
    parts = [passage.cut(Span(begin, stop)).strip() for (_, begin), (stop, _) in pairwise(marks)]
    return parts if len(parts) > 1 and all(_is_act(bench, part.text) for part in parts) else []


def is_of_side(bench: Bench, statement: Statement) -> bool:
    """Say whether a label names a side and what stands behind it is an act of its people: "Us: Jo sends the sheet".

    In a preparation such a line tells who does what in the call.
    """
    told = statement.surface in _LABELS and not statement.label.roles.isdisjoint(_SIDES)
    return told and bench.kind != "prep" and _is_act(bench, statement.value.text)


def owned(bench: Bench, passage: Passage, section: int) -> list[Passage]:
    """Return the steps of a cell that names who does each, the whole cell where it does not."""
    marks = [0, *(mark.end() for mark in _SEMICOLON.finditer(passage.text)), len(passage.text)]
    parts = [passage.cut(Span(*ends)).strip() for ends in pairwise(marks)]
    parts = [part.cut(Span(0, len(part.text.rstrip("; ")))) for part in parts]
    drafts = [bench.draft(part, NOTHING, section, -1, done=False) for part in parts]
    named = all(draft is not None and draft.owned.owner.present for draft in drafts)
    return parts if len(parts) > 1 and named else [passage]


def _is_act(bench: Bench, text: str) -> bool:
    """Say whether words say what somebody does or is to do: "Helga rings Tobi", "me: quote", "send the audit"."""
    match = _SUBJECT.match(text)
    who = match[1] if match else ""
    known = who.casefold() in SELF or is_first(who) or is_known(who, bench.prompter.cast, bench.material.vocabulary)
    if not match or not known:
        return " " in text and is_order(text)
    verb = (match["verb"] or "").casefold()
    form = load("en").forms.get(verb)
    acts = form is not None and not set("bs").isdisjoint(form[1]) and not _MINDED.match(verb)
    return not verb or verb in {"to", "will"} or acts
