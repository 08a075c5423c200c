"""What a run is told of one file: the date that counts as today, people, labels, kinds, the rules to judge by."""

from __future__ import annotations

import os

from advancelint.paths import is_within
from advancelint.records import NamedTuple


class Settings(NamedTuple):
    """Settings of one file.

    ``as_of`` is an ISO date; ``kind`` is "" or one of `plan.model.KINDS`. ``labels`` are (label, role) pairs, added to
    the shipped ones or, for the roles in ``replaced``, instead of them; ``stages`` are (word, stage id) pairs.
    ``date_order`` is "dmy", "mdy" or "". ``kinds`` are (pattern, kind) pairs for paths below the folder ``root``.
    ``profile`` is one of `doctrine.ladder.PROFILES`; ``stale_days`` are (stage id, days): longer rests are stale.

    ``select``, ``extend_select`` and ``ignore`` are words that choose rules; ``file_ignores`` are (pattern, words)
    pairs. ``severities`` are (word, severity or "off") pairs, ``options`` (code or name, option, value) triples;
    ``fail_on`` is a severity or "never". ``baseline`` is an absolute path or "".
    """

    as_of: str
    our_people: tuple[str, ...] = ()
    our_company: str = ""
    client_people: tuple[str, ...] = ()
    kind: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    replaced: tuple[str, ...] = ()
    stages: tuple[tuple[str, str], ...] = ()
    date_order: str = ""
    kinds: tuple[tuple[str, str], ...] = ()
    root: str = ""
    profile: str = "default"
    stale_days: tuple[tuple[str, int], ...] = ()
    select: tuple[str, ...] = ("ALL",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severities: tuple[tuple[str, str], ...] = ()
    fail_on: str = "error"
    baseline: str = ""
    options: tuple[tuple[str, str, str | int | float | bool | tuple[str, ...]], ...] = ()

    def for_file(self, path: str) -> Settings:
        """Return the settings with what patterns say of ``path``.

        Of the patterns for kinds the last that matches decides; the words of all file_ignores that match are added.
        """
        name = relative_name(path, self.root) if self.kinds or self.file_ignores else ""
        if not name:
            return self
        from advancelint.config.patterns import patterns  # here, since most runs have none

        kinds = [kind for pattern, kind in self.kinds if patterns((pattern,)).match(name)]
        ignored = [word for pattern, words in self.file_ignores if patterns((pattern,)).match(name) for word in words]
        return self._replace(kind=kinds[-1] if kinds else self.kind, ignore=(*self.ignore, *ignored))


def relative_name(path: str, root: str) -> str:
    """Return ``path`` as seen from the absolute folder ``root``, with slashes; "" where it does not lie in it."""
    whole = os.path.abspath(path)
    return os.path.relpath(whole, root).replace(os.sep, "/") if whole != root and is_within(whole, root) else ""
