"""Regular expressions: compiled when they are first used, and in a wheel compiled already.

To compile one takes a quarter of a millisecond and some take ten; there are hundreds, and a plan meets half of them. So
a wheel holds what `re` makes of them (see `frozen`). That is no part of what Python promises: it is used by the very
Python that made it, minor version, engine and all, and any other compiles the expressions as ever.
"""

from __future__ import annotations

import os
import re
import sys
from typing import Any, AnyStr, cast

from advancelint.frozen import NOTHING, freeze, thaw

FROZEN = "expressions"
_HERE = os.path.dirname(os.path.abspath(__file__))
# What `frozen_expressions` wrote, once it is read; all that this process has compiled, with its flags.
_kept: dict[tuple[str | bytes, int], Any] | None = None
_made: dict[tuple[str | bytes, int], re.Pattern[Any]] = {}


def expression(source: AnyStr, flags: re.RegexFlag | int = 0) -> re.Pattern[AnyStr]:
    """Return the pattern ``source``, which compiles itself at its first use: `re.compile` for constants of modules.

    A mistake in it is not told before; a test compiles them all. The functions of `re` (`re.sub` and the like) take
    no such pattern, its own methods do the same.
    """
    return cast("re.Pattern[AnyStr]", _Expression(source, flags))


def compiled(source: AnyStr, flags: re.RegexFlag | int = 0) -> re.Pattern[AnyStr]:
    """Return the pattern ``source`` of our own, as `re.compile` does and once; raises `re.error` for a mistake.

    What others wrote (cards, configurations) goes to `re.compile`: nothing of it is kept for ever.
    """
    key = (source, int(flags))
    found = _made.get(key)
    if found is None:
        found = _made[key] = _thawed(source, int(flags)) or re.compile(source, flags)
    return found


class _Expression:
    """Stands in for a compiled pattern, and has all that one has."""

    def __init__(self, source: Any, flags: re.RegexFlag | int) -> None:
        self.pattern = source  # which others may be built of, at no cost
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(compiled(self.pattern, self._flags), name)
        setattr(self, name, found)  # so that the next look finds it at once
        return found


def compile_all() -> int:
    """Compile every expression that is a constant of a module, and return how many there are.

    For the build and the tests: it imports all of the tool. Raises `re.error` for the first mistake.
    """
    import gc
    from importlib import import_module
    from pkgutil import walk_packages

    for module in walk_packages([_HERE], "advancelint."):
        import_module(module.name)
    found = [one for one in gc.get_objects() if type(one) is _Expression]
    for one in found:
        compiled(one.pattern, one._flags)
    return len(found)


def frozen_expressions() -> bytes:
    """Return all that this process has compiled, for the file `FROZEN` of a wheel."""
    from re import _compiler, _parser  # type: ignore[attr-defined]  # private, for the build alone

    found = {}
    for source, flags in sorted(_made, key=repr):
        tree = _parser.parse(source, flags)
        code = memoryview(bytearray(4 * len(made := _compiler._code(tree, flags)))).cast("I")
        for place, number in enumerate(made):
            code[place] = number
        state = tree.state
        found[source, flags] = (flags | state.flags, code.tobytes(), state.groups - 1, dict(state.groupdict))
    return freeze(found, _maker())


def _thawed(source: str | bytes, flags: int) -> re.Pattern[Any] | None:
    """Return the pattern as the wheel holds it, None where it does not, or not for this Python."""
    global _kept
    if _kept is None:
        found = thaw(os.path.join(_HERE, FROZEN), _maker())
        _kept = {} if found is NOTHING else found
    held = _kept.pop((source, flags), None)  # `_made` has it from now on
    if held is None:
        return None
    import _sre  # type: ignore[import-not-found]  # part of Python, but no public one

    whole, code, groups, names = held
    numbered: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        numbered[number] = name
    numbers = memoryview(code).cast("I").tolist()
    made: re.Pattern[Any] = _sre.compile(source, whole, numbers, groups, names, tuple(numbered))
    return made


def _maker() -> str:
    """Say for which Python compiled expressions are: another one may have another engine, or other letters."""
    try:
        from _sre import CODESIZE, MAGIC
    except ImportError:
        return "none"
    python = f"{sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]} {sys.byteorder}"
    return f"{python} {MAGIC} {CODESIZE}"
