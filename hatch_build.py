"""Puts into the wheel what the tool would make at each start: its cards and word lists read, expressions compiled."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Freezing(BuildHookInterface[Any]):
    """Lays beside the lists and cards of a wheel what was made of them; an editable installation gets nothing."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the frozen files into a folder of their own and name them in ``build_data``."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        for number, (name, data) in enumerate(frozen_files(self.root)):
            path = os.path.join(self._folder.name, str(number))
            with open(path, "wb") as file:
                file.write(data)
            build_data["force_include"][path] = f"advancelint/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the folder away."""
        del build_data, artifact_path
        if version != "editable":
            self._folder.cleanup()


def frozen_files(root: str) -> Iterator[tuple[str, bytes]]:
    """Yield what is to lie in the package, by its name there."""
    sys.dont_write_bytecode = True  # nothing is to appear among the sources
    sys.path.insert(0, os.path.join(root, "src"))
    from advancelint.catalog.cards import FROZEN, frozen_cards
    from advancelint.frozen import ENDING
    from advancelint.resources import frozen_list

    yield f"rules/{FROZEN}{ENDING}", frozen_cards(os.path.join(root, "rules"))
    for parent, folders, names in os.walk(os.path.join(root, "lexicon")):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".tsv"):
                path = os.path.join(parent, name)
                yield os.path.relpath(path, root).replace(os.sep, "/") + ENDING, frozen_list(path)
    yield _expressions(os.path.join(root, "examples", "plans"))


def _expressions(plans: str) -> tuple[str, bytes]:
    """Return the compiled expressions: those of all modules, and what is made of lists where a plan is judged."""
    from advancelint.cli import main
    from advancelint.expressions import FROZEN, compile_all, frozen_expressions
    from advancelint.frozen import ENDING

    compile_all()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        main(["check", "--isolated", "--no-cache", "--jobs", "1", plans])
    return FROZEN + ENDING, frozen_expressions()
