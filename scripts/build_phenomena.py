"""Writes docs/phenomena.md from corpus/phenomena.yaml: each line with what the reading makes of it.

Usage: python scripts/build_phenomena.py [--check]
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import yaml

from advancelint.catalog import load_rules
from advancelint.cli.sentences import judged_lines

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SOURCE = os.path.join(ROOT, "corpus", "phenomena.yaml")
PAGE = os.path.join(ROOT, "docs", "phenomena.md")
_GIVEN = ("text", "field", "voice", "heading", "owner", "client", "seller")
HEAD = """# What makes objectives hard to read

Each line below shows one thing that has misled readings, with what `advancelint read` makes of it: is it an advance
(and how likely, of a hundred lines like it), who acts, by when, and the words and the evidence that decided. The page
is made from `corpus/phenomena.yaml` by `make docs`; a test holds every line to what a coach sees in it.
"""


def judged() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Yield for each line its phenomenon, the labelled line, and the published judgement of it."""
    with open(SOURCE, encoding="utf-8") as file:
        groups = yaml.safe_load(file)
    lines = [(group["phenomenon"], line) for group in groups for line in group["lines"]]
    given = [json.dumps({name: line[name] for name in _GIVEN if name in line}) for _, line in lines]
    for (phenomenon, line), (found, _) in zip(lines, judged_lines(load_rules(), given), strict=True):
        yield phenomenon, line, json.loads(found)


def page() -> str:
    """Return the text of the page."""
    rows, last = [HEAD], ""
    for phenomenon, line, found in judged():
        if phenomenon != last:
            rows.append(f"\n## {phenomenon[0].upper()}{phenomenon[1:]}\n")
            rows += ["| line | advance | who | deadline | decided by |", "| --- | --- | --- | --- | --- |"]
            last = phenomenon
        scene = ", ".join(f"{name}: {line[name]}" for name in ("field", "voice", "heading") if name in line)
        text = line["text"] + (f" *({scene})*" if scene else "")
        choice = "yes" if found["p_advance"] >= 0.5 else "no"
        action = found["spans"].get("action", {})
        decided = f"“{action['words']}”: {action['evidence']}" if action else ", ".join(found["codes"])
        cells = (text, f"{choice} ({round(100 * found['p_advance'])})", found["who"], found["deadline"], decided)
        rows.append("| " + " | ".join((cell or "").replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def main() -> int:
    """Write the page, or with ``--check`` say whether it is up to date."""
    text = page()
    if "--check" in sys.argv[1:]:
        with open(PAGE, encoding="utf-8") as file:
            if file.read() == text:
                return 0
        print("docs/phenomena.md is out of date: run `make docs`")
        return 1
    with open(PAGE, "w", encoding="utf-8") as file:
        file.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
