"""Finds the cards of installed packs. A pack is a distribution with an entry point in the group `cards.bind.PACKS`."""

from __future__ import annotations

import os

from advancelint.cards.bind import PACKS
from advancelint.catalog.cards import cards_in
from advancelint.errors import AdvancelintError, UsageError, closest
from advancelint.limits import FaultError, guarded
from advancelint.records import NamedTuple
from advancelint.rule import OWN, Origin

# What rules of a team's own folders go by.
LOCAL = "local"


def local_origin(*, checks: bool) -> Origin:
    """Return where the cards of a team's own folders come from; with ``checks`` they can run files beside them."""
    return Origin(LOCAL, "files" if checks else "packs")


class Pack(NamedTuple):
    """An installed pack: what its cards come from, and the folder that holds them."""

    origin: Origin
    folder: str


def find_pack(name: str) -> Pack:
    """Return the installed pack ``name``; raises UsageError where there is none, or more than one, or no cards."""
    from importlib import metadata  # here, since a run without packs should not pay for it

    if name.lower() in (OWN.pack, LOCAL):
        raise UsageError(f"“{name}” is no name of a pack", remedy="It stands for rules that are there anyway.")
    entries = [entry for entry in metadata.entry_points(group=PACKS) if entry.name == name]
    if not entries:
        known = sorted({entry.name for entry in metadata.entry_points(group=PACKS)})
        meant = closest(name, known)
        remedy = f"Did you mean “{meant}”?" if meant else (
            "Install it where advancelint runs: with pip, or in a hook under additional_dependencies."
        )  # fmt: skip
        raise UsageError(f"the pack “{name}” is not installed", remedy=remedy)
    if len({entry.value for entry in entries}) > 1:
        raise UsageError(f"more than one installed package brings a pack “{name}”", remedy="Uninstall all but one.")
    entry = entries[0]
    version = entry.dist.version if entry.dist else ""
    return Pack(Origin(name, "installed", version), _folder_of(name, entry.value))


def packs_with(word: str) -> tuple[str, ...]:
    """Return the names of the installed packs that have a rule with the code or name ``word``, sorted.

    The names of their cards tell it, which nothing has to read; a pack that is broken has none.
    """
    from importlib import metadata

    found = set()
    for entry in metadata.entry_points(group=PACKS):
        try:
            paths = list(cards_in(_folder_of(entry.name, entry.value)))
        except AdvancelintError:
            continue
        for path in paths:
            code, _, name = os.path.splitext(os.path.basename(path))[0].partition("-")
            if word.upper() == code or word.lower() == name:
                found.add(entry.name)
    return tuple(sorted(found))


def _folder_of(name: str, value: str) -> str:
    """Return the folder of the package that the entry point ``value`` of the pack ``name`` names; imports nothing."""
    from importlib import util

    top, *inner = value.strip().split(".")
    try:
        spec = guarded(util.find_spec, top)
    except FaultError as error:
        raise UsageError(f"the pack “{name}” cannot be found: {error}") from error
    known = spec.submodule_search_locations if spec and all(map(str.isidentifier, inner)) else None
    folders = [place for place in (os.path.join(place, *inner) for place in known or ()) if os.path.isdir(place)]
    if len(folders) != 1:
        remedy = "The entry point's value is the name of a package whose folder holds the cards, as acme_rules.cards."
        raise UsageError(f"the pack “{name}” names no folder of cards: {value}", remedy=remedy)
    return folders[0]
