"""Finds the day of a document's own call: front matter, a label, the title, the first line, a mail's head, the path."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.markdown import Paragraph
from advancelint.plan import (
    called_day,
    callwords,
    clockwords,
    dates,
    first_days,
    heads,
    mails,
    pathdays,
    periods,
    pieces,
    rung,
    written,
)
from advancelint.plan.front import passage as scalar_passage
from advancelint.plan.material import Material, field, is_placeholder
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.outline import Section, Statement
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import NOWHERE, Passage

_WORD = expression(r"[^\W\d_]+(?:['’]s\b)?")
_NTH = expression(r"\bthe (\d{1,2})(?:st|nd|rd|th)\b")
_ENDS = expression(
    r"\b(?:closed|lost|won|signed|renewal|renews|expires|expiry|ends?|deadline|due|by|until|till|bis|verloren|gewonnen|perdue?"
    r"|perdid[ao]|ganad[ao]|ganh[ao]|gagnée?)\W*(?:on )?$",
    re.IGNORECASE,
)
_EXPORTED = expression(r"\b(?:export(?:ed)?|extract|snapshot|dump)\b", re.IGNORECASE)
# "Last time (12 Nov) Jo liked it", in a page whose title says "Thursday"
_BEFORE = expression(
    r"\b(?:last|previous|earlier|since|letzte[nrs]?|seit|dernière?|depuis|últim[ao]|anterior|desde)\b[^,;.:–—|\n]{0,25}\Z",
    re.IGNORECASE,
)
_BOLD = expression(r"(\*\*|__)[^*_\n]{8,160}\1")
_WE = frozenset({"i", "we", "i'm", "i’m", "we're", "we’re", "ich", "wir", "je", "nous", "eu", "nós"})
_STOP = expression(r"(?<=[^\W\d_]{3}\.) ")
_SIGNED = expression(r"[^\W\d_][\w'’. -]{2,40},")
_TOP, _SHORT, _FIRST_LINES = 3_000, 3, 3


def find(material: Material, inside: frozenset[int]) -> Field:
    """Return the date of the document's own call: front matter, a label, the title, the file's name, its folder."""
    # "meeting: Q2 review" and "when: 16 July": of several keys the one with a day counts.
    fronted = [one for one in material.front.texts("call-date") if not is_placeholder(one.text, material.vocabulary)]
    days = [dates.first(one.text, material.vocabulary, material.near) for one in fronted]
    for scalar, day in sorted(zip(fronted, days, strict=True), key=lambda pair: pair[1] is None):
        return field(day.iso if day else "", scalar_passage(material.source, scalar), "front-matter")
    wrote = written.find(material.source.text, material.vocabulary, material.near)
    noted = written.noted_above(material) if wrote.mail else ABSENT
    if noted.present:
        return noted
    told = written.call_day(material, wrote)
    told = told if told.present or not wrote.day else written.thanked(material, wrote)
    if not told.present and wrote.aside:
        told = written.called_ahead(material, wrote)
    if told.present:
        return told
    found = _by_labels(material, inside, wrote)
    if found.present and found.value != wrote.day:
        return found
    if wrote.day:
        line = material.source.line_span(material.source.place(wrote.span.start).line)
        if callwords.is_call_on(material.source.text[line.start : wrote.span.start], material.vocabulary):
            return _as_written(material, wrote)  # "Notes from the Wolcott meeting of 12 November"
        other = written.met_elsewhere(material, wrote)
        if other.present:
            return other if other.value > wrote.day else ABSENT
        return _as_written(material, wrote)
    iso = pathdays.in_path(material.source.path, material.vocabulary, material.near)
    return Field(iso, iso, NOWHERE, "path") if iso and not found.present else found


def _as_written(material: Material, wrote: written.Written) -> Field:
    return Field(wrote.day, material.source.text[slice(*wrote.span)], wrote.span, "label")


def _by_labels(material: Material, inside: frozenset[int], wrote: written.Written) -> Field:
    """Return the date that a label outside of a mail's head states, or the title, or the line below it."""
    for index in range(len(material.outline.sections)):
        if index not in inside:
            labelled = stated(material, index, own=True, after=wrote.end if wrote.mail else 0)
            if labelled.present:
                return labelled
    heading = material.outline.title
    found = dates.first(heading.title, material.vocabulary, material.near) if heading else None
    if (
        found
        and heading
        and (
            (inside and not found.iso)
            or _ENDS.search(heading.title[: found.span.start])
            or _EXPORTED.search(heading.title)
        )
    ):
        return ABSENT  # "Visits 14 to 16 July" above one heading for each, "Tolliver Marine: closed lost, 21 May 2026"
    if heading and found and not any(material.outline.sections[index] is heading for index in inside):
        return in_title(heading, found)
    line = _dateline(material, inside)
    line = line if line.present or heading else _bold_title(material)
    line = line if line.present or not heading else _half_in_title(heading, material)
    line = line if line.present or wrote.mail else called_day.find(material, inside)
    line = line if line.present or wrote.mail else _of_rung(material)
    return line if line.present or wrote.mail else first_days.find(material)


