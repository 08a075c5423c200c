"""Takes a pasted spreadsheet apart: titles, keys with values, lists and tables below each other in one table.

A sheet shows itself by a first row of one cell, or of the letters of columns, or by a row without a word inside of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from advancelint.markdown import Block, Document, Heading, Lines, ListItem, Paragraph, Row, Table
from advancelint.markdown.leaf import Leaf
from advancelint.plan.blocks import replaced
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

_FEWEST, _WIDE, _SHORT, _PART = 2, 3, 4, 2  # rows, cells, words of a head, the level of a part
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DONE = frozenset({"owner", "due", "done", "action", "next-step"})
_HEADED = frozenset({"name", "people", "person-role", "call-date", "attendees", "outcome"})
_TABLED = _DONE | _HEADED | {"objective", "primary", "fallback"}


def apart(document: Document, vocabulary: Vocabulary) -> Document:
    """Return ``document`` with the parts of its sheets as blocks of their own; as it is where it holds none."""
    sheets = {
        index
        for index, block in enumerate(document.blocks)
        if isinstance(block, Table) and block.item < 0 and _is_sheet(block, vocabulary)
    }
    if not sheets:
        return document

    def parts(index: int, block: Block, before: Sequence[Block]) -> Iterable[Block] | None:
        if not isinstance(block, Table) or index not in sheets:
            return None
        return _Sheet(block, vocabulary).blocks(titled=any(isinstance(one, Heading) for one in before))

    return replaced(document, parts)


def _is_sheet(table: Table, vocabulary: Vocabulary) -> bool:
    """Say whether a table is a whole sheet; rows left blank in a table with a head of its own make none."""
    if len(table.header.cells) < _WIDE or len(table.rows) < _FEWEST:
        return False
    if _is_lettered(table.header) or _filled(table.header) == [0]:
        return True
    gaps = [number for number, row in enumerate(table.rows[:-1]) if number and not _filled(row)]
    heads = [table.rows[number + 1] for number in gaps]
    if any(_is_head(row, _filled(row), vocabulary) for row in heads):
        return True
    headed = _is_head(table.header, _filled(table.header), vocabulary)
    return not headed and any(_filled(row) == [0] for row in heads)


def _is_lettered(row: Row) -> bool:
    """Say whether a row holds the letters of the columns of a sheet: "A | B | C"."""
    return "".join(cell.content.strip() for cell in row.cells) == _LETTERS[: len(row.cells)]


def _is_head(row: Row, filled: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Say whether a row heads a table: short words, of which two or more are known to head columns."""
    words = [row.cells[number].text().passage.text.strip() for number in filled]
    if len(words) < _FEWEST or any(len(word.split()) > _SHORT for word in words):
        return False
    return sum(not vocabulary.label(word).roles.isdisjoint(_TABLED) for word in words) >= _FEWEST


def _filled(row: Row) -> list[int]:
    return [number for number, cell in enumerate(row.cells) if cell.content.strip()]


