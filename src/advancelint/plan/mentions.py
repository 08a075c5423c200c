"""Calls that a plan only mentions: “Next call with Noreen on 13 November”, a row of a CRM's activities, a kick-off.

They are shown, so that nobody thinks that they were overlooked, and no rule judges them: a line in passing states no
objective and owes no outcome.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence, Set

from advancelint.expressions import expression
from advancelint.markdown import Document
from advancelint.markdown.model import Heading, ListItem, Paragraph, Table
from advancelint.plan import (
    callwords,
    dates,
    encounters,
    log_tables,
    mentioned,
    moments,
    nextcalls,
    weighed_days,
    written,
)
from advancelint.plan.material import Material
from advancelint.plan.model import ABSENT, Call, Field, Period, Plan
from advancelint.plan.periods import Anchor
from advancelint.source import Span

_MARKUP = expression(r"[*_`~]+")
# "Dr. Menon to invite us" and "Next one? Tues 15 Dec" go on.
_SENTENCE = expression(
    r"(?<=[.!?])(?<!\d\.)(?<![Oo]ne\?)(?<![Nn]ext\?)(?<!\b[A-ZÀ-Þ]\.)(?<!\b[A-ZÀ-Þ][a-zà-ÿ]\.)(?<!\b(?:Mrs|Ing|Sra|Hrn)\.)"
    r"[ ]+(?=[^\W\d_a-z])| · "
)
_HEAD = expression(r"[^:\n]{4,60}:(?= )")
_DAY_ALONE = expression(r"[*_ ]*(?:[^\W\d_]{2,10}\.?,? )?\d{1,2}[./ ][^\n]{2,14}[*_: ]*")
_BY_OTHERS = expression(r"\b[Rr]eference (?:call|visit)s?\b")  # with another client, who is to praise us
_MAILED = expression(r"\b(?:e-?mailed|mailed|posted|texted)\b", re.IGNORECASE)
_RANGE = expression(r"(?<![\d-])\d{1,2}\.?(?: ?[–-] ?| (?:to|bis|au|al?) )\d{1,2}(?![\d-])")
_TOP, _BEGUN = 200, 30
_WHO = frozenset({"attendees", "people", "name", "client-people", "counterpart"})
# From this chance on a day that no rule knows is that of a call, also where something was sent then; below the next
# none is that a rule knows, and below the last not even that of a title or a first line: "drafted 27 Nov".
_SURE, _SURE_THOUGH_SENT, _HARDLY, _LEAST = 0.82, 0.97, 0.15, 0.05
_LOOSE = frozenset({"text", "title", "heading"})  # where no label says what a day is
_Weighed = Mapping[str, weighed_days.Likely]
_LONGEST_TITLE, _LONGEST_LINE, _MOST, _REACH = 80, 2_000, 100, 10


def told(plan: Plan, material: Material) -> Plan:
    """Return ``plan`` with the calls that its lines mention, and no day of a call that hardly is one's."""
    weighed = weighed_days.likeliest(material, plan)
    mentioned_calls = _find(material.outline.document, material, plan, weighed)
    unlikely = {iso for iso, day in weighed.items() if day.chance < _LEAST}
    hardly = (one.date.value in unlikely and one.date.surface in _LOOSE for one in plan.calls)
    calls = tuple(one._replace(date=ABSENT) if no else one for one, no in zip(plan.calls, hardly, strict=True))
    return plan._replace(calls=calls, mentions=mentioned_calls)


