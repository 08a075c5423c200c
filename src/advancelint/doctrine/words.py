"""Words of a line with their places, and the forms of the verbs that the ladder's patterns use."""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from advancelint.expressions import expression
from advancelint.resources import folder, rows

_WORD = expression(r"[^\W_]+(?:['’][^\W_]+)?")
_BREAK = expression(r"[.;!?](?=\s|$)|\n|: | [–—] ")
_VOWELS = "aeiou"
_SHORT = 2


class Word(NamedTuple):
    """A word in lower case without a genitive ending; ``start`` is its 0-based code point, ``opens`` a new sentence."""

    text: str
    start: int
    opens: bool
    comma: bool


def words_of(text: str) -> list[Word]:
    """Return the words of ``text``; a hyphen parts words, a full stop behind two letters ends no sentence."""
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        gap = text[last : match.start()]
        broken = (
            gap != " " and bool(_BREAK.search(gap)) and not (found and gap[:1] == "." and len(found[-1].text) <= _SHORT)
        )
        found.append(Word(_without_genitive(match.group().lower()), match.start(), broken or not found, "," in gap))
        last = match.end()
    return found


def _without_genitive(word: str) -> str:
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return word


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


def singular(word: str) -> str:
    """Return ``word`` without a plural ending; a word that has none comes back as it is."""
    if len(word) <= _SHORT + 1 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word.removesuffix("s")
