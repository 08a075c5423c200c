"""Lets libFuzzer look for a file that breaks the tool: bytes in, judgement, every report and what `inspect` prints out.

Usage: python benchmarks/fuzz.py [--seconds N] [--runs N] [--corpus FOLDER] [--keep FOLDER]

It needs the package atheris, best in an environment of its own (`pip install atheris .`). Seeds are the plans of
examples/plans and tests/plans, whole and in parts. What breaks something is kept in a file, each fault once, and the
run goes on; what came of it is printed at the end. The exit code is 1 where something broke.
"""

from __future__ import annotations

import argparse
import glob
import hashlib
import os
import re
import subprocess
import sys
import tempfile
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
_CHILD = "--child"
_SEEDS = ("examples/plans/**/*.md", "tests/plans/**/*.md", "tests/hostile/*.md")
# A part is what stands between two empty lines; longer inputs are slower, and rarely find more.
_LONGEST = 4_096
# What libFuzzer should try beside single bytes: the words and marks that decide how a plan is read.
_WORDS = (
    "---\\x0a", "type: deal-plan\\x0a", "Objective: ", "Next steps:\\x0a", "Fallback: ", "Outcome: ", "Stage: ",
    "## Call with Dana, 9 June 2026\\x0a", "- [ ] ", "- [x] ", "| Who | What | When |\\x0a|---|---|---|\\x0a", "> ",
    "<!-- advancelint-disable AD401 reason: a -->", "<!-- advancelint-enable AD401 -->", "<!--", "-->", "**", "~~",
    "2026-06-09", "by Friday", "end of June", "Q3", "Dana Reyes", "(CFO)", "we ", "us ", "\\x00", "\\xef\\xbb\\xbf",
    "\\xe2\\x80\\xae", "\\xe2\\x80\\x8b", "\\xe2\\x80\\xa8", "\\xc2\\x85", "\\x0d", "\\x0c", "\\xcc\\x81", "\\xff",
    "objective:\\x0a  primary: ", "next_steps:\\x0a  - {what: a, who: Jo, due: 2026-12-02}\\x0a", "<aside>\\x0a",
    "</aside>\\x0a", "NW-33 a b\\x0a  Assignee: Jo | Due: 02/Dec/26\\x0a", "[open] ",
    "\\xe2\\x98\\x90 a  \\xe2\\x98\\x92 b", ", she'll ", "5.1 ", "(aim) ",
    "[a]: /b\\x0a", "[a]", "&amp;", "```\\x0a", "<br>", "Ziel: ", "Objectif : ", "Objetivo: ", "\\xe2\\x80\\x9c",
    "\\xe2\\x86\\x92", " @ana", "\\xc4\\xb0", "\\xef\\xac\\x80", "\\xe2\\x85\\xa3", "\\xc2\\xb2", "\\xd9\\xa3",
    "From: Ana Ruiz\\x0aTo: Jo Berg\\x0aSent: 26 November 2026\\x0a\\x0a",
    "> From: Jo Berg\\x0a> Date: 2026-11-26\\x0a", "Thanks for coming in on Monday", "we spoke on the 31st",
    "ring Ana @ Norwood wed 2/12\\x0a", "she owes me the list", "**Team Norwood (N):** Ana Ruiz, Legal. ", "N / Ana: ",
    "|A|B|C|\\x0a|-|-|-|\\x0a", "a;b;c\\x0a", "[[Ana|A]]", " \\xc2\\xb7 AR \\xc2\\xb7 25/11",
    "day | who | why | what came of it | then\\x0a---|---|---|---|---\\x0a", "**Tue 1/12**\\x0a- 9:00 Norwood >> ",
    "## Weekly checkpoint\\x0a",
)  # fmt: skip


def seeds() -> list[bytes]:
    """Return the plans of the repository, and each of their parts once."""
    found: dict[bytes, None] = {}
    for pattern in _SEEDS:
        for path in sorted(glob.glob(os.path.join(ROOT, pattern), recursive=True)):
            with open(path, "rb") as file:
                plan = file.read()
            found |= dict.fromkeys([plan[:_LONGEST], *re.split(rb"\n\n+(?=#)", plan)])
    return list(found)


