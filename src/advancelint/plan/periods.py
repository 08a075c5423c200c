"""What times cover: weeks, months, quarters, weekdays and "in two weeks" as periods of days.

The arithmetic of weekdays, months and quarters is python-dateutil's; it is imported when first needed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from advancelint.expressions import expression
from advancelint.plan.model import Period
from advancelint.records import NamedTuple

_CALENDAR = ("1900", "2200")
_SUNDAY, _DAYS_A_WEEK, _MONTHS_A_QUARTER = 6, 7, 3
_WEEK_LATER = expression(r" (?:week|wk)(?!\w| ?\d)")  # but "Fri wk 50"
_WEEK_OF = expression(
    r"(?<!\w)(?:w/[cb]|wc|(?:week|wk\.?) (?:of|commencing|beginning)|woche (?:vom|ab)|semaine du|semana (?:del?|do))"
    r"\s+(?:the\s+)?$",
    re.I,
)
_WEEK_BEFORE = 24


class Anchor(NamedTuple):
    """ISO dates: years are inferred near ``near``; "Friday" is told from ``call``, the day of the call, "" for none.

    ``before`` says that what is told happens before the call, as its preparation does; ``nearest`` that it may happen
    before or after, so that "by the 12th" is the nearer of two days.
    """

    near: str
    call: str = ""
    before: bool = False
    nearest: bool = False


def day_of(iso: str) -> date | None:
    """Return the day of an ISO date; None for "" and for years near which nothing can be told (9999-12-31)."""
    return date.fromisoformat(iso) if _CALENDAR[0] <= iso[:4] <= _CALENDAR[1] else None


def spanning(start: date, end: date, precision: str) -> Period:
    """Return the period from ``start`` to ``end``, both inclusive."""
    return Period(start.isoformat(), end.isoformat(), precision)


def week_before(text: str, day: int) -> int:
    """Return where "week of" begins in front of the day at ``day``, which then stands for its week; -1 for a day."""
    week = _WEEK_OF.search(text[max(0, day - _WEEK_BEFORE) : day])
    return day - len(week.group()) if week else -1


def week_behind(text: str, end: int) -> int:
    """Return where "week" ends behind the weekday that ends at ``end``, "Friday week"; ``end`` for none."""
    later = _WEEK_LATER.match(text, end)
    return later.end() if later else end


def week_of(iso: str) -> Period:
    """Return the week, Monday to Sunday, around an ISO date."""
    day = day_of(iso)
    if not day:
        return Period("", "", "week")
    monday = day - timedelta(days=day.weekday())
    return spanning(monday, monday + timedelta(days=_SUNDAY), "week")


def months_of(year: int, month: int, months: int = 1) -> tuple[date, date]:
    """Return the first and the last day of ``months`` months from the one given."""
    from dateutil.relativedelta import relativedelta

    first = date(year, month, 1)
    return first, first + relativedelta(months=months, days=-1)


def year_near(words: str | None, month: int, anchor: Anchor) -> int:
    """Return the year written, else the one that brings the month nearest to the anchor; 0 without either."""
    if words:
        return int(words) + (2000 if len(words) == 2 else 0)
    near = day_of(anchor.near)
    if not near:
        return 0
    return min((near.year + step for step in (-1, 0, 1)), key=lambda year: abs((date(year, month, 15) - near).days))


def numbered_week(week: int, words: str, anchor: Anchor) -> Period:
    """Return a week by its ISO number."""
    year = int(words) if words else int(anchor.near[:4] or 0)
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return Period("", "", "week")
    return spanning(monday, monday + timedelta(days=_SUNDAY), "week")


def weekday_after(number: int, spoken: str, anchor: Anchor) -> Period:
    """Return the first such weekday after the call, or the last one up to it where the anchor says so.

    So it is in a preparation, which says what is to be done before (59 of 70 such steps of strangers).

    "Next Friday", said on a Tuesday, is one of two days; "Friday week" (``spoken``: "week") is that of the week after.
    """
    call = day_of(anchor.call)
    if not call:
        return Period("", "", "relative")
    from dateutil.relativedelta import relativedelta, weekday

    if spoken == "week":
        then = call + relativedelta(days=1 + _DAYS_A_WEEK, weekday=weekday(number))
        return spanning(then, then, "day")
    if anchor.before or anchor.nearest:
        then = call + relativedelta(weekday=weekday(number)(-1))
        return spanning(then, then, "day")
    then = call + relativedelta(days=1, weekday=weekday(number))
    if spoken == "next" and number > call.weekday():
        return spanning(then, then + timedelta(days=_DAYS_A_WEEK), "relative")
    return spanning(then, then, "day")


def coded(code: str, anchor: Anchor) -> Period:
    """Turn the code of a word into days: d+1, w+1 (the week after), m+0, q+0, eow, eom, eoq; "" is vague."""
    call = day_of(anchor.call)
    if not code:
        return Period("", "", "vague")
    unit, _, count = code.partition("+")
    precision = {"d": "day", "w": "week", "m": "month", "q": "quarter"}.get(unit, "day")
    if not call:
        return Period("", "", "relative" if precision == "day" else precision)
    if unit == "d":
        then = call + timedelta(days=int(count))
        return spanning(then, then, "day")
    if unit == "w":
        return week_of((call + timedelta(days=_DAYS_A_WEEK * int(count))).isoformat())
    return _calendar(unit, int(count or 0), call, precision)


def _calendar(unit: str, count: int, call: date, precision: str) -> Period:
    from dateutil.relativedelta import FR, relativedelta

    if unit == "eow":
        friday = call + relativedelta(weekday=FR, weeks=count)
        return spanning(friday, friday, "day")
    length = _MONTHS_A_QUARTER if unit.endswith("q") else (12 if unit.endswith("y") else 1)
    first = call.replace(day=1, month=(call.month - 1) // length * length + 1) + relativedelta(months=count * length)
    start, end = months_of(first.year, first.month, length)
    return spanning(end, end, "day") if unit.startswith("eo") else spanning(start, end, precision)
