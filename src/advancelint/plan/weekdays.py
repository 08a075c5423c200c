"""Finds the day that a day of the week and numbers beside it name: "Mon 21st", "Thurs 6/11", "Thu 3-12"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from advancelint.plan import dayorder
from advancelint.plan.isodays import iso_of

_NEAR = 60  # days


def of_month(number: int, day: int, near: str) -> str | None:
    """Return the ISO date nearest to ``near`` that is the weekday ``number``, 0 for Monday, and such a day of a month.

    None where none is near.
    """
    centre = date.fromisoformat(near)
    try:
        around = [centre + timedelta(days=step) for step in range(-_NEAR, _NEAR + 1)]
    except OverflowError:
        return None
    fitting = [one for one in around if one.day == day and one.weekday() == number]
    nearest = sorted(fitting, key=lambda one: (abs((one - centre).days), one))[:1]
    return nearest[0].isoformat() if nearest else None


def of_either(number: int, one: int, two: int, near: str) -> str:
    """Return the ISO date of two numbers, either of which can be the month, that is the weekday ``number``; or ""."""
    fitting = _fitting(number, one, two, near)
    told = fitting if len(fitting) == 1 else _close(fitting, near)
    return told[0].isoformat() if len(told) == 1 else dayorder.by_far_nearest(told, near)


def of_pair(number: int, one: int, two: int, near: str) -> str | None:
    """Return the only ISO date near ``near`` that two numbers and their weekday name; None for hours, "Thu 3-4"."""
    close = _close(_fitting(number, one, two, near), near)
    return close[0].isoformat() if len(close) == 1 else None


def _fitting(number: int, one: int, two: int, near: str) -> list[date]:
    """Return the days of two numbers, either of which can be the month, that are the weekday ``number``."""
    days = {iso for iso in (iso_of(0, one, two, near), iso_of(0, two, one, near)) if iso}
    return [day for day in map(date.fromisoformat, sorted(days)) if day.weekday() == number]


def _close(days: Sequence[date], near: str) -> list[date]:
    return [day for day in days if near and abs((day - date.fromisoformat(near)).days) <= _NEAR]
