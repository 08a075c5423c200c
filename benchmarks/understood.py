"""Compare what is understood of labelled lines and of strangers' plans with what was understood before.

    .venv/bin/python benchmarks/understood.py [--record]

Annotators and authors said what their lines and plans mean; the tool agrees in most of it, not in all. For each author
of the train and dev parts of the corpus, `understood-lines.tsv` holds on how many lines it agrees about each label; for
each plan in `unseen/`, `understood-plans.tsv` holds how many facts it finds and how many it says that the author does
not. ``--record`` writes both anew, which belongs into the change that moved them. Tests hold the tool to them: no count
of what is found may fall, and none of what is false may rise.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable
from typing import NamedTuple

import corpus
import plans
import published
from advancelint.markdown import parse
from advancelint.plan import Known, understand
from advancelint.plan.published import published as inspected

LINES = os.path.join(corpus.HERE, "understood-lines.tsv")
PLANS = os.path.join(corpus.HERE, "understood-plans.tsv")
AUTHORS = tuple(sorted((*corpus.SPLIT["train"], *corpus.SPLIT["dev"])))
UNSEEN = os.path.join(corpus.HERE, "unseen")
NAMES = tuple(sorted(name.partition(".expected")[0] for name in glob.glob("*/*.expected.yaml", root_dir=UNSEEN)))


class Agreement(NamedTuple):
    """On how many of an author's lines the reading agrees with the labels, by label.

    ``belief`` is what the chances of an advance that it tells are worth: a hundred for each line that it is sure of and
    right about, nothing for one that it is sure of and wrong about, 75 for a line that it leaves open (Brier's score).
    """

    advance: int
    actor: int
    who: int
    action: int
    deadline: int
    energy: int
    belief: int


class Found(NamedTuple):
    """How many of an author's facts were found in a plan, and how many others were."""

    found: int
    false: int


def agreement(author: str) -> Agreement:
    """Read the lines of an author of the corpus."""
    counts, doubt = [0] * (len(Agreement._fields) - 1), 0.0
    lines = 0
    for line in corpus.lines([os.path.join(corpus.LINES, f"{author}.jsonl")]):
        read = corpus.reading(line)
        agrees = (
            corpus.says_advance(read) == corpus.is_advance(line),
            read.actor.value == line["actor"],
            read.person.text == (line["who"] or ""),
            read.action.text == (line["action"] or ""),
            read.deadline.text == (line["deadline"] or ""),
            read.energy.value == line["energy"],
        )
        counts = [count + same for count, same in zip(counts, agrees, strict=True)]
        doubt += (read.p_advance - corpus.is_advance(line)) ** 2
        lines += 1
    return Agreement._make([*counts, round(100 * (lines - doubt))])


def found_in(name: str) -> Found:
    """Understand a plan of `unseen/`, given as "20/name"; authors wrote what they expect in one of two forms."""
    stem = os.path.join(UNSEEN, name)
    source, want = published.case(stem)
    later = int(name.partition("/")[0]) >= published.FIRST_SET
    as_of = published.written(os.path.dirname(stem)) if later else plans.AS_OF
    plan = understand(source, parse(source), Known(as_of=as_of))
    facts: Iterable[plans.Fact | published.Fact]
    facts = published.facts(want, inspected(plan, source)) if later else plans.facts(plan, want)
    found = false = 0
    for fact in facts:
        found += bool(fact.expected) and fact.expected == fact.found
        false += bool(fact.found) and fact.expected != fact.found
    return Found(found, false)


def recorded(path: str) -> dict[str, tuple[int, ...]]:
    """Return what a record says of each author or plan."""
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file][1:]
    return {name: tuple(map(int, counts)) for name, *counts in rows}


def main(arguments: list[str]) -> int:
    """Print what has moved, and record it where that is asked for; 1 where something moved and is not recorded."""
    lines = {author: agreement(author) for author in AUTHORS}
    unseen = {name: found_in(name) for name in NAMES}
    moved = False
    for path, fields, now in ((LINES, Agreement._fields, lines), (PLANS, Found._fields, unseen)):
        before = recorded(path) if os.path.exists(path) else {}
        for name in sorted({*before, *now}):
            if before.get(name) != now.get(name):
                moved = True
                print(f"{name}: {before.get(name, 'new')} -> {tuple(now.get(name, ()))}")
        if "--record" in arguments:
            rows = ["\t".join((name, *map(str, counts))) for name, counts in sorted(now.items())]
            with open(path, "w", encoding="utf-8") as file:
                file.write("\n".join(["\t".join(("name", *fields)), *rows, ""]))
    return int(moved and "--record" not in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
