"""HTML comments of a document, with their places. Code and block quotes hold none: there they are only shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.markdown.leaf import Leaf
from advancelint.markdown.model import Document, Heading, Html, ListItem, Paragraph, Table
from advancelint.records import NamedTuple
from advancelint.source import Source, Span

OPENS, CLOSES = "<!--", "-->"
# What stands in these elements is no markup, so it is no comment either.
_RAW = expression(r"[^<]*<(?:pre|script|style|textarea)\b", re.IGNORECASE)


class Comment(NamedTuple):
    """A comment with its marks. One without an end is not ``closed`` and reaches to the end of its line or cell."""

    span: Span
    closed: bool


def comments(document: Document) -> tuple[Comment, ...]:
    """Return the comments of ``document`` in order; those in its front matter are none of Markdown's."""
    found: list[Comment] = []
    for block in document.blocks:
        if block.quoted:
            continue
        if isinstance(block, Html):
            found += _in_html(document.source, block)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                for cell in row.cells:
                    found += _in_leaf(cell)
        elif isinstance(block, (Heading, Paragraph, ListItem)):
            found += _in_leaf(block.leaf)
    return tuple(sorted(found))


def _in_leaf(leaf: Leaf) -> Iterator[Comment]:
    content = leaf.content
    at = content.find(OPENS)
    if at < 0:
        return
    shown = leaf.literal()
    while at >= 0:
        stop = content.find(CLOSES, at)
        end = len(content) if stop < 0 else stop + len(CLOSES)
        if any(stretch.start <= at < stretch.end for stretch in shown):
            end = at + 1
        else:
            yield Comment(leaf.source_span(Span(at, end)), stop >= 0)
        at = content.find(OPENS, end)


def _in_html(source: Source, block: Html) -> Iterator[Comment]:
    begin = source.line_starts[block.lines.first - 1]
    text = source.text[begin : source.line_span(min(block.lines.last, source.line_count)).end]
    if _RAW.match(text):
        return
    at = text.find(OPENS)
    while at >= 0:
        stop = text.find(CLOSES, at)
        if stop < 0:
            yield Comment(Span(begin + at, source.line_span(source.place(begin + at).line).end), closed=False)
            return
        yield Comment(Span(begin + at, begin + stop + len(CLOSES)), closed=True)
        at = text.find(OPENS, stop)
