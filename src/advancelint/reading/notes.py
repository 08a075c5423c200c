"""Reads notes without a verb: "Paulo / org chart / Fri", "Telemetry dump, 6 DMAs, Haydn"."""

from __future__ import annotations

from advancelint.reading.costs import best_nominal
from advancelint.reading.deeds import Deed, Subject, deed
from advancelint.reading.line import Line
from advancelint.reading.parties import pure

_BREAKS = frozenset((",", "/", "-", "(", ")", ">"))


def owner_and_item(line: Line) -> Deed | None:
    """Return the act of a client who stands beside a thing they owe; None when the notes are something else."""
    chunks = _chunks(line)
    owner = next((found for chunk in chunks if (found := pure(line, *chunk)).side == "client"), None)
    if owner is None:
        return None
    for first, last in chunks:
        if not first <= owner.first < last and _is_item(line, first, last):
            return deed(line, Subject(owner, "fragment"), "act", first, last, "medium", "owner and item")
    return None


def _chunks(line: Line) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for index in range(len(line.tokens) + 1):
        if index == len(line.tokens) or line.stops(index) or line.norm(index) in _BREAKS:
            if index > start:
                found.append((start, index))
            start = index + 1
    return found


def _is_item(line: Line, first: int, last: int) -> bool:
    """Say whether the words name something to hand over: a known thing, or a counted one."""
    opening = line.at(first)
    if first in line.timed or opening.has("adverb") or opening.has("determiner"):
        return False
    tokens = [(index, line.at(index)) for index in range(first, last)]
    if any(token.norm in line.lexicon.states for _, token in tokens):
        return False
    if not any(token.kind == "word" and not token.classes for _, token in tokens):
        return False
    counted = any(token.kind == "number" and index not in line.timed for index, token in tokens)
    kind = best_nominal(line, first, last)
    return kind in ("act", "thing") or (counted and kind == "none")
