"""What a JSON Schema found, in the words of a coach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Any

from advancelint.records import NamedTuple

# An error of the library `jsonschema`, which is imported only where a card has a schema.
Error = Any
Path = tuple[str | int, ...]

_MOST_VALUES = 6
_MOST_PROBLEMS = 3
_LONGEST = 60
_MISSING = " is missing"
_RATHER = ", not "
_KINDS = {"string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false",
          "array": "a list", "object": "a mapping", "null": "blank"}  # fmt: skip
_FORMS = {"date": "a date as 2026-06-30", "email": "an e-mail address", "uuid": "a UUID"}


class Problem(NamedTuple):
    """What is wrong at ``path`` of the published form, as a clause; ``depth`` is how far the value came in a schema."""

    path: Path
    words: str
    depth: int


def problems_of(error: Error) -> list[Problem]:
    """Return what an error tells: of alternatives what is wrong with the one that came furthest, else with itself."""
    path = tuple(error.absolute_path)
    if not error.context or error.validator not in ("anyOf", "oneOf"):
        # What is missing is one deeper than what lacks it; a wrong kind of value shows that nobody meant this one.
        weights = {"required": 2, "dependentRequired": 2, "type": -1}
        return [Problem(path, _problem_of(error), 2 * len(path) + weights.get(error.validator, 0))]
    branches: dict[Any, list[Problem]] = {}
    for inner in error.context:
        branches.setdefault(inner.relative_schema_path[0], []).extend(problems_of(inner))
    furthest = max(_depth(branch) for branch in branches.values())
    kept = [branch for branch in branches.values() if _depth(branch) == furthest]
    if len(kept) == 1:
        return kept[0]
    # Of alternatives that came equally far, all are told, as one mistake: the author may have meant either.
    places = [problem.path for branch in kept for problem in branch]
    return [Problem(_shared(places), _either([joined([one.words for one in branch]) for branch in kept]), furthest)]


def _depth(branch: list[Problem]) -> int:
    return max(one.depth for one in branch)


def _shared(paths: list[Path]) -> Path:
    """Return what all ``paths`` begin with."""
    steps = takewhile(lambda step: len(set(step)) == 1, zip(*paths, strict=False))
    return tuple(step[0] for step in steps)


def _either(clauses: list[str]) -> str:
    """Return clauses of which one would have to go away, as one; what they share is said once."""
    told = list(dict.fromkeys(clauses))
    if all(clause.endswith(_MISSING) for clause in told):
        return f"{_listing([clause.removesuffix(_MISSING) for clause in told], 'or')}{_MISSING}"
    heads = {clause.partition(_RATHER)[0] for clause in told}
    if len(heads) == 1 and all(_RATHER in clause for clause in told):
        return f"{heads.pop()}{_RATHER}{_listing([clause.partition(_RATHER)[2] for clause in told], 'or')}"
    return _listing(told, "or")


def joined(problems: Sequence[str]) -> str:
    """Return sentences as one, each once, the first few of many."""
    told = list(dict.fromkeys(problems))
    missing = [problem.removesuffix(_MISSING) for problem in told if problem.endswith(_MISSING)]
    if len(missing) > 1:
        others = [problem for problem in told if not problem.endswith(_MISSING)]
        told = [f"{_listing(missing)} are missing", *others]
    return _listing(told)


def _listing(parts: list[str], last: str = "and") -> str:
    more = [f"{len(parts) - _MOST_PROBLEMS} more"] if len(parts) > _MOST_PROBLEMS else []
    shown = parts[:_MOST_PROBLEMS] + more
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {last} {shown[-1]}"


def dotted(path: Sequence[str | int]) -> str:
    """Return where a value stands in the published form, as a person would write it; "" for the whole."""
    return ".".join(part for part in path if isinstance(part, str))


def _problem_of(error: Error) -> str:
    """Return what is wrong as a clause without jargon."""
    path = tuple(error.absolute_path)
    if error.validator in ("required", "dependentRequired"):
        return f"`{dotted((*path, error.message))}`{_MISSING}"
    name = f"`{dotted(path)}`" if dotted(path) else "it"
    if error.instance is None and error.validator != "not":
        return f"{name}{_MISSING}"
    tell = _TOLD.get(error.validator, _unlike)
    return f"{name} {tell(error)}"


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or value in ("", [], {}):
        return "blank"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, str):
        line = " ".join(value[: 4 * _LONGEST].split())
        return f"“{line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + ' …'}”"
    return f"a list of {len(value)}" if isinstance(value, list) else "a mapping"


def _listed(values: Sequence[Any]) -> str:
    told = [_said(value) for value in values[:_MOST_VALUES]]
    return ", ".join([*told, "…"] if len(values) > _MOST_VALUES else told)


def _type(error: Error) -> str:
    wanted = [error.validator_value] if isinstance(error.validator_value, str) else error.validator_value
    return f"is {_said(error.instance)}, not {' or '.join(_KINDS[one] for one in wanted)}"


def _enum(error: Error) -> str:
    return f"is {_said(error.instance)}, not one of {_listed(error.validator_value)}"


def _const(error: Error) -> str:
    return f"is {_said(error.instance)}, not {_said(error.validator_value)}"


def _not(error: Error) -> str:
    barred = error.validator_value
    if isinstance(barred, dict) and set(barred) == {"const"}:
        return f"must not be {_said(barred['const'])}"
    if isinstance(barred, dict) and set(barred) == {"enum"}:
        return f"must not be {_said(error.instance)}"
    if isinstance(barred, dict) and set(barred) == {"required"}:
        return f"must not have {' and '.join(f'`{name}`' for name in barred['required'])}"
    return "is as it must not be"


def _bound(words: str) -> Callable[[Error], str]:
    return lambda error: f"is {_said(error.instance)}, {words} {_said(error.validator_value)}"


def _count(words: str, noun: str) -> Callable[[Error], str]:
    def tell(error: Error) -> str:
        held = len(error.instance)
        if not held:
            return "is blank" if noun == "character" else "is empty"
        return f"has {held} {noun if held == 1 else _many(noun)}, {words} {error.validator_value}"

    return tell


def _many(noun: str) -> str:
    return "entries" if noun == "entry" else f"{noun}s"


def _contains(error: Error) -> str:
    wanted = error.validator_value.get("properties", {}) if isinstance(error.validator_value, dict) else {}
    told = [
        f"`{name}` {_said(inner['const'])}"
        for name, inner in wanted.items()
        if isinstance(inner, dict) and "const" in inner
    ]
    held = "no entry" if error.instance else "no entries at all"
    return f"has {held}" + (f" with {' and '.join(told)}" if told and error.instance else "")


def _format(error: Error) -> str:
    return f"is {_said(error.instance)}, not {_FORMS[error.validator_value]}"


def _extra(error: Error) -> str:
    return f"has {_listed(sorted(_unforeseen(error)))}, which nobody foresaw"


def _unforeseen(error: Error) -> Iterator[str]:
    import re

    shapes = error.schema.get("patternProperties", {})
    for name in error.instance:
        if name not in error.schema.get("properties", {}) and not any(re.search(shape, name) for shape in shapes):
            yield name


def _unlike(error: Error) -> str:
    del error
    return "is not as it has to be"


_TOLD: dict[str | None, Callable[[Error], str]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "not": _not,
    "minimum": _bound("less than"),
    "maximum": _bound("more than"),
    "exclusiveMinimum": _bound("not more than"),
    "exclusiveMaximum": _bound("not less than"),
    "multipleOf": _bound("not a multiple of"),
    "minLength": _count("fewer than", "character"),
    "maxLength": _count("more than", "character"),
    "minItems": _count("fewer than", "entry"),
    "maxItems": _count("more than", "entry"),
    "minProperties": _count("fewer than", "entry"),
    "maxProperties": _count("more than", "entry"),
    "uniqueItems": lambda _: "has the same entry twice",
    "contains": _contains,
    "format": _format,
    "pattern": lambda error: f"is {_said(error.instance)}, which has not the agreed form",
    "additionalProperties": _extra,
    "unevaluatedProperties": lambda _: "has more than was foreseen",
    "oneOf": lambda _: "fits more than one of what it may be",
}
