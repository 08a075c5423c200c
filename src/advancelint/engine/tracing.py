"""Which lines of a Python check run: told by the interpreter while the check is tried."""

from __future__ import annotations

import linecache
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import unwrap
from types import CodeType, FrameType
from typing import Any

from advancelint.records import NamedTuple
from advancelint.rule import Rule


class Line(NamedTuple):
    """A line of a check: the path of its file, its 1-based number, its words."""

    path: str
    number: int
    words: str


class Lines(NamedTuple):
    """The lines of a check that can run, sorted, and those that ran."""

    known: tuple[Line, ...]
    ran: set[tuple[str, int]]


@contextmanager
def traced(rule: Rule) -> Iterator[Lines]:
    """Give the lines of the check of ``rule``, and note which of them run inside of the block.

    They are those of the function, of what is defined in it, and of the functions of its file that these call.
    """
    codes = _codes(unwrap(rule.find)) if rule.card.condition == "check" else frozenset()
    lines = Lines(tuple(sorted({line for code in codes for line in _lines(code)})), set())

    def trace(frame: FrameType, event: str, value: Any) -> Any:
        del value
        if frame.f_code not in codes:
            return None
        if event == "line":
            lines.ran.add((frame.f_code.co_filename, frame.f_lineno))
        return trace

    before = sys.gettrace()
    if codes:
        sys.settrace(trace)
    try:
        yield lines
    finally:
        if codes:
            sys.settrace(before)


def _codes(function: Any) -> frozenset[CodeType]:
    first = getattr(function, "__code__", None)
    found: set[CodeType] = set()
    waiting = [first] if isinstance(first, CodeType) else []
    while waiting:
        code = waiting.pop()
        if code in found:
            continue
        found.add(code)
        called = (getattr(function.__globals__.get(name), "__code__", None) for name in code.co_names)
        inner = [*code.co_consts, *called]
        waiting += [one for one in inner if isinstance(one, CodeType) and one.co_filename == code.co_filename]
    return frozenset(found)


def _lines(code: CodeType) -> Iterator[Line]:
    for _, _, number in code.co_lines():
        if number and number != code.co_firstlineno:
            yield Line(code.co_filename, number, linecache.getline(code.co_filename, number).strip())
