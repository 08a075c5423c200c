"""Measure every rule on the casebook, and keep what was measured in lexicon/figures.tsv.

Without options the table is printed. ``--write`` writes the file, from which `explain` and the rule pages show the
figures; ``--check`` fails where the file is not what is measured, or where a stable rule is below the floor.
"""

from __future__ import annotations

import glob
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "src"))

from advancelint.catalog import load_rules  # noqa: E402 - the checkout's own code, installed or not
from advancelint.config import Settings  # noqa: E402
from advancelint.doctrine.account import Account  # noqa: E402
from advancelint.doctrine.ladder import ladder  # noqa: E402
from advancelint.doctrine.matching import NOBODY, act_asked  # noqa: E402
from advancelint.engine import look_around  # noqa: E402
from advancelint.engine.gate import confidence_of, looking  # noqa: E402
from advancelint.engine.sentence import plan_of_reading  # noqa: E402
from advancelint.figures import Figure, load_figures  # noqa: E402
from advancelint.nodes import nodes_of  # noqa: E402
from advancelint.plan.model import Plan  # noqa: E402
from advancelint.reading import Scene, read  # noqa: E402
from advancelint.resources import rows  # noqa: E402
from advancelint.rule import Rule  # noqa: E402
from advancelint.source import Passage, Source  # noqa: E402

CASEBOOK = os.path.join(ROOT, "casebook")
FILE = os.path.join(ROOT, "lexicon", "figures.tsv")
AS_OF = "2026-06-01"
FLOOR = 0.9
# With fewer cases than this a share says nothing, so a rule cannot be stable.
LEAST = 6
# It says that the tool is unsure of a line, which is so whenever it speaks: there is nothing to be wrong about.
UNMEASURED = ("SP209",)
HEADER = """\
# source: written by benchmarks/figures.py --write from casebook/. Of each rule: findings that were right, that were
# wrong, and cases that were missed. A hint of which the tool itself says that it is unsure is no finding here.
code\tright\twrong\tmissed
"""
Tally = dict[str, Counter[str]]


def measure() -> tuple[Figure, ...]:
    """Return a figure for every rule that judges plans, in the order of codes."""
    rules = [rule for rule in load_rules() if rule.card.measured]
    tally: Tally = defaultdict(Counter)
    _lines([rule for rule in rules if rule.card.on == "objective"], tally)
    _plans(rules, tally)
    return tuple(
        Figure(rule.code, tally[rule.code]["right"], tally[rule.code]["wrong"], tally[rule.code]["missed"])
        for rule in rules
    )


def _lines(rules: list[Rule], tally: Tally) -> None:
    for _, stage, client, codes, also, text in rows(os.path.join(CASEBOOK, "objectives.tsv")):
        names = () if client == "-" else (client,)
        reading = read(Passage.plain(text), Scene(client=frozenset(name.lower() for name in names)))
        plan = plan_of_reading(reading, stage, names, ())
        _count(_found(rules, plan, text), codes, also, tally)


def _plans(rules: list[Rule], tally: Tally) -> None:
    understood = look_around(lambda _: Settings(as_of=AS_OF), history=False)
    for name, codes, also in rows(os.path.join(CASEBOOK, "plans.tsv")):
        path = os.path.join(CASEBOOK, "plans", name)
        with open(path, encoding="utf-8") as file:
            source = Source.of(path, file.read())
        _count(_found(rules, understood.plan_of(source), source.text), codes, also, tally)


def _found(rules: list[Rule], plan: Plan, text: str) -> set[str]:
    """Return the codes of the rules that speak, each judged by itself, hints of which the tool is unsure left out."""
    return {
        rule.code
        for node in nodes_of(plan, AS_OF, Account(text=text))
        for rule in looking(rules, node)
        if rule.card.on == node.kind and confidence_of(rule, node) != "low" and any(rule.find(node))
    }


def _count(found: set[str], codes: str, also: str, tally: Tally) -> None:
    wanted, allowed = set(codes.split()) - {"-"}, set(also.split()) - {"-"}
    for code in found & wanted:
        tally[code]["right"] += 1
    for code in found - wanted - allowed:
        tally[code]["wrong"] += 1
    for code in wanted - found:
        tally[code]["missed"] += 1


def _file(figures: Iterable[Figure]) -> str:
    return HEADER + "".join(f"{one.code}\t{one.right}\t{one.wrong}\t{one.missed}\n" for one in figures)


def _table(figures: Iterable[Figure]) -> Iterator[str]:
    yield "code    right  wrong  missed  precision  recall"
    for one in figures:
        shares = f"{_share(one.precision):>9}  {_share(one.recall):>6}"
        yield f"{one.code}  {one.right:6}  {one.wrong:5}  {one.missed:6}  {shares}"


def _share(share: float) -> str:
    return "-" if share < 0 else f"{share:.2f}"


def _faults(figures: Iterable[Figure]) -> Iterator[str]:
    status = {rule.code: rule.card.status for rule in load_rules()}
    for one in figures:
        good = one.precision >= FLOOR and one.right + one.wrong >= LEAST
        if status[one.code] == "stable" and not good and one.code not in UNMEASURED:
            yield f"{one.code} is stable with {one.right} right and {one.wrong} wrong: make it a preview, or mend it"


def ladder_on_corpus() -> tuple[int, int, int]:
    """Return what the ladder puts two stages or more ahead of its stage in corpus/: right, wrong, and what it misses.

    Right are lines that are labelled unrealistic there. The corpus was labelled for the reading and without a look at
    the ladder, so it is a second opinion on RE302.
    """
    counts: Counter[tuple[bool, bool]] = Counter()
    known = ladder()
    for path in sorted(glob.glob(os.path.join(ROOT, "corpus", "lines", "*.jsonl"))):
        with open(path, encoding="utf-8") as file:
            lines = [json.loads(row) for row in file if row.strip()]
        for line in (one for one in lines if one["stage"] and one["field"] in ("objective", "ask")):
            ahead = (
                known.distance(act_asked(read(Passage.plain(line["text"]), _scene(line)), NOBODY), line["stage"]) >= 2
            )
            counts[ahead, "unrealistic" in line["verdict"]] += 1
    return counts[True, True], counts[True, False], counts[False, True]


def _scene(line: dict[str, Any]) -> Scene:
    client, seller = (frozenset(name.lower() for name in line[side]) for side in ("client", "seller"))
    heading, owner = line["heading"] or "", line["owner"] or ""
    return Scene(line["field"], line["voice"], heading, owner, client=client, seller=seller)


def _changed(now: Figure, before: Figure | None) -> str:
    told = before.words if before else "nothing"
    return f"{now.code}: {now.words}; the file says {told}. Run `make figures`, and say so in CHANGELOG.md"


def main(arguments: list[str]) -> int:
    """Print, write or check the figures; return the exit code."""
    figures = measure()
    if arguments == ["--write"]:
        with open(FILE, "w", encoding="utf-8", newline="\n") as file:
            file.write(_file(figures))
    elif arguments == ["--check"]:
        faults = list(_faults(figures))
        known = {one.code: one for one in load_figures().values()}
        faults += [_changed(one, known.get(one.code)) for one in figures if known.get(one.code) != one]
        sys.stderr.writelines(f"{fault}\n" for fault in faults)
        return int(bool(faults))
    else:
        print("\n".join(_table(figures)))
        right, wrong, missed = ladder_on_corpus()
        print(f"\nladder on corpus/, two stages or more ahead: {right} right, {wrong} wrong, {missed} missed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
