"""Judges the files of a run: what earlier runs knew is recalled, the rest is shared among processes where that pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from advancelint.cli import files

if TYPE_CHECKING:
    from advancelint.cli.bench import Bench
    from advancelint.cli.crew import Crew
    from advancelint.cli.memory import Memory
    from advancelint.engine import Judgement, Trouble
    from advancelint.source import Source

# Starting a process and handing over what it found costs as much as judging a few files.
_FEWEST = 8
# Scopes of rules that ask for other files than the one that is judged.
_AROUND = ("account", "portfolio")


class Desk:
    """Judges files one by one, in the order in which they are asked for; see `at_desk`."""

    def __init__(self, bench: Bench, instead: Mapping[str, Source | Trouble], memory: Memory | None) -> None:
        """Take what files are judged with, what is to be judged instead of a file, and what is known already."""
        self._bench, self._instead, self._memory = bench, instead, memory
        self._known: dict[str, Judgement] = {}
        self._tasks: dict[str, int] = {}
        self._crew: Crew | None = None

    def judge(self, path: str) -> Judgement:
        """Return the judgement of ``path``."""
        if path in self._known:
            return self._known.pop(path)
        data = self._crew.result(self._tasks[path]) if self._crew and path in self._tasks else b""
        return self._taken_over(data) if data else self._judged(path)

    def recall(self, paths: Sequence[str]) -> list[str]:
        """Recall what is known of ``paths``; return those that have to be judged."""
        if self._memory:
            for path in filter(self._is_plain, paths):
                judged = self._memory.recall(path)
                if judged is not None:
                    self._known[path] = judged
        return [path for path in paths if path not in self._known]

    def share(self, paths: Sequence[str], processes: int) -> None:
        """Let ``processes`` judge those of ``paths`` that are plain files, where there are enough of them."""
        shared = [path for path in paths if self._is_plain(path)]
        processes = min(processes, len(shared) // (_FEWEST // 2))
        if processes < 2:
            return
        from advancelint.cli.crew import Crew

        # What every process would ask git for is asked once.
        if any(rule.card.scope in _AROUND for rule in self._bench.chooser.used):
            self._bench.around.prepare(shared)
        self._tasks = {path: number for number, path in enumerate(shared)}
        self._crew = Crew(len(shared), lambda task: self._handed_over(shared[task]), self._last_words, processes)

    def close(self) -> None:
        """Hear the last of the other processes, and remember what is new."""
        if self._crew:
            from advancelint.cli.memory import told

            self._crew.close()
            for data in self._crew.last:
                self._bench.around.hear(told(data))
        if self._memory:
            self._memory.save()

    def leave(self) -> None:
        """End the other processes, whatever they are at."""
        if self._crew:
            self._crew.stop()

    def _is_plain(self, path: str) -> bool:
        return path not in self._instead and path != files.STDIN

    def _judged(self, path: str) -> Judgement:
        taken = self._instead[path] if path in self._instead else self._bench.take(path)
        judged = self._bench.judge(path, taken)
        if self._memory and self._is_plain(path):
            key, data = self._memory.note(path, taken, judged)
            self._memory.keep(key, data)
        return judged

    def _handed_over(self, path: str) -> bytes:
        from advancelint.cli.memory import alone

        taken = self._bench.take(path)
        judged = self._bench.judge(path, taken)
        key, data = self._memory.note(path, taken, judged) if self._memory else ("", alone(judged))
        return b"%s\n%s" % (key.encode("ascii"), data)

    def _taken_over(self, data: bytes) -> Judgement:
        from advancelint.cli.memory import thawed

        key, _, rest = data.partition(b"\n")
        judged, ties, _ = thawed(rest)
        if self._memory:
            self._memory.keep(key.decode("ascii"), rest)
            self._memory.dated = self._memory.dated or ties.dated
        self._bench.late.update(failure.step for failure in judged.failures if failure.late)
        return judged

    def _last_words(self) -> bytes:
        from advancelint.cache.frozen import freeze

        return freeze(self._bench.around.told())


@contextmanager
def at_desk(
    bench: Bench,
    paths: Sequence[str],
    instead: Mapping[str, Source | Trouble],
    memory: Memory | None = None,
    processes: int = 1,
) -> Iterator[Desk]:
    """Give the desk at which the files ``paths`` of ``bench`` are judged; of those in ``instead`` what stands there.

    ``memory`` is asked first and told at the end. At most ``processes`` work at the same time.
    """
    one = Desk(bench, instead, memory)
    one.share(one.recall(paths), processes)
    try:
        yield one
        one.close()
    finally:
        one.leave()
