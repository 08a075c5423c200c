"""Bytes become a source; a file that cannot be read becomes a trouble with a place, never an exception."""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

from advancelint.source import NOWHERE, Source, Span

# Plans are a few KB; 1 MiB is far above any, and what is worst to read stalls a commit hook for a minute or two.
LARGEST_FILE = 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


class Trouble(NamedTuple):
    """Input that is no text: ``kind`` is one of `cards.keys.TROUBLES`, ``span`` the place in what could be read."""

    kind: str
    reason: str
    source: Source
    span: Span


def read_file(path: str) -> Source | Trouble:
    """Read the regular file ``path`` as UTF-8; pipes and devices are refused because they may never end."""
    try:
        # Not blocking on opening keeps a pipe without a writer from holding the run up.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        return _unreadable(path, getattr(error, "strerror", None) or str(error))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return _unreadable(path, "it is no regular file")
        with os.fdopen(os.dup(descriptor), "rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        return _unreadable(path, error.strerror or str(error))
    finally:
        os.close(descriptor)
    return decode(path, data)


def decode(path: str, data: bytes) -> Source | Trouble:
    """Decode ``data`` as UTF-8, a byte order mark allowed; ``path`` only names it."""
    if len(data) > LARGEST_FILE:
        return _unreadable(path, f"it is larger than {LARGEST_FILE // 1024 // 1024} MiB; plans are a few KB")
    data = data.removeprefix(_BOM)
    try:
        return Source.of(path, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        offset = len(data[: error.start].decode("utf-8"))
        encoding = _OTHER_BOMS.get(data[:2])
        reason = f"it looks like {encoding}" if encoding else f"byte 0x{data[error.start]:02X} is no UTF-8 here"
        source = Source.of(path, data.decode("utf-8", "replace"))
        return Trouble("undecodable", reason, source, Span(offset, offset + 1))


def _unreadable(path: str, reason: str) -> Trouble:
    return Trouble("unreadable", reason[:1].lower() + reason[1:], Source.of(path, ""), NOWHERE)
