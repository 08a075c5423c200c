"""The baseline as a shell sees it: what it holds, what it does not, and how it gets shorter."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from command import DAY, Ended
from command import run as run_command

NAME = ".advancelint-baseline.jsonl"
HEAD = "---\ntype: call-plan\nstage: discover\n---\n# Call with Vesna Ilic, 2026-06-10\n\n"
ONE = "**Objective:** Demonstrate the scheduling module to Vesna.\n"
TWO = "**Objective:** Present the costing module to Vesna.\n"
GOOD = "**Objective:** Vesna sends the April return figures by 12 June.\n"
HEADER = '{"advancelint-baseline": 1}\n'


def run(*arguments: str, cwd: Path, day: str = DAY, text: str = "") -> Ended:
    return run_command(*arguments, "--as-of", day, cwd=cwd, text=text)


def check(*arguments: str, cwd: Path, text: str = "") -> Ended:
    return run("check", "--select", "AD401", "--baseline", NAME, *arguments, cwd=cwd, text=text)


def errors(ended: Ended) -> list[str]:
    assert ended.returncode in (0, 1), ended.stderr
    found = [line.split(":")[:2] for line in ended.stdout.splitlines() if ": AD401 " in line]
    assert ended.returncode == (1 if found else 0), ended.stdout
    return [":".join(place) for place in found]


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")


@pytest.fixture
def team(tmp_path: Path) -> Path:
    write(tmp_path, "plans/a.md", HEAD + ONE)
    write(tmp_path, "plans/b.md", HEAD.replace("Vesna Ilic", "Mira Koren") + ONE.replace("Vesna", "Mira"))
    made = run("baseline", "create", "plans", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    return tmp_path


def entries(folder: Path) -> list[dict[str, object]]:
    lines = (folder / NAME).read_text("utf-8").splitlines()
    assert lines[0] + "\n" == HEADER
    return [json.loads(line) for line in lines[1:]]


def listed(folder: Path, code: str = "AD401") -> list[object]:
    return [entry["path"] for entry in entries(folder) if entry["code"] == code]


def test_what_was_there_counts_no_more_and_is_counted(team: Path) -> None:
    ended = check("plans", cwd=team)
    assert errors(ended) == []
    assert "2 held by the baseline" in ended.stdout
    assert errors(run("check", "--select", "AD401", "plans", cwd=team)) == ["plans/a.md:7", "plans/b.md:7"]


def test_another_finding_of_the_same_rule_in_the_place_of_an_old_one_is_reported(team: Path) -> None:
    write(team, "plans/a.md", HEAD + TWO)
    ended = check("plans", cwd=team)
    assert errors(ended) == ["plans/a.md:7"]
    assert f"1 listed in {NAME} and no longer found" in ended.stderr
    assert "advancelint baseline prune" in ended.stderr


def test_fifty_lines_above_change_nothing(team: Path) -> None:
    write(team, "plans/a.md", HEAD.replace("stage:", "note: x\nstage:") + "A word on the weather.\n\n" * 25 + ONE)
    ended = check("plans", cwd=team)
    assert errors(ended) == []
    assert ended.stderr == ""


def test_markup_and_wrapping_change_nothing(team: Path) -> None:
    write(team, "plans/a.md", HEAD + "**Objective:** Demonstrate the *scheduling*\nmodule to Vesna.\n")
    assert errors(check("plans", cwd=team)) == []


def test_words_that_moved_below_another_heading_are_the_same_words(team: Path) -> None:
    write(team, "plans/a.md", HEAD.replace("# Call with Vesna Ilic", "# Visit to Vesna Ilic") + ONE)
    assert errors(check("plans", cwd=team)) == []


def test_a_renamed_file_brings_its_entries_along(team: Path) -> None:
    os.rename(team / "plans/a.md", team / "plans/vesna.md")
    ended = check("plans", cwd=team)
    assert errors(ended) == []
    assert ended.stderr == ""
    # As a commit hook sees it: the new file alone.
    assert errors(check("plans/vesna.md", cwd=team)) == []


def test_a_copy_is_new(team: Path) -> None:
    write(team, "plans/copy.md", HEAD + ONE)
    assert errors(check("plans", cwd=team)) == ["plans/copy.md:7"]


def test_a_new_plan_does_not_inherit_what_a_deleted_one_lacked(tmp_path: Path) -> None:
    deal = "---\ntype: deal-plan\nstage: discover\n---\n# {}\n\n## Call with Vesna Ilic, 2026-06-10\n\n" + GOOD
    write(tmp_path, "old.md", deal.format("Brandt Optics"))
    run("baseline", "create", cwd=tmp_path)
    assert "PL104" in [entry["code"] for entry in entries(tmp_path)]
    os.remove(tmp_path / "old.md")
    write(
        tmp_path, "new.md", deal.format("Norwood Mills").replace("Vesna Ilic", "Tomas Berg").replace("06-10", "06-11")
    )
    ended = run("check", "--select", "PL104", "--baseline", NAME, cwd=tmp_path)
    assert "new.md:5:3: PL104 error" in ended.stdout
    write(tmp_path, "archive/old.md", deal.format("Brandt Optics"))
    ended = run("check", "--select", "PL104", "--baseline", NAME, "archive", cwd=tmp_path)
    assert ended.returncode == 0, ended.stdout


def test_of_two_alike_each_has_an_entry(tmp_path: Path) -> None:
    call = "## Call with Vesna Ilic, 2026-06-10\n\n" + ONE + "\n"
    head = "---\ntype: call-plan\nstage: discover\n---\n# Brandt Optics\n\n"
    write(tmp_path, "a.md", head + call + call)
    run("baseline", "create", cwd=tmp_path)
    assert len(listed(tmp_path)) == 2
    assert errors(check(cwd=tmp_path)) == []
    write(tmp_path, "a.md", head + call * 3)
    assert errors(check(cwd=tmp_path)) == ["a.md:17"]
    write(tmp_path, "a.md", head + call)
    ended = check(cwd=tmp_path)
    assert errors(ended) == []
    assert f"1 listed in {NAME}" in ended.stderr
    assert run("baseline", "prune", cwd=tmp_path).returncode == 0
    write(tmp_path, "a.md", head + call * 2)
    assert errors(check(cwd=tmp_path)) == ["a.md:13"]


def test_what_was_mended_and_pruned_is_reported_when_it_comes_back(team: Path) -> None:
    write(team, "plans/a.md", HEAD + GOOD)
    pruned = run("baseline", "prune", "plans/a.md", cwd=team)
    assert pruned.returncode == 0
    assert "taken out" in pruned.stdout
    assert listed(team) == ["plans/b.md"]
    write(team, "plans/a.md", HEAD + ONE)
    assert errors(check("plans", cwd=team)) == ["plans/a.md:7"]


def test_pruning_leaves_the_entries_of_other_files_alone(team: Path) -> None:
    before = (team / NAME).read_text("utf-8")
    write(team, "plans/a.md", HEAD + GOOD)
    run("baseline", "prune", "plans/b.md", cwd=team)
    assert (team / NAME).read_text("utf-8") == before
    os.remove(team / "plans/a.md")
    run("baseline", "prune", "plans/b.md", cwd=team)
    assert (team / NAME).read_text("utf-8") == before
    run("baseline", "prune", "plans", cwd=team)
    assert listed(team) == ["plans/b.md"]


def test_pruning_writes_where_a_renamed_file_is_now(team: Path) -> None:
    os.rename(team / "plans/a.md", team / "plans/vesna.md")
    run("baseline", "prune", "plans", cwd=team)
    assert sorted(map(str, listed(team))) == ["plans/b.md", "plans/vesna.md"]


def test_a_finding_that_got_graver_is_reported_again(team: Path) -> None:
    text = (team / NAME).read_text("utf-8")
    (team / NAME).write_text(text.replace('"severity": "error"', '"severity": "info"'), "utf-8")
    assert errors(check("plans", cwd=team)) == ["plans/a.md:7", "plans/b.md:7"]


def test_what_stood_behind_a_listed_finding_is_listed_too(tmp_path: Path) -> None:
    write(tmp_path, "a.md", HEAD + "**Objective:** Vesna takes a look at the recording.\n")
    run("baseline", "create", cwd=tmp_path)
    behind = [entry["also"] for entry in entries(tmp_path) if "also" in entry]
    assert behind
    ended = run("check", "--select", "SP203", "--baseline", NAME, "--fail-on", "info", cwd=tmp_path)
    assert ended.returncode == 0, ended.stdout
    assert "1 held by the baseline" in ended.stdout


def test_rules_that_take_no_part_make_no_entry_look_gone(team: Path) -> None:
    ended = run("check", "--select", "SP203", "--baseline", NAME, "plans", cwd=team)
    assert "no longer found" not in ended.stderr


def test_a_suppression_comes_before_the_baseline(team: Path) -> None:
    comment = "<!-- advancelint-disable-next-line AD401 reason: a first showing -->\n"
    write(team, "plans/a.md", HEAD + comment + ONE)
    ended = check("plans/a.md", cwd=team)
    assert errors(ended) == []
    assert "1 held by suppressions" in ended.stdout
    assert "1 listed" in ended.stderr
    run("baseline", "create", "--force", "plans", cwd=team)
    assert listed(team) == ["plans/b.md"]


def test_what_is_wrong_with_suppressions_and_unreadable_files_is_never_old(team: Path) -> None:
    write(team, "plans/a.md", HEAD + "<!-- advancelint-disable-next-line AD401 -->\n" + ONE)
    (team / "plans/latin.md").write_bytes(b"# Gr\xf6\xdfe\n")
    made = run("baseline", "create", "--force", "plans", cwd=team)
    assert made.returncode == 0
    assert "plans/latin.md cannot be read" in made.stderr
    assert {str(entry["code"])[:2] for entry in entries(team)} & {"SU", "IN"} == set()
    ended = run("check", "--baseline", NAME, "plans", cwd=team)
    assert "SU703" in ended.stdout
    assert "IN002 error" in ended.stdout
    assert ended.returncode == 1


def test_paths_are_relative_to_the_baseline_wherever_the_command_runs(team: Path) -> None:
    (team / "lint").mkdir()
    run("baseline", "create", "plans", "--output", "lint/old.jsonl", cwd=team)
    text = (team / "lint/old.jsonl").read_text("utf-8")
    assert '"../plans/a.md"' in text
    assert str(team) not in text
    for cwd, file, path in ((team, "lint/old.jsonl", "plans"), (team / "plans", "../lint/old.jsonl", ".")):
        ended = run("check", "--baseline", file, path, cwd=cwd)
        assert ended.returncode == 0, ended.stdout
    plan = HEAD + ONE
    named = run("check", "--baseline", "lint/old.jsonl", "--stdin-filename", "plans/a.md", cwd=team, text=plan)
    assert named.returncode == 0, named.stdout


def test_creating_does_not_replace_without_being_told(team: Path) -> None:
    before = (team / NAME).read_text("utf-8")
    write(team, "plans/a.md", HEAD + TWO)
    refused = run("baseline", "create", "plans", cwd=team)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert (team / NAME).read_text("utf-8") == before
    assert run("baseline", "create", "plans", "--force", cwd=team).returncode == 0
    assert errors(check("plans", cwd=team)) == []


@pytest.mark.parametrize("paths", [["plans", "nowhere.md"], ["README.md"]])
def test_nothing_is_written_for_half_a_run(team: Path, paths: list[str]) -> None:
    write(team, "README.md", "# Recipe\n\nMix flour.\n")
    before = (team / NAME).read_text("utf-8")
    assert run("baseline", "create", "--force", *paths, cwd=team).returncode == 2
    assert (team / NAME).read_text("utf-8") == before


def test_the_file_is_the_same_every_time(team: Path) -> None:
    before = (team / NAME).read_text("utf-8")
    run("baseline", "create", "--force", "plans/b.md", "plans/a.md", cwd=team)
    assert (team / NAME).read_text("utf-8") == before
    assert before.splitlines()[1:] == sorted(before.splitlines()[1:])


def test_status_counts_by_rule_and_file(team: Path) -> None:
    write(team, "plans/a.md", HEAD + TWO)
    ended = run("baseline", "status", "plans", cwd=team)
    assert ended.returncode == 0
    rows = [line.split() for line in ended.stdout.splitlines()]
    assert ["1", "1", "AD401", "plans/a.md"] in rows
    assert ["1", "0", "AD401", "plans/b.md"] in rows
    only = run("baseline", "status", "plans/a.md", cwd=team)
    assert "of other files not looked at" in only.stdout


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "empty"),
        ("hello\n", 1, "no JSON object"),
        ('{"findings": []}\n', 1, "its first line is not"),
        ('{"advancelint-baseline": 2}\n', 1, "version 2"),
        (HEADER + "[1]\n", 2, "no JSON object"),
        (HEADER + "\n" + '{"path": "a.md"}\n', 3, "“severity”"),
        (HEADER + '{"path": "/etc/passwd", "severity": "error"}\n', 2, "relative"),
        (HEADER + '{"path": "a.md", "code": "AD401", "severity": "error", "subject": "", "nth": 0}\n', 2, "“nth”"),
        (HEADER + '{"path": "a.md", "code": 3, "severity": "error", "subject": "", "nth": 1}\n', 2, "“code”"),
        (HEADER + "[" * 100_000 + "\n", 2, "no JSON object"),
        (HEADER + "<<<<<<< HEAD\n=======\n>>>>>>> other\n", 2, "merge conflict"),
    ],
)
def test_a_baseline_that_is_none_is_an_error_with_its_line(team: Path, text: str, line: int, told: str) -> None:
    (team / NAME).write_text(text, "utf-8")
    ended = run("check", "--baseline", NAME, "plans", cwd=team)
    assert ended.returncode == 2
    assert f"{NAME}:{line}:1: " in ended.stderr
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("command", ["status", "prune"])
def test_a_broken_baseline_is_left_as_it_is(team: Path, command: str) -> None:
    (team / NAME).write_text(HEADER + "{\n", "utf-8")
    ended = run("baseline", command, "plans", cwd=team)
    assert ended.returncode == 2
    assert f"{NAME}:2:1: " in ended.stderr
    assert (team / NAME).read_text("utf-8") == HEADER + "{\n"


def test_a_baseline_that_cannot_be_read_is_an_error(team: Path) -> None:
    (team / NAME).write_bytes(HEADER.encode() + b'{"path": "\xff"}\n')
    assert f"{NAME}:2:1: this baseline is no UTF-8" in check(cwd=team).stderr
    with open(team / NAME, "wb") as file:
        file.truncate(17 * 1024 * 1024)
    assert "larger than 16 MiB" in check(cwd=team).stderr
    os.remove(team / NAME)
    assert "there is no such baseline" in check(cwd=team).stderr
    (team / NAME).mkdir()
    assert "no regular file" in check(cwd=team).stderr
    assert check(cwd=team).returncode == 2


def test_writing_does_not_follow_a_link(team: Path) -> None:
    victim = team / "victim.txt"
    victim.write_text("keep me", "utf-8")
    os.remove(team / NAME)
    os.symlink(victim, team / NAME)
    assert run("baseline", "create", "--force", "plans", cwd=team).returncode == 0
    assert victim.read_text("utf-8") == "keep me"
    assert len(listed(team)) == 2


def test_words_that_would_turn_a_line_round_are_escaped_in_the_file(team: Path) -> None:
    write(team, "plans/a.md", HEAD + ONE.replace("module", "mo\u202edule é"))
    run("baseline", "create", "--force", "plans", cwd=team)
    text = (team / NAME).read_text("utf-8")
    assert "\u202e" not in text
    assert "é" in text
    assert errors(check("plans", cwd=team)) == []


def git(*arguments: str, cwd: Path, code: int = 0) -> str:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    clean |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    settings = ["-c", "user.name=Ana Ruiz", "-c", "user.email=ana@example.com", "-c", "commit.gpgsign=false"]
    ended = subprocess.run(
        ["git", *settings, *arguments], cwd=cwd, env=clean,
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ended.returncode == code, ended.stdout + ended.stderr
    return ended.stdout


def branches(team: Path, attributes: str) -> None:
    """Make two branches that each list a finding more, next to each other; stay on the second."""
    write(team, ".gitattributes", attributes)
    git("init", "-q", "-b", "main", cwd=team)
    git("add", ".", cwd=team)
    git("commit", "-qm", "old plans", cwd=team)
    for branch, name in (("one", "c.md"), ("two", "d.md")):
        git("checkout", "-q", "-b", branch, "main", cwd=team)
        write(team, f"plans/{name}", HEAD + ONE.replace("scheduling", name))
        run("baseline", "create", "--force", "plans", cwd=team)
        git("add", ".", cwd=team)
        git("commit", "-qm", branch, cwd=team)


def test_two_branches_merge_by_union(team: Path) -> None:
    branches(team, f"{NAME} merge=union\n")
    git("merge", "-q", "-m", "both", "one", cwd=team)
    assert errors(check("plans", cwd=team)) == []
    assert sorted(map(str, listed(team))) == [f"plans/{letter}.md" for letter in "abcd"]
    run("baseline", "prune", "plans", cwd=team)
    assert errors(check("plans", cwd=team)) == []


def test_without_union_a_conflict_is_told_and_keeping_both_sides_mends_it(team: Path) -> None:
    branches(team, "")
    git("merge", "-q", "-m", "both", "one", cwd=team, code=1)
    ended = check("plans", cwd=team)
    assert ended.returncode == 2
    assert "merge conflict" in ended.stderr
    lines = (team / NAME).read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(("<<<<<<<", "=======", ">>>>>>>"))]
    (team / NAME).write_text("".join(kept), "utf-8")
    assert errors(check("plans", cwd=team)) == []
