"""Binds ``check:`` to a function: of an installed package, or of a file beside the card where the invoker allows it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import Any

from advancelint.cards.fields import Fields
from advancelint.limits import FaultError, guarded
from advancelint.mapping import Value
from advancelint.rule import Card, Find, Finding, Node, OptionValue

# The group of entry points by which a distribution says that it is a pack; `catalog.packs` reads the same.
PACKS = "advancelint.packs"
ALLOW = "--allow-checks"
_TARGET = re.compile(r"(?P<module>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*):(?P<function>[A-Za-z_]\w*)", re.ASCII)
_BESIDE = re.compile(r"(?P<file>[A-Za-z_][\w-]*\.py):(?P<function>[A-Za-z_]\w*)", re.ASCII)
_OWN = "advancelint.checks."
_Check = Callable[..., Any]


def bind_check(fields: Fields, value: Value, card: Card, options: Mapping[str, OptionValue]) -> Find:
    """Return the check as a find function; it gets the node, and ``options`` where it takes a second argument.

    Raises CardError for a target that is none, that ``card.origin`` may not name, or that cannot be imported. A card
    may come with the plans that are judged, so it must not be able to run a file that lies beside them, nor any
    function that happens to be installed: a team's own card names functions of installed packs only.
    """
    target = fields.words(value, "“check”")
    beside = _BESIDE.fullmatch(target)
    match = beside or _TARGET.fullmatch(target)
    if match is None:
        remedy = "Write package.module:function, or file.py:function for a file beside the card."
        fields.fail(f"“{target}” names no check", value.span, remedy)
    if beside is None:
        function = _installed(fields, value, card, match.group("module"), match.group("function"))
    else:
        function = _beside(fields, value, card, match.group("file"), match.group("function"))
    if not callable(function):
        fields.fail(f"“{target}” is no function", value.span, "Check the spelling of the function.")
    return _called(function, options)


def _installed(fields: Fields, value: Value, card: Card, module: str, name: str) -> object:
    trust = card.origin.checks
    own = module.startswith(_OWN)
    if not own and (trust == "own" or module.split(".")[0] not in _known(trust)):
        if trust == "installed":
            fields.fail(f"“{module}” belongs to no installed package", value.span, "Install the package of the check.")
        remedy = f"A team's card runs code of installed packs; with {ALLOW} also of a file beside it, as check.py:find."
        fields.fail(f"“{module}” belongs to no installed pack", value.span, remedy)
    from importlib import import_module  # cards without checks do not need it

    try:
        return getattr(guarded(import_module, module), name, None)
    except FaultError as error:
        fields.fail(f"“{module}” cannot be imported: {error}", value.span)


def _known(trust: str) -> frozenset[str]:
    """Return the names of installed top-level packages whose code a card may name."""
    from importlib import metadata  # here, since only foreign checks should pay 28 ms

    if trust == "installed":
        return frozenset(metadata.packages_distributions())
    return frozenset(entry.value.split(":")[0].split(".")[0] for entry in metadata.entry_points(group=PACKS))


def _beside(fields: Fields, value: Value, card: Card, file: str, name: str) -> object:
    if card.origin.checks != "files":
        remedy = f"Who starts advancelint can allow it with {ALLOW}; or move the check into an installed pack."
        fields.fail(f"“{file}” would run code that lies beside the card", value.span, remedy)
    path = os.path.join(os.path.dirname(card.path), file)
    if not os.path.isfile(path):
        fields.fail(f"there is no file “{file}” beside the card", value.span)
    from importlib import util

    spec = util.spec_from_file_location(f"advancelint_local_{file[:-3].replace('-', '_')}", path)
    if spec is None or spec.loader is None:
        fields.fail(f"“{file}” cannot be loaded", value.span)
    module = util.module_from_spec(spec)
    try:
        guarded(spec.loader.exec_module, module)
    except FaultError as error:
        fields.fail(f"“{file}” cannot be run: {error}", value.span)
    return getattr(module, name, None)


def _called(function: _Check, options: Mapping[str, OptionValue]) -> Find:
    from inspect import Parameter, signature

    try:
        taken = signature(function).parameters.values()
    except (TypeError, ValueError):  # some functions in C tell nothing
        return function
    room = [one for one in taken if one.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)]
    if len(room) < 2:
        return function

    @wraps(function)  # by which whoever traces the check finds it
    def find(node: Node) -> Iterator[Finding]:
        return function(node, options)  # type: ignore[no-any-return] # the guard looks at what it returns

    return find
