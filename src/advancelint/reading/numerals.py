"""Recognises dates and hours that are written as numbers, and months: "3 May", "6/12", "the 11th", "at seven"."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.reading.clock import CLOCK, Clock

_ISO = expression(r"\d{4}-\d{1,2}-\d{1,2}")
_NUMERIC = expression(r"(\d{1,2})([/.])(\d{1,2})(?:[/.](?:\d{4}|\d{2}))?\.?")
ORDINAL = expression(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)", re.IGNORECASE)
_DAY = expression(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:-(?:[12]?\d|3[01])(?:st|nd|rd|th)?)?\.?", re.IGNORECASE)
QUARTER = expression(r"(?:q[1-4]|h[12])(?:fy\d{2})?|fy\d{2,4}", re.IGNORECASE)
_YEAR = expression(r"20\d\d")
_RANGES = frozenset(("and", "-", "–", "/", "+", "&", "or"))
# What may stand behind an hour or an ordinal that is no more than that.
ENDS = frozenset(("", ",", ".", ";", "!", "?", ")", "and", "-", "on", "with", "in"))

Core = tuple[int, str]


def number(clock: Clock, index: int) -> Core | None:
    """Match ISO, numeric and month dates, ranges of days, ordinals and clock times."""
    text = clock.text(index)
    if _ISO.fullmatch(text):
        return index + 1, "date"
    if _DAY.fullmatch(text):
        after = _second_day(clock, index)
        after += clock.norm(after) in ("of", ".")
        if clock.is_a(after, "month"):
            return year(clock, after + 1), "date"
        if after > index + 1 and clock.norm(index + 1) in (".", "-", "–"):
            slashed = _slashed(clock, after - 1)
            if slashed is not None:
                return slashed
        if ORDINAL.fullmatch(text):
            return _ordinal(clock, index)
    if CLOCK.fullmatch(text) and (text[-1] not in "hH" or clock.norm(index - 1) in ("at", "by", "before", "until")):
        return index + 1, "date"
    if clock.norm(index + 1) in ("am", "pm") and text.replace(":", "").replace(".", "").isdigit():
        return index + 2, "date"
    return _slashed(clock, index)


def _second_day(clock: Clock, index: int) -> int:
    """Return the index after a day or a range of days: "6 and 7", "12 - 14", "15.–31.01."."""
    after = index + 1
    dotted = after + (clock.norm(after) == ".")
    if clock.norm(dotted) in _RANGES and clock.tokens[min(dotted + 1, len(clock.tokens) - 1)].kind == "number":
        return dotted + 2
    return after


def _ordinal(clock: Clock, index: int) -> Core | None:
    if clock.is_a(index + 1, "unit") or clock.is_a(index + 1, "weekday"):
        return None
    if clock.norm(index - 1) in ("the", "by", "on", "before", "until", "till", "this", "thru", "from"):
        return index + 1, "date"
    return (index + 1, "date") if stands_alone(clock, index, index + 1) else None


def month(clock: Clock, index: int) -> Core | None:
    """Match "May 14", "May 14, 2026", and a month alone after a preposition of time."""
    if not clock.is_a(index, "month"):
        return None
    if _DAY.fullmatch(clock.text(index + 1)):
        return year(clock, _second_day(clock, index + 1)), "date"
    if clock.among(index - 1, "before-a-month"):
        last = year(clock, index + 1)
        return last + (clock.norm(last) == "on" and clock.norm(index - 1) == "from"), "fuzzy"
    return (year(clock, index + 1), "fuzzy") if stands_alone(clock, index, index + 1) else None


def _slashed(clock: Clock, index: int) -> Core | None:
    match = _NUMERIC.fullmatch(clock.text(index))
    if match is None or clock.text(index) == "24/7":
        return None
    first, mark, second = int(match[1]), match[2], int(match[3])
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return None
    bare = mark == "." and not match[0].endswith(".") and match[0].count(".") < 2
    return None if bare and not clock.among(index - 1, "time-leads") else (index + 1, "date")


def year(clock: Clock, index: int) -> int:
    """Return the index after a year that may stand at ``index``."""
    if clock.norm(index) == "," and _YEAR.fullmatch(clock.text(index + 1)):
        return index + 2
    return index + 1 if _YEAR.fullmatch(clock.text(index)) else index


def quarter(clock: Clock, index: int) -> Core | None:
    """Match "Q3", "H1", "FY27" where it dates something: after a preposition, or as a note of its own."""
    lead = clock.norm(index - 1) in ("by", "in", "before", "until", "early", "late", "during", "end")
    alone = clock.norm(index - 1) in (",", "-", "/", "–") and clock.norm(index + 1) in ("", ",", ".", ")", ";")
    if not (lead or alone) or not QUARTER.fullmatch(clock.text(index)):
        return None
    # A quarter has a last day that can be missed; a half or a year is too long to be a promise.
    return index + 1, "fuzzy" if clock.norm(index).startswith("q") else "vague"


def hour(clock: Clock, index: int) -> Core | None:
    """Match "at seven", "by ten o'clock"."""
    if not clock.among(index, "hours") or clock.norm(index - 1) not in ("at", "by", "until", "before"):
        return None
    last = index + 1 + (clock.norm(index + 1) in ("o'clock", "sharp"))
    ends = clock.norm(last) in ENDS or clock.is_a(last, "day")
    return (last, "date") if ends or last > index + 1 or clock.is_a(last, "weekday") else None


def stands_alone(clock: Clock, index: int, last: int) -> bool:
    """Say whether the words are a note of their own: between commas, dashes, slashes, or at the end."""
    return clock.norm(index - 1) in (",", "-", "–", "/", "(") and clock.norm(last) in ("", ",", ".", ")", ";", "!", "?")
