"""The blocks of a document, flat and in document order. Lines are 1-based and inclusive at both ends."""

from __future__ import annotations

from typing import TypeAlias

from advancelint.markdown.leaf import Leaf
from advancelint.records import NamedTuple
from advancelint.source import Source, Span


class Lines(NamedTuple):
    """The source lines of a block: 1-based, both inclusive."""

    first: int
    last: int


TICKS = "xXvV✓✔"  # what people write into a box that is ticked: "[x]", "[v]"


class Heading(NamedTuple):
    """A heading of ``level`` 1 to 6; ``quoted`` counts the block quotes around it."""

    lines: Lines
    level: int
    leaf: Leaf
    quoted: int


class Paragraph(NamedTuple):
    """A paragraph; ``item`` is the index in `Document.blocks` of the list item it continues, or -1."""

    lines: Lines
    leaf: Leaf
    quoted: int
    item: int


class ListItem(NamedTuple):
    """A list item with the text of its first paragraph; its other blocks follow it in the document.

    ``depth`` is 0 for a list that stands in no list, ``checked`` is "checked", "unchecked" or "none", and ``parent`` is
    the index in `Document.blocks` of the item around it, or -1.
    """

    lines: Lines
    depth: int
    ordered: bool
    checked: str
    leaf: Leaf
    quoted: int
    parent: int


class Row(NamedTuple):
    """The cells of one table row; there are as many as the header has."""

    line: int
    cells: tuple[Leaf, ...]


class Table(NamedTuple):
    """A table: the header row and the rows below its rule."""

    lines: Lines
    header: Row
    rows: tuple[Row, ...]
    quoted: int
    item: int


class Quote(NamedTuple):
    """A block quote; its blocks follow it with a higher ``quoted``."""

    lines: Lines
    quoted: int


class Code(NamedTuple):
    """A fenced or indented code block; ``info`` is what stands behind the fence."""

    lines: Lines
    info: str
    quoted: int


class Html(NamedTuple):
    """An HTML block; ``comment`` says that it is one comment."""

    lines: Lines
    comment: bool
    quoted: int


Block: TypeAlias = Heading | Paragraph | ListItem | Table | Quote | Code | Html


class Document(NamedTuple):
    """A parsed source.

    ``front`` is the span of the text between the front matter's fences, empty without any. ``cut`` is the 1-based line
    from which something is not read, since ``cut_why``; 0 where all was read.
    """

    source: Source
    front: Span
    blocks: tuple[Block, ...]
    cut: int = 0
    cut_why: str = ""

    @property
    def begin(self) -> int:
        """The offset of the first line behind the front matter, 0 where there is none."""
        if not self.front:
            return 0
        end = self.source.text.find("\n", self.front.end)
        return end + 1 if end >= 0 else len(self.source.text)
