"""Tells in which language a plan is written, by the little words that no text does without."""

from __future__ import annotations

import re
from collections import Counter

from advancelint.plan.vocabulary import Vocabulary

READ = "en"  # the language whose sentences can be read
LANGUAGES = ("de", "fr", "es", "pt")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH, _FEW, _LONGEST = 5, 2, 20_000


def find(text: str, vocabulary: Vocabulary) -> str:
    """Return one of `LANGUAGES` for a text in that language; "" for English and for what cannot be told.

    A word that two languages share counts for both, so only a clear majority over English tells. A short plan may hold
    two such words and no English one; "de la" alone may be a name.
    """
    counts: Counter[str] = Counter()
    bare: Counter[str] = Counter()  # without the words that names hold
    used = Counter(map(str.casefold, _WORD.findall(text, 0, _LONGEST)))
    for word, languages in vocabulary.words["language-word"].items():
        if word in used:
            told = dict.fromkeys(languages.split(), used[word])
            counts.update(told)
            if vocabulary.word("particle", word) is None:
                bare.update(told)
    english = counts.pop(READ, 0)
    if not counts:
        return ""
    language, count = max(sorted(counts.items()), key=lambda one: one[1])
    short = count >= _FEW and not english and bare[language] > 0
    return language if short or (count >= _ENOUGH and count > 2 * english) else ""
