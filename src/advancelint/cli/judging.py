"""From what was asked on the command line to the report of a run."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from advancelint.cli import files
from advancelint.diagnostic import SEVERITIES, Diagnostic, Report, RuleNote, Summary

if TYPE_CHECKING:
    from advancelint.config import Settings
    from advancelint.engine import Judgement
    from advancelint.engine.neighbours import Neighbours
    from advancelint.rule import Rule
    from advancelint.suppress import Register


class Asked(NamedTuple):
    """What a command line asks of a run.

    ``as_of`` is an ISO date, ``profile`` "" for the config's; ``select``, ``ignore`` and ``extend_select`` are words
    that choose rules. ``stdin_name`` is what standard input is called, "" where nobody said. ``baseline`` is the path
    of the baseline that holds old findings, "" for none; without ``suppressions`` those in plans hold nothing.
    """

    paths: tuple[str, ...]
    as_of: str
    profile: str = ""
    stdin_name: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    baseline: str = ""
    suppressions: bool = True


class Run(NamedTuple):
    """What came of a run: the report, each file's judgement, the paths that do not exist, a note for the user or "".

    ``gone`` counts what the baseline lists for the files that were judged and what is no longer found in them.
    """

    report: Report
    judgements: tuple[Judgement, ...]
    missing: tuple[str, ...]
    note: str
    gone: int = 0


def judge_all(asked: Asked) -> Run:
    """Judge the files that ``asked`` names; raises UsageError and ConfigError, and nothing for what a file holds."""
    from advancelint.catalog import load_rules, select_rules
    from advancelint.cli.settings import settings_for
    from advancelint.engine import look_around, register_of

    known = load_rules()
    rules = select_rules(known, asked.select, asked.ignore, asked.extend_select)
    register = register_of(known) if asked.suppressions else register_of(())
    inputs = files.collect(asked.paths or ((files.STDIN,) if asked.stdin_name else (os.curdir,)))
    settings_of = functools.partial(settings_for, as_of=asked.as_of, profile=asked.profile)
    around = look_around(settings_of)
    judge = functools.partial(_judge, rules, register, settings_of, asked.stdin_name or "<stdin>", around)
    judgements, gone = [judge(path) for path in inputs.files], 0
    if asked.baseline:
        from advancelint.cli.baselines import compare

        compared = compare(judgements, asked.baseline, rules, known)
        judgements, gone = compared.judgements, len(compared.gone)
    diagnostics = sorted((item for judged in judgements for item in judged.diagnostics), key=lambda item: item.order)
    held = sorted((item for judged in judgements for item in judged.held), key=lambda item: item.order)
    failures = tuple(failure for judged in judgements for failure in judged.failures)
    summary = _summary(judgements, diagnostics, asked.as_of)
    notes = tuple(_note(rule) for rule in rules)
    report = Report(tuple(diagnostics), summary, notes, tuple(held), failures)
    return Run(report, tuple(judgements), inputs.missing, around.note, gone)


def _judge(
    rules: Sequence[Rule],
    register: Register,
    settings_of: Callable[[str], Settings],
    stdin_name: str,
    around: Neighbours,
    path: str,
) -> Judgement:
    from advancelint.engine import decode, judge_file, judge_input
    from advancelint.engine.intake import LARGEST_FILE

    settings = settings_of(stdin_name if path == files.STDIN else path)
    if path == files.STDIN:
        taken = decode(stdin_name, sys.stdin.buffer.read(LARGEST_FILE + 1))
        return judge_input(rules, taken, settings, around, register)
    return judge_file(rules, path, settings, around, register)


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
    return RuleNote(card.code, card.name, card.summary, card.family, gravest, card.why, card.instead, card.page)
