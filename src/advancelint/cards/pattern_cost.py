r"""How many steps a regular expression can take on a hostile line: an upper bound, told from its parsed tree.

A matcher that tracks back tries every way through an expression. What follows bounds the number of tries over a whole
search. For each part two numbers are carried along: how often it can be reached in all (``total``), and how often at
one and the same place of the line (``here``). A repeat multiplies them, unless it can only end in one way: because
what follows it cannot begin with what it repeats (``[^|]*\|``), or only begin in one place, because what stands before
it is never what it repeats (``: *``).
"""

from __future__ import annotations

import re
from typing import Any

from advancelint.cards.pattern_tree import Around, Characters, Tree, looks_away, size_of
from advancelint.records import NamedTuple

_MANY = 1e18


class Flow(NamedTuple):
    """What is known between two parts: ``before`` are the characters that can stand there, the steps up to now."""

    total: float
    here: float
    steps: float
    before: Characters


def steps_of(pattern: str, compiled: re.Pattern[str], length: int) -> float:
    """Return how many steps a search for ``pattern`` takes at most in a text of ``length`` code points.

    Raises Unknown where this Python has no such parser.
    """
    tree = Tree(pattern, compiled.flags)
    start = Flow(length + 1.0, 1.0, 0.0, tree.all)
    return _Cost(tree, length).sequence(tree.items, compiled.flags, start, Around(frozenset(), ends=True)).steps


class _Cost:
    """Bounds the cost of one expression; a class only to carry its tree."""

    def __init__(self, tree: Tree, length: int) -> None:
        self._tree = tree
        self._length = float(length)

    def sequence(self, items: list[Any], flags: int, flow: Flow, around: Around) -> Flow:
        """Go through ``items`` one after the other."""
        for index, item in enumerate(items):
            follow = self._tree.first(items[index + 1 :], flags, around)
            flow = self._item(item, flags, flow, follow, items[index + 1 :])
        return flow

    def _item(self, item: Any, flags: int, flow: Flow, around: Around, rest: list[Any]) -> Flow:
        name, value = str(item[0]), item[1]
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self._repeat(item, flags, flow, around, rest)
        if name == "SUBPATTERN":
            return self.sequence(list(value[3]), (flags | value[1]) & ~value[2], flow, around)
        if name == "ATOMIC_GROUP":
            inner = self._once(list(value), flags, flow.before)
            return flow._replace(
                here=self._shifted(flow), steps=flow.steps + flow.total * inner.steps, before=self._tree.all
            )
        if name == "BRANCH":
            return self._branch([list(one) for one in value[1]], flags, flow, around)
        if name == "GROUPREF_EXISTS":
            return self._branch([list(value[1]), list(value[2] or [])], flags, flow, around)
        if name in ("ASSERT", "ASSERT_NOT"):
            inner = self._once(list(value[1]), flags, self._tree.all)
            return flow._replace(steps=flow.steps + flow.total * (1 + inner.steps))
        if name == "GROUPREF":
            steps = flow.steps + flow.total * self._length
            return Flow(flow.total, self._shifted(flow), steps, self._tree.all)
        if name == "AT":
            return self._at(str(value), flags, flow)
        return flow._replace(steps=flow.steps + flow.total, before=self._tree.characters(item, flags))

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
        return self.sequence(items, flags, Flow(1.0, 1.0, 0.0, before), Around(frozenset(), ends=True))

    def _branch(self, branches: list[list[Any]], flags: int, flow: Flow, around: Around) -> Flow:
        firsts = [self._tree.first(items, flags, around) for items in branches]
        flows = [self.sequence(items, flags, flow._replace(steps=0.0), around) for items in branches]
        steps = flow.steps + sum(one.steps + flow.total for one in flows)
        before = frozenset[str]().union(*(one.before for one in flows))
        if any(first.ends for first in firsts):
            return Flow(sum(one.total for one in flows), sum(one.here for one in flows), steps, before)
        if any(one.total > flow.total for one in flows):
            return Flow(sum(one.total for one in flows), sum(one.here for one in flows), steps, before)
        # Only branches that can begin with the same character are ways beside each other.
        ways = max(sum(character in first.follow for first in firsts) for character in self._tree.all)
        widths = {self._tree.width(items) for items in branches}
        level = len(widths) == 1 and all(low == high for low, high in widths)
        # Branches of different lengths can lead to one place from different ones.
        here = flow.here * ways if level else sum(one.here for one in flows)
        return Flow(flow.total * ways, here, steps, before)

    def _repeat(self, item: Any, flags: int, flow: Flow, around: Around, rest: list[Any]) -> Flow:
        name, (least, most, body) = str(item[0]), item[1]
        items = list(body)
        begins = self._tree.first(items, flags, around)
        inside = Around(begins.follow | around.follow, ends=False)
        possessive = name == "POSSESSIVE_REPEAT"
        alone = Flow(1.0, 1.0, 0.0, self._tree.all)
        once = self._once(items, flags, self._tree.all) if possessive else self.sequence(items, flags, alone, inside)
        width = self._tree.width(items)
        most = min(float(most), self._length + 1)
        rounds = min(most, self._length / width[0] if width[0] else most) + 1
        single = possessive or once.total <= 1
        # What consumes as it looks is paid for by the length of the line, whatever the number of rounds.
        each = rounds * once.steps
        if single and not possessive and not looks_away(items):
            each = min(each, once.steps + self._length * 2 * size_of(items))
        ways = 1.0 if possessive else self._ways(once.total, int(least), most, rounds)
        leaves = possessive or (single and self._leaves_once(begins.follow, around, rest, width, least))
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
        self, begins: Characters, around: Around, rest: list[Any], width: tuple[float, float], least: int
    ) -> bool:
        """Say whether a repeat can end in one way only: where what it repeats cannot go on."""
        if not around.ends and around.follow.isdisjoint(begins):
            return True
        edge = bool(rest) and str(rest[0][0]) == "AT" and str(rest[0][1]).endswith("AT_BOUNDARY")
        one_sort = begins <= self._tree.word or begins.isdisjoint(self._tree.word)
        return edge and one_sort and width == (1, 1) and least > 0
