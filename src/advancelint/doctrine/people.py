"""Who is asked, what they can give, and whether the call reaches them."""

from __future__ import annotations

import re

from advancelint.doctrine import parts
from advancelint.doctrine.ladder import Act, is_light, roles_of
from advancelint.doctrine.words import word_set
from advancelint.expressions import expression
from advancelint.plan.model import Call, Person, Plan
from advancelint.reading import Reading
from advancelint.records import NamedTuple

_TITLES = ("dr", "mr", "mrs", "ms", "prof", "herr", "frau")
_WITH = expression(r"\b(?:with|mit)\s+(?P<names>[^\n:|(]{2,80})")
_BINDING = ("economic_buyer", "procurement", "finance", "legal", "board", "project_lead", "executive_sponsor")


class Known(NamedTuple):
    """A person with the words of the name and the roles that the title shows, worked out once."""

    person: Person
    words: frozenset[str]
    roles: frozenset[str]


class Asked(NamedTuple):
    """The one who is to act: name and job title, "" where the plan does not tell."""

    name: str
    title: str


def names_in(name: str) -> frozenset[str]:
    """Return the words of a person's name in lower case, forms of address left out."""
    return frozenset(word for word in word_set(name) if word not in _TITLES and len(word) > 1)


def known_of(people: tuple[Person, ...]) -> tuple[Known, ...]:
    """Return those of ``people`` who are not ours and have a name, with what their words show."""
    named = ((one, names_in(one.name)) for one in people if one.side != "seller")
    return tuple(Known(one, words, roles_of(one.role)) for one, words in named if words)


def asked_of(reading: Reading, people: tuple[Known, ...]) -> Asked:
    """Return who is to act: the person whom the reading found, with the title that the plan or the line gives."""
    words = reading.person.text
    if reading.person.value not in ("named", "role") or not words:
        return Asked("", "")
    named = word_set(words)
    found = [one.person for one in people if one.words & named]
    if len(found) == 1 and found[0].role:
        return Asked(found[0].name, found[0].role)
    behind = reading.passage.text[reading.person.span.end :]
    # "Joe (analyst)" gives a title; "PO received (clerk: Lorna)" names somebody else.
    bracket = re.match(r"\s*\((?P<title>[^():]{2,60})\)", behind) if reading.person.value == "named" else None
    return Asked(found[0].name if len(found) == 1 else words, bracket["title"] if bracket else words)


def cannot_give(asked: Asked, act: Act) -> bool:
    """Say whether the job title shows that ``asked`` cannot give ``act`` alone: it binds the company, they do not."""
    if not asked.title or not set(act.owners) <= set(_BINDING):
        return False
    return is_light(asked.title) and not roles_of(asked.title) & set(act.owners)


def present_at(plan: Plan, call: Call | None, text: str) -> str:
    """Return the words that say who is in the call: its label, else "with …" in its title; "" where nothing does.

    ``text`` is the part of the document that tells of the call.
    """
    label = parts.labelled(text, "attendees")
    if label:
        return label
    title = call.title if call else plan.title.value
    match = _WITH.search(title)
    return match["names"] if match else ""


def is_reached(asked: Asked, present: str, line: str, people: tuple[Known, ...]) -> str:
    """Say whether the call reaches ``asked``: yes, no or unknown.

    Only somebody with a name, or with a title that one person holds, can be missing. Whoever stands in the line beside
    somebody who is present is asked for through them.
    """
    present_words = word_set(present)
    there = [one for one in people if one.words & present_words]
    if not present or not asked.name or not there:
        return "unknown"
    named = names_in(asked.name) | (word_set(asked.title) if asked.title == asked.name else frozenset())
    if named & present_words:
        return "yes"
    if any(one.roles & roles_of(asked.title) for one in there):
        return "unknown"  # "the controller" may be one of those who are there
    line_words = word_set(line)
    if any(one.words & line_words for one in there):
        return "yes"
    known_person = any(one.words & names_in(asked.name) for one in people)
    senior = "economic_buyer" in roles_of(asked.title)
    return "no" if known_person or senior else "unknown"
