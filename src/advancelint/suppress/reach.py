"""How far each suppression reaches. Lines are 1-based."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.source import Source
from advancelint.suppress.model import Lines, Name, Suppression

_RULED = expression(r"[\s>|:-]*")


def reaches(items: Sequence[Suppression], quiet: Source) -> tuple[list[Suppression], list[tuple[int, Name]]]:
    """Return ``items`` with what they reach, and the names without a partner: never enabled again, or never disabled.

    ``quiet`` is the file without the comments. What is malformed or has expired reaches nothing, but still pairs.
    """
    made = list(items)
    pairs, unmatched = _pairs(items)
    below = _lines_below(quiet) if any(item.kind == "next-line" for item in items) else []
    for index, item in enumerate(items):
        codes = tuple(dict.fromkeys(name.code for name in item.names if name.code))
        here = quiet.place(item.span.start).line
        if item.kind == "block":
            ends = {code: (pairs[index, code], quiet.line_count) for code in codes}
            closers = tuple(sorted({closer for closer, _ in ends.values() if closer >= 0}))
            made[index] = item._replace(closers=closers)
            lines = [
                Lines(here, quiet.place(items[closer].span.start).line if closer >= 0 else last)
                for closer, last in ends.values()
            ]
        elif item.kind == "file":
            lines = [Lines(1, quiet.line_count)] * len(codes)
        elif item.kind == "line":
            lines = [Lines(here, quiet.place(item.span.end).line)] * len(codes)
        elif item.kind == "next-line":
            lines = [_next(quiet, quiet.place(item.span.end).line, below)] * len(codes)
        else:
            continue  # it ends a block, or is nothing
        if item.works:
            made[index] = made[index]._replace(reach=tuple(zip(codes, lines, strict=True)))
    return made, unmatched


def _pairs(items: Sequence[Suppression]) -> tuple[dict[tuple[int, str], int], list[tuple[int, Name]]]:
    """Return the closer of each (block, code), -1 for none, and the names that have no partner."""
    open_now: dict[str, list[tuple[int, Name]]] = {}
    pairs: dict[tuple[int, str], int] = {}
    unmatched: list[tuple[int, Name]] = []
    for index, item in enumerate(items):
        named = {name.code: name for name in item.names if name.code}
        for code, name in named.items():
            if item.kind == "block":
                open_now.setdefault(code, []).append((index, name))
                pairs[index, code] = -1
            elif item.kind == "enable" and code in open_now:
                pairs.update({(opened, code): index for opened, _ in open_now.pop(code)})
            elif item.kind == "enable" and not item.fault:
                unmatched.append((index, name))
    left = [one for opened in open_now.values() for one in opened if items[one[0]].works]
    return pairs, sorted([*unmatched, *left])


def _next(quiet: Source, line: int, below: Sequence[int]) -> Lines:
    """Return the next line behind ``line`` that holds text, with what makes one statement with it.

    The header of a table takes the first row along, a label alone on its line the line with its value.
    """
    first = below[line]
    if not first:
        return Lines(0, 0)
    second = below[first]
    words = _words(quiet, first)
    between = _words(quiet, first + 1) if first < quiet.line_count else ""
    heads_table = "-" in between and "|" in words + between and _RULED.fullmatch(between)
    labels = words.rstrip("*_ ").endswith(":") and second == first + 1
    return Lines(first, second) if second and (heads_table or labels) else Lines(first, first)


def _lines_below(quiet: Source) -> list[int]:
    """Return for each line, and 0, the next line below it that holds a letter or a digit, 0 for none.

    Rules, fences and blank lines hold no text.
    """
    below = [0] * (quiet.line_count + 1)
    for number in range(quiet.line_count, 0, -1):
        words = _words(quiet, number)
        told = any(char.isalnum() for char in words) and not words.lstrip().startswith("<!--")
        below[number - 1] = number if told else below[number]
    return below


def _words(quiet: Source, line: int) -> str:
    span = quiet.line_span(line)
    return quiet.text[span.start : span.end]
