"""``advancelint explain`` and ``advancelint rules``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from advancelint.cli import exits, options
from advancelint.errors import AdvancelintError, CardError, ConfigError
from advancelint.report.neutral import leading

if TYPE_CHECKING:
    from advancelint.rule import Card, Example, Rule


@click.command(epilog="Example: advancelint explain AD401")
@click.argument("code")
@options.config
@options.sources
def explain(code: str, **given: Any) -> None:
    """Explain one rule: what it looks for, why, how to write it better, with examples. CODE may be its name.

    Rules of a team and of packs are known where the config of the current folder brings them.
    """
    from advancelint.catalog import advice_on, fault_of, find_rule

    known, fault = _known(given)
    if fault is not None and fault_of(known, code) is not None:
        raise fault  # the rule may be among those that could not be read
    card = find_rule(known, code).card
    for note in advice_on(known, code, chosen=False):
        exits.say_note(note)
    sys.stdout.write("".join(f"{leading(line)}\n" for line in _page(card)))
    if fault is not None:
        exits.report(fault)


@click.command(epilog="Example: advancelint rules")
@options.config
@options.sources
def rules(**given: Any) -> None:
    """List the rules with their severity, family, scope, measured precision and the sentence that sums each up.

    Rules of a team and of packs are listed where the config of the current folder brings them.
    """
    from advancelint.figures import load_figures
    from advancelint.report.columns import columns

    figures = load_figures()
    rows = []
    known, fault = _known(given)
    for rule in known:
        card = rule.card
        share = figures[card.code].precision if card.own and card.code in figures else -1.0
        right = f"{share:.2f}" if share >= 0 else "-"
        severity = "/".join(card.severities)
        pack = "" if card.own else f"{card.origin.pack} {card.origin.version}".strip()
        summary = card.summary if card.status == "stable" else f"[{card.status}] {card.summary}"
        rows.append([card.code, card.name, severity, card.family, card.scope, right, pack, summary])
    if not any(row[6] for row in rows):
        rows = [[*row[:6], row[7]] for row in rows]
    sys.stdout.write("".join(f"{line}\n" for line in columns(rows)))
    if fault is not None:
        exits.report(fault)


def _known(given: dict[str, Any]) -> tuple[tuple[Rule, ...], AdvancelintError | None]:
    """Return the rules that there are in the current folder, with the options that its config sets.

    Where a card or the config is broken, our own rules come with the error: who asks about one of them gets an answer.
    """
    from advancelint.catalog import load_rules

    try:
        return _brought_here(given), None
    except (CardError, ConfigError) as error:
        return load_rules(), error


def _brought_here(given: dict[str, Any]) -> tuple[Rule, ...]:
    from advancelint.catalog import with_options
    from advancelint.cli.choosing import mistaken_words

    finder = options.finder(given)
    config = finder.config_for("-")
    known = options.library(given).rules_of(config)
    if config is None:
        return known
    if mistakes := list(mistaken_words(known, config)):
        raise ConfigError.of_all(mistakes)
    return with_options(known, finder.settings_of("-").options, known)


def _page(card: Card) -> Iterator[str]:
    import textwrap

    from advancelint.cards import sketch

    yield f"{card.code} {card.name} ({'/'.join(card.severities)}, {card.family})"
    yield ""
    yield from textwrap.wrap(card.summary, 100)
    yield ""
    for title, sentence in (("Says", card.message), ("Why", card.why), ("Instead", card.instead)):
        if sentence:
            yield from textwrap.wrap(f"{title}: {sketch(sentence)}", 100)
    if card.mend.safety != "none":
        yield from textwrap.wrap(f"Fix ({card.mend.safety}): {sketch(card.mend.title)}", 100)
    yield f"Scope: {card.scope}"
    yield from _brought(card)
    if card.own and card.measured:
        from advancelint.figures import load_figures

        figure = load_figures().get(card.code)
        yield f"Measured: {figure.words if figure else 'not yet'}"
    yield from _life(card)
    for title, examples in (("Flagged", card.flagged), ("Clean", card.clean)):
        if examples:
            yield ""
            yield f"{title}:"
            for example in examples:
                yield from _example(example)
    if card.sources:
        yield ""
        yield f"Sources: {', '.join(card.sources)} (docs/doctrine.md)"


def _life(card: Card) -> Iterator[str]:
    """Yield the lines on where in its life a rule is."""
    import textwrap

    if card.status != "stable":
        yield f"Status: {card.status}; it runs only when it is selected by its code or name"
    if card.deprecated:
        yield from textwrap.wrap(f"Deprecated: {card.deprecated}", 100)
    if card.replaces:
        yield f"Formerly: {', '.join(old.word for old in card.replaces)}"


def _brought(card: Card) -> Iterator[str]:
    """Yield the lines on where a card comes from that is not ours, and on what can be set."""
    import textwrap

    from advancelint.rule import option_words

    if not card.own:
        where = " ".join(filter(None, ("the pack", card.origin.pack, card.origin.version)))
        yield f"From: {where} ({card.path})"
    for option in card.options:
        usual = f"{option.wanted}; by default {option_words(option.default)}"
        yield from textwrap.wrap(f"Option {option.name} = {option.words}: {option.help} ({usual})", 100)
    if card.url:
        yield f"More: {card.url}"


def _example(example: Example) -> Iterator[str]:
    if example.text:
        stage = f"({example.stage}) " if example.stage else ""
        yield f"  - {stage}{example.text}"
        if example.fixed:
            yield f"    fixed: {example.fixed}"
        return
    yield "  -"
    yield from _document(example.plan)
    if example.fixed:
        yield "    fixed:"
        yield from _document(example.fixed)


def _document(text: str) -> Iterator[str]:
    for line in text.rstrip().split("\n"):
        yield f"    | {line}".rstrip()
