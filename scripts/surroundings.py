"""The surroundings in which the pages of the documentation are played, and the tests of the hooks run.

The hooks' repository has an address that leads nowhere yet, so git is told to look for it in a copy of this tree.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "src"))

import built  # noqa: E402 - beside this script, as Python finds it
from advancelint import HOME, __version__  # noqa: E402 - the checkout's own code, installed or not

# 2026-06-01: the calls of all example plans lie ahead of it.
_TODAY = "1780272000"
# What pre-commit tells while it installs the hooks, which it does once on each machine; and the id of a commit.
_PASSING = re.compile(r"^\[INFO\] .*\n", re.MULTILINE)
_ID = re.compile(r"^\[(\S+(?: \(root-commit\))?) [0-9a-f]{7,}\]", re.MULTILINE)


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
    # a page is read in a column of about this width
    own |= {"COLUMNS": "100", "PYTHONUNBUFFERED": "1"}
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
    tool = shlex.quote(built.place())
    begun = {
        "advancelint": f"PYTHONPATH={tool} exec {shlex.quote(sys.executable)} -c {shlex.quote(start)}",
        "pre-commit": f"exec {shlex.quote(sys.executable)} -m pre_commit",
    }
    for name, command in begun.items():
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\n{command} "$@"\n')
        os.chmod(path, 0o755)
    return folder


def plain(printed: str) -> str:
    """Return what a command printed without what is another on each machine or day."""
    return _ID.sub(r"[\1 1a2b3c4]", _PASSING.sub("", printed))
