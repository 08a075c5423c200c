"""Trains what weighs days in plans and writes lexicon/days.tsv, the same bytes every time.

Usage: python benchmarks/train_days.py [--check | --measure]

Logistic regression on the signs of `advancelint.plan.weighed_days`, on every exact day in the plans by strangers in
unseen/: their authors said which are days of calls. ``--measure`` leaves rounds out in turn and prints, at several
chances, how many of the days of calls are told, and how many others with them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

import generated
from advancelint.markdown import parse
from advancelint.plan import build, understand, weighed_days
from advancelint.plan.hearing import logistic
from published import LEARNT, round_of
from regression import Sample, listed, log_odds, shared, told_at, train
from spread import spread

HEADER = (
    "# What each sign of a day weighs for its being that of a call, in hundredths (the empty sign is the constant); "
    "written by benchmarks/train_days.py from the plans in benchmarks/unseen.\n"
)
# Signs that fewer rounds have tell of one author; nor are weights of use that are smaller than this.
FEWEST, SMALLEST = 6, 8
RATE, AVERAGED = 0.05, 6
FOLDS = 4
MEASURED = (0.5, 0.6, 0.7, 0.8, 0.9)


class Dated(NamedTuple):
    """A plan: its round, and of each of its days the ISO date, its signs and whether its author calls it a call's."""

    round: int
    days: list[tuple[str, tuple[str, ...], bool]]


def plans(number: int) -> list[Dated]:
    """Return the plans of a round."""
    found = []
    for source, want, at in round_of(number):
        document = parse(source)
        plan = understand(source, document, at)
        if want["is_plan"] and plan.is_plan:
            told = {str(one.get("date")) for one in want.get("calls") or ()}
            material, _ = build.taken_apart(source, document, at)
            days = weighed_days.days(build.of_kind(material, plan.kind), plan)
            found.append(Dated(number, [(one.iso, tuple(sorted(one.signs)), one.iso in told) for one in days]))
    return found


def known() -> list[Dated]:
    """Return the plans of all rounds."""
    return [one for found in spread(plans, LEARNT) for one in found]


def model(learnt: Sequence[Dated]) -> dict[str, float]:
    """Return the weights of the signs that several rounds of ``learnt`` have."""
    samples = [(one.round, Sample(signs, told)) for one in learnt for _, signs, told in one.days]
    return train(shared(samples, FEWEST), RATE, AVERAGED)


def table() -> str:
    """Return the text of days.tsv."""
    return listed(model(known()), SMALLEST, HEADER, "call")


def measure() -> int:
    """Print what is told of a quarter of the rounds by what was learnt from the others."""
    learnt = known()
    told: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        made = model([one for one in learnt if one.round % FOLDS != fold])
        for plan in (one for one in learnt if one.round % FOLDS == fold):
            weighed = [(iso, logistic(log_odds(made, signs)), call) for iso, signs, call in plan.days]
            chances = {iso: max(chance for other, chance, _ in weighed if other == iso) for iso, _, _ in weighed}
            told += [(chances[iso], call) for iso, call in {iso: call for iso, _, call in weighed}.items()]
    print(f"of {sum(call for _, call in told)} days of calls are told, and others, {told_at(MEASURED, told)}")
    return 0


if __name__ == "__main__":
    sys.exit(measure() if "--measure" in sys.argv[1:] else generated.main({os.path.join("..", "days.tsv"): table}))
