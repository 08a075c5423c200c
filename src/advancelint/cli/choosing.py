"""Which rules judge a file: what its settings choose, and what the command line says over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from advancelint.catalog import chosen_rules, fault_of, graded_rules, is_empty, nothing_left, select_rules
from advancelint.errors import ConfigError

if TYPE_CHECKING:
    from advancelint.config import Settings
    from advancelint.config.layered import Config
    from advancelint.rule import Rule


class Chooser:
    """Chooses among ``rules``, once for all files with the same words.

    On the command line ``select`` stands in place of what the config selects; ``ignore`` and ``extend`` are added.
    """

    def __init__(
        self, rules: Sequence[Rule], select: Sequence[str] = (), ignore: Sequence[str] = (), extend: Sequence[str] = ()
    ) -> None:
        """Take the words of the command line; raises UsageError for one that fits no rule or if they leave none."""
        select_rules(rules, select, ignore, extend)
        self._rules = tuple(rules)
        self._select, self._ignore, self._extend = tuple(select), tuple(ignore), tuple(extend)
        self._chosen: dict[tuple[object, ...], tuple[Rule, ...]] = {}
        self._checked: set[int] = set()

    def rules_for(self, settings: Settings, config: Config | None) -> tuple[Rule, ...]:
        """Return the rules for files with ``settings``, which come from ``config``, by code.

        Raises ConfigError for all words of ``config`` that fit no rule, each with its place.
        """
        self._check(config)
        key = (settings.select, settings.extend_select, settings.ignore, settings.severities)
        if key not in self._chosen:
            select = self._select or settings.select
            extend = (*(() if self._select else settings.extend_select), *self._extend)
            chosen = chosen_rules(self._rules, select, (*settings.ignore, *self._ignore), extend)
            self._chosen[key] = graded_rules(chosen, settings.severities, self._rules)
        return self._chosen[key]

    def refuse_nothing(self) -> None:
        """Raise UsageError where none of the choices so far leaves a rule."""
        if self._chosen and all(is_empty(rules) for rules in self._chosen.values()):
            raise nothing_left()

    @property
    def used(self) -> tuple[Rule, ...]:
        """The rules of all choices so far, by code; one with several severities comes with each."""
        found = {(rule.code, rule.card.severities): rule for rules in self._chosen.values() for rule in rules}
        return tuple(found[key] for key in sorted(found))

    def _check(self, config: Config | None) -> None:
        if config is None or id(config) in self._checked:
            return
        self._checked.add(id(config))
        mistakes = list(mistaken_words(self._rules, [config]))
        if mistakes:
            raise ConfigError.of_all(mistakes)


def mistaken_words(rules: Sequence[Rule], configs: Iterable[Config]) -> Iterator[ConfigError]:
    """Yield an error for every word of ``configs`` that should choose rules and chooses none."""
    from advancelint.config.words import rule_words

    for config in configs:
        for word, origin in rule_words(config):
            fault = fault_of(rules, word)
            if fault is not None:
                path = origin.layer.document.path
                yield ConfigError(fault.message, remedy=fault.remedy, path=path, place=origin.place)
