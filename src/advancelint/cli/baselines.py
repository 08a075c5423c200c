"""A run against a baseline: which findings it holds, and which of its entries are gone."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from advancelint.baseline import Entry, Judged, Matched, load, match, relative, within
from advancelint.diagnostic import Diagnostic, Hold
from advancelint.engine import Judgement
from advancelint.rule import Rule


class Compared(NamedTuple):
    """Judgements after a baseline held what it lists, the match, and those of its entries that are ``gone``."""

    judgements: list[Judgement]
    matched: Matched
    gone: tuple[Entry, ...]


def compare(judgements: Sequence[Judgement], path: str, rules: Sequence[Rule], known: Sequence[Rule]) -> Compared:
    """Hold the findings of ``judgements`` that the baseline at ``path`` lists; raises BaselineError.

    ``rules`` took part in the run, of the ``known`` ones: nobody can tell what the others would find, so their entries
    are not gone.
    """
    folder = os.path.dirname(path)
    entries = load(path)
    files = [Judged(relative(judged.path, folder), held_by(judged, known)) for judged in judgements]
    placed = [index for index, file in enumerate(files) if file.path and os.path.lexists(judgements[index].path)]
    matched = match(entries, [files[index] for index in placed], lambda place: os.path.lexists(within(place, folder)))
    made = list(judgements)
    for index, listed in zip(placed, matched.listed, strict=True):
        made[index] = _held(judgements[index], files[index].diagnostics, listed, path)
    silent = {rule.code for rule in known} - {rule.code for rule in rules}
    broken = {
        files[index].path for index in placed if judgements[index].failures or judgements[index].status == "unread"
    }
    gone = [entry for entry in matched.left if entry.code not in silent and entry.path not in broken]
    return Compared(made, matched, tuple(gone))


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
