"""Knows which places of a text are taken, however many there are: a look costs no more than the way to the nearest."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from advancelint.source import Span

_BESIDE = 3  # a place that holds another one begins before it, with hardly any between them


class Occupied:
    """The places that are taken so far."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        """Take the first places."""
        self._sorted = sorted(spans)
        self._each = set(self._sorted)

    def __contains__(self, span: Span) -> bool:
        """Say whether just this place is taken."""
        return span in self._each

    def add(self, span: Span) -> None:
        """Take one more place."""
        insort(self._sorted, span)
        self._each.add(span)

    def move(self, old: Span, new: Span) -> None:
        """Take ``new`` in place of ``old``, which is taken."""
        self._sorted.pop(bisect_left(self._sorted, old))
        self._each.discard(old)
        self.add(new)

    def meets(self, place: Span) -> bool:
        """Say whether a place shares a character with one that is taken."""
        behind = bisect_left(self._sorted, Span(place.end, place.end))
        return any(one.end > place.start for one in self._sorted[max(0, behind - _BESIDE) : behind])

    def begins_in(self, begin: int, end: int) -> bool:
        """Say whether a place that is taken begins from ``begin`` on, and before ``end``."""
        at = bisect_left(self._sorted, Span(begin, begin))
        return at < len(self._sorted) and self._sorted[at].start < end
