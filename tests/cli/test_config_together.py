"""One config, every command: rules, severities, exclusions and the baseline mean the same wherever they are read."""

import json
from pathlib import Path

import pytest
from test_held_fixes import FALLBACK, HEAD, MENDED, TURNED, comment, run

KNOWN = "known.jsonl"
PLAN = HEAD + TURNED + FALLBACK
WEAK = HEAD + "**Objective:** Demonstrate the scheduling module to Vesna.\n" + FALLBACK


def write(folder: Path, **texts: str) -> None:
    """Write files; a double underscore in a name stands for a folder's slash."""
    for name, text in texts.items():
        path = folder / (name.replace("__", "/") + (".toml" if name.endswith("advancelint") else ".md"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def codes(folder: Path, *arguments: str) -> list[tuple[str, str, str]]:
    """Return path, code and severity of what ``check`` reports on AD401 and CF501."""
    ended = run("check", "--output-format", "json", *arguments, cwd=folder)
    assert ended.returncode in (0, 1), ended.stderr
    found = json.loads(ended.stdout)["diagnostics"]
    return [(one["path"], one["code"], one["severity"]) for one in found if one["code"] in ("AD401", "CF501", "SU701")]


def listed(path: Path) -> list[tuple[str, str, str]]:
    entries = [json.loads(line) for line in path.read_text("utf-8").splitlines()[1:]]
    return [(one["path"], one["code"], one["severity"]) for one in entries if one["code"] in ("AD401", "CF501")]


# --- the baseline that a config names


@pytest.fixture
def team(tmp_path: Path) -> Path:
    write(tmp_path, team__advancelint=f'baseline = "{KNOWN}"\n', team__a=WEAK, b=WEAK.replace("Vesna", "Petra"))
    made = run("baseline", "create", "team", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert f"team/{KNOWN}: " in made.stdout
    return tmp_path


def test_the_baseline_of_a_config_counts_for_its_files_from_every_folder(team: Path) -> None:
    assert listed(team / "team" / KNOWN) == [("a.md", "AD401", "error")]
    assert codes(team) == [("b.md", "AD401", "error")]
    assert codes(team / "team") == []
    assert codes(team, "team/a.md") == []


def test_an_option_overrules_the_baseline_of_a_config(team: Path) -> None:
    everything = [("b.md", "AD401", "error"), ("team/a.md", "AD401", "error")]
    assert codes(team, "--no-baseline") == codes(team, "--isolated") == everything
    assert run("baseline", "create", "b.md", cwd=team).returncode == 0
    assert codes(team, "--baseline", ".advancelint-baseline.jsonl") == everything[1:]
    assert run("check", "--baseline", KNOWN, "--no-baseline", cwd=team).returncode == 2


def test_prune_and_status_read_the_baseline_of_a_config(team: Path) -> None:
    write(team, team__a=HEAD + MENDED + FALLBACK)
    status = run("baseline", "status", "team", cwd=team)
    assert ["1", "1", "AD401", "a.md"] in [line.split() for line in status.stdout.splitlines()]
    assert "1 gone" in status.stdout
    ended = run("check", "team", cwd=team)
    assert f"1 listed in team/{KNOWN} and no longer found" in ended.stderr
    assert run("baseline", "prune", "team", cwd=team).returncode == 0
    assert listed(team / "team" / KNOWN) == []
    assert "no longer found" not in run("check", "team", cwd=team).stderr


def test_files_with_several_baselines_are_not_put_into_one(team: Path) -> None:
    ended = run("baseline", "create", cwd=team)
    assert (ended.returncode, "different baselines" in ended.stderr) == (2, True)
    assert not (team / ".advancelint-baseline.jsonl").exists()
    assert run("baseline", "create", "--output", "all.jsonl", cwd=team).returncode == 0
    assert codes(team, "--baseline", "all.jsonl") == []


def test_a_config_whose_baseline_was_never_made_says_so(tmp_path: Path) -> None:
    write(tmp_path, advancelint=f'baseline = "{KNOWN}"\n', a=WEAK)
    ended = run("check", cwd=tmp_path)
    assert ended.returncode == 2
    assert f"{KNOWN}: there is no such baseline" in ended.stderr
    assert "advancelint baseline create" in ended.stderr


# --- rules and severities


def test_a_severity_counts_for_the_gate_and_in_the_baseline(tmp_path: Path) -> None:
    write(tmp_path, advancelint='severity.AD401 = "warning"\n', a=WEAK)
    assert codes(tmp_path) == [("a.md", "AD401", "warning")]
    assert run("check", cwd=tmp_path).returncode == 0
    assert run("baseline", "create", cwd=tmp_path).returncode == 0
    assert listed(tmp_path / ".advancelint-baseline.jsonl") == [("a.md", "AD401", "warning")]
    write(tmp_path, advancelint="")
    raised = codes(tmp_path, "--baseline", ".advancelint-baseline.jsonl")
    assert raised == [("a.md", "AD401", "error")], "graver than when it was listed"


@pytest.mark.parametrize(
    "config",
    [
        'ignore = ["CF501"]\n',
        'severity.CF501 = "off"\n',
        'select = ["PL"]\n',
        '[per-file-ignores]\n"plan.md" = ["CF501"]\n',
        '[[overrides]]\nfiles = ["plan.md"]\nignore = ["CF501"]\n',
    ],
)
def test_a_rule_that_the_config_leaves_out_mends_nothing_and_is_listed_nowhere(tmp_path: Path, config: str) -> None:
    write(tmp_path, advancelint=config, plan=PLAN)
    ended = run("check", "--fix", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "plan.md").read_text("utf-8") == PLAN
    assert run("baseline", "create", cwd=tmp_path).returncode == 0
    assert listed(tmp_path / ".advancelint-baseline.jsonl") == []
    assert codes(tmp_path) == []


def test_what_is_ignored_in_one_file_is_mended_in_the_others(tmp_path: Path) -> None:
    write(tmp_path, advancelint='[per-file-ignores]\n"a.md" = ["CF501"]\n', a=PLAN, b=PLAN)
    assert run("check", "--fix", cwd=tmp_path).returncode == 0
    assert (tmp_path / "a.md").read_text("utf-8") == PLAN
    assert (tmp_path / "b.md").read_text("utf-8") == HEAD + MENDED + FALLBACK


def test_nothing_is_called_gone_or_unused_where_its_rule_took_no_part(tmp_path: Path) -> None:
    held = HEAD + comment("disable-next-line AD401 reason: a showing") + "\n" + MENDED + FALLBACK
    write(tmp_path, a=WEAK, b=held)
    assert run("baseline", "create", cwd=tmp_path).returncode == 0
    write(tmp_path, a=HEAD + MENDED + FALLBACK, advancelint='baseline = ".advancelint-baseline.jsonl"\n')
    assert "1 listed in" in run("check", cwd=tmp_path).stderr
    assert codes(tmp_path) == [("b.md", "SU701", "warning")]
    ignored = '[per-file-ignores]\n"[ab].md" = ["AD401"]\n'
    write(tmp_path, advancelint=f'baseline = ".advancelint-baseline.jsonl"\n{ignored}', c=WEAK.replace("Ilic", "Ban"))
    assert codes(tmp_path) == [("c.md", "AD401", "error")]
    assert "listed in" not in run("check", cwd=tmp_path).stderr
    before = (tmp_path / ".advancelint-baseline.jsonl").read_text("utf-8")
    assert run("baseline", "prune", cwd=tmp_path).returncode == 0
    assert (tmp_path / ".advancelint-baseline.jsonl").read_text("utf-8") == before


# --- what is excluded


def test_what_is_excluded_is_neither_mended_nor_listed_nor_shown(tmp_path: Path) -> None:
    held = PLAN.replace(TURNED, comment("disable-next-line CF501 reason: her words") + "\n" + TURNED)
    write(tmp_path, advancelint='exclude = ["old/"]\n', old__plan=PLAN, old__held=held, new=HEAD + MENDED + FALLBACK)
    for named in ((), ("old/plan.md", "new.md")):
        ended = run("check", "--fix", *named, cwd=tmp_path)
        assert "excluded by advancelint.toml:1" in ended.stderr
        assert (tmp_path / "old" / "plan.md").read_text("utf-8") == PLAN
    assert run("check", "--diff", cwd=tmp_path).stdout == ""
    assert run("baseline", "create", cwd=tmp_path).returncode == 0
    assert listed(tmp_path / ".advancelint-baseline.jsonl") == []
    listing = run("suppressions", cwd=tmp_path)
    assert "0 suppressions" in listing.stdout
    assert "1 folder excluded by advancelint.toml:1" in listing.stderr
    assert "old/held.md:" in run("suppressions", "--no-exclude", cwd=tmp_path).stdout
    assert run("baseline", "create", "--no-exclude", "--force", cwd=tmp_path).returncode == 0
    assert listed(tmp_path / ".advancelint-baseline.jsonl") == [("old/plan.md", "CF501", "info")]
    run("check", "--fix", "--no-exclude", cwd=tmp_path)
    assert (tmp_path / "old" / "plan.md").read_text("utf-8") == HEAD + MENDED + FALLBACK


def test_a_severity_of_a_rule_that_some_files_do_not_select_is_no_mistake(tmp_path: Path) -> None:
    override = '[[overrides]]\nfiles = ["a.md"]\nselect = ["PL"]\n'
    write(tmp_path, advancelint=f'severity.AD401 = "warning"\n{override}', a=WEAK, b=WEAK.replace("Ilic", "Ban"))
    assert codes(tmp_path) == [("b.md", "AD401", "warning")]
    assert codes(tmp_path, "--select", "PL,CF501") == []
