"""Where keys and values of a TOML text stand, which `tomllib` does not tell; needed only for errors and origins."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

from advancelint.config.shapes import Path
from advancelint.expressions import expression
from advancelint.records import NamedTuple

_BLANK = expression(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE = expression(r"[A-Za-z0-9_-]+")
_STRINGS = (
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")',
    r"'''.*?'{3,5}(?!')",
    r'"(?:\\.|[^"\\\n])*"',
    r"'[^'\n]*'",
)
_STRING = expression("|".join(_STRINGS), re.DOTALL)
_PLAIN = expression(r"[^,\]}#\r\n]+")


class _Name(NamedTuple):
    """One part of a dotted key, and the offset at which it stands."""

    word: str
    offset: int


@lru_cache(maxsize=8)
def offsets_of(text: str) -> dict[Path, int]:
    """Return the 0-based offset of every key and list item of ``text``, which is TOML that `tomllib` has read.

    Keys are paths from the top, items of lists numbered from 0. A table is where it is named first.
    """
    return _Scanner(text).document()


class _Scanner:
    """Walks once over right TOML; what a right text cannot hold is not looked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._offsets: dict[Path, int] = {}
        self._lengths: dict[Path, int] = {}

    def document(self) -> dict[Path, int]:
        table: Path = ()
        while self._skip():
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._entry(table)
        return self._offsets

    def _skip(self) -> bool:
        """Pass blanks and comments; say whether anything is left."""
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at < len(self._text)

    def _header(self) -> Path:
        many = self._text.startswith("[[", self._at)
        start = self._at
        self._at += 2 if many else 1
        *above, last = self._names()
        self._at = self._text.index("]", self._at) + (2 if many else 1)
        path = self._down((), above)
        if not many:
            return self._down(path, [last])
        path = (*path, last.word)
        number = self._lengths.get(path, 0)
        self._lengths[path] = number + 1
        self._offsets.setdefault(path, last.offset)
        self._offsets[(*path, number)] = start
        return (*path, number)

    def _down(self, path: Path, names: list[_Name]) -> Path:
        """Follow ``names`` from ``path``; a list of tables is entered at its last one."""
        for name in names:
            path = (*path, name.word)
            self._offsets.setdefault(path, name.offset)
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        return path

    def _entry(self, table: Path) -> None:
        *above, last = self._names()
        self._at = self._text.index("=", self._at) + 1
        path = (*self._down(table, above), last.word)
        self._offsets.setdefault(path, last.offset)
        self._value(path)

    def _names(self) -> list[_Name]:
        """Read a dotted key."""
        names: list[_Name] = []
        while True:
            self._skip()
            start = self._at
            match = _BARE.match(self._text, start) or _STRING.match(self._text, start)
            if match is None:
                return names
            self._at = match.end()
            word = match[0]
            names.append(_Name(_unquoted(word) if word[0] in "\"'" else word, start))
            self._skip()
            if not self._text.startswith(".", self._at):
                return names
            self._at += 1

    def _value(self, path: Path) -> None:
        self._skip()
        opening = self._text[self._at : self._at + 1]
        if opening in ("[", "{"):
            self._at += 1
            self._inside(path, "]" if opening == "[" else "}")
            return
        match = _STRING.match(self._text, self._at) or _PLAIN.match(self._text, self._at)
        self._at = match.end() if match else len(self._text)

    def _inside(self, path: Path, closing: str) -> None:
        number = 0
        while self._skip() and not self._text.startswith(closing, self._at):
            if self._text.startswith(",", self._at):
                self._at += 1
            elif closing == "}":
                self._entry(path)
            else:
                self._offsets[(*path, number)] = self._at
                self._value((*path, number))
                number += 1
        self._at += 1


def _unquoted(word: str) -> str:
    return str(tomllib.loads(f"x = {word}")["x"])
