"""Trains what weighs the names of stages in plans and writes lexicon/stages.tsv, the same bytes every time.

Usage: python benchmarks/train_stages.py [--check | --measure]

Logistic regression on the signs of `advancelint.plan.weighed_stage`, on every name of a stage in the plans by strangers
in unseen/: their authors said which line tells the stage of the sale. ``--measure`` leaves rounds out in turn and
prints, at several chances, in how many plans the likeliest name is the stage, and in how many it is another.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

import generated
from advancelint.plan import weighed_stage
from advancelint.plan.hearing import logistic
from advancelint.plan.vocabulary import vocabulary
from published import LEARNT, ROOT, cases
from regression import Sample, listed, log_odds, shared, told_at, train
from spread import spread

HEADER = (
    "# What each sign of a stage's name weighs for its being that of the sale, in hundredths (the empty sign is the "
    "constant); written by benchmarks/train_stages.py from the plans in benchmarks/unseen.\n"
)
# Signs that fewer rounds have tell of one author; nor are weights of use that are smaller than this.
FEWEST, SMALLEST = 3, 10
RATE, AVERAGED = 0.05, 6
FOLDS = 4
MEASURED = (0.5, 0.6, 0.7, 0.8, 0.9)


class Named(NamedTuple):
    """A plan: its round, what its author calls its stage, and of each name its id, signs and whether it tells it."""

    round: int
    stage: str
    names: list[tuple[str, tuple[str, ...], bool]]


def plans(number: int) -> list[Named]:
    """Return the plans of a round."""
    found = []
    for source, want in cases(os.path.join(ROOT, "unseen", str(number))):
        if want["is_plan"]:
            told = want.get("stage")
            stage, line = (told.get("id"), told.get("line")) if isinstance(told, dict) else (told, None)
            made = [
                (one.stage, tuple(sorted(one.signs)), one.stage == stage and line in {None, one.line})
                for one in weighed_stage.mentions(source.text, vocabulary())
            ]
            found.append(Named(number, stage or "", made))
    return found


def known() -> list[Named]:
    """Return the plans of all rounds."""
    return [one for found in spread(plans, LEARNT) for one in found]


def model(learnt: Sequence[Named]) -> dict[str, float]:
    """Return the weights of the signs that several rounds of ``learnt`` have."""
    samples = [(one.round, Sample(signs, told)) for one in learnt for _, signs, told in one.names]
    return train(shared(samples, FEWEST), RATE, AVERAGED)


def table() -> str:
    """Return the text of stages.tsv."""
    return listed(model(known()), SMALLEST, HEADER, "stage")


def likeliest(made: dict[str, float], plan: Named) -> tuple[float, str]:
    """Return how likely the likeliest name of a plan is that of its sale, and the stage that it names."""
    return max(((logistic(log_odds(made, signs)), stage) for stage, signs, _ in plan.names), default=(0.0, ""))


def measure() -> int:
    """Print what is told of a quarter of the rounds by what was learnt from the others."""
    learnt = known()
    told: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        made = model([one for one in learnt if one.round % FOLDS != fold])
        weighed: list[tuple[Any, Named]] = [(likeliest(made, one), one) for one in learnt if one.round % FOLDS == fold]
        told += [(chance, stage == one.stage) for (chance, stage), one in weighed]
    print(f"of {sum(bool(one.stage) for one in learnt)} stages are told, and others, {told_at(MEASURED, told)}")
    return 0


if __name__ == "__main__":
    sys.exit(measure() if "--measure" in sys.argv[1:] else generated.main({os.path.join("..", "stages.tsv"): table}))
