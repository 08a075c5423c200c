"""Decides on which side each person is: config first, then what is written beside the name, then who else is there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from advancelint.plan import firms, seating, spellings
from advancelint.plan.cast import own_words
from advancelint.plan.companies import in_role, our_companies, same_company
from advancelint.plan.material import Material
from advancelint.plan.model import Known, Person
from advancelint.plan.persons import Named, untitled
from advancelint.plan.placed import Placed, as_colleagues, placed_apart
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.records import NamedTuple

_SHORT_NAME = 4
_MOST_FIRMS = 5


def decide(found: Sequence[Placed], account: str, material: Material) -> tuple[Person, ...]:
    """Return the people of ``found``, each once, with their sides; who cannot be told stays "unknown"."""
    known = [account, *our_companies(material, account), *_firms_of_authors(found, account, material.vocabulary)]
    told = {placed.section for placed in found if _company_of(placed, known, material.vocabulary)}
    bare = (one._replace(named=untitled(one.named, material.vocabulary)) for one in found)
    found = [_settled(placed, known, told, material.vocabulary) for placed in bare]
    found = placed_apart(as_colleagues(found))
    companies = _Companies.of(found, account, material)
    persons: dict[str, Person] = {}
    groups: dict[tuple[int, int], list[str]] = {}
    for placed in found:
        person = _person(placed, companies, material)
        key = person.name.casefold()
        old = persons.get(key)
        persons[key] = _merged(old, person) if old else person
        if placed.group != (0, 0):
            groups.setdefault(placed.group, []).append(key)
    seating.settle(persons, groups)
    whole = spellings.merged(persons.values(), material.vocabulary)
    persons = _with_colleagues({one.name.casefold(): one for one in whole})
    marked = any(placed.named.side == "seller" for placed in found)
    ours_named = any(one.side == "seller" and not one.organisation for one in persons.values())
    all_ours = {one.side for one in persons.values() if one.organisation} == {"seller"}
    if material.known.our_people or ours_named or all_ours or marked:
        # Where our side is spelled out, who else is named without a company is the client's.
        persons = {key: client_if_unknown(one, marked=marked) for key, one in persons.items()}
    named = {key: one for key, one in persons.items() if not firms.is_firm(one, account, material.vocabulary)}
    return tuple(named.values())


def configured(name: str, known: Known, vocabulary: Vocabulary) -> str:
    """Return the side on which the config puts whoever bears ``name``, or a part of it that is of one side alone.

    "" where it does not say. Titles count for nothing.
    """
    own = own_words(name.casefold(), vocabulary)
    told = [
        (own_words(one.casefold(), vocabulary), side)
        for names, side in ((known.our_people, "seller"), (known.client_people, "client"))
        for one in names
    ]
    parts = {side for words, side in told if len(own) == 1 and own[0] in words}
    part = parts.pop() if len(parts) == 1 else ""
    return next((side for words, side in told if words == own), part)


def _firms_of_authors(found: Sequence[Placed], account: str, vocabulary: Vocabulary) -> list[str]:
    """Return the first companies beside the names of those who wrote the document or own the deal; never the client."""
    authors = {placed.named.name for placed in found if placed.wrote or placed.hint == "seller"}
    named = (placed.named.organisation for placed in found if placed.named.name in authors)
    firms_named = list(dict.fromkeys(filter(None, named)))[:_MOST_FIRMS]
    return [one for one in firms_named if not same_company(one, account, vocabulary)]


def _with_colleagues(persons: dict[str, Person]) -> dict[str, Person]:
    """Put who is not told on the side of those of the same company, where those are all on one."""
    told: dict[str, set[str]] = {}
    for one in persons.values():
        if one.organisation and one.side != "unknown":
            told.setdefault(one.organisation.casefold(), set()).add(one.side)
    single = {name: sides.copy().pop() for name, sides in told.items() if len(sides) == 1}
    return {
        key: one._replace(side=single.get(one.organisation.casefold(), one.side)) if one.side == "unknown" else one
        for key, one in persons.items()
    }


def _company_of(placed: Placed, known: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return which of the words behind a name is a company that the plan knows, or ""."""
    words = placed.named.others or ((placed.named.organisation,) if placed.named.organisation else ())
    told = next((word for word in words if any(same_company(word, one, vocabulary) for one in known)), "")
    return told or ("" if words else in_role(placed.named.role, known, vocabulary))


def _settled(placed: Placed, known: Sequence[str], told: set[int], vocabulary: Vocabulary) -> Placed:
    """Tell which of the words behind a name is the company: "Chidi Eze (Brewmaster, Lagos Breweries)".

    ``told`` are the sections in which companies that the plan knows stand behind names.
    """
    named = placed.named
    company = _company_of(placed, known, vocabulary)
    if company and not named.others:
        return placed._replace(named=named._replace(organisation=company))
    if named.others and company:
        roles = [named.role, *(one for one in named.others if one != company)]
        return placed._replace(named=named._replace(role=", ".join(filter(None, roles)), organisation=company))
    if named.others and named.others[0] == named.organisation and not placed.met and placed.section not in told:
        # Behind a name in a list of stakeholders an unknown word is their work more often than their company.
        roles = [named.role, *named.others]
        return placed._replace(named=named._replace(role=", ".join(filter(None, roles)), organisation=""))
    return placed


