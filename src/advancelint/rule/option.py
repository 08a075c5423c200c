"""What a team can set for a rule, and where a rule comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from advancelint.records import NamedTuple

OptionValue = str | int | float | bool | tuple[str, ...]
NO_OPTIONS: Mapping[str, OptionValue] = MappingProxyType({})


class Option(NamedTuple):
    """Something that a card lets a team set in its config.

    ``wanted`` says in words what it can be, and ``fits`` whether a value is that; ``value`` is what counts now, the
    ``default`` where nobody set it. ``type`` is one of the types that a card can name.
    """

    name: str
    wanted: str
    fits: Callable[[object], bool]
    default: OptionValue
    help: str
    value: OptionValue
    type: str = "string"

    @property
    def words(self) -> str:
        """The value in words, as a message quotes it."""
        return option_words(self.value)


def option_words(value: OptionValue) -> str:
    """Return the ``value`` of an option in words."""
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


class Origin(NamedTuple):
    """Where a card comes from. ``pack`` is "advancelint" for our own, the name of an installed pack, or "local".

    ``checks`` says which Python it may name: that of `advancelint.checks` ("own"), of any installed distribution
    ("installed"), of installed packs ("packs"), or also of files beside the card ("files").
    """

    pack: str
    checks: str
    version: str = ""


OWN = Origin("advancelint", "own")
