"""Front matter: YAML where it is YAML, else what its lines plainly say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.mapping import Mapping, MappingError, Scalar, Sequence, Value, load
from advancelint.markdown import Document
from advancelint.plan import degrees
from advancelint.plan.model import Problem
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import Passage, Source, Span

_PAIR = expression(r"([^\W\d][\w -]{0,40}):(?:[ \t]+(.*))?$")
_COUNTED = expression(r"-(?:[a-d]|\d)$")  # "goal_1", "goal_B"
_ITEM = expression(r"[ \t]*-[ \t]+(\S.*)$")
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
# Keys that tell the day of a call within its entry, and mean nothing outside.
_CALLED, _DAYS = frozenset({"call-date"}), frozenset({"on", "day", "am", "le", "el", "em"})


class Entry(NamedTuple):
    """One key of the front matter with the roles it plays."""

    key: str
    roles: frozenset[str]
    value: Value


class Front(NamedTuple):
    """The front matter's entries in order."""

    entries: tuple[Entry, ...]

    def values(self, role: str) -> Iterator[tuple[str, Value]]:
        """Yield (key, value) of every key that plays ``role``."""
        return ((entry.key, entry.value) for entry in self.entries if role in entry.roles)

    def scalar(self, role: str) -> Scalar | None:
        """Return the first scalar that plays ``role`` and says something."""
        return next(self.texts(role), None)

    def texts(self, role: str) -> Iterator[Scalar]:
        """Yield every scalar that plays ``role`` and says something."""
        return (value for _, value in self.values(role) if isinstance(value, Scalar) and value.text.strip())

    def has(self, *keys: str) -> bool:
        """Say whether all ``keys`` are there."""
        return set(keys) <= {entry.key for entry in self.entries}


def read(document: Document, vocabulary: Vocabulary) -> tuple[Front, tuple[Problem, ...]]:
    """Read the front matter; what is no YAML is read line by line and reported as one problem."""
    pairs, problems = pairs_of(document.source, document.front)
    entries = [Entry(name, _roles(name, vocabulary), value) for name, value in pairs]
    listed = frozenset(role for entry in entries for role in entry.roles)
    heard = [_heard(entry, listed, vocabulary) for entry in entries]
    return Front(tuple(one for entry in heard for one in (entry, *_inner(entry, listed, vocabulary)))), problems


def pairs_of(source: Source, span: Span) -> tuple[list[tuple[str, Value]], tuple[Problem, ...]]:
    """Return the keys of the front matter at ``span`` with their values, and what is wrong with it as YAML.

    Keys are in lower case, joined by hyphens: however a team writes "Close date", it is one key.
    """
    if not span:
        return [], ()
    problems: tuple[Problem, ...] = ()
    try:
        value = load(source.text[span.start : span.end], span.start)
        pairs = list(value.entries) if isinstance(value, Mapping) else []
    except MappingError as error:
        place = source.line_span(source.place(min(span.start + error.offset, span.end - 1)).line)
        problems = (Problem("front-matter", error.clause, place),)
        pairs = list(_plain_pairs(source, span))
    return [(key_of(key.text), value) for key, value in pairs], problems


def key_of(written: str) -> str:
    """Return a key of front matter as it is compared."""
    return re.sub(r"[ _]+", "-", written.strip().casefold())


def _roles(name: str, vocabulary: Vocabulary) -> frozenset[str]:
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


def _heard(entry: Entry, listed: frozenset[str], vocabulary: Vocabulary) -> Entry:
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


def _inner(entry: Entry, listed: frozenset[str], vocabulary: Vocabulary) -> Iterator[Entry]:
    """Yield what stands within a value as entries of their own: "deal: {stage: Proposal}", "goal: {primary: …}".

    Keys outside of all values play the roles ``listed``.
    """
    if entry.roles & GOALS:
        for record in records(entry.value):
            told = any(key_of(key.text) in _TEXTS for key, _ in record.entries)
            yield from _goals(record, vocabulary, each=record is entry.value and not told)
    elif isinstance(entry.value, Mapping) and entry.roles.isdisjoint(_APART):
        for key, value in entry.value.entries:
            name = key_of(key.text)
            dated = "call-date" in entry.roles and name in _DAYS
            roles = _CALLED if dated else entry.roles & NAMED if name == "name" else _listed(name, vocabulary)
            one = _heard(Entry(name, roles or _NO_ROLES, value), listed, vocabulary)
            if one.roles:
                yield one
            yield from _inner(one, listed, vocabulary)


def _goals(record: Mapping, vocabulary: Vocabulary, *, each: bool) -> Iterator[Entry]:
    """Yield the goals of one entry: each by the rank that is its key, or one whose rank another key tells.

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
        "objective",
    )
    for key, value in record.entries:
        name = key_of(key.text)
        role = rank if name in _TEXTS else _goal_role(key.text, vocabulary)
        said = isinstance(value, Scalar) and len(value.text.split()) >= _FEWEST_WORDS
        if not role and each and said and vocabulary.label(key.text).roles.isdisjoint(_BESIDE):
            role = "objective"
        if role:
            yield Entry(role, frozenset({role}), value)


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


def passage(source: Source, scalar: Scalar) -> Passage:
    """Return the scalar's text with places: one to one where it is written plainly, else all of it for each one."""
    start, end = scalar.span
    written = source.text[start:end]
    found = written.find(scalar.text)
    if found >= 0:
        return Passage.plain(scalar.text, start + found)
    count = len(scalar.text)
    return Passage(scalar.text, (start,) * count, (end,) * count)


def _plain_pairs(source: Source, span: Span) -> Iterator[tuple[Scalar, Value]]:
    """Yield ``key: value`` lines and the ``- item`` lines below a key that has no value."""
    key: Scalar | None = None
    items: list[Scalar] = []
    for number in range(source.place(span.start).line, source.place(max(span.end - 1, span.start)).line + 1):
        start, end = source.line_span(number)
        line = source.text[start:end].rstrip()
        pair, item = _PAIR.match(line), _ITEM.match(line)
        if pair:
            if key is not None:
                yield key, Sequence(tuple(items), key.span)
            key, items = Scalar(pair[1], Span(start, start + pair.end(1))), []
            if pair[2]:
                yield key, _plain_value(pair[2], start + pair.start(2))
                key = None
        elif item and key is not None:
            items.append(_plain_scalar(item[1], start + item.start(1)))
    if key is not None:
        yield key, Sequence(tuple(items), key.span)


def _plain_scalar(text: str, start: int) -> Scalar:
    bare = text.strip("\"'")
    return Scalar(bare, Span(start, start + len(text)), bare == text)


def _plain_value(text: str, start: int) -> Value:
    if text.startswith("[") and text.endswith("]"):
        parts = []
        offset = start + 1
        for part in text[1:-1].split(","):
            lead = len(part) - len(part.lstrip())
            parts.append(_plain_scalar(part.strip(), offset + lead))
            offset += len(part) + 1
        return Sequence(tuple(part for part in parts if part.text), Span(start, start + len(text)))
    return _plain_scalar(text, start)
