"""Finds the day that a file's name or its folders' names tell."""

from __future__ import annotations

from advancelint.expressions import expression
from advancelint.plan import dates
from advancelint.plan.isodays import iso_of
from advancelint.plan.vocabulary import Vocabulary

_PACKED = expression(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)")


def in_path(path: str, vocabulary: Vocabulary, near: str = "") -> str:
    """Return the ISO date in a file's name, else in its folders' names, else ""; the innermost wins.

    A day without a year, "review 1 Dec", is the nearest to the ISO date ``near``, and none without that.
    """
    for part in reversed(path.replace("\\", "/").split("/")):
        packed = _PACKED.search(part)
        if packed:
            found = iso_of(int(packed[1]), int(packed[2]), int(packed[3]), "")
        else:
            dated = dates.first(part.replace("_", " "), vocabulary, near)
            found = dated.iso if dated else ""
        if found:
            return found
    return ""
