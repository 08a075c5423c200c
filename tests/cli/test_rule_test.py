"""``advancelint rule test``: examples come out as their card says, or it is shown where, why, and what to do."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
from command import ROOT, Ended
from command import run as run_command

from advancelint.engine.rehearse import VERDICTS

CARD = """\
code: ACME101
name: no-best-price
summary: The objective talks of a price.
family: acme
severity: warning
on: objective
CONDITION
message: "“{text}” is no word of ours"
why: because
examples:
  flagged:
    - FLAGGED
    - {text: Offer Lena our best price by 12 June}
  clean:
    - CLEAN
    - {text: Lena sends us the gas bills by 12 June}
"""
PHRASES = "phrases: [best price, discount]"
GOOD = "{text: Offer Lena Marsh a discount by 12 June, at: discount}"
CLEAN = "{text: Lena signs the test plan by 3 July}"


def run(folder: Path, *arguments: str) -> Ended:
    return run_command("rule", "test", *arguments, cwd=folder)


def write(folder: Path, flagged: str = GOOD, clean: str = CLEAN, condition: str = PHRASES, more: str = "") -> Path:
    text = CARD.replace("CONDITION", condition).replace("FLAGGED", flagged).replace("CLEAN", clean)
    (folder / "ACME101-no-best-price.yaml").write_text(text + more, "utf-8")
    return folder


def line_of(folder: Path, words: str) -> int:
    lines = (folder / "ACME101-no-best-price.yaml").read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_examples_that_come_out_as_the_card_says(tmp_path: Path) -> None:
    ended = run(write(tmp_path), ".")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "1 rule, 4 examples, all as the card says\n"
    assert run(tmp_path, "-q", ".").stdout == ""


def test_our_own_cards_pass_by_the_name_of_the_pack_and_by_their_folder(tmp_path: Path) -> None:
    by_name = run(tmp_path, "--pack", "advancelint")
    assert by_name.returncode == 0, by_name.stdout
    by_path = run(tmp_path, os.path.join(ROOT, "rules"), "--pack", "advancelint")
    assert by_path.stdout == by_name.stdout


def test_a_flagged_example_that_is_not_found_is_shown_with_a_near_phrase(tmp_path: Path) -> None:
    write(tmp_path, flagged="{text: Offer Lena our best prices by 12 June, at: best prices}")
    ended = run(tmp_path, ".")
    assert ended.returncode == 1
    place = f"ACME101-no-best-price.yaml:{line_of(tmp_path, 'best prices')}:7: ACME101 found nothing"
    assert ended.stdout.startswith(place)
    line, underline = ended.stdout.splitlines()[2:4]
    start = line.index("best prices")
    assert underline[start:].startswith("^" * len("best prices") + " expected here")
    assert "“best prices” is near to the phrase “best price”" in ended.stdout
    assert ended.stdout.endswith("1 rule, 4 examples, 1 not as the card says\n")


def test_a_condition_on_values_says_what_it_asked_for_and_what_it_got(tmp_path: Path) -> None:
    condition = "when: {client_action: none, length: {at_least: 4}}"
    write(tmp_path, "{text: Lena Marsh sends us the gas bills by 12 June}", "{text: Lena signs it}", condition)
    ended = run(tmp_path, ".")
    assert "client_action is “act” (“sends us the gas bills”), the card wants “none”" in ended.stdout
    assert "length is" not in ended.stdout.split("= change")[0]


def test_of_all_conditions_those_that_failed_are_told_with_what_was_found(tmp_path: Path) -> None:
    condition = (
        "options: {who: {schema: {type: array}, default: [Nora, Ole], help: h}}\n"
        "when: {all: [{text: {matches: signs}}, {not: {text: {matches: June}}}, {client: $who}]}"
    )
    write(tmp_path, "{text: Lena signs it by 12 June}", "{text: We act}", condition)
    said = run(tmp_path, ".").stdout.partition("= change")[0]
    assert "text is “Lena signs it by 12 June”, the card wants not words that match “June”" in said
    assert "client is “Lena”, the card wants “Nora” or “Ole”" in said
    assert "signs”" not in said


def test_a_clean_example_that_is_found_says_what_held(tmp_path: Path) -> None:
    write(tmp_path, "{text: Price of furnace 2}", "{text: Price of furnace 3}", "when: {construction: [topic, ask]}")
    ended = run(tmp_path, ".")
    assert f":{line_of(tmp_path, 'furnace 3')}:7: ACME101 found something in this clean example" in ended.stdout
    assert "construction is “topic” (“Price of furnace 3”), as the card wants" in ended.stdout
    assert "found: “Price of furnace 3” is no word of ours" in ended.stdout


def test_other_words_than_the_example_says_are_shown_beside_them(tmp_path: Path) -> None:
    ended = run(write(tmp_path, flagged="{text: Offer Lena a discount by 12 June, at: Lena}"), ".")
    assert ended.returncode == 1
    notes = [line.partition("^ ")[2] for line in ended.stdout.splitlines() if "^ " in line]
    assert [note.split(":")[0] for note in notes] == ["expected here", "found"]


def test_a_fix_that_makes_something_else_is_shown_as_a_difference(tmp_path: Path) -> None:
    fix = '\nfix: {safety: safe, title: Say it, replace: phrase, with: "rebate"}'
    flagged = "{text: Offer Lena a discount by 12 June, at: discount, fixed: Offer Lena a bonus by 12 June}"
    ended = run(write(tmp_path, flagged, condition=PHRASES + fix), ".")
    assert ended.returncode == 1
    assert "  - Offer Lena a bonus by 12 June\n  + Offer Lena a rebate by 12 June\n" in ended.stdout
    assert run(write(tmp_path, flagged.replace("bonus", "rebate"), condition=PHRASES + fix), ".").returncode == 0


def test_a_call_that_is_over_on_the_day_of_the_examples_is_told(tmp_path: Path) -> None:
    plan = '{plan: "---\\ntype: call-plan\\ndate: 2026-05-01\\n---\\n# Ferrow\\n**Objective:** Give a discount.\\n"}'
    ended = run(write(tmp_path, plan), ".")
    assert "there is no objective in it that rules look at" in ended.stdout
    assert "2026-06-01" in ended.stdout


def test_a_document_that_is_no_plan_is_told(tmp_path: Path) -> None:
    ended = run(write(tmp_path, '{plan: "# How to bake\\n\\nTake a discount of flour.\\n"}'), ".")
    assert "the document was passed over, as if it were no plan" in ended.stdout


def test_a_malformed_card_is_told_with_its_place_and_the_others_are_tried(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "ACME102-broken.yaml").write_text("code: ACME102\nnmae: broken\n", "utf-8")
    ended = run(tmp_path, ".")
    assert ended.returncode == 2
    assert ended.stderr.startswith("ACME102-broken.yaml:2:1: a card has no key “nmae”\n  Did you mean “name”?\n")
    assert ended.stdout == "1 rule, 4 examples, all as the card says\n"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("code: ACME101", "code: AD101", "codes that begin with AD are advancelint's own"),
        ("name: no-best-price", "name: seller-activity", "“seller-activity” is already taken by"),
    ],
)
def test_a_card_cannot_take_what_is_ours(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = (write(tmp_path) / "ACME101-no-best-price.yaml").read_text("utf-8").replace(old, new)
    (tmp_path / "ACME101-no-best-price.yaml").unlink()
    code, name = (line.split(": ")[1] for line in text.splitlines()[:2])
    (tmp_path / f"{code}-{name}.yaml").write_text(text, "utf-8")
    ended = run(tmp_path, ".")
    assert ended.returncode == 2
    assert says in ended.stderr


def test_a_check_that_raises_is_a_fault_that_names_the_rule(tmp_path: Path) -> None:
    write(tmp_path, condition="check: price.py:find")
    (tmp_path / "price.py").write_text("def find(node):\n    raise ValueError('no luck')\n", "utf-8")
    refused = run(tmp_path, ".")
    assert refused.returncode == 2
    assert "--allow-checks" in refused.stderr
    ended = run(tmp_path, "--allow-checks", ".")
    assert ended.returncode == 3
    assert "ACME101 failed on this example" in ended.stdout
    assert "ValueError: no luck" in ended.stdout


@pytest.mark.parametrize("path", ["nowhere", "empty", "notes.txt"])
def test_what_is_no_card_is_told(tmp_path: Path, path: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("", "utf-8")
    ended = run(tmp_path, path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"{path}: ")


def test_without_paths_the_config_says_where_cards_are(tmp_path: Path) -> None:
    assert "rule-paths = " in run(tmp_path).stderr
    (tmp_path / "ours").mkdir()
    write(tmp_path / "ours")
    (tmp_path / "advancelint.toml").write_text('rule-paths = ["ours"]\n', "utf-8")
    (tmp_path / "plans").mkdir()
    assert run(tmp_path / "plans").returncode == 0
    assert run(tmp_path / "plans", "--isolated").returncode == 2


def test_a_card_with_one_example_is_warned_about(tmp_path: Path) -> None:
    text = write(tmp_path).joinpath("ACME101-no-best-price.yaml").read_text("utf-8")
    (tmp_path / "ACME101-no-best-price.yaml").write_text(text.replace(f"    - {CLEAN}\n", ""), "utf-8")
    ended = run(tmp_path, ".")
    assert ended.returncode == 0
    assert "ACME101 has 1 clean example" in ended.stderr
    assert run(tmp_path, "-q", ".").stderr == ""


def test_a_clean_example_that_the_rule_never_looked_at_is_warned_about(tmp_path: Path) -> None:
    clean = '{plan: "---\\ntype: call-plan\\ndate: 2026-05-01\\n---\\n# Ferrow\\n**Objective:** Give a discount.\\n"}'
    ended = run(write(tmp_path, clean=clean), ".")
    assert ended.returncode == 0
    place = f"ACME101-no-best-price.yaml:{line_of(tmp_path, 'call-plan')}:7"
    assert f"note: {place}: this clean example has nothing that ACME101 looks at" in ended.stderr


def test_words_that_an_exception_spares_are_no_near_phrase(tmp_path: Path) -> None:
    condition = "phrases: {never: [discount*, best price], except: [discounted cash flow]}"
    ended = run(write(tmp_path, "{text: Lena sends the discounted cash flow by 12 June}", condition=condition), ".")
    assert "but for what it excepts" in ended.stdout
    assert "is near to" not in ended.stdout


def test_what_a_schema_found_in_a_clean_example_is_told(tmp_path: Path) -> None:
    condition = "schema: {properties: {fields: {properties: {length: {maximum: 8}}}}}"
    long = "{text: Lena Marsh sends us the gas bills of the first quarter by 12 June}"
    ended = run(write(tmp_path, long, long, condition), ".")
    assert "all is as the schema says" in ended.stdout  # of the flagged example that is short
    assert "`fields.length` is" in ended.stdout


def test_what_a_card_says_cannot_steer_a_terminal(tmp_path: Path) -> None:
    flagged = '{text: "Offer \\u202eLena \\x1b[31m##vso[x]y our best prices", at: "\\x1b[31m"}'
    ended = run(write(tmp_path, flagged), ".")
    assert ended.returncode == 1
    assert not {"\x1b", "\u202e"} & set(ended.stdout)
    assert "##vso[" not in ended.stdout


def test_the_json_follows_its_schema(tmp_path: Path) -> None:
    write(tmp_path, flagged="{text: Offer Lena our best prices by 12 June}")
    (tmp_path / "ACME102-broken.yaml").write_text("[", "utf-8")
    ended = run(tmp_path, "--output-format", "json", ".")
    document = json.loads(ended.stdout)
    with open(os.path.join(ROOT, "src/advancelint/schemas/rule-test.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator(schema).validate(document)
    assert tuple(schema["properties"]["examples"]["items"]["properties"]["verdict"]["enum"]) == VERDICTS
    assert document["summary"] == {"rules": 1, "examples": 4, "failed": 1}
    assert [one["verdict"] for one in document["examples"]] == ["silent", "passed", "passed", "passed"]
    assert document["errors"][0]["path"] == "ACME102-broken.yaml"


@pytest.mark.parametrize("command", [[], ["new"], ["test"], ["coverage"]])
def test_help_has_an_example(tmp_path: Path, command: list[str]) -> None:
    ended = run_command("rule", *command, "--help", cwd=tmp_path)
    assert ended.returncode == 0
    assert "Example: advancelint rule " in ended.stdout


OPTIONS = """options:
  limit: {schema: {type: integer, minimum: 1}, default: 20, help: the words that are too many}
  flat: {schema: {type: boolean}, default: false, help: whether it is flat}
