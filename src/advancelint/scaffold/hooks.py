"""Adds the hooks to a pre-commit config without touching a character that stands there already."""

from __future__ import annotations

from typing import Any

from advancelint import HOME, __version__
from advancelint.expressions import expression
from advancelint.mapping import Mapping, MappingError, Scalar, Sequence, Value, load

HOOKS_FILE = ".pre-commit-config.yaml"
_REPOS = "repos"
_ID = expression(r"advancelint(?:-[a-z]+)?")
# What HEAD lacks is what a commit brings: the other files of the accounts that it touches.
_HOOKS = (
    "- id: advancelint-config",
    "- id: advancelint",
    "- id: advancelint-portfolio",
    "  args: [--changed-since, HEAD]",
)


class MergeError(Exception):
    """A pre-commit config to which nothing can be added with certainty; ``offset`` is a 0-based code point."""

    def __init__(self, message: str, offset: int = 0) -> None:
        """State what is in the way (``message``) and where."""
        super().__init__(message)
        self.message = message
        self.offset = offset


def entry(pad: str = "  ") -> str:
    """Return the item of ``repos`` with our hooks, its dash behind ``pad``."""
    lines = (f"- repo: {HOME}", f"  rev: v{__version__}", "  hooks:", *(f"    {line}" for line in _HOOKS))
    return "".join(f"{pad}{line}\n" for line in lines)


def with_hooks(text: str) -> str:
    """Return the pre-commit config ``text`` with our hooks added, as it is where it has some of them.

    All that stands there stays, to the character. Raises MergeError for what is no such config, for one in a style to
    which no line can be added, and where the result, read again, would not be the old one with one more repository.
    """
    value = _mapping(text)
    repos = value.get(_REPOS)
    if isinstance(repos, Sequence) and any(_is_ours(item) for item in repos.items):
        return text
    added = _added(text, value, repos)
    try:
        made = _plain(_mapping(added))
    except MergeError as error:
        raise MergeError("a line that is added here would break the file") from error
    wanted = _plain(value)
    if made != {**wanted, _REPOS: [*(wanted.get(_REPOS) or []), *_plain(load(entry()))]}:
        raise MergeError("a line that is added here would mean something else")
    return added


def _mapping(text: str) -> Mapping:
    try:
        value = load(text)
    except MappingError as error:
        raise MergeError(error.message, error.offset) from error
    if not isinstance(value, Mapping):
        raise MergeError("this is no pre-commit config: “repos:” is missing at its top", value.span.start)
    return value


def _is_ours(item: Value) -> bool:
    hooks = item.get("hooks") if isinstance(item, Mapping) else None
    listed = hooks.items if isinstance(hooks, Sequence) else ()
    ids = [hook.get("id") for hook in listed if isinstance(hook, Mapping)]
    return any(isinstance(word, Scalar) and _ID.fullmatch(word.text) for word in ids)


def _plain(value: Value) -> Any:
    """Return ``value`` as strings, lists and dictionaries, without places."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Sequence):
        return [_plain(item) for item in value.items]
    return {key.text: _plain(inner) for key, inner in value.entries}


def _added(text: str, value: Mapping, repos: Value | None) -> str:
    """Return ``text`` with the entry at the end of ``repos``, which is added where it is missing."""
    if repos is None:
        return _put(text, len(text), f"{_REPOS}:\n{entry()}")
    if isinstance(repos, Mapping) or (isinstance(repos, Scalar) and repos.text):
        raise MergeError("“repos” is no list", repos.span.start)
    pad = _pad(text, repos) if isinstance(repos, Sequence) else "  "
    later = [key.span.start for key, _ in value.entries if key.span.start > repos.span.start]
    at = text.rfind("\n", 0, later[0]) + 1 if later else len(text)
    return _put(text, _before_lead(text, at) if later else at, entry(pad))


def _before_lead(text: str, at: int) -> int:
    """Return where the blank lines and the comments without a pad begin that lead up to the line at ``at``."""
    while at:
        start = text.rfind("\n", 0, at - 1) + 1
        if text[start:at].strip() and text[start] != "#":
            break
        at = start
    return at


def _pad(text: str, repos: Sequence) -> str:
    """Return what stands before the dashes of ``repos``."""
    if not repos.items:
        raise MergeError("“repos” is an empty list in brackets", repos.span.start)
    start = repos.items[0].span.start
    before = text[text.rfind("\n", 0, start) + 1 : start]
    if before.strip() != "-":
        raise MergeError("“repos” is not written as a list with dashes", repos.span.start)
    return before[: before.index("-")]


def _put(text: str, at: int, lines: str) -> str:
    """Return ``text`` with ``lines`` at ``at``, in the line ends of the text."""
    end = "\r\n" if "\r\n" in text else "\n"
    gap = end if at and text[at - 1] != "\n" else ""
    return text[:at] + gap + lines.replace("\n", end) + text[at:]
