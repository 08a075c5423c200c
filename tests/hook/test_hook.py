"""The hooks as other repositories get them: the real pre-commit, and an environment that it builds from this tree."""

from __future__ import annotations

import json
import os
from collections.abc import Callable

import pytest
from ferrow_glass import ADVANCE, BAD, GOOD
from team import EARLY, IDS, TURNED, Team, outcome, said

NewTeam = Callable[..., Team]
BASELINE = ".advancelint-baseline.jsonl"
CARD = "QQ900-our-own.yaml"
NAMES = dict(zip(IDS, ("advancelint", "advancelint fix", "advancelint portfolio", "advancelint config"), strict=True))


def test_try_repo_tells_each_hook_s_answer_to_bad_files(hook: str, new_team: NewTeam) -> None:
    team = new_team()
    team.write("bad plans/ferrow call.mkd", EARLY)
    team.write("advancelint.toml", "fail_on = 'error'\n")
    team.git("add", "--all")
    run = team.pre_commit("try-repo", hook, "--files", "bad plans/ferrow call.mkd", "advancelint.toml")
    assert run.returncode == 1
    assert {name: outcome(run, name) for name in NAMES.values()} == dict.fromkeys(NAMES.values(), "Failed")
    # the broken config stops all four, and says how to mend it
    assert said(run).count("exit code: 2") == len(IDS)
    assert "did you mean “fail-on”" in said(run).casefold()


@pytest.mark.parametrize(
    ("name", "file", "good", "bad", "code", "words"),
    [
        ("advancelint", "calls/-v é.mkd", GOOD, BAD, 1, "AD401 error"),
        ("advancelint-fix", "ferrow.md", GOOD, BAD, 1, "AD401 error"),
        ("advancelint-portfolio", "ferrow.md", GOOD, EARLY, 1, "RE303 error"),
        ("advancelint-portfolio", "ferrow.md", BAD, EARLY, 1, "RE303 error"),
        ("advancelint-config", "team/advancelint.toml", "fail-on = 'info'\n", "fail-on = 'all'\n", 2, "fail-on"),
        (
            "advancelint-config",
            ".advancelint-baseline.jsonl",
            '{"advancelint-baseline": 1}\n',
            "<<<<<<< a\n",
            2,
            "merge",
        ),
        ("advancelint-config", CARD, "", "code: QQ900\n", 2, CARD),
    ],
)
def test_a_commit_is_stopped_until_the_file_is_mended(
    new_team: NewTeam, name: str, file: str, good: str, bad: str, code: int, words: str
) -> None:
    team = new_team(name)
    team.write(file, bad)
    team.git("add", "--all")
    stopped = team.commit()
    assert (stopped.returncode, outcome(stopped, NAMES[name])) == (1, "Failed"), said(stopped)
    assert f"exit code: {code}" in said(stopped)
    assert words in said(stopped)
    if not good:
        return
    team.write(file, good)
    team.git("add", "--all")
    passed = team.commit()
    assert (passed.returncode, outcome(passed, NAMES[name])) == (0, "Passed"), said(passed)
    assert team.git("log", "--format=%s").splitlines()[0] == "plans"


def test_the_fix_hook_mends_the_file_and_the_next_commit_passes(new_team: NewTeam) -> None:
    team = new_team("advancelint-fix")
    team.write("ferrow.md", TURNED)
    team.git("add", "--all")
    stopped = team.commit()
    assert stopped.returncode == 1
    assert "files were modified by this hook" in said(stopped)
    assert "exit code" not in said(stopped)  # nothing remains, so that the tool itself is content
    assert team.read("ferrow.md") == GOOD
    team.git("add", "--all")
    assert team.commit().returncode == 0


