"""Who owns a step, and when it is due, as far as its own words say."""

from __future__ import annotations

import re
from typing import NamedTuple

from advancelint.plan import dates, persons
from advancelint.plan.cast import Cast
from advancelint.plan.material import field, is_placeholder
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.vocabulary import Vocabulary, normalise
from advancelint.source import Passage, Span

_PREFIX = re.compile(r"\s*([^:]{2,50}?)\s*:\s+(?=\S)")
_DASHED = re.compile(r"([^—–:]{2,40}?) (?:—|–|-|→|->) (?=\S)")
_AT = re.compile(r"(?<![\w.@])@([^\W\d_][\w-]*(?:\.[^\W\d_][\w-]*)?)")
_INLINE_OWNER = re.compile(
    r"(?:^|[(\s—–,;-])(?:owner|who|responsible|verantwortlich|zuständig)\s?:\s?([^,;|()—–]{2,50})", re.IGNORECASE
)
_INLINE_DUE = re.compile(
    r"(?:^|[(\s—–,;-])(?:due(?: date)?|by|deadline|fällig|bis)\s?:\s?([^,;|()—–]{2,40})", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:\b(?:by|until|before|due|on|due on|no later than|not later than)"
    r"|\b(?:bis(?: zum)?|spätestens|am|vor|avant(?: le)?|le|d'ici le|para el|antes del?|até|em|el)"
    r"|[(—–,📅⏰:/-]|->|→)\s*(?:the\s+|~|w/c\s+|EOD\s+|close of\s+)?$",
    re.IGNORECASE,
)
_WORD_LEAD = re.compile(r"(?:\b(?:by|due|before|until|bis)\b|[(—–,📅-])\s*(?:the\s+)?$")
_AND = re.compile(r"\s*(?:&|/|,|\+|\band\b|\bund\b|\bet\b)\s*")
_LEAD_WIDTH = 24


class Owned(NamedTuple):
    """The owner as a field, the owner's side, and the passage without the prefix that named the owner."""

    owner: Field
    side: str
    passage: Passage


def side_of(text: str, cast: Cast, vocabulary: Vocabulary) -> str:
    """Return the side of an owner as written, a person, a company, "us" or several joined; else "unknown"."""
    whole = cast.side(text)
    if whole == "unknown":
        whole = vocabulary.word("side", normalise(text)) or "unknown"
    if whole != "unknown":
        return whole
    bare = text.partition("(")[0].strip()
    parts = [part for part in _AND.split(bare) if part]
    if len(parts) == 1:
        return cast.side(bare) if bare != text else "unknown"
    sides = {cast.side(part) if cast.knows(part) else vocabulary.word("side", part) or "unknown" for part in parts}
    if sides == {"client", "seller"} or "both" in sides:
        return "both"
    return sides.pop() if len(sides) == 1 else "unknown"


def is_owner(text: str, cast: Cast, vocabulary: Vocabulary) -> bool:
    """Say whether words before a colon name an owner: somebody known, a side, one to three capitalised words."""
    if cast.knows(text) or vocabulary.word("side", normalise(text)) is not None:
        return True
    parts = [part for part in _AND.split(text) if part]
    if len(parts) > 1:
        return all(is_owner(part, cast, vocabulary) for part in parts)
    return len(text.split()) <= 3 and persons.is_name(text, vocabulary)


