"""The manifest that other repositories read: valid, free of the known traps, and matching the names that it should."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from command import ROOT, START
from pre_commit.clientlib import load_manifest
from pre_commit.commands.run import Classifier, filter_by_include_exclude
from team import IDS, MANIFEST

import built

PLANS = ("a.md", "A.MD", "b/c d.markdown", "a.mdown", "a.mkd", "x/a.mkdn", "-a.md", "not-utf-8.mkd")
CONFIGS = ("advancelint.toml", "team/.advancelint.toml", "pyproject.toml", "x/.advancelint-baseline.jsonl")
CARDS = ("rules/AD401-seller-activity.yaml", "QQ900-our-own.yaml")
# Files that no hook has anything to say to.
OTHERS = ("a.txt", "md", "a.md.bak", "readme", "a.mdx", "data.jsonl", "values.yaml", "rules/index.yml", "link.md")
MATCHED = {
    "advancelint": PLANS,
    "advancelint-fix": PLANS,
    "advancelint-portfolio": (*PLANS, *CONFIGS, "sales-policy.toml"),
    "advancelint-config": (*CONFIGS, *CARDS),
}


def manifest() -> dict[str, dict[str, Any]]:
    """The hooks by id, as they stand in the file."""
    with open(MANIFEST, encoding="utf-8") as file:
        return {hook["id"]: hook for hook in yaml.safe_load(file)}


def test_pre_commit_calls_the_manifest_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", MANIFEST]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_ids_are_the_promised_ones() -> None:
    assert tuple(manifest()) == IDS


@pytest.mark.parametrize("name", IDS)
def test_nothing_is_set_that_would_be_lost_or_in_the_way(name: str) -> None:
    hook = manifest()[name]
    # `args` would be replaced by a user's; the others would bar Pythons, stages or versions that serve well.
    assert set(hook) & {"args", "stages", "language_version", "minimum_pre_commit_version", "always_run"} == set()
    assert hook["language"] == "python"
    assert hook["require_serial"] is True
    assert "--" not in hook["entry"].split()  # a user's options would be taken for files behind it


@pytest.mark.parametrize("name", IDS)
def test_the_command_of_the_entry_is_one_that_the_tool_has(name: str) -> None:
    tool, *words = manifest()[name]["entry"].split()
    assert tool == "advancelint"
    environment = {**os.environ, "PYTHONPATH": built.place()}
    command = [sys.executable, "-c", START, *words, "--help"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("name", IDS)
def test_each_hook_gets_the_files_that_concern_it_and_no_others(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = sorted({*OTHERS, *(one for matched in MATCHED.values() for one in matched)})
    for one in names:
        (tmp_path / one).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / one).write_bytes("\0é".encode("utf-16") if one == "not-utf-8.mkd" else b"text\n")
    (tmp_path / "link.md").unlink()
    (tmp_path / "link.md").symlink_to("a.md")  # what it leads to is judged under its own name
    monkeypatch.chdir(tmp_path)
    hook = {one["id"]: one for one in load_manifest(MANIFEST)}[name]
    named = list(filter_by_include_exclude(names, hook["files"], hook["exclude"]))
    kinds = (hook["types"], hook["types_or"], hook["exclude_types"])
    assert set(Classifier(named).by_types(named, *kinds)) == set(MATCHED[name])


@pytest.mark.parametrize("name", IDS)
def test_the_portfolio_alone_looks_at_more_than_it_is_given(name: str) -> None:
    assert manifest()[name].get("pass_filenames", True) == (name != "advancelint-portfolio")


def test_a_clone_without_tags_knows_its_version() -> None:
    with open(os.path.join(ROOT, "pyproject.toml"), encoding="utf-8") as file:
        text = file.read()
    assert "\ndynamic" not in text
    assert '\nversion = "' in text
