"""Binds ``check: package.module:function`` to the function, from installed packages only."""

from __future__ import annotations

import re
from typing import cast

from advancelint.cards.fields import Fields
from advancelint.mapping import Value
from advancelint.rule import Find

_TARGET = re.compile(r"(?P<module>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*):(?P<function>[A-Za-z_]\w*)", re.ASCII)
_OWN = "advancelint.checks."


def bind_check(fields: Fields, value: Value) -> Find:
    """Return the check as a find function. Raises CardError for a target that is none.

    A card may come with the plans that are judged, so it must not be able to run a file that lies beside them: the
    module has to belong to an installed distribution.
    """
    target = fields.words(value, "“check”")
    match = _TARGET.fullmatch(target)
    if match is None:
        fields.fail(f"“{target}” names no check", value.span, "Write package.module:function.")
    module = match.group("module")
    if not module.startswith(_OWN) and not _is_installed(module):
        fields.fail(f"“{module}” belongs to no installed package", value.span, "Install the package of the check.")
    function = _load(module, match.group("function"))
    if function is None:
        fields.fail(f"“{target}” cannot be imported", value.span, "Check the spelling of module and function.")
    return function


def _is_installed(module: str) -> bool:
    from importlib.metadata import packages_distributions  # here, since only foreign checks should pay 28 ms

    return module.split(".")[0] in packages_distributions()


def _load(module: str, name: str) -> Find | None:
    from importlib import import_module  # cards without checks do not need it

    try:
        function = getattr(import_module(module), name, None)
    except ImportError:
        return None
    return cast("Find", function) if callable(function) else None
