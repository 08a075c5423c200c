"""Weighs what kind of plan a document is from many weak signs, and whether it is one where nothing says so."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import dates, talk
from advancelint.plan.kind_signs import signs
from advancelint.plan.material import Material
from advancelint.plan.weighing import Scales, chance, weights

SURE = 0.6  # from this chance on a plan is of another kind than rules say
_FEWEST = 16  # signs; whatever has fewer tells too little
# So many goals are likely, so many goals and steps, so many people and days are named; and on a page that tells
# others how to work, which is full of goals, too, more words than one in a hundred speak to them.
_GOALS, _UNITS, _PEOPLE, _DAYS, _ADDRESSED = 2.0, 2.5, 2, 2, 0.01
_TOLD = expression(
    r"\b(?:you|your|always|never|usually|every|must not|immer|nie|toujours|jamais|siempre|nunca|sempre)\b",
    re.IGNORECASE,
)


def is_plan(material: Material) -> bool:
    """Say whether a short text reads like a plan: goals, steps, people and days, and no advice to whoever reads it."""
    text, vocabulary = material.source.text, material.vocabulary
    if not talk.may_be(text) or talk.people(text, vocabulary) < _PEOPLE:
        return False
    if sum(1 for line in text.split("\n") for _ in dates.find(line, vocabulary)) < _DAYS:
        return False
    if sum(1 for _ in _TOLD.finditer(text)) > _ADDRESSED * len(text.split()):
        return False
    scales = Scales(material.outline, "notes", vocabulary, text)
    goals = sum(scales.chances("objective"))
    return goals >= _GOALS and goals + sum(scales.chances("step")) >= _UNITS


def likeliest(material: Material, title: str, kind: str, why: str) -> str:
    """Return the kind of a plan that rules call ``kind`` for the reason ``why``: another where all signs tell it."""
    found = set(signs(material, title, kind, why))
    if sum(any(sign in known for known in weights("kinds").values()) for sign in found) < _FEWEST:
        return kind
    best, other = max((chance(known, found), name) for name, known in weights("kinds").items())
    return other if best >= SURE else kind
