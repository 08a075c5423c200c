"""Reads the goals that front matter holds, each with its rank: "objective: …", "calls: [{date: …, goal: …}]"."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.plan import front_entries
from advancelint.plan.aim_columns import RANKS
from advancelint.plan.front import passage
from advancelint.plan.material import Material
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span


class FrontGoal(NamedTuple):
    """A goal: its words, the place of an empty one, its rank, section 0, and what labels it."""

    words: Passage
    empty: Span
    rank: str
    section: int
    label: str


def read(material: Material) -> Iterator[FrontGoal]:
    """Yield the goals in order, fallbacks last."""
    for role in ("objective", "fallback"):
        for entry in material.front.entries:
            label = f"call {role}" if entry.call else role
            for scalar in front_entries.scalars(entry.value) if role in entry.roles else ():
                yield FrontGoal(passage(material.source, scalar), scalar.span, RANKS[role], 0, label)
