"""Trains what weighs whose somebody is and writes lexicon/sides.tsv, the same bytes every time.

Usage: python benchmarks/train_sides.py [--check | --measure]

Logistic regression on the signs of `advancelint.plan.bearings`, on the people of the plans by strangers in unseen/ and
the sides that their authors gave them. ``--measure`` leaves rounds out in turn and prints how many people of theirs the
rest puts on the right side, and how many of those it is sure of.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import generated
from advancelint.markdown import parse
from advancelint.plan import bearings, understand
from advancelint.plan.vocabulary import vocabulary
from published import LEARNT, round_of, same
from regression import Sample, listed, log_odds, shared, train
from spread import spread

HEADER = (
    "# What each sign of somebody weighs for the seller's side and against the client's, in hundredths (the empty sign "
    "is the constant); written by benchmarks/train_sides.py from the plans in benchmarks/unseen.\n"
)
# Signs that fewer rounds have tell of one author; nor are weights of use that are smaller than this.
FEWEST, SMALLEST = 3, 10
FOLDS = 4


class Somebody(NamedTuple):
    """A person of a plan: the round, the signs of whose they are, and whether they are the seller's."""

    round: int
    signs: tuple[str, ...]
    ours: bool


def people(number: int) -> list[Somebody]:
    """Return the people of the plans of a round."""
    found = []
    for source, want, at in round_of(number):
        document = parse(source)
        plan = understand(source, document, at)
        sides = {same(one["name"]): one["side"] for one in want.get("people") or []}
        headings = [one.span for one in plan.headings]
        goals = (plan.objectives, plan.sales_objective)
        scene = bearings.Scene.of(
            *(source.text, plan.account.value, plan.kind, plan.next_steps, goals, headings),
            vocabulary(),
            document.begin,
        )
        firsts = Counter(one.name.partition(" ")[0] for one in plan.people)
        for one in plan.people:
            side = sides.get(same(one.name), "unknown")
            if side in ("client", "seller"):
                found.append(Somebody(number, bearings.signs(one, scene, firsts), side == "seller"))
    return found


def known() -> list[Somebody]:
    """Return the people of all rounds."""
    return [one for found in spread(people, LEARNT) for one in found]


def model(learnt: Sequence[Somebody]) -> dict[str, float]:
    """Return the weights of the signs that several rounds of ``learnt`` have."""
    return train(shared([(one.round, Sample(one.signs, one.ours)) for one in learnt], FEWEST))


def table() -> str:
    """Return the text of sides.tsv."""
    return listed(model(known()), SMALLEST, HEADER, "seller")


def measure() -> int:
    """Print what is told of a quarter of the rounds by what was learnt from the others."""
    learnt = known()
    for fold in range(FOLDS):
        made = model([one for one in learnt if one.round % FOLDS != fold])
        rest = [(log_odds(made, one.signs), one.ours) for one in learnt if one.round % FOLDS == fold]
        sure = [(odds, ours) for odds, ours in rest if abs(odds) > 1]
        right, surely = (sum((odds > 0) == ours for odds, ours in some) for some in (rest, sure))
        print(f"{right} of {len(rest)} right, {surely} of the {len(sure)} that are sure")
    return 0


if __name__ == "__main__":
    sys.exit(measure() if "--measure" in sys.argv[1:] else generated.main({os.path.join("..", "sides.tsv"): table}))
