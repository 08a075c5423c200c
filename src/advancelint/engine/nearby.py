"""Which files lie around a plan: those that git tracks, outside of a repository those on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator

from advancelint.git import Worktree, Worktrees
from advancelint.paths import is_markdown, leads_out

# A folder with more files is a portfolio and no account: there a neighbour has to bear the account in its name.
_MOST_FILES = 60


class Nearby:
    """Lists the Markdown files of a folder and of the folders right below it, each folder once a run."""

    def __init__(self, worktrees: Worktrees) -> None:
        """Take what tells which folder belongs to which working tree."""
        self._worktrees = worktrees
        self._folders: dict[str, list[tuple[str, str]]] = {}
        self._chosen: dict[tuple[str, str], tuple[str, ...]] = {}

    def around(self, folder: str, word: str) -> tuple[str, ...]:
        """Return the paths, sorted, that may tell of an account whose name begins with ``word``, in lower case.

        ``folder`` is an absolute path, and so are those that are returned.
        """
        if folder not in self._folders:
            self._folders[folder] = [(path, os.path.basename(path).casefold()) for path in sorted(self._listed(folder))]
        listed = self._folders[folder]
        if len(listed) <= _MOST_FILES:
            return tuple(path for path, _ in listed)
        if (folder, word) not in self._chosen:
            found = [path for path, name in listed if word in name]
            self._chosen[folder, word] = tuple(found[:_MOST_FILES])
        return self._chosen[folder, word]

    def is_portfolio(self, folder: str) -> bool:
        """Say whether ``folder``, which was listed, holds too many files to be the folder of one account."""
        return len(self._folders.get(folder, ())) > _MOST_FILES

    def _listed(self, folder: str) -> Iterator[str]:
        real = os.path.realpath(folder)
        tree = self._worktrees.of_folder(real)
        if tree is None:
            return (path for path in _on_disk(folder, depth=1) if not _strays(path, real))
        names = (os.path.relpath(os.path.join(tree.root, name), real) for name in near(tree, real))
        paths = (os.path.join(folder, name) for name in names)
        return (path for path in paths if not _strays(path, tree.root))


def _strays(path: str, ground: str) -> bool:
    """Say whether ``path`` is a link out of ``ground``: what it leads to is no part of an account here."""
    return os.path.islink(path) and leads_out(os.path.realpath(path), ground)


def near(tree: Worktree, folder: str) -> Iterator[str]:
    """Yield the names of the tracked Markdown files in the real path ``folder`` and in the folders right below it."""
    own = tree.folder_name(folder)
    for one in (own, *tree.subfolders.get(own, ())):
        yield from (name for name in tree.folders.get(one, ()) if is_markdown(name) and is_near(own, name))


def is_near(folder: str, name: str) -> bool:
    """Say whether the file ``name`` lies in ``folder`` or in a folder right below it that is not hidden.

    Both are names as git has them; "" is the root.
    """
    parent = name.rpartition("/")[0]
    grandparent, _, last = parent.rpartition("/")
    return parent == folder or (bool(parent) and grandparent == folder and not last.startswith("."))


def _on_disk(folder: str, depth: int) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if is_markdown(entry.name) and os.path.isfile(entry.path):  # unlike the entry, it bears a link to itself
            yield entry.path
        elif depth and entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            yield from _on_disk(entry.path, depth - 1)
