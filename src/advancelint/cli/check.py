"""``advancelint check``."""

from __future__ import annotations

import functools
import os
from typing import Any

import click

from advancelint.cli import exits, outputs, today
from advancelint.cli.judging import Asked, Run, judge_all
from advancelint.diagnostic import SEVERITIES
from advancelint.errors import UsageError

# The names are repeated here so that --help need not load the ladder; a test holds them to `doctrine.ladder`.
PROFILES = ("default", "manufacturing", "pharma", "consulting", "transactional")
_WORDS = "Codes, beginnings of codes, names or families, separated by commas; repeatable."


@click.command(epilog="Example: advancelint check plans/ notes.md --as-of 2026-06-01 --ignore SP203")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--select", multiple=True, metavar="WORDS", help=f"Judge by these rules only. {_WORDS}")
@click.option("--ignore", multiple=True, metavar="WORDS", help="Leave these rules out.")
@click.option("--extend-select", multiple=True, metavar="WORDS", help="Judge by these rules as well.")
@click.option("--output-format", type=click.Choice(outputs.FORMATS), default="text", show_default=True)
@click.option("--output", default="", metavar="FILE", help="Write the report to FILE instead of standard output.")
@click.option("--fail-on", type=click.Choice([*reversed(SEVERITIES), "never"]), default="error", show_default=True)
@click.option("--as-of", metavar="DATE", help="The day that counts as today, as 2026-06-01.")
@click.option("--profile", type=click.Choice(PROFILES), help="The trade; overrules the config.")
@click.option("--changed-since", metavar="REV", help="Report only what changed since HEAD and REV went apart.")
@click.option("--watch", is_flag=True, help="Judge again whenever a plan or a config file changes, until Ctrl-C.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input, which the path - stands for.")
@click.option("--quiet", is_flag=True, help="Print no report; the exit code says it all.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@click.pass_context
def check(context: click.Context, /, **options: Any) -> None:
    """Judge the call objectives of plans. PATHS are files and folders; the default is the current folder.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or nothing to judge, 3 internal failure.
    """
    if options["watch"]:
        from advancelint.cli import watch

        context.exit(watch.repeat(functools.partial(_once, options), _asked(options), (options["output"],)))
    context.exit(_once(options))


def _once(options: dict[str, Any]) -> int:
    """Judge, report, and return the exit code; raises UsageError and ConfigError."""
    run = judge_all(_asked(options))
    for note in run.notes:
        exits.say_note(note)
    if not options["quiet"]:
        outputs.write(run.report, options["output_format"], options["output"], options["color"])
    return _close(run, options["fail_on"])


def _asked(options: dict[str, Any]) -> Asked:
    return Asked(
        paths=options["paths"],
        as_of=today.resolve(options["as_of"]),
        profile=options["profile"] or "",
        stdin_name=options["stdin_filename"] or "",
        select=_split(options["select"]),
        ignore=_split(options["ignore"]),
        extend_select=_split(options["extend_select"]),
        changed_since=_revision(options["changed_since"]),
    )


def _revision(given: str | None) -> str:
    if given is not None and not given.strip():
        # A variable that is not set must not turn a gate on changes into one on everything, or into none.
        remedy = "Name a branch, a tag or a commit, as in origin/main."
        raise UsageError("--changed-since was given nothing to compare with", remedy=remedy)
    return given or ""


def _split(groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for group in groups for word in group.replace(",", " ").split())


def _close(run: Run, fail_on: str) -> int:
    """Tell what went wrong beside the plans, and return the exit code."""
    failures, summary = run.report.failures, run.report.summary
    for failure in failures:
        exits.say_failure(failure)
    for path in run.missing:
        exits.say_error(UsageError("there is no such file or folder", path=path))
    if not summary.plans and not failures and not run.missing:
        _say_no_plan(run)
    hook = bool(os.environ.get("PRE_COMMIT"))
    return exits.code_of_run(summary, fail_on, failures=bool(failures), misuse=bool(run.missing), hook=hook)


def _say_no_plan(run: Run) -> None:
    shown = [judged for judged in run.judgements if judged.status == "passed-over"][:5]
    for judged in shown:
        exits.say_error(UsageError(f"passed over: {judged.why}", path=judged.path))
    remedy = "A plan names an objective, a next step or a stage; “type: deal-plan” in the front matter declares one."
    exits.say_error(UsageError("no plan was found", remedy=remedy))
