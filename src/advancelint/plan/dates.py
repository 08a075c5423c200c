"""Dates as people write them in plans: exact days become ISO dates, the rest stays words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

_WORD = r"[^\W\d_]{3,10}"
_FORMS = re.compile(
    r"(?<!\d)(?<!\d-)(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?!-?\d)"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?[ \u00a0]{{1,2}}(?:de |of )?(?P<w2>{_WORD})"
    r"\.?(?:,?[ ](?:de )?(?P<y2>\d{4}))?(?!\w)"
    rf"|(?<!\w)(?P<w3>{_WORD})\.?[ \u00a0]{{1,2}}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:,?[ ](?P<y3>\d{{4}}))?(?![:%.]?\w)"
    r"|(?<![\d.])(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>\d{4}|\d{2}(?!\d))?(?!\d)"
    r"|(?<![\d/-])(?P<a5>\d{1,2})(?P<mark>[/-])(?P<b5>\d{1,2})(?P=mark)(?P<y5>\d{4})(?![\d/-])"
    r"|(?<!\w)(?P<w6>[^\W\d_]{2,10})\.?[ ](?P<a6>\d{1,2})/(?P<b6>\d{1,2})(?![\w/])"
)
_RANGE_BEHIND = re.compile(r"[ ]?[-–][ ]?\d{1,2}(?!\d)")
# "8 – 12 June" is a range, "Call 1 – 23 April" and "the figures of 2025 – 17 June" are not.
_RANGE_AHEAD = re.compile(
    r"(?<!\d)(?:\d{1,2}[-–]|(?:^|[(,;:]\s?|\b(?:from|between|vom|du|del|de|of)\s)\d{1,2}[ ]?[-–][ ]?)$", re.IGNORECASE
)
_SLASHED = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2\d{4}(?![\d/-])")
_SHORT = re.compile(r"(?<!\w)([^\W\d_]{2,10})\.? (\d{1,2})/(\d{1,2})(?![\w/])")
_PACKED = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)")


class Dated(NamedTuple):
    """A day found in a text: ``span`` in code points of the text, ``iso`` "" where the year cannot be known."""

    span: Span
    iso: str


def find(text: str, vocabulary: Vocabulary, near: str = "") -> Iterator[Dated]:
    """Yield the days in ``text`` from left to right.

    A day without a year gets the year that brings it nearest to the ISO date ``near``; without ``near`` its ``iso`` is
    "". A day that no calendar has, 05/06/2026, which two readers read as two days, and the ends of a range have "" too.
    """
    match = _FORMS.search(text)
    while match:
        start, end = match.span()
        parts = _parts(match, vocabulary)
        if parts:
            ranged = _RANGE_BEHIND.match(text, end) or _RANGE_AHEAD.search(text[max(0, start - 16) : start])
            yield Dated(Span(start, end), "" if ranged and not match["y1"] else _iso(*parts, near))
        # "for 28 May": after a word that is no month the search goes on behind the word's first letter.
        match = _FORMS.search(text, end if parts else start + 1)


def order_in(text: str, vocabulary: Vocabulary) -> str:
    """Return how a text writes its days with slashes or dashes: "dmy" or "mdy".

    Days above 12 tell; "" where none does.
    """
    days = vocabulary.words["weekday"]
    pairs = [(match[1], match[3]) for match in _SLASHED.finditer(text)]
    pairs += [(match[2], match[3]) for match in _SHORT.finditer(text) if match[1].casefold() in days]
    told = {"dmy" if int(one) > 12 else "mdy" for one, two in pairs if (int(one) > 12) != (int(two) > 12)}
    return told.pop() if len(told) == 1 else ""


def first(text: str, vocabulary: Vocabulary, near: str = "") -> Dated | None:
    """Return the first day in ``text``, or None."""
    return next(find(text, vocabulary, near), None)


def in_path(path: str, vocabulary: Vocabulary) -> str:
    """Return the ISO date in a file's name, else in its folders' names, else ""; the innermost wins."""
    for part in reversed(path.replace("\\", "/").split("/")):
        packed = _PACKED.search(part)
        if packed:
            found = _iso(int(packed[1]), int(packed[2]), int(packed[3]), "")
        else:
            dated = first(part.replace("_", " "), vocabulary)
            found = dated.iso if dated else ""
        if found:
            return found
    return ""


def days_between(earlier: str, later: str) -> int:
    """Return the number of days from one ISO date to another; raises ValueError for what is none."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _parts(match: re.Match[str], vocabulary: Vocabulary) -> tuple[int, int, int] | None:
    """Return year (0 for none), month and day (0 for ambiguous), or None where the words are no month."""
    group: dict[str, str] = match.groupdict("")
    if group["y1"]:
        return int(group["y1"]), int(group["m1"]), int(group["d1"])
    for word, day, year in (("w2", "d2", "y2"), ("w3", "d3", "y3")):
        if group[word]:
            month = vocabulary.words["month"].get(group[word].casefold())
            # "may 5 people": a month in front of its day has a capital.
            if not month or (word == "w3" and group[word][0].islower()):
                return None
            return int(group[year] or 0), int(month), int(group[day])
    if group["d4"]:
        short = int(group["y4"] or 0)
        return (short + 2000 if 0 < short < 100 else short), int(group["m4"]), int(group["d4"])
    if group["w6"]:
        if vocabulary.words["weekday"].get(group["w6"].casefold()) is None:
            return None
        return 0, *_ordered(int(group["a6"]), int(group["b6"]), vocabulary.date_order)
    return int(group["y5"]), *_ordered(int(group["a5"]), int(group["b5"]), vocabulary.date_order)


def _ordered(one: int, two: int, order: str) -> tuple[int, int]:
    """Return month and day (0 for ambiguous) of two numbers."""
    if one > 12 or one == two or (two <= 12 and order == "dmy"):
        return two, one
    return one, (two if two > 12 or order == "mdy" else 0)


def _iso(year: int, month: int, day: int, near: str) -> str:
    try:
        if year:
            return date(year, month, day).isoformat()
        if not near:
            return ""
        centre = date.fromisoformat(near)
        days = [date(centre.year + step, month, day) for step in (-1, 0, 1) if _exists(centre.year + step, month, day)]
        return min(days, key=lambda one: (abs((one - centre).days), one)).isoformat() if days else ""
    except (ValueError, OverflowError):
        return ""


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
