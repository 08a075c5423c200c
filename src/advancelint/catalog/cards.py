"""Loads rule cards: our own, those of a folder, a single one."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator

from advancelint import frozen, resources
from advancelint.cards import load_card
from advancelint.cards.frozen import freeze_card, thaw_card
from advancelint.errors import CardError
from advancelint.paths import ground_of, leads_out
from advancelint.rule import OWN, Former, Origin, Rule
from advancelint.source import Place

# What the frozen form of all our cards is called, in their folder.
FROZEN = "cards"
ENDINGS = (".yaml", ".yml")
_LARGEST_CARD = 100_000
_MOST_CARDS = 2_000
_MOST_FOLDERS = 5_000
_MOST_TOLD = 20
_TOP = Place(1, 1)
_NO_LINK = "Take it out of the folder, or put a copy of the card in its place."
_NEARER = "Name the folder that holds the cards and nothing else."


def load_rules(folder: str | None = None) -> tuple[Rule, ...]:
    """Return the rules of ``folder`` (default: the tool's own) in the order of their codes.

    Raises CardError for the first broken card, ResourceError where the tool's own cards are missing.
    """
    return load_folder(folder) if folder else _own_rules(resources.folder("rules"))


def _own_rules(folder: str) -> tuple[Rule, ...]:
    found = frozen.thaw(os.path.join(folder, FROZEN), FROZEN)
    if found is frozen.NOTHING:
        return load_folder(folder)
    paths = ((os.path.join(folder, *names), data) for names, data in found)
    return tuple(thaw_card(path, data) if data else load_file(path) for path, data in paths)


def frozen_cards(folder: str) -> bytes:
    """Return the cards of our own ``folder`` as a wheel holds them; raises CardError for a broken one."""
    paths = [rule.card.path for rule in load_folder(folder)]
    cards = [(os.path.relpath(path, folder).split(os.sep), freeze_card(path, text_of(path))) for path in paths]
    return frozen.freeze(cards, FROZEN)


def load_folder(folder: str, origin: Origin = OWN) -> tuple[Rule, ...]:
    """Return the rules of the cards in ``folder`` and below it, as `load_files` does; hidden files are left out.

    A team's own folder, unlike an installed one, may not hold links that lead out of it and of its repository.
    """
    ground = ground_of(folder) if origin.checks in ("packs", "files") else ""
    return load_files(sorted(cards_in(folder, ground)), origin)


def load_files(paths: Iterable[str], origin: Origin = OWN) -> tuple[Rule, ...]:
    """Return the rules of the cards at ``paths`` in the order of their codes; raises CardError for what is wrong.

    Of broken cards the first twenty are told, so that a folder that holds something else is not told in full.
    """
    rules: list[Rule] = []
    errors: list[CardError] = []
    for path in paths:
        try:
            rules.append(load_file(path, origin))
        except CardError as error:
            errors.append(error)
        if len(errors) == _MOST_TOLD:
            break
    if errors:
        raise CardError.of_all(errors)
    return in_order(rules)


def load_file(path: str, origin: Origin = OWN) -> Rule:
    """Return the rule of the card at ``path``; raises CardError."""
    rule = load_card(path, text_of(path), origin)
    wanted = f"{rule.code}-{rule.card.name}"
    if os.path.splitext(os.path.basename(path))[0] != wanted:
        ending = os.path.splitext(path)[1]
        raise CardError(f"the file of this card must be called “{wanted}{ending}”", path=path, place=_TOP)
    return rule


def in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return ``rules`` by their codes; raises CardError where two have, or had, the same code or name."""
    ordered = tuple(sorted(rules, key=lambda rule: rule.code))
    seen: dict[str, str] = {}
    remedy = "Two rules cannot share a code or a name: change one, and the name of its file."
    for rule in ordered:
        for word in (rule.code, rule.card.name):
            _take(seen, Former(word, _TOP), rule, remedy)
    remedy = "An old code or name leads to one rule: take it out of “replaces”, and never give it to a new rule."
    for rule in ordered:
        for old in rule.card.replaces:
            _take(seen, old, rule, remedy)
    return ordered


def _take(seen: dict[str, str], name: Former, rule: Rule, remedy: str) -> None:
    """Note that ``rule`` has ``name``, as of now or of old; raises CardError where another one in ``seen`` has it."""
    if name.word in seen:
        message = f"“{name.word}” is already taken by {seen[name.word]}"
        raise CardError(message, path=rule.card.path, place=name.place, remedy=remedy)
    seen[name.word] = rule.card.path


def cards_in(folder: str, ground: str = "") -> Iterator[str]:
    """Yield the paths of the cards in ``folder`` and below; symbolic links to folders are not followed.

    Raises CardError for a link out of the real path ``ground``, where there is one.
    """

    def fail(error: OSError) -> None:
        raise CardError(f"cannot be read: {error.strerror}", path=str(error.filename))

    count = 0
    for seen, (parent, folders, names) in enumerate(os.walk(folder, onerror=fail)):
        if seen == _MOST_FOLDERS:
            raise CardError(f"more than {_MOST_FOLDERS} folders lie in this one", path=folder, remedy=_NEARER)
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in names:
            if name.endswith(ENDINGS) and not name.startswith("."):
                count += 1
                if count > _MOST_CARDS:
                    raise CardError(f"more than {_MOST_CARDS} cards lie in this folder", path=folder, remedy=_NEARER)
                path = os.path.join(parent, name)
                if ground and leads_out(os.path.realpath(path), ground):
                    raise CardError("is a link out of this tree, and was not read", path=path, remedy=_NO_LINK)
                yield path


def text_of(path: str) -> str:
    """Return the text of the card at ``path``; raises CardError where it cannot be read."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # a pipe would be waited for without end
            raise CardError("is no file", path=path, remedy="A card is a file of YAML; take this out of the folder.")
        with open(path, "rb") as file:
            data = file.read(_LARGEST_CARD + 1)
    except OSError as error:
        raise CardError(f"cannot be read: {error.strerror}", path=path) from error
    if len(data) > _LARGEST_CARD:
        raise CardError("is too large for a card", path=path, remedy=f"A card has at most {_LARGEST_CARD} bytes.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CardError("is not UTF-8", path=path, remedy="Save the card as UTF-8.") from error
