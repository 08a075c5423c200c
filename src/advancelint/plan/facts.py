"""The plan's own facts: title, account, stage, close date, sales objective, the client's win."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import accounts, benefits, firms, heads, moments, persons, weighed_win
from advancelint.plan.below import is_wordless
from advancelint.plan.front import passage as scalar_passage
from advancelint.plan.given import is_first
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material, field, is_placeholder, span_of, stated_or_below
from advancelint.plan.model import ABSENT, NO_PERIOD, Field
from advancelint.plan.outline import Statement
from advancelint.plan.periods import Anchor
from advancelint.plan.vocabulary import Vocabulary
from advancelint.plan.weighing import FAINT, Scales
from advancelint.source import NOTHING, Passage, Span

_LINK = expression(r"\[\[(?:[^\[\]|]*/)?([^\[\]|/]+)(?:\|[^\[\]]*)?\]\]")
_BEHIND_NAME = expression(r",| on | at | [—–-] |: | \(")
# "Wins for the day"
_OF_DAY = expression(r"\b(?:for|of) (?:the|this|to)? ?(?:day|call|visit|meeting|week)\b", re.IGNORECASE)
_LONGEST_NAME, _DEEPEST, _PLACE = 80, 6, 3
_PEOPLE = expression(r"[^\W\d_]\S+ [^()]{2,30} \([^()]+\), ")


def title(material: Material) -> Field:
    """Return the first heading of level 1, else the first heading, else the front matter's title."""
    heading = material.outline.title
    if heading and heading.title:
        return Field(heading.title, heading.title, heading.span, "title")
    scalar = material.front.scalar("title")
    return field(scalar.text, scalar_passage(material.source, scalar), "front-matter") if scalar else ABSENT


def account(material: Material, kind: str) -> Field:
    """Return the account of a plan of ``kind``: from front matter, else a label, else what the title names."""
    scalar = material.front.scalar("account")
    if scalar and not is_placeholder(scalar.text, material.vocabulary):
        words = _unlinked(scalar_passage(material.source, scalar).strip())
        return field(words.text, words, "front-matter")
    for statement in _stated(material, "account", "client-people"):
        if not statement.plays("account") and not is_company_label(material, statement):
            continue
        if statement.plays("our-people"):
            continue
        people = statement.section and material.outline.within(statement.section, "people", "attendees", "next-step")
        staff = firms.staff(statement.value, material.vocabulary)
        value = staff[0] if staff else statement.value
        if _PEOPLE.match(value.text) and heads.is_person(value.text.partition(" (")[0], material.vocabulary):
            continue  # "Customer: Ana Ruiz (COO), Ben Ito (IT)"
        if not people and len(value.text) <= _LONGEST_NAME and any(map(str.isalpha, value.text)):
            words = _named(_unlinked(value), material)
            return field(words.text, words, statement.surface)
    met = _met_in_label(material)
    if met.text:
        return field(met.text, met, "label")
    alone = _alone_below(material, "account")
    return field(alone.text, alone, "heading") if alone.text else accounts.named(material, kind)


def is_company_label(material: Material, statement: Statement) -> bool:
    """Say whether "Client: …" names the company: one name, while the people stand under a label of their own."""
    selling = normalise(statement.name) in material.vocabulary.words["seller-label"]
    if normalise(statement.name) not in material.vocabulary.words["client-label"] and not selling:
        return False
    if firms.staff(statement.value, material.vocabulary):
        return not selling
    text = statement.value.text
    if not text or len(text) > _LONGEST_NAME or any(mark in text for mark in ",;(&") or statement.surface == "heading":
        return False
    words = text.casefold().split()
    if any(material.vocabulary.word(name, words[-1]) is not None for name in ("company-suffix", "company-word")):
        return True
    heading = material.outline.title
    if heading and text.casefold() in heading.title.casefold():
        return True
    return not selling and any(
        one.plays("attendees", "counterpart", "people") and one is not statement and one.value.text
        for one in material.outline.statements
    )


def names_place(statement: Statement, vocabulary: Vocabulary) -> bool:
    """Say whether a label names a company and where it is, and nobody: "Client: Norwood Mills Ltd, Leeds"."""
    name, comma, place = statement.value.text.partition(", ")
    words, last = place.split(), name.casefold().split()[-1:]
    lists = ("company-suffix", "company-word")
    company = bool(last) and any(vocabulary.word(which, last[0].strip(".")) is not None for which in lists)
    somebody = is_first(words[0]) or persons.is_role(place, vocabulary) if words else True
    return bool(comma) and company and len(words) <= _PLACE and place[:1].isupper() and not somebody


