"""Binds ``check:`` to a function: of an installed package, or of a file beside the card where the invoker allows it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from advancelint.cards.called import called
from advancelint.cards.fields import Fields
from advancelint.expressions import expression
from advancelint.limits import FaultError, guarded
from advancelint.mapping import Value
from advancelint.rule import Card, Find, OptionValue

# The group of entry points by which a distribution says that it is a pack; `catalog.packs` reads the same.
PACKS = "advancelint.packs"
ALLOW = "--allow-checks"
_TARGET = expression(r"(?P<module>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*):(?P<function>[A-Za-z_]\w*)", re.ASCII)
_BESIDE = expression(r"(?P<file>[A-Za-z_][\w-]*\.py):(?P<function>[A-Za-z_]\w*)", re.ASCII)
_OWN = "advancelint.checks."
# Why modules could not be imported; one that hangs is waited for once, however many cards name it.
_FAULTS: dict[str, FaultError] = {}
# The names of modules that were loaded from files beside cards, by the real paths of these.
_BESIDES: dict[str, str] = {}


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
    return called(fields, value, function, options)


def _installed(fields: Fields, value: Value, card: Card, module: str, name: str) -> object:
    trust = card.origin.checks
    if not module.startswith(_OWN) and (trust == "own" or not _is_known(module.split(".")[0], trust)):
        if trust == "installed":
            fields.fail(f"“{module}” belongs to no installed package", value.span, "Install the package of the check.")
        remedy = f"A team's card runs code of installed packs; with {ALLOW} also of a file beside it, as check.py:find."
        fields.fail(f"“{module}” belongs to no installed pack", value.span, remedy)
    from importlib import import_module  # cards without checks do not need it

    try:
        if module in _FAULTS:
            raise _FAULTS[module]
        function = getattr(guarded(import_module, module), name, None)
    except FaultError as error:
        _FAULTS[module] = error
        fields.fail(f"“{module}” cannot be imported: {error}", value.span)
    home = getattr(function, "__module__", module)
    if trust in ("packs", "files") and function is not None and str(home).split(".")[0] != module.split(".")[0]:
        # What a pack imported, as “from os import system” does, is not the pack's.
        fields.fail(f"“{name}” is no function of “{module}”, which only imports it", value.span)
    return function


def _is_known(package: str, trust: str) -> bool:
    """Say whether a card may name code of the installed top-level ``package``."""
    from importlib import metadata  # here, since only foreign checks should pay 28 ms

    packs = {entry.value.split(":")[0].split(".")[0].strip() for entry in metadata.entry_points(group=PACKS)}
    # A pack that is installed as a link to its sources has no list of files that would tell its packages.
    return package in packs or (trust == "installed" and package in metadata.packages_distributions())


def _beside(fields: Fields, value: Value, card: Card, file: str, name: str) -> object:
    if card.origin.checks == "installed":
        remedy = f"In the card of a pack it is called by its package: check: package.{file.removesuffix('.py')}:{name}."
        fields.fail(
            f"“{file}:{name}” names a file beside a team's card, and this is a card of a pack", value.span, remedy
        )
    if card.origin.checks != "files":
        remedy = f"Who starts advancelint can allow it with {ALLOW}; or move the check into an installed pack."
        fields.fail(f"“{file}” would run code that lies beside the card", value.span, remedy)
    path = os.path.join(os.path.dirname(card.path), file)
    if not os.path.isfile(path):
        fields.fail(f"there is no file “{file}” beside the card", value.span)
    import sys
    from importlib import util

    module_name = f"advancelint_local_{len(_BESIDES)}"
    spec = util.spec_from_file_location(_BESIDES.setdefault(os.path.realpath(path), module_name), path)
    if spec is None or spec.loader is None:
        fields.fail(f"“{file}” cannot be loaded", value.span)
    module = sys.modules[spec.name] = util.module_from_spec(spec)  # where the code of a dataclass looks for itself
    try:
        guarded(spec.loader.exec_module, module)
    except FaultError as error:
        fields.fail(f"“{file}” cannot be run: {error}", value.span)
    return getattr(module, name, None)
