"""Finds the client that a file is named after in its first lines: "norwood-memo.md", "came out of Norwood Dairy"."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.paths import name_of
from advancelint.plan import accents, heads
from advancelint.plan.given import given
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.source import NOWHERE, Span

_WORD = expression(r"[^\W\d_]{3,}")
_TOP, _SHORTEST, _MOST = 700, 5, 3
_JOINT = r"(?:[\s-]|\s?[&+]\s?|\s(?:de|du|des|del|do|da|van|von|and|und|et|y|e)\s){1,2}"
_LEFT = expression(rf"({heads.CAPITAL}) (?:(?:{heads.SMALL}))?$")
_RIGHT = expression(rf"(?: (?:{heads.SMALL})?{heads.CAPITAL})*(?:, (?:S\.A|S\.L|Lda|Ltd|Inc)\b)?")
_LISTED = (
    "kind", "file-kind", "call-word", "encounter", "weekday", "month", "title-filler", "company-word", "company-suffix",
    "template-name", "foreign-title", "sale-word",
)  # fmt: skip
_TOPICS = ("kind", "file-kind", "call-word", "encounter", "meeting-verb", "title-filler")
_WHEN_AND_WHAT = ("weekday", "month", "kind", "file-kind", "call-word", "encounter")
_ENDINGS = ("company-word", "company-suffix")


def client(text: str, path: str, vocabulary: Vocabulary) -> Span:
    """Return where the first lines of ``text`` write out the name that its file has; an empty span for nowhere.

    Several words of the file's name that stand together in the text count; one counts where it is nothing but a name.
    """
    stem = name_of(path)
    words = [match.group() for match in _WORD.finditer(stem.replace("_", " "))]
    words = [word for word in words if all(vocabulary.word(name, word) is None for name in _WHEN_AND_WHAT)]
    top = text[:_TOP]
    plain = accents.plain(top)
    for length in range(min(_MOST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            found = _written(words[start : start + length], top, plain, vocabulary)
            if found.end:
                return found
    return NOWHERE


def _written(words: list[str], top: str, plain: str, vocabulary: Vocabulary) -> Span:
    """Return where ``words`` of a file's name stand in the text as a client's name, with what else belongs to it."""
    named = [word for word in words if not _is_common(word, vocabulary)]
    called = named and all(word.title() in given() for word in named)  # "hollis-fri", of Hollis & Dane Machine
    listed = all(any(vocabulary.word(name, word) is not None for name in _LISTED) for word in words)
    alone = len(words) == 1
    if listed or not named or (alone and len(words[0]) < _SHORTEST):
        return NOWHERE
    pattern = _JOINT.join(re.escape(accents.plain(word)) for word in words)
    for match in re.finditer(rf"(?<![\w@./#-]){pattern}\b(?![@/-]|\.\w)", plain, re.IGNORECASE):
        if top[match.start()].isupper():
            whole = _whole(top, match.span(), vocabulary)
            company = heads.is_company(top[whole.start : whole.end], vocabulary)
            return whole if company or not (called or _is_somebody(top, whole, vocabulary)) else NOWHERE
        if called:
            continue
        if not alone or _leads(top, match.start(), vocabulary):
            return _small(top, match.span(), vocabulary)
    return NOWHERE


def _is_common(word: str, vocabulary: Vocabulary) -> bool:
    """Say whether a word is more than a name: one of the language, or one of plans."""
    folded = word.casefold()
    return folded in load().common or any(vocabulary.word(name, folded) is not None for name in _LISTED)


def _leads(top: str, start: int, vocabulary: Vocabulary) -> bool:
    """Say whether nothing but a day stands before a name: "tues 17/3. norwood, pulled in at noon"."""
    words = top[:start].casefold().replace(".", " ").replace(",", " ").strip("#*_> \n").split()
    listed = ("weekday", "month")
    return all(word[0].isdigit() or any(vocabulary.word(one, word) is not None for one in listed) for word in words)


def _whole(top: str, place: tuple[int, int], vocabulary: Vocabulary) -> Span:
    """Return the capitalised words that stand together around a name, and a word for a company before it."""
    start, end = place
    while left := _LEFT.search(top, 0, start):
        first = left[1]
        topic = any(vocabulary.word(name, first) is not None for name in (*_TOPICS, "honorific", "language-word"))
        if topic or first.casefold() in load().common:
            break
        start = left.start()
    right = _RIGHT.match(top, end)
    end = right.end() if right else end
    before = top[:start].split("\n")[-1].split()[-1:]
    if before and top[start - 1 : start] == " " and vocabulary.word("company-word", before[0]) is not None:
        start -= len(before[0]) + 1
    return Span(start, start + len(top[start:end].rstrip(".'’-")))


def _is_somebody(top: str, place: Span, vocabulary: Vocabulary) -> bool:
    """Say whether a name is a person's: "Craig Pelletier", "Dr Okafor"."""
    before = top[: place.start].split()[-1:]
    titled = bool(before) and vocabulary.word("honorific", before[0].strip(".")) is not None
    return titled or heads.is_person(top[place.start : place.end], vocabulary)


def _small(top: str, place: tuple[int, int], vocabulary: Vocabulary) -> Span:
    """Return a name in small letters with the words for a company that stand behind it: "orchard row cider"."""
    start, end = place
    for match in _WORD.finditer(top, end):
        if top[end : match.start()] != " " or all(vocabulary.word(one, match.group()) is None for one in _ENDINGS):
            break
        end = match.end()
    return Span(start, end)
