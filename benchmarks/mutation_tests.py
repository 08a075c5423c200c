"""Runs tests for `benchmarks/mutation.py`: which of them reach a line, and whether one of them notices a mutant.

pytest collects once. A mutant in a function is put into a fork of that process, in which nothing but collecting has
happened: the function gets the other code, and what was cached is forgotten. A mutant in a module's own lines needs an
interpreter of its own that imports it. Both tell the same in a pipe: "start N" before the test with that number,
"failed N" and then no more, or "passed".
"""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib.abc
import importlib.machinery
import importlib.util
import io
import json
import os
import resource
import select
import signal
import subprocess
import sys
import time
import types
from collections.abc import Callable, Generator, Iterator
from typing import IO, Any, NamedTuple

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SOURCE = os.path.join(ROOT, "src")
MEMORY = 3 << 30  # a mutant that eats more fails its test
PATIENCE, SILENCE = 8, 600  # seconds of the processor for a test beyond what it needs; seconds until all hope is gone
OPTIONS = ("-q", "-s", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", "--rootdir", ROOT)


class Outcome(NamedTuple):
    """``verdict`` is killed, timed out or survived; ``test`` the one that said so, ``ran`` how many were run."""

    verdict: str
    test: str
    ran: int


class Fault(NamedTuple):
    """A module with other words: its file, its name for an import, the text, and the function that differs or ""."""

    path: str
    module: str
    text: str
    scope: str


def collect(session_loop: Callable[[pytest.Session], None], arguments: list[str], *plugins: object) -> int:
    """Let pytest collect ``arguments`` and hand its session to ``session_loop`` in place of running the tests."""

    class Loop:
        def pytest_configure(self) -> None:
            from hypothesis import HealthCheck, settings

            settings.register_profile(
                "mutation", derandomize=True, database=None, deadline=None, max_examples=25,
                suppress_health_check=list(HealthCheck),
            )  # fmt: skip
            settings.load_profile("mutation")

        @pytest.hookimpl(tryfirst=True)
        def pytest_runtestloop(self, session: pytest.Session) -> bool:
            session_loop(session)
            return True

    stay_inside()
    return int(pytest.main([*OPTIONS, *arguments], [Loop(), *plugins]))


# Which tests reach which lines


def measure(files: list[str], data: str, report: str) -> int:
    """Run the tests of ``files``; ``data`` gets the lines each reaches, ``report`` the seconds of those that pass."""
    import coverage

    watched = coverage.Coverage(data_file=data, config_file=False, source=[os.path.join(SOURCE, "advancelint")])
    seconds: dict[str, float] = {}
    failed: set[str] = set()

    class Reach:
        @pytest.hookimpl(wrapper=True)
        def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
            watched.switch_context(item.nodeid)
            started = time.process_time()
            result = yield
            seconds[item.nodeid] = time.process_time() - started
            watched.switch_context("")
            return result

        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            if report.failed or report.skipped:
                failed.add(report.nodeid)

    watched.start()
    collect(_run_all, files, Reach())
    watched.stop()
    watched.save()
    with open(report, "w", encoding="utf-8") as file:
        json.dump({name: round(took, 4) for name, took in seconds.items() if name not in failed}, file)
    print(f"{len(seconds)} tests measured, not used: {sorted(failed)}")
    return 0


def _run_all(session: pytest.Session) -> None:
    for item, after in zip(session.items, [*session.items[1:], None], strict=True):
        session.config.hook.pytest_runtest_protocol(item=item, nextitem=after)


# Mutants


def try_in_fork(session: pytest.Session, fault: Fault, tests: dict[str, float]) -> Outcome:
    """Run ``tests``, given with their usual seconds, in a fork that has the fault, until one fails or hangs."""
    known = {item.nodeid: item for item in session.items}
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            _silence()
            transplant(fault)
            forget()
            _run(session, [known[name] for name in tests], [*tests.values()], writing)
        finally:
            os._exit(1)
    os.close(writing)
    with open(reading, encoding="utf-8") as pipe:
        outcome = _listen(pipe, list(tests))
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return outcome


def try_fresh(fault: Fault, tests: dict[str, float]) -> Outcome:
    """Do the same in an interpreter of its own, which imports the module with the fault."""
    reading, writing = os.pipe()
    script = os.path.join(ROOT, "benchmarks", "mutation.py")
    with subprocess.Popen(
        [sys.executable, script, "--fresh", str(writing)], stdin=subprocess.PIPE, pass_fds=[writing], encoding="utf-8",
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        os.close(writing)
        assert process.stdin is not None
        process.stdin.write(json.dumps([fault, tests]))
        process.stdin.close()
        with open(reading, encoding="utf-8") as pipe:
            outcome = _listen(pipe, list(tests))
        process.kill()
    return outcome


def fresh(writing: int) -> int:
    """Be that interpreter: the fault and the tests come as JSON from standard input."""
    told, tests = json.load(sys.stdin)
    sys.meta_path.insert(0, _Finder(Fault(*told)))

    def loop(session: pytest.Session) -> None:
        known = {item.nodeid: item for item in session.items}
        if session.testsfailed:  # what cannot even be collected has noticed
            os.write(writing, b"failed\n")
            os._exit(0)
        there = {name: took for name, took in tests.items() if name in known}  # a fault may change what is collected
        _run(session, [known[name] for name in there], [*there.values()], writing)

    files = list(dict.fromkeys(name.split("::")[0] for name in tests))
    collect(loop, files)
    return 0  # without a word: the module could not even be imported


def _run(session: pytest.Session, items: list[pytest.Item], seconds: list[float], writing: int) -> None:
    """Run the tests and tell; a limit counts the seconds of the processor, so that a busy machine is no fault."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    at = 0

    def late(*_: object) -> None:
        os.write(writing, b"late\n")
        os._exit(0)

    signal.signal(signal.SIGXCPU, late)

    class Watch:
        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            if report.failed:
                os.write(writing, f"failed {at}\n".encode())
                os._exit(0)

    session.config.pluginmanager.register(Watch())
    for at, item in enumerate(items):  # Watch reads it
        os.write(writing, f"start {at}\n".encode())
        allowed = int(time.process_time() + PATIENCE + 20 * seconds[at])
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        after = items[at + 1] if at + 1 < len(items) else None
        session.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
    os.write(writing, b"passed\n")
    os._exit(0)


def _listen(pipe: IO[str], tests: list[str]) -> Outcome:
    """Read what a mutant's process tells; one that ends without a word broke before or in a test, which is noticed."""
    at, ended = -1, ""
    for line in _lines(pipe):
        word, _, number = line.partition(" ")
        if word == "start":
            at = int(number)
        else:
            ended = word
            break
    test = tests[at] if at >= 0 else "importing it"
    verdict = {"passed": "survived", "late": "timed out"}.get(ended, "killed")
    return Outcome(verdict, "" if verdict == "survived" else test, at + 1)


def _lines(pipe: IO[str]) -> Iterator[str]:
    """Yield the lines of a pipe, and "late" when nothing comes any more."""
    buffer = b""
    while True:
        ready, _, _ = select.select([pipe], [], [], SILENCE)
        if not ready:
            yield "late"
            return
        got = os.read(pipe.fileno(), 65536)
        if not got:
            return
        buffer += got
        *lines, buffer = buffer.split(b"\n")
        yield from (line.decode() for line in lines)


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


# Putting a fault into what is imported


def transplant(fault: Fault) -> None:
    """Give the function of the fault the code and the defaults that it has in the fault's text."""
    code = compile(fault.text, os.path.join(ROOT, fault.path), "exec")
    other: dict[str, Any] = {"__name__": fault.module, "__file__": fault.path, "__builtins__": __builtins__}
    importlib.import_module(fault.module)
    exec(code, other)
    old: Any = vars(sys.modules[fault.module])
    new: Any = other
    for name in fault.scope.split("."):
        old, new = old[name], new[name]
        if not isinstance(old, type):
            break
        old, new = vars(old), vars(new)
    old, new = function_of(old), function_of(new)
    old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__


def function_of(value: Any) -> types.FunctionType:
    """Return the function inside a property, a cache, a context manager or a method."""
    for name in ("fget", "__func__", "__wrapped__"):
        value = getattr(value, name, value)
    assert isinstance(value, types.FunctionType)
    return value


def forget() -> None:
    """Empty every cache of the package, so that what was loaded while collecting is loaded by the mutant."""
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper) and one.__module__.startswith("advancelint"):
            one.cache_clear()


class _Finder(importlib.abc.MetaPathFinder):
    """Finds the module of a fault, and its text there."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """Return a specification for the module of the fault, None for every other."""
        if name != self.fault.module:
            return None
        place = os.path.join(ROOT, self.fault.path)
        return importlib.util.spec_from_file_location(name, place, loader=_Loader(self.fault, place))


class _Loader(importlib.machinery.SourceFileLoader):
    def __init__(self, fault: Fault, place: str) -> None:
        super().__init__(fault.module, place)
        self.fault = fault

    def get_code(self, fullname: str) -> types.CodeType:  # noqa: ARG002  # it loads one module
        """Return the code of the module with the fault."""
        return compile(self.fault.text, self.path, "exec")


def stay_inside() -> None:
    """Let tests that start the tool as a command run it in this process, where a mutant and a line's tests can be."""
    sys.path[:0] = [os.path.join(ROOT, "tests", "support"), os.path.join(ROOT, "scripts")]
    import command  # of tests/support

    def run(*arguments: str, cwd: object, text: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        from advancelint.cli import main

        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        before, code = (dict(os.environ), sys.stdin), 0
        os.environ.clear()
        os.environ.update(command.environment(**more))
        sys.stdin = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
        with contextlib.chdir(str(cwd)), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main(list(arguments))
            except SystemExit as ended:
                code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
            finally:
                os.environ.clear()
                os.environ.update(before[0])
                sys.stdin = before[1]
        told = (bytes(one.buffer.getvalue()).decode() for one in (out, err))
        return subprocess.CompletedProcess(arguments, code, *told)

    command.run = run
