"""Weighs what kind of plan a document is from many weak signs, and whether it is one where nothing says so."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import below, dates, persons, rung, talk
from advancelint.plan.given import given, is_only_a_name
from advancelint.plan.kind_signs import signs
from advancelint.plan.material import Material
from advancelint.plan.vocabulary import Vocabulary
from advancelint.plan.weighing import Scales, chances, weights
from advancelint.reading.lexicon import load

# From the first of these chances on a plan is of another kind than rules say, from the second on a deal is a log of
# calls, from the last on a page that they call none is a mutual plan.
SURE, _SURE_OF_LOG, _MUTUAL = 0.6, 0.8, 0.7
_FEWEST = 16  # signs; whatever has fewer tells too little
# So many goals are likely, so many goals and steps, somebody and so many days are named; and on a page that tells
# others how to work, which is full of goals, too, more words than one in a hundred speak to them.
_GOALS, _GOALS_INSIDE, _UNITS, _PEOPLE, _DAYS, _ADDRESSED = 0.98, 2.5, 2.5, 1, 2, 0.01
_GOAL_AMONG, _UNITS_AMONG, _SEVERAL = 0.9, 1.5, 2  # fewer are enough in running text that names people
_UNITS_OF_CALL = 1.0  # below a first line that tells of a call
_LONGEST_OPENING = 120
# What a licence permits reads like what somebody is to do.
_LICENCE = expression(r"\b(?:all rights reserved|licensed under|hereby granted|without warranty)\b", re.IGNORECASE)
_HARDLY = 0.1  # a page of many lines that are no goals is not one goal
_MANY_GOALS = 3.0  # where so many goals are likely, one day less will do, and twice as many such words are allowed
# A preparation with a goal, in which next to nothing is told of a call and nothing came of one, is no note of it.
_HARDLY_TOLD, _AIMED = frozenset({"told 0", "told 1"}), frozenset({"label objective", "section objective"})
_OVER = frozenset({"label outcome", "section outcome", "column outcome"})
_WORD, _WORK = expression(r"[^\W\d_]+"), expression(r"[^\W\d_] \(([^()]{2,40})\)")
_QUOTE = expression(r"[\"“„«][^\"“”„«»\n]*[\"”“»]")
_LOWER, _PAIR = expression(r"\b[^\W\d_A-Z]{3,}\b"), expression(r"\b[^\W\d_a-z][^\W\d_]+ [^\W\d_a-z][^\W\d_]+\b")
_TOLD = expression(
    r"\b(?:you|your|always|never|usually|every|must not|immer|nie|toujours|jamais|siempre|nunca|sempre)\b",
    re.IGNORECASE,
)


def is_plan(material: Material, *, foreign: bool = False, called: bool = False) -> bool:
    """Say whether a short text reads like a plan: goals, steps, people and days, and no advice to whoever reads it.

    ``foreign`` says that its title is one of work inside a team, which "Lyle Engineering" is not, ``called`` that it is
    that of a call to come.
    """
    text, vocabulary = material.source.text, material.vocabulary
    titled, called = called, called or rung.opens(text, vocabulary, material.begin)
    if not talk.is_short(text) or _LICENCE.search(text) or _people(text, vocabulary) < _PEOPLE - called:
        return False
    days = _days(text, vocabulary)
    said = (line for line in _QUOTE.sub("", text).split("\n") if not below.is_asked(line.strip(" -*•")))
    told = sum(len(_TOLD.findall(line)) for line in said)
    addressed = told / len(text.split()) if told > 1 else 0.0  # "trips every Monday"
    if days < _DAYS - 1 - titled or addressed > 2 * _ADDRESSED:
        return False
    scales = Scales(material.outline, "notes", vocabulary, text)
    goals = sum(chance for chance in scales.chances("objective") if chance >= _HARDLY)
    steps = sum(scales.chances("step"))
    least = (1 if addressed <= _ADDRESSED else 2) * _UNITS_OF_CALL
    if called and goals + (0 if foreign else steps) >= least / (2 if _names_work(text, vocabulary) else 1):
        return True
    if goals < _MANY_GOALS and (days < _DAYS or addressed > _ADDRESSED):
        return False
    if foreign:
        return goals >= _GOALS_INSIDE and goals + steps >= _UNITS
    running = len(material.outline.sections) == 1  # somebody's dictation, not the minutes of a team's own meeting
    if running and days >= _DAYS and _people(text, vocabulary) >= _SEVERAL:
        return goals >= _GOAL_AMONG and goals + steps >= _UNITS_AMONG
    return goals >= _GOALS and goals + steps >= _UNITS


def _names_work(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether the first line of a text says what somebody does: "Norwood, Tue 1 Dec, Ana (buyer)"."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return any(persons.is_role(match[1], vocabulary) for match in _WORK.finditer(first[:_LONGEST_OPENING]))


def _days(text: str, vocabulary: Vocabulary) -> int:
    """Return how many days a text seems to name, also by the weekday alone."""
    dated = sum(1 for line in text.split("\n") for _ in dates.find(line, vocabulary))
    return dated + sum(vocabulary.word("weekday", word.casefold()) is not None for word in _WORD.findall(text))


def _people(text: str, vocabulary: Vocabulary) -> int:
    """Return how many people a text seems to name, also by two words that are only names, or without capitals."""
    common, words = load("en").common, set(_LOWER.findall(text))
    lowered = {word for word in words if word not in common and word.title() in given()}
    pairs = {match.group() for match in _PAIR.finditer(text) if all(map(is_only_a_name, match.group().split()))}
    return max(talk.people(text, vocabulary), len(pairs), len(lowered))


def likeliest(material: Material, title: str, kind: str, why: str) -> str:
    """Return the kind of a plan that rules call ``kind`` for the reason ``why``: another where all signs tell it."""
    found = frozenset(signs(material, title, kind, why))
    best, other = _weighed(found)
    if best < _SURE_OF_LOG and (kind, other) == ("deal", "notes"):
        return kind  # a deal's page keeps a log, too
    if kind == "notes" and other == "prep" and "column outcome" in found:
        return kind  # a list of calls of which some are over
    ahead = kind == "prep" and other == "notes" and found.isdisjoint(_OVER)
    if best < SURE or (ahead and not (_AIMED.isdisjoint(found) or _HARDLY_TOLD.isdisjoint(found))):
        return kind
    return other


def is_mutual(material: Material, title: str, why: str) -> bool:
    """Say whether a document, no plan by the rules for the reason ``why``, is very like a mutual action plan.

    Hardly another page is laid out as these are, and each team has its own name for one: "Joint path to go-live".
    """
    likely, kind = _weighed(frozenset(signs(material, title, "none", why)))
    return kind == "map" and likely >= _MUTUAL


def _weighed(found: frozenset[str]) -> tuple[float, str]:
    """Return the likeliest kind of a document with these signs, behind its chance, 0 where they tell too little."""
    best = max(chances(weights("kinds"), found))
    told = sum(map(weights("kinds").knows, found))
    return best if told >= _FEWEST else (0.0, best[1])
