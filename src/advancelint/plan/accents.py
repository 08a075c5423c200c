"""Letters as keyboards and names of files without accents have them: "a faire avant", "sao bento"."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TypeVar

# What is shorter can be another word: "até", "excusé".
_SHORTEST = 7
Meaning = TypeVar("Meaning")


def plain(text: str) -> str:
    """Return a text, as long as it was, without accents."""
    return text if text.isascii() else "".join(unicodedata.normalize("NFD", char)[:1] or char for char in text)


def with_plain(meanings: Mapping[str, Meaning]) -> dict[str, Meaning]:
    """Return what words mean, with their forms without accents; what these mean already, they keep."""
    accented = ((words, found) for words, found in meanings.items() if len(words) >= _SHORTEST and not words.isascii())
    return {**{plain(words): found for words, found in accented}, **meanings}
