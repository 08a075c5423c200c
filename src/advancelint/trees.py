"""Small decision trees whose values add up: what whole numbers tell together and none of them tells alone.

A tree is written before its branches, "own<130 -12 led<0 4 40": where ``own`` is at most 129 it is worth -12, else 4 or
40, as ``led`` is below 0 or not. Trees are read into tuples of plain values, so that a wheel can hold them read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, Union

# What it is worth, or which number is asked, the least that goes the other way, and both branches.
Tree: TypeAlias = Union[int, "tuple[int, int, Tree, Tree]"]


def read(written: Iterable[str]) -> tuple[tuple[str, ...], list[Tree]]:
    """Return the names of the numbers that trees ask, by which their branches count them from 0, and the trees.

    Raises ValueError for a tree that ends early or goes on behind its end, and for what is no whole number.
    """
    names: dict[str, int] = {}
    found = []
    for text in written:
        tokens = iter(text.split())
        found.append(_read(tokens, names))
        if next(tokens, None) is not None:
            raise ValueError(f"a tree goes on behind its end: {text!r}")
    return tuple(names), found


def worth(trees: Sequence[Tree], numbers: Sequence[int]) -> int:
    """Return what ``trees`` are worth together for ``numbers``, in the order of the names that `read` told."""
    total = 0
    for tree in trees:
        while not isinstance(tree, int):
            number, least, below, other = tree
            tree = below if numbers[number] < least else other
        total += tree
    return total


def _read(tokens: Iterator[str], names: dict[str, int]) -> Tree:
    token = next(tokens, None)
    if token is None:
        raise ValueError("a tree ends early")
    name, asks, least = token.partition("<")
    if not asks:
        return int(name)
    number = names.setdefault(name, len(names))
    return number, int(least), _read(tokens, names), _read(tokens, names)
