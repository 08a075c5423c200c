"""What a function of others gets as a check, and which functions can be one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Any

from advancelint.cards.fields import Fields
from advancelint.mapping import Value
from advancelint.rule import Find, Finding, Node, OptionValue

_SHAPE = "A check is a function of a node, or of a node and options, that yields findings: def find(node, options): …"


def called(fields: Fields, value: Value, function: object, options: Mapping[str, OptionValue]) -> Find:
    """Return ``function``, which the card names at ``value``, as a find function. Raises CardError where it cannot be.

    It gets ``options`` where it takes a second argument, and nothing that it could change: a node is shared by rules.
    """
    name = fields.words(value, "“check”")
    fault = _fault_of(function)
    if fault or not callable(function):
        fields.fail(f"“{name}” {fault or 'is no function'}", value.span, _SHAPE)
    count = _taken(function)
    if not count:
        fields.fail(f"“{name}” takes other arguments than a check does", value.span, _SHAPE)
    given = (MappingProxyType(dict(options)),) if count > 1 else ()

    @wraps(function)  # by which whoever looks for the author's own function finds it
    def find(node: Node) -> Iterator[Finding]:
        return function(_sealed(node), *given)  # type: ignore[no-any-return] # the guard looks at what it returns

    return find


def _fault_of(function: object) -> str:
    import inspect

    if function is None or not callable(function):
        return "is no function"
    if inspect.isclass(function):
        return "is a class"
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        return "is asynchronous, and nothing waits for it"
    return ""


def _taken(function: Callable[..., Any]) -> int:
    """Return how many arguments ``function`` can be given: two, else one, else none."""
    from inspect import signature

    try:
        told = signature(function)
    except (TypeError, ValueError):  # some functions in C tell nothing
        return 1
    for count in (2, 1):
        try:
            told.bind(*(None,) * count)
        except TypeError:
            continue
        return count
    return 0


def _sealed(node: Node) -> Node:
    return node._replace(
        values=MappingProxyType(node.values), spots=MappingProxyType(node.spots), gaps=MappingProxyType(node.gaps)
    )
