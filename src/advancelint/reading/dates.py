"""Recognises the cores of time expressions: calendar dates, weekdays, weeks, spans. No prepositions here."""

from __future__ import annotations

import re

from advancelint.reading.clock import CLOCK, Clock

_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_NUMERIC = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?:[/.](?:\d{4}|\d{2}))?\.?")
ORDINAL = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)", re.IGNORECASE)
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:-(?:[12]?\d|3[01])(?:st|nd|rd|th)?)?\.?", re.IGNORECASE)
_SHORT_SPAN = re.compile(r"\d{1,3}(?:h|hrs|hours|d|days|wks|weeks|w)", re.IGNORECASE)
_QUARTER = re.compile(r"(?:q[1-4]|h[12])(?:fy\d{2})?|fy\d{2,4}", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d")
_RANGES = frozenset(("and", "-", "–", "/", "+", "&", "or"))

Core = tuple[int, str]


def core(clock: Clock, index: int) -> Core | None:
    """Return the end (exclusive token) and kind of the time core at ``index``, or None."""
    if not 0 <= index < len(clock.tokens):
        return None
    token = clock.tokens[index]
    if token.kind == "number":
        return _number(clock, index) or _within(clock, index)
    norm = token.norm
    if norm not in clock.times:
        if token.classes:
            return _within(clock, index)
        return _quarter(clock, index) or _hyphened(clock, index)
    for matcher in (_month, _weekday, _nth, _edge, _day_word, _near, _week):
        found = matcher(clock, index)
        if found is not None:
            return found
    return None


def _number(clock: Clock, index: int) -> Core | None:
    """Match ISO, numeric and month dates, ranges of days, ordinals and clock times."""
    text = clock.text(index)
    if _ISO.fullmatch(text):
        return index + 1, "date"
    if _DAY.fullmatch(text):
        after = _second_day(clock, index)
        after += clock.norm(after) in ("of", ".")
        if clock.is_a(after, "month"):
            return _year(clock, after + 1), "date"
        if after > index + 1 and clock.norm(index + 1) in (".", "-", "–"):
            slashed = _slashed(clock, after - 1)
            if slashed is not None:
                return slashed
        if ORDINAL.fullmatch(text):
            return _ordinal(clock, index)
    if CLOCK.fullmatch(text):
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
        return _nth(clock, index)
    if clock.norm(index - 1) in ("the", "by", "on", "before", "until", "till", "this", "thru", "from"):
        return index + 1, "date"
    return None


def _month(clock: Clock, index: int) -> Core | None:
    """Match "May 14", "May 14, 2026", and a month alone after a preposition of time."""
    if not clock.is_a(index, "month"):
        return None
    if _DAY.fullmatch(clock.text(index + 1)):
        return _year(clock, _second_day(clock, index + 1)), "date"
    if clock.among(index - 1, "before-a-month"):
        return _year(clock, index + 1), "fuzzy"
    return None


def _slashed(clock: Clock, index: int) -> Core | None:
    match = _NUMERIC.fullmatch(clock.text(index))
    if match is None or clock.text(index) == "24/7":
        return None
    first, mark, second = int(match[1]), match[2], int(match[3])
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return None
    bare = mark == "." and not match[0].endswith(".") and match[0].count(".") < 2
    return None if bare and not clock.among(index - 1, "time-leads") else (index + 1, "date")


def _year(clock: Clock, index: int) -> int:
    if clock.norm(index) == "," and _YEAR.fullmatch(clock.text(index + 1)):
        return index + 2
    return index + 1 if _YEAR.fullmatch(clock.text(index)) else index


def _weekday(clock: Clock, index: int) -> Core | None:
    """Match "Friday", "Fri 14 Mar", "Weds 10th", "Friday week", "Mon/Tue"."""
    if not clock.is_a(index, "weekday"):
        return None
    after = index + 1
    after += clock.norm(after) in (",", "the", ".") and (clock.tokens[-1].end > clock.tokens[index].end)
    after += clock.norm(after) == "the"
    if after < len(clock.tokens) and clock.tokens[after].kind == "number":
        if ORDINAL.fullmatch(clock.text(after)):
            return _number(clock, after) or (after + 1, "date")
        inner = _number(clock, after)
        if inner is not None:
            return inner
    elif after < len(clock.tokens) and clock.is_a(after, "month"):
        return _month(clock, after) or (index + 1, "date")
    if clock.norm(index + 1) in ("week", "next"):
        return index + 2, "date"
    if clock.norm(index + 1) in ("/", "or", "-", "–") and clock.is_a(index + 2, "weekday"):
        return index + 3, "date"
    return index + 1, "date"


def _edge(clock: Clock, index: int) -> Core | None:
    """Match "end of June", "mid of November", "close of business", "end Feb", "start of the season"."""
    if not clock.is_a(index, "edge"):
        return None
    after, linked = index + 1, clock.norm(index + 1) == "of"
    after += linked
    if clock.norm(after) in ("the", "this", "next", "our", "their"):
        after += 1
    if linked and clock.is_a(after, "encounter"):
        return after + 1, "in-call"
    named = clock.is_a(after, "month") or clock.is_a(after, "weekday") or bool(_QUARTER.fullmatch(clock.text(after)))
    if named:
        return _year(clock, after + 1), "date"
    if linked and clock.is_a(after, "event"):
        return after + 1, "event"
    if (linked or clock.norm(index) == "mid") and (clock.is_a(after, "unit") or clock.among(after, "business-day")):
        return after + 1, "vague" if clock.norm(after).startswith("year") else "date"
    return None


def _nth(clock: Clock, index: int) -> Core | None:
    """Match "last Saturday of May", "1st week Dec", "first week of July"."""
    if not (clock.is_a(index, "nth") or ORDINAL.fullmatch(clock.text(index))):
        return None
    if not (clock.is_a(index + 1, "unit") or clock.is_a(index + 1, "weekday")):
        return None
    after = index + 2 + (clock.norm(index + 2) in ("of", "in"))
    after += clock.norm(after) in ("the", "this", "next")
    if clock.is_a(after, "month") or (after > index + 2 and clock.is_a(after, "unit")):
        return _year(clock, after + 1), "date"
    return None


def _day_word(clock: Clock, index: int) -> Core | None:
    """Match "today", "EOD Thu", "month end", "noon"."""
    norm = clock.norm(index)
    if clock.is_a(index, "day"):
        after = index + 1 + (clock.norm(index + 1) in ("on", "of"))
        inner = _weekday(clock, after) or (_number(clock, after) if clock.is_number(after) else None)
        return inner if inner is not None and inner[1] == "date" else (index + 1, "date")
    if clock.is_a(index, "part") and clock.norm(index - 1) in ("by", "before", "over", "until", "till"):
        return index + 1, "date"
    if clock.is_a(index, "now"):
        return index + 1, "in-call"
    if norm in ("month", "quarter", "week", "year", "day") and clock.norm(index + 1) == "end":
        return index + 2, "date"
    return (index + 1, "date") if norm in ("month-end", "quarter-end", "week-end", "year-end", "weekend") else None


def _near(clock: Clock, index: int) -> Core | None:
    """Match "this Friday", "next week", "the coming month", "the same day"."""
    if not clock.is_a(index, "near"):
        return None
    if clock.is_a(index + 1, "weekday"):
        return (_weekday(clock, index + 1) or (index + 2, "date"))[0], "date"
    if clock.is_a(index + 1, "month"):
        return index + 2, "fuzzy"
    norm = clock.norm(index + 1)
    if clock.is_a(index + 1, "part") or norm in ("day", "weekend"):
        return index + 2, "date"
    if norm in ("week", "fortnight", "month"):
        inner = _weekday(clock, index + 2) if index + 2 < len(clock.tokens) else None
        return inner or (index + 2, "fuzzy")
    return (index + 2, "vague") if norm in ("quarter", "year", "months", "weeks", "days") else None


def _week(clock: Clock, index: int) -> Core | None:
    norm = clock.norm(index)
    if norm == "w/c" or (norm == "week" and clock.norm(index + 1) in ("commencing", "of", "beginning", "ending")):
        start = index + (1 if norm == "w/c" else 2)
        start += clock.norm(start) == "the"
        inner = core(clock, start)
        return inner and (inner[0], "date")
    number = clock.text(index + 1).rstrip(".").partition("-")[0].partition("/")[0]
    if clock.is_a(index, "week") and number.isdigit() and int(number) <= 53 and len(number) <= 2:
        return index + 2, "date"
    return None


def _hyphened(clock: Clock, index: int) -> Core | None:
    """Match "mid-March", "pre-Xmas", "post-bid"."""
    first, mark, rest = clock.norm(index).partition("-")
    if not mark:
        return None
    if "edge" in clock.times.get(first, "") and set(clock.times.get(rest, "").split()) & {"month", "week", "unit"}:
        return _year(clock, index + 1), "date"
    known = clock.times.get(rest, "") or clock.text(index)[len(first) + 1 :].isupper()
    return (index + 1, "event") if first in ("pre", "post") and (known or clock.among(index, "by-moments")) else None


def _quarter(clock: Clock, index: int) -> Core | None:
    lead = clock.norm(index - 1) in ("by", "in", "before", "until", "early", "late", "during", "end")
    alone = clock.norm(index - 1) in (",", "-", "/", "–") and clock.norm(index + 1) in ("", ",", ".", ")", ";")
    return (index + 1, "vague") if (lead or alone) and _QUARTER.fullmatch(clock.text(index)) else None


def _within(clock: Clock, index: int) -> Core | None:
    """Match "within 10 days", "in 24h", "in two weeks"; the core begins at the number."""
    if clock.norm(index - 1) not in ("within", "in", "inside", "than"):
        return None
    if _SHORT_SPAN.fullmatch(clock.text(index)):
        return index + 1, "date"
    token = clock.tokens[index]
    if token.kind == "number" or token.has("determiner"):
        after = index + 1 + (clock.norm(index + 1) in ("working", "business", "calendar", "same"))
        if clock.is_a(after, "unit"):
            loose = clock.among(index, "loose-counts") and clock.norm(after - 1) != "same"
            after += 1 + (clock.norm(after + 1) == "'s" or clock.norm(after + 1) == "'")
            return after + (clock.norm(after) == "time"), "vague" if loose else "date"
    return None
