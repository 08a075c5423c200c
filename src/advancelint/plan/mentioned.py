"""Makes the calls that a plan mentions outside of its lines: in front matter, records of a CRM, and thanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.mapping import Scalar
from advancelint.markdown.entities import decoded
from advancelint.plan import callwords, dates, day_sheets, nextcalls, recalled
from advancelint.plan.front_entries import Entry, key_of, records
from advancelint.plan.material import Material
from advancelint.plan.model import Call, Field
from advancelint.source import Span

_OF_CALL = frozenset({"attendees", "objective", "primary", "fallback", "outcome"})
_AGAIN = expression(
    r"^[ \t]*>[^\n]{0,200}?"
    r"(?P<when>(?:\b[Ww]e (?:meet|talk|speak) again\b|\b[Nn]ext (?:call|meeting|visit)(?: is|:))[^\n]{4,60})",
    re.MULTILINE,
)
_LONGEST_TITLE, _READ = 80, 20_000


def beside(known: set[str], material: Material) -> Iterator[Call]:
    """Yield the calls that front matter, records and thanks name on days that are not ``known``, and add these."""
    yield from _fronted(known, material)
    yield from _recorded(known, material)
    yield from _recalled(known, material)
    yield from _quoted(known, material)
    yield from _on_sheet(known, material)


def _on_sheet(known: set[str], material: Material) -> Iterator[Call]:
    """Yield the calls of a sheet by the day; the first one of a day that is known already stands for that."""
    taken = set(known)
    for one in day_sheets.entries(material):
        if one.day.iso in taken:
            taken.discard(one.day.iso)
            continue
        known.add(one.day.iso)
        yield call(one.line, day_field(one.day, one.written), title_of(one.said), material)


def title_of(text: str) -> str:
    """Return words as the title of a call."""
    return " ".join(decoded(text).replace("|", " ").split()).strip(" -–—:,.")[:_LONGEST_TITLE]


def call(line: int, day: Field, title: str, material: Material) -> Call:
    """Return the call on a ``day`` that a line, 1-based, mentions."""
    span = material.source.line_span(line)
    return Call(title, day._replace(span=span), span, mentioned=True)


def day_field(day: dates.Dated, text: str) -> Field:
    """Return a day of ``text`` as a field."""
    return Field(day.iso, text[day.span.start : day.span.end], Span(0, 0), "text")


def _recorded(known: set[str], material: Material) -> Iterator[Call]:
    """Yield the calls of records that a CRM wrote: a block of labels with a day, and guests, a goal or an outcome."""
    roles: dict[int, frozenset[str]] = {}
    for one in material.outline.statements:
        roles[one.block] = roles.get(one.block, frozenset()) | one.label.roles
    for one in material.outline.statements:
        if one.plays("call-date") and one.surface == "label" and not roles[one.block].isdisjoint(_OF_CALL):
            day = dates.first(one.value.text, material.vocabulary, material.near)
            if day and day.iso and day.iso not in known:
                known.add(day.iso)
                text = one.value.text
                line = material.source.place(one.value.starts[0]).line
                yield call(line, day_field(day, text), title_of(f"{one.name} {text}"), material)


def _quoted(known: set[str], material: Material) -> Iterator[Call]:
    """Yield the next call that a quoted mail fixes: "> We meet again on Wednesday, 16 December"."""
    for match in _AGAIN.finditer(material.source.text, 0, _READ):
        day = dates.first(match["when"], material.vocabulary, material.near)
        if day and day.iso and day.iso not in known:
            known.add(day.iso)
            line = material.source.place(match.start("when")).line
            yield call(line, day_field(day, match["when"]), title_of(match["when"]), material)


def _recalled(known: set[str], material: Material) -> Iterator[Call]:
    """Yield the calls that the text recalls without a date: "Thanks for coming in on Monday"."""
    for one in recalled.find(material.source.text, material.vocabulary, material.near):
        if one.day and one.day not in known:
            known.add(one.day)
            yield call(one.line, Field(one.day, one.words, Span(0, 0), "text"), title_of(one.words), material)


def _fronted(known: set[str], material: Material) -> Iterator[Call]:
    """Yield the calls that the front matter names: "next_meeting: 2026-12-08", "meetings: [{date: 2026-12-08}]"."""
    for entry in material.front.entries:
        yield from _entered(entry, known, material)
        told = f"{entry.key.replace('-', ' ')} {entry.value.text}" if isinstance(entry.value, Scalar) else ""
        day = dates.first(told, material.vocabulary, material.near)
        if day and day.iso and day.iso not in known and nextcalls.tells_next_call(told, material.vocabulary):
            known.add(day.iso)
            yield call(
                material.source.place(entry.value.span.start).line, day_field(day, told), title_of(told), material
            )


def _entered(entry: Entry, known: set[str], material: Material) -> Iterator[Call]:
    if not callwords.SEVERAL.search(entry.key.replace("-", " ")):
        return
    for record in records(entry.value):
        stated = [(key, value) for key, value in record.entries if isinstance(value, Scalar) and value.text]
        texts = [value for _, value in stated]
        front = material.vocabulary.front  # a goal may name a day, too: "Ana signs by 11 December"
        dated = [value for key, value in stated if "call-date" in front.get(key_of(key.text), ())]
        for one in dated or texts:
            day = dates.first(one.text, material.vocabulary, material.near)
            if day and day.iso and day.iso not in known:
                known.add(day.iso)
                line = material.source.place(one.span.start).line
                title = title_of(" ".join(text.text for text in texts))
                yield call(line, Field(day.iso, one.text, one.span, "front-matter"), title, material)
                break
