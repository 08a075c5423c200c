"""Values and spots of a node that are worked out when a rule asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from advancelint.rule import Value

Thunk = Callable[[], Value]
_Held = TypeVar("_Held")


class Later(Mapping[str, _Held]):
    """A mapping of things that are ready and of thunks, each called at most once.

    What the doctrine says of a plan costs more than reading it, and most rules are done after their first question.
    """

    def __init__(self, ready: Mapping[str, _Held], later: Mapping[str, Callable[[], _Held]]) -> None:
        """Hold what is ``ready`` and what comes ``later``; a name must be in one of them only."""
        self._ready = dict(ready)
        self._later = dict(later)

    def __getitem__(self, name: str) -> _Held:
        """Return what ``name`` stands for; raises KeyError for an unknown name."""
        try:
            return self._ready[name]
        except KeyError:
            found = self._ready[name] = self._later[name]()
            return found

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        yield from dict.fromkeys((*self._ready, *self._later))

    def __len__(self) -> int:
        """Return the number of names."""
        return len({*self._ready, *self._later})
