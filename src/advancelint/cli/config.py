"""``advancelint config``: the settings of a file and where they come from, the schema, and a check of such files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from advancelint.cli import exits, options, today
from advancelint.errors import AdvancelintError, CardError, ConfigError, UsageError
from advancelint.report.neutral import neutral

if TYPE_CHECKING:
    from advancelint.catalog import Library
    from advancelint.config.layered import Config

_CARDS = (".yaml", ".yml")


@click.group(epilog="Example: advancelint config show plans/kestrel.md")
def config() -> None:
    """Show, check and describe config files."""


@config.command(
    short_help="Show every setting with its origin.",
    epilog="Example: advancelint config show plans/kestrel.md --format json",
)
@click.argument("file", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.as_of
@options.profile
@options.config
@options.sources
def show(file: str | None, form: str, **given: Any) -> None:
    """Show every setting that counts for FILE and where it comes from; the file itself is not read.

    Without FILE, what counts in the current folder, with the overrides unapplied.
    """
    from advancelint.cli import origins

    as_of, profile = today.asked(given["as_of"]), given["profile"] or ""
    finder = options.finder(given)
    found = finder.config_for(file or os.path.join(os.curdir, "-"))
    if found:
        _check_words(options.library(given), found)
    shown = origins.gather(finder, file or "", {"as-of": as_of, "profile": profile})
    lines = origins.as_json(shown) if form == "json" else origins.as_text(shown)
    sys.stdout.write("".join(f"{line}\n" for line in lines))


@config.command(epilog="Example: advancelint config schema > config.schema.json")
def schema() -> None:
    """Print the JSON Schema of config files, for editors."""
    from advancelint import resources

    sys.stdout.write(resources.published("config"))


@config.command(
    short_help="Check config files and rule cards.",
    epilog="Example: advancelint config check advancelint.toml sales/pyproject.toml",
)
@click.argument("files", nargs=-1)
@options.sources
def check(files: tuple[str, ...], **given: Any) -> None:
    """Check config FILES and what they extend; without FILES, the one that counts in the current folder.

    A file that ends in .yaml or .yml is checked as a rule card, one that ends in .jsonl as a baseline. Every mistake
    of a config is told with its place, of the others the first. A note says which words of a config name a rule by an
    old name, or a deprecated rule; it changes no exit code. Exit codes: 0 all are right, 2 at least one is not.
    """
    library = options.library(given)
    errors = list(_mistakes(dict.fromkeys(files or [_nearest()]), library, checks=given["allow_checks"]))
    for wrong in errors:
        exits.say_error(wrong)
    if errors:
        sys.exit(exits.USAGE)


def _mistakes(paths: Iterable[str], library: Library, *, checks: bool) -> Iterator[AdvancelintError]:
    """Yield what is wrong with each of ``paths``, and print a line for each that is right."""
    from advancelint.catalog import load_files, local_origin

    cards: list[str] = []
    for path in paths:
        try:
            click.echo(neutral(f"{path}: {_verdict(path, library, checks=checks)}"))
        except AdvancelintError as error:
            yield error
        else:
            cards += [path] if path.endswith(_CARDS) else []
    try:
        load_files(cards, local_origin(checks=checks))
    except CardError as error:
        yield error


def _verdict(path: str, library: Library, *, checks: bool) -> str:
    """Say that the config, card or baseline at ``path`` is right; raises what is wrong with it."""
    from advancelint.baseline import load
    from advancelint.catalog import load_file, local_origin

    if path.endswith(_CARDS):
        load_file(path, local_origin(checks=checks))
        return "correct"
    if path.endswith(".jsonl"):
        load(path)
        return "correct"
    config = _load(path)
    if config is None:
        return "no table [tool.advancelint], nothing to check"
    _check_words(library, config)
    return "correct"


def _check_words(library: Library, config: Config) -> None:
    """Raise ConfigError for the words of ``config`` that fit no rule; say which name a rule by an old name."""
    from advancelint.cli.choosing import advice, mistaken_words

    rules = library.rules_of(config)
    if mistakes := list(mistaken_words(rules, config)):
        raise ConfigError.of_all(mistakes)
    for note in advice(rules, config):
        exits.say_note(note)


def _load(path: str) -> Config | None:
    from advancelint.config.find import ground_of
    from advancelint.config.layered import load

    if not os.path.isfile(path):
        raise UsageError("there is no such config file", path=path)
    folder = os.path.dirname(os.path.abspath(path))
    return load(path, folder, ground_of(folder))


def _nearest() -> str:
    from advancelint.cli.settings import Finder

    config = Finder().config_of(os.getcwd())
    if config is None:
        raise UsageError("no config file was found here or above", remedy="Name one, or write an advancelint.toml.")
    return config.path
