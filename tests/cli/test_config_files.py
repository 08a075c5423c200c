"""Which files a run judges: excluded ones, those that git ignores, and which config is found for them."""

import os
import subprocess
from pathlib import Path

import pytest
from command import Ended
from repository import run

PLAN = "---\ntype: call-plan\nstage: discover\n---\n# Call with Vesna Ilic, 2026-06-10\n\n**Objective:** TBD\n"


def check(folder: Path, *arguments: str, **more: str) -> Ended:
    return run(folder, "check", "--as-of", "2026-06-01", "--select", "PL101", *arguments, **more)


def judged(ended: Ended) -> list[str]:
    return [line.split(":")[0] for line in ended.stdout.splitlines() if "PL101" in line]


def git(folder: Path, *words: str, **more: str) -> None:
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
        **{f"GIT_{who}_NAME": "Test" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "test@example.invalid" for who in ("AUTHOR", "COMMITTER")},
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **more,
    }  # fmt: skip
    subprocess.run(["git", *words], cwd=folder, env=environment, check=True, capture_output=True)


def plans(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PLAN, encoding="utf-8")
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_what_is_excluded_is_left_out_of_folders_and_when_it_is_named(tmp_path: Path) -> None:
    plans(tmp_path, "a.md", "b.md", "old/c.md", "old/deep/d.md")
    write(tmp_path / "advancelint.toml", "our-company = 'T'\nexclude = [\n  'b.md',\n  'old/',\n]\n")
    ended = check(tmp_path)
    assert judged(ended) == ["a.md"]
    assert (
        "note: 1 file excluded by advancelint.toml:3\nnote: 1 folder excluded by advancelint.toml:4\n" in ended.stderr
    )
    ended = check(tmp_path, "a.md", "b.md", "old/c.md", "old/deep/d.md")
    assert (ended.returncode, judged(ended)) == (1, ["a.md"])
    assert "note: 2 files excluded by advancelint.toml:4" in ended.stderr
    assert judged(check(tmp_path, "--no-exclude")) == ["a.md", "b.md", "old/c.md", "old/deep/d.md"]
    assert judged(check(tmp_path, "--isolated", "b.md")) == ["b.md"]


def test_only_files_that_were_named_and_are_all_excluded_leave_nothing_to_do(tmp_path: Path) -> None:
    plans(tmp_path, "old/c.md")
    write(tmp_path / "advancelint.toml", "exclude = ['old/']\n")
    ended = check(tmp_path, "old/c.md")
    assert ended.returncode == 0
    assert ended.stderr == "note: 1 file excluded by advancelint.toml:1\n"
    for paths in (["old"], ["."], []):
        ended = check(tmp_path, *paths)
        assert ended.returncode == 2
        assert "excluded by advancelint.toml:1" in ended.stderr
        assert "no plan was found" in ended.stderr
    assert check(tmp_path, "old/c.md", "nowhere.md").returncode == 2


def test_an_excluded_folder_is_closed_with_the_configs_in_it(tmp_path: Path) -> None:
    plans(tmp_path, "deals/old/c.md", "deals/d.md")
    (tmp_path / ".git").mkdir()
    write(tmp_path / "advancelint.toml", "exclude = ['deals/old/']\n")
    write(tmp_path / "deals" / "old" / "advancelint.toml", "our-company = 'T'\n")
    assert judged(check(tmp_path)) == ["deals/d.md"]
    for folder, name in ((tmp_path, "deals/old/c.md"), (tmp_path / "deals" / "old", "c.md")):
        ended = check(folder, name)
        assert (ended.returncode, judged(ended)) == (0, [])
        assert "excluded by" in ended.stderr


def test_extend_exclude_adds_to_what_is_extended(tmp_path: Path) -> None:
    plans(tmp_path, "a.md", "b.md", "c.md")
    write(tmp_path / "base.toml", "exclude = ['a.md']\n")
    write(tmp_path / "advancelint.toml", "extends = 'base.toml'\nextend-exclude = ['b.md']\n")
    ended = check(tmp_path)
    assert judged(ended) == ["c.md"]
    assert "excluded by extends base.toml:1" in ended.stderr


