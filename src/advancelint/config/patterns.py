"""Patterns as in .gitignore: which of a list decides about a path, and how one reads from a folder further down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase, translate
from functools import cache
from typing import TYPE_CHECKING

from advancelint.expressions import expression
from advancelint.records import NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_ANY_DEPTH = "**"
# What pathspec makes of “?”, “*” and “/**”.
_ONE, _STAR, _DEEP = "[^/]", "[^/]*", "(?:/.+)?"
_WILD = expression(f"{re.escape(_STAR)}|{re.escape(_DEEP)}")


class Verdict(NamedTuple):
    """What a list of patterns says of a path: ``matched`` by pattern ``number`` (0-based), if ``decided``."""

    decided: bool
    matched: bool
    number: int


UNDECIDED = Verdict(decided=False, matched=False, number=-1)


class Patterns:
    """A list of patterns, the last that fits decides. A line that is no pattern matches nothing."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Take the patterns in order."""
        self._lines = tuple(lines)
        self._spec: GitIgnoreSpec | None = None
        # pathspec takes 30 ms to import, so it is asked only about a path of which a part could be meant.
        hopes = "|".join(dict.fromkeys(_hope(line.removeprefix("!")) for line in lines))
        self._could_match = re.compile(hopes or r"(?!)").match

    def verdict(self, name: str) -> Verdict:
        """Say what the patterns make of ``name``: a path from their folder, with slashes, one at the end of a folder's.

        A path lies within what a pattern matches if one of its folders does.
        """
        if not any(self._could_match(part) for part in name.split("/")):
            return UNDECIDED
        if self._spec is None:
            self._spec = _compiled(self._lines)
        found = self._spec.check_file(name)
        if found.include is None:
            return UNDECIDED
        return Verdict(decided=True, matched=found.include, number=-1 if found.index is None else found.index)

    def match(self, name: str) -> bool:
        """Say whether ``name`` is matched in the end."""
        return self.verdict(name).matched


@cache
def patterns(lines: tuple[str, ...]) -> Patterns:
    """Return the patterns ``lines``, made once a run."""
    return Patterns(lines)


def rebased(pattern: str, folders: Sequence[str]) -> tuple[str, ...]:
    """Return the patterns that mean, from the folder ``folders`` further down, what ``pattern`` means here.

    They are several where “**” can swallow some of the folders or none, and none where it cannot match down there.
    """
    if not folders:
        return (pattern,)
    body = pattern.removeprefix("!")
    sign, end = pattern[: len(pattern) - len(body)], "/" if body.endswith("/") else ""
    parts = tuple(body.strip("/").split("/"))
    if "/" not in body.rstrip("/"):
        parts = (_ANY_DEPTH, *parts)
    rests = {parts: None}
    for folder in folders:
        rests = {rest: None for parts in rests for rest in _below(parts, folder)}
    return tuple(f"{sign}/{'/'.join(rest)}{end}" if rest else f"{sign}/{_ANY_DEPTH}" for rest in rests)


def _below(parts: tuple[str, ...], folder: str) -> Iterator[tuple[str, ...]]:
    """Yield what is left of the pattern ``parts`` inside ``folder``; () matches all that lies there."""
    if not parts:
        yield ()
    elif parts[0] == _ANY_DEPTH:
        yield parts
        yield from _below(parts[1:], folder) if parts[1:] else [()]
    elif fnmatchcase(folder, parts[0]):
        yield parts[1:]


def rebased_all(lines: Iterable[str], folders: Sequence[str]) -> tuple[str, ...]:
    """Return all of ``lines``, rebased in order."""
    return tuple(new for line in lines for new in rebased(line, folders))


def _hope(line: str) -> str:
    """Return an expression for the names that some folder or file must have for ``line`` to match."""
    parts = [part for part in line.rstrip().split("/") if part and part != _ANY_DEPTH]
    last = parts[-1] if parts else "*"
    # Brackets and backslashes mean other things to `fnmatch`: there any name may be meant.
    return translate("*" if "[" in last or "\\" in last else last)


def _compiled(lines: Sequence[str]) -> GitIgnoreSpec:
    """Return the compiled patterns; a line that pathspec refuses becomes a comment: the others keep their numbers."""
    from pathspec import GitIgnoreSpec

    try:
        spec = GitIgnoreSpec.from_lines(lines)
    except ValueError:
        spec = GitIgnoreSpec.from_lines([line if _is_sound(line) else "#" for line in lines])
    for one in spec.patterns:
        expression = getattr(one, "regex", None)
        if expression is not None and len(_WILD.findall(expression.pattern)) > 1:
            one.regex = re.compile(_hurried(expression.pattern))
    return spec


def _hurried(expression: str) -> str:
    """Return an expression that matches what pathspec's ``expression`` of a pattern does, and never goes far back.

    A repository could hold everything up by a pattern like “*a*a*a*a*a*[b]”. What stands between two wildcards is as
    good where it occurs first as anywhere later, so that place is kept once it is found.
    """
    first, *others = expression.split(_DEEP)
    made = [_hurried_part(first)]
    made += [f"(?>(?:/.+?)??{_hurried_part(part)}(?=/))" for part in others[:-1]]
    return "".join([*made, *(f"{_DEEP}{_hurried_part(part)}" for part in others[-1:])])


def _hurried_part(expression: str) -> str:
    first, *others = expression.split(_STAR)
    made = [first]
    for place, part in enumerate(others, 1):
        # The last wildcard of a folder's or a file's name has to reach its end, wherever that is.
        last = place == len(others) or "/" in part.replace(_ONE, "")
        made.append(f"{_STAR}{part}" if last else f"(?>{_STAR}?{part})")
    return "".join(made)


def _is_sound(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
