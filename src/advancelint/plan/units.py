"""Cuts a document into units, each of which can be one goal or step: an item, a label's value, a sentence, a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import line_breaks
from advancelint.plan.line_breaks import Measure
from advancelint.plan.outline import Grid, Outline, Statement
from advancelint.plan.shortened import ends_in_short
from advancelint.records import NamedTuple
from advancelint.source import NOTHING, NOWHERE, Passage, Span

# "Acceptable: …", "**Bigger picture** – …", "fallback >> …": a label that no list knows.
_LABEL = expression(r"([^:\n|=]{2,60}?) ?(?::|=|(?<![-=>])>{1,2}| [–—-](?= )| --(?= ))\s+(?=\S)")
_SELF = expression(r"(?:me|myself|ich|moi|yo|eu|us|we)(?:, [^,.]{2,20})?[.]?\Z", re.IGNORECASE)
_LONGEST_NAME = 5  # words of a label in the middle of a text
_STOP = expression(r"[.!?;]+[)\]”\"'’]*\s+(?=[(\[“\"'‘„«]*\w)")
_NUMBER = expression(r"\d{1,2}\.\d{1,2}\.?\s+(?=[^\W\d_a-z])")  # "5.1 Priya brings the form"
_MARKS = " .,;:!?()-–—"
_SHORTEST = 2  # letters before a stop, at least


# What a list may call a column of goals.
_OPEN = frozenset(
    {"objective", "primary", "fallback", "ask", "purpose", "other", "why", "plan-objective", "sales-objective"}
)


class Unit(NamedTuple):
    """What may be one goal or step: ``words`` behind their label ``name``, "" where they have none.

    ``number`` says the how-manieth of its statement it is, from 0; ``named`` is the label as it stands in the source.
    """

    statement: Statement
    name: str
    words: Passage
    number: int = 0
    named: Passage = NOTHING


def units(outline: Outline, written: str, opened: int = -1) -> list[Unit]:
    """Return the units of all statements in the order of the source, which is ``written``.

    ``opened`` is the offset at which a first line ends that says who is called when, -1 for none.
    """
    found: list[Unit] = []
    statements = (*outline.statements, *outline.rest)
    measure = line_breaks.measure([one.value for one in statements], written, opened)
    for statement in sorted(statements, key=lambda one: one.block):
        if statement.opens < 0 and statement.value.text.strip(_MARKS):
            parts = filter(_is_said, map(_begun, _parts(statement.value, written, measure)))
            found += [_unit(statement, words, number) for number, words in enumerate(parts)]
    return found


def cells(grid: Grid, column: int) -> Iterator[Unit]:
    """Yield the cells of a column that say something as units."""
    label, name = grid.columns[column], grid.heads[column]
    for row in grid.table.rows:
        words = row.cells[column].text().passage.strip()
        if _is_said(words):
            yield Unit(Statement(label, name, NOWHERE, words, "cell", grid.section, row.line, -1), name, words)


def columns(grid: Grid) -> Iterator[int]:
    """Yield the columns of a table that no list says to be of something else than goals."""
    for index, label in enumerate(grid.columns):
        if label.heard or label.roles <= _OPEN:
            yield index


def _unit(statement: Statement, words: Passage, number: int) -> Unit:
    """Return a unit without its label; in the middle of a text only a few words are one."""
    if not number and statement.name:
        return Unit(statement, statement.name, words, number, statement.named)
    label = _LABEL.match(words.text)
    if not label or (number and label[1].count(" ") >= _LONGEST_NAME) or _SELF.match(words.text, label.end()):
        return Unit(statement, "", words, number)
    name, rest = label[1].strip("*_ "), words.cut(Span(label.end(), len(words.text)))
    return Unit(statement, name, rest, number, words.cut(Span(*label.span(1))).part(name))


def _begun(words: Passage) -> Passage:
    """Return words without their number, and without the end of the sentence that what stands before them left."""
    begin = len(words.text) - len(words.text.lstrip(" .,;:!?)"))
    number = _NUMBER.match(words.text, begin)
    return words.cut(Span(number.end() if number else begin, len(words.text)))


def _is_said(words: Passage) -> bool:
    return bool(words.text.strip(_MARKS))


def _parts(passage: Passage, written: str, measure: Measure) -> Iterator[Passage]:
    """Yield the sentences and lines of a text, at least one."""
    text, start = passage.text, 0
    for stop, begin in sorted({*_stops(text), *line_breaks.meant(passage, written, measure)}):
        if stop - start >= _SHORTEST:
            yield passage.cut(Span(start, stop)).strip()
            start = begin
    yield passage.cut(Span(start, len(text))).strip()


def _stops(text: str) -> Iterator[tuple[int, int]]:
    for mark in _STOP.finditer(text):
        if text[mark.start()] != "." or not ends_in_short(text, mark.start()):
            yield mark.end() - len(mark.group()) + len(mark.group().rstrip()), mark.end()
