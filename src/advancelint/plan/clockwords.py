"""The words that every time has: quick looks, since most texts hold no time and are searched for one often."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from advancelint.expressions import expression
from advancelint.plan.vocabulary import Vocabulary, vocabulary

# The hour of a day: "9 am", "14:00", "14h30", "9.15 Uhr", "10ish", "3pm ET"
_ZONE = r"(?-i:[ECMP][SD]?T|GMT|BST|CES?T|WES?T|EES?T|UTC|A[ECW][SD]T|NZ[SD]T|IST|SGT)"
HOUR = (
    r"(?i:\d{1,2}(?:(?:[:.]\d\d)? ?(?:[ap]m|[ap]\.m|hrs?|uhr|o'clock|ish|h(?: ?\d\d)?)\b(?:(?<=\.m)\.)?"
    rf"|[:.]\d\d(?!\d))(?: {_ZONE}\b)?)"
)
_HOUR = expression(
    rf"[\s,]*(?:(?:at|um|gegen|à|às|a las|c\.|~|ca\.?) ?)?(?:{HOUR}"
    r"|(?:in the |early |late )?(?:am|pm|morning|noon|midday|afternoon|evening|night)"
    r"|früh|vormittags?|mittags?|nachmittags?|abends?|matin|midi|après-midi|soir|por la mañana|por la tarde|de manhã"
    r"|à tarde)(?=[\s.,!)]*$)",
    re.IGNORECASE,
)
_ONLY_ZONE = expression(_ZONE)
_LONGEST_HOUR = 40  # characters, with the weekday before it
_WORD, _DIGIT = expression(r"[^\W\d_]+"), expression(r"\d")


def may_hold(text: str) -> bool:
    """Say whether a text, or a part of it, may hold a time; a quick look at its digits and words."""
    lists, words = vocabulary().words, words_in(text)
    told = any(not names.isdisjoint(words) for names in (spoken(), lists["month"].keys(), lists["unit"].keys()))
    return told or digit_in(text)


def is_zone(word: str) -> bool:
    """Say whether a word tells of which zone an hour is: "ET", "CET"."""
    return _ONLY_ZONE.fullmatch(word) is not None


def without_hour(text: str) -> str:
    """Return what stands behind a day without the hour or the part of the day: "" for ", 9 am", "pm", " um 14 Uhr"."""
    return _HOUR.sub("", text, count=1) if len(text) <= _LONGEST_HOUR else text


def without_weekday(text: str, lists: Vocabulary) -> str:
    """Return the words of a text without case, marks and days of the week."""
    words = text.casefold().replace(",", " ").replace(".", " ").split()
    return " ".join(word for word in words if word not in lists.words["weekday"])


def digit_in(text: str) -> bool:
    """Say whether a text has a digit."""
    return _DIGIT.search(text) is not None


def has_one_of(name: str, text: str) -> bool:
    """Say whether a text has one of the words of the list ``name``; a quick look before a search for what has one."""
    return not vocabulary().words[name].keys().isdisjoint(words_in(text))


@lru_cache(maxsize=512)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a text without case."""
    return frozenset(map(str.casefold, _WORD.findall(text)))


@cache
def spoken() -> frozenset[str]:
    """Return words of which each time that is no more than words has one: of "the same day" the rarer, the last."""
    lists = vocabulary().words
    return frozenset(_WORD.findall(name)[-1] for name in lists["due-word"]).union(
        _WORD.findall(name)[0] for name in lists["weekday"]
    )


@cache
def phrases() -> dict[str, list[list[str]]]:
    """Return the times that are words by their first word, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted((name.split(" ") for name in vocabulary().words["due-word"]), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found
