"""Questions about places of a text and stretches of it, answered without a look at each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from advancelint.expressions import expression
from advancelint.source import Span

_SOMETHING = expression(r"\S")


class Stretches:
    """Stretches of a text, in any order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Take the stretches."""
        self._spans = sorted(spans)
        self._ends = list(accumulate((span.end for span in self._spans), max))

    def hold(self, place: int) -> bool:
        """Say whether ``place`` lies inside of one of them, and not at its edge."""
        before = bisect_left(self._spans, (place, 0))
        return before > 0 and self._ends[before - 1] > place


def is_between(places: Sequence[int], start: int, end: int) -> bool:
    """Say whether one of the sorted ``places`` lies between ``start`` and ``end``."""
    index = bisect_right(places, start)
    return index < len(places) and places[index] < end


def stands_behind(text: str, place: int, mark: str) -> bool:
    """Say whether the last letter before ``place`` is ``mark``, blanks aside."""
    while place and text[place - 1].isspace():
        place -= 1
    return text[place - 1 : place] == mark


def goes_on(text: str, place: int) -> bool:
    """Say whether anything but blanks stands behind ``place``."""
    return _SOMETHING.search(text, place) is not None
