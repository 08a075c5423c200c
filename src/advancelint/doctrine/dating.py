"""Whether the day of an objective can be kept."""

from __future__ import annotations

import re

from advancelint.doctrine.days import first_day
from advancelint.expressions import expression
from advancelint.reading import Reading

_DUE = expression(r"\b(?:by|before|until|on|no later than|bis|due)\s+(?P<day>[^,;]{3,30})", re.IGNORECASE)
_LATE_STAGES = ("close", "expand")
FAULTS = ("none", "before-call", "no-such-day", "after-close")


def fault_of(reading: Reading, call_day: str, close_day: str, stages: tuple[str, str]) -> str:
    """Say what is wrong with a deadline (one of `FAULTS`); days are ISO, "" where unknown.

    ``close_day`` is "" where it has passed already, which is another fault; ``stages`` are the plan's and the act's.

    before-call: it is over before the call takes place. no-such-day: the calendar does not have it. after-close: the
    call comes after the day on which the plan wants the decision, and is not about what comes after the decision.
    """
    due = first_day(reading.deadline.text, call_day) if reading.deadline.value == "date" else None
    if due is None and (match := _DUE.search(reading.passage.text)):
        due = first_day(match["day"], call_day or "2000-01-01")
        due = due if due and not due.iso else None  # a day that exists was left to the reading, which took it for none
    if due is not None:
        if not due.iso:
            return "no-such-day"
        if call_day and due.iso < call_day:
            return "before-call"
    late = call_day and close_day and call_day > close_day
    if late and not set(stages) & set(_LATE_STAGES):
        return "after-close"
    return "none"
