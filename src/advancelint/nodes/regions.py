"""The part of a document that tells of a call."""

from __future__ import annotations

from bisect import bisect_right

from advancelint.plan.model import Plan

_LONGEST = 20_000


class Regions:
    """Where each call's text begins and ends: from its place to the next call's, or the whole text."""

    def __init__(self, plan: Plan, text: str) -> None:
        """Take ``plan`` and the text that it was read from ("" where there is none)."""
        self._calls = plan.calls
        self._text = text
        self._starts = sorted({call.span.start for call in plan.calls if call.span})

    def of_call(self, call: int) -> str:
        """Return the text about call ``call`` (-1: the document), at most 20 000 code points.

        With one call the whole document tells of it.
        """
        if len(self._calls) <= 1 or not 0 <= call < len(self._calls) or not self._calls[call].span:
            return self._text
        start = self._calls[call].span.start
        following = bisect_right(self._starts, start)
        end = self._starts[following] if following < len(self._starts) else len(self._text)
        return self._text[start : min(end, start + _LONGEST)]
