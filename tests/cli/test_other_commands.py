"""``read``, ``explain``, ``rules`` and the help."""

import json
import os
import subprocess
import sys

import pytest

from advancelint import __version__
from advancelint.reading.model import FACETS

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
START = "import sys; from advancelint.cli import main; sys.exit(main())"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.path.join(ROOT, "src"), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", START, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60)


def test_read_gives_each_facet_a_line_with_its_words_and_evidence() -> None:
    ended = run("read", "Tomas sends the May log by 12 June", "--client", "Tomas Berg", "--stage", "engage")
    assert ended.returncode == 0
    lines = ended.stdout.splitlines()
    assert [line.split("  ")[0] for line in lines] == [name.replace("_", " ") for name in (*FACETS, "confidence")]
    assert "“by 12 June”" in next(line for line in lines if line.startswith("deadline"))


def test_read_as_json() -> None:
    ended = run("read", "Tomas sends the May log by 12 June", "--client", "Tomas", "--format", "json")
    document = json.loads(ended.stdout)
    assert list(document["facets"]) == list(FACETS)
    assert document["facets"]["actor"]["value"] == "client"


@pytest.mark.parametrize("sentence", ["", " ", "\x1b[2J", "x" * 100_000, "(" * 5_000, "Ana " * 5_000])
def test_read_survives_any_sentence(sentence: str) -> None:
    ended = run("read", "--", sentence)
    assert ended.returncode == 0, ended.stderr
    assert "\x1b" not in ended.stdout


def test_explain_by_code_and_by_name() -> None:
    by_code, by_name = run("explain", "ad401"), run("explain", "seller-activity")
    assert by_code.returncode == 0
    assert by_code.stdout == by_name.stdout
    assert by_code.stdout.startswith("AD401 seller-activity (error, advance)\n")


def test_explain_of_nothing_known() -> None:
    ended = run("explain", "AD4O1")
    assert ended.returncode == 2
    assert "Did you mean “AD401”?" in ended.stderr


def test_rules_lists_every_card() -> None:
    listed = [line.split()[0] for line in run("rules").stdout.splitlines()]
    assert listed == sorted(name[:5] for name in os.listdir(os.path.join(ROOT, "rules")))


def test_version() -> None:
    assert run("--version").stdout == run("--version").stdout == f"advancelint {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["read", "--help"], ["explain", "--help"], ["rules", "--help"]]
)
def test_help_has_an_example(arguments: list[str]) -> None:
    ended = run(*arguments)
    assert ended.returncode == 0
    assert "Example: advancelint " in ended.stdout


def test_an_unknown_command_is_told_what_was_meant() -> None:
    ended = run("chek")
    assert ended.returncode == 2
    assert "Did you mean “check”?" in ended.stderr


def test_the_version_is_told_without_loading_the_command_line() -> None:
    code = "import sys; from advancelint.cli import main; main(['--version']); print('click' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": os.path.join(ROOT, "src")}
    ended = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert ended.stdout.endswith("False\n")
