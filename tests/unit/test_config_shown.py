"""What ``config show`` prints as JSON is itself a config, and says the same of a file as those that it was made of."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

import advancelint
from advancelint.cli.origins import as_json, gather
from advancelint.cli.settings import Finder
from advancelint.config import Settings
from advancelint.config.keys import BY_NAME, FAIL_ON, GRADES, KEYS

SCHEMA = os.path.join(os.path.dirname(advancelint.__file__), "schemas", "config.schema.json")
NAMES: list[Any] = [[], ["Ana"], ['O"Neil \\ Söhne', "Mia\tSalo"], ["]#.", "Łukasz"]]
CODES: list[Any] = [[], ["ALL"], ["AD", "plan"], ["AD401", "SP203"]]
PATTERNS: list[Any] = [["calls/"], ["*.md", "!b.md"], ["/deals/**", "a.md"], ["calls/*.md"], ["x/"]]
SAMPLES: dict[str, list[Any]] = {
    "our-company": ["Thermovane", 'O"Neil \\ Söhne'],
    "our-people": NAMES,
    "client-people": NAMES,
    "date-order": ["day-first", "month-first"],
    "profile": ["default", "pharma"],
    "stale-days": [{}, {"align": 1}, {"discover": 30, "align": 2}],
    "kinds": [{"prep": ["calls/"], "none": ["*.md"]}, {"none": ["a.md", "b.md"]}, {"deal": ["*"], "prep": ["calls/"]}],
    "labels": [{"extend": {"objective": ["Point"]}}, {"replace": {"objective": []}, "extend": {"why": ["x", "y"]}}],
    "stages": [{"won": ["Yes"]}, {"align": ["S2"], "won": []}],
    "select": CODES,
    "ignore": CODES,
    "per-file-ignores": [{"calls/": ["SP"]}, {"*.md": ["AD"], "a.*": ["PL"]}],
    "severity": [{"AD": grade, "AD401": "info"} for grade in GRADES],
    "fail-on": list(FAIL_ON),
    "exclude": PATTERNS,
    "respect-gitignore": [True, False],
    "as-of": ["2026-06-01", "2025-01-31"],
    "baseline": ["b.json", "x/b.json"],
    "required-version": [">=0.0.1"],
    "rule-paths": [["team-rules"], ["shared/rules", "one/ABC101-x.yaml"]],
    "packs": [["acme"], []],
    "options": [{"ABC101": {"limit": 5, "words": ["a", "b"]}}, {"abc-name": {"strict": True, "share": 0.5, "to": "x"}}],
}


def values_of(name: str) -> st.SearchStrategy[Any]:
    return st.sampled_from(SAMPLES[name.removeprefix("extend-")])


OVERRIDES = st.lists(
    st.fixed_dictionaries(
        {"files": st.sampled_from(PATTERNS)}, optional={key.name: values_of(key.name) for key in KEYS if key.sometimes}
    ),
    max_size=2,
)
CONFIGS = st.fixed_dictionaries(
    {}, optional={**{key.name: values_of(key.name) for key in KEYS if key.name != "extends"}, "overrides": OVERRIDES}
)


def toml(table: dict[str, Any]) -> str:
    """A TOML document of one line a key, tables inline."""

    def value(item: Any) -> str:
        if isinstance(item, dict):
            return "{" + ", ".join(f"{json.dumps(key)} = {value(one)}" for key, one in item.items()) + "}"
        return "[" + ", ".join(map(value, item)) + "]" if isinstance(item, list) else json.dumps(item)

    return "".join(f"{json.dumps(key)} = {value(item)}\n" for key, item in table.items())


def answers(files: list[str]) -> list[tuple[Settings, bool]]:
    finder = Finder()
    return [(finder.settings_of(file), finder.exclusion_of(file) != "") for file in files]


def test_the_samples_cover_every_key() -> None:
    assert {*SAMPLES, *(f"extend-{name}" for name in SAMPLES), "extends", "overrides"} >= set(BY_NAME)


@settings(deadline=None)
@given(CONFIGS, CONFIGS, st.sampled_from(["a.md", "calls/b.md", "deals/x/c.md"]), st.booleans())
def test_what_is_shown_is_a_config_that_says_the_same(
    extended: dict[str, Any], own: dict[str, Any], name: str, whole: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "base.toml").write_text(toml(extended), encoding="utf-8")
        Path(folder, "advancelint.toml").write_text(f"extends = 'base.toml'\n{toml(own)}", encoding="utf-8")
        file = os.path.join(folder, name)
        files = [os.path.join(folder, one) for one in ("a.md", "calls/b.md", "deals/x/c.md")] if whole else [file]
        before = answers(files)
        here = os.getcwd()
        os.chdir(folder)
        try:
            shown = json.loads("".join(as_json(gather(Finder(), "" if whole else file, {}))))
        finally:
            os.chdir(here)
        with open(SCHEMA, encoding="utf-8") as opened:
            jsonschema.validate(shown["values"], json.load(opened))
        Path(folder, "advancelint.toml").write_text(toml(shown["values"]), encoding="utf-8")
        assert answers(files) == before
