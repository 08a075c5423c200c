"""Weighs what each unit of a plan is from many weak signs at once, where no list and no heading says so.

A line "Acceptable: Bev sends us a month of data" is a goal for its label a little, for its place below a goal a little,
and for its own words a little. Each sign has a weight, learnt by benchmarks/train_lines.py from plans of strangers with
what they said of them. Units are weighed twice: first each by its own signs, then each by how likely it is and how
likely those beside it are, since goals stand together. No sign is a word of a
trade: a word counts that many hands wrote. The rank of a goal is weighed by the same signs.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator, Mapping
from itertools import chain

from advancelint import resources
from advancelint.plan.hearing import logistic
from advancelint.plan.outline import Outline, Statement
from advancelint.plan.page import Page
from advancelint.plan.units import Unit
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

RANKS = ("primary", "fallback", "plan")
_GOAL = 0.5  # from this chance on a unit counts among the goals of its page


class Scales:
    """Weighs the units of one document; a class to weigh each once."""

    def __init__(self, outline: Outline, kind: str, vocabulary: Vocabulary, written: str) -> None:
        """Take the document, its kind and its source."""
        self._page = Page(outline, kind, vocabulary, written)

    @functools.cached_property
    def chances(self) -> list[float]:
        """How likely each unit of the page is an objective, from 0 to 1."""
        page, count = self._page, range(len(self._page.units))
        first, second = (weights("lines")[which] for which in ("first", "second"))
        alone = [_chance(first, page.own(number)) for number in count]
        return [_chance(second, page.beside(number, alone)) for number in count]

    @property
    def units(self) -> list[Unit]:
        """The units of the page."""
        return self._page.units

    def of(self, statement: Statement) -> list[tuple[float, int]]:
        """Return the numbers of the units of a statement, each behind its chance."""
        return [(self.chances[number], number) for number in self._numbers.get(statement.span, ())]

    def rank(self, number: int) -> str:
        """Return the likeliest rank of a goal, the unit ``number``: one of `RANKS`, "unranked" where none is likely."""
        goals = self._goals if self.chances[number] >= _GOAL else sorted((*self._goals, number))
        found = set(chain(self._page.own(number), self._page.of_goal(number, goals)))
        weighed = [(_chance(weights("ranks")[rank], iter(found)), rank) for rank in RANKS]
        chance, rank = max(weighed)
        return rank if chance >= _GOAL else "unranked"

    @functools.cached_property
    def _goals(self) -> list[int]:
        return [number for number, chance in enumerate(self.chances) if chance >= _GOAL]

    def column(self, number: int) -> tuple[float, int]:
        """Return how likely the likeliest column of the table ``number`` holds goals, and which it is; -1 for none."""
        columns = self._page.columns.items()
        found = [(self._mean(inside), column) for (grid, column), inside in columns if grid == number and inside]
        return max(found, default=(0.0, -1))

    def _mean(self, inside: range) -> float:
        return sum(self.chances[inside.start : inside.stop]) / len(inside)

    @functools.cached_property
    def _numbers(self) -> dict[Span, list[int]]:
        found: dict[Span, list[int]] = {}
        for number, unit in enumerate(self.units):
            found.setdefault(unit.statement.span, []).append(number)
        return found


def _chance(known: Mapping[str, int], found: Iterator[str]) -> float:
    return logistic((known[""] + sum([known.get(sign, 0) for sign in set(found)])) / 100)


@functools.cache
def weights(name: str) -> dict[str, dict[str, int]]:
    """Return what each sign weighs in each weighing of the list ``name`` ("lines", "ranks"), in hundredths.

    Raises ResourceError without the list.
    """
    return resources.numbers(os.path.join(resources.folder("lexicon"), f"{name}.tsv"))
