"""A plan becomes the nodes that rules look at, and the vocabulary in which cards speak of them."""

from advancelint.nodes.build import nodes_of, trouble_node
from advancelint.nodes.coach import deadline_for
from advancelint.nodes.fieldtype import FieldType
from advancelint.nodes.passages import text_asked
from advancelint.nodes.vocabulary import (
    KINDS,
    LADDER,
    LINE_KINDS,
    READING,
    TEXTS,
    VOCABULARY,
    WHOLE,
    gaps_of,
    slots_of,
    spots_of,
)

__all__ = [
    "KINDS",
    "LADDER",
    "LINE_KINDS",
    "READING",
    "TEXTS",
    "VOCABULARY",
    "WHOLE",
    "FieldType",
    "deadline_for",
    "gaps_of",
    "nodes_of",
    "slots_of",
    "spots_of",
    "text_asked",
    "trouble_node",
]
