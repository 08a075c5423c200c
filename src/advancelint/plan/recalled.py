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

_MEETING = (
    r"coming|showing|time|hour|call|visit|meeting|chat|lunch|talk|morning|afternoon|seeing|having|hosting|session|demo|tour"
    r"|gespräch|besuch|termin|empfang|zeit|accueil|visite|temps|réunion|rendez-vous|échange|tiempo|reunión|llamada"
    r"|visita|hora|reunião|tempo|conversa"
)
_GRATEFUL = expression(
    rf"(?:(?:{THANKED}|\bdanke? für |\bmerci (?:pour|de) |\bgracias por |\bobrigad[oa] pel[ao] )"
    rf"[^.,;?\n]{{0,40}}?\b(?:{_MEETING})\b"
    r"|\b(?:good|great|nice|lovely) (?:talking|speaking|meeting|seeing|to (?:talk|speak|meet|see))\b)"
    r"(?P<what>[^.,;?\n]{0,60})",
    re.IGNORECASE,
)
_WORD = expression(r"[^\W\d_]+")
_AGO = {
    **dict.fromkeys(("yesterday", "gestern", "ayer", "ontem"), 1),
    **dict.fromkeys(("today", "heute", "hoy", "hoje"), 0),
}
# What follows is to come: "thanks for sending it before Friday"
_TILL = frozenset({"by", "before", "until", "till", "next", "bis", "vor", "avant", "antes", "hasta", "até"})
_MET = (
    r"\b(?:(?:spoke|talked)(?: to| with)?|met(?: at)?|rang|called|phoned|saw|visited|sat down"
    r"|for coming (?:in|by|over|down)|last (?:time|call|visit|meeting))\b"
)
# Between the two nothing is still to come, and no other thing has its day: "met Ana, who wants it on the 9th".
_GAP = r"(?:(?!\b(?:will|wants?|to|start|delivery|until|by|if)\b)[^.,;:\n]){0,40}?"
_MONTH_BEHIND = r"(?! (?:of\b|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec))"
_ENDS = r"(?=[.,;:!?)]|$| (?:she|he|they|we|I|it|when|and|about|that|with|at|in)\b)"  # "the second floor" is no day
_COUNTED = "on the (?:(?P<{0}>[0-9]{{1,2}})(?:st|nd|rd|th)" + _MONTH_BEHIND + "|(?P<{1}>" + NUMBER + ")" + _ENDS + ")"
_SPOKEN = expression(
    rf"{_MET}{_GAP}\b{_COUNTED.format('n1', 'w1')}"
    rf"|\b{_COUNTED.format('n2', 'w2')}[^.,;:\n]{{0,20}}\bwhen (?:I|we|she|he|they) (?:called|rang|met|spoke|saw)\b",
    re.IGNORECASE,
)
_READ, _WEEK, _LONGEST, _MONTH, _SHORTEST = 20_000, 7, 2_000, 31, 5  # "sat" and "sun" are words, too
_BESIDE = 4  # lines of a head


class Recalled(NamedTuple):
    """A call: its day in ISO, the 1-based line that recalls it, and its words there."""

    day: str
    line: int
    words: str


def find(text: str, vocabulary: Vocabulary, near: str) -> Iterator[Recalled]:
    """Yield the calls that the lines of ``text`` recall; ``near`` is the ISO date on which it was written, or ""."""
    sent, lines = "", text[:_READ].split("\n")
    for number, line in enumerate(lines, 1):
        head = mails.WHEN.match(line) if len(line) < _LONGEST else None
        if head and any(map(mails.FIELD.match, lines[max(0, number - _BESIDE) : number + _BESIDE - 1])):
            day = dates.first(head["day"], vocabulary, near)
            sent = day.iso if day else sent
        for grateful in _GRATEFUL.finditer(line[:_LONGEST]) if sent else ():
            if back := _days_back(grateful.group(), grateful["what"], vocabulary, sent):
                yield Recalled(_before(sent, back), number, grateful.group())
                break
        base = min(filter(None, (sent, near)), default="")
        for spoken in _SPOKEN.finditer(line[:_LONGEST]) if base else ():
            if iso := _last(_number(spoken), base):
                yield Recalled(iso, number, spoken.group())


def _days_back(thanks: str, words: str, vocabulary: Vocabulary, sent: str) -> int:
    """Return how many days before a mail was ``sent`` the ``words`` of its ``thanks`` are, which name no date; or 0."""
    if thanks.casefold().startswith("merci") and words.casefold().split()[:1] in (["hier"], ["d’hier"], ["d'hier"]):
        return 1
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
    back = range(1, min(_MONTH + 1, last.toordinal()))
    return next((day.isoformat() for step in back if (day := last - timedelta(days=step)).day == number), "")
