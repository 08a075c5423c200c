"""``advancelint rule new``: a card that works as it stands, a code that is free, and nothing overwritten."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from command import START, Ended, environment
from command import run as run_command

from advancelint.cli import rule, rule_new
from advancelint.cli.app import app
from advancelint.cli.rule_codes import own_prefixes
from advancelint.diagnostic import SEVERITIES
from advancelint.scaffold.starters import CONDITIONS, KINDS

CHECKS = "--allow-checks"


def run(folder: Path, *arguments: str) -> Ended:
    return run_command("rule", *arguments, cwd=folder)


def cards(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_every_new_card_passes_its_own_test_and_all_of_it_is_exercised(tmp_path: Path) -> None:
    for number, (kind, condition) in enumerate(product(KINDS, CONDITIONS)):
        words = ["--code", f"ACME{101 + number}", "--kind", kind, "--condition", condition]
        with contextlib.chdir(tmp_path):
            made = CliRunner().invoke(app, ["rule", "new", *words, "--name", f"{kind}-{condition}".replace("_", "-")])
        assert made.exit_code == 0, made.output
    count = len(KINDS) * len(CONDITIONS)
    tested = run(tmp_path, "test", CHECKS, "team-rules")
    assert (tested.returncode, tested.stderr) == (0, ""), tested.stdout
    assert tested.stdout == f"{count} rules, {4 * count} examples, all as the cards say\n"
    measured = run(tmp_path, "coverage", CHECKS, "--fail-under", "100", "team-rules")
    assert measured.returncode == 0, measured.stdout + measured.stderr


def test_what_a_card_is_to_say_can_be_given(tmp_path: Path) -> None:
    words = ("--code", "acme204", "--name", "No best price", "--summary", "It says: “#1”", "--severity", "error")
    assert run(tmp_path, "new", *words, "--folder", "ours").returncode == 0
    assert cards(tmp_path / "ours") == ["ACME204-no-best-price.yaml"]
    explained = run_command("explain", "acme204", "--rules", "ours", cwd=tmp_path).stdout
    assert explained.startswith("ACME204 no-best-price (error, acme)\n\nIt says: “#1”\n")


def test_the_next_code_is_behind_the_last_one_of_the_folder(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        run(tmp_path, "new", "--prefix", "ACME", "--name", name)
    (tmp_path / "team-rules" / "ACME102-two.yaml").unlink()
    assert run(tmp_path, "new", "--name", "four").returncode == 0
    assert cards(tmp_path / "team-rules") == ["ACME101-one.yaml", "ACME103-three.yaml", "ACME104-four.yaml"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--code", "ACME101"), "The next one that is free is ACME102."),
        (("--code", "AD450"), "The next one of yours that is free is ACME102."),
        (("--prefix", "su"), "codes that begin with SU are advancelint's own"),
        (("--code", "ACME1"), "two to eight capital letters and three digits"),
        (("--prefix", "A-B"), "a code begins with two to eight letters"),
        (("--prefix", "ACME", "--code", "OTHER101"), "say different things"),
        (("--name", "one"), "the name “one” is taken by team-rules/ACME101-one.yaml"),
        (("--name", "seller-activity"), "is taken by our own AD401"),
        (("--name", "../up"), "is no name of a rule"),
        (("--name", "x", "--summary", "a\x1b[2Jb"), "cannot be shown"),
        (("--kind", "document"), "'document' is not one of"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    run(tmp_path, "new", "--prefix", "ACME", "--name", "one")
    ended = run(tmp_path, "new", *words)
    assert ended.returncode == 2
    assert says in ended.stderr
    assert "\x1b" not in ended.stderr
    assert cards(tmp_path / "team-rules") == ["ACME101-one.yaml"]


def test_without_a_terminal_and_without_letters_nothing_is_guessed(tmp_path: Path) -> None:
    ended = run(tmp_path, "new")
    assert ended.returncode == 2
    assert "--prefix ACME" in ended.stderr
    assert cards(tmp_path) == []


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "team-rules").mkdir()
    there = tmp_path / "team-rules" / "acme101_long_objective.py"
    there.write_text("mine", "utf-8")
    ended = run(tmp_path, "new", "--code", "ACME101", "--condition", "check")
    assert ended.returncode == 2
    assert "is there already" in ended.stderr
    assert there.read_text("utf-8") == "mine"
    assert cards(tmp_path / "team-rules") == ["acme101_long_objective.py"]


def test_a_link_in_the_repository_leads_no_card_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "team-rules").symlink_to(tmp_path / "outside")
    ended = run(tmp_path / "here", "new", "--prefix", "ACME")
    assert ended.returncode == 2
    assert "behind a link" in ended.stderr
    assert cards(tmp_path / "outside") == []


def test_an_editor_is_led_to_the_schema_of_cards(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "north").mkdir()
    run(tmp_path / "north", "new", "--prefix", "ACME", "--name", "one")
    card = tmp_path / "north" / "team-rules" / "ACME101-one.yaml"
    leads = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", card.read_text("utf-8").splitlines()[0])
    assert leads is not None
    schema = (card.parent / leads[1]).resolve()
    assert schema.is_relative_to(tmp_path)
    jsonschema.validate(
        yaml.safe_load(card.read_text("utf-8").replace("\non:", '\n"on":')), json.loads(schema.read_text("utf-8"))
    )
    schema.write_text("ours", "utf-8")
    assert run(tmp_path / "north", "new", "--name", "two").returncode == 0
    assert schema.read_text("utf-8") == "ours"


def test_a_card_can_be_looked_at_before_it_is_written(tmp_path: Path) -> None:
    shown = run(tmp_path, "new", "--prefix", "ACME", "--dry-run")
    assert shown.returncode == 0
    assert "\ncode: ACME101 " in shown.stdout
    assert "$schema" not in shown.stdout
    assert cards(tmp_path) == []


def test_it_says_which_line_the_config_needs_until_it_is_there(tmp_path: Path) -> None:
    first = run(tmp_path, "new", "--prefix", "ACME", "--name", "one")
    line = 'rule-paths = ["team-rules"]'
    assert first.stdout.endswith(f"advancelint.toml needs, above the first [table], the line\n  {line}\n")
    (tmp_path / "advancelint.toml").write_text(line, "utf-8")
    second = run(tmp_path, "new", "--name", "two")
    assert "the line\n" not in second.stdout
    assert run(tmp_path, "test").stdout == "2 rules, 8 examples, all as the cards say\n"
    rules = run_command("rules", cwd=tmp_path).stdout
    assert "ACME101" in rules


def test_the_line_is_told_from_the_folder_of_the_config_with_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.advancelint]\nrule-paths = ["all"]\n', "utf-8")
    (tmp_path / "north").mkdir()
    ended = run(tmp_path / "north", "new", "--prefix", "ACME", "--folder", "mine")
    assert ended.stdout.endswith(
        '../pyproject.toml needs, right below [tool.advancelint], the line\n  rule-paths = ["all", "north/mine"]\n'
    )
    placed = run(tmp_path / "north", "new", "--prefix", "ACME", "--name", "other")
    assert (tmp_path / "all" / "ACME101-other.yaml").is_file(), placed.stderr


def test_at_a_terminal_it_asks_for_what_is_missing(tmp_path: Path) -> None:
    mine, its = pty.openpty()
    command = [sys.executable, "-c", START, "rule", "new", "--severity", "info"]
    answers = b"call\nwhen\nno-plan-b\n\nACME\n"
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stdin=its, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        os.write(mine, answers)
        told, asked = process.communicate(timeout=60)
    os.close(mine)
    os.close(its)
    assert process.returncode == 0, asked
    assert b"What does the rule look at" in asked
    assert b"How bad is it" not in asked
    assert cards(tmp_path / "team-rules") == ["ACME101-no-plan-b.yaml"], told
    assert run(tmp_path, "test", "team-rules").returncode == 0


def test_the_words_of_the_options_are_those_of_the_starters() -> None:
    choices = {one.name: getattr(one.type, "choices", ()) for one in rule.new.params}
    assert tuple(choices["kind"]) == KINDS
    assert tuple(choices["condition"]) == CONDITIONS
    assert tuple(choices["severity"]) == SEVERITIES == rule_new.SEVERITIES
    assert "AD" in own_prefixes()
