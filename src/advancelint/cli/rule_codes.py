"""Codes and names of rules: which are taken, which is the next that is free."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from advancelint.cli.rule_cards import rule_paths
from advancelint.errors import UsageError
from advancelint.expressions import expression
from advancelint.records import NamedTuple

if TYPE_CHECKING:
    from advancelint.config.layered import Config

_CODE = expression(r"([A-Z]{2,8})([0-9]{3})")
_LETTERS = expression(r"[A-Z]{2,8}")
_NAME = expression(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_FILE = expression(r"([A-Z]{2,8}[0-9]{3})-([a-z0-9-]+)\.ya?ml")
_FIRST, _LAST = 101, 999
_USUAL = "TEAM"


class Taken(NamedTuple):
    """Codes and names that rules have already, each with who has it; ``prefix`` is that of most cards, "" for none."""

    codes: Mapping[str, str]
    names: Mapping[str, str]
    prefix: str


def taken_in(folder: str, config: Config | None) -> Taken:
    """Return what our rules, the cards in ``folder`` and those of the config have; a broken card has its file's name.

    Raises ResourceError where our own cards are missing.
    """
    from advancelint.catalog import load_rules
    from advancelint.catalog.opening import cards_at

    own = load_rules()
    codes = {rule.code: f"our own {rule.card.name}" for rule in own}
    names = {rule.card.name: f"our own {rule.code}" for rule in own}
    for old in (old for rule in own for old in rule.card.replaces):
        (codes if old.is_code else names)[old.word] = "an old name of one of ours"
    prefixes: Counter[str] = Counter()
    packs = [name for name, _ in config.listed("packs")] if config else []
    for path in cards_at([folder, *rule_paths(config)], packs):
        match = _FILE.fullmatch(os.path.basename(path))
        if match is None:
            continue
        codes[match[1]] = names[match[2]] = path
        if os.path.dirname(path) == os.path.normpath(folder):
            prefixes[match[1][:-3]] += 1
    return Taken(codes, names, min(prefixes, key=lambda one: (-prefixes[one], one), default=""))


def own_prefixes() -> tuple[str, ...]:
    """Return the letters that codes of our own rules begin with, sorted."""
    from advancelint.catalog import load_rules

    return tuple(sorted({rule.code[:-3] for rule in load_rules()}))


def chosen_code(code: str, prefix: str, taken: Taken) -> str:
    """Return ``code``, or the next one that is free for ``prefix``, else for that of the cards that are there.

    Raises UsageError where it is taken, ours or none, with one that is free, and where nothing tells the letters.
    """
    code, prefix = code.strip().upper(), prefix.strip().upper()
    if code:
        match = _CODE.fullmatch(code)
        if match is None:
            remedy = f"As {_free(taken.prefix or _USUAL, taken)}."
            raise UsageError(f"a code is two to eight capital letters and three digits; “{code}” is not", remedy=remedy)
        if prefix and prefix != match[1]:
            raise UsageError(f"--prefix {prefix} and --code {code} say different things", remedy="Give one of them.")
        _refuse_own(match[1], taken)
        if code in taken.codes:
            remedy = f"The next one that is free is {_free(match[1], taken)}."
            raise UsageError(f"the code {code} is taken by {taken.codes[code]}", remedy=remedy)
        return code
    prefix = prefix or taken.prefix
    if not prefix:
        remedy = "Give the letters that your codes begin with, as --prefix ACME, or a --code."
        raise UsageError("nothing tells the code: the folder has no cards yet", remedy=remedy)
    if not _LETTERS.fullmatch(prefix):
        raise UsageError(f"a code begins with two to eight letters; “{prefix}” does not", remedy="As --prefix ACME.")
    _refuse_own(prefix, taken)
    return _free(prefix, taken)


def _refuse_own(prefix: str, taken: Taken) -> None:
    from advancelint.catalog import load_rules
    from advancelint.catalog.library import is_reserved

    if is_reserved(prefix, load_rules()):
        remedy = f"The next one of yours that is free is {_free(taken.prefix or _USUAL, taken)}."
        raise UsageError(f"codes that begin with {prefix} are advancelint's own", remedy=remedy)


def _free(prefix: str, taken: Taken) -> str:
    """Return the code behind the last one of ``prefix``, since those that are gone are not given again."""
    numbers = [int(code[-3:]) for code in taken.codes if code[:-3] == prefix]
    following = max(numbers, default=_FIRST - 1) + 1
    if following > _LAST:
        following = next((one for one in range(_FIRST, _LAST) if one not in numbers), 0)
    if not following:
        raise UsageError(f"no code of {prefix} is free", remedy="Begin with other letters: --prefix.")
    return f"{prefix}{following:03}"


def kebab(words: str) -> str:
    """Return ``words`` as the name of a rule, lower-case words joined by hyphens; raises UsageError for none."""
    made = re.sub(r"[\s_-]+", "-", words.strip().lower())
    if not _NAME.fullmatch(made):
        raise UsageError(
            f"“{words}” is no name of a rule", remedy="Write lower-case words joined by hyphens, as no-price."
        )
    return made
