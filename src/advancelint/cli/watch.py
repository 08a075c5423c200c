"""``check --watch``: judge again whenever a plan or a config file changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from advancelint.cli import exits, files
from advancelint.config.find import NAMES
from advancelint.errors import AdvancelintError, UsageError
from advancelint.paths import is_markdown
from advancelint.report.neutral import neutral

if TYPE_CHECKING:
    from advancelint.cli.bench import Asked

_WAIT = 100  # milliseconds
_TURNS = 10  # waits between two looks at the config files above the watched folders
_SHOWN = 3


def repeat(judge: Callable[[], Sequence[str]], asked: Asked, outputs: Sequence[str]) -> int:
    """Call ``judge`` now and after each change, until Ctrl-C, which is how a watch ends; return the exit code.

    ``judge`` returns the files that had a say beside the plans: they are watched as well. ``outputs`` are the files
    that reports are written to. Raises UsageError where there is nothing to watch, or nothing to watch with, and where
    the first run is wrong usage.
    """
    folders = _folders(asked)
    wanted = _Wanted(folders, asked.paths, outputs)
    beside: set[str] = set()
    first = True
    try:
        for changed in _changes(folders, wanted, beside):
            if changed:
                more = f" and {len(changed) - _SHOWN} more" if len(changed) > _SHOWN else ""
                click.echo(neutral(f"---- changed: {', '.join(changed[:_SHOWN])}{more} ----"), err=True)
            beside.update(path for path in _judged(judge, first=first) if not wanted("", path))
            if first:
                click.echo(neutral(f"watching {', '.join(folders)}; Ctrl-C ends it"), err=True)
            first = False
    except KeyboardInterrupt:
        click.echo(err=True)
    return exits.CLEAN


def _judged(judge: Callable[[], Sequence[str]], *, first: bool) -> Sequence[str]:
    """Judge once; what a person can mend while it is watched, such as a config, does not end the watch."""
    try:
        return judge()
    except AdvancelintError as error:
        if first and isinstance(error, UsageError):
            raise
        exits.say_error(error)
    return ()


def _folders(asked: Asked) -> list[str]:
    if files.STDIN in asked.paths or (asked.stdin_name and not asked.paths):
        raise UsageError("--watch cannot watch standard input", remedy="Give the path of a file or a folder.")
    for path in asked.paths:
        if not os.path.exists(path):
            raise UsageError("there is no such file or folder", path=path)
    paths = asked.paths or (os.curdir,)
    return sorted({path if os.path.isdir(path) else os.path.dirname(path) or os.curdir for path in paths})


class _Wanted:
    """Which changes count: of Markdown, of config files and of what was named, but not of the reports themselves."""

    def __init__(self, folders: Sequence[str], paths: Sequence[str], outputs: Sequence[str]) -> None:
        self._roots = [os.path.realpath(folder) for folder in folders]
        self._named = {os.path.realpath(path) for path in paths if not os.path.isdir(path)}
        self._outputs = {os.path.realpath(output) for output in outputs}

    def __call__(self, change: object, path: str) -> bool:
        real, name = os.path.realpath(path), os.path.basename(path)
        if real in self._named or real in self._outputs:
            return real not in self._outputs
        # Files that were there before a new folder could be watched are told by the folder alone.
        fresh = getattr(change, "name", "") == "added" and os.path.isdir(path) and not files.is_passed_by(name)
        if not fresh and not is_markdown(name) and name not in NAMES:
            return False
        return any(_is_searched(root, real) for root in self._roots)


def _is_searched(root: str, path: str) -> bool:
    """Say whether a search of the folder ``root`` would come to ``path``."""
    parts = os.path.relpath(path, root).split(os.sep)
    return parts[0] != os.pardir and not any(files.is_passed_by(part) for part in parts[:-1])


def _changes(folders: Sequence[str], wanted: _Wanted, beside: Collection[str]) -> Iterator[list[str]]:
    """Yield nothing changed once the watch has begun, then the paths of each change, sorted.

    ``beside`` may grow meanwhile.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        remedy = 'Install it with the extra “watch”: pip install "advancelint[watch]"'
        raise UsageError("--watch needs the package watchfiles, which is not installed", remedy=remedy) from error
    stamps = _stamps(folders, beside)
    watched = watch(*folders, watch_filter=wanted, debounce=400, rust_timeout=_WAIT, yield_on_timeout=True)
    for turn, changes in enumerate(watched):
        found = {os.path.relpath(path) for _, path in changes}
        if turn % _TURNS == 0:
            now = _stamps(folders, beside)
            found.update(
                os.path.relpath(path) for path in stamps.keys() | now.keys() if stamps.get(path) != now.get(path)
            )
            stamps = now
        if found or turn == 0:
            yield sorted(found)
            stamps = {**_stamps(folders, beside), **stamps}


def _stamps(folders: Sequence[str], beside: Collection[str]) -> dict[str, tuple[int, int]]:
    """Return time and size of ``beside`` and of the config files above ``folders``, of which nobody tells."""
    paths = {os.path.abspath(path) for path in beside}
    for folder in folders:
        here, below = os.path.dirname(os.path.abspath(folder)), ""
        while here != below:
            paths.update(os.path.join(here, name) for name in NAMES)
            here, below = os.path.dirname(here), here
    found: dict[str, tuple[int, int]] = {}
    for path in paths:
        if os.path.isfile(path):
            told = os.stat(path)
            found[path] = (told.st_mtime_ns, told.st_size)
    return found