def _find(document: Document, material: Material, plan: Plan, weighed: _Weighed) -> tuple[Call, ...]:
    """Return the calls with a day that ``document`` mentions beside those of ``plan``, each day once, in its order.

    "15 Oct – Federica in the showroom" is a call with her, where the plan knows Federica and promises no such step.
    """
    known = {call.date.value for call in plan.calls}
    people = weighed_days.names(plan)
    promised = {material.source.place(step.span.start).line for step in plan.next_steps if step.span}
    aimed = (*(one.span for one in plan.objectives if not one.heard), plan.sales_objective.span)
    aims = {material.source.place(span.start).line: span for span in aimed if span}
    wrote = written.find(material.source.text, material.vocabulary, material.near)
    head = material.source.place(wrote.span.start).line if wrote.day else 0
    found: list[Call] = []
    rest: list[tuple[int, str]] = []
    for line, text, most in _lines(document):
        if len(found) >= _MOST:
            break
        if line == head:
            continue
        # The entry of a log begins with its day, and a goal may stand in it.
        # "Objective of the next meeting (18 May): …": what is to come of it is no call by itself
        if line in aims and not callwords.OPENS.match(text):
            text = _without(aims[line], material.source.text, text)
        here = frozenset() if line in promised else people
        told = list(_told(text, material, most, here, promised=line in promised))
        if not told and line in aims:  # and what stands before a goal is promised by nobody
            label = material.source.text[material.source.line_span(line).start : aims[line].start]
            told = list(_told(label, material, most, people, promised=False))
        for day, title in told:
            if day.value not in known:
                known.add(day.value)
                found.append(mentioned.call(line, day, title, material))
        if callwords.OPENS.match(text):
            rest.append((line, text))
    found += mentioned.beside(known, material)
    found += _logged(rest, known, promised, material) if rest else ()
    # A day within a goal is that of what it asks for.
    shown = {line for line, _, _ in _lines(document)} - aims.keys()
    calls = _weighed(found, known, shown, material, weighed, head)
    return tuple(sorted(calls, key=lambda call: call.span))


def _weighed(
    found: Sequence[Call], known: Set[str], shown: Set[int], material: Material, weighed: _Weighed, head: int
) -> Iterator[Call]:
    """Yield those calls of ``found`` that are no unlikely ones, and those on days of lines ``shown`` that likely are.

    The days ``known`` are of calls already; the line ``head`` says when the page was written, which may be right after
    a call: "dictated in the car after the call, Thursday the 26th".
    """
    # A row of a log is one call: another day in it is when something came of that, or is due.
    rows = {row.line for grid in material.outline.grids if log_tables.is_log(material, grid) for row in grid.table.rows}
    shown = shown - rows
    for one in found:
        # "Next call with Ames on 13 November" needs no weighing
        said = nextcalls.opens_with_next(one.title) and callwords.has_encounter(one.title, material.vocabulary)
        said = said or callwords.MET.match(one.title) is not None  # "rode with Tomas"
        if said or one.date.value not in weighed or weighed[one.date.value].chance >= _HARDLY:
            yield one
    for iso, day in weighed.items():
        sent = day.sent or _MAILED.search(day.whole) is not None
        least = _SURE_THOUGH_SENT if sent or day.line == head else _SURE
        if day.chance >= least and iso not in known and day.line in shown and not _BY_OTHERS.search(day.whole):
            yield mentioned.call(
                day.line, Field(iso, day.text, Span(0, 0), "text"), mentioned.title_of(day.whole), material
            )


def _without(aim: Span, source: str, line: str) -> str:
    """Return a line without a goal in it, but with what heads that: "Next one 9 June, with Jo: she decides"."""
    headed = _HEAD.match(source, aim.start, aim.end)
    return line.replace(source[headed.end() if headed else aim.start : aim.end], " ")


def _lines(document: Document) -> Iterator[tuple[int, str, int]]:
    """Yield the lines of what a plan itself says, each with its number and the most calls that it can mention.

    A row of a table is one line and one call: a second day in it is when something is due. A line that is nothing but
    a day heads the next: "3 June", "Called in at the yard".
    """
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph | ListItem) and not block.quoted:
            lines = block.leaf.content.split("\n")
            for number, text in enumerate(lines):
                headed = number + 1 < len(lines) and _DAY_ALONE.fullmatch(text) is not None
                yield block.leaf.first + number, f"{text} {lines[number + 1]}" if headed else text, _MOST
        elif isinstance(block, Table) and not block.quoted:
            for row in block.rows:
                yield row.line, " | ".join(cell.content for cell in row.cells), 1


