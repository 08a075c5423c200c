"""What a suppression is made of. Spans are 0-based code points of the source text; lines are 1-based and inclusive."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from advancelint.diagnostic import NO_FIX, Fix
from advancelint.records import NamedTuple
from advancelint.source import Source, Span


class Register(NamedTuple):
    """The rules that a suppression can name.

    ``codes`` gives the code of each code and name in lower case, old ones among them; ``barred`` are codes that cannot
    be suppressed. ``former`` gives for each old code and name, in lower case, what is written now; ``groups`` for each
    family and pack, in lower case, which of them it is.
    """

    codes: Mapping[str, str]
    barred: frozenset[str] = frozenset()
    former: Mapping[str, str] = MappingProxyType({})
    groups: Mapping[str, str] = MappingProxyType({})


# The register of a run that goes on as if there were no suppressions.
IGNORED = Register({})


class Lines(NamedTuple):
    """Lines ``first`` to ``last``."""

    first: int
    last: int


class Name(NamedTuple):
    """A rule as a comment names it: the word as written, its place, and the rule's code ("" where there is none)."""

    word: str
    span: Span
    code: str


class Suppression(NamedTuple):
    """A comment that holds findings, or was meant to.

    ``kind`` is line, next-line, block, file, enable or unknown. ``until`` is an ISO date, inclusive, or "". ``fault``
    says what is wrong with a malformed one, "" for none; neither a malformed nor an ``expired`` one holds anything.
    ``reach`` is the lines in which each code is held, ``closers`` the comments that end a block, as indices of the
    file's suppressions.
    """

    kind: str
    span: Span
    names: tuple[Name, ...] = ()
    reason: str = ""
    until: str = ""
    owner: str = ""
    fault: str = ""
    expired: bool = False
    reach: tuple[tuple[str, Lines], ...] = ()
    closers: tuple[int, ...] = ()

    @property
    def works(self) -> bool:
        """Say whether it holds what it names."""
        return not self.fault and not self.expired and self.kind != "enable"


class Fault(NamedTuple):
    """What is wrong with a suppression: ``kind`` is one of `cards.load.FAULTS`, ``words`` the whole comment."""

    kind: str
    reason: str
    span: Span
    words: str
    fix: Fix = NO_FIX


class Suppressions(NamedTuple):
    """The suppressions of a file in the order in which they stand, and what can be said against them before judging.

    ``source`` is the file as it is written, with the comments.
    """

    source: Source
    items: tuple[Suppression, ...]
    faults: tuple[Fault, ...] = ()


NONE = Suppressions(Source.of("", ""), ())
