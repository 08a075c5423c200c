"""Which day counts as today."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime

from advancelint.errors import UsageError

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def resolve(as_of: str | None) -> str:
    """Return an ISO date: ``as_of``, else the day of ``SOURCE_DATE_EPOCH`` in UTC, else today. Raises UsageError."""
    if as_of is not None:
        return _checked(as_of)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        return _of_epoch(epoch)
    return date.today().isoformat()


def _checked(text: str) -> str:
    try:
        # `fromisoformat` alone would also take 20260601 and week dates.
        return date.fromisoformat(text if _ISO.fullmatch(text) else "").isoformat()
    except ValueError as error:
        remedy = "Write year, month and day, as in 2026-06-01."
        raise UsageError(f"“{text}” is no date for --as-of", remedy=remedy) from error


def _of_epoch(epoch: str) -> str:
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        remedy = "It holds seconds since 1970, or is not set."
        raise UsageError(f"SOURCE_DATE_EPOCH is “{epoch}”, which is no time", remedy=remedy) from error
