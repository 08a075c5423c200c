"""Reads lines that all fall into the same fields as steps: "becks > dates list > 4/12", "Ana / quote / 9 May / sent".

One such line says little of which field is whose. All of them together do, as the columns of a table without heads
would: somebody known stands in the one, days and statuses stand in another, and what is to be done is the longest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.plan import fields, moments, owner_sides, owners
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.outline import Outline
from advancelint.plan.periods import Anchor
from advancelint.reading.lexicon import load
from advancelint.records import NamedTuple
from advancelint.source import NOTHING, Passage, Span

_ASIDE = expression(r"\s*\([^()]*\)$")
_WORDS = expression(r"[^\W\d_][\w.'’-]*")
_FEWEST_FIELDS, _MOST_NAMES, _FEWEST_WORDS = 3, 2, 1.5
_EDGES = " -–—/|>~·•»¦\\=:;→"
_RARE = 4  # one of so many may be nobody
_MOST_WORDS = 4  # of a field that says when
_ELSEWHERE = ("objective", "people", "attendees", "our-people", "client-people", "ask", "calls", "outcome")


class _Columns(NamedTuple):
    """How many fields lines have, and which say who, and what; ``merged`` says that the first takes what is more."""

    width: int
    who: int
    what: int
    merged: bool = False


def settled(bench: Bench, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the ``drafts`` with who and when that only all lines of a list tell, and the steps that only they tell."""
    begun = sorted((one.passage.starts[0], number) for number, one in enumerate(drafts) if one.passage.text)
    replaced: set[int] = set()
    added: list[Draft] = []
    for line, cells, columns in _rows(bench):
        step = _step(bench, columns, line, cells)
        if step is not None:
            inside = slice(
                bisect_left(begun, (line.passage.starts[0], 0)), bisect_left(begun, (line.passage.ends[-1], 0))
            )
            here = [number for _, number in begun[inside]]
            replaced.update(here)
            step = _settled(bench, columns, drafts[here[0]], step) if here else step
            added.append(_timed(bench, columns, cells, step))
    return [*(one for number, one in enumerate(drafts) if number not in replaced), *added]


def _rows(bench: Bench) -> Iterator[tuple[fields.Line, Sequence[Passage], _Columns]]:
    """Yield the lines of lists of steps with their fields."""
    for group in fields.groups(bench.material):
        for edge in fields.EDGES:
            rows = [fields.of(line.passage, edge) for line in group]
            columns = _columns(bench, group, rows)
            if columns is None and edge is fields.ARROW:
                rows = [fields.parted_last(row) for row in rows]
                columns = _columns(bench, group, rows)
            if columns is not None:
                near = (pair for pair in zip(group, rows, strict=True) if abs(len(pair[1]) - columns.width) <= 1)
                for line, row in near:
                    yield line, fields.merged(line, row, columns.width) if columns.merged else row, columns
                break


def _columns(bench: Bench, group: Sequence[fields.Line], rows: Sequence[Sequence[Passage]]) -> _Columns | None:
    """Return which fields of lines say who and what; None where they are no steps."""
    width = fields.width(rows)
    if not width:
        return None  # most of what could part a line parts none
    section, outline = group[0].section, bench.material.outline
    inside = outline.within(section, "next-step") and bool(outline.sections[outline.role_section(section)].title)
    if width < (_FEWEST_FIELDS - inside) or (not inside and _is_elsewhere(outline, section)):
        return None
    near = [(line, row) for line, row in zip(group, rows, strict=True) if 0 <= len(row) - width <= 1]
    for merged in (False, True):
        cells = [(fields.merged(line, row, width) if merged else row)[:width] for line, row in near]
        found = _told(bench, list(zip(*cells, strict=True)), inside=inside)
        if found:
            return found._replace(merged=merged)
    return None


def _is_elsewhere(outline: Outline, section: int) -> bool:
    return bool(outline.trap(section)) or outline.within(section, *_ELSEWHERE)


def _told(bench: Bench, columns: Sequence[Sequence[Passage]], *, inside: bool) -> _Columns | None:
    """Return which of the ``columns`` say who and what; ``inside`` says that they stand in a list of steps."""
    who = next((at for at, cells in enumerate(columns) if _are_people(bench, cells)), -1)
    timely = [at for at, cells in enumerate(columns) if at != who and _tell_when(bench, cells)]
    words = {at: _length(cells) for at, cells in enumerate(columns) if at != who and at not in timely}
    what = max(words, key=words.__getitem__, default=-1)
    if min(who, what) < 0 or words[what] < _FEWEST_WORDS:
        return None
    # Lines that open with their days are a log of what took place: "3 May - call - Ana".
    return _Columns(len(columns), who, what) if inside or (timely and timely[0]) else None


