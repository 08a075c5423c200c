"""Opens cards one by one, so that a broken one hides no other: what `advancelint rule` works with."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from advancelint import resources
from advancelint.cards.fields import Fields
from advancelint.cards.load import parse_card
from advancelint.catalog.cards import ENDINGS, cards_in, load_file, load_rules, text_of
from advancelint.catalog.choose import refuse_name
from advancelint.catalog.library import refuse_foreign
from advancelint.catalog.packs import find_pack, local_origin
from advancelint.errors import AdvancelintError, CardError, UsageError
from advancelint.mapping import Mapping
from advancelint.paths import ground_of, is_within, shown_path
from advancelint.records import NamedTuple
from advancelint.rule import OWN, Origin, Rule
from advancelint.source import Place


class Opened(NamedTuple):
    """A card: its rule, and its mapping with what reads it."""

    rule: Rule
    fields: Fields
    card: Mapping


class Opening(NamedTuple):
    """What came of opening cards, by code: those that are right, and what is wrong with the others."""

    cards: tuple[Opened, ...]
    errors: tuple[AdvancelintError, ...]


def open_cards(paths: Iterable[str], packs: Iterable[str] = (), *, checks: bool = False) -> Opening:
    """Open the cards and the folders of cards at ``paths`` and those of installed ``packs``; every fault is an error.

    ``checks`` lets cards of paths run the Python files that lie beside them. Our own cards, by the pack's name or by
    the path of their folder, are opened as what they are.
    """
    own = load_rules()
    errors: list[AdvancelintError] = []
    opened: list[Opened] = []
    taken = {word: rule.card.path for rule in own for word in (rule.code, rule.card.name)}
    for path, origin in _once(_places(paths, packs, local_origin(checks=checks), errors)):
        try:
            one = _opened(path, origin)
            if origin != OWN:
                refuse_foreign(one.rule, own)
                _take(one.rule, taken)
        except AdvancelintError as error:
            errors.append(error)
        else:
            opened.append(one)
    return Opening(tuple(sorted(opened, key=lambda one: one.rule.code)), tuple(errors))


def cards_at(paths: Iterable[str], packs: Iterable[str] = ()) -> Iterator[str]:
    """Yield the paths of the cards at ``paths`` and in ``packs``, right or wrong; what is not there has none."""
    ignored: list[AdvancelintError] = []
    yield from (path for path, _ in _once(_places(paths, packs, local_origin(checks=False), ignored)))


def _take(rule: Rule, taken: dict[str, str]) -> None:
    """Note the code and the name of ``rule`` among those that are ``taken``; raises CardError where they are."""
    words = (rule.code, rule.card.name)
    for word in words:
        if word in taken:
            remedy = "Two rules cannot share a code or a name: change one, and the name of its file."
            message = f"“{word}” is already taken by {taken[word]}"
            raise CardError(message, remedy=remedy, path=rule.card.path, place=Place(1, 1))
    taken.update(dict.fromkeys(words, rule.card.path))


def _opened(path: str, origin: Origin) -> Opened:
    rule = load_file(path, origin)
    fields, card = parse_card(path, text_of(path))
    return Opened(rule, fields, card)


def _places(
    paths: Iterable[str], packs: Iterable[str], local: Origin, errors: list[AdvancelintError]
) -> Iterator[tuple[str, Origin]]:
    """Yield the path of each card with where it comes from; what is no card becomes one of ``errors``."""
    for path in paths:
        try:
            yield from ((one, local) for one in _at(path, ground_of(path)))
        except AdvancelintError as error:
            errors.append(error)
    for name in packs:
        try:
            folder, origin = (resources.folder("rules"), OWN) if name == OWN.pack else _of_pack(name)
            yield from ((one, origin) for one in _at(folder))
        except AdvancelintError as error:
            errors.append(error)


def _of_pack(name: str) -> tuple[str, Origin]:
    pack = find_pack(name)
    refuse_name(name, load_rules())
    return pack.folder, pack.origin


def _at(path: str, ground: str = "") -> Sequence[str]:
    """Return the paths of the cards at ``path``; raises UsageError where there is none, and what `cards_in` raises."""
    if os.path.isdir(path):
        found = sorted(shown_path(one) for one in cards_in(path, ground))
        if not found:
            raise UsageError("there is no card in this folder", path=path, remedy="Cards end in .yaml or .yml.")
        return found
    if not os.path.lexists(path):
        raise UsageError("there is no such card or folder", path=path)
    if not path.endswith(ENDINGS):
        raise UsageError("is no card and no folder of cards", path=path, remedy="Cards end in .yaml or .yml.")
    return (shown_path(path),)


def _once(places: Iterable[tuple[str, Origin]]) -> Iterator[tuple[str, Origin]]:
    """Yield each card once, whichever way it came, and ours as ours."""
    own = os.path.realpath(resources.folder("rules"))
    seen: set[str] = set()
    for path, origin in places:
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            yield path, OWN if is_within(real, own) else origin
