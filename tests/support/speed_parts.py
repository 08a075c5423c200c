"""What `benchmarks/speed.py` is made of, importable by tests, and programs that stand in for what it measures."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

from command import ROOT

# Behind everything else: the folder has modules of common names.
sys.path.append(os.path.join(ROOT, "benchmarks"))

from stopwatch import bench, clock, commits, goals, installing, many_plans, one_plan, peers, plans, reading
from stopwatch.clock import Spent
from stopwatch.goals import Absent, Goal, Row

TODAY = datetime.date(2026, 6, 1)

SIZES = bench.Sizes(files=12, rounds=2, seconds=60, large=False)


def stand_in(folder: Path, name: str, lines: str = "") -> str:
    """Write a program that runs shell ``lines`` and notes how it was called in ``calls.txt`` beside it."""
    program = folder / name
    note = f'echo "{name} $ADVANCELINT_CACHE_DIR $*" >> "{folder}/calls.txt"'
    program.write_text(f"#!/bin/sh\n{note}\n{lines}\n", "utf-8")
    program.chmod(0o755)
    return str(program)


def bench_in(folder: Path, lines: str = "", *, cached: bool, have: tuple[str, ...] = ()) -> bench.Bench:
    """Return a run over stand-ins: the tool's runs shell ``lines``, of the peers those in ``have`` are installed."""
    tool = installing.Tool(sys.executable, stand_in(folder, "tool", lines), cached)
    programs = {name: stand_in(folder, name) for name in have}
    missing = {peer.name: "not installed: no network" for peer in peers.PEERS if peer.name not in have}
    made = bench.Bench(str(folder), tool, programs, missing, SIZES, {"PATH": os.environ["PATH"], "HOME": str(folder)})
    plans.write(made.many, SIZES.files, TODAY)
    return made


def calls(folder: Path) -> list[str]:
    """Return how the stand-ins were called, in order."""
    return (folder / "calls.txt").read_text("utf-8").splitlines()


__all__ = [
    "Absent",
    "Goal",
    "Row",
    "Spent",
    "bench",
    "clock",
    "commits",
    "goals",
    "installing",
    "many_plans",
    "one_plan",
    "peers",
    "plans",
    "reading",
]
