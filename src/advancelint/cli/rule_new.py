"""``advancelint rule new``: what is asked for, which code is free, and where the card goes."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from advancelint import resources
from advancelint.cli import exits, options
from advancelint.cli.rule_cards import FOLDER, rule_paths
from advancelint.cli.rule_codes import chosen_code, kebab, own_prefixes, taken_in
from advancelint.errors import UsageError
from advancelint.paths import is_within, shown_path, top_of
from advancelint.records import NamedTuple
from advancelint.replacing import create_file
from advancelint.report.neutral import neutral
from advancelint.scaffold.card import NewCard, card, check_text
from advancelint.scaffold.editors import schema_path, yaml_line
from advancelint.scaffold.starters import CONDITIONS, KINDS

if TYPE_CHECKING:
    from advancelint.config.layered import Config

SEVERITIES = ("info", "warning", "error")


class _File(NamedTuple):
    """A file to write."""

    path: str
    text: str


def make(given: Mapping[str, Any]) -> None:
    """Write the card that ``given`` asks for, or print it, and say what comes next. Raises UsageError."""
    config = options.finder(given).config_for("-")
    folder = _folder(given["folder"], config)
    new = _asked(given, folder, config)
    path = os.path.join(folder, new.file)
    schema, modeline = ([], "") if given["dry"] else _for_editors(path)
    files = [_File(path, card(new, modeline))]
    if new.check_file:
        files.append(_File(os.path.join(folder, new.check_file), check_text(new)))
    if given["dry"]:
        for number, file in enumerate(files):
            sys.stdout.write(("\n" if number else "") + file.text)
            exits.say_line(f"this would be {shown_path(file.path)}")
        return
    _write(files, schema)
    for line in _next(path, config, folder, checks=bool(new.check_file)):
        sys.stdout.write(f"{neutral(line)}\n")


def _folder(named: str | None, config: Config | None) -> str:
    """Return where the card goes: the folder that was named, else the first of the config's, else `FOLDER`.

    Raises UsageError where one that nobody named lies behind a link: a repository could lead a card anywhere.
    """
    if named:
        return named
    folders = [path for path in rule_paths(config) if not path.endswith((".yaml", ".yml"))]
    home = os.path.realpath(config.home if config is not None and folders else os.curdir)
    inside = os.path.relpath(folders[0], config.home) if config is not None and folders else FOLDER
    found = os.path.normpath(os.path.join(home, inside))
    if os.path.realpath(found) != found:
        remedy = "Name the folder that you mean with --folder."
        raise UsageError("leads elsewhere, because it is or lies behind a link", path=shown_path(found), remedy=remedy)
    return shown_path(found)


def _asked(given: Mapping[str, Any], folder: str, config: Config | None) -> NewCard:
    """Return what the card is to say; somebody at a terminal is asked for what the options leave open."""
    asks = sys.stdin.isatty()

    def choice(key: str, question: str, known: tuple[str, ...], usual: str) -> str:
        if given[key] or not asks:
            return given[key] or usual
        return str(click.prompt(question, type=click.Choice(known), default=usual, err=True))

    kind = choice("kind", "What does the rule look at", KINDS, "objective")
    condition = choice("condition", "How does it find", CONDITIONS, "phrases")
    usual = NewCard("", kind, condition).wording

    def words(key: str, question: str, default: str) -> str:
        if given[key] or not asks:
            return given[key] or default
        return str(click.prompt(question, default=default, err=True))

    name = kebab(words("name", "What is it called", usual.name))
    summary = " ".join(words("summary", "What does it find, in one sentence", usual.summary).split())
    if not summary.isprintable():
        raise UsageError("the summary has characters that cannot be shown", remedy="Write it on one line.")
    severity = choice("severity", "How bad is it", SEVERITIES, "warning")
    taken = taken_in(folder, config)
    prefix = given["prefix"] or ""
    if asks and not (prefix or given["code"] or taken.prefix):
        question = f"Which letters do your codes begin with (not {', '.join(own_prefixes())})"
        prefix = str(click.prompt(question, err=True))
    code = chosen_code(given["code"] or "", prefix, taken)
    if name in taken.names:
        raise UsageError(f"the name “{name}” is taken by {taken.names[name]}", remedy="Give another one with --name.")
    return NewCard(code, kind, condition, severity, name, summary)


def _for_editors(path: str) -> tuple[list[_File], str]:
    """Return the schema of cards where it is not there yet, and the line of the card at ``path`` that leads to it.

    It is kept at the top of the repository, outside of one in the current folder. Behind a link nothing is written, and
    no line leads there.
    """
    whole = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    here = os.path.realpath(os.curdir)
    top = top_of(os.path.dirname(whole)) or (here if is_within(whole, here) else os.path.dirname(whole))
    kept = os.path.join(top, schema_path("card"))
    if os.path.realpath(kept) != kept:
        return [], ""
    line = yaml_line("card", os.path.relpath(whole, top).replace(os.sep, "/"))
    return ([] if os.path.lexists(kept) else [_File(kept, resources.published("card"))]), line


def _write(files: Sequence[_File], more: Sequence[_File]) -> None:
    """Write files that are not there yet; raises UsageError where one is, or cannot be written."""
    for file in files:
        if os.path.lexists(file.path):
            raise UsageError("is there already, and was left as it is", path=shown_path(file.path))
    for file in (*files, *more):
        try:
            os.makedirs(os.path.dirname(file.path) or os.curdir, exist_ok=True)
            create_file(file.path, file.text.encode("utf-8"))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UsageError(f"cannot be written: {reason}", path=shown_path(file.path)) from error
        sys.stdout.write(f"{neutral(shown_path(file.path))}: written\n")


def _next(path: str, config: Config | None, folder: str, *, checks: bool) -> Iterator[str]:
    allow = " --allow-checks" if checks else ""
    yield "next: open it, change the condition, the sentences and the examples, and try them with"
    yield f"  advancelint rule test{allow} {shown_path(path)}"
    place = os.path.realpath(folder)
    known = [os.path.realpath(one) for one in rule_paths(config)]
    if place in known or os.path.realpath(path) in known:
        yield f"“advancelint check{allow}” judges by it from now on"
        return
    home = config.home if config is not None else os.getcwd()
    listed = config.value("rule-paths") if config is not None else ()
    line = f"rule-paths = {json.dumps([*listed, os.path.relpath(place, os.path.realpath(home)).replace(os.sep, '/')])}"
    where = config.path if config is not None else "advancelint.toml"
    shared = os.path.basename(where) == "pyproject.toml"
    below = "right below [tool.advancelint]" if shared else "above the first [table]"
    yield f"then let “advancelint check{allow}” know it: {shown_path(where)} needs, {below}, the line"
    yield f"  {line}"
