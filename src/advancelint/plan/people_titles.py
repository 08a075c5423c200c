"""Finds the people of a plan in its title, in headings and in the line below the title."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.plan import companies, dates, greetings, lineup, persons, rollcall, rung, titles
from advancelint.plan.given import given
from advancelint.plan.material import Material
from advancelint.plan.placed import Placed
from advancelint.reading.lexicon import load
from advancelint.source import Passage, Span

_PEOPLE = rollcall.SIDES
_WITH = (" with ", " mit ", " avec ", " con ", " com ")


def in_dateline(material: Material) -> Iterator[Placed]:
    """Read "Call on 2 June 2026 with Joan Pryce (Harrogate Spa)" below the title."""
    for statement in material.outline.statements[:2]:
        value = statement.value
        at = next((value.text.find(mark) + len(mark) for mark in _WITH if mark in value.text), 0)
        if at and not statement.label.roles and dates.first(value.text, material.vocabulary, material.near):
            for named in lineup.several(value.cut(Span(at, len(value.text))), material.vocabulary):
                if " " in named.name:
                    yield Placed(named, "unknown", statement.section, met=True)


def in_headings(material: Material) -> Iterator[Placed]:
    """Read headings below "Stakeholders": "### Maria Chen — Head of Product"."""
    for section in material.outline.sections[1:]:
        if section.parent > 0 and not section.label.roles and material.outline.within(section.parent, *_PEOPLE):
            passage = section.words
            named = persons.one(passage, material.vocabulary)
            if named and named.role and _is_person(named.name):
                yield Placed(named, "client", section.parent, met=False)


def _is_person(name: str) -> bool:
    """Say whether a name in a heading is a person's rather than a thing's: "Decision Process - 4/10"."""
    first = name.split()[0]
    return first in given() or (persons.may_be_first(first) and first.casefold() not in load("en").nominals)


def in_call_titles(material: Material) -> Iterator[Placed]:
    """Read "## Call 1: 9 June, Grace Pemberton (Director)" and "## 2026-04-22 - first call with Pavel Kubik"."""
    yield from _in_opening(material)
    for section in material.outline.sections[1:]:
        if section.level <= 1 or not dates.first(section.title, material.vocabulary, material.near):
            continue
        title = section.words
        met = titles.met(section.title, material.vocabulary)
        start = section.title.find(met) if met else 0
        for guest in lineup.several(title.cut(Span(start, len(title.text))), material.vocabulary):
            if (
                " " in guest.name
                and (met or guest.role)
                and _is_person(guest.name)
                and not persons.is_role(guest.name, material.vocabulary)
            ):
                yield Placed(guest, "client", 0, met=True)


def _in_opening(material: Material) -> Iterator[Placed]:
    """Read "Ring Shona, Norwood Mills, Wed" in the first lines."""
    place = rung.find(material.source.text, material.vocabulary, material.begin).person
    text = material.source.text[place.start : place.end]
    named = persons.one(Passage.plain(text, place.start), material.vocabulary) if place else None
    if named:
        yield Placed(named, "client", 0, met=True)


def in_title(material: Material, account: str) -> Iterator[Placed]:
    """Read "Call prep: Joe Casale, Lexia": whom a call is with may stand in its title alone."""
    heading = material.outline.title
    if not heading or not account or not greetings.without(heading.title):
        return
    title = heading.words
    met = titles.met(heading.title, material.vocabulary)
    if met:
        at = heading.title.find(met)
        for guest in lineup.several(title.cut(Span(at, len(title.text))), material.vocabulary):
            if " " in guest.name and guest.organisation:
                yield Placed(guest, "client", 0, met=True)
    for part in titles.parts(heading.title, material.vocabulary):
        at = heading.title.find(part)
        named = persons.one(title.cut(Span(at, at + len(part))), material.vocabulary)
        own = named is not None and companies.same_company(named.name, account, material.vocabulary)
        if named and not own and " " in named.name and not persons.is_role(named.name, material.vocabulary):
            yield Placed(named, "client", 0, met=True)
