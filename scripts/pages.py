"""Reads a page of the documentation as a play: the files that it shows, the commands that it types, what they print.

A page is played from its first line to its last in a scratch folder. What a reader sees decides:

- ``console``: lines ``$ command``, each with its exact output; a line ``…`` alone stands for any lines.
- ``sh``: command lines whose output is not shown.
- a block with ``title="path"``: a file that is written; a ``diff`` with a title changes the file.
- ``<!-- run:`` up to ``-->``: command lines that readers of the page do not need.
- ``<!-- not run: reason -->`` or ``<!-- run by: tests/… -->`` before a block: it is left alone.
- ``<!-- needs: hooks -->`` anywhere: the page needs the hooks of pre-commit, installed from this tree.
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDERS = ("", "docs", "docs/tutorials", "docs/reference", "examples", "examples/rule-pack")

_PART = re.compile(
    r'^(?P<fence>`{3,})(?P<language>[\w-]*)(?: title="(?P<title>[^"\n]+)")?[^\n`]*\n(?P<body>.*?)^(?P=fence)`*[ ]*$'
    r"|^<!-- (?P<word>run|not run|run by|needs):(?P<said>.*?)-->",
    re.MULTILINE | re.DOTALL,
)
_CODE = re.compile(r"# exit code (\d)\b")
_PROMPT = "$ "
_ANYTHING = "…"


class Command(NamedTuple):
    """A line to run; ``code`` is the exit code that it promises, -1 where 0 and 1 will do.

    ``shown`` are the lines of its output; they count only in a block that ``tells``.
    """

    line: str
    code: int
    shown: tuple[str, ...] = ()


class Block(NamedTuple):
    """A fenced block or a hidden one: ``language`` is “run” for the latter.

    ``body`` lies between the offsets ``start`` and ``end`` of the page; ``left`` says why it is not played, or who
    plays it, as the comment before it does.
    """

    language: str
    title: str
    body: str
    start: int
    end: int
    left: str

    @property
    def tells(self) -> bool:
        """Whether the output of its commands is shown."""
        return self.language == "console"


class Page(NamedTuple):
    """A document and its blocks in order; ``hooks`` says whether it needs those of pre-commit."""

    path: str
    text: str
    blocks: tuple[Block, ...]
    hooks: bool


def names() -> list[str]:
    """Return the paths of all pages, relative to the repository; the pages of the rules have their own test."""
    found = (path for folder in FOLDERS for path in glob.glob(os.path.join(ROOT, folder, "*.md")))
    return sorted(os.path.relpath(path, ROOT) for path in found)


def load(name: str) -> Page:
    """Return the page at ``name``, which counts from the top of the repository."""
    with open(os.path.join(ROOT, name), encoding="utf-8", newline="") as file:
        return parse(name, file.read())


def parse(name: str, text: str) -> Page:
    """Return the page that ``text`` is; raises ValueError for a mark that no block follows."""
    blocks: list[Block] = []
    left, hooks = "", False
    for part in _PART.finditer(text):
        word, said = part["word"], (part["said"] or "").strip()
        if word == "needs":
            hooks = True
        elif word in ("not run", "run by"):
            if left or not said:
                raise ValueError(f"{name}: no block behind “{left or word}”, or no reason in it")
            left = f"{word}: {said}"
        elif word == "run":
            blocks.append(Block("run", "", said, 0, 0, ""))
        else:
            start, end = part.span("body")
            blocks.append(Block(part["language"], part["title"] or "", part["body"], start, end, left))
            left = ""
    if left:
        raise ValueError(f"{name}: no block behind “{left}”")
    return Page(name, text, tuple(blocks), hooks)


def commands(block: Block) -> Iterator[Command]:
    """Yield what a block types; lines that end in a backslash go on in the next one.

    Raises ValueError where a console block begins with something else than a command.
    """
    typed: list[list[str]] = []
    for line in block.body.rstrip("\n").split("\n"):
        if not block.tells:
            if typed and typed[-1][-1].endswith("\\"):
                typed[-1][-1] += f"\n{line}"
            elif line.strip() and not line.startswith("#"):
                typed.append([line])
        elif line.startswith(_PROMPT):
            typed.append([line.removeprefix(_PROMPT)])
        elif typed:
            typed[-1].append(line)
        else:
            raise ValueError(f"“{line}”: a console block begins with “{_PROMPT}”")
    for line, *shown in typed:
        promised = _CODE.search(line)
        while shown and not shown[-1]:
            shown.pop()
        yield Command(line, int(promised[1]) if promised else -1, tuple(shown))


def matches(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Say whether ``printed`` is what the page shows."""
    pattern = "".join(r"(?:.*\n)*" if line == _ANYTHING else re.escape(line) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def console(played: Sequence[Command]) -> str:
    """Return the body of a console block; an empty line follows on what a command printed."""
    parts = ["\n".join((f"{_PROMPT}{one.line}", *one.shown)) for one in played]
    gaps = ["\n\n" if one.shown else "\n" for one in played[:-1]]
    return "".join(part + gap for part, gap in zip(parts, [*gaps, "\n"], strict=True))


def changed(text: str, diff: str) -> str:
    """Return ``text`` with the change that a diff without line numbers shows.

    Raises ValueError where the lines of before do not stand there exactly once.
    """
    lines = [line for line in diff.split("\n")[:-1] if not line.startswith(("---", "+++", "@@"))]
    before, after = ("".join(f"{line[1:]}\n" for line in lines if not line.startswith(other)) for other in ("+", "-"))
    if text.count(before) != 1:
        raise ValueError(f"these lines stand {text.count(before)} times in the file:\n{before}")
    return text.replace(before, after)
