"""Finds the column of a table that holds goals, and what its rows say of their ranks."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.markdown import Row
from advancelint.plan.asking import asks
from advancelint.plan.material import Material
from advancelint.plan.outline import Grid
from advancelint.plan.vocabulary import Vocabulary

RANKS = {"primary": "primary", "fallback": "fallback", "objective": "unranked", "plan-objective": "plan"}
PARTS = {"primary-part": "primary", "fallback-part": "fallback"}
_PAIR, _NAMED = 2, 3  # columns, words


def aims(grid: Grid, material: Material) -> int:
    """Return the column of a table that holds goals, or purposes beside their ranks ("Must"); -1 where none does."""
    column, purpose = grid.column("objective", "primary"), grid.column("purpose")
    inside = material.outline.within(grid.section, "objective", "primary", "purpose")
    paired = len(grid.heads) == _PAIR and len(grid.table.rows) >= _PAIR
    if column < 0 and not (inside or paired or purpose >= 0):
        return column
    cells = [[cell.text().passage.text.strip() for cell in row.cells] for row in grid.table.rows]
    ranked = [[material.vocabulary.word("rank-cell", cell) is not None for cell in row] for row in cells]
    if column >= 0:
        ranks = len(grid.heads) == _PAIR and bool(cells) and all(row[column] for row in ranked)
        return 1 - column if ranks else _told_beside(grid, cells, column)  # "Outcome wanted | What", "Best | Vik signs"
    if purpose >= 0:  # each has its rank
        return purpose if any(map(all, zip(*ranked, strict=True))) else -1
    if len(grid.heads) == _PAIR and ranked and all(row[0] for row in ranked):
        return 1  # "Target | Vik signs", "Minimum | he names the day", below whatever heading
    return _longest(grid, cells) if material.outline.within(grid.section, "objective", "primary") else -1


def _told_beside(grid: Grid, cells: Sequence[Sequence[str]], column: int) -> int:
    """Return the column that says what the goals in ``column`` are where that only names them: "Renewal | Ana signs".

    ``column`` itself where its cells say it, or no other column mostly does.
    """
    if any(len(row[column].split()) > _NAMED or asks(row[column]) for row in cells):
        return column
    free = (at for at, label in enumerate(grid.columns) if label.roles <= {"other", "value"} and at != column)
    words = {at: sum(len(row[at].split()) for row in cells) for at in free if any(asks(row[at]) for row in cells)}
    longest = max(words, key=words.__getitem__, default=column)
    return longest if words.get(longest, 0) > _NAMED * len(cells) else column


def _longest(grid: Grid, cells: Sequence[Sequence[str]]) -> int:
    """Return the column with the most words of a table of goals without owners and days, one of which is an act."""
    if not cells or grid.column("owner", "due") >= 0:
        return -1
    columns = list(zip(*cells, strict=True))
    longest = max(range(len(columns)), key=lambda index: sum(map(len, columns[index])))
    return longest if any(map(asks, columns[longest])) else -1


def in_row(row: Row, column: int, vocabulary: Vocabulary) -> str:
    """Return the rank that a cell of a row beside ``column`` says: "primary", "fallback", or "" for none."""
    for index, cell in enumerate(row.cells):
        text = cell.text().passage.text.strip() if index != column else ""
        told = vocabulary.word("rank-cell", text) or ""
        if told:
            return told
        roles = vocabulary.label(text).roles if text else frozenset()
        rank = next((rank for role, rank in (*RANKS.items(), *PARTS.items()) if role in roles), "")
        if rank in {"primary", "fallback"}:
            return rank
    return ""
