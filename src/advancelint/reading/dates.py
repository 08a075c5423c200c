"""Recognises the cores of time expressions: calendar dates, weekdays, weeks, spans. No prepositions here."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.reading.clock import Clock
from advancelint.reading.numerals import ENDS, ORDINAL, QUARTER, Core, hour, month, number, quarter, year

_SHORT_SPAN = expression(r"\d{1,3}(?:h|hrs|hours|d|days|wks|weeks|w)", re.IGNORECASE)


def core(clock: Clock, index: int) -> Core | None:
    """Return the end (exclusive token) and kind of the time core at ``index``, or None."""
    if not 0 <= index < len(clock.tokens):
        return None
    token = clock.tokens[index]
    if token.kind == "number":
        return number(clock, index) or _nth(clock, index) or _within(clock, index)
    norm = token.norm
    if norm not in clock.times:
        if token.classes:
            return _within(clock, index) or hour(clock, index)
        return quarter(clock, index) or _hyphened(clock, index)
    for matcher in (month, _weekday, _nth, _edge, _week, _day_word, _near):
        found = matcher(clock, index)
        if found is not None:
            return found
    return None


def _weekday(clock: Clock, index: int) -> Core | None:
    """Match "Friday", "Fri 14 Mar", "Weds 10th", "Friday week", "Mon/Tue"."""
    if not clock.is_a(index, "weekday"):
        return None
    after = index + 1
    after += clock.norm(after) in (",", "the", ".")
    after += clock.norm(after) == "the"
    if after < len(clock.tokens) and clock.tokens[after].kind == "number":
        if ORDINAL.fullmatch(clock.text(after)):
            return number(clock, after) or (after + 1, "date")
        inner = number(clock, after)
        if inner is not None:
            return inner
    elif after < len(clock.tokens) and clock.is_a(after, "month"):
        return month(clock, after) or (index + 1, "date")
    if clock.norm(index + 1) in ("week", "next"):
        return index + 2, "date"
    if clock.norm(index + 1) in ("/", "or", "-", "–", "to", "+", "&") and clock.is_a(index + 2, "weekday"):
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
    named = (
        clock.is_a(after, "month")
        or clock.is_a(after, "weekday")
        or clock.norm(after) == "today"
        or bool(QUARTER.fullmatch(clock.text(after)))
    )
    if named:
        return year(clock, after + 1), "date"
    if linked and clock.is_a(after, "event"):
        return after + 1, "event"
    if (linked or clock.norm(index) == "mid") and (clock.is_a(after, "unit") or clock.among(after, "business-day")):
        return after + 1, "vague" if clock.norm(after).startswith("year") else "date"
    return None


def _nth(clock: Clock, index: int) -> Core | None:
    """Match "last Saturday of May", "1st week Dec", "first week of July"."""
    ends = clock.norm(index + 1) in ENDS
    if clock.is_a(index, "ordinal") and clock.norm(index + 1) == "of" and clock.is_a(index + 2, "month"):
        return year(clock, index + 3), "date"
    if clock.is_a(index, "ordinal") and clock.norm(index - 1) == "the" and ends:
        on_a_day = clock.norm(index - 2) in ("on", "by", "before", "until", "from", "till")
        return (index + 1, "date") if on_a_day else None
    if not (clock.is_a(index, "nth") or ORDINAL.fullmatch(clock.text(index))):
        return None
    if not (clock.is_a(index + 1, "unit") or clock.is_a(index + 1, "weekday")):
        return None
    after = index + 2 + (clock.norm(index + 2) in ("of", "in"))
    after += clock.norm(after) in ("the", "this", "next")
    if clock.is_a(after, "month") or (after > index + 2 and clock.is_a(after, "unit")):
        return year(clock, after + 1), "date"
    return None


def _day_word(clock: Clock, index: int) -> Core | None:
    """Match "today", "EOD Thu", "month end", "noon"."""
    norm = clock.norm(index)
    if clock.is_a(index, "day"):
        after = index + 1 + (clock.norm(index + 1) in ("on", "of"))
        inner = _weekday(clock, after) or (number(clock, after) if clock.is_number(after) else None)
        return inner if inner is not None and inner[1] == "date" else (index + 1, "date")
    if clock.is_a(index, "part") and clock.norm(index - 1) in (
        "by",
        "before",
        "over",
        "until",
        "till",
        "each",
        "every",
    ):
        return index + 1, "date"
    if clock.is_a(index, "now"):
        return index + 1 + (clock.norm(index + 1) == "on"), "in-call"
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
    if norm in ("week", "fortnight", "month", "quarter"):
        return _weekday(clock, index + 2) or (index + 2, "fuzzy")
    return (index + 2, "vague") if norm in ("year", "months", "weeks", "days") else None


def _week(clock: Clock, index: int) -> Core | None:
    norm = clock.norm(index)
    if norm in ("w/c", "w/e") or (
        norm == "week" and clock.norm(index + 1) in ("commencing", "of", "beginning", "ending")
    ):
        start = index + (1 if norm in ("w/c", "w/e") else 2)
        start += clock.norm(start) == "the"
        inner = core(clock, start)
        return (inner[0], "date") if inner else (index + 1, "date") if norm == "w/e" else None
    number = clock.text(index + 1).rstrip(".").partition("-")[0].partition("/")[0]
    if clock.is_a(index, "week") and number.isdecimal() and int(number) <= 53 and len(number) <= 2:
        return index + 2, "date"
    return None


def _hyphened(clock: Clock, index: int) -> Core | None:
    """Match "mid-March", "pre-Xmas", "post-bid"."""
    first, mark, rest = clock.norm(index).partition("-")
    if not mark:
        return None
    if "edge" in clock.times.get(first, ()) and clock.times.get(rest, frozenset()) & {"month", "week", "unit"}:
        return year(clock, index + 1), "date"
    if "weekday" in clock.times.get(first, ()) and "weekday" in clock.times.get(rest, ()):
        return index + 1, "date"
    known = clock.times.get(rest, ()) or clock.text(index)[len(first) + 1 :].isupper()
    return (index + 1, "event") if first in ("pre", "post") and (known or clock.among(index, "by-moments")) else None


def _within(clock: Clock, index: int) -> Core | None:
    """Match "within 10 days", "in 24h", "in two weeks"; the core begins at the number."""
    if clock.norm(index - 1) not in ("within", "in", "inside", "than"):
        return None
    if _SHORT_SPAN.fullmatch(clock.text(index)):
        return index + 1, "date"
    token = clock.tokens[index]
    if token.kind == "number" or token.has("determiner"):
        after = index + 1 + (clock.norm(index + 1) in ("working", "business", "calendar", "same"))
        named = token.norm == "the" and (clock.norm(after) == "minutes" or clock.norm(after + 1) == "of")
        if clock.is_a(after, "unit") and not named:  # "in the minutes" of the meeting, "in the week of 14 December"
            loose = clock.among(index, "loose-counts") and clock.norm(after - 1) != "same"
            loose = loose and not (token.norm == "the" and clock.norm(after) in ("week", "fortnight", "month"))
            return _counted_from(clock, _behind_unit(clock, after)), "vague" if loose else "date"
    if token.norm == "a" and clock.norm(index + 1) in ("couple", "few"):
        after = index + 2 + (clock.norm(index + 2) == "of")
        return (_behind_unit(clock, after), "vague") if clock.is_a(after, "unit") else None
    return None


def _behind_unit(clock: Clock, unit: int) -> int:
    """Return where the words of a span end: "a week*'s time*", "a few weeks*' time*"."""
    after = unit + 1 + (clock.norm(unit + 1) == "'s")
    return after + (clock.norm(after) == "time")


def _counted_from(clock: Clock, last: int) -> int:
    """Take in what a span is counted from: "within ten days *of the visit*", "*from today*"."""
    if clock.norm(last) not in ("of", "after", "from"):
        return last
    at = last + 1
    while at < min(len(clock.tokens), last + 5) and clock.tokens[at].kind in ("word", "number"):
        token = clock.tokens[at]
        if token.has("preposition") or token.has("conjunction") or token.has("modal"):
            break
        at += 1
    return at if at > last + 1 else last
