"""Which rules judge a file: what its settings choose, and what the command line says over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from advancelint.catalog import (
    Library,
    advice_on,
    chosen_rules,
    fault_of,
    fault_of_making,
    fault_of_option,
    find_rule,
    graded_rules,
    is_empty,
    nothing_left,
    with_options,
)
from advancelint.errors import CardError, ConfigError, UsageError
from advancelint.records import NamedTuple
from advancelint.rule import OptionValue, Rule

if TYPE_CHECKING:
    from advancelint.config import Settings
    from advancelint.config.layered import Config
    from advancelint.config.layers import Origin

Timed = Callable[[Sequence[Rule]], Sequence[Rule]]


class Words(NamedTuple):
    """Words of the command line that choose rules."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()


NO_WORDS = Words()


class Chooser:
    """Chooses among the rules of ``library``, once for all files with the same words.

    On the command line ``select`` stands in place of what the config selects; ``ignore`` and ``extend`` are added.
    """

    def __init__(self, library: Library, words: Words = NO_WORDS, timed: Timed = tuple) -> None:
        """Take the words of the command line; ``timed`` may change the rules that were chosen."""
        self._library, self._words, self._timed = library, words, timed
        self._chosen: dict[tuple[object, ...], tuple[Rule, ...]] = {}
        self._checked: set[int] = set()
        self._notes: list[str] = []

    def rules_for(self, settings: Settings, config: Config | None) -> tuple[Rule, ...]:
        """Return the rules for files with ``settings``, which come from ``config``, by code.

        Raises ConfigError for all words of ``config`` that fit no rule, each with its place, and CardError for a
        broken card that it brings.
        """
        known = self._library.rules_of(config)
        self._check(known, config)
        key = (
            id(known), settings.select, settings.extend_select, settings.ignore, settings.severities, settings.options,
        )  # fmt: skip
        if key not in self._chosen:
            try:
                self._chosen[key] = tuple(self._timed(self._choose(known, settings)))
            except CardError as error:
                raise _blamed(error, known, config) from error
        return self._chosen[key]

    def _choose(self, known: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
        # A rule that only the config of other files brings is no mistake of the command line.
        select, ignore, extend = ([word for word in words if fault_of(known, word) is None] for words in self._words)
        wanted = select if self._words.select else settings.select
        more = [] if self._words.select else settings.extend_select
        chosen = chosen_rules(known, wanted, (*settings.ignore, *ignore), (*more, *extend))
        return graded_rules(with_options(chosen, settings.options, known), settings.severities, known)

    def refuse_nothing(self) -> None:
        """Raise UsageError for a word of the command line that fits no rule at all, and where no rule is left."""
        known = self._library.everything
        for word in (word for words in self._words for word in words):
            if (fault := fault_of(known, word)) is not None:
                raise fault
        if self._chosen and all(is_empty(rules) for rules in self._chosen.values()):
            raise nothing_left()

    @property
    def used(self) -> tuple[Rule, ...]:
        """The rules of all choices so far, by code; one with several severities comes with each."""
        found = {(rule.code, rule.card.severities): rule for rules in self._chosen.values() for rule in rules}
        return tuple(found[key] for key in sorted(found))

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be said of words that chose rules so far: of configs with their places, then of the command line.

        A rule that has another name now, or one that is deprecated; each word once.
        """
        known = self._library.everything
        options = zip(("--select", "--ignore", "--extend-select"), self._words, strict=True)
        said = [
            f"{option}: {note}"
            for option, words in options
            for word in words
            for note in advice_on(known, word, chosen=option != "--ignore")
        ]
        return tuple(dict.fromkeys([*self._notes, *said]))

    def _check(self, known: Sequence[Rule], config: Config | None) -> None:
        if config is None or id(config) in self._checked:
            return
        self._checked.add(id(config))
        mistakes = list(mistaken_words(known, config))
        if mistakes:
            raise ConfigError.of_all(mistakes)
        self._notes += advice(known, config)


def mistaken_words(rules: Sequence[Rule], config: Config) -> Iterator[ConfigError]:
    """Yield an error for every word of ``config`` that should choose some of ``rules`` and does not.

    Values of options are among them, where a rule has no such option or its card cannot be made with such a value.
    """
    from advancelint.config.keys import OVERRIDES
    from advancelint.config.words import option_values, rule_words

    for word, origin in rule_words(config):
        if (fault := fault_of(rules, word)) is not None:
            yield _placed(fault, origin)
    made: dict[object, dict[str, OptionValue]] = {}
    for word, name, value, origin in option_values(config):
        if fault_of(rules, word) is not None:
            continue
        if (fault := fault_of_option(rules, word, name, value)) is not None:
            yield _placed(fault, origin)
            continue
        rule = find_rule(rules, word)
        given = made.setdefault(rule.code, {})
        if origin.path[0] == OVERRIDES:  # it counts together with what stands outside of overrides
            given = made.setdefault((rule.code, id(origin.layer), origin.path[1]), dict(given))
        tried = {**given, name: tuple(value) if isinstance(value, list) else value}
        if (fault := fault_of_making(rule, name, tried)) is not None:
            yield _placed(fault, origin)
        else:
            given.update(tried)


def _blamed(error: CardError, rules: Sequence[Rule], config: Config | None) -> CardError | ConfigError:
    """Return ``error`` at the last value of ``config`` for an option of its card: each fits, but not all of them."""
    from advancelint.config.words import option_values

    values = option_values(config) if config else ()
    places = [origin for word, _, _, origin in values if find_rule(rules, word).card.path == error.path]
    fault = UsageError(f"the card {error.path} cannot be made with all of these options: {error.message}")
    return _placed(fault, places[-1]) if places else error


def advice(rules: Sequence[Rule], config: Config) -> Iterator[str]:
    """Yield a note, with its place, on every word of ``config`` that names a rule by an old name or a deprecated one.

    None of its words is mistaken.
    """
    from advancelint.config.words import chooses, rule_words

    for word, origin in rule_words(config):
        for note in advice_on(rules, word, chosen=chooses(origin)):
            line, column = origin.place
            yield f"{origin.layer.document.path}:{line}:{column}: {note}"


def _placed(fault: UsageError, origin: Origin) -> ConfigError:
    path = origin.layer.document.path
    return ConfigError(fault.message, remedy=fault.remedy, path=path, place=origin.place)
