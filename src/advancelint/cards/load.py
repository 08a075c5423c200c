"""Puts a card together: keys, condition, severity, sentences, examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Values

from advancelint.cards.bind import bind_check
from advancelint.cards.condition import compile_when
from advancelint.cards.examples import read_examples
from advancelint.cards.fields import Fields
from advancelint.cards.fix import read_mend
from advancelint.cards.keys import CODE, CONDITIONS, FAULTS, GRADE, KEBAB, KEYS, TAG, TROUBLES, URL
from advancelint.cards.lifecycle import read_life
from advancelint.cards.message import template
from advancelint.cards.options import read_options, refuse_unused, with_options
from advancelint.cards.phrases import compile_phrases
from advancelint.cards.scope import asks_reading, scope_of
from advancelint.cards.shapes import names
from advancelint.cards.where import narrowed, refuse_where
from advancelint.mapping import Mapping, MappingError, Sequence, Value, load
from advancelint.nodes import KINDS, spots_of
from advancelint.rule import (
    NO_OPTIONS,
    OWN,
    SEVERITIES,
    Card,
    Find,
    Finding,
    Grade,
    Node,
    Option,
    OptionValue,
    Origin,
    Predicate,
    Rule,
    always,
)
from advancelint.source import NOWHERE, Source, Span

# Where an option can stand for its value: in what is compared, not in sentences, which have slots for it.
_WITH_OPTIONS = ("when", "where", "phrases", "schema", "severity")
_CODE, _KEBAB, _TAG, _URL = (re.compile(shape) for shape in (CODE, KEBAB, TAG, URL))
_LAST = 99


def load_card(path: str, text: str, origin: Origin = OWN, given: Values[str, OptionValue] = NO_OPTIONS) -> Rule:
    """Return the rule that the card ``text`` describes; ``path`` names it in errors. Raises CardError.

    ``origin`` is where the card comes from, ``given`` values of its options that are not the defaults.
    """
    fields, mapping = parse_card(path, text)
    rule = build_rule(fields, mapping, origin, given)
    refuse_unused(fields, mapping)
    return rule


def parse_card(path: str, text: str) -> tuple[Fields, Mapping]:
    """Return the keys of a card, known ones only, and what reads their values. Raises CardError."""
    fields = Fields(Source.of(path, text))
    try:
        value = load(text)
    except MappingError as error:
        fields.fail(error.message, Span(error.offset, error.offset), error.remedy)
    return fields, fields.mapping(value, "a card", names(KEYS))


def build_rule(
    fields: Fields, mapping: Mapping, origin: Origin = OWN, given: Values[str, OptionValue] = NO_OPTIONS
) -> Rule:
    """Return the rule of a card that was parsed, or of what is left of one, as `load_card` does. Raises CardError."""
    parsed = (fields, mapping)
    kind = fields.choice(fields.required(mapping, "on", "the card"), "“on”", KINDS)
    condition = _condition(fields, mapping)
    options = read_options(fields, mapping, kind, given)
    mapping = _bound(fields, mapping, options)
    fields = fields.with_slots(option.name for option in options)
    mend, mender = read_mend(fields, mapping, kind, condition)
    card = _card(fields, mapping, kind, condition, options)._replace(mend=mend, origin=origin)
    rule = Rule(card, _find(fields, mapping, kind, card), mender)
    return rule._replace(made=lambda values: build_rule(*parsed, origin, values)) if options else rule


def _bound(fields: Fields, card: Mapping, options: tuple[Option, ...]) -> Mapping:
    """Return the card with the values of its options in the places of their names."""
    values = {option.name: option.value for option in options}
    entries = tuple(
        (key, with_options(fields, value, values) if key.text in _WITH_OPTIONS else value)
        for key, value in card.entries
    )
    return card._replace(entries=entries)


def _condition(fields: Fields, mapping: Mapping) -> str:
    given = [key for key, _ in mapping.entries if key.text in CONDITIONS]
    if len(given) > 1:
        fields.fail(f"a card has one condition, and “{given[1].text}” is a second one", given[1].span)
    if not given:
        fields.fail(f"the card lacks a condition: one of {', '.join(CONDITIONS)}", Span(0, 0))
    refuse_where(fields, mapping, given[0].text)
    return given[0].text


def _card(fields: Fields, mapping: Mapping, kind: str, condition: str, options: tuple[Option, ...]) -> Card:
    flagged, clean = read_examples(fields, mapping, condition, options)
    life = read_life(fields, mapping)

    def sentence(key: str) -> str:
        value = mapping.get(key)
        return "" if value is None else template(fields, value, f"“{key}”", kind, condition)

    fields.required(mapping, "message", "the card")
    return Card(
        path=fields.source.path,
        code=_shaped(fields, mapping, "code", _CODE, "capital letters and three digits, as ACME101"),
        name=_shaped(fields, mapping, "name", _KEBAB, "lower-case words joined by hyphens"),
        summary=fields.words(fields.required(mapping, "summary", "the card"), "“summary”"),
        family=_shaped(fields, mapping, "family", _KEBAB, "a lower-case word"),
        on=kind,
        condition=condition,
        grades=_grades(fields, fields.required(mapping, "severity", "the card"), kind),
        at=_optional_choice(fields, mapping, "at", spots_of(kind)) or "text",
        message=sentence("message"),
        note=sentence("note"),
        looks_for=fields.optional_words(mapping, "looks_for"),
        why=" ".join(fields.words(fields.required(mapping, "why", "the card"), "“why”").split()),
        instead=sentence("instead"),
        flagged=flagged,
        clean=clean,
        status=life.status,
        since=life.since,
        sources=_sources(fields, mapping),
        options=options,
        precedence=_precedence(fields, mapping),
        trouble=_optional_choice(fields, mapping, "input", TROUBLES)
        or _optional_choice(fields, mapping, "suppression", FAULTS),
        scope=scope_of(fields, mapping, kind),
        reads=asks_reading(fields, mapping, kind),
        url=_address(fields, mapping),
        deprecated=life.deprecated,
        replaces=life.replaces,
    )


def _find(fields: Fields, mapping: Mapping, kind: str, card: Card) -> Find:
    value = fields.required(mapping, card.condition, "the card")
    if card.condition == "when":
        return _finder(compile_when(fields, value, kind), card.at)
    if card.condition == "phrases":
        return narrowed(fields, mapping, kind, compile_phrases(fields, value, card.at))
    if card.condition == "schema":
        from advancelint.cards.schemas import compile_schema  # few cards have one

        return narrowed(fields, mapping, kind, compile_schema(fields, value, kind, card.at))
    if card.condition == "check":
        return narrowed(fields, mapping, kind, bind_check(fields, value, card, card.settings))
    return _nothing


def _finder(test: Predicate, spot: str) -> Find:
    def find(node: Node) -> Iterator[Finding]:
        if not test(node):
            return iter(())
        place = node.spots.get(spot)
        return iter((Finding((place.span if place else NOWHERE) or node.span, {}),))

    return find


def _nothing(node: Node) -> Iterator[Finding]:
    """Find nothing: trouble with the input and with suppressions is met by the engine."""
    del node
    return iter(())


def _shaped(fields: Fields, mapping: Mapping, key: str, shape: re.Pattern[str], meant: str) -> str:
    value = fields.required(mapping, key, "the card")
    text = fields.words(value, f"“{key}”")
    if not shape.fullmatch(text):
        fields.fail(f"“{key}” is {meant}; “{text}” is not", value.span)
    return text


def _optional_choice(fields: Fields, mapping: Mapping, key: str, known: tuple[str, ...]) -> str:
    value = mapping.get(key)
    return "" if value is None else fields.choice(value, f"“{key}”", known)


def _grades(fields: Fields, value: Value, kind: str) -> tuple[Grade, ...]:
    if not isinstance(value, Sequence):
        return (Grade(always, fields.choice(value, "“severity”", SEVERITIES)),)
    grades: list[Grade] = []
    items = fields.sequence(value, "“severity”")
    for item in items:
        entry = fields.mapping(item, "a severity", names(GRADE))
        severity = fields.choice(fields.required(entry, "is", "the severity"), "“is”", SEVERITIES)
        condition = entry.get("when")
        if (condition is None) != (item is items[-1]):
            fields.fail("every severity but the last has a “when”, and the last has none", item.span)
        grades.append(Grade(always if condition is None else compile_when(fields, condition, kind), severity))
    return tuple(grades)


def _sources(fields: Fields, mapping: Mapping) -> tuple[str, ...]:
    value = mapping.get("source")
    if value is None:
        return ()
    items = fields.sequence(value, "“source”") if isinstance(value, Sequence) else (value,)
    tags = tuple(fields.words(item, "a source tag") for item in items)
    for tag, item in zip(tags, items, strict=True):
        if not _TAG.fullmatch(tag):
            fields.fail(f"“{tag}” is no source tag", item.span, "Tags are listed in docs/doctrine.md, as S1 or M2.")
    return tags


def _address(fields: Fields, mapping: Mapping) -> str:
    text = fields.optional_words(mapping, "url")
    if text and not _URL.fullmatch(text):
        fields.fail(f"“{text}” is no address of a page", (mapping.get("url") or mapping).span, "Write https://….")
    return text


def _precedence(fields: Fields, mapping: Mapping) -> int:
    value = mapping.get("precedence")
    return _LAST if value is None else fields.number(value, "“precedence”")
