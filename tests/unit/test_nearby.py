"""Which files of a repository lie near a plan."""

from pathlib import Path

import pytest
from repository import write

from advancelint.engine.nearby import Nearby, is_near
from advancelint.git import Worktrees


@pytest.mark.parametrize(
    ("folder", "name", "near"),
    [
        ("deals", "deals/a.md", True),
        ("deals", "deals/norwood/a.md", True),
        ("deals", "deals/norwood/2025/a.md", False),
        ("deals", "deals/.drafts/a.md", False),
        ("deals", "other/a.md", False),
        ("deals/norwood", "deals/a.md", False),
        ("", "a.md", True),
        ("", "deals/a.md", True),
        ("", ".drafts/a.md", False),
        ("", "deals/norwood/a.md", False),
    ],
)
def test_a_file_is_near_in_the_folder_or_one_below_that_is_not_hidden(folder: str, name: str, near: bool) -> None:
    assert is_near(folder, name) is near


def test_without_git_the_same_folders_are_near(tmp_path: Path) -> None:
    for name in ("lund.md", "calls/a.md", "calls/2025/b.md", ".drafts/c.md"):
        write(tmp_path, name, "# Lund Bikes\n")
    found = Nearby(Worktrees()).around(str(tmp_path), "lund")
    assert found == (str(tmp_path / "calls" / "a.md"), str(tmp_path / "lund.md"))


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "lund/lund.md", "# Lund Bikes\n")
    write(tmp_path, "far/a.md", "# Lund Bikes\n")
    (tmp_path / "lund" / "linked").symlink_to(tmp_path / "far", target_is_directory=True)
    assert Nearby(Worktrees()).around(str(tmp_path / "lund"), "lund") == (str(tmp_path / "lund" / "lund.md"),)
