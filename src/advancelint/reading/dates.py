"""Recognises the cores of time expressions: calendar dates, weekdays, weeks, spans. No prepositions here."""

from __future__ import annotations

import re
from typing import NamedTuple

from advancelint.reading.tokens import Token

_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_NUMERIC = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?:[/.](?:\d{4}|\d{2}))?\.?")
ORDINAL = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)", re.IGNORECASE)
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\.?", re.IGNORECASE)
_SHORT_SPAN = re.compile(r"\d{1,3}(?:h|hrs|hours|d|days|wks|weeks|w)", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d{2})?(?:am|pm|h)|\d{1,2}:\d{2}", re.IGNORECASE)
_QUARTER = re.compile(r"(?:q[1-4]|h[12])(?:fy\d{2})?|fy\d{2,4}", re.IGNORECASE)
# Lower case "sat" or "may" is a verb far more often than a day or a month.
_NEEDS_CAPITAL = frozenset(("may", "mar", "sat", "sun", "mon", "wed", "march", "august"))
_NEAR = frozenset(("this", "next", "coming", "following"))


class Clock(NamedTuple):
    """The tokens of a line with the words of time to look them up in.

    ``leads`` are prepositions before a date, ``before_month`` the words that make a month alone a time.
    """

    tokens: list[Token]
    times: dict[str, str]
    leads: frozenset[str]
    before_month: frozenset[str]

    def norm(self, index: int) -> str:
        """Return the normalised word at ``index`` ("" outside)."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def text(self, index: int) -> str:
        """Return the word at ``index`` as written ("" outside)."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def is_a(self, index: int, name: str) -> bool:
        """Say whether the word is of the time class ``name``; "may" and "sat" only with a capital."""
        norm = self.norm(index)
        if name not in self.times.get(norm, ""):
            return False
        return norm not in _NEEDS_CAPITAL or self.tokens[index].capital


def core(clock: Clock, index: int) -> tuple[int, str] | None:
    """Return the end (exclusive token) and kind of the time core at ``index``, or None."""
    for matcher in (_calendar, _weekday, _day_word, _near, _week, _quarter, _within):
        found = matcher(clock, index)
        if found is not None:
            return found
    return None


def _calendar(clock: Clock, index: int) -> tuple[int, str] | None:
    """Match ISO, numeric and month dates, and a month alone after a preposition of time."""
    token = clock.tokens[index]
    if token.kind == "number":
        if _ISO.fullmatch(token.text):
            return index + 1, "date"
        if _DAY.fullmatch(token.text):
            after = index + 2 if clock.norm(index + 1) == "of" else index + 1
            if clock.is_a(after, "month"):
                return _year(clock, after + 1), "date"
        if ORDINAL.fullmatch(token.text) and clock.norm(index - 1) in ("the", "by", "on", "before", "until", "this"):
            return index + 1, "date"
        return _slashed(clock, index)
    if clock.is_a(index, "month"):
        if _DAY.fullmatch(clock.text(index + 1)):
            return _year(clock, index + 2), "date"
        if clock.norm(index - 1) in clock.before_month:
            return _year(clock, index + 1), "fuzzy"
    return None


def _slashed(clock: Clock, index: int) -> tuple[int, str] | None:
    match = _NUMERIC.fullmatch(clock.tokens[index].text)
    if match is None or clock.text(index) == "24/7":
        return None
    first, mark, second = int(match[1]), match[2], int(match[3])
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return None
    if (
        mark == "."
        and not match[0].endswith(".")
        and clock.norm(index - 1) not in clock.leads
        and match[0].count(".") < 2
    ):
        return None
    return index + 1, "date"


def _year(clock: Clock, index: int) -> int:
    if clock.norm(index) == "," and re.fullmatch(r"20\d\d", clock.text(index + 1)):
        return index + 2
    return index + 1 if re.fullmatch(r"20\d\d", clock.text(index)) else index


def _weekday(clock: Clock, index: int) -> tuple[int, str] | None:
    if not clock.is_a(index, "weekday"):
        return None
    after = index + 1
    after += clock.norm(after) in (",", "the", ".")
    inner = _calendar(clock, after) if after < len(clock.tokens) else None
    if inner is not None and inner[1] == "date":
        return inner
    if after < len(clock.tokens) and ORDINAL.fullmatch(clock.text(after)):
        return after + 1, "date"
    return index + 1, "date"


