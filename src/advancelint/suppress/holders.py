"""Which suppression holds a finding, without asking each of them. Lines are 1-based and inclusive."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from advancelint.suppress.model import Lines, Suppression


class _Held:
    """The lines in which one code is held, by how near the suppressions are."""

    def __init__(self) -> None:
        self.by_line: dict[int, int] = {}
        # Blocks of one code follow each other: what opens one that is open ends with it.
        self.firsts: list[int] = []
        self.lasts: list[int] = []
        self.blocks: list[int] = []
        self.file = -1

    def add(self, item: Suppression, index: int, lines: Lines) -> None:
        if item.kind == "file":
            self.file = index
        elif item.kind == "block":
            self.firsts.append(lines.first)
            self.lasts.append(lines.last)
            self.blocks.append(index)
        else:
            self.by_line.update(dict.fromkeys(range(lines.first, lines.last + 1), index))

    def at(self, lines: Lines) -> tuple[int, int]:
        """Return the nearness and the index of the suppression that reaches one of ``lines``; (-1, -1) for none."""
        count = lines.last - lines.first + 1
        seen = range(lines.first, lines.last + 1) if count <= len(self.by_line) else self.by_line
        found = [self.by_line[line] for line in seen if line in self.by_line and lines.first <= line <= lines.last]
        if found:
            return 2, max(found)
        place = bisect_right(self.firsts, lines.last) - 1
        if place >= 0 and self.lasts[place] >= lines.first:
            return 1, self.blocks[place]
        return (0, self.file) if self.file >= 0 else (-1, -1)


class Holders:
    """Finds the suppression that holds a finding."""

    def __init__(self, items: Sequence[Suppression]) -> None:
        """Take the suppressions of one file, in the order in which they stand."""
        self._held: dict[str, _Held] = {}
        for index, item in enumerate(items):
            for code, lines in item.reach:
                self._held.setdefault(code, _Held()).add(item, index, lines)

    def of(self, code: str, node: Lines, line: int) -> int:
        """Return the index of the suppression that holds a finding of ``code``, or -1.

        ``node`` is the lines of what was judged, ``line`` that of the finding. Of several the nearest holds: one for a
        line before a block, a block before the file, a later comment before an earlier one.
        """
        held = self._held.get(code)
        return max(held.at(node), held.at(Lines(line, line)))[1] if held else -1


class Covered:
    """Says whether any of many stretches of lines meets another."""

    def __init__(self, stretches: Sequence[Lines]) -> None:
        """Take the stretches, in any order."""
        ordered = sorted(stretches)
        self._firsts = [one.first for one in ordered]
        self._lasts = list(accumulate((one.last for one in ordered), max))

    def meets(self, lines: Lines) -> bool:
        """Say whether one of them shares a line with ``lines``."""
        before = bisect_right(self._firsts, lines.last)
        return before > 0 and self._lasts[before - 1] >= lines.first
