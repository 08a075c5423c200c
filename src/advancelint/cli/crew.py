"""Work that several processes share: each takes the next piece when it is done with one, and hands over bytes."""

from __future__ import annotations

import gc
import os
import select
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

# What fits into a pipe that nobody reads yet.
_MOST_PIECES = 4_000
_WORD = 4
_END = 0xFFFF_FFFF
# So many new objects before the collector looks. More would let the garbage of plans grow to a third of the memory.
_OFTEN = 10_000


def cores() -> int:
    """Return how many processes can work at the same time, 1 where this one cannot be split.

    One with several threads cannot: what another thread holds would be held for ever in the new process.
    """
    threads = sys.modules.get("threading")
    if not hasattr(os, "fork") or (threads is not None and threads.active_count() > 1):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """Processes that share the ``tasks`` 0, 1, 2, …, which lie close to each other where their numbers do.

    A process that is lost loses its work and nothing else: whoever asks for it gets nothing and does it.
    """

    def __init__(self, tasks: int, work: Callable[[int], bytes], last: Callable[[], bytes], processes: int) -> None:
        """Start ``processes`` that ``work`` on the tasks; each ends by handing over the ``last`` it has to say."""
        self._results: dict[int, bytes] = {}
        self.last: list[bytes] = []
        self._open: dict[int, bytearray] = {}
        self._children: list[int] = []
        size = max(1, min(8, tasks // (4 * processes)), -(-tasks // _MOST_PIECES))
        pieces = range(0, tasks, size)
        taking, giving = os.pipe()
        for _ in range(processes):
            reading, writing = os.pipe()
            child = os.fork()
            if child == 0:
                os.close(giving)
                _work(taking, writing, range(tasks), size, work, last)
            os.close(writing)
            self._children.append(child)
            self._open[reading] = bytearray()
        os.close(taking)
        os.write(giving, b"".join(start.to_bytes(_WORD, "big") for start in pieces))
        os.close(giving)

    def result(self, task: int) -> bytes:
        """Return what came of ``task``, nothing where the process that had it is lost; waits for it."""
        while task not in self._results and self._open:
            self._listen()
        return self._results.pop(task, b"")

    def close(self) -> None:
        """Hear what there is still to be heard, and end the processes."""
        while self._open:
            self._listen()
        for child in self._children:
            os.waitpid(child, 0)
        self._children.clear()

    def stop(self) -> None:
        """End the processes at once; does nothing after `close`."""
        for child in self._children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        self._children.clear()

    def _listen(self) -> None:
        ready, _, _ = select.select(list(self._open), [], [])
        for descriptor in ready:
            data = os.read(descriptor, 1 << 20)
            if not data:
                os.close(descriptor)
                del self._open[descriptor]
                continue
            self._open[descriptor] += data
            self._take(self._open[descriptor])

    def _take(self, heard: bytearray) -> None:
        while len(heard) >= 2 * _WORD:
            task, size = (int.from_bytes(heard[start : start + _WORD], "big") for start in (0, _WORD))
            end = 2 * _WORD + size
            if len(heard) < end:
                return
            data = bytes(heard[2 * _WORD : end])
            del heard[:end]
            if task == _END:
                self.last.append(data)
            else:
                self._results[task] = data


def _work(
    taking: int, writing: int, tasks: range, size: int, work: Callable[[int], bytes], last: Callable[[], bytes]
) -> NoReturn:
    """Do pieces of work until there is none left, and end this process."""
    try:
        while start := os.read(taking, _WORD):
            first = int.from_bytes(start, "big")
            for task in tasks[first : first + size]:
                _hand_over(writing, task, work(task))
                if gc.get_threshold()[0] != _OFTEN:
                    # What the first piece needed stays: not looked at again, it lets the rest be looked at often.
                    gc.freeze()
                    gc.set_threshold(_OFTEN)
        _hand_over(writing, _END, last())
    finally:
        # Nothing of what the other process has begun, such as text that waits to be printed, is finished here.
        os._exit(0)


def _hand_over(writing: int, task: int, data: bytes) -> None:
    message = memoryview(task.to_bytes(_WORD, "big") + len(data).to_bytes(_WORD, "big") + data)
    while message:
        message = message[os.write(writing, message) :]
