"""How a day is named, in the config and on the command line."""

from __future__ import annotations

from datetime import date

from advancelint.expressions import expression

TODAY, COMMIT = DAYS = ("today", "commit")
ISO = expression(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_day(value: object) -> bool:
    """Say whether ``value`` is a text that names a day as 2026-06-01."""
    try:
        # `fromisoformat` alone would also take 20260601 and week dates.
        return isinstance(value, str) and bool(ISO.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:
        return False
