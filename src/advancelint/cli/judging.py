"""From what was asked on the command line to the report of a run."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from advancelint.cli import changed, files
from advancelint.diagnostic import SEVERITIES, Diagnostic, Report, RuleNote, Summary

if TYPE_CHECKING:
    from advancelint.config import Settings
    from advancelint.engine import Judgement
    from advancelint.engine.neighbours import Neighbours
    from advancelint.rule import Rule


class Asked(NamedTuple):
    """What a command line asks of a run.

    ``as_of`` is an ISO date, ``profile`` "" for the config's; ``select``, ``ignore`` and ``extend_select`` are words
    that choose rules. ``stdin_name`` is what standard input is called, "" where nobody said. ``changed_since`` is the
    revision whose changes alone are reported on, "" for everything.
    """

    paths: tuple[str, ...]
    as_of: str
    profile: str = ""
    stdin_name: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    changed_since: str = ""


class Run(NamedTuple):
    """What came of a run: the report, each file's judgement, the paths that do not exist, notes for the user."""

    report: Report
    judgements: tuple[Judgement, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]


def judge_all(asked: Asked) -> Run:
    """Judge the files that ``asked`` names; raises UsageError and ConfigError, and nothing for what a file holds."""
    from advancelint.catalog import load_rules, select_rules
    from advancelint.cli.settings import settings_for
    from advancelint.engine import look_around
    from advancelint.git import Worktrees

    rules = select_rules(load_rules(), asked.select, asked.ignore, asked.extend_select)
    inputs = files.collect(asked.paths or ((files.STDIN,) if asked.stdin_name else (os.curdir,)))
    settings_of = functools.partial(settings_for, as_of=asked.as_of, profile=asked.profile)
    worktrees = Worktrees()
    comparison = changed.compare(asked.changed_since, inputs.files, worktrees) if asked.changed_since else None
    around = look_around(settings_of, worktrees=worktrees)
    judgements = [_judge(rules, path, settings_of, asked.stdin_name or "<stdin>", around) for path in inputs.files]
    diagnostics = sorted((item for judged in judgements for item in judged.diagnostics), key=lambda item: item.order)
    notes = around.notes
    if comparison is not None:
        diagnostics, left = changed.narrow(diagnostics, comparison, around)
        notes = (*notes, left)
    failures = tuple(failure for judged in judgements for failure in judged.failures)
    summary = _summary(judgements, diagnostics, asked.as_of)
    rule_notes = tuple(_note(rule) for rule in rules)
    report = Report(tuple(diagnostics), summary, rule_notes, (), failures)
    return Run(report, tuple(judgements), inputs.missing, notes)


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


def _note(rule: Rule) -> RuleNote:
    card = rule.card
    gravest = max(card.severities, key=SEVERITIES.index)
    return RuleNote(
        card.code, card.name, card.summary, card.family, gravest, card.why, card.instead, card.page, card.scope
    )
