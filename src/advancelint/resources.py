"""Where the tool's own data lies: rule cards and lexicons, in a wheel and in a checkout alike."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

from advancelint import HOME
from advancelint.errors import ResourceError
from advancelint.frozen import NOTHING, freeze, thaw
from advancelint.lookup import Lookup, pieces_of
from advancelint.source import Place
from advancelint.trees import Tree, read
from advancelint.weighings import Weighings, frozen_of, thawed

Value = TypeVar("Value")

_HERE = os.path.dirname(os.path.abspath(__file__))
# Lists that are frozen otherwise than row by row.
_FORMS = {
    "common.tsv": "words", "hearing.tsv": "pieces", "witness.tsv": "pieces", "plan-words.tsv": "nested",
    "days.tsv": "pieces", "sides.tsv": "pieces", "stages.tsv": "pieces",
    "lines.tsv": "weighings", "ranks.tsv": "weighings", "kinds.tsv": "weighings",
    "trees.tsv": "trees",
}  # fmt: skip
_CHECKOUT = os.path.dirname(os.path.dirname(_HERE))


def folder(name: str) -> str:
    """Return the absolute path of the data folder ``name`` ("rules", "lexicon").

    In a wheel it lies inside the package, in an editable install at the top of the checkout.
    Raises ResourceError when neither is there.
    """
    for parent in (_HERE, _CHECKOUT):
        path = os.path.join(parent, name)
        if os.path.isdir(path):
            return path
    raise ResourceError(f"the folder “{name}” is missing from this installation", remedy="Reinstall advancelint.")


def lookup(path: str, read: Callable[[str], Value], missing: Value) -> Lookup[Value]:
    """Return the two-column list at ``path``, later rows over earlier ones; for lists of thousands.

    ``read`` makes a value of the second column, and ``missing`` is found for a key of no row. Raises ResourceError as
    `rows` does.
    """
    return Lookup(_pieces(path), read, missing)


def words(path: str) -> frozenset[str]:
    """Return the only column of the list at ``path``; raises ResourceError as `rows` does."""
    return frozenset(_joined(path).split("\n"))


def nested(path: str) -> dict[str, dict[str, str]]:
    """Return the third column of the list at ``path`` by the second, by the first; raises ResourceError as `rows` does.

    Of two rows alike in both the later one counts.
    """
    found = thaw(path, "nested")
    return _nested(path) if found is NOTHING else found


def weights(path: str) -> Lookup[int]:
    """Return the second column of the list at ``path``, whole numbers, by the first; raises ResourceError as `rows`."""
    return lookup(path, int, 0)


def weighings(path: str) -> Weighings:
    """Return what `nested` does for a list whose third column is a weight; raises ResourceError as `rows` does."""
    found = thaw(path, "weighings")
    return thawed(_weighings(path) if found is NOTHING else found)


def trees(path: str) -> tuple[tuple[str, ...], dict[str, list[Tree]]]:
    """Return the names of the numbers that the trees of the list at ``path`` ask, and its trees by its first column.

    Raises ResourceError as `rows` does, and for what is no tree.
    """
    found = thaw(path, "trees")
    return _trees(path) if found is NOTHING else found


def _trees(path: str) -> tuple[tuple[str, ...], dict[str, list[Tree]]]:
    listed = rows(path)
    try:
        names, found = read(tree for _, tree in listed)
    except ValueError as error:
        raise ResourceError(f"this list of trees cannot be read: {error}", path=path) from error
    grown: dict[str, list[Tree]] = {}
    for (key, _), tree in zip(listed, found, strict=True):
        grown.setdefault(key, []).append(tree)
    return names, grown


def _nested(path: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for first, second, third in rows(path):
        found.setdefault(first, {})[second] = third
    return found


def _weighings(path: str) -> tuple[tuple[str, ...], dict[str, str]]:
    return frozen_of(
        {first: {sign: int(third) for sign, third in found.items()} for first, found in _nested(path).items()}
    )


def _pieces(path: str) -> dict[str, str]:
    found = thaw(path, "pieces")
    return pieces_of(_pairs(path).items()) if found is NOTHING else found


def _joined(path: str) -> str:
    found = thaw(path, "words")
    return "\n".join(row[0] for row in rows(path)) if found is NOTHING else found


def _pairs(path: str) -> dict[str, str]:
    text = _text(path)
    start = 0
    while text.startswith("# ", start):
        start = text.find("\n", start) + 1
    header = text.find("\n", start) + 1
    body = text[header:].rstrip("\n")
    if body.count("\t") != body.count("\n") + 1 or "\n# " in body or "\n\n" in body:
        return {row[0]: row[1] for row in rows(path)}
    cells = body.replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))


def schema(name: str) -> str:
    """Return the absolute path of the published JSON schema ``name`` ("card", "plan")."""
    return os.path.join(_HERE, "schemas", f"{name}.schema.json")


def lead(name: str, title: str, about: str, *, edited: bool = False) -> dict[str, Any]:
    """Return how the published schema ``name`` begins: its dialect, its address, what it describes.

    What people write is ``edited`` in editors, which all know draft 7; what programs read has the newest draft.
    """
    dialect = "http://json-schema.org/draft-07/schema#" if edited else "https://json-schema.org/draft/2020-12/schema"
    address = f"{HOME}/src/advancelint/schemas/{name}.schema.json"
    return {"$schema": dialect, "$id": address, "title": f"advancelint: {title}", "description": about}


def schemas() -> tuple[str, ...]:
    """Return the names of the published schemas in the order of the alphabet."""
    names = (name.partition(".schema.json") for name in os.listdir(os.path.join(_HERE, "schemas")))
    return tuple(sorted(name for name, ending, rest in names if ending and not rest))


def published(name: str) -> str:
    """Return the text of the published schema ``name``."""
    with open(schema(name), encoding="utf-8") as file:
        return file.read()


def rows(path: str) -> list[list[str]]:
    """Return the rows of the tab-separated list at ``path``, below its header.

    Lines that begin with "# " are comments and say where the list comes from; the first other line is the header.
    Raises ResourceError for a file that cannot be read and for a row with another number of cells than the header.
    """
    found = thaw(path, "rows")
    return _rows(path) if found is NOTHING else found


def frozen_list(path: str) -> bytes:
    """Return the list at ``path`` as a wheel holds it, in the form that it is asked for; raises ResourceError."""
    form = _FORMS.get(os.path.basename(path), "rows")
    made = {
        "rows": rows,
        "pieces": _pieces,
        "words": _joined,
        "nested": _nested,
        "weighings": _weighings,
        "trees": _trees,
    }
    return freeze(made[form](path), form)


def _rows(path: str) -> list[list[str]]:
    lines = _text(path).split("\n")
    numbered = [(number, line.split("\t")) for number, line in enumerate(lines, 1) if line and line[:2] != "# "]
    width = len(numbered[0][1]) if numbered else 0
    for number, row in numbered[1:]:
        if len(row) != width:
            raise ResourceError(f"this row needs {width} cells, as the header", path=path, place=Place(number, 1))
    return [row for _, row in numbered[1:]]


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError as error:
        raise ResourceError(f"this word list cannot be read: {error.strerror}", path=path) from error
