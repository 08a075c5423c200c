"""Reads the plainest YAML, as most front matter is, without a library for all of it.

Each line is a key with one plain scalar, with a list of them in brackets, or with nothing. Whatever could mean more to
YAML (quotation marks, a second colon, a comment, an indented line) is left to its own reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.mapping.model import Mapping, Scalar, Sequence, Value
from advancelint.source import Span

NOT_PLAIN = Mapping((), Span(-1, -1))
_LONGEST = 10_000
# Where one begins with a letter or a digit, none of these has a meaning of its own; a comma has one in brackets.
_INSIDE = r"\w\- .;/()&+%€$£'’“”–—"
_ITEM = rf"[^\W_][{_INSIDE}]*+(?<! )"
_LINE = expression(
    rf"(?P<key>[^\W_][\w -]{{0,60}}+(?<! )):"
    rf"(?: +(?:(?P<one>[^\W_][{_INSIDE},]*+(?<! ))|(?P<many>\[{_ITEM}(?:, *{_ITEM})*+\])))?(?:\n|\Z)"
)
_EACH = expression(_ITEM)


def read(text: str, offset: int) -> Mapping:
    """Return the entries of ``text`` with the spans that YAML gives them, shifted by ``offset``; else NOT_PLAIN."""
    entries: dict[str, tuple[Scalar, Value]] = {}
    at = 0
    while at < len(text) <= _LONGEST:
        line = _LINE.match(text, at)
        if line is None or line["key"] in entries:
            return NOT_PLAIN
        entries[line["key"]] = (_scalar(line, "key", offset, plain=False), _value(line, offset))
        at = line.end()
    return Mapping(tuple(entries.values()), Span(offset, offset + len(text))) if entries else NOT_PLAIN


def _value(line: re.Match[str], offset: int) -> Value:
    if line["many"] is None:
        end = offset + line.end("key") + 1
        return Scalar("", Span(end, end), plain=True) if line["one"] is None else _scalar(line, "one", offset)
    return Sequence(tuple(_items(line, offset)), _span(line, "many", offset))


def _items(line: re.Match[str], offset: int) -> Iterator[Scalar]:
    for item in _EACH.finditer(line.string, *line.span("many")):
        yield _scalar(item, 0, offset)


def _scalar(match: re.Match[str], group: str | int, offset: int, *, plain: bool = True) -> Scalar:
    return Scalar(match[group], _span(match, group, offset), plain)


def _span(match: re.Match[str], group: str | int, offset: int) -> Span:
    return Span(offset + match.start(group), offset + match.end(group))
