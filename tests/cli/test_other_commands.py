"""``read``, ``explain``, ``rules`` and the help."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from command import ROOT, Ended
from command import run as run_command

import built
from advancelint import __version__
from advancelint.reading.model import FACETS


def run(*arguments: str, text: str = "") -> Ended:
    return run_command(*arguments, cwd=ROOT, text=text)


def test_read_gives_each_facet_a_line_with_its_words_and_evidence() -> None:
    ended = run("read", "Tomas sends the May log by 12 June", "--client", "Tomas Berg", "--stage", "engage")
    assert ended.returncode == 0
    lines = ended.stdout.splitlines()
    names = [name.replace("_", " ") for name in (*FACETS, "confidence")]
    assert [line.split("  ")[0] for line in lines] == [*names, "runner up", "clause"]
    assert "“by 12 June”" in next(line for line in lines if line.startswith("deadline"))


def test_read_as_json() -> None:
    ended = run("read", "Tomas sends the May log by 12 June", "--client", "Tomas", "--format", "json")
    document = json.loads(ended.stdout)
    assert list(document["facets"]) == list(FACETS)
    (clause,) = document["clauses"]
    assert clause["subject"] == {"value": "client", "start": 0, "end": 5, "words": "Tomas", "evidence": "a name"}
    assert (clause["verb"]["value"], clause["act"], clause["polarity"]) == ("send", "act", "affirmative")
    assert document["facets"]["actor"]["value"] == "client"


@pytest.mark.parametrize("sentence", ["", " ", "\x1b[2J", "x" * 100_000, "(" * 5_000, "Ana " * 5_000])
def test_read_survives_any_sentence(sentence: str) -> None:
    ended = run("read", "--", sentence)
    assert ended.returncode == 0, ended.stderr
    assert "\x1b" not in ended.stdout


def test_explain_by_code_and_by_name() -> None:
    by_code, by_name = run("explain", "ad401"), run("explain", "seller-activity")
    assert by_code.returncode == 0
    assert by_code.stdout == by_name.stdout
    assert by_code.stdout.startswith("AD401 seller-activity (error, advance)\n")


def test_explain_of_nothing_known() -> None:
    ended = run("explain", "AD4O1")
    assert ended.returncode == 2
    assert "Did you mean “AD401”?" in ended.stderr


def test_rules_lists_every_card() -> None:
    listed = [line.split()[0] for line in run("rules").stdout.splitlines()]
    assert listed == sorted(name[:5] for name in os.listdir(os.path.join(ROOT, "rules")))


def test_version() -> None:
    assert run("--version").stdout == run("--version").stdout == f"advancelint {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["read", "--help"], ["explain", "--help"], ["rules", "--help"]]
)
def test_help_has_an_example(arguments: list[str]) -> None:
    ended = run(*arguments)
    assert ended.returncode == 0
    assert "Example: advancelint " in ended.stdout


def test_an_unknown_command_is_told_what_was_meant() -> None:
    ended = run("chek")
    assert ended.returncode == 2
    assert "Did you mean “check”?" in ended.stderr


def test_the_version_is_told_without_loading_the_command_line() -> None:
    code = "import sys; from advancelint.cli import main; main(['--version']); print('click' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": built.place()}
    ended = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert ended.stdout.endswith("False\n")


def test_many_sentences_are_judged_one_json_object_a_line() -> None:
    lines = [
        {"text": "Dana signs the test plan by 9 June", "client": ["Dana Roe"]},
        {"text": "I'll send you the signed order form by Tuesday", "voice": "client", "field": "quote"},
        {"text": "Close the deal", "stage": "discover"},
        {"text": "keep the momentum going"},
    ]
    text = "\n".join(json.dumps(line) for line in lines) + "\n\n"
    ended = run("read", "--format", "jsonl", text=text)
    found = [json.loads(line) for line in ended.stdout.splitlines()]
    with open(os.path.join(ROOT, "src", "advancelint", "schemas", "sentence.schema.json"), encoding="utf-8") as file:
        validator = jsonschema.Draft202012Validator(json.load(file))
    for document in found:
        validator.validate(document)
    assert [document["advance"] for document in found] == [True, True, False, False]
    assert found[0]["who"] == "Dana"
    assert found[0]["deadline"] == "by 9 June"
    assert found[0]["spans"]["action"]["words"] == found[0]["action"] == "signs the test plan"
    assert "unrealistic" in found[2]["verdict"]
    assert found[2]["tier"] == "error"
    assert found[3]["verdict"] == ["too_general", "not_an_advance"]
    assert all(0 <= document["p_advance"] <= 1 for document in found)


def test_a_line_that_is_no_object_is_told_with_its_number_and_the_others_are_judged() -> None:
    wrong_field, wrong_list = '{"text": "Dana signs", "field": "goal"}', '{"text": "Dana signs", "client": "Dana"}'
    lines = ["{", '{"text": 3}', wrong_field, wrong_list, "[1]"]
    ended = run("read", "--format", "jsonl", "-", text="\n".join([*lines, '{"text": "Dana signs it"}']))
    assert ended.returncode == 2
    found = [json.loads(line) for line in ended.stdout.splitlines()]
    assert ["error" in document for document in found] == [True] * 5 + [False]
    for number in range(1, 6):
        assert f"standard input:{number}: " in ended.stderr


def test_sentences_on_standard_input_are_read_one_after_the_other() -> None:
    ended = run("read", text="Dana signs it\n\nDemonstrate the module\n")
    assert ended.stdout.count("actor  ") == 2


def test_a_broken_card_hides_no_rule_of_ours(tmp_path: Path) -> None:
    (tmp_path / "team-rules").mkdir()
    (tmp_path / "team-rules" / "ACME101-x.yaml").write_text("code: ACME101\n", "utf-8")
    (tmp_path / "advancelint.toml").write_text('rule-paths = ["team-rules"]\n', "utf-8")
    for words, says in ((("explain", "AD401"), "AD401 seller-activity"), (("rules",), "AD401  ")):
        ended = run_command(*words, cwd=tmp_path)
        assert ended.returncode == 2
        assert ended.stdout.startswith(says)
        assert ended.stderr.startswith("team-rules/ACME101-x.yaml:1:1: ")
    ended = run_command("explain", "ACME101", cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("team-rules/ACME101-x.yaml:1:1: ")
