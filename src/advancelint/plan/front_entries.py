"""Tells what a key of the front matter means, also one that stands within another: "deal: {stage: Proposal}"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.mapping import Mapping, Scalar, Sequence, Value
from advancelint.plan import degrees
from advancelint.plan.callwords import SEVERAL
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Span

_COUNTED = expression(r"-(?:[a-d]|\d)$")  # "goal_1", "goal_B"
_NO_ROLES: frozenset[str] = frozenset()
GOALS = frozenset({"objective", "fallback"})
_BESIDE = frozenset({"owner", "due", "call-date", "people", "attendees", "stage"})  # what else is said of a goal
_FEWEST_WORDS = 4  # of a goal below a key that no list knows
# What tells the words and the rank of a goal that is an entry of its own.
_TEXTS = frozenset({"text", "what", "goal", "objective", "description", "statement", "title"})
_RANKS = frozenset({"rank", "type", "kind", "level", "priority"})
# People and steps are read entry by entry; an account or a stage may have a name.
_APART = frozenset({"people", "attendees", "client-people", "our-people", "next-step", "outcome"})
NAMED = frozenset({"account", "stage"})
# What the entries of a list of calls tell; their days and guests are those of its calls.
_OF_CALL = frozenset({"objective", "fallback", "next-step", "outcome"})
# Keys that tell the day of a call within its entry, and mean nothing outside.
_CALLED, _DAYS = frozenset({"call-date"}), frozenset({"on", "day", "am", "le", "el", "em"})


class Entry(NamedTuple):
    """One key of the front matter with the roles it plays; ``call`` is the span of the call's record it stands in."""

    key: str
    roles: frozenset[str]
    value: Value
    call: Span = NOWHERE


def key_of(written: str) -> str:
    """Return a key of front matter as it is compared."""
    return re.sub(r"[ _]+", "-", written.strip().casefold())


def roles_of(name: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the roles of a key: as listed, or those of a label of people ("attendees_client")."""
    listed = _listed(name, vocabulary)
    if listed is not None:
        return listed
    composed = vocabulary.people_label(name.replace("-", " "))
    roles = {"client": "client-people", "seller": "our-people"}
    return frozenset({roles[composed.side]}) if composed and composed.side in roles else _NO_ROLES


def _listed(name: str, vocabulary: Vocabulary) -> frozenset[str] | None:
    """Return the roles that the lists give a key, also one that is counted: "goal_1", and "goal_B" as a plan B."""
    found = vocabulary.front.get(name)
    if found is not None or not _COUNTED.search(name):
        return found
    found = vocabulary.front.get(_COUNTED.sub("", name))
    second = name.endswith("-b") and found is not None and "objective" in found
    return frozenset({"fallback"}) if second else found


def heard(entry: Entry, listed: frozenset[str], vocabulary: Vocabulary) -> Entry:
    """Give a key that no list of keys holds the role that its words have as a label, where no listed key plays it.

    "termin", "lifecycle_stage"
    """
    if entry.roles or isinstance(entry.value, Mapping):
        return entry  # what stands within is told by its own keys
    text = next((scalar.text for scalar in scalars(entry.value)), "")
    label = vocabulary.meaning(entry.key.replace("-", " "), "label", text)
    asks = text.endswith("?") and label.roles & GOALS  # "ask: [who signs?]" is no goal
    told = not label.weak and not asks and label.roles.isdisjoint(listed)
    return entry._replace(roles=label.roles) if told else entry


def inner(entry: Entry, listed: frozenset[str], vocabulary: Vocabulary) -> Iterator[Entry]:
    """Yield what stands within a value as entries of their own: "deal: {stage: Proposal}", "goal: {primary: …}".

    Keys outside of all values play the roles ``listed``.
    """
    if entry.roles & GOALS:
        for record in records(entry.value):
            told = any(key_of(key.text) in _TEXTS for key, _ in record.entries)
            for one in _goals(record, entry, vocabulary, each=record is entry.value and not told):
                yield one
                yield from inner(one, listed, vocabulary)
    elif isinstance(entry.value, Mapping) and entry.roles.isdisjoint(_APART):
        yield from _parts(entry, entry.value, listed, vocabulary)
    elif isinstance(entry.value, Sequence) and SEVERAL.search(entry.key.replace("-", " ")):
        for record in records(entry.value):
            found = _parts(entry._replace(call=record.span), record, listed, vocabulary)
            yield from (one for one in found if one.roles & _OF_CALL)


def _parts(entry: Entry, record: Mapping, listed: frozenset[str], vocabulary: Vocabulary) -> Iterator[Entry]:
    """Yield the keys of a ``record`` within an entry as entries, and what stands within these."""
    for key, value in record.entries:
        name = key_of(key.text)
        dated = "call-date" in entry.roles and name in _DAYS
        roles = _CALLED if dated else entry.roles & NAMED if name == "name" else _listed(name, vocabulary)
        one = heard(Entry(name, roles or _NO_ROLES, value, entry.call), listed, vocabulary)
        if one.roles:
            yield one
        yield from inner(one, listed, vocabulary)


def _goals(record: Mapping, entry: Entry, vocabulary: Vocabulary, *, each: bool) -> Iterator[Entry]:
    """Yield the goals of one record of an entry: each by the rank that is its key, or one whose rank another key tells.

    ``each`` says that the keys are ranks in anybody's own words, "ok: …", where they are not known otherwise.
    """
    rank = next(
        (
            told
            for key, value in record.entries
            if key_of(key.text) in _RANKS
            for one in scalars(value)
            if (told := _goal_role(one.text, vocabulary))
        ),
        "fallback" if "fallback" in entry.roles else "objective",
    )
    for key, value in record.entries:
        name = key_of(key.text)
        role = rank if name in _TEXTS else _goal_role(key.text, vocabulary)
        said = isinstance(value, Scalar) and len(value.text.split()) >= _FEWEST_WORDS
        if not role and each and said and vocabulary.label(key.text).roles.isdisjoint(_BESIDE):
            role = "objective"
        if role:
            yield Entry(role, frozenset({role}), value, entry.call)


def _goal_role(words: str, vocabulary: Vocabulary) -> str:
    """Return "objective" or "fallback" for words that say how much of a goal something is; "" for others."""
    listed = vocabulary.front.get(key_of(words), _NO_ROLES) | vocabulary.label(words.replace("_", " ")).roles
    told = degrees.of(words, vocabulary)
    if "fallback" in listed or "fallback-part" in listed or told == "fallback":
        return "fallback"
    return "objective" if told == "primary" or listed & {"objective", "primary", "primary-part"} else ""


def records(value: Value) -> list[Mapping]:
    """Return the entries of which a value is made: itself, or those among the items of a list."""
    items = value.items if isinstance(value, Sequence) else (value,)
    return [one for one in items if isinstance(one, Mapping)]


def scalars(value: Value) -> Iterator[Scalar]:
    """Yield the scalars of a value in order, those of lists of lists and of mappings left out."""
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Sequence):
        for item in value.items:
            if isinstance(item, Scalar):
                yield item