def test_the_nearest_config_counts_alone_and_the_search_ends_at_the_repository(tmp_path: Path) -> None:
    plans(tmp_path, "repo/a.md", "repo/free/b.md")
    write(tmp_path / "advancelint.toml", "exclude = ['a.md', 'b.md']\n")
    (tmp_path / "repo" / ".git").mkdir()
    assert judged(check(tmp_path / "repo")) == ["a.md", "free/b.md"]
    write(tmp_path / "repo" / "advancelint.toml", "exclude = ['a.md', 'b.md']\n")
    write(tmp_path / "repo" / "free" / "advancelint.toml", "")
    assert judged(check(tmp_path / "repo")) == ["free/b.md"]


def test_a_config_named_by_hand_counts_for_all_files(tmp_path: Path) -> None:
    plans(tmp_path, "a.md", "sub/b.md")
    write(tmp_path / "sub" / "advancelint.toml", "exclude = ['b.md']\n")
    write(tmp_path / "etc" / "other.toml", "exclude = ['/a.md']\n")
    assert judged(check(tmp_path)) == ["a.md"]
    assert judged(check(tmp_path, "--config", "etc/other.toml")) == ["sub/b.md"]
    for command in (("check",), ("inspect", "a.md"), ("suggest", "a.md"), ("read", "Ana calls"), ("config", "show")):
        ended = run(tmp_path, *command, "--config", "nowhere.toml")
        assert (ended.returncode, "nowhere.toml: there is no such config file" in ended.stderr) == (2, True)
        ended = run(tmp_path, *command, "--config", "etc/other.toml", "--isolated")
        assert (ended.returncode, "exclude each other" in ended.stderr) == (2, True)


def test_read_knows_the_names_of_the_config(tmp_path: Path) -> None:
    sentence = "Ana sends the May log by 12 June"
    assert run(tmp_path, "read", sentence).stdout.startswith("actor          client")
    write(tmp_path / "advancelint.toml", "our-people = ['Ana']\n")
    assert run(tmp_path, "read", sentence).stdout.startswith("actor          seller")
    assert '"actor": "seller"' in run(tmp_path, "read", sentence, "--format", "jsonl").stdout
    assert run(tmp_path, "read", sentence, "--isolated").stdout.startswith("actor          client")


IGNORED = {
    ".gitignore": "# a comment\n*.tmp.md\nbuild/\n/top.md\n!keep.tmp.md\n\\#odd.md\n",
    "sub/.gitignore": "local.md\n!*.tmp.md\n/deep/**/x.md\n",
    ".git/info/exclude": "private/\nlocal-*.md\n",
}
FILES = (
    "a.md", "a.tmp.md", "keep.tmp.md", "#odd.md", "top.md", "sub/top.md", "build/b.md", "sub/build/b.md",
    "sub/local.md", "local.md", "sub/a.tmp.md", "sub/deep/y/x.md", "deep/y/x.md", "private/p.md",
    "local-1.md", "notes/build.md",
)  # fmt: skip


def test_folders_give_the_files_that_git_does_not_ignore(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    plans(tmp_path, *FILES)
    for name, text in IGNORED.items():
        write(tmp_path / name, text)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-standard", "--", "*.md"],
        cwd=tmp_path, capture_output=True, check=True, encoding="utf-8",
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
    )  # fmt: skip
    by_git = sorted(filter(None, listed.stdout.split("\0")))
    assert 3 < len(by_git) < len(FILES)
    assert judged(check(tmp_path)) == by_git
    assert judged(check(tmp_path / "sub")) == [name[4:] for name in by_git if name.startswith("sub/")]
    # Named, a file is judged, and so is what lies in a folder that was named.
    assert judged(check(tmp_path, "top.md", "build")) == ["build/b.md", "top.md"]
    write(tmp_path / "advancelint.toml", "respect-gitignore = false\n")
    assert judged(check(tmp_path)) == sorted(FILES)


def test_outside_of_a_repository_nothing_is_ignored(tmp_path: Path) -> None:
    plans(tmp_path, "a.md")
    write(tmp_path / ".gitignore", "*.md\n")
    assert judged(check(tmp_path)) == ["a.md"]