def test_the_portfolio_sees_other_tracked_plans_and_no_untracked_ones(new_team: NewTeam) -> None:
    team = new_team("advancelint-portfolio")
    team.write("early/ferrow.md", EARLY)
    team.write("good/lund.md", GOOD.replace("Ferrow Glass", "Lund Bikes"))
    team.git("add", "good")
    passed = team.commit()
    assert (passed.returncode, outcome(passed, "advancelint portfolio")) == (0, "Passed"), said(passed)
    team.git("add", "early")
    team.git("commit", "--quiet", "--no-verify", "--message", "past the gate")
    team.write("good/lund.md", team.read("good/lund.md") + "\n")
    team.git("add", "good")
    stopped = team.commit()
    assert stopped.returncode == 1
    assert "early/ferrow.md" in said(stopped)


def test_compared_with_head_the_portfolio_speaks_of_the_accounts_that_a_commit_touches(new_team: NewTeam) -> None:
    team = new_team("advancelint-portfolio", args=("--changed-since", "HEAD"))
    team.write("ferrow/call.md", EARLY)
    team.write("lund.md", GOOD.replace("Ferrow Glass", "Lund Bikes"))
    team.git("add", "ferrow")
    team.git("commit", "--quiet", "--no-verify", "--message", "past the gate")
    team.git("add", "lund.md")
    assert team.commit().returncode == 0
    team.write("ferrow/notes.md", "---\ntype: call-notes\naccount: Ferrow Glass\ndate: 2026-05-05\n---\n# Visit\n")
    team.git("add", "ferrow")
    stopped = team.commit()
    assert stopped.returncode == 1
    assert "ferrow/call.md:15" in said(stopped)


@pytest.mark.parametrize(("staged", "on_disk", "code"), [(BAD, GOOD, 1), (GOOD, BAD, 0)])
def test_what_is_staged_counts_and_what_is_not_stays(new_team: NewTeam, staged: str, on_disk: str, code: int) -> None:
    team = new_team("advancelint", "advancelint-portfolio")
    team.write("ferrow.md", staged)
    team.git("add", "--all")
    team.write("ferrow.md", on_disk)
    assert team.commit().returncode == code
    assert team.read("ferrow.md") == on_disk


def test_a_commit_of_all_changes_has_an_index_of_its_own(new_team: NewTeam) -> None:
    team = new_team("advancelint", "advancelint-fix", "advancelint-portfolio", "advancelint-config")
    for name in ("ferrow.md", "advancelint.toml"):
        team.write(name, GOOD if name.endswith(".md") else "")
    team.git("add", "--all")
    assert team.commit().returncode == 0
    team.write("ferrow.md", EARLY)
    team.write("advancelint.toml", 'our-company = "Hotspan"\n')
    stopped = team.run("git", "commit", "--all", "--message", "early")
    assert (stopped.returncode, outcome(stopped, "advancelint portfolio")) == (1, "Failed"), said(stopped)
    assert outcome(stopped, "advancelint config") == "Passed"
    team.write("ferrow.md", GOOD.replace("12 June", "15 June"))
    passed = team.run("git", "commit", "--all", "--message", "good")
    assert passed.returncode == 0, said(passed)


def test_what_git_tells_a_hook_changes_no_answer(new_team: NewTeam) -> None:
    team = new_team()
    team.write("ferrow.md", EARLY)
    team.write("untracked.md", EARLY)
    team.git("add", "ferrow.md")
    words = ("check", "--portfolio", "--output-format", "concise")
    usual = team.tool(*words)
    odd = team.tool(*words, GIT_INDEX_FILE="elsewhere/index", GIT_DIR="nowhere", GIT_PREFIX="x/")
    assert "ferrow.md:15" in usual.stdout
    assert "untracked.md" not in usual.stdout
    assert (odd.returncode, odd.stdout, odd.stderr) == (usual.returncode, usual.stdout, usual.stderr)


