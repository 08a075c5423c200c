"""From the values of a config to settings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from advancelint.config.keys import BY_NAME, DATE_ORDERS, EXTEND
from advancelint.config.settings import Settings
from advancelint.config.shapes import Path


def settings_from(values: Mapping[Path, Any], home: str) -> Settings:
    """Return the settings that ``values`` make, without a date; patterns and paths count from the folder ``home``.

    ``values`` are right ones, by their paths in the table of the config.
    """

    def one(key: str) -> Any:
        return values.get((key,), BY_NAME[key].default)

    def texts(key: str) -> tuple[str, ...]:
        return (*one(key), *one(f"{EXTEND}{key}"))

    def below(*above: str) -> Iterator[tuple[str, Any]]:
        depth = len(above)
        return ((str(path[depth]), value) for path, value in values.items() if path[:depth] == above)

    replaced = list(below("labels", "replace"))
    return Settings(
        as_of="",
        our_people=texts("our-people"),
        our_company=one("our-company"),
        client_people=texts("client-people"),
        labels=tuple((word, role) for role, words in (*replaced, *below("labels", "extend")) for word in words),
        replaced=tuple(role for role, _ in replaced),
        stages=tuple((word, stage) for stage, words in below("stages") for word in words),
        date_order=DATE_ORDERS.get(one("date-order"), ""),
        kinds=tuple((pattern, kind) for kind, patterns in below("kinds") for pattern in patterns),
        root=home,
        profile=one("profile"),
        stale_days=tuple(below("stale-days")),
        select=tuple(one("select")),
        extend_select=tuple(one("extend-select")),
        ignore=texts("ignore"),
        file_ignores=tuple((pattern, tuple(words)) for pattern, words in below("per-file-ignores")),
        severities=tuple(below("severity")),
        fail_on=one("fail-on"),
        baseline=os.path.normpath(os.path.join(home, one("baseline"))) if one("baseline") else "",
        options=tuple(_option_values(values)),
    )


def _option_values(values: Mapping[Path, Any]) -> Iterator[tuple[str, str, Any]]:
    """Yield the values for options of rules: code or name, option, value."""
    for path, value in values.items():
        if path[0] == "options":
            yield str(path[1]), str(path[2]), tuple(value) if isinstance(value, list) else value
