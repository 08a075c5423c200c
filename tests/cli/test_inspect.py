"""``inspect``: a plan as it was understood, as text and in the published shape."""

import glob
import json
import os

import jsonschema
import pytest
from command import ROOT, Ended
from command import run as run_command

from advancelint.markdown import parse
from advancelint.plan import Known, understand
from advancelint.plan.published import published
from advancelint.source import Source

PLANS = sorted(glob.glob(os.path.join(ROOT, "tests", "plans", "*.md"))) + sorted(
    glob.glob(os.path.join(ROOT, "examples", "plans", "*", "*.md"))
)


def run(*arguments: str, text: str = "") -> Ended:
    return run_command("inspect", *arguments, cwd=ROOT, text=text)


def schema() -> dict[str, object]:
    with open(os.path.join(ROOT, "src", "advancelint", "schemas", "plan.schema.json"), encoding="utf-8") as file:
        loaded: dict[str, object] = json.load(file)
    return loaded


def document_of(text: str, path: str = "plan.md") -> dict[str, object]:
    source = Source.of(path, text)
    return published(understand(source, parse(source), Known(as_of="2026-06-01")), source)


@pytest.mark.parametrize("path", PLANS, ids=os.path.basename)
def test_every_plan_has_the_published_shape_and_its_texts_stand_in_their_lines(path: str) -> None:
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    document = document_of(text, path)
    jsonschema.Draft202012Validator(schema()).validate(document)
    lines = text.split("\n")
    parts = [document["account"], document["sales_objective"], document["client_win"], document["close_date"]]
    for name in ("objectives", "next_steps", "outcomes"):
        found = document[name]
        assert isinstance(found, list)
        parts += found
    for part in parts:
        if isinstance(part, dict):
            assert part["text"]
            assert lines[part["line"] - 1][part["column"] - 1 :].startswith(part["text"])


def test_the_json_of_the_command_is_the_published_form() -> None:
    ended = run("--format", "json", "--as-of", "2026-06-01", "tests/plans/native.md")
    assert ended.returncode == 0, ended.stderr
    document = json.loads(ended.stdout)
    jsonschema.validate(document, schema())
    assert document["stage"] == {"raw": "evaluate", "id": "evaluate", "closed": None, "line": 4}
    assert document["next_steps"][0]["line"] == 34


def test_the_text_says_kind_facts_lines_and_what_was_passed_over() -> None:
    ended = run("--as-of", "2026-06-01", "tests/plans/deal-tables.md")
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert lines[0] == "tests/plans/deal-tables.md is a deal plan: its title says so"
    assert "  6  stage       negotiate, written “Proposal Review & Negotiations (50%)”" in lines
    assert [line for line in lines if line.startswith("  31  client   Lena Brandt ")]
    assert "passed over" in lines


def test_a_file_that_is_no_plan_is_told_why() -> None:
    ended = run("README.md")
    assert ended.returncode == 0
    assert ended.stdout.startswith("README.md is no plan: a file named “readme” is no plan\n")


def test_a_closed_stage_is_no_step_of_the_ladder_and_an_unknown_one_is_kept_as_written() -> None:
    def stage(words: str) -> object:
        return document_of(f"# Deal plan: Norwood\n\n**Stage:** {words}\n**Next step:** Ana signs.\n")["stage"]

    assert stage("Closed Won") == {"raw": "Closed Won", "id": None, "closed": "won", "line": 3}
    assert stage("Warming up") == {"raw": "Warming up", "id": None, "closed": None, "line": 3}


def test_nothing_is_said_of_words_in_a_language_that_is_not_read() -> None:
    plan = (
        "# Gesprächsvorbereitung\n\nTermin mit der Molkerei am 12. Mai 2026, wir sind zu zweit und haben eine Stunde.\n"
    )
    ended = run(
        "-", text=f"{plan}\nZiel: Frau Krall bestätigt den Termin für die Probe und gibt uns die Daten der Linie\n"
    )
    assert "Frau Krall bestätigt" in ended.stdout
    assert "not read" in ended.stdout
    assert "act of the client" not in ended.stdout


def test_a_placeholder_is_no_objective_but_is_told() -> None:
    document = document_of("# Call prep: Norwood, 2026-06-10\n\n**Objective:** TBD\n")
    assert document["objectives"] == []
    assert document["passed_over"] == [{"line": 3, "why": "“Objective” only keeps a place for an objective"}]


def test_a_plan_may_come_from_standard_input() -> None:
    ended = run(
        "--stdin-filename", "prep.md", "-", text="# Call prep: Norwood, 2026-06-10\n\n**Objective:** Ana signs.\n"
    )
    assert ended.stdout.startswith("prep.md is the plan of a call")


@pytest.mark.parametrize("name", ["missing.md", "src"])
def test_a_file_that_cannot_be_read_is_wrong_usage(name: str) -> None:
    ended = run(name)
    assert ended.returncode == 2
    assert "cannot be read" in ended.stderr
    assert ended.stdout == ""


def test_nothing_of_a_plan_reaches_the_terminal_unescaped() -> None:
    ended = run(
        "--stdin-filename", "p\x1b[2J.md", "-", text="# Call prep: \x1b[2J\n\n**Objective:** A\u202ena signs.\n"
    )
    assert ended.returncode == 0
    assert "\x1b" not in ended.stdout
    assert "\u202e" not in ended.stdout


def test_the_documentation_names_every_key() -> None:
    with open(os.path.join(ROOT, "docs", "usage.md"), encoding="utf-8") as file:
        section = file.read().partition("## A plan as it is understood")[2]
    properties = schema()["properties"]
    assert isinstance(properties, dict)
    assert [name for name in properties if f"`{name}`" not in section] == []
