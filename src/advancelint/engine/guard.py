"""Looks at what a rule that is not ours returned, before the rest of the tool relies on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from advancelint.cards import slots_in
from advancelint.expressions import expression
from advancelint.limits import FaultError
from advancelint.nodes import slots_of
from advancelint.rule import SAFETIES, Card, Change, Finding, Rule, as_found
from advancelint.source import Span

_MOST_FINDINGS = 1_000
_LOST = (
    "a finding has changes, and the card has no “fix” that takes them: "
    "write fix: {safety: unsafe, title: …}, without “replace” and “gap”"
)
_HALF = expression("[\ud800-\udfff]")


def wanted_of(card: Card) -> frozenset[str]:
    """Return the slots of the sentences of ``card`` that only the facts of a finding can fill."""
    if card.condition != "check":
        return frozenset()
    asked = {
        slot for sentence in (card.message, card.note, card.instead, card.mend.title) for slot in slots_in(sentence)
    }
    return frozenset(asked.difference(slots_of(card.on), (option.name for option in card.options)))


def checked_findings(found: object, text: str, rule: Rule) -> Iterator[Finding]:
    """Yield what ``rule`` returned, once each is a finding with places in ``text`` and all that its card asks for.

    Raises FaultError, also for changes that the card does not take: they would be lost without a word.
    """
    if found is None or not hasattr(found, "__iter__"):
        raise FaultError(f"a check returns findings, and this one returned {_kind(found)}")
    takes_changes = rule.card.mend.safety in SAFETIES and rule.mend is as_found
    wanted = wanted_of(rule.card)
    for count, one in enumerate(found):
        if count >= _MOST_FINDINGS:
            raise FaultError(f"it found more than {_MOST_FINDINGS} things in one part of a plan")
        checked = _checked(one, len(text))
        if checked.changes and not takes_changes:
            raise FaultError(_LOST)
        if missing := sorted(slot for slot in wanted if not checked.facts.get(slot, "").strip()):
            raise FaultError(f"a sentence of the card asks for “{missing[0]}”, and the finding brings no such fact")
        yield checked


def _checked(one: object, length: int) -> Finding:
    if not isinstance(one, Finding):
        raise FaultError(f"a check yields findings, and this one yielded {_kind(one)}")
    facts = one.facts
    if not isinstance(facts, Mapping) or not all(isinstance(word, str) for pair in facts.items() for word in pair):
        raise FaultError("the facts of a finding are words by their names, and these are not")
    places = [one.span]
    if not isinstance(one.changes, tuple | list):
        raise FaultError(f"the changes of a finding are a tuple, and these are {_kind(one.changes)}")
    for change in one.changes:
        if not isinstance(change, Change) or not isinstance(change.text, str):
            raise FaultError(f"a change of a finding is a Change, and this one is {_kind(change)}")
        if not change.text.isascii() and _HALF.search(change.text):
            raise FaultError("the words of a change hold half a character, which no file can")
        places.append(change.span)
    if not all(_is_in(span, length) for span in places):
        raise FaultError(f"a place is a Span inside of the text, which has {length} characters")
    ordered = sorted(places[1:])
    if any(before.end > after.start for before, after in pairwise(ordered)):
        raise FaultError("two changes of one finding overlap")
    return one


def _is_in(span: Any, length: int) -> bool:
    return (
        isinstance(span, Span)
        and all(isinstance(offset, int) for offset in span)
        and 0 <= span.start <= span.end <= length
    )


def _kind(found: object) -> str:
    return f"something of the type {type(found).__name__}"