class _Sheet:
    """Reads the rows of one sheet; a class only to carry what is open."""

    def __init__(self, table: Table, vocabulary: Vocabulary) -> None:
        self._table, self._vocabulary = table, vocabulary
        self._rows = [*table.rows] if _is_lettered(table.header) else [table.header, *table.rows]

    def blocks(self, *, titled: bool) -> Iterator[Block]:
        """Yield the parts in order; the first row of one cell is the title of a document that is not yet ``titled``."""
        at = 0
        while at < len(self._rows):
            row, filled = self._rows[at], _filled(self._rows[at])
            end = self._end(at) if _is_head(row, filled, self._vocabulary) else at
            if not filled:
                at += 1
            elif end > at + 1:
                yield from self._grid(at, end)
                at = end
            elif filled == [0]:
                level = _PART if titled else 1
                yield self._heading(row, level) if self._is_title(at) or not titled else self._text(row, filled)
                titled, at = True, at + 1
            elif filled[0] == 0 and at + 1 < len(self._rows) and _filled(self._rows[at + 1])[:1] not in ([], [0]):
                yield self._heading(row, _PART)  # "Last time | 17 Nov", and below it what was agreed
                at += 1
            elif filled[0] == 0:
                end = self._pairs_end(at)
                yield self._pairs(at, end)
                at = end
            else:
                yield self._text(row, filled)
                at += 1

    def _end(self, at: int) -> int:
        """Return where the rows end that belong to the one at ``at``: before a row without a word."""
        return next((end for end in range(at, len(self._rows)) if not _filled(self._rows[end])), len(self._rows))

    def _pairs_end(self, at: int) -> int:
        """Return where keys with values end: before a row of another sort."""
        for end in range(at + 1, len(self._rows)):
            filled = _filled(self._rows[end])
            if len(filled) < _FEWEST or filled[0] or _is_head(self._rows[end], filled, self._vocabulary):
                return end
        return len(self._rows)

    def _is_title(self, at: int) -> bool:
        """Say whether a row of one cell heads the rows below: in bold or capital letters, or a label."""
        text = self._rows[at].cells[0].text()
        words = text.passage.text.strip()
        below = at + 1 < len(self._rows) and bool(_filled(self._rows[at + 1]))
        return below and (words.isupper() or bool(text.bold) or bool(self._vocabulary.label(words).roles))

    def _heading(self, row: Row, level: int) -> Heading:
        return Heading(Lines(row.line, row.line), level, self._joined(row, _filled(row)), self._table.quoted)

    def _text(self, row: Row, filled: Sequence[int]) -> Block:
        lines, leaf = Lines(row.line, row.line), self._joined(row, filled)
        if filled[0]:
            return ListItem(lines, 0, ordered=False, checked="none", leaf=leaf, quoted=self._table.quoted, parent=-1)
        return Paragraph(lines, leaf, self._table.quoted, -1)

    def _joined(self, row: Row, filled: Sequence[int]) -> Leaf:
        """Return the cells of a row as one text, with what stands between them."""
        first, last = row.cells[filled[0]], row.cells[filled[-1]]
        span = Span(first.place.start, last.place.end)
        return first if first is last else first._replace(content=first.source.text[span.start : span.end], span=span)

    def _pairs(self, at: int, end: int) -> Table:
        """Return rows of keys and values as a table of two columns, headed by the title above where it is a goal's."""
        rows = tuple(pair for row in self._rows[at:end] for pair in self._paired(row))
        above = self._rows[at - 1] if at and _filled(self._rows[at - 1]) == [0] else None
        first = rows[0].cells[0]
        empty = first._replace(content="", span=Span(first.place.start, first.place.start))
        known = sum(bool(self._vocabulary.label(row.cells[0].content).roles) for row in rows)
        named = above is not None and known * _FEWEST <= len(rows)
        head = Row(rows[0].line, (above.cells[0] if above and named else empty, empty))
        return Table(Lines(rows[0].line, rows[-1].line), head, rows, self._table.quoted, -1)

    def _paired(self, row: Row) -> Iterator[Row]:
        """Yield the key and value of a row, and those behind them: "Stage | Offer | Plant | Ulm"."""
        value = next((cell for cell in row.cells[1:] if cell.content.strip()), row.cells[1])
        yield row._replace(cells=(row.cells[0], value))
        for at in range(_FEWEST, len(row.cells) - 1, _FEWEST):
            if self._vocabulary.label(row.cells[at].content).roles and row.cells[at + 1].content.strip():
                yield row._replace(cells=row.cells[at : at + _FEWEST])

    def _grid(self, at: int, end: int) -> Iterator[Block]:
        """Yield the table that a row heads, without the columns in which nothing stands below a head.

        What heads such a column in front is the title of the table: "WHO | name | job".
        """
        head, rows = self._rows[at], self._rows[at + 1 : end]
        kept = [number for number in range(len(head.cells)) if any(row.cells[number].content.strip() for row in rows)]
        if kept and kept[0] and head.cells[0].content.strip():
            yield self._heading(head._replace(cells=head.cells[:1]), _PART)
        cut = [row._replace(cells=tuple(row.cells[number] for number in kept)) for row in (head, *rows)]
        lines = Lines(head.line, rows[-1].line)
        if kept:
            yield Table(lines, cut[0], tuple(cut[1:]), self._table.quoted, -1)
