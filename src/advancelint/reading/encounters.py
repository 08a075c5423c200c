"""Recognises the call itself as a time: "during the call", "on the spot", "at our first meeting"."""

from __future__ import annotations

from advancelint.reading.clock import Clock

_PREPOSITIONS = frozenset(("in", "during", "on", "at", "before", "by", "after", "within"))
_BREAKS = frozenset((",", "-", "–", "(", "/", "", ".", ")", ";", "!"))
_OPENINGS = frozenset(("site", "plant", "first", "same", "intro", "discovery", "sales", "1st"))
# What may follow "on the day" where it is the day of the call: "on the day of the audit" is another.
_AFTER_THE_DAY = (*_BREAKS, "and", "or", "with", "in", "at", "so")


def in_call(clock: Clock, index: int) -> int:
    """Return the end (exclusive) of the words at ``index`` that name the call as a time, or 0."""
    return _bare(clock, index) or (_led(clock, index) if clock.norm(index) in _PREPOSITIONS else 0)


def _bare(clock: Clock, index: int) -> int:
    """Match "this call" between commas, "there and then", "mid call"."""
    norm, after = clock.norm(index), clock.norm(index + 1)
    if norm == "there" and clock.norm(index + 2) == "then" and after in ("and", "&", "+"):
        return index + 3
    if not clock.is_a(index + 1, "encounter"):
        return 0
    alone = index > 0 and clock.norm(index - 1) in _BREAKS and clock.norm(index + 2) in _BREAKS
    return index + 2 if norm in ("mid", "during") or (norm in ("this", "same", "first", "1st") and alone) else 0


def _led(clock: Clock, index: int) -> int:
    """Match a preposition with the call: "on our intro call", "by the end of the meeting", "right after the visit"."""
    after = index + 1
    spot = after + (clock.norm(after) == "the")
    if clock.norm(index) == "on" and clock.norm(spot) == "spot":
        return spot + 1
    if clock.norm(index) == "on" and clock.norm(after) == "the" and clock.norm(spot) == "day":
        return spot + 1 if clock.norm(spot + 1) in _AFTER_THE_DAY else 0
    opening = after + (clock.norm(after) in ("our", "the", "a"))
    if clock.among(opening, "first-words") and clock.is_a(opening + 1, "encounter"):
        return opening + 2
    edge = after + (clock.norm(after) == "the")
    edged = clock.norm(edge) in ("end", "close") and clock.norm(edge + 1) == "of"
    after = edge + 2 if edged else after
    determined = clock.among(after, "this-call")
    if not determined and not (edged and clock.norm(after) in ("call", "meeting", "visit")):
        return 0
    head = after + determined
    head += clock.norm(head) in _OPENINGS
    # "at the review" is some review of theirs; "at the end of the review" is ours.
    theirs = clock.norm(head) in ("review", "demo", "workshop") and clock.norm(after) == "the" and not edged
    return head + 1 if clock.is_a(head, "encounter") and not theirs else 0
