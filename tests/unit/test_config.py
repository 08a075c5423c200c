"""The config file: the nearest counts, every mistake is told with its place, and what it says is heeded."""

import json
import os
import stat
import tomllib
from pathlib import Path

import jsonschema
import pytest

import advancelint
from advancelint.config import Settings
from advancelint.config.find import above, candidates
from advancelint.config.keys import BY_NAME, KEYS
from advancelint.config.layered import Config, load
from advancelint.config.schema import key_table
from advancelint.config.version import satisfies
from advancelint.engine import understand
from advancelint.errors import ConfigError
from advancelint.source import Source

SCHEMA = os.path.join(os.path.dirname(advancelint.__file__), "schemas", "config.schema.json")
WHOLE = """
our-company = "Thermovane"
our-people = ["Ana Ruiz"]
extend-our-people = ["Sam Ferreira"]
client-people = ["Mia Salo"]
date-order = "day-first"
profile = "pharma"
as-of = "commit"
required-version = ">=0.0.1"
select = ["AD", "plan"]
ignore = ["AD404"]
fail-on = "warning"
exclude = ["archive/"]
respect-gitignore = false
baseline = "known.json"
rule-paths = ["team-rules"]
packs = ["acme"]
[kinds]
prep = ["calls/*.md"]
none = ["calls/draft*"]
[stale-days]
discover = 30
[labels.extend]
objective = ["Point of the visit"]
[labels.replace]
outcome = ["What came of it"]
[stages]
discover = ["Warming up"]
won = ["Champagne"]
[severity]
AD401 = "warning"
[per-file-ignores]
"calls/a*" = ["SP"]
[options.ABC101]
limit = 5
[[overrides]]
files = ["deals/"]
profile = "default"
"""


def read(text: str, folder: Path) -> Config:
    path = folder / "advancelint.toml"
    path.write_text(text, encoding="utf-8")
    config = load(str(path), str(folder))
    assert config is not None
    return config


def settings(text: str, folder: Path, name: str = "x/y.md") -> Settings:
    return read(text, folder).settings(str(folder / name), "2026-06-01")


def test_a_config_is_read_whole(tmp_path: Path) -> None:
    read_in = settings(WHOLE, tmp_path)
    assert (read_in.our_company, read_in.as_of, read_in.profile) == ("Thermovane", "2026-06-01", "pharma")
    assert (read_in.our_people, read_in.client_people) == (("Ana Ruiz", "Sam Ferreira"), ("Mia Salo",))
    assert read_in.date_order == "dmy"
    assert read_in.labels == (("What came of it", "outcome"), ("Point of the visit", "objective"))
    assert read_in.replaced == ("outcome",)
    assert read_in.stages == (("Warming up", "discover"), ("Champagne", "won"))
    assert read_in.stale_days == (("discover", 30),)
    assert (read_in.select, read_in.ignore, read_in.fail_on) == (("AD", "plan"), ("AD404",), "warning")
    assert read_in.severities == (("AD401", "warning"),)
    assert read_in.baseline == str(tmp_path / "known.json")
    assert read_in.options == (("ABC101", "limit", 5),)


def test_a_config_that_says_nothing_is_no_config(tmp_path: Path) -> None:
    assert settings("", tmp_path)._replace(root="") == Settings(as_of="2026-06-01")


def test_kinds_go_by_patterns_from_the_folder_of_the_config_and_the_last_decides(tmp_path: Path) -> None:
    config = read(WHOLE, tmp_path)

    def kind(path: Path) -> str:
        return config.settings(str(path), "").kind

    assert kind(tmp_path / "calls" / "a.md") == "prep"
    assert kind(tmp_path / "calls" / "draft-a.md") == "none"
    assert kind(tmp_path / "a.md") == ""
    assert kind(tmp_path.parent / "calls" / "a.md") == ""


