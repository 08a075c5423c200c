"""The cards that a command of ``advancelint rule`` is about."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from advancelint.cli import options
from advancelint.errors import AdvancelintError, UsageError

if TYPE_CHECKING:
    from advancelint.catalog.opening import Opening
    from advancelint.config.layered import Config

# Where “rule new” puts a card when nobody says where.
FOLDER = "team-rules"


def opened(given: Mapping[str, Any]) -> Opening:
    """Open the cards that the command line names, else those of the config that counts here, else those in `FOLDER`.

    Raises UsageError where there is nothing to open, ConfigError for a broken config.
    """
    from advancelint.catalog.opening import open_cards

    paths = given["paths"]
    if not paths and not given["packs"]:
        paths = tuple(os.path.relpath(path) for path in rule_paths(options.finder(given).config_for("-")))
        if not paths and os.path.isdir(FOLDER):
            paths = (FOLDER,)
        if not paths:
            raise UsageError(
                "no card was named, and no config here says where cards are",
                remedy='Name a card or a folder, or write into the config: rule-paths = ["team-rules"]',
            )
    return open_cards(paths, given["packs"], checks=given["allow_checks"])


def rule_paths(config: Config | None) -> Iterator[str]:
    """Yield the absolute paths that ``config`` names as those of rules."""
    if config is not None:
        for text, _ in config.listed("rule-paths"):
            yield os.path.normpath(os.path.join(config.home, text))


def as_json(error: AdvancelintError) -> dict[str, object]:
    """Return an error as a part of a JSON document; 0 stands for a place that is not known."""
    line, column = error.place or (0, 0)
    return {"path": error.path, "line": line, "column": column, "message": error.message, "remedy": error.remedy}
