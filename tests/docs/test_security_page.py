"""The page on security names the test of each promise, and the test is there."""

from __future__ import annotations

import os
import re

from command import ROOT


def page() -> str:
    with open(os.path.join(ROOT, "docs", "security.md"), encoding="utf-8") as file:
        return file.read()


def test_every_promise_names_a_test_that_exists() -> None:
    rows = [
        line for line in page().splitlines() if line.startswith("| ") and not line.startswith(("| promise", "| ---"))
    ]
    assert len(rows) > 20
    for row in rows:
        named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", row)
        assert named, row
        for path, name in named:
            with open(os.path.join(ROOT, path), encoding="utf-8") as file:
                assert f"def {name}(" in file.read() if name else "def test_", f"{path}::{name}"


def test_every_test_on_security_is_named() -> None:
    for name in os.listdir(os.path.join(ROOT, "tests", "security")):
        assert not name.startswith("test_") or f"tests/security/{name}" in page()
