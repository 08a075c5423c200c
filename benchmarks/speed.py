"""Measures the tool beside its peers and says which goals are met; README.md says what is measured and why so.

Usage: python benchmarks/speed.py [--quick] [--large] [--files N] [--only P1,P4] [--keep DIR] [--write]
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

from stopwatch import commits, many_plans, one_plan, plans, reading
from stopwatch.bench import LARGE, Bench, Sizes
from stopwatch.goals import Absent, Row, summary, table
from stopwatch.installing import ROOT, InstallError, install_peer, install_tool, surroundings
from stopwatch.peers import PEERS

RESULT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "speed.md")
FULL, QUICK = Sizes(1000, 9, 60, large=False), Sizes(100, 3, 20, large=False)
TRIALS: dict[str, tuple[Callable[[Bench], list[Row | Absent]], ...]] = {
    "P1": (one_plan.alone,),
    "P2": (one_plan.again,),
    "P3": (many_plans.cold,),
    "P4": (many_plans.warm,),
    "P5": (many_plans.flat,),
    "P6": (many_plans.memory,),
    "P7": (commits.commits,),
    "P8": (reading.sentences, reading.cards),
}


def asked() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="100 plans and few rounds: does it work?")
    parser.add_argument("--large", action="store_true", help="measure 5000 and 20000 plans as well")
    parser.add_argument("--files", type=int, help="plans in the corpus; 1000 unless you say otherwise")
    parser.add_argument("--only", default=",".join(TRIALS), help="goals to measure, as P1,P4")
    parser.add_argument("--keep", metavar="DIR", help="install into DIR and keep it, for the next run")
    parser.add_argument("--write", action="store_true", help=f"write {os.path.relpath(RESULT)}")
    return parser.parse_args()


def prepared(folder: str, sizes: Sizes) -> Bench:
    """Install all that is measured and write the plans; a peer that cannot be installed is missing, and no more."""
    peers, missing = {}, {}
    for peer in PEERS:
        say(f"installing {peer.name}")
        try:
            peers[peer.name] = install_peer(peer, folder)
        except InstallError as error:
            missing[peer.name] = f"not installed: {error}"
    say("installing the tool")
    home = os.path.join(folder, "home")
    os.makedirs(home, exist_ok=True)
    bench = Bench(folder, install_tool(folder), peers, missing, sizes, surroundings(home))
    for count in (sizes.files, *(LARGE if sizes.large else ())):
        say(f"writing {count} plans")
        plans.write(bench.corpus(count), count, datetime.date.today())
    return bench


def say(what: str) -> None:
    """Tell how far the run is."""
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


def circumstances(bench: Bench) -> str:
    """Say when, on what and with which versions was measured."""
    model = platform.processor()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next((line.partition(":")[2].strip() for line in file if line.startswith("model name")), model)
    commit, changed = (
        subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
        for words in (("rev-parse", "--short", "HEAD"), ("status", "--porcelain", "--untracked-files=no"))
    )
    node = subprocess.run("node --version", shell=True, capture_output=True, text=True, check=False).stdout.strip()
    versions = "; ".join(", ".join(peer.packages) for peer in PEERS if peer.name not in bench.missing)
    state = f"commit {commit}{' with changes' if changed else ''}"
    return (
        f"{datetime.date.today()}, {state}; {os.cpu_count()} cores, {model};\n"
        f"Python {platform.python_version()}, node {node or 'missing'}; {versions}."
    )


def main() -> None:
    """Install, measure, print the table."""
    options = asked()
    sizes = QUICK if options.quick else FULL
    sizes = sizes._replace(files=sizes.files if options.files is None else options.files, large=options.large)
    numbers = options.only.split(",")
    if not set(numbers) <= set(TRIALS) or sizes.files < 1:
        sys.exit(f"speed.py: the goals are {', '.join(TRIALS)}, and there is one plan at least")
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        folder = os.path.abspath(options.keep or temporary)
        os.makedirs(folder, exist_ok=True)
        bench = prepared(folder, sizes)
        rows = [row for number in numbers for trial in TRIALS[number] for row in trial(bench)]
    minutes = (time.monotonic() - start) / 60
    text = f"{table(rows)}\n\n{summary(rows)}, in {minutes:.0f} minutes. {circumstances(bench)}\n"
    print(text, end="")
    if options.write:
        with open(RESULT, "w", encoding="utf-8") as file:
            file.write(f"# Speed\n\n{HEADING}\n\n{text}")


HEADING = "Written by `benchmarks/speed.py --write`; `README.md` beside it says what each row measures and why so."

if __name__ == "__main__":
    main()
