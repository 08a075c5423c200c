"""Whichever way the tool is run, the same is said of a file."""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from command import ROOT, START, environment
from parity_corpus import build, names_of
from repository import git
from runner import loaded, seed, step

from advancelint.cli.app import app
from advancelint.report.formats import NAMES

OPTIONS = ("check", "--as-of", "2026-06-01", "--output-format", "json", "--fail-on", "never")
Findings = list[dict[str, Any]]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus in a repository that tracks all of it."""
    folder = build(tmp_path_factory.mktemp("parity") / "plans")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "plans")
    return folder


@pytest.fixture(scope="module")
def names(corpus: Path) -> list[str]:
    return names_of(corpus)


@pytest.fixture(scope="module")
def expected(corpus: Path) -> Findings:
    """What is said when the whole folder is given to one process."""
    found = shell(corpus, ".")
    assert {one["path"].partition("/")[0] for one in found} >= {
        "account", "two words", "Größe", 'quo"te', "teams", "zwei", "crlf", "bom", "odd", "plans",
    }  # fmt: skip
    assert len(found) > 100
    assert {one["code"][:2] for one in found} == {"AD", "CF", "CH", "IN", "PL", "RE", "SP", "SU"}
    assert {one["held"]["by"] for one in found if "held" in one} == {"suppression", "baseline"}
    return found


def shell(folder: Path, *arguments: str) -> Findings:
    """What a process of its own says."""
    command = [sys.executable, "-c", START, *OPTIONS, *arguments]
    run = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=False, timeout=300)
    assert run.returncode in (0, 2), run.stderr.decode()
    return findings(run.stdout.decode())


def here(folder: Path, *arguments: str, data: bytes = b"") -> Findings:
    """What a run in this process says, which knows nothing of the runs before it."""
    with contextlib.chdir(folder):
        ended = CliRunner().invoke(app, [*OPTIONS, *arguments], input=data, env={"PRE_COMMIT": None})
    assert ended.exit_code in (0, 2), ended.output
    return findings(ended.stdout)


def findings(text: str) -> Findings:
    """The findings, also those that are held, of all reports in ``text``, with whatever stands around them."""
    found: Findings = []
    for match in re.finditer(r"^\{$", text, re.MULTILINE):
        document, _ = json.JSONDecoder().raw_decode(text, match.start())
        found += [*document["diagnostics"], *document["held"]]
    return found


def told(found: Findings) -> Findings:
    """``found`` in the order in which one run would tell it."""
    return sorted(found, key=lambda one: (one["path"], one["line"], one["column"], one["code"]))


def test_all_paths_at_once(corpus: Path, names: list[str], expected: Findings) -> None:
    assert shell(corpus, "--", *names) == expected


def test_once_more(corpus: Path, expected: Findings) -> None:
    assert shell(corpus) == expected


@pytest.mark.parametrize("seed", [1, 2])
def test_in_any_order(corpus: Path, names: list[str], expected: Findings, seed: int) -> None:
    shuffled = random.Random(seed).sample(names, len(names))
    assert here(corpus, "--", *shuffled) == expected


def test_named_twice_and_in_two_ways(corpus: Path, names: list[str], expected: Findings) -> None:
    assert here(corpus, "--", ".", *names[:9], *(str(corpus / name) for name in names[5:20])) == expected


def test_one_file_at_a_time(corpus: Path, names: list[str], expected: Findings) -> None:
    assert told([one for name in names for one in here(corpus, "--", name)]) == told(expected)


def test_one_process_for_each_file_of_an_account(corpus: Path, names: list[str], expected: Findings) -> None:
    chosen = [name for name in names if name.startswith("zwei")]
    alone = [one for name in chosen for one in shell(corpus, "--", name)]
    assert told(alone) == told([one for one in expected if one["path"] in chosen])


@pytest.mark.parametrize("size", [3, 31])
def test_in_batches(corpus: Path, names: list[str], expected: Findings, size: int) -> None:
    shuffled = random.Random(size).sample(names, len(names))
    batches = [shuffled[first : first + size] for first in range(0, len(names), size)]
    assert told([one for batch in batches for one in here(corpus, "--", *batch)]) == told(expected)


def test_from_standard_input(corpus: Path, names: list[str], expected: Findings) -> None:
    spoken: Findings = []
    for name in names:
        spoken += here(corpus, f"--stdin-filename={name}", data=(corpus / name).read_bytes())
    assert told(spoken) == told(expected)


@pytest.mark.parametrize("start", ["zwei", "teams/north", ".."])
def test_from_another_folder(corpus: Path, expected: Findings, start: str) -> None:
    above = os.path.relpath(corpus, corpus / start)
    found = [
        {**one, "path": os.path.relpath(corpus / start / one["path"], corpus)} for one in shell(corpus / start, above)
    ]
    assert told(found) == told(expected)


def test_by_absolute_paths(corpus: Path, expected: Findings) -> None:
    found = [{**one, "path": os.path.relpath(one["path"], corpus)} for one in here(Path("/"), str(corpus))]
    assert told(found) == told(expected)


def test_through_a_link(corpus: Path, expected: Findings, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(corpus)
    found = [{**one, "path": os.path.relpath(one["path"], "link")} for one in here(tmp_path, "link")]
    assert told(found) == told(expected)


def test_in_a_clone_and_outside_of_any_repository(corpus: Path, expected: Findings, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", corpus.as_uri(), "clone")
    assert here(tmp_path / "clone") == expected
    shutil.rmtree(tmp_path / "clone" / ".git")
    assert here(tmp_path / "clone") == expected


def test_since_before_everything(expected: Findings, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "nothing")
    build(tmp_path)
    git(tmp_path, "add", "--all")
    assert here(tmp_path, "--changed-since", "HEAD") == expected


# With other options: the same rules for all ways

TEAMS = ("teams/north", "teams/south", "teams/west", "zwei")
POLICY = "teams/west/advancelint.toml"


@pytest.fixture(scope="module")
def few(names: list[str]) -> list[str]:
    """The files of folders with configs, and of one account."""
    return [name for name in names if name.startswith(TEAMS)]


@pytest.mark.parametrize(
    "options",
    [
        ("--no-suppressions",),
        ("--no-baseline",),
        ("--isolated",),
        ("--config", POLICY),
        ("--no-exclude", "--profile", "pharma"),
        ("--baseline", "teams/west/known.jsonl"),  # the one that the config names
        ("--select", "PL,SU", "--ignore", "PL107"),
        ("--unsafe-fixes", "--statistics", "--show-held"),
    ],
    ids=" ".join,
)
def test_options_mean_the_same_for_a_folder_and_for_its_files(
    corpus: Path, few: list[str], expected: Findings, options: tuple[str, ...]
) -> None:
    whole = here(corpus, *options, *TEAMS)
    usual = told([one for one in expected if one["path"] in few])
    assert (told(whole) == usual) == (options[0] in ("--baseline", "--unsafe-fixes")), "others change what is said"
    assert told([one for name in few for one in here(corpus, *options, "--", name)]) == told(whole)
    batches = [few[first : first + 7] for first in range(0, len(few), 7)]
    assert told([one for batch in batches for one in here(corpus, *options, "--", *batch)]) == told(whole)
    spoken = [
        one
        for name in few
        for one in here(corpus, *options, f"--stdin-filename={name}", data=(corpus / name).read_bytes())
    ]
    assert told(spoken) == told(whole)


def test_in_every_format_at_once(corpus: Path, expected: Findings, tmp_path: Path) -> None:
    words = [word for name in NAMES for word in ("--output-format", name, "--output", str(tmp_path / name))]
    with contextlib.chdir(corpus):
        ended = CliRunner().invoke(
            app, ["check", *OPTIONS[1:3], "--fail-on", "never", *words], env={"PRE_COMMIT": None}
        )
    assert (ended.exit_code, ended.stdout) == (0, "")
    written = {name: (tmp_path / name).read_text("utf-8") for name in NAMES}
    assert findings(written["json"]) == expected
    counting = [one for one in expected if "held" not in one]
    lines = [json.loads(line) for line in written["jsonl"].splitlines()]
    assert [
        line.get("diagnostic") or line.get("held") for line in lines if {"diagnostic", "held"} & set(line)
    ] == expected
    results = json.loads(written["sarif"])["runs"][0]["results"]
    assert sorted(one["ruleId"] for one in results) == sorted(one["code"] for one in expected)
    assert sum(bool(one["suppressions"]) for one in results) == len(expected) - len(counting)
    assert len(json.loads(written["gitlab"])) == len(json.loads(written["rdjson"])["diagnostics"]) == len(counting)
    shown = Counter(re.findall(r": ([A-Z]{2}[0-9]{3}) (?:error|warning|info): ", written["text"]))
    assert shown == Counter(re.findall(r": ([A-Z]{2}[0-9]{3}) (?:error|warning|info): ", written["concise"]))
    assert shown == Counter(one["code"] for one in counting)
    assert written["checkstyle"].count("<error ") == len(counting)


def test_a_patch_is_the_sum_of_the_patches_of_its_files(corpus: Path, few: list[str]) -> None:
    def patch(*paths: str) -> str:
        command = ["check", *OPTIONS[1:3], "--diff", "--unsafe-fixes", "--quiet", "--", *paths]
        with contextlib.chdir(corpus):
            ended = CliRunner().invoke(app, command, env={"PRE_COMMIT": "1"})
        assert ended.exit_code in (0, 1), ended.output
        return ended.stdout

    before = {name: (corpus / name).read_bytes() for name in few}
    whole = patch(*TEAMS)
    assert whole.count("\n+++ b/") > 5
    assert "teams/west/calls/next.md" in whole
    assert "teams/west/old/" not in whole
    assert whole == "".join(patch(name) for name in few)
    assert {name: (corpus / name).read_bytes() for name in few} == before


# Through the real pre-commit, as the manifest has it


@pytest.fixture(scope="module")
def hooked(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Findings]:
    """Run the manifest's hook with this interpreter's tool, which saves building an environment."""
    home = tmp_path_factory.mktemp("pre-commit")
    command = home / "bin" / "advancelint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{START}" "$@"\n', "utf-8")
    command.chmod(0o755)
    with open(os.path.join(ROOT, ".pre-commit-hooks.yaml"), encoding="utf-8") as file:
        manifest = next(hook for hook in yaml.safe_load(file) if hook["id"] == "advancelint")
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    around = {**environment(), "PATH": path, "PRE_COMMIT_HOME": str(home / "home"), "GIT_CONFIG_NOSYSTEM": "1"}

    def hook(*arguments: str, **changes: object) -> Findings:
        own = {**manifest, "language": "system", "args": list(OPTIONS[1:]), "verbose": True, **changes}
        config = home / "config.yaml"
        config.write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [own]}]}, allow_unicode=True), "utf-8")
        words = [sys.executable, "-m", "pre_commit", "run", "--config", str(config), *arguments]
        run = subprocess.run(words, cwd=corpus, env=around, capture_output=True, check=False, timeout=300)
        output = run.stdout.decode()
        assert run.returncode == 0, output + run.stderr.decode()
        return findings(output)

    return hook


def test_the_hook_on_all_files(hooked: Callable[..., Findings], expected: Findings) -> None:
    assert told(hooked("--all-files")) == told(expected)


def test_the_hook_in_shuffled_batches_side_by_side(hooked: Callable[..., Findings], expected: Findings) -> None:
    assert told(hooked("--all-files", require_serial=False)) == told(expected)


@pytest.fixture
def edited(corpus: Path) -> Iterator[Path]:
    """A change of two files that is staged, an edit of a third that is not, and a new file that git does not know."""
    kept = {name: (corpus / name).read_bytes() for name in ("zwei/a.md", "account/account.md", "zwei/b.md")}
    for name in ("zwei/a.md", "account/account.md"):
        (corpus / name).write_bytes(kept[name] + b"\n")
    git(corpus, "add", "--", "zwei/a.md", "account/account.md")
    (corpus / "zwei/b.md").write_bytes(kept["zwei/b.md"].replace(b"evaluate", b"discover"))
    shutil.copy(corpus / "zwei/a.md", corpus / "zwei/0.md")
    yield corpus
    (corpus / "zwei/0.md").unlink()
    for name, data in kept.items():
        (corpus / name).write_bytes(data)
    git(corpus, "add", "--all")


def test_the_hook_on_a_commit_sees_what_is_staged(
    edited: Path, hooked: Callable[..., Findings], expected: Findings
) -> None:
    chosen = ("zwei/a.md", "account/account.md")
    assert told(hooked()) == told([one for one in expected if one["path"] in chosen])


def test_the_hook_compares_what_is_staged(corpus: Path, hooked: Callable[..., Findings], expected: Findings) -> None:
    since = ("--changed-since", "HEAD")
    name = next(one["path"] for one in expected if one["code"].startswith("SP"))
    before = (corpus / name).read_bytes()
    (corpus / name).write_bytes(before + b"\nOne line more.\n")
    git(corpus, "add", "--", name)
    (corpus / name).write_bytes(b"# Not staged\n")
    try:
        hook = told(hooked(args=[*OPTIONS[1:], *since]))
        (corpus / name).write_bytes(before + b"\nOne line more.\n")
        assert hook == told(here(corpus, *since, name))
        assert [one for one in hook if one["code"].startswith("SP")] == [], "its line is an old one"
    finally:
        (corpus / name).write_bytes(before)
        git(corpus, "add", "--", name)


# As the action's step


def test_the_action(corpus: Path, expected: Findings, tmp_path: Path) -> None:
    installed = seed(tmp_path)
    ended = step(installed, tmp_path / "temp", corpus, fail_on="never")
    assert ended.code in (0, 2), ended.log
    written = loaded(ended.outputs["json-file"])
    assert [*written["diagnostics"], *written["held"]] == expected
    counted = Counter(one["severity"] for one in written["diagnostics"])
    told = {severity: int(ended.outputs[f"{severity}s"]) for severity in ("error", "warning", "info")}
    assert told == counted
    chosen = ("zwei", "teams/west", "two words")
    ended = step(installed, tmp_path / "temp", corpus, fail_on="never", paths="\n".join(chosen))
    written = loaded(ended.outputs["json-file"])
    some = [one for one in expected if one["path"].startswith(tuple(f"{folder}/" for folder in chosen))]
    assert [*written["diagnostics"], *written["held"]] == some
