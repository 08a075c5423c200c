"""Learns all weights anew, in their order, or says whether they are what that gives.

Usage: python benchmarks/learnt.py [--check [--anyway]]

To learn takes minutes, and what comes of it depends on files of this repository alone: the programs that learn and
whatever of the tool they import, the corpus, the lexicon and the plans by strangers. Their digest is noted in
learnt.sha256 whenever they are learnt. ``--check`` learns again only where the digest has changed since, and with
``--anyway`` in any case: a digest that somebody wrote by hand is found out that way.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from modulefinder import ModuleFinder

from published import LEARNT

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
DIGEST = os.path.join(HERE, "learnt.sha256")
# Each rests on those before it.
PROGRAMS = (
    "train_witness", "calibrate", "train_labels", "train_stages", "train_kinds", "train_lines", "train_sides",
    "train_days",
)  # fmt: skip
DATA = ("lexicon", "corpus", *(os.path.join("benchmarks", "unseen", str(number)) for number in LEARNT))
UNREAD = frozenset({"figures.tsv"})  # measured afterwards, of rules
GROWS = "lightgbm"  # another version may grow other trees


def path_of(program: str) -> str:
    """Return where a program stands."""
    return os.path.join(HERE, f"{program}.py")


def sources() -> Iterator[str]:
    """Yield the paths of the programs that learn and of all that they import of this repository."""
    finder = ModuleFinder(path=[HERE, os.path.join(ROOT, "src")])
    for program in PROGRAMS:
        finder.run_script(path_of(program))
    found = {path for module in finder.modules.values() if (path := getattr(module, "__file__", None))}
    yield from sorted(found | set(map(path_of, PROGRAMS)))


def data() -> Iterator[str]:
    """Yield the paths of all files that are learnt from, or read while learning."""
    for folder in DATA:
        for parent, below, names in os.walk(os.path.join(ROOT, folder)):
            below.sort()
            yield from (os.path.join(parent, name) for name in sorted(names) if name not in UNREAD)


def digest() -> str:
    """Return a digest of everything that the weights depend on, and of the weights."""
    whole = hashlib.sha256(f"{GROWS} {version(GROWS)}\n".encode())
    for path in (*sources(), *data()):
        with open(path, "rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        whole.update(f"{os.path.relpath(path, ROOT)} {content}\n".encode())
    return whole.hexdigest()


def known() -> str:
    """Return the digest of what was last learnt from, or ""."""
    try:
        with open(DIGEST, encoding="ascii") as file:
            return file.read().strip()
    except FileNotFoundError:
        return ""


def run(*options: str) -> int:
    """Run every program, and return 1 where one fails."""
    return max(subprocess.run([sys.executable, path_of(one), *options]).returncode != 0 for one in PROGRAMS)


def check(*, anyway: bool) -> int:
    """Say whether the weights are up to date; return 1 where they are not."""
    if digest() == known() and not anyway:
        print("the weights are those that were learnt from these very files")
        return 0
    status = run("--check")
    if not status and digest() != known():
        print("what is learnt from has changed and gives the same weights: python benchmarks/learnt.py notes it")
    return status


def main(arguments: list[str]) -> int:
    """Learn and note what from, or check; return the exit code."""
    if "--check" in arguments:
        return check(anyway="--anyway" in arguments)
    status = run()
    if not status:
        with open(DIGEST, "w", encoding="ascii") as file:
            file.write(f"{digest()}\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
