"""Reads labelled lines: the project's corpus, and any file of JSON lines with a verdict."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any

from advancelint.reading import Reading, Scene, read
from advancelint.source import Passage

Labelled = dict[str, Any]
HERE = os.path.dirname(os.path.abspath(__file__))
LINES = os.path.join(os.path.dirname(HERE), "corpus", "lines")
# The split is by author, so that no author's manner is both learnt from and scored.
SPLIT = {
    "train": (
        *("amber", "ash", "beech", "birch", "clover", "dill", "elm", "fern", "fjord", "grove", "hazel"),
        *("heath", "iris", "jasper", "kelp", "pebble", "quartz", "reed", "sorrel", "thistle", "umber", "violet"),
    ),
    "dev": ("cedar",),
    "test": ("dune", "ember", "larch", "maple"),
}


def part(name: str) -> list[str]:
    """Return the files of one part of the corpus: "train", "dev" or "test"."""
    return [os.path.join(LINES, f"{author}.jsonl") for author in SPLIT[name]]


def lines(paths: Iterable[str]) -> Iterator[Labelled]:
    """Yield the labelled lines of ``paths``, each with its file's name as "author"."""
    for path in paths:
        author = os.path.splitext(os.path.basename(path))[0]
        with open(path, encoding="utf-8") as file:
            for row in file:
                if row.strip():
                    yield {"author": author, **json.loads(row)}


def scene(line: Labelled) -> Scene:
    """Return the scene in which a labelled line stands."""
    return Scene(
        field=line.get("field", "objective"),
        voice=line.get("voice", "planner"),
        heading=line.get("heading") or "",
        owner=line.get("owner") or "",
        client=frozenset(name.lower() for name in line.get("client", ())),
        seller=frozenset(name.lower() for name in line.get("seller", ())),
    )


def given(line: Labelled) -> Labelled:
    """Return a labelled line without its labels, as `advancelint read --format jsonl` takes it."""
    names = ("text", "field", "voice", "owner", "heading", "stage", "client", "seller")
    return {name: line[name] for name in names if line.get(name)}


def is_good(line: Labelled) -> bool:
    """Return whether a coach has nothing to say against a line."""
    return line["verdict"] in ("good", ["good"]) if "verdict" in line else is_advance(line)


def is_advance(line: Labelled) -> bool:
    """Return the label in forced choice; lines without ``advance`` are labelled by ``verdict``."""
    if "advance" in line:
        return bool(line["advance"])
    return line["verdict"] in ("good", "good_vs_context", "unrealistic")


def reading(line: Labelled) -> Reading:
    """Read a labelled line in its scene."""
    return read(Passage.plain(line["text"]), scene(line))


def says_advance(found: Reading) -> bool:
    """Return the tool's forced choice: does the line name a client's act?"""
    return found.client_action.value == "act"
