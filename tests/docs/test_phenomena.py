"""The page of phenomena: up to date, and each line judged as a coach judges it."""

import os
import subprocess
import sys

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCRIPTS = os.path.join(ROOT, "scripts")
sys.path.insert(0, SCRIPTS)

import build_phenomena  # noqa: E402 - a script beside the package, found by the line above

JUDGED = list(build_phenomena.judged())


def test_the_page_is_what_the_reading_says_today() -> None:
    script = os.path.join(SCRIPTS, "build_phenomena.py")
    ended = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout


def test_there_are_at_least_twenty_five_phenomena() -> None:
    assert len({phenomenon for phenomenon, _, _ in JUDGED}) >= 25


@pytest.mark.parametrize(("line", "found"), [row[1:] for row in JUDGED], ids=[row[1]["text"] for row in JUDGED])
def test_a_line_is_judged_as_a_coach_would(line: dict, found: dict) -> None:  # type: ignore[type-arg] # JSON objects
    assert (found["p_advance"] >= 0.5) == line["advance"]
    assert found["deadline"] == line.get("deadline")
    if "who" in line:
        assert found["who"] == line["who"]


@pytest.mark.parametrize(("line", "found"), [row[1:] for row in JUDGED], ids=[row[1]["text"] for row in JUDGED])
def test_no_good_line_is_an_error(line: dict, found: dict) -> None:  # type: ignore[type-arg] # JSON objects
    assert not line["advance"] or found["tier"] != "error"
