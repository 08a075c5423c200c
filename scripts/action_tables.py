"""The tables of docs/ci.md on the inputs and outputs of action.yml."""

from __future__ import annotations

import os
from collections.abc import Iterator

import yaml

_FILE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "action.yml")
PARTS = ("inputs", "outputs")


def table(part: str) -> Iterator[str]:
    """Yield the lines of the table of ``part``, one of `PARTS`."""
    with open(_FILE, encoding="utf-8") as file:
        told = yaml.safe_load(file)[part]
    if part == "outputs":
        yield from ("", "| output | what it holds |", "| --- | --- |")
        yield from (f"| `{name}` | {one['description']} |" for name, one in told.items())
    else:
        yield from ("", "| input | default | what it says |", "| --- | --- | --- |")
        for name, one in told.items():
            default = f"`{one['default']}`" if one["default"] else ""
            yield f"| `{name}` | {default} | {one['description']} |"
    yield ""
