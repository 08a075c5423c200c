"""P1 and P2: one plan, from the command line."""

from __future__ import annotations

from stopwatch.bench import NO_CACHE, Bench, compare, told
from stopwatch.clock import Command
from stopwatch.goals import Absent, Goal, Row
from stopwatch.peers import PEERS

EMPTY = "python -c pass"
LIBRARIES = "import click, markdown_it"


def alone(bench: Bench) -> list[Row | Absent]:
    """P1: one plan without a cache, and its two libraries alone, against an empty start; the plan against each peer."""
    ours = bench.cold(bench.one)
    rows = [against_empty(bench, Goal("P1", f"one plan, no cache: time / `{EMPTY}`", most=7), ours)]
    libraries = bench.empty()._replace(argv=[bench.tool.python, "-c", LIBRARIES])
    rows.append(against_empty(bench, Goal("P1", f"`python -c '{LIBRARIES}'`: time / `{EMPTY}`"), libraries))
    for peer in PEERS:
        goal = Goal("P1", f"one plan, no cache: time of {peer.name} / ours", least=peer.one)
        if peer.name in bench.missing:
            rows.append(told(Absent(goal, bench.missing[peer.name])))
        else:
            rows.append(compare(goal, bench.peer(peer, bench.one), ours, bench.sizes.limits))
    return rows


def again(bench: Bench) -> list[Row | Absent]:
    """P2: one plan that the cache knows, and what is asked of the tool itself."""
    goal = Goal("P2", f"one plan, warm cache: time / `{EMPTY}`", most=1.6)
    if bench.tool.cached:
        rows = [against_empty(bench, goal, bench.warm(bench.one), warm=True)]
    else:
        rows = [told(Absent(goal, NO_CACHE))]
    rows.append(against_empty(bench, Goal("P2", f"`--version`: time / `{EMPTY}`", most=1.6), bench.ours("--version")))
    rows.append(against_empty(bench, Goal("P2", f"`--help`: time / `{EMPTY}`", most=5), bench.ours("--help")))
    return rows


def against_empty(bench: Bench, goal: Goal, command: Command, *, warm: bool = False) -> Row | Absent:
    """Compare a command with an empty start, in twice as many rounds as others: both are short."""
    return compare(goal, command, bench.empty(), bench.sizes.limits._replace(rounds=2 * bench.sizes.rounds), warm=warm)
