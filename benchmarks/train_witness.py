"""Trains the second witness and writes lexicon/en/witness.tsv, the same bytes every time.

Usage: python benchmarks/train_witness.py [--check]

Logistic regression on the features of `advancelint.reading.witness`, on the train and dev parts of the corpus; the
test part is never read here.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence

import corpus
import generated
from advancelint.reading.lexicon import load
from advancelint.reading.prepare import make
from advancelint.reading.setting import owner_side
from advancelint.reading.witness import features
from regression import Sample, train

HEADER = (
    "# Weights of the second witness in thousandths (for: a client's advance; the empty feature is the constant); "
    "written by benchmarks/train_witness.py from the train and dev parts of the corpus.\n"
    "feature\tweight\n"
)
# Features that one line alone has keep the others from learning that line by heart, and are of no use afterwards; nor
# are weights smaller than this, in thousandths.
FEWEST, SMALLEST = 2, 80
# What a comment in the file begins with, a feature may not.
COMMENT = "#"


def sample(line: corpus.Labelled) -> Sample:
    """Return the features and the label of a labelled line."""
    lexicon, scene = load("en"), corpus.scene(line)
    scene = scene._replace(owner_side=owner_side(scene, lexicon))
    return Sample(tuple(features(make(str(line["text"]), lexicon, scene))), corpus.is_advance(line))


def table() -> str:
    """Return the text of witness.tsv."""
    samples = [sample(line) for line in corpus.lines(corpus.part("train") + corpus.part("dev"))]
    weights = kept(samples, train(samples))
    return HEADER + "\n".join(f"{name}\t{round(weight * 1000)}" for name, weight in sorted(weights.items())) + "\n"


def kept(samples: Sequence[Sample], weights: Mapping[str, float]) -> dict[str, float]:
    """Return the weights that are shipped: of the constant, and of features that several lines have and that count."""
    seen = Counter(name for one in samples for name in one.features)
    return {
        name: weight
        for name, weight in weights.items()
        if not name or (seen[name] >= FEWEST and abs(round(weight * 1000)) >= SMALLEST and name[0] != COMMENT)
    }


if __name__ == "__main__":
    sys.exit(generated.main({"witness.tsv": table}))
