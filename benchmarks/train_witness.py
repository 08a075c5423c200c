"""Trains the second witness and writes lexicon/en/witness.tsv, the same bytes every time.

Usage: python benchmarks/train_witness.py [--check]

Logistic regression on the features of `advancelint.reading.witness`, by stochastic gradient descent in the standard
library, on the train and dev parts of the corpus; the test part is never read here.
"""

from __future__ import annotations

import os
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from math import exp

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import corpus
from advancelint.reading.lexicon import load
from advancelint.reading.line import make
from advancelint.reading.setting import owner_side
from advancelint.reading.witness import features

TABLE = os.path.join(os.path.dirname(corpus.HERE), "lexicon", "en", "witness.tsv")
HEADER = (
    "# Weights of the second witness in thousandths (for: a client's advance; the empty feature is the constant); "
    "written by benchmarks/train_witness.py from the train and dev parts of the corpus.\n"
    "feature\tweight\n"
)
EPOCHS, RATE, DECAY, SEED = 40, 0.12, 2e-4, 7
# Weights smaller than this, in thousandths, change no judgement and are left out.
SMALLEST = 150

Sample = tuple[list[str], bool]


def samples(lines: Sequence[dict[str, object]]) -> list[Sample]:
    """Return the features and the label of each line."""
    lexicon = load("en")
    found = []
    for line in lines:
        scene = corpus.scene(line)
        scene = scene._replace(owner_side=owner_side(scene, lexicon))
        found.append((features(make(str(line["text"]), lexicon, scene).tokens, scene), corpus.is_advance(line)))
    return found


def train(data: Sequence[Sample]) -> dict[str, float]:
    """Return the weights; the order of the samples is shuffled with a fixed seed."""
    weights: dict[str, float] = defaultdict(float)
    order = list(range(len(data)))
    shuffle = random.Random(SEED).shuffle
    for epoch in range(EPOCHS):
        shuffle(order)
        rate = RATE / (1 + epoch / 8)
        for index in order:
            names, label = data[index]
            total = weights[""] + sum(weights[name] for name in names)
            error = rate * (label - 1 / (1 + exp(-max(min(total, 30.0), -30.0))))
            weights[""] += error
            for name in names:
                weights[name] += error - DECAY * weights[name]
    return weights


def table() -> str:
    """Return the text of witness.tsv."""
    weights = train(samples(list(corpus.lines(corpus.part("train") + corpus.part("dev")))))
    rounded = {name: round(weight * 1000) for name, weight in weights.items()}
    rows = [f"{name}\t{weight}" for name, weight in sorted(rounded.items()) if abs(weight) >= SMALLEST or not name]
    return HEADER + "\n".join(rows) + "\n"


def main() -> int:
    """Write the table, or with ``--check`` say whether it is up to date."""
    text = table()
    if "--check" in sys.argv[1:]:
        with open(TABLE, encoding="utf-8") as file:
            current = file.read() == text
        print("witness.tsv is up to date" if current else "witness.tsv is out of date: run benchmarks/train_witness.py")
        return 0 if current else 1
    with open(TABLE, "w", encoding="utf-8") as file:
        file.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
