"""A repository that tries everything, and the tool run in it under eyes that see what it opens, starts and asks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from command import DAY, Ended, environment
from packs import tool
from repository import commit, new_repository, write

PLAN = """\
---
type: deal-plan
stage: discover
account: Brandt Optics
close date: 2026-{month}-01
---
# Brandt Optics

**Sales objective:** Brandt orders two lenses by 2026-09-01.

### 2026-06-10 Lens review
**Objective:** Get Vesna to send the April return figures by 12 June.
**Attendees:** Vesna Ilic (Brandt Optics)
"""
# Runs before the tool. What is opened for writing, moved, started or looked up is noted, and the rest goes on.
WATCHED = """\
import os, sys
notes = []
CHANGES = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.chown",
           "os.truncate", "os.utime", "os.setxattr"}
STARTS = ("subprocess.", "os.exec", "os.spawn", "os.posix_spawn", "os.system", "os.startfile", "pty.")
NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")
def absolute(path):
    return os.path.abspath(os.fsdecode(path))
def look(event, given):
    if event == "open":
        path, _, flags = given
        if isinstance(path, (str, bytes)) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC):
            notes.append("write " + absolute(path))
    elif event in CHANGES:
        notes.extend("write " + absolute(one) for one in given[:2] if isinstance(one, (str, bytes)))
    elif event.startswith(NETWORK):
        if event != "socket.__new__" or "AF_UNIX" not in str(given):
            notes.append("network " + event + " " + repr(given))
    elif event.startswith(STARTS):
        notes.append("start " + str(given[0]))
sys.addaudithook(look)
from advancelint.cli import main
try:
    main()
finally:
    found = list(notes)
    with open(os.environ["NOTES"], "w", encoding="utf-8") as file:
        file.write(chr(0).join(found))
"""


class Watched(NamedTuple):
    """A run that was watched. ``written`` are absolute paths that were opened for writing, made, moved or removed."""

    ended: subprocess.CompletedProcess[bytes]
    written: set[str]
    started: set[str]
    network: set[str]


def watched(folder: Path, *arguments: str, home: Path) -> Watched:
    """Run the tool with ``arguments`` in ``folder``; ``home`` holds what is the user's own."""
    home.mkdir(exist_ok=True)
    notes = home / "notes"
    kept = environment(
        HOME=str(home), XDG_CACHE_HOME=str(home / "cache"), PYTHONDONTWRITEBYTECODE="1", NOTES=str(notes)
    )
    ended = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments], cwd=folder, env=kept, capture_output=True, check=False, timeout=120
    )
    found = [note.partition(" ") for note in notes.read_text("utf-8").split("\0") if note]
    of = {kind: {what for one, _, what in found if one == kind} for kind in ("write", "start", "network")}
    notes.unlink()
    return Watched(ended, of["write"], of["start"], of["network"])


def plan_repository(folder: Path) -> Path:
    """A repository with a plan whose close date moved, and a change that is not committed: git is asked everything."""
    new_repository(folder)
    for month in ("07", "08"):
        write(folder, "deal.md", PLAN.format(month=month))
        commit(folder)
    write(folder, "deal.md", PLAN.format(month="08").replace("Vesna to", "Vesna Ilic to"))
    return folder


class Trap(NamedTuple):
    """A program, and the folder in which it leaves a file by the name it was called with."""

    program: str
    sprung: Path

    def call(self, name: str) -> str:
        """Return the command that a config would hold."""
        return f"{self.program} {name}"

    @property
    def names(self) -> list[str]:
        """What was run, by the names of the calls."""
        return sorted(os.listdir(self.sprung))


def trap(folder: Path) -> Trap:
    sprung = folder / "sprung"
    sprung.mkdir(parents=True)
    program = folder / "trap.sh"
    program.write_text(f'#!/bin/sh\ntouch "{sprung}/$1"\ncat >/dev/null\n', "utf-8")
    program.chmod(0o755)
    return Trap(str(program), sprung)


def configure(folder: Path, text: str) -> None:
    """Add ``text`` to the config of the repository itself, as somebody does who hands over the whole folder."""
    with open(folder / ".git" / "config", "a", encoding="utf-8") as file:
        file.write(text)


def ask(folder: Path, *words: str, **more: str) -> Ended:
    """Run the tool in the folder, in this process, with ``more`` in the environment and nothing of git's but that."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    with mock.patch.dict(os.environ, {**kept, **more}, clear=True):
        return tool(folder, *words)


def ask_everything(folder: Path, **more: str) -> list[Ended]:
    """Run all that asks git for something."""
    commands = (
        ("check", "--as-of", DAY), ("check", "--as-of", "commit"), ("check", "--changed-since", "HEAD~1"),
        ("check", "--changed-since", "HEAD"), ("check", "--portfolio"), ("suggest", "deal.md"), ("check", "--diff"),
    )  # fmt: skip
    return [ask(folder, *words, **more) for words in commands]
