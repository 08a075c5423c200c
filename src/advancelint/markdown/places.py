"""Where the characters of a block's content stand in the source.

markdown-it gives the content of a block as a string and says which lines it came from. A content line is what is left
of its source line after the marks of lists and quotes, so it is the end of that line, but for trimmed blanks.
"""

from __future__ import annotations

import re

from advancelint.source import Source, Span

_BLANKS = " \t"
_MARKS = re.compile(r"\ufeff?[ \t>]*+(?:(?:[-+*]|[0-9]{1,9}[.)])[ \t]++[ \t>]*+)*+")
# White space to Python, but not to the library, which trims as JavaScript does.
_KEPT = "\x1c\x1d\x1e\x1f\x85"
_PIPE = re.compile(r"(?<!\\)\|")
Places = tuple[list[int], list[int]]


def line_places(source: Source, content: str, first: int, last: int) -> Places:
    """Return the start and end offset of each character of ``content``, of source lines first to last (1-based).

    A newline of the content is the line break; a blank that a partly used tab stands for has an empty place.
    """
    pieces = content.split("\n")
    line = first + _dropped_lines(source, pieces[0], last - first + 1 - len(pieces), first)
    starts: list[int] = []
    ends: list[int] = []
    for number, piece in enumerate(pieces):
        if number:
            starts.append(source.line_span(line - 1).end)
            ends.append(source.line_starts[line - 1])
        _append_line(source.text, piece, source.line_span(line), starts, ends)
        line += 1
    return starts, ends


def _dropped_lines(source: Source, piece: str, extra: int, first: int) -> int:
    """Count leading lines of nothing but exotic blanks (a no-break space), which markdown-it trims from a paragraph."""
    for dropped in range(extra):
        span = source.line_span(first + dropped)
        if source.text[span.start : span.end].replace("\0", "\ufffd").rstrip().endswith(piece.strip()):
            return dropped
    return max(extra, 0)


def _append_line(text: str, piece: str, span: Span, starts: list[int], ends: list[int]) -> None:
    body = piece.lstrip(_BLANKS)
    # Behind the content only blanks can follow, so the rightmost occurrence is the one.
    offset = text[span.start : span.end].replace("\0", "\ufffd").rfind(body)
    offset = span.end if offset < 0 else span.start + offset
    indent = len(piece) - len(body)
    for number in range(indent):
        place = offset - indent + number
        real = place >= span.start and text[place] == piece[number]
        starts.append(place if real else offset)
        ends.append(place + 1 if real else offset)
    starts.extend(range(offset, offset + len(body)))
    ends.extend(range(offset + 1, offset + len(body) + 1))


def span_places(text: str, content: str, span: Span) -> Places:
    r"""Return the start and end offset of each character of a heading's or a cell's ``content`` written at ``span``.

    In a cell ``\|`` is one character of content.
    """
    starts: list[int] = []
    ends: list[int] = []
    place = span.start
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
    marks = _MARKS.match(body)
    begin = marks.end() if marks else 0
    while begin < len(body) and body[begin].isspace() and body[begin] not in _KEPT:
        begin += 1
    # A pipe that opens the row closes no cell.
    if edges and edges[0] <= begin:
        begin = edges.pop(0) + 1
    spans: list[Span] = []
    for content in contents:
        if begin > len(body):
            spans.append(Span(whole.end, whole.end))
            continue
        end = edges.pop(0) if edges else len(body)
        spans.append(_trimmed(body, begin, end, whole.start, content=content))
        begin = end + 1
    return spans


def _trimmed(body: str, begin: int, end: int, shift: int, *, content: str) -> Span:
    if not content:
        middle = min(begin + 1, end)
        return Span(shift + middle, shift + middle)
    # markdown-it trims fewer kinds of blanks than `str.strip`, so the content's own first character is looked for.
    while begin < end and body[begin] != content[0] and not (body[begin] == "\\" and content[0] == "|"):
        begin += 1
    width = len(content) + sum(1 for index in range(begin, end - 1) if body.startswith("\\|", index))
    return Span(shift + begin, shift + min(begin + width, end))
