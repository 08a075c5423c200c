"""Tells a short note about a sale by how it talks, where no title, label or heading says what it is."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import moments
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


def is_of_a_sale(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether ``text`` is a short note in which people promise acts, of a sale, to somebody who is “us”, by days.

    All of it has to be there: words of buying and selling, two lines that somebody owns, our side, and a day.
    """
    if len(text) > _LONGEST or _FENCE.search(text):
        return False
    words = {word.casefold() for word in _WORD.findall(text)}
    sale = len(words & vocabulary.words["sale-word"].keys()) + bool(_MONEY.search(text))
    if sale < _FEWEST or sum(1 for _ in _PROMISE.finditer(text)) < _FEWEST or not _OURS.search(text):
        return False
    return bool(moments.find(text, vocabulary, Anchor("")))
