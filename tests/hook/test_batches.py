"""Pre-commit cuts long command lines: whatever the cut, all batches together say what one run says."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable

from pre_commit.xargs import partition
from team import Team, outcome, said

# Three files an account, of which each needs the others: who is to sign was met in none of them, which the plan of the
# call cannot know, and the stage stands in one alone.
ACCOUNT = "---\ntype: account-plan\naccount: {name}\nstage: discover\n---\n# {name}\n\n**Outcome:** continuation.\n"
CALL = (
    "---\ntype: call-plan\naccount: {name}\ndate: 2026-06-09\n---\n# Call\n\n"
    "**Objective:** Lena signs the supply contract by 12 June.\n"
)
NOTES = "---\ntype: call-notes\naccount: {name}\ndate: 2026-05-09\n---\n# Notes\n\n**Attendees:** Lena Marsh ({name})\n"
LONGEST = 131072


def fill(team: Team, accounts: int, *, padding: int) -> list[str]:
    """Write three plans for each account and add them; return their names, which have some ``padding`` characters."""
    names = []
    for number in range(accounts):
        account = f"Account {number:04} Works"
        for what, text in (("account", ACCOUNT), ("call", CALL), ("notes", NOTES)):
            names.append(f"{'n' * padding}/{number:04}-{'n' * padding}/{what}.md")
            team.write(names[-1], text.format(name=account))
    team.git("add", "--all")
    return names


def findings(team: Team, *words: str) -> list[tuple[str, str, str]]:
    run = team.tool("check", "--output-format", "json", *words)
    assert run.returncode in (0, 1), run.stderr
    return [(one["path"], one["code"], one["message"]) for one in json.loads(run.stdout)["diagnostics"]]


def test_three_thousand_plans_in_batches_give_the_findings_of_one_run(new_team: Callable[..., Team]) -> None:
    team = new_team()
    names = fill(team, 1000, padding=50)
    # Without an order that keeps accounts together, as pre-commit has it where a hook does not ask for it.
    random.Random(7).shuffle(names)
    batches = partition(("advancelint", "check"), names, 1, LONGEST)
    assert len(batches) >= 3
    apart = [one for batch in batches for one in findings(team, *batch[2:])]
    whole = findings(team, ".")
    assert len(whole) >= 3000
    assert sorted(apart) == sorted(whole)


def test_pre_commit_itself_cuts_a_long_line_and_all_plans_are_judged(new_team: Callable[..., Team]) -> None:
    team = new_team("advancelint")
    names = fill(team, 100, padding=230)
    run = team.pre_commit("run", "advancelint", "--all-files")
    assert outcome(run, "advancelint") == "Failed"
    judged = [int(count) for count in re.findall(r"^(\d+) plans? judged", said(run), flags=re.MULTILINE)]
    assert len(judged) >= 2
    assert sum(judged) == len(names)
    told = re.findall(r"^(n+/\S+?):\d+:\d+: (\w+) (?:error|warning|info):", said(run), flags=re.MULTILINE)
    assert sorted(told) == sorted((path, code) for path, code, _ in findings(team, "."))
