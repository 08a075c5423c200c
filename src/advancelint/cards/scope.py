"""What the findings of a card rest on: told from the fields that it asks for, and checked against what it says."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.cards.fields import Fields
from advancelint.mapping import Mapping, Sequence, Value
from advancelint.nodes import LINE_KINDS, READING, VOCABULARY
from advancelint.nodes.fieldtype import DOCUMENT, LINE
from advancelint.records import NamedTuple
from advancelint.rule import SCOPES

# Faults of a suppression that its own comment tells; whether it holds something, the document tells.
OF_THE_COMMENT = ("unknown", "malformed", "expired")


class Reads(NamedTuple):
    """What a schema looks at: names of fields; whether at what the place in its file decides, and at readings."""

    fields: tuple[str, ...]
    place: bool
    reading: bool


def scope_of(fields: Fields, card: Mapping, kind: str) -> str:
    """Return the scope of a card about nodes of ``kind``: what it says, else what its fields need.

    The stage alone widens nothing: it belongs to the setting in which a line is judged. Raises CardError for a scope
    that is none and for one that is narrower than what the card asks for.
    """
    least = SCOPES[0] if kind in LINE_KINDS or _is_on_a_comment(fields, card) else SCOPES[1]
    if card.get("check") is not None and card.get("scope") is None:
        least = SCOPES[1]  # nobody can see what the function looks at, and the node holds the whole document
    asked = {name: VOCABULARY[kind][name].reach for name in _asked(card) if name in VOCABULARY[kind]}
    if (reads := _reads(fields, card, kind)) is not None:
        asked |= {name: VOCABULARY[kind][name].reach for name in reads.fields}
        # The number of a line, and of the call, is told by what stands above.
        least = max(least, DOCUMENT if reads.place else LINE, key=_rank)
    widest = max(asked, key=lambda name: _rank(asked[name]), default="")
    needed = max(least, asked.get(widest, least), key=_rank)
    value = card.get("scope")
    if value is None:
        return needed
    said = fields.choice(value, "“scope”", SCOPES)
    if _rank(said) < _rank(needed):
        why = f"“{widest}” is told by the {needed}" if widest and needed != least else _why_wide(kind)
        fields.fail(f"“scope” cannot be “{said}”: {why}", value.span, f"Write “scope: {needed}”, or leave it out.")
    return said


def _reads(fields: Fields, card: Mapping, kind: str) -> Reads | None:
    schema = card.get("schema")
    if schema is None:
        return None
    from advancelint.cards.schema_reads import reads_of  # few cards have one

    return reads_of(fields, schema, kind)


def _why_wide(kind: str) -> str:
    if kind in LINE_KINDS:
        return "what the schema asks hangs on where in its file the line stands"
    article = "an" if kind[:1] in "aeiou" else "a"
    return f"{article} {kind} is not told in a line"


def asks_reading(fields: Fields, card: Mapping, kind: str) -> bool:
    """Say whether a card about nodes of ``kind`` asks for what a reading tells of the words of a line."""
    reads = _reads(fields, card, kind)
    names = (*_asked(card), *(reads.fields if reads else ()))
    return bool(reads and reads.reading) or any(name in READING and name in VOCABULARY[kind] for name in names)


def _is_on_a_comment(fields: Fields, card: Mapping) -> bool:
    """Say whether a card is about what the words of a suppression say, whatever stands around them."""
    return fields.optional_words(card, "suppression") in OF_THE_COMMENT


def _rank(reach: str) -> int:
    return SCOPES.index(reach) if reach in SCOPES else 0


def _asked(card: Mapping) -> Iterator[str]:
    """Yield the names of the fields that a card's condition and its severities ask for."""
    for key in ("when", "where"):
        if (condition := card.get(key)) is not None:
            yield from _names(condition)
    severity = card.get("severity")
    for grade in severity.items if isinstance(severity, Sequence) else ():
        if isinstance(grade, Mapping) and (when := grade.get("when")) is not None:
            yield from _names(when)


def _names(condition: Value) -> Iterator[str]:
    for key, value in condition.entries if isinstance(condition, Mapping) else ():
        if key.text in ("any", "all") and isinstance(value, Sequence):
            for item in value.items:
                yield from _names(item)
        elif key.text == "not":
            yield from _names(value)
        else:
            yield key.text
