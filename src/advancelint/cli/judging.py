"""From what was asked on the command line to the report of a run."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from advancelint.cli import exits, files
from advancelint.diagnostic import SEVERITIES, Diagnostic, Report, RuleNote, Summary

if TYPE_CHECKING:
    from advancelint.config import Settings
    from advancelint.engine import Judgement
    from advancelint.engine.neighbours import Neighbours
    from advancelint.rule import Rule


class Asked(NamedTuple):
    """What a command line asks of a run; "" and () leave the word to the config.

    ``as_of`` is what `today.asked` returned; ``select``, ``ignore`` and ``extend_select`` are words that choose rules.
    ``stdin_name`` is what standard input is called, "" where nobody said. ``config`` names the config file for all
    files, ``isolated`` reads none, and without ``exclude`` no pattern of a config leaves a file out.
    """

    paths: tuple[str, ...]
    as_of: str = ""
    profile: str = ""
    stdin_name: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fail_on: str = ""
    config: str = ""
    isolated: bool = False
    exclude: bool = True


class Run(NamedTuple):
    """What came of a run: the report, each file's judgement, the paths that do not exist, notes for the user.

    ``failing`` says whether a diagnostic is as grave as its file's --fail-on; ``spared`` that every path was a file
    that the config excludes, so that nothing was left to judge.
    """

    report: Report
    judgements: tuple[Judgement, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    failing: bool
    spared: bool


def judge_all(asked: Asked) -> Run:
    """Judge the files that ``asked`` names; raises UsageError and ConfigError, and nothing for what a file holds."""
    from advancelint.catalog import load_rules
    from advancelint.cli.choosing import Chooser
    from advancelint.cli.settings import Finder
    from advancelint.engine import look_around

    chooser = Chooser(load_rules(), asked.select, asked.ignore, asked.extend_select)
    finder = Finder(
        as_of=asked.as_of, profile=asked.profile, config=asked.config, isolated=asked.isolated, exclude=asked.exclude
    )
    stdin_name = asked.stdin_name or "<stdin>"
    inputs = files.collect(asked.paths or ((files.STDIN,) if asked.stdin_name else (os.curdir,)), finder, stdin_name)
    names = {path: stdin_name if path == files.STDIN else path for path in inputs.files}
    settings = {path: finder.settings_of(name) for path, name in names.items()}
    rules = {path: chooser.rules_for(settings[path], finder.config_for(name)) for path, name in names.items()}
    chooser.refuse_nothing()
    around = look_around(finder.settings_of)
    judgements = tuple(_judge(rules[path], path, names[path], settings[path], around) for path in inputs.files)
    days = Counter(one.as_of for one in settings.values()) or Counter([finder.settings_of(stdin_name).as_of])
    report = _report(judgements, chooser.used, max(days, key=lambda day: (days[day], day)))
    bars = {names[path]: asked.fail_on or one.fail_on for path, one in settings.items()}
    return Run(
        report=report,
        judgements=judgements,
        missing=inputs.missing,
        notes=(*filter(None, [around.note]), *_said_of(inputs, days, report.summary.as_of)),
        failing=any(exits.is_failing(item.severity, bars[item.path]) for item in report.diagnostics),
        spared=inputs.spared,
    )


def _report(judgements: Sequence[Judgement], rules: Iterable[Rule], as_of: str) -> Report:
    diagnostics = sorted((item for judged in judgements for item in judged.diagnostics), key=lambda item: item.order)
    failures = tuple(failure for judged in judgements for failure in judged.failures)
    return Report(tuple(diagnostics), _summary(judgements, diagnostics, as_of), _notes(rules), (), failures)


def _judge(rules: Sequence[Rule], path: str, name: str, settings: Settings, around: Neighbours) -> Judgement:
    from advancelint.engine import decode, judge_file, judge_input
    from advancelint.engine.intake import LARGEST_FILE

    if path == files.STDIN:
        return judge_input(rules, decode(name, sys.stdin.buffer.read(LARGEST_FILE + 1)), settings, around)
    return judge_file(rules, path, settings, around)


def _said_of(inputs: files.Inputs, days: Counter[str], as_of: str) -> Iterator[str]:
    """Yield what was left out and by what, and how many files were judged as of another day."""
    left_out = Counter((one.by, one.folder) for one in inputs.excluded)
    for (by, folder), count in sorted(left_out.items()):
        noun = "folder" if folder else "file"
        yield f"{count} {noun}{'' if count == 1 else 's'} excluded by {by}"
    for day in sorted(set(days) - {as_of}):
        yield f"{days[day]} of the files judged as of {day}"


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


def _notes(rules: Iterable[Rule]) -> tuple[RuleNote, ...]:
    """Return one note a rule; a rule whose severity differs between files has its gravest."""
    notes: dict[str, RuleNote] = {}
    for rule in rules:
        note = _note(rule)
        known = notes.get(note.code, note)
        notes[note.code] = max(known, note, key=lambda one: SEVERITIES.index(one.severity))
    return tuple(notes.values())


def _note(rule: Rule) -> RuleNote:
    card = rule.card
    gravest = max(card.severities, key=SEVERITIES.index)
    return RuleNote(card.code, card.name, card.summary, card.family, gravest, card.why, card.instead, card.page)
