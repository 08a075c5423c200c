"""The command line: arguments, wiring, exit codes. Everything heavy is imported inside the commands."""

from __future__ import annotations

import os
import sys

from advancelint import __version__
from advancelint.paths import MARKDOWN

# The endings of plans, configs, cards and baselines: what hooks hand over.
_HANDED_OVER = (*MARKDOWN, ".toml", ".yaml", ".yml", ".jsonl")


def main(arguments: list[str] | None = None) -> None:
    """Run ``arguments`` (default: those of the process) and exit with one of the codes of `exits`."""
    words = sys.argv[1:] if arguments is None else arguments
    if words == ["--version"]:  # no click for this: scripts ask it often
        print(f"advancelint {__version__}")  # noqa: T201 - cli is the layer that prints
        return
    # Where Python puts the current folder first, as `python -c` does, a click.py of the judged folder would be ours.
    sys.path[:] = [place for place in sys.path if place]
    own = tuple(words) if arguments is None else ()
    if own[:1] == ("check",):
        _tell_again(own)
    from advancelint.cli import exits
    from advancelint.cli.app import app
    from advancelint.errors import AdvancelintError

    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets an escape rather than a traceback.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    try:
        app.main(list(map(_as_meant, words)), prog_name="advancelint", obj=own)
    except AdvancelintError as error:
        exits.report(error)
    except BrokenPipeError:
        exits.reader_gone()
    except Exception as error:  # noqa: BLE001 - a fault of the tool has its own exit code, never that of findings
        exits.report_fault(error)


def _as_meant(word: str) -> str:
    """Return ``word``, which may name a file that begins with a dash, such that it is no option then.

    A commit hook hands file names over as they are. But a repository must not take an option away from who gave it, by
    a file of that name: only what ends as files do that hooks hand over is one. Raises UsageError where it can be both.
    """
    if not word.startswith("-") or not word.lower().endswith(_HANDED_OVER) or not os.path.isfile(word):
        return word
    if "=" in word:
        from advancelint.errors import UsageError

        remedy = f"For the option put a blank in place of “=”, for the file write ./{word}"
        raise UsageError(f"“{word}” can be an option, and there is a file of that name", remedy=remedy)
    return os.path.join(os.curdir, word)


def _tell_again(words: tuple[str, ...]) -> None:
    """Exit as a run of ``words`` did before, where that is sure; before anything heavy is imported."""
    from advancelint.cache.runs import told_again

    try:
        code = told_again(list(words))
    except BrokenPipeError:
        from advancelint.cli import exits

        exits.reader_gone()
    if code >= 0:
        sys.exit(code)
