"""Close dates that move, by a real git history; a shallow clone is silent and says so."""

from pathlib import Path

import pytest
from command import DAY, Ended
from repository import git, run

PLAN = """---
type: deal-plan
stage: discover
close-date: {day}
---
# Lund Bikes

**Sales objective:** Lund Bikes buys the diagnosis kit (EUR 40k) for 12 shops.
"""


def check(folder: Path) -> Ended:
    return run(folder, "check", "--as-of", DAY, "--select", "CH608", "plan.md")


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    git(folder, "init", "--quiet")
    for day in ("2026-06-30", "2026-07-31", "2026-09-30"):
        (folder / "plan.md").write_text(PLAN.format(day=day), "utf-8")
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message", day)
    return folder


def test_two_moves_to_a_later_day_are_told(moved: Path) -> None:
    ended = check(moved)
    assert "CH608 warning: the close date “2026-09-30” does not hold" in ended.stdout
    assert "moves to a later day: 2" in ended.stdout


def test_one_move_and_a_move_back_are_not(moved: Path) -> None:
    (moved / "plan.md").write_text(PLAN.format(day="2026-06-30"), "utf-8")
    git(moved, "commit", "--quiet", "--all", "--message", "back")
    git(moved, "reset", "--quiet", "--hard", "HEAD~2")
    assert "CH608" not in check(moved).stdout
    (moved / "plan.md").write_text(PLAN.format(day="2026-06-15"), "utf-8")
    assert "CH608" not in check(moved).stdout


def test_a_shallow_clone_is_silent_and_says_so(moved: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", moved.as_uri(), "shallow")
    ended = check(tmp_path / "shallow")
    assert "CH608" not in ended.stdout
    assert "note: a shallow clone: whether a close date moved before cannot be told" in ended.stderr
    assert ended.returncode == 0


def test_outside_a_repository_there_is_no_history(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(PLAN.format(day="2026-09-30"), "utf-8")
    ended = check(tmp_path)
    assert ended.returncode == 0, ended.stdout
    assert ended.stderr == ""
