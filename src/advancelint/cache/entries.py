"""What was found before, by key, in one file: a line with the version, then for each entry a line and its bytes.

The line of an entry has its key, the day on which it was last of use, the length of its bytes and their checksum. What
is broken or foreign is left out, and what lies behind it.
"""

from __future__ import annotations

from binascii import crc32

from advancelint.cache.keeping import keep

_VERSION = b"advancelint entries 1\n"
_LARGEST = 128 * 1024 * 1024
# An entry that nobody asked for in so many days is of a text that is gone.
_DAYS = 30


class Entries:
    """The entries of one file below ``root``, the folder of all caches; ``day`` counts days from any beginning."""

    def __init__(self, root: str, path: str, day: int) -> None:
        """Read the file, which need not be there."""
        self._root, self._path, self._day = root, path, day
        self._entries: dict[str, tuple[int, bytes]] = {}
        self._changed = False
        try:
            with open(path, "rb") as file:
                self._read(file.read(_LARGEST))
        except (OSError, ValueError):
            self._changed = True

    def get(self, key: str) -> bytes:
        """Return the bytes of the entry ``key``, none where there is no such entry; it is of use today."""
        day, data = self._entries.get(key, (0, b""))
        if data and day != self._day:
            self._entries[key] = (self._day, data)
            self._changed = True
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data`` as the entry ``key``."""
        self._entries[key] = (self._day, data)
        self._changed = True

    def save(self) -> None:
        """Write the file, where something changed; of what does not fit the entries that were longest of no use go."""
        if not self._changed:
            return
        pieces, size = [_VERSION], 0
        for key, (day, data) in sorted(self._entries.items(), key=lambda item: (-item[1][0], item[0])):
            size += len(data) + 64
            if self._day - day <= _DAYS and size < _LARGEST:
                pieces += [b"%s %d %d %d\n" % (key.encode("ascii"), day, len(data), crc32(data)), data]
        keep(self._root, self._path, b"".join(pieces))

    def _read(self, data: bytes) -> None:
        place = len(_VERSION)
        if data[:place] != _VERSION:
            return
        while place < len(data):
            end = data.index(b"\n", place)
            key, day, size, checksum = data[place:end].decode("ascii").split(" ")
            place = end + 1 + int(size)
            kept = data[end + 1 : place]
            if len(kept) != int(size) or crc32(kept) != int(checksum):
                self._changed = True
                return
            self._entries[key] = (int(day), kept)
