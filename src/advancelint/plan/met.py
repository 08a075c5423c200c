"""Tells from a list of who met that two parties did: people of two companies, or others and the one who writes."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.plan import lineup
from advancelint.plan.given import SELF
from advancelint.plan.material import Material
from advancelint.reading.lexicon import load
from advancelint.source import Passage

_LISTS = ("attendees", "people")


def two_companies(material: Material) -> bool:
    """Say whether those who met belong to two companies: "Ana Ruiz (Norwood, IT), Ben Ito (Tallow, sales)".

    Departments, of which a team's own meeting has several, are common words.
    """
    firms = {named.organisation for said in _lists(material) for named in lineup.several(said, material.vocabulary)}
    common = load("en").common
    return len([firm for firm in firms if firm and not any(word.casefold() in common for word in firm.split())]) > 1


def includes_me(material: Material) -> bool:
    """Say whether a list of who met has whoever writes beside others, as no minutes of a team do: "Ana Ruiz, me"."""
    words = ({word.strip(".,()+&").casefold() for word in said.text.split()} for said in _lists(material))
    return any(len(found) > 1 and not SELF.isdisjoint(found) for found in words)


def _lists(material: Material) -> Iterator[Passage]:
    for one in material.outline.statements:
        if any(map(one.plays, _LISTS)):
            yield one.value
