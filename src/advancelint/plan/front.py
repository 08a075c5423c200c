"""Front matter: YAML where it is YAML, else what its lines plainly say."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.mapping import Mapping, MappingError, Scalar, Sequence, Value, load
from advancelint.markdown import Document
from advancelint.plan.front_entries import Entry, heard, inner, key_of, roles_of
from advancelint.plan.model import Problem
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import Passage, Source, Span

_PAIR = expression(r"([^\W\d][\w -]{0,40}):(?:[ \t]+(.*))?$")
_ITEM = expression(r"[ \t]*-[ \t]+(\S.*)$")


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
    entries = [Entry(name, roles_of(name, vocabulary), value) for name, value in pairs]
    listed = frozenset(role for entry in entries for role in entry.roles)
    told = [heard(entry, listed, vocabulary) for entry in entries]
    return Front(tuple(one for entry in told for one in (entry, *inner(entry, listed, vocabulary)))), problems


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
