"""Writes a file such that whoever reads it sees the old text or the new one, and never half of one."""

from __future__ import annotations

import os
import stat

from advancelint.errors import UsageError


def write_file(path: str, text: str) -> None:
    """Write ``text`` to ``path`` in UTF-8. Raises UsageError where that cannot be done."""
    data = text.encode("utf-8", "backslashreplace")
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
    part = os.path.join(os.path.dirname(path), f".advancelint-{os.urandom(6).hex()}.part")
    try:
        with open(part, "xb") as file:
            file.write(data)
        if mode:
            os.chmod(part, stat.S_IMODE(mode))
        os.replace(part, path)
    except BaseException:
        if os.path.lexists(part):
            os.unlink(part)
        raise
