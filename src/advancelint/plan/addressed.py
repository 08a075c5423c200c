"""Parts what the label of a task says of who does it: "Todo Jo: send it", "Tasks (Jo)", "to do client: Okun – it"."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan.given import SELF
from advancelint.reading.lexicon import load
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

_TOLD = expression(
    r"(?:todo|to do|actions?|tasks?|next steps?|prep|preparation|homework|follow-ups?"
    r"|NS(?= [>–-])|n/s)(?:,| for| [>–-])? "
    r"(?P<round>\()?(?P<who>[^\W\d_][\w'’]*(?: [\w'’]+)?)(?(round)\)|(?: \([^()]{1,24}\))?)",
    re.IGNORECASE,
)
_COLON = expression(r": +(?=\w)")


class Addressed(NamedTuple):
    """A task that its label addresses to somebody: who, and what is left of it."""

    who: Passage
    rest: Passage


def told(passage: Passage, name: Passage) -> Addressed | None:
    """Return whom the label ``name`` of a task, or its first words, address; None where they address nobody."""
    label = name if name.text else passage
    found = _TOLD.match(label.text)
    if not found or (found["who"] in load("en").common and found["who"] not in SELF):
        return None  # "To do first", "To do by Friday"
    who = label.cut(Span(*found.span("who")))
    if name.text:
        return Addressed(who, passage) if found.end() == len(name.text) else None
    colon = _COLON.match(passage.text, found.end())
    return Addressed(who, passage.cut(Span(colon.end(), len(passage.text)))) if colon else None
