"""Regular expressions that are compiled when they are first used.

To compile one takes a quarter of a millisecond and some take ten; there are hundreds, and a plan meets half of them.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def expression(source: AnyStr, flags: re.RegexFlag | int = 0) -> re.Pattern[AnyStr]:
    """Return the pattern ``source``, which compiles itself at its first use: `re.compile` for constants of modules.

    A mistake in it is not told before; a test compiles them all. The functions of `re` (`re.sub` and the like) take
    no such pattern, its own methods do the same.
    """
    return cast("re.Pattern[AnyStr]", _Expression(source, flags))


class _Expression:
    """Stands in for a compiled pattern, and has all that one has."""

    def __init__(self, source: str | bytes, flags: re.RegexFlag | int) -> None:
        self.pattern = source  # which others may be built of, at no cost
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # `re` remembers what it compiled; what was asked for is kept here, so that the next look finds it at once.
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found
