"""Finds the day of a document's own call behind or below words that only say that it is one: "Visit: Tue 8 Dec"."""

from __future__ import annotations

from advancelint.expressions import expression
from advancelint.plan import clockwords, dates
from advancelint.plan.clockwords import HOUR
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material, field
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.outline import Section
from advancelint.plan.vocabulary import Label, Vocabulary
from advancelint.source import Span

_WORD = expression(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What may stand before a day and is no other word than its own: "14:00 on 10 Dec", "Confirmed for Thu"
_LEADING = expression(rf"[\s*_(~-]*(?:{HOUR}[ ,]*)?(?:on|am|le|el|em|dia)?[ (]*")
_LINE = expression(r"\s*(?:[-*+•] +)?([^\s>|#][^\n]{3,160})")
_PLAIN = frozenset({"call-date", "due", "other", "calls"})
_MOST, _LONGEST = 5, 40  # words of a name, and characters of one


def find(material: Material, inside: frozenset[int]) -> Field:
    """Return the day that a name of words for calls and days is followed by; absent where several tell of several.

    A label counts above the first heading of a part, a heading by the line below it.
    """
    found: list[Field] = []
    vocabulary, coming = material.vocabulary, material.kind == "prep"
    for index, section in enumerate(material.outline.sections):
        if index in inside or section.trap:
            continue
        if section.level > 1:
            bare = _may_be(section.label) and is_name(section.title, vocabulary, coming=coming)
            found += [below(section, material)] if bare else []
            continue
        for statement in material.outline.by_section[index]:
            value = statement.value
            if not statement.name:
                name, colon, _ = value.text[:_LONGEST].partition(": ")
                value = value.cut(Span(len(name) + 2, len(value.text))) if colon else value
            else:
                name = statement.name
            if value.text and _may_be(statement.label) and is_name(name, vocabulary, coming=coming):
                day = begins(value.text, material)
                found += [field(day.iso, value.cut(day.span), statement.surface)] if day else []
    days = [one for one in found if one.present]
    return days[0] if len({one.value for one in days}) == 1 else ABSENT


def _may_be(label: Label) -> bool:
    """Say whether a label means no other part of a plan, as far as the lists say."""
    return label.heard or not label.roles - (_PLAIN | {"attendees"} if label.weak else _PLAIN)


def below(section: Section, material: Material) -> Field:
    """Return the day with which the line below a heading begins."""
    text, start = material.source.text, section.span.end
    line = _LINE.match(text, start)
    day = begins(line[1], material) if line else None
    if not line or not day:
        return ABSENT
    span = Span(line.start(1) + day.span.start, line.start(1) + day.span.end)
    return Field(day.iso, text[span.start : span.end], span, "heading")


def begins(text: str, material: Material) -> dates.Dated | None:
    """Return the day with which a text begins, its hour and its weekday aside."""
    found = dates.first(text, material.vocabulary, material.near)
    before = _LEADING.sub("", text[: found.span.start].casefold(), count=1) if found else ""
    words = clockwords.without_weekday(before, material.vocabulary).strip(" (*_").split()
    light = material.vocabulary.words["dateline-word"]  # "Do" and "jue" are days of the week where nothing else is
    return found if found and len(words) <= 1 and all(word in light for word in words) else None


def is_name(text: str, vocabulary: Vocabulary, *, coming: bool = False) -> bool:
    """Say whether a label or a heading says no more than that there is a call, when and where: "Date & place".

    ``coming`` lets "Next visit" be one, as in a preparation.
    """
    words = _WORD.findall(normalise(text)) if not clockwords.digit_in(text) else []
    names = ("encounter", "call-word", "day-name", *(["coming-word"] if coming else []))
    lists = [vocabulary.words[name] for name in names]
    return 0 < len(words) <= _MOST and all(any(word in one for one in lists) for word in words)
