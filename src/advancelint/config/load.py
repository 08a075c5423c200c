"""Reads a config file strictly: every unknown key and wrong value is an error with its place and a suggestion.

The keys are documented in docs/usage.md and published as schemas/config.schema.json.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from advancelint.config.find import Found
from advancelint.config.settings import Settings
from advancelint.doctrine.ladder import PROFILES
from advancelint.errors import ConfigError, hint
from advancelint.plan.model import KINDS
from advancelint.plan.vocabulary import LADDER, label_roles
from advancelint.source import Place, Source

KEYS = (
    "our-company",
    "our-people",
    "client-people",
    "date-order",
    "profile",
    "stale-days",
    "kinds",
    "labels",
    "stages",
)
DATE_ORDERS = {"day-first": "dmy", "month-first": "mdy"}
STAGES = (*LADDER, "won", "lost")
_MOST_DAYS = 999
_LABEL_MODES = ("extend", "replace")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


def read(found: Found, as_of: str) -> Settings:
    """Return the settings that a config file states, with the ISO date ``as_of``; raises ConfigError."""
    return _Reader(found).settings(as_of)


class _Reader:
    """Knows the file's name and text, so that a mistake can be placed."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._source = Source.of(found.path, found.text)

    def settings(self, as_of: str) -> Settings:
        keys = self._table(self._parsed(), "the config", KEYS)
        order = keys.get("date-order", "")
        if order and order not in DATE_ORDERS:
            self._fail(f"date-order cannot be “{order}”", "date-order", hint(str(order), DATE_ORDERS))
        profile = keys.get("profile", PROFILES[0])
        if profile not in PROFILES:
            self._fail(f"profile cannot be “{profile}”", "profile", hint(str(profile), PROFILES))
        labels = self._table(keys.get("labels", {}), "labels", _LABEL_MODES)
        replaced = self._lists(labels.get("replace", {}), "labels.replace", label_roles())
        extended = self._lists(labels.get("extend", {}), "labels.extend", label_roles())
        kinds = self._lists(keys.get("kinds", {}), "kinds", KINDS)
        stages = self._lists(keys.get("stages", {}), "stages", STAGES)
        return Settings(
            as_of=as_of,
            our_people=self._words(keys, "our-people"),
            our_company=self._word(keys, "our-company"),
            client_people=self._words(keys, "client-people"),
            labels=tuple((word, role) for role, words in (*replaced, *extended) for word in words),
            replaced=tuple(role for role, _ in replaced),
            stages=tuple((word, stage) for stage, words in stages for word in words),
            date_order=DATE_ORDERS.get(str(order), ""),
            kinds=tuple((pattern, kind) for kind, patterns in kinds for pattern in patterns),
            profile=str(profile),
            stale_days=self._days(keys.get("stale-days", {})),
            root=os.path.dirname(os.path.abspath(self._found.path)),
        )

    def _parsed(self) -> object:
        try:
            document: dict[str, Any] = tomllib.loads(self._found.text)
        except tomllib.TOMLDecodeError as error:
            at = _AT.search(str(error))
            end = self._source.place(len(self._found.text))
            place = Place(int(at[1]), int(at[2])) if at else end
            message = _AT.sub("", str(error)).strip()
            raise ConfigError(f"this is no valid TOML: {message}", path=self._found.path, place=place) from error
        if not self._found.shared:
            return document
        tool = document.get("tool", {})
        return tool.get("advancelint", {}) if isinstance(tool, Mapping) else {}

    def _fail(self, message: str, key: str, remedy: str = "") -> NoReturn:
        """Raise the error for ``key``, placed where the text first has it as a key or as the name of a table."""
        quoted = re.escape(key)
        match = re.search(
            rf"^[ \t]*(?:\[[\w.\"-]*)?[\"']?({quoted})[\"']?(?:[ \t]*[=.\]])", self._found.text, re.MULTILINE
        )
        inline = match or re.search(rf"[{{,][ \t]*[\"']?({quoted})[\"']?[ \t]*=", self._found.text)
        place = self._source.place(inline.start(1)) if inline else None
        raise ConfigError(message, remedy=remedy, path=self._found.path, place=place)

    def _table(self, value: object, what: str, known: Iterable[str]) -> Mapping[str, object]:
        names = tuple(known)
        if not isinstance(value, Mapping):
            self._fail(f"{what} must be a table", what.rpartition(".")[2])
        for key in value:
            if key not in names:
                self._fail(f"{what} has no key “{key}”", key, hint(key, names))
        return value

    def _lists(self, value: object, what: str, known: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
        table = self._table(value, what, known)
        return [(key, self._words(table, key)) for key in table]

    def _days(self, value: object) -> tuple[tuple[str, int], ...]:
        found = []
        for stage, days in self._table(value, "stale-days", LADDER).items():
            if isinstance(days, bool) or not isinstance(days, int) or not 1 <= days <= _MOST_DAYS:
                self._fail(f"stale-days.{stage} must be a number of days from 1 to {_MOST_DAYS}", stage)
            found.append((stage, days))
        return tuple(found)

    def _words(self, table: Mapping[str, object], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self._fail(f"{key} must be a list of texts", key, f'Write: {key} = ["…"]')
        return tuple(item.strip() for item in value)

    def _word(self, table: Mapping[str, object], key: str) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            self._fail(f"{key} must be a text", key, f'Write: {key} = "…"')
        return value.strip()
