"""From what was asked on the command line to the report of a run."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from advancelint.cli import changed, exits, files
from advancelint.cli.onlooker import NOBODY, Onlooker
from advancelint.cli.reporting import report_of
from advancelint.diagnostic import Report

if TYPE_CHECKING:
    from advancelint.cli.choosing import Chooser
    from advancelint.cli.settings import Finder
    from advancelint.config import Settings
    from advancelint.engine import Judgement, Trouble
    from advancelint.engine.neighbours import Neighbours
    from advancelint.git import Worktrees
    from advancelint.rule import Rule
    from advancelint.source import Source
    from advancelint.suppress import Register


class Asked(NamedTuple):
    """What a command line asks of a run; "" and () leave the word to the config.

    ``as_of`` is what `today.asked` returned; ``select``, ``ignore`` and ``extend_select`` are words that choose rules.
    ``stdin_name`` is what standard input is called, "" where nobody said. ``config`` names the config file for all
    files, ``isolated`` reads none, and without ``exclude`` no pattern of a config leaves a file out. ``baseline`` is
    the path of the baseline for all files; without ``listed`` none holds anything, and without ``suppressions`` those
    in plans hold nothing. ``changed_since`` is the revision whose changes alone are reported on, "" for everything.
    ``portfolio`` takes the files that git tracks, and reports what rests on the account or the chain.
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
    baseline: str = ""
    listed: bool = True
    suppressions: bool = True
    changed_since: str = ""
    portfolio: bool = False


