"""``advancelint check``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

import click

from advancelint.cli import exits, files, onlooker, outputs, today
from advancelint.cli.judging import Asked, Run, inputs_of, judge_all
from advancelint.diagnostic import SEVERITIES
from advancelint.errors import AdvancelintError, UsageError

# The names are repeated here so that --help need not load the ladder; a test holds them to `doctrine.ladder`.
PROFILES = ("default", "manufacturing", "pharma", "consulting", "transactional")
_WORDS = "Codes, beginnings of codes, names or families, separated by commas; repeatable."


class Job(NamedTuple):
    """One call of the command: what is asked of the run, where its reports go, who looks on, and all options."""

    asked: Asked
    targets: tuple[outputs.Target, ...]
    looking: onlooker.Onlooker
    options: dict[str, Any]


@click.command(
    cls=outputs.OrderedCommand, epilog="Example: advancelint check plans/ notes.md --as-of 2026-06-01 --ignore SP203"
)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--select", multiple=True, metavar="WORDS", help=f"Judge by these rules only. {_WORDS}")
@click.option("--ignore", multiple=True, metavar="WORDS", help="Leave these rules out.")
@click.option("--extend-select", multiple=True, metavar="WORDS", help="Judge by these rules as well.")
@click.option("--fail-on", type=click.Choice([*reversed(SEVERITIES), "never"]), default="error", show_default=True)
@click.option("--as-of", metavar="DATE", help="The day that counts as today, as 2026-06-01.")
@click.option("--profile", type=click.Choice(PROFILES), help="The trade; overrules the config.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input, which the path - stands for.")
@click.option("--baseline", default="", metavar="FILE", help="Hold the old findings that FILE lists.")
@click.option("--no-suppressions", is_flag=True, help="Report also what comments in the plans suppress.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing what a plan says.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix and --diff, also fixes that leave work to you.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing; exit 1 for a change.")
@outputs.options
@onlooker.options
@click.pass_context
def check(context: click.Context, /, **options: Any) -> None:
    """Judge the call objectives of plans. PATHS are files and folders; the default is the current folder.

    Exit codes: 0 clean, 1 findings at or above --fail-on (with --diff: a change), 2 wrong usage or nothing to judge,
    3 internal failure.
    """
    job = Job(_asked(options), outputs.targets(context), onlooker.Onlooker.of(options), options)
    context.exit(_diff(job) if options["diff"] else _fix(job) if options["fix"] else _judge(job))


def _judge(job: Job) -> int:
    """Judge, report and return the exit code."""
    run = judge_all(job.asked, job.looking)
    if job.options["unsafe_fixes"]:
        _say_fixable(run)
    return _close(run, job, whole=_report(run, job))


def _fix(job: Job) -> int:
    """Mend files, or standard input onto standard output; report what remains and return the exit code."""
    import contextlib
    import sys

    from advancelint.cli import fixing

    fixed = fixing.fix_all(job.asked, unsafe=job.options["unsafe_fixes"], write=True, looking=job.looking)
    piped = files.STDIN in inputs_of(job.asked).files
    if piped:
        fixing.print_text(fixed)
    # Standard output holds the text then, so the report goes where messages go.
    with contextlib.redirect_stdout(sys.stderr if piped else sys.stdout):
        whole = _report(fixed.run, job)
    if not job.options["quiet"]:
        fixing.say_fixes(fixed, written=True)
    return _close(fixed.run, job, whole=whole, errors=fixed.errors)


def _diff(job: Job) -> int:
    """Print a patch and return the exit code."""
    from advancelint.cli import fixing

    if job.options["output"] or job.options["output_format"]:
        remedy = "Leave --output-format and --output away, or --diff."
        raise UsageError("--diff prints a patch and no report", remedy=remedy)
    fixed = fixing.fix_all(job.asked, unsafe=job.options["unsafe_fixes"], write=False, looking=job.looking)
    changed = fixing.print_patch(fixed)
    if not job.options["quiet"]:
        fixing.say_fixes(fixed, written=False)
    job.looking.tell(fixed.run.judgements)
    failures, missing = _say_troubles(fixed.run)
    hook = bool(os.environ.get("PRE_COMMIT"))
    return exits.code_of_diff(fixed.run.report.summary, changed=changed, failures=failures, misuse=missing, hook=hook)


def _report(run: Run, job: Job) -> bool:
    """Write the reports, tell what belongs beside them, and say whether each report could be written."""
    if run.note:
        exits.say_note(run.note)
    if run.gone:
        listed = f"{run.gone} listed in {job.asked.baseline} and no longer found"
        exits.say_note(f"{listed}; “advancelint baseline prune” takes out what is gone")
    with job.looking.stage("writing the reports"):
        whole = outputs.write(run.report, job.targets, job.options)
    job.looking.tell(run.judgements)
    return whole


def _say_fixable(run: Run) -> None:
    counts = [sum(found.fix.safety == safety for found in run.report.diagnostics) for safety in ("safe", "unsafe")]
    exits.say_note(f"--fix mends {counts[0]} of the findings, --fix --unsafe-fixes {counts[1]} more")


def _asked(options: dict[str, Any]) -> Asked:
    return Asked(
        paths=options["paths"],
        as_of=today.resolve(options["as_of"]),
        profile=options["profile"] or "",
        stdin_name=options["stdin_filename"] or "",
        select=_split(options["select"]),
        ignore=_split(options["ignore"]),
        extend_select=_split(options["extend_select"]),
        baseline=options["baseline"],
        suppressions=not options["no_suppressions"],
    )


def _split(groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for group in groups for word in group.replace(",", " ").split())


def _close(run: Run, job: Job, *, whole: bool, errors: Sequence[AdvancelintError] = ()) -> int:
    """Tell what went wrong beside the plans, and return the exit code; ``whole`` says that no report is missing."""
    for error in errors:
        exits.say_error(error)
    failures, missing = _say_troubles(run)
    misuse = missing or bool(errors) or not whole
    hook = bool(os.environ.get("PRE_COMMIT"))
    return exits.code_of_run(run.report.summary, job.options["fail_on"], failures=failures, misuse=misuse, hook=hook)


def _say_troubles(run: Run) -> tuple[bool, bool]:
    """Tell of faults and of missing paths; return whether there were any of each."""
    failures = run.report.failures
    for failure in failures:
        exits.say_failure(failure)
    for path in run.missing:
        exits.say_error(UsageError("there is no such file or folder", path=path))
    if not run.report.summary.plans and not failures and not run.missing:
        _say_no_plan(run)
    return bool(failures), bool(run.missing)


def _say_no_plan(run: Run) -> None:
    shown = [judged for judged in run.judgements if judged.status == "passed-over"][:5]
    for judged in shown:
        exits.say_error(UsageError(f"passed over: {judged.why}", path=judged.path))
    remedy = "A plan names an objective, a next step or a stage; “type: deal-plan” in the front matter declares one."
    exits.say_error(UsageError("no plan was found", remedy=remedy))
