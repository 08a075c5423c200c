"""``advancelint config``: each setting with its origin, checks of config files, the schema."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from command import ROOT, Ended
from command import run as run_command

import advancelint

SCHEMA = os.path.join(os.path.dirname(advancelint.__file__), "schemas", "config.schema.json")


def run(folder: Path, *arguments: str) -> Ended:
    return run_command("config", *arguments, cwd=folder)


def origins(ended: subprocess.CompletedProcess[str]) -> dict[str, str]:
    assert ended.returncode == 0, ended.stderr
    return {".".join(one["key"]): one["origin"] for one in json.loads(ended.stdout)["origins"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "team" / "calls").mkdir(parents=True)
    (tmp_path / "sales.toml").write_text("# Norwood\nour-people = ['Ana Ruiz']\n\nprofile = 'pharma'\n", "utf-8")
    (tmp_path / "team" / "advancelint.toml").write_text(
        "extends = '../sales.toml'\nour-company = 'Thermovane'\nexclude = ['*.draft.md']\n[kinds]\n"
        "prep = ['calls/']\n[severity]\nAD401 = 'warning'\n"
        "[[overrides]]\nfiles = ['calls/']\nseverity.AD401 = 'info'\n",
        "utf-8",
    )
    return tmp_path


def test_every_setting_has_its_origin(folder: Path) -> None:
    found = origins(run(folder, "show", "team/calls/a.md", "--format", "json", "--as-of", "2026-06-01"))
    assert found == {
        **dict.fromkeys(
            ("required-version", "extend-our-people", "client-people", "extend-client-people", "date-order",
             "stale-days", "labels", "stages", "select", "extend-select", "ignore", "extend-ignore", "per-file-ignores",
             "fail-on", "extend-exclude", "respect-gitignore", "baseline", "rule-paths", "extend-rule-paths", "packs",
             "extend-packs", "options"), "default",
        ),
        "our-company": "team/advancelint.toml:2",
        "our-people": "extends sales.toml:2",
        "profile": "extends sales.toml:4",
        "exclude": "team/advancelint.toml:3",
        "kinds.prep": "team/advancelint.toml:5",
        "severity.AD401": "overrides[1] in team/advancelint.toml:10",
        "as-of": "--as-of",
    }  # fmt: skip
    found = origins(run(folder, "show", "team/b.md", "--format", "json", "--profile", "consulting"))
    assert (found["severity.AD401"], found["profile"]) == ("team/advancelint.toml:7", "--profile")


def test_the_words_for_people_say_the_same(folder: Path) -> None:
    ended = run(folder, "show", "team/calls/a.draft.md", "--as-of", "2026-06-01")
    lines = [" ".join(line.split()) for line in ended.stdout.splitlines()]
    assert lines[:3] == [
        "team/calls/a.draft.md: team/advancelint.toml, which extends sales.toml",
        "not judged: excluded by team/advancelint.toml:3",
        "as of 2026-06-01",
    ]
    assert 'severity.AD401 overrides[1] in team/advancelint.toml:10 "info"' in lines
    assert 'our-people extends sales.toml:2 ["Ana Ruiz"]' in lines
    assert 'fail-on default "error"' in lines
    assert "baseline default (not set)" in lines


def test_without_a_file_the_overrides_are_listed_and_not_applied(folder: Path) -> None:
    ended = run(folder / "team", "show", "--format", "json")
    document = json.loads(ended.stdout)
    assert document["values"]["severity"] == {"AD401": "warning"}
    assert document["values"]["overrides"] == [{"files": ["calls/"], "severity": {"AD401": "info"}}]
    assert "overrides[1]" in run(folder / "team", "show").stdout
    assert run(folder, "show").stdout.startswith("this folder: no config file\n")


def test_what_a_config_says_cannot_command_a_terminal(folder: Path) -> None:
    (folder / "advancelint.toml").write_text('our-company = "T\\u001b[2J\\u202e"\n', "utf-8")
    ended = run(folder, "show")
    assert "Thermovane" not in ended.stdout
    assert not {"\x1b", "\u202e"} & set(ended.stdout)
    (folder / "advancelint.toml").write_text('profile = "\\u001b[2J"\n"\\u202e" = 1\n', "utf-8")
    ended = run(folder, "check")
    assert ended.returncode == 2
    assert not {"\x1b", "\u202e"} & set(ended.stdout + ended.stderr)


def test_config_check_tells_right_from_wrong(folder: Path) -> None:
    ended = run(folder, "check", "team/advancelint.toml", "sales.toml")
    assert (ended.returncode, ended.stdout) == (0, "team/advancelint.toml: correct\nsales.toml: correct\n")
    assert run(folder / "team" / "calls", "check").stdout == "../advancelint.toml: correct\n"
    (folder / "sales.toml").write_text("profil = 'x'\n", "utf-8")
    (folder / "other.toml").write_text("our-people = 'Ana'\nignore = ['AD4O1']\n", "utf-8")
    (folder / "pyproject.toml").write_text("[project]\n", "utf-8")
    ended = run(folder, "check", "team/advancelint.toml", "other.toml", "pyproject.toml", "nowhere.toml")
    assert ended.returncode == 2
    assert ended.stdout == "pyproject.toml: no table [tool.advancelint], nothing to check\n"
    told = [line.split(": ")[0] for line in ended.stderr.splitlines() if not line.startswith("  ")]
    assert told == ["sales.toml:1:1", "other.toml:1:1", "nowhere.toml"]
    (folder / "pyproject.toml").unlink()
    ended = run(folder, "check")
    assert (ended.returncode, "no config file was found" in ended.stderr) == (2, True)


def test_config_schema_prints_the_published_schema(folder: Path) -> None:
    with open(SCHEMA, encoding="utf-8") as file:
        assert run(folder, "schema").stdout == file.read()


@pytest.mark.parametrize("command", [[], ["show"], ["check"], ["schema"]])
def test_every_help_ends_with_an_example(folder: Path, command: list[str]) -> None:
    ended = run(folder, *command, "--help")
    assert ended.stdout.rstrip().splitlines()[-1].strip().startswith("Example: advancelint config")


def test_cards_and_baselines_are_checked_as_what_they_are(tmp_path: Path) -> None:
    with open(os.path.join(ROOT, "rules", "AD401-seller-activity.yaml"), encoding="utf-8") as file:
        card = file.read()
    good = tmp_path / "AD401-seller-activity.yaml"
    good.write_text(card, "utf-8")
    misspelt = tmp_path / "bad" / good.name
    misspelt.parent.mkdir()
    misspelt.write_text(card.replace("client_action: none", "client_act: none"), "utf-8")
    listed = tmp_path / "old.jsonl"
    listed.write_text('{"advancelint-baseline": 1}\n', "utf-8")
    broken = tmp_path / "broken.jsonl"
    broken.write_text("<<<<<<< ours\n", "utf-8")
    told = run(tmp_path, "check", *map(str, (good, listed)))
    assert (told.returncode, told.stdout.count(": correct")) == (0, 2)
    told = run(tmp_path, "check", *map(str, (good, misspelt, listed, broken)))
    assert (told.returncode, told.stdout.count(": correct")) == (2, 2)
    assert "Did you mean “client_action”?" in told.stderr
    assert f"{broken}:1:1: " in told.stderr


def test_two_cards_with_one_code_are_told(tmp_path: Path) -> None:
    with open(os.path.join(ROOT, "rules", "AD401-seller-activity.yaml"), encoding="utf-8") as file:
        card = file.read()
    paths = [tmp_path / folder / "AD401-seller-activity.yaml" for folder in "ab"]
    for path in paths:
        path.parent.mkdir()
        path.write_text(card, "utf-8")
    told = run(tmp_path, "check", *map(str, paths))
    assert told.returncode == 2
    assert "is already taken by" in told.stderr
