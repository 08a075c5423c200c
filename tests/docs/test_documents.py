"""What the documents claim about the repository is true: paths, links, commands, options, codes, the JSON example."""

from __future__ import annotations

import glob
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from command import ROOT, START

DOCUMENTS = sorted(
    os.path.relpath(path, ROOT)
    for pattern in ("*.md", "docs/*.md", "examples/*.md")
    for path in glob.glob(os.path.join(ROOT, pattern))
)

_CODE_SPAN = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(
    r"\.{0,2}[\w*][\w./*-]*/[\w./*-]*|[\w.-]+\.(?:md|py|toml|yaml|yml|tsv|json|jsonl)|\.[\w.-]+/[\w./-]*"
)
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
_ANCHOR = re.compile(r"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)")
_CODE = re.compile(r"\b(?:IN|PL|SP|RE|AD|CF|CH|SU)\d{3}\b")
_MAKE = re.compile(r"\bmake ([a-z][a-z-]*)\b")
_COMMAND = re.compile(r"(?:^|[\s`/])advancelint ((?:[a-z]+)(?: [^`\n|]*)?)")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def text_of(document: str) -> str:
    with open(os.path.join(ROOT, document), encoding="utf-8") as file:
        return file.read()


def without_fences(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def code_of(text: str) -> list[str]:
    """The lines that a reader would type: code spans and the lines of shell blocks."""
    shell = re.findall(r"^```(?:sh|console|yaml)\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    typed = (line.partition(" #")[0] for block in shell for line in block.splitlines())
    return [*_CODE_SPAN.findall(without_fences(text)), *typed]


@cache
def help_of(*command: str) -> str:
    environment = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1"}
    run = subprocess.run(
        [sys.executable, "-c", START, *command, "--help"],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_in_back_ticks_exists(document: str) -> None:
    base = os.path.dirname(os.path.join(ROOT, document))
    paths = [span for span in _CODE_SPAN.findall(without_fences(text_of(document))) if _PATH.fullmatch(span)]
    missing = [
        path
        for path in paths
        if not any(glob.glob(os.path.join(place, path), recursive=True) for place in (ROOT, base))
    ]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_leads_somewhere(document: str) -> None:
    base = os.path.dirname(os.path.join(ROOT, document))
    links = _LINK.findall(without_fences(text_of(document)))
    assert [link for link in links if not os.path.exists(os.path.join(base, link))] == []


def headings_of(document: str) -> list[tuple[int, str]]:
    found = re.findall(r"^(#{1,6}) (.*)$", without_fences(text_of(document)), flags=re.MULTILINE)
    return [(len(marks), title) for marks, title in found]


def anchor_of(title: str) -> str:
    """What GitHub makes of a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


@pytest.mark.parametrize("document", [*DOCUMENTS, "docs/rules/AD401-seller-activity.md"])
def test_every_anchor_is_a_heading(document: str) -> None:
    wrong = []
    for path, anchor in _ANCHOR.findall(without_fences(text_of(document))):
        target = os.path.normpath(os.path.join(os.path.dirname(document), path)) if path else document
        if anchor not in [anchor_of(title) for _, title in headings_of(target)]:
            wrong.append(f"{path}#{anchor}")
    assert wrong == []


def test_the_contents_of_the_manual_name_every_section_in_order() -> None:
    document = "docs/usage.md"
    listed = re.findall(r"^( *)- \[(.*)\]\(#([\w-]+)\)$", text_of(document), flags=re.MULTILINE)
    sections = [(level, title) for level, title in headings_of(document) if level > 1]
    assert [(len(blanks) // 2 + 2, title) for blanks, title, _ in listed] == sections
    assert [anchor for _, _, anchor in listed] == [anchor_of(title) for _, title in sections]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_target_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), flags=re.MULTILINE))
    named = {name for line in code_of(text_of(document)) for name in _MAKE.findall(line)}
    assert named - targets == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_and_option_is_one_that_the_tool_has(document: str) -> None:
    wrong: list[str] = []
    for line in code_of(text_of(document)):
        for match in _COMMAND.finditer(line):
            name = match[1].split()[0]
            if not re.search(rf"^  {name}\b", help_of(), flags=re.MULTILINE):
                wrong.append(name)
                continue
            words = match[1].split()
            grouped = (
                len(words) > 1
                and words[1].isalpha()
                and re.search(rf"^  {words[1]}\b", help_of(name), flags=re.MULTILINE)
            )
            told = help_of(name, words[1]) if grouped else help_of(name)
            wrong += [f"{name} {option}" for option in _OPTION.findall(match[1]) if option not in told]
    assert wrong == []


@pytest.mark.parametrize("document", [*DOCUMENTS, "Makefile"])
def test_every_code_is_the_code_of_a_card(document: str) -> None:
    cards = {name[:5] for name in os.listdir(os.path.join(ROOT, "rules"))}
    assert set(_CODE.findall(text_of(document))) - cards == set()


def test_every_source_of_a_card_is_named_in_the_doctrine() -> None:
    tags: set[str] = set()
    for name in os.listdir(os.path.join(ROOT, "rules")):
        for listed in re.findall(r"^source: \[([^]]*)\]", text_of(os.path.join("rules", name)), flags=re.MULTILINE):
            tags.update(tag.strip() for tag in listed.split(","))
    rows = re.findall(r"^\| ([A-Z]{1,2}\d{0,2}(?:, [A-Z]{1,2})*) \|", text_of("docs/doctrine.md"), flags=re.MULTILINE)
    assert tags
    assert tags - {tag for row in rows for tag in row.split(", ")} == set()


def test_the_json_example_follows_the_published_schema() -> None:
    with open(os.path.join(ROOT, "src/advancelint/schemas/diagnostics.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    blocks = re.findall(r"^```json\n(.*?)^```", text_of("docs/usage.md"), flags=re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        jsonschema.validate(json.loads(block), schema)


def test_the_config_schema_and_the_table_of_keys_are_up_to_date() -> None:
    script = os.path.join(ROOT, "scripts", "build_schemas.py")
    run = subprocess.run([sys.executable, script, "--check"], capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr


def test_the_config_of_the_documentation_is_right(tmp_path: Path) -> None:
    block = next(block for block in re.findall(r"^```toml\n(.*?)^```", text_of("docs/usage.md"), flags=re.M | re.S))
    (tmp_path / "team").mkdir()
    (tmp_path / "sales.toml").write_text("", "utf-8")
    (tmp_path / "team" / "advancelint.toml").write_text(block, "utf-8")
    command = [sys.executable, "-c", START, "config", "check", str(tmp_path / "team" / "advancelint.toml")]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr


def test_the_pictures_of_output_are_what_the_tool_prints_today() -> None:
    script = os.path.join(ROOT, "scripts", "update_readme.py")
    # The walk-through needs the hooks installed; tests/hook/ does that once for all its tests.
    command = [sys.executable, script, "--check", "--without", "walk"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
