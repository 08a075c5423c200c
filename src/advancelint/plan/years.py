"""Tells the year of days without one by the days of the week that a text gives them: "Thu 9 Jul" is in 2026."""

from __future__ import annotations

from collections import Counter

from advancelint.plan import dates, periods
from advancelint.plan.vocabulary import Vocabulary

_READ, _BEFORE, _STEPS = 6_000, 14, (-1, 1)


def as_weekdays(text: str, near: str, vocabulary: Vocabulary) -> str:
    """Return the ISO date ``near``, put into the year before or after where more weekdays of ``text`` fit there."""
    centre = periods.day_of(near) if near else None
    if not centre:
        return near
    votes: Counter[int] = Counter()
    for step in (0, *_STEPS):
        then = f"{centre.year + step:04}-{centre.month:02}-15"
        votes[step] = sum(_fits(text, found, vocabulary) for found in dates.find(text[:_READ], vocabulary, then))
    best = max(_STEPS, key=lambda step: (votes[step], step))
    if votes[best] <= votes[0]:
        return near
    return f"{centre.year + best:04}-{centre.month:02}-{min(centre.day, 28):02}"


def _fits(text: str, found: dates.Dated, vocabulary: Vocabulary) -> bool:
    """Say whether the word before a day, or with which it begins ("Thu 6/11"), is the day of the week that it is."""
    before = text[max(0, found.span.start - _BEFORE) : found.span.start].split()[-1:]
    whole = text[found.span.start : found.span.end]
    begun = whole.split()[:1] if "/" in whole else []  # "Mon 21st" is one in every year
    weekdays = vocabulary.words["weekday"]
    named = (weekdays.get(word.strip("*_(,.").casefold()) for word in (*begun, *before))
    number = next((one for one in named if one is not None), None)
    day = periods.day_of(found.iso) if number is not None and found.iso else None
    return day is not None and day.weekday() == int(number or 0)
