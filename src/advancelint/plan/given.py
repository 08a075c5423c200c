"""First names: what shows best that a capitalised word is a person."""

from __future__ import annotations

import functools
import os

from advancelint import resources
from advancelint.expressions import expression

_FIRST = expression(r"[*_]{0,2}([^\W\d_][\w’'-]*)")
SELF = frozenset({"i", "me", "we", "us", "ich", "wir", "moi", "nous", "yo", "nós", "eu"})
_LONGEST = 200


@functools.cache
def given() -> frozenset[str]:
    """Return the first names that are hardly anything else; raises ResourceError where the list is missing."""
    rows = resources.rows(os.path.join(resources.folder("lexicon"), "given-names.tsv"))
    return frozenset(name for _, names in rows for name in names.split())


def may_promise(content: str) -> bool:
    """Say whether an item's Markdown may say who does what: it begins with a first name or with one of us."""
    if len(content) > _LONGEST:
        return False
    first = _FIRST.match(content)
    return first is not None and (first[1].casefold() in SELF or first[1] in given())
