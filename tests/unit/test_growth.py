"""A file twice as long takes twice the work: the lines of Python that run are counted, so that no clock decides.

`benchmarks/growth.py` measures time, for all families and up to the largest file.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator
from types import FrameType, ModuleType
from typing import Any

import pytest
from hostile_path import hostile, pipeline

import advancelint

# What once took the square of the length, and what is likely to.
FAMILIES = (
    "many list items", "labels", "labels in one paragraph", "labels that no list holds", "people in sentences",
    "people with labels", "people of companies", "tags before steps",
    "objectives of one call", "outcomes", "next steps", "calls", "one long line of commas",
    "one huge paragraph", "bracket pairs", "cells in rows", "headings", "calls on one day", "front matter",
    "suppressions", "suppressions in a row", "suppressions of a block", "suppressions that are never enabled",
)  # fmt: skip
_SMALL = 2_048


def work(data: bytes) -> int:
    """Return how many lines of Python run while ``data`` is judged."""
    count = 0

    def line(frame: FrameType, event: str, argument: Any) -> Callable[..., Any]:
        nonlocal count
        count += 1
        return line

    before = sys.gettrace()
    sys.settrace(lambda frame, event, argument: line)
    try:
        pipeline.judged(data)
    finally:
        sys.settrace(before)
    return count


def growth(family: str, size: int) -> float:
    """Return how much more work the second doubling of ``size`` bytes adds than the first; the square would be 4.

    What a run costs whatever it reads falls out of the differences.
    """
    short, long, longest = (work(hostile.data_of(family, size * times)) for times in (1, 2, 4))
    return (longest - long) / (long - short)


@pytest.mark.parametrize("family", FAMILIES)
def test_twice_the_file_is_twice_the_work(family: str) -> None:
    pipeline.judged(hostile.data_of(family, _SMALL))
    # How many lines are taken for goals jumps in a short file; what grows by the square fails in longer ones as well.
    assert any(growth(family, _SMALL * times) <= 2.2 for times in (1, 2, 4))


def modules() -> list[ModuleType]:
    found = pkgutil.walk_packages(advancelint.__path__, "advancelint.")
    return [importlib.import_module(one.name) for one in found]


def patterns_of(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 3 and isinstance(value, (tuple, list, set, frozenset, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from patterns_of(one, depth + 1)


MODULES = modules()
SOURCES = {module.__name__: inspect.getsource(module) for module in MODULES}
ALL_TEXT = "\n".join(SOURCES.values())
USES = ("search", "match", "fullmatch", "findall")


def uses_of(name: str, module: ModuleType) -> set[str]:
    """Return how the expressions called ``name`` of ``module`` are used; what walks on through a text is told alike."""
    text = SOURCES[module.__name__] if name.startswith("_") else ALL_TEXT
    found = set(re.findall(rf"\b{name}\.(match|fullmatch|search|finditer|sub|split|findall)\b", text))
    told = {one if one in USES else "findall" for one in found}
    return told or {"search", "match", "fullmatch"}


# What a repeat can take too much of, again and again; what an expression spells out is added to it.
PUMPED = (
    " ", "a", "A", "1", "\n", "a ", "Aa ", "1 ", "\t", "-", "- ", "*", "**a", "_", "(", "[", ":", "a: ", ",", ", ", ".",
    ". ", "a.", "|", "a|", "<", "> ", "=", "'", "a'", "/", "a@", "a-", " – ", "#", "`", "\\", "1.", "1,", "by ", "in ",
    "\u00a0", "a\n", " \n", "é", ";",
)  # fmt: skip
_LENGTH, _SLOW = 5_000, 0.02
# These never see more than a line's beginning or end, which the constant named here bounds.
BOUNDED = {"advancelint.plan.drafts._TICKED": "_LONGEST_STATUS", "advancelint.plan.orders._INFINITIVES": "_WIDEST",
           "advancelint.plan.hearing._NAME": "_READ"}  # fmt: skip


def hostile_texts(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    spelt = {word for word in re.findall(r"[^\W\d_]+", pattern.pattern) if len(word) < 10}
    for unit in (*PUMPED, *sorted(spelt)[:12]):
        yield unit * (length // len(unit)) + "\x01"


def seconds(work: Callable[[str], Any], text: str) -> float:
    taken = []
    for _ in range(2):
        started = time.process_time()
        work(text)
        taken.append(time.process_time() - started)
        if taken[0] < _SLOW:
            break
    return min(taken)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_no_expression_of_ours_takes_the_square_of_a_text(module: ModuleType) -> None:
    named = {name: list(patterns_of(value)) for name, value in vars(module).items() if re.match("_?[A-Z]", name)}
    for name, patterns in named.items():
        if f"\n{name} = " not in SOURCES[module.__name__] and f"\n{name}: " not in SOURCES[module.__name__]:
            continue  # it is imported, and tried where it is made
        if bound := BOUNDED.get(f"{module.__name__}.{name}"):
            assert f"{bound})" in SOURCES[module.__name__] or f"{bound}]" in SOURCES[module.__name__]
            continue
        for pattern in patterns:
            for use in sorted(uses_of(name, module)):
                run = getattr(pattern, use)
                once = hostile_texts(pattern, _LENGTH)
                for text, longer in zip(once, hostile_texts(pattern, 2 * _LENGTH), strict=True):
                    taken = seconds(run, text)
                    assert taken < _SLOW or seconds(run, longer) < 3 * taken, (name, use, text[:12])
