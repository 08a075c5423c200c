"""Which findings a baseline lists, and which of its entries are gone.

A finding is listed where an entry of its file has the same rule, section and words, and no lower severity. Each entry
holds one finding, so that of two alike only one goes free. Lines do not count. A file that was renamed brings its
entries along, and words that moved below another heading are still the same words.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from advancelint.baseline.entries import Entry, entry_of
from advancelint.diagnostic import SEVERITIES, Diagnostic
from advancelint.records import NamedTuple


class Judged(NamedTuple):
    """The findings of one file, in order; ``path`` is relative to the baseline."""

    path: str
    diagnostics: tuple[Diagnostic, ...]


class Matched(NamedTuple):
    """What came of it: for each file the findings that are ``listed``, and the entries ``found`` and ``left`` over.

    ``left`` are entries of files that were judged; their paths are those of today, also in a file that was renamed.
    ``elsewhere`` are the entries of all other files.
    """

    listed: tuple[frozenset[int], ...]
    found: tuple[Entry, ...]
    left: tuple[Entry, ...]
    elsewhere: tuple[Entry, ...]


def match(entries: Sequence[Entry], files: Sequence[Judged], exists: Callable[[str], bool]) -> Matched:
    """Match the findings of ``files`` with ``entries``; ``exists`` says whether the file of an entry is still there."""
    by_path: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_path[entry.path].append(entry)
    former = _renamed(by_path, files, exists)
    listed: list[frozenset[int]] = []
    found: list[Entry] = []
    left: list[Entry] = []
    for file in files:
        own = [entry._replace(path=file.path) for entry in by_path.pop(former.get(file.path, file.path), [])]
        pairs = _pairs(own, [entry_of(file.path, one) for one in file.diagnostics])
        listed.append(frozenset(pairs))
        taken = set(pairs.values())
        found += [own[index] for index in sorted(taken)]
        left += [entry for index, entry in enumerate(own) if index not in taken]
    elsewhere = [entry for own in by_path.values() for entry in own]
    return Matched(tuple(listed), tuple(found), tuple(left), tuple(sorted(elsewhere)))


def _pairs(entries: Sequence[Entry], findings: Sequence[Entry]) -> dict[int, int]:
    """Return the entry of each finding that has one, by index; the closest likeness is tried first."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for moved, behind in ((False, False), (False, True), (True, False), (True, True)):
        pool: dict[Hashable, list[int]] = defaultdict(list)
        for index in reversed(range(len(entries))):
            for code in entries[index].also if behind else (entries[index].code,):
                if index not in taken:
                    pool[code, entries[index].severity, *_words(entries[index], moved=moved)].append(index)
        for index, finding in enumerate(findings):
            if index in pairs or (moved and not finding.subject):
                continue
            for severity in SEVERITIES[SEVERITIES.index(finding.severity) :]:
                waiting = pool.get((finding.code, severity, *_words(finding, moved=moved)), [])
                while waiting and waiting[-1] in taken:
                    waiting.pop()
                if waiting:
                    pairs[index] = waiting.pop()
                    taken.add(pairs[index])
                    break
    return pairs


def _words(entry: Entry, *, moved: bool) -> tuple[Hashable, ...]:
    return (entry.subject,) if moved else (entry.section, entry.subject)


def _renamed(by_path: dict[str, list[Entry]], files: Sequence[Judged], exists: Callable[[str], bool]) -> dict[str, str]:
    """Return the former path of each file that has no entries of its own and the findings of one that is gone.

    What is said of a whole plan has no words of its own and is no sign of anything: another one must be shared, or the
    file's name.
    """
    fresh = [file for file in files if file.path not in by_path and file.diagnostics]
    gone = sorted(path for path in by_path if not exists(path)) if fresh else []
    homes: dict[Hashable, Counter[str]] = defaultdict(Counter)
    for path in gone:
        for sign in _signs(by_path[path]):
            homes[sign][path] += 1
    shared: Counter[tuple[str, str]] = Counter()
    for file in fresh:
        for sign, count in Counter(_signs([entry_of(file.path, one) for one in file.diagnostics])).items():
            for path, times in homes.get(sign, Counter()).items():
                shared[file.path, path] += min(count, times)
    names = {os.path.basename(path): path for path in reversed(gone)}
    for file in fresh:
        if os.path.basename(file.path) in names:
            shared[file.path, names[os.path.basename(file.path)]] += 1
    former: dict[str, str] = {}
    taken: set[str] = set()
    for (path, old), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if path not in former and old not in taken:
            former[path] = old
            taken.add(old)
    return former


def _signs(entries: Sequence[Entry]) -> Iterator[Hashable]:
    return ((entry.code, entry.section, entry.subject) for entry in entries if entry.subject)
