"""Tells of a step that nobody owns whether its author means to do it: “Book parking”, “Reservar hotel”.

A plan is kept by a seller, so an order in it that is given to nobody is given to its author.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.reading import Reading
from advancelint.reading.lexicon import load

_BEHIND_AN_ORDER = frozenset({"the", "a", "an", "our", "their", "his", "her", "my", "if", "whether", "back", "with"})
# The endings of the form in which people order themselves about, and where in the line it stands.
_INFINITIVES = {
    "es": expression(r"\w{2,}[aei]r(?:le|les|lo|la|nos)?\b"),
    "pt": expression(r"\w{2,}[aei]r(?:-\w+)?\b"),
    "fr": expression(r"\w{2,}(?:er|ir|re)\b"),
    "de": expression(r".*\b[a-zäöü]{3,}(?:en|rn|ln)\W*$", re.DOTALL),
}
_SUBJECT = expression(r"\b(?:wird|werden|wurde|wollen|müssen|sollen|haben|sind|möchten)\b", re.IGNORECASE)
_PASSIVE = expression(r"\bto be \w+(?:ed|n|t)\b", re.IGNORECASE)
_WIDEST = 200


def is_own(text: str, reading: Reading, language: str) -> bool:
    """Say whether ``text``, a step that nobody is said to own, orders its author; ``language`` is "" for English."""
    if language:
        pattern = _INFINITIVES.get(language)
        line = text[:_WIDEST].strip().rstrip(".!")
        return pattern is not None and pattern.match(line) is not None and not _SUBJECT.search(line)
    if _PASSIVE.search(text[:_WIDEST]):
        return False
    if reading.actor.value == "seller" and reading.construction.value in ("imperative", "learning"):
        return True
    first, _, rest = text.strip().partition(" ")
    form = load("en").forms.get(first.casefold())
    return form is not None and "b" in form[1] and rest.partition(" ")[0].casefold() in _BEHIND_AN_ORDER