class Run(NamedTuple):
    """What came of a run: the report, each file's judgement, the paths that do not exist, notes for the user.

    ``failing`` says whether a diagnostic is as grave as its file's --fail-on; ``spared`` that every path was a file
    that the config excludes, so that nothing was left to judge. ``configs`` are the config files that counted, "" for
    none, each with the number of files that it counted for; ``beside`` are all files that had a say beside the plans:
    configs with what they extend, and baselines.
    """

    report: Report
    judgements: tuple[Judgement, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    failing: bool
    spared: bool
    configs: tuple[tuple[str, int], ...]
    beside: tuple[str, ...]


class Bench(NamedTuple):
    """What files are judged with.

    ``known`` are all rules, of which ``chooser`` chooses those for a file; ``register`` is what suppressions can name,
    ``finder`` finds settings, ``worktrees`` what git knows, and ``around`` looks around a file.
    """

    known: tuple[Rule, ...]
    chooser: Chooser
    register: Register
    finder: Finder
    worktrees: Worktrees
    around: Neighbours

    def renewed(self) -> Bench:
        """Return the bench for another look at files that have been changed meanwhile."""
        from advancelint.engine import look_around

        return self._replace(around=look_around(self.finder.settings_of, worktrees=self.worktrees))

    def settings_of(self, name: str) -> Settings:
        """Return the settings of the file ``name``; raises ConfigError for a broken config."""
        return self.finder.settings_of(name)

    def rules_of(self, name: str) -> tuple[Rule, ...]:
        """Return the rules that judge the file ``name``; raises ConfigError for a word that chooses none."""
        return self.chooser.rules_for(self.finder.settings_of(name), self.finder.config_for(name))


def judge_all(asked: Asked, looking: Onlooker = NOBODY) -> Run:
    """Judge the files that ``asked`` names; raises UsageError and ConfigError, and nothing for what a file holds.

    ``looking`` sees the rules before they are run and the files one by one.
    """
    return judge_with(bench_for(asked, looking), asked, {}, looking)


def bench_for(asked: Asked, looking: Onlooker = NOBODY) -> Bench:
    """Return the bench of ``asked``; raises UsageError for a word that chooses no rule, CardError and the like."""
    from advancelint.catalog import load_rules
    from advancelint.cli.choosing import Chooser
    from advancelint.cli.settings import Finder
    from advancelint.engine import look_around, register_of
    from advancelint.git import Worktrees

    known = load_rules()
    chooser = Chooser(looking.timed(known), asked.select, asked.ignore, asked.extend_select)
    finder = Finder(
        as_of=asked.as_of, profile=asked.profile, config=asked.config, isolated=asked.isolated, exclude=asked.exclude
    )
    register = register_of(known if asked.suppressions else ())
    worktrees = Worktrees()
    around = look_around(finder.settings_of, worktrees=worktrees)
    return Bench(known, chooser, register, finder, worktrees, around)


def judge_with(bench: Bench, asked: Asked, instead: Mapping[str, Source | Trouble], looking: Onlooker = NOBODY) -> Run:
    """Judge the files that ``asked`` names; of the paths in ``instead`` what is given there, and not what they hold."""
    inputs = inputs_of(bench, asked)
    names = [name_of(path, asked) for path in inputs.files]
    settings = {name: bench.settings_of(name) for name in names}
    rules = {name: bench.rules_of(name) for name in names}
    bench.chooser.refuse_nothing()
    comparison = changed.compare(asked.changed_since, inputs.files, bench) if asked.changed_since else None
    judgements: Sequence[Judgement] = [
        _judge(bench, rules[name_of(path, asked)], path, asked, instead) for path in looking.each(inputs.files)
    ]
    notes: tuple[str, ...] = ()
    baselines = {name: asked.baseline or settings[name].baseline for name in names if asked.listed}
    if any(baselines.values()):
        from advancelint.cli.baselines import hold

        judgements, notes = hold(judgements, baselines, rules, bench.known)
    if comparison is not None:
        judgements, left = changed.narrow(judgements, comparison, bench.around)
        notes = (*notes, left)
    if asked.portfolio:
        judgements = _around_calls(judgements, bench)
    days = Counter(one.as_of for one in settings.values()) or Counter([_no_day(bench, asked)])
    report = report_of(judgements, bench.chooser.used, max(days, key=lambda day: (days[day], day)))
    bars = {name: asked.fail_on or settings[name].fail_on for name in names}
    configs = [bench.finder.config_for(name) for name in names]
    beside = {layer.document.path for config in configs if config for layer in config.layers}
    return Run(
        report=report,
        judgements=tuple(judgements),
        missing=inputs.missing,
        notes=(*bench.around.notes, *_said_of(inputs, days, report.summary.as_of), *notes),
        failing=any(exits.is_failing(item.severity, bars[item.path]) for item in report.diagnostics),
        spared=inputs.spared,
        configs=tuple(sorted(Counter(config.path if config else "" for config in configs).items())),
        beside=tuple(sorted(beside.union(filter(None, baselines.values())))),
    )


def inputs_of(bench: Bench, asked: Asked) -> files.Inputs:
    """Return the files that ``asked`` names; raises UsageError where git cannot tell which of them it tracks."""
    paths = asked.paths or ((files.STDIN,) if asked.stdin_name else (os.curdir,))
    # A file that git tracks is not ignored, whatever its patterns say.
    named = name_of(files.STDIN, asked)
    found = files.collect(paths, bench.finder, named, respect_gitignore=not asked.portfolio)
    if asked.portfolio:
        from advancelint.cli.portfolio import tracked

        return found._replace(files=tracked(found.files, bench.worktrees))
    return found


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


def _judge(
    bench: Bench, rules: Sequence[Rule], path: str, asked: Asked, instead: Mapping[str, Source | Trouble]
) -> Judgement:
    from advancelint.engine import judge_input

    taken = instead[path] if path in instead else take(path, asked)
    return judge_input(rules, taken, bench.settings_of(name_of(path, asked)), bench.around, bench.register)


def _around_calls(judgements: Sequence[Judgement], bench: Bench) -> Sequence[Judgement]:
    from advancelint.cli.portfolio import around_calls  # here, as most runs look at single files

    return around_calls(judgements, bench.known)


def _no_day(bench: Bench, asked: Asked) -> str:
    """Return the day that counts where no file was judged."""
    return bench.settings_of(name_of(files.STDIN, asked)).as_of


def _said_of(inputs: files.Inputs, days: Counter[str], as_of: str) -> Iterator[str]:
    """Yield what was left out and by what, and how many files were judged as of another day."""
    left_out = Counter((one.by, one.folder) for one in inputs.excluded)
    for (by, folder), count in sorted(left_out.items()):
        noun = "folder" if folder else "file"
        yield f"{count} {noun}{'' if count == 1 else 's'} excluded by {by}"
    for day in sorted(set(days) - {as_of}):
        yield f"{days[day]} of the files judged as of {day}"
