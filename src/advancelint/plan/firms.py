"""Reads companies and their people: "Stellan Foods: Bo Stellan (COO), Ingrid Falk"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from advancelint.expressions import expression
from advancelint.plan import lineup, persons
from advancelint.plan.given import given
from advancelint.plan.model import Person
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Passage, Span

_LONG_NAME = 3
_MAIL_FIELDS = frozenset({"from", "to", "cc", "bcc", "von", "an", "de", "à", "para", "kopie", "copie"})
_DASH = expression(r" [–—-] ")
_STAFF = expression(r"([^\W\d][^()]{1,60}?) \(([^()]+;[^()]+)\)\.?")


def is_firm(one: Person, account: str, vocabulary: Vocabulary) -> bool:
    """Say whether what was taken for a person is a company: it ends as companies do, or is the account itself."""
    last = one.name.casefold().split()[-1].strip(".") if one.name else ""
    ends = vocabulary.word("company-suffix", last) is not None
    named = vocabulary.word("company-word", last) is not None and not one.role
    return ends or named or (bool(account) and one.name.casefold() == account.casefold())


def bears(name: str, account: str) -> bool:
    """Say whether a family name is the account's: Poppy Sedgwick of Sedgwick Orchards."""
    words = name.casefold().split()
    return len(words) > 1 and len(words[-1]) > _LONG_NAME and account.casefold().split()[:1] == words[-1:]


def of_company(whole: Passage, vocabulary: Vocabulary) -> list[persons.Named]:
    """Read "Stellan Foods: Bo Stellan (COO), Ingrid Falk": a company and its people."""
    return _behind(" = " if " = " in whole.text else ": ", whole, vocabulary)


def in_a_list(whole: Passage, vocabulary: Vocabulary) -> list[persons.Named]:
    """Read "Stellan Foods – Bo Stellan (COO), Ingrid Falk" in a list of people, where no dash parts anything else."""
    dash = _DASH.search(whole.text)
    return _behind(dash.group(), whole, vocabulary) if dash else of_company(whole, vocabulary)


def _behind(mark: str, whole: Passage, vocabulary: Vocabulary) -> list[persons.Named]:
    name, found, _ = whole.text.partition(mark)
    return of_firm(name, whole.cut(Span(len(name) + len(mark), len(whole.text))).strip(), vocabulary) if found else []


def of_firm(name: str, rest: Passage, vocabulary: Vocabulary) -> list[persons.Named]:
    """Return the people of ``rest``, all with full names, as those of the company or the side ``name``."""
    if not name[:1].isupper() or persons.is_role(name, vocabulary) or name.casefold() in _MAIL_FIELDS:
        return []
    found = list(lineup.several(rest, vocabulary))
    if not found or not all(" " in named.name for named in found):
        return []
    side = vocabulary.word("side", name)
    if side:
        return [named._replace(side=side) for named in found]
    name = firm_in(name, vocabulary)
    return [named._replace(organisation=name, others=(name,)) for named in found]


def firm_in(title: str, vocabulary: Vocabulary) -> str:
    """Return the company of a heading of people without the word for them: "Norwood" of "Norwood team"."""
    first, _, last = title.rpartition(" ")
    return first if first and last.casefold() in vocabulary.words["people-suffix"] else title


def staff(passage: Passage, vocabulary: Vocabulary) -> tuple[Passage, list[persons.Named]] | None:
    """Read "Norwood Mills (Ana Ruiz, COO; Ben Ito, IT)": a company and its people; None for another text."""
    match = _STAFF.fullmatch(passage.text)
    if not match:
        return None
    people = [persons.one(passage.cut(Span(match.start(2) + start, match.start(2) + end)).strip(), vocabulary)
              for start, end in _between(match[2], ";")]  # fmt: skip
    named = [person._replace(organisation=match[1]) for person in people if person and " " in person.name]
    return (passage.cut(Span(*match.span(1))), named) if len(named) == len(people) else None


def _between(text: str, mark: str) -> Iterator[tuple[int, int]]:
    start = 0
    for part in text.split(mark):
        yield start, start + len(part)
        start += len(part) + len(mark)


def is_named(name: str, firms_named: Collection[str]) -> bool:
    """Say whether a name is that of a company of the plan, or the beginning of one that is nobody's."""
    folded = name.casefold()
    begun = (
        " " in folded and name.split()[0] not in given() and any(one.startswith(f"{folded} ") for one in firms_named)
    )
    return folded in firms_named or begun
