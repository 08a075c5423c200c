"""YAML with places: text becomes plain values in which every key and value knows where it stands."""

from advancelint.mapping import plain
from advancelint.mapping.model import Mapping, MappingError, Scalar, Sequence, Value, resolved

__all__ = ["Mapping", "MappingError", "Scalar", "Sequence", "Value", "load", "resolved"]


def load(text: str, offset: int = 0) -> Value:
    """Read one YAML document; spans are 0-based code points, shifted by ``offset``.

    Raises MappingError for text that is not YAML, for duplicate keys, aliases, tags, keys that are no scalars, and
    for documents that are too large or too deep.
    """
    found = plain.read(text, offset)
    if found is not plain.NOT_PLAIN:
        return found
    from advancelint.mapping.reading import read  # yaml costs 15 ms, and most front matter needs none of it

    return read(text, offset)
