"""Says whether the rows of a table are promises, and no agenda, list of material or diary."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import leads, orders, traps
from advancelint.plan.drafts import Bench
from advancelint.plan.outline import Grid, Outline

_PEOPLE = ("people", "attendees", "client-people", "our-people")
_LISTED = "it is a list of questions or material"
# What is to take place, and no act: "Lunch", "Site visit Homes"
_SORTS = expression(
    r"\b(?:meeting|call|visit|lunch|dinner|breakfast|coffee|demo|review|workshop|walk|tour|session|kick-?off|qbr|presentation"
    r"|termin|besuch|gespräch|réunion|visite|rendez-vous|reunión|visita|reunião|encontro)\b",
    re.IGNORECASE,
)


def is_promised(bench: Bench, grid: Grid, action: int) -> bool:
    """Say whether rows below "Preparation" or "Schedule" promise: they say who does what by what day, or tick off days.

    Below other headings nothing speaks against it.
    """
    why, due = bench.trap(grid.section), grid.column("due", but=action)
    if not why:
        return True
    if min(action, due) < 0:
        return False
    if why == _LISTED:
        return grid.column("owner", but=action) >= 0
    told = grid.column("done", "owner", but=action) >= 0
    cells = [row.cells[due].text().passage.text for row in grid.table.rows] if told else []
    vocabulary = bench.material.vocabulary
    dated = bool(cells) and all(leads.begins_with_day(cell.strip(), vocabulary) for cell in cells)
    return why == traps.AGENDA and dated


def is_diary(outline: Outline, grid: Grid) -> bool:
    """Say whether a table says when what takes place, and nobody owns it: "Date | What | With", or below "Meetings"."""
    beside = grid.column("attendees", "counterpart") >= 0
    told = beside and not outline.within(grid.section, "next-step") and _tells_calls(grid)
    called = outline.within(grid.section, "calls") or told
    owned = grid.column("owner", "next-step") >= 0 or (grid.column("done") >= 0 and not called)
    return (called or beside) and grid.column("call-date") >= 0 and not owned


def _tells_calls(grid: Grid) -> bool:
    """Say whether most cells of what takes place name a meeting: "Lunch", "First meeting with CFO"."""
    column = grid.column("action")
    cells = [row.cells[column].text().passage.text for row in grid.table.rows] if column >= 0 else []
    named = (_SORTS.search(cell) is not None and not orders.begins(cell.strip()) for cell in cells)
    return sum(named) * 2 > len(cells)


def lists_people(outline: Outline, grid: Grid, action: int) -> bool:
    """Say whether a table stands among people; "Step | Norwood | Tallow | When" below these is no list of them."""
    owned = grid.column("owner", but=action) >= 0 or grid.column("name", *_PEOPLE) < 0
    handed = owned and min(action, grid.column("due", but=action)) >= 0
    return not handed and outline.within(grid.section, *_PEOPLE)
