"""Days of the calendar as ISO dates."""

from __future__ import annotations

from datetime import date


def iso_of(year: int, month: int, day: int, near: str) -> str:
    """Return a day as an ISO date, "" for none; without a year, 0, it is the one nearest to the ISO date ``near``."""
    try:
        if year:
            return date(year, month, day).isoformat()
        if not near:
            return ""
        centre = date.fromisoformat(near)
        days = [date(centre.year + step, month, day) for step in (-1, 0, 1) if _exists(centre.year + step, month, day)]
        return min(days, key=lambda one: (abs((one - centre).days), one)).isoformat() if days else ""
    except (ValueError, OverflowError):
        return ""


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
