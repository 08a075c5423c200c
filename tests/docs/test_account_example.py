"""The account of five files: broken it shows what its page says, repaired it shows nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from typing import Any

import pytest
from command import ROOT, START

FOLDER = os.path.join("examples", "account")


@cache
def found(*paths: str) -> tuple[tuple[str, str], ...]:
    names = [os.path.join(FOLDER, path) for path in paths]
    command = [sys.executable, "-c", START, "check", "--as-of", "2026-06-01", "--output-format", "json", *names]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode in (0, 1), run.stderr
    result: dict[str, Any] = json.loads(run.stdout)
    return tuple((os.path.basename(one["path"]), one["code"]) for one in result["diagnostics"])


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("2026-04-14-visit-notes.md", "CH603"),
        ("2026-05-19-layout-prep.md", "CH602"),
        ("2026-06-09-budget-prep.md", "CH604"),
        ("account.md", "CF503"),
        ("account.md", "CH605"),
        ("account.md", "CH607"),
        ("account.md", "CH608"),
        ("account.md", "CH610"),
    ],
)
def test_the_broken_chain_is_found(file: str, code: str) -> None:
    assert (file, code) in found("broken")


def test_the_repaired_one_is_clean() -> None:
    assert found("repaired") == ()


@pytest.mark.parametrize("file", sorted(os.listdir(os.path.join(ROOT, FOLDER, "broken"))))
def test_a_file_has_one_answer_whatever_else_is_given(file: str) -> None:
    alone = [one for one in found(os.path.join("broken", file)) if one[0] == file]
    assert alone == [one for one in found("broken") if one[0] == file]
