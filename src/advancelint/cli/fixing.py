"""``check --fix`` and ``check --diff``: from the findings of a run to mended files or to a patch."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from advancelint.cli import exits, files
from advancelint.cli.bench import Asked, Bench, bench_for
from advancelint.cli.judging import Run, judge_with
from advancelint.cli.onlooker import NOBODY, Onlooker
from advancelint.cli.writing import BOM, data_of, write_back
from advancelint.errors import AdvancelintError
from advancelint.paths import is_within
from advancelint.records import NamedTuple
from advancelint.report.neutral import neutral
from advancelint.report.words import counted

if TYPE_CHECKING:
    from advancelint.diagnostic import Diagnostic
    from advancelint.engine import Judgement, Trouble
    from advancelint.engine.fixing import Mended
    from advancelint.source import Source


# What is said of a fix by its safety, made or only shown: an unsafe one leaves the finding for its author.
_VERBS = {"safe": ("fixed", "would be fixed"), "unsafe": ("prepared", "would be prepared")}


class Repair(NamedTuple):
    """An input in which fixes were tried: its path ("-" for standard input), its text before, and what came of it."""

    path: str
    before: Source
    mended: Mended

    @property
    def changed(self) -> bool:
        """Say whether the text is another one now."""
        return self.mended.source.written != self.before.written


class Fixed(NamedTuple):
    """What came of fixing.

    ``run`` is the run over what is there now, ``errors`` why files could not be written; ``piped`` says that standard
    input was to be mended, ``stdin`` what it held, as bytes.
    """

    run: Run
    repairs: tuple[Repair, ...]
    errors: tuple[AdvancelintError, ...]
    piped: bool
    stdin: bytes


def fix_all(asked: Asked, *, unsafe: bool, write: bool, looking: Onlooker = NOBODY) -> Fixed:
    """Mend what ``asked`` names, in the files themselves where ``write`` says so. Raises what `judge_all` raises.

    Everything is judged before anything is changed, and again when all is written: files of one account tell of each
    other. ``looking`` sees the first time.
    """
    from advancelint.engine import decode

    bench = bench_for(asked, looking)
    inputs = bench.inputs()
    piped = files.STDIN in inputs.files
    stdin = sys.stdin.buffer.read() if piped else b""
    given: dict[str, Source | Trouble] = {}
    if piped:
        given[files.STDIN] = decode(bench.name_of(files.STDIN), stdin)
    run = judge_with(bench, given, looking)
    safeties = ("safe", "unsafe") if unsafe else ("safe",)
    reported = {(one.path, one.key) for one in run.report.diagnostics if one.fix.safety in safeties}
    mendable = {path for path, _ in reported}
    paths = [path for path in inputs.files if bench.name_of(path) in mendable]

    def wanted(one: Diagnostic) -> bool:
        # Lines move when something is mended, so what was reported for its lines is known by its words.
        return not (asked.changed_since or asked.portfolio) or (one.path, one.key) in reported

    errors: list[AdvancelintError] = []
    with looking.stage("mending"):
        repairs = [_repair(bench, path, given, safeties, wanted) for path in paths]
        written = [repair for repair in repairs if write and repair.changed and _put_back(repair, given, errors)]
        if written:
            run = judge_with(bench.renewed(), given)
    kept = repairs if not write else [one for one in repairs if one in written or not one.changed]
    return Fixed(run, tuple(kept), tuple(errors), piped, stdin)


def _repair(
    bench: Bench,
    path: str,
    given: dict[str, Source | Trouble],
    safeties: tuple[str, ...],
    wanted: Callable[[Diagnostic], bool],
) -> Repair:
    from advancelint.engine import Judgement, Trouble
    from advancelint.engine.fixing import Mended, mend

    # Whether a fix brings something worse is asked of the whole file, whatever has changed in it.
    alone = bench._replace(asked=bench.asked._replace(paths=(path,), changed_since="", chained=False, portfolio=False))

    def judge(source: Source) -> Judgement:
        run = judge_with(alone, {path: source})
        if not run.judgements:
            return Judgement(path, "unread", "it is not there any more", ())
        # What the report holds is what counts: neither what is suppressed nor what the baseline knows is mended.
        return run.judgements[0]._replace(diagnostics=run.report.diagnostics, failures=run.report.failures)

    taken = given[path] if path in given else bench.take(path)
    if isinstance(taken, Trouble):
        return Repair(path, taken.source, Mended(taken.source))
    return Repair(path, taken, mend(taken, judge, safeties, wanted))


def _put_back(repair: Repair, given: dict[str, Source | Trouble], errors: list[AdvancelintError]) -> bool:
    if repair.path == files.STDIN:
        given[files.STDIN] = repair.mended.source
        return True
    try:
        write_back(repair.path, repair.before, repair.mended.source)
    except AdvancelintError as error:
        errors.append(error)
        return False
    return True


def say_fixes(fixed: Fixed, *, written: bool) -> None:
    """Tell on standard error which fixes were made, which were taken back, and how many there are."""
    made = [one for repair in fixed.repairs for one in repair.mended.made]
    undone = [one for repair in fixed.repairs for one in repair.mended.undone]
    for one in sorted(made, key=lambda item: item.order):
        exits.say_line(f"{_place(one)} {_VERBS[one.fix.safety][not written]}: {one.fix.title}")
    for one in sorted(undone, key=lambda item: item.order):
        exits.say_line(f"{_place(one)} not fixed: the fix would bring something worse")
    for repair in fixed.repairs:
        if not repair.mended.settled:
            exits.say_line(f"{repair.before.path}: more can be fixed; run the command again")
    changed = sum(repair.changed for repair in fixed.repairs)
    unsafe = sum(one.fix.safety == "unsafe" for one in made)
    count = f"{len(made)} {'fix' if len(made) == 1 else 'fixes'} in {counted(changed, 'file')}"
    left = f"; {unsafe} of them left for you to fill in or to check" if unsafe else ""
    exits.say_note(f"{'made' if written else 'would make'} {count}{left}")


def _place(one: Diagnostic) -> str:
    return f"{one.path}:{one.start.line}:{one.start.column}: {one.code}"


def print_patch(fixed: Fixed) -> bool:
    """Print the changes as one patch and say whether there are any; a terminal gets no character that could move it."""
    from advancelint.report.patch import patch

    changed = [repair for repair in fixed.repairs if repair.changed]
    for repair in changed:
        data = fixed.stdin if repair.path == files.STDIN else data_of(repair.path)
        mark = BOM.decode("utf-8") if data.startswith(BOM) else ""
        path = repair.before.path
        shown = os.path.relpath(path) if os.path.isabs(path) and is_within(path, os.getcwd()) else path
        for line in patch(shown, mark + repair.before.written, mark + repair.mended.source.written):
            if sys.stdout.isatty():
                sys.stdout.write(neutral(line.removesuffix("\n")) + "\n")
            else:
                _print_data(line.encode("utf-8", "surrogateescape"))
    sys.stdout.flush()
    return bool(changed)


def print_text(fixed: Fixed) -> None:
    """Print standard input with its fixes to standard output, byte for byte where nothing was to be mended."""
    mended = [repair.mended.source for repair in fixed.repairs if repair.path == files.STDIN]
    mark = BOM if fixed.stdin.startswith(BOM) else b""
    _print_data(mark + mended[0].written.encode("utf-8") if mended else fixed.stdin)
    sys.stdout.flush()


def _print_data(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
