"""Words of a line with their places, and the forms of the verbs that the ladder's patterns use."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache, lru_cache

from advancelint.expressions import expression
from advancelint.records import NamedTuple
from advancelint.resources import folder, rows

_WORD = expression(r"[^\W_]+(?:['’][^\W_]+)?")
_BREAK = expression(r"[.;!?](?=\s|$)|\n|: | [–—] ")
_GENITIVES = frozenset({"'s", "’s"})
_VOWELS = "aeiou"
_SHORT = 2
_LINE, _KEPT = 400, 256  # so long is a line at most of which the words are kept, and of so many lines


class Word(NamedTuple):
    """A word in lower case without a genitive ending; ``start`` is its 0-based code point, ``opens`` a new sentence."""

    text: str
    start: int
    opens: bool
    comma: bool


def words_of(text: str) -> Sequence[Word]:
    """Return the words of ``text``; a hyphen parts words, a full stop behind two letters ends no sentence."""
    return _words_of_line(text) if len(text) <= _LINE else _words(text)


def word_set(text: str) -> frozenset[str]:
    """Return the texts of the words that `words_of` finds in ``text``."""
    return _set_of_line(text) if len(text) <= _LINE else _set(text)


def _words(text: str) -> tuple[Word, ...]:
    found: list[Word] = []
    last = 0
    opens = True
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap = text[last:start]
        if gap != " " and not opens:
            opens = bool(_BREAK.search(gap)) and not (gap[0] == "." and len(found[-1].text) <= _SHORT)
        found.append(Word(_folded(match.group()), start, opens, gap != " " and "," in gap))
        last, opens = end, False
    return tuple(found)


def _set(text: str) -> frozenset[str]:
    return frozenset(map(_folded, _WORD.findall(text)))


# Many rules ask for the words of the same line, one after the other.
_words_of_line = lru_cache(maxsize=_KEPT)(_words)
_set_of_line = lru_cache(maxsize=_KEPT)(_set)


def _folded(word: str) -> str:
    """Return a word in lower case without a genitive ending."""
    word = word.lower()
    return word[:-2] if word[-2:] in _GENITIVES else word


class Form(NamedTuple):
    """What a written form can be: the base forms it belongs to, and of them those it is the past or participle of."""

    bases: frozenset[str]
    past: frozenset[str]


@cache
def verb_classes() -> dict[str, tuple[str, ...]]:
    """Return the classes of ladder-verbs.tsv by name."""
    table = rows(os.path.join(folder("lexicon"), "en", "ladder-verbs.tsv"))
    return {name: tuple(words.split()) for name, words in table if name.startswith("@")}


@cache
def irregular() -> dict[str, tuple[str, ...]]:
    """Return the forms of irregular verbs by base form; past forms begin with a plus."""
    table = rows(os.path.join(folder("lexicon"), "en", "ladder-verbs.tsv"))
    return {words.split()[0]: tuple(words.split()[1:]) for name, words in table if name == "forms"}


def forms_of(base: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the present and the past forms of a verb by its base form."""
    known = irregular().get(base)
    if known is not None:
        return (base, *(form for form in known if form[0] != "+")), tuple(form[1:] for form in known if form[0] == "+")
    return (base, _with_s(base), _with_ing(base)), (_with_ed(base),)


def _with_s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2:-1] not in _VOWELS else f"{base}s"


def _with_ing(base: str) -> str:
    return f"{base[:-1]}ing" if base.endswith("e") and not base.endswith("ee") else f"{base}ing"


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    return f"{base[:-1]}ied" if base.endswith("y") and base[-2:-1] not in _VOWELS else f"{base}ed"


@lru_cache(maxsize=2048)
def singular(word: str) -> str:
    """Return ``word`` without a plural ending; a word that has none comes back as it is."""
    if len(word) <= _SHORT + 1 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word.removesuffix("s")
