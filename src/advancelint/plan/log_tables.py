"""Tells tables of which each row is a call from tables of steps."""

from __future__ import annotations

import re
from itertools import chain

from advancelint.expressions import expression
from advancelint.plan.material import Material
from advancelint.plan.outline import Grid
from advancelint.plan.vocabulary import GOALS, Vocabulary

_TOLD_IN, _FEWEST_WORDS = frozenset({"other", "topic", "notes"}), 3  # columns that tell what was said, and their blanks
_GOAL_LABEL = expression(r"([^:\n]{3,30}): +(?=\S)")
_STATED_LABEL = expression(r"[.,;] +([^:.,;\n]{3,30}): +(?=\S)")  # "PLANNED, at their place. Aim: Jo signs"
_SHOUTED_LABEL = expression(r"(?:\A|[.,;] +)([^\W\d_a-z]{3,12}) +(?=\S)")  # "Go through it. GOAL Jo signs"
_FOLLOWS = expression(
    r"(?:and |so )?(?:then|what(?:['’]s| is)? next|what follows|follow-?up|after that|dann|danach|ensuite|après|luego"
    r"|después|depois|a seguir)\W*(?:what)?\W*",
    re.IGNORECASE,
)
PURPOSE = ("purpose", "why")  # of a call, what it is for
_AIMED = frozenset({"objective", "primary"})
_SEEN = 120  # characters of a cell in which its label begins
_ROUND_LABEL = expression(r"[(\[]([^()\[\]:\n]{3,20})[)\]]:? +(?=\S)")  # "(aim) Jo signs"


def is_log(material: Material, grid: Grid) -> bool:
    """Say whether each row of a table is a call: it has a date, and an objective or an outcome."""
    sure = tells(grid) or any(not one.heard and "fallback" in one.roles for one in grid.columns)
    # "Contacts so far, and the next" is only heard as a heading of steps
    heard = material.outline.sections[grid.section].label.heard
    sure = sure or (heard and grid.column("outcome") >= 0 and _counting(grid) in grid.dating_calls)
    if material.outline.trap(grid.section) or (material.outline.within(grid.section, "next-step") and not sure):
        return False
    if grid.column("owner") >= 0 and grid.column("action") >= 0 and grid.column("objective") == grid.column("action"):
        return False
    if grid.column("call-date") < 0:
        return False
    return (
        grid.column("objective", "primary", "fallback", "outcome") >= 0
        or (_tells_and_follows(grid) and not _shares_out(material, grid))
        or any(goal_label(cell.content, material.vocabulary) for row in grid.table.rows for cell in row.cells)
    )


def tells(grid: Grid) -> bool:
    """Say whether a table says whom somebody called and what for, and what came of it."""
    return min(grid.column("attendees"), grid.column(*PURPOSE), grid.column("outcome")) >= 0


def following(grid: Grid) -> int:
    """Return the column behind what came of calls, "then", that says what follows; -1 for none, or for several."""
    behind = range(grid.column("outcome") + 1, len(grid.heads)) if tells(grid) else ()
    found = [at for at in behind if grid.columns[at].roles <= {"other"} and _FOLLOWS.fullmatch(grid.heads[at].strip())]
    return found[0] if len(found) == 1 else -1


def _tells_and_follows(grid: Grid) -> bool:
    """Say whether a table has a day in front, what was said then, and what follows: "date | who | gist | then".

    In a table of steps the day, when each is due, stands behind them, and nothing is told beside them.
    """
    steps, dated = grid.column("next-step"), grid.column("call-date")
    if dated != _counting(grid) or steps < 1 or "action" in grid.columns[steps].roles:
        return False
    # Whoever stands beside what happened, "spoke to", owns nothing of it.
    met = grid.column("counterpart") >= 0 and grid.column("owner") < 0
    open_to = _TOLD_IN | {"action"} if met else _TOLD_IN
    told = (at for at, label in enumerate(grid.columns) if at not in {dated, steps} and label.roles <= open_to)
    rows = grid.table.rows
    return any(sum(row.cells[at].content.count(" ") for row in rows) >= _FEWEST_WORDS * len(rows) for at in told)


def _shares_out(material: Material, grid: Grid) -> bool:
    """Say whether a table of a mutual plan has what follows only by ear: "Day | What Norwood does | … | Together"."""
    return material.kind == "map" and all(one.heard for one in grid.columns if "next-step" in one.roles)


def _counting(grid: Grid) -> int:
    """Return how many columns, 0 or 1, stand in front that only count the rows: "No | Date | …"."""
    return int(all(not row.cells[0].content.strip(" .#").strip("0123456789") for row in grid.table.rows))


def goal_label(text: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """Return the label of the lists with which a cell says that it holds a goal: "Goal: Ana signs"; None for others."""
    first = _ROUND_LABEL.match(text) or _GOAL_LABEL.match(text)
    if first and vocabulary.label(first[1]).roles & GOALS:
        return first
    # "Jo signs; fallback: he calls" begins with a goal
    stated = chain(_STATED_LABEL.finditer(text, 0, _SEEN), _SHOUTED_LABEL.finditer(text, 0, _SEEN))
    return next((one for one in stated if vocabulary.label(one[1]).roles & _AIMED), None)
