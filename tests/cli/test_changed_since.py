"""``check --changed-since``, by real repositories: which findings stand on what changed, and what cannot be told."""

from __future__ import annotations

import os
import shutil
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

## Calls
### 2026-06-09 First visit
**Objective:** Demonstrate the kit to Ines Lund.
**Fallback:** Ines names the colleague
who counts the returns.

### 2026-06-16 Second visit
**Objective:** Demonstrate the kit to Joe Casale.
**Fallback:** Joe names the shop for the trial by 18 June.
"""
FIRST, SECOND = 13, 18
NOTES = """\
---
type: call-notes
account: Lund Bikes
date: 2026-05-05
---
# Visit

**Attendees:** Ines Lund (Lund Bikes)
**Outcome:** continuation. Ines liked it.
"""
LINES = ("--select", "AD401")


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    folder = new_repository(tmp_path / "plans")
    write(folder, "deal.md", DEAL)
    commit(folder)
    return folder


def change(folder: Path, old: str, new: str, name: str = "deal.md") -> None:
    text = (folder / name).read_text("utf-8")
    assert text.count(old) == 1
    write(folder, name, text.replace(old, new))


def test_a_finding_counts_where_its_line_changed_and_the_others_are_counted(deal: Path) -> None:
    change(deal, "the kit to Joe Casale", "the whole kit to Joe Casale")
    ended = check(deal, *LINES, "--changed-since", "HEAD")
    assert f"deal.md:{SECOND}:" in ended.stdout
    assert f"deal.md:{FIRST}:" not in ended.stdout
    assert "1 plan judged of 1 file: 1 error, 0 warnings, 0 notes" in ended.stdout
    base = git(deal, "rev-parse", "--short=10", "HEAD").strip()
    assert ended.stderr == f"note: 1 finding stands on what has not changed since {base}, and is not reported\n"
    assert ended.returncode == 1


def test_nothing_changed_is_clean(deal: Path) -> None:
    ended = check(deal, *LINES, "--changed-since", "HEAD")
    assert (ended.returncode, "error, 0" not in ended.stdout) == (0, True)
    assert "note: 2 findings stand on what has not changed" in ended.stderr


@pytest.mark.parametrize("stage", ["unstaged", "staged", "both", "committed"])
def test_staged_unstaged_and_committed_changes_count(deal: Path, stage: str) -> None:
    change(deal, "the kit to Joe", "the new kit to Joe")
    if stage != "unstaged":
        git(deal, "add", "deal.md")
    if stage == "committed":
        git(deal, "commit", "--quiet", "--message", "change")
    if stage == "both":
        change(deal, "the kit to Ines", "the new kit to Ines")
    lines = [FIRST, SECOND] if stage == "both" else [SECOND]
    revision = "HEAD~1" if stage == "committed" else "HEAD"
    assert [line for _, line, _ in found(deal, *LINES, "--changed-since", revision)] == lines


def test_a_file_that_git_does_not_track_is_new(deal: Path) -> None:
    shutil.copy(deal / "deal.md", deal / "other.md")
    (deal / ".gitignore").write_text("ignored.md\n", "utf-8")
    shutil.copy(deal / "deal.md", deal / "ignored.md")
    paths = {path for path, _, _ in found(deal, *LINES, "--changed-since", "HEAD", "deal.md", "other.md", "ignored.md")}
    assert paths == {"other.md", "ignored.md"}


def test_what_the_other_branch_did_meanwhile_is_no_change(deal: Path) -> None:
    git(deal, "checkout", "--quiet", "-b", "mine")
    change(deal, "the kit to Joe", "the new kit to Joe")
    commit(deal)
    git(deal, "checkout", "--quiet", "main")
    change(deal, "the kit to Ines", "the old kit to Ines")
    commit(deal)
    git(deal, "checkout", "--quiet", "--detach", "mine")
    assert found(deal, *LINES, "--changed-since", "main") == [("deal.md", SECOND, "AD401")]


def test_what_is_said_of_the_whole_file_counts_once_it_was_touched_anywhere(deal: Path) -> None:
    rules = ("--select", "AD411,PL107")
    change(deal, "**Fallback:** Joe names the shop for the trial by 18 June.\n", "")
    commit(deal)
    assert found(deal, *rules, "--changed-since", "HEAD") == []
    change(deal, "fewer bikes that", "fewer bicycles that")
    assert [code for _, _, code in found(deal, *rules, "--changed-since", "HEAD")] == ["PL107", "AD411", "PL107"]


def test_a_line_that_was_taken_away_counts_for_the_lines_around_it(deal: Path) -> None:
    change(deal, "who counts the returns.\n", "")
    assert found(deal, *LINES, "--changed-since", "HEAD") == []
    change(deal, "**Fallback:** Ines names the colleague\n", "")
    assert [line for _, line, _ in found(deal, *LINES, "--changed-since", "HEAD")] == [FIRST]


def test_a_finding_stands_on_all_lines_of_its_sentence(deal: Path) -> None:
    change(deal, "Demonstrate the kit to Ines Lund.", "Demonstrate\nthe kit to\nInes Lund.")
    commit(deal)
    assert found(deal, *LINES, "--changed-since", "HEAD") == []
    change(deal, "\nInes Lund.", "\nInes Lund and Bo.")
    assert [line for _, line, _ in found(deal, *LINES, "--changed-since", "HEAD")] == [FIRST]


def test_a_call_that_moves_ahead_brings_its_objective_with_it(deal: Path) -> None:
    change(deal, "2026-06-09 First", "2026-05-09 First")
    commit(deal)
    change(deal, "2026-05-09 First", "2026-06-10 First")
    assert [line for _, line, _ in found(deal, *LINES, "--changed-since", "HEAD")] == [FIRST]


def test_a_rule_that_asked_for_the_stage_stands_on_its_line(deal: Path) -> None:
    # AD401 asks for the stage only of a line with a close phrase.
    change(deal, "Demonstrate the kit to Ines Lund.", "Close the deal.")
    change(deal, "stage: discover", "stage: close")
    commit(deal)
    judged = found(deal, "--select", "AD401,AD402", "deal.md")
    assert [line for _, line, _ in judged] == [FIRST, SECOND]
    change(deal, "stage: close", "stage: negotiate")
    assert [line for _, line, _ in found(deal, "--select", "AD401,AD402", "--changed-since", "HEAD")] == [FIRST]


CHAIN = ("--select", "CH605", "--fail-on", "never")


@pytest.fixture
def account(deal: Path) -> Path:
    write(deal, "notes/2026-05-05.md", NOTES)
    write(deal, "notes/2026-05-12.md", NOTES.replace("05-05", "05-12"))
    past = "\n### 2026-05-19 Third visit\n**Outcome:** continuation. Ines liked it.\n"
    write(deal, "deal.md", DEAL + past)
    write(deal, "other.md", NOTES.replace("Lund Bikes", "Orlan Mills"))
    commit(deal)
    assert [code for _, _, code in found(deal, *CHAIN)] == ["CH605"]
    assert found(deal, *CHAIN, "--changed-since", "HEAD") == []
    return deal


def test_what_is_said_of_an_account_counts_when_one_of_its_files_was_touched(account: Path) -> None:
    change(account, "Ines liked it", "Ines liked it a lot", "notes/2026-05-05.md")
    assert [path for path, _, _ in found(account, *CHAIN, "--changed-since", "HEAD", "deal.md")] == ["deal.md"]


def test_and_not_when_a_file_of_another_account_was(account: Path) -> None:
    change(account, "Ines liked it", "Ines liked it a lot", "other.md")
    assert found(account, *CHAIN, "--changed-since", "HEAD", "deal.md") == []


@pytest.mark.parametrize("how", ["delete", "rename", "leave"])
def test_and_when_a_file_left_the_account(account: Path, how: str) -> None:
    write(account, "notes/2026-05-13.md", NOTES.replace("05-05", "05-13"))
    commit(account)
    if how == "delete":
        (account / "notes/2026-05-13.md").unlink()
    elif how == "rename":
        (account / "archive/notes").mkdir(parents=True)
        git(account, "mv", "notes/2026-05-13.md", "archive/notes/2026-05-13.md")
    else:
        change(account, "Lund Bikes\ndate", "Orlan Mills\ndate", "notes/2026-05-13.md")
    assert [path for path, _, _ in found(account, *CHAIN, "--changed-since", "HEAD", "deal.md")] == ["deal.md"]


@pytest.mark.parametrize(("name", "told"), [("notes/lund-05-13.md", ["deal.md"]), ("lund/05-13.md", [])])
def test_of_a_portfolio_only_a_file_that_bore_the_account_in_its_name_was_part_of_it(
    account: Path, name: str, told: list[str]
) -> None:
    for number in range(60):
        write(account, f"other-{number}.md", "# Nothing\n")
    for day in ("05", "12"):
        git(account, "mv", f"notes/2026-05-{day}.md", f"notes/lund-05-{day}.md")
    write(account, name, NOTES.replace("05-05", "05-13"))
    commit(account)
    (account / name).unlink()
    assert [path for path, _, _ in found(account, *CHAIN, "--changed-since", "HEAD", "deal.md")] == told


def test_a_renamed_file_keeps_its_old_lines(deal: Path) -> None:
    (deal / "Größere Kunden").mkdir()
    git(deal, "mv", "deal.md", 'Größere Kunden/-deal "1".md')
    change(deal, "the kit to Joe", "the new kit to Joe", 'Größere Kunden/-deal "1".md')
    assert found(deal, *LINES, "--changed-since", "HEAD") == [('Größere Kunden/-deal "1".md', SECOND, "AD401")]


def test_line_ends_are_as_git_counts_them(deal: Path) -> None:
    write(deal, "deal.md", DEAL.replace("\n", "\r\n"))
    assert found(deal, *LINES, "--changed-since", "HEAD") == []
    write(deal, "deal.md", DEAL.replace("kit to Joe", "new kit to Joe").replace("\n", "\r\n"))
    assert [line for _, line, _ in found(deal, *LINES, "--changed-since", "HEAD")] == [SECOND]
    write(deal, "deal.md", DEAL.replace("kit to Joe", "new kit to Joe").replace("\n", "\r"))
    assert [line for _, line, _ in found(deal, *LINES, "--changed-since", "HEAD")] == [FIRST, SECOND]


def test_a_report_of_any_format_holds_what_changed_alone(deal: Path) -> None:
    change(deal, "the kit to Joe", "the new kit to Joe")
    ended = check(deal, *LINES, "--changed-since", "HEAD", "--fail-on", "never", "--output", "report.txt")
    assert ended.returncode == 0
    assert (deal / "report.txt").read_text("utf-8").count("AD401") == 1


# Where the files lie


def test_from_another_folder_and_by_absolute_paths(deal: Path, tmp_path: Path) -> None:
    change(deal, "the kit to Joe", "the new kit to Joe")
    (deal / "sub").mkdir()
    assert [line for _, line, _ in found(deal / "sub", *LINES, "--changed-since", "HEAD", "../deal.md")] == [SECOND]
    assert [line for _, line, _ in found(tmp_path, *LINES, "--changed-since", "HEAD", str(deal))] == [SECOND]
    link = tmp_path / "link"
    link.symlink_to(deal)
    assert [line for _, line, _ in found(tmp_path, *LINES, "--changed-since", "HEAD", "link/deal.md")] == [SECOND]


def test_in_a_linked_worktree(deal: Path, tmp_path: Path) -> None:
    git(deal, "worktree", "add", "--quiet", "-b", "linked", str(tmp_path / "linked"))
    change(tmp_path / "linked", "the kit to Joe", "the new kit to Joe")
    assert [line for _, line, _ in found(tmp_path / "linked", *LINES, "--changed-since", "main")] == [SECOND]
    assert found(deal, *LINES, "--changed-since", "main") == []


def test_in_a_submodule_and_in_several_repositories(deal: Path, tmp_path: Path) -> None:
    outer = new_repository(tmp_path / "outer")
    write(outer, "deal.md", DEAL)
    git(outer, "submodule", "--quiet", "add", str(deal), "inner")
    commit(outer)
    change(outer, "the kit to Ines", "the new kit to Ines")
    change(outer / "inner", "the kit to Joe", "the new kit to Joe")
    expected = [("deal.md", FIRST, "AD401"), ("inner/deal.md", SECOND, "AD401")]
    assert found(outer, *LINES, "--changed-since", "HEAD") == expected
    # the other order of discovery: the inner one must not be taken for a folder of the outer one
    assert found(outer, *LINES, "--changed-since", "HEAD", "inner/deal.md", "deal.md") == expected


def test_a_hook_s_environment_leads_nowhere_else(deal: Path, tmp_path: Path) -> None:
    other = new_repository(tmp_path / "other")
    change(deal, "the kit to Joe", "the new kit to Joe")
    environment = {
        "GIT_DIR": str(other / ".git"), "GIT_INDEX_FILE": ".git/index.lock", "GIT_WORK_TREE": str(other),
        "GIT_LITERAL_PATHSPECS": "1", "GIT_EXTERNAL_DIFF": "false", "PRE_COMMIT": "1",
    }  # fmt: skip
    assert [line for _, line, _ in found(deal, *LINES, "--changed-since", "HEAD", **environment)] == [SECOND]


# What cannot be told is never “nothing changed”


def refused(folder: Path, *arguments: str, **environment: str) -> str:
    ended = check(folder, *LINES, *arguments, **environment)
    assert (ended.returncode, ended.stdout) == (2, ""), ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr
    return ended.stderr


@pytest.mark.parametrize(
    "revision", ["nowhere", "origin/main", "HEAD~7", "main:deal.md", "main..HEAD", "^main", "v1 x"]
)
def test_a_revision_that_is_no_commit(deal: Path, revision: str) -> None:
    told = refused(deal, "--changed-since", revision)
    assert f"“{revision}” is no commit here" in told
    assert "git branch --all" in told


@pytest.mark.parametrize("revision", ["-x", "--upload-pack=touch x", "--output=x"])
def test_a_revision_that_would_be_an_option(deal: Path, revision: str) -> None:
    assert "is no revision" in refused(deal, f"--changed-since={revision}")
    assert sorted(os.listdir(deal)) == [".git", "deal.md"]


def test_an_empty_revision(deal: Path) -> None:
    assert "given nothing to compare with" in refused(deal, "--changed-since", "")


def test_a_shallow_clone_without_the_merge_base(deal: Path, tmp_path: Path) -> None:
    git(deal, "branch", "mine")
    for branch in ("main", "mine"):
        git(deal, "checkout", "--quiet", branch)
        for number in range(3):
            write(deal, f"{branch}.md", f"# {number}\n")
            commit(deal, f"{branch} {number}")
    git(
        tmp_path, "clone", "--quiet", "--depth", "1", "--no-single-branch", "--branch", "mine", deal.as_uri(), "shallow"
    )
    shallow = tmp_path / "shallow"
    told = refused(shallow, "--changed-since", "origin/main")
    assert "where “origin/main” and HEAD went apart is not known in this shallow clone" in told
    assert "git fetch --deepen" in told
    assert "fetch-depth: 0" in told
    git(shallow, "fetch", "--quiet", "--deepen=20")
    assert check(shallow, *LINES, "--changed-since", "origin/main").returncode in (0, 1)


def test_a_shallow_clone_of_one_branch(deal: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", deal.as_uri(), "shallow")
    told = refused(tmp_path / "shallow", "--changed-since", "origin/other")
    assert "“origin/other” is no commit here" in told
    assert "shallow clone" in told
    assert "fetch-depth: 0" in told


def test_histories_without_a_common_commit(deal: Path) -> None:
    git(deal, "checkout", "--quiet", "--orphan", "alone")
    commit(deal, "another beginning")
    assert "“main” and HEAD have no commit in common" in refused(deal, "--changed-since", "main")


def test_a_repository_without_commits(tmp_path: Path) -> None:
    folder = new_repository(tmp_path / "new")
    write(folder, "deal.md", DEAL)
    told = refused(folder, "--changed-since", "main")
    assert "there is no commit yet" in told


def test_a_path_outside_of_any_repository(deal: Path, tmp_path: Path) -> None:
    write(tmp_path, "loose.md", DEAL)
    told = refused(deal, "--changed-since", "HEAD", "deal.md", "../loose.md")
    assert "../loose.md: this path is in no git repository" in told


def test_without_git(deal: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    told = refused(deal, "--changed-since", "HEAD", PATH=str(tmp_path / "bin"))
    assert "deal.md: what changed here cannot be told: git is not installed" in told


def test_a_broken_repository(deal: Path) -> None:
    (deal / ".git" / "HEAD").write_text("nonsense", "utf-8")
    assert "what changed here cannot be told: fatal: " in refused(deal, "--changed-since", "HEAD")


def test_standard_input(deal: Path) -> None:
    ended = run(deal, "check", "--changed-since", "HEAD", "--stdin-filename", "deal.md", text=DEAL)
    assert ended.returncode == 2
    assert "standard input is none" in ended.stderr


def test_a_missing_path_is_told_beside_what_changed(deal: Path) -> None:
    change(deal, "the kit to Joe", "the new kit to Joe")
    ended = check(deal, *LINES, "--changed-since", "HEAD", "deal.md", "nowhere.md")
    assert ended.returncode == 2
    assert "AD401" in ended.stdout
