"""Finds who owns a step that nobody is said to own: whoever its first words name, "Marcy sends us the layout".

A name that no list has makes no step of a line. Where a line is a step already, whoever stands before its verb acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from advancelint.expressions import expression
from advancelint.plan import doers, monograms, orders, owner_sides, owners
from advancelint.plan.cast import Cast
from advancelint.plan.given import SELF, is_first
from advancelint.plan.material import field
from advancelint.plan.model import NextStep
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.source import Span

_ONE = r"(?:(?:[DM]r|Mrs|Ms|Prof)\.? )?[^\W\d_a-zß-öø-ÿ][\w'’-]*(?: [^\W\d_a-zß-öø-ÿ][\w'’-]*\.?)?"
# "2 Marcy sends it", "Marcy and Lyle go over it", "marcy (IT) checks it", "Marcy, hold the dates"
_LED = expression(
    rf"(?:\d{{1,2}} )?(?P<who>{_ONE}(?:(?:, | ?[+&/] ?| and | und | et | y | e ){_ONE}){{0,3}}|[^\W\d_A-Z]{{3,}})"
    r"(?: \([^()\n]{2,40}\))?(?P<comma>,)? (?P<verb>[^\W\d_A-Z][\w'’]*)"
)
_BOTH = expression(
    r"(?<!to )(?<!for )(?<!with )(?<!of )\b"
    r"(?:(?:both|all) (?:of us|(?:the )?(?:teams|sides|companies|parties))|(?:die )?beiden? (?:teams|seiten|firmen)"
    r"|les deux (?:équipes|parties|sociétés)|(?:las |as )?(?:dos|duas|ambas) (?:partes|empresas|equipas|equipes)"
    r"|(?:los )?(?:dos|ambos) equipos)\b",
    re.IGNORECASE,
)
_STATES = frozenset({"is", "has", "was", "does", "needs", "wants", "says", "thinks", "knows"})


def named(steps: Iterable[NextStep], cast: Cast, vocabulary: Vocabulary) -> tuple[NextStep, ...]:
    """Return ``steps``, those without an owner with whoever their first words say acts, whom ``cast`` need not know."""
    everybody = tuple(steps)
    owning = frozenset(part for one in everybody for part in doers.named_in(one.owner.value))
    return tuple(
        one if one.owner.present or one.side == "both" else _named(one, cast, owning, vocabulary) for one in everybody
    )


def _named(step: NextStep, cast: Cast, owning: frozenset[str], vocabulary: Vocabulary) -> NextStep:
    led = _LED.match(step.passage.text)
    if step.side == "unknown" and _BOTH.search(step.passage.text):
        return step._replace(side="both")  # "the workshop, both teams"
    if not led or led["who"].casefold() in SELF:
        return step
    parts = [part for part in owner_sides.AND.split(led["who"]) if part]
    known = all(_is_known(part, cast, owning) for part in parts)
    if not known and len(parts) > 1 and all(map(monograms.are_letters, parts)):
        return step  # "DMF + COA set in one folder"
    if not known and not all(_is_known(part, cast, owning) or _may_be(part, cast, vocabulary) for part in parts):
        return step
    behind = step.passage.text[led.start("verb") :]
    if not (_addresses(behind) if led["comma"] else _acts(behind, vocabulary, known=known, many=len(parts) > 1)):
        return step
    words = step.passage.cut(Span(*led.span("who")))
    told = owner_sides.side_of(words.text, cast, vocabulary)
    return step._replace(owner=field(words.text, words, "text"), side=step.side if told == "unknown" else told)


def _is_known(name: str, cast: Cast, owning: frozenset[str]) -> bool:
    return cast.is_person(name) or name in owning or is_first(name)


def _may_be(name: str, cast: Cast, vocabulary: Vocabulary) -> bool:
    """Say whether a word with a capital that the plan knows nothing of can be somebody's name."""
    first, _, last = name.partition(" ")
    verb = load("en").forms.get(first.casefold()) if last else None
    ordered = verb is not None and "b" in verb[1]  # "Get Marcy to tell us"
    known = is_first(last) or cast.is_person(last)
    ordered = ordered or (known and not is_first(first))  # "Afterwards Marcy"
    return name[0].isupper() and not ordered and doers.is_person(name, cast, vocabulary)


def _acts(behind: str, vocabulary: Vocabulary, *, known: bool, many: bool) -> bool:
    """Say whether the words behind a name say what somebody does; a noun behind one that nobody knows is no act."""
    verb = behind.split(" ", 1)[0]
    form = load("en").forms.get(verb)
    if vocabulary.word("modal", verb) is not None:
        return known or many or verb not in owners.PLURAL
    if known:
        return orders.is_done(behind) or (form is not None and "d" in form[1] and not many)
    return form is not None and ("s" in form[1] or (many and "b" in form[1])) and verb not in _STATES


def _addresses(behind: str) -> bool:
    """Say whether words behind a name and a comma tell somebody to do something: "Marcy, hold the dates"."""
    form = load("en").forms.get(behind.split(" ", 1)[0])
    return form is not None and "b" in form[1]
