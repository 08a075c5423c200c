"""The options that several commands share, in one wording."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

# The names are repeated here so that --help need not load the ladder; a test holds them to `doctrine.ladder`.
PROFILES = ("default", "manufacturing", "pharma", "consulting", "transactional")
_Command = TypeVar("_Command", bound=Callable[..., Any])

as_of = click.option(
    "--as-of", metavar="DATE", help="The day that counts as today: a date as 2026-06-01, today, or commit (of HEAD)."
)
profile = click.option("--profile", type=click.Choice(PROFILES), help="The trade; overrules the config.")


def config(command: _Command) -> _Command:
    """Add --config and --isolated to ``command``."""
    isolated = click.option("--isolated", is_flag=True, help="Read no config file.")
    named = click.option("--config", metavar="FILE", help="Take the config in FILE for all files, not the nearest.")
    return named(isolated(command))
