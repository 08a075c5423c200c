"""Which reports a command line asks for, and their way to files and to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

from advancelint.cli import exits
from advancelint.diagnostic import Report
from advancelint.errors import UsageError
from advancelint.records import NamedTuple
from advancelint.report.formats import NAMES, Format, Look, format_of, render

STDOUT = "-"
_ORDER = "advancelint.outputs"
_FORMAT, _FILE = "output_format", "output"
_HELP = {
    "format": "The shape of the report; text unless you say otherwise. Repeatable: one run can write several.",
    "file": "Write the report to FILE; - is standard output. Repeatable, each behind the --output-format it is for.",
    "held": "Show the findings that a suppression or the baseline holds as well.",
    "quiet": "Print no report; files are written, and the exit code says it all.",
}


class Target(NamedTuple):
    """One report: its format, and the file that it goes to or `STDOUT`."""

    format: Format
    file: str


class OrderedCommand(click.Command):
    """A command that remembers in which order the formats and files of its reports were given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse ``args`` as click does, once more for the order, which click keeps to itself."""
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta[_ORDER] = [parameter.name for parameter in order if parameter.name in (_FORMAT, _FILE)]
        return super().parse_args(ctx, args)


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options on reports to ``command``."""
    added = (
        click.option("--output-format", multiple=True, type=click.Choice(NAMES), help=_HELP["format"]),
        click.option("--output", multiple=True, metavar="FILE", help=_HELP["file"]),
        click.option("--statistics", is_flag=True, help="Count the findings of each rule below the report."),
        click.option("--show-held", is_flag=True, help=_HELP["held"]),
        click.option("--quiet", is_flag=True, help=_HELP["quiet"]),
        click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True),
    )
    for add in reversed(added):
        command = add(command)
    return command


def targets(context: click.Context) -> tuple[Target, ...]:
    """Return the reports that the command line of ``context`` asks for. Raises UsageError where it is unclear."""
    formats, files = context.params[_FORMAT], context.params[_FILE]
    if len(formats) == len(files) or not formats:
        named = _pairs(formats or ("text",), files)
    else:
        named = _in_order(context.meta[_ORDER], formats, files)
    found = tuple(Target(format_of(name), file) for name, file in named)
    _refuse_doubles([target.file for target in found])
    return found


def _pairs(formats: Sequence[str], files: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(files) > len(formats):
        raise _orphan(files[-1])
    for number, name in enumerate(formats):
        yield name, files[number] if number < len(files) else STDOUT


def _in_order(order: Sequence[str], formats: Sequence[str], files: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give each file to the format right before it; formats without one go to standard output."""
    left_formats, left_files = iter(formats), iter(files)
    name = ""
    for option in order:
        if option == _FORMAT:
            if name:
                yield name, STDOUT
            name = next(left_formats)
            continue
        file = next(left_files)
        if not name:
            raise _orphan(file)
        yield name, file
        name = ""
    if name:
        yield name, STDOUT


def _orphan(file: str) -> UsageError:
    remedy = "Write each --output right behind the --output-format that it belongs to."
    return UsageError(f"--output “{file}” follows no --output-format of its own", remedy=remedy)


def _refuse_doubles(files: Sequence[str]) -> None:
    if files.count(STDOUT) > 1:
        remedy = "Give each --output-format but one an --output FILE right behind it."
        raise UsageError("two reports cannot both go to standard output", remedy=remedy)
    places = [os.path.realpath(file) for file in files]
    for file, place in zip(files, places, strict=True):
        if not file:
            raise UsageError("--output needs the name of a file, or - for standard output")
        if file != STDOUT and places.count(place) > 1:
            raise UsageError(f"two reports cannot both be written to “{file}”")


def write(report: Report, targets: Sequence[Target], options: dict[str, Any]) -> bool:
    """Write ``report`` to all ``targets``, files first; say whether each of them could be written.

    ``options`` are those that `options` added. What cannot be written is told on standard error.
    """
    from advancelint.cli.files_out import write_file
    from advancelint.cli.prepared import prepared

    whole = True
    for target in sorted(targets, key=lambda target: target.file == STDOUT):
        to_file = target.file != STDOUT
        if options["quiet"] and not to_file:
            continue
        color = _wants_color(options["color"], to_file=to_file)
        look = Look(color, options["show_held"], options["statistics"])
        text = "".join(f"{piece}\n" for piece in render(target.format.name, prepared(report, target.format), look))
        if not to_file:
            sys.stdout.write(text)
            sys.stdout.flush()
            continue
        try:
            write_file(target.file, text)
        except UsageError as error:
            exits.say_error(error)
            whole = False
    return whole


def _wants_color(choice: str, *, to_file: bool) -> bool:
    """Say whether to colour: the option, then NO_COLOR and FORCE_COLOR (set and not empty), then the terminal."""
    if choice != "auto":
        return choice == "always"
    if to_file or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
