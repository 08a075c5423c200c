"""``--changed-since`` with suppressions, the baseline and fixes: what the change brought, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from repository import check, commit, new_repository, run, write
from test_held_fixes import FALLBACK, MENDED, TURNED, comment

# Two objectives that --fix turns round, of which a change touches one.
FIRST = TURNED
SECOND = "**Objective:** Ask Vesna to count the May returns by 18 June.\n"
TURNED_ROUND = SECOND.replace("Ask Vesna to count", "Vesna counts")
CALLS = """\
---
type: deal-plan
stage: discover
---
# Brandt Optics

**Sales objective:** Brandt Optics buys the diagnosis kit (EUR 40k) for 12 shops by 30 November 2026.
**Client's win:** fewer returns.

## Calls
### 2026-06-10 First visit
**Attendees:** Vesna Ilic (Brandt Optics)
{first}
### 2026-06-16 Second visit
**Attendees:** Vesna Ilic (Brandt Optics)
{second}"""
DEAL = CALLS.format(first=FIRST, second=SECOND)
SINCE = ("--changed-since", "HEAD")
CHOSEN = ("--select", "CF501,SU", "--fail-on", "info")


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    folder = new_repository(tmp_path / "plans")
    write(folder, "deal.md", DEAL)
    commit(folder)
    return folder


def told(folder: Path, *arguments: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Return line and code of what is reported and of what is held."""
    ended = check(folder, *CHOSEN, *SINCE, "--output-format", "json", *arguments)
    assert ended.returncode in (0, 1), ended.stderr
    document = json.loads(ended.stdout)
    reported, held = ([(one["line"], one["code"]) for one in document[key]] for key in ("diagnostics", "held"))
    return reported, held


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


# --- fixes


def test_only_what_is_reported_is_mended(deal: Path) -> None:
    write(deal, "deal.md", DEAL.replace("by 18 June", "by 19 June"))
    check(deal, *SINCE, "--fix")
    assert (deal / "deal.md").read_text("utf-8") == CALLS.format(
        first=FIRST, second=TURNED_ROUND.replace("by 18 June", "by 19 June")
    )


def test_lines_that_a_fix_adds_above_make_nothing_below_look_changed(deal: Path) -> None:
    write(deal, "deal.md", DEAL.replace("fewer returns.", "far fewer returns."))
    before = (deal / "deal.md").read_text("utf-8")
    reported, _ = told(deal, "--select", "ALL", "--fix", "--unsafe-fixes")
    after = (deal / "deal.md").read_text("utf-8")
    assert after.count("TBD") > 0, "what is said of the whole document or its account is reported, and lines are added"
    assert FIRST in after
    assert SECOND in after
    assert [one for one in reported if one[1] == "CF501"] == []
    assert after.count("\n") > before.count("\n")