def test_a_broken_ignore_file_ignores_what_can_be_read_of_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    plans(tmp_path, "a.md", "b.md")
    (tmp_path / ".gitignore").write_bytes(b"\xff\xfe\n!\n\\\n[\nb.md\n")
    assert judged(check(tmp_path)) == ["a.md"]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    plans(tmp_path, "a.md")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    # 23:30 in New York is the next day in UTC.
    git(tmp_path, "commit", "--quiet", "-m", "plans", GIT_COMMITTER_DATE="2026-06-10T23:30:00-04:00")
    return tmp_path


def day(ended: Ended) -> str:
    return ended.stdout.splitlines()[-1]


def test_the_day_is_told_by_option_then_config_then_environment(repository: Path) -> None:
    def of(*options: str, **more: str) -> str:
        return day(run(repository, "check", *options, **more))

    epoch = {"SOURCE_DATE_EPOCH": "1780272000"}  # 2026-06-01
    assert of(**epoch) == "as of 2026-06-01"
    assert of("--as-of", "commit", **epoch) == "as of 2026-06-11"
    write(repository / "advancelint.toml", "as-of = 'commit'\n")
    assert of(**epoch) == "as of 2026-06-11"
    assert of("--as-of", "2026-05-05", **epoch) == "as of 2026-05-05"
    write(repository / "advancelint.toml", "as-of = 2026-04-04\n")
    assert of(**epoch) == "as of 2026-04-04"
    assert of("--as-of", "today", **epoch) not in ("as of 2026-04-04", "as of 2026-06-01")
    write(repository / "advancelint.toml", "as-of = 'today'\n")
    assert of(**epoch) != "as of 2026-06-01"


def test_the_day_of_the_commit_decides_what_is_judged(repository: Path) -> None:
    # The call of 10 June lies behind on the 11th.
    assert judged(run(repository, "check", "--select", "PL101", "--as-of", "commit")) == []
    assert judged(run(repository, "check", "--select", "PL101", "--as-of", "2026-06-01")) == ["a.md"]


def test_the_date_of_a_commit_needs_a_repository_and_before_the_first_one_the_next_in_order_counts(
    tmp_path: Path,
) -> None:
    plans(tmp_path, "a.md")
    ended = run(tmp_path, "check", "--as-of", "commit")
    assert (ended.returncode, "there is no git repository" in ended.stderr) == (2, True)
    write(tmp_path / "advancelint.toml", "our-company = 'T'\nas-of = 'commit'\n")
    ended = run(tmp_path, "inspect", "a.md")
    assert (ended.returncode, ended.stderr.startswith("advancelint.toml:2:1: “commit”")) == (2, True)
    git(tmp_path, "init", "--quiet")
    assert day(run(tmp_path, "check", SOURCE_DATE_EPOCH="1780272000")) == "as of 2026-06-01"


def test_the_environment_of_a_hook_leads_to_no_other_repository(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    git(other, "init", "--quiet")
    ended = run(repository, "check", "--as-of", "commit", GIT_DIR=str(other / ".git"))
    assert day(ended) == "as of 2026-06-11"


def test_files_of_different_days_are_judged_each_by_its_own(tmp_path: Path) -> None:
    plans(tmp_path, "a.md", "b.md", "late/c.md")
    write(tmp_path / "advancelint.toml", "as-of = '2026-06-01'\nselect = ['PL101']\n")
    write(tmp_path / "late" / "advancelint.toml", "as-of = '2026-07-01'\nselect = ['PL101']\n")
    ended = run(tmp_path, "check")
    assert judged(ended) == ["a.md", "b.md"]
    assert day(ended) == "as of 2026-06-01"
    assert "note: 1 of the files judged as of 2026-07-01" in ended.stderr


@pytest.mark.parametrize("kind", ["dangling", "folder", "pipe"])
def test_a_config_that_is_no_file_is_not_taken_for_none(tmp_path: Path, kind: str) -> None:
    # A gate whose policy is gone must not turn green.
    (tmp_path / "a.md").write_text(PLAN, "utf-8")
    config = tmp_path / "advancelint.toml"
    if kind == "dangling":
        config.symlink_to("../policy/advancelint.toml")
    elif kind == "folder":
        config.mkdir()
    else:
        os.mkfifo(config)
    ended = check(tmp_path, "a.md")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("advancelint.toml: this config is ")
    assert check(tmp_path, "a.md", "--isolated").returncode == 1
