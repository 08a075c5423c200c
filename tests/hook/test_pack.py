"""A team's pack in the hook: the real pre-commit installs it beside the tool."""

from __future__ import annotations

from collections.abc import Callable

from ferrow_glass import GOOD
from packs import HOLLIN, card
from team import Team, outcome, said


def test_a_rule_of_a_pack_stops_a_commit_until_the_plan_is_mended(new_team: Callable[..., Team]) -> None:
    team = new_team()
    team.hooks("advancelint", "advancelint-config", beside=[HOLLIN])
    team.write("advancelint.toml", 'packs = ["hollin"]\n\n[severity]\nhollin = "error"\n')
    team.write("ferrow.md", GOOD.replace("EUR 90k", "90k EUR"))
    assert team.pre_commit("install").returncode == 0
    team.git("add", "--all")
    stopped = team.commit()
    assert (stopped.returncode, outcome(stopped, "advancelint")) == (1, "Failed"), said(stopped)
    assert "HOL201 error: “90k EUR”: our order system reads “EUR 90k”" in said(stopped)
    assert outcome(stopped, "advancelint config") == "Passed"
    team.write("ferrow.md", GOOD)
    team.git("add", "--all")
    passed = team.commit()
    assert (passed.returncode, outcome(passed, "advancelint")) == (0, "Passed"), said(passed)


def test_a_pack_that_the_hook_lacks_stops_every_commit_and_says_where_to_name_it(new_team: Callable[..., Team]) -> None:
    team = new_team("advancelint")
    team.write("advancelint.toml", 'packs = ["hollin"]\n')
    team.write("ferrow.md", GOOD)
    team.git("add", "--all")
    stopped = team.commit()
    assert stopped.returncode == 1
    assert "exit code: 2" in said(stopped)
    assert "advancelint.toml:1:10: the pack “hollin” is not installed" in said(stopped)
    assert "additional_dependencies" in said(stopped)


def test_a_card_of_the_repository_runs_no_code_in_the_hook(new_team: Callable[..., Team]) -> None:
    team = new_team("advancelint")
    team.write("rules/EVL101-x.yaml", card("EVL101", "x", "check: x.py:find"))
    team.write("rules/x.py", "open('ran', 'w').close()\ndef find(node): return []\n")
    team.write("advancelint.toml", 'rule-paths = ["rules"]\n')
    team.write("ferrow.md", GOOD)
    team.git("add", "--all")
    stopped = team.commit()
    assert (stopped.returncode, "exit code: 2" in said(stopped)) == (1, True)
    assert "rules/EVL101-x.yaml:9:8: “x.py” would run code that lies beside the card" in said(stopped)
    assert team.git("status", "--porcelain", "--", "ran") == ""
