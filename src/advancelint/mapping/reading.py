"""Reads YAML into plain values in which every key and value knows where it stands."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

import yaml

from advancelint.expressions import expression
from advancelint.source import Span

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(NamedTuple):
    """A scalar as written: always a string, never guessed into a number, a date or a truth value.

    ``plain`` says that it was written without quotes, so that whoever wants a number may take it for one.
    """

    text: str
    span: Span
    plain: bool = False


class Sequence(NamedTuple):
    """A YAML sequence."""

    items: tuple[Value, ...]
    span: Span


class Mapping(NamedTuple):
    """A YAML mapping with its entries in order."""

    entries: tuple[tuple[Scalar, Value], ...]
    span: Span

    def get(self, key: str) -> Value | None:
        """Return the value of ``key``, or None where the mapping lacks it."""
        return next((value for name, value in self.entries if name.text == key), None)


Value: TypeAlias = Scalar | Sequence | Mapping


# How YAML 1.2 tells a plain scalar in its core schema.
_INTEGER = expression(r"[-+]?[0-9]{1,4000}|0o[0-7]{1,4000}|0x[0-9a-fA-F]{1,4000}")
_NUMBER = expression(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def resolved(value: Value) -> Any:
    """Return ``value`` as JSON knows it: plain numbers, truth values and nothing as such, all else as text.

    Plain scalars are told as in the core schema of YAML 1.2, so that a date, “yes” and “no” are texts.
    """
    if isinstance(value, Sequence):
        return [resolved(item) for item in value.items]
    if isinstance(value, Mapping):
        return {key.text: resolved(inner) for key, inner in value.entries}
    text = value.text
    if not value.plain:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if _NUMBER.fullmatch(text):
        number = float(text)
        return text if number in (float("inf"), float("-inf")) else number
    return text


class MappingError(Exception):
    """Text that is not the YAML this tool accepts; ``offset`` is a 0-based code point of the text."""

    def __init__(self, message: str, offset: int, remedy: str = "") -> None:
        """State what is wrong (``message``), at which 0-based code point, and what to do (``remedy``)."""
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.remedy = remedy

    @property
    def clause(self) -> str:
        """What is wrong and what to do in one clause, for where there is one place for both."""
        remedy = self.remedy[:1].lower() + self.remedy[1:].removesuffix(".")
        return f"{self.message}; {remedy}" if remedy else self.message


_ALIAS = "Put a text that begins with “*” in quotation marks."
_LIMIT = 2_000_000
_MAX_NODES = 100_000
_MAX_DEPTH = 64


def load(text: str, offset: int = 0) -> Value:
    """Read one YAML document; spans are 0-based code points, shifted by ``offset``.

    Raises MappingError for text that is not YAML, for duplicate keys, aliases, tags, keys that are no scalars, and
    for documents that are too large or too deep.
    """
    if len(text) > _LIMIT:
        raise MappingError("this YAML is too large", 0)
    try:
        node = _compose(text)
    except yaml.MarkedYAMLError as error:
        raise _told(text, error) from error
    except yaml.reader.ReaderError as error:
        remedy = "Take it out, or write it again by hand."
        raise MappingError("a character that YAML does not allow", error.position, remedy) from error
    if node is None:
        return Mapping((), Span(offset, offset))
    return _Converter(offset).convert(node, 0)


def _told(text: str, error: yaml.MarkedYAMLError) -> MappingError:
    from advancelint.mapping.faults import Break, fault_of, tokens_before  # text without mistakes needs none of it

    mark = error.problem_mark or error.context_mark
    at = mark.index if mark else 0
    begun = error.context_mark.index if error.context_mark else at
    tokens = tokens_before(yaml.scan(text, Loader=Loader), at)
    fault = fault_of(Break(text, error.problem or "", at, error.context or "", begun, tokens))
    return MappingError(fault.message, fault.offset, fault.remedy)


def _index(event: Any) -> int:
    # PyYAML's stubs allow for a missing mark; the loaders used here always set one.
    return int(event.start_mark.index)


def _compose(text: str) -> yaml.Node | None:
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=Loader)):
        if isinstance(event, yaml.AliasEvent):
            raise MappingError("aliases (*name) are not accepted here", _index(event), _ALIAS)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MAX_DEPTH or count > _MAX_NODES:
            raise MappingError("this YAML is nested too deeply or has too many entries", _index(event))
    node: yaml.Node | None = yaml.compose(text, Loader=Loader)
    return node


class _Converter:
    """Turns composed YAML nodes into values; a class only to carry the offset."""

    def __init__(self, offset: int) -> None:
        self._offset = offset

    def _span(self, node: yaml.Node) -> Span:
        return Span(node.start_mark.index + self._offset, node.end_mark.index + self._offset)

    def convert(self, node: yaml.Node, depth: int) -> Value:
        """Return the value of ``node``; raises MappingError for what the tool does not accept."""
        if isinstance(node, yaml.ScalarNode):
            return Scalar(node.value, self._span(node), not node.style)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.convert(item, depth + 1) for item in node.value), self._span(node))
        if not isinstance(node, yaml.MappingNode):
            raise MappingError("a kind of YAML that is not accepted here", node.start_mark.index)
        return Mapping(tuple(self._entries(node, depth)), self._span(node))

    def _entries(self, node: yaml.MappingNode, depth: int) -> list[tuple[Scalar, Value]]:
        seen: set[str] = set()
        entries: list[tuple[Scalar, Value]] = []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise MappingError("a key must be a word, not a list or a mapping", key.start_mark.index)
            if key.value in seen:
                message = f"the key “{key.value}” stands here twice"
                raise MappingError(message, key.start_mark.index, "Keep one of the two.")
            seen.add(key.value)
            entries.append((Scalar(key.value, self._span(key)), self.convert(value, depth + 1)))
        return entries
