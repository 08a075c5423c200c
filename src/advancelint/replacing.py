"""Puts a new file in the place of another such that whoever reads it sees the old text or the new one, never half."""

from __future__ import annotations

import os
import stat


def replace_file(path: str, data: bytes) -> None:
    """Make ``data`` what the file ``path`` holds; its mode stays, and a link there is replaced. Raises OSError.

    ValueError is raised for a path that no file can have.
    """
    mode = os.lstat(path).st_mode if os.path.lexists(path) else 0
    part = os.path.join(os.path.dirname(path), f".advancelint-{os.urandom(6).hex()}.tmp")
    try:
        with open(part, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if stat.S_ISREG(mode):
            os.chmod(part, stat.S_IMODE(mode))
        os.replace(part, path)
    except BaseException:
        if os.path.lexists(part):
            os.unlink(part)
        raise
