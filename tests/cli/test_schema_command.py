"""``advancelint schema``: the list of the published schemas, and each of them."""

import json
import os

import pytest
from command import ROOT
from command import run as run_command

FOLDER = os.path.join(ROOT, "src", "advancelint", "schemas")
NAMES = sorted(name.removesuffix(".schema.json") for name in os.listdir(FOLDER))


def test_without_a_name_each_schema_has_a_line() -> None:
    ended = run_command("schema", cwd=ROOT)
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert [line.split()[0] for line in lines] == NAMES
    assert {"card", "config", "diagnostics", "front-matter", "plan", "sentence", "suggest", "suppressions"} <= {*NAMES}
    assert all(len(line.split()) > 1 for line in lines)
    assert "a rule card" in lines[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_printed_as_it_is_published(name: str) -> None:
    ended = run_command("schema", name, cwd=ROOT)
    assert ended.returncode == 0, ended.stderr
    with open(os.path.join(FOLDER, f"{name}.schema.json"), encoding="utf-8") as file:
        assert ended.stdout == file.read()
    assert json.loads(ended.stdout)["$id"].endswith(f"/{name}.schema.json")


def test_config_schema_prints_the_same() -> None:
    assert run_command("config", "schema", cwd=ROOT).stdout == run_command("schema", "config", cwd=ROOT).stdout


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("cards", "Did you mean “card”?"),
        ("front_matter", "Did you mean “front-matter”?"),
        ("xyzzy", f"Known are: {', '.join(NAMES)}."),
        ("../../plan", "there is no schema"),
        ("\x1b[2J", "there is no schema"),
    ],
)
def test_an_unknown_name_is_wrong_usage(name: str, says: str) -> None:
    ended = run_command("schema", name, cwd=ROOT)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert says in ended.stderr
    assert "\x1b" not in ended.stderr


def test_help_ends_with_an_example() -> None:
    ended = run_command("schema", "--help", cwd=ROOT)
    assert ended.stdout.rstrip().endswith("Example: advancelint schema card > .advancelint/card.schema.json")
