"""What a run rested on, and whether it is still so: files and what they hold, names in folders, what git tracks.

A witness is four texts: its kind, its path, its state and its digest. The state is times and size, which cost nothing
to look at; where they differ, as after a fresh checkout, the digest decides.
"""

from __future__ import annotations

import os
import stat

from advancelint.cache.digest import digest_of

FILE, FOLDER, TRACKED, PRESENCE = "file", "folder", "tracked", "presence"
Witness = tuple[str, str, str, str]
_ABSENT = "absent"
# What is larger is no plan, no config and no card.
_LARGEST = 4 * 1024 * 1024


def of_file(path: str) -> Witness:
    """Return the witness of the file ``path``, which need not be there."""
    state = _state(path)
    return (FILE, path, state, "" if state == _ABSENT else _digest_of_file(path))


def of_folder(path: str) -> Witness:
    """Return the witness of the folder ``path`` and of the names in it."""
    return (FOLDER, path, _state(path), _digest_of_folder(path))


def of_tracked(root: str) -> Witness:
    """Return the witness of what git tracks in the working tree at ``root``."""
    return (TRACKED, root, _state(index_of(root)), _digest_of_tracked(root))


def of_presence(path: str) -> Witness:
    """Return the witness of whether there is anything at ``path``."""
    return (PRESENCE, path, _presence(path), "")


def is_sure(witness: Witness) -> bool:
    """Say whether it can be told at all whether ``witness`` still holds."""
    return bool(witness[3]) or witness[2] == _ABSENT or witness[0] == PRESENCE


def holds(witness: Witness) -> bool:
    """Say whether what ``witness`` saw is still so."""
    kind, path, state, digest = witness
    if kind == PRESENCE:
        return state == _presence(path)
    if kind == TRACKED:
        return state == _state(index_of(path)) != _ABSENT or digest == _digest_of_tracked(path) != ""
    now = _state(path)
    if now == state or _ABSENT in (now, state):
        return now == state
    return digest == (_digest_of_folder(path) if kind == FOLDER else _digest_of_file(path)) != ""


def changed(path: str) -> int:
    """Return when ``path`` changed, in nanoseconds of the system's clock: itself, or anything about it."""
    try:
        told = os.lstat(path)
    except (OSError, ValueError):
        return 0
    return max(told.st_mtime_ns, told.st_ctime_ns)


def git_folders(root: str) -> tuple[str, str]:
    """Return git's folder of the working tree at ``root``, and the one that it shares with the repository's others."""
    place = os.path.join(root, ".git")
    if os.path.isfile(place):
        place = os.path.join(root, line_of(place).removeprefix("gitdir: "))
    return place, os.path.normpath(os.path.join(place, line_of(os.path.join(place, "commondir"))))


def index_of(root: str) -> str:
    """Return the path of git's index of the working tree at ``root``."""
    return os.path.join(git_folders(root)[0], "index")


def line_of(path: str) -> str:
    """Return the first line of the file ``path``, "" where it cannot be read; a pipe would be waited for."""
    if not os.path.isfile(path):
        return ""
    try:
        with open(path, "rb") as file:
            return os.fsdecode(file.read(4096).partition(b"\n")[0])
    except OSError:
        return ""


def _presence(path: str) -> str:
    return "there" if os.path.lexists(path) else _ABSENT


def _state(path: str) -> str:
    try:
        told = os.stat(path)
    except (OSError, ValueError):
        return _ABSENT
    return f"{told.st_mtime_ns} {told.st_ctime_ns} {told.st_size}"


def _digest_of_file(path: str) -> str:
    """Return the digest of a regular file, "" for all else: of a link nobody could tell whether it leads elsewhere."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return ""
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            data = os.read(descriptor, 65_536)
            while len(data) <= _LARGEST and (more := os.read(descriptor, _LARGEST)):
                data += more
        finally:
            os.close(descriptor)
    except (OSError, ValueError):
        return ""
    return digest_of(data) if len(data) <= _LARGEST else ""


def _digest_of_folder(path: str) -> str:
    try:
        return digest_of(*(os.fsencode(name) for name in sorted(os.listdir(path))))
    except OSError:
        return ""


def _digest_of_tracked(root: str) -> str:
    from advancelint.git.ask import ask  # here, since starting git costs as much as a whole small run

    answer = ask(root, ["ls-files", "-z"])
    return digest_of(answer.output) if answer.code == 0 else ""
