"""What a user may see of a run beside its reports, on standard error: progress, passed-over files, seconds."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, Any, TextIO

import click

from advancelint.cli.progress import Progress

if TYPE_CHECKING:
    from advancelint.cli.judging import Run
    from advancelint.rule import Finding, Node, Rule


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options on what a run tells of itself to ``command``."""
    verbose = "Tell on standard error which config counts, which files were passed over and why, and the seconds."
    command = click.option("--timings", is_flag=True, help="Tell on standard error the seconds of each rule.")(command)
    return click.option("-v", "--verbose", is_flag=True, help=verbose)(command)


class Onlooker:
    """Looks on while a run works; what nobody asked for is not measured."""

    def __init__(self, *, verbose: bool = False, timings: bool = False, progress: Progress | None = None) -> None:
        """Take what is wanted; without ``progress`` none is shown."""
        self._verbose = verbose
        self._timings = timings
        self._progress = progress
        self._begun = perf_counter()
        self._stages: dict[str, float] = {}
        self._rules: dict[str, float] = {}

    @classmethod
    def of(cls, options: dict[str, Any]) -> Onlooker:
        """Return the onlooker that the ``options`` ask for; progress is for a terminal that somebody looks at."""
        shown = _is_terminal(sys.stderr) and not options["quiet"]
        return cls(
            verbose=options["verbose"],
            timings=options["timings"],
            progress=Progress(sys.stderr, perf_counter) if shown else None,
        )

    def timed(self, rules: Sequence[Rule]) -> Sequence[Rule]:
        """Return ``rules``, each with a clock where seconds are wanted."""
        return [rule._replace(find=self._clocked(rule)) for rule in rules] if self._timings else rules

    def each(self, paths: Sequence[str]) -> Iterator[str]:
        """Yield ``paths``; the time until the last is done is that of reading and judging, what went before a stage."""
        self._stages["loading rules, finding files"] = perf_counter() - self._begun
        with self.stage("reading and judging"):
            yield from self._progress.each(paths) if self._progress else paths

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the seconds of what is done inside for the stage ``name``."""
        begin = perf_counter()
        yield
        self._stages[name] = self._stages.get(name, 0.0) + perf_counter() - begin

    def tell(self, run: Run) -> None:
        """Print what was asked for."""
        from advancelint.report.neutral import leading

        lines: list[str] = []
        if self._verbose:
            from advancelint.cli.verbose import verbose_lines

            lines += [leading(line) for line in verbose_lines(run)]
            lines += [_seconds(name, spent) for name, spent in self._stages.items()]
        if self._timings:
            lines.append(_seconds("in all rules", sum(self._rules.values())))
            slowest = sorted(self._rules.items(), key=lambda item: (-item[1], item[0]))
            lines += [_seconds(f"rule {code}", spent) for code, spent in slowest]
        for line in lines:
            click.echo(line, err=True)

    def _clocked(self, rule: Rule) -> Callable[[Node], Iterator[Finding]]:
        def find(node: Node) -> Iterator[Finding]:
            begin = perf_counter()
            try:
                # A rule works while it is asked for its findings, not when it is called.
                return iter(list(rule.find(node)))
            finally:
                self._rules[rule.code] = self._rules.get(rule.code, 0.0) + perf_counter() - begin

        return find


NOBODY = Onlooker()


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM", "") != "dumb"


def _seconds(what: str, spent: float) -> str:
    return f"{spent:8.3f} s  {what}"
