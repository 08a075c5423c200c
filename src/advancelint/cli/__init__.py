"""The command line: arguments, wiring, exit codes. Everything heavy is imported inside the commands."""

from __future__ import annotations

import os
import sys

from advancelint import __version__


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
    # A commit hook hands file names over as they are; one that begins with a dash is still a file.
    words = [os.path.join(os.curdir, word) if word.startswith("-") and os.path.isfile(word) else word for word in words]
    try:
        app.main(words, prog_name="advancelint", obj=own)
    except AdvancelintError as error:
        exits.report(error)
    except BrokenPipeError:
        exits.reader_gone()
    except Exception as error:  # noqa: BLE001 - a fault of the tool has its own exit code, never that of findings
        exits.report_fault(error)


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
