"""What a check in Python can meet: all of it is exported and explained, and nothing in it is a surprise."""

from __future__ import annotations

import typing
from collections.abc import Iterator

import pytest

from advancelint import api
from advancelint.reading.model import FACETS

CLASSES = [value for name in api.__all__ if isinstance(value := getattr(api, name), type)]


def met(kind: object, seen: set[object]) -> Iterator[type]:
    """Yield the classes of ours that can be met from a value of ``kind`` on."""
    if kind in seen:
        return
    seen.add(kind)
    for inner in typing.get_args(kind):
        for one in inner if isinstance(inner, list) else [inner]:
            yield from met(one, seen)
    if isinstance(kind, type) and kind.__module__.startswith("advancelint."):
        yield kind
        for one in typing.get_type_hints(kind).values():
            yield from met(one, seen)


def test_all_that_can_be_met_from_a_node_or_a_finding_on_is_exported() -> None:
    seen: set[object] = set()
    found = {one for kind in (api.Node, api.Finding) for one in met(kind, seen)}
    assert {one.__name__ for one in found} == {one.__name__ for one in CLASSES}
    assert all(getattr(api, one.__name__) is one for one in found)


@pytest.mark.parametrize("kind", CLASSES)
def test_every_field_is_explained(kind: type) -> None:
    fields = typing.get_type_hints(kind)
    told = FACETS if kind is api.Reading else {}
    assert [name for name in fields if name not in told and f"``{name}``" not in (kind.__doc__ or "")] == []
