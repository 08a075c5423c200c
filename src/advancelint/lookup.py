"""Long lists of two columns, of which a run asks little: pieces of text rather than thousands of objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Value = TypeVar("Value")
# Words come again and again; what was asked for is kept until it takes half a megabyte.
_MOST = 2048


class Lookup(Generic[Value]):
    """Finds the second cell of a row by the first."""

    def __init__(self, pieces: dict[str, str], read: Callable[[str], Value], missing: Value) -> None:
        """Take what `pieces_of` made, what makes of a cell's text what is wanted, and what is found for other keys."""
        self._pieces, self._read, self._missing = pieces, read, missing
        self.find: Callable[[str], Value] = _Kept(self._found).__getitem__

    def cells(self) -> dict[str, str]:
        """Return all of it, as it is written."""
        lines = (line for piece in self._pieces.values() for line in piece.split("\n") if line)
        return {key: value for key, _, value in (line.partition("\t") for line in lines)}

    def cell(self, key: str) -> str | None:
        """Return the second cell of the row with the first cell ``key`` as it is written; None without such a row."""
        piece = self._pieces.get(_place(key), "")
        start = piece.find(f"\n{key}\t")
        if start < 0:
            return None
        start += len(key) + 2
        return piece[start : piece.find("\n", start)]

    def _found(self, key: str) -> Value:
        cell = self.cell(key)
        return self._missing if cell is None else self._read(cell)


class _Kept(dict[str, Value]):
    """What was found before, by its key: asked as any dictionary, so at its speed."""

    def __init__(self, find: Callable[[str], Value]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: str) -> Value:
        if len(self) >= _MOST:
            self.clear()
        value = self[key] = self._find(key)
        return value


def pieces_of(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return ``rows`` as a `Lookup` keeps them; no cell holds a tab or a line break."""
    found: dict[str, list[str]] = {}
    for key, value in rows:
        found.setdefault(_place(key), [""]).append(f"{key}\t{value}")
    return {place: "\n".join((*lines, "")) for place, lines in found.items()}


def _place(key: str) -> str:
    return key[:1] + key[-2:]
