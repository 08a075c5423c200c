"""``advancelint init``: shows, then writes, what a repository needs to use the tool as a gate."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from advancelint.cli import exits
from advancelint.errors import AdvancelintError, UsageError
from advancelint.paths import is_top, top_of
from advancelint.report.neutral import neutral

if TYPE_CHECKING:
    from advancelint.cli.offer import Offer

# The names are repeated here so that --help need not load the engine; a test holds them to `offer.PARTS`.
_PARTS = ("config", "schema", "hooks", "workflow")


@click.command(epilog="Example: advancelint init --our-company Thermovane --baseline")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--diff", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--our-company", metavar="NAME", help="Our company, as plans name it; by default what the plans tell.")
@click.option("--baseline", is_flag=True, help="List what the plans are told today, so that only new findings count.")
@click.option("--without", multiple=True, type=click.Choice(_PARTS), help="Leave a part out; repeatable.")
@click.pass_context
def init(context: click.Context, /, **given: Any) -> None:
    """Set up the gate in the repository whose top is the current folder: a config, the hooks, a workflow.

    Shows what it would write and asks; without a terminal nothing is written unless --yes says so. A file that is
    there stays as it is; to a pre-commit config the hooks are added. What cannot be added safely is printed.
    Exit codes: 0 written or nothing to do, 1 there is something to write and it was not, 2 wrong usage, or a part that
    you have to add yourself.
    """
    _refuse(given)
    asks = not given["yes"] and not given["diff"] and sys.stdin.isatty() and sys.stdout.isatty()
    made = _offer(given, asks=asks)
    if not given["yes"]:
        _show(made)
    errors, left = list(made.errors), not made.is_empty
    if left and (given["yes"] or (asks and click.confirm("Write this?"))):
        errors += _write(made)
        left = False
    elif made.is_empty and not errors:
        _say("nothing to do: all parts are there")
    for error in errors:
        exits.say_error(error)
    if left and not asks and not given["diff"]:
        exits.say_note("nothing was written; --yes writes it")
    context.exit(exits.USAGE if errors else exits.FINDINGS if left else exits.CLEAN)


def _refuse(given: dict[str, Any]) -> None:
    """Raise UsageError for options and folders with which nothing can be set up."""
    if given["yes"] and given["diff"]:
        raise UsageError("--yes writes and --diff does not", remedy="Leave one of them out.")
    name = given["our_company"]
    if name is not None and (not name.strip() or not name.isprintable()):
        raise UsageError("--our-company needs a name on one line", remedy="As in --our-company Thermovane.")
    here = os.getcwd()
    top = top_of(here)
    if top and not is_top(here):
        remedy = f"Go there first: cd {os.path.relpath(top)}"
        raise UsageError("hooks and workflows lie at the top of a repository, and this folder is below", remedy=remedy)


def _offer(given: dict[str, Any], *, asks: bool) -> Offer:
    """Return what there is to write; somebody at a terminal is asked whether a baseline belongs to it."""
    from advancelint.cli.offer import offer
    from advancelint.config.find import NAMES

    company, without = given["our_company"] or "", given["without"]
    made = offer(company, without, baseline=given["baseline"])
    if company and not any(one.path in NAMES for one in made.wanted):
        exits.say_note("no config is written, so --our-company says nothing")
    if made.findings and not given["baseline"]:
        _say(made.findings)
        if asks and click.confirm("List them in a baseline, so that only new ones count?"):
            return offer(company, without, baseline=True)
        if not asks:
            exits.say_note("--baseline lists them, so that only new ones count")
    return made


def _show(made: Offer) -> None:
    from advancelint.cli.proposals import diff

    terminal = sys.stdout.isatty()
    for one in made.wanted:
        if terminal and one.about:
            _say(f"{one.path}: {one.about}")
            continue
        for line in diff(one):
            # A patch keeps its bytes; a terminal gets no character that could move it.
            sys.stdout.write(neutral(line.removesuffix("\n")) + "\n" if terminal else line)
    if made.baseline:
        _say(f"{made.baseline}: {made.findings}")


def _write(made: Offer) -> Iterator[AdvancelintError]:
    """Write all that can be written and tell it; yield why the rest cannot."""
    from advancelint.cli.baseline import create_first
    from advancelint.cli.proposals import write

    written = False
    for one in made.wanted:
        try:
            write(one)
        except AdvancelintError as error:
            yield error
            continue
        written = True
        _say(f"{one.path}: {'the hooks were added' if one.there else 'written'}")
    if made.baseline:
        create_first(made.baseline)
        written = True
    if written:
        first = "" if is_top(os.getcwd()) else "“git init”, "
        _say(f"next: {first}“git add” these files, and “pre-commit install” once in every clone")


def _say(line: str) -> None:
    sys.stdout.write(f"{neutral(line)}\n")
    sys.stdout.flush()
