"""Reads people out of sentences below a heading of people: "Siobhan Macready is the engineering director."."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import persons
from advancelint.plan.persons import Named
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Passage, Span

_SENTENCE = expression(r"[^.!?]+[.!?]?")
FULL_NAME = expression(
    r"(?<![\w'’-])[^\W\d_a-zß-öø-ÿ][\w'’-]*[^\W\d_](?: [^\W\d_a-zß-öø-ÿ][\w'’-]*[^\W\d_]){1,2}(?![\w'’-])"
)
_OURS = expression(
    r"\b(?:our side|our team|our end|from us|for us(?= ?(?:[.,;:)&]|$|and\b|in\b|on\b))|of ours"
    r"|unsererseits|von uns|von unserer Seite"
    r"|de notre côté|chez nous|(?:por|de) nuestra parte|(?:da|por) nossa parte|do nosso lado)\b",
    re.IGNORECASE,
)
_DEGREE, _LONGEST_TITLE = expression(r"(?<![\w.])([^\W\d_]{2,5}\.) $"), 8
_LISTS = ("company-word", "company-suffix", "not-an-owner", "role-word", "month", "weekday", "call-word")


def people(passage: Passage, vocabulary: Vocabulary) -> list[Named]:
    """Return the first and last names in running text, each once; a sentence that says "our side" names ours."""
    found: dict[str, Named] = {}
    for sentence in _SENTENCE.finditer(passage.text):
        side = "seller" if _OURS.search(sentence.group()) else ""
        for match in FULL_NAME.finditer(passage.text, *sentence.span()):
            name = match.group()
            if is_person(name, vocabulary):
                start = match.start() - degree(passage.text, match.start(), vocabulary)
                name, span = passage.text[start : match.end()], passage.source_span(Span(start, match.end()))
                found.setdefault(name, Named(name, "", "", span, side))
    return list(found.values())


def degree(text: str, start: int, vocabulary: Vocabulary) -> int:
    """Return the length of "Dr. " right before a name that begins at ``start``; 0 where no such title stands there."""
    before = _DEGREE.search(text, max(start - _LONGEST_TITLE, 0), start)
    return len(before.group()) if before and vocabulary.word("honorific", before[1]) == "degree" else 0


def is_person(name: str, vocabulary: Vocabulary) -> bool:
    """Say whether a full name in running text is a person's, and no company, role, month or place in a calendar."""
    words = [word.casefold() for word in name.split()]
    listed = any(vocabulary.word(which, word) is not None for which in _LISTS for word in words)
    return (
        persons.is_name(name, vocabulary)
        and not listed
        and not name.isupper()
        and not persons.is_role(name, vocabulary)
    )
