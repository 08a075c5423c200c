"""Fixes, suppressions and the baseline in one run: what is held is never mended, and idle comments are taken out."""

from pathlib import Path

import pytest
from command import DAY, Ended
from command import run as run_command

BASELINE = ".advancelint-baseline.jsonl"
HEAD = """\
---
type: call-plan
stage: discover
---
# Call with Vesna Ilic, 2026-06-10

**Attendees:** Vesna Ilic (Brandt Optics)

**Why they see us:** their returns of April.

"""
FALLBACK = "**Fallback:** Vesna names the colleague who counts the returns by 12 June.\n"
# The seller's sentence, which --fix turns into the client's.
TURNED = "**Objective:** Get Vesna to send the April return figures by 12 June.\n"
MENDED = TURNED.replace("Get Vesna to send", "Vesna sends")


def run(*arguments: str, cwd: Path) -> Ended:
    return run_command(*arguments, "--as-of", DAY, cwd=cwd)


def comment(words: str) -> str:
    return f"<!-- advancelint-{words} -->"


def fixed(folder: Path, text: str, *arguments: str) -> str:
    """Return what ``check --fix`` makes of a plan with ``text``."""
    (folder / "plan.md").write_text(text, "utf-8")
    ended = run("check", "plan.md", "--fix", *arguments, cwd=folder)
    assert "Traceback" not in ended.stderr, ended.stderr
    return (folder / "plan.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # A comment that stands alone goes with its line; between two lines of text an empty one is left.
        (comment("disable-next-line AD401 reason: a showing") + "\n\n" + MENDED, "\n" + MENDED),
        (MENDED.rstrip() + " " + comment("disable-line AD401 reason: a showing") + "\n", MENDED),
        # Of several names the idle one goes.
        (
            comment("disable-next-line AD401, CF501 reason: her own words") + "\n" + TURNED,
            comment("disable-next-line CF501 reason: her own words") + "\n" + TURNED,
        ),
        (comment("disable-next-line CF501 reason: her own words until: 2026-05-31") + "\n" + TURNED, MENDED),
        (comment("enable CF501") + "\n\n" + MENDED, "\n" + MENDED),
    ],
    ids=["unused, alone", "unused, in a line", "one of two names", "expired", "unmatched end"],
)
def test_a_comment_that_holds_nothing_is_taken_out(tmp_path: Path, before: str, after: str) -> None:
    made = fixed(tmp_path, HEAD + before + FALLBACK)
    assert made == HEAD + after + FALLBACK
    again = run("check", "plan.md", "--fail-on", "info", "--diff", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, "")


def test_a_misspelt_rule_is_put_right_only_by_an_unsafe_fix(tmp_path: Path) -> None:
    text = HEAD + comment("disable-next-line CF5O1 reason: her own words") + "\n" + TURNED + FALLBACK
    assert comment("disable-next-line CF5O1 reason: her own words") in fixed(tmp_path, text)
    (tmp_path / "plan.md").write_text(text, "utf-8")
    run("check", "plan.md", "--select", "SU", "--fix", "--unsafe-fixes", cwd=tmp_path)
    assert (tmp_path / "plan.md").read_text("utf-8") == text.replace("CF5O1", "CF501")


def test_what_a_suppression_holds_is_not_mended(tmp_path: Path) -> None:
    text = HEAD + comment("disable-next-line CF501 reason: her own words") + "\n" + TURNED + FALLBACK
    assert fixed(tmp_path, text) == text
    assert fixed(tmp_path, text, "--no-suppressions") == text.replace(TURNED, MENDED)


def test_what_the_baseline_lists_is_not_mended(tmp_path: Path) -> None:
    text = HEAD + TURNED + FALLBACK
    (tmp_path / "plan.md").write_text(text, "utf-8")
    assert run("baseline", "create", cwd=tmp_path).returncode == 0
    assert fixed(tmp_path, text, "--baseline", BASELINE) == text
    diff = run("check", "plan.md", "--diff", "--baseline", BASELINE, cwd=tmp_path)
    assert (diff.returncode, diff.stdout) == (0, "")
    assert fixed(tmp_path, text) == HEAD + MENDED + FALLBACK


def test_what_is_mended_is_told_to_be_gone_from_the_baseline(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(HEAD + TURNED + FALLBACK, "utf-8")
    assert run("baseline", "create", cwd=tmp_path).returncode == 0
    fixed(tmp_path, HEAD + TURNED + FALLBACK)
    ended = run("check", "plan.md", "--fix", "--baseline", BASELINE, cwd=tmp_path)
    assert f"1 listed in {BASELINE} and no longer found" in ended.stderr


def test_a_comment_inside_of_a_sentence_is_not_lost_by_mending_it(tmp_path: Path) -> None:
    inside = comment("disable-line RE303 reason: she offered it herself")
    text = HEAD + TURNED.replace("Get Vesna", f"Get {inside} Vesna") + FALLBACK
    assert inside in fixed(tmp_path, text, "--ignore", "SU701")
