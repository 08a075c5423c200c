"""``advancelint baseline``: create, prune and status."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from advancelint.baseline import DEFAULT_NAME
from advancelint.cli import exits, options
from advancelint.cli.bench import Asked, Bench, bench_for
from advancelint.cli.judging import Run, judge_with
from advancelint.cli.writing import leads_away
from advancelint.errors import UsageError
from advancelint.paths import is_within, shown_path
from advancelint.records import NamedTuple
from advancelint.report.columns import columns
from advancelint.report.neutral import leading
from advancelint.report.words import counted

if TYPE_CHECKING:
    from advancelint.baseline import Entry
    from advancelint.cli.baselines import Compared

_Function = TypeVar("_Function", bound=Callable[..., Any])


class _Job(NamedTuple):
    """One call of a command: what it judges with, and the path of the baseline."""

    bench: Bench
    path: str


@click.group(epilog="Example: advancelint baseline create plans/")
def baseline() -> None:
    """Keep a list of old findings, so that `check --baseline FILE` reports only new ones."""


def _common(function: _Function) -> _Function:
    paths = click.argument("paths", nargs=-1, type=click.Path())
    for decorator in (options.no_exclude, options.sources, options.config, options.profile, options.as_of, paths):
        function = decorator(function)
    return function


_USUAL = f"by default the config's, else {DEFAULT_NAME}"
_FILE = click.option("--baseline", "named", metavar="FILE", help=f"The baseline; {_USUAL}.")


@baseline.command(epilog="Example: advancelint baseline create plans/ --as-of 2026-06-01")
@_common
@click.option("--output", "named", metavar="FILE", help=f"Where to write it; {_USUAL}.")
@click.option("--force", is_flag=True, help="Replace a baseline that is there already.")
def create(paths: tuple[str, ...], named: str | None, *, force: bool, **given: Any) -> None:
    """List every finding that PATHS have today; the default is the current folder.

    What a suppression holds is not listed, nor a file that cannot be read, nor what is wrong with suppressions.
    Exit codes: 0 written, 2 wrong usage or no plan, 3 internal failure. Nothing is written but with 0.
    """
    job = _job(paths, named, given)
    if os.path.lexists(job.path) and not force:
        remedy = "To take out what is gone: advancelint baseline prune. To list everything anew, add --force."
        raise UsageError("this file is there already", path=job.path, remedy=remedy)
    _list(job)


def create_first(path: str) -> None:
    """List every finding that the plans below the current folder have today in a new baseline at ``path``."""
    _list(_Job(bench_for(Asked(paths=(), listed=False)), path))


def _list(job: _Job) -> None:
    from advancelint.baseline import entry_of, relative
    from advancelint.cli.baselines import held_by

    run = _judged(job)
    entries: list[Entry] = []
    for judged in run.judgements:
        place = relative(judged.path, os.path.dirname(job.path))
        found = held_by(judged, job.bench.known) if os.path.lexists(judged.path) else ()
        if found and not place:
            raise UsageError("this file lies on another drive than the baseline", path=judged.path)
        entries += [entry_of(place, one) for one in found]
    _save(job.path, entries)
    files = len({entry.path for entry in entries})
    _say(f"{job.path}: {counted(len(entries), 'finding')} of {counted(files, 'file')} listed, as of {_day(run)}")


@baseline.command(epilog="Example: advancelint baseline prune plans/ --as-of 2026-06-01")
@_common
@_FILE
def prune(paths: tuple[str, ...], named: str | None, **given: Any) -> None:
    """Take out of the baseline what is no longer found in PATHS; the default is the current folder.

    Entries of other files stay. A file that was renamed keeps its entries, one that is gone from a folder in PATHS
    loses them. Entries of a rule that has another code now get that code. Nothing is ever added.
    Exit codes: 0 done, 2 wrong usage or no such baseline, 3 internal failure.
    """
    job = _job(paths, named, given)
    compared, run, before = _compared(job)
    matched = compared.matched
    dropped = {*compared.gone, *_lost(compared, job)}
    after = {*matched.found, *matched.left, *matched.elsewhere} - dropped
    if after != set(before):
        _save(job.path, after)
    renewed = len(after & compared.renewed)
    left = f"{len(after)} left" + (f", {renewed} of them under a new code" if renewed else "")
    _say(f"{job.path}: {counted(len(dropped), 'finding')} taken out, {left}, as of {_day(run)}")


@baseline.command(epilog="Example: advancelint baseline status plans/ --as-of 2026-06-01")
@_common
@_FILE
def status(paths: tuple[str, ...], named: str | None, **given: Any) -> None:
    """Count what the baseline lists for each rule and file of PATHS, and how much of it is gone.

    Exit codes: 0, 2 wrong usage or no such baseline, 3 internal failure.
    """
    job = _job(paths, named, given)
    compared, run, _ = _compared(job)
    gone = (*compared.gone, *_lost(compared, job))
    for line in _table(compared, gone):
        _say(line)
    _say(f"as of {_day(run)}")


def _job(paths: tuple[str, ...], named: str | None, given: dict[str, Any]) -> _Job:
    """Return what a command works with; raises UsageError where the files of ``paths`` have several baselines."""
    bench = bench_for(Asked(paths=paths, listed=False, **options.asked(given), **options.brought(given)))
    if named:
        return _Job(bench, named)
    found = sorted({bench.settings_of(bench.name_of(path)).baseline for path in bench.inputs().files})
    if len(found) > 1:
        remedy = "Name the baseline, or give the files of one config."
        raise UsageError("these files have different baselines by their configs", remedy=remedy)
    return _Job(bench, shown_path(found[0]) if found and found[0] else DEFAULT_NAME)


def _save(path: str, entries: Iterable[Entry]) -> None:
    """Write the baseline; raises UsageError where its folder is a link that leads out of the current one."""
    from advancelint.baseline import save

    if leads_away(os.path.dirname(path) or os.curdir):
        remedy = "Name the folder that it leads to, if that is meant."
        raise UsageError(
            "the baseline cannot be written: its folder is a link that leads away", path=path, remedy=remedy
        )
    save(path, entries)


def _judged(job: _Job) -> Run:
    """Judge without a baseline; ends the command where that cannot be done for all files."""
    run = judge_with(job.bench, {})
    for note in run.notes:
        exits.say_note(note)
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


def _compared(job: _Job) -> tuple[Compared, Run, tuple[Entry, ...]]:
    """Return the run compared with its baseline, the run, and the baseline's entries."""
    from advancelint.baseline import load
    from advancelint.cli.baselines import compare

    entries = load(job.path)  # before the plans are judged, so that a broken baseline is told at once
    run = _judged(job)
    return compare(run.judgements, job.path, job.bench), run, entries