def _of_rung(material: Material) -> Field:
    """Return the day in the line that says who is to be rung: "Ring Ana at Norwood Wed 2 Dec"."""
    place = rung.find(material.source.text, material.vocabulary, material.begin).firm
    line = material.source.line_span(material.source.place(place.start).line) if place else NOWHERE
    text = material.source.text[line.start : line.end]
    found = dates.first(text, material.vocabulary, material.near)
    return field(found.iso, Passage.plain(text, line.start).cut(found.span), "text") if found else ABSENT


def _bold_title(material: Material) -> Field:
    """Return the day of a bold first line that names a call, as a title would: "**Memorandum of my call … 20 May**"."""
    first = next(iter(material.outline.document.blocks), None)
    if not isinstance(first, Paragraph) or first.quoted or not _BOLD.fullmatch(first.leaf.content):
        return ABSENT
    passage = first.leaf.text().passage
    if not callwords.has_encounter(passage.text, material.vocabulary):
        return ABSENT
    found = dates.first(passage.text, material.vocabulary, material.near)
    before = passage.text[: found.span.start] if found else ""
    return (
        ABSENT
        if not found or first_days.ELSEWHERE.search(before)
        else field(found.iso, passage.cut(found.span), "title")
    )


def _half_in_title(heading: Section, material: Material) -> Field:
    """Return the first day of the text that is the one of which the title tells half: "Tasting on the 19th".

    A title that names neither a day of the week nor a number tells none.
    """
    vocabulary, text = material.vocabulary, material.source.text
    words = [word.casefold().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(heading.title)]
    named = [vocabulary.words["weekday"].get(word, "") for word in words if len(word) > _SHORT]
    weekday, nth = next((number for number in named if number), ""), _NTH.search(heading.title)
    if not weekday and not nth:
        return ABSENT
    filed = periods.day_of(pathdays.in_path(material.source.path, vocabulary, material.near))
    if filed and weekday and filed.weekday() == int(weekday):
        return ABSENT  # the file's name tells the whole day
    for found in dates.find(text[:_TOP], vocabulary, material.near):
        day = periods.day_of(found.iso) if found.iso else None
        fits = day and (nth is None or day.day == int(nth[1])) and (not weekday or day.weekday() == int(weekday))
        if fits and not _BEFORE.search(text, 0, found.span.start):
            return Field(found.iso, text[found.span.start : found.span.end], found.span, "text")
    return ABSENT


def _dateline(material: Material, inside: frozenset[int]) -> Field:
    """Return the date with which the first line below the title begins: "*18 June 2026, on site*"."""
    for value in _openings(material, inside):
        headed = value.text and material.source.text[: value.starts[0]].endswith(
            "**"
        )  # a bold day heads one of several
        text = value.text if headed else _STOP.split(value.text, maxsplit=1)[0]
        found = dates.first(text, material.vocabulary, material.near) if 0 < len(text) <= first_days.LONGEST else None
        if not found:
            continue
        led = value.text[: found.span.start].strip(" *_")
        signed = _SIGNED.fullmatch(led) and heads.is_person(led[:-1], material.vocabulary)  # "Ana Ruiz, 24 March 2026"
        before = clockwords.without_weekday("" if signed else led, material.vocabulary).split()
        bare = [word.strip("()[]–—-:·|*") for word in before]
        words = material.vocabulary.words
        light = (not word or word in words["call-word"] or word in words["dateline-word"] for word in bare)
        here = all(light) or _is_of_visit(led, value.text[found.span.end :], bare, material.vocabulary)
        if here and not callwords.RECORDED.search(led) and not first_days.IS_DAY.match(value.text, found.span.end):
            return field(found.iso, value.cut(found.span), "text")
    return ABSENT


