"""Which files of a repository lie near a plan."""

import pytest

from advancelint.engine.nearby import is_near


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
