"""From the paths of a command line to the files that are judged, each once and in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from advancelint.cli.settings import Finder
from advancelint.paths import ground_of, is_markdown, leads_out
from advancelint.records import NamedTuple

if TYPE_CHECKING:
    from advancelint.cli.gitignore import GitIgnore

STDIN = "-"
# What standard input is called where nobody said.
STDIN_NAME = "<stdin>"
_SKIPPED = ("node_modules", "__pycache__", "venv")


class Excluded(NamedTuple):
    """A file or, where ``folder`` is true, a folder that the config excludes; ``by`` is the place that says so."""

    path: str
    by: str
    folder: bool


class Inputs(NamedTuple):
    """Files in the order in which they are judged, the paths that do not exist, and what the config excludes.

    ``spared`` says that every path named a file and the config excludes them all; ``folders`` are those that were
    looked into. ``strays`` are those of the files that nobody named and that are links out of their tree: they are
    told, and not read.
    """

    files: tuple[str, ...]
    missing: tuple[str, ...]
    excluded: tuple[Excluded, ...]
    spared: bool
    folders: tuple[str, ...] = ()
    strays: frozenset[str] = frozenset()


def collect(
    paths: Sequence[str], finder: Finder, stdin_name: str = "<stdin>", *, respect_gitignore: bool = True
) -> Inputs:
    """Return the files of ``paths``: a file that is named is taken, a folder gives its Markdown files.

    What the config excludes is left out of both, what git ignores out of folders. Hidden folders and those of other
    tools are passed by, and links to folders are not followed. ``stdin_name`` is what standard input is called. Without
    ``respect_gitignore`` git's ignore files say nothing, whatever the config wants.
    """
    walk = _Walk(finder, respect_gitignore=respect_gitignore)
    found: dict[str, str] = {}
    strays: set[str] = set()
    missing: list[str] = []
    for path in paths:
        if path != STDIN and not os.path.lexists(path):
            missing.append(path)
            continue
        ground = ground_of(path) if path != STDIN and os.path.isdir(path) else ""
        for name in walk.files(path, stdin_name if path == STDIN else path):
            shown = name if name == STDIN else os.path.normpath(name)
            place = os.path.realpath(shown) if name != STDIN else STDIN
            if not ground:
                strays.discard(place)  # whoever names a file means it
            elif place not in found and leads_out(place, ground):
                strays.add(place)
            found.setdefault(place, shown)
    excluded = tuple(sorted(walk.excluded.values()))
    spared = bool(excluded) and not found and not any(path != STDIN and os.path.isdir(path) for path in paths)
    files, left = tuple(sorted(found.values())), frozenset(found[place] for place in strays)
    return Inputs(files, tuple(dict.fromkeys(missing)), excluded, spared, tuple(walk.folders), left)


def is_passed_by(name: str) -> bool:
    """Say whether a folder of this name is not looked into."""
    return name.startswith(".") or name in _SKIPPED


class _Walk:
    """Goes through paths and remembers what it left out."""

    def __init__(self, finder: Finder, *, respect_gitignore: bool) -> None:
        self._finder = finder
        self._respect_gitignore = respect_gitignore
        self._ignore: GitIgnore | None = None
        self.excluded: dict[str, Excluded] = {}
        self.folders: list[str] = []

    def files(self, path: str, name: str) -> Iterator[str]:
        """Yield the files of ``path``, which is called ``name`` where config is concerned."""
        folder = path != STDIN and os.path.isdir(path)
        if self._excludes(name, folder=folder):
            return
        yield from self._inside(path) if folder else [path]

    def _inside(self, folder: str) -> Iterator[str]:
        closed: list[str] = []
        # Who names a folder that git ignores means what lies in it.
        meant = not self._respect_gitignore or self._git_ignores(os.path.abspath(folder), folder=True)
        for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
            here = os.path.abspath(parent)
            self.folders.append(here)
            by_git = not meant and self._finder.respects_gitignore(here)
            plain = [name for name in folders if not is_passed_by(name)]
            folders[:] = [name for name in plain if self._lets_in(here, parent, name, by_git=by_git, folder=True)]
            for name in names:
                if is_markdown(name) and self._lets_in(here, parent, name, by_git=by_git, folder=False):
                    yield os.path.join(parent, name)
        # A folder that cannot be listed is handed on as a file, so that reading it says why rather than nothing.
        yield from closed

    def _lets_in(self, here: str, parent: str, name: str, *, by_git: bool, folder: bool) -> bool:
        if by_git and self._git_ignores(os.path.join(here, name), folder=folder):
            return False
        return not self._excludes(os.path.join(parent, name), folder=folder)

    def _git_ignores(self, whole: str, *, folder: bool) -> bool:
        if self._ignore is None:
            from advancelint.cli.gitignore import GitIgnore  # here, since a run on files alone needs none

            self._ignore = GitIgnore()
        return self._ignore.ignores(whole, folder=folder)

    def _excludes(self, path: str, *, folder: bool) -> bool:
        by = self._finder.exclusion_of(path, folder=folder)
        if by:
            shown = os.path.normpath(path).replace(os.sep, "/")
            self.excluded[os.path.realpath(path)] = Excluded(shown, by, folder)
        return bool(by)
