"""Looks at what a rule that is not ours returned, before the rest of the tool relies on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from advancelint.limits import FaultError
from advancelint.rule import Change, Finding
from advancelint.source import Span

_MOST_FINDINGS = 1_000
_LOST = (
    "a finding has changes, and the card has no “fix” that takes them: "
    "write fix: {safety: unsafe, title: …}, without “replace” and “gap”"
)
_HALF = re.compile("[\ud800-\udfff]")


def checked_findings(found: object, text: str, *, mended: bool = True) -> Iterator[Finding]:
    """Yield what a rule returned, once each is a finding with places in ``text``; raises FaultError.

    ``mended`` says that the card takes the changes of findings: others would be lost without a word.
    """
    if found is None or not hasattr(found, "__iter__"):
        raise FaultError(f"a check returns findings, and this one returned {_kind(found)}")
    for count, one in enumerate(found):
        if count >= _MOST_FINDINGS:
            raise FaultError(f"it found more than {_MOST_FINDINGS} things in one part of a plan")
        checked = _checked(one, len(text))
        if checked.changes and not mended:
            raise FaultError(_LOST)
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
