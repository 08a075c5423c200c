"""Dates as people write them in plans: exact days become ISO dates, the rest stays words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from advancelint.expressions import expression
from advancelint.plan import clockwords, dayorder, pairs, spelled_days, weekdays
from advancelint.plan.isodays import iso_of
from advancelint.plan.vocabulary import Vocabulary
from advancelint.plan.vocabulary import vocabulary as shipped
from advancelint.records import NamedTuple
from advancelint.source import Span

_WORD = r"[^\W\d_]{3,10}"
# "1 Oct 26", but no "1 Oct 26 people", and no "1 Oct 20:00"
_SHORT_YEAR = r"(?<=[ '’])2[4-9](?=\s*$|\s?[)\]|](?!\d)|[.,;](?!\d)|\s[–—-]\s|\s(?:for|by|at|with|from|to|in|on|and)\b)"
_FORMS = expression(
    r"(?<!\d)(?<!\d-)(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?!-?\d)"
    r"|(?<!\d)(?<!\d\.)(?P<d2>\d{1,2})(?:(?:st|nd|rd|th|er|[.º])?[ \u00a0]{1,2}(?:de |of )?|(?P<dash>[-/])|\.)"
    rf"(?P<w2>{_WORD})"
    rf"\.?(?:(?:,?[ ](?:de )?['’]?|[-/])(?P<y2>(?:19|20)\d\d|(?(dash)(?<=[-/])\d\d|{_SHORT_YEAR})))?(?!\w)"
    r"|(?<!\w)(?P<w9>(?i:mon|tue|wed|thu|fri|sat|sun|lun|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom)[^\W\d_]{0,6})\.?,?[ ]"
    r"(?P<a9>\d{1,2})-(?P<b9>\d{1,2})(?![\w/:-])"
    rf"|(?<!\w)(?P<w3>{_WORD})\.?,?[ \u00a0]{{1,2}}(?:the |den |el |le )?(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:,?[ ](?P<y3>(?:19|20)\d\d))?(?![:%./]?\w|-\d{{1,2}}-\d)"
    r"|(?<![\d.])(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})"
    r"(?:\.(?P<y4>\d{4}|\d{2}(?!\d))?|(?P<open>(?=[ ]?(?:$|[\n),;|])|[ ](?:[^\W\d_]|[01]\d[.:h][0-5]\d\b))))(?!\d)"
    r"|(?<![\d/-])(?P<a5>\d{1,2})(?P<mark>[/-])(?P<b5>\d{1,2})(?P=mark)(?P<y5>\d{4}|(?<=/)\d{2}|(?<=\d\d-\d\d-)2\d)(?![\d/-])"
    r"|(?<!\w)(?P<w6>[^\W\d_]{2,10})\.?,?[ ](?P<a6>\d{1,2})/(?P<b6>\d{1,2})(?![\w/])"
    r"|(?<![\w/.,+-])(?P<a7>\d{1,2})/(?P<b7>\d{1,2})(?![\w/%]|[.,]\d)"
    r"|(?<![\w/.,+-])(?P<a8>0[1-9]|[1-3]\d)-(?P<b8>0[1-9]|1[0-2])(?![\w/%-]|[.,]\d)"
)
# A digit and what stands behind it in its line; a day that begins in the first part of that is whole in it, and so many
# characters of one may stand before its first digit.
_DIGITS, _WINDOW, _WHOLE, _BEFORE_DIGIT = expression(r"\d.{0,400}"), 400, 320, 18
_HOUR = expression(r"\s?(?:[-–]\s?\d{1,2}\s?)?(?:am|pm|a\.m|p\.m|uhr|h|hrs|o'clock)\b", re.IGNORECASE)
_MONTH_BEHIND = expression(r"[a-z]{0,2}\.?\s(?:de |of )?([^\W\d_]{3,10})")
_JOINED, _LONGEST_KEPT = expression(r"\d[-/.]\d"), 500  # characters of a text whose days are kept
_RANGE_BEHIND = expression(
    r"[ ]?[-–][ ]?\d{1,2}(?!\d|[:h]\d\d|\.(?:00|1[3-9]|[2-5]\d)(?![\d.])"
    r"|\s?(?:h\b|am\b|pm\b|uhr\b|min\w*|hrs?\b|%|k\b))",
    re.IGNORECASE,
)
# "8 – 12 June" is a range, "Call 1 – 23 April" and "the figures of 2025 – 17 June" are not.
_RANGE_AHEAD = expression(
    r"(?<!\d)(?:\d{1,2}(?:[-–]|(?:\.|st|nd|rd|th|er|º)?[ ](?:to|bis|au|al)[ ])"
    r"|(?:^|[(,;:]\s?|\b(?:from|between|vom|du|del|de|of)\s)\d{1,2}[ ]?[-–][ ]?)$",
    re.IGNORECASE,
)
_SLASHED = expression(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|(?<=/)\d\d|(?<=\d\d-\d\d-)2\d)(?![\d/-])")
_PAIRED = expression(r"\d\W{0,6}/\W{0,6}\d|(?<!\d)\d{1,2}\W{0,6}-\W{0,6}\d{1,2}\W{0,6}-\W{0,6}\d{2}")
# Months that are words when they are written small, in any of the languages.
_WORDS_TOO = frozenset({"may", "march", "mar", "mars", "set", "out", "ago", "dez"})


class Dated(NamedTuple):
    """A day found in a text: ``span`` in code points of the text, ``iso`` "" where the year cannot be known."""

    span: Span
    iso: str


def find(text: str, vocabulary: Vocabulary, near: str = "") -> Iterator[Dated]:
    """Return the days in ``text`` from left to right.

    A day without a year gets the year that brings it nearest to the ISO date ``near``; without ``near`` its ``iso`` is
    "". A day that no calendar has, 05/06/2026, which two readers read as two days, and the ends of a range have "" too.
    "Mon 21st" and "Thurs 6/11" are the day near ``near`` that is such a weekday.
    """
    if not _may_hold(text):
        return (Dated(Span(start, end), iso) for start, end, iso in spelled_days.find(text, near))
    short = len(text) <= _LONGEST_KEPT
    return iter(_kept(text, vocabulary.date_order, near)) if short else _found(text, vocabulary, near)


@lru_cache(maxsize=512)  # several parts of a plan ask for the days of one line
def _kept(text: str, date_order: str, near: str) -> tuple[Dated, ...]:
    return tuple(_found(text, timely(date_order), near))


@cache
def timely(date_order: str) -> Vocabulary:
    """Return the words for times of a text that writes its days so; a team adds none to those of the lists."""
    return shipped()._replace(date_order=date_order)


def _found(text: str, vocabulary: Vocabulary, near: str) -> Iterator[Dated]:
    spelled = [Dated(Span(start, end), iso) for start, end, iso in spelled_days.find(text, near)]
    match = _next(text, 0)
    while match:
        start, end = match.span()
        while spelled and spelled[0].span.start < start:
            yield spelled.pop(0)
        iso = _read(match, text, vocabulary, near)
        if iso is not None:
            ranged = _RANGE_BEHIND.match(text, end) or _RANGE_AHEAD.search(text[max(0, start - 16) : start])
            yield Dated(Span(start, end), "" if ranged and not match["y1"] else iso)
        # "for 28 May": after a word that is no month the search goes on behind the word's first letter.
        match = _next(text, end if iso is not None else start + 1)
    yield from spelled


def _may_hold(text: str) -> bool:
    """Say whether a text may hold a day; a quick look at its numbers and words."""
    if not clockwords.digit_in(text):
        return False  # most texts
    named = clockwords.has_one_of("month", text) or clockwords.has_one_of("weekday", text)
    return named or _JOINED.search(text) is not None


def may_begin(text: str, start: int) -> bool:
    """Say whether a day may begin at ``start``; a quick look."""
    return _DIGITS.search(text, start, start + _BEFORE_DIGIT + 1) is not None


def _next(text: str, start: int) -> re.Match[str] | None:
    """Return the next match of `_FORMS`, none of which goes beyond its line, looking only where a digit is near."""
    while digits := _DIGITS.search(text, start):
        first, end = digits.span()
        match = _FORMS.search(text, max(start, first - _BEFORE_DIGIT), end)
        if match and (match.start() < first + _WHOLE or end <= first + _WINDOW):
            return match
        start = end if end <= first + _WINDOW else first + _WHOLE - _BEFORE_DIGIT
    return None


def may_need_order(text: str) -> bool:
    """Say whether a text may hold a day of two numbers of which either can be the month; a quick look."""
    return _PAIRED.search(text) is not None


def order_in(text: str, vocabulary: Vocabulary) -> str:
    """Return how a text writes its days with slashes or dashes: "dmy" or "mdy".

    Days above 12 tell; where there are none, "12 June" and "June 12" do: who says the day first writes it first. ""
    where nothing tells, or both are used. A day of the week tells, too, and in the end how near the days are.
    """
    told_by = [(match[1], match[3]) for match in _SLASHED.finditer(text)]
    weekdays = set(dayorder.by_weekday(text, vocabulary))
    styles: set[str] = set()
    match = _next(text, 0)
    while match:
        if match["a6"] and match["w6"].casefold() in vocabulary.words["weekday"]:
            told_by.append((match["a6"], match["b6"]))
        elif match["a7"] and (pairs.shows_order(match) or pairs.is_day(match, text, vocabulary)):
            told_by.append((match["a7"], match["b7"]))
        for word, style in (("w2", "dmy"), ("w3", "mdy")):
            small = word == "w3" and match[word] in _WORDS_TOO  # "weigh out 20 cows"
            if match[word] and not small and match[word].casefold() in vocabulary.words["month"]:
                styles.add(style)
        led = match["w3"] and match["w3"].casefold() not in vocabulary.words["month"]
        beside = match["w6"] and match["w6"].casefold() not in vocabulary.words["weekday"]
        # "Mon 18 May", "drafted 1 October", "results to me 22/6"
        match = _next(text, match.start("a6") if beside else match.start() + 1 if led else match.end())
    told = {"dmy" if int(one) > 12 else "mdy" for one, two in told_by if (int(one) > 12) != (int(two) > 12)}
    found = told or weekdays or styles or dayorder.by_nearness(told_by)
    return found.pop() if len(found) == 1 else ""


def first(text: str, vocabulary: Vocabulary, near: str = "") -> Dated | None:
    """Return the first day in ``text``, or None."""
    return next(find(text, vocabulary, near), None)


def _read(match: re.Match[str], text: str, vocabulary: Vocabulary, near: str) -> str | None:
    """Return the ISO date of a match, "" for a day that is not one exact day, None for what is no day."""
    behind = _MONTH_BEHIND.match(text, match.end("d3")) if match["w3"] and not match["y3"] else None
    if behind and behind[1].casefold() in vocabulary.words["month"]:
        return None  # "Friday 12 June", "Loja Verde Mar, 20 de maio"
    if match["w3"] and match["w3"].casefold() in vocabulary.words["weekday"]:
        return _near_weekday(match, text, near)
    if (match["a7"] and not pairs.is_day(match, text, vocabulary)) or (
        match["a8"] and not pairs.is_day_with_dash(match, text, vocabulary)
    ):
        return None
    if match["open"] is not None and not (
        pairs.opens_call(match, text, vocabulary)
        or pairs.is_set_off(match, text)
        or (_is_led(match, vocabulary) and not text[match.end() : match.end() + 2].strip().isalpha())
    ):
        return None  # "till 30.11" and "27.11 call with Jo" are days, "version 2.11" and "by 1.5 times" none
    if match["w9"]:
        hours = not near or _HOUR.match(text, match.end())  # "Thu 3-5 pm"
        return None if hours else weekdays.of_pair(_number(match["w9"]), int(match["a9"]), int(match["b9"]), near)
    parts = _parts(match, vocabulary)
    if parts and match["a6"] and not parts[2]:
        return weekdays.of_either(_number(match["w6"]), int(match["a6"]), int(match["b6"]), near)
    return iso_of(*parts, near) if parts else None


def _near_weekday(match: re.Match[str], text: str, near: str) -> str | None:
    """Return the day nearest to ``near`` that "Mon 21st" names; None where none is near, or a month or hour follows."""
    if not near or _HOUR.match(text, match.end()):
        return None
    return weekdays.of_month(_number(match["w3"]), int(match["d3"]), near)


def _number(word: str) -> int:
    """Return the number of a day of the week, 0 for Monday, -1 for another word."""
    return int(shipped().words["weekday"].get(word.casefold(), -1))


def _parts(match: re.Match[str], vocabulary: Vocabulary) -> tuple[int, int, int] | None:
    """Return year (0 for none), month and day (0 for ambiguous), or None where the words are no month."""
    group: dict[str, str] = match.groupdict("")
    if group["y1"]:
        return int(group["y1"]), int(group["m1"]), int(group["d1"])
    for word, day, year in (("w2", "d2", "y2"), ("w3", "d3", "y3")):
        if group[word]:
            month = vocabulary.words["month"].get(group[word].casefold())
            # "may 5 people", "agosto, 15-09": such a month has a capital, a year behind its day, or a word before it.
            small = word == "w3" and group[word][0].islower() and not group[year]
            small = small and (group[word] in _WORDS_TOO or "," in match.group())
            if not month or (small and not _is_led(match, vocabulary)):
                return None
            return _full_year(group[year]), int(month), int(group[day])
    if group["d4"]:
        return _full_year(group["y4"]), int(group["m4"]), int(group["d4"])
    if group["w6"] and vocabulary.words["weekday"].get(group["w6"].casefold()) is None:
        return None
    if group["a8"]:
        return 0, int(group["b8"]), int(group["a8"])
    for one, two in (("a6", "b6"), ("a7", "b7")):
        if group[one]:
            return 0, *_ordered(int(group[one]), int(group[two]), vocabulary.date_order)
    return _full_year(group["y5"]), *_ordered(int(group["a5"]), int(group["b5"]), vocabulary.date_order)


def _full_year(written: str) -> int:
    """Return a year as written, "2026" or "26", as a number; 0 for none."""
    year = int(written or 0)
    return year + 2000 if 0 < year < 100 else year


def _is_led(match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Say whether a day of the week, or a word such as "by", stands before a match: "thu jun 18"."""
    before = match.string[max(0, match.start() - pairs.LEAD) : match.start()]
    word = before.split()[-1:]
    of_week = bool(word) and vocabulary.word("weekday", word[0].strip(".,")) is not None
    return of_week or (bool(before.strip()) and pairs.LED.search(before) is not None)


def _ordered(one: int, two: int, order: str) -> tuple[int, int]:
    """Return month and day (0 for ambiguous) of two numbers."""
    if one > 12 or one == two or (two <= 12 and order == "dmy"):
        return two, one
    return one, (two if two > 12 or order == "mdy" else 0)
