"""The key required-version: an exact reading of what PEP 440 says of plain releases, and nothing more."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from typing import Any

from advancelint import __version__
from advancelint.config.shapes import Mistake, Path, Schema, dotted
from advancelint.expressions import expression

_CLAUSE = expression(r"(>=|<=|==|!=|>|<)[ ]*([0-9]+(?:\.[0-9]+)*)")
_RELEASE = expression(r"([0-9]+(?:\.[0-9]+)*)(.*)")
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt,
}  # fmt: skip
_Ordered = tuple[tuple[int, ...], int]


class Specifier:
    """The shape of a version specifier such as ">=0.2, <1"."""

    described = "a version specifier, as `>=0.2, <1`"

    def faults(self, value: object, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with ``value``."""
        if not isinstance(value, str) or not all(_CLAUSE.fullmatch(part.strip()) for part in value.split(",")):
            remedy = f'Write, for example: {path[-1]} = ">=0.2, <1" (with >=, <=, >, <, == or !=).'
            yield Mistake(path, f"{dotted(path)} cannot be “{value}”", remedy)

    def schema(self) -> Schema:
        """Return the JSON Schema."""
        clause = f" *(?:{_CLAUSE.pattern}) *"
        return {"type": "string", "pattern": f"^{clause}(?:,{clause})*$"}


def satisfies(specifier: str, version: str = __version__) -> bool:
    """Say whether ``version`` meets every clause of a right ``specifier``; a pre-release comes before its release."""
    ours = _ordered(version)
    clauses = (_CLAUSE.fullmatch(part.strip()) for part in specifier.split(","))
    return all(_COMPARE[clause[1]](ours, _ordered(clause[2])) for clause in clauses if clause)


def _ordered(version: str) -> _Ordered:
    match = _RELEASE.match(version)
    numbers, rest = (match[1], match[2]) if match else ("0", "")
    release = [int(number) for number in numbers.split(".")]
    while release and not release[-1]:
        release.pop()  # 1.0 and 1 are the same release
    before = bool(re.match(r"[.-]?(?:a|b|rc|dev)", rest))
    return tuple(release), -int(before)
