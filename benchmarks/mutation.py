"""Print how many small faults in the code the tests notice: mutation testing of a sample.

    .venv/bin/python benchmarks/mutation.py [--seed N] [--size N] [--only PART] [--again SEED] [--diffs]

So many mutants (`benchmarks/mutants.py`) are drawn from `reading`, `plan` and `engine`, from each module in
proportion to what it has. Each meets the tests that reach its line (`benchmarks/mutation_tests.py`), those of its own
file first, then those that noticed others of its module, then the quick ones of its package, then the broad ones, then
the quickest, until one fails. Tests of more than fifteen seconds together are not run, so what is told is at most too
low. The first call runs all tests once, which takes minutes, to learn who reaches what; this is kept in
`build/mutation/` until the code changes. The same seed draws the same mutants of the same code. `--again` runs what
survived with a seed once more. Exit code 1 means that something survived.
"""

from __future__ import annotations

import argparse
import glob
import hashlib
import json
import os
import random
import sqlite3
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from statistics import NormalDist
from typing import Any, NamedTuple

import pytest

import mutation_tests as trying
from mutants import Mutant, mutants_of
from mutation_tests import ROOT, Fault, Outcome

PACKAGES = ("reading", "plan", "engine")
# Tests about what a file means and what is said of it; those of the command line are run in the same process.
TESTS = (
    "unit/reading/*", "unit/plan/*", "unit/markdown/*", "unit/doctrine/*", "plans/*", "rules/*", "corpus/*", "unit/*",
    "cli/test_c*s.py", "cli/test_changed*", "cli/test_p*", "cli/test_rule_[ct]*",
    "cli/test_inspect.py", "cli/test_suggest.py",
)  # fmt: skip
# These measure time, try random text or look at files other than plans: slow, and blind to what the packages do.
LEFT_OUT = (
    "test_budgets",
    "test_hostile",
    "test_patterns",
    "test_card_sch",
    "test_config",
    "test_scaffold",
    "test_watch",
)
BROAD = "tests/corpus/test_understood.py"  # sees many lines or a whole plan at once, and knows what they mean
TIMED = "costs_no_more_than_its_length"
KEPT = os.path.join(ROOT, "build", "mutation")
BUDGET, QUICK, FEW = 15.0, 0.02, 10


class Tried(NamedTuple):
    """A mutant, what it changes, and what came of it."""

    mutant: Mutant
    diff: str
    outcome: Outcome


def read(path: str) -> str:
    """Return the text of a file of the repository."""
    with open(os.path.join(ROOT, path), encoding="utf-8", newline="") as file:
        return file.read()


def modules() -> list[str]:
    """Return the files of the three packages, relative to the root."""
    found = [name for package in PACKAGES for name in glob.glob(f"src/advancelint/{package}/*.py", root_dir=ROOT)]
    return sorted(found)


def draw(seed: int, size: int, only: str) -> list[Mutant]:
    """Return a sample: from each module its share, one at least where it has any, in an order of chance."""
    chance = random.Random(seed)
    every = {path: mutants_of(path, read(path)) for path in modules() if only in path}
    whole = sum(map(len, every.values()))
    drawn: list[Mutant] = []
    for found in every.values():
        share = size * len(found) / whole
        count = max(1, int(share) + (chance.random() < share - int(share)))
        drawn += chance.sample(found, min(count, len(found)))
    chance.shuffle(drawn)
    return drawn


# Who reaches what


