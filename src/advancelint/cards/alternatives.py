"""The alternatives of a regular expression: those at its top and those of its groups."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.records import NamedTuple


class Alternative(NamedTuple):
    """One alternative: its words, its 0-based offset in the expression, and the expression without it."""

    words: str
    start: int
    without: str


class _Group(NamedTuple):
    """An open group, or the whole: where its first alternative begins, and the bars that were met in it."""

    start: int
    bars: list[int]


def alternatives(pattern: str) -> Iterator[Alternative]:
    """Yield the alternatives of the whole ``pattern`` and of each group that has several, in their order."""
    found = [one for group, end in _groups(pattern) if group.bars for one in _of_group(pattern, group, end)]
    yield from sorted(found, key=lambda one: one.start)


def _of_group(pattern: str, group: _Group, end: int) -> Iterator[Alternative]:
    starts = [group.start, *(bar + 1 for bar in group.bars)]
    ends = [*group.bars, end]
    for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
        # The bar goes with it: the one in front of it, or behind the first.
        cut = (first, last + 1) if number == 0 else (first - 1, last)
        yield Alternative(pattern[first:last], first, pattern[: cut[0]] + pattern[cut[1] :])


def _groups(pattern: str) -> Iterator[tuple[_Group, int]]:
    """Yield each group with the index at which it ends, the whole last; flags at the very front stay in front."""
    open_groups = [_Group(_behind_flags(pattern), [])]
    index = open_groups[0].start
    while index < len(pattern):
        character = pattern[index]
        if character == "\\":
            index += 1
        elif character == "[":
            index = _class_end(pattern, index)
        elif character == "(":
            open_groups.append(_Group(_inside(pattern, index), []))
        elif character == ")" and len(open_groups) > 1:
            yield open_groups.pop(), index
        elif character == "|":
            open_groups[-1].bars.append(index)
        index += 1
    yield open_groups[0], len(pattern)


def _behind_flags(pattern: str) -> int:
    end = pattern.find(")")
    return end + 1 if pattern.startswith("(?") and pattern[2:end].isalpha() else 0


def _inside(pattern: str, index: int) -> int:
    """Return where the first alternative of the group that opens at ``index`` begins."""
    if pattern[index + 1 : index + 2] != "?":
        return index + 1
    if pattern.startswith(("(?<=", "(?<!"), index):
        return index + 4
    if pattern.startswith(("(?P<", "(?<"), index):
        return pattern.find(">", index) + 1
    colon = pattern.find(":", index)
    return index + 3 if pattern[index + 2 : index + 3] in "=!>" else colon + 1


def _class_end(pattern: str, start: int) -> int:
    index = start + 1
    index += pattern[index : index + 1] == "^"
    index += pattern[index : index + 1] == "]"
    while index < len(pattern) and pattern[index] != "]":
        index += 2 if pattern[index] == "\\" else 1
    return index