def _is_of_visit(led: str, behind: str, words: list[str], vocabulary: Vocabulary) -> bool:
    """Say whether a first line tells of a visit: it has an hour behind the day, or says that some of us are there.

    "On site Tue 8 Dec, 10:00", "We go there Tuesday 8 December", "The visit is on 8 December"; not "We sent it on".
    """
    if len(words) > first_days.MOST_BEFORE or any(char in led for char in ".;:|→") or first_days.ELSEWHERE.search(led):
        return False
    said = " ".join(words) + " "  # without the day of the week
    other = (callwords.DUE, callwords.OTHER_DAY, callwords.OFFERED, callwords.KEPT, _ENDS)
    if any(sign.search(said) for sign in other) or callwords.is_written(said, vocabulary):
        return False
    going = [vocabulary.words["going-word"][word] for word in words if word in vocabulary.words["going-word"]]
    gone = bool(going) and ("first" in going or not _WE.isdisjoint(words))  # "fuimos" says itself that it was us
    if gone or callwords.CLOCK.match(behind):
        return True
    called = [index for index, word in enumerate(words) if word in vocabulary.words["encounter"]]
    return bool(called) and callwords.LINK.fullmatch(" ".join(words[called[-1] + 1 :])) is not None


def _openings(material: Material, inside: frozenset[int]) -> Iterator[Passage]:
    """Yield the first texts of a document: the lines of a paragraph without statements, and two without a label."""
    statements = material.outline.statements
    first = next((one for one in material.outline.document.blocks if isinstance(one, Paragraph)), None)
    if first and not first.quoted and (not statements or first.lines.last < statements[0].line):
        yield from pieces.broken(first.leaf.text().passage, material.source.text)[:_FIRST_LINES]
    for statement in statements[:2]:
        if not statement.label.roles and statement.section not in inside:
            lines = pieces.broken(statement.value, material.source.text)
            yield from lines[:_FIRST_LINES] if statement.line == 1 else (statement.value,)


def in_title(heading: Section, found: dates.Dated) -> Field:
    """Return a day that was found in a heading as a field; without a value where it only names a week."""
    iso = "" if periods.week_before(heading.title, found.span.start) >= 0 else found.iso
    return field(iso, heading.words.cut(found.span), "title" if heading.level == 1 else "heading")


def _below_its_name(material: Material, statement: Statement, section: int) -> dates.Dated | None:
    """Return the day with which a text right below the heading "Date" begins; None for another text."""
    above = material.outline.sections[section]
    named = "call-date" in above.label.roles and not above.label.heard and above.level > 1
    return called_day.begins(statement.value.text, material) if named and not statement.label.roles else None


def stated(material: Material, section: int, *, own: bool, after: int = 0) -> Field:
    """Return the call date that a label in this section, or (not ``own``) in one inside it, states behind ``after``."""
    for statement in material.outline.by_section[section] if own else material.outline.below(section):
        day = _below_its_name(material, statement, section) if own else None
        if day:
            return field(day.iso, statement.value.cut(day.span), "heading")
        out = not statement.plays("call-date") or statement.span.start < after
        out = out or mails.is_sent(material.source.text, statement.span.start)
        if out or material.outline.within(statement.section, "next-step"):
            continue
        found = dates.first(statement.value.text, material.vocabulary, material.near)
        named = statement.name.casefold() in {"date", "call date", "datum", "fecha", "data"} and statement.value.text
        if found or named:
            return field(found.iso if found else "", statement.value, statement.surface)
    return ABSENT
