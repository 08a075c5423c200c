"""``advancelint explain`` and ``advancelint rules``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from advancelint.rule import Card, Example


@click.command(epilog="Example: advancelint explain AD401")
@click.argument("code")
def explain(code: str) -> None:
    """Explain one rule: what it looks for, why, how to write it better, with examples. CODE may be its name."""
    from advancelint.catalog import find_rule, load_rules

    card = find_rule(load_rules(), code).card
    sys.stdout.write("\n".join(_page(card)) + "\n")


@click.command(epilog="Example: advancelint rules")
def rules() -> None:
    """List the rules with their severity, family, scope, measured precision and the sentence that sums each up."""
    from advancelint.catalog import load_rules
    from advancelint.figures import load_figures

    figures = load_figures()
    for rule in load_rules():
        card = rule.card
        severity = "/".join(card.severities)
        kind = f"{card.family:<12}  {card.scope:<9}"
        share = figures[card.code].precision if card.code in figures else -1.0
        right = f"{share:.2f}" if share >= 0 else "-"
        sys.stdout.write(f"{card.code}  {card.name:<24}  {severity:<18}  {kind}  {right:>5}  {card.summary}\n")


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
    if card.measured:
        from advancelint.figures import load_figures

        figure = load_figures().get(card.code)
        yield f"Measured: {figure.words if figure else 'not yet'}"
    if card.status != "stable":
        yield f"Status: {card.status}; it runs only when it is selected by its code"
    for title, examples in (("Flagged", card.flagged), ("Clean", card.clean)):
        if examples:
            yield ""
            yield f"{title}:"
            for example in examples:
                yield from _example(example)
    if card.sources:
        yield ""
        yield f"Sources: {', '.join(card.sources)} (docs/doctrine.md)"


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