def test_a_diff_holds_what_fix_would_do(deal: Path) -> None:
    write(deal, "deal.md", DEAL.replace("by 18 June", "by 19 June"))
    ended = check(deal, *SINCE, "--diff")
    assert ended.returncode == 1
    changed = [line for line in ended.stdout.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert changed == [f"{sign}{text.strip()}".replace("18 June", "19 June") for sign, text in
                       (("-", SECOND), ("+", TURNED_ROUND))]  # fmt: skip


def test_of_two_equal_lines_the_changed_one_is_mended(tmp_path: Path) -> None:
    folder = new_repository(tmp_path / "plans")
    write(folder, "deal.md", CALLS.format(first=FIRST, second=FALLBACK))
    commit(folder)
    # Another call with the same words: both have the same words, and only one is new.
    write(folder, "deal.md", CALLS.format(first=FIRST, second=FIRST + FALLBACK))
    check(folder, *SINCE, "--select", "CF501", "--fix")
    assert (folder / "deal.md").read_text("utf-8") == CALLS.format(first=FIRST, second=MENDED + FALLBACK)


# --- suppressions


def test_a_held_finding_is_told_as_held_only_on_what_changed(deal: Path) -> None:
    both = CALLS.format(
        first=comment("disable-next-line CF501 reason: her words") + "\n" + FIRST,
        second=comment("disable-next-line CF501 reason: her words") + "\n" + SECOND,
    )
    write(deal, "deal.md", both)
    commit(deal)
    write(deal, "deal.md", both.replace("by 18 June", "by 19 June"))
    assert told(deal) == ([], [(line_of(both, SECOND), "CF501")])


def test_a_comment_that_a_change_made_idle_is_reported_and_taken_out(deal: Path) -> None:
    held = CALLS.format(first=FIRST, second=comment("disable-next-line CF501 reason: her words") + "\n\n" + SECOND)
    write(deal, "deal.md", held)
    commit(deal)
    # The comment's own line is an old one; what it held has gone.
    write(deal, "deal.md", held.replace(SECOND, TURNED_ROUND))
    assert told(deal)[0] == [(line_of(held, "<!--"), "SU701")]
    check(deal, *SINCE, "--fix")
    assert "<!--" not in (deal / "deal.md").read_text("utf-8")


def test_what_is_wrong_with_a_comment_itself_counts_where_it_stands(deal: Path) -> None:
    broken = DEAL + "\n" + comment("disable-file CF501") + "\n"
    write(deal, "deal.md", broken)
    commit(deal)
    write(deal, "deal.md", broken.replace("by 18 June", "by 19 June"))
    assert told(deal)[0] == [(line_of(broken, SECOND), "CF501")]
    write(deal, "deal.md", broken.replace("disable-file CF501", "disable-file  CF501"))
    assert told(deal)[0] == [(line_of(broken, "<!--"), "SU703")]


@pytest.mark.parametrize("how", ["remove", "rename", "narrow"])
def test_what_a_suppression_for_a_file_or_a_block_held_is_reported_when_it_goes(deal: Path, how: str) -> None:
    words = "disable CF501" if how == "narrow" else "disable-file CF501"
    start, end = comment(f"{words} reason: her words"), comment("enable CF501")
    held = CALLS.format(first=f"{start}\n\n{FIRST}", second=SECOND + "\n" + (end if how == "narrow" else "") + "\n")
    write(deal, "deal.md", held)
    commit(deal)
    assert told(deal) == ([], [])
    if how == "remove":
        write(deal, "deal.md", held.replace(f"{start}\n\n", ""))
    elif how == "rename":
        write(deal, "deal.md", held.replace("disable-file CF501", "disable-file AD401"))
    else:
        # The end of the block moves up, and its second half is open again.
        write(deal, "deal.md", held.replace(f"\n{end}\n", "\n").replace(FIRST, f"{FIRST}\n{end}\n"))
    text = (deal / "deal.md").read_text("utf-8")
    found = [one for one in told(deal)[0] if one[1] == "CF501"]
    expected = [SECOND] if how == "narrow" else [FIRST, SECOND]
    assert found == [(line_of(text, words), "CF501") for words in expected]


def test_a_new_suppression_brings_no_old_finding_up(deal: Path) -> None:
    write(deal, "deal.md", DEAL.replace(SECOND, comment("disable-next-line CF501 reason: hers") + "\n" + SECOND))
    assert told(deal)[0] == []


# --- the baseline


def test_the_baseline_holds_before_the_change_is_looked_at(deal: Path) -> None:
    assert run(deal, "baseline", "create", "--as-of", "2026-06-01").returncode == 0
    commit(deal)
    baseline = ("--baseline", ".advancelint-baseline.jsonl")
    # A heading that moved to another line: the words are known, so nothing is new.
    write(
        deal,
        "deal.md",
        DEAL.replace("fewer returns.", "fewer returns.\n\nA word.").replace(SECOND, SECOND.strip() + " \n"),
    )
    assert told(deal, *baseline) == ([], [(line_of(DEAL, SECOND) + 2, "CF501")])
    write(deal, "deal.md", DEAL.replace("by 18 June", "by 19 June"))
    assert told(deal, *baseline)[0] == [(line_of(DEAL, SECOND), "CF501")]
    ended = check(deal, *CHOSEN, *SINCE, *baseline)
    assert "1 listed in .advancelint-baseline.jsonl and no longer found" in ended.stderr
    write(deal, "deal.md", DEAL + "\n")
    assert "no longer found" not in check(deal, *CHOSEN, *SINCE, *baseline).stderr


def test_the_note_counts_only_what_would_have_been_reported(deal: Path) -> None:
    held = CALLS.format(first=comment("disable-next-line CF501 reason: hers") + "\n" + FIRST, second=SECOND)
    write(deal, "deal.md", held)
    commit(deal)
    write(deal, "deal.md", held + "\nA word.\n")
    assert "note: 1 finding stands on what has not changed" in check(deal, *CHOSEN, *SINCE).stderr
