"""Reads YAML."""

from __future__ import annotations

from typing import Any

import yaml

from advancelint.mapping.model import Mapping, MappingError, Scalar, Sequence, Value
from advancelint.source import Span

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ALIAS = "Put a text that begins with “*” in quotation marks."
_LIMIT = 2_000_000
_MAX_NODES = 100_000
_MAX_DEPTH = 64


def read(text: str, offset: int = 0) -> Value:
    """Read one YAML document, as `advancelint.mapping.load` says."""
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
