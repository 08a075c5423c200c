"""Words as `phrases` compares them, and a table in which many expressions are looked up in one pass."""

from __future__ import annotations

import unicodedata

from advancelint.expressions import expression
from advancelint.records import NamedTuple

# A mark that goes with the letter before it, and what is invisible inside a word: soft hyphens, zero-width characters.
_MARK = "\u0300-\u036f"
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_APOSTROPHES = "'’‘ʼ´"
_LETTERS = rf"\w[\w{_MARK}{_UNSEEN}]*"
WORD = expression(rf"{_LETTERS}(?:[{_APOSTROPHES}]{_LETTERS})*")
_WRITTEN = expression(rf"(?P<word>{WORD.pattern})(?P<star>\*?)|\*")
_OTHER_APOSTROPHES = expression(f"(?<=.)[{_APOSTROPHES}]")
_HIDDEN = expression(f"[{_UNSEEN}]")
LEAST_STEM = 3
_POSSESSIVE = "'s"


class Word(NamedTuple):
    """A word as it is compared; ``open`` says that any ending may follow."""

    text: str
    open: bool


class Stretch(NamedTuple):
    """Where an expression was met: words from ``first`` up to ``end`` (exclusive), and what was kept with it."""

    first: int
    end: int
    kept: str


class Table(NamedTuple):
    """Expressions by their words; what is kept with one stands at its last word.

    ``stems`` holds the open words by their first letters.
    """

    words: dict[str, Table]
    stems: dict[str, dict[str, Table]]
    kept: list[str]

    @classmethod
    def empty(cls) -> Table:
        """Return a table without expressions."""
        return cls({}, {}, [])

    def add(self, expression: tuple[Word, ...], kept: str) -> bool:
        """Add ``expression`` with what is to be ``kept`` with it; return False where it is there already."""
        here = self
        for word in expression:
            branches = here.stems.setdefault(word.text[:LEAST_STEM], {}) if word.open else here.words
            here = branches.setdefault(word.text, Table.empty())
        known = bool(here.kept)
        here.kept[:] = here.kept or [kept]
        return not known

    def longest(self, words: list[str], first: int, *, possessive: bool = False) -> Stretch | None:
        """Return the longest expression that begins with ``words[first]``; None where none does.

        ``possessive`` lets its last word have an 's behind it.
        """
        best: Stretch | None = None
        open_ends = [(self, first)]
        while open_ends:
            here, at = open_ends.pop()
            if here.kept and (best is None or at > best.end):
                best = Stretch(first, at, here.kept[0])
            if at == len(words) or not (here.words or here.stems):
                continue
            word = words[at]
            if found := here.words.get(word):
                open_ends.append((found, at + 1))
            if possessive and word.endswith(_POSSESSIVE):
                owner = here.words.get(word.removesuffix(_POSSESSIVE))
                if owner and owner.kept:
                    open_ends.append((owner._replace(words={}, stems={}), at + 1))
            for stem, branch in here.stems.get(word[:LEAST_STEM], {}).items() if here.stems else ():
                if word.startswith(stem):
                    open_ends.append((branch, at + 1))
        return best


def normal(word: str) -> str:
    """Return ``word`` as it is compared: without case (ß is ss), composed, with one kind of apostrophe."""
    if word.isascii():
        return word.lower()
    seen = _HIDDEN.sub("", word)
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFD", seen).casefold())
    return _OTHER_APOSTROPHES.sub("'", folded)


def read_expression(text: str) -> tuple[tuple[Word, ...], str]:
    """Return the words of an expression as a card writes it, and what is wrong with it ("" where nothing is)."""
    words: list[Word] = []
    for match in _WRITTEN.finditer(text):
        word = normal(match["word"] or "")
        joined = text[match.end() : match.end() + 1]
        if match["star"] == "" and match["word"]:
            words.append(Word(word, open=False))
        elif len(word) < LEAST_STEM or joined.isalnum() or joined == "*":
            return (), "a “*” stands at the end of a word, behind three letters or more"
        else:
            words.append(Word(word, open=True))
    return tuple(words), "" if words else "a phrase needs at least one word"
