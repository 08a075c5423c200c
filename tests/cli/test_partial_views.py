"""What a part of the files sees of the rest: the account's files that git tracks, outside of git all of them."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest
from repository import check, commit, found, git, new_repository, run, write

HOME = """\
---
type: deal-plan
account: Lund Bikes
stage: discover
---
# Lund Bikes

**Sales objective:** Lund Bikes buys the diagnosis kit (EUR 40k) for 12 shops by 30 November 2026.
"""
PREP = """\
---
type: call-plan
account: Lund Bikes
date: 2026-06-09
---
# Visit

**Attendees:** Ines Lund (Lund Bikes)
**Objective:** Ines signs the order for the diagnosis kit by 12 June 2026.
**Fallback:** Ines names the colleague who counts the returns.
"""
# The preparation asks for an order; whether that is ahead of the stage depends on what the deal's file says of it.
AHEAD = ("--select", "RE302", "--fail-on", "never")
SEEN = [("prep.md", 9, "RE302")]


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = new_repository(tmp_path / "plans")
    write(folder, "prep.md", PREP)
    commit(folder)
    return folder


def test_a_neighbour_counts_once_git_tracks_it(plans: Path) -> None:
    write(plans, "deal.md", HOME)
    assert found(plans, *AHEAD, "prep.md") == []
    assert found(plans, *AHEAD) == [], "whatever else is given"
    git(plans, "add", "deal.md")
    assert found(plans, *AHEAD, "prep.md") == SEEN


def test_an_intention_to_add_is_enough(plans: Path) -> None:
    write(plans, "deal.md", HOME)
    git(plans, "add", "--intent-to-add", "deal.md")
    assert found(plans, *AHEAD, "prep.md") == SEEN


def test_outside_of_a_repository_the_disk_decides(tmp_path: Path) -> None:
    write(tmp_path, "prep.md", PREP)
    write(tmp_path, "deal.md", HOME)
    assert found(tmp_path, *AHEAD, "prep.md") == SEEN


def test_what_is_taken_out_of_the_index_is_not_seen(plans: Path) -> None:
    write(plans, "deal.md", HOME)
    commit(plans)
    git(plans, "rm", "--quiet", "--cached", "deal.md")
    assert (plans / "deal.md").exists()
    assert found(plans, *AHEAD, "prep.md") == []


def test_what_is_tracked_and_not_on_disk_is_skipped(plans: Path) -> None:
    write(plans, "deal.md", HOME)
    commit(plans)
    (plans / "deal.md").unlink()
    ended = check(plans, *AHEAD, "prep.md")
    assert (ended.returncode, ended.stderr, "RE302" in ended.stdout) == (0, "", False)


def test_only_what_was_given_is_reported(plans: Path) -> None:
    write(plans, "deal.md", HOME.replace("stage: discover\n", ""))
    commit(plans)
    assert "PL103" not in [code for _, _, code in found(plans, "--fail-on", "never", "prep.md")]
    assert "PL103" in [code for _, _, code in found(plans, "--fail-on", "never", "deal.md")]


def test_a_file_that_is_not_tracked_sees_the_tracked_ones_and_says_so(plans: Path) -> None:
    write(plans, "deal.md", HOME)
    commit(plans)
    write(plans, "new.md", PREP)
    ended = check(plans, *AHEAD, "new.md")
    assert "new.md:9:" in ended.stdout
    assert ended.stderr == "note: new.md: the other files of the account do not see it before “git add”\n"


def test_files_right_below_count_and_hidden_ones_do_not(plans: Path) -> None:
    write(plans, "deals/deal.md", HOME)
    commit(plans)
    assert found(plans, *AHEAD, "prep.md") == SEEN
    git(plans, "mv", "deals", ".deals")
    assert found(plans, *AHEAD, "prep.md") == []
    (plans / "far").mkdir()
    git(plans, "mv", ".deals", "far/deals")
    assert found(plans, *AHEAD, "prep.md") == []


def test_a_folder_of_another_repository_is_none_of_this_one(plans: Path) -> None:
    inner = new_repository(plans / "inner")
    write(inner, "deal.md", HOME)
    write(inner, "prep.md", PREP)
    commit(inner)
    assert found(plans, *AHEAD, "prep.md", "inner/prep.md") == [("inner/prep.md", 9, "RE302")]


def test_a_link_is_no_second_file(plans: Path) -> None:
    write(plans, "deal.md", HOME)
    (plans / "link.md").symlink_to("prep.md")
    commit(plans)
    assert found(plans, "--select", "CH604", "--fail-on", "never", "prep.md") == []


def test_a_linked_folder_sees_the_files_of_its_target(plans: Path, tmp_path: Path) -> None:
    write(plans, "deal.md", HOME)
    commit(plans)
    write(plans, "draft.md", HOME.replace("discover", "close"))
    (tmp_path / "link").symlink_to(plans)
    assert found(tmp_path, *AHEAD, "link/prep.md") == [("link/prep.md", 9, "RE302")]


def test_standard_input_with_a_real_name_sees_what_the_file_sees(plans: Path) -> None:
    write(plans, "deal.md", HOME)
    commit(plans)
    asked = run(plans, "check", "--as-of", "2026-06-01", *AHEAD, "--stdin-filename", "prep.md", text=PREP)
    assert "prep.md:9:" in asked.stdout
    loose = run(plans, "check", "--as-of", "2026-06-01", *AHEAD, "--stdin-filename", "nowhere.md", text=PREP)
    assert "RE302" not in loose.stdout


# Two files could tell one chain; the first by path does, wherever the command was started.

CHAIN = HOME + "".join(
    f"\n### 2026-05-{day} Visit\n**Objective:** Ines names the shop for the trial by 30 May.\n"
    "**Outcome:** continuation. Ines liked it.\n"
    for day in ("05", "12")
)


@pytest.mark.parametrize("given", [["a.md"], ["b.md"], ["a.md", "b.md"], ["./b.md", "a.md"], ["."]])
def test_one_file_tells_the_chain_whatever_was_given(plans: Path, given: list[str]) -> None:
    write(plans, "a.md", CHAIN)
    write(plans, "b.md", CHAIN)
    commit(plans)
    expected = ["a.md"] if given != ["b.md"] else []
    assert [path for path, _, _ in found(plans, "--select", "CH605", "--fail-on", "never", *given)] == expected
    (plans / "sub").mkdir(exist_ok=True)
    above = [os.path.join("..", path) for path in given]
    below = found(plans / "sub", "--select", "CH605", "--fail-on", "never", *above)
    assert [os.path.basename(path) for path, _, _ in below] == expected


# What it costs


@pytest.fixture
def asked_of_git(tmp_path: Path) -> tuple[dict[str, str], Path]:
    """An environment in which git writes down what it is asked."""
    real, log = shutil.which("git"), tmp_path / "asked.txt"
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin" / "git"
    script.write_text(f'#!/bin/sh\necho "$@" >> "{log}"\nexec "{real}" "$@"\n', "utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return {"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}, log


def test_git_lists_a_repository_once(plans: Path, asked_of_git: tuple[dict[str, str], Path]) -> None:
    environment, log = asked_of_git
    for number in range(12):
        write(plans, f"{number}/deal.md", HOME)
        write(plans, f"{number}/prep.md", PREP)
    commit(plans)
    found(plans, "--select", "ALL", "--fail-on", "never", **environment)
    assert log.read_text("utf-8").count("ls-files") == 1


def test_git_is_not_asked_where_no_rule_looks_around(plans: Path, asked_of_git: tuple[dict[str, str], Path]) -> None:
    environment, log = asked_of_git
    found(plans, "--select", "SP203,PL101", "--fail-on", "never", **environment)
    assert not log.exists()


def test_outside_of_a_repository_git_is_not_asked(tmp_path: Path, asked_of_git: tuple[dict[str, str], Path]) -> None:
    environment, log = asked_of_git
    write(tmp_path, "loose/deal.md", HOME)
    found(tmp_path / "loose", "--fail-on", "never", **environment)
    assert not log.exists()


def test_without_git_the_disk_decides_and_a_note_says_so(plans: Path, tmp_path: Path) -> None:
    write(plans, "deal.md", HOME)
    (tmp_path / "bin").mkdir()
    ended = check(plans, *AHEAD, "prep.md", PATH=str(tmp_path / "bin"))
    assert "RE302" in ended.stdout
    assert ended.stderr == f"note: {plans}: git is not installed; what lies there counts, tracked or not\n"
