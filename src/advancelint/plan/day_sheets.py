"""Reads sheets that list day by day whom somebody calls at which hour: "MON 30/11", below it "9:15 Norwood -> …"."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache

from advancelint.expressions import expression
from advancelint.paths import name_of
from advancelint.plan import dates
from advancelint.plan.clockwords import HOUR
from advancelint.plan.material import Material
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import NOTHING, Passage

# What such a sheet is called, at its top or by its file: an agenda of two days has hours, too.
_ROUND = expression(
    r"\b(?:wk|week|kw|calls?|visits?|round|trip|besuche|anrufe|woche|semaine|visites|semana|visitas)\b|(?:wk|kw)\d",
    re.IGNORECASE,
)
_ENTRY = expression(
    rf"[ \t]*(?:[-*+•] +)?(?:{HOUR},? +(?=[^\W\d_a-z])|(?=[^\W\d_a-z][^,\n]{{2,50}}, {HOUR}))(?P<said>[^\n]{{4,300}})"
)
_GOAL = expression(r" ?(?:->|=>|→) *(?=\S)")
_EDGES, _LONGEST_DAY, _TOP, _READ = "#*_-–— :•\t[]()", 30, 400, 40_000
_FEWEST_DAYS, _FEWEST = 2, 3


class Entry(NamedTuple):
    """A call of such a sheet: its day in ISO and that day's words, the 1-based line, what it says, and its goal."""

    day: dates.Dated
    written: str
    line: int
    said: str
    goal: Passage


def entries(material: Material) -> tuple[Entry, ...]:
    """Return the calls of a sheet, in its order; none of a text that is no such sheet."""
    text = material.source.text
    title = text[material.begin : material.begin + _TOP].strip().partition("\n")[0]
    if not _ROUND.search(title) and not _ROUND.search(name_of(material.source.path).replace("_", " ")):
        return ()
    return _kept(text[:_READ], material.vocabulary, material.near)


@lru_cache(maxsize=8)  # the kind, the goals and the calls ask for those of one text
def _kept(text: str, vocabulary: Vocabulary, near: str) -> tuple[Entry, ...]:
    found = tuple(_entries(text, vocabulary, near))
    days = {one.day.iso for one in found}
    return found if len(found) >= _FEWEST and len(days) >= _FEWEST_DAYS else ()


def section_of(one: Entry, material: Material) -> int:
    """Return the index of the section in which the line of an entry stands."""
    return bisect(material.outline.sections, one.line, key=lambda section: section.line) - 1


def _entries(text: str, vocabulary: Vocabulary, near: str) -> Iterator[Entry]:
    day, written, start = None, "", 0
    for number, line in enumerate(text.split("\n"), 1):
        entry = _ENTRY.match(line) if day else None
        if day and entry:
            led = _GOAL.search(line, entry.start("said"))
            words = line.rstrip("\r ")
            goal = Passage.plain(words[led.end() :], start + led.end()) if led else NOTHING
            yield Entry(day, written, number, line[entry.start("said") : led.start() if led else len(line)], goal)
        elif _opens(line, vocabulary):
            written = line.strip(_EDGES + " \r")
            day = _day_alone(written, vocabulary, near)
        start += len(line) + 1


def _opens(line: str, vocabulary: Vocabulary) -> bool:
    """Say whether a line begins a part of the sheet: with a day of the week, or as a heading."""
    words = line.strip(_EDGES).replace(",", " ").replace(".", " ").split()
    return line.startswith("#") or bool(words and words[0].casefold() in vocabulary.words["weekday"])


def _day_alone(text: str, vocabulary: Vocabulary, near: str) -> dates.Dated | None:
    """Return the day that is all of a line, its weekday aside; None for any other line."""
    found = dates.first(text, vocabulary, near) if len(text) <= _LONGEST_DAY else None
    if not found or not found.iso:
        return None
    rest = f"{text[: found.span.start]} {text[found.span.end :]}".strip(_EDGES + ",. ").casefold()
    return found if not rest or rest in vocabulary.words["weekday"] else None
