"""Runs code that is not ours: what hangs or ends the process is told as a fault, and never ends a run by itself."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import ParamSpec, TypeVar

from advancelint.errors import describe_fault

# A rule looks at one part of a plan in less than a thousandth of this.
SECONDS = 5.0
_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


class FaultError(Exception):
    """What code that is not ours did and may not do, in a sentence."""


class _Overtime(BaseException):
    """Raised inside of a rule that takes too long; no ``except Exception`` of the rule can swallow it."""


def guarded(work: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs) -> _Result:
    """Return what ``work`` returns; raises FaultError where it takes more than `SECONDS`, exits or raises."""
    try:
        with _limited():
            return work(*given, **named)
    except _Overtime:
        raise FaultError(f"it was stopped after {SECONDS:g} seconds") from None
    except (FaultError, KeyboardInterrupt):
        raise
    except BaseException as error:
        # SystemExit is among them: a rule that calls exit(0) must not turn a run green.
        raise FaultError(describe_fault(error)) from error


@contextmanager
def _limited() -> Iterator[None]:
    """Raise _Overtime in what is done inside after `SECONDS`; outside of the main thread nothing can be stopped."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise _Overtime

    before = signal.signal(signal.SIGALRM, stop)
    # It rings again each second, should a rule hold even this back.
    signal.setitimer(signal.ITIMER_REAL, SECONDS, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        signal.signal(signal.SIGALRM, before)
