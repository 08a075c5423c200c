"""Says which words before a date belong to it: "by", "no later than", "on or before", "first thing", "each"."""

from __future__ import annotations

from advancelint.reading.clock import Clock

# Pairs of a word and the start of the core behind it, where the word belongs to the time ("that same day").
_CLOSE_PAIRS = (("that", "same"), ("over", "same"), ("over", "this"), ("over", "weekend"))


def lead(clock: Clock, index: int, floor: int) -> int:
    """Return where the time begins whose core stands at ``index``, not before ``floor``."""
    if index <= floor:
        return index
    before, here = clock.norm(index - 1), clock.norm(index)
    over = before == "over" and clock.is_a(index, "part")
    if before in ("every", "each") or (before, here) in _CLOSE_PAIRS or over:
        return index - 1
    first = _inner(clock, index, floor)
    if first > floor and clock.norm(first - 1) == "over" and here == "weekend":
        return first - 1
    weekday = clock.is_a(index, "weekday") or clock.is_a(index, "day")
    if first > floor and clock.among(first - 1, "time-leads") and not (weekday and clock.norm(first - 1) == "in"):
        return _preposition(clock, first - 1, index, floor)
    kept = here == "same" or (clock.tokens[index].kind == "number" and before == "the")
    return first if kept or before == "thing" else index


def _inner(clock: Clock, index: int, floor: int) -> int:
    """Take "the", "early", "first thing" between a preposition and a core."""
    first = index
    if clock.norm(index - 1) == "thing" and clock.norm(index - 2) in ("first", "last") and index - 1 > floor:
        first -= 2
    while first > floor and clock.among(first - 1, "before-a-core"):
        first -= 1
    return first


def _preposition(clock: Clock, first: int, index: int, floor: int) -> int:
    """Take what stands before a preposition of time and makes one with it; ``index`` where it is none after all."""
    norm, before = clock.norm(first), clock.norm(first - 1) if first > floor else ""
    if norm == "than":
        while first > floor and clock.norm(first - 1) in ("no", "not", "later"):
            first -= 1
        return first
    if norm == "of":
        return first - 1 if before in ("ahead", "as") else index
    if norm == "to":
        return first - 1 if before == "up" else index
    if norm in ("on", "with", "by") and before and clock.among(first - 1, "starting-words"):
        return first - 1
    if norm in ("before", "after") and before == "or" and first - 2 >= floor:
        return first - 2
    return first
