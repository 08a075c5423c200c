"""Where the name of an owner may begin behind the words of a step: "the review – Ana – 15 June", "the list (Ana)"."""

from __future__ import annotations

import re
from itertools import pairwise

from advancelint.expressions import expression
from advancelint.plan import clockwords
from advancelint.plan.cast import Cast
from advancelint.plan.given import is_first
from advancelint.source import NOWHERE, Span

_FIRST, _SOURCE = expression(r"[^\W\d_]+"), expression(r"\b(?:from|off|with|von|mit|de|du) [\w ]{1,20}$")
_OF_DAY = expression(r"[^\W\d_]{3,10}\.? \d")  # "Dec 11"
# No object of a verb: "after the call -> me: the offer", "me, read reviews", "update the CRM (me), ask Dan"
_SELF = expression(
    r"(?:(?<=[,;(>→] )|(?<=[(>→])|(?<!.))(?P<self>me|ich|moi|yo|eu|ik)(?=[,:)] ?|\.?$| (?:-{1,2}|–|—|->|→) )",
    re.IGNORECASE,
)
_GAP = expression(r"\s(?:-{1,3}|–|—)\s")
_GAPS, _SHORT_REST = (" — ", " – ", " - ", " | ", " · ", " → "), 25


def closed(text: str) -> int:
    """Return where a listed first name opens a bracket behind which nothing but a time or a mark stands; 0 for none."""
    close = text.rfind(")")
    bracket, behind = text.rfind("(", 0, max(close, 0)), text[close + 1 :].strip(" .,")
    marked = len(behind) < _SHORT_REST and (behind.isupper() or clockwords.may_hold(behind))
    first = _FIRST.match(text, bracket + 1) if 0 <= bracket < close and marked else None
    return bracket + 1 if first and is_first(first.group()) and not _SOURCE.search(text, 0, bracket) else 0


def opened(text: str, cast: Cast) -> int:
    """Return where a name may begin in a bracket at the end of a text; 0 where a person's company stands in it."""
    bracket = text.rfind("(")
    inner, before = text[bracket + 1 :].strip(" )."), text[:bracket].rstrip()
    start = max(before.rfind(mark) + len(mark) for mark in _GAPS)
    employed = cast.knows(inner) and not cast.is_person(inner) and cast.is_person(before[start:])
    return start if employed else bracket + 1


def last_name(text: str) -> int:
    """Return where to look for a name up to: "… – Joan – 15 June" ends with a date, and the name stands before it."""
    last = max(text.rfind(mark) for mark in (" — ", " – ", " - "))
    behind = text[last + 3 :]
    dated = _OF_DAY.match(behind) is not None and clockwords.has_one_of("month", behind.split(" ")[0])
    return last if last > 0 and (dated or behind[:1].isdigit()) else len(text)


def of_self(text: str) -> Span:
    """Return where whoever writes names himself apart from what is to be done; empty for nowhere."""
    found = _SELF.search(text)
    return Span(*found.span("self")) if found else NOWHERE


def between(text: str, cast: Cast) -> Span:
    """Return where a name stands alone between dashes: "the protocol - Ana Ruiz - no day yet"; empty for nowhere."""
    gaps = list(_GAP.finditer(text))
    for gap, following in pairwise(gaps):
        name = text[gap.end() : following.start()]
        if cast.is_person(name) or (" " not in name and is_first(name)):
            return Span(gap.end(), following.start())
    return NOWHERE
