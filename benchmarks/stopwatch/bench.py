"""What all trials share: where things lie, how the tool is started, and two commands compared in turns."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from stopwatch import plans
from stopwatch.clock import Command, CommandError, Spent, nothing, ratio, rounds, spend
from stopwatch.goals import Absent, Goal, Row, line
from stopwatch.installing import Tool, started
from stopwatch.peers import Peer

NO_CACHE = "no cache in this version"
LARGE = (5000, 20000)


class Limits(NamedTuple):
    """How many rounds a comparison has at most, and after how many seconds none begins."""

    rounds: int
    seconds: float


class Sizes(NamedTuple):
    """How much is measured: plans, rounds of what is quick, seconds for what is slow, and whether large corpora are."""

    files: int
    rounds: int
    seconds: float
    large: bool

    @property
    def limits(self) -> Limits:
        """The rounds and seconds of a comparison of two commands."""
        return Limits(self.rounds, self.seconds)


class Bench(NamedTuple):
    """A run of the benchmark. ``peers`` holds each peer's program, ``missing`` why one could not be installed."""

    folder: str
    tool: Tool
    peers: Mapping[str, str]
    missing: Mapping[str, str]
    sizes: Sizes
    variables: dict[str, str]

    @property
    def many(self) -> str:
        """The folder of the plans."""
        return self.corpus(self.sizes.files)

    @property
    def one(self) -> str:
        """The plan that is judged alone: an account plan of middling size."""
        return plans.place(self.many, 0)

    def corpus(self, count: int) -> str:
        """Return the folder of so many plans."""
        return os.path.join(self.folder, f"plans-{count}")

    def cache(self, owner: str, path: str) -> str:
        """Return where ``owner`` caches what it made of ``path``."""
        return os.path.join(self.folder, "caches", f"{owner}-{os.path.basename(path)}")

    def empty(self) -> Command:
        """Return the yardstick: the tool's interpreter started for nothing."""
        return Command([self.tool.python, "-c", "pass"], self.folder, self.variables)

    def ours(self, *words: str) -> Command:
        """Return a command of the tool's."""
        return Command([self.tool.program, *words], self.folder, self.variables)

    def cold(self, path: str, *words: str) -> Command:
        """Return the command that judges a folder, or a file of one, without a cache."""
        without = ("--no-cache",) if self.tool.cached else ()
        return self.judging(path, *without, *words)

    def warm(self, path: str, before: Callable[[], None] = nothing) -> Command:
        """Return the command that judges a folder or a file with a cache, as people type it: a variable says where."""
        command = self.judging(path)
        variables = {**self.variables, "ADVANCELINT_CACHE_DIR": self.cache("advancelint", path)}
        return command._replace(environment=variables, before=before)

    def judging(self, path: str, *words: str) -> Command:
        """Return the command that judges a folder from within, or a file from its folder."""
        folder, name = (path, ".") if os.path.isdir(path) else os.path.split(path)
        return self.ours("check", *words, name)._replace(folder=folder)

    def peer(self, peer: Peer, path: str) -> Command:
        """Return the command by which a peer that is installed judges a folder or a file."""
        folder, names = (path, peer.everything) if os.path.isdir(path) else (os.path.dirname(path), ())
        return started(peer, self.peers[peer.name], names or [os.path.basename(path)], folder, self.variables)


def compare(
    goal: Goal, first: Command, second: Command, limits: Limits, per: Sequence[int] = (1, 1), *, warm: bool = False
) -> Row | Absent:
    """Run two commands in turns; return the ratio of the first to the second, each divided by its count of plans.

    With ``warm`` both fill their caches beforehand.
    """
    return told(compared(goal, first, second, limits, per, warm=warm))


def compared(
    goal: Goal, first: Command, second: Command, limits: Limits, per: Sequence[int] = (1, 1), *, warm: bool = False
) -> Row | Absent:
    """Do what `compare` does, and show nothing yet."""
    try:
        if warm:
            fill(first)
            fill(second)
        taken = rounds([lambda: spend(first), lambda: spend(second)], *limits)
    except CommandError as error:
        return Absent(goal, str(error))
    wall, cpu = (ratio([(kind(a) / per[0], kind(b) / per[1]) for a, b in taken]) for kind in (wall_of, cpu_of))
    return Row(goal, wall, len(taken), cpu)


def fill(command: Command) -> None:
    """Run a command twice: the second run settles what the first could not be sure of, such as files just written."""
    spend(command._replace(before=nothing))
    spend(command._replace(before=nothing))


def wall_of(spent: Spent) -> float:
    """Return the seconds on the wall."""
    return spent.wall


def cpu_of(spent: Spent) -> float:
    """Return the seconds of all cores; the clock behind them ticks, so a run of none counts as one tick."""
    return max(spent.cpu, 0.001)


def peak(goal: Goal, command: Command, most: int, *, warm: bool = False) -> Row | Absent:
    """Return the most memory that a process of a command held in some runs; with ``warm`` it fills its cache first."""
    try:
        if warm:
            fill(command)
        taken = [spend(command) for _ in range(most)]
    except CommandError as error:
        return told(Absent(goal, str(error)))
    return told(Row(goal, max(spent.peak for spent in taken), most))


def told(row: Row | Absent) -> Row | Absent:
    """Show a row as soon as it is measured."""
    print(line(row), file=sys.stderr, flush=True)
    return row
