"""Counts how often each kind of judgement is right on the corpus, and writes lexicon/en/confidence.tsv.

Usage: python benchmarks/calibrate.py [--check]

Counts come from the train and dev parts only; the test part is never read here.
"""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import corpus
from advancelint.reading.lexicon import Record

TABLE = os.path.join(os.path.dirname(corpus.HERE), "lexicon", "en", "confidence.tsv")
HEADER = (
    "# How often a judgement on these grounds was right on the train and dev parts of the corpus; "
    "written by benchmarks/calibrate.py.\n"
    "construction\tclient_action\tsource\tplace\tright\twrong\tconfidence\n"
)
# Chosen before counting: an error may be wrong about once in ten on lines written to be hard, a warning once in four.
HIGH, MEDIUM = 0.88, 0.72


def table() -> str:
    """Return the table's text. Counts are smoothed (Jeffreys), so that one or two lines are never sure."""
    counts: dict[tuple[str, str, str, str], Counter[bool]] = defaultdict(Counter)
    for line in corpus.lines(corpus.part("train") + corpus.part("dev")):
        found = corpus.reading(line)
        counts[found.grounds][corpus.says_advance(found) == corpus.is_advance(line)] += 1
    rows = []
    for grounds, count in sorted(counts.items()):
        share = Record(count[True], count[False], "").share
        confidence = "high" if share >= HIGH else "medium" if share >= MEDIUM else "low"
        rows.append("\t".join((*grounds, str(count[True]), str(count[False]), confidence)))
    return HEADER + "\n".join(rows) + "\n"


def main() -> int:
    """Write the table, or with ``--check`` say whether it is up to date."""
    text = table()
    if "--check" in sys.argv[1:]:
        with open(TABLE, encoding="utf-8") as file:
            current = file.read() == text
        print(
            "confidence.tsv is up to date" if current else "confidence.tsv is out of date: run benchmarks/calibrate.py"
        )
        return 0 if current else 1
    with open(TABLE, "w", encoding="utf-8") as file:
        file.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
