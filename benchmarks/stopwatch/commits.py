"""P7: the commit of one plan through pre-commit, with the tool as its hook and with a hook that does nothing."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
from collections.abc import Iterator

from stopwatch import plans
from stopwatch.bench import NO_CACHE, Bench, compare, told
from stopwatch.clock import Command, spend
from stopwatch.goals import Absent, Goal, Row
from stopwatch.installing import InstallError, install_pre_commit

NOTHING = "/bin/true"
TRIED = 60  # plans, until one is found that the tool lets pass
PLAN = "plan.md"
CONFIG = """repos:
  - repo: local
    hooks:
      - id: hook
        name: hook
        entry: {entry}
        language: system
        files: \\.md$
        require_serial: true
"""


def commits(bench: Bench) -> list[Row | Absent]:
    """P7: the commit against the same commit with ``/bin/true``, when the cache knows the plan and without a cache."""
    warm = Goal("P7", f"a commit of one plan that was checked before: time / that with `{NOTHING}`", most=1.2)
    cold = Goal("P7", f"a commit of one plan, no cache: time / that with `{NOTHING}`", most=1.5)
    try:
        program = install_pre_commit(bench.folder)
        text = passing(bench)
    except InstallError as error:
        return [told(Absent(warm, str(error))), told(Absent(cold, str(error)))]
    shutil.rmtree(os.path.join(bench.folder, "commits"), ignore_errors=True)
    check = f"{bench.tool.program} check"
    plain = committing(bench, program, "plain", NOTHING, text)
    rows: list[Row | Absent] = [told(Absent(warm, NO_CACHE))]
    if bench.tool.cached:
        rows = [compare(warm, committing(bench, program, "warm", check, text), plain, *most(bench))]
        check += " --no-cache"
    return [*rows, compare(cold, committing(bench, program, "cold", check, text), plain, *most(bench))]


def most(bench: Bench) -> tuple[int, float]:
    """Return how many rounds of commits there are at most, and for how many seconds."""
    return 2 * bench.sizes.rounds, bench.sizes.seconds


def passing(bench: Bench) -> str:
    """Return the text of a plan that the tool lets pass, since a hook that fails commits nothing."""
    for index in range(TRIED):
        path = plans.place(bench.many, index)
        if (
            os.path.exists(path)
            and not subprocess.run(
                [bench.tool.program, "check", path], env=bench.variables, capture_output=True, check=False
            ).returncode
        ):
            with open(path, encoding="utf-8") as file:
                return file.read()
    raise InstallError(f"none of {TRIED} plans passes")


def committing(bench: Bench, program: str, name: str, entry: str, text: str) -> Command:
    """Make a repository whose hook runs ``entry``; return the command that commits its plan, edited before each run."""
    folder = os.path.join(bench.folder, "commits", name)
    variables = {
        **bench.variables,
        "PRE_COMMIT_HOME": os.path.join(bench.folder, "pre-commit-home"),
        "ADVANCELINT_CACHE_DIR": bench.cache("advancelint", folder),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    os.makedirs(folder)
    with open(os.path.join(folder, ".pre-commit-config.yaml"), "w", encoding="utf-8") as file:
        file.write(CONFIG.format(entry=entry))
    edits = (f"{text}\nNote {turn} of this run.\n" for turn in itertools.count())
    edit(folder, edits)
    for words in (("git", "init", "--quiet"), ("git", "config", "user.name", "Ada Bauer"),
                  ("git", "config", "user.email", "ada@example.com"), ("git", "add", "."),
                  ("git", "commit", "--quiet", "--message", "Start"), (program, "install")):  # fmt: skip
        subprocess.run(words, cwd=folder, env=variables, check=True, capture_output=True)
    command = Command(["git", "commit", "--quiet", "--all", "--message", "Edit"], folder, variables, (0,))
    checked = Command([bench.tool.program, "check", PLAN], folder, variables, (0,))

    def before() -> None:
        edit(folder, edits)
        # In every repository, so that all hooks find the same in the machine's memory; only the warm one profits.
        spend(checked)

    return command._replace(before=before)


def edit(folder: str, edits: Iterator[str]) -> None:
    """Write the next text of the plan."""
    with open(os.path.join(folder, PLAN), "w", encoding="utf-8") as file:
        file.write(next(edits))
