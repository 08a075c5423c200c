"""What ``check --verbose`` tells of the files: the config that counts for them, and why some were passed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from advancelint.report.words import counted

if TYPE_CHECKING:
    from advancelint.cli.judging import Run


def verbose_lines(run: Run) -> Iterator[str]:
    """Yield a line for each config with the number of files that it counts for, and one for each file passed over."""
    for config, number in run.configs:
        yield f"config: {config or 'none'} ({counted(number, 'file')})"
    for judged in run.judgements:
        if judged.status == "passed-over":
            yield f"passed over: {judged.path}: {judged.why}"
