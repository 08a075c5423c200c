"""From the files of a run to its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from advancelint.cli import changed, exits, files
from advancelint.cli.bench import Asked, Bench, bench_for
from advancelint.cli.desk import at_desk
from advancelint.cli.onlooker import NOBODY, Onlooker
from advancelint.cli.reporting import report_of
from advancelint.diagnostic import Chain, Report
from advancelint.records import NamedTuple
from advancelint.report.words import counted

if TYPE_CHECKING:
    from advancelint.cli.memory import Memory
    from advancelint.config import Settings
    from advancelint.engine import Judgement, Trouble
    from advancelint.engine.changed import Comparison
    from advancelint.source import Source


class Run(NamedTuple):
    """What came of a run: the report, each file's judgement, the paths that do not exist, notes for the user.

    ``failing`` says whether a diagnostic is as grave as its file's --fail-on; ``spared`` that every path was a file
    that the config excludes, so that nothing was left to judge. ``configs`` are the config files that counted, "" for
    none, each with the number of files that it counted for; ``beside`` are all files that had a say beside the plans:
    configs with what they extend, and baselines. ``inputs`` are the files that were asked for.
    """

    report: Report
    judgements: tuple[Judgement, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    failing: bool
    spared: bool
    configs: tuple[tuple[str, int], ...]
    beside: tuple[str, ...]
    inputs: files.Inputs


class Helps(NamedTuple):
    """What makes a run faster: a ``memory`` of earlier ones, and how many ``processes`` may work at the same time."""

    memory: Memory | None = None
    processes: int = 1


NO_HELPS = Helps()


def judge_all(asked: Asked, looking: Onlooker = NOBODY) -> Run:
    """Judge the files that ``asked`` names; raises UsageError and ConfigError, and nothing for what a file holds.

    ``looking`` sees the rules before they are run and the files one by one.
    """
    return judge_with(bench_for(asked, looking), {}, looking)


def judge_with(
    bench: Bench, instead: Mapping[str, Source | Trouble], looking: Onlooker = NOBODY, helps: Helps = NO_HELPS
) -> Run:
    """Judge the files of ``bench``; of the paths in ``instead`` what is given there, and not what they hold.

    ``helps`` are used where they change nothing but the time.
    """
    asked, inputs = bench.asked, bench.inputs()
    # All configs are read, and all rules chosen, before the first file is: a mistake in one is told at once.
    settings = {name: bench.settings_of(name) for name in map(bench.name_of, inputs.files)}
    for name in settings:
        bench.rules_of(name)
    bench.chooser.refuse_nothing()
    comparison = changed.compare(asked.changed_since, inputs.files, bench) if asked.changed_since else None
    judgements = _judged(bench, inputs, instead, looking, helps)
    baselines = {name: asked.baseline or one.baseline for name, one in settings.items() if asked.listed}
    judgements, notes = _counting(judgements, baselines, comparison, bench)
    days = _days(bench, settings)
    report = report_of(judgements, bench.chooser.used, days[0][0])
    if asked.chained:
        report = report._replace(chains=_chains(bench, inputs.files, judgements, comparison))
    bars = {name: asked.fail_on or one.fail_on for name, one in settings.items()}
    configs = [bench.finder.config_for(name) for name in settings]
    beside = {layer.document.path for config in configs if config for layer in config.layers}
    return Run(
        report=report,
        judgements=tuple(judgements),
        missing=inputs.missing,
        notes=(*bench.chooser.notes, *bench.around.notes, *_said_of(inputs, days[1:]), *notes),
        failing=any(exits.is_failing(item.severity, bars[item.path]) for item in report.diagnostics),
        spared=inputs.spared,
        configs=tuple(sorted(Counter(config.path if config else "" for config in configs).items())),
        beside=tuple(sorted(beside.union(filter(None, baselines.values()), bench.library.files))),
        inputs=inputs,
    )


def _judged(
    bench: Bench, inputs: files.Inputs, instead: Mapping[str, Source | Trouble], looking: Onlooker, helps: Helps
) -> Sequence[Judgement]:
    from advancelint.engine import stray

    instead = {**{path: stray(path) for path in inputs.strays}, **instead}
    # What changed is told of circles that are drawn while judging; code that is not ours may look at anything.
    memory, processes = NO_HELPS if bench.asked.changed_since or bench.runs_code else helps
    with at_desk(bench, inputs.files, instead, memory, processes) as desk:
        return [desk.judge(path) for path in looking.each(inputs.files)]


def _counting(
    judgements: Sequence[Judgement], baselines: Mapping[str, str], comparison: Comparison | None, bench: Bench
) -> tuple[Sequence[Judgement], list[str]]:
    """Return ``judgements`` with what of them counts in this run, and what has to be said of the rest.

    ``baselines`` has the path of each file's baseline, "" for none.
    """
    notes: list[str] = []
    if any(baselines.values()):
        from advancelint.cli.baselines import hold

        judgements, gone = hold(judgements, baselines, bench)
        notes += gone
    if comparison is not None:
        judgements, left = changed.narrow(judgements, comparison, bench.around)
        notes.append(left)
    if bench.asked.portfolio:
        from advancelint.cli.portfolio import around_calls

        judgements = around_calls(judgements, bench.known)
    return judgements, notes


def _chains(
    bench: Bench, paths: Sequence[str], judgements: Sequence[Judgement], comparison: Comparison | None
) -> tuple[Chain, ...]:
    """Return the chains of the accounts of which a plan was judged and, where changes are asked for, touched.

    Standard input is no file of ``paths``, and is nowhere to be looked at again.
    """
    from advancelint.engine.chains import chains

    plans = {judged.path for judged in judgements if judged.status == "plan"}
    plans = plans.intersection(path for path in paths if comparison is None or comparison.touches(path))
    return chains(sorted(plans), bench.settings_of, bench.around)


def _days(bench: Bench, settings: Mapping[str, Settings]) -> list[tuple[str, int]]:
    """Return the days that count as today with the number of files of each: first that of most files, then by day."""
    days = Counter(one.as_of for one in settings.values())
    if not days:
        return [(bench.settings_of(bench.name_of(files.STDIN)).as_of, 0)]
    most = max(days.items(), key=lambda item: (item[1], item[0]))
    return [most, *sorted(item for item in days.items() if item != most)]


def _said_of(inputs: files.Inputs, others: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Yield what was left out and by what, and how many files were judged as of ``others``, days with counts."""
    left_out = Counter((one.by, one.folder) for one in inputs.excluded)
    for (by, folder), count in sorted(left_out.items()):
        yield f"{counted(count, 'folder' if folder else 'file')} excluded by {by}"
    for day, count in others:
        yield f"{count} of the files judged as of {day}"