class Reach:
    """Which tests reach which line of which file, and how long each takes, as measured and kept."""

    def __init__(self) -> None:
        """Measure the tests that are not measured yet."""
        self.seconds: dict[str, float] = {}
        self.data: dict[str, set[str]] = defaultdict(set)  # data file: tests
        self.files: dict[str, dict[int, list[str]]] = {}
        os.makedirs(KEPT, exist_ok=True)
        code = _digest(glob.glob(os.path.join(ROOT, "src/advancelint/**/*.py"), recursive=True))
        names = sorted({name for part in TESTS for name in glob.glob(f"tests/{part}", root_dir=ROOT)})
        names = [name for name in names if os.path.basename(name).startswith("test_") and name.endswith(".py")]
        names = [name for name in names if not any(part in name for part in LEFT_OUT)]
        kept = self._kept()
        stale = [name for name in names if kept.get(name, [""])[0] != _digest([os.path.join(ROOT, name)], code)]
        if stale:
            data = os.path.join(KEPT, f"{_digest([os.path.join(ROOT, name) for name in stale], code)}.coverage")
            subprocess.run([sys.executable, __file__, "--measure", data, *stale], check=True)
            kept.update({name: [_digest([os.path.join(ROOT, name)], code), data] for name in stale})
            with open(os.path.join(KEPT, "reach.json"), "w", encoding="utf-8") as file:
                json.dump(kept, file, indent=1)
        for data in {kept[name][1] for name in names}:
            with open(data + ".json", encoding="utf-8") as file:
                for test, took in json.load(file).items():
                    if kept.get(test.split("::")[0], ["", ""])[1] == data and TIMED not in test:
                        self.seconds[test] = took
                        self.data[data].add(test)
        self.tests = names

    def _kept(self) -> dict[str, list[str]]:
        try:
            with open(os.path.join(KEPT, "reach.json"), encoding="utf-8") as file:
                kept: dict[str, list[str]] = json.load(file)
        except OSError:
            return {}
        return kept

    def lines(self, path: str) -> dict[int, list[str]]:
        """Return the tests that reach each line of a file."""
        if path not in self.files:
            from coverage.numbits import numbits_to_nums

            found: dict[int, list[str]] = defaultdict(list)
            for data, tests in sorted(self.data.items()):
                connection = sqlite3.connect(data)
                rows = connection.execute(
                    "select context.context, line_bits.numbits from line_bits join file on file.id = file_id "
                    "join context on context.id = context_id where file.path = ?",
                    (os.path.join(ROOT, path),),
                )
                for test, bits in rows:
                    for line in numbits_to_nums(bits) if test in tests else ():
                        found[line].append(test)
                connection.close()
            self.files[path] = found
        return self.files[path]

    def chosen(self, mutant: Mutant, kills: Counter[tuple[str, str]]) -> list[str]:
        """Return the tests for a mutant, the likeliest first, as many as the budget allows."""
        lines = self.lines(mutant.path)
        near = lines.get(mutant.line) or [test for at in range(mutant.first, mutant.line) for test in lines.get(at, ())]
        if len(set(near)) < FEW or not mutant.scope:  # what fills a cache is run by the first test that comes along
            near = [*near, *(test for tests in lines.values() for test in tests)]
        own = os.path.splitext(os.path.basename(mutant.path))[0]
        beside = f"tests/unit/{mutant.path.split('/')[2]}/"
        first = set(lines.get(mutant.line, ()))

        def likely(test: str) -> tuple[bool, int, bool, bool, bool, float, str]:
            named = f"test_{own}.py::" in test
            layer = test in first and test.startswith(beside) and self.seconds[test] < QUICK
            broad = test.startswith(BROAD)
            killed = kills[mutant.path, test]
            return not named, -killed, not layer, not broad, test not in first, self.seconds[test], test

        chosen: list[str] = []
        spent = 0.0
        for test in sorted(set(near), key=likely):
            spent += self.seconds[test]
            if spent > BUDGET and chosen:
                break
            chosen.append(test)
        return chosen


def _digest(paths: Iterable[str], more: str = "") -> str:
    told = hashlib.blake2b(more.encode(), digest_size=8)
    for path in sorted(paths):
        with open(path, "rb") as file:
            told.update(file.read())
    return told.hexdigest()


# Trying them


def try_all(session: pytest.Session, drawn: list[Mutant], reach: Reach, sample: str) -> list[Tried]:
    """Try every mutant, and say and keep on the way what came of it."""
    kills: Counter[tuple[str, str]] = Counter()
    known = {item.nodeid for item in session.items}
    done: list[Tried] = []
    for mutant in drawn:
        text = read(mutant.path)
        tests = {test: reach.seconds[test] for test in reach.chosen(mutant, kills) if test in known}
        name = mutant.path.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        fault = Fault(mutant.path, name, mutant.applied(text), mutant.scope)
        if not tests:
            outcome = Outcome("survived", "no test reaches it", 0)
        elif mutant.scope:
            outcome = trying.try_in_fork(session, fault, tests)
        else:
            outcome = trying.try_fresh(fault, tests)
        kills[mutant.path, outcome.test] += outcome.verdict == "killed"
        done.append(Tried(mutant, mutant.diff(text), outcome))
        keep(sample, done)
        print(f"{len(done):4} {mutant.path}:{mutant.line} {mutant.operator}: {outcome.verdict} after {outcome.ran}")
    return done


