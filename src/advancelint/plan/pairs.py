"""Tells where two numbers with a slash or a dash are a day: "9/6 call Philippa", and not "3/4 of the lines"."""

from __future__ import annotations

import re
from math import gcd

from advancelint.expressions import expression
from advancelint.plan.vocabulary import Vocabulary

# Where 18/05 is a day and no share: alone, behind a word that leads up to a day, or set off at an end.
LED = expression(
    r"(?:^|\b(?:by|until|till?|thru|through|before|due|on|since|after|from|sent|bis(?: zum)?|am|vor|avant(?: le)?|le"
    r"|pour le|el|para el|hasta el|antes del|até(?: o)?|em|dia))\s*$",
    re.IGNORECASE,
)
_SET_OFF = expression(r"(?:[(\[,;:→>|]|\s[-–—])\s?$")
_BEHIND = expression(r"\s*(?:$|[)\],;.→✔✅|](?!\w))|\s[-–—]\s")
_OPENING = expression(r"\s?[:–—-]?\s(?=[^\W\d_a-zà-öø-ÿ])")
# "3/4 of the lines", "10/12 cases", "16/4 mm"
_SHARED = expression(
    r"\s?(?:of|out of|von|der|de|des|d'|x|×)\b|\s(?!at\b|in\b|on\b|by\b|to\b|am\b|im\b|um\b|w\b|me\b|le\b|à\b|em\b)"
    r"[^\W\d_]{1,2}\b|-?\s?(?:inch|rated|scale|stars?|points?)\b|\s[a-z]{3,}(?<![us])s\b"
)
_HOUR = expression(
    r",? (?:(?:at|um|à|a las|às|alle|kl\.?) (?:[01]?\d|2[0-4])(?:h|\b)(?!\s?%)|\d{1,2}:\d\d\b|[01]\d[.h]?[0-5]\d\b"
    r"|\d{1,2}(?:[:.]\d\d)? ?(?:h|am|pm|uhr)\b)",
    re.IGNORECASE,
)
_ENTRY = expression(r"(?:\*\*|__)? [^\W\d_]{3}")
_COUNTING = frozenset(
    ("first", "second", "third", "1st", "2nd", "3rd", "last", "short", "cold", "quick", "erstes", "première")
)
_SCORES = frozenset({5, 10})  # what people count out of
_PARTS = frozenset({2, 3, 4, 8})
_CALLED = ("encounter", "meeting-verb", "call-word")
_CHANNELS = frozenset({"teams", "video"})  # elsewhere the client's or ours, or a film
_FEW, LEAD, _ALWAYS = 4, 24, (24, 7)
_MONTHS, _DAYS, _NINTH = 12, 31, 9


def is_day(match: re.Match[str], text: str, vocabulary: Vocabulary) -> bool:
    """Say whether two numbers with a slash, "a7" and "b7" of ``match``, are a day and no share or score.

    Where a text shows how it writes its days, any two that can be one are, unless they count parts or look like it.
    """
    called = _is_set(match, text) or _leads_call(match, text, vocabulary) or _is_timed(match, text)
    return called or _follows_call(match, text, vocabulary) or _is_usual(match, text, vocabulary)


def _is_timed(match: re.Match[str], text: str) -> bool:
    """Say whether an hour follows two numbers that can be a day, as behind nothing else: "10/12 at 2pm", "4/12 14h"."""
    one, two = int(match["a7"]), int(match["b7"])
    return 0 < min(one, two) <= _MONTHS and max(one, two) <= _DAYS and _HOUR.match(text, match.end()) is not None


def _follows_call(match: re.Match[str], text: str, vocabulary: Vocabulary) -> bool:
    """Say whether two numbers that can be a day stand right behind a word for a call: "last mtg 11/11: agreed"."""
    one, two = int(match["a7"]), int(match["b7"])
    fits = 0 < min(one, two) <= _MONTHS and _FEW < max(one, two) <= _DAYS
    before = text[max(0, match.start() - LEAD) : match.start()].split()[-1:] if fits else []
    called = bool(before) and _is_call(before[0], 0, vocabulary) and before[0].casefold() not in _CHANNELS
    return called and not _SHARED.match(text, match.end())


def shows_order(match: re.Match[str]) -> bool:
    """Say whether only one of two numbers with a slash can be the month, and they count nothing."""
    one, two = int(match["a7"]), int(match["b7"])
    return 0 < min(one, two) <= _MONTHS < max(one, two) <= _DAYS and (one, two) != _ALWAYS


def _is_usual(match: re.Match[str], text: str, vocabulary: Vocabulary) -> bool:
    one, two, order = int(match["a7"]), int(match["b7"]), vocabulary.date_order
    day, month = (one, two) if order == "dmy" else (two, one)
    if not order or not (0 < month <= _MONTHS and 0 < day <= _DAYS) or (one, two) == _ALWAYS:
        return False
    part = one == two or (one < two and (two in _SCORES or (two in _PARTS and gcd(one, two) == 1)))
    called = shows_order(match) and _is_call(text, match.end(), vocabulary)  # "27/11 Teams", but not "9/12 teams"
    return not part and (called or not _SHARED.match(text, match.end()))


