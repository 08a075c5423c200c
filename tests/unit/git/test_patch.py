"""What git prints about changes, read: names with any characters, lines that look like heads, cuts."""

import subprocess
from pathlib import Path

import pytest

from advancelint.git import Change, Worktrees, changes_since

NAMES = [
    "plain.md", "two words.md", 'quo"te.md', "Müller & Söhne.md", "-dash.md", "tab\there.md", "new\nline.md",
    "b/in folder.md", "back\\slash.md", " lead and trail .md", "emoji 🙂.md", "'single'.md", ":(top)magic.md",
]  # fmt: skip


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", *words]
    run = subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8", env=None)
    return run.stdout


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    return tmp_path


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "a commit")


def changed(folder: Path, name: str, since: str = "HEAD") -> Change:
    worktree = Worktrees().of(str(folder / name))
    assert worktree is not None
    return changes_since(worktree, since).of(str(folder / name))


@pytest.mark.parametrize("name", NAMES)
def test_a_name_may_hold_anything(tree: Path, name: str) -> None:
    (tree / name).parent.mkdir(exist_ok=True)
    (tree / name).write_text("one\ntwo\nthree\n", "utf-8")
    commit(tree)
    (tree / name).write_text("one\nTWO\nthree\n", "utf-8")
    assert changed(tree, name) == Change(touched=True, lines=((2, 2),))


@pytest.mark.parametrize(
    ("before", "after", "lines", "cuts"),
    [
        ("a\nb\nc\n", "a\nB\nc\n", ((2, 2),), ()),
        ("a\nb\nc\n", "a\nb\nx\ny\nc\n", ((3, 4),), ()),
        ("a\nb\nc\n", "a\nc\n", (), (1,)),
        ("a\nb\nc\n", "b\nc\n", (), (0,)),
        ("a\nb\nc", "a\nb\nC", ((3, 3),), ()),
        ("a\nb\nc\nd\n", "a\nB\nc\nD\n", ((2, 2), (4, 4)), ()),
        ("-- a\n++ b\nc\n", "-- x\n++ b/other.md\nc\n", ((1, 2),), ()),
        ("a\n", "a\ndiff --git a/x.md b/x.md\n+++ b/x.md\n@@ -1 +1 @@\n", ((2, 4),), ()),
        ("a\0b\nc\n", "a\0b\nd\n", ((2, 2),), ()),
    ],
)
def test_lines_and_cuts(
    tree: Path, before: str, after: str, lines: tuple[tuple[int, int], ...], cuts: tuple[int, ...]
) -> None:
    (tree / "plan.md").write_text(before, "utf-8", newline="")
    commit(tree)
    (tree / "plan.md").write_text(after, "utf-8", newline="")
    assert changed(tree, "plan.md") == Change(touched=True, lines=lines, cuts=cuts)


def test_line_ends_are_no_change(tree: Path) -> None:
    (tree / "plan.md").write_bytes(b"one\ntwo\n")
    commit(tree)
    (tree / "plan.md").write_bytes(b"one\r\ntwo\r\n")
    assert not changed(tree, "plan.md").touched
    (tree / "plan.md").write_bytes(b"one\ntwo")
    assert not changed(tree, "plan.md").touched
    (tree / "plan.md").write_bytes(b"one\r\nTWO\r\n")
    assert changed(tree, "plan.md").lines == ((2, 2),)


@pytest.mark.parametrize("setting", ["true", "input", "false"])
def test_autocrlf_changes_nothing(tree: Path, setting: str) -> None:
    git(tree, "config", "core.autocrlf", setting)
    (tree / "plan.md").write_bytes(b"one\ntwo\nthree\n")
    commit(tree)
    (tree / "plan.md").write_bytes(b"one\r\ntwo\r\n3\r\n")
    assert changed(tree, "plan.md").lines == ((3, 3),)


