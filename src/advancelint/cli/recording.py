"""Records a run, so that the same one need not be made again while all that it rested on is the same."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TextIO, cast

from advancelint.cache import runs, witness
from advancelint.cache.keeping import keep
from advancelint.config.days import COMMIT
from advancelint.config.find import NAMES
from advancelint.paths import REPOSITORY, is_markdown

if TYPE_CHECKING:
    from advancelint.cli.bench import Bench
    from advancelint.cli.judging import Run

# Options of a run that does more than to print what it finds in files, or that tells of itself.
_SPECIAL = (
    "fix", "diff", "watch", "output", "stdin_filename", "changed_since", "portfolio", "verbose", "timings",
    "allow_checks", "packs",
)  # fmt: skip
_LARGEST = 64 * 1024 * 1024
_MOST_RUNS = 64
# Files around the plans, of which nobody asked anything; where there are more, looking at them takes too long.
_MOST_AROUND = 2_000
_GIT_SETTINGS = ("/etc/gitconfig", "~/.gitconfig", "~/.config/git/config")


class UnsureError(Exception):
    """It cannot be told by looking at files whether a run would go the same way again."""


class _Ear:
    """A stream that goes on to another one and is heard on its way."""

    def __init__(self, stream: TextIO, number: int, heard: list[tuple[int, str]]) -> None:
        self._stream, self._number, self._heard = stream, number, heard

    def write(self, text: str) -> int:
        written = self._stream.write(text)
        self._heard.append((self._number, text))
        return written

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class Recorder:
    """Hears what a run prints, from the beginning until `keep` or `leave`."""

    def __init__(self, words: list[str], root: str, begun: int) -> None:
        """Listen; ``words`` are those of the process, ``root`` is the folder of all caches.

        ``begun`` is when the run began, in ns: what has changed since may have been seen either way.
        """
        self._root, self._begun = root, begun
        # Here, before anything prints, since it asks the streams themselves.
        self._key = runs.key_of(words)
        self._heard: list[tuple[int, str]] = []
        self._streams = (sys.stdout, sys.stderr)
        sys.stdout, sys.stderr = (
            cast(TextIO, _Ear(stream, number, self._heard)) for number, stream in enumerate(self._streams, 1)
        )

    def leave(self) -> None:
        """Stop listening."""
        sys.stdout, sys.stderr = self._streams

    def keep(self, code: int, bench: Bench, run: Run, *, dated: bool) -> None:
        """Record ``run``, which ends with the exit ``code``, where it is sure what it rested on.

        ``dated`` says that earlier versions of files had a say.
        """
        self.leave()
        printed = list(self._printed())
        # Whether it is green that no plan was there depends on who asks, a hook or a person.
        if not run.report.summary.plans or sum(len(text) for _, text in printed) > _LARGEST:
            return
        try:
            seen = list(_witnesses(bench, run, dated=dated))
        except UnsureError:
            return
        if all(witness.changed(path) < self._begun for _, path, _, _ in seen):
            path = runs.path_of(self._root, self._key)
            if keep(self._root, path, runs.recorded(self._key, code, printed, seen)):
                _tidy(os.path.dirname(path))

    def _printed(self) -> Iterator[tuple[int, bytes]]:
        for number, text in self._heard:
            stream = self._streams[number - 1]
            yield number, text.replace("\n", os.linesep).encode(stream.encoding or "utf-8", stream.errors or "strict")


def is_plain(given: Mapping[str, Any]) -> bool:
    """Say whether the options ``given`` ask for a run that can be recorded."""
    return not any(given[name] for name in _SPECIAL) and "-" not in given["paths"]


def _witnesses(bench: Bench, run: Run, *, dated: bool) -> Iterator[witness.Witness]:
    """Yield all that ``run`` rested on; raises UnsureError."""
    configs = [bench.finder.config_for(path) for path in run.inputs.files]
    days = {bench.asked.as_of, *(config.value("as-of") for config in configs if config)}
    if COMMIT in days or bench.runs_code or any(rule.card.origin.checks == "installed" for rule in bench.known):
        raise UnsureError
    judged = {os.path.abspath(path) for path in run.inputs.files}
    homes = {os.path.dirname(path) for path in judged}
    near = {folder for home in homes for folder in _near(home)}
    files = judged | {os.path.abspath(path) for path in run.beside} | set(_around(near, judged))
    for path in sorted(files):
        yield _sure(witness.of_file(path))
    cards = {os.path.dirname(os.path.abspath(path)) for path in bench.library.files}
    folders = near | set(run.inputs.folders) | cards | {os.path.abspath(path) for path in bench.asked.rules}
    for path in sorted(folder for folder in folders if os.path.isdir(folder)):
        yield _sure(witness.of_folder(path))
    chain = {folder for start in (*homes, *run.inputs.folders) for folder in _upward(start)}
    for folder in sorted(chain):
        for name in (*NAMES, ".gitignore"):
            path = os.path.join(folder, name)
            if path not in files:
                yield _sure(witness.of_file(path))
        yield witness.of_presence(os.path.join(folder, REPOSITORY))
    for folder in sorted(chain):
        if os.path.lexists(os.path.join(folder, REPOSITORY)):
            yield from _of_repository(folder, dated=dated)


def _of_repository(root: str, *, dated: bool) -> Iterator[witness.Witness]:
    own, shared = witness.git_folders(root)
    if os.path.exists(os.path.join(shared, "reftable")):
        raise UnsureError
    paths = [os.path.join(shared, name) for name in ("config", "shallow", os.path.join("info", "exclude"))]
    paths += [
        os.path.join(own, "commondir"),
        os.path.join(own, "config.worktree"),
        *map(os.path.expanduser, _GIT_SETTINGS),
    ]
    if dated:
        head = os.path.join(own, "HEAD")
        paths += [head, os.path.join(shared, "packed-refs")]
        reference = witness.line_of(head)
        if reference.startswith("ref: "):
            paths.append(os.path.join(shared, reference.removeprefix("ref: ")))
    for path in paths:
        yield _sure(witness.of_file(path))
    yield _sure(witness.of_tracked(root))


def _sure(one: witness.Witness) -> witness.Witness:
    if not witness.is_sure(one):
        raise UnsureError
    return one


def _near(folder: str) -> Iterator[str]:
    """Yield ``folder`` and the folders right below it, in which other files of its accounts may lie."""
    yield folder
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                yield entry.path


def _around(folders: Iterable[str], judged: set[str]) -> list[str]:
    found = [
        os.path.join(folder, name) for folder in sorted(folders) for name in os.listdir(folder) if is_markdown(name)
    ]
    found = [path for path in found if path not in judged]
    if len(found) > _MOST_AROUND:
        raise UnsureError
    return found


def _upward(folder: str) -> Iterator[str]:
    above = os.path.dirname(folder)
    yield folder
    while above != folder:
        folder, above = above, os.path.dirname(above)
        yield folder


def _tidy(folder: str) -> None:
    """Let only the newest of the recorded runs in ``folder`` stay."""
    paths = sorted((os.path.join(folder, name) for name in os.listdir(folder)), key=witness.changed, reverse=True)
    for path in paths[_MOST_RUNS:]:
        if os.path.isfile(path):
            os.unlink(path)
