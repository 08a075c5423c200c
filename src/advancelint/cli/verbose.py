"""What ``check --verbose`` tells of the files: the config that counts for them, and why some were passed over."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from advancelint.cli.files import STDIN_NAME

if TYPE_CHECKING:
    from advancelint.engine import Judgement


def verbose_lines(judgements: Sequence[Judgement]) -> Iterator[str]:
    """Yield a line for each config with the number of files that it counts for, and one for each file passed over."""
    counts: dict[str, int] = {}
    known: dict[str, str] = {}
    for judged in judgements:
        folder = os.path.dirname(os.path.abspath(judged.path)) if judged.path != STDIN_NAME else os.getcwd()
        if folder not in known:
            known[folder] = _config_of(folder)
        counts[known[folder]] = counts.get(known[folder], 0) + 1
    for config, number in sorted(counts.items()):
        yield f"config: {config} ({number} {'file' if number == 1 else 'files'})"
    for judged in judgements:
        if judged.status == "passed-over":
            yield f"passed over: {judged.path}: {judged.why}"


def _config_of(folder: str) -> str:
    from advancelint.config.find import nearest

    found = nearest(folder)
    return found.path if found else "none"