class _Companies(NamedTuple):
    """What is known of the companies: ours, the account, and the sides of those that people are from."""

    account: str
    sides: dict[str, str]

    @classmethod
    def of(cls, found: Sequence[Placed], account: str, material: Material) -> _Companies:
        """Tell the sides of the companies that stand beside names."""
        ours = our_companies(material, account)
        sides: dict[str, str] = {}
        selling = {one.named.organisation for one in found if _sells(one.named, material.vocabulary)}
        ours += _firms_of_authors(found, account, material.vocabulary)
        for placed in found:
            name = placed.named.organisation
            if name and name.casefold() not in sides:
                sides[name.casefold()] = _company_side(placed, selling, ours, account, material)
        joint = material.kind == "map"  # in which two parties write, wherever they are named
        met = {one.named.organisation.casefold() for one in found if (one.met or joint) and one.named.organisation}
        # Behind a name below "Client's people" a word that is no known company is a department.
        inside = {placed.named.organisation.casefold() for placed in found if placed.hint in {"client", "seller"}}
        open_ones = [name for name in met if not sides[name] and name not in inside]
        told = {sides[name] for name in met}
        named = bool(told & {"client", "seller"})
        if joint and account:
            told.add("client")
        if any(placed.hint == "client" or (placed.met and firms.bears(placed.named.name, account)) for placed in found):
            told.add("client")
        told |= _by_outsiders(found, open_ones, account)
        marked = any(
            placed.named.side == "seller" and not placed.wrote for placed in found
        )  # ours need no company to be told by
        # Where no company is told, what stands behind a name may be a department: "Head, Networks".
        sure = named or joint or "seller" in told or not any(map(_has_common_word, open_ones))
        if len(open_ones) == 1 and len(told & {"client", "seller"}) == 1 and not marked and sure:
            # A call has two parties: where one company is told, the only other one is across the table.
            sides[open_ones[0]] = "seller" if "client" in told else "client"
        return cls(account, sides)


def _has_common_word(name: str) -> bool:
    return any(word.strip(".").casefold() in load("en").common for word in name.split())


def _by_outsiders(found: Sequence[Placed], open_ones: Sequence[str], account: str) -> set[str]:
    """Return {"client"} where a known account's people stand without a company and only the others have theirs."""
    bare = sum(placed.met and not placed.named.organisation for placed in found)
    name = open_ones[0] if len(open_ones) == 1 else ""
    company = any(char.isspace() for char in name) or len(name) > _SHORT_NAME  # "(ICU)" is a department
    return {"client"} if account and company and bare > 1 else set()


def _company_side(
    placed: Placed, selling: Collection[str], ours: Sequence[str], account: str, material: Material
) -> str:
    """Return the side of somebody's company; ``selling`` are those of people who sell."""
    name, vocabulary = placed.named.organisation, material.vocabulary
    if any(same_company(name, one, vocabulary) for one in ours):
        return "seller"
    if same_company(name, account, vocabulary):
        return "client"
    told = vocabulary.word("side", name)
    if not told and name in selling:
        return "seller"  # an account executive's company is ours
    if told or not placed.met:
        return told or ""
    # "## 2. Ravel Tools, 15 July": whose call it is stands in its heading. The title may name both parties.
    titles = [material.outline.sections[index] for index in material.outline.chain(placed.section)]
    named = any(name.casefold() in one.title.casefold() for one in titles if one.level > 1)
    return "client" if named else ""


def _person(placed: Placed, companies: _Companies, material: Material) -> Person:
    named = placed.named
    vocabulary = material.vocabulary
    told = companies.sides.get(named.organisation.casefold(), "") if named.organisation else ""
    side = placed.hint
    if named.organisation and not told and side == "client" and companies.account and not placed.met:
        side = "unknown"  # among the client's people, somebody from elsewhere
    if _sells(named, vocabulary):
        side = "seller"
    if side == "unknown" and not named.organisation and firms.bears(named.name, companies.account):
        side = "client"
    side = configured(named.name, material.known, vocabulary) or named.side or told or side
    return Person(named.name, named.role, named.organisation, side, named.span, placed.wrote or named.wrote)


def _sells(named: Named, vocabulary: Vocabulary) -> bool:
    """Say whether a person's role is that of a seller."""
    duties = [part.strip() for part in named.role.split(",")]
    return any(
        vocabulary.word("seller-role", duty) is not None or vocabulary.word("side", duty) == "seller" for duty in duties
    )


def client_if_unknown(person: Person, *, marked: bool = False) -> Person:
    """Put who is not told on the client's side; ``marked`` says that ours are marked, so companies do not matter."""
    open_to = person.side == "unknown" and (marked or not person.organisation)
    return person._replace(side="client") if open_to else person


def _merged(old: Person, new: Person) -> Person:
    side = old.side if old.side != "unknown" else new.side
    role, organisation = old.role or new.role, old.organisation or new.organisation
    return Person(old.name, role, organisation, side, old.span, old.wrote or new.wrote)
