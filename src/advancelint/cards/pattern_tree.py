"""The parsed tree of a regular expression: which characters its parts can match, and begin with.

Sets of characters are told on an alphabet: ASCII, all that the expression names, and samples of every other sort.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from advancelint.records import NamedTuple

Characters = frozenset[str]
# Letters that other letters become when case does not count, and one or more of every other sort.
_SAMPLES = "aZ0_ \t\n\r\x0b\x1c\u0085\u00a0\u2028ſKİıßéÉЖ中٣²ʼ’“–€…😀\u0301\u200b"
_WIDE_RANGE = 512
_AWAY = ("ASSERT", "ASSERT_NOT", "GROUPREF", "GROUPREF_EXISTS", "ATOMIC_GROUP", "POSSESSIVE_REPEAT")


class Unknown(Exception):  # noqa: N818 - it is no fault of anybody: this Python keeps its parser elsewhere
    """The tree of an expression cannot be told."""


class Around(NamedTuple):
    """``follow`` is what can come next, ``ends`` that nothing has to."""

    follow: Characters
    ends: bool


class Tree:
    """An expression as Python parses it, with an alphabet to tell sets of characters on."""

    def __init__(self, pattern: str, flags: int) -> None:
        """Parse ``pattern``. Raises Unknown where this Python has no such parser."""
        try:
            self._maker = import_module("re._compiler")
            self._tree: Any = import_module("re._parser").parse(pattern, flags)
        except (ImportError, AttributeError, TypeError) as error:
            raise Unknown from error
        found = set(_SAMPLES) | {chr(code) for code in range(128)}
        for code in _codes(list(self._tree)):
            found |= {*chr(code).lower(), *chr(code).upper(), chr(code), chr(min(code + 1, 0x10FFFF))}
        self.all: Characters = frozenset(one for one in found if len(one) == 1)
        self._known: dict[tuple[str, int], Characters] = {}
        # Under (?a) and without it, so that what is a word is one in any case.
        self.word: Characters = frozenset(one for one in self.all if re.match(r"\w", one, re.ASCII))

    @property
    def items(self) -> list[Any]:
        """The parts, one after the other."""
        return list(self._tree)

    def first(self, items: list[Any], flags: int, around: Around) -> Around:
        """Return what ``items`` can begin with, and what comes behind them where they can be empty."""
        found: Characters = frozenset()
        for item in items:
            name, value = str(item[0]), item[1]
            if name in ("AT", "ASSERT", "ASSERT_NOT"):
                continue
            inner = self._begins(name, item, value, flags)
            found |= inner.follow
            if not inner.ends:
                return Around(found, ends=False)
        return Around(found | around.follow, ends=around.ends)

    def _begins(self, name: str, item: Any, value: Any, flags: int) -> Around:
        nothing = Around(frozenset(), ends=True)
        if name == "SUBPATTERN":
            return self.first(list(value[3]), (flags | value[1]) & ~value[2], nothing)
        if name == "ATOMIC_GROUP":
            return self.first(list(value), flags, nothing)
        if name == "BRANCH":
            firsts = [self.first(list(one), flags, nothing) for one in value[1]]
            return Around(frozenset[str]().union(*(one.follow for one in firsts)), any(one.ends for one in firsts))
        if name.endswith("REPEAT"):
            inner = self.first(list(value[2]), flags, nothing)
            return Around(inner.follow, inner.ends or value[0] == 0)
        if name in ("GROUPREF", "GROUPREF_EXISTS"):
            return Around(self.all, ends=True)
        return Around(self.characters(item, flags), ends=False)

    def width(self, items: list[Any]) -> tuple[float, float]:
        """Return how many characters ``items`` match at least and at most."""
        maker = type(self._tree)
        low, high = maker(self._tree.state, items).getwidth()
        return float(low), float(high)

    def characters(self, item: Any, flags: int) -> Characters:
        """Return the characters of the alphabet that one part matches, by asking the compiled part itself."""
        key = (repr(item), flags)
        if key not in self._known:
            self._known[key] = self._matched(item, flags)
        return self._known[key]

    def _matched(self, item: Any, flags: int) -> Characters:
        if any(high - low > _WIDE_RANGE and high > 127 for low, high in _ranges(item)):
            return self.all
        made = self._maker.compile(type(self._tree)(self._tree.state, [item]), flags)
        return frozenset(one for one in self.all if made.match(one))


def _codes(items: Any) -> set[int]:
    """Return the code points that a tree names, the ends of its ranges among them."""
    if isinstance(items, tuple) and len(items) == 2 and str(items[0]) in ("LITERAL", "NOT_LITERAL"):
        return {items[1]}
    if isinstance(items, tuple) and len(items) == 2 and str(items[0]) == "RANGE":
        low, high = items[1]
        return {low, high} if high - low > _WIDE_RANGE else set(range(low, high + 1))
    if isinstance(items, list | tuple) or type(items).__name__ == "SubPattern":
        return {code for one in items for code in _codes(one)}
    return set()


def size_of(items: Any) -> int:
    """Return the number of parts of a tree."""
    if isinstance(items, list | tuple) or type(items).__name__ == "SubPattern":
        return 1 + sum(size_of(one) for one in items)
    return 0


def looks_away(items: Any) -> bool:
    """Say whether a tree holds what looks at characters that it does not consume, or gives none back."""
    if isinstance(items, tuple) and items and str(items[0]) in _AWAY:
        return True
    if isinstance(items, list | tuple) or type(items).__name__ == "SubPattern":
        return any(looks_away(one) for one in items)
    return False


def _ranges(item: Any) -> list[tuple[int, int]]:
    if str(item[0]) != "IN":
        return []
    return [value for name, value in item[1] if str(name) == "RANGE"]
