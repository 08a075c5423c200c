"""Long lists of two columns, of which a run asks little: pieces of text rather than thousands of objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Value = TypeVar("Value")
# To make a dictionary of it pays for who asks as often as this: the lines of a dozen plans.
_OFTEN = 200


class Lookup(Generic[Value]):
    """Finds the second cell of a row by the first."""

    def __init__(self, pieces: dict[str, str], read: Callable[[str], Value]) -> None:
        """Take what `pieces_of` made, and what makes of a cell's text what is wanted."""
        self._pieces, self._read = pieces, read
        self._left = _OFTEN
        self._whole: dict[str, Value] | None = None

    def getter(self) -> Callable[[str, Value], Value]:
        """Return what finds a value by its key or returns the second argument; to be asked for again now and then."""
        if self._whole is None and self._left:
            self._left -= 1
            return self._find
        return self.whole().get

    def whole(self) -> dict[str, Value]:
        """Return all of it."""
        if self._whole is None:
            lines = (line for piece in self._pieces.values() for line in piece.split("\n") if line)
            rows = (line.split("\t") for line in lines)
            self._whole = {key: self._read(value) for key, value in rows}
            self._pieces = {}  # nobody looks into them any more, and they take megabytes
        return self._whole

    def _find(self, key: str, default: Value) -> Value:
        if self._whole is not None:
            return self._whole.get(key, default)
        piece = self._pieces.get(_place(key), "")
        start = piece.find(f"\n{key}\t")
        if start < 0:
            return default
        start += len(key) + 2
        return self._read(piece[start : piece.find("\n", start)])


def pieces_of(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return ``rows`` as a `Lookup` keeps them; no cell holds a tab or a line break."""
    found: dict[str, list[str]] = {}
    for key, value in rows:
        found.setdefault(_place(key), [""]).append(f"{key}\t{value}")
    return {place: "\n".join((*lines, "")) for place, lines in found.items()}


def _place(key: str) -> str:
    return key[:1] + key[-2:]
