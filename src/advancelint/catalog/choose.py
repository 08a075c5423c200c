"""Chooses among rules by their codes, names, families and packs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from advancelint.catalog.packs import packs_with
from advancelint.errors import UsageError, closest
from advancelint.expressions import expression
from advancelint.rule import Grade, Rule, always

EVERYTHING = "ALL"
_MOST_NAMED = 8
_PREFIX = expression(r"[A-Z]{2,8}[0-9]{0,3}")


def find_rule(rules: Sequence[Rule], word: str) -> Rule:
    """Return the rule whose code or name is, or was, ``word``, whatever its case.

    Raises UsageError with a suggestion, and with the rules of a family, a pack or a prefix.
    """
    if found := _called(rules, word):
        return found[0]
    raise _of_group(rules, word) or _unknown(rules, word)


def select_rules(
    rules: Sequence[Rule], select: Sequence[str] = (), ignore: Sequence[str] = (), extend: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """Return the rules that ``select`` and ``extend`` choose and ``ignore`` does not leave out.

    A word is a code, the beginning of one ("AD", "AD4"), a name, a family, a pack or ``ALL``; without ``select`` all
    stable rules are chosen. A rule that is on preview or deprecated takes part only when its code or name is given. An
    old code or name means the rule that replaces it. Raises UsageError for a word that fits no rule and where no rule
    is left. Rules about unreadable input take part unless they are ignored, so that no choice of rules makes such a
    file look clean.
    """
    kept = chosen_rules(rules, select or (EVERYTHING,), ignore, extend)
    if is_empty(kept):
        raise nothing_left()
    return kept


def chosen_rules(
    rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str], extend: Sequence[str]
) -> tuple[Rule, ...]:
    """Choose as `select_rules` does, but an empty ``select`` chooses nothing, and nothing may be left."""
    chosen = {rule.code for rule in rules if rule.card.condition == "input"}
    for word in (*select, *extend):
        chosen |= _codes_of(rules, word, all_of_them=False)
    for word in ignore:
        chosen -= _codes_of(rules, word, all_of_them=True)
    return tuple(rule for rule in rules if rule.code in chosen)


def is_empty(rules: Iterable[Rule]) -> bool:
    """Say whether ``rules`` judge no plan: none, or only those about unreadable input."""
    return all(rule.card.condition == "input" for rule in rules)


def nothing_left() -> UsageError:
    """Return the error for a choice that leaves no rule."""
    return UsageError("no rule is left to check with", remedy="Choose fewer rules to ignore.")


def graded_rules(
    rules: Sequence[Rule], severities: Sequence[tuple[str, str]], known: Sequence[Rule]
) -> tuple[Rule, ...]:
    """Return ``rules`` with other severities: (word, severity) pairs, where “off” takes the rule out.

    The words are about the ``known`` rules, of which ``rules`` are some.

    A word chooses as in `select_rules`. The most exact one decides: a code or a name before the longer beginning of a
    code, that before a family or a pack, and ALL last; of equally exact ones the later. What lowers a severity
    afterwards, such as an uncertain reading, still does.
    """
    graded: dict[str, str] = {}
    for word, severity in sorted(severities, key=lambda pair: _exactness(known, pair[0])):
        graded |= dict.fromkeys(_codes_of(known, word, all_of_them=True), severity)
    kept = (rule for rule in rules if graded.get(rule.code) != "off")
    return tuple(_regraded(rule, graded[rule.code]) if rule.code in graded else rule for rule in kept)


def fault_of(rules: Sequence[Rule], word: str) -> UsageError | None:
    """Return the error for a ``word`` that chooses no rule, None for one that chooses some."""
    try:
        _codes_of(rules, word, all_of_them=True)
    except UsageError as error:
        return error
    return None


def renamed(rules: Sequence[Rule], word: str) -> str:
    """Return what the rule that was called ``word`` is called now, "" where ``word`` is no old code or name."""
    return next((now for rule in _called(rules, word) if (now := rule.card.now_called(word))), "")


def advice_on(rules: Sequence[Rule], word: str, *, chosen: bool) -> list[str]:
    """Return what somebody who names rules by ``word`` should know: a new name, or that the rule is deprecated.

    The latter only where the word has ``chosen`` the rule to judge by; then also that it chooses none.
    """
    now = renamed(rules, word)
    cards = [rule.card for rule in _called(rules, word)] if chosen else []
    old = [f"{card.code} is deprecated: {card.deprecated}" for card in cards if card.deprecated]
    if chosen and not cards and fault_of(rules, word) is None and not _codes_of(rules, word, all_of_them=False):
        old = [f"{word} chooses nothing: its rules are on preview or deprecated, and have to be named one by one"]
    return [f"{word} is now called {now}: write {now}", *old] if now else old


def _exactness(rules: Sequence[Rule], word: str) -> int:
    if _called(rules, word):
        return 100
    if word.upper() == EVERYTHING:
        return 0
    return 1 if any(_is_group(rule, word) for rule in rules) else len(word)


def _called(rules: Sequence[Rule], word: str) -> list[Rule]:
    """Return the rule that is called ``word``, or else was; an old name never hides a family or a pack."""
    now = [rule for rule in rules if word.upper() == rule.code or word.lower() == rule.card.name]
    if now or word.upper() == EVERYTHING or any(_is_group(rule, word) for rule in rules):
        return now
    return [rule for rule in rules if rule.card.now_called(word)]


def _is_group(rule: Rule, word: str) -> bool:
    """Say whether ``word`` is the family or the pack of ``rule``."""
    return word.lower() in (rule.card.family, rule.card.origin.pack.lower())


def _of_group(rules: Sequence[Rule], word: str) -> UsageError | None:
    """Return the error for a ``word`` that is many rules where one is asked for, None for a word that is none."""
    members = [rule for rule in rules if _chooses(rule, word)]
    if not members:
        return None
    kind = "the word for all rules" if word.upper() == EVERYTHING else "the beginning of codes"
    if any(_is_group(rule, word) for rule in rules):
        kind = "a family" if any(rule.card.family == word.lower() for rule in rules) else "a pack"
    more = len(members) - _MOST_NAMED
    listed = ", ".join(f"{rule.code} {rule.card.name}" for rule in members[:_MOST_NAMED])
    rest = f" and {more} more, which “advancelint rules” lists" if more > 0 else ""
    return UsageError(f"“{word}” is {kind}, and one rule is asked for", remedy=f"Name one: {listed}{rest}.")


def _chooses(rule: Rule, word: str) -> bool:
    """Say whether ``word`` is the family or the pack of ``rule``, the beginning of its code, or all rules."""
    upper = word.upper()
    starts = _PREFIX.fullmatch(upper) and rule.code.startswith(upper)
    return upper == EVERYTHING or _is_group(rule, word) or bool(starts)


def _regraded(rule: Rule, severity: str) -> Rule:
    return rule._replace(card=rule.card._replace(grades=(Grade(always, severity),)))


def _codes_of(rules: Sequence[Rule], word: str, *, all_of_them: bool) -> set[str]:
    """Return the codes of the rules that ``word`` chooses; without ``all_of_them``, of a group the stable ones."""
    if exact := _called(rules, word):
        return {rule.code for rule in exact}
    found = [rule for rule in rules if _chooses(rule, word)]
    if not found:
        raise _unknown(rules, word)
    return {rule.code for rule in found if all_of_them or rule.card.status == "stable"}


def refuse_name(pack: str, own: Sequence[Rule]) -> None:
    """Raise UsageError where the name of a ``pack`` is a word that chooses among our ``own`` rules, or all."""
    if pack.upper() == EVERYTHING or fault_of(own, pack) is None:
        remedy = "Whoever makes the pack has to give another name to its entry point."
        raise UsageError(f"a pack cannot be called “{pack}”: this word chooses rules of advancelint", remedy=remedy)


def _unknown(rules: Sequence[Rule], word: str) -> UsageError:
    codes = [rule.code for rule in rules]
    names = [rule.card.name for rule in rules]
    groups = list(dict.fromkeys(group for rule in rules for group in (rule.card.family, rule.card.origin.pack)))
    meant = closest(word.upper().replace("O", "0"), codes) or closest(word.lower(), [*names, *groups])
    remedy = f"Did you mean “{meant}”?" if meant else "“advancelint rules” lists them all."
    for pack in packs_with(word):
        remedy = f"The installed pack “{pack}” has it: name the pack in the config, under packs, or with --pack {pack}."
    return UsageError(f"no rule has the code, name, family or pack “{word}”", remedy=remedy)
