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
        shutil.rmtree(os.path.join(bench.folder, "commits"), ignore_errors=True)
        hooks = {"plain": NOTHING, "warm": f"{bench.tool.program} check"}
        hooks["cold"] = f"{hooks['warm']} --no-cache" if bench.tool.cached else hooks["warm"]
        commands = {name: committing(bench, program, name, entry, text) for name, entry in hooks.items()}
    except (InstallError, OSError, subprocess.CalledProcessError) as error:
        return [told(Absent(warm, str(error))), told(Absent(cold, str(error)))]
    limits = bench.sizes.limits._replace(rounds=2 * bench.sizes.rounds)
    plain = commands["plain"]
    return [
        compare(warm, commands["warm"], plain, limits) if bench.tool.cached else told(Absent(warm, NO_CACHE)),
        compare(cold, commands["cold"], plain, limits),
    ]


def passing(bench: Bench) -> str:
    """Return the text of a plan that the tool lets pass, since a hook that fails commits nothing."""
    for index in range(TRIED):
        path = plans.place(bench.many, index)
        if os.path.exists(path) and passes(bench, path):
            with open(path, encoding="utf-8") as file:
                return file.read()
    raise InstallError(f"none of {TRIED} plans passes")


def passes(bench: Bench, path: str) -> bool:
    """Say whether the tool lets a plan pass."""
    argv = [bench.tool.program, "check", path]
    return not subprocess.run(argv, env=bench.variables, capture_output=True, check=False).returncode


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
    checked = Command([bench.tool.program, "check", PLAN], folder, variables, (0,))

    def before() -> None:
        edit(folder, edits)
        # In every repository, so that all hooks find the same in the machine's memory; only the warm one profits.
        spend(checked)

    return Command(["git", "commit", "--quiet", "--all", "--message", "Edit"], folder, variables, (0,), before)


def edit(folder: str, edits: Iterator[str]) -> None:
    """Write the next text of the plan."""
    with open(os.path.join(folder, PLAN), "w", encoding="utf-8") as file:
        file.write(next(edits))
