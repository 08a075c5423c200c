"""Fixes for suppressions: names or whole comments taken out so that nothing around them changes."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.diagnostic import Edit, Fix
from advancelint.expressions import expression
from advancelint.source import Source, Span
from advancelint.suppress.model import Name, Suppression

# Where one of these ends above or begins below, taking the line out joins no two paragraphs.
_ENDS = expression(r"\s*(?:#{1,6}\s|---\s*$|\.\.\.\s*$)")
_BEGINS = expression(r"\s*(?:#{1,6}\s|[-*+]\s)")


def removal(source: Source, item: Suppression, names: Sequence[Name]) -> tuple[Edit, ...]:
    """Return the edits that take ``names`` out of ``item``, or all of its comment where no other name is left."""
    left = [name for name in item.names if name not in names]
    if not left:
        return (_edit(source, _whole(source, item.span)),)
    return tuple(_edit(source, _with_separator(item.names, index, left)) for index in map(item.names.index, names))


def taken_out(safety: str, title: str, edits: Sequence[Edit]) -> Fix:
    """Return the fix made of ``edits``."""
    return Fix(safety, title, tuple(sorted(edits)))


def replaced(source: Source, name: Name, word: str) -> Edit:
    """Return the edit that writes ``word`` instead of ``name``."""
    return _edit(source, name.span)._replace(text=word)


def _edit(source: Source, span: Span) -> Edit:
    return Edit(span, source.place(span.start), source.place(span.end), "")


def _with_separator(names: Sequence[Name], index: int, left: Sequence[Name]) -> Span:
    """Return the span of a name with what parts it from the one before, or behind where none before it stays."""
    if any(name in left for name in names[:index]):
        return Span(names[index - 1].span.end, names[index].span.end)
    return Span(names[index].span.start, names[index + 1].span.start)


def _whole(source: Source, span: Span) -> Span:
    """Return what goes with a comment: its lines where it stands alone on them, else the blanks before it."""
    first, last = source.place(span.start).line, source.place(span.end).line
    begin, end = source.line_starts[first - 1], source.line_span(last).end
    if source.text[begin : span.start].strip() or source.text[span.end : end].strip():
        start = span.start
        while start > begin and source.text[start - 1] in " \t":
            start -= 1
        behind = source.text[span.end : end]
        return Span(start, span.end) if source.text[begin:start].strip() or not behind.strip() else span
    above, below = _line(source, first - 1), _line(source, last + 1)
    yaml = source.text[span.start] == "#"
    if above.strip() and below.strip() and not (yaml or _ENDS.match(above) or _BEGINS.match(below)):
        return Span(begin, end)  # an empty line stays, or what stands above would go on with what stands below
    return Span(begin, source.line_starts[last] if last < source.line_count else end)


def _line(source: Source, line: int) -> str:
    if not 1 <= line <= source.line_count:
        return ""
    span = source.line_span(line)
    return source.text[span.start : span.end]
