"""Reads the people that front matter lists: names, mappings with name and company, one list a side."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.mapping import Mapping, Scalar, Sequence, Value
from advancelint.plan import lineup, persons
from advancelint.plan.front import passage as scalar_passage
from advancelint.plan.given import begins
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material
from advancelint.plan.placed import Placed

# The roles of labels that people stand under, and the side that each suggests; "counterpart" is whom a call is with.
SIDES = {
    "our-people": "seller",
    "client-people": "client",
    "counterpart": "client",
    "people": "client",
    "attendees": "unknown",
}
_COMPANY_KEYS = ("company", "organisation", "organization", "org", "account")
_AUTHORS = frozenset({"author", "autor", "autora", "auteur", "autrice", "verfasser", "verfasserin", "prepared-by"})
_ROLE_KEYS = ("role", "title", "job-title", "position")


def read(material: Material) -> Iterator[Placed]:
    """Yield the people of the front matter with the side that the key suggests."""
    for role, hint in SIDES.items():
        for key, value in material.front.values(role):
            met = role == "attendees" or key in {"attendees", "participants"}
            for named, side in _of_value(material, value, hint):
                yield Placed(named, side, 0, met)
    yield from _sided_keys(material)


def _sided_keys(material: Material) -> Iterator[Placed]:
    """Yield the people of keys that begin with a side, "customer-lead: Ana Ruiz", and of "author: Jo Berg"."""
    sides = material.vocabulary.words["side-word"]
    for key, roles, value, _ in material.front.entries:
        wrote = key in _AUTHORS
        side = sides.get(key.partition("-")[0], "") if "-" in key and roles.isdisjoint(SIDES) else ""
        side = "seller" if wrote else side
        named = (
            persons.one(scalar_passage(material.source, value), material.vocabulary)
            if side and isinstance(value, Scalar)
            else None
        )
        if named and " " in named.name and begins(named.name):
            yield Placed(named, side, 0, met=False, wrote=wrote)


def _of_value(material: Material, value: Value, hint: str) -> Iterator[tuple[persons.Named, str]]:
    if isinstance(value, Scalar):
        for named in lineup.several(scalar_passage(material.source, value), material.vocabulary):
            yield named, hint
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _of_item(material, item, hint)
    else:
        if value.get("name"):
            yield from _of_item(material, value, hint)
        for key, inner in value.entries:
            side = material.vocabulary.word("side", normalise(key.text))
            if side:
                yield from _of_value(material, inner, side)


def _of_item(material: Material, item: Value, hint: str) -> Iterator[tuple[persons.Named, str]]:
    if isinstance(item, Scalar):
        named = persons.one(scalar_passage(material.source, item), material.vocabulary)
        if named:
            yield named, hint
    elif isinstance(item, Mapping):
        name = item.get("name")
        if isinstance(name, Scalar) and name.text.strip():
            parts = {key.text.casefold(): inner.text for key, inner in item.entries if isinstance(inner, Scalar)}
            side = material.vocabulary.word("side", parts.get("side", "")) or hint
            yield (
                persons.Named(name.text.strip(), _first(parts, _ROLE_KEYS), _first(parts, _COMPANY_KEYS), name.span),
                side,
            )


def _first(parts: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((parts[key] for key in keys if parts.get(key)), "")
