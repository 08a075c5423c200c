"""The inputs of the action: read from the environment, and refused before any work where they cannot be right."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

PREFIX = "ADVANCELINT_"
_SCHEMA = ("src", "advancelint", "schemas", "config.schema.json")
_DAYS = ("today", "commit")
_SWITCHES = ("true", "false")
# What pip takes as a requirement and no more: no option, no path in the repository, nothing that has to be built.
_PACK = re.compile(r"[A-Za-z0-9][\w.-]* *(?:== *[\w.+!]+|@ *https://[^\s;#]+\.whl(?:#[^\s;]+)?)", re.ASCII)


class InputError(Exception):
    """What is wrong with the inputs, one line each; all of them at once."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep ``faults``."""
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class Inputs(NamedTuple):
    """The inputs by their names in action.yml; "" leaves the word to the config, or the place to the action."""

    paths: tuple[str, ...]
    config: str
    fail_on: str
    changed_only: bool
    baseline: str
    as_of: str
    profile: str
    packs: tuple[str, ...]
    annotations: bool
    summary: bool
    sarif_file: str
    json_file: str


def read(environment: Mapping[str, str], root: str) -> Inputs:
    """Return the inputs that action.yml put into ``environment``; ``root`` is the action's own folder.

    Raises InputError.
    """
    given = {name: environment.get(PREFIX + name.upper(), "").strip() for name in Inputs._fields}
    paths, packs = (tuple(filter(None, map(str.strip, given.pop(name).splitlines()))) for name in ("paths", "packs"))
    faults = [*_path_faults(paths), *_pack_faults(packs), *_faults(given, root)]
    if faults:
        raise InputError(faults)
    return Inputs(
        paths=paths,
        config=given["config"],
        fail_on=given["fail_on"],
        changed_only=given["changed_only"] == "true",
        baseline=given["baseline"],
        as_of=given["as_of"],
        profile=given["profile"],
        packs=packs,
        annotations=given["annotations"] == "true",
        summary=given["summary"] == "true",
        sarif_file=given["sarif_file"],
        json_file=given["json_file"],
    )


def _path_faults(paths: Sequence[str]) -> Iterator[str]:
    if not paths:
        yield "paths: names nothing; a dot stands for the whole repository"
    for path in paths:
        yield from _flag_faults("paths", path)


def _pack_faults(packs: Sequence[str]) -> Iterator[str]:
    for pack in packs:
        if not _PACK.fullmatch(pack):
            yield f"packs: “{pack}” is no name with a version, as acme-rules==1.2.0, or with a wheel's https address"


def _faults(given: Mapping[str, str], root: str) -> Iterator[str]:
    known = _keys(root)
    for name, value in given.items():
        shown = name.replace("_", "-")
        if any(ord(character) < ord(" ") for character in value):
            yield f"{shown}: holds more than one line, or a control character"
        elif name in ("changed_only", "annotations", "summary"):
            yield from _choice_faults(shown, value, _SWITCHES)
        elif name in ("fail_on", "profile") and value:
            yield from _choice_faults(shown, value, known[shown]["enum"])
        elif name == "as_of" and value and value not in _DAYS and not _is_date(value):
            yield f"as-of: “{value}” is no day; write a date as 2026-06-01, today, or commit"
        elif value:
            yield from _flag_faults(shown, value)


def _keys(root: str) -> dict[str, Any]:
    """Return the keys of the published schema of config files, which knows the values of some inputs."""
    with open(os.path.join(root, *_SCHEMA), encoding="utf-8") as file:
        keys: dict[str, Any] = json.load(file)["properties"]
    return keys


def _choice_faults(name: str, value: str, choices: Sequence[str]) -> Iterator[str]:
    if value not in choices:
        yield f"{name}: “{value}” is none of {', '.join(choices)}"


def _flag_faults(name: str, value: str) -> Iterator[str]:
    if value.startswith("-"):
        yield f"{name}: “{value}” looks like an option; a file of that name is written ./{value}"


def _is_date(value: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
