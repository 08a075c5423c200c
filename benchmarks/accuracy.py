"""Prints how well the reading judges labelled lines.

Usage: python benchmarks/accuracy.py [train|dev|test|FILE.jsonl ...] [--record | --check | --given | --judged FILE]

Every line is judged as `advancelint read --format jsonl` judges it. Forced choice: does the line name a client's
advance? Precision and recall are those of flagging a line that does not. ``--record`` notes which lines of the frozen
test part are judged wrongly; ``--check`` fails when more have become wrong than chance explains. To score another
version, feed what ``--given`` prints to its `advancelint read --format jsonl` and give its answers as ``--judged``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import baseline
import corpus
from advancelint.catalog import load_rules
from advancelint.cli.sentences import judged_lines

RECORD = os.path.join(corpus.HERE, "frozen-wrong.txt")
TIERS = ("error", "warning", "info", "silent")
# Of lines that changed sides, this many standard deviations more to the wrong one are no accident.
_BEYOND_CHANCE = 2.0


class Judged(NamedTuple):
    """A labelled line, the published judgement of it, how it is built, and what word lists alone make of it."""

    line: corpus.Labelled
    found: corpus.Labelled
    construction: str
    baseline: bool

    @property
    def label(self) -> bool:
        """Whether the line names an advance."""
        return corpus.is_advance(self.line)

    @property
    def choice(self) -> bool:
        """The forced choice of the tool."""
        return bool(self.found["p_advance"] >= 0.5)


def judge(paths: Iterable[str], answers: Iterable[str] | None = None) -> list[Judged]:
    """Judge every labelled line of ``paths``, or take the ``answers`` that another version gave to them."""
    labelled = list(corpus.lines(paths))
    if answers is None:
        answers = (text for text, _ in judged_lines(load_rules(), map(question, labelled)))
    return [
        Judged(line, json.loads(text), corpus.reading(line).construction.value, baseline.names_an_advance(line))
        for line, text in zip(labelled, answers, strict=True)
    ]


def question(line: corpus.Labelled) -> str:
    """Return what `advancelint read --format jsonl` is asked about a labelled line."""
    return json.dumps(corpus.given(line))


def score(name: str, judged: Sequence[Judged]) -> str:
    """Return one row: lines, accuracy, precision, recall and F1 of flagging, and the accuracy of word lists alone."""
    flagged = [one for one in judged if not one.choice]
    bad = [one for one in judged if not one.label]
    hits = sum(not one.label for one in flagged)
    precision, recall = hits / max(len(flagged), 1), hits / max(len(bad), 1)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    accuracy = sum(one.choice == one.label for one in judged) / max(len(judged), 1)
    lists = sum(one.baseline == one.label for one in judged) / max(len(judged), 1)
    return f"{name:32} {len(judged):6} {accuracy:9.3f} {precision:10.3f} {recall:7.3f} {f1:6.3f} {lists:11.3f}"


def groups(judged: Sequence[Judged], key: Callable[[Judged], str]) -> dict[str, list[Judged]]:
    """Return ``judged`` by ``key``, in the order of the keys."""
    found: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        found[key(one)].append(one)
    return dict(sorted(found.items()))


def tiers(judged: Sequence[Judged]) -> list[str]:
    """Return a row a tier: its share of the lines, what is not good in it, and what is no advance."""
    bad = sum(not one.label for one in judged)
    rows = [f"{'tier':32} {'lines':>6} {'share':>9} {'not good':>10} {'no advance':>11} {'of all such':>12}"]
    for tier in TIERS:
        members = [one for one in judged if one.found["tier"] == tier]
        faulty = sum(not corpus.is_good(one.line) for one in members)
        wrong = sum(not one.label for one in members)
        rows.append(
            f"{tier:32} {len(members):6} {len(members) / max(len(judged), 1):9.3f} "
            f"{faulty / max(len(members), 1):10.3f} {wrong / max(len(members), 1):11.3f} {wrong / max(bad, 1):12.3f}"
        )
    return rows


def facets(judged: Sequence[Judged]) -> list[str]:
    """Return how often facets are exactly the label's: on all lines, and on those where the client acts."""
    labelled = [one for one in judged if "actor" in one.line]
    acts = [one for one in labelled if one.label]
    named = [one for one in acts if one.line["who"]]
    rows = []
    for title, members, same in (
        ("actor, all lines", labelled, _same_actor),
        ("who, advances that name one", named, lambda one: _plain(one.found["who"]) == _plain(one.line["who"])),
        ("deadline, all lines", labelled, lambda one: one.found["deadline"] == one.line["deadline"]),
        ("deadline, advances", acts, lambda one: one.found["deadline"] == one.line["deadline"]),
        ("energy, advances", acts, lambda one: one.found["energy"] == one.line["energy"]),
    ):
        if members:
            rows.append(f"{title:32} {len(members):6} {sum(map(same, members)) / len(members):9.3f}")
    return [f"{'facet, exactly':32} {'lines':>6} {'share':>9}", *rows] if rows else []


