"""The plan's own facts: title, account, stage, close date, sales objective, the client's win."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.plan import dates
from advancelint.plan.front import passage as scalar_passage
from advancelint.plan.front import scalars
from advancelint.plan.material import Material, field, is_placeholder
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.outline import Statement
from advancelint.plan.vocabulary import Vocabulary, normalise
from advancelint.source import Passage, Span

_ARROW = re.compile(r"→|->|=>|➜")
_TAG = re.compile(r"(?:^|\s)#?stage/([\w-]+)", re.IGNORECASE)
_PARTS = re.compile(r": | [—–|-] ")
_BEHIND_NAME = re.compile(r",| on | [—–-] |: | \(")
_LONGEST_NAME = 80


def title(material: Material) -> Field:
    """Return the first heading of level 1, else the first heading, else the front matter's title."""
    heading = material.outline.title
    if heading and heading.title:
        return Field(heading.title, heading.title, heading.span, "title")
    scalar = material.front.scalar("title")
    return field(scalar.text, scalar_passage(material.source, scalar), "front-matter") if scalar else ABSENT


def account(material: Material) -> Field:
    """Return the account: front matter, else a label, else the part of the title beside its kind."""
    scalar = material.front.scalar("account")
    if scalar and not is_placeholder(scalar.text, material.vocabulary):
        return field(scalar.text.strip(), scalar_passage(material.source, scalar), "front-matter")
    for statement in _stated(material, "account"):
        people = statement.section and material.outline.within(statement.section, "people", "attendees", "next-step")
        if not people and len(statement.value.text) <= _LONGEST_NAME:
            return field(statement.value.text, statement.value, statement.surface)
    heading = material.outline.title
    name = _account_in_title(heading.title, material.vocabulary) if heading else ""
    if not heading or not name:
        return ABSENT
    offset = material.source.text.find(name, heading.span.start, heading.span.end)
    span = Span(offset, offset + len(name)) if offset >= 0 else heading.span
    return Field(name, name, span, "title")


def _account_in_title(text: str, vocabulary: Vocabulary) -> str:
    first, _, met = text.partition(" with ")
    if met and first.split()[-1:] and first.split()[-1].casefold() in vocabulary.words["call-word"]:
        return _BEHIND_NAME.split(met)[0].strip()
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    kinds = [vocabulary.kind_in(part) for part in parts]
    rest = [part for part, kind in zip(parts, kinds, strict=True) if not kind and not dates.first(part, vocabulary)]
    if len(rest) == len(parts) or not rest:
        return ""
    # "Call prep: Joe Casale — Lexia": of a person and a company the company stands last.
    return rest[-1] if kinds[0] in {"prep", "notes"} else rest[0]


def stage(material: Material, in_call: frozenset[int]) -> Field:
    """Return the stage: front matter, a label, a tag, a status; ``in_call`` are the sections of calls."""
    vocabulary = material.vocabulary
    scalar = material.front.scalar("stage")
    if scalar and not is_placeholder(scalar.text, vocabulary):
        return field(stage_of(scalar.text, vocabulary), scalar_passage(material.source, scalar), "front-matter")
    for statement in _stated(material, "stage", "status"):
        if statement.section in in_call or material.outline.within(statement.section, "next-step", "people"):
            continue
        value = stage_of(statement.value.text, vocabulary)
        # A status or a phase is a stage only when its value is one.
        if value or (statement.plays("stage") and "stage" in normalise(statement.name)):
            return field(value, statement.value, statement.surface)
    return _stage_tag(material) or _front_status(material)


def _stage_tag(material: Material) -> Field | None:
    for _, value in material.front.values("tags"):
        for scalar in scalars(value):
            match = _TAG.search(scalar.text)
            if match:
                words = scalar_passage(material.source, scalar).cut(Span(*match.span(1)))
                return field(stage_of(match[1], material.vocabulary), words, "front-matter")
    return None


def _front_status(material: Material) -> Field:
    scalar = material.front.scalar("status")
    value = stage_of(scalar.text, material.vocabulary) if scalar else ""
    return field(value, scalar_passage(material.source, scalar), "front-matter") if scalar and value else ABSENT


def stage_of(text: str, vocabulary: Vocabulary) -> str:
    """Return the ladder's id, "won" or "lost" for a stage as written; "" where the words are no stage."""
    last = _ARROW.split(text)[-1].strip()
    bare = last.partition("(")[0].strip()
    forms = [last, bare, bare.replace("-", " ").replace("_", " "), normalise(bare)]
    for mark in (" - ", " — ", " – ", ": "):
        head, _, tail = bare.partition(mark)
        forms += [tail, head] if tail else []
    return next((found for form in forms if (found := vocabulary.stages.get(form.strip().casefold()))), "")


def close_date(material: Material) -> Field:
    """Return the close date; ``value`` is ISO where it is one exact day."""
    scalar = material.front.scalar("close-date")
    if scalar:
        return _dated(material, scalar_passage(material.source, scalar), "front-matter")
    for statement in _stated(material, "close-date"):
        if not material.outline.within(statement.section, "next-step") and not statement.plays("due"):
            return _dated(material, statement.value, statement.surface)
    return ABSENT


def _dated(material: Material, passage: Passage, surface: str) -> Field:
    found = dates.first(passage.text, material.vocabulary, material.near)
    return field(found.iso if found else "", passage, surface)


def stated_text(material: Material, role: str) -> Field:
    """Return the words stated under the label ``role`` ("sales-objective", "client-win"), wherever they stand."""
    scalar = material.front.scalar(role)
    if scalar:
        return _text_field(material, scalar_passage(material.source, scalar), "front-matter")
    for statement in material.outline.statements:
        inside = material.outline.role_section(statement.section)
        below = bool(inside) and role in material.outline.sections[inside].label.roles and not statement.label.roles
        if (statement.plays(role) or below) and statement.value.text:
            surface = "heading" if below and statement.surface in {"text", "item"} else statement.surface
            return _text_field(material, statement.value, surface)
    return ABSENT


def _text_field(material: Material, passage: Passage, surface: str) -> Field:
    value = "" if is_placeholder(passage.text, material.vocabulary) else passage.text
    return field(value, passage, surface)


def _stated(material: Material, *roles: str) -> Iterator[Statement]:
    """Yield the statements with one of ``roles`` whose value is more than a placeholder."""
    for statement in material.outline.statements:
        if statement.plays(*roles) and not is_placeholder(statement.value.text, material.vocabulary):
            yield statement
