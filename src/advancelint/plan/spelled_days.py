"""Finds days whose number is a word, as whoever dictates says them: "Tuesday the third of December", "June twelfth"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import weekdays
from advancelint.plan.isodays import iso_of

_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_TEENS = (
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
NUMBERS = {word: number for number, word in enumerate((*_ONES, *_TEENS), 1)}
NUMBERS |= {f"twenty {word}": 20 + number for number, word in enumerate(_ONES[:9], 1)}
NUMBERS |= {"thirtieth": 30, "thirty first": 31}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBER = "|".join(sorted((word.replace(" ", "[ -]") for word in NUMBERS), key=len, reverse=True))
_MONTH, _WEEKDAY = "|".join(_MONTHS), "|".join(_WEEKDAYS)
# "the second may follow": "may" and "march" are months behind "of" or with a capital alone.
_FORMS = expression(
    rf"(?<![\w-])(?i:(?:the )?(?P<d1>{NUMBER})(?P<of> of)? (?P<m1>{_MONTH})(?:,? (?P<y1>20\d\d))?"
    rf"|(?<!\d )(?<!\d\. )(?<!\d(?:st|nd|rd|th) )(?P<m2>{_MONTH}) (?P<the>the )?(?P<d2>{NUMBER})"
    rf"|(?P<w3>{_WEEKDAY}),? the (?P<d3>{NUMBER})(?! of (?:{_MONTH})))(?![\w-])"
)
_SPOKEN = expression(r"(?i)(?:st|nd|rd|th|first|second|third)\b")
# By or on such a day; a clause may end with it, too
_LED = expression(rf"(?i)\b(?:by|on|until|till|before|{_WEEKDAY}),? $")
_COUNTED, _LEAD = 3, 16
_WORDS_TOO = frozenset({"may", "march"})


def find(text: str, near: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each such day begins and ends in ``text``, and which it is, in ISO; "" where no year can be told.

    Without the ISO date ``near`` a day of the week tells none.
    """
    if not _SPOKEN.search(text):
        return
    for match in _FORMS.finditer(text):
        iso = _iso(match, near)
        if iso is not None:
            yield match.start(), match.end(), iso


def _iso(match: re.Match[str], near: str) -> str | None:
    """Return the ISO date of a match; None where it is no day after all."""
    number = NUMBERS[(match["d1"] or match["d2"] or match["d3"]).casefold().replace("-", " ")]
    if match["w3"]:
        return weekdays.of_month(_WEEKDAYS.index(match["w3"].casefold()), number, near) if near else None
    month = match["m1"] or match["m2"]
    if match["m2"] and not match["the"] and number <= _COUNTED and not _is_led(match):
        return None  # "In June second thoughts came"
    if month in _WORDS_TOO and not match["of"]:
        return None
    return iso_of(int(match["y1"] or 0), _MONTHS.index(month.casefold()) + 1, number, near)


def _is_led(match: re.Match[str]) -> bool:
    before, behind = match.string[max(0, match.start() - _LEAD) : match.start()], match.string[match.end() :]
    return _LED.search(before) is not None or not behind or behind[0] in ".,;:)"
