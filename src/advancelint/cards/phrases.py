"""``phrases``: words that must not occur, found in one pass over a node's text whatever their number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from advancelint.cards.fields import Fields
from advancelint.cards.keys import PHRASE
from advancelint.cards.shapes import names
from advancelint.mapping import Mapping, Value
from advancelint.rule import Find, Finding, Node
from advancelint.source import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    replacement: str


def _split(text: str) -> tuple[str, ...]:
    return tuple(match.group().lower().replace("’", "'") for match in _WORD.finditer(text))


def compile_phrases(fields: Fields, value: Value) -> Find:
    """Compile a list of phrases; an item is words, or a mapping of ``phrase`` and ``replacement``. Raises CardError."""
    by_first: dict[str, list[_Phrase]] = {}
    for item in fields.sequence(value, "“phrases”"):
        phrase = _phrase(fields, item)
        same_first = by_first.setdefault(phrase.words[0], [])
        if any(known.words == phrase.words for known in same_first):
            fields.fail(f"the phrase “{' '.join(phrase.words)}” stands here twice", item.span)
        same_first.append(phrase)
    for same_first in by_first.values():
        same_first.sort(key=lambda phrase: -len(phrase.words))  # the longest phrase at a place wins
    return lambda node: _find(node, by_first)


def _phrase(fields: Fields, item: Value) -> _Phrase:
    replacement = ""
    words = item
    if isinstance(item, Mapping):
        mapping = fields.mapping(item, "a phrase", names(PHRASE))
        words = fields.required(mapping, "phrase", "the item")
        replacement = fields.optional_words(mapping, "replacement")
    phrase = _Phrase(_split(fields.words(words, "a phrase")), replacement)
    if not phrase.words:
        fields.fail("a phrase needs at least one word", words.span)
    return phrase


def _find(node: Node, by_first: dict[str, list[_Phrase]]) -> Iterator[Finding]:
    matches = list(_WORD.finditer(node.text))
    words = [match.group().lower().replace("’", "'") for match in matches]
    index = 0
    while index < len(words):
        phrase = _phrase_at(words, index, by_first)
        if phrase is None:
            index += 1
            continue
        last = index + len(phrase.words) - 1
        found = Span(matches[index].start(), matches[last].end())
        facts = {"phrase": node.text[found.start : found.end], "replacement": phrase.replacement}
        yield Finding(node.passage.source_span(found), facts)
        index = last + 1


def _phrase_at(words: list[str], index: int, by_first: dict[str, list[_Phrase]]) -> _Phrase | None:
    for phrase in by_first.get(words[index], ()):
        if tuple(words[index : index + len(phrase.words)]) == phrase.words:
            return phrase
    return None
