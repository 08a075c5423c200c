"""Tells lines and headings that name a call to come: "Next visit: 12 June, at the yard", "For the 27th"."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import dates
from advancelint.plan.leads import begins_with_day
from advancelint.plan.vocabulary import Vocabulary

_LONGEST_LINE = 160
_NEXT, _LAST_WORD = expression(r"(?:next|nächste[rsn]?|prochaine?|pr[oó]xim[oa]|siguiente)\b", re.IGNORECASE), 5
# "Follow-up visit fixed for 16 June", "Second demo is booked for …", "Zweittermin steht am …"
_FIXED = expression(
    r"((?:[\w-]+ ){1,4})(?:is |was |has been |ist |est |está |é )?"
    r"(?:fixed|booked|set|scheduled|arranged|confirmed|in the diary|steht|vereinbart|fixiert|fixée?|calée?|fijad[ao]"
    r"|acordad[ao]|marcad[ao]|agendad[ao])(?: for| on| at| am| für| auf| au| le| para| el| a)? (?=\w)",
    re.IGNORECASE,
)
_COMING = expression(r"\b(?:next|upcoming|coming|nächste\w*|prochaine?s?|próxim[ao]s?)\b", re.IGNORECASE)
# "For the 27th", "Für den 3. Mai", "For next time (site visit)"
_FOR_DAY = expression(
    r"(?:for|für|pour|para)(?: (?:the|den|le|el|o|dia))* \d{1,2}(?:st|nd|rd|th|[./-]|er)?\b.{0,12}$", re.IGNORECASE
)
_NEXT_TIME = expression(
    r"\b(?:next time|nächste[ns]? mal|la prochaine fois|la próxima vez|(?:a|da) próxima vez)\b", re.IGNORECASE
)
_PLANNED = expression(
    r"\b(?:planned|scheduled|booked|geplant|prévue?|planifiée?|previst[ao]|agendad[ao])\b", re.IGNORECASE
)
_WITH = expression(r"[^\W\d_]+(?: [^\W\d_]+)? (?:with\b|w/|mit|bei|avec|chez|con|com) ?(?=[^\W\d_])", re.IGNORECASE)


def is_call_with(title: str, vocabulary: Vocabulary) -> bool:
    """Say whether a heading is that of an encounter with somebody: "6.3 Lunch with Jo, date to be fixed"."""
    bare = title.lstrip("0123456789.) ")
    return _WITH.match(bare) is not None and bare.split()[0].casefold() in vocabulary.words["encounter"]


def ends_with_day(title: str, vocabulary: Vocabulary) -> bool:
    """Say whether a heading names something and then its day: "Exec briefing, 5 June 2026"."""
    found = dates.first(title, vocabulary)
    return (
        found is not None
        and not title[found.span.end :].strip(" .)")
        and title[: found.span.start].rstrip()[-1:] == ","
    )


def is_next_call(title: str, vocabulary: Vocabulary) -> bool:
    """Say whether "Next: call with Tess, 12 June 2026" heads a call and no steps."""
    _, _, rest = title.partition(":")
    words = (word.strip("(),.") for word in rest.casefold().split())
    called = any(word in vocabulary.words["call-word"] for word in words)
    return called and dates.first(rest, vocabulary) is not None


def is_coming_call(title: str, vocabulary: Vocabulary) -> bool:
    """Say whether a heading names a call that is still to come: "Next visit – 14 July", "29 June - planned, Jo"."""
    if _PLANNED.search(title) and any(map(str.isdigit, title)):
        return True
    if _FOR_DAY.match(title) or _NEXT_TIME.search(title):
        return True
    words = {word.strip("(),.:;") for word in title.casefold().split()}
    return _COMING.search(title) is not None and not vocabulary.words["call-word"].keys().isdisjoint(words)


def bare(line: str) -> str:
    """Return a line as it is written without the markup that it begins with: "### next: 7 Dec"."""
    return line.lstrip(" \t#*_>-")


def opens_with_next(line: str) -> bool:
    """Say whether a line begins, behind its markup, with the word next: "### next: 7 Dec"."""
    return _NEXT.match(bare(line)) is not None


def tells_next_call(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a line begins with the next call and names its day: "Next visit: 12 June, at the yard"."""
    if not _NEXT.match(text):
        return False
    words = {word.strip("(),.:;–—-") for word in text.casefold().split()[1:_LAST_WORD]}
    return not words.isdisjoint(vocabulary.words["encounter"]) and dates.first(text, vocabulary) is not None


def tells_fixed_call(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a line begins with a call and says that its day is fixed: "Follow-up visit fixed for 16 June"."""
    fixed = _FIXED.match(text)
    if not fixed or vocabulary.words["encounter"].keys().isdisjoint(fixed[1].casefold().split()):
        return False
    return dates.first(text, vocabulary) is not None


def tells_call(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a line begins with the next call, or with the day of one: "4 May, demo in Ulm"."""
    if tells_next_call(text, vocabulary):
        return True
    said = [word.strip("(),.:;–—-") for word in text[:_LONGEST_LINE].casefold().split()]
    told = vocabulary.words["encounter"]
    if said and said[0] in told and _WITH.match(text):
        return dates.first(text, vocabulary) is not None  # "Lunch w/ Colin, 14 October"
    return not told.keys().isdisjoint(said) and begins_with_day(text, vocabulary)
