"""Finds goals in the lines of calls to come: "17 Sept, lunch with Jo – she introduces us to Ben" below "Next meetings".

One such line that says what somebody else does makes the others goals, too: "Oct, Ben – build rapport".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.plan import callwords, clockwords, dates, day_sheets, leads, pieces, rung
from advancelint.plan.aims import SHALL, is_aim
from advancelint.plan.asking import asks
from advancelint.plan.below import is_order
from advancelint.plan.material import Material
from advancelint.plan.outline import Section, Statement
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

_COMING = expression(
    r"\b(?:next|upcoming|coming|planned|scheduled|ahead|nächste\w*|kommende\w*|geplante?\w*|prochaine?s?|prévue?s?"
    r"|à venir|próxim[ao]s?|previst[ao]s?|planead[ao]s?|planificad[ao]s?)\b",
    re.IGNORECASE,
)
# "What each meeting needs to deliver"
_EACH = expression(
    r"\b(?:each|every|jede[rsnm]?|chaque|cada) (?:call|meeting|visit|session|conversation|termin|gespräch|besuch|visite"
    r"|réunion|rendez-vous|visita|reunión|reunião)\b.*\b(?:need|must|should|for|deliver|bring|muss|soll|doit|debe|deve)",
    re.IGNORECASE,
)
_BREAK = expression(
    r"(?: [–—-]| ?→| ?->| =>| >{1,2}|:|(?<!\s\w)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\bSt)\.)\s+"
    r"(?=[^\W\d_])"
)
_RINGING = expression(
    r"(?:[^\W\d_][^,:\n]{2,40} [–—-] )?(?:next:? |then |and )?"
    rf"{rung.CALLING}\b"
    r"(?P<when>[^:–—\n]{3,50}?) [–—-] "
    r"(?!ask for \S)(?=[^\W\d_]+ [^\W\d_])",  # "ask for Ana" says to whom to speak
    re.IGNORECASE,
)
_BEGUN, _LONGEST_HEAD, _MOST, _DEEP, _DAY = 12, 90, 4, 1, 24


class Aim(NamedTuple):
    """The goal of a call that its own line names."""

    words: Passage
    section: int


def goals(material: Material) -> Iterator[Aim]:
    """Yield the goals that lines of coming calls hold behind the day and the guests."""
    days: list[Aim] = []  # of the sections of a week's round together
    today = material.known.as_of or material.near
    for index, section in enumerate(material.outline.sections):
        of_day = _day_of(section, material)
        if section.level <= _DEEP or section.trap or (of_day and not of_day >= today > ""):
            continue
        if not (of_day or _is_coming(section) or _are_ahead(index, material)):
            continue
        found = [
            Aim(words, statement.section)
            for statement in _told(index, material)
            for line in _lines(statement, material)
            if (words := _aim(line, statement, material))
        ]
        days += found if of_day else ()
        if not of_day and _ask(found):
            yield from found
    yield from days if _ask(days) else ()
    yield from _rung(material)
    sheet = day_sheets.entries(material)
    yield from (Aim(one.goal, day_sheets.section_of(one, material)) for one in sheet if one.goal.text)


def _ask(found: Sequence[Aim]) -> bool:
    """Say whether one goal of several is somebody else's act, or how somebody is to be."""
    return any(asks(one.words.text) or SHALL.match(one.words.text) for one in found)


def _day_of(section: Section, material: Material) -> str:
    """Return the day, ISO, that is all of a heading, "Mon 30/11" in a week's round; "" for another heading."""
    day = dates.first(section.title, material.vocabulary, material.near) if len(section.title) <= _DAY else None
    return day.iso if day and leads.begins_with_day(section.title, material.vocabulary) else ""


def _rung(material: Material) -> Iterator[Aim]:
    """Yield what lines that say when somebody is rung say behind that: "ring Ana Thurs 3/12 - get her to pick two"."""
    for statement in material.outline.statements:
        for line in _lines(statement, material) if not statement.name else ():
            head = _RINGING.match(line.text)
            if not head or dates.first(head["when"], material.vocabulary, material.near) is None:
                continue
            words = line.cut(Span(head.end(), len(line.text)))
            if is_aim(words.text) or is_order(words.text):
                yield Aim(words, statement.section)


def _told(index: int, material: Material) -> list[Statement]:
    """Return the statements of a section; an item that opens one of its own, as a call may, tells what stands first."""
    own = material.outline.by_section
    inner = [own[one.opens][0] for one in own[index] if one.opens >= 0 and own[one.opens]]
    return [*own[index], *inner]


def _is_coming(section: Section) -> bool:
    """Say whether a heading is that of several calls to come."""
    coming = _COMING.search(section.title) is not None and "next-step" not in section.label.roles
    return (coming and callwords.SEVERAL.search(section.title) is not None) or _EACH.search(section.title) is not None


def _are_ahead(index: int, material: Material) -> bool:
    """Say whether a section is of several calls, "Touchpoints", that each begin with a day, and none is over."""
    title, today = material.outline.sections[index].title, material.known.as_of or material.near
    if not today or not callwords.SEVERAL.search(title):
        return False
    lines = [line for one in _told(index, material) for line in _lines(one, material)]
    days = [dates.first(line.text[:_BEGUN], material.vocabulary, material.near) for line in lines]
    return len(days) > 1 and all(day is not None and day.iso >= today for day in days)


def _lines(statement: Statement, material: Material) -> list[Passage]:
    if statement.opens >= 0 or statement.nested or statement.label.roles or not statement.value.text:
        return []
    return [statement.value] if statement.name else pieces.broken(statement.value, material.source.text)


def _aim(line: Passage, statement: Statement, material: Material) -> Passage | None:
    """Return what stands behind the head of a line that begins with a day or a month; None where that is no goal."""
    if statement.name:
        dated = leads.begins_with_day(statement.name, material.vocabulary) or _is_dated(statement.name)
        return line if dated and _may_be(line.text) else None
    if not _is_dated(line.text):
        return None
    marks = list(_BREAK.finditer(line.text, 0, _LONGEST_HEAD))[:_MOST]
    ends = [*(mark.start() for mark in marks[1:]), len(line.text)]
    for mark, end in zip(marks, ends, strict=False):
        if _may_be(line.text[mark.end() : end]):
            return line.cut(Span(mark.end(), len(line.text)))
    return None


def _is_dated(text: str) -> bool:
    return clockwords.may_hold(text[:_BEGUN])


def _may_be(text: str) -> bool:
    if "?" in text or len(text.split()) <= 1:
        return False
    return is_aim(text)
