"""What docs/gate.md says, done: every line of its shell blocks, in order, in a repository with old plans."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

import pytest
import yaml
from command import ROOT
from ferrow_glass import BAD, GOOD
from scripts_path import surroundings
from team import EARLY, Team, said

SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
OWNED = re.compile(r"^/(\S+) +@", re.MULTILINE)
FILES = re.compile(r"^\| (?:config|hooks|workflow|baseline) \| (\S+) \|", re.MULTILINE)
LIST = ".advancelint-baseline.jsonl"
OLD, NEW = "plans/lund.md", "plans/ferrow-glass.md"
LUND = BAD.replace("Ferrow Glass", "Lund Bikes")


def page() -> str:
    with open(os.path.join(ROOT, "docs", "gate.md"), encoding="utf-8") as file:
        return file.read()


def typed(block: str) -> list[tuple[str, int]]:
    """The commands of a block, each with the exit code that its comment promises."""
    lines = [(line.partition("  #")[0].rstrip(), "# exit code 1" in line) for line in block.splitlines()]
    return [(line, int(fails)) for line, fails in lines]


@pytest.fixture
def team(new_team: Callable[..., Team]) -> Team:
    """A repository with an old plan that has findings, and the commands of the page on its search path."""
    team = new_team()
    folder = surroundings.commands(os.path.join(os.path.dirname(team.path), "bin"))
    team.environment["PATH"] = os.pathsep.join((folder, os.environ.get("PATH", "")))
    team.write(OLD, LUND)
    team.git("add", "--all")
    team.git("commit", "--quiet", "--message", "old plans")
    return team


def follow(team: Team, block: str) -> str:
    told = ""
    for line, code in typed(block):
        run = team.run("sh", "-c", line)
        assert run.returncode == code, f"{line}\n{said(run)}"
        told += said(run)
    return told


def as_main(team: Team) -> None:
    team.git("update-ref", "refs/remotes/origin/main", "HEAD")


def test_the_page_can_be_followed_from_its_first_line_to_its_last(team: Team) -> None:
    day_one, ci, old_plans, own_list, stopped, weekly = SHELL.findall(page())
    assert "nothing was written" in follow(team, day_one)
    as_main(team)
    for name in (*FILES.findall(page()), *OWNED.findall(page())):
        assert os.path.exists(os.path.join(team.path, name.rstrip("/"))), name
    assert "not reported" in follow(team, ci)
    listed = team.read(LIST).count("\n")
    team.write(OLD, LUND.replace("Demonstrate the burner to Lena Marsh.", "Lena Marsh sends Jun the bills by 12 June."))
    follow(team, old_plans)
    assert team.read(LIST).count("\n") < listed
    as_main(team)
    follow(team, own_list)
    team.write(NEW, BAD)
    team.git("add", "--all")
    refused = team.commit()
    assert refused.returncode == 1
    assert "AD401 error" in said(refused)
    follow(team, stopped)
    follow(team, weekly)
    assert "AD401" in team.read("week.md")


def test_the_list_of_main_counts_no_finding_that_a_branch_lists_itself(team: Team) -> None:
    day_one, _, _, own_list, *_ = SHELL.findall(page())
    follow(team, day_one)
    as_main(team)
    team.write(NEW, EARLY)
    assert team.tool("baseline", "create", "--force").returncode == 0
    assert team.tool("check").returncode == 0
    show, check, _ = (line for line, _ in typed(own_list))
    assert team.run("sh", "-c", show).returncode == 0
    judged = team.run("sh", "-c", check)
    assert (judged.returncode, "RE303 error" in judged.stdout, "AD401" in judged.stdout) == (1, True, False)


def test_the_suppression_of_the_page_lets_the_commit_pass_and_is_listed(team: Team) -> None:
    comment = re.search(r"^```markdown\n(.*?)^```", page(), re.MULTILINE | re.DOTALL)
    assert comment
    team.hooks("advancelint")
    assert team.pre_commit("install").returncode == 0
    team.write(NEW, BAD.replace("**Objective:**", f"{comment[1]}**Objective:**"))
    team.git("add", "--all")
    passed = team.commit()
    assert passed.returncode == 0, said(passed)
    assert "Lena asked to see it" in team.tool("suppressions", "plans").stdout


def test_the_check_to_require_is_the_job_of_the_workflow(team: Team) -> None:
    follow(team, SHELL.findall(page())[0])
    flow = yaml.safe_load(team.read(".github/workflows/advancelint.yml"))
    required = re.search(r"require the status check `([^`]+)`", page())
    assert required
    assert list(flow["jobs"]) == [required[1]]


def test_a_form_that_alone_is_meant_can_be_mended(team: Team) -> None:
    mend = re.search(r"`advancelint (check --fix [^`]+)`", page())
    assert mend
    team.write(NEW, GOOD.replace("Lena Marsh sends Jun", "Get Lena Marsh to send Jun"))
    assert team.tool(*mend[1].split()).returncode == 0
    assert team.read(NEW) == GOOD
