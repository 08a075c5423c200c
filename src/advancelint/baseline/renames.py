"""Entries whose rules have been renamed since the baseline was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advancelint.baseline.entries import Entry


def renamed(entries: Sequence[Entry], now: Mapping[str, str]) -> tuple[Entry, ...]:
    """Return ``entries``, sorted, with today's codes; ``now`` gives them by the old ones.

    Where two rules became one, equal entries are counted on, so that each still holds one finding.
    """
    if not any(code in now for entry in entries for code in (entry.code, *entry.also)):
        return tuple(entries)
    made: list[Entry] = []
    taken: set[tuple[object, ...]] = set()
    # What had today's code before keeps its number.
    for entry in sorted(entries, key=lambda entry: (entry.code in now, entry)):
        also = tuple(sorted({now.get(code, code) for code in entry.also}))
        new = entry._replace(code=now.get(entry.code, entry.code), also=also)
        while _identity(new) in taken:
            new = new._replace(nth=new.nth + 1)
        taken.add(_identity(new))
        made.append(new)
    return tuple(sorted(made))


def _identity(entry: Entry) -> tuple[object, ...]:
    return entry.path, entry.code, entry.section, entry.subject, entry.nth
