"""The baseline: a file that lists old findings, so that only new ones count."""

from advancelint.baseline.entries import Entry, entry_of, relative, within
from advancelint.baseline.file import DEFAULT_NAME, load, save
from advancelint.baseline.match import Judged, Matched, match
from advancelint.baseline.renames import renamed

__all__ = [
    "DEFAULT_NAME", "Entry", "Judged", "Matched", "entry_of", "load", "match", "relative", "renamed", "save", "within",
]  # fmt: skip
