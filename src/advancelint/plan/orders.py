"""Tells of a step that nobody owns whether its author means to do it: “Book parking”, “Reservar hotel”.

A plan is kept by a seller, so an order in it that is given to nobody is given to its author.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan.given import given
from advancelint.reading import Reading
from advancelint.reading.lexicon import load

_BEHIND_AN_ORDER = frozenset({"the", "a", "an", "our", "their", "his", "her", "my", "if", "whether", "back", "with"})
# What stands behind a noun, and what the client does as often as we.
_NO_OBJECT = frozenset({"to", "of", "by", "in", "on", "at", "for", "from", "and", "as", "will", "form"})
_NOT_OURS = frozenset(
    {"sign", "approve", "accept", "agree", "decide", "confirm", "plan", "test", "trial", "pilot", "order"}
)
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
    if is_passive(text):
        return False
    if reading.actor.value == "seller" and reading.construction.value in ("imperative", "learning"):
        return True
    first, _, rest = text.strip().partition(" ")
    return _is_order(first, rest.partition(" ")[0])


def is_passive(text: str) -> bool:
    """Say whether a step is to be done by somebody whom it does not name: "samples to be sent"."""
    return _PASSIVE.search(text[:_WIDEST]) is not None


def is_done(text: str) -> bool:
    """Say whether words behind a name say what somebody does or is to do: "fit the meter", not "list with prices"."""
    first, second = (*text.split(" ", 2), "", "")[:2]
    form = load("en").forms.get(first)
    behind = second.casefold() in _NO_OBJECT or second == "with"
    return form is not None and not set("bs").isdisjoint(form[1]) and not behind


def begins(text: str) -> bool:
    """Say whether words begin with an order of several words: "book the van", not "return by Friday"."""
    first, second, *_ = (*text.split(" ", 2), "")
    return _is_order(first, second)


def _is_order(first: str, second: str) -> bool:
    """Say whether the first two words of a text order somebody about: "Ring Dougie", "order 10 sets", "redo it"."""
    folded = first.casefold()
    base, again = _is_base(folded), folded.startswith("re") and _is_base(folded[2:])
    if not second or "://" in second or first in given() or not (base or again):
        return False
    if second.casefold() in _BEHIND_AN_ORDER or (base and (second[0].isdigit() or second in given())):
        return True  # a noun such as "visit" has neither behind it
    form = load("en").forms.get(second.casefold())
    is_said = form is not None and set("bg").isdisjoint(form[1])  # "Board meets", "ring is broken"
    noun = folded in load("en").nominals or folded in _NOT_OURS
    return not noun and not is_said and second[0].isalnum() and second.casefold() not in _NO_OBJECT


def _is_base(word: str) -> bool:
    form = load("en").forms.get(word)
    return form is not None and "b" in form[1]
