"""Text and places in it: the values that every layer shares.

Offsets are 0-based and count code points; an end is exclusive. Places (line, column) are 1-based and count code
points too, so an emoji is one column.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.records import NamedTuple

_LINE_BREAK = expression(r"\r\n?|\n")
_RETURN = expression(r"\r\n?")


class Span(NamedTuple):
    """A stretch of a text: ``start`` inclusive, ``end`` exclusive, in code points."""

    start: int
    end: int

    def __bool__(self) -> bool:
        """Say whether the span covers anything; the empty span means "nowhere"."""
        return self.end > self.start


NOWHERE = Span(0, 0)


class Place(NamedTuple):
    """A position as people count it: 1-based line and 1-based column in code points."""

    line: int
    column: int


class Source(NamedTuple):
    """A file's text with the offsets at which its lines begin.

    ``raw`` is the text as it stands in the file where line feeds took the place of its returns, else "".
    """

    path: str
    text: str
    line_starts: tuple[int, ...]
    raw: str = ""

    @classmethod
    def of(cls, path: str, text: str) -> Source:
        """Build the source of ``text``; lines end in LF, CRLF or CR, as CommonMark counts them."""
        return cls(path, text, (0, *(match.end() for match in _LINE_BREAK.finditer(text))))

    def with_line_feeds(self) -> Source:
        """Return the source with a line feed at the end of each line; places stay as they are, offsets do not."""
        # Which of two machines a plan was written on must not change what is said of it, and nobody who writes an
        # expression or looks back some characters thinks of returns.
        if "\r" not in self.text:
            return self
        return Source.of(self.path, _RETURN.sub("\n", self.text))._replace(raw=self.written)

    @property
    def written(self) -> str:
        """The text as it stands in the file, with its own line ends."""
        return self.raw or self.text

    def place(self, offset: int) -> Place:
        """Return the 1-based place of a 0-based offset."""
        line = bisect_right(self.line_starts, offset)
        return Place(line, offset - self.line_starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """Return the span of the 1-based ``line`` without its line break; raises IndexError past the last line."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    @property
    def line_count(self) -> int:
        """The number of lines, a last empty one included."""
        return len(self.line_starts)


class Passage(NamedTuple):
    """Reader's ``text`` with the source position of every character, in ``starts`` and ``ends``.

    ``text[i]`` was written at ``source.text[starts[i]:ends[i]]``: one character for plain text, several for an
    escape or an entity. Markup between characters belongs to none of them. Where one character follows the other the
    positions are ranges, since a plan holds on to each line that it read.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def plain(cls, text: str, offset: int = 0) -> Passage:
        """Wrap unmarked text that stands at ``offset`` in its source."""
        count = len(text)
        return cls(text, range(offset, offset + count), range(offset + 1, offset + count + 1))

    def source_span(self, span: Span) -> Span:
        """Map a span of ``text`` to the source; an empty span stays nowhere. Raises IndexError outside the text."""
        if not span:
            return NOWHERE
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def cut(self, span: Span) -> Passage:
        """Return the part of the passage that ``span`` covers, positions kept."""
        start, end = span
        return Passage(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def part(self, words: str) -> Passage:
        """Return the first part of the passage that says ``words``, all of it where none does."""
        at = self.text.find(words)
        return self.cut(Span(at, at + len(words))) if at >= 0 else self

    def strip(self) -> Passage:
        """Return the passage without white space at either end."""
        count = len(self.text)
        start = count - len(self.text.lstrip())
        end = max(start, len(self.text.rstrip()))
        return self if end - start == count else self.cut(Span(start, end))


NOTHING = Passage("", (), ())
