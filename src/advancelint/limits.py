"""Runs code that is not ours: what hangs or ends the process is told as a fault, and never ends a run by itself."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from types import FrameType
from typing import ParamSpec, TextIO, TypeVar

from advancelint.errors import describe_fault
from advancelint.neutral import neutral

# A rule looks at one part of a plan in less than a thousandth of this.
SECONDS = 5.0
# The bell rings again for code that swallows it; code that does so this often cannot be stopped.
_AGAIN = 0.01
_MOST_RINGS = 200
_DEAF = b"advancelint: a check takes longer than it may and cannot be stopped; nothing is judged\n"
_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


class FaultError(Exception):
    """What code that is not ours did and may not do, in a sentence."""


class LateError(FaultError):
    """Code that is not ours took too long."""


class _Overtime(BaseException):
    """Raised inside of a rule that takes too long; no ``except Exception`` of the rule can swallow it."""


def guarded(work: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs) -> _Result:
    """Return what ``work`` returns; raises FaultError where it takes more than `SECONDS`, exits or raises.

    What it prints goes to standard error, since standard output is the report's; where it goes to, we come back from.
    """
    here = _folder()
    try:
        with _Bell() as bell, _aside(), _children_aside():
            return bell.runs(lambda: work(*given, **named))
    except _Overtime:
        raise LateError(f"it was stopped after {SECONDS:g} seconds, and given up for this run") from None
    except (FaultError, KeyboardInterrupt):
        raise
    except BaseException as error:
        # SystemExit is among them: a rule that calls exit(0) must not turn a run green.
        raise _told(error) from error
    finally:
        if here and _folder() != here:
            os.chdir(here)


def _told(error: BaseException) -> FaultError:
    """Return what happened in words; an error of a class that is not ours may hang or break when it is asked."""
    try:
        with _Bell() as bell:
            return FaultError(bell.runs(lambda: describe_fault(error)))
    except _Overtime:
        return LateError(f"it raised {type(error).__name__}, whose words had no end, and was given up for this run")
    except BaseException:  # noqa: BLE001 - whatever it does, its name says enough
        return FaultError(type(error).__name__)


def _folder() -> str:
    try:
        return os.getcwd()
    except FileNotFoundError:
        return ""


class _Bell:
    """Raises _Overtime in what it runs after `SECONDS`; outside of the main thread nothing can be stopped.

    What never comes back to Python, so that no bell is heard there, is ended by the system once it has computed four
    times as long.
    """

    def __init__(self) -> None:
        self._can_ring = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
        self._rings, self._over = 0, False

    def __enter__(self) -> _Bell:
        if self._can_ring:
            self._before = signal.signal(signal.SIGALRM, self._ring)
            signal.setitimer(signal.ITIMER_REAL, SECONDS, _AGAIN)
            if signal.getsignal(signal.SIGPROF) is signal.SIG_DFL:  # somebody else's, where it is not
                signal.setitimer(signal.ITIMER_PROF, 4 * SECONDS)
        return self

    def __exit__(self, *raised: object) -> None:
        if self._can_ring:
            signal.setitimer(signal.ITIMER_REAL, 0.0)
            signal.setitimer(signal.ITIMER_PROF, 0.0)
            signal.signal(signal.SIGALRM, self._before)

    def runs(self, work: Callable[[], _Result]) -> _Result:
        """Return what ``work`` returns. Once it is over no bell is heard, so that our own clearing up is not hit."""
        try:
            return work()
        finally:
            self._over = True

    def _ring(self, number: int, frame: FrameType | None) -> None:
        del frame
        if self._over:
            return
        self._rings += 1
        if self._rings > _MOST_RINGS:
            os.write(2, _DEAF)
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
        raise _Overtime


@contextmanager
def _children_aside() -> Iterator[None]:
    """Let what other processes print, which code that is not ours may start, go to standard error as well."""
    standard = sys.__stdout__
    if standard is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    try:
        standard.flush()
        kept = os.dup(1)
    except (OSError, ValueError):  # there is none
        yield
        return
    try:
        os.dup2(2, 1)
        yield
        standard.flush()
    finally:
        os.dup2(kept, 1)
        os.close(kept)


@contextmanager
def _aside() -> Iterator[None]:
    aside = _Aside(sys.stderr)
    try:
        with redirect_stdout(aside), redirect_stderr(aside):
            yield
    finally:
        aside.end()


class _Aside(io.TextIOBase):
    """Takes what code that is not ours prints, which may be words of a plan, and tells it line by line.

    It is never closed, since code may hold on to it: a log handler that was made when a module was imported does.
    """

    def __init__(self, told: TextIO) -> None:
        self._told, self._begun = told, ""

    def write(self, text: str) -> int:
        """Take ``text``; a line is told when it ends."""
        *lines, self._begun = (self._begun + text).split("\n")
        for line in lines:
            self._told.write(f"note: a check printed: {neutral(line)}\n")
        return len(text)

    def end(self) -> None:
        """Tell the line that has not ended."""
        if self._begun:
            self.write("\n")
