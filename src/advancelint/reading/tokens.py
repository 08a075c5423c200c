"""Cuts a passage into tokens and looks each one up, in one pass over the text."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.reading.lexicon import Lexicon, Verb
from advancelint.records import NamedTuple

# A line longer than this is read to here; the reading of such a line is never sure.
MOST_TOKENS = 240

_TOKEN = expression(
    r"""
    (?=[wgnprfmWGNPRFM])(?P<slashed>
      (?i:w/(?:in|out|o|c|e(?=[\s.,;)?!]|$))?(?![^\W_])|go/no-go|n/a\b|P&T|R&D|FP&A|M&A))
  | (?P<number>[£€$]?\d{1,18}(?:[.,:/]\d{1,9}){0,4}(?:-\d{1,4}){0,2}\.?(?:[^\W\d_]{1,8}\b|%)?)
  | (?P<initials>(?:[A-Z]\.){2,4})
  | (?P<word>[^\W\d_][^\W_]{0,60}(?:-[^\W_]{1,60}){0,6}(?i:['’]d\b(?=\s+(?:pt|patient)))?)
  | (?P<clitic>['’](?i:s|ll|d|re|ve|m|t)\b|(?i:(?<=s))['’](?=\s+[^\W\d_]))
  | (?P<arrow>->|=>|→|⇒|➔|»)
  | (?P<dash>—|–|--)
  | (?P<mark>\.{3}|…|[^\w\s])
  | (?P<rest>\S)
    """,
    re.VERBOSE,  # and not IGNORECASE, with which no alternative is passed over by its first character
)


class Token(NamedTuple):
    """One word, number or mark.

    ``norm`` is lower case with short forms written out; ``start``/``end`` are 0-based code points of the passage;
    ``codes`` the verb forms it can be ("" for no known verb); ``classes`` its function word classes; ``capital`` says
    that it begins with a capital letter.
    """

    text: str
    norm: str
    kind: str
    start: int
    end: int
    verb: Verb | None
    codes: str
    classes: frozenset[str]
    capital: bool

    @property
    def lemma(self) -> str:
        """The base form of a known verb, else the normalised word."""
        return self.verb.lemma if self.verb else self.norm

    def has(self, name: str) -> bool:
        """Say whether the word belongs to the function word class ``name``."""
        return name in self.classes


_NO_CLASSES: frozenset[str] = frozenset()
_NO_VERB: tuple[Verb | None, str] = (None, "")


def tokenise(text: str, lexicon: Lexicon) -> list[Token]:
    """Return the tokens of ``text``, at most `MOST_TOKENS`; white space has no token. Linear in the length."""
    found: list[Token] = []
    abbreviations, forms, words = lexicon.abbreviations, lexicon.forms, lexicon.words
    for match in _TOKEN.finditer(text):
        raw, kind = match.group(), match.lastgroup or "rest"
        start, end = match.span()
        if kind == "number" and raw.endswith(".") and not _dotted_date(raw):
            raw, end = raw[:-1], end - 1
        norm = raw.lower()
        if kind == "clitic":
            norm = "'" + (norm[1:] or "s")
            if norm == "'t" and found and found[-1].norm == "won":  # "won't"
                found[-1] = found[-1]._replace(norm="will", verb=None, codes="", classes=words["will"])
        norm = abbreviations.get(norm, norm)
        if raw == "-" and text[start - 1 : start].isspace() and text[end : end + 1].isspace():
            kind = "dash"
        if kind in ("slashed", "initials"):
            kind, norm = "word", norm.replace(".", "")
        verb, codes = forms.get(norm, _NO_VERB) if kind == "word" else _NO_VERB
        found.append(Token(raw, norm, kind, start, end, verb, codes, words.get(norm, _NO_CLASSES), raw[0].isupper()))
        if len(found) >= MOST_TOKENS:
            break
    return found


def _dotted_date(raw: str) -> bool:
    """Say whether the full stop after a number belongs to it, as in "15.04."."""
    return raw.count(".") == 2 and raw.replace(".", "").isdigit()
