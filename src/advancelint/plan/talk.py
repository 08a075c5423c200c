"""Tells a short note about a sale by how it talks, where no title, label or heading says what it is."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import moments
from advancelint.plan.given import given
from advancelint.plan.periods import Anchor
from advancelint.plan.vocabulary import Vocabulary

_LONGEST = 8_000  # notes are short; what is longer has headings that say what it is
_FENCE = expression(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_WORD = expression(r"[^\W\d_]+")
_MONEY = expression(
    r"[£€$]\s?\d|\b\d[\d.,']{0,12}\s?(?:k|m|mio|tsd)?\s?(?:€|£|eur|usd|gbp|chf|nok|sek|dkk)\b", re.IGNORECASE
)
_NAME = r"[^\W\d_a-zà-öø-ÿ][\w'’.]{1,20}"
_SELF = r"(?:me|us|we|I|ich|wir|moi|nous|yo|eu|nosotros|nós)"
_WHO = rf"(?:{_SELF}|{_NAME}(?: {_NAME})?)(?:\s?[+&/]\s?(?:{_SELF}|{_NAME}))*"
# "- Ana: send it", "* me – ring Colm", "3. Philippa sends the terms", "| Jo | weave 2 m | 20 May |"
_PROMISE = expression(
    rf"^[ \t]*(?:[-*+•→>]|->|\d{{1,2}}[.)]|\[.\]|\|)[ \t]*(?:\[.\][ \t]*)?(?:\*\*)?{_WHO}(?:\*\*)?"
    r"(?: \([^()\n]{1,40}\))?(?:\s?(?::|–|—|\||→)|\s-\s"
    r"|\s(?:to|will|sends|gets|marks|picks|brings|is going to|schickt|envoie|manda|envía|envia)\s)",
    re.MULTILINE,
)
_OURS = expression(r"\b(?:me|us|our|my|uns|wir|nous|nos|nosotros|nós)\b", re.IGNORECASE)
_FEWEST = 2
_AIMED = frozenset({"objective", "call objective"})


def is_of_a_sale(text: str, vocabulary: Vocabulary, roles: frozenset[str]) -> bool:
    """Say whether ``text`` is a short note of a sale: "us", a day, two people or two promises, words of selling.

    ``roles`` are the parts of a plan that were seen in it: where one is an objective, promises need no word of selling.
    """
    if len(text) > _LONGEST or _FENCE.search(text) or not _OURS.search(text):
        return False
    words = _WORD.findall(text)
    sale = len({word.casefold() for word in words} & vocabulary.words["sale-word"].keys()) + bool(_MONEY.search(text))
    promised = sum(1 for _ in _PROMISE.finditer(text)) >= _FEWEST
    named = len(given() & set(words)) >= _FEWEST
    fewer = named and promised and (sale > 0 or bool(roles & _AIMED))
    told = fewer or (sale >= _FEWEST and (promised or named))
    return told and bool(moments.find(text, vocabulary, Anchor("")))
