"""Finds the tasks that systems for sales export: lines of cells, and lines of labels set apart by blanks.

"Task | Install it | Assigned to: Nadia Pruss | Due 2 September | Not Started", "[Open] Write it | Jo | 4 May",
"What: the quote   Who: Jo   By: 9 May", and a line on the task above what it is: "Task assigned to Jo. Due: 4 May.".
What a cell is, its label or its own words say; what is left is what is to be done.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph, Table
from advancelint.plan import owners, pieces
from advancelint.plan.below import is_order
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.material import line_of
from advancelint.plan.outline import Statement
from advancelint.records import NamedTuple
from advancelint.source import NOTHING, Passage, Span

_HINT = expression(
    r"(?:^[ \t*|-]*|\| *)(?:tasks?\b|to-?do|action item|aufgabe|tâche|tarea|tarefa|\[\w{4})"
    r"|^(?:due|by|fällig|échéance|vence|prazo)\b[^|\n]{3,20}\|",
    re.IGNORECASE | re.MULTILINE,
)
_GAP = expression(r"[ \t]*(?:\||;|·|\t| {3,})[ \t]*")
_FEWEST = 3
# "Due 2026-08-28 | W. Strand | Send the list": a task whose line begins with when it is due, or that it has no day
_DUE_LED = expression(
    r"(?:due|by|fällig|échéance|vence|prazo)(?: on| by| am| le| el| em)?:? (?=\d|[^\W\d_]{3,9}\.? \d)"
    r"|no (?:due )?date\b|kein datum\b|sans date\b|sin fecha\b|sem data\b",
    re.IGNORECASE,
)
_BRACKET = expression(r"\[([^\[\]]{3,20})\] ?(?=\S)")
LABELLED = expression(r"([^\W\d_][^:|]{1,23}):\s+(?=\S)|(?i:due|due on|fällig am?|fällig)\s(?=\d)")
_ASIDE = expression(r" ?\([^()]{0,80}\)$")
# "Task assigned to Jo Fell. Due: Jun 2, 2026. Status: Not started", and the task in the line below
_ABOUT = expression(r"[*_]*(?P<kind>[^\W\d_-]+)[*_]* (?:assigned to|for|zugewiesen an|assignée? à|asignad[oa] a) ")
_STOP = expression(r"\.\s+(?=[A-Z][a-z]+:)|\.$")
# "Task completed 08/07/2026: email the photos to Lou"
_DONE = expression(r"[*_]*(?P<kind>[^\W\d_-]+)[*_]* (?P<done>[^\W\d_]+)(?: (?:on )?[\d./-]{6,10})?: (?=\S+ \S)")
HEADS = frozenset({"owner", "due", "done"})
_OWNS, _TITLES = frozenset({"owner", "people"}), frozenset({"action"})


class Task(NamedTuple):
    """The parts of one task, each empty where nothing says it."""

    what: Passage = NOTHING
    owner: Passage = NOTHING
    due: Passage = NOTHING
    status: str = ""


def tasks(bench: Bench, known: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the tasks of a document's lines and rows, in order, but for those of lines of which steps are ``known``."""
    text = bench.material.source.text
    if not _HINT.search(text):
        return
    taken = {line_of(draft.passage, bench.material.source) for draft in known}
    heads = [section.line for section in bench.material.outline.sections]
    for index, block in enumerate(bench.material.outline.document.blocks):
        rows: Iterator[list[Passage]] = iter(())
        if isinstance(block, Table):
            rows = ([cell.text().passage.strip() for cell in row.cells] for row in block.rows)
        elif isinstance(block, (Paragraph, ListItem)) and _may_hold(block.leaf.content):
            rows = _rows(bench, pieces.broken(block.leaf.text().passage, text))
        section = bisect_right(heads, block.lines.first) - 1
        for cells in rows:
            task = _task(bench, cells)
            if task and line_of(task.what, bench.material.source) not in taken:
                yield from drafts(bench, task, max(section, 0), index)


def stated(bench: Bench, statement: Statement) -> list[Draft]:
    """Return the step of a line of cells, or of labels and values alone: "What: the quote   Who: Jo   By: 9 May"."""
    if "  " not in statement.value.text and "|" not in statement.value.text:
        return []
    cells = cells_of(statement.value)
    task = _task(bench, cells)
    if task is None and len(cells) >= _FEWEST and all(LABELLED.match(cell.text) for cell in cells):
        task = read(bench, cells)
        task = task if task.owner.text or task.due.text else None
    return list(drafts(bench, task, statement.section, statement.block)) if task else []


def _may_hold(content: str) -> bool:
    return (
        any(mark in content for mark in "|;·")
        or _ABOUT.search(content) is not None
        or _DONE.search(content) is not None
    )


