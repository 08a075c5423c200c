"""``advancelint baseline``: create, prune and status."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from advancelint.baseline import DEFAULT_NAME
from advancelint.cli import exits, today
from advancelint.cli.check import PROFILES
from advancelint.cli.judging import Asked, Run, judge_all
from advancelint.errors import UsageError
from advancelint.report.neutral import neutral, width

if TYPE_CHECKING:
    from advancelint.baseline import Entry
    from advancelint.cli.baselines import Compared

_Function = TypeVar("_Function", bound=Callable[..., Any])


@click.group(epilog="Example: advancelint baseline create plans/")
def baseline() -> None:
    """Keep a list of old findings, so that `check --baseline FILE` reports only new ones."""


def _common(function: _Function) -> _Function:
    for decorator in (
        click.option("--profile", type=click.Choice(PROFILES), help="The trade; overrules the config."),
        click.option("--as-of", metavar="DATE", help="The day that counts as today, as 2026-06-01."),
        click.argument("paths", nargs=-1, type=click.Path()),
    ):
        function = decorator(function)
    return function


_FILE = click.option(
    "--baseline", "path", default=DEFAULT_NAME, show_default=True, metavar="FILE", help="The baseline."
)


@baseline.command(epilog="Example: advancelint baseline create plans/ --as-of 2026-06-01")
@_common
@click.option("--output", default=DEFAULT_NAME, show_default=True, metavar="FILE", help="Where to write it.")
@click.option("--force", is_flag=True, help="Replace a baseline that is there already.")
def create(paths: tuple[str, ...], as_of: str | None, profile: str | None, output: str, *, force: bool) -> None:
    """List every finding that PATHS have today; the default is the current folder.

    What a suppression holds is not listed, nor a file that cannot be read, nor what is wrong with suppressions.
    Exit codes: 0 written, 2 wrong usage or no plan, 3 internal failure. Nothing is written but with 0.
    """
    from advancelint.baseline import entry_of, relative, save
    from advancelint.catalog import load_rules
    from advancelint.cli.baselines import held_by

    if os.path.lexists(output) and not force:
        remedy = "To take out what is gone: advancelint baseline prune. To list everything anew, add --force."
        raise UsageError("this file is there already", path=output, remedy=remedy)
    run = _judged(paths, as_of, profile)
    known = load_rules()
    entries: list[Entry] = []
    for judged in run.judgements:
        place = relative(judged.path, os.path.dirname(output))
        found = held_by(judged, known) if os.path.lexists(judged.path) else ()
        if found and not place:
            raise UsageError("this file lies on another drive than the baseline", path=judged.path)
        entries += [entry_of(place, one) for one in found]
    save(output, entries)
    files = len({entry.path for entry in entries})
    _say(f"{output}: {_count(len(entries), 'finding')} of {_count(files, 'file')} listed, as of {_day(run)}")


@baseline.command(epilog="Example: advancelint baseline prune plans/ --as-of 2026-06-01")
@_common
@_FILE
def prune(paths: tuple[str, ...], as_of: str | None, profile: str | None, path: str) -> None:
    """Take out of the baseline what is no longer found in PATHS; the default is the current folder.

    Entries of other files stay. A file that was renamed keeps its entries, one that is gone from a folder in PATHS
    loses them. Nothing is ever added.
    Exit codes: 0 done, 2 wrong usage or no such baseline, 3 internal failure.
    """
    from advancelint.baseline import save

    compared, run, before = _compared(paths, as_of, profile, path)
    matched = compared.matched
    dropped = {*compared.gone, *_lost(compared, paths, path)}
    after = {*matched.found, *matched.left, *matched.elsewhere} - dropped
    if after != set(before):
        save(path, after)
    _say(f"{path}: {_count(len(dropped), 'finding')} taken out, {len(after)} left, as of {_day(run)}")


@baseline.command(epilog="Example: advancelint baseline status plans/ --as-of 2026-06-01")
@_common
@_FILE
def status(paths: tuple[str, ...], as_of: str | None, profile: str | None, path: str) -> None:
    """Count what the baseline lists for each rule and file of PATHS, and how much of it is gone.

    Exit codes: 0, 2 wrong usage or no such baseline, 3 internal failure.
    """
    compared, run, _ = _compared(paths, as_of, profile, path)
    gone = (*compared.gone, *_lost(compared, paths, path))
    for line in _table(compared, gone):
        _say(line)
    _say(f"as of {_day(run)}")


def _judged(paths: tuple[str, ...], as_of: str | None, profile: str | None) -> Run:
    """Judge ``paths`` without a baseline; ends the command where that cannot be done for all of them."""
    run = judge_all(Asked(paths=paths, as_of=today.resolve(as_of), profile=profile or ""))
    for failure in run.report.failures:
        exits.say_failure(failure)
    if run.report.failures:
        sys.exit(exits.INTERNAL)
    if run.missing:
        raise UsageError("there is no such file or folder", path=run.missing[0])
    for judged in run.judgements:
        if judged.status == "unread":
            exits.say_note(f"{judged.path} cannot be read, so nothing is known of it: {judged.why}")
    if not run.report.summary.plans:
        raise UsageError("no plan was found", remedy="“advancelint check” says why files are passed over.")
    return run


def _compared(
    paths: tuple[str, ...], as_of: str | None, profile: str | None, path: str
) -> tuple[Compared, Run, tuple[Entry, ...]]:
    """Return the run over ``paths`` compared with the baseline at ``path``, the run, and the baseline's entries."""
    from advancelint.baseline import load
    from advancelint.catalog import load_rules
    from advancelint.cli.baselines import compare

    entries = load(path)  # before the plans are judged, so that a broken baseline is told at once
    run = _judged(paths, as_of, profile)
    known = load_rules()
    codes = {rule.code for rule in run.report.rules}
    return compare(run.judgements, path, [rule for rule in known if rule.code in codes], known), run, entries


