"""Finds the stock phrases of the lexicon in a line, in one pass with a first-word index."""

from __future__ import annotations

from advancelint.reading.lexicon import Lexicon, Phrase
from advancelint.reading.tokens import Token
from advancelint.records import NamedTuple

_LONGEST_GAP = 4
_SKIPPED = frozenset(("the", "a", "an"))


class Match(NamedTuple):
    """A stock phrase over tokens ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    kind: str
    row: str


def find(tokens: list[Token], lexicon: Lexicon) -> list[Match]:
    """Return the phrases in ``tokens``, longest first at each place, in order of place."""
    found: list[Match] = []
    for index, token in enumerate(tokens):
        norm, lemma = token.norm, token.lemma
        for key in (norm,) if norm == lemma else (norm, lemma):
            for phrase in lexicon.phrases.get(key, ()):
                last = _matches(tokens, index, phrase)
                if last:
                    found.append(Match(index, last, phrase.kind, phrase.row))
    return sorted(found, key=lambda match: (match.first, -match.last, match.kind))


def _matches(tokens: list[Token], index: int, phrase: Phrase) -> int:
    at = index
    for position, word in enumerate(phrase.words):
        if word == "*":
            at = _gap(tokens, at, phrase.words[position + 1])
            if not at:
                return 0
            continue
        while position and at < len(tokens) and tokens[at].norm in _SKIPPED:
            at += 1
        if not _same(tokens, at, word):
            return 0
        at += 1
    return at


def _gap(tokens: list[Token], at: int, word: str) -> int:
    for end in range(at + 1, min(at + 1 + _LONGEST_GAP, len(tokens))):
        if _same(tokens, end, word):
            return end
        if tokens[end].norm in (".", ";", "!", "?", "|"):
            return 0
    return 0


def _same(tokens: list[Token], at: int, word: str) -> bool:
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.norm == word or token.lemma == word or (token.has("be") and word == "be"):
        return True
    return token.norm.endswith("s") and token.norm[:-1] == word and len(word) > 2
