"""Tells when a mail or a note was written, and which day "yesterday" in it is."""

from __future__ import annotations

import re
from datetime import date, timedelta

from advancelint.expressions import expression
from advancelint.plan import callwords, dates, mails
from advancelint.plan.clockwords import HOUR
from advancelint.plan.greetings import THANKED
from advancelint.plan.material import Material
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import Span

_ABOUT = expression(mails.label(mails.ABOUT))
_KEPT = expression(r"\b(?:notes?|pasted|copied|written|typed|fwd?|forwarded|filed|saved|sent)\b", re.IGNORECASE)
# Minutes have a subject and a date, too.
_MINUTED = expression(
    r"^\W{0,4}(?:Place|Location|Venue|Present|Attendees|Attending|Apologies|Ort|Teilnehmer|Lieu|Présents|Participants"
    r"|Lugar|Asistentes|Local|Presentes|Participantes)\b[^:\n]{0,30}:",
    re.MULTILINE,
)
# "So this is me talking in the car", into a telephone
DICTATED = expression(r"\A[^\n|]{0,20}\bthis is me (?:talking|speaking|dictating)\b", re.IGNORECASE)
_NOTED = expression(
    r"^\W{0,4}(?:[^\n|]{0,30}\b(?:sent|gesendet|envoyé|enviado)\b|note to self|notes? from|written|typed)\b[^\n]{0,60}$"
    rf"|{DICTATED.pattern}[^\n]{{0,120}}"
    r"|\A(?P<late>(?![^\n]*\d{4})\W{0,4}[^\W\d_]{2,10}[., ]+[^\n]{2,16}?,? (?:late )?"
    r"(?:evening|night|abends?|soir|noche|noite)\W*)$",
    re.IGNORECASE | re.MULTILINE,
)
# "Norwood – tomorrow 10am (written Sun 29 Nov)"
_ASIDE = expression(r"(?<=\()(?:written|typed|noted|drafted)\b[^()\n]{4,40}(?=\))", re.IGNORECASE)
_STAMP = expression(
    r"\b(?:updated?|changed|touched|edit(?:ed)?|revised|reviewed|drafted|filled in|version|stand"
    r"|as of|written|sent|kept|mis à jour|actualizado|atualizado)\b[^\n]{4,60}",
    re.IGNORECASE,
)
_TOLD = expression(
    r"\b(?:(?P<before>yesterday|gestern|hier|ayer|ontem)"
    r"|(?P<after>tomorrow|demain|amanhã|(?<!la )mañana|morgen(?= um| früh|,))"
    r"|(?P<same>today|this (?:morning|afternoon|evening)|heute|aujourd'hui|ce matin|cet après-midi|hoy|hoje))\b",
    re.IGNORECASE,
)
_BESIDE = expression(r" ?\(([^()\n]{4,30})\)|, ([^()\n,]{4,30}),")
_LATER = expression(
    r"renew|clos|\bend|expir|since|contract|verläng|ablauf|vertrag|échéance|vence|seit|desde|depuis", re.I
)
_CLOSES = expression(
    r"\bclos(?:e|ing)\b|\bgo-?live|abschluss|clôture|signature|cierre|fechamento|unterschrift|inbetriebnahme",
    re.IGNORECASE,
)
_THERE = expression(r"\b(?:(?:were|was) there|waren (?:wir )?dort|war ich dort|nous y étions|estuvimos|estivemos)\b")
_THANKS = expression(
    rf"{THANKED}(?:having|hosting|meeting|seeing|your|the)\b|\bdanke? für|\bmerci (?:pour|de)"
    r"|\bgracias por|\bobrigad[oa]s? pel[oa]",
    re.IGNORECASE,
)
_NUMBERED = expression(
    r"(?P<named>[^\W\d_]{4,10}) \((?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th|\.)\)"
)  # "on Wednesday (18th)"
_NAMED_DAY = expression(r"\b([^\W\d_]{2,10})\b(?P<date>[ ,.]{0,2}\d{1,2}(?:[./-]|st|nd|rd|th| [^\W\d_]{3}))?")
_BRACKETED = expression(r"\([^()]*\)")
_CLOCKED = expression(rf"\b{HOUR}")
_FIRST_LINES = 3
_TOP, _BODY, _SOON, _FAR, _READ, _MONTH, _RECAP = 500, 900, 250, 2_000, 2_000, 31, 7


