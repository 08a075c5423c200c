"""Trains what weighs lines and writes lexicon/lines.tsv, the same bytes every time.

Usage: python benchmarks/train_lines.py [--check | --measure]

Logistic regression on the signs of `advancelint.plan.weighing`, on the lines of the plans by strangers in unseen/,
which their authors called an objective or not. ``--measure`` leaves rounds out in turn and prints how many of their
lines the rest tells, and how many others with them. (Next steps were weighed, too: on rounds left out that brought as
many false ones as true ones that nothing else finds.)
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import generated
from advancelint.markdown import parse
from advancelint.plan import Known, build, kinds
from advancelint.plan.weighing import Scales, piece
from published import AS_OF, LEARNT, ROOT, cases, overlap
from regression import Sample, log_odds, train

HEADER = (
    "# What each sign of a line weighs for an objective, in hundredths (the empty sign is the constant); written by "
    "benchmarks/train_lines.py from the plans in benchmarks/unseen.\n"
)
# Signs of fewer lines tell of one plan; nor are weights of use that are smaller than this.
FEWEST, SMALLEST = 4, 10
FOLDS = 4


class Line(NamedTuple):
    """A line of a plan: its round, its signs, and whether its author calls it an objective."""

    round: int
    signs: tuple[str, ...]
    aimed: bool


def lines(folder: str, number: int) -> Iterator[Line]:
    """Yield the lines of the plans in ``folder``."""
    for source, want in cases(folder):
        material, _ = build.taken_apart(source, parse(source), Known(as_of=AS_OF))
        kind = kinds.find(material).kind
        if not want["is_plan"] or kind in {"none", "template"}:
            continue
        scales = Scales(material.outline, kind, material.vocabulary)
        for statement in material.outline.statements:
            one = piece(statement)
            if statement.opens < 0 and one.words.text.strip():
                line = source.place(one.words.starts[0]).line
                signs = tuple(dict.fromkeys(scales.features(one)))
                yield Line(number, signs, _is_aimed(want, line, one.words.text))


def _is_aimed(want: dict[str, Any], line: int, text: str) -> bool:
    return any(one["line"] == line and overlap(one["text"], text) for one in want.get("objectives") or [])


def known() -> list[Line]:
    """Return the lines of all rounds."""
    return [line for number in LEARNT for line in lines(os.path.join(ROOT, "unseen", str(number)), number)]


def model(learnt: Sequence[Line]) -> dict[str, float]:
    """Return the weights of the signs of ``learnt``."""
    return train([Sample(one.signs, one.aimed) for one in learnt])


def table() -> str:
    """Return the text of lines.tsv."""
    learnt = known()
    seen = Counter(sign for one in learnt for sign in one.signs)
    made = model(learnt)
    rows: list[str] = []
    for sign in ("", *sorted(seen)):
        weight = round(made[sign] * 100)
        if not sign or (seen[sign] >= FEWEST and abs(weight) >= SMALLEST):
            rows.append(f"{sign}\t{weight}")
    return HEADER + "sign\tobjective\n" + "\n".join(rows) + "\n"


def measure() -> int:
    """Print what is told of a quarter of the rounds by what was learnt from the others."""
    learnt = known()
    for fold in range(FOLDS):
        made = model([one for one in learnt if one.round % FOLDS != fold])
        rest = [one for one in learnt if one.round % FOLDS == fold]
        sure = [one for one in rest if log_odds(made, one.signs) > 1]
        right = sum(one.aimed for one in sure)
        print(f"{right} of {sum(one.aimed for one in rest)} told, {len(sure) - right} others with them")
    return 0


if __name__ == "__main__":
    sys.exit(measure() if "--measure" in sys.argv[1:] else generated.main({os.path.join("..", "lines.tsv"): table}))