def in_words(passage: Passage, name: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned:
    """Find the owner in a step's words; ``name`` is the unknown label in front of them, empty where there is none."""
    if name.text and is_owner(name.text, cast, vocabulary):
        return _owned(name, "label", passage, cast, vocabulary)
    prefix = _PREFIX.match(passage.text)
    if prefix and is_owner(prefix[1], cast, vocabulary):
        rest = passage.cut(Span(prefix.end(), len(passage.text)))
        return _owned(passage.cut(Span(*prefix.span(1))), "label", rest, cast, vocabulary)
    dashed = _DASHED.match(passage.text)
    if dashed and cast.knows(dashed[1]):
        rest = passage.cut(Span(dashed.end(), len(passage.text)))
        return _owned(passage.cut(Span(*dashed.span(1))), "label", rest, cast, vocabulary)
    at = _AT.search(passage.text)
    if at:
        return _owned(passage.cut(Span(*at.span(1))), "text", passage, cast, vocabulary)
    inline = _INLINE_OWNER.search(passage.text)
    if inline and not is_placeholder(inline[1], vocabulary):
        return _owned(passage.cut(Span(*inline.span(1))).strip(), "text", passage, cast, vocabulary)
    return _trailing(passage, cast, vocabulary) or Owned(ABSENT, "unknown", passage)


def from_words(words: Passage, surface: str, passage: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned:
    """Take the owner from a column or a label of its own."""
    if is_placeholder(words.text, vocabulary):
        return Owned(ABSENT, "unknown", passage)
    return _owned(words, surface, passage, cast, vocabulary)


def _owned(words: Passage, surface: str, passage: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned:
    name = words.text.strip().lstrip("@")
    spoken = name if " " in name else name.replace(".", " ")
    return Owned(field(name, words, surface), side_of(spoken, cast, vocabulary), passage)


def _trailing(passage: Passage, cast: Cast, vocabulary: Vocabulary) -> Owned | None:
    """Find "… — Ana Ruiz, by 12 June" and "… (Ana, 12 June)": only people the plan knows."""
    text = passage.text
    start = max(text.rfind(" — "), text.rfind(" – "), text.rfind(" - ")) + 3
    if text.rstrip().endswith(")"):
        start = max(start, text.rfind("(") + 1)
    if start <= 3:
        return None
    end = next((index for index in range(start, len(text)) if text[index] in ",;)"), len(text))
    words = passage.cut(Span(start, end)).strip()
    name = re.split(r"\s+(?:by|due|until|bis)\b", words.text, maxsplit=1)[0]
    sided = name and (cast.knows(name) or vocabulary.word("side", name) is not None)
    return _owned(words.cut(Span(0, len(name))), "text", passage, cast, vocabulary) if sided else None


def due_in_words(passage: Passage, vocabulary: Vocabulary, near: str) -> Field:
    """Find when a step is due: "by 12 June", "(Dec 20)", "due: ASAP", a date at the end; no other counts."""
    text = passage.text
    labelled = _INLINE_DUE.search(text)
    if labelled and not is_placeholder(labelled[1], vocabulary):
        return due_from(passage.cut(Span(*labelled.span(1))).strip(), "text", vocabulary, near)
    for found in dates.find(text, vocabulary, near):
        lead = _LEAD.search(text[max(0, found.span.start - _LEAD_WIDTH) : found.span.start])
        ends = not text[found.span.end :].strip(" .)!✅")
        if lead or ends or not text[: found.span.start].strip():
            return field(found.iso, passage.cut(found.span), "text")
    return _due_word(passage, vocabulary)


def due_from(words: Passage, surface: str, vocabulary: Vocabulary, near: str) -> Field:
    """Take the due date from a column or a label: ISO where it is one exact day."""
    if is_placeholder(words.text, vocabulary):
        return ABSENT
    found = dates.first(words.text, vocabulary, near)
    return field(found.iso if found else "", words, surface)


def _due_word(passage: Passage, vocabulary: Vocabulary) -> Field:
    """Find "by Friday", "(next week)" or a last "ASAP": said, but no exact day."""
    folded = passage.text.casefold()
    if len(folded) != len(passage.text):
        return ABSENT
    for name in ("due-word", "weekday"):
        for word in vocabulary.words[name]:
            at = folded.rfind(word)
            behind = folded[at + len(word) :]
            if at < 0 or behind[:1].isalnum():
                continue
            last = name == "due-word" and not behind.strip(" .)!") and not folded[max(at - 1, 0) : at].isalnum()
            if last or _WORD_LEAD.search(folded[max(0, at - _LEAD_WIDTH) : at]):
                return field("", passage.cut(Span(at, at + len(word))), "text")
    return ABSENT
