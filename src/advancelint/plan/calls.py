"""Finds the calls of a document: the document itself, its dated headings, or the rows of a call log."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import called_day, callwords, clockwords, dates, evidence, leads, log_tables, own_day
from advancelint.plan.material import Material, field
from advancelint.plan.model import ABSENT, Call, Field
from advancelint.plan.outline import Grid, Section
from advancelint.records import NamedTuple
from advancelint.source import Span

_OTHER_PARTS = frozenset({
    "next-step", "objective", "primary", "fallback", "outcome", "people", "attendees", "our-people", "client-people",
    "sales-objective", "client-win",
})  # fmt: skip

_BEGUN, _FEW = 100, 3
_DUE = expression(
    r"(?:\b(?:by|until|till|before|due|deadline|target|go-?live|launch|bis|avant|hasta|antes d\w+|até)|[~<≤])\W*$",
    re.IGNORECASE,
)
# "Trial of 22 September"
_OF_DAY = expression(
    r"(?:trial|test|field day|versuch|essai|prueba|ensaio|teste) (?:of|on|am|vom|du|del?|em|do|le|el)\b[^:]{4,24}$",
    re.IGNORECASE,
)
_BARE_DAY = expression(r"\W*(\d{1,2}\.\d{1,2}) ([^\W\d_]+)")
# "Day two, November 25"
_OF_SEVERAL = expression(
    r"\W*(?:day|stop|leg|round|session|tag|runde|jour|d[ií]a) (?:\d|one|two|three|four|five|eins|zwei|drei|un|deux"
    r"|trois|uno|dos|tres)\W*",
    re.IGNORECASE,
)


class Encounters(NamedTuple):
    """The calls, and where they stand.

    ``sections`` maps a section to its call, ``rows`` a (grid index, row index). ``default`` is the call of all else, or
    -1; ``latest`` is the latest day up to today on which a call was held, "" for none.
    """

    calls: tuple[Call, ...]
    sections: dict[int, int]
    rows: dict[tuple[int, int], int]
    default: int
    latest: str = ""

    def is_to_come(self, call: int, material: Material) -> bool:
        """Say whether the call ``call``, -1 for none, has a day and that is today or still to come."""
        return call >= 0 and self.calls[call].date.value >= (material.known.as_of or material.near) > ""

    def of(self, material: Material, section: int) -> int:
        """Return the index of the call that a section belongs to, or -1."""
        for index in material.outline.chain(section):
            if index in self.sections:
                return self.sections[index]
        return self.default


def find(material: Material, kind: str) -> Encounters:
    """Return the calls of a plan of ``kind``, in document order."""
    heads = _call_sections(material, kind)
    inside = frozenset(inner for index in heads for inner in range(index, material.outline.ends[index]))
    headed = [_section_call(material, index) for index in heads]
    own = own_day.find(material, inside)
    outside = _speaks_outside(material, inside)
    logs = [(number, grid) for number, grid in enumerate(material.outline.grids) if log_tables.is_log(material, grid)]
    calls: list[Call] = []
    default = -1
    same = next((index for index, call in enumerate(headed) if call.date.value and call.date.value == own.value), -1)
    # The own call has a heading of its own, or a bold first line that is as good as the title.
    top = same >= 0 and heads[same] == 1 and material.outline.title is None
    alone = kind in {"prep", "notes"} and same >= 0 and (top or not outside)
    if kind in {"prep", "notes"} and not alone and (own.present or outside or not (heads or logs)):
        calls.append(_document_call(material, own))
        default = 0
    sections: dict[int, int] = {}
    for index, call in zip(heads, headed, strict=True):
        sections[index] = _again(material, index, call, calls)
        calls += [call] if sections[index] == len(calls) else []
    default = sections[heads[same]] if alone else default
    rows: dict[tuple[int, int], int] = {}
    for number, grid in logs:
        _add_rows(material, number, grid, calls, rows)
    over = (one.date.value for one in calls if one.date.value <= (material.known.as_of or material.near))
    return Encounters(tuple(calls), sections, rows, default, max(over, default=""))


def _again(material: Material, index: int, call: Call, calls: list[Call]) -> int:
    """Return the index of the call of ``calls`` of which section ``index`` tells again, or else how many there are."""
    if not evidence.AFTER.match(material.outline.sections[index].title):
        return len(calls)
    days = [one.date.value for one in calls]
    return days.index(call.date.value) if call.date.value in days else len(calls)


def _call_sections(material: Material, kind: str) -> list[int]:
    # "Objective for the 12 Aug call" is a call of an account plan; a call plan is one itself.
    other = _OTHER_PARTS if kind in {"prep", "notes"} else _OTHER_PARTS - {"objective"}
    found: list[int] = []
    for index, section in enumerate(material.outline.sections):
        if section.level <= 1 or (found and index < material.outline.ends[found[-1]]):
            continue
        if _is_one_call(material, index, section):
            found.append(index)
            continue
        if material.outline.within(section.parent, "next-step", "people") or not section.label.roles.isdisjoint(other):
            continue
        bare = kind in {"prep", "notes"} and called_day.is_name(section.title, material.vocabulary)
        if not (bare and not _states(material, index)) and _is_call(material, index, section):
            found.append(index)  # "## Visit" with a day below says when the page's own call is
    return found


def _is_one_call(material: Material, index: int, section: Section) -> bool:
    """Say whether "## Next call" is one itself: its own lines say when it is and what it is for."""
    own = material.outline.by_section[index] if "calls" in section.label.roles else ()
    days = [one for one in own if one.plays("call-date") and dates.first(one.value.text, material.vocabulary)]
    if (
        own
        and "call-date" in section.label.roles | {"calls"}
        and leads.begins_with_day(own[0].value.text, material.vocabulary)
    ):
        return len(own) == 1  # "## Next meeting", and the day below
    return len(days) == 1 and any(one.plays("objective", "primary") for one in own)


def _is_call(material: Material, index: int, section: Section) -> bool:
    vocabulary = material.vocabulary
    listed = section.parent > 0 and "calls" in material.outline.sections[section.parent].label.roles
    if section.level > 6 and not listed and not _states(material, index):
        return False
    words = [word.strip("()[],.–—-") for word in section.title.casefold().replace(":", " ").split()]
    named = any(word in vocabulary.words["call-word"] for word in words) or _OF_DAY.match(section.title) is not None
    dated = _day_in(section.title, material)
    if dated:
        before = clockwords.without_weekday(section.title[: dated.span.start], vocabulary)
        several = _OF_SEVERAL.fullmatch(before) is not None
        period = vocabulary.word("period-word", words[0]) is not None and not several
        if section.trap or period or _DUE.search(section.title[: dated.span.start]):
            return False  # "Phase 1 (by 19 June)" is no encounter
        if _is_written(material, index, section.title[dated.span.end :]) and not (named or _states(material, index)):
            return False  # "06/05 – sent the offer"
        leads = several or not any(map(str.isalnum, before))
        return leads or named or listed or _states(material, index)
    if listed:
        return named or _states(material, index)
    if named and not section.trap and own_day.stated(material, index, own=True).value:
        return True  # "## Next meeting", and below it "Date: 30 June 2026"
    numbered = len(words) > 1 and words[0] in vocabulary.words["call-word"] and words[1][:1].isdigit()
    return numbered and _states(material, index)


def _day_in(title: str, material: Material) -> dates.Dated | None:
    """Return the first day of a title, also that of "23.11 visit", which elsewhere would be a number."""
    found = dates.first(title, material.vocabulary, material.near)
    bare = None if found else _BARE_DAY.match(title)
    if not bare or bare[2].casefold() not in material.vocabulary.words["encounter"]:
        return found
    day = dates.first(f"{bare[1]}.", material.vocabulary, material.near)
    return day._replace(span=Span(*bare.span(1))) if day else None


def _is_written(material: Material, index: int, behind: str) -> bool:
    """Say whether a dated heading, or the line below one that is only a day, tells of what was written or sent."""
    if not any(map(str.isalpha, behind)):
        end = material.outline.sections[index].span.end
        behind = material.source.text[end : end + _BEGUN].strip().partition("\n")[0]
    begun = " ".join(behind.split()[:_FEW])
    offered = callwords.OFFERED.search(begun) and not callwords.has_encounter(behind, material.vocabulary)
    return bool(offered) or callwords.is_written(begun, material.vocabulary)


def _states(material: Material, index: int) -> bool:
    """Say whether something stands below a section that only a call has."""
    return any(
        statement.plays("objective", "primary", "fallback", "outcome", "call-date", "attendees")
        for statement in material.outline.below(index)
    )


def _speaks_outside(material: Material, inside: frozenset[int]) -> bool:
    roles = ("objective", "primary", "fallback")
    return any(one.plays(*roles) for one in material.outline.statements if one.section not in inside)


def _section_call(material: Material, index: int) -> Call:
    section = material.outline.sections[index]
    return Call(section.title, _section_date(material, index), section.span)


def _section_date(material: Material, index: int) -> Field:
    stated = own_day.stated(material, index, own=False)
    if stated.value:
        return stated
    section = material.outline.sections[index]
    found = _day_in(section.title, material)
    return own_day.in_title(section, found)._replace(surface="heading") if found else stated


def _document_call(material: Material, date: Field) -> Call:
    heading = material.outline.title
    return Call(heading.title if heading else "", date, heading.span if heading else date.span)


def _add_rows(material: Material, number: int, grid: Grid, calls: list[Call], rows: dict[tuple[int, int], int]) -> None:
    when = next(iter(grid.dating_calls), grid.column("call-date"))
    who, last = grid.column("attendees", "counterpart", "client-people", "name"), ("", "", -1)
    for index, row in enumerate(grid.table.rows):
        written = row.cells[when].text().passage.strip()
        found = dates.first(written.text, material.vocabulary, material.near)
        date = field(found.iso if found else "", written, "column") if written.text else ABSENT
        words = [cell.text().passage.strip() for place, cell in enumerate(row.cells) if place != when]
        named = next((passage for passage in words if passage.text), written)
        if not named.text or (sum(bool(one.text) for one in words) == 1 and named.text.islower()):
            continue  # "| Thu 8/10 | desk | | |"
        met = row.cells[who].content.strip() if who not in {-1, when} else ""
        again = met and date.value and (met, date.value) == last[:2]  # "| 5 Aug | Ana Ruiz | (else) … |"
        rows[number, index] = last[2] if again else len(calls)
        last = (met, date.value, rows[number, index])
        if not again:
            calls.append(Call(named.text, date, Span(named.starts[0], named.ends[-1])))
