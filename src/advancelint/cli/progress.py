"""A line at a terminal that says how far a long run has come, and goes away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

_PATIENCE = 2.0
_PAUSE = 0.1


class Progress:
    """Writes to ``stream``, once a run has taken two seconds by ``clock``, and every tenth of a second from then on."""

    def __init__(self, stream: TextIO, clock: Callable[[], float]) -> None:
        """Take the stream of a terminal and a clock that counts seconds."""
        self._stream = stream
        self._clock = clock

    def each(self, paths: Sequence[str]) -> Iterator[str]:
        """Yield ``paths`` and count them on the terminal meanwhile; the line is gone at the end."""
        due = self._clock() + _PATIENCE
        line = ""
        try:
            for number, path in enumerate(paths):
                if self._clock() >= due:
                    line = f"{number} of {len(paths)} files judged"
                    self._show(line)
                    due = self._clock() + _PAUSE
                yield path
        finally:
            if line:
                self._show(" " * len(line) + "\r")

    def _show(self, text: str) -> None:
        # Back to the beginning of the line, which no terminal needs an escape for.
        self._stream.write(f"\r{text}")
        self._stream.flush()
