"""Writes a report to a file, to a pipe or to a device."""

from __future__ import annotations

import os
import stat

from advancelint.cli.writing import leads_away
from advancelint.errors import UsageError
from advancelint.replacing import replace_file


def write_file(path: str, text: str) -> None:
    """Write ``text`` to ``path`` in UTF-8. Raises UsageError where that cannot be done."""
    data = text.encode("utf-8", "backslashreplace")
    if leads_away(path):
        message = f"the report cannot be written to “{path}”: it leads out of the current folder by a link"
        raise UsageError(message, remedy="Name the file that it leads to, if that is meant.")
    try:
        _write(os.path.realpath(path), data)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        remedy = "Its folder has to be there before." if isinstance(error, FileNotFoundError) else ""
        raise UsageError(f"the report cannot be written to “{path}”: {reason}", remedy=remedy) from error


def _write(path: str, data: bytes) -> None:
    mode = os.stat(path).st_mode if os.path.exists(path) else 0
    # A pipe or a device stays what it is, and in a folder that takes no new file the old one can still be written.
    if mode and (not stat.S_ISREG(mode) or not os.access(os.path.dirname(path), os.W_OK)):
        with open(path, "wb") as file:
            file.write(data)
        return
    replace_file(path, data)
