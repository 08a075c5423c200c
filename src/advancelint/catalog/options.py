"""Gives rules the values that a config sets for their options, and tells which of them cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from advancelint.catalog.choose import find_rule
from advancelint.errors import CardError, UsageError, hint
from advancelint.rule import OptionValue, Rule

_ABOVE = "Move it above the first [table]; in pyproject.toml, right below [tool.advancelint]."
Given = tuple[str, str, OptionValue]


def fault_of_option(rules: Sequence[Rule], word: str, name: str, value: object) -> UsageError | None:
    """Return what is wrong with ``value`` for the option ``name`` of the rule called ``word``, None where it fits."""
    try:
        card = find_rule(rules, word).card
    except UsageError as error:
        return error
    from advancelint.config.keys import ANYWHERE  # whoever has no config needs no table of its keys

    if name in ANYWHERE and name not in {option.name for option in card.options}:
        return UsageError(f"{card.code} has no option “{name}”, which is a key of the config", remedy=_ABOVE)
    if not card.options:
        return UsageError(f"{card.code} has no options")
    option = next((one for one in card.options if one.name == name), None)
    if option is None:
        return UsageError(f"{card.code} has no option “{name}”", remedy=hint(name, [one.name for one in card.options]))
    if not option.fits(value):
        return UsageError(f"{name} of {card.code} must be {option.wanted}", remedy=f"It is {option.help}.")
    return None


def fault_of_making(rule: Rule, name: str, given: Mapping[str, OptionValue]) -> UsageError | None:
    """Return why the card of ``rule`` cannot be made with the values ``given`` for its options, None where it can.

    They fit the options one by one, and ``name`` is the one that came last and is to blame.
    """
    try:
        rule.with_settings(given)
    except CardError as error:
        remedy = error.remedy or f"It is {next(one.help for one in rule.card.options if one.name == name)}."
        if given[name] == ():
            # Words that must not occur, that one needs, or that are barred: an empty list would mean something else in
            # each place of a card, and a rule that seems to be on and finds nothing is noticed by nobody.
            remedy = f'Where there is nothing to list, ignore the rule: ignore = ["{rule.code}"].'
        return UsageError(f"the card of {rule.code} cannot be made with this {name}: {error.message}", remedy=remedy)
    return None


def with_options(rules: Iterable[Rule], given: Sequence[Given], known: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return ``rules`` with the values ``given`` for options of some of them; of two for the same the later counts.

    The words are about the ``known`` rules. Raises CardError where a card cannot be made with such a value.
    """
    values: dict[str, dict[str, OptionValue]] = {}
    for word, name, value in given:
        values.setdefault(find_rule(known, word).code, {})[name] = value
    return tuple(rule.with_settings(values[rule.code]) if rule.code in values else rule for rule in rules)
