"""A run that was recorded, told again: the same command in the same place, where all that it rested on still holds.

The file of a run is a line with its version, a line with the length and the checksum of its head, the head, and what
the run printed. The head is texts between U+0000, which no path holds.
"""

from __future__ import annotations

import io
import os
import sys
import time
from binascii import crc32

from advancelint.cache import places, witness
from advancelint.cache.digest import digest_of
from advancelint.cache.stamp import stamp

_VERSION = b"advancelint run 1\n"
_PIECE = 1 << 20
# What the tool looks at in its environment, and what decides where git and the user's settings are found.
_LOOKED_AT = (
    "ADVANCELINT_ALLOW_CHECKS", "FORCE_COLOR", "GITHUB_WORKSPACE", "HOME", "NO_COLOR", "SOURCE_DATE_EPOCH", "TERM",
    "TZ", "XDG_CONFIG_HOME",
)  # fmt: skip
# Which stream a text went to (1 and 2, as shells count them), and the text.
Printed = list[tuple[int, bytes]]


def key_of(words: list[str]) -> str:
    """Return what a run of the command line ``words`` is known by: command, place, day, environment, streams, tool."""
    streams = [f"{stream.isatty()} {stream.encoding}" for stream in (sys.stdout, sys.stderr)]
    around = [f"{name}={os.environ.get(name, '')}" for name in _LOOKED_AT]
    parts = [os.getcwd(), time.strftime("%Y-%m-%d"), stamp(), str(_has_git()), *streams, *around, *words]
    return digest_of(*(os.fsencode(part) for part in parts))


def path_of(root: str, key: str) -> str:
    """Return the path of the file for the run ``key`` below ``root``, the folder of all caches."""
    return os.path.join(places.of_tree(root), "runs", key)


def told_again(words: list[str]) -> int:
    """Print what the command line ``words`` printed before, where that is sure; return its exit code, else -1."""
    try:
        off, named = places.asked(words)
        root = places.root(off=off, named=named)
        key = key_of(words) if root and places.is_ours(root) else ""
        if not key:
            return -1
        file = open(path_of(root, key), "rb", buffering=0)  # noqa: SIM115 - what comes is no fault of the file's
    except (OSError, ValueError):
        return -1
    with file:
        try:
            code, sizes = _recalled(file, key)
        except (OSError, ValueError, IndexError, OverflowError):
            return -1
        if code >= 0:
            _print(file, sizes)
    return code


def recorded(key: str, code: int, printed: Printed, seen: list[witness.Witness]) -> bytes:
    """Return the content of the file of the run ``key``, which ended with ``code`` and rested on what was ``seen``."""
    body = b"".join(text for _, text in printed)
    sizes = [f"{number} {len(text)}" for number, text in printed]
    fields = [key, str(code), str(crc32(body)), str(len(sizes)), *sizes, *(part for one in seen for part in one)]
    head = os.fsencode("\0".join(fields))
    return b"%s%d %d\n%s%s" % (_VERSION, len(head), crc32(head), head, body)


def _has_git() -> bool:
    """Say whether there is a git to ask; where it lies is another place in a hook than in a shell."""
    names = ("git", "git.exe") if os.name == "nt" else ("git",)
    places = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return any(os.path.isfile(os.path.join(place, name)) for place in places for name in names)


def _recalled(file: io.FileIO, key: str) -> tuple[int, list[tuple[int, int]]]:
    """Return exit code and texts' streams and sizes, with ``file`` standing before the first; -1 where it is unsure."""
    start = file.read(len(_VERSION) + 32)
    begin = start.index(b"\n", len(_VERSION)) + 1
    length, checksum = map(int, start[len(_VERSION) : begin].split())
    file.seek(begin)
    head = file.read(min(length, os.fstat(file.fileno()).st_size))
    if not start.startswith(_VERSION) or crc32(head) != checksum:
        return -1, []
    fields = os.fsdecode(head).split("\0")
    count = 4 + int(fields[3])
    sizes = [(int(number), int(size)) for number, _, size in (field.partition(" ") for field in fields[4:count])]
    seen = zip(*(fields[count + part :: 4] for part in range(4)), strict=True)
    if fields[0] != key or not all(witness.holds(one) for one in seen):
        return -1, []
    body = 0
    while piece := file.read(_PIECE):
        body = crc32(piece, body)
    file.seek(begin + length)
    return (int(fields[1]) if body == int(fields[2]) else -1), sizes


def _print(file: io.FileIO, sizes: list[tuple[int, int]]) -> None:
    for number, size in sizes:
        stream = sys.stdout if number == 1 else sys.stderr
        while size > 0:
            piece = file.read(min(size, _PIECE))
            stream.buffer.write(piece)
            size -= len(piece) or size
        stream.flush()
