"""Where the cache of a tree of plans lies: in a folder of the user's, and never where that tree could bring it."""

from __future__ import annotations

import os
import stat

from advancelint.cache.digest import digest_of
from advancelint.paths import is_within, top_of

OFF, FOLDER = "ADVANCELINT_NO_CACHE", "ADVANCELINT_CACHE_DIR"
_OFF_OPTION, _FOLDER_OPTION = "--no-cache", "--cache-dir"


def asked(words: list[str]) -> tuple[bool, str]:
    """Return whether the command line ``words`` want no cache, and the folder that they name for all caches, or ""."""
    named = ""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == _FOLDER_OPTION:
            named = following
        elif word.startswith(f"{_FOLDER_OPTION}="):
            named = word.partition("=")[2]
    return _OFF_OPTION in words, named


def root(*, off: bool, named: str) -> str:
    """Return the folder of all caches, "" for none, where the command line wants none (``off``) or has ``named`` one.

    Where nobody names one it is the user's, and that one only where it lies outside of the tree that is worked in: who
    writes the plans could bring a cache with them that says whatever they like.
    """
    if off or os.environ.get(OFF):
        return ""
    named = named or os.environ.get(FOLDER, "")
    if named:
        return os.path.abspath(named)
    place = usual()
    return "" if not place or is_within(os.path.realpath(place), _tree()) else place


def usual() -> str:
    """Return the folder of all caches where nobody names one, "" where the user has no folder for such things."""
    if os.name == "nt":
        above = os.environ.get("LOCALAPPDATA", "")
    else:
        home = os.path.expanduser("~")
        above = os.environ.get("XDG_CACHE_HOME", "") or (os.path.join(home, ".cache") if home != "~" else "")
    return os.path.join(above, "advancelint") if os.path.isabs(above) else ""


def of_tree(root: str) -> str:
    """Return the folder below ``root`` for the repository, or outside of one the folder, that is worked in."""
    return os.path.join(root, digest_of(os.fsencode(_tree())))


def is_ours(folder: str) -> bool:
    """Say whether ``folder`` is there, and nobody but its user, who is the one of this process, can write to it."""
    try:
        told = os.lstat(folder)
    except OSError:
        return False
    if not stat.S_ISDIR(told.st_mode):
        return False
    return os.name == "nt" or (told.st_uid == os.geteuid() and not told.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def _tree() -> str:
    here = os.path.realpath(os.getcwd())
    return top_of(here) or here
