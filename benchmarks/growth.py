"""Prints how the time for a hostile file grows when the file doubles: what is linear takes twice as long.

Usage: python benchmarks/growth.py [FAMILY …] [--from KIB] [--to KIB] [--limit SECONDS] [--most RATIO]

Each family of `hostile.py` is read, judged and reported in every format, in a process of its own. What counts is CPU
time; a size that takes more than the limit ends its family. The exit code is 1 where a family is above the ratio.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import hostile

_CHILD = "--child"
# Below this, what a run costs whatever it reads hides how it grows.
_LEAST = 0.05
_MEMORY = 6 * 1024**3


def measure(family: str, sizes: list[int], limit: int) -> None:
    """Print for each of ``sizes`` in KiB: bytes, CPU seconds, diagnostics, peak memory in MiB, failures."""
    import gc
    import resource
    import time

    import pipeline

    pipeline.whole(hostile.data_of(family, 4096))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for size in sizes:
        data = hostile.data_of(family, size * 1024)
        gc.collect()
        used = time.process_time()
        # A signal that Python could answer would be answered late; this one ends the process, whatever it does.
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + limit + 1, resource.RLIM_INFINITY))
        judgement = pipeline.whole(data).judgement
        taken = time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        faults = len(judgement.failures)
        print(len(data), taken - used, len(judgement.diagnostics), peak, faults, flush=True)


def _line(family: str, sizes: list[int], limit: int) -> tuple[str, float]:
    """Return the line of the table for ``family``, and its worst ratio (infinite where it was stopped)."""
    command = [sys.executable, os.path.abspath(__file__), family, _CHILD, "--limit", str(limit)]
    command += ["--from", str(sizes[0]), "--to", str(sizes[-1])]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    rows = [[float(word) for word in line.split()] for line in run.stdout.splitlines()]
    seconds = [row[1] for row in rows]
    # What is below the least is noise, and how it grew is told by the next size.
    ratios = [after / max(before, _LEAST) for before, after in itertools.pairwise(seconds)]
    words = [f"{one:5.2f}" for one in ratios]
    worst = max(ratios, default=0.0)
    if run.returncode:
        words.append("stopped" if run.returncode < 0 else f"broken: {run.stderr.strip().splitlines()[-1:]}")
        worst = float("inf")
    if any(row[4] for row in rows):
        words.append("a failure")
        worst = float("inf")
    last = f"{seconds[-1]:8.2f} s {int(rows[-1][2]):7} {int(rows[-1][3]):6}" if rows else " " * 25
    return f"{family:36} {last}   {' '.join(words)}", worst


def main() -> int:
    """Print the table; return the exit code."""
    parser = argparse.ArgumentParser(description="How the time for a hostile file grows when the file doubles.")
    parser.add_argument("families", nargs="*", metavar="FAMILY", help="a family of hostile.py; all where none is named")
    parser.add_argument("--from", dest="first", type=int, default=64, help="the first size in KiB (default: 64)")
    parser.add_argument("--to", dest="last", type=int, default=4096, help="the last size in KiB (default: 4096)")
    parser.add_argument("--limit", type=int, default=60, help="the CPU seconds for one size (default: 60)")
    parser.add_argument("--most", type=float, default=2.3, help="the ratio that still passes (default: 2.3)")
    parser.add_argument(_CHILD, action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    sizes = [given.first]
    while sizes[-1] * 2 <= given.last:
        sizes.append(sizes[-1] * 2)
    if given.child:
        measure(given.families[0], sizes, given.limit)
        return 0
    unknown = sorted(set(given.families) - set(hostile.FAMILIES))
    if unknown:
        parser.error(f"no family is called “{unknown[0]}”; there are: {', '.join(hostile.FAMILIES)}")
    print(f"{'family':36} {'last size':>10} {'found':>7} {'MiB':>6}   ratio of each doubling")
    slow = []
    for family in given.families or hostile.FAMILIES:
        line, worst = _line(family, sizes, given.limit)
        print(line, flush=True)
        slow += [family] if worst > given.most else []
    print(f"{len(slow)} above {given.most:g}" + (f": {', '.join(slow)}" if slow else ""))
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
