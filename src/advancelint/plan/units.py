"""Cuts a document into units, each of which can be one goal or step: an item, a label's value, a sentence, a line."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan.outline import Grid, Outline, Statement
from advancelint.plan.pieces import line_ends
from advancelint.records import NamedTuple
from advancelint.source import NOTHING, NOWHERE, Passage, Span

# "Acceptable: …", "**Bigger picture** – …", "fallback >> …": a label that no list knows.
_LABEL = expression(r"([^:\n|=]{2,60}?) ?(?::|=|(?<![-=>])>{1,2}| [–—-](?= )| --(?= ))\s+(?=\S)")
# What begins a line of its own: "next best: …", "also >> …", "1b) …", "Goal 2 (if not) Ger …", "step 3 -> …".
_MARKED = expression(
    r"(?:[\w'’-]+ ){0,2}[\w'’-]+(?: \([^()\n]{1,24}\))? ?(?::|(?<![-=>])>{1,2}| [–—-]) \S"
    r"|(?:\d{1,2}[a-z]?|[a-zA-Z])[.)] \S|\d{1,2}\.\d{1,2}\.? +[^\W\d_a-z]"
    r"|[^\W\d_]{3,} \d{1,2} +(?:\([^()\n]{1,24}\) )?(?:->|→|[^\W\d_a-z])"
)
_LONGEST_NAME = 5  # words of a label in the middle of a text
_STOP = expression(r"[.!?;]+[)\]”\"'’]*\s+(?=[(\[“\"'‘„«]*\w)")
# A dot behind one of these ends no sentence: "Dr. Okafor", "z. B. am Montag", "12. Mai".
_SHORT = expression(
    r"(?:^|[\s(])(?:(?:[^\W\d_]\.)?[^\W\d_]|(?i:mrs?|ms|dr|prof|st|no|nr|ca|vs|approx|incl|bzw|sra?|mme|inkl|evtl)|(?:\d{1,2}\.)?\d{1,2})\Z"
)
_NUMBER = expression(r"\d{1,2}\.\d{1,2}\.?\s+(?=[^\W\d_a-z])")  # "5.1 Priya brings the form"
_MARKS = " .,;:!?()-–—"
_SHORTEST = 2  # letters before a stop, at least
# So many characters have to be left in a line for its end to be meant and not the end of the page.
_ROOM = 14
_ENDS = frozenset(".!?;)")
_FEWEST = 2  # line ends of a text of which all lines begin anew
_NEW = expression(r"[^\W\d_a-zß-öø-ÿ]|[(\[“\"„«]|\d")


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


def units(outline: Outline, written: str) -> list[Unit]:
    """Return the units of all statements in the order of the source, which is ``written``."""
    found: list[Unit] = []
    width = _width(outline, written)
    for statement in sorted((*outline.statements, *outline.rest), key=lambda one: one.block):
        if statement.opens < 0 and statement.value.text.strip(_MARKS):
            parts = filter(_is_said, map(_begun, _parts(statement.value, written, width)))
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
    if not label or (number and label[1].count(" ") >= _LONGEST_NAME):
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


def _parts(passage: Passage, written: str, width: int) -> Iterator[Passage]:
    """Yield the sentences and lines of a text, at least one."""
    text, start = passage.text, 0
    for stop, begin in sorted({*_stops(text), *_line_ends(passage, written, width)}):
        if stop - start >= _SHORTEST:
            yield passage.cut(Span(start, stop)).strip()
            start = begin
    yield passage.cut(Span(start, len(text))).strip()


def _stops(text: str) -> Iterator[tuple[int, int]]:
    for mark in _STOP.finditer(text):
        if text[mark.start()] != "." or not _SHORT.search(text[max(0, mark.start() - 8) : mark.start()]):
            yield mark.end() - len(mark.group()) + len(mark.group().rstrip()), mark.end()


def _line_ends(passage: Passage, written: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield where a line ends that whoever wrote it meant as a line of its own.

    Its next word would have had room, the next line begins with a label or a number, or all lines begin anew.
    """
    text = passage.text
    if not text or "\n" not in written[passage.starts[0] : passage.ends[-1]]:
        return
    broken = line_ends(passage, written)
    listed = len(broken) >= _FEWEST and all(_NEW.match(text, at + 1) for at in broken)
    for at in broken:
        begin = written.rfind("\n", 0, passage.starts[at]) + 1
        length = passage.starts[at] - begin
        room = width - length - len(text[at + 1 :].partition(" ")[0])
        apart = room >= _ROOM and (_NEW.match(text, at + 1) or text[at - 1] in _ENDS or length * 2 < width)
        if listed or apart or _MARKED.match(text, at + 1):
            yield at, at + 1


def _width(outline: Outline, written: str) -> int:
    """Return the length of the longest line of all texts of several lines."""
    longest = 0
    for statement in (*outline.statements, *outline.rest):
        value = statement.value
        if value.text and "\n" in written[value.starts[0] : value.ends[-1]]:
            begin = written.rfind("\n", 0, value.starts[0]) + 1
            lines = written[begin : value.ends[-1]].split("\n")
            longest = max(longest, *map(len, lines))
    return longest
