"""Finds the stage in a table: in the only row below a head that asks for it, or beside a first cell that does."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.plan.material import Material, field, is_placeholder
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.outline import Grid
from advancelint.plan.stage_words import stage_of
from advancelint.source import Passage


def find(material: Material) -> Field:
    """Return the stage that a table of facts of one sale states; ABSENT for none, and for a list of several sales."""
    for grid in material.outline.grids:
        if material.outline.within(grid.section, "next-step", "people"):
            continue
        for answer in _answers(material, grid):
            value = stage_of(answer.text, material.vocabulary)
            if value and not is_placeholder(answer.text, material.vocabulary):
                return field(value, answer, "column")
    return ABSENT


def _answers(material: Material, grid: Grid) -> Iterator[Passage]:
    """Yield the cells that answer where the sale of a table stands."""
    rows = grid.table.rows
    asked = grid.column("stage")
    if asked >= 0 and len(rows) == 1:  # more rows are more sales
        yield rows[0].cells[asked].text().passage.strip()
    if len(grid.heads) == len(("Item", "Status")):
        for row in rows:
            label, answer = (cell.text().passage.strip() for cell in row.cells)
            if "stage" in material.vocabulary.label(label.text).roles:
                yield answer
