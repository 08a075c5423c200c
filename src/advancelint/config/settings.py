"""What a run is told: the date that counts as today and what is known beforehand about people, labels and kinds."""

from __future__ import annotations

import os
from typing import NamedTuple


class Settings(NamedTuple):
    """Settings of one run.

    ``as_of`` is an ISO date; ``kind`` is "" or one of `plan.model.KINDS`. ``labels`` are (label, role) pairs, added to
    the shipped ones or, for the roles in ``replaced``, instead of them; ``stages`` are (word, stage id) pairs.
    ``date_order`` is "dmy", "mdy" or "". ``kinds`` are (pattern, kind) pairs for paths below the folder ``root``.
    ``profile`` is one of `doctrine.ladder.PROFILES`; ``stale_days`` are (stage id, days): longer rests are stale.
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

    def for_file(self, path: str) -> Settings:
        """Return the settings with the kind that the patterns give ``path``; the last pattern that matches decides."""
        if not self.kinds:
            return self
        from pathspec import GitIgnoreSpec  # here, since a run without kinds should not pay for it

        name = os.path.relpath(os.path.abspath(path), self.root).replace(os.sep, "/")
        if name.startswith("../"):
            return self
        found = [kind for pattern, kind in self.kinds if GitIgnoreSpec.from_lines([pattern]).match_file(name)]
        return self._replace(kind=found[-1]) if found else self
