"""Tables of the config: with fixed keys, with keys of one's own, and lists of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from advancelint.config.shapes import Mistake, Names, Path, Schema, Shape, dotted, useless
from advancelint.errors import hint
from advancelint.records import NamedTuple


class Fields(NamedTuple):
    """A table with the keys of ``shapes``; ``remedy_for`` answers a key that people expect and that it has not."""

    shapes: Callable[[], Mapping[str, Shape]]
    remedy_for: Callable[[str], str] = lambda _: ""
    described: str = "a table"

    def inner(self, key: str) -> Shape:
        """Return the shape of ``key``; raises KeyError for one that the table has not."""
        return self.shapes()[key]

    def faults(self, value: object, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with ``value`` and with everything in it."""
        what = dotted(path) or "the config"
        if not isinstance(value, Mapping):
            yield no_table(path)
            return
        shapes = self.shapes()
        for key, item in value.items():
            if key in shapes:
                yield from shapes[key].faults(item, (*path, key))
            else:
                remedy = self.remedy_for(key) or hint(key, shapes)
                yield Mistake((*path, key), f"{what} has no key “{key}”", remedy)

    def schema(self) -> Schema:
        """Return the JSON Schema."""
        properties = {key: shape.schema() for key, shape in self.shapes().items()}
        return {"type": "object", "additionalProperties": False, "properties": properties}


def table(names: Names, inner: Shape) -> Fields:
    """Return the shape of a table in which each of ``names`` may have a value of the shape ``inner``."""
    return Fields(lambda: dict.fromkeys(names(), inner))


class Map(NamedTuple):
    """A table whose keys are a team's own: ``of`` says what they are, "patterns" or "codes"."""

    of: str
    values: Shape

    @property
    def described(self) -> str:
        """The shape in words."""
        return f"a table: {self.of} = {self.values.described}"

    def inner(self, key: str) -> Shape:
        """Return the shape of the value of any ``key``."""
        del key
        return self.values

    def faults(self, value: object, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with ``value`` and with everything in it."""
        if not isinstance(value, Mapping):
            yield no_table(path)
            return
        for key, item in value.items():
            if self.of == "patterns" and (why := useless(key)):
                yield Mistake((*path, key), f"“{key}” in {dotted(path)} matches nothing: {why}")
            yield from self.values.faults(item, (*path, key))

    def schema(self) -> Schema:
        """Return the JSON Schema."""
        return {"type": "object", "additionalProperties": self.values.schema()}


class Tables(NamedTuple):
    """A list of tables of one shape, each with the key ``required``."""

    one: Fields
    required: str
    described: str = "tables"

    def faults(self, value: object, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with ``value`` and with everything in it."""
        if not isinstance(value, list):
            yield Mistake(path, f"{dotted(path)} must be tables", f"Write [[{dotted(path)}]] above the keys of each.")
            return
        for number, item in enumerate(value):
            yield from self.one.faults(item, (*path, number))
            if isinstance(item, Mapping) and self.required not in item:
                where = dotted((*path, number))
                remedy = f'Write: {self.required} = ["drafts/**"]'
                yield Mistake((*path, number), f"{where} lacks “{self.required}”", remedy)

    def schema(self) -> Schema:
        """Return the JSON Schema."""
        return {"type": "array", "items": {**self.one.schema(), "required": [self.required]}}


def no_table(path: Path) -> Mistake:
    """Return the mistake of a value that should be a table."""
    what = dotted(path)
    if not what:
        return Mistake(path, "the config must be a table")
    return Mistake(path, f"{what} must be a table", f"Write [{what}] on a line of its own and its keys below.")
