"""Finds the comments that speak to this tool, and takes them out of a text without moving anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.mapping import Mapping, MappingError, Scalar, Value, load
from advancelint.markdown import Comment, Document, comments, parse
from advancelint.source import Source, Span

# Prose that begins with the tool's name ("advancelint says …") is no order to it.
ADDRESS = expression(r"advancelint(?:[-:][ \t]*|[ \t\r\n]+(?=(?:disable|enable)\b))", re.IGNORECASE)
_OPENED = expression(r"<!--\s*")
_YAML = expression(r"(?:^|(?<=[ \t]))#+[ \t]*(?=advancelint)", re.IGNORECASE | re.MULTILINE)
_CALLED = expression("advancelint", re.IGNORECASE)
_LETTERS = expression(r"[^\r\n]")
_REST_IS_BLANK = expression(r"[ \t]*(?:[\r\n]|\Z)")


def addressed(source: Source) -> tuple[tuple[Comment, int], ...]:
    """Return the comments that speak to this tool, in order, each with the offset at which its words begin."""
    if not _CALLED.search(source.text):
        return ()  # nearly every file: the Markdown need not be parsed for it
    document = parse(source)
    found = list(_in_front_matter(document))
    for comment in comments(document):
        opened = _OPENED.match(source.text, comment.span.start)
        if opened and ADDRESS.match(source.text, opened.end()):
            found.append((comment, opened.end()))
    return tuple(found)


def quieted(source: Source) -> Source:
    """Return ``source`` with blanks in the place of every comment to this tool, so that none changes what is read.

    Offsets and lines stay as they are; lines that end in a return alone end in a line feed.
    """
    source = source.with_line_feeds()
    return without(source, addressed(source))


def without(source: Source, found: tuple[tuple[Comment, int], ...]) -> Source:
    """Return ``source`` with blanks in the place of the comments that `addressed` found; unclosed ones stay."""
    text, parts, done = source.text, [], 0
    for comment, _ in found:
        if comment.closed:
            start, end = comment.span
            blanks = _LETTERS.sub(" ", text[start:end])
            # Two blanks at the end of a line break it in Markdown, a tab among them does not.
            ends_line = text.startswith("<", start) and _REST_IS_BLANK.match(text, end)
            parts += [text[done:start], blanks[:-1] + "\t" if ends_line else blanks]
            done = end
    return source._replace(text="".join([*parts, text[done:]])) if parts else source


def _in_front_matter(document: Document) -> Iterator[tuple[Comment, int]]:
    source, front = document.source, document.front
    text = source.text[front.start : front.end]
    called = [match for match in _YAML.finditer(text) if ADDRESS.match(text, match.end())]
    if not called:
        return
    values = tuple(_scalars(text))
    for match in called:
        # A quoted value may hold anything, also what looks like a comment.
        if not any(span.start < match.start() < span.end for span in values):
            start = front.start + match.start()
            end = source.line_span(source.place(start).line).end
            yield Comment(Span(start, end), closed=True), front.start + match.end()


def _scalars(text: str) -> Iterator[Span]:
    try:
        waiting: list[Value] = [load(text)]
    except MappingError:
        return  # it is no YAML, so nothing in it is a value for sure
    while waiting:
        value = waiting.pop()
        if isinstance(value, Scalar):
            yield value.span
        elif isinstance(value, Mapping):
            waiting += [one for _, one in value.entries]
        else:
            waiting += value.items
