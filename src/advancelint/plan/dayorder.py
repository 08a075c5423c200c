"""Tells which of two numbers is the month where both may be: by the day of the week, or by how near the days are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from advancelint.expressions import expression
from advancelint.plan.vocabulary import Vocabulary

# "Tue 12/1/26"
_OF_WEEK = expression(r"(?<!\w)([^\W\d_]{2,10})\.?,? \(?(\d{1,2})/(\d{1,2})/((?:20)?2\d)(?!\d)")
_WEEK_BEHIND = expression(
    r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:20)?2\d)(?: \(|, (?=[A-Z]))([^\W\d_]{2,10})\b"
)  # "12/1/2026 (Tue)"
_FEWEST, _MONTH, _NEAR, _FAR = 3, 31, 60, 90
_CLOSE, _WEEKS = 10, 30  # days


def by_weekday(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield "dmy" or "mdy" for each day of which the weekday beside it leaves one of the two."""
    told = [(match[1], match[2], match[3], match[4]) for match in _OF_WEEK.finditer(text)]
    told += [(match[4], match[1], match[2], match[3]) for match in _WEEK_BEHIND.finditer(text)]
    for weekday, first, second, short in told:
        number = vocabulary.words["weekday"].get(weekday.casefold())
        one, two, year = int(first), int(second), 2000 + int(short[-2:])
        if number is None or one == two:
            continue
        fits = [order for order, month, day in (("dmy", two, one), ("mdy", one, two)) if _is(year, month, day, number)]
        if len(fits) == 1:
            yield fits[0]


def _is(year: int, month: int, day: int, weekday: str) -> bool:
    try:
        return date(year, month, day).weekday() == int(weekday)
    except ValueError:
        return False


def by_nearness(found: Sequence[tuple[str, str]]) -> set[str]:
    """Return the order that brings at least three days together where the other throws them over months.

    "12/4", "12/7", "12/9" are days of one December, and not of spring, summer and autumn.
    """
    days = {(int(one), int(two)) for one, two in found}
    if len(days) < _FEWEST:
        return set()
    first, second = (_width([day[at] * _MONTH + day[1 - at] for day in days]) for at in (0, 1))
    if first <= _NEAR and second >= _FAR:
        return {"mdy"}
    return {"dmy"} if second <= _NEAR and first >= _FAR else set()


def _width(places: Sequence[int]) -> int:
    return max(places) - min(places)


def by_far_nearest(days: Sequence[date], near: str) -> str:
    """Return which of several days lies within days of ``near`` while the others are weeks off: "tue 1/12"; else ""."""
    off = sorted((abs((day - date.fromisoformat(near)).days), day) for day in days) if near else []
    return off[0][1].isoformat() if len(off) > 1 and off[0][0] <= _CLOSE and off[1][0] >= _WEEKS else ""
