"""The whole way of one file: bytes to judgement, every report and the form that ``inspect`` prints."""

from __future__ import annotations

from typing import NamedTuple

from advancelint.catalog import load_rules
from advancelint.cli.prepared import prepared
from advancelint.cli.reporting import report_of
from advancelint.config import Settings
from advancelint.engine import Judgement, decode, judge_input, register_of, understand
from advancelint.plan.model import Plan
from advancelint.plan.published import published
from advancelint.report.formats import FORMATS, Look, render
from advancelint.report.jsontext import write
from advancelint.source import Source
from advancelint.suppress import quieted

RULES = tuple(load_rules())
REGISTER = register_of(RULES)
SETTINGS = Settings(as_of="2026-06-01")
ALL = Look(color=True, held=True, statistics=True)


class Outcome(NamedTuple):
    """What came of a file: its judgement, the report in each format, its plan and the form that is published.

    A file that is no text has no plan; ``shown`` is "" then.
    """

    judgement: Judgement
    texts: dict[str, str]
    plan: Plan | None
    quiet: Source
    shown: str


def judged(data: bytes, path: str = "plan.md") -> Judgement:
    """Return the judgement on a file with the content ``data`` by all rules, suppressions obeyed."""
    return judge_input(RULES, decode(path, data), SETTINGS, register=REGISTER)


def rendered(judgement: Judgement, look: Look = ALL) -> dict[str, str]:
    """Return the report on ``judgement`` in each format."""
    report = report_of([judgement], RULES, SETTINGS.as_of)
    return {one.name: "\n".join(render(one.name, prepared(report, one), look)) for one in FORMATS}


def whole(data: bytes, path: str = "plan.md") -> Outcome:
    """Go the whole way with ``data``, as ``check`` does with every format, and ``inspect``."""
    judgement = judged(data, path)
    texts = rendered(judgement)
    taken = decode(path, data)
    if not isinstance(taken, Source):
        return Outcome(judgement, texts, None, taken.source, "")
    quiet = quieted(taken)
    plan = understand(quiet, SETTINGS)
    return Outcome(judgement, texts, plan, quiet, write(published(plan, quiet), indent=2))
