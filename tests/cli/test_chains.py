"""The chains that `check --output-format markdown` tells, on accounts of several files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from command import DAY, ROOT
from repository import commit, new_repository, run, write

BROKEN = os.path.join(ROOT, "examples", "account", "broken")
PREP = "2026-06-09-budget-prep.md"
# The account in the order of its days, each call with what its files say of it.
CALLS = [
    ("2026-04-14", "called an advance, holds only warm words"),
    ("2026-05-06", "a continuation"),
    ("2026-05-19", "no outcome written down"),
    ("2026-06-09", "asks for an act of the client's"),
]


@pytest.fixture
def account(tmp_path: Path) -> Path:
    folder = new_repository(tmp_path / "plans")
    shutil.copytree(BROKEN, folder / "isarne")
    commit(folder)
    return folder


def told(folder: Path, *arguments: str, text: str = "") -> str:
    ended = run(folder, "check", "--as-of", DAY, "--output-format", "markdown", *arguments, text=text)
    assert ended.returncode in (0, 1), ended.stderr
    return ended.stdout.partition("### The chain of each account\n")[2]


def calls(text: str) -> list[tuple[str, str]]:
    cells = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ") and "2026-" in line]
    return [(row[0].removeprefix("**ahead** ")[:10], row[2].rstrip(" |")) for row in cells]


def test_an_account_of_several_files_has_one_chain(account: Path) -> None:
    text = told(account)
    assert calls(text) == CALLS
    assert text.count("**Isarne Ceramics**, stage evaluate (isarne/account.md)") == 1
    assert "| CH604 |" in text


def test_one_file_of_it_is_enough(account: Path) -> None:
    text = told(account, f"isarne/{PREP}")
    assert calls(text) == CALLS
    assert "(isarne/account.md)" in text, "the file that speaks for the account is named, given or not"


def test_paths_begin_at_the_top_of_the_repository(account: Path) -> None:
    assert "(isarne/account.md)" in told(account / "isarne")


def test_of_changes_only_the_touched_accounts_are_told(account: Path) -> None:
    write(account, "other/plan.md", (account / "isarne" / PREP).read_text("utf-8").replace("Isarne", "Orlan"))
    commit(account)
    assert told(account).count("\n| call |") == 2
    write(account, "other/plan.md", (account / "other/plan.md").read_text("utf-8") + "\nOne line more.\n")
    text = told(account, "--changed-since", "HEAD")
    assert text.count("\n| call |") == 1
    assert "Orlan" in text


def test_standard_input_has_findings_and_no_chain(account: Path) -> None:
    plan = (account / "isarne" / PREP).read_text("utf-8")
    ended = run(account, "check", "--as-of", DAY, "--output-format", "markdown", "-", text=plan)
    assert "chain of each" not in ended.stdout
    assert ended.stdout.startswith("### advancelint: ")


def test_other_formats_pay_for_no_chain(account: Path) -> None:
    ended = run(account, "check", "--as-of", DAY, "--output-format", "json")
    assert '"chains"' not in ended.stdout


def test_of_several_outcomes_of_a_call_an_order_counts_first(account: Path) -> None:
    notes = account / "isarne" / "2026-05-06-call-notes.md"
    ordered = "**Outcome:** continuation. Mathis is away.\n**Outcome:** order. Mathis placed the order for two kilns."
    lines = [ordered if line.startswith("**Outcome:**") else line for line in notes.read_text("utf-8").splitlines()]
    write(account, "isarne/2026-05-06-call-notes.md", "\n".join(lines) + "\n")
    assert dict(calls(told(account)))["2026-05-06"] == "an order"


def test_an_ask_that_may_be_read_either_way_is_called_unsure(account: Path) -> None:
    prep = (account / "isarne" / PREP).read_text("utf-8")
    asked = "**Objective:** Mathis introduces us to CFO Leonie Graf by 19 June."
    assert asked in prep
    write(account, f"isarne/{PREP}", prep.replace(asked, "**Objective:** Send us the gas bills."))
    assert dict(calls(told(account)))["2026-06-09"] == "not sure what it asks for"
