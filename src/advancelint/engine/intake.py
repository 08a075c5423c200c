"""Bytes become a source; a file that cannot be read becomes a trouble with a place, never an exception."""

from __future__ import annotations

import errno
import os
import stat

from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Source, Span

# Plans are a few KB; 4 MiB is far above any. A file of that size takes seconds, the worst to read some minutes.
LARGEST_FILE = 4 * 1024 * 1024
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
        return decode(path, bytes_of(path))
    except (OSError, ValueError) as error:
        return _unreadable(path, getattr(error, "strerror", None) or str(error))


def bytes_of(path: str) -> bytes:
    """Return what the regular file ``path`` holds, of one that is too large a byte more than the largest may have.

    Raises OSError, and ValueError for a path that no file can have.
    """
    # To open a device can set it going, so it is looked at before. What is wrong with a folder opening tells best.
    state = os.stat(path)
    if not stat.S_ISDIR(state.st_mode):
        _refuse_special(state)
    # Not blocking on opening keeps a pipe that took its place meanwhile from holding the run up.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        _refuse_special(os.fstat(descriptor))
        return file.read(LARGEST_FILE + 1)


def _refuse_special(state: os.stat_result) -> None:
    if not stat.S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, "it is no regular file")


def stray(path: str) -> Trouble:
    """Return the trouble with a link, found in a folder, that leads out of what was to be judged; it is not read.

    A repository can hold links that its reader has not seen, to files whose words are nobody's business in a report.
    """
    return _unreadable(path, "it is a link out of this tree; name it to have it judged")


def decode(path: str, data: bytes) -> Source | Trouble:
    """Decode ``data`` as UTF-8, a byte order mark allowed; ``path`` only names it."""
    if len(data) > LARGEST_FILE:
        return _unreadable(path, f"it is larger than {LARGEST_FILE // 1024 // 1024} MiB; plans are a few KB")
    data = data.removeprefix(_BOM)
    try:
        return Source.of(path, data.decode("utf-8")).with_line_feeds()
    except UnicodeDecodeError as error:
        offset = len(Source.of(path, data[: error.start].decode("utf-8")).with_line_feeds().text)
        encoding = _OTHER_BOMS.get(data[:2])
        reason = f"it looks like {encoding}" if encoding else f"byte 0x{data[error.start]:02X} is no UTF-8 here"
        source = Source.of(path, data.decode("utf-8", "replace")).with_line_feeds()
        return Trouble("undecodable", reason, source, Span(offset, offset + 1))


def _unreadable(path: str, reason: str) -> Trouble:
    return Trouble("unreadable", reason[:1].lower() + reason[1:], Source.of(path, ""), NOWHERE)
