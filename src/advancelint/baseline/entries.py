"""One entry of a baseline: a finding as it is known by, whatever line it stands in."""

from __future__ import annotations

import os

from advancelint.diagnostic import Diagnostic
from advancelint.paths import real_place
from advancelint.records import NamedTuple

# Subjects are kept in words, so that a review can read them; a long one ends in a digest.
_LONGEST = 160


class Entry(NamedTuple):
    """A finding that was there when the baseline was made.

    ``path`` has forward slashes and is relative to the folder of the baseline; ``section``, ``subject`` and ``nth`` are
    those of `diagnostic.Key`, ``also`` the codes of findings that stood behind this one.
    """

    path: str
    code: str
    severity: str
    section: tuple[str, ...]
    subject: str
    nth: int
    also: tuple[str, ...] = ()


def entry_of(path: str, diagnostic: Diagnostic) -> Entry:
    """Return the entry of ``diagnostic`` in the file that is ``path`` to the baseline."""
    key = diagnostic.key
    section = tuple(_short(title) for title in key.section)
    return Entry(
        path, key.code, diagnostic.severity, section, _short(key.subject), key.nth, tuple(sorted(diagnostic.also))
    )


def relative(path: str, folder: str) -> str:
    """Return ``path`` as a baseline in ``folder`` writes it; "" where no such path exists, as on another drive."""
    try:
        found = os.path.relpath(real_place(path), os.path.realpath(folder or os.curdir))
    except ValueError:
        return ""
    return found.replace(os.sep, "/")


def within(path: str, folder: str) -> str:
    """Return where the entry path ``path`` of a baseline in ``folder`` lies."""
    return os.path.normpath(os.path.join(folder or os.curdir, path))


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    import hashlib  # here, since most words are short

    return f"{text[:_LONGEST]}… {hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
