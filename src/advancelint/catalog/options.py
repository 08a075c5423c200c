"""Gives rules the values that a config sets for their options, and tells which of them cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from advancelint.catalog.cards import set_options
from advancelint.catalog.choose import find_rule
from advancelint.config.keys import ANYWHERE
from advancelint.errors import UsageError, hint
from advancelint.rule import OptionValue, Rule

_ABOVE = "Move it above the first [table]; in pyproject.toml, right below [tool.advancelint]."
Given = tuple[str, str, OptionValue]


def fault_of_option(rules: Sequence[Rule], word: str, name: str, value: object) -> UsageError | None:
    """Return what is wrong with ``value`` for the option ``name`` of the rule called ``word``, None where it fits."""
    try:
        card = find_rule(rules, word).card
    except UsageError as error:
        return error
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


def with_options(rules: Iterable[Rule], given: Sequence[Given], known: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return ``rules`` with the values ``given`` for options of some of them; of two for the same the later counts.

    The words are about the ``known`` rules. Raises CardError where a card cannot be made with such a value.
    """
    values: dict[str, dict[str, OptionValue]] = {}
    for word, name, value in given:
        values.setdefault(find_rule(known, word).code, {})[name] = value
    return tuple(set_options(rule, values[rule.code]) if rule.code in values else rule for rule in rules)
