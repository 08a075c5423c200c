"""Who is on which side: the people and companies that a plan and its config name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from advancelint.plan.model import Known, Person
from advancelint.plan.vocabulary import Vocabulary


class Cast(NamedTuple):
    """Names in lower case with their sides; ``client`` and ``seller`` are what a reading's scene needs."""

    sides: dict[str, str]
    client: frozenset[str]
    seller: frozenset[str]

    def side(self, name: str) -> str:
        """Return the side of a person or company by full, first or last name; "unknown" for a stranger."""
        return self.sides.get(" ".join(name.casefold().split()).strip("@.,:;()"), "unknown")

    def knows(self, name: str) -> bool:
        """Say whether the plan knows this name at all."""
        return " ".join(name.casefold().split()).strip("@.,:;()") in self.sides


def assemble(people: Iterable[Person], account: str, known: Known, vocabulary: Vocabulary) -> Cast:
    """Return the cast. A first or last name that people on two sides share is left out."""
    full: dict[str, str] = {}
    for names, side in ((known.our_people, "seller"), (known.client_people, "client")):
        full.update((name.casefold(), side) for name in names)
    companies = {known.our_company.casefold(): "seller", account.casefold(): "client"}
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
    for company, side in companies.items():
        for name in _company_names(company):
            sides.setdefault(name, side)
    return Cast(sides, _on(sides, "client"), _on(sides, "seller"))


def _company_names(company: str) -> tuple[str, ...]:
    """A company goes by its name and by the name's first word ("Norwood" for "Norwood Mills")."""
    words = company.split()
    if not words:
        return ()
    return (company, words[0]) if len(words[0]) > 2 and words[0] != "the" else (company,)


def _on(sides: dict[str, str], side: str) -> frozenset[str]:
    return frozenset(name for name, found in sides.items() if found == side)
