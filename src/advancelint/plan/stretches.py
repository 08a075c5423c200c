"""Questions about places of a text and stretches of it, answered without a look at each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from advancelint.expressions import expression
from advancelint.source import Span

_FIELD, _FIELDS = expression(r"[^\W\d_][^:;]{1,30}: +\S"), 3
_SOMETHING, _COLON = expression(r"\S"), 2  # with the blank behind it


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


def next_line(text: str, starts: Sequence[int], start: int) -> int:
    """Return the first of ``starts`` behind ``start``, or the end: "goal = …" is no part of the next line's label.

    A line that begins with the colon belongs to the one above, ": Ana Ruiz" below "Who".
    """
    at = bisect_right(starts, start)
    if at == len(starts):
        return len(text)
    return starts[at] + _COLON if text.startswith(":", starts[at]) else starts[at]


def fields(text: str, starts: Sequence[int]) -> set[int]:
    """Return where the fields of a line of nothing else begin: "Account: Norwood; Owner: Ana Ruiz; Stage: Proposal".

    ``starts`` are where lines begin.
    """
    found: set[int] = set()
    for start, end in pairwise([*starts, len(text)]):
        parts = text[start:end].rstrip(" ;").split("; ")
        if len(parts) >= _FIELDS and all(_FIELD.match(part) and part.count(": ") == 1 for part in parts):
            found.update(accumulate((len(part) + len("; ") for part in parts[:-1]), initial=start))
    return found


def is_marked(text: str, name: Span, value: Span, end: int) -> bool:
    """Say whether something but blanks stands between a label and its value, which begins before ``end``."""
    return bool(text[name.end : value.start].strip()) and value.start < end
