"""The tool as a process of its own: what the installed command starts."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from advancelint.cli import main

# So many new objects before the collector looks: what is loaded at start stays, and to look for garbage in it costs as
# much as to judge a plan. The garbage of this tool is a few megabytes then.
_MUCH = 200_000


def run() -> None:
    """Run the arguments of the process, and end it with the code that `main` decides on."""
    gc.set_threshold(_MUCH)
    try:
        main()
    except SystemExit as ended:
        if ended.code and not isinstance(ended.code, int):
            raise
        _end(int(ended.code or 0))
    _end(0)


def _end(code: int) -> None:
    """End the process; what lies in its memory goes with it.

    Python would free object by object first, which takes as long as to judge a plan. It is left to where somebody
    watches it run (a debugger, a profiler), and where a stream cannot be written to, which it then tells.
    """
    if sys.gettrace() or sys.getprofile():
        sys.exit(code)
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):
        sys.exit(code)
    os._exit(code)
