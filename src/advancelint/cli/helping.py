"""What makes a run of ``check`` faster and changes nothing else: memory, several processes, a record of the run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from advancelint.cache import places
from advancelint.cli import exits
from advancelint.cli.judging import Helps

if TYPE_CHECKING:
    from advancelint.cli.bench import Bench
    from advancelint.cli.judging import Run
    from advancelint.cli.memory import Memory
    from advancelint.cli.recording import Recorder

# The clock of a file system may go by steps of some milliseconds, so that what was just changed seems to be older.
_STEP = 20_000_000
_Command = TypeVar("_Command", bound=Callable[..., Any])


def options(command: _Command) -> _Command:
    """Add the options on memory and processes to ``command``."""
    off = click.option("--no-cache", is_flag=True, help="Judge all anew, and remember nothing.")
    folder = click.option("--cache-dir", metavar="DIR", help="Where to remember; by default the user's cache folder.")
    jobs = click.option(
        "--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes judge; by default one a core."
    )
    return off(folder(jobs(command)))


class Helping:
    """The help that one run gets."""

    def __init__(self, root: str, begun: int, jobs: int, recorder: Recorder | None) -> None:
        """Take the folder of all caches, "" for none; when the run began, in ns; and how many processes may work.

        0 is as many as there are cores.
        """
        self._root, self._begun, self._jobs, self._recorder = root, begun, jobs, recorder
        self._memory: Memory | None = None

    def of(self, bench: Bench) -> Helps:
        """Return the help for judging the files of ``bench``."""
        from advancelint.cli.crew import cores

        if self._root:
            from advancelint.cli.memory import Memory

            self._memory = Memory(bench, self._root, self._begun)
        return Helps(self._memory, self._jobs or cores())

    def tell(self) -> None:
        """Say on standard error where memory is kept, and how many processes may work."""
        from advancelint.cli.crew import cores

        exits.say_line(f"cache: {self._root or 'none'}; processes: {self._jobs or cores()}")

    def keep(self, code: int, bench: Bench, run: Run) -> None:
        """Record the run, where that is wanted and can be."""
        if self._recorder and self._memory and not run.report.failures:
            self._recorder.keep(code, bench, run, dated=self._memory.dated)


@contextmanager
def helping(given: Mapping[str, Any], words: tuple[str, ...]) -> Iterator[Helping]:
    """Give the help that the options ``given`` let a run have; ``words`` are those of the process, where it has any."""
    begun = time.time_ns() - _STEP
    root = places.root(off=given["no_cache"], named=given["cache_dir"] or "")
    recorder = None
    if root and words and not given["timings"]:
        from advancelint.cli import recording

        recorder = recording.Recorder(list(words), root, begun) if recording.is_plain(given) else None
    try:
        yield Helping("" if given["timings"] else root, begun, 1 if given["timings"] else given["jobs"] or 0, recorder)
    finally:
        if recorder:
            recorder.leave()