def test_settings_of_a_user_change_nothing(tree: Path) -> None:
    for key, value in (
        ("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("color.ui", "always"), ("diff.context", "9"),
        ("diff.interHunkContext", "9"), ("diff.external", "false"), ("diff.renames", "false"),
        ("diff.algorithm", "patience"),
        ("core.quotePath", "false"), ("diff.ignoreSubmodules", "none"), ("diff.relative", "true"),
    ):  # fmt: skip
        git(tree, "config", key, value)
    (tree / "Söhne.md").write_text("one\ntwo\nthree\nfour\nfive\n", "utf-8")
    commit(tree)
    (tree / "Söhne.md").rename(tree / "Töchter.md")
    (tree / "Töchter.md").write_text("one\n2\nthree\n4\nfive\n", "utf-8")
    git(tree, "add", "--all")
    assert changed(tree, "Töchter.md") == Change(touched=True, lines=((2, 2), (4, 4)))


def test_a_renamed_file_is_touched_and_its_lines_are_old(tree: Path) -> None:
    (tree / "old.md").write_text("one\ntwo\n", "utf-8")
    commit(tree)
    git(tree, "mv", "old.md", "new name.md")
    assert changed(tree, "new name.md") == Change(touched=True)


def test_a_time_stamp_is_no_change(tree: Path) -> None:
    (tree / "plan.md").write_text("one\n", "utf-8")
    commit(tree)
    (tree / "plan.md").write_text("one\n", "utf-8")
    assert not changed(tree, "plan.md").touched


def test_what_is_not_tracked_is_new(tree: Path) -> None:
    (tree / "plan.md").write_text("one\n", "utf-8")
    commit(tree)
    (tree / ".gitignore").write_text("draft.md\n", "utf-8")
    for name in ("new.md", "draft.md", "notes.txt"):
        (tree / name).write_text("one\n", "utf-8")
        assert changed(tree, name).whole
    git(tree, "rm", "--quiet", "--cached", "plan.md")
    assert changed(tree, "plan.md").whole


def test_a_program_that_the_repository_names_is_never_run(tree: Path) -> None:
    trap = tree / "trap"
    command = f"sh -c 'touch {trap}; cat'"
    (tree / "plan.md").write_text("one\n", "utf-8")
    commit(tree)
    (tree / ".gitattributes").write_text("*.md filter=trap diff=trap\n", "utf-8")
    for key in ("filter.trap.clean", "filter.trap.process", "diff.trap.textconv", "diff.trap.command", "diff.external"):
        git(tree, "config", key, command)
    git(tree, "config", "filter.trap.required", "true")
    git(tree, "config", "core.fsmonitor", command)
    (tree / "plan.md").write_text("two\n", "utf-8")
    assert changed(tree, "plan.md").whole, "a filter makes other lines, so that all of them count"
    assert not trap.exists()


def test_a_file_in_conflict_is_compared_as_it_lies_on_disk(tree: Path) -> None:
    (tree / "plan.md").write_text("one\n", "utf-8")
    commit(tree)
    git(tree, "checkout", "--quiet", "-b", "other")
    (tree / "plan.md").write_text("other\n", "utf-8")
    commit(tree)
    git(tree, "checkout", "--quiet", "main")
    (tree / "plan.md").write_text("main\n", "utf-8")
    commit(tree)
    with pytest.raises(subprocess.CalledProcessError):
        git(tree, "merge", "other")
    assert (tree / "plan.md").read_text("utf-8").splitlines()[1] == "main"
    assert changed(tree, "plan.md").lines == ((1, 1), (3, 5))


@pytest.mark.parametrize(
    ("change", "first", "last", "touched"),
    [
        (Change(touched=True, lines=((3, 4),)), 1, 2, False),
        (Change(touched=True, lines=((3, 4),)), 1, 3, True),
        (Change(touched=True, lines=((3, 4),)), 4, 9, True),
        (Change(touched=True, lines=((3, 4),)), 5, 5, False),
        (Change(touched=True, cuts=(4,)), 3, 3, False),
        (Change(touched=True, cuts=(4,)), 4, 4, True),
        (Change(touched=True, cuts=(4,)), 5, 5, True),
        (Change(touched=True, cuts=(4,)), 6, 6, False),
        (Change(touched=True, cuts=(0,)), 1, 1, True),
        (Change(touched=True, whole=True), 9, 9, True),
        (Change(touched=True), 1, 9, False),
    ],
)
def test_what_a_change_touches(change: Change, first: int, last: int, touched: bool) -> None:
    assert change.touches(first, last) == touched