def _is_set(match: re.Match[str], text: str) -> bool:
    """Say whether two numbers with a slash are a day, as the words around them say, and no share or score."""
    one, two = int(match["a7"]), int(match["b7"])
    if not (0 < min(one, two) <= _MONTHS and max(one, two) <= _DAYS):
        return False
    before = text[max(0, match.start() - LEAD) : match.start()]
    if LED.search(before):
        # "7/14 Security questionnaire", but not "3/4 of the lines"
        opens = _OPENING.match(text, match.end()) and max(one, two) > _FEW
        return bool(before.strip()) or bool(opens) or bool(_BEHIND.match(text, match.end()))
    if not _BEHIND.match(text, match.end()):
        return False
    # "revised quote 4/24" says a day at its end, where no other day and month could be meant
    closing = shows_order(match) and not text[match.end() :].strip(" .)!") and before[-1:] == " "
    return closing or (max(one, two) > _FEW and bool(_SET_OFF.search(before)))


def _leads_call(match: re.Match[str], text: str, vocabulary: Vocabulary) -> bool:
    """Say whether two numbers open a line and a word for an encounter follows: "9/6 call Philippa"."""
    higher = max(int(match["a7"] or match["a8"]), int(match["b7"] or match["b8"]))
    opens = not text[: match.start()].strip("*_- ")
    return opens and higher > _FEW and _is_call(text, match.end(), vocabulary)


def opens_call(match: re.Match[str], text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a number with a dot, "d4" and "m4" of ``match``, opens a line or what a label says, before a call.

    "27.11 call with Jo", "next: 4.12 at 11": a word for an encounter, or an hour, follows.
    """
    before = text[max(0, match.start() - LEAD) : match.start()].rpartition("\n")[2].strip("*_-•> \t")
    opens = not before or before.endswith(":")
    day, month = int(match["d4"]), int(match["m4"])
    return opens and 0 < month <= _MONTHS and 0 < day <= _DAYS and _is_met(text, match.end(), vocabulary)


def is_set_off(match: re.Match[str], text: str) -> bool:
    """Say whether a number with a dot, "d4" and "m4" of ``match``, is set off at an end and hardly anything but a day.

    "rating letter, 30.11" and "(04.12)" are days, "costs are up, 4.5" none.
    """
    day, month = int(match["d4"]), int(match["m4"])
    written = match["d4"][0] == "0" or match["m4"][0] == "0" or month > _NINTH
    before = text[max(0, match.start() - LEAD) : match.start()]
    fits = 0 < month <= _MONTHS and 0 < day <= _DAYS and written
    apart = _SET_OFF.search(before) and _BEHIND.match(text, match.end())
    return fits and (_is_alone(match, text) or bool(apart))


def _is_entry(match: re.Match[str], text: str) -> bool:
    """Say whether a log could tell something behind a day: "19-11 walk over the site", not "28-12 units"."""
    return _ENTRY.match(text, match.end()) is not None and not _SHARED.match(text, match.end())


def _is_alone(match: re.Match[str], text: str) -> bool:
    """Say whether a text, as a cell or what stands behind a label, is no more than a match."""
    return len(text) <= LEAD and text.strip() == match.group()


def _is_met(text: str, place: int, vocabulary: Vocabulary) -> bool:
    return _is_call(text, place, vocabulary) or _HOUR.match(text, place) is not None


def _is_call(text: str, place: int, vocabulary: Vocabulary) -> bool:
    """Say whether the first word behind ``place``, or the second behind "first", is one for an encounter."""
    words = [word.strip(".,:").casefold() for word in text[place : place + LEAD].partition("\n")[0].split()[:2]]
    words = words[1:] if words[:1] and words[0] in _COUNTING else words[:1]
    return any(word in _CHANNELS or vocabulary.word(name, word) is not None for word in words for name in _CALLED)


def is_day_with_dash(match: re.Match[str], text: str, vocabulary: Vocabulary) -> bool:
    """Say whether "15-09" is a day and no range: set off at an end, and written with a nought as days are.

    Where a call follows it opens a line, "26-11 phone, Tonnie"; of two numbers that run down only a day is made.
    """
    falling = int(match["a8"]) > _MONTHS  # which no range does
    if (falling or match["a8"][0] == "0") and _leads_call(match, text, vocabulary):
        return True
    if falling and not text[: match.start()].strip("*_- ") and _is_entry(match, text):
        return True
    if falling and _is_alone(match, text):
        return True  # "24-11" behind a label
    written = match["a8"] + match["b8"]
    before = text[max(0, match.start() - LEAD) : match.start()]
    called = falling and before.split()[-1:] and _is_call(before.split()[-1], 0, vocabulary)  # "for the call 20-08"
    apart = called or _SET_OFF.search(before) or (LED.search(before) and before.strip())
    noughted = written[0] == "0" or written[2] == "0" or falling
    return noughted and bool(apart) and bool(_BEHIND.match(text, match.end()))
