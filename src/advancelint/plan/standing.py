"""How a unit stands among the others of its page, in whole numbers, which the second weighing of `weighing` asks.

Goals stand together, and so do steps: what a unit is depends on what it is likely to be by itself, and what those
around it are. Odds are log-odds in hundredths, chances of 0 to 1000.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from advancelint.plan.hearing import logistic
from advancelint.plan.page import PARTS, Page
from advancelint.records import NamedTuple

# What a unit may be: a goal of a call or of the plan, a next step, or what the client wins.
KINDS = ("objective", "step", "win")
NONE = -2000  # the odds of what is not there
_AWAY = (-3, -2, -1, 1, 2, 3)
_BESIDE = (-2, -1, 1, 2)
_RELATIONS = ("column", "block", "list", "section", "apart", "")
_PLANS = ("prep", "notes", "deal", "account", "map")
_SURFACES = ("bold", "bullet", "cell", "item", "quote", "row", "text")
_WORDS = PARTS.index("words")
NAMES = (
    *(
        f"{kind}:{name}"
        for kind in KINDS
        for name in (
            "own",
            *PARTS,
            *(f"{where:+}" for where in _AWAY),
            *("best-in-group", "mean-of-group", "first-of-group", "words-of-group", "best-in-block"),
            *("chances-of-others", "chances-before", "best-of-page", "likelier"),
        )
    ),
    *(f"relation:{where:+}" for where in _BESIDE),
    *("size-of-group", "place-in-group", "length", "later", "nested", "boxed", "ticked", "named"),
    *(f"plan:{kind}" for kind in _PLANS),
    *(f"surface:{surface}" for surface in _SURFACES),
)


class Odds(NamedTuple):
    """The log-odds of a unit by its own signs, in hundredths: their sum, and what each of `PARTS` adds to it."""

    own: int
    parts: tuple[int, ...]


class _Group(NamedTuple):
    """Several units, for one of `KINDS`: the two highest odds, their chances together, those of their words."""

    best: int
    second: int
    chances: int
    words: int


class Standing:
    """The units of a page with their odds; a class to add up each group of units once."""

    def __init__(self, page: Page, odds: Mapping[str, Sequence[Odds]]) -> None:
        """Take a page and the odds of its units to be each of `KINDS`."""
        self._page, self._odds = page, odds
        count = range(len(page.units))
        self._groups = _grouped([page.group(number) for number in count])
        self._blocks = _grouped([page.units[number].statement.block for number in count])
        self._chances = {kind: [round(1000 * logistic(one.own / 100)) for one in found] for kind, found in odds.items()}
        self._before = {kind: [0, *accumulate(found)] for kind, found in self._chances.items()}
        self._ranked = {kind: sorted(one.own for one in found) for kind, found in odds.items()}
        groups, blocks = self._groups.items(), self._blocks.items()
        self._of_groups = {kind: {key: self._together(kind, inside) for key, inside in groups} for kind in KINDS}
        self._of_blocks = {kind: {key: self._together(kind, inside) for key, inside in blocks} for kind in KINDS}

    def numbers(self, number: int) -> list[int]:
        """Return the numbers of a unit, in the order of `NAMES`."""
        page = self._page
        unit = page.units[number]
        statement, group = unit.statement, self._groups[page.group(number)]
        found: list[int] = []
        for kind in KINDS:
            found += self._among(kind, number, group)
        for where in _BESIDE:
            there = 0 <= number + where < len(page.units)
            found.append(_RELATIONS.index(page.relation(unit, page.units[number + where]) if there else ""))
        found += (len(group), number - group[0], len(unit.words.text), min(unit.number, 3), statement.nested)
        found += (statement.checked != "none", statement.checked == "checked", bool(unit.name))
        found += [page.kind == kind for kind in _PLANS]
        found += [statement.surface == surface for surface in _SURFACES]
        return found

    def _among(self, kind: str, number: int, group: list[int]) -> list[int]:
        """Return the numbers of a unit that are asked for each of `KINDS`."""
        odds = self._odds[kind]
        own = odds[number]
        found = [own.own, *own.parts]
        around = (number + where for where in _AWAY)
        found += [odds[at].own if 0 <= at < len(odds) else NONE for at in around]
        others, chance = self._of_groups[kind][self._page.group(number)], self._chances[kind][number]
        if len(group) > 1:
            count = len(group) - 1
            found.append(others.second if own.own == others.best else others.best)
            found += (
                (others.chances - chance) // count,
                odds[group[0]].own,
                (others.words - own.parts[_WORDS]) // count,
            )
        else:
            found += (NONE, -1, NONE, NONE)
        beside = self._of_blocks[kind][self._page.units[number].statement.block]
        found.append(beside.second if own.own == beside.best else beside.best)
        before, ranked = self._before[kind], self._ranked[kind]
        found += (before[-1] - chance, before[number], ranked[-1], len(ranked) - bisect_right(ranked, own.own))
        return found

    def _together(self, kind: str, numbers: Sequence[int]) -> _Group:
        """Return what several units are together."""
        odds, chances = self._odds[kind], self._chances[kind]
        second, best = sorted([NONE, *(odds[number].own for number in numbers)])[-2:]
        words = sum(odds[number].parts[_WORDS] for number in numbers)
        return _Group(best, second, sum(chances[number] for number in numbers), words)


def _grouped(keys: Sequence[int]) -> dict[int, list[int]]:
    """Return the numbers of those that have each key, in order."""
    found: dict[int, list[int]] = {}
    for number, key in enumerate(keys):
        found.setdefault(key, []).append(number)
    return found
