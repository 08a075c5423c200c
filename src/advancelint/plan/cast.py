"""Who is on which side: the people and companies that a plan and its config name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from advancelint.plan.model import Known, Person
from advancelint.plan.vocabulary import Vocabulary


class Cast(NamedTuple):
    """Names in lower case with their sides; ``client`` and ``seller`` are what a reading's scene needs.

    ``people`` are the names of persons; the others are companies. ``honorifics`` may stand before a name.
    """

    sides: dict[str, str]
    client: frozenset[str]
    seller: frozenset[str]
    people: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()

    def side(self, name: str) -> str:
        """Return the side of a person or company by full, first or last name; "unknown" for a stranger."""
        return self.sides.get(self._key(name), "unknown")

    def knows(self, name: str) -> bool:
        """Say whether the plan knows this name at all."""
        return self._key(name) in self.sides

    def is_person(self, name: str) -> bool:
        """Say whether the plan knows a person by this name."""
        return self._key(name) in self.people

    def _key(self, name: str) -> str:
        key = " ".join(name.casefold().split()).strip("@.,:;()[]")
        first, _, rest = key.partition(" ")
        return rest if rest and key not in self.sides and first in self.honorifics else key


def assemble(people: Iterable[Person], account: str, ours: Iterable[str], known: Known, vocabulary: Vocabulary) -> Cast:
    """Return the cast; ``ours`` are the names of our company.

    A first or last name that people on two sides share is left out.
    """
    full: dict[str, str] = {}
    for names, side in ((known.our_people, "seller"), (known.client_people, "client")):
        full.update((name.casefold(), side) for name in names)
    companies = {account.casefold(): "client", **{name.casefold(): "seller" for name in ours}}
    for person in people:
        full.setdefault(person.name.casefold(), person.side)
        if person.organisation:
            companies.setdefault(person.organisation.casefold(), person.side)
    sides = dict(full)
    parts: dict[str, set[str]] = {}
    for name, side in full.items():
        words = [word for word in name.split() if vocabulary.word("honorific", word) is None]
        for word in {words[0], words[-1]} if words else ():
            parts.setdefault(word, set()).add(side)
    for word, found in parts.items():
        if len(found) == 1:
            sides.setdefault(word, next(iter(found)))
    persons = frozenset(sides)
    for company, side in companies.items():
        for name in _company_names(company):
            sides.setdefault(name, side)
    honorifics = frozenset(vocabulary.words["honorific"])
    return Cast(sides, _on(sides, "client"), _on(sides, "seller"), persons, honorifics)


def _company_names(company: str) -> tuple[str, ...]:
    """A company goes by its name and by the name's first word ("Norwood" for "Norwood Mills")."""
    words = company.split()
    if not words:
        return ()
    return (company, words[0]) if len(words[0]) > 2 and words[0] != "the" else (company,)


def _on(sides: dict[str, str], side: str) -> frozenset[str]:
    return frozenset(name for name, found in sides.items() if found == side)
