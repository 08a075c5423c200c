"""P8: what reading a sentence costs in a process that runs, and what one more rule card costs a cold run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence

import corpus
from stopwatch.bench import Bench, compare, compared, told
from stopwatch.clock import Command, CommandError, Spent, ratio, rounds, spend
from stopwatch.goals import Absent, Goal, Row

CARDS = 50
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
wall, cpu = time.perf_counter(), time.process_time()
for passage, scene in ready:
    read(passage, scene)
print((time.perf_counter() - wall) / len(ready), (time.process_time() - cpu) / len(ready))
"""


def sentences(bench: Bench) -> list[Row | Absent]:
    """P8: a sentence of the corpus, read by what is installed, as a part of an empty start; and what loading adds."""
    empty, path = bench.empty(), corpus.part("dev")[0]
    goal = Goal("P8", "`python -c pass`: time / reading a sentence", least=45)
    try:
        taken = rounds([lambda: spend(empty), lambda: sentence(bench, path)], *bench.sizes.limits)
    except CommandError as error:
        return [told(Absent(goal, str(error)))]
    wall = ratio([(start.wall, each.wall) for start, each in taken])
    cpu = ratio([(start.cpu, each.cpu) for start, each in taken])
    goal_of_loading = Goal("P8", "start, load the reading, read one sentence: time / `python -c pass`")
    loading = Command([bench.tool.python, "-c", LOAD], bench.folder, bench.variables)
    return [
        told(Row(goal, wall, len(taken), cpu)),
        compare(goal_of_loading, loading, empty, bench.sizes.limits),
    ]


def sentence(bench: Bench, path: str) -> Spent:
    """Return what a sentence of the file at ``path`` takes on average, in a process that has read one already."""
    argv = [bench.tool.python, "-c", SENTENCES, path]
    wall, cpu = map(float, said(argv, bench).split())
    return Spent(wall, cpu, 0)


def said(argv: Sequence[str], bench: Bench) -> str:
    """Return what a command prints."""
    done = subprocess.run(argv, cwd=bench.folder, env=bench.variables, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CommandError(f"{argv[0]} ended with {done.returncode}: {done.stderr[-400:]}")
    return done.stdout


def cards(bench: Bench) -> list[Row | Absent]:
    """P8: what each of many simple cards adds to a cold run, in per cent of it; for phrases and for a condition."""
    rows: list[Row | Absent] = []
    for condition, what in (("phrases", "that looks for phrases"), ("when", "that asks for values")):
        for path, of, most in ((bench.many, f"{bench.sizes.files} plans", 1.0), (bench.one, "one plan", None)):
            goal = Goal("P8", f"one more card {what}, {of}, no cache: adds", most=most, unit=" %")
            rows.append(told(price(bench, goal, path, condition)))
    return rows


def price(bench: Bench, goal: Goal, path: str, condition: str) -> Row | Absent:
    """Return what each of the cards adds to a cold run over ``path``."""
    try:
        more = bench.cold(path, "--rules", written(bench, condition))
    except CommandError as error:
        return Absent(goal, str(error))
    row = compared(goal, more, bench.cold(path), bench.sizes.limits)
    return row if isinstance(row, Absent) else Row(goal, per_card(row.measured), row.rounds, per_card(row.cpu or 1))


def per_card(ratio_of_runs: float) -> float:
    """Return the per cent that a card adds, when so many cards make a run longer by this ratio."""
    return (ratio_of_runs - 1) / CARDS * 100


def written(bench: Bench, condition: str) -> str:
    """Write the cards, as `rule new` writes one but for their codes, names and words; return their folder."""
    folder = os.path.join(bench.folder, f"cards-{condition}")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    words = ["rule", "new", "--code", "TEAM101", "--name", "a-card", "--condition", condition, "--print"]
    card = said(bench.ours(*words).argv, bench)
    for index in range(CARDS):
        code, word = f"TEAM{101 + index}", "zo" + chr(97 + index // 26) + chr(97 + index % 26)
        text = card.replace("TEAM101", code).replace("a-card", f"a-card-{word}")
        # Words that no plan holds: it is the looking that is priced and not the telling.
        text = text.replace("asap", word).replace("as soon as possible", f"{word} {word}")
        with open(os.path.join(folder, f"{code}-a-card-{word}.yaml"), "w", encoding="utf-8") as file:
            file.write(text)
    return folder
