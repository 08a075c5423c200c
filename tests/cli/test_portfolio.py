"""``check --portfolio``: which files it looks at, and which findings it tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from repository import check, commit, found, git, new_repository, run, write

DEAL = """\
---
type: deal-plan
account: Lund Bikes
stage: discover
---
# Lund Bikes

**Sales objective:** Lund Bikes buys the diagnosis kit (EUR 40k) for 12 shops by 30 November 2026.
**Client's win:** fewer bikes that come back.

## People
| Name | Role |
| --- | --- |
| Ines Lund | head of workshops |

## Next steps
| Who | What | Due | Done |
| --- | --- | --- | --- |
| Ines Lund | send the returns list | 2026-05-12 | |

## 2026-06-09 First visit
**Objective:** Demonstrate the kit to Ines Lund.

## 2026-06-16 Second visit
**Objective:** Ines Lund signs the supply contract by 18 June.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = new_repository(tmp_path / "plans")
    write(folder, "lund.md", DEAL)
    git(folder, "add", "--all")
    return folder


def test_what_a_line_or_a_file_shows_alone_is_left_to_the_other_hook(folder: Path) -> None:
    everything = {code for _, _, code in found(folder, ".")}
    told = {code for _, _, code in found(folder, "--portfolio")}
    assert {"AD401", "AD411", "RE303", "CH607"} <= everything  # CH607 rests on the file, and is of the chain
    assert told <= everything
    assert {"RE303", "CH607"} <= told
    assert {"AD401", "AD411"} & told == set()


def test_a_finding_keeps_its_diagnosis(folder: Path) -> None:
    everything = [one for one in found(folder, ".") if one[2] == "RE303"]
    assert everything
    assert [one for one in found(folder, "--portfolio") if one[2] == "RE303"] == everything


def test_the_index_says_which_files_there_are(folder: Path) -> None:
    write(folder, ".gitignore", "ignored/\n")
    for name in ("ignored/kept.md", "untracked.md", "taken-out.md"):
        write(folder, name, DEAL.replace("Lund Bikes", name))
    git(folder, "add", "--force", "ignored/kept.md", "taken-out.md")
    git(folder, "rm", "--quiet", "--cached", "taken-out.md")
    assert {path for path, _, _ in found(folder, "--portfolio")} == {"ignored/kept.md", "lund.md"}
    (folder / "lund.md").unlink()
    assert {path for path, _, _ in found(folder, "--portfolio", ".")} == {"ignored/kept.md"}


def test_paths_limit_it(folder: Path) -> None:
    write(folder, "north/a.md", DEAL.replace("Lund Bikes", "North"))
    git(folder, "add", "--all")
    assert {path for path, _, _ in found(folder, "--portfolio", "north")} == {"north/a.md"}


def test_a_file_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / "latin.md").write_bytes(b"# Caf\xe9\n")
    git(folder, "add", "--all")
    assert ("latin.md", 1, "IN002") in found(folder, "--portfolio")


def test_suppressions_and_the_baseline_hold_as_ever(folder: Path) -> None:
    held = "<!-- advancelint-disable-file RE303 reason: the contract was asked for by Ines -->\n"
    write(folder, "lund.md", DEAL + held)
    assert "RE303" not in {code for _, _, code in found(folder, "--portfolio")}
    assert run(folder, "baseline", "create", "--as-of", "2026-06-01").returncode == 0
    told = check(folder, "--portfolio", "--fail-on", "info", "--baseline", ".advancelint-baseline.jsonl")
    assert told.returncode == 0, told.stdout


def test_only_what_is_told_is_mended(folder: Path) -> None:
    told = check(folder, "--portfolio", "--fix", "--unsafe-fixes")
    assert told.returncode == 1
    assert "Fallback" not in (folder / "lund.md").read_text("utf-8")  # which AD411 asks for, and the file shows alone
    assert "Fallback" in check(folder, "--diff", "--unsafe-fixes").stdout


def test_outside_of_a_repository_nobody_can_tell(tmp_path: Path) -> None:
    write(tmp_path, "lund.md", DEAL)
    told = check(tmp_path, "--portfolio")
    assert told.returncode == 2
    assert "no git repository" in told.stderr
    assert "git init" in told.stderr


def test_standard_input_is_in_no_index(folder: Path) -> None:
    told = run(folder, "check", "--portfolio", "--stdin-filename", "lund.md", text=DEAL)
    assert told.returncode == 2
    assert "standard input" in told.stderr


def test_without_a_tracked_plan_nothing_was_checked(tmp_path: Path) -> None:
    folder = new_repository(tmp_path / "new")
    write(folder, "lund.md", DEAL)
    assert check(folder, "--portfolio").returncode == 2
    assert check(folder, "--portfolio", PRE_COMMIT="1").returncode == 0


def test_before_the_first_commit_all_is_new_to_head_and_other_revisions_are_errors(folder: Path) -> None:
    assert found(folder, "--changed-since", "HEAD", ".") == found(folder, ".")
    refused = check(folder, "--changed-since", "main", ".")
    assert (refused.returncode, "no commit yet" in refused.stderr) == (2, True)
    commit(folder)
    assert found(folder, "--changed-since", "HEAD", ".") == []
