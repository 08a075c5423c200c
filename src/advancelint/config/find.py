"""Finds the config file of a folder: the nearest one upward, to the top of its repository."""

from __future__ import annotations

import os
import stat

from advancelint.paths import is_top

OURS = ("advancelint.toml", ".advancelint.toml")
NAMES = (*OURS, "pyproject.toml")


def candidates(folder: str) -> list[str]:
    """Return the paths of the config files in ``folder``, the first of which that has something to say counts.

    What bears a name of ours and is no file, as a link that leads nowhere, is among them: a gate whose config is gone
    is not to be taken for one that has none.
    """
    paths = {name: os.path.join(folder, name) for name in NAMES}
    return [path for name, path in paths.items() if os.path.isfile(path) or (name in OURS and os.path.lexists(path))]


def above(folder: str) -> str:
    """Return the folder above the absolute ``folder`` in which the search goes on, "" where it ends.

    It ends at the top of a repository and below folders that many things share: the home folder, the top of the file
    system, and a folder that everybody may write to.
    """
    parent = os.path.dirname(folder)
    if parent == folder or is_top(folder):
        return ""
    return "" if _is_shared(parent) and not is_top(parent) else parent


def ground_of(folder: str) -> str:
    """Return the highest folder in which a config for the absolute ``folder`` is looked for.

    A config may not lead out of it: whoever writes to the repository has no say beyond it.
    """
    while outside := above(folder):
        folder = outside
    return folder


def _is_shared(folder: str) -> bool:
    if folder in (os.path.dirname(folder), os.path.expanduser("~")):
        return True
    try:
        mode = os.stat(folder).st_mode
    except OSError:
        return True
    return bool(mode & stat.S_ISVTX and mode & stat.S_IWOTH)
