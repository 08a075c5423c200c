"""The config file: the nearest counts, every mistake is told with its place, and what it says is heeded."""

import json
import os
import tomllib
from pathlib import Path

import jsonschema
import pytest

import advancelint
from advancelint.config import Settings
from advancelint.config.find import nearest
from advancelint.config.load import KEYS, read
from advancelint.engine import understand
from advancelint.errors import ConfigError
from advancelint.source import Source

SCHEMA = os.path.join(os.path.dirname(advancelint.__file__), "schemas", "config.schema.json")
WHOLE = """
our-company = "Thermovane"
our-people = ["Ana Ruiz"]
client-people = ["Mia Salo"]
date-order = "day-first"
[kinds]
prep = ["calls/*.md"]
none = ["calls/draft*"]
[labels.extend]
objective = ["Point of the visit"]
[labels.replace]
outcome = ["What came of it"]
[stages]
discover = ["Warming up"]
won = ["Champagne"]
"""


def settings(text: str, folder: Path) -> Settings:
    (folder / "advancelint.toml").write_text(text, encoding="utf-8")
    found = nearest(str(folder))
    assert found is not None
    return read(found, "2026-06-01")


def test_a_config_is_read_whole(tmp_path: Path) -> None:
    read_in = settings(WHOLE, tmp_path)
    assert read_in.our_company == "Thermovane"
    assert (read_in.our_people, read_in.client_people, read_in.date_order) == (("Ana Ruiz",), ("Mia Salo",), "dmy")
    assert read_in.labels == (("What came of it", "outcome"), ("Point of the visit", "objective"))
    assert read_in.replaced == ("outcome",)
    assert read_in.stages == (("Warming up", "discover"), ("Champagne", "won"))


def test_kinds_go_by_patterns_from_the_folder_of_the_config_and_the_last_decides(tmp_path: Path) -> None:
    read_in = settings(WHOLE, tmp_path)
    assert read_in.for_file(str(tmp_path / "calls" / "a.md")).kind == "prep"
    assert read_in.for_file(str(tmp_path / "calls" / "draft-a.md")).kind == "none"
    assert read_in.for_file(str(tmp_path / "a.md")).kind == ""
    assert read_in.for_file(str(tmp_path.parent / "calls" / "a.md")).kind == ""


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("our-peple = []", (1, 1), "has no key “our-peple”\n  Did you mean “our-people”?"),
        ("\n[kinds]\npreps = []", (3, 1), "kinds has no key “preps”\n  Did you mean “prep”?"),
        ("[labels.extends]\nobjective = []", (1, 9), "Did you mean “extend”?"),
        ("[labels.extend]\nobjektive = []", (2, 1), "Did you mean “objective”?"),
        ("[stages]\nwonn = ['x']", (2, 1), "Did you mean “won”?"),
        ("our-people = 'Ana'", (1, 1), "our-people must be a list of texts"),
        ("our-people = [3]", (1, 1), "our-people must be a list of texts"),
        ("our-people = ['']", (1, 1), "our-people must be a list of texts"),
        ("our-company = 3", (1, 1), "our-company must be a text"),
        ("date-order = 'day-frist'", (1, 1), "Did you mean “day-first”?"),
        ("kinds = 3", (1, 1), "kinds must be a table"),
        ("our-people = [", (1, 15), "this is no valid TOML"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_a_suggestion(
    text: str, place: tuple[int, int], message: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError) as raised:
        settings(text, tmp_path)
    assert message in str(raised.value)
    assert raised.value.place == place
    assert raised.value.path.endswith("advancelint.toml")


def test_the_nearest_file_counts_and_a_pyproject_only_with_our_table(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / ".advancelint.toml").write_text("", encoding="utf-8")
    (inner / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    found = nearest(str(inner))
    assert found is not None
    assert found.path.endswith(".advancelint.toml")
    (inner / "pyproject.toml").write_text("[tool.advancelint]\nour-company = 'T'\n", encoding="utf-8")
    found = nearest(str(inner))
    assert found is not None
    assert read(found, "").our_company == "T"


def test_a_config_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "advancelint.toml").write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="no UTF-8"):
        nearest(str(tmp_path))


def test_the_schema_has_the_same_keys_and_takes_what_is_read() -> None:
    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert tuple(schema["properties"]) == KEYS
    jsonschema.validate(tomllib.loads(WHOLE), schema)
    for wrong in ("our-peple = []", "our-people = ''", "[kinds]\npreps = []", "date-order = 'x'"):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(tomllib.loads(wrong), schema)


def test_the_roles_and_kinds_of_the_schema_are_those_of_the_tool() -> None:
    from advancelint.config.load import STAGES
    from advancelint.plan.model import KINDS
    from advancelint.plan.vocabulary import label_roles

    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    assert tuple(schema["$defs"]["labels"]["properties"]) == label_roles()
    assert tuple(schema["properties"]["kinds"]["properties"]) == KINDS
    assert tuple(schema["properties"]["stages"]["properties"]) == STAGES


def test_what_the_config_says_is_heeded(tmp_path: Path) -> None:
    text = (
        "# Norwood\n\n**Date:** 05/06/2026\n**Stage:** Warming up\n"
        "**Attendees:** Ana Ruiz, Jo Park (Thermovane), Mia Salo\n\n"
        "**Point of the visit:** Mia signs.\n\n**Outcome:** nothing\n**What came of it:** advance\n"
    )
    chosen = settings(WHOLE, tmp_path).for_file(str(tmp_path / "calls" / "a.md"))
    plan = understand(Source.of("a.md", text), chosen)
    assert (plan.kind, plan.declared, plan.stage.value) == ("prep", True, "discover")
    assert [call.date.value for call in plan.calls] == ["2026-06-05"]
    assert [one.passage.text for one in plan.objectives] == ["Mia signs."]
    assert [one.passage.text for one in plan.outcomes] == ["advance"]
    assert {one.name: one.side for one in plan.people} == {
        "Ana Ruiz": "seller",
        "Jo Park": "seller",
        "Mia Salo": "client",
    }
