"""What one call of ``advancelint check`` does: judge, mend or print a patch, then tell all and find the exit code."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from advancelint.cli import exits, helping, onlooker, outputs
from advancelint.cli.bench import Asked, bench_for
from advancelint.cli.judging import Run, judge_with
from advancelint.errors import AdvancelintError, UsageError
from advancelint.records import NamedTuple


class Job(NamedTuple):
    """One call of the command: what is asked of the run, where its reports go, who looks on, and all options.

    ``words`` are the words of the process, none where it is another one's call.
    """

    asked: Asked
    targets: tuple[outputs.Target, ...]
    looking: onlooker.Onlooker
    given: dict[str, Any]
    words: tuple[str, ...] = ()


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options on what a run tells of itself, and on what may help it, to ``command``."""
    return onlooker.options(helping.options(command))


def judge(job: Job) -> tuple[Run, int]:
    """Judge and report; return the run and the exit code."""
    with helping.helping(job.given, job.words) as helped:
        bench = bench_for(job.asked, job.looking)
        run = judge_with(bench, {}, job.looking, helped.of(bench))
        if job.given["unsafe_fixes"]:
            _say_fixable(run)
        code = _close(run, whole=_report(run, job))
        if job.given["verbose"]:
            helped.tell()
        helped.keep(code, bench, run)
    return run, code


def fix(job: Job) -> int:
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


def diff(job: Job) -> int:
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
