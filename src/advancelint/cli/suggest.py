"""``advancelint suggest``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from advancelint.cli import exits, options
from advancelint.errors import UsageError
from advancelint.report.neutral import neutral

if TYPE_CHECKING:
    from advancelint.engine.advise import Advice

VERSION = 1


@click.command(epilog="Example: advancelint suggest plans/kestrel.md --as-of 2026-06-01")
@click.argument("file", type=click.Path())
@options.as_of
@options.profile
@options.config
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def suggest(file: str, form: str, **given: Any) -> None:
    """Suggest advances that come next for the plan in FILE, and say what keeps it from the next level.

    They fit the plan's stage, its people and what is already on record, here and in the other files of its account.
    Exit codes: 0 suggestions, 1 none that fit, 2 a file that cannot be read or is no plan.
    """
    from advancelint.engine import look_around, read_file
    from advancelint.engine.advise import advise

    finder = options.finder(given)
    settings = finder.settings_of(file)
    advice = advise(read_file(file), settings, look_around(finder.settings_of, history=False))
    if not advice.account and advice.why_not:
        exits.report(UsageError(advice.why_not, path=file))
    lines = _json(advice, settings.as_of) if form == "json" else _text(advice)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    if not advice.suggestions:
        sys.exit(exits.FINDINGS)


def _text(advice: Advice) -> Iterator[str]:
    stage = advice.stage.capitalize() if advice.question else "Stage unknown"
    yield neutral(f"{advice.account}. {stage}: {advice.question}" if advice.question else f"{advice.account}. {stage}.")
    for number, one in enumerate(advice.suggestions, 1):
        who = one.person or "your contact"
        title = f" ({one.title})" if one.title else ""
        yield ""
        yield neutral(f"{number}. {who}{title} {one.line} {advice.by}")
        takes = f", takes {one.days} days or more" if one.days else ""
        yield neutral(f"   energy {one.energy}, stage {one.stage}{takes}: {one.why}")
    yield ""
    if advice.why_not:
        yield neutral(f"Nothing to suggest: {advice.why_not}.")
    blocks = "; ".join(advice.maturity.blocks)
    yield neutral(
        f"This plan is {advice.maturity.level}." + (f" To the next level it lacks: {blocks}." if blocks else "")
    )


def _json(advice: Advice, as_of: str) -> Iterator[str]:
    from advancelint.report.jsontext import write

    document = {
        "version": VERSION,
        "path": advice.path,
        "account": advice.account,
        "stage": advice.stage,
        "as_of": as_of,
        "maturity": {"level": advice.maturity.level, "blocks": list(advice.maturity.blocks)},
        "suggestions": [one._asdict() for one in advice.suggestions],
    }
    yield write(document, indent=2)
