"""Starts the command line as a process of its own without loading it anew each time, by forking one that has.

A page shows dozens of commands; a new interpreter for each would cost more than all else. The fork runs the same `main`
with its own arguments, folder, environment and output, as a shell would start it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

_SECONDS = 120
_NEITHER = 70  # no exit code of the tool


class Starter:
    """The process that is forked; use it as a context."""

    def __enter__(self) -> Self:
        """Start it."""
        environment = {**os.environ, "PYTHONPATH": os.path.join(ROOT, "src"), "PYTHONIOENCODING": "utf-8"}
        self._process = subprocess.Popen(
            [sys.executable, os.path.abspath(__file__)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self._process.communicate()

    def run(self, arguments: Sequence[str], folder: str, environment: Mapping[str, str], output: str) -> int:
        """Run ``advancelint`` with ``arguments`` in ``folder``, print into ``output``; return the exit code."""
        order = {"arguments": arguments, "folder": folder, "environment": dict(environment), "output": output}
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("there are pipes to it")
        print(json.dumps(order), file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())


def _serve() -> None:
    _warm()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                signal.alarm(_SECONDS)  # a command that waits for somebody is ended, and so not what its page says
                os._exit(_child(json.loads(line)))
            finally:
                os._exit(_NEITHER)  # whatever happens, there is one server only
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _warm() -> None:
    """Judge a plan once, so that modules and word lists are there before the first fork."""
    from advancelint.cli.app import app

    plan = os.path.join(ROOT, "examples", "plans", "pitfalls", "mixed-quillon-robotics.md")
    words = ["check", "--isolated", "--as-of", "2026-06-01", "--fail-on", "never", plan]
    with open(os.devnull, "w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):
        app.main(words, standalone_mode=False)


def _child(order: dict[str, object]) -> int:
    from advancelint.cli import main

    arguments, environment = order["arguments"], order["environment"]
    if not isinstance(arguments, list) or not isinstance(environment, dict):
        raise TypeError("an order has arguments and an environment")
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(str(order["folder"]))
    written = os.open(str(order["output"]), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (written, 1), (written, 2)):
        os.dup2(source, target)
    # Line by line, so that what is told on standard error stands where a terminal would show it.
    sys.stdin, sys.stdout = open(0, encoding="utf-8"), open(1, "w", encoding="utf-8", buffering=1)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", buffering=1)  # noqa: SIM115
    sys.argv = ["advancelint", *arguments]
    try:
        main()
        code: object = 0
    except SystemExit as end:
        code = end.code
    sys.stdout.flush()
    return code if isinstance(code, int) else int(code is not None)


if __name__ == "__main__":
    _serve()
