"""Every block of every page that shows a command or an output is played, and shows what is so today."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import ROOT
from scripts_path import pages, play, starter, surroundings, update_docs

PAGES = [pages.load(name) for name in pages.names()]
TABLES = {table.document for table in update_docs.TABLES}
# Blocks that no test runs; each says why. Whoever adds one changes the number here, and a reviewer sees it.
NOT_RUN = {
    "README.md": 3, "docs/architecture.md": 2, "docs/ci.md": 2, "docs/rule-authors.md": 3, "docs/stability.md": 3,
    "docs/usage.md": 1, "examples/rule-pack/README.md": 1,
}  # fmt: skip


@pytest.fixture(scope="module")
def start() -> Iterator[starter.Starter]:
    with starter.Starter() as one:
        yield one


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return surroundings.clean_environment(str(tmp_path / "home"))


def page(text: str) -> pages.Page:
    return pages.parse("page.md", text)


@pytest.mark.parametrize("one", [one for one in PAGES if not one.hooks], ids=lambda one: one.path)
def test_a_page_shows_what_is_so_today(one: pages.Page, start: starter.Starter, environment: dict[str, str]) -> None:
    if any(block.language in ("console", "sh", "run") or block.title for block in one.blocks):
        assert play.play(one, environment, start) == one.text


def test_the_tables_are_up_to_date() -> None:
    for table in update_docs.TABLES:
        text = update_docs.read(table.document)
        assert update_docs.put(text, table.name, "\n".join(table.lines())) == text


def test_a_page_with_hooks_is_played_where_they_are_installed() -> None:
    assert "README.md" in [one.path for one in PAGES if one.hooks], "else tests/hook/test_pages_with_hooks.py is idle"


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.path)
def test_every_block_is_played_or_says_why_not(one: pages.Page) -> None:
    idle = [
        block.body
        for block in one.blocks
        if not (block.left or block.title or block.language in ("console", "sh", "run"))
    ]
    assert idle == []
    fences = re.findall(r"^ *(?:```|~~~)", one.text, flags=re.MULTILINE)
    shown = [block for block in one.blocks if block.language != "run"]
    assert len(fences) == 2 * len(shown) + sum(len(re.findall("^```", block.body, re.M)) for block in shown)


def test_what_no_test_runs_is_counted_and_says_why() -> None:
    left = [(one.path, block.left) for one in PAGES for block in one.blocks if block.left.startswith("not run: ")]
    assert all(len(reason.split()) > 4 for _, reason in left)
    assert Counter(path for path, _ in left) == NOT_RUN


def test_who_plays_a_block_in_our_place_exists() -> None:
    named = {block.left for one in PAGES for block in one.blocks if block.left.startswith("run by: ")}
    assert named
    assert [name for name in named if not os.path.isfile(os.path.join(ROOT, name.removeprefix("run by: ")))] == []


# --- the player


def test_a_wrong_output_is_seen_and_written_anew(start: starter.Starter, environment: dict[str, str]) -> None:
    old = page("```console\n$ advancelint --version\nadvancelint 0.0.0\n$ true\n```\n")
    new = play.play(old, environment, start)
    assert re.fullmatch(r"```console\n\$ advancelint --version\nadvancelint (?!0\.0\.0)\S+\n\n\$ true\n```\n", new)
    assert play.play(page(new), environment, start) == new


def test_three_dots_stand_for_any_lines(start: starter.Starter, environment: dict[str, str]) -> None:
    kept = "```console\n$ printf 'a\\nb\\nc\\n'\na\n…\nc\n```\n"
    assert play.play(page(kept), environment, start) == kept
    assert "$ printf 'a\\nb\\nd\\n'\na\nb\nd\n" in play.play(page(kept.replace("c\\n", "d\\n")), environment, start)


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ("```sh\nadvancelint check missing.md\n```\n", "ends with 2, not 0 or 1"),
        ("```sh\ntrue   # exit code 1\n```\n", "ends with 0, not 1"),
        ("<!-- run:\nfalse\ntrue\n-->\n", "ends with 1, not 0"),
        ('```text title="../out.md"\nx\n```\n', "outside"),
    ],
)
def test_a_page_that_says_what_is_not_so_is_refused(
    block: str, complaint: str, start: starter.Starter, environment: dict[str, str]
) -> None:
    with pytest.raises(play.WrongPageError, match=complaint):
        play.play(page(block), environment, start)


def test_files_folders_and_exit_codes_carry_over(start: starter.Starter, environment: dict[str, str]) -> None:
    text = (
        '```text title="in/a.txt"\none\ntwo\nthree\n```\n'
        '```diff title="in/a.txt"\n one\n-two\n+zwei\n```\n'
        "```sh\ncd in\n```\n"
        "```console\n$ cat a.txt\none\nzwei\nthree\n\n"
        "$ advancelint check none   # exit code 2\n…\n\n$ echo $?\n2\n```\n"
    )
    assert play.play(page(text), environment, start) == text


def test_a_diff_must_fit_once() -> None:
    assert pages.changed("a\nb\n", "-b\n+c\n") == "a\nc\n"
    for text in ("a\n", "b\nb\n"):
        with pytest.raises(ValueError, match="times"):
            pages.changed(text, "-b\n+c\n")


@pytest.mark.parametrize("text", ["<!-- not run: no block behind it -->\n", "<!-- not run: -->\n```sh\ntrue\n```\n"])
def test_a_mark_needs_a_reason_and_a_block(text: str) -> None:
    with pytest.raises(ValueError, match="no block behind"):
        page(text)


def test_a_console_block_begins_with_a_command() -> None:
    (block,) = page("```console\nno command\n```\n").blocks
    with pytest.raises(ValueError, match="begins with"):
        list(pages.commands(block))
