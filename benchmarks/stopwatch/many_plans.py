"""P3 to P6: folders of plans."""

from __future__ import annotations

import glob
import itertools
import os
from collections.abc import Callable

from stopwatch.bench import LARGE, NO_CACHE, Bench, Limits, compare, peak, told
from stopwatch.clock import Command, nothing
from stopwatch.goals import Absent, Goal, Row
from stopwatch.peers import PEERS, RUMDL

NOT_ASKED = "only with `--large`"
WARM_GOALS = {LARGE[0]: 0.25, LARGE[1]: 0.2}


def cold(bench: Bench) -> list[Row | Absent]:
    """P3: all plans without a cache, against each peer."""
    rows: list[Row | Absent] = []
    for peer in PEERS:
        goal = Goal("P3", f"{bench.sizes.files} plans, no cache: time of {peer.name} / ours", least=peer.many)
        if peer.name in bench.missing:
            rows.append(told(Absent(goal, bench.missing[peer.name])))
        else:
            limits = Limits(min(peer.runs, bench.sizes.rounds), bench.sizes.seconds)
            rows.append(compare(goal, bench.peer(peer, bench.many), bench.cold(bench.many), limits))
    return rows


def warm(bench: Bench) -> list[Row | Absent]:
    """P4: all plans with a cache that knows them, as they are, checked out anew, and with one edited; against rumdl."""
    files, many = bench.sizes.files, bench.many
    turn = itertools.count(1)
    path = bench.one
    with open(path, encoding="utf-8") as file:
        text = file.read()
    rows = [warm_row(bench, Goal("P4", f"{files} plans, warm: time / rumdl warm", most=0.45), many)]
    goal = Goal("P4", f"{files} plans, the same contents checked out anew: time / rumdl", most=0.65)
    rows.append(warm_row(bench, goal, many, lambda: check_out(many)))
    goal = Goal("P4", f"{files} plans, one of them edited: time / rumdl", most=0.8)
    try:
        rows.append(warm_row(bench, goal, many, lambda: write(path, f"{text}\nNote {next(turn)} of this run.\n")))
    finally:
        write(path, text)
    for count in LARGE:
        goal = Goal("P4", f"{count} plans, warm: time / rumdl warm", most=WARM_GOALS[count])
        large = bench.sizes.large
        rows.append(warm_row(bench, goal, bench.corpus(count)) if large else told(Absent(goal, NOT_ASKED)))
    return rows


def warm_row(bench: Bench, goal: Goal, path: str, before: Callable[[], None] = nothing) -> Row | Absent:
    """Compare the tool with rumdl after both have filled their caches; ``before`` comes before each run of either."""
    if not bench.tool.cached:
        return told(Absent(goal, NO_CACHE))
    if RUMDL.name in bench.missing:
        return told(Absent(goal, bench.missing[RUMDL.name]))
    words = ["check", "--cache-dir", bench.cache(RUMDL.name, path), "."]
    theirs = Command([bench.peers[RUMDL.name], *words], path, bench.variables, before=before)
    ours = bench.warm(path, before)
    return compare(goal, ours, theirs, bench.sizes.limits, warm=True)


def flat(bench: Bench) -> list[Row | Absent]:
    """P5: the time of a plan among many against that of a plan among few."""
    few, many = bench.sizes.files, LARGE[-1]
    rows: list[Row | Absent] = []
    for kind in ("cold", "warm"):
        goal = Goal("P5", f"{kind}: the time of a plan among {many} over that among {few}", most=1.1)
        if not bench.sizes.large:
            rows.append(told(Absent(goal, NOT_ASKED)))
        elif kind == "warm" and not bench.tool.cached:
            rows.append(told(Absent(goal, NO_CACHE)))
        else:
            started = bench.cold if kind == "cold" else bench.warm
            large, small = started(bench.corpus(many)), started(bench.corpus(few))
            # Thrice the time of other rows: one run over so many plans can fill that of a row alone.
            limits = bench.sizes.limits._replace(seconds=3 * bench.sizes.seconds)
            rows.append(compare(goal, large, small, limits, (many, few), warm=kind == "warm"))
    return rows


def memory(bench: Bench) -> list[Row | Absent]:
    """P6: the most memory that a process of the tool holds."""
    files, many = bench.sizes.files, LARGE[-1]
    goal = Goal("P6", f"{files} plans, no cache: peak of a process", most=60, unit=" MiB")
    rows = [peak(goal, bench.cold(bench.many), 2)]
    goal = Goal("P6", f"{many} plans, warm: peak of a process", most=60, unit=" MiB")
    if not bench.sizes.large:
        rows.append(told(Absent(goal, NOT_ASKED)))
    elif not bench.tool.cached:
        rows.append(told(Absent(goal, NO_CACHE)))
    else:
        rows.append(peak(goal, bench.warm(bench.corpus(many)), 3, warm=True))
    return rows


def check_out(folder: str) -> None:
    """Write all plans anew, as git does: the same contents at the same paths, with new times and in new files."""
    for path in glob.iglob(os.path.join(folder, "*", "*.md")):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        write(f"{path}.new", text)
        os.replace(f"{path}.new", path)


def write(path: str, text: str) -> None:
    """Write ``text`` to a file."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
