"""Trains what weighs the units of plans and writes lexicon/lines.tsv and ranks.tsv, the same bytes every time.

Usage: python benchmarks/train_lines.py [--check | --measure]

Logistic regression on the signs of `advancelint.plan.page`, on the units of the plans by strangers in unseen/, which
their authors called an objective, a next step, the client's win or none of these. The second weighing learns from
what the first says of rounds that were left out of it. Those that are objectives tell what their rank is, too.
``--measure`` leaves rounds out in turn of both weighings and prints how many of their units the rest tells, and how
many others with them. (The second weighing was given the chances of both kinds, too, and told no more. Outcomes were
weighed as well: of 109 rules found 62, and 7 more came with 13 false ones.)
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import generated
from advancelint.markdown import parse
from advancelint.plan import UNJUDGED, Known, build, kinds
from advancelint.plan.hearing import logistic
from advancelint.plan.page import Page
from advancelint.plan.units import Unit
from advancelint.plan.weighing import KINDS, RANKS
from advancelint.source import Source
from published import AS_OF, LEARNT, LEARNT_RANKS, ROOT, cases, overlap
from regression import Sample, log_odds, shared, train
from spread import spread

HEADER = (
    "# What each sign of a unit weighs, in hundredths (the empty sign is the constant); written by "
    "benchmarks/train_lines.py from the plans in benchmarks/unseen.\n"
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
    signs: list[tuple[str, ...]]
    kinds: dict[str, list[bool]]
    ranks: list[str]


def pages(number: int) -> list[Learnt]:
    """Return the plans of a round."""
    found = []
    for source, want in cases(os.path.join(ROOT, "unseen", str(number))):
        material, _ = build.taken_apart(source, parse(source), Known(as_of=AS_OF))
        kind = kinds.find(material, read=False).kind
        if not want["is_plan"] or kind in UNJUDGED:
            continue
        page = Page(build.of_kind(material, kind).outline, kind, material.vocabulary, source.text)
        signs = [tuple(dict.fromkeys(page.own(at))) for at in range(len(page.units))]
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
    """The weights of either weighing for one of `KINDS`."""

    first: dict[str, float]
    second: dict[str, float]

    def chances(self, page: Learnt) -> list[float]:
        """Return how likely each unit of a page is of that kind."""
        alone = [chance(self.first, signs) for signs in page.signs]
        return [chance(self.second, signs) for signs in beside(page, alone)]


def model(learnt: Sequence[Learnt], kind: str) -> Model:
    """Return what is learnt from pages of a kind."""

    def without(fold: int) -> dict[str, float]:
        return first([page for page in learnt if page.round % FOLDS != fold], kind)

    *parts, whole = spread(without, (*range(FOLDS), NO_FOLD))
    samples = []
    for page in learnt:
        alone = [chance(parts[page.round % FOLDS], signs) for signs in page.signs]
        samples += [Sample(*one) for one in zip(beside(page, alone), page.kinds[kind], strict=True)]
    return Model(whole, kept(train(samples, RATE, AVERAGED)))


def first(learnt: Sequence[Learnt], kind: str) -> dict[str, float]:
    """Return the weights of the signs that units have by themselves."""
    samples = [
        (page.round, Sample(signs, told))
        for page in learnt
        for signs, told in zip(page.signs, page.kinds[kind], strict=True)
    ]
    return kept(train(shared(samples, FEWEST), RATE, AVERAGED))


def ranked(learnt: Sequence[Learnt], rank: str) -> dict[str, float]:
    """Return the weights of the signs of goals for a rank."""
    samples = []
    for page in learnt:
        goals = [at for at, one in enumerate(page.ranks) if one]
        for at in goals:
            own = (sign for sign in page.signs[at] if not sign.startswith(SAID))
            signs = (*own, *page.page.of_goal(at, goals))
            samples.append((page.round, Sample(signs, page.ranks[at] == rank)))
    return kept(train(shared(samples, FEWEST), RATE, AVERAGED), SMALLEST_RANK)


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
    made = {kind: model(known(), kind) for kind in KINDS}
    weighings = {f"first {kind}": one.first for kind, one in made.items()}
    return table({**weighings, **{f"second {kind}": one.second for kind, one in made.items()}})


def ranks() -> str:
    """Return the text of ranks.tsv."""
    learnt = [page for page in known() if page.round in LEARNT_RANKS]
    return table(dict(zip(RANKS, spread(lambda rank: ranked(learnt, rank), RANKS), strict=True)))


def table(weighings: dict[str, dict[str, float]]) -> str:
    """Return the weights of several weighings as a list."""
    rows = [
        f"{which}\t{sign}\t{round(weights[sign] * 100)}"
        for which, weights in weighings.items()
        for sign in sorted(weights)
    ]
    return HEADER + "weighing\tsign\tweight\n" + "\n".join(rows) + "\n"


def tell(made: Model, kind: str, rest: Iterable[Learnt]) -> None:
    """Print how many units of a kind on pages are told at several chances, and how many others."""
    found = [pair for page in rest for pair in zip(made.chances(page), page.kinds[kind], strict=True)]
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
    for kind in KINDS:
        for fold in range(FOLDS):
            made = model([page for page in learnt if page.round % FOLDS != fold], kind)
            tell(made, kind, [page for page in learnt if page.round % FOLDS == fold])
    return 0


FILES = {os.path.join("..", "lines.tsv"): lines, os.path.join("..", "ranks.tsv"): ranks}

if __name__ == "__main__":
    sys.exit(measure() if "--measure" in sys.argv[1:] else generated.main(FILES))
