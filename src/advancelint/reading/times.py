"""Finds the time expressions of a line and how far each reaches."""

from __future__ import annotations

from advancelint.reading.dates import ORDINAL, Clock, core, tail
from advancelint.reading.lexicon import Lexicon
from advancelint.reading.moments import Time, before_we, event, in_call, vague
from advancelint.reading.tokens import Token

_PAST = frozenset(("last", "previous", "past", "since", "of", "every", "each", "per"))


def find(tokens: list[Token], lexicon: Lexicon) -> list[Time]:
    """Return the time expressions of ``tokens`` in order, none overlapping."""
    clock = Clock(tokens, lexicon.times, lexicon.groups["time-leads"], lexicon.groups["before-a-month"])
    found: list[Time] = []
    index = 0
    while index < len(tokens):
        time = _at(clock, index, found[-1].last if found else 0)
        if time is None:
            index += 1
        else:
            found.append(time)
            index = time.last
    return found


def _at(clock: Clock, index: int, floor: int) -> Time | None:
    for matcher in (in_call, before_we, event):
        time = matcher(clock, index)
        if time is not None:
            return time
    date = core(clock, index)
    if date is None:
        return vague(clock, index)
    last, kind = date
    first = _lead(clock, index, floor)
    before = clock.norm(index - 1)
    if (before in _PAST and (before != "of" or kind != "date")) or (before == "for" and kind != "date"):
        return None
    return Time(first, tail(clock, _possessive(clock, first, last)), kind)


def _lead(clock: Clock, index: int, floor: int) -> int:
    """Take the preposition before a core into its span."""
    first = index
    while first > floor and clock.norm(first - 1) in ("the", "early", "late", "mid", "this", "about"):
        first -= 1
    if first > floor and clock.norm(first - 1) in clock.leads:
        first -= 1
        if clock.norm(first) == "than":
            while first > floor and clock.norm(first - 1) in ("no", "not", "later"):
                first -= 1
        if clock.norm(first) == "before" and first - 2 >= floor and clock.norm(first - 1) == "or":
            first -= 2
        return first
    bare_ordinal = ORDINAL.fullmatch(clock.text(index)) is not None and not clock.is_a(index + 1, "month")
    return index if clock.norm(index - 1) in ("the", "about") and not bare_ordinal else first


def _possessive(clock: Clock, first: int, last: int) -> int:
    """Take the event that a date owns: "before Thursday's review", "on tomorrow's intro call"."""
    if clock.norm(last) != "'s" or clock.norm(first) not in ("before", "after", "on", "at", "until", "during", "in"):
        return last
    for head in range(last + 1, min(last + 5, len(clock.tokens))):
        if clock.is_a(head, "encounter") or clock.is_a(head, "event"):
            return head + 1
    return last
