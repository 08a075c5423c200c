"""The command line as a shell starts it, a process of its own that gets nothing of the caller's which decides."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import built

ROOT = built.ROOT
START = "import sys; from advancelint.cli import main; sys.exit(main())"
DAY = "2026-06-01"
Ended = subprocess.CompletedProcess[str]
_OUTSIDE = ("PRE_COMMIT", "SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR")


def environment(**more: str) -> dict[str, str]:
    """The caller's environment without what git, a hook or a terminal would bring in; nothing is remembered."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") and name not in _OUTSIDE}
    return {
        **kept,
        "PYTHONPATH": built.place(),
        "PYTHONIOENCODING": "utf-8",
        "ADVANCELINT_NO_CACHE": "1",
        **more,
    }


def run(*arguments: str, cwd: Path | str, text: str = "", **more: str) -> Ended:
    """Run the tool with ``arguments`` in the folder ``cwd``; ``more`` is added to the environment."""
    return subprocess.run(
        [sys.executable, "-c", START, *arguments],
        cwd=cwd,
        env=environment(**more),
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