def test_a_commit_that_only_deletes_is_passed_by_and_the_next_full_run_tells_what_it_broke(new_team: NewTeam) -> None:
    team = new_team("advancelint", "advancelint-portfolio")
    sale = next(line for line in GOOD.splitlines() if "Sales objective" in line)
    team.write("ferrow/account.md", f"---\ntype: account-plan\naccount: Ferrow Glass\n---\n# Ferrow Glass\n\n{sale}\n")
    deal = GOOD.replace("type: call-plan", "type: deal-plan").replace(sale, "")
    team.write("ferrow/deal.md", deal.replace("# Furnace", "# Ferrow Glass: furnace"))
    team.git("add", "--all")
    team.git("commit", "--quiet", "--no-verify", "--message", "two files of an account")
    assert "PL104" not in said(team.pre_commit("run", "--all-files"))
    team.git("rm", "--quiet", "ferrow/account.md")
    passed = team.commit("the account plan is gone")
    assert passed.returncode == 0
    assert {outcome(passed, name) for name in ("advancelint", "advancelint portfolio")} == {"Skipped"}
    full = team.pre_commit("run", "advancelint-portfolio", "--all-files")
    assert full.returncode == 1
    assert "PL104 error" in said(full)


@pytest.mark.parametrize(
    ("name", "args", "words"),
    [
        ("advancelint", ("--output-format", "json"), '"code":"AD401"'),
        ("advancelint", ("--fail-on", "never", "--verbose"), ""),
        ("advancelint-fix", ("--unsafe-fixes", "--ignore", "AD401"), ""),
        ("advancelint-portfolio", ("--output-format", "json", "--fail-on", "info"), '"code":"RE303"'),
        ("advancelint-config", ("extra.toml",), "extra.toml"),
    ],
)
def test_a_user_s_arguments_break_no_hook(new_team: NewTeam, name: str, args: tuple[str, ...], words: str) -> None:
    team = new_team(name, args=args)
    team.write("ferrow.md", EARLY if name == "advancelint-portfolio" else BAD)
    team.write("advancelint.toml", "")
    team.write("extra.toml", "no-such-key = 1\n")
    team.git("add", "--all")
    run = team.pre_commit("run", "--all-files")
    assert run.returncode == (1 if words else 0), said(run)
    assert "exit code: 3" not in said(run)
    assert words.replace(" ", "") in said(run).replace(" ", "")


def test_any_file_name_reaches_the_tool_as_a_name(new_team: NewTeam) -> None:
    team = new_team("advancelint", "advancelint-fix")
    names = ["--fix.md", "--output.md", "-v.mkd", "a b.md", "$(touch pwned).md", "é'\".md", "--config.md", "@a.mdown"]
    for name in names:
        team.write(name, BAD)
    team.git("add", "--all")
    stopped = team.commit()
    assert stopped.returncode == 1
    assert f"{len(names)} plans judged of {len(names)} files: {len(names)} errors" in said(stopped)
    assert not os.path.exists(os.path.join(team.path, "pwned"))
    assert sorted(os.listdir(team.path)) == sorted([*names, ".git", ".pre-commit-config.yaml"])


def test_what_the_config_excludes_passes_although_the_hook_names_it(new_team: NewTeam) -> None:
    team = new_team("advancelint", "advancelint-portfolio")
    team.write("spared/advancelint.toml", "exclude = ['*.md']\n")
    team.write("spared/ferrow.md", EARLY)
    team.git("add", "--all")
    assert team.commit().returncode == 0


def test_markdown_that_is_no_plan_stops_no_commit(new_team: NewTeam) -> None:
    team = new_team("advancelint", "advancelint-fix", "advancelint-portfolio")
    team.write("README.md", "# About this repository\n\nPlans live here.\n")
    team.git("add", "--all")
    passed = team.commit()
    assert passed.returncode == 0, said(passed)


def test_the_json_of_a_hook_is_the_json_of_a_direct_run(new_team: NewTeam) -> None:
    team = new_team("advancelint", args=("--output-format", "json", "--output", "report.json"))
    team.write("ferrow.md", BAD.replace(ADVANCE, ""))
    team.git("add", "ferrow.md")
    team.pre_commit("run", "advancelint")
    direct = team.tool("check", "--output-format", "json", "ferrow.md")
    assert json.loads(team.read("report.json")) == json.loads(direct.stdout)
