"""What a repository's config names lies in that repository: nothing else is read by its word, and nothing written."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from pathlib import Path

import pytest
from command import DAY
from hostile_repository import PLAN, ask
from packs import card
from repository import new_repository, write

JUDGE = ("check", "--as-of", DAY)
SECRET = "hunter2"  # what lies outside, and is in no message
AWAY = {
    "extends": 'extends = "{}/away.toml"\n',
    "a list of extends": 'extends = ["near.toml", "{}/away.toml"]\n',
    "baseline": 'baseline = "{}/away.jsonl"\n',
    "a new baseline": 'baseline = "{}/new.jsonl"\n',
    "rule-paths": 'rule-paths = ["{}"]\n',
    "a card": 'rule-paths = ["{}/ABC101-x.yaml"]\n',
    "extend-rule-paths": 'extend-rule-paths = ["{}"]\n',
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_repository(tmp_path / "work")
    write(tmp_path, "work/plans/deal.md", PLAN.format(month="08"))
    write(tmp_path, "work/near.toml", 'our-company = "Thermovane"\n')
    write(tmp_path, "away/away.toml", f'{SECRET} = "{SECRET}"\n')
    write(tmp_path, "away/away.jsonl", f"{SECRET}\n")
    write(tmp_path, "away/ABC101-x.yaml", f"{SECRET}: {SECRET}\n")
    return tmp_path / "work"


def seen(folder: Path) -> dict[str, str]:
    return {
        str(path): path.read_text("utf-8") for path in sorted((folder.parent / "away").rglob("*")) if path.is_file()
    }


@pytest.mark.parametrize("how", ["..", "absolute", "link", "link to a folder"])
@pytest.mark.parametrize("key", AWAY)
def test_a_path_that_leads_out_is_refused_and_not_read(folder: Path, key: str, how: str) -> None:
    away, text = folder.parent / "away", AWAY[key]
    place = {"..": "../away", "absolute": str(away)}.get(how, "door")
    if how == "link to a folder":
        os.symlink(away, folder / "door")
    elif how == "link":
        (folder / "door").mkdir()
        for path in away.iterdir():
            os.symlink(path, folder / "door" / path.name)
        if key in ("a new baseline", "rule-paths", "extend-rule-paths"):
            pytest.skip("there is no such link: a folder of links is tried below")
    write(folder, "advancelint.toml", text.format(place))
    before = seen(folder)
    for words in (
        JUDGE,
        ("config", "check"),
        ("baseline", "create", "--force"),
        ("rules",),
        ("suggest", "plans/deal.md"),
    ):
        ended = ask(folder, *words)
        assert SECRET not in ended.stdout + ended.stderr
        assert ended.returncode == 2
        assert "leads out of this repository" in ended.stderr
        assert "\n  Keep it inside. Or name the config with --config" in ended.stderr
    assert seen(folder) == before
    assert ask(folder, *JUDGE, "--isolated").returncode == 1


def test_a_link_among_the_cards_of_a_folder_is_refused_too(folder: Path) -> None:
    os.makedirs(folder / "team")
    os.symlink(folder.parent / "away" / "ABC101-x.yaml", folder / "team" / "ABC101-x.yaml")
    write(folder, "advancelint.toml", 'rule-paths = ["team"]\n')
    for words in (JUDGE, (*JUDGE, "--isolated", "--rules", "team"), ("rule", "test", "team")):
        ended = ask(folder, *words)
        assert ended.returncode == 2
        assert "team/ABC101-x.yaml: is a link out of this tree, and was not read" in ended.stderr
        assert SECRET not in ended.stdout + ended.stderr


@pytest.mark.parametrize("name", ["advancelint.toml", ".advancelint.toml", "pyproject.toml"])
def test_a_config_that_is_a_link_out_is_refused_and_not_taken_for_none(folder: Path, name: str) -> None:
    os.symlink(folder.parent / "away" / "away.toml", folder / name)
    ended = ask(folder, *JUDGE)
    assert ended.returncode == 2
    assert f"{name}: this config is a link out of this repository, and was not read" in ended.stderr
    assert SECRET not in ended.stderr
    named = ask(folder, *JUDGE, "--config", name)
    assert (named.returncode, SECRET in named.stderr) == (2, name != "pyproject.toml"), "whoever names it means it"


def test_into_what_git_keeps_to_itself_nothing_leads_either(folder: Path) -> None:
    write(folder, "advancelint.toml", 'baseline = ".git/hooks/pre-commit"\n')
    assert ask(folder, "baseline", "create").returncode == 2
    assert not (folder / ".git/hooks/pre-commit").exists()


def test_inside_of_the_repository_a_config_may_lead_anywhere(folder: Path) -> None:
    write(
        folder,
        "policy/all.toml",
        'extends = "../near.toml"\nbaseline = "../plans/old.jsonl"\nrule-paths = ["../team"]\n',
    )
    write(folder, "team/ABC101-x.yaml", card("ABC101", "x"))
    write(folder, "sales/advancelint.toml", 'extends = "../policy/all.toml"\nrule-paths = ["../team"]\n')
    write(folder, "sales/deal.md", PLAN.format(month="08"))
    assert ask(folder, "baseline", "create", "sales").returncode == 0
    assert (folder / "plans" / "old.jsonl").exists()
    assert ask(folder, "config", "check", "sales/advancelint.toml").returncode == 0


def test_outside_of_a_repository_a_config_leads_as_far_as_configs_are_looked_for(folder: Path) -> None:
    (folder / ".git").rename(folder / "no-git")
    write(folder, "near.toml", "")
    write(folder, "plans/advancelint.toml", 'extends = "../near.toml"\n')
    assert ask(folder, *JUDGE, "plans").returncode == 1
    write(folder, "plans/advancelint.toml", 'extends = "/etc/near.toml"\n')
    assert "leads out of the folder" in ask(folder, *JUDGE, "plans").stderr


def test_whoever_names_a_config_answers_for_where_it_leads(folder: Path) -> None:
    write(folder.parent, "away/away.toml", 'fail-on = "never"\n')
    write(folder, "mine.toml", 'extends = "../away/away.toml"\n')
    assert ask(folder, *JUDGE, "--config", "mine.toml").returncode == 0


@pytest.mark.parametrize("words", [("check", "--output", "{}"), ("baseline", "create", "--output", "{}")])
@pytest.mark.parametrize("how", ["link", "folder"])
def test_no_output_goes_through_a_link_of_the_repository(folder: Path, words: tuple[str, ...], how: str) -> None:
    write(folder.parent, "away/profile", "mine")
    os.symlink(folder.parent / "away", folder / "reports")
    os.symlink(folder.parent / "away" / "profile", folder / "report.txt")
    name = "report.txt" if how == "link" else "reports/new"
    before = seen(folder)
    ended = ask(folder, *(word.format(name) for word in words))
    assert seen(folder) == before
    assert ended.returncode == 2
    assert "the file" in ended.stderr or "link that leads away" in ended.stderr or "is there already" in ended.stderr


def test_isolated_nothing_of_the_repository_says_which_files_are_judged(folder: Path) -> None:
    write(folder, "advancelint.toml", 'exclude = ["plans"]\npacks = ["none"]\nbaseline = "none.jsonl"\n')
    write(folder, ".gitignore", "plans/\n")
    ended = ask(folder, *JUDGE, "--isolated")
    assert ended.returncode == 1
    assert "plans/deal.md" in ended.stdout


@pytest.mark.parametrize("file", ["advancelint.toml", ".gitignore"])
@pytest.mark.parametrize(
    "pattern",
    ["*a*a*a*a*a*a*a*a*a*a*a*[b]", "*a*a*a*a*a*a*a*a*a*a*b/x.md", f"{'**/d/' * 12}**/e/x.md", f"{'**/*a*/' * 9}[b].md"],
)
def test_no_pattern_holds_a_run_up(folder: Path, file: str, pattern: str) -> None:
    for place in ("a" * 200, "/".join("d" * 60), "/".join(["a" * 30] * 20)):
        write(folder, f"{place}/x.md", PLAN.format(month="08"))
    write(folder, file, pattern if file == ".gitignore" else f'exclude = ["{pattern}"]\n')
    began = time.process_time()
    assert ask(folder, "check", "--select", "IN,AD").returncode in (0, 1)
    assert time.process_time() - began < 20, "seconds of computing"


def test_a_number_too_long_for_python_is_a_mistake_of_the_config(folder: Path) -> None:
    write(folder, "advancelint.toml", f"as-of = {'9' * 5000}\n")
    ended = ask(folder, *JUDGE)
    assert ended.returncode == 2
    assert ended.stderr.startswith("advancelint.toml: a number in this TOML is too long")


@pytest.mark.parametrize("kind", ["pipe", "device", "socket"])
@pytest.mark.parametrize(
    "name", ["advancelint.toml", "pyproject.toml", ".gitignore", "base.jsonl", "near.toml", "team/ABC101-x.yaml"]
)
def test_no_special_file_is_waited_for(folder: Path, name: str, kind: str) -> None:
    if name not in ("advancelint.toml", "pyproject.toml", ".gitignore"):
        lines = 'baseline = "base.jsonl"\nextends = "near.toml"\nrule-paths = ["team"]\n'
        write(folder, "advancelint.toml", lines)
        write(folder, "base.jsonl", '{"advancelint-baseline": 1}\n')
        write(folder, "team/ABC101-x.yaml", card("ABC101", "x"))
        (folder / name).unlink()
    if kind == "pipe":
        os.mkfifo(folder / name)
    elif kind == "device":
        os.symlink("/dev/zero", folder / name)
    else:
        with contextlib.chdir((folder / name).parent), socket.socket(socket.AF_UNIX) as listening:
            listening.bind(os.path.basename(name))
    ended = ask(folder, *JUDGE)
    assert ended.returncode in (1, 2)
    assert "internal failure" not in ended.stderr
