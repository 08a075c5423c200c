"""Prints how far two annotators of the corpus agree, line by line.

Usage: python benchmarks/agreement.py
"""

from __future__ import annotations

import os
import sys
from collections import Counter

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import corpus

SECOND = os.path.join(os.path.dirname(corpus.LINES), "second-annotator.jsonl")


def kappa(pairs: list[tuple[str, str]]) -> tuple[float, float]:
    """Return the observed agreement and Cohen's kappa of pairs of labels."""
    total = len(pairs)
    observed = sum(one == two for one, two in pairs) / total
    first, second = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    chance = sum(first[label] * second[label] for label in first) / total**2
    return observed, 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def main() -> None:
    """Print agreement and kappa for the labels that a second annotator gave."""
    parts = [path for name in corpus.SPLIT for path in corpus.part(name)]
    known = {line["id"]: line for line in corpus.lines(parts)}
    second = list(corpus.lines([SECOND]))
    print(f"{'label':10} {'lines':>6} {'agreement':>10} {'kappa':>6}")
    for label in ("advance", "actor", "energy"):
        pairs = [(str(known[line["id"]][label]), str(line[label])) for line in second]
        observed, value = kappa(pairs)
        print(f"{label:10} {len(pairs):6} {observed:10.3f} {value:6.3f}")


if __name__ == "__main__":
    main()
