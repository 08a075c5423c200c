"""Plays a page of the documentation in a scratch folder, and says what its commands print today."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import tempfile
from collections.abc import Iterator, Mapping

import surroundings
from pages import ROOT, Block, Command, Page, changed, commands, console, matches
from starter import Starter

# A line without these is run without a shell: no pipe, no pattern, no variable.
_SHELL = re.compile(r"[|<>&;`$*?~\n]")
_REMARK = re.compile(r"\s#\s.*")
# The next command begins in the folder where this one ended.
_REMEMBER = 'code=$?; pwd > "$FOLDER"; exit $code'
_MAY_FAIL = (0, 1)


class WrongPageError(Exception):
    """A page says what is not so: a command that ends otherwise, or a file that cannot be changed as shown."""


class Stage:
    """The scratch folder of one page, the folder that its commands stand in, and the last exit code."""

    def __init__(self, page: Page, place: str, environment: Mapping[str, str], starter: Starter) -> None:
        """Play ``page`` in the empty folder ``place`` with ``environment``; ``starter`` starts the tool."""
        self._page = page
        self._top = os.path.join(place, "plans")
        self._folder = self._top
        self._output, self._where = os.path.join(place, "output"), os.path.join(place, "where")
        os.makedirs(self._top)
        with open(self._where, "w", encoding="utf-8") as file:
            file.write(self._top)
        path = os.pathsep.join((surroundings.commands(os.path.join(place, "bin")), os.environ.get("PATH", "")))
        days = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{environment['SOURCE_DATE_EPOCH']} +0000")
        self._environment = {**environment, **days, "PATH": path, "REPOSITORY": ROOT}
        self._starter = starter
        self._code = 0

    def played(self) -> str:
        """Return the text of the page with the output of today; raises `WrongPageError`."""
        text, end = "", 0
        for block in self._page.blocks:
            body = self._body(block)
            if body != block.body:
                text += self._page.text[end : block.start] + body
                end = block.end
        return text + self._page.text[end:]

    def _body(self, block: Block) -> str:
        if block.left:
            return block.body
        if block.language == "run":
            self._ran(Command(f"set -e\n{block.body}", 0))
            return block.body
        if block.language in ("console", "sh"):
            ran = [self._ran(one) for one in commands(block)]
            return console(ran) if block.tells else block.body
        if block.title:
            self._write(block)
        return block.body

    def _ran(self, command: Command) -> Command:
        code, printed = self._run(command.line)
        if code != command.code if command.code >= 0 else code not in _MAY_FAIL:
            wanted = command.code if command.code >= 0 else "0 or 1"
            raise WrongPageError(f"{self._page.path}: “{command.line}” ends with {code}, not {wanted}:\n{printed}")
        lines = tuple(line.rstrip() for line in printed.rstrip("\n").split("\n")) if printed.strip() else ()
        return command if matches(command.shown, lines) else command._replace(shown=lines)

    def _run(self, line: str) -> tuple[int, str]:
        words = [] if _SHELL.search(_REMARK.sub("", line)) else shlex.split(line, comments=True)
        if words[:1] == ["advancelint"]:
            self._code = self._starter.run(words[1:], self._folder, self._environment, self._output)
        else:
            with open(self._output, "w", encoding="utf-8") as file:
                self._code = subprocess.run(
                    ["sh", "-c", f"(exit {self._code})\n{line}\n{_REMEMBER}"], cwd=self._folder,
                    env={**self._environment, "FOLDER": self._where}, stdin=subprocess.DEVNULL, stdout=file,
                    stderr=subprocess.STDOUT, check=False, timeout=120,
                ).returncode  # fmt: skip
            with open(self._where, encoding="utf-8") as file:
                self._folder = file.read().rstrip("\n")
        with open(self._output, encoding="utf-8") as file:
            return self._code, surroundings.plain(file.read().replace(os.path.dirname(self._top), "~"))

    def _write(self, block: Block) -> None:
        path = os.path.normpath(os.path.join(self._folder, block.title))
        if not path.startswith(os.path.join(self._top, "")):
            raise WrongPageError(f"{self._page.path}: {block.title} lies outside of the scratch folder")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        text = block.body
        if block.language == "diff":
            with open(path, encoding="utf-8", newline="") as file:
                text = changed(file.read(), block.body)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)


def play(page: Page, environment: Mapping[str, str], starter: Starter) -> str:
    """Return the text of ``page`` as it should be today; raises `WrongPageError`, or ValueError for broken blocks."""
    with tempfile.TemporaryDirectory() as place:
        return Stage(page, os.path.realpath(place), environment, starter).played()


def play_all(pages: list[Page], *, hooks: bool) -> Iterator[tuple[Page, str]]:
    """Yield each page with its text of today; those that need the hooks are left out unless ``hooks``."""
    with tempfile.TemporaryDirectory() as place, Starter() as starter:
        environment = surroundings.clean_environment(os.path.join(place, "home"))
        if hooks and any(page.hooks for page in pages):
            hook = os.path.join(place, "advancelint")
            os.makedirs(hook)
            surroundings.release(hook, environment)
            environment = surroundings.redirected(environment, hook)
        for page in pages:
            if hooks or not page.hooks:
                yield page, play(page, environment, starter)