# What is told


def wilson(good: int, of: int, sure: float = 0.95) -> tuple[float, float]:
    """Return the bounds between which the share in all mutants lies, as surely as said."""
    z = NormalDist().inv_cdf((1 + sure) / 2)
    share = good / of
    middle, wide = share + z * z / (2 * of), z * ((share * (1 - share) + z * z / (4 * of)) / of) ** 0.5
    return (middle - wide) / (1 + z * z / of), (middle + wide) / (1 + z * z / of)


def table(title: str, groups: dict[str, list[Tried]]) -> None:
    """Print a line for each group: how many of its mutants came to what end."""
    print(f"\n| {title} | mutants | killed | timed out | survived | score | 95 % |\n|---|---|---|---|---|---|---|")
    for name, tried in groups.items():
        ends = Counter(one.outcome.verdict for one in tried)
        noticed = ends["killed"] + ends["timed out"]
        low, high = wilson(noticed, len(tried))
        counts = f"{ends['killed']} | {ends['timed out']} | {ends['survived']}"
        print(f"| {name} | {len(tried)} | {counts} | {noticed / len(tried):.1%} | {low:.1%} to {high:.1%} |")


def tell(done: list[Tried], *, diffs: bool) -> None:
    """Print the tables and the survivors."""
    packages: dict[str, list[Tried]] = defaultdict(list)
    operators: dict[str, list[Tried]] = defaultdict(list)
    for one in done:
        packages[one.mutant.path.split("/")[2]].append(one)
        operators[one.mutant.operator].append(one)
    table("package", {**{name: packages[name] for name in PACKAGES if packages[name]}, "all": done})
    table("sort of fault", dict(sorted(operators.items())))
    for one in done if diffs else ():
        if one.outcome.verdict == "survived":
            print(f"\n# {one.mutant.operator}, {one.outcome.ran} tests {one.outcome.test}\n{one.diff}")


def keep(sample: str, done: list[Tried]) -> None:
    """Write down what came of the mutants of a sample so far."""
    with open(os.path.join(KEPT, f"{sample}.json"), "w", encoding="utf-8") as file:
        told = [{**one.mutant._asdict(), **one.outcome._asdict(), "diff": one.diff} for one in done]
        json.dump(told, file, indent=1)


def survivors(seed: int) -> list[Mutant]:
    """Return the mutants that survived with a seed, found again in the code as it is now."""
    with open(os.path.join(KEPT, f"seed-{seed}.json"), encoding="utf-8") as file:
        told: list[dict[str, Any]] = json.load(file)
    wanted = Counter(_changed(one["diff"]) for one in told if one["verdict"] == "survived")
    found = []
    for path in sorted({one["path"] for one in told}):
        text = read(path)
        for mutant in mutants_of(path, text):
            changed = _changed(mutant.diff(text))
            if wanted[changed] > 0:
                wanted[changed] -= 1
                found.append(mutant)
    return found


def _changed(diff: str) -> str:
    return "\n".join(line for line in diff.splitlines() if line[:1] in ("-", "+"))


def main() -> int:
    """Draw, try and tell; or do a part of it in a process of its own."""
    if sys.argv[1:2] == ["--fresh"]:
        return trying.fresh(int(sys.argv[2]))
    if sys.argv[1:2] == ["--measure"]:
        return trying.measure(sys.argv[3:], sys.argv[2], sys.argv[2] + ".json")
    parser = argparse.ArgumentParser(description="Print how many small faults in the code the tests notice.")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws another sample")
    parser.add_argument("--size", type=int, default=450, help="how many mutants, about")
    parser.add_argument("--only", default="", help="draw only from files with this in their path")
    parser.add_argument("--again", type=int, default=0, help="run the survivors of this seed once more")
    parser.add_argument("--diffs", action="store_true", help="print what survived")
    asked = parser.parse_args()
    reach = Reach()
    drawn = survivors(asked.again) if asked.again else draw(asked.seed, asked.size, asked.only)
    done: list[Tried] = []
    sample = f"again-{asked.again}" if asked.again else f"seed-{asked.seed}"
    trying.collect(lambda session: done.extend(try_all(session, drawn, reach, sample)), reach.tests)
    tell(done, diffs=asked.diffs)
    return int(any(one.outcome.verdict == "survived" for one in done))


if __name__ == "__main__":
    sys.exit(main())
