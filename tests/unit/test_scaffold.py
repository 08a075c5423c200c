"""The hooks are added to a pre-commit config without touching a character of it, or not at all."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from advancelint import ACTION, HOME
from advancelint.cli.init import _PARTS
from advancelint.cli.offer import PARTS
from advancelint.config.schema import schema
from advancelint.scaffold import (
    Known,
    MergeError,
    config,
    entry,
    schema_path,
    toml_line,
    with_hooks,
    workflow,
    yaml_line,
)  # fmt: skip

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OURS = yaml.safe_load(entry())

RUFF = """\
# What we check.
default_stages: [pre-commit]
repos:
  - repo: https://example.org/ruff   # the linter
    rev: "1.10"
    hooks:
      - id: ruff
        args: [--fix]
      # - id: ruff-format
"""


def inserted(before: str, after: str) -> str:
    """What stands in ``after`` beside all of ``before``, which is there in two pieces."""
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    ending = before[start:]
    assert after.endswith(ending)
    return after[start : len(after) - len(ending)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing yet\n",
        "repos:\n",
        "repos:  # none so far\n",
        "fail_fast: true\n",
        "fail_fast: true",
        RUFF,
        RUFF.rstrip("\n"),
        RUFF.replace("\n", "\r\n"),
        RUFF.replace("\n  ", "\n"),
        RUFF.replace("\n  ", "\n      "),
        RUFF + "\n\n# for the service\nci:\n  autofix_prs: false\n",
        RUFF + "ci: {}\n",
        "---\n" + RUFF,
        "repos:\n-   repo: local\n    hooks: []\nexclude: |\n  a\n  b\n",
        "repos:\n- {repo: local, hooks: []}\n",
    ],
)
def test_one_more_repository_and_nothing_else(text: str) -> None:
    made = with_hooks(text)
    before: dict[str, Any] = yaml.safe_load(text) or {}
    assert yaml.safe_load(made) == {**before, "repos": [*(before.get("repos") or []), *OURS]}
    added = inserted(text, made)
    assert HOME in added
    assert (made.count("\n") - made.count("\r\n") == 0) == ("\r\n" in text)
    assert with_hooks(made) == made


def test_a_comment_stays_with_what_it_is_about() -> None:
    made = with_hooks(RUFF + "\n# for the service\nci:\n  autofix_prs: false\n")
    assert "      # - id: ruff-format\n  - repo: " in made
    assert "HEAD]\n\n# for the service\nci:" in made


@pytest.mark.parametrize(
    "text",
    [
        "repos: []\n",
        "repos: [{repo: local, hooks: []}]\n",
        "repos: nothing\n",
        "repos: {a: b}\n",
        "- repo: local\n",
        "{repos: [], ci: {}}\n",
        "{fail_fast: true}\n",
        "a: &x 1\nrepos: *x\n",
        "repos:\n- repo: local\n...\n",
        "repos:\n- repo: local\n---\nrepos:\n",
        "repos:\n  - repo: [\n",
        "repos:\n  -\n    repo: local\n    hooks: []\n",
        "just words\n",
        "repos:\n- repo: local\nrepos:\n- repo: local\n",
        "repos:\n- repo: local\n  exclude: |\n    a\n\n\n\x07",
    ],
)
def test_what_is_not_certain_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(MergeError) as refused:
        with_hooks(text)
    assert refused.value.message
    assert 0 <= refused.value.offset <= len(text)


@pytest.mark.parametrize("name", ["advancelint", "advancelint-fix", "advancelint-portfolio", "advancelint-config"])
def test_a_config_that_has_one_of_our_hooks_is_left_alone(name: str) -> None:
    text = f"repos:\n- repo: https://example.net/fork\n  hooks: [{{id: {name}}}]\n"
    assert with_hooks(text) == text


_KEYS = st.sampled_from(["ci", "fail_fast", "exclude", "default_stages"])
_VALUES = st.one_of(st.booleans(), st.text("ab\n#: é", max_size=9), st.lists(st.sampled_from("xy"), max_size=2))
_REPOS = st.lists(
    st.fixed_dictionaries({"repo": st.text("ab:/#' ", min_size=1), "hooks": st.builds(lambda: [{"id": "x"}])})
)


@given(st.dictionaries(_KEYS, _VALUES), _REPOS, st.booleans(), st.integers(2, 6))
def test_any_config_is_added_to_or_refused(rest: dict[str, Any], repos: list[Any], last: bool, indent: int) -> None:
    whole = {**rest, "repos": repos} if last else {"repos": repos, **rest}
    text = yaml.safe_dump(whole, sort_keys=False, indent=indent, allow_unicode=True)
    try:
        made = with_hooks(text)
    except MergeError:
        assert not repos  # which PyYAML writes as []
        return
    assert yaml.safe_load(made) == {**whole, "repos": [*repos, *OURS]}
    inserted(text, made)


@pytest.mark.parametrize(
    "known",
    [
        Known(),
        Known(
            'Çelik "Dömer" \\ Sons',
            ('Jo "Bo" Çelik', "Ana \\ Ruiz"),
            (("prep", ("/calls/", "/ré unions/")), ("deal", ("/deals/",))),
            "b.jsonl",
        ),
    ],
)
def test_a_new_config_is_a_right_one(known: Known) -> None:
    made = tomllib.loads(config(known))
    jsonschema.validate(made, schema())
    assert made.get("our-company", "") == known.company
    assert made.get("our-people", []) == list(known.people)
    assert made.get("kinds", {}) == {kind: list(patterns) for kind, patterns in known.kinds}
    assert made.get("baseline", "") == known.baseline


@pytest.mark.parametrize("path", ["card.yaml", "team/card.yaml", "a b/c/card.yaml", "./card.yaml"])
def test_the_first_line_leads_from_the_file_to_the_schema(path: str, tmp_path: Path) -> None:
    for line, lead in ((yaml_line, "# yaml-language-server: $schema="), (toml_line, "#:schema ")):
        way = line("card", path).removeprefix(lead)
        assert way.startswith(("./", "../"))  # Taplo takes anything else for an address
        assert " " not in way
        found = os.path.normpath(tmp_path / os.path.dirname(path) / way)
        assert found == str(tmp_path / schema_path("card"))


def test_the_workflow_needs_to_read_only_and_names_commits_or_releases() -> None:
    made = yaml.safe_load(workflow())
    assert made["permissions"] == {"contents": "read"}
    used = [step["uses"] for step in made["jobs"]["plans"]["steps"]]
    assert all(len(reference.partition("@")[2].lstrip("v")) in (40, 5) for reference in used), used
    assert "${{" not in workflow()


def test_the_workflow_sets_inputs_that_the_action_has() -> None:
    with open(os.path.join(ROOT, "action.yml"), encoding="utf-8") as file:
        inputs = set(yaml.safe_load(file)["inputs"])
    steps = [step for step in yaml.safe_load(workflow())["jobs"]["plans"]["steps"] if ACTION in step["uses"]]
    assert steps
    assert all(step["with"].keys() <= inputs for step in steps)


def test_the_parts_of_the_help_are_those_that_there_are() -> None:
    assert _PARTS == PARTS