def fuzz(corpus: str, keep: str, options: list[str]) -> None:
    """Run libFuzzer with ``options`` from the files in ``corpus``; never returns."""
    import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore] # it brings no types

    with atheris.instrument_imports(include=["advancelint", "markdown_it"]):
        import pipeline
    import invariants

    known: set[str] = set()

    def target(data: bytes) -> None:
        try:
            invariants.hold(data, pipeline.whole(data))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            place = _place(error)
            if place in known:
                return
            known.add(place)
            name = os.path.join(keep, hashlib.sha256(place.encode()).hexdigest()[:12] + ".md")
            with open(name, "wb") as file:
                file.write(data)
            print(f"BROKEN {name}\n{''.join(traceback.format_exception(error))}", file=sys.stderr, flush=True)

    atheris.Setup([sys.argv[0], *options, corpus], target)
    atheris.Fuzz()


def _place(error: Exception) -> str:
    """Return where ``error`` came from, so that each fault is told once."""
    frames = traceback.extract_tb(error.__traceback__)
    words = re.sub(r"[0-9]+|“[^”]*”|'[^']*'", "", str(error))[:120]
    return f"{type(error).__name__} {words} {[(one.filename, one.lineno) for one in frames[-3:]]}"


def main() -> int:
    """Run the fuzzer in a process of its own and print what came of it; return the exit code."""
    parser = argparse.ArgumentParser(description="Look for a file that breaks the tool.")
    parser.add_argument("--seconds", type=int, default=60, help="how long to look (default: 60; 0: without an end)")
    parser.add_argument("--runs", type=int, default=-1, help="how many inputs to try at most (default: no limit)")
    parser.add_argument("--corpus", default="", help="a folder of inputs to begin with, where new ones are kept")
    parser.add_argument("--keep", default="build/fuzz", help="where inputs that break something go")
    parser.add_argument(_CHILD, nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child is not None:
        fuzz(given.corpus, given.keep, given.child)
    os.makedirs(given.keep, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        corpus = given.corpus or os.path.join(scratch, "corpus")
        os.makedirs(corpus, exist_ok=True)
        for seed in seeds():
            with open(os.path.join(corpus, hashlib.sha256(seed).hexdigest()[:16]), "wb") as file:
                file.write(seed)
        words = os.path.join(scratch, "words")
        with open(words, "w", encoding="ascii") as listed:
            listed.writelines(f'"{word}"\n' for word in _WORDS)
        options = [f"-max_total_time={given.seconds}", f"-runs={given.runs}", f"-max_len={_LONGEST}", f"-dict={words}"]
        options += ["-timeout=60", "-rss_limit_mb=3072", "-print_final_stats=1", f"-artifact_prefix={given.keep}/"]
        return _told(given.keep, corpus, options)


def _told(keep: str, corpus: str, options: list[str]) -> int:
    command = [sys.executable, os.path.abspath(__file__), "--corpus", corpus, "--keep", keep, _CHILD, *options]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([HERE, os.path.join(ROOT, "src")])}
    child = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, encoding="utf-8", errors="replace")
    covered, runs, broken = "", "", 0
    for line in child.stderr or ():
        print(line, end="", file=sys.stderr, flush=True)
        broken += line.startswith("BROKEN")
        if match := re.match(r"#(\d+)\t.*\b(cov: \d+ ft: \d+ corp: \d+)", line):
            runs, covered = match[1], match[2]
        elif match := re.match(r"stat::number_of_executed_units:\s*(\d+)", line):
            runs = match[1]
    code = child.wait()
    stopped = f"; libFuzzer ended with {code}" if code else ""
    print(f"{runs or 'no'} inputs tried, {covered or 'nothing covered'}, {broken} broke something{stopped}")
    return 1 if broken or code else 0


if __name__ == "__main__":
    sys.exit(main())