def _lost(compared: Compared, paths: Sequence[str], path: str) -> Iterator[Entry]:
    """Yield the entries of files that no longer exist in the folders that were asked for."""
    from advancelint.baseline import within

    folders = [os.path.realpath(place) for place in paths or (os.curdir,) if os.path.isdir(place)]
    for entry in compared.matched.elsewhere:
        place = within(entry.path, os.path.realpath(os.path.dirname(path) or os.curdir))
        inside = any(place.startswith(os.path.join(folder, "")) for folder in folders)
        if inside and not os.path.lexists(place):
            yield entry


def _table(compared: Compared, gone: Sequence[Entry]) -> Iterator[str]:
    matched = compared.matched
    lost = [entry for entry in gone if entry in set(matched.elsewhere)]
    looked_at = [*matched.found, *matched.left, *lost]
    listed = Counter((entry.path, entry.code) for entry in looked_at)
    missing = Counter((entry.path, entry.code) for entry in gone)
    rows = [(str(count), str(missing[key]), key[1], key[0]) for key, count in sorted(listed.items())]
    if rows:
        shown = [[neutral(cell) for cell in row] for row in (("listed", "gone", "rule", "file"), *rows)]
        spaces = [max(width(row[index]) for row in shown) for index in range(3)]
        for listed_now, gone_now, rule, file in shown:
            yield f"{listed_now:>{spaces[0]}}  {gone_now:>{spaces[1]}}  {rule:<{spaces[2]}}  {file}"
        yield ""
    others = len(matched.elsewhere) - len(lost)
    beside = f"; {_count(others, 'finding')} of other files not looked at" if others else ""
    yield f"{_count(len(looked_at), 'finding')} listed, {len(gone)} gone{beside}"


def _day(run: Run) -> str:
    return run.report.summary.as_of


def _say(line: str) -> None:
    sys.stdout.write(f"{neutral(line)}\n")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