def _are_people(bench: Bench, cells: Sequence[Passage]) -> bool:
    """Say whether fields hold nothing but who acts: one at least whom the plan knows, and hardly a word of each day.

    Strangers are let in by those beside them.
    """
    names = [cell.text for cell in cells if cell.text]
    known = sum(_is_known(bench, name) for name in names)
    others = sum(not _is_name(bench, name) for name in names)  # "someone"
    return bool(known) and len(names) * 2 > len(cells) and others * _RARE <= len(names)


def _is_known(bench: Bench, text: str) -> bool:
    name = _ASIDE.sub("", text).strip("@ ")
    return owners.is_known(name, bench.prompter.cast, bench.material.vocabulary)


def _is_name(bench: Bench, text: str) -> bool:
    """Say whether a field may name who acts: somebody known, or a word or two that mean nothing else."""
    name = _ASIDE.sub("", text).strip("@ ")
    if _is_known(bench, name):
        return True
    parts = [part for part in owner_sides.AND.split(name) if part]
    words = [word for part in parts for word in part.split()]
    listed = load("en")
    return (
        0 < len(words) <= _MOST_NAMES * len(parts)
        and all(_WORDS.fullmatch(word) for word in words)
        and not any(word in listed.forms or word in listed.common for word in words)
    )


def _tell_when(bench: Bench, cells: Sequence[Passage]) -> bool:
    """Say whether most of the fields that say something say when, or how far something is."""
    told = [cell.text for cell in cells if cell.text]
    sure = sum(_is_timely(bench, text) or _is_status(bench, text) for text in told)
    return bool(told) and sure * 2 >= len(told)


def _is_timely(bench: Bench, text: str) -> bool:
    """Say whether a field says when, or little else: "mon", "was 11/25, late"."""
    found = moments.find(text, bench.material.vocabulary, Anchor("")) if len(text.split()) <= _MOST_WORDS else []
    return bool(found) or bench.is_time(text)


def _is_status(bench: Bench, text: str) -> bool:
    return bench.is_done(text) or bench.material.vocabulary.word("open-status", text.strip(" .!")) is not None


def _length(cells: Sequence[Passage]) -> float:
    return sum(len(cell.text.split()) for cell in cells) / len(cells)


def _step(bench: Bench, columns: _Columns, line: fields.Line, cells: Sequence[Passage]) -> Draft | None:
    """Return the step of a line, None where it has other fields than the rest."""
    if len(cells) <= max(columns.who, columns.what) or not _is_name(bench, cells[columns.who].text):
        return None
    draft = bench.draft(cells[columns.what], NOTHING, line.section, line.block, done=line.checked)
    if draft is None or draft.owned.owner.surface == "label":
        return None  # "Sheila > her son: ring him"
    who = cells[columns.who]
    aside = _ASIDE.search(who.text)
    if aside and _is_timely(bench, aside.group().strip(" ()")):  # "the list > Jo (4 Dec)"
        draft = bench.due_on(who.cut(Span(aside.start(), len(who.text))), "column", draft)
        who = who.cut(Span(0, aside.start()))
    return bench.owned_by(who, "label", draft)


def _timed(bench: Bench, columns: _Columns, cells: Sequence[Passage], draft: Draft) -> Draft:
    """Return a step with the day and the status that further fields of its line tell."""
    for at, cell in enumerate(cells):
        if at not in {columns.who, columns.what}:
            done = bench.is_done(cell.text)
            draft = bench.due_on(cell, "column", draft) if not done and _is_timely(bench, cell.text) else draft
            draft = draft._replace(done=draft.done or done)
    return draft


def _settled(bench: Bench, columns: _Columns, before: Draft, step: Draft) -> Draft:
    """Return the step of a line, with what was made of it ``before``."""
    owner, named = before.owned.owner, _ASIDE.sub("", step.owned.owner.value)
    doubted = owner.present and before.owned.side != "unknown" and step.owned.side == "unknown"
    if doubted or named in {owner.value, _ASIDE.sub("", owner.value)}:
        led = before.passage.text.partition(step.passage.text)[0].rstrip(_EDGES)
        if led and bench.is_time(led):  # "4 Dec / the list"
            return before._replace(owned=before.owned._replace(passage=step.passage))
        return before
    due = step.due if columns.what == columns.width - 1 and not before.due.present else before.due
    return step._replace(due=due, done=step.done or before.done)
