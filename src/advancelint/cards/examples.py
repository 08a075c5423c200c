"""The examples of a card: its tests and its documentation."""

from __future__ import annotations

from advancelint.cards.fields import Fields
from advancelint.cards.keys import EXAMPLE, EXAMPLES
from advancelint.cards.options import read_values
from advancelint.cards.shapes import names
from advancelint.mapping import Mapping, Scalar, Value
from advancelint.nodes import LADDER
from advancelint.reading.model import FIELDS
from advancelint.rule import Example, Option


def read_examples(
    fields: Fields, card: Mapping, condition: str, options: tuple[Option, ...] = ()
) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """Return the flagged and the clean examples; both are required, except on `input` cards. Raises CardError.

    An example can set the ``options`` of the card.
    """
    value = card.get("examples")
    if value is None and condition == "input":
        return (), ()
    mapping = fields.mapping(fields.required(card, "examples", "the card"), "“examples”", names(EXAMPLES))
    groups = []
    for name in ("flagged", "clean"):
        items = fields.sequence(fields.required(mapping, name, "“examples”"), f"“{name}”")
        groups.append(tuple(_example(fields, item, card, options, flagged=name == "flagged") for item in items))
    return groups[0], groups[1]


def _example(fields: Fields, value: Value, card: Mapping, options: tuple[Option, ...], *, flagged: bool) -> Example:
    mapping = fields.mapping(value, "an example", names(EXAMPLE))
    text, plan = fields.optional_words(mapping, "text"), mapping.get("plan")
    if bool(text) == (plan is not None):
        fields.fail("an example has either “text” or “plan”", value.span)
    at = fields.optional_words(mapping, "at")
    at_span = (mapping.get("at") or value).span
    if at and not flagged:
        fields.fail("a clean example underlines nothing: drop “at”", at_span)
    document = _document(fields, plan)
    fixed = _fixed(fields, mapping, card, flagged=flagged)
    if at and at not in (text or document):
        fields.fail(f"“{at}” does not occur in the example", at_span)
    return Example(
        text=text,
        plan=document,
        at=at,
        stage=_choice(fields, mapping, "stage", LADDER),
        field=_choice(fields, mapping, "field", FIELDS) or "objective",
        client=_names(fields, mapping, "client"),
        seller=_names(fields, mapping, "seller"),
        place=fields.source.place(value.span.start),
        fixed=fixed,
        options=read_values(fields, mapping.get("options"), options),
    )


def _fixed(fields: Fields, mapping: Mapping, card: Mapping, *, flagged: bool) -> str:
    value = mapping.get("fixed")
    if value is None:
        return ""
    if not flagged or card.get("fix") is None:
        fields.fail("only a flagged example of a card with a “fix” has “fixed”", value.span)
    return _document(fields, value)


def _document(fields: Fields, value: Value | None) -> str:
    if value is None:
        return ""
    fields.words(value, "a document")
    return value.text if isinstance(value, Scalar) else ""


def _choice(fields: Fields, mapping: Mapping, key: str, known: tuple[str, ...]) -> str:
    value = mapping.get(key)
    return "" if value is None else fields.choice(value, f"“{key}”", known)


def _names(fields: Fields, mapping: Mapping, key: str) -> tuple[str, ...]:
    value = mapping.get(key)
    if value is None:
        return ()
    return tuple(fields.words(item, f"a name of “{key}”") for item in fields.sequence(value, f"“{key}”"))
