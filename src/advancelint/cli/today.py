"""Which day counts as today."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from advancelint.config.days import COMMIT, DAYS, TODAY, is_day
from advancelint.errors import UsageError, closest


def asked(as_of: str | None) -> str:
    """Return the value of --as-of: an ISO date, "today", "commit", or "" where it was not given. Raises UsageError."""
    if as_of is None or as_of in DAYS or is_day(as_of):
        return as_of or ""
    meant = closest(as_of, DAYS)
    remedy = f"Did you mean “{meant}”?" if meant else "Write year, month and day, as in 2026-06-01."
    raise UsageError(f"“{as_of}” is no date for --as-of", remedy=remedy)


def day(choice: str, folder: str) -> str:
    """Return the ISO date that ``choice`` means: a date, "today", "commit", or "" where nobody chose.

    “commit” is the day of the last commit, in UTC, of the repository in which ``folder`` lies; before the first one,
    and where nobody chose, it is the day of ``SOURCE_DATE_EPOCH`` in UTC, else today. Raises UsageError where there is
    no repository.
    """
    if choice == COMMIT:
        from advancelint.history import head_day

        return head_day(folder) or day("", folder)
    if choice not in ("", TODAY):
        return choice
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return _of_epoch(epoch) if epoch and not choice else date.today().isoformat()


def _of_epoch(epoch: str) -> str:
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        remedy = "It holds seconds since 1970, or is not set."
        raise UsageError(f"SOURCE_DATE_EPOCH is “{epoch}”, which is no time", remedy=remedy) from error
