"""Earlier versions of files, from git. Without git, outside a repository and in half a clone there are none."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime

from advancelint.errors import UsageError
from advancelint.git import Worktree, Worktrees, ask

_MOST_VERSIONS = 30
_MOST_COMMITS = "3000"
SHALLOW = "a shallow clone: whether a close date moved before cannot be told"
PARTIAL = "a partial clone, and nothing is fetched: whether a close date moved before cannot be told"


class History:
    """The history of the files of one run; git is asked once a repository, and once a file that has a past."""

    def __init__(self, worktrees: Worktrees) -> None:
        """Know nothing yet; ``worktrees`` tells which file belongs where."""
        self._worktrees = worktrees
        self._commits: dict[str, dict[str, list[str]]] = {}
        self.note = ""

    def versions_of(self, path: str) -> tuple[str, ...]:
        """Return the committed texts of the file ``path``, the oldest first, at most thirty; raises nothing.

        A shallow or partial clone knows only some of the past, and half a history would count too few moves: it counts
        as none, and ``note`` says so.
        """
        tree = self._worktrees.of(path)
        if tree is None:
            return ()
        names = [f"{commit}:{tree.name_of(os.path.realpath(path))}" for commit in self.commits_of(path)]
        return tuple(_contents(tree.root, names))

    def commits_of(self, path: str) -> tuple[str, ...]:
        """Return the commits of those versions, in the same order; raises nothing."""
        tree = self._worktrees.of(path)
        if tree is None or tree.shallow:
            self.note = SHALLOW if tree is not None else self.note
            return ()
        commits = self._commits_of(tree).get(tree.name_of(os.path.realpath(path)), [])[:_MOST_VERSIONS]
        if commits and tree.partial:
            self.note = PARTIAL
            return ()
        return tuple(reversed(commits))

    def _commits_of(self, tree: Worktree) -> dict[str, list[str]]:
        """Return the commits of each file, the newest first."""
        if tree.root not in self._commits:
            self._commits[tree.root] = _commits(tree.root)
        return self._commits[tree.root]


def head_day(folder: str) -> str:
    """Return the day of the last commit, in UTC, of the repository in which ``folder`` lies; "" before the first one.

    Raises UsageError where there is no repository or no git.
    """
    real = os.path.realpath(folder)
    if ask(real, ["rev-parse", "--git-dir"]).code:
        remedy = "Give a date, or run it where git and the repository are."
        raise UsageError("“commit” is no date here: there is no git repository", remedy=remedy)
    head = ask(real, ["cat-file", "commit", "HEAD"]).output.partition(b"\n\n")[0]
    for line in head.split(b"\n"):
        if line.startswith(b"committer "):
            return datetime.fromtimestamp(int(line.split()[-2]), UTC).date().isoformat()
    return ""


def _commits(root: str) -> dict[str, list[str]]:
    words = ["log", "--max-count", _MOST_COMMITS, "--format=%x01%H", "--name-only", "-z", "--no-renames", "--", "*.m*"]
    found: dict[str, list[str]] = {}
    commit = ""
    for part in os.fsdecode(_git(root, words) or b"").split("\0"):
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
    answer = ask(folder, words, given)
    return answer.output if answer.code == 0 else None
