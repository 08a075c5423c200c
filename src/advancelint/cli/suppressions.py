"""``advancelint suppressions``: every suppression in the plans, with its reason and what it does."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from advancelint.cli import exits, options
from advancelint.cli.bench import Asked
from advancelint.cli.judging import Run, judge_all
from advancelint.errors import UsageError
from advancelint.report.columns import columns
from advancelint.report.words import counted

if TYPE_CHECKING:
    from advancelint.engine import Standing

VERSION = 1
_LONGEST = 60
_HEADS = ("place", "state", "rules", "until", "owner", "reason")


@click.command(epilog="Example: advancelint suppressions plans/ --as-of 2026-06-01")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.as_of
@options.profile
@options.config
@options.sources
@options.no_exclude
def suppressions(paths: tuple[str, ...], form: str, **given: Any) -> None:
    """List the suppressions in the plans of PATHS; the default is the current folder.

    Each has its place, the rules that it names, its reason, owner and last day, and its state: in-use, resting (its
    call is over), unused, expired, malformed, unknown (no such rule) or not-judged (its rule took no part).
    Exit codes: 0, whatever the states; 2 a file that cannot be read or does not exist; 3 internal failure.
    """
    run = judge_all(Asked(paths=paths, listed=False, **options.asked(given), **options.brought(given)))
    for note in run.notes:
        exits.say_note(note)
    rows = [(judged.path, standing) for judged in run.judgements for standing in judged.standing]
    lines = _json(rows, run.report.summary.as_of) if form == "json" else _text(rows, run.report.summary.as_of)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.exit(_close(run))


def _close(run: Run) -> int:
    for failure in run.report.failures:
        exits.say_failure(failure)
    unread = [judged for judged in run.judgements if judged.status == "unread" and not judged.failures]
    for judged in unread:
        exits.say_error(UsageError(f"this file cannot be read: {judged.why}", path=judged.path))
    for path in run.missing:
        exits.say_error(UsageError("there is no such file or folder", path=path))
    if run.report.failures:
        return exits.INTERNAL
    return exits.USAGE if unread or run.missing else exits.CLEAN


def _text(rows: Sequence[tuple[str, Standing]], as_of: str) -> Iterator[str]:
    cells = [
        (
            f"{path}:{one.place.line}",
            one.state,
            _short(", ".join(name.code or name.word for name in one.item.names) or "-"),
            one.item.until or "-",
            _short(one.item.owner or "-"),
            _short(one.item.fault or one.item.reason),
        )
        for path, one in rows
    ]
    if cells:
        yield from columns([_HEADS, *cells])
        yield ""
    counts = {state: sum(one.state == state for _, one in rows) for state in sorted({one.state for _, one in rows})}
    listed = ", ".join(f"{count} {state}" for state, count in counts.items())
    yield counted(len(rows), "suppression") + (f": {listed}" if listed else "")
    yield f"as of {as_of}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _json(rows: Sequence[tuple[str, Standing]], as_of: str) -> Iterator[str]:
    from advancelint.report.jsontext import write

    found = [
        {
            "path": path,
            "line": one.place.line,
            "column": one.place.column,
            "kind": one.item.kind,
            "state": one.state,
            "rules": [
                {"named": name.word, "code": name.code, "state": state}
                for name, state in zip(one.item.names, one.states, strict=True)
            ],
            "reason": one.item.reason,
            "owner": one.item.owner,
            "until": one.item.until,
            "fault": one.item.fault,
        }
        for path, one in rows
    ]
    yield write({"version": VERSION, "as_of": as_of, "suppressions": found}, indent=2)
