"""``advancelint check``."""

from __future__ import annotations

import os
from typing import Any

import click

from advancelint.cli import exits, options, outputs, today
from advancelint.cli.judging import Asked, Run, judge_all
from advancelint.diagnostic import SEVERITIES
from advancelint.errors import UsageError

_WORDS = "Codes, beginnings of codes, names or families, separated by commas; repeatable."


@click.command(epilog="Example: advancelint check plans/ notes.md --as-of 2026-06-01 --ignore SP203")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--select", multiple=True, metavar="WORDS", help=f"Judge by these rules only. {_WORDS}")
@click.option("--ignore", multiple=True, metavar="WORDS", help="Leave these rules out.")
@click.option("--extend-select", multiple=True, metavar="WORDS", help="Judge by these rules as well.")
@click.option("--output-format", type=click.Choice(outputs.FORMATS), default="text", show_default=True)
@click.option("--output", default="", metavar="FILE", help="Write the report to FILE instead of standard output.")
@click.option(
    "--fail-on",
    type=click.Choice([*reversed(SEVERITIES), "never"]),
    help="The least severity that fails the run; by default the config's, else error.",
)
@options.as_of
@options.profile
@options.config
@click.option("--no-exclude", is_flag=True, help="Judge what the config excludes, too.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input, which the path - stands for.")
@click.option("--quiet", is_flag=True, help="Print no report; the exit code says it all.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@click.pass_context
def check(context: click.Context, /, **given: Any) -> None:
    """Judge the call objectives of plans. PATHS are files and folders; the default is the current folder.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or nothing to judge, 3 internal failure.
    """
    run = judge_all(_asked(given))
    for note in run.notes:
        exits.say_note(note)
    if not given["quiet"]:
        outputs.write(run.report, given["output_format"], given["output"], given["color"])
    context.exit(_close(run))


def _asked(given: dict[str, Any]) -> Asked:
    return Asked(
        paths=given["paths"],
        as_of=today.asked(given["as_of"]),
        profile=given["profile"] or "",
        stdin_name=given["stdin_filename"] or "",
        select=_split(given["select"]),
        ignore=_split(given["ignore"]),
        extend_select=_split(given["extend_select"]),
        fail_on=given["fail_on"] or "",
        config=given["config"] or "",
        isolated=given["isolated"],
        exclude=not given["no_exclude"],
    )


def _split(groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for group in groups for word in group.replace(",", " ").split())


def _close(run: Run) -> int:
    """Tell what went wrong beside the plans, and return the exit code."""
    failures, summary = run.report.failures, run.report.summary
    for failure in failures:
        exits.say_failure(failure)
    for path in run.missing:
        exits.say_error(UsageError("there is no such file or folder", path=path))
    spared = run.spared or bool(os.environ.get("PRE_COMMIT"))
    if not summary.plans and not failures and not run.missing and not run.spared:
        _say_no_plan(run)
    failing, misuse = run.failing, bool(run.missing)
    return exits.code_of_run(summary, failing=failing, failures=bool(failures), misuse=misuse, spared=spared)


def _say_no_plan(run: Run) -> None:
    shown = [judged for judged in run.judgements if judged.status == "passed-over"][:5]
    for judged in shown:
        exits.say_error(UsageError(f"passed over: {judged.why}", path=judged.path))
    remedy = "A plan names an objective, a next step or a stage; “type: deal-plan” in the front matter declares one."
    exits.say_error(UsageError("no plan was found", remedy=remedy))
