"""Writes a mended file back: whole or not at all, and never over what somebody else has changed."""

from __future__ import annotations

import errno
import os
import stat

from advancelint.errors import UsageError
from advancelint.paths import is_within
from advancelint.replacing import replace_file
from advancelint.source import Source

BOM = b"\xef\xbb\xbf"
_AGAIN = "Run the command again."


def data_of(path: str) -> bytes:
    """Return the bytes of the file ``path``; raises UsageError where it cannot be read."""
    from advancelint.engine.intake import bytes_of

    try:
        return bytes_of(path)
    except OSError as error:
        raise UsageError(f"cannot be fixed: {reason_of(error)}", path=path) from error


def write_back(path: str, before: Source, after: Source) -> None:
    """Put ``after`` in the place of ``before``, which was read from ``path``; a byte order mark and the mode stay.

    Raises UsageError, and leaves the file as it is, where it is no longer what was read, cannot be written, or is a
    link that leads out of the current folder.
    """
    target = os.path.realpath(path)
    if leads_away(path) or (os.path.islink(path) and not is_within(target, os.path.realpath(os.curdir))):
        remedy = "Name the file itself."
        raise UsageError("cannot be fixed: it is a link that leads out of the current folder", path=path, remedy=remedy)
    data = data_of(target)

    def look() -> None:
        if data.removeprefix(BOM) != before.written.encode("utf-8") or data_of(target) != data:
            message = "was changed while it was being fixed, and was left as it is"
            raise UsageError(message, path=path, remedy=_AGAIN)

    mark = BOM if data.startswith(BOM) else b""
    try:
        mode = os.stat(target).st_mode
        if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
            raise UsageError("cannot be fixed: it is read-only", path=path, remedy="Make it writable first.")
        replace_file(target, mark + after.written.encode("utf-8"), look)
    except OSError as error:
        raise UsageError(f"cannot be fixed: {reason_of(error)}", path=path, remedy=remedy_of(error)) from error


def leads_away(path: str) -> bool:
    """Say whether ``path``, a name below the current folder, leads out of it.

    A repository may hold links that its reader has not looked at, so nothing is written through one.
    """
    here, named = os.path.realpath(os.curdir), os.path.abspath(path)
    below = is_within(named, here) or is_within(named, os.getcwd())
    return below and not is_within(os.path.realpath(path), here)


def reason_of(error: OSError) -> str:
    """Return in words why something could not be written or read."""
    return (error.strerror or str(error)).lower()


def remedy_of(error: OSError) -> str:
    """Return what to do so that a file can be written after all, "" where nothing helps that we know."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Make room on the disk, and run the command again."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return "A new file is put in its place, so its folder has to be writable as well."
    return ""
