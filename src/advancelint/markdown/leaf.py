"""A stretch of Markdown that holds text: parsed only when somebody asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from advancelint.markdown.places import Places, line_places, span_places
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Passage, Source, Span


class RichText(NamedTuple):
    """The text a reader sees, with what its markup says.

    ``bold`` are spans of ``passage.text``. ``struck`` is what strikethrough has withdrawn: no part of the passage.
    """

    passage: Passage
    bold: tuple[Span, ...]
    struck: Passage

    def cut(self, place: Span) -> RichText:
        """Return the part of the text at ``place``, with what is bold in it; what is struck stays that of all of it."""
        inside = (one for one in self.bold if place.start <= one.start and one.end <= place.end)
        bold = tuple(Span(one.start - place.start, one.end - place.start) for one in inside)
        return RichText(self.passage.cut(place), bold, self.struck)


EMPTY_TEXT = RichText(Passage("", (), ()), (), Passage("", (), ()))
_LONGEST_KEPT = 500  # characters of a content whose text is kept


class Leaf(NamedTuple):
    """Markdown ``content`` and where it stands: at ``span`` in a cell or a heading, else in whole lines (1-based)."""

    source: Source
    content: str
    first: int
    last: int
    span: Span
    references: Mapping[str, Any]

    def __hash__(self) -> int:
        """Hash by the text, which knows its hash, and the place: link definitions have none."""
        return hash((self.source.text, self.content, self.first, self.span))

    def text(self) -> RichText:
        """Parse the content into text with the source place of every character."""
        if not self.content:
            return EMPTY_TEXT
        return _kept(self) if len(self.content) <= _LONGEST_KEPT else self._read()

    def _read(self) -> RichText:
        from advancelint.markdown import inline  # whoever explains a rule reads no Markdown

        starts, ends = self._places()
        if inline.is_bare(self.content):
            return RichText(Passage(self.content, starts, ends), (), EMPTY_TEXT.passage)
        shown = inline.Scribe(starts, ends)
        plain = inline.write_plain(self.content, shown)
        if plain is not None:
            return RichText(shown.passage(), plain, EMPTY_TEXT.passage)
        struck = inline.Scribe(starts, ends)
        bold = inline.write(inline.pieces(self.content, self.references), shown, struck)
        return RichText(shown.passage(), bold, struck.passage())

    @property
    def place(self) -> Span:
        """The span of the written content; empty, but at its place, for an empty cell."""
        if self.span != NOWHERE or not self.content:
            return self.span
        starts, ends = self._places()
        return Span(starts[0], ends[-1])

    def literal(self) -> tuple[Span, ...]:
        """Return the stretches of the content that stand for themselves: inline code, escapes, entities."""
        from advancelint.markdown import inline

        return inline.literal(inline.pieces(self.content, self.references))

    def source_span(self, span: Span) -> Span:
        """Map a span of the content, which must not be empty, to the source."""
        starts, ends = self._places()
        return Span(starts[span.start], ends[span.end - 1])

    def _places(self) -> Places:
        if self.span != NOWHERE:
            return span_places(self.source.text, self.content, self.span)
        return line_places(self.source, self.content, self.first, self.last)


@lru_cache(maxsize=128)  # several parts of a plan ask for the text of one block
def _kept(leaf: Leaf) -> RichText:
    return leaf._read()
