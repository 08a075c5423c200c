"""The rules that there are for a file: ours, those of the command line, and those that its config brings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from advancelint.catalog.cards import ENDINGS, in_order, load_file, load_folder, load_rules
from advancelint.catalog.choose import refuse_name
from advancelint.catalog.packs import find_pack, local_origin
from advancelint.errors import AdvancelintError, CardError, ConfigError, UsageError, closest
from advancelint.neutral import neutral
from advancelint.records import NamedTuple
from advancelint.rule import Former, Rule
from advancelint.source import Place

if TYPE_CHECKING:
    from advancelint.config.layered import Config

_DIGITS = "0123456789"
_TOP = Place(1, 1)
_KEYS = ("rule-paths", "packs")


class Sources(NamedTuple):
    """What the command line brings beside our own rules: paths of cards or folders, and names of packs.

    ``checks`` lets a card of a path run a Python file that lies beside it.
    """

    paths: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    checks: bool = False


NO_SOURCES = Sources()
_ENDINGS = "Cards end in .yaml or .yml."
_OTHER_PREFIX = "Choose a prefix of three or more letters, as ACME101."


class Library:
    """Loads rules; every card is read once a run, and one code means one rule in all of it."""

    def __init__(self, sources: Sources = NO_SOURCES) -> None:
        """Load our own rules and those of ``sources``; raises CardError and UsageError."""
        self._origin = local_origin(checks=sources.checks)
        self._loaded: dict[str, tuple[Rule, ...]] = {}
        own = load_rules()
        self._own = own
        brought = [self._of_path(path) for path in sources.paths] + [self._of_pack(name) for name in sources.packs]
        self._always = in_order(_once([own, *brought])) if brought else own
        self._by_config: dict[str, tuple[Rule, ...]] = {}

    def rules_of(self, config: Config | None) -> tuple[Rule, ...]:
        """Return the rules for files of ``config``, by code.

        Raises CardError for a broken card and ConfigError, with its place, for what the config cannot bring.
        """
        if config is None or not any(map(config.listed, _KEYS)):
            return self._always
        key = os.path.abspath(config.path)
        if key not in self._by_config:
            self._by_config[key] = in_order(_once([self._always, *self._brought(config)]))
            in_order(self.everything)
        return self._by_config[key]

    @property
    def everything(self) -> tuple[Rule, ...]:
        """All rules that were loaded so far, by code."""
        if not self._by_config:
            return self._always
        return tuple(sorted(_once([self._always, *self._by_config.values()]), key=lambda rule: rule.code))

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of the cards that are not ours, sorted."""
        return tuple(sorted(rule.card.path for rule in self.everything if not rule.card.own))

    def _brought(self, config: Config) -> list[tuple[Rule, ...]]:
        brought: list[tuple[Rule, ...]] = []
        errors: list[AdvancelintError] = []
        for key in _KEYS:
            for text, origin in config.listed(key):
                try:
                    packed = key == "packs"
                    brought.append(self._of_pack(text) if packed else self._of_path(os.path.join(config.home, text)))
                except UsageError as error:
                    path = origin.layer.document.path
                    errors.append(ConfigError(error.message, remedy=error.remedy, path=path, place=origin.place))
                except CardError as error:
                    errors.append(error)
        if errors:
            raise AdvancelintError.of_all(errors)
        return brought

    def _of_path(self, path: str) -> tuple[Rule, ...]:
        """Return the rules of the card or folder at ``path``; raises UsageError where there is none."""
        if "\0" in path:
            raise UsageError("a path cannot hold the character U+0000")
        real = os.path.realpath(path)
        if real in self._loaded:
            return self._loaded[real]
        shown = _shown(path)
        if os.path.isdir(real):
            rules = load_folder(shown, self._origin)
            if not rules:
                raise UsageError(f"there is no card in the folder “{shown}”", remedy=_ENDINGS)
        elif os.path.isfile(real) and real.endswith(ENDINGS):
            rules = (load_file(shown, self._origin),)
        elif os.path.lexists(real):
            raise UsageError(f"“{shown}” is no card and no folder of cards", remedy=_ENDINGS)
        else:
            raise UsageError(f"there is no card or folder “{shown}”", remedy=_beside(path))
        self._loaded[real] = self._accepted(rules)
        return self._loaded[real]

    def _of_pack(self, name: str) -> tuple[Rule, ...]:
        key = f"\0{name}"
        if key not in self._loaded:
            pack = find_pack(name)
            refuse_name(name, self._own)
            rules = load_folder(pack.folder, pack.origin)
            if not rules:
                raise UsageError(f"the pack “{name}” has no cards in {pack.folder}")
            self._loaded[key] = self._accepted(rules)
        return self._loaded[key]

    def _accepted(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        for rule in rules:
            refuse_foreign(rule, self._own)
        return tuple(rules)


def refuse_foreign(rule: Rule, own: Sequence[Rule]) -> None:
    """Raise CardError where ``rule``, which is not ours, takes what our ``own`` rules alone may have."""
    for name in (Former(rule.code, _TOP), *rule.card.replaces):
        prefix = name.word.rstrip(_DIGITS)
        if name.is_code and is_reserved(prefix, own):
            fault = f"codes that begin with {prefix} are advancelint's own"
            raise CardError(fault, path=rule.card.path, place=name.place, remedy=_OTHER_PREFIX)
    if rule.card.trouble:
        raise CardError(f"only advancelint's own cards have “{rule.card.condition}”", path=rule.card.path, place=_TOP)


def is_reserved(prefix: str, own: Sequence[Rule]) -> bool:
    """Say whether codes that begin with ``prefix`` are those of our ``own`` rules."""
    return prefix in {rule.code.rstrip(_DIGITS) for rule in own}


def _once(groups: Sequence[Sequence[Rule]]) -> Iterator[Rule]:
    """Yield the rules of ``groups``, each card once, whichever way it came."""
    seen: set[str] = set()
    for rule in (rule for group in groups for rule in group):
        place = os.path.realpath(rule.card.path)
        if place not in seen:
            seen.add(place)
            yield rule


def _shown(path: str) -> str:
    from advancelint.paths import shown_path

    return shown_path(os.path.abspath(path))


def _beside(path: str) -> str:
    """Return a remedy for ``path``, which is not there: what may be meant beside it, else where it was looked for."""
    folder, name = os.path.split(os.path.abspath(path))
    names = sorted(os.listdir(folder))[:1_000] if os.path.isdir(folder) else []
    meant = closest(name, names)
    # A remedy keeps its line ends, which a name must not bring in.
    return neutral(f"Did you mean “{meant}”?" if meant else f"It was looked for in {_shown(folder)}.")