def _day_word(clock: Clock, index: int) -> tuple[int, str] | None:
    norm = clock.norm(index)
    if clock.is_a(index, "day"):
        inner = _weekday(clock, index + 1) if index + 1 < len(clock.tokens) else None
        return inner or (index + 1, "date")
    if norm == "close" and clock.norm(index + 1) == "of" and clock.norm(index + 2) in ("business", "play"):
        return index + 3, "date"
    if norm in ("end", "start", "beginning", "middle") and clock.norm(index + 1) == "of":
        after = index + 2 + (clock.norm(index + 2) in ("the", "this", "next", "our", "their"))
        if clock.is_a(after, "encounter"):
            return after + 1, "in-call"
        if (
            clock.is_a(after, "unit")
            or clock.is_a(after, "month")
            or clock.is_a(after, "weekday")
            or clock.norm(after) in ("business", "play", "term", "shift")
        ):
            return after + 1, "vague" if clock.norm(after).startswith("year") else "date"
        if _QUARTER.fullmatch(clock.text(after)):
            return after + 1, "date"
    if norm in ("month", "quarter", "week", "year", "day") and clock.norm(index + 1) == "end":
        return index + 2, "date"
    return (index + 1, "date") if norm in ("month-end", "quarter-end", "week-end", "year-end") else None


def _near(clock: Clock, index: int) -> tuple[int, str] | None:
    """Match "this Friday", "next week", "the coming month"."""
    if clock.norm(index) not in _NEAR:
        return None
    if clock.is_a(index + 1, "weekday"):
        return (_weekday(clock, index + 1) or (index + 2, "date"))[0], "date"
    if clock.is_a(index + 1, "month"):
        return index + 2, "fuzzy"
    norm = clock.norm(index + 1)
    if norm in ("week", "fortnight", "month", "morning", "afternoon", "evening"):
        last = index + 2
        inner = _weekday(clock, last) if last < len(clock.tokens) else None
        return inner or (last, "fuzzy")
    return (index + 2, "vague") if norm in ("quarter", "year", "months", "weeks") else None


def _week(clock: Clock, index: int) -> tuple[int, str] | None:
    norm = clock.norm(index)
    if norm == "w/c" or (norm == "week" and clock.norm(index + 1) in ("commencing", "of", "beginning", "ending")):
        start = index + (1 if norm == "w/c" else 2)
        start += clock.norm(start) == "the"
        inner = core(clock, start) if start < len(clock.tokens) else None
        return inner and (inner[0], "date")
    if (
        clock.is_a(index, "week")
        and clock.text(index + 1).rstrip(".").isdigit()
        and int(clock.text(index + 1).rstrip(".")) <= 53
    ):
        return index + 2, "date"
    return None


def _quarter(clock: Clock, index: int) -> tuple[int, str] | None:
    if _QUARTER.fullmatch(clock.text(index)) and clock.norm(index - 1) in (
        "by",
        "in",
        "before",
        "until",
        "early",
        "late",
        "during",
    ):
        return index + 1, "vague"
    return None


def _within(clock: Clock, index: int) -> tuple[int, str] | None:
    """Match "within 10 days", "in 24h", "in two weeks"; the core begins at the number."""
    if clock.norm(index - 1) not in ("within", "in", "inside"):
        return None
    if _SHORT_SPAN.fullmatch(clock.text(index)):
        return index + 1, "date"
    token = clock.tokens[index]
    if token.kind == "number" or token.has("determiner"):
        after = index + 1 + (clock.norm(index + 1) in ("working", "business", "calendar"))
        if clock.is_a(after, "unit"):
            loose = token.norm in ("few", "several", "some", "many", "coming", "the")
            return after + 1, "vague" if loose else "date"
    return None


def tail(clock: Clock, last: int) -> int:
    """Take a clock time or "latest" after a date into its span."""
    if clock.norm(last) == "or" and clock.norm(last + 1) == "so":
        last += 2
    for _ in range(3):
        if last < len(clock.tokens) and (
            _CLOCK.fullmatch(clock.text(last)) or clock.norm(last) in ("latest", "morning", "afternoon", "evening")
        ):
            last += 1
        elif clock.norm(last) in ("at", "by", ",") and _CLOCK.fullmatch(clock.text(last + 1) or "-"):
            last += 2
        elif clock.norm(last) == "at" and clock.norm(last + 1) == "the" and clock.norm(last + 2) == "latest":
            last += 3
    return last
