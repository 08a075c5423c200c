"""Finds what the notes of past calls say that the client answered: in running text, below a day, behind one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph
from advancelint.plan import answers, clockwords, dates, leads
from advancelint.plan.calls import Encounters
from advancelint.plan.cast import Cast
from advancelint.plan.material import Material
from advancelint.plan.outline import Statement
from advancelint.source import Passage, Span

_BREAK = expression(
    r"(?<=[.!?])[ \n]+(?=[^\W\d_\"“])(?!(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*\b)"  # "5. Mai"
    r"| \| |[:;] (?=[^\W\d_])|, (?=(?:and )?[^\W\d_a-z][\w'’-]+ [a-z])|\n(?=[^\W_])| ?-> ?"
)
OURS = frozenset(
    {"next-step", "people", "attendees", "our-people", "client-people", "objective", "ask", "client-win", "outcome"}
)
_TOLD = expression(
    r"(?:what(?:'s|’s)? (?:has )?happened|how it went|history|so far|what (?:he|she|they|we) (?:said|heard"
    r"|agreed|told us)"
    r"|was (?:bisher )?(?:geschah|war|passiert ist)|verlauf|ce qui s'est passé|qué pasó|o que aconteceu"
    r"|historial|histórico"
    r"|historique|diary|log)\b",
    re.IGNORECASE,
)
_ON_DAY = expression(r"(?:On|Am|Le|El|Em|No dia|Last time)\W+", re.IGNORECASE)
# "At the last meeting, 17 Nov, …", "On the Nov 18 call …", "Beim Termin am 18.11. …": what happened on a day
_EVENT = expression(
    r"(?:on|at|in|during|after|since|last|our|the|beim?|am|im|lors d\w+|au|le|en|el|na|no|em|à|phone|telephone|call"
    r"|meeting|visit|demo|workshop)\b",
    re.IGNORECASE,
)
_GAP = expression(
    r"(?: (?:call|meeting|visit|demo|workshop|session|trial|review|lunch|test))?"
    r"(?: (?:with|mit|avec|con|com) [^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2})?"
    r"(?: ?\([^()]{2,40}\))?(?: ?[,:–—-])* +"
    r"(?=\w)"
)
_LAST = expression(
    r"(?:what happened |recap |notes |from |the |my |our )*(?:last|previous|letzte[rsn]?) "
    r"(?:time|call|visit|meeting|conversation|mal|besuch|termin|gespräch)\b"
    r"|(?:la |da |a )?últim[ao] (?:vez|visita|reunión|reunião|llamada|ligação)\b"
    r"|(?:la )?dernière (?:fois|visite|réunion)\b",
    re.IGNORECASE,
)
REMARKS = frozenset({"other", "why", "value", "purpose", "action", "next-step"})
_REMARK = frozenset({"other"})  # "Comments: she accepted the price"
_SURFACES = frozenset({"text", "paragraph", "item", "bullet"})
_KNOWN = "it tells what is known"  # below "Context" stands what happened on earlier days, too
_LONGEST, DEEPEST, _SOON = 4_000, 6, 60

_TO_COME = expression(
    r"\b(?:open|pending|upcoming|coming|future|planned|offene\w*|geplante\w*|ouvert\w*|à venir|abiert\w*|pendientes?"
    r"|abert\w*|pendentes?)\b",
    re.IGNORECASE,
)


def find(material: Material, cast: Cast, encounters: Encounters, kind: str) -> Iterator[tuple[Passage, int]]:
    """Yield what the notes of past calls say that the client answered, each with the call that it belongs to, or -1."""
    listed = any(statement.plays("attendees") for statement in material.outline.statements)
    for whole, section, named in _texts(material):
        named = named or _LAST.match(whole.text) is not None
        told = named or (kind != "map" and _is_told(material, section, encounters, kind))
        call = encounters.of(material, section)
        if kind != "notes" and (call == encounters.default or encounters.is_to_come(call, material)):
            call = -1  # what a preparation tells is of an earlier call
        if not told and not clockwords.digit_in(whole.text):
            continue  # no day introduces any of it
        for passage in sentences(whole, material.source.text):
            behind = _behind_event(passage.text, material)
            dated = behind > 0 or (not behind and _begins_with_day(passage.text, material))
            told, named = told or dated, named or dated
            wishes = named or not listed  # orderly notes have a place of their own for what came of a call
            passage = passage.cut(Span(max(0, behind), len(passage.text)))
            text = _without_day(passage.text, material) if dated and not behind else passage.text
            if told and answers.is_answer(text, cast, present=kind != "prep", wishes=wishes):
                yield passage, call


def _begins_with_day(text: str, material: Material) -> bool:
    """Say whether a sentence begins with a day: "21 May she turned it down", "On 21 May Jo and I met her"."""
    led = _ON_DAY.match(text)
    return leads.begins_with_day(text[led.end() :] if led else text, material.vocabulary)


def _behind_event(text: str, material: Material) -> int:
    """Return where the words behind an earlier call and its day begin, "On the 17 Nov call Ana agreed".

    0 where no call and no day lead the words, -1 where the day is still to come.
    """
    found = dates.first(text[:_SOON], material.vocabulary, material.near) if _EVENT.match(text) else None
    if not found or not found.iso:
        return 0
    if found.iso > (material.known.as_of or material.near):
        return -1
    gap = _GAP.match(text, found.span.end)
    return gap.end() if gap else 0


def _without_day(text: str, material: Material) -> str:
    """Return "she turned it down" of "21 May she turned it down"."""
    found = dates.first(text, material.vocabulary, material.near)
    return text[found.span.end :].lstrip(" ,–—-") if found else text


def _texts(material: Material) -> Iterator[tuple[Passage, int, bool]]:
    """Yield the running texts that nothing else claims and that may hold an answer, each with its section.

    The last value says that the text has a label that is a day: "**5 May, visit.** She turned it down".
    """
    outline = material.outline
    stated = {statement.block for statement in outline.statements}
    for statement in outline.statements:
        text = statement.value.text
        if len(text) <= _LONGEST and answers.may_answer(text):
            last = _LAST.match(statement.name) is not None  # "Last call (9 March): …", wherever it stands
            named = last or (bool(statement.name) and leads.begins_with_day(statement.name, material.vocabulary))
            if _may_hold(material, statement, named=named, last=last):
                yield statement.value, statement.section, named
    heads = [index for index, section in enumerate(outline.sections) if section.level <= DEEPEST]
    begins = [outline.sections[index].line for index in heads]
    for index, block in enumerate(outline.document.blocks):
        if index in stated or not isinstance(block, (Paragraph, ListItem)) or block.quoted:
            continue
        section = heads[max(bisect_right(begins, block.lines.first) - 1, 0)]  # a label's own lines are all stated
        content = block.leaf.content
        if len(content) <= _LONGEST and _is_free(material, section) and answers.may_answer(content):
            yield block.leaf.text().passage, section, False


def _may_hold(material: Material, statement: Statement, *, named: bool, last: bool) -> bool:
    """Say whether a statement is running text that nothing else claims."""
    bare = (
        (named or statement.surface in _SURFACES or statement.label.roles == _REMARK)
        and statement.label.roles <= _REMARK
        and statement.opens < 0
        and not statement.nested
    )
    section = statement.section
    return bare and (_is_free(material, section) or (last and not is_claimed(material, section)))


def _is_free(material: Material, section: int) -> bool:
    return not is_claimed(material, section) and not any(
        material.outline.sections[index].trap not in {"", _KNOWN} or is_to_come(material.outline.sections[index].title)
        for index in _around(material, section)
    )


def is_history(title: str) -> bool:
    """Say whether a title or the head of a column says that what was is told there: "What happened"."""
    return _TOLD.match(title) is not None


def is_to_come(title: str) -> bool:
    """Say whether the title of a list says that nothing in it has been done yet: "Open activities"."""
    return _TO_COME.search(title) is not None


def is_claimed(material: Material, section: int, but: frozenset[str] = frozenset()) -> bool:
    """Say whether a part of a plan holds a section, other than those of the roles in ``but``."""
    sections = material.outline.sections
    return any(not sections[index].label.roles.isdisjoint(OURS - but) for index in _around(material, section))


def _around(material: Material, section: int) -> Iterator[int]:
    """Yield a section and those around it, up to one whose heading is a day: what stands above says nothing of it."""
    for index in material.outline.chain(section):
        yield index
        if leads.begins_with_day(material.outline.sections[index].title, material.vocabulary):
            return


def _is_told(material: Material, index: int, encounters: Encounters, kind: str) -> bool:
    """Say whether a section tells of one past call: in notes of it, or below a heading that is its day."""
    section = material.outline.sections[index]
    dated = index > 0 and leads.begins_with_day(section.title, material.vocabulary)
    headed = index in encounters.sections or dated
    headed = headed or (index > 0 and section is material.outline.title and kind == "notes")
    headed = headed or (index > 0 and (_LAST.match(section.title) is not None or is_history(section.title)))
    return headed or (kind == "notes" and (section.level <= 1 or (section.level > 6 and not section.label.roles)))


def broken(passage: Passage, written: str) -> str:
    """Return a text with the ends of its lines in the source ``written``."""
    return "".join(
        "\n" if char == " " and written[start] == "\n" else char
        for char, start in zip(passage.text, passage.starts, strict=True)
    )


def sentences(passage: Passage, written: str) -> Iterator[Passage]:
    """Yield the sentences and clauses of a text; a line of its source that begins with a capital is one, too."""
    text = broken(passage, written)
    start = 0
    for mark in (*_BREAK.finditer(text), None):
        end = mark.start() if mark else len(text)
        cut = passage.cut(Span(start, end)).strip()
        if cut.text:
            yield cut.cut(Span(0, len(cut.text.rstrip(" .,;"))))
        start = mark.end() if mark else end
