"""Files that `advancelint init` would write: what they hold now, what they would hold, and writing them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from advancelint.cli.writing import BOM, reason_of, remedy_of
from advancelint.errors import ConfigError, UsageError
from advancelint.records import NamedTuple
from advancelint.replacing import create_file, replace_file
from advancelint.scaffold import HOOKS_FILE, MergeError, entry, with_hooks
from advancelint.source import Source

_LARGEST = 1024 * 1024


class Proposal(NamedTuple):
    """One file: its path, whether it is there, its text now ("" for none) and the one that it would have.

    ``about`` says what it is where nobody at a terminal would read its text.
    """

    path: str
    there: bool
    before: str
    after: str
    about: str = ""

    @property
    def changes(self) -> bool:
        """Say whether there is anything to write."""
        return self.after != self.before or not self.there


def new_file(path: str, text: str) -> Proposal:
    """Return the proposal of a file that is left as it is where something of that name is there already."""
    if os.path.lexists(path):
        return Proposal(path, there=True, before="", after="")
    _refuse_link(path)
    return Proposal(path, there=False, before="", after=text)


def hooks() -> Proposal:
    """Return the proposal of the pre-commit config; raises ConfigError with what to paste where it cannot be safe."""
    path = HOOKS_FILE
    if not os.path.lexists(path):
        return Proposal(path, there=False, before="", after=with_hooks(""))
    paste = f"Paste this below “repos:” yourself:\n{entry()}".rstrip("\n")
    try:
        _refuse_link(path)
        before = _text(path)
    except UsageError as error:
        raise ConfigError(f"{error.message}; it was left as it is", path=path, remedy=paste) from error
    try:
        return Proposal(path, there=True, before=before, after=with_hooks(before))
    except MergeError as error:
        place = Source.of(path, before).place(error.offset)
        message = f"{error.message}; it was left as it is"
        raise ConfigError(message, path=path, place=place, remedy=paste) from error


def write(proposal: Proposal) -> None:
    """Write the file; raises UsageError where it is no longer what it was, or cannot be written."""
    path = proposal.path
    _refuse_link(path)
    now = _text(path) if os.path.lexists(path) else ""
    if now != proposal.before or os.path.lexists(path) != proposal.there:
        raise UsageError("was changed meanwhile, and was left as it is", path=path, remedy="Run the command again.")
    try:
        mark = BOM if proposal.there and _data(path).startswith(BOM) else b""
        os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
        write_to = replace_file if proposal.there else create_file
        write_to(path, mark + proposal.after.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"cannot be written: {reason_of(error)}", path=path, remedy=remedy_of(error)) from error


def diff(proposal: Proposal) -> Iterator[str]:
    """Yield the lines of what would change, as a patch."""
    from advancelint.report.patch import patch

    for number, line in enumerate(patch(proposal.path, proposal.before, proposal.after)):
        yield line if number or proposal.there else f"--- {os.devnull}\n"


def _refuse_link(path: str) -> None:
    """Raise UsageError where ``path`` leads to another place than its name says, or is no regular file."""
    if os.path.realpath(path) != os.path.join(os.path.realpath(os.curdir), os.path.normpath(path)):
        raise UsageError("leads elsewhere, because it is or lies behind a link", path=path)
    if os.path.lexists(path) and not os.path.isfile(path):
        raise UsageError("is no file", path=path)


def _text(path: str) -> str:
    """Return what the file holds without its byte order mark; raises UsageError where it cannot be rewritten."""
    data = _data(path)
    if len(data) > _LARGEST:
        raise UsageError("is too large for a config", path=path)
    if not os.stat(path).st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise UsageError("is read-only", path=path)
    try:
        return data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError("is not UTF-8", path=path) from error


def _data(path: str) -> bytes:
    from advancelint.engine.intake import bytes_of

    try:
        return bytes_of(path)
    except OSError as error:
        raise UsageError(f"cannot be read: {reason_of(error)}", path=path) from error
