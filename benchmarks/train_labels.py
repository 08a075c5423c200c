"""Trains what tells unlisted labels and writes lexicon/hearing.tsv, the same bytes every time.

Usage: python benchmarks/train_labels.py [--check | --measure]

Logistic regression, one role against the others, on the features of `advancelint.plan.hearing`: on the labels of
corpus/labels, each file by one author, and on the listed ones of the plan layer. ``--measure`` leaves each author out
in turn and prints how often the rest tells their labels.
"""

from __future__ import annotations

import functools
import glob
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import generated
from advancelint import resources
from advancelint.lookup import Lookup, pieces_of
from advancelint.plan.hearing import Weights, features, judged, weights_in
from regression import Sample, train
from spread import spread

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(os.path.dirname(HERE), "corpus", "labels")
LEXICON = os.path.join(os.path.dirname(HERE), "lexicon", "en")
HEADER = (
    "# Weights of what tells unlisted labels, in hundredths, as role:weight with the role's place in the row “@roles” "
    "(the empty feature is the constant); "
    "written by benchmarks/train_labels.py from corpus/labels and plan-labels.tsv.\n"
    "feature\tweights\n"
)
# Features of a single label keep the others from learning it by heart and are of no use afterwards; nor are weights
# smaller than this.
FEWEST, SMALLEST = 2, 12
COMMENT = "#"
ENGLISH = ("alder", "dogwood", "elder", "gorse", "hemlock")
WORD = re.compile(r"[^\W\d_]+")
# The listed roles that mean the same as one of the corpus; those not named here are roles of their own.
SAME = {
    "primary": "objective", "primary-part": "objective", "purpose": "objective", "fallback-part": "fallback",
    "plan-objective": "sales-objective", "action": "next-step", "attendees": "people", "status": "done",
    "buyer": "client-people", "counterpart": "client-people", "seller": "our-people",
}  # fmt: skip
UNUSED = {"ask", "our-company"}


class Example(NamedTuple):
    """A label with what it means: ``author`` is the file it comes from."""

    author: str
    role: str
    features: tuple[str, ...]


def examples() -> Iterator[Example]:
    """Yield the labels of the corpus, then those of the lists."""
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.tsv"))):
        author = os.path.basename(path)[: -len(".tsv")]
        for role, surface, name, value in resources.rows(path):
            yield Example(author, role, tuple(dict.fromkeys(features(name, surface, value))))
    listed: dict[str, set[str]] = defaultdict(set)
    for surface, role, _, label in resources.rows(os.path.join(LEXICON, "plan-labels.tsv")):
        if surface == "text" and "*" not in label and role not in UNUSED:
            listed[label].add(SAME.get(role, role))
    for label, roles in listed.items():
        if len(roles) == 1:
            surface = "column" if roles <= {"name", "person-role", "organisation"} else "label"
            yield Example("lists", min(roles), tuple(dict.fromkeys(features(label, surface, ""))))
    for name, word, _ in resources.rows(os.path.join(LEXICON, "plan-words.tsv")):
        if name == "trap":
            yield Example("lists", "other", tuple(dict.fromkeys(features(word, "heading", ""))))


@functools.cache
def names() -> frozenset[str]:
    """Return the words that authors of English write with a capital alone, in values and labels: names of people.

    "Dana's yes" in one plan says nothing of a line "Dana: send it" in the next.
    """
    lower: set[str] = set()
    upper: set[str] = set()
    for author in ENGLISH:
        for _, _, name, value in resources.rows(os.path.join(FOLDER, f"{author}.tsv")):
            for word in WORD.findall(f"{name} {value}"):
                if word[0].isupper() and word[1:].islower():
                    upper.add(word.casefold())
                else:
                    lower.add(word.casefold())
    common = {row[0] for row in resources.rows(os.path.join(LEXICON, "common.tsv"))}
    return frozenset(upper - lower - common)


def model(known: Sequence[Example]) -> Weights:
    """Return the model of ``known`` labels."""
    roles = tuple(sorted({one.role for one in known}))
    seen = Counter(name for one in known for name in one.features)
    for word in names():
        del seen[word]
    lines: dict[str, list[str]] = defaultdict(list)

    def of(role: str) -> dict[str, float]:
        return train([Sample(one.features, one.role == role) for one in known])

    for number, found in enumerate(spread(of, roles)):
        for name, weight in found.items():
            rounded = round(weight * 100)
            if not name or (seen[name] >= FEWEST and abs(rounded) >= SMALLEST and name[0] != COMMENT):
                lines[name].append(f"{number}:{rounded}")
    rows = ((name, " ".join(pairs)) for name, pairs in lines.items())
    return Weights(roles, Lookup(pieces_of(rows), weights_in, ()))


def table() -> str:
    """Return the text of hearing.tsv."""
    made = model(list(examples()))
    rows = [("@roles", " ".join(made.roles)), *sorted(made.features.cells().items())]
    return HEADER + "".join(f"{name}\t{pairs}\n" for name, pairs in rows)


def measure() -> int:
    """Print what is told of each author's labels by what was learnt from the others."""
    known = list(examples())
    for author in sorted({one.author for one in known}):
        made = model([one for one in known if one.author != author])
        told = [(one.role, judged(iter(one.features), made)) for one in known if one.author == author]
        right = sum(heard.told and heard.role == want for want, heard in told)
        meant = sum(want != "other" for want, _ in told)
        false = sum(heard.told and want == "other" for want, heard in told)
        print(f"{author}: {right} of {meant} told, {sum(h.told for _, h in told) - right - false} as another role, "
              f"{false} of {len(told) - meant} that mean nothing told as something")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(measure() if "--measure" in sys.argv[1:] else generated.main({os.path.join("..", "hearing.tsv"): table}))
