"""Tables that somebody pasted without Markdown's marks: rows of a CRM's export, columns lined up with blanks.

A paragraph holds one where lines that follow each other fall into the same number of cells, three or more, and the
first of them reads like a head: a few words in each cell, no number.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from advancelint.expressions import expression
from advancelint.markdown.leaf import Leaf
from advancelint.markdown.model import Row
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Source, Span

# What parts the cells, with what shows quickly that a text has none.
_EDGES = (
    ("|", expression(r"[ \t]*\|[ \t]*")),
    ("\t", expression(r" *\t[ \t]*")),
    (";", expression(r";(?! )")),  # with a blank behind it, it is a mark of running text
    ("  ", expression(r" {2,}")),
)
_ALIGNED, _CSV = "  ", ";"
_FEWEST_CELLS, _FEWEST_LINES = 3, 2
_MOST_WORDS, _LONGEST = 4, 2_000
_HEAD = expression(r"[^\W\d_][^\d,:!|;]*|#|N[ro]\.")


class Part(NamedTuple):
    """Some lines of a paragraph: ``rows`` of a table, the first of them its head; none for running ``text``."""

    text: Leaf
    rows: tuple[Row, ...]


def parts(leaf: Leaf) -> list[Part]:
    """Return the ``leaf`` in parts, in order: its pasted tables and what stands around them. Linear in its length."""
    if "\n" in leaf.content and leaf.span == NOWHERE and "\0" not in leaf.content:
        for mark, edge in _EDGES:
            if mark in leaf.content:
                found = list(_parts(leaf, mark, edge))
                if any(part.rows for part in found):
                    return found
    return [Part(leaf, ())]


def _parts(leaf: Leaf, mark: str, edge: Pattern[str]) -> Iterator[Part]:
    lines = [list(_cells(leaf.source, line, edge)) for line in range(leaf.first, leaf.last + 1)]
    contents = leaf.content.split("\n")
    if len(contents) != len(lines):
        return

    def text(begin: int, end: int) -> Leaf:
        content = "\n".join(contents[begin:end])
        return leaf._replace(content=content, first=leaf.first + begin, last=leaf.first + end - 1)

    if mark == _CSV and any(not content.strip(_CSV) for content in contents) and min(map(len, lines)) > 1:
        width = max(map(len, lines))  # a whole sheet, of which rows without a word part the tables
        yield Part(leaf, tuple(_row(leaf, number, line, width) for number, line in enumerate(lines)))
        return
    begin = start = 0
    while start < len(lines):
        end = start + 1
        width = len(lines[start])
        if width >= _FEWEST_CELLS and _is_head(leaf.source, lines[start]):
            # Columns that are lined up with blanks may leave none empty: nothing would say which.
            fewest = width if mark == _ALIGNED else 2
            while end < len(lines) and fewest <= len(lines[end]) <= width:
                end += 1
        if end - start >= _FEWEST_LINES:
            if begin < start:
                yield Part(text(begin, start), ())
            rows = tuple(_row(leaf, number, lines[number], width) for number in range(start, end))
            yield Part(text(start, end), rows)
            begin = end
        start = end
    if begin < len(lines):
        yield Part(text(begin, len(lines)), ())


def _cells(source: Source, line: int, edge: Pattern[str]) -> Iterator[Span]:
    """Yield the spans of the cells of a line without the blanks around them, none for a line that is too long."""
    whole = source.line_span(line)
    text = source.text[whole.start : whole.end]
    bare = text.strip(" \t")
    if not bare or len(bare) > _LONGEST:
        return
    start, place = whole.start + text.index(bare), int(bare[0] == "|")
    bare = bare.removesuffix("|").rstrip(" \t") if place else bare
    place += len(bare[place:]) - len(bare[place:].lstrip(" \t"))
    for match in edge.finditer(bare, place):
        yield Span(start + place, start + match.start())
        place = match.end()
    yield Span(start + place, start + len(bare))


def _is_head(source: Source, cells: list[Span]) -> bool:
    words = (source.text[cell.start : cell.end].strip("*_") for cell in cells)
    return all(_HEAD.fullmatch(word) and len(word.split()) <= _MOST_WORDS for word in words)


def _row(leaf: Leaf, number: int, cells: list[Span], width: int) -> Row:
    line = leaf.first + number
    end = leaf.source.line_span(line).end
    text = leaf.source.text
    filled = (*cells, *[Span(end, end)] * (width - len(cells)))
    return Row(
        line,
        tuple(Leaf(leaf.source, text[one.start : one.end], line, line, one, leaf.references) for one in filled),
    )
