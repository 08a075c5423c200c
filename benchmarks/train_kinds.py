"""Trains what weighs the kind of a plan and writes lexicon/kinds.tsv, the same bytes every time.

Usage: python benchmarks/train_kinds.py [--check | --measure]

Logistic regression on the signs of `advancelint.plan.kind_signs`, one for each kind, on the plans by strangers in
unseen/ and the kinds that their authors gave them. ``--measure`` leaves rounds out in turn and prints how many of their
plans the rules, and the rules with what was learnt from the others, put right.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

import generated
from advancelint.markdown import parse
from advancelint.plan import KINDS, UNJUDGED, build, kinds
from advancelint.plan.hearing import logistic
from advancelint.plan.kind_signs import signs
from advancelint.plan.weighed_kind import SURE
from published import LEARNT, round_of
from regression import Sample, kept, log_odds, shared, train
from spread import spread

HEADER = (
    "# What each sign of a plan weighs for each kind, in hundredths (the empty sign is the constant); written by "
    "benchmarks/train_kinds.py from the plans in benchmarks/unseen.\n"
)
# Signs that fewer rounds have tell of one author; nor are weights of use that are smaller than this.
FEWEST, SMALLEST = 5, 15
RATE, AVERAGED = 0.05, 6
FOLDS = 5
WEIGHED = [kind for kind in KINDS if kind not in UNJUDGED]
MEASURED = (0.4, 0.5, 0.6, 0.7, 0.8)


class Learnt(NamedTuple):
    """A plan: its round, its signs, its kind by the rules and by its author."""

    round: int
    signs: tuple[str, ...]
    ruled: str
    kind: str


def plans(number: int) -> list[Learnt]:
    """Return the plans of a round."""
    learnt = []
    for source, want, at in round_of(number):
        material, _ = build.taken_apart(source, parse(source), at)
        found = kinds.ruled(material, read=False)
        if want.get("kind") in WEIGHED and found.kind in WEIGHED:
            told = signs(material, kinds.title_words(material), found.kind, found.why)
            learnt.append(Learnt(number, tuple(sorted(set(told))), found.kind, want["kind"]))
    return learnt


def model(learnt: Sequence[Learnt]) -> dict[str, dict[str, float]]:
    """Return the weights for each kind of the signs that several rounds of ``learnt`` have."""
    return {
        kind: train(
            shared([(one.round, Sample(one.signs, one.kind == kind)) for one in learnt], FEWEST), RATE, AVERAGED
        )
        for kind in WEIGHED
    }


def known() -> list[Learnt]:
    """Return the plans of all rounds."""
    return [one for found in spread(plans, LEARNT) for one in found]


def table() -> str:
    """Return the text of kinds.tsv."""
    rows = []
    for kind, made in model(known()).items():
        rows += [f"{kind}\t{sign}\t{weight}" for sign, weight in sorted(kept(made, SMALLEST).items())]
    return HEADER + "weighing\tsign\tweight\n" + "\n".join(rows) + "\n"


def measure() -> int:
    """Print what is told of rounds left out, and what other bounds than `SURE` would change for good and for bad."""
    learnt, told = known(), []
    for fold in range(FOLDS):
        made = model([one for one in learnt if one.round % FOLDS != fold])
        rest = [one for one in learnt if one.round % FOLDS == fold]
        told += [(one, *max((logistic(log_odds(made[kind], one.signs)), kind) for kind in WEIGHED)) for one in rest]
    print(f"rules: {sum(one.ruled == one.kind for one in learnt)} of {len(learnt)}")
    for least in MEASURED:
        changed = [(one, kind) for one, chance, kind in told if chance >= least and kind != one.ruled]
        good = sum(kind == one.kind for one, kind in changed)
        bad = sum(one.ruled == one.kind for one, _ in changed)
        print(f"from {least}: {good} mended, {bad} spoilt{' (as it is)' if least == SURE else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(measure() if "--measure" in sys.argv[1:] else generated.main({os.path.join("..", "kinds.tsv"): table}))
