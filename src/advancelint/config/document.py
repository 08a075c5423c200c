"""One config file: read from disk and checked key by key, with the place of everything in it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from advancelint.config.keys import CONFIG
from advancelint.config.shapes import Mistake, Path
from advancelint.config.version import satisfies
from advancelint.errors import ConfigError
from advancelint.expressions import expression
from advancelint.paths import shown_path
from advancelint.records import NamedTuple
from advancelint.source import Place, Source

SHARED = "pyproject.toml"
_SHARED_TABLE = ("tool", "advancelint")
_LARGEST = 1024 * 1024
_AT = expression(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


class Document(NamedTuple):
    """A config file without mistakes. ``prefix`` is the path of ``table`` in the file: () unless it is shared."""

    path: str
    text: str
    table: Mapping[str, Any]
    prefix: Path

    def place(self, path: Path) -> Place:
        """Return the 1-based place of the key or list item ``path`` of the table, or of the nearest thing above it."""
        return _place(self.path, self.text, (*self.prefix, *path))

    def fail_if(self, mistakes: Iterable[Mistake]) -> None:
        """Do as `fail` where there are ``mistakes``."""
        if found := list(mistakes):
            self.fail(found)

    def fail(self, mistakes: Iterable[Mistake]) -> NoReturn:
        """Raise one ConfigError for all ``mistakes``, each with its place."""
        raise ConfigError.of_all(
            ConfigError(one.message, remedy=one.remedy, path=self.path, place=self.place(one.path)) for one in mistakes
        )


def open_document(path: str) -> Document | None:
    """Return the config file ``path``; None for a pyproject.toml without our table.

    Raises ConfigError with all mistakes that the file has; where its required-version is not met, with that alone.
    """
    shown = shown_path(path)
    text = _text(path, shown)
    shared = os.path.basename(path) == SHARED
    if shared and _SHARED_TABLE[1] not in text:
        return None
    table: object = _parsed(shown, text)
    prefix: tuple[str, ...] = _SHARED_TABLE if shared else ()
    for name in prefix:
        if not isinstance(table, Mapping) or name not in table:
            return None
        table = table[name]
    document = Document(shown, text, table if isinstance(table, Mapping) else {}, prefix)
    _refuse_other_version(document)
    mistakes = list(CONFIG.faults(table, ()))
    if mistakes:
        from advancelint.config.faults import slipped

        document.fail(slipped(one, prefix) for one in mistakes)
    return document


def _refuse_other_version(document: Document) -> None:
    key = "required-version"
    wanted = document.table.get(key)
    if not isinstance(wanted, str) or any(CONFIG.inner(key).faults(wanted, (key,))) or satisfies(wanted):
        return
    from advancelint import __version__

    message = f"this file is for advancelint {wanted}, and this is {__version__}"
    document.fail([Mistake((key,), message, "Install a version that fits, or change required-version.")])


def _parsed(shown: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from advancelint.config.faults import remedy_for

        at = _AT.search(str(error))
        end = Source.of(shown, text).place(len(text))
        place = Place(int(at[1]), int(at[2])) if at and at[1] else end
        message = _AT.sub("", str(error)).strip()
        remedy = remedy_for(message, text.split("\n")[place.line - 1])
        raise ConfigError(f"this is no valid TOML: {message}", path=shown, place=place, remedy=remedy) from error
    except RecursionError as error:
        raise ConfigError("this TOML is nested too deeply", path=shown) from error
    except ValueError as error:  # Python reads no number of more than 4300 digits
        raise ConfigError("a number in this TOML is too long", path=shown, remedy="Shorten it.") from error


def _text(path: str, shown: str) -> str:
    if not os.path.isfile(path):
        what = "is no file" if os.path.exists(path) else "is a link that leads nowhere"
        raise ConfigError(f"this config {what}", path=shown, remedy="Mend it, or take it away.")
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise ConfigError("this config file is larger than 1 MiB", path=shown)
        return data.decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"this config file cannot be read: {error.strerror}", path=shown) from error
    except UnicodeDecodeError as error:
        raise ConfigError("this config file is no UTF-8", path=shown) from error


def _place(path: str, text: str, keys: Path) -> Place:
    from advancelint.config.places import offsets_of

    try:
        offsets = offsets_of(text)
    except RecursionError:  # nested as deeply as `tomllib` just bears
        offsets = {}
    while keys and keys not in offsets:
        keys = keys[:-1]
    return Source.of(path, text).place(offsets.get(keys, 0))
