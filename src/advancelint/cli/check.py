"""``advancelint check``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

import click

from advancelint.cli import exits, onlooker, options, outputs
from advancelint.cli.judging import Asked, Run, judge_all
from advancelint.diagnostic import SEVERITIES
from advancelint.errors import AdvancelintError, UsageError

_WORDS = "Codes, beginnings of codes, names or families, separated by commas; repeatable."


class Job(NamedTuple):
    """One call of the command: what is asked of the run, where its reports go, who looks on, and all options."""

    asked: Asked
    targets: tuple[outputs.Target, ...]
    looking: onlooker.Onlooker
    given: dict[str, Any]


@click.command(
    cls=outputs.OrderedCommand, epilog="Example: advancelint check plans/ notes.md --as-of 2026-06-01 --ignore SP203"
)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--select", multiple=True, metavar="WORDS", help=f"Judge by these rules only. {_WORDS}")
@click.option("--ignore", multiple=True, metavar="WORDS", help="Leave these rules out.")
@click.option("--extend-select", multiple=True, metavar="WORDS", help="Judge by these rules as well.")
@click.option(
    "--fail-on",
    type=click.Choice([*reversed(SEVERITIES), "never"]),
    help="The least severity that fails the run; by default the config's, else error.",
)
@options.as_of
@options.profile
@options.config
@options.no_exclude
@click.option("--changed-since", metavar="REV", help="Report only what changed since HEAD and REV went apart.")
@click.option("--portfolio", is_flag=True, help="Report, of all plans that git tracks, what accounts and chains show.")
@click.option("--watch", is_flag=True, help="Judge again whenever a plan or a config file changes, until Ctrl-C.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input, which the path - stands for.")
@click.option("--baseline", metavar="FILE", help="Hold the old findings that FILE lists; overrules the config.")
@click.option("--no-baseline", is_flag=True, help="Report also what a baseline lists.")
@click.option("--no-suppressions", is_flag=True, help="Report also what comments in the plans suppress.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing what a plan says.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix and --diff, also fixes that leave work to you.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing; exit 1 for a change.")
@outputs.options
@onlooker.options
@click.pass_context
def check(context: click.Context, /, **given: Any) -> None:
    """Judge the call objectives of plans. PATHS are files and folders; the default is the current folder.

    Exit codes: 0 clean, 1 findings at or above --fail-on (with --diff: a change), 2 wrong usage or nothing to judge,
    3 internal failure.
    """
    job = _job(context, given)
    if given["watch"]:
        context.exit(_watch(context, job))
    context.exit(_diff(job) if given["diff"] else _fix(job) if given["fix"] else _judge(job)[1])


def _job(context: click.Context, given: dict[str, Any]) -> Job:
    return Job(_asked(given), outputs.targets(context), onlooker.Onlooker.of(given), given)


def _watch(context: click.Context, job: Job) -> int:
    """Judge again and again until somebody ends it; return the exit code."""
    from advancelint.cli import watch

    if job.given["fix"] or job.given["diff"]:
        raise UsageError("--watch reports and changes nothing", remedy="Leave --fix and --diff away, or --watch.")

    def judge() -> tuple[str, ...]:
        return _judge(_job(context, job.given))[0].beside

    return watch.repeat(judge, job.asked, [target.file for target in job.targets])


def _judge(job: Job) -> tuple[Run, int]:
    """Judge and report; return the run and the exit code."""
    run = judge_all(job.asked, job.looking)
    if job.given["unsafe_fixes"]:
        _say_fixable(run)
    return run, _close(run, whole=_report(run, job))


def _fix(job: Job) -> int:
    """Mend files, or standard input onto standard output; report what remains and return the exit code."""
    import contextlib
    import sys

    from advancelint.cli import fixing

    fixed = fixing.fix_all(job.asked, unsafe=job.given["unsafe_fixes"], write=True, looking=job.looking)
    if fixed.piped:
        fixing.print_text(fixed)
    # Standard output holds the text then, so the report goes where messages go.
    with contextlib.redirect_stdout(sys.stderr if fixed.piped else sys.stdout):
        whole = _report(fixed.run, job)
    if not job.given["quiet"]:
        fixing.say_fixes(fixed, written=True)
    return _close(fixed.run, whole=whole, errors=fixed.errors)


def _diff(job: Job) -> int:
    """Print a patch and return the exit code."""
    from advancelint.cli import fixing

    if job.given["output"] or job.given["output_format"]:
        remedy = "Leave --output-format and --output away, or --diff."
        raise UsageError("--diff prints a patch and no report", remedy=remedy)
    fixed = fixing.fix_all(job.asked, unsafe=job.given["unsafe_fixes"], write=False, looking=job.looking)
    changed = fixing.print_patch(fixed)
    if not job.given["quiet"]:
        fixing.say_fixes(fixed, written=False)
    _say_notes(fixed.run)
    job.looking.tell(fixed.run)
    failures, missing, spared = _say_troubles(fixed.run)
    return exits.code(fixed.run.report.summary, found=changed, failures=failures, misuse=missing, spared=spared)


def _report(run: Run, job: Job) -> bool:
    """Write the reports, tell what belongs beside them, and say whether each report could be written."""
    _say_notes(run)
    with job.looking.stage("writing the reports"):
        whole = outputs.write(run.report, job.targets, job.given)
    job.looking.tell(run)
    return whole


def _say_notes(run: Run) -> None:
    for note in run.notes:
        exits.say_note(note)


def _say_fixable(run: Run) -> None:
    counts = [sum(found.fix.safety == safety for found in run.report.diagnostics) for safety in ("safe", "unsafe")]
    exits.say_note(f"--fix mends {counts[0]} of the findings, --fix --unsafe-fixes {counts[1]} more")


def _asked(given: dict[str, Any]) -> Asked:
    if given["baseline"] and given["no_baseline"]:
        raise UsageError("--baseline and --no-baseline exclude each other")
    return Asked(
        paths=given["paths"],
        stdin_name=given["stdin_filename"] or "",
        select=_split(given["select"]),
        ignore=_split(given["ignore"]),
        extend_select=_split(given["extend_select"]),
        fail_on=given["fail_on"] or "",
        baseline=given["baseline"] or "",
        listed=not given["no_baseline"],
        suppressions=not given["no_suppressions"],
        changed_since=_revision(given["changed_since"]),
        portfolio=given["portfolio"],
        **options.asked(given),
    )


def _revision(given: str | None) -> str:
    if given is not None and not given.strip():
        # A variable that is not set must not turn a gate on changes into one on everything, or into none.
        remedy = "Name a branch, a tag or a commit, as in origin/main."
        raise UsageError("--changed-since was given nothing to compare with", remedy=remedy)
    return given or ""


def _split(groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for group in groups for word in group.replace(",", " ").split())


def _close(run: Run, *, whole: bool, errors: Sequence[AdvancelintError] = ()) -> int:
    """Tell what went wrong beside the plans, and return the exit code; ``whole`` says that no report is missing."""
    for error in errors:
        exits.say_error(error)
    failures, missing, spared = _say_troubles(run)
    misuse = missing or bool(errors) or not whole
    return exits.code(run.report.summary, found=run.failing, failures=failures, misuse=misuse, spared=spared)


def _say_troubles(run: Run) -> tuple[bool, bool, bool]:
    """Tell of faults and of missing paths; return whether there were any of each, and whether no plan is no fault."""
    failures = run.report.failures
    for failure in failures:
        exits.say_failure(failure)
    for path in run.missing:
        exits.say_error(UsageError("there is no such file or folder", path=path))
    if not run.report.summary.plans and not failures and not run.missing and not run.spared:
        _say_no_plan(run)
    return bool(failures), bool(run.missing), run.spared or bool(os.environ.get("PRE_COMMIT"))


def _say_no_plan(run: Run) -> None:
    shown = [judged for judged in run.judgements if judged.status == "passed-over"][:5]
    for judged in shown:
        exits.say_error(UsageError(f"passed over: {judged.why}", path=judged.path))
    remedy = "A plan names an objective, a next step or a stage; “type: deal-plan” in the front matter declares one."
    exits.say_error(UsageError("no plan was found", remedy=remedy))
