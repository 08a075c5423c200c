"""Tells what the words beside a word for a call make of it: a verb, a part of a longer word, or that call itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advancelint.plan import callwords
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load


def is_encounter(word: str, vocabulary: Vocabulary, language: str) -> bool:
    """Say whether a case-folded word is one for an encounter: "visit", and "Antrittsbesuch" as it ends so.

    Some words are one in a single language only: a "point".
    """
    return vocabulary.word("encounter", word) in {"", language} or word.endswith(callwords.ENDS)


def is_act(word: str) -> bool:
    """Say whether the first word of a sentence is a verb in the form of an order or a note: "Prepare", "preparar"."""
    form = load("en").forms.get(word.casefold())
    return (form is not None and "b" in form[1]) or word.casefold().endswith(("ar", "er", "ir", "re"))


def has_joint(tokens: Sequence[re.Match[str]], vocabulary: Vocabulary) -> bool:
    """Say whether one of several words joins: "and" does not count."""
    return any(joins(one.group(), vocabulary) and one.group() != "and" for one in tokens)


def joins(word: str, vocabulary: Vocabulary) -> bool:
    """Say whether a word joins a call to what follows: "with", "at"."""
    return vocabulary.word("joint", word.casefold()) is not None


def may_follow(word: str, vocabulary: Vocabulary) -> bool:
    """Say whether ``word`` can stand behind a word for a call that is no part of a longer one, as "demo data"."""
    folded = word.casefold()
    return (
        not word[0].isalpha()
        or word[0].isupper()
        or joins(word, vocabulary)
        or vocabulary.word("weekday", folded) is not None
        or vocabulary.word("month", folded) is not None
    )
