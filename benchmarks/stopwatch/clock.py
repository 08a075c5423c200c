"""Runs commands in turns and says what each run took."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class CommandError(Exception):
    """A command ended with a code that it does not end with when it has done its work; says which and what it wrote."""


def nothing() -> None:
    """Prepare nothing."""


class Command(NamedTuple):
    """A program as it is run, whose exit code is one of ``codes`` when it has done its work.

    ``before`` prepares each run and is not timed.
    """

    argv: Sequence[str]
    folder: str
    environment: Mapping[str, str]
    codes: Sequence[int] = (0, 1)
    before: Callable[[], None] = nothing


class Spent(NamedTuple):
    """What one run took: seconds on the wall and of all cores, and the MiB of its largest process at its peak."""

    wall: float
    cpu: float
    peak: float


def spend(command: Command) -> Spent:
    """Run ``command`` once; raise `CommandError` if it could not do its work."""
    command.before()
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command.argv,
            cwd=command.folder,
            env=dict(command.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        # wait4 and not process.wait(): it tells what this child and those that it waited for have used.
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in command.codes:
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace").strip()[-400:]
            raise CommandError(f"{' '.join(command.argv)} ended with {process.returncode}: {said}")
    return Spent(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def rounds(turns: Sequence[Callable[[], Spent]], most: int, seconds: float) -> list[list[Spent]]:
    """Take ``turns`` one after the other, ``most`` times or until ``seconds`` are over, but once at least."""
    start = time.perf_counter()
    taken: list[list[Spent]] = []
    while len(taken) < most and (not taken or time.perf_counter() - start < seconds):
        taken.append([turn() for turn in turns])
    return taken


def ratio(pairs: Sequence[tuple[float, float]]) -> float:
    """Return the median of the ratios of the pairs, each the first to the second."""
    return statistics.median(first / second for first, second in pairs)
