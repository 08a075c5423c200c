"""Writes the data files that are made from the corpus, or says whether they are up to date."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

import corpus

FOLDER = os.path.join(os.path.dirname(corpus.HERE), "lexicon", "en")


def main(tables: Mapping[str, Callable[[], str]]) -> int:
    """Write each table to its file below lexicon/en; with ``--check`` compare only and return 1 where one differs."""
    status = 0
    for name, table in tables.items():
        path, text = os.path.join(FOLDER, name), table()
        if "--check" not in sys.argv[1:]:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            continue
        with open(path, encoding="utf-8") as file:
            same = file.read() == text
        print(f"{name} is up to date" if same else f"{name} is out of date: run {os.path.relpath(sys.argv[0])}")
        status = status if same else 1
    return status
