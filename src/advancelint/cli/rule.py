"""``advancelint rule``: start a rule of one's own, try its examples, see what they leave out."""

from __future__ import annotations

import sys
from typing import Any

import click

from advancelint.cli import options

# The names are repeated here so that --help need not load the starters; a test holds them to `scaffold`.
_KINDS = ("objective", "plan", "call", "next_step", "outcome", "person")
_CONDITIONS = ("phrases", "when", "schema", "check")
_SEVERITIES = ("info", "warning", "error")
_form = click.option("--output-format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
_quiet = click.option("-q", "--quiet", is_flag=True, help="Print nothing but what is wrong.")
_packs = options.pack("The cards of these installed packs, too.")


@click.group(epilog="Example: advancelint rule test team-rules/")
def rule() -> None:
    """Start a rule of your own, try its examples, see what they leave out."""


@rule.command(
    short_help="Write the card of a new rule, which works as it stands.",
    epilog="Example: advancelint rule new --prefix ACME --name empty-words --kind next_step --condition phrases",
)
@click.option("--code", metavar="CODE", help="The code, as ACME101; by default the next one that is free.")
@click.option(
    "--prefix", metavar="LETTERS", help="The letters of the code; by default those of the cards in the folder."
)
@click.option("--name", metavar="NAME", help="A name of lower-case words joined by hyphens.")
@click.option("--summary", metavar="SENTENCE", help="What the rule finds, in one sentence.")
@click.option("--kind", type=click.Choice(_KINDS), help="What the rule looks at; by default objective.")
@click.option("--condition", type=click.Choice(_CONDITIONS), help="How it finds; by default phrases.")
@click.option("--severity", type=click.Choice(_SEVERITIES), help="How bad it is; by default warning.")
@click.option(
    "--folder",
    metavar="DIR",
    help="Where the card goes; by default the first of rule-paths in the config, or team-rules.",
)
@click.option("--dry-run", "--print", "dry", is_flag=True, help="Print the card and write nothing.")
@options.config
def new(**given: Any) -> None:
    """Write the card of a new rule, which works as it stands: change its condition, sentences and examples.

    At a terminal it asks for what no option says. phrases finds words, when the values of fields, schema values
    that break a JSON Schema, and check is a Python function in a file beside the card. Nothing is overwritten.
    Exit codes: 0 written, 2 wrong usage, or a code or a file that is there already.
    """
    from advancelint.cli.rule_new import make

    make(given)


@rule.command(
    short_help="Try the examples of cards.",
    epilog="Example: advancelint rule test team-rules/ACME101-empty-words.yaml",
)
@click.argument("paths", nargs=-1, type=click.Path())
@_packs
@options.allow_checks
@_form
@_quiet
@options.config
def test(**given: Any) -> None:
    """Try the examples of the cards at PATHS, which are cards and folders.

    Without any, those that the config names are tried, else those in team-rules.

    Each flagged example must be found where the card says, each clean one must not, and each fix must make of it what
    stands in “fixed”. Where one comes out otherwise it is shown with the reason.
    Exit codes: 0 all are as the cards say, 1 some are not, 2 a card that is wrong or not there, 3 a rule that fails.
    """
    from advancelint.cli.rule_test import run

    sys.exit(run(given))


@rule.command(
    short_help="Show what no example of a card exercises.",
    epilog="Example: advancelint rule coverage team-rules/ --fail-under 80",
)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT", help="Fail below this share of parts.")
@_packs
@options.allow_checks
@_form
@_quiet
@options.config
def coverage(**given: Any) -> None:
    """Show the parts of the cards at PATHS that no example exercises; without any, as “rule test” takes them.

    Parts are phrases, exceptions, the values of a list, the branches of any, severities with a condition, the
    alternatives of an expression, assertions of a schema, and lines of a check. One is exercised when some example
    comes out differently without it.
    Exit codes: 0, 1 below --fail-under, 2 a card that is wrong or not there, 3 a rule that fails.
    """
    from advancelint.cli.rule_coverage import run

    sys.exit(run(given))
