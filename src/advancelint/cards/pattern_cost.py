"""How many steps a regular expression can take on a hostile line: an upper bound, told from its parsed tree.

A matcher that tracks back tries every way through an expression. What follows bounds the number of tries over a whole
search. For each part two numbers are carried along: how often it can be reached in all (``total``), and how often at
one and the same place of the line (``here``). A repeat multiplies them, unless it can only end in one way: because
what follows it cannot begin with what it repeats (``[^|]*\\|``), or only begin in one place, because what stands before
it is never what it repeats (``: *``).
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, NamedTuple

Characters = frozenset[str]
_MANY = 1e18
# Letters that other letters become when case does not count, and one or more of every other sort.
_SAMPLES = "aZ0_ \t\n\r\x0b\x1c\u0085\u00a0\u2028ſKİıßéÉЖ中٣²ʼ’“–€…😀\u0301\u200b"
_WIDE_RANGE = 512
_AWAY = ("ASSERT", "ASSERT_NOT", "GROUPREF", "GROUPREF_EXISTS", "ATOMIC_GROUP", "POSSESSIVE_REPEAT")


class Unknown(Exception):  # noqa: N818 - it is no fault of anybody: this Python keeps its parser elsewhere
    """The tree of an expression cannot be told."""


class Flow(NamedTuple):
    """What is known between two parts: ``before`` are the characters that can stand there, the steps up to now."""

    total: float
    here: float
    steps: float
    before: Characters


class _Around(NamedTuple):
    """``follow`` is what can come next, ``ends`` that nothing has to."""

    follow: Characters
    ends: bool


def steps_of(pattern: str, compiled: re.Pattern[str], length: int) -> float:
    """Return how many steps a search for ``pattern`` takes at most in a text of ``length`` code points.

    Raises Unknown where this Python has no such parser.
    """
    try:
        parser, maker = import_module("re._parser"), import_module("re._compiler")
        tree = parser.parse(pattern, compiled.flags)
    except (ImportError, AttributeError, TypeError) as error:
        raise Unknown from error
    cost = _Cost(tree, maker, length)
    start = Flow(length + 1.0, 1.0, 0.0, cost.all)
    return cost.sequence(list(tree), compiled.flags, start, _Around(frozenset(), ends=True)).steps


class _Cost:
    """Bounds the cost of one expression; a class only to carry its alphabet."""

    def __init__(self, tree: Any, maker: Any, length: int) -> None:
        self._tree = tree
        self._maker = maker
        self._length = float(length)
        found = set(_SAMPLES) | {chr(code) for code in range(128)}
        for code in _codes(list(tree)):
            found |= {*chr(code).lower(), *chr(code).upper(), chr(code), chr(min(code + 1, 0x10FFFF))}
        self.all: Characters = frozenset(one for one in found if len(one) == 1)
        # Under (?a) and without it, so that what is a word is one in any case.
        self._word = frozenset(one for one in self.all if re.match(r"\w", one, re.ASCII))

    def sequence(self, items: list[Any], flags: int, flow: Flow, around: _Around) -> Flow:
        """Go through ``items`` one after the other."""
        for index, item in enumerate(items):
            follow = self._first(items[index + 1 :], flags, around)
            flow = self._item(item, flags, flow, follow, items[index + 1 :])
        return flow

    def _item(self, item: Any, flags: int, flow: Flow, around: _Around, rest: list[Any]) -> Flow:
        name, value = str(item[0]), item[1]
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self._repeat(item, flags, flow, around, rest)
        if name == "SUBPATTERN":
            return self.sequence(list(value[3]), (flags | value[1]) & ~value[2], flow, around)
        if name == "ATOMIC_GROUP":
            inner = self._once(list(value), flags, flow.before)
            return flow._replace(here=self._shifted(flow), steps=flow.steps + flow.total * inner.steps, before=self.all)
        if name == "BRANCH":
            return self._branch([list(one) for one in value[1]], flags, flow, around)
        if name == "GROUPREF_EXISTS":
            return self._branch([list(value[1]), list(value[2] or [])], flags, flow, around)
        if name in ("ASSERT", "ASSERT_NOT"):
            inner = self._once(list(value[1]), flags, self.all)
            return flow._replace(steps=flow.steps + flow.total * (1 + inner.steps))
        if name == "GROUPREF":
            steps = flow.steps + flow.total * self._length
            return Flow(flow.total, self._shifted(flow), steps, self.all)
        if name == "AT":
            return self._at(str(value), flags, flow)
        return flow._replace(steps=flow.steps + flow.total, before=self._set(item, flags))

    def _shifted(self, flow: Flow) -> float:
        """Return how often a place can be reached where each arrival moves on by any number of characters."""
        return min(flow.total, flow.here * (self._length + 1))

    def _at(self, where: str, flags: int, flow: Flow) -> Flow:
        steps = flow.steps + flow.total
        first = where == "AT_BEGINNING_STRING" or (where == "AT_BEGINNING" and not flags & re.MULTILINE)
        last = where == "AT_END_STRING" or (where == "AT_END" and not flags & re.MULTILINE)
        if first or last:
            return flow._replace(total=min(flow.total, 2 * flow.here), steps=steps)
        return flow._replace(steps=steps)

    def _once(self, items: list[Any], flags: int, before: Characters) -> Flow:
        """Go through ``items`` from one place, with nothing behind them that could fail."""
        return self.sequence(items, flags, Flow(1.0, 1.0, 0.0, before), _Around(frozenset(), ends=True))

    def _branch(self, branches: list[list[Any]], flags: int, flow: Flow, around: _Around) -> Flow:
        firsts = [self._first(items, flags, around) for items in branches]
        flows = [self.sequence(items, flags, flow._replace(steps=0.0), around) for items in branches]
        steps = flow.steps + sum(one.steps + flow.total for one in flows)
        before = frozenset[str]().union(*(one.before for one in flows))
        if any(first.ends for first in firsts):
            return Flow(sum(one.total for one in flows), sum(one.here for one in flows), steps, before)
        if any(one.total > flow.total for one in flows):
            return Flow(sum(one.total for one in flows), sum(one.here for one in flows), steps, before)
        # Only branches that can begin with the same character are ways beside each other.
        ways = max(sum(character in first.follow for first in firsts) for character in self.all)
        widths = {self._width(items) for items in branches}
        level = len(widths) == 1 and all(low == high for low, high in widths)
        # Branches of different lengths can lead to one place from different ones.
        here = flow.here * ways if level else sum(one.here for one in flows)
        return Flow(flow.total * ways, here, steps, before)

    def _repeat(self, item: Any, flags: int, flow: Flow, around: _Around, rest: list[Any]) -> Flow:
        name, (least, most, body) = str(item[0]), item[1]
        items = list(body)
        begins = self._first(items, flags, around)
        inside = _Around(begins.follow | around.follow, ends=False)
        once = self.sequence(items, flags, Flow(1.0, 1.0, 0.0, self.all), inside)
        width = self._width(items)
        most = min(float(most), self._length + 1)
        rounds = min(most, self._length / width[0] if width[0] else most) + 1
        single = once.total <= 1
        # What consumes as it looks is paid for by the length of the line, whatever the number of rounds.
        each = rounds * once.steps
        if single and not _looks_away(items):
            each = min(each, once.steps + self._length * 2 * _size(items))
        if name == "POSSESSIVE_REPEAT":
            each, single = rounds * self._once(items, flags, self.all).steps, True
        ways = 1.0 if name == "POSSESSIVE_REPEAT" else self._ways(once.total, int(least), most, rounds)
        leaves = single and self._leaves_once(begins.follow, around, rest, width, least)
        before = once.before if least else once.before | flow.before
        if width == (1, 1) and flow.before.isdisjoint(begins.follow):
            # Runs that begin in different places do not touch each other.
            runs = min(flow.total * rounds, flow.here * (self._length + 1) + flow.total)
            steps = flow.steps + min(flow.total * each, (runs + flow.total) * (once.steps + 1))
            return Flow(flow.total if leaves else runs, flow.here, steps, before)
        steps = min(flow.steps + flow.total * (each + rounds), _MANY)
        if leaves:
            return Flow(flow.total, min(self._shifted(flow), flow.here * rounds), steps, before)
        total = min(flow.total * ways, _MANY)
        return Flow(total, min(total, flow.here * ways), steps, before)

    @staticmethod
    def _ways(once: float, least: int, most: float, rounds: float) -> float:
        """Return the ways through a repeat whose body has ``once`` ways."""
        if once <= 1:
            return rounds if rounds <= most else max(most - least + 1, 1.0)
        if most > 60:
            return _MANY
        return min(sum(once**count for count in range(least, int(most) + 1)), _MANY)

    def _leaves_once(
        self, begins: Characters, around: _Around, rest: list[Any], width: tuple[float, float], least: int
    ) -> bool:
        """Say whether a repeat can end in one way only: where what it repeats cannot go on."""
        if not around.ends and around.follow.isdisjoint(begins):
            return True
        edge = bool(rest) and str(rest[0][0]) == "AT" and str(rest[0][1]).endswith("AT_BOUNDARY")
        one_sort = begins <= self._word or begins.isdisjoint(self._word)
        return edge and one_sort and width == (1, 1) and least > 0

    def _first(self, items: list[Any], flags: int, around: _Around) -> _Around:
        """Return what ``items`` can begin with, and what comes behind them where they can be empty."""
        found: Characters = frozenset()
        for item in items:
            name, value = str(item[0]), item[1]
            if name in ("AT", "ASSERT", "ASSERT_NOT"):
                continue
            inner = self._begins(name, item, value, flags)
            found |= inner.follow
            if not inner.ends:
                return _Around(found, ends=False)
        return _Around(found | around.follow, ends=around.ends)

    def _begins(self, name: str, item: Any, value: Any, flags: int) -> _Around:
        nothing = _Around(frozenset(), ends=True)
        if name == "SUBPATTERN":
            return self._first(list(value[3]), (flags | value[1]) & ~value[2], nothing)
        if name == "ATOMIC_GROUP":
            return self._first(list(value), flags, nothing)
        if name == "BRANCH":
            firsts = [self._first(list(one), flags, nothing) for one in value[1]]
            return _Around(frozenset[str]().union(*(one.follow for one in firsts)), any(one.ends for one in firsts))
        if name.endswith("REPEAT"):
            inner = self._first(list(value[2]), flags, nothing)
            return _Around(inner.follow, inner.ends or value[0] == 0)
        if name in ("GROUPREF", "GROUPREF_EXISTS"):
            return _Around(self.all, ends=True)
        return _Around(self._set(item, flags), ends=False)

    def _width(self, items: list[Any]) -> tuple[float, float]:
        maker = type(self._tree)
        low, high = maker(self._tree.state, items).getwidth()
        return float(low), float(high)

    def _set(self, item: Any, flags: int) -> Characters:
        """Return the characters of the alphabet that one part matches, by asking the compiled part itself."""
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


def _size(items: Any) -> int:
    """Return the number of parts of a tree."""
    if isinstance(items, list | tuple) or type(items).__name__ == "SubPattern":
        return 1 + sum(_size(one) for one in items)
    return 0


def _looks_away(items: Any) -> bool:
    """Say whether a tree holds what looks at characters that it does not consume, or gives none back."""
    if isinstance(items, tuple) and items and str(items[0]) in _AWAY:
        return True
    if isinstance(items, list | tuple) or type(items).__name__ == "SubPattern":
        return any(_looks_away(one) for one in items)
    return False


def _ranges(item: Any) -> list[tuple[int, int]]:
    if str(item[0]) != "IN":
        return []
    return [value for name, value in item[1] if str(name) == "RANGE"]
