"""Parts of a plan that are told in its text: how the client buys, a call's rationale, who is there, a pause."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from advancelint.expressions import expression
from advancelint.resources import folder, rows

_LABEL = expression(
    r"^[ \t>*+\-#|]{0,12}(?:\*\*|__)?(?P<name>[^:*|\n]{2,40}?)(?:\s*:)?(?:\*\*|__)?\s*(?::|\||$)", re.MULTILINE
)
_INLINE = expression(r"(?:\*\*|__)(?P<name>[^:*|\n]{2,40}?)\s*:?(?:\*\*|__)\s*:?")
_VALUE = expression(r"[^\n|]*")
_MOST = 800  # characters below a heading
_BLANK = expression(r"[\s*_:|.…?-]*+(?:(?:tbd|tbc|todo|n/a|none)[\s*_:|.…?-]*+)?", re.IGNORECASE)


@cache
def phrases(name: str) -> frozenset[str]:
    """Return the phrases of one list of ladder-phrases.tsv."""
    table = rows(os.path.join(folder("lexicon"), "en", "ladder-phrases.tsv"))
    return frozenset(phrase for listed, phrase in table if listed == name)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = sorted(phrases(name), key=len, reverse=True)
    return expression(r"(?<!\w)(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + r")(?!\w)",
                      re.IGNORECASE)  # fmt: skip


def says(text: str, name: str) -> str:
    """Return the first words of ``text`` that stand in the list ``name``, "" where none do."""
    folded = " ".join(text.casefold().split())
    # Most texts say none of them, and the pattern of all of them takes as long to make as a whole plan to read.
    if not any(phrase.casefold() in folded for phrase in phrases(name)):
        return ""
    match = _pattern(name).search(text)
    return match.group() if match else ""


@lru_cache(maxsize=8)  # the nodes of one plan ask one after the other
def labelled(text: str, name: str) -> str:
    """Return the words behind the first label, or below the first heading, of ``text`` that the list ``name`` holds.

    "" means that there is no such label or nothing stands behind it.
    """
    known = phrases(name)
    for pattern in (_INLINE, _LABEL):
        for match in pattern.finditer(text):
            if " ".join(match["name"].casefold().split()).rstrip(":") in known:
                value = _value(text, match.end())
                if value:
                    return value
    return ""


def _value(text: str, start: int) -> str:
    found = _VALUE.match(text, start)
    value = found.group().strip(" *_|:") if found else ""
    if not value:  # a heading, or a label on a line of its own: what stands below it
        value = "; ".join(_lines_below(text[start : start + _MOST].lstrip("\n |")))
    return "" if _BLANK.fullmatch(value[:200]) else value


def _lines_below(text: str) -> Iterator[str]:
    """Yield the lines at the beginning of ``text`` up to an empty one or a heading, without the marks of a list."""
    for line in text.split("\n"):
        stripped = line.strip(" \t\r*_|:->+")
        if not stripped or line.lstrip().startswith("#"):
            return
        yield stripped