def _rows(bench: Bench, lines: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Yield the cells of each line that is a task's; a line about one takes the next as what it is."""
    for number, line in enumerate(lines):
        about, done = _ABOUT.match(line.text), _DONE.match(line.text)
        if about and _is_task(bench, about["kind"]) and number + 1 < len(lines):
            told = line.cut(Span(about.end(), len(line.text)))
            stops = [match.span() for match in _STOP.finditer(told.text)]
            edges = [0, *(place for span in stops for place in span), len(told.text)]
            parts = [told.cut(Span(*edges[at : at + 2])).strip() for at in range(0, len(edges), 2)]
            yield [line.cut(Span(*about.span("kind"))), lines[number + 1], *(part for part in parts if part.text)]
        elif done and _is_task(bench, done["kind"]) and bench.is_done(done["done"]):
            what = line.cut(Span(done.end(), len(line.text)))
            yield [line.cut(Span(*done.span("kind"))), what, line.cut(Span(*done.span("done")))]
        else:
            yield cells_of(line)


def cells_of(line: Passage) -> list[Passage]:
    """Return the cells of a line; a status in brackets in front is one of its own."""
    bracket = _BRACKET.match(line.text)
    start = bracket.end() if bracket else 0
    found = [line.cut(Span(*bracket.span(1)))] if bracket else []
    for gap in _GAP.finditer(line.text, start):
        found.append(line.cut(Span(start, gap.start())).strip())
        start = gap.end()
    return [cell for cell in (*found, line.cut(Span(start, len(line.text))).strip()) if cell.text]


def _is_task(bench: Bench, text: str) -> bool:
    return bench.material.vocabulary.word("task-word", text) is not None


def _is_status(bench: Bench, text: str) -> bool:
    """Say whether a cell says how far a task is, and no more."""
    known = bench.material.vocabulary.word("open-status", text) is not None
    return known or (len(text.split()) == 1 and bench.is_done(text))


def _task(bench: Bench, cells: Sequence[Passage]) -> Task | None:
    """Return the task of a line that says that it is one, by its kind or by a status in brackets in front."""
    if len(cells) < _FEWEST:
        return None
    kind = next((at for at, cell in enumerate(cells[:_FEWEST]) if _is_task(bench, cell.text)), -1)
    led = kind < 0 and _DUE_LED.match(cells[0].text) is not None
    if kind < 0 and not led and not _is_status(bench, cells[0].text):
        return None
    label = bench.material.vocabulary.label
    if sum(not label(cell.text).roles.isdisjoint(HEADS) for cell in cells if ":" not in cell.text) > 1:
        return None  # "Task | Owner | Due"
    task = read(bench, [cell for at, cell in enumerate(cells) if at != kind])
    orders = bool(bench.material.language) or is_order(task.what.text)  # acts of other languages are not read here
    if led and not (task.owner.text and orders):
        return None  # "Due 3 May | Invoice 4471 | 2,300"
    told = bool(task.owner.text or task.due.text) if kind < 0 else bool(task.owner.text or task.due.text or task.status)
    return task if task.what.text and told else None


def read(bench: Bench, cells: Sequence[Passage]) -> Task:
    """Return what the cells say, each by its label or its own words; an identifier says nothing."""
    task, loose = Task(), list[Passage]()
    for cell in cells:
        label = LABELLED.match(cell.text)
        named = (label[1] or "due") if label else ""
        named = "assigned to" if named.casefold() == "assigned" else named
        roles = bench.material.vocabulary.label(named).roles if label else frozenset[str]()
        roles = frozenset({"due"}) if _DUE_LED.match(cell.text) else roles
        value = cell.cut(Span(label.end() if label else 0, len(cell.text))).strip()
        if roles & _OWNS and not task.owner.text:
            task = task._replace(owner=value)
        elif "due" in roles or (not roles and bench.is_time(cell.text)):
            dated = bench.is_time(value.text) or not _DUE_LED.match(cell.text)  # "No date" is none
            task = task._replace(due=value if dated and not task.due.text else task.due)
        elif "done" in roles or _is_status(bench, value.text):
            task = task._replace(status=value.text)
        elif roles & _TITLES:
            task = task._replace(what=value)
        elif not roles and not _is_mark(cell.text):
            loose.append(cell)
    return _told_apart(bench, task, loose)


def _told_apart(bench: Bench, task: Task, loose: Sequence[Passage]) -> Task:
    """Return the task with what its cells without a label say: of those that name nobody the longest is the task."""
    people = [cell for cell in loose if bench.prompter.cast.is_person(_ASIDE.sub("", cell.text))]
    others = [cell for cell in loose if cell not in people] or people[:1]
    if not task.what.text and others:
        task = task._replace(what=max(others, key=lambda cell: len(cell.text.split())))
    named = [cell for cell in (*people, *others) if cell != task.what and _is_person(bench, cell.text)]
    return task._replace(owner=named[0]) if named and not task.owner.text else task


def _is_mark(text: str) -> bool:
    """Say whether a cell is an identifier: "A-88169", "00T51877"."""
    return " " not in text and any(map(str.isdigit, text))


def _is_person(bench: Bench, text: str) -> bool:
    cast, vocabulary = bench.prompter.cast, bench.material.vocabulary
    return owners.is_owner(_ASIDE.sub("", text), cast, vocabulary)


def drafts(bench: Bench, task: Task, section: int, block: int) -> Iterator[Draft]:
    """Yield the step that a task of a ``section`` is, if it says what is to be done."""
    draft = bench.draft(task.what, NOTHING, section, block, done=bench.is_done(task.status)) if task.what.text else None
    if draft is None:
        return
    if task.owner.text:
        draft = bench.owned_by(task.owner, "column", draft)
    yield bench.due_on(task.due, "column", draft) if task.due.text else draft
