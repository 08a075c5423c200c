"""``advancelint rule coverage``: what no example needs, with its place in the card."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
from command import ROOT, Ended
from command import run as run_command

CARD = """\
code: ACME101
name: sample
summary: A sample.
family: acme
severity: SEVERITY
on: objective
CONDITION
message: "“{text}” is no word of ours"
why: because
examples:
  flagged: [FLAGGED]
  clean: [CLEAN]
"""
# What our own cards reach by their examples; a new card should not lower it.
MOST_OF_OURS = 65
ACT = "{text: Lena Marsh sends us the gas bills by 12 June}"
MINE = "{text: Present the burner to Lena}"
STATION = "{text: Lena calls us from the gas station by 12 June}"
TOPIC = "{text: Price of furnace 2}"


def run(folder: Path, *arguments: str) -> Ended:
    return run_command("rule", "coverage", *arguments, cwd=folder)


def write(folder: Path, condition: str, flagged: str, clean: str, severity: str = "warning") -> Path:
    text = CARD.replace("CONDITION", condition).replace("FLAGGED", flagged).replace("CLEAN", clean)
    (folder / "ACME101-sample.yaml").write_text(text.replace("SEVERITY", severity), "utf-8")
    return folder


def missed(folder: Path, *arguments: str) -> tuple[list[str], str]:
    """The words of what is missed, and covered with total."""
    ended = run(folder, "--output-format", "json", *arguments, ".")
    assert ended.returncode == 0, ended.stderr
    (rule,) = json.loads(ended.stdout)["rules"]
    return [one["words"] for one in rule["missed"]], f"{rule['covered']}/{rule['total']}"


@pytest.mark.parametrize(
    ("condition", "flagged", "clean", "words", "count"),
    [
        ("phrases: [gas bills, best price]", ACT, MINE, ["best price"], "1/2"),
        ("phrases: [gas, gas bills]", ACT, MINE, ["gas"], "1/2"),
        ("when: {construction: [topic, ask]}", TOPIC, ACT, ["ask"], "1/2"),
        ("when: {construction: topic}", TOPIC, ACT, [], "0/0"),
        ("when: {client_action: none, construction: {not: [topic, ask]}}", MINE, TOPIC, ["ask"], "1/2"),
        ("when: {client_action: none, construction: {not: topic}}", MINE, ACT, ["topic"], "0/1"),
        ("when: {any: [{construction: topic}, {actor: seller}]}", TOPIC, ACT, ["{actor: seller}"], "1/2"),
        ("when: {client_action: none, not: {construction: topic}}", MINE, TOPIC, [], "1/1"),
        ("when: {text: {matches: 'Price|Cost|bills$'}}", TOPIC, MINE, ["Cost", "bills$"], "1/3"),
        (r"when: {text: {matches: '(?i)\bpr(?:ice|ize)\b'}}", TOPIC, MINE, ["ize"], "1/2"),
        ("when: {text: {any: [{matches: Price}, {matches: Cost}]}}", TOPIC, MINE, ["{matches: Cost}"], "1/2"),
        ("phrases: {never: [gas*, tax], except: [gas station, gas pipe]}", ACT, STATION, ["tax", "gas pipe"], "2/4"),
        ("phrases: {never: [gas*], except: [gas station]}", ACT, STATION, [], "2/2"),
        ("phrases: {needs: [signs, agrees]}", ACT, "{text: Lena signs the test plan by 3 July}", ["agrees"], "1/2"),
        ("where: {actor: [client, both]}\nphrases: [bills]", ACT, "{text: Send her the gas bills}", ["both"], "2/3"),
        ("schema: {properties: {fields: {properties: {length: {maximum: 5, minimum: 2}}}}}", ACT, TOPIC, ["minimum: 2"],
         "1/2"),
        ("schema: {required: [reading, line], properties: {fields: {properties: {actor: {enum: [none, both]}}}}}", ACT,
         TOPIC, ["reading", "line", "both"], "1/4"),
    ],
)  # fmt: skip
def test_what_no_example_needs_is_missed(
    tmp_path: Path, condition: str, flagged: str, clean: str, words: list[str], count: str
) -> None:
    assert missed(write(tmp_path, condition, flagged, clean)) == (words, count)


def test_an_alternative_that_is_always_there_beside_another_is_missed(tmp_path: Path) -> None:
    """Both branches hold for the only example, so it would come out the same without either."""
    condition = "when: {any: [{construction: topic}, {client_action: none}]}"
    assert missed(write(tmp_path, condition, TOPIC, ACT)) == (["{construction: topic}", "{client_action: none}"], "0/2")
    assert missed(write(tmp_path, condition, f"{TOPIC}, {MINE}", ACT)) == (["{construction: topic}"], "1/2")


def test_a_severity_with_a_condition_needs_an_example_that_gets_it(tmp_path: Path) -> None:
    severity = "[{when: {construction: topic}, is: info}, {is: error}]"
    condition = "when: {client_action: none}"
    assert missed(write(tmp_path, condition, TOPIC, ACT, severity)) == ([], "1/1")
    assert missed(write(tmp_path, condition, MINE, ACT, severity)) == (
        ["{when: {construction: topic}, is: info}"],
        "0/1",
    )


def test_the_lines_of_a_check_that_no_example_runs_are_told(tmp_path: Path) -> None:
    lines = [
        "from advancelint.api import Finding",
        "def find(node, options):",
        '    """Find bills."""',
        "    if asks(node):",
        "        yield Finding(node.span, {})",
        "    if len(node.text) > 500:",
        "        yield Finding(node.span, {})",
        "def asks(node):",
        "    if not node.text:",
        "        return False",
        "    return 'bills' in node.text",
        "def unused():",
        "    return 1",
    ]
    (tmp_path / "look.py").write_text("\n".join(lines), "utf-8")
    write(tmp_path, "check: look.py:find", ACT, MINE)
    ended = run(tmp_path, "--allow-checks", ".")
    assert ended.stdout.splitlines() == [
        "ACME101 sample: 5 of 7 parts",
        "  look.py:7:9: line “yield Finding(node.span, {})”",
        "  look.py:10:9: line “return False”",
        "1 rule, 5 of 7 parts exercised by examples (71 %)",
    ]


def test_functions_that_call_each_other_are_told_with_all_that_they_call(tmp_path: Path) -> None:
    lines = [
        "from advancelint.api import Finding",
        "def find(node, options):",
        "    if said(node.text.split(), 9):",
        "        yield Finding(node.span, {})",
        "def said(words, depth):",
        "    return bool(words) and depth > 0 and (is_bill(words[0]) or is_note(words, depth))",
        "def is_note(words, depth):",
        "    return said(words[1:], depth - 1)",
        "def is_bill(word):",
        "    if word == 'invoice':",
        "        return True",
        "    return word == 'bills'",
    ]
    (tmp_path / "look.py").write_text("\n".join(lines), "utf-8")
    write(tmp_path, "check: look.py:find", ACT, MINE)
    assert run(tmp_path, "--allow-checks", ".").stdout.splitlines() == [
        "ACME101 sample: 6 of 7 parts",
        "  look.py:11:9: line “return True”",
        "1 rule, 6 of 7 parts exercised by examples (86 %)",
    ]


def test_a_missed_part_has_its_place_in_the_card(tmp_path: Path) -> None:
    write(tmp_path, "when:\n  text: {matches: Price|Cost}\n  construction: [topic, ask]", TOPIC, MINE)
    lines = (tmp_path / "ACME101-sample.yaml").read_text("utf-8").splitlines()
    for one in run(tmp_path, ".").stdout.splitlines()[1:-1]:
        _, line, column, words = one.strip().split(":", 3)
        assert lines[int(line) - 1][int(column) - 1 :].startswith(words.split("“")[1].split("”")[0])


def test_a_share_can_be_asked_for(tmp_path: Path) -> None:
    write(tmp_path, "phrases: [gas bills, best price]", ACT, MINE)
    assert run(tmp_path, "--fail-under", "50", ".").returncode == 0
    ended = run(tmp_path, "-q", "--fail-under", "50.1", ".")
    assert ended.returncode == 1
    assert ended.stderr == "50.0 % is below --fail-under 50.1\n"
    assert "phrase “best price”" in ended.stdout
    assert run(tmp_path, "--fail-under", "101", ".").returncode == 2


def test_a_wrong_card_hides_no_other_and_a_failing_check_is_a_fault(tmp_path: Path) -> None:
    write(tmp_path, "check: look.py:find", ACT, MINE)
    (tmp_path / "look.py").write_text("def find(node):\n    raise SystemExit(0)\n", "utf-8")
    (tmp_path / "ACME102-x.yaml").write_text("[", "utf-8")
    ended = run(tmp_path, "--allow-checks", ".")
    assert ended.returncode == 3
    assert "ACME101 failed on this example" in ended.stderr
    assert "ACME102-x.yaml:1:" in ended.stderr


def test_the_json_follows_its_schema(tmp_path: Path) -> None:
    ended = run(tmp_path, "--pack", "advancelint", "--output-format", "json")
    document = json.loads(ended.stdout)
    with open(os.path.join(ROOT, "src/advancelint/schemas/rule-coverage.schema.json"), encoding="utf-8") as file:
        jsonschema.Draft202012Validator(json.load(file)).validate(document)
    assert document["summary"]["rules"] == len(os.listdir(os.path.join(ROOT, "rules")))
    assert document["summary"]["percent"] >= MOST_OF_OURS
    assert document["summary"]["total"] == sum(rule["total"] for rule in document["rules"])


def test_every_part_of_our_own_cards_can_be_left_out(tmp_path: Path) -> None:
    """What the loader refuses without a part is passed over in silence, so that must not happen unseen."""
    from advancelint import catalog
    from advancelint.cards.cutting import NOTHING_LEFT
    from advancelint.cards.load import build_rule, parse_card
    from advancelint.cards.parts import parts_of

    for rule in catalog.load_rules():
        with open(rule.card.path, encoding="utf-8") as file:
            fields, card = parse_card(rule.card.path, file.read())
        for part in parts_of(fields, card):
            if part.without != NOTHING_LEFT:
                build_rule(fields, part.without)


def test_a_card_of_plain_conditions_has_no_parts(tmp_path: Path) -> None:
    write(tmp_path, "when: {actor: seller}", ACT, MINE)
    ended = run(tmp_path, ".")
    assert ended.stdout.splitlines()[-1] == "1 rule, no parts to exercise"
    assert "%" not in ended.stdout


def test_an_example_exercises_with_the_options_that_it_sets(tmp_path: Path) -> None:
    options = "options: {limit: {schema: {type: integer}, default: 99, help: too many words}}"
    condition = f"{options}\nwhen: {{actor: [client, seller], length: {{at_least: $limit}}}}"
    assert missed(write(tmp_path, condition, ACT, MINE))[1] == "0/2"
    flagged = ACT.replace("}", ", options: {limit: 5}}")
    assert missed(write(tmp_path, condition, flagged, MINE)) == (["seller"], "1/2")
