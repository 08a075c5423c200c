"""The part of a document that tells of a call."""

from __future__ import annotations

from advancelint.doctrine.parts import region
from advancelint.plan.model import Plan


class Regions:
    """Where each call's text begins and ends: from its place to the next call's, or the whole text."""

    def __init__(self, plan: Plan, text: str) -> None:
        """Take ``plan`` and the text that it was read from ("" where there is none)."""
        self._plan = plan
        self._text = text

    def of_call(self, call: int) -> str:
        """Return the text about call ``call`` (-1: the document); with one call the whole document tells of it."""
        calls = self._plan.calls
        if len(calls) <= 1 or not 0 <= call < len(calls) or not calls[call].span:
            return self._text
        return region(self._text, [one.span for one in calls if one.span], self._place(call))

    def _place(self, call: int) -> int:
        return sum(1 for one in self._plan.calls[:call] if one.span)