def _lost(compared: Compared, job: _Job) -> Iterator[Entry]:
    """Yield the entries of files that no longer exist in the folders that were asked for."""
    from advancelint.baseline import within

    folders = [os.path.realpath(place) for place in job.bench.asked.paths or (os.curdir,) if os.path.isdir(place)]
    for entry in compared.matched.elsewhere:
        place = within(entry.path, os.path.realpath(os.path.dirname(job.path) or os.curdir))
        if any(is_within(place, folder) for folder in folders) and not os.path.lexists(place):
            yield entry


def _table(compared: Compared, gone: Sequence[Entry]) -> Iterator[str]:
    matched = compared.matched
    lost = [entry for entry in gone if entry in set(matched.elsewhere)]
    looked_at = [*matched.found, *matched.left, *lost]
    listed = Counter((entry.path, entry.code) for entry in looked_at)
    missing = Counter((entry.path, entry.code) for entry in gone)
    rows = [(str(count), str(missing[key]), key[1], key[0]) for key, count in sorted(listed.items())]
    if rows:
        yield from columns([("listed", "gone", "rule", "file"), *rows], right=2)
        yield ""
    others = len(matched.elsewhere) - len(lost)
    beside = f"; {counted(others, 'finding')} of other files not looked at" if others else ""
    yield f"{counted(len(looked_at), 'finding')} listed, {len(gone)} gone{beside}"


def _day(run: Run) -> str:
    return run.report.summary.as_of


def _say(line: str) -> None:
    sys.stdout.write(f"{leading(line)}\n")
