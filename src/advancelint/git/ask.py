"""Starts git, always in the same way."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from typing import NamedTuple

_SECONDS = 60
# A file system monitor, hooks and what checks signatures are programs that a repository's config names.
_PINNED = (
    "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "log.showSignature=false",
    "-c", "core.quotePath=true",
)  # fmt: skip


class Answer(NamedTuple):
    """What git printed; ``code`` is its exit code, -1 where it could not be started or took too long."""

    code: int
    output: bytes
    complaint: str

    @property
    def text(self) -> str:
        """The output as text; bytes that are no UTF-8 are kept as `os.fsdecode` keeps them."""
        return os.fsdecode(self.output)

    @property
    def names(self) -> list[str]:
        """The output of a ``-z`` command as names."""
        return [name for name in self.text.split("\0") if name]


def ask(folder: str, words: Sequence[str], given: str = "", *, config: Sequence[str] = ()) -> Answer:
    """Return what git answers to ``words`` in ``folder``; raises nothing.

    ``given`` is its standard input; ``config`` are further settings, as "section.key=value".
    """
    settings = [word for setting in config for word in ("-c", setting)]
    command = ["git", "-C", folder, "--no-pager", *_PINNED, *settings, *words]
    try:
        run = subprocess.run(  # noqa: S603 - fixed words and no shell; names are data
            command, input=os.fsencode(given), capture_output=True, timeout=_SECONDS, check=False, env=_environment(),
        )  # fmt: skip
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        return Answer(-1, b"", "git is not installed" if isinstance(error, FileNotFoundError) else str(error))
    return Answer(run.returncode, run.stdout, run.stderr.decode("utf-8", "replace").strip())


def _environment() -> dict[str, str]:
    # What a hook's environment says about the repository must not lead to another one than the file's.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
