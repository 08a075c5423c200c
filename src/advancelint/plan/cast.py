"""Who is on which side: the people and companies that a plan and its config name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from advancelint.plan.model import Known, Person
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple

_MOST_WORDS = 5  # of a person's name


class Cast(NamedTuple):
    """Names in lower case with their sides; ``client`` and ``seller`` are what a reading's scene needs.

    ``people`` are the names of persons; the others are companies. ``honorifics`` may stand before a name. ``codes`` are
    the letters by which the plan calls a party.
    """

    sides: dict[str, str]
    client: frozenset[str]
    seller: frozenset[str]
    people: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    initials: Mapping[str, str] = MappingProxyType({})
    codes: Mapping[str, str] = MappingProxyType({})

    def side(self, name: str) -> str:
        """Return the side of a person or company by full, first or last name or initials; "unknown" for a stranger."""
        return self.codes.get(name) or self.sides.get(self._key(name), "unknown")

    def knows(self, name: str) -> bool:
        """Say whether the plan knows this name at all."""
        return name in self.codes or self._key(name) in self.sides

    def is_person(self, name: str) -> bool:
        """Say whether the plan knows a person by this name."""
        return name not in self.codes and self._key(name) in self.people

    def is_firm(self, name: str) -> bool:
        """Say whether the plan knows this name, and as that of nobody."""
        return self.knows(name) and not self.is_person(name)

    def _key(self, name: str) -> str:
        if name in self.initials:
            return self.initials[name]
        key = " ".join(name.casefold().split()).strip("@.,:;()[]")
        first, _, rest = key.partition(" ")
        if not rest or key in self.sides:
            return key
        return rest if first in self.honorifics or self._is_initial(first, rest) else key

    def _is_initial(self, first: str, last: str) -> bool:
        """Say whether "a." before a last name is the first letter of one known person's first name."""
        if len(first) != 2 or first[1] != ".":
            return False
        same = [name for name in self.people if name.endswith(" " + last)]
        return len(same) == 1 and same[0][0] == first[0]


def assemble(
    people: Iterable[Person],
    account: str,
    ours: Iterable[str],
    known: Known,
    vocabulary: Vocabulary,
    codes: Mapping[str, str] = MappingProxyType({}),
) -> Cast:
    """Return the cast; ``ours`` are the names of our company, ``codes`` the letters by which parties are called.

    A first or last name, or what else a name begins or ends with, that people on two sides share is left out.
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
        words = own_words(name, vocabulary)
        for part in (
            {words[0], words[-1], " ".join(words[1:]), " ".join(words[:-1]), *_nicknames(words)} - {""} if words else ()
        ):
            parts.setdefault(part, set()).add(side)
    for part, found in parts.items():
        if len(found) == 1:
            sides.setdefault(part, next(iter(found)))
    persons = frozenset(sides)
    for company, side in _companies(companies, full):
        for name in _company_names(company, vocabulary):
            sides.setdefault(name, side)
    honorifics = frozenset(vocabulary.words["honorific"])
    # "the clinic" is whose it is, and no name: a line that says so names nobody
    client, seller = (_on(sides, side).difference(vocabulary.words["institution"]) for side in ("client", "seller"))
    return Cast(sides, client, seller, persons, honorifics, _initials(full, vocabulary), codes)


def _companies(found: dict[str, str], full: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the companies ``found`` with their sides, but none that holds the ``full`` name of one of another side."""
    for company, side in found.items():
        words = company.split()
        runs = (
            " ".join(words[start : start + count]).strip(".,()")
            for start in range(len(words) - 1)
            for count in range(2, _MOST_WORDS + 1)
        )
        if all(full.get(run, side) in {side, "unknown"} for run in runs):
            yield company, side


def own_words(name: str, vocabulary: Vocabulary) -> list[str]:
    """Return the words of a name without its titles."""
    return [word for word in name.split() if vocabulary.word("honorific", word) is None]


def _nicknames(words: Sequence[str]) -> Iterator[str]:
    """Yield "larry" of: oyelaran "larry" bello."""
    return (word.strip('"“”„') for word in words[1:-1] if word[0] in '"“„')


def _initials(full: Iterable[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Return which full name each initials stand for, "LJ" for "lars jensen"; none that two share or that mean more."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for name in full:
        words = own_words(name, vocabulary)
        letters = "".join(word[0] for word in words).upper()
        if letters in found:
            shared.add(letters)
        if 2 <= len(words) <= 3 and letters.isalpha():
            found[letters] = name
    barred = ("role-word", "side", "company-word", "not-an-owner")
    return {
        letters: name
        for letters, name in found.items()
        if letters not in shared and not any(letters.casefold() in vocabulary.words[which] for which in barred)
    }


def _company_names(company: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """A company goes by its name and its first word ("Norwood" for "Norwood Mills"), an institution by its kind."""
    words = company.split()
    if not words:
        return ()
    called = words[-1:] if is_called(words[-1], company, vocabulary) else []
    if len(words) > 1 and vocabulary.word("company-word", words[0]) is not None:
        called = [*called, " ".join(words[1:])]  # "Brauerei Tallow" is Tallow
    if "&" in words[1:-1]:
        at = words.index("&")
        called = [*called, f"{words[at - 1][0]}&{words[at + 1][0]}"]  # "H&B"
    return (company, words[0], *called) if len(words[0]) > 2 and words[0] != "the" else (company, *called)


def is_called(word: str, company: str, vocabulary: Vocabulary) -> bool:
    """Say whether an institution goes by a word of its kind: "Trust" for "Norwood Schools Trust"."""
    folded = word.casefold()
    return vocabulary.word("institution", folded) is not None and company.casefold().split()[-1:] == [folded]


def _on(sides: dict[str, str], side: str) -> frozenset[str]:
    return frozenset(name for name, found in sides.items() if found == side)
