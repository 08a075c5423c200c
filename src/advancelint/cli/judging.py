"""From what was asked on the command line to the report of a run."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from advancelint.cli import files
from advancelint.cli.onlooker import NOBODY, Onlooker
from advancelint.diagnostic import SEVERITIES, Diagnostic, Report, RuleNote, Summary

if TYPE_CHECKING:
    from advancelint.config import Settings
    from advancelint.engine import Judgement, Trouble
    from advancelint.engine.neighbours import Neighbours
    from advancelint.rule import Rule
    from advancelint.source import Source
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


class Bench(NamedTuple):
    """What files are judged with.

    ``rules`` are those of the ``known`` ones that take part, ``register`` what suppressions can name, ``settings_of``
    the settings of a path, ``around`` what looks around a file.
    """

    known: tuple[Rule, ...]
    rules: tuple[Rule, ...]
    register: Register
    settings_of: Callable[[str], Settings]
    around: Neighbours


def judge_all(asked: Asked, looking: Onlooker = NOBODY) -> Run:
    """Judge the files that ``asked`` names; raises UsageError and ConfigError, and nothing for what a file holds.

    ``looking`` sees the rules before they are run and the files one by one.
    """
    return judge_with(bench_for(asked, looking), asked, {}, looking)


def bench_for(asked: Asked, looking: Onlooker = NOBODY) -> Bench:
    """Return the bench of ``asked``; raises UsageError for a word that chooses no rule, CardError and the like."""
    from advancelint.catalog import load_rules, select_rules
    from advancelint.cli.settings import settings_for
    from advancelint.engine import look_around, register_of

    known = load_rules()
    rules = tuple(looking.timed(select_rules(known, asked.select, asked.ignore, asked.extend_select)))
    settings_of = functools.partial(settings_for, as_of=asked.as_of, profile=asked.profile)
    register = register_of(known if asked.suppressions else ())
    return Bench(known, rules, register, settings_of, look_around(settings_of))


def judge_with(bench: Bench, asked: Asked, instead: Mapping[str, Source | Trouble], looking: Onlooker = NOBODY) -> Run:
    """Judge the files that ``asked`` names; of the paths in ``instead`` what is given there, and not what they hold."""
    inputs = inputs_of(asked)
    judgements, gone = [_judge(bench, path, asked, instead) for path in looking.each(inputs.files)], 0
    if asked.baseline:
        from advancelint.cli.baselines import compare

        compared = compare(judgements, asked.baseline, bench.rules, bench.known)
        judgements, gone = compared.judgements, len(compared.gone)
    diagnostics = sorted((item for judged in judgements for item in judged.diagnostics), key=lambda item: item.order)
    held = sorted((item for judged in judgements for item in judged.held), key=lambda item: item.order)
    failures = tuple(failure for judged in judgements for failure in judged.failures)
    summary = _summary(judgements, diagnostics, asked.as_of)
    notes = tuple(_note(rule) for rule in bench.rules)
    report = Report(tuple(diagnostics), summary, notes, tuple(held), failures)
    return Run(report, tuple(judgements), inputs.missing, bench.around.note, gone)


def inputs_of(asked: Asked) -> files.Inputs:
    """Return the files that ``asked`` names."""
    return files.collect(asked.paths or ((files.STDIN,) if asked.stdin_name else (os.curdir,)))


def take(path: str, asked: Asked) -> Source | Trouble:
    """Read the file ``path``, or standard input where it is "-"."""
    from advancelint.engine import decode, read_file
    from advancelint.engine.intake import LARGEST_FILE

    if path == files.STDIN:
        return decode(name_of(path, asked), sys.stdin.buffer.read(LARGEST_FILE + 1))
    return read_file(path)


def name_of(path: str, asked: Asked) -> str:
    """Return what the input ``path`` is called in reports."""
    return (asked.stdin_name or files.STDIN_NAME) if path == files.STDIN else path


def _judge(bench: Bench, path: str, asked: Asked, instead: Mapping[str, Source | Trouble]) -> Judgement:
    from advancelint.engine import judge_input

    taken = instead[path] if path in instead else take(path, asked)
    return judge_input(bench.rules, taken, bench.settings_of(name_of(path, asked)), bench.around, bench.register)


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
    from advancelint.cards import sketch

    card = rule.card
    gravest = max(card.severities, key=SEVERITIES.index)
    instead = sketch(card.instead)
    return RuleNote(card.code, card.name, card.summary, card.family, gravest, card.why, instead, card.page)
