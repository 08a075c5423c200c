"""Writes what is kept: whole files at once, and nothing that anybody else could have put there or can read."""

from __future__ import annotations

import contextlib
import os

from advancelint.cache import places


def keep(root: str, path: str, data: bytes) -> bool:
    """Write ``data`` to ``path`` below ``root``, the folder of all caches, and say whether it is there now.

    The folders on the way are made where they are missing. What fails leaves the old file as it was.
    """
    new = f"{path}.{os.getpid()}.new"
    try:
        os.makedirs(root, mode=0o700, exist_ok=True)
        if not places.is_ours(root):
            return False
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb") as file:
            file.write(data)
        os.replace(new, path)
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.unlink(new)
        return False
    return True
