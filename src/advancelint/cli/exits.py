"""What the exit codes mean, and how an error is told. No other module knows a number."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from advancelint.diagnostic import SEVERITIES, Failure, Summary
from advancelint.errors import AdvancelintError, describe_fault
from advancelint.report.neutral import leading, neutral

CLEAN, FINDINGS, USAGE, INTERNAL = 0, 1, 2, 3
# As shells tell of what Ctrl-C ended.
STOPPED = 130


def report(error: AdvancelintError) -> NoReturn:
    """Print an error that a person can mend and exit."""
    say_error(error)
    sys.exit(USAGE)


def say_error(error: AdvancelintError) -> None:
    """Print an error to standard error without exiting."""
    for line in str(error).split("\n"):
        click.echo(leading(line), err=True)


def say_note(words: str) -> None:
    """Print a note on the run to standard error; it changes no exit code."""
    click.echo(neutral(f"note: {words}"), err=True)


def say_line(words: str) -> None:
    """Print one line of an account to standard error; it changes no exit code."""
    click.echo(neutral(words), err=True)


def say_failure(failure: Failure) -> None:
    """Print a fault of the tool itself, or of a rule of others: which rule or step, on which file."""
    words = f"{failure.path}: internal failure in {failure.step}: {failure.message}"
    if failure.origin:
        words = f"{failure.path}: the rule {failure.step} failed: {failure.message} (its card: {failure.origin})"
    click.echo(leading(words), err=True)


def report_fault(error: Exception) -> NoReturn:
    """Print a fault of the tool that no file can be blamed for, and exit."""
    click.echo(neutral(f"advancelint: internal failure: {describe_fault(error)}"), err=True)
    sys.exit(INTERNAL)


def reader_gone() -> NoReturn:
    """Exit quietly when whoever read the output has stopped reading."""
    # Python flushes standard output at exit and would complain again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(FINDINGS)


def code(summary: Summary, *, found: bool, failures: bool, misuse: bool, spared: bool) -> int:
    """Return the exit code of a run: a fault of the tool outweighs misuse, and misuse outweighs what was ``found``.

    Where no plan was judged nothing was checked, and that is never green, except where it was ``spared``: under a
    commit hook, which hands over whatever Markdown a commit touches, and where the config excludes all that was named.
    """
    if failures:
        return INTERNAL
    if misuse:
        return USAGE
    if found:
        return FINDINGS
    return CLEAN if summary.plans or spared else USAGE


def is_failing(severity: str, fail_on: str) -> bool:
    """Say whether a finding of ``severity`` fails a run; ``fail_on`` is a severity or never."""
    return fail_on != "never" and SEVERITIES.index(severity) >= SEVERITIES.index(fail_on)
