"""Runs over a hostile repository under eyes that see every file, program and address: git alone, and no network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import DAY, START, environment
from hostile_repository import configure, plan_repository, trap, watched
from repository import write

COMMANDS = (
    ("check", "--as-of", DAY), ("check", "--as-of", "commit", "--output-format", "markdown"),
    ("check", "--changed-since", "HEAD~1"), ("check", "--portfolio"), ("check", "--diff"), ("inspect", "deal.md"),
    ("suggest", "deal.md"), ("suppressions",), ("baseline", "status"), ("rules",), ("explain", "AD401"),
    ("config", "check"), ("config", "show"), ("schema", "config"), ("rule", "test", "team"), ("init", "--diff"),
)  # fmt: skip


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    folder = plan_repository(tmp_path / "repository")
    trap_ = trap(tmp_path / "trap")
    configure(folder, f'[core]\n\tfsmonitor = {trap_.call("x")}\n[filter "evil"]\n\tprocess = {trap_.call("x")}\n')
    write(folder, ".gitattributes", "*.md filter=evil\n")
    write(folder, "advancelint.toml", 'rule-paths = ["team"]\nbaseline = "old.jsonl"\n')
    write(folder, "old.jsonl", '{"advancelint-baseline": 1}\n')
    write(
        folder,
        "team/ABC101-x.yaml",
        "code: ABC101\nname: x\nsummary: S\nfamily: house\nseverity: warning\non: objective\nmessage: m\nwhy: w\n"
        "phrases: [burner]\nexamples: {flagged: [{text: burner}], clean: [{text: b}]}\nurl: https://evil.example/x\n",
    )
    write(
        folder,
        "links.md",
        "# Call prep\n\n![x](https://evil.example/x.png)\n\n**Objective:** [y](file:///x)\n",
    )
    return folder


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_asks_the_network_starts_anything_but_git_or_writes(
    hostile: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    seen = watched(hostile, *words, home=tmp_path / "home")
    assert seen.ended.returncode in (0, 1), seen.ended.stderr
    assert seen.network == set()
    assert {os.path.basename(program) for program in seen.started} <= {"git"}
    cache = str(tmp_path / "home" / "cache")
    assert {path for path in seen.written if not path.startswith((cache, os.devnull))} == set()
    assert os.listdir(tmp_path / "trap" / "sprung") == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_the_system_sees_no_other_program_and_no_address(hostile: Path, tmp_path: Path) -> None:
    log = tmp_path / "calls"
    command = ["strace", "-f", "-qq", "-e", "trace=execve,socket,connect,sendto", "-o", str(log)]
    words = [sys.executable, "-c", START, "check", "--changed-since", "HEAD~1"]
    ended = subprocess.run([*command, *words], cwd=hostile, env=environment(), capture_output=True, check=False)
    if not log.exists() or b"ptrace" in ended.stderr:
        pytest.skip("strace may look at nothing here")
    calls = log.read_text("utf-8", "replace")
    started = set(re.findall(r'execve\("([^"]*)".*= 0$', calls, re.MULTILINE))
    assert len(started) > 1
    assert {os.path.basename(program) for program in started} <= {"git", os.path.basename(sys.executable)}
    assert not re.search(r"AF_INET|AF_NETLINK|AF_PACKET", calls)
