"""Reads "Dana naming the approver": somebody, and what they do as a gerund, without a finite verb."""

from __future__ import annotations

from advancelint.reading.acts import client_deed
from advancelint.reading.deeds import Deed, Subject
from advancelint.reading.line import Line
from advancelint.reading.parties import NOBODY, party

_FURTHEST = 7


def acting(line: Line, first: int, last: int) -> Deed | None:
    """Judge "Dana naming the approver", "them sending us the drawings": who acts, and a gerund with an object.

    "Operator training" and "manager training for line 2" are things.
    """
    at = near(line, first, last)
    before = range(first, max(at, first))
    who = party(line, first, at) if at > 0 else NOBODY
    others = any(line.at(i).has(name) for i in before for name in ("preposition", "question", "modal", "you"))
    if who.side != "client" or who.last < at - 1 or others or at + 1 in line.timed:
        return None
    behind = at + 1 + (line.norm(at + 1) in line.lexicon.groups["particles"])
    known = behind < last and line.at(behind).kind == "word" and any(line.norm(i) in line.client for i in before)
    return client_deed(line, Subject(who, "subject-verb"), at, last) if line.is_given(behind) or known else None


def near(line: Line, first: int, last: int) -> int:
    """Return the index of the first gerund shortly behind ``first`` and before ``last``, 0 for none."""
    return next((i for i in range(first + 1, min(first + _FURTHEST, last)) if _is_gerund(line, i)), 0)


def _is_gerund(line: Line, index: int) -> bool:
    token = line.at(index)
    return "g" in token.codes and "b" not in token.codes and not token.capital and token.verb is not None
