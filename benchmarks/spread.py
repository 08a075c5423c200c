"""Does the same for many inputs, in as many processes as the machine has cores."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")
_doing: list[Callable[[Any], Any]] = []  # a process that is forked has what it does, and need not be sent it


def spread(make: Callable[[In], Out], inputs: Iterable[In]) -> list[Out]:
    """Return what ``make`` gives for each of ``inputs``, in their order; its results are what can be pickled."""
    _doing.append(make)
    try:
        with multiprocessing.get_context("fork").Pool() as pool:
            return pool.map(_do, inputs, chunksize=1)
    finally:
        _doing.pop()


def _do(one: Any) -> Any:
    return _doing[-1](one)