class Written(NamedTuple):
    """The day on which a text was written, ISO, and where that stands; the text proper begins at ``end``.

    ``aside`` says that a bracket tells it.
    """

    day: str
    span: Span
    end: int
    mail: bool
    aside: bool = False


_ABSENT_DAY: tuple[int, re.Match[str] | None] = (0, None)
_NOWHERE = Written("", Span(0, 0), 0, mail=False)


def find(text: str, vocabulary: Vocabulary, near: str) -> Written:
    """Return the day that the head of a mail, or the first line of a note, gives for its writing; "" for none.

    A day without a year is one near the ISO date ``near``.
    """
    top = text[:_TOP]
    head = mails.WHEN.search(top)
    mail = head is not None and mails.FIELD.search(top) is not None and not _MINUTED.search(top)
    aside = None if mail else _ASIDE.search(top)
    match = head if mail else aside or _NOTED.search(top)
    if not match:
        return _NOWHERE
    found = dates.first(match.group(), vocabulary, near)
    if not found or not found.iso or (match.re is _NOTED and match["late"] and found.iso > near):
        return _NOWHERE
    span = Span(match.start() + found.span.start, match.start() + found.span.end)
    lines = [(text.find("\n", one.end()) + 1 or len(text)) for one in mails.FIELD.finditer(top)] if mail else []
    end = top.rfind("\n", 0, aside.start()) + 1 if aside else max([match.end(), *lines])
    return Written(found.iso, span, end, mail, match is aside)


def stamp(text: str, vocabulary: Vocabulary) -> str:
    """Return the day with its year on which a text says that it was written or changed last, ISO; "" for none."""
    top = text[:_BODY]
    heads = (match.group() for pattern in (mails.WHEN, _STAMP) for match in pattern.finditer(top))
    days = ((head, dates.first(head, vocabulary)) for head in heads)
    # "Proposal sent, close 15 Jan 2027" tells when something else is
    return next((day.iso for head, day in days if day and day.iso and not _LATER.search(head[: day.span.start])), "")


def topmost(text: str, vocabulary: Vocabulary) -> str:
    """Return the first day with its year in the first lines of a text that have words, ISO; "" for none."""
    lines = [line for line in text[:_TOP].split("\n") if any(map(str.isalpha, line)) and not _LATER.search(line)]
    return next((day.iso for line in lines[:_FIRST_LINES] for day in dates.find(line, vocabulary) if day.iso), "")


