"""A config file beside the plans: heeded by check and inspect, and a broken one stops the run."""

from pathlib import Path

from repository import run

PLAN = "# Norwood\n\n**Point of the visit:** Mia signs the test plan by 9 June 2026.\n"


def write(folder: Path, text: str) -> None:
    (folder / "calls").mkdir(exist_ok=True)
    (folder / "calls" / "norwood.md").write_text(PLAN, encoding="utf-8")
    (folder / "advancelint.toml").write_text(text, encoding="utf-8")


def test_kinds_and_labels_of_the_config_are_heeded(tmp_path: Path) -> None:
    write(tmp_path, "[kinds]\nprep = ['calls/']\n[labels.extend]\nobjective = ['Point of the visit']\n")
    ended = run(tmp_path, "inspect", "calls/norwood.md", "--as-of", "2026-06-01")
    assert ended.stdout.startswith("calls/norwood.md is the plan of a call: the configuration says so")
    assert "“Mia signs the test plan by 9 June 2026.”" in ended.stdout
    assert run(tmp_path, "check", "--select", "SP,AD", "--as-of", "2026-06-01").returncode == 0


def test_a_broken_config_is_wrong_usage_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, "[kinds]\npreps = []\n")
    for command in ("check", "inspect"):
        ended = run(tmp_path, command, "calls/norwood.md")
        assert ended.returncode == 2
        assert ended.stderr.startswith("advancelint.toml:2:1: kinds has no key “preps”\n  Did you mean “prep”?")
        assert ended.stdout == ""


def test_the_profile_of_the_config_is_heeded_and_overruled(tmp_path: Path) -> None:
    write(tmp_path, "profile = 'transactional'\n")
    plan = "---\ntype: call-plan\nstage: discover\n---\n# Norwood\n\n**Objective:** Close the deal.\n"
    (tmp_path / "calls" / "norwood.md").write_text(plan, encoding="utf-8")
    command = ("check", "--select", "RE301", "--as-of", "2026-06-01")
    assert run(tmp_path, *command).returncode == 0
    assert "RE301" in run(tmp_path, *command, "--profile", "default").stdout


def test_an_unknown_profile_is_wrong_usage(tmp_path: Path) -> None:
    write(tmp_path, "profile = 'pharmacy'\n")
    ended = run(tmp_path, "check")
    assert ended.returncode == 2
    assert "Did you mean “pharma”?" in ended.stderr


def test_a_team_sets_how_long_a_chain_may_rest(tmp_path: Path) -> None:
    plan = (
        "---\ntype: deal-plan\nstage: discover\naccount: Norwood\n---\n# Norwood\n\n## Calls\n\n### 2026-05-05 First\n"
        "**Objective:** Mia sends the fault list by 8 May.\n**Outcome:** advance. Mia sent the fault list.\n"
    )
    command = ("check", "--select", "CH606", "--as-of", "2026-06-01")
    write(tmp_path, "[stale-days]\ndiscover = 20\n")
    (tmp_path / "calls" / "norwood.md").write_text(plan, encoding="utf-8")
    assert "CH606" in run(tmp_path, *command).stdout
    write(tmp_path, "[stale-days]\ndiscover = 40\n")
    assert "CH606" not in run(tmp_path, *command).stdout


def test_days_that_are_no_days_are_an_error_with_their_place(tmp_path: Path) -> None:
    write(tmp_path, "[stale-days]\nalign = 10\ndiscover = 'long'\n")
    ended = run(tmp_path, "check")
    assert ended.returncode == 2
    assert ended.stderr.startswith("advancelint.toml:3:1: stale-days.discover must be a number of days from 1 to 999")
