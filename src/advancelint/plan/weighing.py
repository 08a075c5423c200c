"""Weighs what each unit of a plan is from many weak signs at once, where no list and no heading says so.

A line "Acceptable: Bev sends us a month of data" is a goal for its label a little, for its place below a goal a little,
and for its own words a little. Each sign has a weight for each of `KINDS`, learnt by benchmarks/train_lines.py from
plans of strangers with what they said of them. Units are weighed twice: first each by its own signs, then, where that
leaves a chance, by how it stands among the others (`standing`), which small decision trees ask. No sign is a word of a
trade: a word counts that many hands wrote. The rank of a goal is weighed by the same signs.
"""

from __future__ import annotations

import functools
import os
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import chain

from advancelint import resources
from advancelint.lookup import Lookup
from advancelint.plan.hearing import logistic
from advancelint.plan.outline import Outline, Statement
from advancelint.plan.page import PARTS, Page
from advancelint.plan.standing import NAMES, Odds, Standing
from advancelint.plan.units import Unit
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span
from advancelint.trees import Tree, worth
from advancelint.weighings import Weighings

RANKS = ("primary", "fallback", "plan")
# From these odds on, in hundredths, trees are asked about a unit; of those below one in a hundred is what is asked for.
LEAST = -450
# And only on pages of so many units: no page that they learnt from had fewer, so that they would guess.
FEWEST = 6
# Below this chance what a heard label or a column names is none.
FAINT = 0.1
_HEADING = PARTS.index("heading")
_GOAL = 0.5  # from this chance on a unit counts among the goals of its page


class Scales:
    """Weighs the units of one document; a class to weigh each once."""

    def __init__(self, outline: Outline, kind: str, vocabulary: Vocabulary, written: str) -> None:
        """Take the document, its kind and its source."""
        self._page = Page(outline, kind, vocabulary, written)
        self._weighed: dict[str, list[float]] = {}
        self._stands: dict[int, list[int]] = {}

    def chances(self, what: str) -> list[float]:
        """Return how likely each unit of the page is ``what``, one of `KINDS`, from 0 to 1."""
        if what not in self._weighed:
            grown = [] if self.scant else trees()[1][what]
            self._weighed[what] = twice(self._odds[what], grown, self._asked)
        return self._weighed[what]

    def _asked(self, number: int) -> list[int]:
        """Return how a unit stands among the others, in the order of the trees; kept, since each of `KINDS` asks."""
        if number not in self._stands:
            order, _ = trees()
            numbers = self._standing.numbers(number)
            self._stands[number] = [numbers[place] for place in order]
        return self._stands[number]

    @functools.cached_property
    def _standing(self) -> Standing:
        return Standing(self._page, self._odds)

    @functools.cached_property
    def _odds(self) -> dict[str, list[Odds]]:
        known = weights("lines")
        found = [odds(known, signs) for signs in self._signs]
        return {what: [one[place] for one in found] for place, what in enumerate(known.names)}

    @functools.cached_property
    def _signs(self) -> list[dict[str, set[str]]]:
        return [self._page.own(number) for number in range(len(self._page.units))]

    def headed(self, number: int, what: str) -> int:
        """Return what the heading above a unit says of its being ``what``, in hundredths of log-odds."""
        return self._odds[what][number].parts[_HEADING]

    @property
    def scant(self) -> bool:
        """Whether the page is too small to tell much of its units."""
        return len(self.units) < FEWEST

    @property
    def units(self) -> list[Unit]:
        """The units of the page."""
        return self._page.units

    def of(self, statement: Statement) -> list[tuple[float, int]]:
        """Return the numbers of the units of a statement, each behind its chance to be an objective."""
        chances = self.chances("objective")
        return [(chances[number], number) for number in self._numbers.get(statement.span, ())]

    def at(self, span: Span) -> Iterator[int]:
        """Yield the numbers of the units of which a part stands in ``span`` of the source, the last one first."""
        starts, numbers = self._places
        for index in range(bisect_left(starts, span.end) - 1, -1, -1):
            if self.units[numbers[index]].words.ends[-1] <= span.start:
                break
            yield numbers[index]

    def likeliest(self, span: Span, what: str) -> float:
        """Return how likely the likeliest unit in ``span`` is ``what``; 1 for none, or on a page of few lines."""
        chances = self.chances(what)
        return 1.0 if self.scant else max((chances[number] for number in self.at(span)), default=1.0)

    def rank(self, number: int) -> str:
        """Return the likeliest rank of a goal, the unit ``number``: one of `RANKS`, "unranked" where none is likely."""
        goals = self._goals if self.chances("objective")[number] >= _GOAL else sorted((*self._goals, number))
        found = {*chain.from_iterable(self._signs[number].values()), *self._page.of_goal(number, goals)}
        likely, rank = max(chances(weights("ranks"), found))
        return rank if likely >= _GOAL else "unranked"

    @functools.cached_property
    def _goals(self) -> list[int]:
        return [number for number, likely in enumerate(self.chances("objective")) if likely >= _GOAL]

    def columns(self, number: int, what: str) -> list[tuple[float, int]]:
        """Return how likely each column of the table ``number`` is one of ``what``, on average, and which it is."""
        chances, columns = self.chances(what), self._page.columns.items()
        cells = [(chances[rows.start : rows.stop], column) for (grid, column), rows in columns if grid == number]
        return [(sum(found) / len(found), column) for found, column in cells if found]

    def cells(self, number: int) -> Iterator[int]:
        """Yield the numbers of the units that stand in the table ``number``."""
        return chain.from_iterable(inside for (grid, _), inside in self._page.columns.items() if grid == number)

    @functools.cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        """Where units begin in the source, in order, and their numbers."""
        found = sorted((unit.words.starts[0], number) for number, unit in enumerate(self.units))
        return [start for start, _ in found], [number for _, number in found]

    @functools.cached_property
    def _numbers(self) -> dict[Span, list[int]]:
        found: dict[Span, list[int]] = {}
        for number, unit in enumerate(self.units):
            found.setdefault(unit.statement.span, []).append(number)
        return found


