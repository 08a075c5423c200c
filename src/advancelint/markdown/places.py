"""Where the characters of a block's content stand in the source.

markdown-it gives the content of a block as a string and says which lines it came from. A content line is what is left
of its source line after the marks of lists and quotes, so it is the end of that line, but for trimmed blanks.
"""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.source import Source, Span

_BLANKS = " \t"
_MARKS = expression(r"\ufeff?[ \t>]*+(?:(?:[-+*]|[0-9]{1,9}[.)])[ \t]++[ \t>]*+)*+")
_PIPE = expression(r"(?<!\\)\|")
Places = tuple[Sequence[int], Sequence[int]]


def line_places(source: Source, content: str, first: int, last: int) -> Places:
    """Return the start and end offset of each character of ``content``, of source lines first to last (1-based).

    A newline of the content is the line break; a blank that a partly used tab stands for has an empty place.
    """
    pieces = content.split("\n")
    line = first + _dropped_lines(source, pieces[0], last - first + 1 - len(pieces), first)
    if len(pieces) == 1:
        return _line_places(source.text, content, source.line_span(line))
    starts: list[int] = []
    ends: list[int] = []
    for number, piece in enumerate(pieces):
        if number:
            starts.append(source.line_span(line - 1).end)
            ends.append(source.line_starts[line - 1])
        begun, ended = _line_places(source.text, piece, source.line_span(line))
        starts += begun
        ends += ended
        line += 1
    return starts, ends


def _dropped_lines(source: Source, piece: str, extra: int, first: int) -> int:
    """Count leading lines of nothing but exotic blanks (a no-break space), which markdown-it trims from a paragraph."""
    for dropped in range(extra):
        span = source.line_span(first + dropped)
        if source.text[span.start : span.end].replace("\0", "\ufffd").rstrip().endswith(piece.strip()):
            return dropped
    return max(extra, 0)


def _line_places(text: str, piece: str, span: Span) -> Places:
    body = piece.lstrip(_BLANKS)
    # Behind the content only blanks can follow, so the rightmost occurrence is the one.
    offset = text[span.start : span.end].replace("\0", "\ufffd").rfind(body)
    offset = span.end if offset < 0 else span.start + offset
    written = _in_a_row(offset, len(body))
    indent = len(piece) - len(body)
    if not indent:
        return written
    blanks = range(offset - indent, offset)
    real = [place >= span.start and text[place] == char for place, char in zip(blanks, piece, strict=False)]
    starts = (place if is_one else offset for place, is_one in zip(blanks, real, strict=True))
    ends = (place + 1 if is_one else offset for place, is_one in zip(blanks, real, strict=True))
    return (*starts, *written[0]), (*ends, *written[1])


def _in_a_row(start: int, count: int) -> Places:
    return range(start, start + count), range(start + 1, start + count + 1)


def span_places(text: str, content: str, span: Span) -> Places:
    r"""Return the start and end offset of each character of a heading's or a cell's ``content`` written at ``span``.

    In a cell ``\|`` is one character of content.
    """
    place = span.start
    if "|" not in content:
        return _in_a_row(place, len(content))
    starts: list[int] = []
    ends: list[int] = []
    for char in content:
        width = 2 if char == "|" and text.startswith("\\|", place) else 1
        starts.append(place)
        ends.append(place + width)
        place += width
    return starts, ends


def heading_span(source: Source, content: str, line: int) -> Span:
    """Return the span of an ATX heading's content on its 1-based line."""
    whole = source.line_span(line)
    body = source.text[whole.start : whole.end].replace("\0", "\ufffd")
    marks = _MARKS.match(body)
    start = marks.end() if marks else 0
    while start < len(body) and body[start] == "#":
        start += 1
    found = max(body.find(content, start), 0) if content else start
    return Span(whole.start + found, whole.start + found + len(content))


def cell_spans(source: Source, contents: list[str], line: int) -> list[Span]:
    """Return the span of each cell on the 1-based line, found as markdown-it splits the row.

    The cells that markdown-it adds to a short row get an empty span at the end of the line.
    """
    whole = source.line_span(line)
    body = source.text[whole.start : whole.end].replace("\0", "\ufffd")
    edges = [match.start() for match in _PIPE.finditer(body)]
    bounds = list(zip([0, *(edge + 1 for edge in edges)], [*edges, len(body)], strict=True))
    if _opens_with_pipe(body, bounds, contents):
        del bounds[0]
    spans: list[Span] = []
    for number, content in enumerate(contents):
        begin, end = bounds[number] if number < len(bounds) else (len(body), len(body))
        spans.append(_cell_span(body, begin, end, content, whole.start))
    return spans


def _opens_with_pipe(body: str, bounds: list[tuple[int, int]], contents: list[str]) -> bool:
    """Say whether a pipe stands before the first cell, so that what is left of it is only marks of lists and quotes.

    A first cell may look like such a mark itself ("* | a"); then the other cells tell.
    """
    marks = _MARKS.match(body, 0, bounds[0][1])
    blank = body[marks.end() if marks else 0 : bounds[0][1]].strip()
    if blank:
        # "*", "1." with nothing but a blank behind it is a mark; anything else is a cell.
        return False
    inner = [_unescaped(body[begin:end]) for begin, end in bounds[1 : len(contents) + 1]]
    inner += [""] * (len(contents) - len(inner))
    return all(cell.strip() == content.strip() for cell, content in zip(inner, contents, strict=True))


def _unescaped(text: str) -> str:
    return text.replace("\\|", "|")


def _cell_span(body: str, begin: int, end: int, content: str, shift: int) -> Span:
    """Return where ``content`` stands in body[begin:end], as the last thing there but for blanks."""
    if not content:
        middle = min(begin + 1, end)
        return Span(shift + middle, shift + middle)
    stop = end
    while stop > begin and body[stop - 1] != content[-1]:
        stop -= 1
    start = max(begin, stop - len(content) - content.count("|"))
    return Span(shift + start, shift + stop)
