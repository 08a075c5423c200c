"""Prints how well the reading judges labelled lines.

Usage: python benchmarks/accuracy.py [train|dev|test|FILE.jsonl ...]

Forced choice: does the line name a client advance? Precision and recall are those of flagging a line that does not.
"""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import corpus
from advancelint.reading import Reading

Judged = tuple[dict[str, Any], Reading]


def score(name: str, judged: list[Judged]) -> str:
    """Return one row: lines, accuracy, and precision, recall and F1 of flagging."""
    count: Counter[tuple[bool, bool]] = Counter(
        (corpus.is_advance(line), corpus.says_advance(found)) for line, found in judged
    )
    flagged = count[False, False] + count[True, False]
    bad = count[False, False] + count[False, True]
    precision = count[False, False] / flagged if flagged else 0.0
    recall = count[False, False] / bad if bad else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    accuracy = (count[False, False] + count[True, True]) / max(len(judged), 1)
    return f"{name:32} {len(judged):6} {accuracy:9.3f} {precision:10.3f} {recall:7.3f} {f1:6.3f}"


def groups(judged: list[Judged], key: Callable[[Judged], str]) -> dict[str, list[Judged]]:
    """Return ``judged`` by ``key``, in the order of the keys."""
    found: dict[str, list[Judged]] = defaultdict(list)
    for pair in judged:
        found[key(pair)].append(pair)
    return dict(sorted(found.items()))


def facets(judged: list[Judged]) -> list[str]:
    """Return the share of lines whose actor, person and deadline are exactly the label's."""
    labelled = [(line, found) for line, found in judged if "actor" in line]
    if not labelled:
        return []
    total = len(labelled)
    actor = sum(found.actor.value == line["actor"] for line, found in labelled)
    person = sum((found.person.text or None) == line["who"] for line, found in labelled)
    deadline = sum((found.deadline.text or None) == line["deadline"] for line, found in labelled)
    return [f"exact: actor {actor / total:.3f}   who {person / total:.3f}   deadline {deadline / total:.3f}"]


def main() -> None:
    """Print the tables for the parts or files named on the command line (default: dev)."""
    for name in sys.argv[1:] or ["dev"]:
        paths = corpus.part(name) if name in corpus.SPLIT else [name]
        judged = [(line, corpus.reading(line)) for line in corpus.lines(paths)]
        print(f"{name}\n{'':32} {'lines':>6} {'accuracy':>9} {'precision':>10} {'recall':>7} {'F1':>6}")
        print(score("all", judged))
        for title, key in (
            ("field", lambda pair: str(pair[0].get("field", "objective"))),
            ("author", lambda pair: str(pair[0]["author"])),
            ("construction", lambda pair: pair[1].construction.value),
            ("confidence", lambda pair: pair[1].confidence),
        ):
            for label, members in groups(judged, key).items():
                print(score(f"{title}: {label}", members))
        print("\n".join(facets(judged)))


if __name__ == "__main__":
    main()
