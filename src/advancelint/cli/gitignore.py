"""Which files of a repository git ignores, by the ignore files of its tree and nothing outside of it."""

from __future__ import annotations

import os

from advancelint.config.patterns import UNDECIDED, Patterns, Verdict
from advancelint.paths import REPOSITORY, top_of

NAME = ".gitignore"
_LARGEST = 1024 * 1024


class GitIgnore:
    """Reads each ignore file once a run. Outside of a repository nothing is ignored.

    What a person has told git for all their repositories is left aside, so that every machine gives one answer.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._read: dict[str, Patterns | None] = {}
        self._tops: dict[str, str] = {}

    def ignores(self, path: str, *, folder: bool) -> bool:
        """Say whether the file or ``folder`` at the absolute ``path`` is ignored, or lies in one that is."""
        here = os.path.dirname(path)
        if here not in self._tops:
            self._tops[here] = top_of(here)
        top = self._tops[here]
        if not top:
            return False
        name = os.path.basename(path) + ("/" if folder else "")
        while True:
            verdict = self._verdict(os.path.join(here, NAME), name)
            if verdict.decided or here == top:
                break
            name = f"{os.path.basename(here)}/{name}"
            here = os.path.dirname(here)
        if not verdict.decided:
            verdict = self._verdict(os.path.join(top, REPOSITORY, "info", "exclude"), name)
        return verdict.matched

    def _verdict(self, file: str, name: str) -> Verdict:
        if file not in self._read:
            self._read[file] = _patterns(file)
        lines = self._read[file]
        return lines.verdict(name) if lines else UNDECIDED


def _patterns(file: str) -> Patterns | None:
    # Git follows no link here either.
    if os.path.islink(file) or not os.path.isfile(file):
        return None
    try:
        with open(file, encoding="utf-8-sig", errors="replace") as opened:
            text = opened.read(_LARGEST)
    except OSError:
        return None
    return Patterns([line for line in text.splitlines() if line.strip() and not line.startswith("#")])
