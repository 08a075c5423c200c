"""Finds calls that a text recalls without a date: "Thanks for coming in on Monday", "when we spoke on the 17th".

A day of the week is the last one before its mail was sent; the number of a day is the last such day before the text was
written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from advancelint.expressions import expression
from advancelint.plan import dates, mails
from advancelint.plan.greetings import THANKED
from advancelint.plan.spelled_days import NUMBER, NUMBERS
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple

_SENT = expression(rf"^[>*_ \t]{{0,8}}(?:{mails.SENT})[*_ ]{{0,4}}:[*_ ]{{0,4}}(?P<day>[^\n]{{4,60}})$", re.IGNORECASE)
_GRATEFUL = expression(
    rf"(?:{THANKED}|\b(?:good|great|nice|lovely) (?:talking|speaking|meeting|seeing|to (?:talk|speak|meet|see))\b"
    r"|\bdanke? für |\bmerci (?:pour|de) |\bgracias por |\bobrigad[oa] pel[ao] )(?P<what>[^.\n]{0,80})",
    re.IGNORECASE,
)
_WORD = expression(r"[^\W\d_]+")
_AGO = {
    **dict.fromkeys(("yesterday", "gestern", "hier", "ayer", "ontem"), 1),
    **dict.fromkeys(("today", "heute", "hoy", "hoje"), 0),
}
# What follows is to come: "thanks for sending it before Friday"
_TILL = frozenset({"by", "before", "until", "till", "next", "bis", "vor", "avant", "antes", "hasta", "até"})
_MET = (
    r"\b(?:spoke|met|rang|called|phoned|saw|visited|talked|sat down|(?:was|were) (?:there|at)"
    r"|coming (?:in|by|over|down)|last (?:time|call|visit|meeting))\b"
)
_COUNTED = rf"on the (?:(?P<{{0}}>\d{{{{1,2}}}})(?:st|nd|rd|th)|(?P<{{1}}>{NUMBER}))\b(?! of\b)"
_SPOKEN = expression(
    rf"{_MET}[^.;\n]{{0,50}}?\b{_COUNTED.format('n1', 'w1')}"
    rf"|\b{_COUNTED.format('n2', 'w2')}[^.;\n]{{0,20}}\bwhen (?:I|we|she|he|they) (?:called|rang|met|spoke|saw)\b",
    re.IGNORECASE,
)
_READ, _WEEK, _LONGEST, _MONTH, _SHORTEST = 20_000, 7, 2_000, 31, 5  # "sat" and "sun" are words, too


class Recalled(NamedTuple):
    """A call: its day in ISO, the 1-based line that recalls it, and its words there."""

    day: str
    line: int
    words: str


def find(text: str, vocabulary: Vocabulary, near: str) -> Iterator[Recalled]:
    """Yield the calls that the lines of ``text`` recall; ``near`` is the ISO date on which it was written, or ""."""
    sent = ""
    for number, line in enumerate(text[:_READ].split("\n"), 1):
        head = _SENT.match(line) if len(line) < _LONGEST else None
        if head:
            day = dates.first(head["day"], vocabulary, near)
            sent = day.iso if day else sent
        for grateful in _GRATEFUL.finditer(line[:_LONGEST]) if sent else ():
            if back := _days_back(grateful["what"], vocabulary, sent):
                yield Recalled(_before(sent, back), number, grateful.group())
                break
        for spoken in _SPOKEN.finditer(line[:_LONGEST]) if sent or near else ():
            if iso := _last(_number(spoken), sent or near):
                yield Recalled(iso, number, spoken.group())


def _days_back(words: str, vocabulary: Vocabulary, sent: str) -> int:
    """Return how many days before a mail was ``sent`` its words are, which name no date; 0 for none."""
    tokens = [word.casefold() for word in _WORD.findall(words)]
    if any(map(str.isdigit, words)) or not _TILL.isdisjoint(tokens):
        return 0
    for word in tokens:
        if word in _AGO:
            return _AGO[word]
        weekday = vocabulary.words["weekday"].get(word)
        if weekday is not None and len(word) >= _SHORTEST:
            return (date.fromisoformat(sent).weekday() - int(weekday)) % _WEEK
    return 0


def _before(iso: str, days: int) -> str:
    last = date.fromisoformat(iso)
    return (last - timedelta(days=days)).isoformat() if last.toordinal() > days else ""


def _number(spoken: re.Match[str]) -> int:
    digits, word = spoken["n1"] or spoken["n2"], spoken["w1"] or spoken["w2"]
    return int(digits) if digits else NUMBERS[word.casefold().replace("-", " ")]


def _last(number: int, near: str) -> str:
    """Return the last day before ``near`` with that number in its month, ISO; "" where a month back has none."""
    last = date.fromisoformat(near)
    back = range(1, min(_MONTH, last.toordinal()))
    return next((day.isoformat() for step in back if (day := last - timedelta(days=step)).day == number), "")
