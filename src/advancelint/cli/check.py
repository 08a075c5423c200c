"""``advancelint check``."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import click

from advancelint.cli import exits, files, today
from advancelint.diagnostic import SEVERITIES, Diagnostic, Summary
from advancelint.errors import UsageError

if TYPE_CHECKING:
    from advancelint.config import Settings
    from advancelint.engine import Judgement
    from advancelint.engine.neighbours import Neighbours
    from advancelint.rule import Rule

# The names are repeated here so that --help need not load the ladder; a test holds them to `doctrine.ladder`.
PROFILES = ("default", "manufacturing", "pharma", "consulting", "transactional")
_WORDS = "Codes, beginnings of codes, names or families, separated by commas; repeatable."


@click.command(epilog="Example: advancelint check plans/ notes.md --as-of 2026-06-01 --ignore SP203")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--select", multiple=True, metavar="WORDS", help=f"Judge by these rules only. {_WORDS}")
@click.option("--ignore", multiple=True, metavar="WORDS", help="Leave these rules out.")
@click.option("--extend-select", multiple=True, metavar="WORDS", help="Judge by these rules as well.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", metavar="FILE", help="Write the report to FILE instead of standard output.")
@click.option("--fail-on", type=click.Choice([*reversed(SEVERITIES), "never"]), default="error", show_default=True)
@click.option("--as-of", metavar="DATE", help="The day that counts as today, as 2026-06-01.")
@click.option("--profile", type=click.Choice(PROFILES), help="The trade; overrules the config.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input, which the path - stands for.")
@click.option("--quiet", is_flag=True, help="Print no report; the exit code says it all.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@click.pass_context
def check(context: click.Context, /, paths: tuple[str, ...], stdin_filename: str | None, **options: object) -> None:
    """Judge the call objectives of plans. PATHS are files and folders; the default is the current folder.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or nothing to judge, 3 internal failure.
    """
    from advancelint.catalog import load_rules, select_rules
    from advancelint.cli.settings import settings_for
    from advancelint.engine import look_around

    as_of, profile = today.resolve(_text(options, "as_of")), _text(options, "profile")
    words = (_split(options[name]) for name in ("select", "ignore", "extend_select"))
    rules = select_rules(load_rules(), *words)
    inputs = files.collect(paths or ((files.STDIN,) if stdin_filename else (os.curdir,)))
    settings_of = functools.partial(settings_for, as_of=as_of, profile=profile or "")
    around = look_around(settings_of)
    judgements = [_judge(rules, path, settings_of, stdin_filename or "<stdin>", around) for path in inputs.files]
    diagnostics = sorted((item for judged in judgements for item in judged.diagnostics), key=lambda item: item.order)
    summary = _summary(judgements, diagnostics, as_of)
    if around.note:
        exits.say_note(around.note)
    if not options["quiet"]:
        _write(_lines(diagnostics, summary, options), _text(options, "output"))
    context.exit(_close(judgements, inputs.missing, summary, str(options["fail_on"])))


def _text(options: dict[str, object], name: str) -> str | None:
    value = options[name]
    return value if isinstance(value, str) else None


def _split(value: object) -> tuple[str, ...]:
    given = value if isinstance(value, tuple) else ()
    return tuple(word for group in given for word in str(group).replace(",", " ").split())


def _judge(
    rules: Sequence[Rule], path: str, settings_of: Callable[[str], Settings], stdin_name: str, around: Neighbours
) -> Judgement:
    from advancelint.engine import decode, judge_file, judge_input
    from advancelint.engine.intake import LARGEST_FILE

    settings = settings_of(stdin_name if path == files.STDIN else path)
    if path == files.STDIN:
        return judge_input(rules, decode(stdin_name, sys.stdin.buffer.read(LARGEST_FILE + 1)), settings, around)
    return judge_file(rules, path, settings, around)


def _summary(judgements: Sequence[Judgement], diagnostics: Sequence[Diagnostic], as_of: str) -> Summary:
    infos, warnings, errors = (sum(item.severity == severity for item in diagnostics) for severity in SEVERITIES)
    return Summary(
        files=len(judgements),
        plans=sum(judged.status == "plan" for judged in judgements),
        passed_over=sum(judged.status == "passed-over" for judged in judgements),
        errors=errors,
        warnings=warnings,
        infos=infos,
        as_of=as_of,
    )


def _lines(diagnostics: Sequence[Diagnostic], summary: Summary, options: dict[str, object]) -> Iterable[str]:
    if options["output_format"] == "json":
        from advancelint.report import json

        return json.render(diagnostics, summary)
    from advancelint.report import text

    return text.render(diagnostics, summary, color=_wants_color(str(options["color"]), to_file=bool(options["output"])))


def _wants_color(choice: str, *, to_file: bool) -> bool:
    """Say whether to colour: the option, then NO_COLOR and FORCE_COLOR (set and not empty), then the terminal."""
    if choice != "auto":
        return choice == "always"
    if to_file or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def _write(lines: Iterable[str], output: str | None) -> None:
    text = "".join(f"{line}\n" for line in lines)
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        with open(output, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"the report cannot be written to “{output}”: {reason}") from error


def _close(judgements: Sequence[Judgement], missing: Sequence[str], summary: Summary, fail_on: str) -> int:
    """Tell what went wrong beside the plans, and return the exit code."""
    failures = [failure for judged in judgements for failure in judged.failures]
    for failure in failures:
        exits.say_failure(failure)
    for path in missing:
        exits.say_error(UsageError("there is no such file or folder", path=path))
    if not summary.plans and not failures and not missing:
        _say_no_plan(judgements)
    hook = bool(os.environ.get("PRE_COMMIT"))
    return exits.code_of_run(summary, fail_on, failures=bool(failures), misuse=bool(missing), hook=hook)


def _say_no_plan(judgements: Sequence[Judgement]) -> None:
    shown = [judged for judged in judgements if judged.status == "passed-over"][:5]
    for judged in shown:
        exits.say_error(UsageError(f"passed over: {judged.why}", path=judged.path))
    remedy = "A plan names an objective, a next step or a stage; “type: deal-plan” in the front matter declares one."
    exits.say_error(UsageError("no plan was found", remedy=remedy))
