"""Finds scorecards of letters that no heading names: "M – 12 % fewer returns", "E – Ana Ruiz, CFO", "D – board".

What they hold qualifies a sale. It is no goal of a call and nobody's promise, but for what stands in a column of
actions.
"""

from __future__ import annotations

import re
from functools import lru_cache

from advancelint.expressions import expression

_LETTER = expression(
    r"^[ \t]*(?:[-*+|•][ \t]*)?[*_]{0,2}(?P<letter>EB|D[CP]|P{1,2}|IP|C(?:h(?:amp)?|o(?:mp)?|H|O)?|[MEDIR])"
    r"(?:[*_]{2} ?[:–—-]?|[*_]{0,2}(?:[ \t]*[:=|–—]| -|[ \t]{2,}))[*_]{0,2}[ \t]*\S"
)
_TABLE = expression(r"[ \t]*\|")
_ACTS = expression(r"\|[^|\n]*\b(?:actions?|next steps?|to[ -]?do|what next|aktion|maßnahmen?)\b", re.IGNORECASE)
_NEEDED, _FEWEST, _GAP = frozenset("MED"), 4, 2


@lru_cache(maxsize=8)  # goals and steps ask in turn
def lines(text: str) -> frozenset[int]:
    """Return the 1-based lines of ``text`` that are part of a scorecard: four near each other, with M, E and D."""
    found: set[int] = set()
    run: dict[int, str] = {}
    head = ""
    for number, line in enumerate(text.split("\n"), 1):
        head = (head or line) if _TABLE.match(line) else ""
        match = _LETTER.match(line)
        if not match or _ACTS.search(head):
            continue
        if run and number - max(run) > _GAP:
            found |= _scored(run)
            run = {}
        run[number] = match["letter"]
    return frozenset(found | _scored(run))


def _scored(run: dict[int, str]) -> set[int]:
    first = {letter[0] for letter in run.values()}
    return set(run) if len(run) >= _FEWEST and first >= _NEEDED else set()