def _met_in_label(material: Material) -> Passage:
    """Return the company of "Call: demo with Selkirk Robotics, Friday 22 May", where no label states the account."""
    for statement in material.outline.statements:
        at = statement.value.text.find(" with ")
        if statement.plays("call-date") and at >= 0:
            rest = statement.value.cut(Span(at + len(" with "), len(statement.value.text)))
            end = _BEHIND_NAME.search(rest.text)
            name = rest.cut(Span(0, end.start() if end else len(rest.text))).strip()
            words = name.text.casefold().split()
            if words and material.vocabulary.word("company-word", words[-1]) is not None:
                return name
    return NOTHING


def _alone_below(material: Material, role: str) -> Passage:
    """Return the one line below a heading that is the label ``role``: "## 1. Account", "Brightsea Hotels"."""
    for index, section in enumerate(material.outline.sections):
        own = material.outline.by_section[index]
        if role in section.label.roles and section.level <= _DEEPEST and len(own) == 1:
            named = own[0].surface in {"text", "paragraph"} and not own[0].name
            if named and len(own[0].value.text) <= _LONGEST_NAME:
                return own[0].value
    return NOTHING


def _named(passage: Passage, material: Material) -> Passage:
    """Return a company's name without the place behind it: "Hochstetter AG, Memmingen", "Cerro S.A. (Antofagasta)"."""
    head, bracket, tail = passage.text.partition(" (")
    behind = tail.partition(")")[2].strip()
    name = head if bracket and (not behind or behind[0] in ",;–—-") else passage.text
    return passage.cut(Span(0, len(heads.unplaced(name, material.vocabulary))))


def _unlinked(passage: Passage) -> Passage:
    """Return what a note-taking tool shows of a link: "[[Norwood Mills]]"."""
    match = _LINK.fullmatch(passage.text)
    return passage.cut(Span(*match.span(1))) if match else passage


def close_date(material: Material) -> Field:
    """Return the close date; ``value`` is ISO where it is one exact day."""
    scalar = material.front.scalar("close-date")
    if scalar:
        return _dated(material, scalar_passage(material.source, scalar), "front-matter")
    for statement in stated_or_below(material, "close-date"):
        # "Abschluss" also heads the last part of a call: below a heading only a date will do.
        firm = statement.surface != "heading" and normalise(statement.name) not in {"close", "closing"}
        times = moments.find(statement.value.text, material.vocabulary, Anchor(material.near))
        said = firm or any(moment.period.start for moment in times)
        if said and not material.outline.within(statement.section, "next-step") and not statement.plays("due"):
            return _dated(material, statement.value, statement.surface)
    return ABSENT


def _dated(material: Material, passage: Passage, surface: str) -> Field:
    """Return a date as written; its value is ISO where the words name one day: "15 Aug", "end of September"."""
    found = moments.find(passage.text, material.vocabulary, Anchor(material.near))
    period = found[0].period if found else NO_PERIOD
    exact = period.precision == "day" and period.start == period.end
    return field(period.start if exact else "", passage, surface)


def stated_text(material: Material, role: str, scales: Scales) -> Field:
    """Return the words stated under the label ``role`` ("sales-objective", "client-win"), wherever they stand."""
    scalar = material.front.scalar(role)
    if scalar:
        return _text_field(material, scalar_passage(material.source, scalar), "front-matter")
    heard = ABSENT  # what a label that no list holds states counts where no other does
    for statement in material.outline.statements:
        inside = material.outline.role_section(statement.section)
        head = material.outline.sections[inside]
        below = bool(inside) and role in head.label.roles and not statement.label.roles
        if below and head.label.heard and _OF_DAY.search(head.title):
            continue
        stated = (statement.plays(role) and not is_wordless(statement)) or below
        if stated and statement.value.text and not _is_misheard(statement, role, scales):
            surface = "heading" if below and statement.surface in {"text", "item"} else statement.surface
            found = _text_field(material, statement.value, surface)
            if not (head if below else statement).label.heard:
                return found
            heard = heard if heard.present else found
    return heard


def _is_misheard(statement: Statement, role: str, scales: Scales) -> bool:
    """Say whether nothing but a label that was only heard tells a part: "Revenue with us: 410k in 2024" is no goal."""
    heard = statement.label.heard and role == "sales-objective"
    return heard and scales.likeliest(span_of(statement.value), "objective") < FAINT


def client_win(material: Material, scales: Scales) -> Field:
    """Return what the client wins: what a label states, else what a sentence tells, else what its signs make likely."""
    stated = stated_text(material, "client-win", scales)
    told = None
    if not stated.present:
        told = benefits.find(material) or benefits.labelled(material) or weighed_win.find(scales)
    return field(told.text, told, "text") if told else stated


def _text_field(material: Material, passage: Passage, surface: str) -> Field:
    value = "" if is_placeholder(passage.text, material.vocabulary) else passage.text
    return field(value, passage, surface)


def _stated(material: Material, *roles: str) -> Iterator[Statement]:
    """Yield the statements with one of ``roles`` whose value is more than a placeholder."""
    for statement in material.outline.statements:
        if statement.plays(*roles) and not is_placeholder(statement.value.text, material.vocabulary):
            yield statement
