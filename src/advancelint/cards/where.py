"""``where``: which nodes a card with `phrases`, `schema` or `check` looks at, in the grammar of `when`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import wraps

from advancelint.cards.condition import compile_when
from advancelint.cards.fields import Fields
from advancelint.mapping import Mapping
from advancelint.rule import Find, Finding, Node

NARROWED = ("phrases", "schema", "check")


def refuse_where(fields: Fields, card: Mapping, condition: str) -> None:
    """Raise CardError for a ``where`` beside a condition that looks at no node or asks by itself."""
    value = card.get("where")
    if value is None or condition in NARROWED:
        return
    key = next(key for key, _ in card.entries if key.text == "where")
    if condition == "when":
        fields.fail("“where” says nothing that “when” cannot say", key.span, "Put it into “when”.")
    fields.fail(f"a card about {condition} looks at no node that “where” could narrow", key.span, "Leave it out.")


def narrowed(fields: Fields, card: Mapping, kind: str, find: Find) -> Find:
    """Return ``find`` for the nodes that the card's ``where`` lets through; itself where there is none."""
    value = card.get("where")
    if value is None:
        return find
    test = compile_when(fields, value, kind, "where")

    @wraps(find)  # by which whoever traces a check finds it
    def narrow(node: Node) -> Iterator[Finding]:
        return find(node) if test(node) else iter(())

    return narrow
