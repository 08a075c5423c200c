"""YAML with places: text becomes plain values in which every key and value knows where it stands."""

from advancelint.mapping.reading import Loader, Mapping, MappingError, Scalar, Sequence, Value, load, resolved

__all__ = ["Loader", "Mapping", "MappingError", "Scalar", "Sequence", "Value", "load", "resolved"]
