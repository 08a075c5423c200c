"""Writes a mended file back: whole or not at all, and never over what somebody else has changed."""

from __future__ import annotations

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
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UsageError(f"cannot be fixed: {_reason(error)}", path=path) from error


def write_back(path: str, before: Source, after: Source) -> None:
    """Put ``after`` in the place of ``before``, which was read from ``path``; a byte order mark and the mode stay.

    Raises UsageError, and leaves the file as it is, where it is no longer what was read, cannot be written, or is a
    link that leads out of the current folder.
    """
    target = _target(path)
    data = data_of(target)
    if data.removeprefix(BOM) != before.text.encode("utf-8"):
        raise UsageError("was changed while it was being fixed, and was left as it is", path=path, remedy=_AGAIN)
    mark = BOM if data.startswith(BOM) else b""
    try:
        mode = os.stat(target).st_mode
        if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
            raise UsageError("cannot be fixed: it is read-only", path=path, remedy="Make it writable first.")
        replace_file(target, mark + after.text.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"cannot be fixed: {_reason(error)}", path=path) from error


def _target(path: str) -> str:
    """Return the file behind ``path``.

    A repository may hold links that its reader has not looked at: what is called by a name below the current folder
    has to lie there.
    """
    here, target = os.path.realpath(os.curdir), os.path.realpath(path)
    named = os.path.abspath(path)
    if not is_within(target, here) and (
        os.path.islink(path) or is_within(named, here) or is_within(named, os.getcwd())
    ):
        remedy = "Name the file itself."
        raise UsageError("cannot be fixed: it is a link that leads out of the current folder", path=path, remedy=remedy)
    return target


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
