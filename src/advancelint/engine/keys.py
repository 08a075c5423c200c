"""What a diagnostic is known by when lines move: its rule, the headings above it, the words it judges."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from advancelint.diagnostic import Diagnostic, Key
from advancelint.expressions import expression
from advancelint.plan.model import Title
from advancelint.rule import Node

_MARKUP = expression(r"[*_`~|\\]+")
# What is said of the whole file hangs on no words of it: a plan that gets another title has the same gap.
_WHOLES = ("plan", "document")


def unplaced_key(code: str, node: Node, marked: str) -> Key:
    """Return the key of a finding of rule ``code`` on ``node`` whose ``marked`` words are underlined.

    Section and count are added by `placed`, once all diagnostics of the file are known.
    """
    if node.kind in _WHOLES:
        return Key(code, (), "", 0)
    subject, mark = _normal(node.text), _normal(marked)
    return Key(code, (), subject if mark in subject else f"{subject} / {mark}".strip(" /"), 0)


def key_of_words(code: str, words: str) -> Key:
    """Return the key of a finding of rule ``code`` about ``words`` that belong to no node; `placed` makes it whole."""
    return Key(code, (), _normal(words), 0)


def placed(diagnostics: Sequence[Diagnostic], headings: Sequence[Title]) -> tuple[Diagnostic, ...]:
    """Return ``diagnostics`` of one file, in order, with whole keys; ``headings`` are the file's, in order."""
    seen: Counter[Key] = Counter()
    made = []
    paths = _paths(headings)
    begins = list(accumulate((heading.span.start for heading in headings), max))
    for one in diagnostics:
        section = paths[bisect_right(begins, one.span.start)] if one.key.subject else ()
        key = one.key._replace(section=section)
        seen[key] += 1
        made.append(one._replace(key=key._replace(nth=seen[key])))
    return tuple(made)


def _paths(headings: Sequence[Title]) -> list[tuple[str, ...]]:
    """Return the words of the headings above a line, by how many of ``headings`` stand before it."""
    path: list[tuple[int, str]] = []
    paths: list[tuple[str, ...]] = [()]
    for heading in headings:
        while path and path[-1][0] >= heading.level:
            path.pop()
        path.append((heading.level, _normal(heading.text)))
        paths.append(tuple(words for _, words in path))
    return paths


def _normal(text: str) -> str:
    return " ".join(_MARKUP.sub("", text).casefold().split())
