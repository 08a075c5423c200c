"""Finds whom the first lines of a note say is to be rung or met, with the company: "ring Shona, Norwood, wed"."""

from __future__ import annotations

import re
from functools import lru_cache

from advancelint.expressions import expression
from advancelint.plan import callwords, dates, heads, persons
from advancelint.plan.clockwords import HOUR
from advancelint.plan.given import given, is_first
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Span

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*[^\W\d_A-Z]"
_TITLED = r"(?P<title>(?i:dr|mr|mrs|ms|miss|prof)\.?) [^\W\d_]{2,}"  # "dr amin"
# How a note names a call, at its beginning most of all: "tel Ana", "ring Norwood", "zoom with Ben".
CALLING = (
    r"(?:(?:ring|phon|call|visit|see|meet)(?:e|ing)?|rang|saw|met|phoned|spoke (?:to|with)"
    r"|tel|call(?:ed)?[ -]?back|mtg|zoom|teams|video|chat"
    r"|anruf|anrufen|appel|appeler|rappeler|llamar(?: a)?|llamada|ligar|ligação|visita)"
)
_RUNG = expression(
    rf"(?<![\w'’-])(?i:{CALLING})"
    r"(?i: (?:w/|with|to|mit|bei|avec|à|con|a|com))? ?"
    rf"(?P<name>{_NAME}(?: {_NAME})?|{_TITLED})"
    r"(?P<joint> ?@ ?| (?:at|from|of|bei|von|chez|de|da|do) |, | \()"
    rf"(?P<firm>[^\W\d_a-zß-öø-ÿ][\w&'’-]*(?: (?:(?:of|and|&|de) )?[^\W\d_a-zß-öø-ÿ][\w&'’-]*){{0,3}})"
)
_LINES, _LONGEST, _LONGEST_OPENING = 3, 160, 120
_SHORTEST_TITLE, _TOP = 40, 4_000
_WORD, _FIELDS = expression(r"[^\W\d_]+"), expression(r"[^\W\d_]{3,}")
_SPOKEN = expression(r"\b(?:I|we|my|our|ich|wir|je|nous|eu|nós|yo|mi)\b")
_LED = expression(rf"\W{{0,4}}{CALLING}\b", re.IGNORECASE)
# "norwood mills - rang declan fri"
_SOMEBODY = expression(rf"(?<![\w'’-]){CALLING}(?: (?:w/|with|to))? (?P<who>[^\W\d_]+)\b", re.IGNORECASE)
_CLOCK = expression(rf"\b(?:{HOUR}|half (?:past )?[a-z]{{3,6}}\b)", re.IGNORECASE)


class Rung(NamedTuple):
    """Where a text names somebody and the company, both empty for nobody."""

    person: Span = NOWHERE
    firm: Span = NOWHERE


@lru_cache(maxsize=8)  # the account, the people and the kind ask for that of one text
def find(text: str, vocabulary: Vocabulary, begin: int) -> Rung:
    """Return whom the first lines of ``text`` from ``begin`` on say is to be rung or met, with the company behind.

    A comma does between a first name of the lists and a company that is no day and no role: "call Tom, CFO".
    """
    start = begin
    for line in text[begin : begin + _LINES * _LONGEST].split("\n")[:_LINES]:
        for found in _RUNG.finditer(line[:_LONGEST]):
            name, firm = found["name"], _without_day(found["firm"], vocabulary)
            listed = name.partition(" ")[0] in given()
            joined = found["joint"] != ", " or listed
            person = persons.is_name(name, vocabulary) and (listed or persons.may_be_first(name.partition(" ")[0]))
            person = person or found["title"] is not None
            other = persons.is_role(firm, vocabulary) or dates.first(firm, vocabulary) or firm in given()
            town = found["joint"] == ", " and " " not in firm and not heads.is_company(firm, vocabulary)
            other = other or not firm or town
            if joined and person and not other and not heads.is_company(name, vocabulary):
                place = found.start("firm")
                return Rung(_moved(found.span("name"), start), _moved((place, place + len(firm)), start))
        start += len(line) + 1
    return Rung()


@lru_cache(maxsize=8)  # the kind, the page and the scene do
def opens(text: str, vocabulary: Vocabulary, begin: int) -> bool:
    """Say whether the first line of a text from ``begin`` on, no heading, says that somebody is rung or met and when.

    "mon 30/11 2pm ring Norwood, Ana (buyer)", "Norwood, Tue 1 Dec, 9:30, with Ana"; so may the one below a company.
    """
    first, second = _lines(text, begin)
    headed = 0 < len(first) <= _SHORTEST_TITLE and heads.is_company(first.partition(",")[0].strip(), vocabulary)
    return _opens(first, text, vocabulary, begin) or (headed and _opens(second, text, vocabulary, begin))


def _lines(text: str, begin: int) -> list[str]:
    """Return the first two lines that say something, "" for none."""
    found = (line for line in text[begin : begin + _TOP].split("\n") if line.strip())
    return [next(found, ""), next(found, "")]


def _opens(first: str, text: str, vocabulary: Vocabulary, begin: int) -> bool:
    if len(first) > _LONGEST_OPENING:
        first = first[:_LONGEST_OPENING] if _SPOKEN.search(first) else ""  # a dictated note is all one line
    if first.startswith("#") or not _FIELDS.search(first):
        return False
    if vocabulary.kind_named(first):
        return False  # "Monday depot meeting: minutes" has to be one by its lines
    words = [word.casefold() for word in _WORD.findall(first)]
    of_week = any(word in vocabulary.words["weekday"] for word in words)
    if not of_week and dates.first(first, vocabulary) is None:
        return False
    called = any(word in vocabulary.words[name] for name in ("encounter", "call-word") for word in words)
    called = called or _LED.match(first) is not None
    called = called or any(is_first(found["who"]) for found in _SOMEBODY.finditer(first))
    called = called or bool(find(text, vocabulary, begin).person)
    return called or callwords.has_encounter(first, vocabulary) or _CLOCK.search(first) is not None


def ends(text: str, vocabulary: Vocabulary, begin: int) -> int:
    """Return the offset at which a short first line ends that opens a note so, -1 where none does."""
    first = next((line for line in text[begin:].split("\n") if line.strip()), "")
    short = 0 < len(first) <= _LONGEST_OPENING
    return text.index(first, begin) + len(first) if short and opens(text, vocabulary, begin) else -1


def _without_day(firm: str, vocabulary: Vocabulary) -> str:
    """Return a company without the day of the week behind it, "Norwood Mills Thurs"; "" for a day alone."""
    words = firm.split(" ")
    while words and vocabulary.word("weekday", words[-1]) is not None:
        words.pop()
    return " ".join(words) if words and vocabulary.word("weekday", words[0]) is None else ""


def _moved(span: tuple[int, int], start: int) -> Span:
    return Span(span[0] + start, span[1] + start)
