"""Trains what weighs the units of plans and writes lexicon/lines.tsv and ranks.tsv, the same bytes every time.

Usage: python benchmarks/train_lines.py [--check | --measure]

Logistic regression on the signs of `advancelint.plan.page`, on the units of the plans by strangers in unseen/, which
their authors called an objective or not. The second weighing learns from what the first says of rounds that were left
out of it. Those that are objectives tell what their rank is, too. ``--measure`` leaves rounds out in turn of both
weighings and prints how many of their units the rest tells, and how many others with them. (Next steps were weighed,
too: on rounds left out that brought half as many false ones as true ones that nothing else finds.)
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import generated
from advancelint.markdown import parse
from advancelint.plan import Known, below, build, kinds
from advancelint.plan.hearing import logistic
from advancelint.plan.page import Page
from advancelint.plan.units import Unit
from advancelint.plan.weighing import RANKS
from advancelint.source import Source
from published import AS_OF, LEARNT_GOALS, ROOT, cases, overlap
from regression import Sample, log_odds, shared, train

HEADER = (
    "# What each sign of a unit weighs, in hundredths (the empty sign is the constant); written by "
    "benchmarks/train_lines.py from the plans in benchmarks/unseen.\n"
)
# Signs that fewer hands wrote tell of them; nor are weights of use that are smaller than this.
FEWEST, SMALLEST, SMALLEST_RANK = 6, 15, 25
FOLDS = 5
MEASURED = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


class Learnt(NamedTuple):
    """A plan: its round, and for each unit its signs and the rank of the goal that it is to its author, "" for none."""

    round: int
    page: Page
    signs: list[tuple[str, ...]]
    ranks: list[str]


def pages(number: int) -> Iterator[Learnt]:
    """Yield the plans of a round."""
    for source, want in cases(os.path.join(ROOT, "unseen", str(number))):
        material, _ = build.taken_apart(source, parse(source), Known(as_of=AS_OF))
        kind = kinds.find(material).kind
        if not want["is_plan"] or kind in {"none", "template"}:
            continue
        outline = below.of_the_call(material.outline) if kind == "prep" else material.outline
        page = Page(outline, kind, material.vocabulary, source.text)
        signs = [tuple(dict.fromkeys(page.own(at))) for at in range(len(page.units))]
        yield Learnt(number, page, signs, [_rank(want, source, unit) for unit in page.units])


def _rank(want: dict[str, Any], source: Source, unit: Unit) -> str:
    """Return the rank of the goal that a unit states, "" for none."""
    first, last = source.place(unit.words.starts[0]).line, source.place(unit.words.ends[-1]).line
    goals = want.get("objectives") or []
    found = (one["rank"] for one in goals if first <= one["line"] <= last and overlap(one["text"], unit.words.text))
    return next(found, "")


@functools.cache
def known() -> list[Learnt]:
    """Return the plans of all rounds."""
    return [page for number in LEARNT_GOALS for page in pages(number)]


class Model(NamedTuple):
    """The weights of either weighing."""

    first: dict[str, float]
    second: dict[str, float]

    def chances(self, page: Learnt) -> list[float]:
        """Return how likely each unit of a page is an objective."""
        alone = [chance(self.first, signs) for signs in page.signs]
        return [chance(self.second, signs) for signs in beside(page, alone)]


def model(learnt: Sequence[Learnt]) -> Model:
    """Return what is learnt from pages."""
    parts = [first([page for page in learnt if page.round % FOLDS != fold]) for fold in range(FOLDS)]
    samples = []
    for page in learnt:
        alone = [chance(parts[page.round % FOLDS], signs) for signs in page.signs]
        samples += [Sample(*one) for one in zip(beside(page, alone), map(bool, page.ranks), strict=True)]
    return Model(first(learnt), kept(train(samples)))


def first(learnt: Sequence[Learnt]) -> dict[str, float]:
    """Return the weights of the signs that units have by themselves."""
    samples = [
        (page.round, Sample(signs, bool(rank)))
        for page in learnt
        for signs, rank in zip(page.signs, page.ranks, strict=True)
    ]
    return kept(train(shared(samples, FEWEST)))


def ranked(learnt: Sequence[Learnt], rank: str) -> dict[str, float]:
    """Return the weights of the signs of goals for a rank."""
    samples = []
    for page in learnt:
        goals = [at for at, one in enumerate(page.ranks) if one]
        for at in goals:
            signs = (*page.signs[at], *page.page.of_goal(at, goals))
            samples.append((page.round, Sample(signs, page.ranks[at] == rank)))
    return kept(train(shared(samples, FEWEST)), SMALLEST_RANK)


def kept(weights: dict[str, float], smallest: int = SMALLEST) -> dict[str, float]:
    """Return the weights in hundredths that are of use."""
    whole = {sign: round(weight * 100) for sign, weight in weights.items()}
    return {sign: weight / 100 for sign, weight in whole.items() if not sign or abs(weight) >= smallest}


def beside(page: Learnt, alone: Sequence[float]) -> Iterator[tuple[str, ...]]:
    """Yield the signs of each unit among the others."""
    return (tuple(dict.fromkeys(page.page.beside(at, alone))) for at in range(len(page.signs)))


def chance(weights: dict[str, float], signs: Sequence[str]) -> float:
    """Return the chance that weights give."""
    return logistic(log_odds(weights, signs))


def lines() -> str:
    """Return the text of lines.tsv."""
    made = model(known())
    return table("objective", {"first": made.first, "second": made.second})


def ranks() -> str:
    """Return the text of ranks.tsv."""
    learnt = known()
    return table("rank", {rank: ranked(learnt, rank) for rank in RANKS})


def table(what: str, weighings: dict[str, dict[str, float]]) -> str:
    """Return the weights of several weighings as a list."""
    rows = [
        f"{which}\t{sign}\t{round(weights[sign] * 100)}"
        for which, weights in weighings.items()
        for sign in sorted(weights)
    ]
    return HEADER + f"weighing\tsign\t{what}\n" + "\n".join(rows) + "\n"


def tell(made: Model, rest: Iterable[Learnt]) -> None:
    """Print how many of the objectives of pages are told at several chances, and how many others."""
    found = [pair for page in rest for pair in zip(made.chances(page), map(bool, page.ranks), strict=True)]
    told = [
        f"{least}: {sum(aimed for chance, aimed in found if chance >= least)}"
        f" and {sum(not aimed for chance, aimed in found if chance >= least)}"
        for least in MEASURED
    ]
    print(f"of {sum(aimed for _, aimed in found)} are told, and others with them, at", "; ".join(told), flush=True)


def measure() -> int:
    """Print what is told of a part of the rounds by what was learnt from the others."""
    learnt = known()
    for fold in range(FOLDS):
        made = model([page for page in learnt if page.round % FOLDS != fold])
        tell(made, [page for page in learnt if page.round % FOLDS == fold])
    return 0


FILES = {os.path.join("..", "lines.tsv"): lines, os.path.join("..", "ranks.tsv"): ranks}

if __name__ == "__main__":
    sys.exit(measure() if "--measure" in sys.argv[1:] else generated.main(FILES))
