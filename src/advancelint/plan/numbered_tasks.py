"""Finds the tasks that have a number: as a heading with fields below it, or in front of a line of a tracker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph
from advancelint.plan import exports, pieces
from advancelint.plan.below import is_order
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.material import line_of
from advancelint.source import NOTHING, Span

# "### Task 00T51877", "#### ACTION 1 — Walk the laundry with Ines": a task with its fields below
_HEADED = expression(
    r"(?i:task|action|aufgabe|maßnahme|tâche|tarea|tarefa|acción|ação) ?#?\w*\d\w*(?: ?[—–:-] (?=\S)|$)"
)
_ISSUE = expression(r"^[ \t]*[*_`]{0,3}[A-Z][A-Z0-9]{1,9}-\d{1,6}[*_`]{0,3}[:.]?[ \t]+(?=\S+ \S)", re.MULTILINE)


def read(bench: Bench, known: Sequence[Draft]) -> list[Draft]:
    """Return the steps that are ``known``, and the tasks that have a number, as a heading or in front of a line.

    Nothing else is done in the lines of these.
    """
    tracked, source = list(_tracked(bench)), bench.material.source
    lines = {line_of(one.passage, source) + below for one in tracked for below in (0, 1)}
    kept = [one for one in known if not lines or line_of(one.passage, source) not in lines]
    return [*kept, *_headed(bench), *tracked]


def _headed(bench: Bench) -> Iterator[Draft]:
    outline = bench.material.outline
    for index, section in enumerate(outline.sections):
        head = _HEADED.match(section.title) if section.trap else None
        fields = outline.by_section[index] if head else ()
        if not head or not any(one.plays(*exports.HEADS) for one in fields):
            continue
        rest = section.words.cut(Span(head.end(), len(section.title))).strip()
        told = next((one.value for one in fields if one.plays("action")), NOTHING)
        values = {role: next((one.value for one in fields if one.plays(role)), NOTHING) for role in exports.HEADS}
        if rest.text and not is_order(rest.text):
            continue  # "ACTION 1: Governance call" names no act
        task = exports.Task(rest if rest.text else told, values["owner"], values["due"], values["done"].text)
        yield from exports.drafts(bench, task, index, -1)


def _tracked(bench: Bench) -> Iterator[Draft]:
    """Yield the tasks of trackers: a key with what is to be done, and below it who does it by when.

    "NW-33  Redline of the clause", "Assignee: Jo Fell | Due: 02/Dec/26 | Priority: High"
    """
    heads = [section.line for section in bench.material.outline.sections]
    for index, block in enumerate(bench.material.outline.document.blocks):
        if not isinstance(block, (Paragraph, ListItem)) or not _ISSUE.search(block.leaf.content):
            continue
        lines = pieces.broken(block.leaf.text().passage, bench.material.source.text)
        for line, below in pairwise(lines):
            key = _ISSUE.match(line.text)
            if not key:
                continue
            task = exports.read(bench, [cell for cell in exports.cells_of(below) if exports.LABELLED.match(cell.text)])
            if task.owner.text or task.due.text:
                task = task._replace(what=line.cut(Span(key.end(), len(line.text))))
                yield from exports.drafts(bench, task, max(bisect_right(heads, block.lines.first) - 1, 0), index)