def chance(known: Lookup[int], found: Set[str]) -> float:
    """Return the chance that signs give with these weights, of which the empty sign's is the constant."""
    return logistic(sum(map(known.find, ("", *found))) / 100)


def chances(known: Weighings, found: Set[str]) -> list[tuple[float, str]]:
    """Return the chance that signs give by each weighing, before its name."""
    return [(logistic(total / 100), name) for total, name in zip(known.sums(("", *found)), known.names, strict=True)]


def odds(known: Weighings, signs: Mapping[str, Set[str]]) -> list[Odds]:
    """Return the odds that each weighing gives a unit with ``signs`` by which of `PARTS` they are, in their order."""
    parts = zip(*[known.sums(signs[part]) for part in PARTS], strict=True)
    return [Odds(constant + sum(own), own) for constant, own in zip(known.sums([""]), parts, strict=True)]


def twice(own: Sequence[Odds], grown: Sequence[Tree], asked: Callable[[int], Sequence[int]]) -> list[float]:
    """Return the chances of units with their odds by themselves, by the trees ``grown`` where those leave one.

    ``asked`` returns how the unit of a number stands, in the order in which the trees ask it; without trees the odds
    are all that is told.
    """
    return [
        logistic(worth(grown, asked(at)) / 1000 if grown and one.own >= LEAST else one.own / 100)
        for at, one in enumerate(own)
    ]


@functools.cache
def trees() -> tuple[list[int], dict[str, list[Tree]]]:
    """Return where the numbers that trees ask stand among those of `standing`, in their order, and trees by `KINDS`.

    What trees are worth is a chance's log-odds in thousandths. Raises ResourceError without the list.
    """
    names, grown = resources.trees(os.path.join(resources.folder("lexicon"), "trees.tsv"))
    return list(map(NAMES.index, names)), grown


@functools.cache
def weights(name: str) -> Weighings:
    """Return what signs weigh in each weighing of the list ``name`` ("lines", "ranks", "kinds"), in hundredths.

    Raises ResourceError without the list.
    """
    return resources.weighings(os.path.join(resources.folder("lexicon"), f"{name}.tsv"))
