"""Reads what ``git diff-index --raw -z --patch --unified=0`` prints."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.records import NamedTuple

_HUNK = expression(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = expression(rb'\\([0-7]{3}|[abtnvfr"\\])')
_ESCAPED = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}


class Change(NamedTuple):
    """What happened to one file. ``lines`` are ranges of 1-based lines that are new or other ones, ends included.

    ``cuts`` are the lines behind which lines were taken away, 0 for the beginning of the file. ``whole`` says that
    all of it is new.
    """

    touched: bool
    whole: bool = False
    lines: tuple[tuple[int, int], ...] = ()
    cuts: tuple[int, ...] = ()

    def touches(self, first: int, last: int) -> bool:
        """Say whether a line from ``first`` to ``last`` changed, or lines at or between them were taken away.

        What was taken away counts for the line above and the line below the gap.
        """
        if self.whole:
            return True
        changed = any(start <= last and first <= end for start, end in self.lines)
        return changed or any(first - 1 <= cut <= last for cut in self.cuts)


UNTOUCHED = Change(touched=False)
EVERYTHING = Change(touched=True, whole=True)


def parse(output: bytes) -> tuple[dict[str, Change], list[str]]:
    """Return the changes by name, and the names of files that are gone."""
    by_name: dict[str, Change] = {}
    gone: list[str] = []
    place = 0
    while output[place : place + 1] == b":":
        status, place = _until(output, place)
        old, place = _until(output, place)
        kind = status.rpartition(b" ")[2][:1]
        new = old
        if kind in (b"R", b"C"):
            new, place = _until(output, place)
        if kind in (b"D", b"R"):
            gone.append(os.fsdecode(old))
        if kind != b"D":
            # Of a file whose time stamp alone moved git lists the name too; its patch is empty then.
            known = UNTOUCHED if kind == b"M" else Change(touched=True) if kind in (b"R", b"C") else EVERYTHING
            by_name[os.fsdecode(new)] = known
    for name, lines, cuts in _files(output[place:].lstrip(b"\0").split(b"\n")):
        known = by_name.get(name, EVERYTHING)
        if not known.whole:
            by_name[name] = Change(touched=True, lines=tuple(lines), cuts=tuple(cuts))
    return by_name, gone


def _until(output: bytes, place: int) -> tuple[bytes, int]:
    end = output.index(b"\0", place)
    return output[place:end], end + 1


def _files(patch: list[bytes]) -> Iterator[tuple[str, list[tuple[int, int]], list[int]]]:
    """Yield the name of each file that has hunks and is still there, its changed lines and its cuts."""
    name = ""
    lines: list[tuple[int, int]] = []
    cuts: list[int] = []
    place = 0
    while place < len(patch):
        line = patch[place]
        place += 1
        if line.startswith(b"diff --git "):
            if name:
                yield name, lines, cuts
            name, lines, cuts = "", [], []
        elif line.startswith(b"+++ "):
            name = _name(line[4:])
        elif match := _HUNK.match(line):
            taken, start, count = (int(match[1] or 1), int(match[2]), int(match[3] or 1))
            if count:
                lines.append((start, start + count - 1))
            else:
                cuts.append(start)
            place = _behind(patch, place, taken + count)
    if name:
        yield name, lines, cuts


def _behind(patch: list[bytes], place: int, count: int) -> int:
    """Return the place behind ``count`` lines of a hunk: what they say must not be taken for a head."""
    while count and place < len(patch):
        count -= not patch[place].startswith(b"\\")  # "\ No newline at end of file" is no line
        place += 1
    return place


def _name(written: bytes) -> str:
    """Return the name of a ``+++`` line, "" for a file that is gone; unusual characters are escaped in it."""
    written = written.removesuffix(b"\t")
    if written.startswith(b'"') and written.endswith(b'"'):
        written = _ESCAPE.sub(_unescaped, written[1:-1])
    return os.fsdecode(written.removeprefix(b"b/")) if written.startswith(b"b/") else ""


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if len(code) == 3 else _ESCAPED.get(code, code)
