"""The options that several commands share, in one wording."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from advancelint.cli import today

if TYPE_CHECKING:
    from advancelint.catalog import Library
    from advancelint.cli.settings import Finder

# The names are repeated here so that --help need not load the ladder; a test holds them to `doctrine.ladder`.
PROFILES = ("default", "manufacturing", "pharma", "consulting", "transactional")
_Command = TypeVar("_Command", bound=Callable[..., Any])

as_of = click.option(
    "--as-of", metavar="DATE", help="The day that counts as today: a date as 2026-06-01, today, or commit (of HEAD)."
)
profile = click.option("--profile", type=click.Choice(PROFILES), help="The trade; overrules the config.")
no_exclude = click.option("--no-exclude", is_flag=True, help="Judge what the config excludes, too.")


def words(groups: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of an option that can be given often: they are split at commas and blanks."""
    return tuple(word for group in groups for word in group.replace(",", " ").split())


def pack(told: str) -> Callable[[_Command], _Command]:
    """Return what adds --pack to a command, with ``told`` for its help."""

    def split(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
        del context, option
        # A variable that is not set must not leave a pack out.
        return tuple(name for one in given for name in words((one,)) or ("",))

    return click.option("--pack", "packs", multiple=True, metavar="NAMES", help=told, callback=split)


def config(command: _Command) -> _Command:
    """Add --config and --isolated to ``command``."""
    isolated = click.option("--isolated", is_flag=True, help="Read no config file, and no .gitignore.")
    named = click.option("--config", metavar="FILE", help="Take the config in FILE for all files, not the nearest.")
    return named(isolated(command))


allow_checks = click.option(
    "--allow-checks",
    is_flag=True,
    envvar="ADVANCELINT_ALLOW_CHECKS",
    help="Let cards that are no pack's run the Python files beside them; also by ADVANCELINT_ALLOW_CHECKS=1.",
)


def sources(command: _Command) -> _Command:
    """Add --rules, --pack and --allow-checks to ``command``."""
    packs = pack("Judge by these installed packs as well.")
    paths = click.option(
        "--rules", multiple=True, metavar="PATH", help="Judge by this card, or the cards in this folder, as well."
    )
    return paths(packs(allow_checks(command)))


def brought(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the options of `sources` say, by the names of `bench.Asked`."""
    return {"rules": given["rules"], "packs": given["packs"], "allow_checks": given["allow_checks"]}


def library(given: Mapping[str, Any]) -> Library:
    """Return the rules that the options of `sources` bring beside our own; raises CardError and UsageError."""
    from advancelint.catalog import Library, Sources

    return Library(Sources(given["rules"], given["packs"], checks=given["allow_checks"]))


def asked(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the options of this module say, by the names of `judging.Asked`; raises UsageError for a wrong day.

    Options that a command does not have say nothing.
    """
    return {
        "as_of": today.asked(given.get("as_of")),
        "profile": given.get("profile") or "",
        "config": given.get("config") or "",
        "isolated": given.get("isolated", False),
        "exclude": not given.get("no_exclude", False),
    }


def finder(given: Mapping[str, Any]) -> Finder:
    """Return what finds the settings of files as the options of this module say; raises UsageError and ConfigError."""
    from advancelint.cli.settings import Finder

    return Finder(**asked(given))
