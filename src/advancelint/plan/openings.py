"""Finds clients in the first lines of a text that has no head: "Bas, it went well at Sandhurst Smiles"."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import heads, mails
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.source import NOWHERE, Span

_HEADER = expression(rf"[> ]*(?:{mails.WHO}|Cc|{mails.SENT})\b[^\n:]{{0,4}}:")
_PLACE = expression(r"(?:^|\W)(?:at|with|w/|bei|mit|zu|chez|avec|con|en|com|na|no)\s$", re.IGNORECASE)
_AHEAD = expression(
    r",? (?:tomorrow|today|yesterday|this |on |morgen|heute|gestern|demain|hier|mañana|ayer|amanhã|ontem)"
)
_OPENING, _OPENING_LINES, _LONGEST_SMALL = 600, 8, 60
_MEETING = ("meeting-verb", "call-word", "encounter")


def opening(text: str, vocabulary: Vocabulary) -> Span:
    """Return where the first lines of a text without a head name a client: "Bas, it went well at Sandhurst Smiles".

    An empty span where they name none. What may be a client's name stands behind a word of place, or opens a line.
    """
    start = len(text) - len(text.lstrip())
    small = text[start : start + _OPENING].partition("\n")[0]
    name = heads.client(small, vocabulary, "prep") if small.islower() and len(small) <= _LONGEST_SMALL else ""
    if name and heads.is_company(name, vocabulary) and name in small:  # "hendrys bakery thu 3/12 2.30"
        return Span(start + small.index(name), start + small.index(name) + len(name))
    start = 0
    for line in text[:_OPENING].split("\n")[:_OPENING_LINES]:
        for run in () if _HEADER.match(line) else heads.RUN.finditer(line):
            name = run.group().rstrip(".'’-")
            verb, _, rest = name.partition(" ")
            met = bool(rest) and any(vocabulary.word(listed, verb) is not None for listed in _MEETING)
            before = "with " if met else line[: run.start()]
            name = rest if met else name  # "Rang Bluebell Nursery at lunch"
            if " " in name and not heads.STOP.search(name) and _opens(name, before, line[run.end() :], vocabulary):
                at = start + run.start() + (len(verb) + 1 if met else 0)
                return Span(at, at + len(name))
        start += len(line) + 1
    return NOWHERE


def companies(text: str, vocabulary: Vocabulary) -> list[Span]:
    """Return where a text has names that show a company and begin with no common word: "Marlow Street Clinic"."""
    found = []
    for run in heads.RUN.finditer(text):
        name = run.group().rstrip(".'’-")
        plain = not heads.STOP.search(name) and name.partition(" ")[0].casefold() not in load().common
        if plain and heads.strength(name, vocabulary) == heads.SHOWN:
            found.append(Span(run.start(), run.start() + len(name)))
    return found


def only_company(text: str, vocabulary: Vocabulary) -> str:
    """Return the one name in the first lines of a text that shows a company; "" for none, and for several."""
    top = text[:_OPENING]
    names = {top[place.start : place.end] for place in companies(top, vocabulary)}
    return names.pop() if len(names) == 1 else ""


def _opens(name: str, before: str, behind: str, vocabulary: Vocabulary) -> bool:
    """Say whether a name in the first lines is a client's: it shows a company, or stands where those of clients do."""
    strong = heads.strength(name, vocabulary)
    placed = _PLACE.search(before) is not None or (not before.strip("# *>_-") and _AHEAD.match(behind) is not None)
    return strong > 0 and placed
