"""A new user's first quarter of an hour, played with the real git and the real pre-commit in a folder of its own.

`update_readme.py` puts the transcript into README.md. The hooks' repository has an address that leads nowhere yet, so
git is told to look for it in a copy of this tree.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "src"))

from advancelint import HOME, __version__  # noqa: E402 - the checkout's own code, installed or not

# 2026-06-01: the call of the plan lies ahead of it.
_TODAY = "1780272000"
_WEAK = "Demonstrate the burner to Lena Marsh."
_STRONG = "Lena Marsh sends Jun the gas bills of the first quarter by 12 June 2026."
_NAME = "ferrow-glass.md"
_PLAN = f"""\
---
type: call-plan
account: Ferrow Glass
stage: discover
date: 2026-06-09
---
# First call at Ferrow Glass

**Sales objective:** Ferrow Glass orders one burner retrofit (EUR 90k) by 30 November 2026.
**Client's win:** a tenth less gas per tonne before the winter tariff.
**Attendees:** Lena Marsh (Ferrow Glass), Jun Okada (us)
**Why they see us:** their gas bill of last winter.

**Objective:** {_WEAK}
**Fallback:** Lena names the meter of furnace 2 on the call.
"""
_COMMIT = 'git commit --message "Plan the first call"'
_REFUSED = 1
# What pre-commit tells while it installs the hooks, which it does once on each machine; and the id of a commit.
_PASSING = re.compile(r"^\[INFO\] .*\n", re.MULTILINE)
_ID = re.compile(r"^\[main \(root-commit\) [0-9a-f]+\]", re.MULTILINE)


def clean_environment(home: str) -> dict[str, str]:
    """Return the caller's environment without what git, a running hook or a source tree on the path would bring in.

    ``home`` is where pre-commit keeps the hooks that it installs.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PRE_COMMIT")) and name not in ("PYTHONPATH", "FORCE_COLOR")
    }
    people = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Jun Okada"), ("EMAIL", "jun@example.invalid"))
    }
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    return {**kept, **people, **own, "PRE_COMMIT_HOME": home, "SOURCE_DATE_EPOCH": _TODAY}


def redirected(environment: Mapping[str, str], hook: str) -> dict[str, str]:
    """Return ``environment`` such that git finds the repository of the hooks in the folder ``hook``."""
    setting = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": f"url.{hook}.insteadOf", "GIT_CONFIG_VALUE_0": HOME}
    return {**environment, **setting}


def release(target: str, environment: Mapping[str, str]) -> None:
    """Make the folder ``target`` a repository whose tagged HEAD is this working tree: what a release would be."""
    # the caller's own git settings, because they may be what lets git read a tree that somebody else owns
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, env=outside, capture_output=True, check=True)
    for name in sorted(filter(None, os.fsdecode(listed.stdout).split("\0"))):
        source = os.path.join(ROOT, name)
        if os.path.isfile(source):  # a file can be tracked and deleted
            os.makedirs(os.path.dirname(os.path.join(target, name)), exist_ok=True)
            shutil.copy2(source, os.path.join(target, name))
    for words in ("init --quiet --initial-branch=main", "add --all", "commit --quiet -m tree", f"tag v{__version__}"):
        subprocess.run(["git", *words.split()], cwd=target, env=dict(environment), check=True)


def commands(folder: str) -> str:
    """Put `advancelint` and `pre-commit` of this interpreter into ``folder`` and return it, for a search path."""
    os.makedirs(folder, exist_ok=True)
    start = "import sys; from advancelint.cli import main; sys.exit(main())"
    source = os.path.join(ROOT, "src")
    begun = {
        "advancelint": f"PYTHONPATH={shlex.quote(source)} exec {shlex.quote(sys.executable)} -c {shlex.quote(start)}",
        "pre-commit": f"exec {shlex.quote(sys.executable)} -m pre_commit",
    }
    for name, command in begun.items():
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\n{command} "$@"\n')
        os.chmod(path, 0o755)
    return folder


def transcript(place: str, hook: str, environment: Mapping[str, str]) -> str:
    """Play the walk-through in the empty folder ``place`` with the hooks of ``hook``; return what a user sees.

    Raises RuntimeError where a command ends otherwise than it should.
    """
    bin_folder = commands(os.path.join(place, "bin"))
    team = os.path.join(place, "plans")
    os.makedirs(team)
    path = os.pathsep.join((bin_folder, os.environ.get("PATH", "")))
    environment = {**redirected(environment, hook), "PATH": path}
    return "\n".join(_played(team, environment))


def _played(team: str, environment: Mapping[str, str]) -> Iterator[str]:
    def run(line: str, code: int = 0) -> str:
        ended = subprocess.run(
            ["sh", "-c", line], cwd=team, env=dict(environment), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", check=False,
        )  # fmt: skip
        if ended.returncode != code:
            raise RuntimeError(f"“{line}” should end with {code}, not {ended.returncode}\n{ended.stdout}")
        told = _ID.sub("[main (root-commit) 1a2b3c4]", _PASSING.sub("", ended.stdout))
        return f"$ {line}\n{told}"

    yield run("git init --quiet --initial-branch=main")
    yield run("advancelint init --yes")
    yield run("cat .pre-commit-config.yaml")
    yield run("pre-commit install")
    _write(team, _PLAN)
    yield run(f"cat {_NAME}")
    yield run(f"git add . && {_COMMIT}", _REFUSED)
    # The author makes the suggestion their own.
    _write(team, _PLAN.replace(_WEAK, _STRONG))
    yield run(f"grep Objective: {_NAME}")
    yield run(f"git add . && {_COMMIT}")


def _write(team: str, text: str) -> None:
    with open(os.path.join(team, _NAME), "w", encoding="utf-8") as file:
        file.write(text)