def _same_actor(one: Judged) -> bool:
    """Compare actors; a state is nobody's act to some annotators and its subject's to others, so both count."""
    state = one.found["actor"] == "client" and one.line["actor"] == "none" and one.line["energy"] == "none"
    return bool(one.found["actor"] == one.line["actor"] or state)


def _plain(words: str | None) -> str:
    """Return the words of a person without a leading article, which annotators leave out or not."""
    first, _, rest = (words or "").partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else words or ""


def report(name: str, judged: Sequence[Judged]) -> str:
    """Return the tables for one part or file."""
    rows = [name, f"{'':32} {'lines':>6} {'accuracy':>9} {'precision':>10} {'recall':>7} {'F1':>6} {'word lists':>11}"]
    rows.append(score("all", judged))
    for title, key in (
        ("field", lambda one: str(one.line.get("field", "objective"))),
        ("voice", lambda one: str(one.line.get("voice", "planner"))),
        ("style", lambda one: str(one.line.get("style", ""))),
        ("author", lambda one: str(one.line["author"])),
        ("construction", lambda one: one.construction),
        ("confidence", lambda one: str(one.found["confidence"])),
    ):
        rows += [score(f"{title}: {label}", members) for label, members in groups(judged, key).items()]
    return "\n".join([*rows, "", *tiers(judged), "", *facets(judged), ""])


def check(record: bool) -> int:  # noqa: FBT001 - one of two modes of one command
    """Compare the frozen test part with the record, or renew the record; return 1 where it fell beyond chance."""
    judged = judge(corpus.part("test"))
    wrong = {str(one.line["id"]) for one in judged if one.choice != one.label}
    if record:
        with open(RECORD, "w", encoding="utf-8") as file:
            file.write("\n".join(sorted(wrong)) + "\n")
        return 0
    with open(RECORD, encoding="utf-8") as file:
        before = set(file.read().split())
    worse, better = len(wrong - before), len(before - wrong)
    fell = worse - better > _BEYOND_CHANCE * (worse + better) ** 0.5
    print(f"frozen test part: {1 - len(wrong) / len(judged):.3f} right; {worse} newly wrong, {better} newly right")
    if fell:
        print("that is more than chance explains: mend it, or say why in CHANGELOG.md and run accuracy.py --record")
    return int(fell)


def main() -> int:
    """Print the tables for the parts or files named on the command line (default: dev), or compare with the record."""
    options = argparse.ArgumentParser(description="How well the reading judges labelled lines.")
    options.add_argument("parts", nargs="*", default=["dev"], help="train, dev, test or files of labelled lines")
    modes = options.add_mutually_exclusive_group()
    modes.add_argument("--record", action="store_true", help="note which lines of the test part are judged wrongly")
    modes.add_argument("--check", action="store_true", help="compare with that note")
    modes.add_argument("--given", action="store_true", help="print the lines without their labels")
    modes.add_argument("--judged", metavar="FILE", help="the answers of another version to what --given printed")
    told = options.parse_args()
    if told.record or told.check:
        return check(told.record)
    paths = {name: corpus.part(name) if name in corpus.SPLIT else [name] for name in told.parts}
    every = [path for found in paths.values() for path in found]
    if told.given:
        print("\n".join(map(question, corpus.lines(every))))
    elif told.judged:
        with open(told.judged, encoding="utf-8") as file:
            print(report(" ".join(told.parts), judge(every, file)))
    else:
        for name, found in paths.items():
            print(report(name, judge(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