"""
TOO_LONG = "when: {length: {at_least: $limit}, has_due: $flat}"
LONG = "{text: Lena signs the test plan by 3 July, options: {limit: 5}}"
SHORT = "{text: Lena signs the test plan by 3 July}"


def test_an_example_sets_options(tmp_path: Path) -> None:
    card = CARD.replace("    - {text: Offer Lena our best price by 12 June}\n", "").replace("CONDITION", TOO_LONG)
    text = card.replace("FLAGGED", LONG).replace("CLEAN", SHORT) + OPTIONS
    (tmp_path / "ACME101-no-best-price.yaml").write_text(text, "utf-8")
    ended = run(tmp_path, "-q", ".")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    silent = run(write(tmp_path, SHORT, LONG, TOO_LONG, OPTIONS), ".")
    assert silent.returncode == 1
    assert "length is “8”, the card wants at least “20”" in silent.stdout
    assert "found: “Lena signs the test plan by 3 July” is no word of ours" in silent.stdout


@pytest.mark.parametrize(
    ("given", "at", "says"),
    [
        ("{limits: 5}", "limits", "has no key “limits”\n  Did you mean “limit”?"),
        ("{limit: 0}", "0", "“limit” must be a whole number, at least 1\n  It is the words that are too many."),
        ("{limit: five}", "five", "“limit” must be a whole number, at least 1"),
        ("{flat: 1}", "1", "“flat” must be true or false"),
        ("5", "5}", "“options” of an example must be a mapping"),
    ],
)
def test_options_of_an_example_fit_the_card(tmp_path: Path, given: str, at: str, says: str) -> None:
    example = f"{{text: Lena signs the test plan by 3 July, options: {given}}}"
    ended = run(write(tmp_path, example, condition=TOO_LONG, more=OPTIONS), ".")
    assert ended.returncode == 2
    column = f"    - {example}".rindex(at) + 1
    assert ended.stderr.startswith(f"ACME101-no-best-price.yaml:12:{column}: ")
    assert says in ended.stderr


def test_an_example_of_a_card_without_options_sets_none(tmp_path: Path) -> None:
    ended = run(write(tmp_path, "{text: Offer Lena a discount, options: {limit: 5}}"), ".")
    assert ended.returncode == 2
    assert "the card has no options, so an example can set none" in ended.stderr


def test_options_with_which_the_card_cannot_be_made(tmp_path: Path) -> None:
    options = "options:\n  shape: {schema: {type: string}, default: discount, help: what to look for}\n"
    broken = "{text: Offer Lena a discount, options: {shape: '('}}"
    ended = run(write(tmp_path, broken, condition="when: {text: {matches: $shape}}", more=options), ".")
    assert ended.returncode == 3
    assert "with these options the card is wrong: " in ended.stdout
