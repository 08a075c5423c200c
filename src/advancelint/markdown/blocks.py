"""The block pass: markdown-it's tokens become flat blocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markdown_it.token import Token

from advancelint.expressions import expression
from advancelint.markdown import pasted
from advancelint.markdown.inline import MAX_FILLED, MAX_NESTING, parser
from advancelint.markdown.leaf import Leaf
from advancelint.markdown.model import (
    TICKS,
    Block,
    Code,
    Document,
    Heading,
    Html,
    Lines,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Table,
)
from advancelint.markdown.places import cell_spans, heading_span
from advancelint.source import NOWHERE, Source, Span

_BOX = expression(rf"(?:\[([ {TICKS}])\](?=\s|$)|([☐⬜▢])|([☑☒✅✔]\ufe0f?))[ \t]*")
_COMMENT = expression(r"\s*<!--")
_ASIDE = expression(
    r" {0,3}<aside>[ \t]*\n(?P<text>[^<>\n]*\S[^<>\n]*(?:\n[^<>\n]*\S[^<>\n]*)*)(?:\n|\n *</aside>\s*)?\Z"
)


def parse(source: Source) -> Document:
    """Parse ``source`` into blocks; the front matter is no block. Never raises on any text."""
    front, body = front_matter(source)
    environment: dict[str, Any] = {}
    tokens = parser().parse(body, environment)
    builder = _Builder(source, environment.get("references", {}))
    for token in tokens:
        builder.take(token)
    # At its limit markdown-it leaves the rest of a block out without a word.
    cut = next((token.map[0] + 1 for token in tokens if token.map and token.level >= MAX_NESTING - 1), 0)
    why = "lists or quotes are nested too deeply from here on" if cut else ""
    if builder.torn and not 0 < cut < builder.torn:
        cut, why = builder.torn, "the table above lacks more cells than can be filled up, and ends here"
    return Document(source, front, tuple(builder.blocks), cut, why)


def front_matter(source: Source) -> tuple[Span, str]:
    """Return the span of the front matter's text and the source with the front matter's lines blanked."""
    text = source.text
    begin = 1 if text.startswith("\ufeff") else 0
    if text[begin : source.line_span(1).end].rstrip() != "---":
        return NOWHERE, text[begin:]
    for line in range(2, source.line_count + 1):
        span = source.line_span(line)
        if text[span.start : span.start + 3] in {"---", "..."} and text[span.start : span.end].rstrip() in {
            "---",
            "...",
        }:
            return Span(source.line_starts[1], span.start), "\n" * (line - 1) + text[span.end :]
    return NOWHERE, text[begin:]


class _Builder:
    """Walks the tokens once; a class only to carry what is open."""

    def __init__(self, source: Source, references: dict[str, Any]) -> None:
        self.blocks: list[Block] = []
        self._source = source
        self._references = references
        self._quoted = 0
        self._lists: list[bool] = []
        self._items: list[int] = []
        self._before = self._opened = ""  # the types of the last two tokens
        self._token: Token | None = None
        self._contents: list[str] = []
        self._rows: list[Row] = []
        self._row_line = 1
        self.torn = 0
        self._takers: dict[str, Callable[[Token], None]] = {
            "blockquote_open": self._open_quote,
            "blockquote_close": self._close_quote,
            "bullet_list_open": self._open_list,
            "ordered_list_open": self._open_list,
            "bullet_list_close": self._close_list,
            "ordered_list_close": self._close_list,
            "list_item_open": self._open_item,
            "list_item_close": self._close_item,
            "heading_open": self._remember,
            "paragraph_open": self._remember,
            "table_open": self._open_table,
            "tr_open": self._open_row,
            "tr_close": self._close_row,
            "table_close": self._close_table,
            "inline": self._take_inline,
            "fence": self._take_code,
            "code_block": self._take_code,
            "html_block": self._take_html,
        }

    def take(self, token: Token) -> None:
        """Take the next token of the document."""
        taker = self._takers.get(token.type)
        if taker:
            taker(token)
        self._before, self._opened = self._opened, token.type

    def _lines(self, token: Token) -> Lines:
        first, last = token.map or (0, 1)
        return Lines(first + 1, max(last, first + 1))

    def _leaf(self, content: str, lines: Lines, span: Span = NOWHERE) -> Leaf:
        return Leaf(self._source, content, lines.first, lines.last, span, self._references)

    def _item(self) -> int:
        return self._items[-1] if self._items else -1

    def _remember(self, token: Token) -> None:
        self._token = token

    def _open_quote(self, token: Token) -> None:
        self.blocks.append(Quote(self._lines(token), self._quoted))
        self._quoted += 1

    def _close_quote(self, _token: Token) -> None:
        self._quoted -= 1

    def _open_list(self, token: Token) -> None:
        self._lists.append(token.type == "ordered_list_open")

    def _close_list(self, _token: Token) -> None:
        self._lists.pop()

    def _open_item(self, token: Token) -> None:
        lines = self._lines(token)
        depth, ordered = len(self._lists) - 1, self._lists[-1]
        place = self._source.line_span(lines.first).end
        leaf = self._leaf("", lines, Span(place, place))
        self.blocks.append(ListItem(lines, depth, ordered, "none", leaf, self._quoted, self._item()))
        self._items.append(len(self.blocks) - 1)

    def _close_item(self, _token: Token) -> None:
        self._items.pop()

    def _open_table(self, token: Token) -> None:
        self._remember(token)
        self._rows = []

    def _open_row(self, token: Token) -> None:
        self._contents = []
        self._row_line = self._lines(token).first

    def _close_row(self, _token: Token) -> None:
        line = self._row_line
        spans = cell_spans(self._source, self._contents, line)
        leaves = (
            self._leaf(content, Lines(line, line), span) for content, span in zip(self._contents, spans, strict=True)
        )
        self._rows.append(Row(line, tuple(leaves)))

    def _close_table(self, _token: Token) -> None:
        lines = Lines(self._rows[0].line, max(self._rows[-1].line, self._rows[0].line + 1))
        self.blocks.append(Table(lines, self._rows[0], tuple(self._rows[1:]), self._quoted, self._item()))
        # Nothing but a row can follow a row and hold a pipe, unless markdown-it has had enough of empty cells.
        if len(self._rows) * len(self._rows[0].cells) > MAX_FILLED and lines.last < self._source.line_count:
            below = self._source.line_span(lines.last + 1)
            self.torn = self.torn or (lines.last + 1 if "|" in self._source.text[below.start : below.end] else 0)

    def _take_inline(self, token: Token) -> None:
        before, opened = self._before, self._opened
        if opened in {"th_open", "td_open"}:
            self._contents.append(token.content)
        elif opened == "heading_open":
            self._take_heading(token)
        elif before == "list_item_open":
            self._take_item_text(token)
        else:
            self._lay(self._parts(self._leaf(token.content, self._lines(token))))

    def _parts(self, leaf: Leaf) -> list[pasted.Part]:
        return [pasted.Part(leaf, ())] if self._quoted else pasted.parts(leaf)

    def _lay(self, parts: list[pasted.Part]) -> None:
        for text, rows in parts:
            lines = Lines(text.first, text.last)
            if rows:
                self.blocks.append(Table(lines, rows[0], rows[1:], self._quoted, self._item()))
            else:
                self.blocks.append(Paragraph(lines, text, self._quoted, self._item()))

    def _take_heading(self, token: Token) -> None:
        opened = self._token
        if opened is None:
            return
        lines = self._lines(opened)
        if opened.markup == "-" and "\n" in token.content and ": " in token.content:
            # No heading has two lines with labels: the dashes below them part what stands there from what follows.
            self._lay(self._parts(self._leaf(token.content, self._lines(token))))
            return
        underlined = opened.markup in {"-", "="}
        span = NOWHERE if underlined else heading_span(self._source, token.content, lines.first)
        leaf = self._leaf(token.content, self._lines(token), span)
        self.blocks.append(Heading(lines, int(opened.tag[1]), leaf, self._quoted))

    def _take_item_text(self, token: Token) -> None:
        index = self._items[-1]
        item = self.blocks[index]
        if not isinstance(item, ListItem):
            return
        box = _BOX.match(token.content)
        checked, content = "none", token.content
        if box:
            checked = "checked" if (box[1] or " ") in TICKS or box[3] else "unchecked"
            content = content[box.end() :]
        leaf = self._leaf(content, self._lines(token)) if content else item.leaf
        first, *others = self._parts(leaf)
        # Not `_replace`, which takes five times as long: a plan has hundreds of items.
        self.blocks[index] = ListItem(
            item.lines, item.depth, item.ordered, checked, first.text, item.quoted, item.parent
        )
        self._lay(others)

    def _take_code(self, token: Token) -> None:
        self.blocks.append(Code(self._lines(token), token.info.strip(), self._quoted))

    def _take_html(self, token: Token) -> None:
        aside = None if self._quoted else _ASIDE.match(token.content)
        if aside:  # what a notebook sets in a box is read like any other paragraph
            first = self._lines(token).first + 1
            lines = Lines(first, first + aside["text"].count("\n"))
            self._lay(self._parts(self._leaf(aside["text"], lines)))
            return
        self.blocks.append(Html(self._lines(token), bool(_COMMENT.match(token.content)), self._quoted))
