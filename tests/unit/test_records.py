"""Our named tuples are those of `typing` in all that a class of values needs."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest

from advancelint.records import NamedTuple


class Ours(NamedTuple):
    """A thing."""

    name: str
    size: int = 3
    parts: tuple[str, ...] = ()

    @property
    def double(self) -> int:
        return 2 * self.size

    def __str__(self) -> str:
        return f"{self.name}!"


class Theirs(typing.NamedTuple):
    """A thing."""

    name: str
    size: int = 3
    parts: tuple[str, ...] = ()

    @property
    def double(self) -> int:
        return 2 * self.size

    def __str__(self) -> str:
        return f"{self.name}!"


BOTH = pytest.mark.parametrize("kind", [Ours, Theirs])


@BOTH
def test_what_a_named_tuple_does(kind: Any) -> None:
    one = kind("a", parts=("b",))
    assert one == ("a", 3, ("b",)) == kind._make(["a", 3, ("b",)])
    assert (one.name, one.size, one.parts, one.double, str(one)) == ("a", 3, ("b",), 6, "a!")
    assert repr(one) == f"{kind.__name__}(name='a', size=3, parts=('b',))"
    assert one._replace(size=1) == kind("a", 1, ("b",))
    assert type(one._replace()) is type(copy.copy(one)) is type(pickle.loads(pickle.dumps(one))) is kind
    assert one._asdict() == {"name": "a", "size": 3, "parts": ("b",)}
    assert (kind._fields, kind._field_defaults) == (("name", "size", "parts"), {"size": 3, "parts": ()})
    assert (kind.__doc__, kind.__module__, kind.__qualname__) == ("A thing.", __name__, kind.__name__)
    assert typing.get_type_hints(kind) == {"name": str, "size": int, "parts": tuple[str, ...]}
    assert not hasattr(one, "__dict__")
    match one:
        case kind(name, size):
            assert (name, size) == ("a", 3)


@BOTH
@pytest.mark.parametrize(
    "wrong",
    [
        lambda kind: kind(),
        lambda kind: kind("a", 1, (), 2),
        lambda kind: kind("a", colour="red"),
        lambda kind: kind._make(["a"]),
        lambda kind: kind("a")._replace(colour="red"),
        lambda kind: setattr(kind("a"), "name", "b"),
        lambda kind: setattr(kind("a"), "colour", "red"),
    ],
)
def test_what_a_named_tuple_refuses(kind: Any, wrong: typing.Callable[[type], object]) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)) as told:
        wrong(kind)
    with pytest.raises(told.type) as other:
        wrong(Theirs)
    assert str(told.value).replace("Ours", "Theirs") == str(other.value)


def test_a_class_that_is_no_named_tuple_is_refused() -> None:
    with pytest.raises(TypeError, match="default"):

        class Wrong(NamedTuple):
            one: int = 1
            two: int  # type: ignore[misc]  # what is refused

    with pytest.raises(TypeError, match="no other bases"):

        class Both(NamedTuple, dict):  # type: ignore[misc, type-arg]  # what is refused
            one: int

    with pytest.raises(TypeError, match="has fields"):

        class Empty(NamedTuple):
            """Nothing."""
