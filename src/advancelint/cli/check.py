"""``advancelint check``."""

from __future__ import annotations

from typing import Any

import click

from advancelint.cli import jobs, onlooker, options, outputs
from advancelint.cli.bench import Asked
from advancelint.cli.jobs import Job
from advancelint.diagnostic import SEVERITIES
from advancelint.errors import UsageError

_WORDS = "Codes, beginnings of codes, names, families or packs, separated by commas; repeatable."


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
@options.sources
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
@jobs.options
@click.pass_context
def check(context: click.Context, /, **given: Any) -> None:
    """Judge the call objectives of plans. PATHS are files and folders; the default is the current folder.

    Exit codes: 0 clean, 1 findings at or above --fail-on (with --diff: a change), 2 wrong usage or nothing to judge,
    3 internal failure.
    """
    job = _job(context, given)
    if given["watch"]:
        context.exit(_watch(context, job))
    context.exit(jobs.diff(job) if given["diff"] else jobs.fix(job) if given["fix"] else jobs.judge(job)[1])


def _job(context: click.Context, given: dict[str, Any]) -> Job:
    targets = outputs.targets(context)
    asked = _asked(given)._replace(chained=any(target.format.chained for target in targets))
    return Job(asked, targets, onlooker.Onlooker.of(given), given, context.find_root().obj or ())


def _watch(context: click.Context, job: Job) -> int:
    """Judge again and again until somebody ends it; return the exit code."""
    from advancelint.cli import watch

    if job.given["fix"] or job.given["diff"]:
        raise UsageError("--watch reports and changes nothing", remedy="Leave --fix and --diff away, or --watch.")

    def judge() -> tuple[str, ...]:
        return jobs.judge(_job(context, job.given))[0].beside

    return watch.repeat(judge, job.asked, [target.file for target in job.targets])


def _asked(given: dict[str, Any]) -> Asked:
    if given["baseline"] and given["no_baseline"]:
        raise UsageError("--baseline and --no-baseline exclude each other")
    return Asked(
        paths=given["paths"],
        stdin_name=given["stdin_filename"] or "",
        select=options.words(given["select"]),
        ignore=options.words(given["ignore"]),
        extend_select=options.words(given["extend_select"]),
        fail_on=given["fail_on"] or "",
        baseline=given["baseline"] or "",
        listed=not given["no_baseline"],
        suppressions=not given["no_suppressions"],
        changed_since=_revision(given["changed_since"]),
        portfolio=given["portfolio"],
        **options.asked(given),
        **options.brought(given),
    )


def _revision(given: str | None) -> str:
    if given is not None and not given.strip():
        # A variable that is not set must not turn a gate on changes into one on everything, or into none.
        remedy = "Name a branch, a tag or a commit, as in origin/main."
        raise UsageError("--changed-since was given nothing to compare with", remedy=remedy)
    return given or ""
