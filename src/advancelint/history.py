"""Earlier versions of files, from git. Without git, outside a repository and in a shallow clone there are none."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from advancelint.errors import UsageError

_SECONDS = 30
_MOST_VERSIONS = 30
_MOST_COMMITS = "3000"
SHALLOW = "a shallow clone: whether a close date moved before cannot be told"


class Repository(NamedTuple):
    """A working tree: its root, whether its history was cut off, and the commits of each file, the newest first."""

    root: str
    shallow: bool
    commits: dict[str, list[str]]


class History:
    """The history of the files of one run; git is asked once a repository, and once a file that has a past."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._repositories: list[Repository] = []
        self._outside: set[str] = set()

    @property
    def shallow(self) -> bool:
        """Whether a repository that was asked for is a shallow clone."""
        return any(repository.shallow for repository in self._repositories)

    def versions_of(self, path: str) -> tuple[str, ...]:
        """Return the committed texts of the file ``path``, the oldest first, at most thirty; raises nothing.

        A shallow clone knows only some of the past, and half a history would count too few moves: it counts as none.
        """
        real = os.path.realpath(path)
        repository = self._repository(os.path.dirname(real))
        if repository is None or repository.shallow:
            return ()
        name = os.path.relpath(real, repository.root).replace(os.sep, "/")
        commits = repository.commits.get(name, [])[:_MOST_VERSIONS]
        return tuple(_contents(repository.root, [f"{commit}:{name}" for commit in reversed(commits)]))

    def _repository(self, folder: str) -> Repository | None:
        for known in self._repositories:
            if folder == known.root or folder.startswith(known.root + os.sep):
                return known
        if folder in self._outside:
            return None
        told = _git(folder, ["rev-parse", "--show-toplevel", "--is-shallow-repository"])
        lines = told.decode("utf-8", "replace").splitlines() if told else []
        if len(lines) != 2:
            self._outside.add(folder)
            return None
        root, shallow = os.path.realpath(lines[0]), lines[1] == "true"
        found = Repository(root, shallow, {} if shallow else _commits(root))
        self._repositories.append(found)
        return found


def head_day(folder: str) -> str:
    """Return the day of the last commit, in UTC, of the repository in which ``folder`` lies; "" before the first one.

    Raises UsageError where there is no repository or no git.
    """
    real = os.path.realpath(folder)
    if _git(real, ["rev-parse", "--git-dir"]) is None:
        remedy = "Give a date, or run it where git and the repository are."
        raise UsageError("“commit” is no date here: there is no git repository", remedy=remedy)
    head = (_git(real, ["cat-file", "commit", "HEAD"]) or b"").partition(b"\n\n")[0]
    for line in head.split(b"\n"):
        if line.startswith(b"committer "):
            return datetime.fromtimestamp(int(line.split()[-2]), UTC).date().isoformat()
    return ""


def _commits(root: str) -> dict[str, list[str]]:
    words = ["log", "--max-count", _MOST_COMMITS, "--format=%x01%H", "--name-only", "-z", "--no-renames", "--", "*.m*"]
    found: dict[str, list[str]] = {}
    commit = ""
    for part in (_git(root, words) or b"").decode("utf-8", "surrogateescape").split("\0"):
        name = part.strip("\n")
        if name.startswith("\x01"):
            commit = name[1:41]
            name = name[41:].lstrip("\n")
        if name:
            found.setdefault(name, []).append(commit)
    return found


def _contents(root: str, names: Sequence[str]) -> list[str]:
    """Return the texts of the objects ``names`` in order, those that are missing left out."""
    if not names:
        return []
    output = _git(root, ["cat-file", "--batch"], "".join(f"{name}\n" for name in names)) or b""
    texts: list[str] = []
    place = 0
    while place < len(output):
        end = output.find(b"\n", place)
        head = output[place:end].split()
        place = end + 1
        if len(head) == 3 and head[1] == b"blob":
            size = int(head[2])
            texts.append(output[place : place + size].decode("utf-8", "replace"))
            place += size + 1
    return texts


def _git(folder: str, words: Sequence[str], given: str = "") -> bytes | None:
    """Return what git prints, None where it fails or is not there."""
    # What a hook's environment says about the repository must not lead to another one than the file's.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-C", folder, "-c", "core.fsmonitor=false", *words]
    try:
        run = subprocess.run(  # noqa: S603 - fixed words and no shell; names are data
            command, input=given.encode("utf-8", "surrogateescape"), capture_output=True, timeout=_SECONDS,
            check=False, env=environment,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return run.stdout if run.returncode == 0 else None