def _told(
    text: str, material: Material, most: int, people: frozenset[str], *, promised: bool
) -> Iterator[tuple[Field, str]]:
    if len(text) > _LONGEST_LINE or not any(map(str.isdigit, text)):
        return
    for sentence in _SENTENCE.split(_MARKUP.sub("", text)):
        for day in encounters.days_of_calls(sentence, material, people, promised=promised)[:most]:
            yield mentioned.day_field(day, sentence), mentioned.title_of(sentence)


def _gathers(material: Material, section: int) -> bool:
    """Say whether a section is titled for several calls: "Next meetings and what we want out of them"."""
    title = material.outline.sections[section].title
    return section > 0 and len(title) <= _LONGEST_TITLE and callwords.SEVERAL.search(title) is not None


def _placed(material: Material) -> frozenset[int]:
    """Return the lines of the rows of tables that say of each day who was where."""
    return frozenset(
        row.line
        for grid in material.outline.grids
        if any(map(callwords.PLACES.fullmatch, grid.heads))
        and any(not one.roles.isdisjoint(_WHO) for one in grid.columns)
        for row in grid.table.rows
    )


def _trip(material: Material) -> list[Period]:
    """Return the days of a trip that the top of its report names: "9 to 11 June 2026"."""
    top = material.source.text[:_TOP]
    anchor = Anchor(material.near)
    found = moments.find(top, material.vocabulary, anchor) if _RANGE.search(top) else []
    return [one.period for one in found if one.period.precision == "range" and one.period.start]


def _logged(rest: Sequence[tuple[int, str]], known: set[str], promised: set[int], material: Material) -> Iterator[Call]:
    """Yield the calls that lines of a log are because those around them are: "29 Sept offer v2 presented".

    Each line of ``rest`` opens with a day; those in ``known`` are of calls. What was written, sent or signed is none.
    """
    marked: list[tuple[int, str, dates.Dated, bool]] = []
    for line, text in rest:
        bare = _MARKUP.sub("", text[:_LONGEST_LINE])
        day = dates.first(bare, material.vocabulary, material.near)
        if day and day.iso and encounters.is_led(bare[: day.span.start], material.vocabulary):
            marked.append((line, bare, day, day.iso in known))
    trip, placed = _trip(material), _placed(material)
    tops = [section.line for section in material.outline.sections]
    for index, (line, text, day, told) in enumerate(marked):
        beside = marked[max(0, index - 2) : index + 3]
        near = any(other[3] and abs(other[0] - line) <= _REACH for other in beside)
        behind, section = text[day.span.end :], bisect(tops, line) - 1
        on_trip = any(one.start <= day.iso <= one.end for one in trip)
        named = _gathers(material, section)
        gathered = on_trip or line in placed or named or material.outline.within(section, "calls")
        other = material.kind == "map" and not named  # in which a day mostly is that of a step
        if told or other or day.iso in known or not (gathered or (near and line not in promised)):
            continue
        ahead = named and day.iso >= (material.known.as_of or material.near) > ""  # nothing was written then
        sent = callwords.is_written(behind, material.vocabulary) or callwords.RECORDED.search(behind[:_BEGUN])
        if sent and not ahead:
            continue
        if not (on_trip or named or encounters.names_somebody(behind, material.vocabulary)):
            continue
        trapped = material.outline.trap(section) and not named  # "Checkpoints (30 min)" is no step of an agenda
        if not trapped and not material.outline.within(section, "next-step", "due"):
            known.add(day.iso)
            yield mentioned.call(line, mentioned.day_field(day, text), mentioned.title_of(text), material)
