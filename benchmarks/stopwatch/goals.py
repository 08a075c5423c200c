"""What was measured, beside what it should be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

HEAD = "| | what | measured | goal | | by CPU time | rounds |\n|---|---|---:|---:|---|---:|---:|"


class Goal(NamedTuple):
    """What a figure should be: at most ``most`` or at least ``least``, in ``unit``; neither where it is only told.

    ``number`` is that of the goal in `benchmarks/README.md`, and ``what`` says what is measured.
    """

    number: str
    what: str
    most: float | None = None
    least: float | None = None
    unit: str = " ×"


class Row(NamedTuple):
    """A figure, with what the same comparison gives by CPU time and from how many rounds both come."""

    goal: Goal
    measured: float
    rounds: int
    cpu: float | None = None


class Absent(NamedTuple):
    """A figure that could not be had, and why."""

    goal: Goal
    why: str


def verdict(row: Row) -> str:
    """Say whether the goal is met; nothing for a figure without one."""
    goal = row.goal
    if goal.most is None and goal.least is None:
        return ""
    met = (goal.most is None or row.measured <= goal.most) and (goal.least is None or row.measured >= goal.least)
    return "met" if met else "**missed**"


def wanted(goal: Goal) -> str:
    """Say what the figure should be."""
    if goal.most is not None:
        return f"≤ {figure(goal.most, goal.unit)}"
    return f"≥ {figure(goal.least, goal.unit)}" if goal.least is not None else "–"


def figure(value: float, unit: str) -> str:
    """Return a value with three digits that count, and its unit."""
    digits = f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{digits}{unit}"


def line(row: Row | Absent) -> str:
    """Return a row of the table."""
    goal = row.goal
    if isinstance(row, Absent):
        # What a program said is shown in one cell.
        why = " ".join(row.why.split()).replace("|", "\\|")
        return f"| {goal.number} | {goal.what} | – | {wanted(goal)} | {why} | – | – |"
    cpu = "–" if row.cpu is None else figure(row.cpu, goal.unit)
    measured = figure(row.measured, goal.unit)
    return f"| {goal.number} | {goal.what} | {measured} | {wanted(goal)} | {verdict(row)} | {cpu} | {row.rounds} |"


def table(rows: Sequence[Row | Absent]) -> str:
    """Return the table in Markdown, in the order of the goals' numbers and, within one, as measured."""
    return "\n".join([HEAD, *(line(row) for row in sorted(rows, key=lambda row: row.goal.number))])


def summary(rows: Sequence[Row | Absent]) -> str:
    """Say how many goals are met."""
    said = [verdict(row) for row in rows if isinstance(row, Row)]
    missing = sum(isinstance(row, Absent) for row in rows)
    return f"{said.count('met')} met, {said.count('**missed**')} missed, {missing} not measured"
