"""The tokens of a line as a reader of times sees them, and the hours that may follow a date."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.reading.tokens import Token
from advancelint.records import NamedTuple

CLOCK = expression(r"\d{1,2}(?:[:.]\d{2})?(?:-\d{1,2}(?:[:.]\d{2})?)?(?:am|pm|h|a|p)|\d{1,2}:\d{2}", re.IGNORECASE)
# Lower case "sat" or "may" is a verb far more often than a day or a month.
_NEEDS_CAPITAL = frozenset(("may", "mar", "sat", "sun", "mon", "wed", "march", "august"))


class Clock(NamedTuple):
    """The tokens of a line with the words of time to look them up in, and the small groups that time needs."""

    tokens: list[Token]
    norms: list[str]
    times: dict[str, frozenset[str]]
    groups: dict[str, frozenset[str]]

    def norm(self, index: int) -> str:
        """Return the normalised word at ``index`` ("" outside)."""
        return self.norms[index] if 0 <= index < len(self.norms) else ""

    def text(self, index: int) -> str:
        """Return the word at ``index`` as written ("" outside)."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def among(self, index: int, group: str) -> bool:
        """Say whether the word at ``index`` belongs to the group of that name in `groups.tsv`."""
        return self.norm(index) in self.groups[group]

    def is_a(self, index: int, name: str) -> bool:
        """Say whether the word is of the time class ``name``; "may" and "sat" only with a capital."""
        norm = self.norm(index)
        if name not in self.times.get(norm, ()):
            return False
        return norm not in _NEEDS_CAPITAL or self.tokens[index].capital or self._last_weekday(index)

    def _last_weekday(self, index: int) -> bool:
        """Accept "mon" or "wed" in lower case at the end of a note."""
        follows = index + 1 < len(self.tokens) and self.tokens[index + 1].kind in ("word", "clitic")
        return self.norm(index) in ("mon", "wed") and index > 0 and not follows

    def is_number(self, index: int) -> bool:
        """Say whether a number stands at ``index``."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "number"


def tail(clock: Clock, last: int) -> int:
    """Take a clock time, a part of the day or "latest" after a date into its span."""
    if clock.norm(last) == "or" and clock.among(last + 1, "or-earlier"):
        last += 2
    for _ in range(4):
        linked = last + (clock.norm(last) in ("at", "by", ",", "in"))
        linked += clock.norm(linked) == "the"
        if clock.is_a(last, "part") or CLOCK.fullmatch(clock.text(last)):
            last += 1
        elif clock.norm(last + 1) in ("am", "pm") and clock.is_number(last):
            last += 2
        elif linked > last and clock.norm(last) != "in" and _hour(clock, linked):
            last = linked + 1 + (clock.norm(linked + 1) in ("am", "pm", "o'clock"))
        elif linked > last + 1 and clock.is_a(linked, "part"):
            last = linked + 1
        else:
            break
    return last


def _hour(clock: Clock, index: int) -> bool:
    if CLOCK.fullmatch(clock.text(index)):
        return True
    spoken = clock.among(index, "hours")
    return clock.norm(index - 1) == "at" and (spoken or (clock.text(index).isdigit() and len(clock.text(index)) <= 2))
