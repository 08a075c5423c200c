"""Suppressions as a shell sees them: `check`, `--no-suppressions`, and the list of all."""

import json
import os
import subprocess
from pathlib import Path

import jsonschema
import pytest
from command import ROOT, run

HEAD = "---\ntype: call-plan\nstage: discover\n---\n# Call with Vesna Ilic, 2026-06-10\n\n"
OWN = "**Objective:** Demonstrate the scheduling module to Vesna.\n"
GOOD = "**Objective:** Vesna sends the April return figures by 12 June.\n"
NEXT = "<!-- advancelint-disable-next-line AD401 reason: a first showing until: 2026-09-01 owner: Ana Ruiz -->\n"


def check(*arguments: str, cwd: Path, day: str = "2026-06-01", text: str = "") -> subprocess.CompletedProcess[str]:
    return run("check", "--as-of", day, *arguments, cwd=cwd, text=text)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    (tmp_path / "held.md").write_text(HEAD + NEXT + OWN, "utf-8")
    (tmp_path / "unused.md").write_text(HEAD + NEXT + GOOD, "utf-8")
    (tmp_path / "broken.md").write_text(HEAD + "<!-- advancelint-disable-next-line AD401 -->\n" + OWN, "utf-8")
    return tmp_path


def test_a_suppression_with_a_reason_lets_the_plan_pass_and_is_counted(plans: Path) -> None:
    ended = check("held.md", cwd=plans)
    assert ended.returncode == 0, ended.stdout
    assert "AD401" not in ended.stdout.replace("disable-next-line AD401", "")
    assert "1 held by suppressions" in ended.stdout


def test_without_suppressions_everything_is_reported_and_nothing_is_said_of_them(plans: Path) -> None:
    ended = check("--no-suppressions", ".", cwd=plans)
    assert ended.returncode == 1
    assert "held.md:8:16: AD401 error" in ended.stdout
    assert "SU7" not in ended.stdout
    assert "held by" not in ended.stdout


def test_a_suppression_without_a_reason_does_not_let_the_plan_pass(plans: Path) -> None:
    ended = check("broken.md", cwd=plans)
    assert ended.returncode == 1
    assert "broken.md:8:16: AD401 error" in ended.stdout
    assert "broken.md:7:1: SU703 warning" in ended.stdout
    assert "no reason" in ended.stdout


def test_the_line_is_shown_as_it_is_written(plans: Path) -> None:
    line = OWN.rstrip() + " <!-- advancelint-disable-line SP203 reason: no day yet -->"
    (plans / "inline.md").write_text(HEAD + line + "\n", "utf-8")
    assert f"7 | {line[:90]}" in check("inline.md", cwd=plans).stdout


def test_an_unused_suppression_is_a_warning(plans: Path) -> None:
    assert "unused.md:7:1: SU701 warning" in check("unused.md", cwd=plans).stdout
    assert check("unused.md", cwd=plans).returncode == 0
    assert check("unused.md", "--fail-on", "warning", "--select", "AD401,SU", cwd=plans).returncode == 1
    assert check("unused.md", "--fail-on", "warning", "--select", "AD401", cwd=plans).returncode == 0
    assert "SU701" not in check("unused.md", "--select", "SP203,SU701", cwd=plans).stdout
    assert "SU701" not in check("unused.md", "--ignore", "SU", cwd=plans).stdout


def test_a_suppression_ends_after_its_last_day(plans: Path) -> None:
    text = (HEAD + NEXT + OWN).replace("2026-06-10", "2026-09-10")
    (plans / "held.md").write_text(text, "utf-8")
    assert check("held.md", cwd=plans, day="2026-09-01").returncode == 0
    ended = check("held.md", cwd=plans, day="2026-09-02")
    assert ended.returncode == 1
    assert "SU704 warning: this suppression holds no longer: it ended on 2026-09-01" in ended.stdout


def test_standard_input_has_suppressions_too(plans: Path) -> None:
    ended = check("--stdin-filename", "plan.md", cwd=plans, text=HEAD + NEXT + OWN)
    assert ended.returncode == 0, ended.stdout


def test_the_list_of_all_says_what_each_does(plans: Path) -> None:
    (plans / "prose.md").write_text(f"# Recipe\n\n{NEXT}Mix flour.\n", "utf-8")
    ended = run("suppressions", "--as-of", "2026-06-01", cwd=plans)
    assert ended.returncode == 0, ended.stderr
    table = [line.split() for line in ended.stdout.splitlines()]
    assert [row[:3] for row in table if row and ":" in row[0]] == [
        ["broken.md:7", "malformed", "AD401"], ["held.md:7", "in-use", "AD401"], ["unused.md:7", "unused", "AD401"],
    ]  # fmt: skip
    assert "2026-09-01  Ana Ruiz  a first showing" in ended.stdout
    later = run("suppressions", "--as-of", "2026-10-01", "held.md", cwd=plans)
    assert "held.md:7  expired" in later.stdout


def test_the_list_as_json_follows_its_schema(plans: Path) -> None:
    ended = run("suppressions", "--as-of", "2026-06-01", "--format", "json", ".", cwd=plans)
    with open(os.path.join(ROOT, "src/advancelint/schemas/suppressions.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    document = json.loads(ended.stdout)
    jsonschema.validate(document, schema)
    states = {entry["path"]: (entry["state"], entry["reason"], entry["owner"]) for entry in document["suppressions"]}
    assert states["held.md"] == ("in-use", "a first showing", "Ana Ruiz")
    assert states["broken.md"][0] == "malformed"


def test_the_list_ends_with_2_only_for_what_cannot_be_read(plans: Path) -> None:
    (plans / "latin.md").write_bytes(b"# Gr\xf6\xdfe\n")
    ended = run("suppressions", "--as-of", "2026-06-01", ".", cwd=plans)
    assert ended.returncode == 2
    assert "latin.md: this file cannot be read" in ended.stderr
    assert "held.md:7" in ended.stdout
    assert run("suppressions", "nowhere.md", cwd=plans).returncode == 2
    (plans / "none").mkdir()
    none = run("suppressions", "none", cwd=plans)
    assert (none.returncode, none.stdout.splitlines()[0]) == (0, "0 suppressions")


def test_the_words_of_a_suppression_cannot_move_the_cursor(plans: Path) -> None:
    (plans / "held.md").write_text(HEAD + NEXT.replace("a first", "a \x1b[31m\u202efirst") + OWN, "utf-8")
    for command in ("suppressions", "check"):
        ended = run(command, "--as-of", "2026-06-01", ".", cwd=plans)
        assert "\x1b" not in ended.stdout
        assert "\u202e" not in ended.stdout


def test_inspect_and_suggest_do_not_read_suppressions(plans: Path) -> None:
    noisy = NEXT.replace("a first showing", "stage: close. Zora Quint signed the contract on 2026-05-05")
    (plans / "noisy.md").write_text(HEAD + OWN.rstrip() + " " + noisy, "utf-8")
    (plans / "quiet.md").write_text(HEAD + OWN, "utf-8")
    for command in ("inspect", "suggest"):
        said = [run(command, "--as-of", "2026-06-01", name, cwd=plans).stdout for name in ("noisy.md", "quiet.md")]
        assert said[0].replace("noisy.md", "quiet.md") == said[1]
        assert said[1]