def middle(text: str, vocabulary: Vocabulary, near: str) -> str:
    """Return the middle one of the days with a year in ``text``, that of the close, or the day nearest to ``near``."""
    counted = [line for line in text[:_READ].split("\n") if any(map(str.isdigit, line))]
    lines = [line for line in counted if not _LATER.search(line)]
    closing = [line for line in counted if _CLOSES.search(line)]
    days = (
        sorted(day.iso for line in group for day in dates.find(line, vocabulary) if day.iso)
        for group in (lines, closing)
    )
    full = next(filter(None, days), [])
    if full:
        return full[(len(full) - 1) // 2]
    told = [day.iso for line in lines for day in dates.find(line, vocabulary, near) if day.iso]
    centre = date.fromisoformat(near) if told else date.min
    return min(told, key=lambda iso: (abs((date.fromisoformat(iso) - centre).days), iso), default=near)


def call_day(material: Material, written: Written) -> Field:
    """Return the day of the call that a text tells from that of its writing: "at their site yesterday"; or ABSENT."""
    text, end = material.source.text, written.end
    found = _ABSENT_DAY
    for match in _TOLD.finditer(text, 0, end + _BODY if written.day else _SOON):
        soon = end <= match.start() < end + _SOON or (written.mail and _ABOUT.match(text, _line_of(text, match)))
        if match["before"] or soon:
            found = (-1 if match["before"] else 1 if match["after"] else 0, match)
            break
    numbered = _NUMBERED.search(text, end, end + _SOON) if written.day else None
    if numbered and (not found[1] or numbered.start() < found[1].start()):
        found = (_steps_back(written.day, int(numbered["day"])), numbered)
    step, words = found
    if words is numbered and not _is_named(numbered, written.day, step, material.vocabulary):
        return ABSENT  # "I'll send it on Monday (15th)"
    beside = words and _BESIDE.match(text, words.end())
    named = dates.first(beside[1] or beside[2], material.vocabulary, written.day or material.near) if beside else None
    if words and named and named.iso:
        return Field(named.iso, words.group(), Span(*words.span()), "text")  # "yesterday (23 Sept)"
    if not written.day or not words or step < -_MONTH:
        return ABSENT
    try:
        day = date.fromisoformat(written.day) + timedelta(days=step)
    except (ValueError, OverflowError):
        return ABSENT
    return Field(day.isoformat(), words.group(), Span(*words.span()), "text")


def _line_of(text: str, match: re.Match[str]) -> int:
    return text.rfind("\n", 0, match.start()) + 1


def called_ahead(material: Material, written: Written) -> Field:
    """Return the day of the week that a line which says when it was written names: "Norwood, Wed (written Mon 30/11)".

    ABSENT where a date stands behind the name of the day, or none is named.
    """
    line = material.source.line_span(material.source.place(written.span.start).line)
    text = material.source.text[line.start : line.end]
    for match in _NAMED_DAY.finditer(_BRACKETED.sub(lambda aside: " " * len(aside[0]), text)):
        number = material.vocabulary.words["weekday"].get(match[1].casefold())
        if number is not None and not match["date"]:
            day = date.fromisoformat(written.day)
            day += timedelta(days=(int(number) - day.weekday()) % 7 or 7)
            return Field(
                day.isoformat(), match[1], Span(line.start + match.start(1), line.start + match.end(1)), "text"
            )
    return ABSENT


def _is_named(numbered: re.Match[str] | None, iso: str, step: int, vocabulary: Vocabulary) -> bool:
    """Say whether the day ``step`` days from ``iso`` is the day of the week beside its number, if one stands there."""
    named = vocabulary.words["weekday"].get(numbered["named"].casefold()) if numbered and iso else None
    return named is None or (date.fromisoformat(iso).weekday() + step) % 7 == int(named)


def _steps_back(iso: str, number: int) -> int:
    """Return how many days before ``iso`` the last day with that number in its month was, as a number below 1."""
    last = date.fromisoformat(iso)
    back = (step for step in range(_MONTH) if last.toordinal() > step and (last - timedelta(days=step)).day == number)
    return -next(back, _MONTH + 1)


def noted_above(material: Material) -> Field:
    """Return the day of the call that a line above the head of a mail names: "For Thu 3 Dec, call with Ana, below"."""
    text, start = material.source.text, material.begin
    heads = (
        match.start() for pattern in (mails.FIELD, mails.WHEN) for match in pattern.finditer(text, start, start + _TOP)
    )
    for line in text[start : min(heads, default=start)].split("\n")[:_FIRST_LINES]:
        if _KEPT.search(line):
            return ABSENT  # "[note to self 26/11: signature on the call]"
        found = dates.first(line, material.vocabulary, material.near)
        if found and found.iso and callwords.has_encounter(line, material.vocabulary):
            span = Span(start + found.span.start, start + found.span.end)
            return Field(found.iso, text[span.start : span.end], span, "text")
        start += len(line) + 1
    return ABSENT


def thanked(material: Material, written: Written) -> Field:
    """Return the day, little before that of the writing, for which a mail thanks: "for having us on 12 May"."""
    text, wrote = material.source.text, date.fromisoformat(written.day)
    for match in _THANKS.finditer(text, written.end, written.end + _BODY):
        line = text[match.end() :].partition("\n")[0]
        found = dates.first(line, material.vocabulary, material.near)
        if found and found.iso and 0 < (wrote - date.fromisoformat(found.iso)).days <= _RECAP:
            span = Span(match.end() + found.span.start, match.end() + found.span.end)
            return Field(found.iso, text[span.start : span.end], span, "text")
    return ABSENT


def met_elsewhere(material: Material, written: Written) -> Field:
    """Return the day of the encounter that the text behind the head tells of, where it is another; or ABSENT."""
    lists, text, start = ("encounter", "meeting-verb"), material.source.text, written.end
    for line in text[start : start + _FAR].split("\n"):
        words = {word.strip(".,:;()").casefold() for word in line.split()}
        if (
            _CLOCKED.search(line)
            or _THERE.search(line)
            or any(not material.vocabulary.words[name].keys().isdisjoint(words) for name in lists)
        ):
            found = dates.first(line, material.vocabulary, material.near)
            if found and found.iso not in {"", written.day}:
                span = Span(start + found.span.start, start + found.span.end)
                return Field(found.iso, text[span.start : span.end], span, "text")
        start += len(line) + 1
    return ABSENT