def test_words_are_ignored_in_the_files_that_a_pattern_names(tmp_path: Path) -> None:
    assert settings(WHOLE, tmp_path, "calls/a.md").ignore == ("AD404", "SP")
    assert settings(WHOLE, tmp_path, "calls/b.md").ignore == ("AD404",)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("our-peple = []", (1, 1), "has no key “our-peple”\n  Did you mean “our-people”?"),
        ("root = true", (1, 1), "the nearest config counts alone"),
        ("\n[kinds]\npreps = []", (3, 1), "kinds has no key “preps”\n  Did you mean “prep”?"),
        ("[labels.extends]\nobjective = []", (1, 9), "Did you mean “extend”?"),
        ("[labels.extend]\nobjektive = []", (2, 1), "Did you mean “objective”?"),
        ("labels.extend.objektive = []", (1, 15), "Did you mean “objective”?"),
        ('labels = {"extend" = {objektive = []}}', (1, 23), "Did you mean “objective”?"),
        ("[stages]\nwonn = ['x']", (2, 1), "Did you mean “won”?"),
        ("our-people = 'Ana'", (1, 1), "our-people must be a list of texts\n  Write: our-people = [\"Ana\"]"),
        ("our-people = [3]", (1, 15), "our-people must be a list of texts"),
        ("our-people = ['Ana', '']", (1, 22), "our-people must be a list of texts"),
        ("our-company = 3", (1, 1), "our-company must be a text"),
        ("date-order = 'day-frist'", (1, 1), "Did you mean “day-first”?"),
        ("kinds = 3", (1, 1), "kinds must be a table"),
        ("our-people = [", (1, 15), "this is no valid TOML"),
        ("stale-days.discover = true", (1, 12), "must be a number of days from 1 to 999"),
        ("[severity]\n'AD401' = 'warn'", (2, 1), "severity.AD401 cannot be “warn”\n  Did you mean “warning”?"),
        ("fail-on = 'errors'", (1, 1), "Did you mean “error”?"),
        ("exclude = ['a', '#b']", (1, 17), "it is a comment"),
        ("exclude = ['[a']", (1, 12), "a bracket is not closed"),
        ("per-file-ignores = {'/' = ['SP']}", (1, 21), "it names nothing"),
        ("respect-gitignore = 'no'", (1, 1), "Write, without quotes: respect-gitignore = false"),
        ("as-of = '2026-02-30'", (1, 1), "as-of cannot be “2026-02-30”"),
        ("as-of = 'comit'", (1, 1), "Did you mean “commit”?"),
        ("as-of = 2026-06-01T10:00:00", (1, 1), "Write a date as \"2026-06-01\""),
        ("required-version = '~=1.0'", (1, 1), ">=0.2, <1"),
        ("overrides = 3", (1, 1), "Write [[overrides]]"),
        ("[[overrides]]\nprofile = 'pharma'", (1, 1), "overrides[1] lacks “files”"),
        ("[[overrides]]\nfiles = ['a']\n[[overrides]]\nfiles = ['b']\nas-of = 'today'", (5, 1), "holds for all files"),
        ("[[overrides]]\nfiles = ['a']\nseverity.AD = 'of'", (3, 10), "Did you mean “off”?"),
        ("rule-paths = [team-rules]", (1, 15), "with quotation marks: rule-paths = [\"team-rules\"]"),
        ("profile = pharma", (1, 11), "with quotation marks: profile = \"pharma\""),
        ("profile = \"a\\d\"", (1, 15), "Write paths with “/”"),
        ("fail-on = 'error\nas-of = 'today'", (1, 17), "Close the quotation mark"),
        ("fail-on 'error'", (1, 9), "Write each line as key = value."),
        ("fail-on = 'error'\nfail-on = 'never'", (2, 18), "Keep one of the two"),
        ("[severity]\nAD = 'off'\nrule-paths = ['a']", (3, 1), "stands below [severity]"),
        ("[severity]\nrule-paths = ['a']", (2, 1), "Move it above the first [table]."),
        ("[stale-days]\nselect = 3", (2, 1), "“select” stands below [stale-days]"),
        ("extends = 'base.json'", (1, 1), "only .toml files can"),
        ("extends = ['nowhere.toml']", (1, 12), "there is no file “nowhere.toml”"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_a_suggestion(
    text: str, place: tuple[int, int], message: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError) as raised:
        settings(text, tmp_path)
    assert message in str(raised.value)
    assert raised.value.place == place
    assert raised.value.path.endswith("advancelint.toml")
    assert raised.value.others == ()


def test_all_mistakes_of_a_file_are_told_at_once_in_order(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        settings("profile = 'x'\nfail-on = 'y'\n[kinds]\nz = []\nprep = 1\n", tmp_path)
    told = [raised.value, *raised.value.others]
    assert [one.place and one.place.line for one in told] == [1, 2, 4, 5]
    assert str(raised.value).count("advancelint.toml:") == 4


def test_a_place_counts_lines_as_an_editor_does(tmp_path: Path) -> None:
    (tmp_path / "advancelint.toml").write_bytes("\ufeff# é\r\n[kinds]\r\npreps = []\r\n".encode())
    with pytest.raises(ConfigError) as raised:
        load(str(tmp_path / "advancelint.toml"), str(tmp_path))
    assert raised.value.place == (3, 1)


def test_a_config_for_another_version_says_that_and_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        settings("a-later-key = 1\nrequired-version = '>=99'\n", tmp_path)
    assert "this file is for advancelint >=99" in raised.value.message
    assert raised.value.place == (2, 1)
    assert raised.value.others == ()


@pytest.mark.parametrize(
    ("specifier", "version", "fits"),
    [
        (">=0.2", "0.2.0", True),
        (">=0.2", "0.10", True),
        (">=0.2,<1", "1.0.0", False),
        (">=0.2 , <1", "0.9.9", True),
        ("==0.2", "0.2.0", True),
        ("==0.2", "0.2.1", False),
        ("!=0.2", "0.2.0", False),
        (">0.2", "0.2", False),
        ("<=0.2", "0.2", True),
        (">=0.2", "0.2.0rc1", False),
        ("<0.2", "0.2.0.dev3", True),
        (">=0.2", "0.2.0.post1", True),
    ],
)
def test_versions_compare_as_pep_440_says(specifier: str, version: str, fits: bool) -> None:
    assert satisfies(specifier, version) is fits


def test_the_search_ends_at_the_top_of_the_repository(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert above(str(inner)) == str(tmp_path / "a")
    (tmp_path / "a" / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert above(str(inner)) == str(tmp_path / "a")
    assert above(str(tmp_path / "a")) == ""


def test_outside_of_a_repository_folders_that_are_shared_are_not_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "home" / "plans"
    inner.mkdir(parents=True)
    assert above(str(inner)) == str(tmp_path / "home")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert above(str(inner)) == ""
    (tmp_path / "home" / ".git").mkdir()
    assert above(str(inner)) == str(tmp_path / "home")
    drop = tmp_path / "drop"
    (drop / "a").mkdir(parents=True)
    drop.chmod(0o777 | stat.S_ISVTX)
    assert above(str(drop / "a")) == ""


def test_a_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    assert candidates(str(tmp_path)) == []
    path.write_text("[tool.other]\n[project]\ndependencies = ['advancelint']\n", encoding="utf-8")
    assert candidates(str(tmp_path)) == [str(path)]
    assert load(str(path), str(tmp_path)) is None
    path.write_text("[tool]\nadvancelint.our-company = 'T'\n", encoding="utf-8")
    config = load(str(path), str(tmp_path))
    assert config is not None
    assert config.settings(str(tmp_path / "a.md"), "").our_company == "T"
    path.write_text("[tool.advancelint]\nour-company = 3\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"pyproject.toml:2:1: our-company must be a text"):
        load(str(path), str(tmp_path))


def test_a_config_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "advancelint.toml"
    path.write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="no UTF-8"):
        load(str(path), str(tmp_path))
    path.write_text("a = " + "[" * 5000, encoding="utf-8")
    with pytest.raises(ConfigError, match="TOML"):
        load(str(path), str(tmp_path))


def published() -> dict[str, object]:
    with open(SCHEMA, encoding="utf-8") as file:
        document: dict[str, object] = json.load(file)
    return document


def test_the_schema_takes_what_is_read_and_refuses_what_is_refused() -> None:
    schema = published()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tomllib.loads(WHOLE), schema)
    for wrong in (
        "our-peple = []", "our-people = ''", "[kinds]\npreps = []", "date-order = 'x'", "as-of = 'never'",
        "required-version = '~=1'", "severity.AD = 'of'", "[[overrides]]\nprofile = 'pharma'",
        "[[overrides]]\nfiles = ['a']\nas-of = 'today'", "[[overrides]]\nfiles = ['a']\nprofile = 'x'",
    ):  # fmt: skip
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(tomllib.loads(wrong), schema)


def test_schema_and_key_table_name_every_key_once() -> None:
    properties = published()["properties"]
    assert isinstance(properties, dict)
    assert list(properties) == list(BY_NAME)
    assert [line.split("|")[1].strip() for line in key_table()][2:] == list(BY_NAME)
    assert set(tomllib.loads(WHOLE)) | {"extends"} >= {key.name for key in KEYS if not key.name.startswith("extend-")}


def test_every_key_that_adds_has_one_that_it_adds_to() -> None:
    adding = [name.removeprefix("extend-") for name in BY_NAME if name.startswith("extend-")]
    assert adding
    assert all(BY_NAME[name].shape == BY_NAME[f"extend-{name}"].shape for name in adding)


def test_what_the_config_says_is_heeded(tmp_path: Path) -> None:
    text = (
        "# Norwood\n\n**Date:** 05/06/2026\n**Stage:** Warming up\n"
        "**Attendees:** Ana Ruiz, Jo Park (Thermovane), Mia Salo\n\n"
        "**Point of the visit:** Mia signs.\n\n**Outcome:** nothing\n**What came of it:** advance\n"
    )
    plan = understand(Source.of("a.md", text), settings(WHOLE, tmp_path, "calls/a.md"))
    assert (plan.kind, plan.declared, plan.stage.value) == ("prep", True, "discover")
    assert [call.date.value for call in plan.calls] == ["2026-06-05"]
    assert [one.passage.text for one in plan.objectives] == ["Mia signs."]
    assert [one.passage.text for one in plan.outcomes] == ["advance"]
    assert {one.name: one.side for one in plan.people} == {
        "Ana Ruiz": "seller",
        "Jo Park": "seller",
        "Mia Salo": "client",
    }
