"""Days as plans write them: ISO, 9 May, May 9, 17.06.2026. What could be two days (05/06) is none."""

from __future__ import annotations

import re
from datetime import date, timedelta

from advancelint.expressions import expression
from advancelint.records import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_SHAPES = tuple(
    expression(shape, re.IGNORECASE)
    for shape in (
        r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b",
        r"\b(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})?",
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<n>{_MONTH})\b\.?,?(?: (?P<y>\d{{4}})\b)?",
        rf"\b(?P<n>{_MONTH})\b\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:),?(?: (?P<y>\d{{4}})\b)?",
    )
)
_WEEK = expression(r"\b(?:week|wk|kw|cw|w)[ -]?\d{1,2}\b|\b\d{4}-?w\d{2}\b|\bweek of\b", re.IGNORECASE)
_SATURDAY = 5


class Day(NamedTuple):
    """A day that a text names: its ISO date, "" where the calendar has no such day, and the words."""

    iso: str
    words: str


def first_day(text: str, near: str) -> Day | None:
    """Return the first day that ``text`` names, None where it names none.

    A day without a year is the one nearest to the ISO date ``near``; without ``near`` it is none.
    """
    matches = [match for shape in _SHAPES if (match := shape.search(text))]
    if not matches:
        return None
    match = min(matches, key=lambda found: found.start())
    parts = match.groupdict()
    month = int(parts["m"]) if parts.get("m") else _MONTHS.index(str(parts["n"])[:3].lower()) + 1
    if parts["y"]:
        return Day(_iso(int(parts["y"]), month, int(parts["d"])), match.group())
    around = parsed(near)
    if around is None:
        return None
    years = (around.year - 1, around.year, around.year + 1)
    days = [found for year in years if (found := parsed(_iso(year, month, int(parts["d"]))))]
    if not days:
        return Day("", match.group())
    return Day(min(days, key=lambda day: abs((day - around).days)).isoformat(), match.group())


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def parsed(iso: str) -> date | None:
    """Return the date of an ISO text, None for anything else."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def days_between(first: str, last: str) -> int:
    """Return the days from ``first`` to ``last`` (ISO dates), 0 where one of them is none."""
    one, other = parsed(first), parsed(last)
    return (other - one).days if one and other else 0


def working_days(first: str, last: str) -> int:
    """Return the working days after ``first`` up to ``last`` (ISO dates); holidays count."""
    day, end = parsed(first), parsed(last)
    if day is None or end is None or day >= end:
        return 0
    weeks, rest = divmod((end - day).days, 7)
    return weeks * _SATURDAY + sum((end - timedelta(days=back)).weekday() < _SATURDAY for back in range(rest))


def names_week(text: str) -> bool:
    """Say whether ``text`` names a calendar week."""
    return bool(_WEEK.search(text))
