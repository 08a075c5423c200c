"""Reads a table of responsibilities, RACI: letters below names say who does, answers, is asked or told."""

from __future__ import annotations

from advancelint.expressions import expression
from advancelint.markdown import Row
from advancelint.plan.outline import Grid
from advancelint.source import NOTHING, Passage

_LETTERS = expression(r"[RACIS](?:\s?[/,&+]?\s?[RACIS])*")
_NONE = frozenset({"", "-", "–", "—"})
_FEWEST = 2


def columns(grid: Grid) -> list[int]:
    """Return the columns of a table that hold nothing but such letters, an "R" among them; [] for another table."""
    found = [at for at in range(len(grid.heads)) if _is_lettered(grid, at)]
    does = any("R" in _letters(row, at) for row in grid.table.rows for at in found)
    return found if len(found) >= _FEWEST and does else []


def of(grid: Grid, row: Row, lettered: list[int]) -> Passage:
    """Return the head of the column in which a row has its "R"; nothing where there is none, or several."""
    does = [at for at in lettered if "R" in _letters(row, at)]
    return grid.table.header.cells[does[0]].text().passage.strip() if len(does) == 1 else NOTHING


def _is_lettered(grid: Grid, at: int) -> bool:
    if not grid.heads[at].strip():
        return False
    filled = [cell for row in grid.table.rows if (cell := _letters(row, at)) not in _NONE]
    return bool(filled) and all(map(_LETTERS.fullmatch, filled))


def _letters(row: Row, at: int) -> str:
    return row.cells[at].content.strip(" *_").upper()
