"""A run against a baseline: which findings it holds, and which of its entries are gone."""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from advancelint.baseline import Entry, Judged, Matched, load, match, relative, renamed, within
from advancelint.diagnostic import Diagnostic, Hold
from advancelint.engine import Judgement
from advancelint.paths import shown_path
from advancelint.records import NamedTuple
from advancelint.rule import Rule

if TYPE_CHECKING:
    from advancelint.cli.bench import Bench


class Compared(NamedTuple):
    """Judgements after a baseline held what it lists, the match, and those of its entries that are ``gone``.

    ``renewed`` are entries whose rules have other codes now; they have today's here, and in the match.
    """

    judgements: list[Judgement]
    matched: Matched
    gone: tuple[Entry, ...]
    renewed: frozenset[Entry]


def hold(judgements: Sequence[Judgement], paths: Mapping[str, str], bench: Bench) -> tuple[list[Judgement], list[str]]:
    """Hold the findings that the baselines at ``paths`` list, and return a note on each that lists what is gone.

    ``paths`` gives the baseline of each file by its name, "" for none; ``bench`` is what the files were judged with.
    Raises BaselineError.
    """
    made = list(judgements)
    notes: list[str] = []
    for path in sorted({paths[judged.path] for judged in judgements} - {""}):
        places = [index for index, judged in enumerate(judgements) if paths[judged.path] == path]
        shown = shown_path(path)
        compared = compare([judgements[index] for index in places], shown, bench)
        for index, judged in zip(places, compared.judgements, strict=True):
            made[index] = judged
        if compared.renewed:
            listed = f"{len(compared.renewed)} listed in {shown} under old codes"
            notes.append(f"{listed}; “advancelint baseline prune” renews them")
        if compared.gone:
            listed = f"{len(compared.gone)} listed in {shown} and no longer found"
            notes.append(f"{listed}; “advancelint baseline prune” takes out what is gone")
    return made, notes


def compare(judgements: Sequence[Judgement], path: str, bench: Bench) -> Compared:
    """Hold the findings of ``judgements`` that the baseline at ``path`` lists; raises BaselineError.

    Nobody can tell what rules would find in a file that they did not judge, so their entries are not gone.
    """
    folder, known = os.path.dirname(path), bench.known
    written = _entries(path)
    now = {old.word: rule.code for rule in known for old in rule.card.replaces if old.is_code}
    entries = renamed(written, now)
    files = [Judged(relative(judged.path, folder), held_by(judged, known)) for judged in judgements]
    placed = [index for index, file in enumerate(files) if file.path and os.path.lexists(judgements[index].path)]
    matched = match(entries, [files[index] for index in placed], lambda place: os.path.lexists(within(place, folder)))
    made = list(judgements)
    for index, listed in zip(placed, matched.listed, strict=True):
        made[index] = _held(judgements[index], files[index].diagnostics, listed, path)
    ran = {judged.path: {rule.code for rule in bench.rules_of(judged.path)} for judged in judgements}
    looked = {files[index].path: ran[judgements[index].path] for index in placed}
    unsure = {
        files[index].path for index in placed if judgements[index].failures or judgements[index].status == "unread"
    }
    everything = {rule.code for rule in known}
    left = [entry for entry in matched.left if entry.path not in unsure]
    gone = [entry for entry in left if entry.code in looked[entry.path] or entry.code not in everything]
    return Compared(made, matched, tuple(gone), frozenset(entries) - frozenset(written))


def _entries(path: str) -> tuple[Entry, ...]:
    try:
        state = os.stat(path)
    except OSError:
        return load(path)  # which says what is wrong
    return _loaded(path, state.st_mtime_ns, state.st_size)


@functools.lru_cache(maxsize=8)
def _loaded(path: str, changed: int, size: int) -> tuple[Entry, ...]:
    """Return the entries at ``path``; a run that mends files judges each of them several times."""
    del changed, size
    return load(path)


def held_by(judged: Judgement, known: Sequence[Rule]) -> tuple[Diagnostic, ...]:
    """Return the findings of a file that a baseline may list.

    A file that could not be read was not judged, so it may never look old and known; and a suppression that is wrong is
    mended by taking it out.
    """
    if judged.status == "unread":
        return ()
    barred = {rule.code for rule in known if rule.card.condition == "suppression"}
    return tuple(one for one in judged.diagnostics if one.code not in barred)


def _held(judged: Judgement, offered: Sequence[Diagnostic], listed: frozenset[int], path: str) -> Judgement:
    if not listed:
        return judged
    hold = Hold("baseline", f"listed in {os.path.basename(path)}")
    taken = {offered[index].key for index in listed}
    kept = tuple(one for one in judged.diagnostics if one.key not in taken)
    old = [one._replace(held=hold) for one in judged.diagnostics if one.key in taken]
    held = sorted((*judged.held, *old), key=lambda one: one.order)
    return judged._replace(diagnostics=kept, held=tuple(held))
