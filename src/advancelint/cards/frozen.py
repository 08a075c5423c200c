"""Our own cards as the build of a wheel freezes them: read and checked, with their conditions still to be bound."""

from __future__ import annotations

from typing import Any

from advancelint.cards.fields import Fields
from advancelint.cards.keys import CONDITIONS
from advancelint.cards.load import bound_rule, load_card, parse_card
from advancelint.mapping import Mapping, Scalar, Sequence, Value
from advancelint.rule import NO_MEND, OWN, Card, Example, Former, Rule
from advancelint.source import NOWHERE, Place, Source

# What functions are made of when a rule is loaded; all else of a card is plain values.
_BOUND = (*CONDITIONS, "where", "severity", "fix")


def freeze_card(path: str, text: str) -> Any:
    """Return the card ``text`` for `thaw_card`, "" for one with options, which is made anew for their values.

    Raises CardError as `load_card` does.
    """
    card = load_card(path, text).card
    if card.options:
        return ""
    entries = parse_card(path, text)[1].entries
    bound = {key.text: _bare(value) for key, value in entries if key.text in _BOUND}
    return _plain(card._replace(path="", grades=(), mend=NO_MEND)), bound


def thaw_card(path: str, frozen: Any) -> Rule:
    """Return the rule of the card at ``path``, as `load_card` does; its places are those of the card as it was."""
    values, bound = frozen
    said = dict(zip(Card._fields, values, strict=True))
    card = Card(**said)._replace(
        path=path,
        origin=OWN,
        flagged=tuple(map(_example, said["flagged"])),
        clean=tuple(map(_example, said["clean"])),
        replaces=tuple(Former(word, Place(*place)) for word, place in said["replaces"]),
    )
    # A mistake would be told without its place; the build has found none.
    return bound_rule(Fields(Source.of(path, "")), _mapping(bound), card)


def _example(values: Any) -> Example:
    example = Example(*values)
    return example._replace(place=Place(*example.place))


def _plain(value: Any) -> Any:
    """Return ``value`` with plain tuples for named ones, inside of tuples as well."""
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _bare(value: Value) -> Any:
    """Return a value of a card without its places."""
    if isinstance(value, Mapping):
        return {key.text: _bare(inner) for key, inner in value.entries}
    return [_bare(item) for item in value.items] if isinstance(value, Sequence) else (value.text, value.plain)


def _mapping(bare: Any) -> Mapping:
    return Mapping(tuple((Scalar(key, NOWHERE), _value(inner)) for key, inner in bare.items()), NOWHERE)


def _value(bare: Any) -> Value:
    if isinstance(bare, dict):
        return _mapping(bare)
    return Sequence(tuple(map(_value, bare)), NOWHERE) if isinstance(bare, list) else Scalar(bare[0], NOWHERE, bare[1])
