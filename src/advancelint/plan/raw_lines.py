"""The lines of a plan as they stand in its source, and the signs that words and days in them are weighed by."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.expressions import expression

_INK = expression(r".")
_TOKEN = expression(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]|\s{3,}")
_ITEM = expression(r"(?:[-*+]|\d+[.)])\s")
_AROUND, _BEHIND = 60, 40  # characters whose words are looked at
_BEFORE_WORDS, _BEHIND_WORDS = 4, 3
_MARKS = {"#": "heading", "|": "row", ">": "quote"}
LINES, LENGTHS = (3, 6, 10, 16, 26, 41), (20, 40, 80, 160)  # from these on there are more of them


def shown(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text, each behind where it begins, with blanks in the place of comments."""
    start = 0
    for line in without_comments(text).split("\n"):
        yield start, line
        start += len(line) + 1


def without_comments(text: str) -> str:
    """Return a text with blanks in the place of its comments; places stay."""
    parts: list[str] = []
    start = 0
    while (begin := text.find("<!--", start)) >= 0 and (end := text.find("-->", begin)) >= 0:
        parts += (text[start:begin], _INK.sub(" ", text[begin : end + 3]))
        start = end + 3
    return "".join([*parts, text[start:]])


def shape(line: str) -> str:
    """Return what a line is by the marks that it begins with: "heading", "row", "quote", "item", "code" or "text"."""
    if line.startswith("    "):
        return "code"
    begun = line.lstrip()
    return _MARKS.get(begun[:1]) or ("item" if _ITEM.match(begun) else "text")


def size(count: int, steps: tuple[int, ...]) -> int:
    """Return how many of ``steps``, which rise, a count reaches."""
    return sum(count >= step for step in steps)


def words(text: str) -> Iterator[str]:
    """Yield the words and marks of a text as signs know them: numbers alike, without case, wide gaps alike."""
    for token in _TOKEN.findall(text):
        if token.isspace():
            yield "gap"
        else:
            yield "#" if token[0].isdigit() else token.casefold().replace("’", "'")


def around(line: str, start: int, end: int) -> Iterator[str]:
    """Yield the signs of the words before and behind a part of a line."""
    before = list(words(line[max(0, start - _AROUND) : start]))[-_BEFORE_WORDS:]
    if start < _AROUND:
        before.insert(0, "^")
    behind = [*list(words(line[end : end + _BEHIND]))[:_BEHIND_WORDS], "$"]
    yield from (f"led {' '.join(before[-count:])}" for count in (1, 2, 3) if len(before) >= count)
    yield from (f"left {' '.join(behind[:count])}" for count in (1, 2))
    yield from (f"before {word}" for word in before[-_BEFORE_WORDS:])
    yield from (f"behind {word}" for word in behind)
