"""Prints what reading costs, as multiples of `python -c pass`, with an installed wheel in its own environment.

Usage: python benchmarks/reading_speed.py [RUNS]

Both are measured in one run, the runs of all commands interleaved: starting Python and reading one sentence (what
loading the reading adds), and each further sentence of the dev part of the corpus.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import venv

import corpus

ROOT = os.path.dirname(corpus.HERE)
PASS = "pass"
LOAD = """
from advancelint.reading import read
from advancelint.source import Passage
read(Passage.plain("Dana signs the test plan by 9 June"))
"""
SENTENCES = """
import json, sys, time
from advancelint.reading import Scene, read
from advancelint.source import Passage
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
ready = [(Passage.plain(line["text"]), Scene(field=line["field"], voice=line["voice"])) for line in lines]
read(*ready[0])
start = time.perf_counter()
for passage, scene in ready:
    read(passage, scene)
print((time.perf_counter() - start) / len(ready))
"""


def installed(folder: str) -> str:
    """Install the checkout as a wheel into a new environment in ``folder``; return its interpreter."""
    venv.create(folder, with_pip=True)
    python = os.path.join(folder, "bin", "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", ROOT], check=True)
    return python


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return how long one run of ``command`` takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, env=environment, cwd=tempfile.gettempdir())
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with tempfile.TemporaryDirectory() as folder:
        python = installed(folder)
        taken: dict[str, list[float]] = {PASS: [], LOAD: []}
        for _ in range(runs):
            for code, times in taken.items():
                times.append(seconds([python, "-c", code], environment))
        empty, loaded = (sorted(times)[runs // 4] for times in taken.values())
        command = [python, "-c", SENTENCES, corpus.part("dev")[0]]
        each = min(
            json.loads(subprocess.run(command, check=True, env=environment, capture_output=True).stdout)
            for _ in range(5)
        )
    added = loaded - empty
    print(f"{'python -c pass':28} {empty * 1000:8.2f} ms")
    print(f"{'loading the reading adds':28} {added * 1000:8.2f} ms   {added / empty:.2f} times that")
    print(f"{'a sentence costs':28} {each * 1000:8.3f} ms   1/{empty / each:.0f} of that")


if __name__ == "__main__":
    main()
