"""Trains what weighs the units of plans; writes lexicon/lines.tsv, trees.tsv and ranks.tsv, the same bytes every time.

Usage: python benchmarks/train_lines.py [--check | --measure]

Logistic regression on the signs of `advancelint.plan.page`, on the units of the plans by strangers in unseen/, which
their authors called an objective, a next step, the client's win or none of these. The trees of the second weighing
learn from what the first says of rounds that were left out of it, as `advancelint.plan.standing` tells it of each unit
and of those around it. Those that are objectives tell what their rank is, too.
``--measure`` leaves rounds out in turn of both weighings and prints how many of their units the rest tells, and how
many others with them. (Outcomes were weighed as well: of 109 rules found 62, and 7 more came with 13 false ones.)
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterable, Mapping, Sequence, Set
from operator import itemgetter
from typing import Any, NamedTuple

import generated
from advancelint.markdown import parse
from advancelint.plan import UNJUDGED, build, kinds
from advancelint.plan.page import Page
from advancelint.plan.standing import KINDS, NAMES, Odds, Standing
from advancelint.plan.units import Unit
from advancelint.plan.weighing import LEAST, RANKS, odds, twice
from advancelint.source import Source
from advancelint.trees import read
from advancelint.weighings import Weighings
from forest import grow
from published import LEARNT, LEARNT_RANKS, overlap, round_of
from regression import Sample, kept, shared, train
from spread import spread

HEADER = (
    "# What each sign of a unit weighs, in hundredths (the empty sign is the constant); written by "
    "benchmarks/train_lines.py from the plans in benchmarks/unseen.\n"
)
GROWN = (
    "# What the trees of the second weighing ask of the numbers in src/advancelint/plan/standing.py, and what they are "
    "worth in thousandths; written by benchmarks/train_lines.py from the plans in benchmarks/unseen.\n"
)
# Signs that fewer hands wrote tell of them; nor are weights of use that are smaller than this.
FEWEST, SMALLEST, SMALLEST_RANK = 6, 8, 25
# What words do tells that they are a goal, and nothing of how it ranks.
SAID = ("verb ", "start ")
# Small steps, and the mean of several epochs, tell more of rounds left out than large ones.
RATE, AVERAGED = 0.05, 6
FOLDS, NO_FOLD = 5, -1
# Where the published form holds what a unit may be.
PUBLISHED = dict(zip(KINDS, ("objectives", "next_steps", "client_win"), strict=True))
MEASURED = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


class Learnt(NamedTuple):
    """A plan: its round, and for each unit its signs, whether it is each of `KINDS`, and its rank as a goal or ""."""

    round: int
    page: Page
    signs: list[dict[str, set[str]]]
    kinds: dict[str, list[bool]]
    ranks: list[str]


def pages(number: int) -> list[Learnt]:
    """Return the plans of a round."""
    found = []
    for source, want, at in round_of(number):
        material, _ = build.taken_apart(source, parse(source), at)
        kind = kinds.find(material, read=False).kind
        if not want["is_plan"] or kind in UNJUDGED:
            continue
        page = Page(build.of_kind(material, kind).outline, kind, material.vocabulary, source.text)
        signs = [page.own(at) for at in range(len(page.units))]
        told = {kind: [_told(want.get(key), source, unit) for unit in page.units] for kind, key in PUBLISHED.items()}
        ranks = [one["rank"] if one else "" for one in told["objective"]]
        whether = {kind: [bool(one) for one in units] for kind, units in told.items()}
        found.append(Learnt(number, page, signs, whether, ranks))
    return found


def _told(wanted: list[dict[str, Any]] | dict[str, Any] | None, source: Source, unit: Unit) -> dict[str, Any] | None:
    """Return what the author says of a unit, one of what is ``wanted``."""
    wanted = [wanted] if isinstance(wanted, dict) else wanted
    first, last = source.place(unit.words.starts[0]).line, source.place(unit.words.ends[-1]).line
    found = (one for one in wanted or () if first <= one["line"] <= last and overlap(one["text"], unit.words.text))
    return next(found, None)


@functools.cache
def known() -> list[Learnt]:
    """Return the plans of all rounds."""
    return [page for found in spread(pages, LEARNT) for page in found]


class Model(NamedTuple):
    """What is learnt of both weighings: the weights of signs for each of `KINDS`, and the trees."""

    weights: dict[str, dict[str, int]]
    trees: dict[str, list[str]]

    def chances(self, page: Learnt, kind: str) -> list[float]:
        """Return how likely each unit of a page is of that kind."""
        standing, own = stands(page, self.weights)
        names, grown = read(self.trees[kind])
        order = itemgetter(*map(NAMES.index, names))
        return twice(own[kind], grown, lambda at: order(standing.numbers(at)))


def model(learnt: Sequence[Learnt]) -> Model:
    """Return what is learnt from pages."""
    asked = [(kind, fold) for kind in KINDS for fold in (*range(FOLDS), NO_FOLD)]

    def without(one: tuple[str, int]) -> dict[str, int]:
        return first([page for page in learnt if page.round % FOLDS != one[1]], one[0])

    weighed = dict(zip(asked, spread(without, asked), strict=True))
    samples: dict[str, list[tuple[list[int], bool]]] = {kind: [] for kind in KINDS}
    for page in learnt:
        standing, own = stands(page, {kind: weighed[kind, page.round % FOLDS] for kind in KINDS})
        for at in range(len(page.signs)):
            numbers = standing.numbers(at)
            for kind in KINDS:
                if own[kind][at].own >= LEAST:
                    samples[kind].append((numbers, page.kinds[kind][at]))

    def of(kind: str) -> list[str]:
        return grow([numbers for numbers, _ in samples[kind]], [told for _, told in samples[kind]], NAMES)

    grown = spread(of, KINDS)
    return Model({kind: weighed[kind, NO_FOLD] for kind in KINDS}, dict(zip(KINDS, grown, strict=True)))


def stands(page: Learnt, known: dict[str, dict[str, int]]) -> tuple[Standing, dict[str, list[Odds]]]:
    """Return how the units of a page stand by the weights ``known`` of each of `KINDS`, and their odds."""
    weighings = Weighings.of(known)
    found = [odds(weighings, signs) for signs in page.signs]
    own = {kind: [one[place] for one in found] for place, kind in enumerate(known)}
    return Standing(page.page, own), own


def in_order(signs: Mapping[str, Set[str]]) -> tuple[str, ...]:
    """Return signs in an order that is always the same, which a set has not."""
    return tuple(sign for found in signs.values() for sign in sorted(found))


def first(learnt: Sequence[Learnt], kind: str) -> dict[str, int]:
    """Return the weights of the signs that units have by themselves."""
    samples = [
        (page.round, Sample(in_order(signs), told))
        for page in learnt
        for signs, told in zip(page.signs, page.kinds[kind], strict=True)
    ]
    return kept(train(shared(samples, FEWEST), RATE, AVERAGED), SMALLEST)


def ranked(learnt: Sequence[Learnt], rank: str) -> dict[str, int]:
    """Return the weights of the signs of goals for a rank."""
    samples = []
    for page in learnt:
        goals = [at for at, one in enumerate(page.ranks) if one]
        for at in goals:
            own = (sign for sign in in_order(page.signs[at]) if not sign.startswith(SAID))
            signs = (*own, *page.page.of_goal(at, goals))
            samples.append((page.round, Sample(signs, page.ranks[at] == rank)))
    return kept(train(shared(samples, FEWEST), RATE, AVERAGED), SMALLEST_RANK)


@functools.cache
def whole() -> Model:
    """Return what is learnt from the plans of all rounds."""
    return model(known())


def lines() -> str:
    """Return the text of lines.tsv."""
    return table(whole().weights)


def trees() -> str:
    """Return the text of trees.tsv."""
    rows = [f"{kind}\t{tree}\n" for kind, grown in whole().trees.items() for tree in grown]
    return GROWN + "weighing\ttree\n" + "".join(rows)


def ranks() -> str:
    """Return the text of ranks.tsv."""
    learnt = [page for page in known() if page.round in LEARNT_RANKS]
    return table(dict(zip(RANKS, spread(lambda rank: ranked(learnt, rank), RANKS), strict=True)))


def table(weighings: dict[str, dict[str, int]]) -> str:
    """Return the weights of several weighings as a list."""
    rows = [f"{which}\t{sign}\t{weights[sign]}" for which, weights in weighings.items() for sign in sorted(weights)]
    return HEADER + "weighing\tsign\tweight\n" + "\n".join(rows) + "\n"


def tell(made: Model, kind: str, rest: Iterable[Learnt]) -> None:
    """Print how many units of a kind on pages are told at several chances, and how many others."""
    found = [pair for page in rest for pair in zip(made.chances(page, kind), page.kinds[kind], strict=True)]
    told = [
        f"{least}: {sum(meant for chance, meant in found if chance >= least)}"
        f" and {sum(not meant for chance, meant in found if chance >= least)}"
        for least in MEASURED
    ]
    count = sum(meant for _, meant in found)
    print(f"{kind}: of {count} are told, and others with them, at", "; ".join(told), flush=True)


def measure() -> int:
    """Print what is told of a part of the rounds by what was learnt from the others."""
    learnt = known()
    for fold in range(FOLDS):
        made = model([page for page in learnt if page.round % FOLDS != fold])
        for kind in KINDS:
            tell(made, kind, [page for page in learnt if page.round % FOLDS == fold])
    return 0


TABLES = {"lines.tsv": lines, "trees.tsv": trees, "ranks.tsv": ranks}
FILES = {os.path.join("..", name): text for name, text in TABLES.items()}

if __name__ == "__main__":
    sys.exit(measure() if "--measure" in sys.argv[1:] else generated.main(FILES))
