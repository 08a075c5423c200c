"""How often each rule was right on labelled cases: precision and recall from lexicon/figures.tsv."""

from __future__ import annotations

import os

from advancelint.records import NamedTuple
from advancelint.resources import folder, rows


class Figure(NamedTuple):
    """Findings of one rule that were right and wrong on the casebook, and cases that it missed."""

    code: str
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of findings that were right; -1 where there was none."""
        found = self.right + self.wrong
        return self.right / found if found else -1.0

    @property
    def recall(self) -> float:
        """The share of cases that were found; -1 where there was none."""
        cases = self.right + self.missed
        return self.right / cases if cases else -1.0

    @property
    def words(self) -> str:
        """The figure as a sentence."""
        if self.right + self.wrong == 0:
            return "not measured: no case in the casebook"
        recall = f"{self.recall:.2f}" if self.recall >= 0 else "unknown"
        return (
            f"precision {self.precision:.2f} ({self.right} of {self.right + self.wrong} findings right), "
            f"recall {recall} ({self.right} of {self.right + self.missed} cases found)"
        )


def load_figures() -> dict[str, Figure]:
    """Return the figures by code; empty where none were measured. Raises ResourceError for a broken file."""
    path = os.path.join(folder("lexicon"), "figures.tsv")
    if not os.path.exists(path):
        return {}
    return {code: Figure(code, int(right), int(wrong), int(missed)) for code, right, wrong, missed in rows(path)}
