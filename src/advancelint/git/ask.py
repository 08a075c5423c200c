"""Starts git, always in the same way."""

from __future__ import annotations

import os
from collections.abc import Sequence

from advancelint.records import NamedTuple

_SECONDS = 60
# A file system monitor, hooks and what checks signatures are programs that a repository's config names. A bare
# repository can lie among the files of another as plain files, with a config of its own.
_PINNED = (
    "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "log.showSignature=false",
    "-c", "core.quotePath=true", "-c", "safe.bareRepository=explicit",
)  # fmt: skip
# In a partial clone git fetches what is missing, from an address or by a program that the repository's config names.
# Git before 2.45 does not know the second; the first lets it speak with nobody, whatever any config allows.
_SILENT = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1"}


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
    program = _program()
    if not program:
        return Answer(-1, b"", "git is not installed")
    import subprocess  # here, since many a plan lies in no repository

    command = [program, "-C", folder, "--no-pager", *_PINNED, *settings, *words]
    try:
        run = subprocess.run(  # noqa: S603 - fixed words and no shell; names are data
            command, input=os.fsencode(given), capture_output=True, timeout=_SECONDS, check=False, env=_environment(),
        )  # fmt: skip
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        return Answer(-1, b"", str(error))
    return Answer(run.returncode, run.stdout, run.stderr.decode("utf-8", "replace").strip())


def _program() -> str:
    """Return the path of git, "" for none. The current folder, which is the judged one, is no place for it.

    Windows would look there first; elsewhere an empty or relative place in PATH leads there.
    """
    name = "git.exe" if os.name == "nt" else "git"
    places = (os.path.join(place, name) for place in os.get_exec_path() if os.path.isabs(place))
    return next((place for place in places if os.path.isfile(place) and os.access(place, os.X_OK)), "")


def _environment() -> dict[str, str]:
    # What a hook's environment says about the repository must not lead to another one than the file's.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, **_SILENT, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
