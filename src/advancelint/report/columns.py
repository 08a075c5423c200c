"""Rows of words below each other, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advancelint.report.neutral import leading, neutral, width


def columns(rows: Sequence[Sequence[str]], *, right: int = 0) -> Iterator[str]:
    """Yield a neutral line for each row, its cells below those of the other rows; all rows have as many cells.

    The first ``right`` cells stand flush right, the last one is not padded.
    """
    shown = [[leading(row[0]), *map(neutral, row[1:])] for row in rows]
    spaces = [max(width(row[index]) for row in shown) for index in range(len(shown[0]) - 1)] if shown else []
    for row in shown:
        padded = []
        for index, (cell, space) in enumerate(zip(row, spaces, strict=False)):
            blanks = " " * (space - width(cell))
            padded.append(blanks + cell if index < right else cell + blanks)
        yield "  ".join([*padded, row[-1]]).rstrip()
