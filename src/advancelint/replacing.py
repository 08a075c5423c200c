"""Puts a file in its place such that whoever reads it sees the old text or the new one, never half."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterator

from advancelint.expressions import expression

# What a run that was killed leaves behind. None is Markdown, a card or a config, and folders hide it.
_PART = expression(r"\.advancelint-[0-9a-f]{12}\.tmp")
# Seconds after which no run can still be writing one.
_LEFT_BEHIND = 3600
_SWEPT: set[str] = set()


def replace_file(path: str, data: bytes, look: Callable[[], None] = lambda: None) -> None:
    """Make ``data`` what the file ``path`` holds; mode, owner and attributes stay, and a link there is replaced.

    ``look`` is called right before; what it raises is raised, and the file stays as it is. Raises OSError, and
    ValueError for a path that no file can have. Until the system has the new text on disk the old one stays there.
    """
    old = os.lstat(path) if os.path.lexists(path) else None
    with _part(path, data, like=old if old and stat.S_ISREG(old.st_mode) else None) as part:
        look()
        os.replace(part, path)
    _settle(os.path.dirname(path))


def create_file(path: str, data: bytes) -> None:
    """Make a new file ``path`` that holds ``data``; raises FileExistsError where something is there, else as above."""
    with _part(path, data) as part:
        try:
            os.link(part, path)
        except FileExistsError:
            raise
        except OSError as error:  # some file systems know no second name of a file
            if os.path.lexists(path):
                raise FileExistsError(error.errno, "file exists") from error
            os.replace(part, path)
    _settle(os.path.dirname(path))


@contextlib.contextmanager
def _part(path: str, data: bytes, like: os.stat_result | None = None) -> Iterator[str]:
    """Give the path of a new file beside ``path`` that holds ``data``, on disk and as accessible as ``like`` was."""
    folder = os.path.dirname(path)
    part = os.path.join(folder, f".advancelint-{os.urandom(6).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        # Nobody may read meanwhile what they may not read afterwards.
        with os.fdopen(os.open(part, flags, 0o600 if like else 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if like:
            _make_alike(part, path, like)
        _sweep(folder, os.stat(part).st_mtime)
        yield part
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(part)


def _make_alike(part: str, path: str, like: os.stat_result) -> None:
    made = os.stat(part)
    if hasattr(os, "chown") and (made.st_uid, made.st_gid) != (like.st_uid, like.st_gid):
        with contextlib.suppress(OSError):  # only the system's administrator can give a file away
            os.chown(part, like.st_uid, like.st_gid)
    for name in os.listxattr(path) if hasattr(os, "listxattr") else ():
        with contextlib.suppress(OSError):
            os.setxattr(part, name, os.getxattr(path, name))
    os.chmod(part, stat.S_IMODE(like.st_mode) & 0o777)


def _sweep(folder: str, now: float) -> None:
    """Take away what killed runs left in ``folder`` long before ``now``, which is by the clock of its file system."""
    if folder in _SWEPT:
        return
    _SWEPT.add(folder)
    with contextlib.suppress(OSError), os.scandir(folder or os.curdir) as found:
        for entry in found:
            if _PART.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    if now - entry.stat(follow_symlinks=False).st_mtime > _LEFT_BEHIND:
                        os.unlink(entry.path)


def _settle(folder: str) -> None:
    """Have the system write down which names ``folder`` has; where it does not do that for folders, nothing is lost."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder or os.curdir, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
