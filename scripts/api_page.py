"""The page on `advancelint.api`: the docstring of every class with a table of what it has."""

from __future__ import annotations

import inspect
import re
import sys
import types
from collections.abc import Callable, Iterator

from advancelint import api
from advancelint.reading.model import FACETS

_ALIASES = {"Value": "a field of a node, as `Node.values` has it", "OptionValue": "what an option can be set to"}
_CODE = re.compile(r"``(?P<code>[^`]+)``|`(?P<name>[A-Za-z_.]+)`|(?P<mark>[*_|<[])")


def lines() -> Iterator[str]:
    """Yield the lines of the page."""
    yield from ("# Python checks", "")
    yield "What a check of a card gets and returns. All of it comes from `advancelint.api`, and nothing else of the"
    yield "package may be imported. [Writing rules](../rule-authors.md#python-check) shows how it is used, and"
    yield "[what you can rely on](../stability.md#python) says what of it stays. Begin with [Node](#node), which goes"
    yield "in, and [Finding](#finding), which comes out; what stands in the values, spots and gaps of a node is"
    yield "told kind by kind in [fields](../rules/fields.md). Offsets are 0-based code points of the plan's text."
    kinds = [value for name in api.__all__ if isinstance(value := getattr(api, name), type)]
    for kind in kinds:
        yield from ("", f"## {kind.__name__}", "")
        yield from _prose(kind)
        yield from ("", "| name | type, or what it does |", "| --- | --- |")
        yield from (f"| `{name}` | {told} |" for name, told in _members(kind))
    yield from ("", "## Other names", "", "| name | type | what it is |", "| --- | --- | --- |")
    yield from (f"| `{name}` | {_type(str(getattr(api, name)))} | {told} |" for name, told in _ALIASES.items())


def _prose(kind: type) -> Iterator[str]:
    """Yield the docstring with the words of a list for its name."""
    module = vars(sys.modules[kind.__module__])

    def shown(match: re.Match[str]) -> str:
        if match["mark"]:
            return f"\\{match[0]}"
        name = match["name"] or ""
        known = module.get(name)
        if isinstance(known, tuple) and all(isinstance(word, str) for word in known):
            return ", ".join(f"`{word}`" for word in known)
        return f"[{name}](#{name.lower()})" if name in api.__all__ else f"`{match['code'] or name}`"

    yield from _CODE.sub(shown, inspect.getdoc(kind) or "").splitlines()


def _members(kind: type) -> Iterator[tuple[str, str]]:
    """Yield the fields of ``kind`` with their types, then its properties and methods with what they are."""
    for name, annotation in kind.__annotations__.items():
        facet = FACETS.get(name, ()) if kind is api.Reading and _written(annotation) == "Facet" else ()
        values = f": {', '.join(f'`{word}`' for word in facet)}" if facet else ""
        yield name, f"{_type(_written(annotation))}{values}"
    for name, value in vars(kind).items():
        function = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
        if name.startswith("_") or not inspect.isfunction(function):
            continue
        taken = "" if isinstance(value, property) else _parameters(getattr(kind, name))
        told = " ".join((inspect.getdoc(function) or "").split())
        yield f"{name}{taken}", _CODE.sub(lambda one: f"\\{one[0]}" if one["mark"] else f"`{one[0].strip('`')}`", told)


def _parameters(function: Callable[..., object]) -> str:
    """Return what a method takes in brackets, without what it is called on."""
    names = [str(one).replace("'", "") for one in inspect.signature(function).parameters.values()]
    return f"({', '.join(name for name in names if name != 'self')})"


def _written(annotation: object) -> str:
    # A module may have its types as values, as names, or quoted where they stand further below.
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation.__name__
    return re.sub(
        r"ForwardRef\('(\w+)'\)|\b(?:\w+\.)+(\w+)",
        r"\1\2",
        getattr(annotation, "__forward_arg__", None) or str(annotation),
    )


def _type(text: str) -> str:
    """Return a type as code, with links to the classes in it where it is no more than one of them."""
    return f"[{text}](#{text.lower()})" if text in api.__all__ else f"`{text.replace('|', chr(92) + '|')}`"
