"""Which working tree a folder belongs to, and which files its index holds."""

from __future__ import annotations

import os
from functools import cached_property

from advancelint.git.ask import ask
from advancelint.paths import is_top, is_within


class Worktree:
    """One working tree. ``root`` is its real path; ``shallow`` says that its history was cut off."""

    def __init__(self, root: str, *, shallow: bool) -> None:
        """Know the tree by its root; git is asked for the files when somebody wants them."""
        self.root = root
        self.shallow = shallow

    def name_of(self, path: str) -> str:
        """Return the name that git has for the real path ``path``: relative to the root, with slashes."""
        return os.path.relpath(path, self.root).replace(os.sep, "/")

    def folder_name(self, folder: str) -> str:
        """Return the name that git has for the real path ``folder``, "" for the root."""
        return "" if folder == self.root else self.name_of(folder)

    @cached_property
    def tracked(self) -> frozenset[str]:
        """The names of all files in the index; git is asked once."""
        return frozenset(ask(self.root, ["ls-files", "-z"]).names)

    @cached_property
    def partial(self) -> bool:
        """Whether it is a clone that left a part of the history where it came from, to be fetched when needed."""
        words = ["config", "--get-regexp", r"^(extensions\.partialclone|remote\..*\.promisor)$"]
        return ask(self.root, words).code == 0

    @cached_property
    def folders(self) -> dict[str, list[str]]:
        """For each folder of the index, as git names it ("" is the root), the names of its files, sorted."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.tracked):
            found.setdefault(name.rpartition("/")[0], []).append(name)
        return found

    @cached_property
    def subfolders(self) -> dict[str, list[str]]:
        """For each folder of the index that has folders with files right below it, these, sorted."""
        found: dict[str, list[str]] = {}
        for folder in sorted(self.folders):
            if folder:
                found.setdefault(folder.rpartition("/")[0], []).append(folder)
        return found


class Worktrees:
    """The working trees of one run; git is asked once for each, and not at all outside of any."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._marked: dict[str, str] = {}
        self._by_mark: dict[str, Worktree | None] = {}
        self._by_root: dict[str, Worktree] = {}
        self.complaints: dict[str, str] = {}

    def of(self, path: str) -> Worktree | None:
        """Return the working tree in which the file ``path`` (links followed) lies, None for none."""
        return self.of_folder(os.path.dirname(os.path.realpath(path)))

    def of_folder(self, folder: str) -> Worktree | None:
        """Return the working tree in which the real path ``folder`` lies, None for none.

        Where there seems to be one and git cannot say so, ``complaints`` has git's words by folder.
        """
        mark = self._mark(folder)
        if mark and mark not in self._by_mark:
            self._by_mark[mark] = self._asked(mark)
        return self._by_mark[mark] if mark else None

    def complaint_of(self, path: str) -> str:
        """Return the first line of what git said where it could not tell the working tree of ``path``, else ""."""
        words = self.complaints.get(self._mark(os.path.dirname(os.path.realpath(path))), "")
        return words.partition("\n")[0]

    def _mark(self, folder: str) -> str:
        """Return the nearest folder upward that holds a ``.git``, "" for none: git would look there too."""
        passed: list[str] = []
        while folder not in self._marked:
            passed.append(folder)
            parent = os.path.dirname(folder)
            if parent == folder or is_top(folder):
                self._marked[folder] = folder if is_top(folder) else ""
                break
            folder = parent
        for one in passed:
            self._marked[one] = self._marked[folder]
        return self._marked[folder]

    def _asked(self, mark: str) -> Worktree | None:
        answer = ask(mark, ["rev-parse", "--show-toplevel", "--is-shallow-repository"])
        top, _, shallow = answer.text.rstrip("\n").rpartition("\n")
        if answer.code or not top:
            self.complaints[mark] = answer.complaint or "git does not know it as a working tree"
            return None
        root = os.path.realpath(top)
        if not is_within(mark, root):
            self.complaints[mark] = "git says that its working tree lies elsewhere"
            return None
        return self._by_root.setdefault(root, Worktree(root, shallow=shallow == "true"))
