"""The command line as a shell sees it: exit codes, streams, files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT, START, run

import built

GOOD = """\
---
type: call-plan
stage: discover
---
# Call with Vesna Ilic, 2026-06-10

**Attendees:** Vesna Ilic (Brandt Optics)

**Why they see us:** their returns of April.
**Objective:** Vesna sends the April return figures by 12 June.
**Fallback:** Vesna names the colleague who counts the returns by 12 June.
"""
# Findings that do not hang on how a sentence is read: those of the reading have tests of their own.
BAD = GOOD.replace("Vesna sends the April return figures by 12 June.", "TBD")
WEAK = GOOD.replace("stage: discover", 'stage: discover\nowner: "Tom')
PROSE = "# Recipe\n\nMix flour and water.\n"


def check(*arguments: str, cwd: Path, text: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return run("check", "--as-of", "2026-06-01", *arguments, cwd=cwd, text=text, **environment)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    (tmp_path / "good.md").write_text(GOOD, "utf-8")
    (tmp_path / "bad.md").write_text(BAD, "utf-8")
    (tmp_path / "weak.md").write_text(WEAK, "utf-8")
    (tmp_path / "prose.md").write_text(PROSE, "utf-8")
    (tmp_path / "empty.md").write_text("", "utf-8")
    (tmp_path / "latin.md").write_bytes("# Gr\xf6\xdfe\n".encode("latin-1"))
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.md"], 0),
        (["bad.md"], 1),
        (["weak.md"], 0),
        (["weak.md", "--fail-on", "warning"], 1),
        (["weak.md", "--fail-on", "info"], 1),
        (["bad.md", "--fail-on", "never"], 0),
        (["bad.md", "--ignore", "PL101"], 0),
        (["bad.md", "--select", "SP"], 0),
        (["bad.md", "--select", "SP", "--extend-select", "missing-call-objective"], 1),
        (["latin.md"], 1),
        (["good.md", "latin.md"], 1),
        (["good.md", "nowhere.md"], 2),
        (["bad.md", "nowhere.md"], 2),
        (["prose.md"], 2),
        (["empty.md"], 2),
        (["good.md", "prose.md"], 0),
        (["good.md", "--select", "AD999"], 2),
        (["good.md", "--as-of", "yesterday"], 2),
        (["good.md", "--as-of", "20260601"], 2),
        (["good.md", "--output", "nowhere/report.txt"], 2),
        (["good.md", "--no-such-option"], 2),
        (["good.md", "--output-format", "xml"], 2),
    ],
)
def test_exit_codes(plans: Path, arguments: list[str], code: int) -> None:
    ended = check(*arguments, cwd=plans)
    assert ended.returncode == code, ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_folder_without_a_plan_says_so_and_is_green_only_under_the_hook(tmp_path: Path) -> None:
    (tmp_path / "prose.md").write_text(PROSE, "utf-8")
    ended = check(".", cwd=tmp_path)
    assert ended.returncode == 2
    assert "no plan was found" in ended.stderr
    assert check(".", cwd=tmp_path, PRE_COMMIT="1").returncode == 0
    (tmp_path / "prose.md").unlink()
    assert check(".", cwd=tmp_path).returncode == 2


def test_a_missing_path_does_not_keep_the_others_from_being_judged(plans: Path) -> None:
    ended = check("bad.md", "nowhere.md", cwd=plans)
    assert "bad.md:10:16: PL101 error" in ended.stdout
    assert "nowhere.md: there is no such file or folder" in ended.stderr


def test_an_unknown_code_is_told_what_was_meant(plans: Path) -> None:
    ended = check("good.md", "--select", "AD4O1", cwd=plans)
    assert "Did you mean “AD401”?" in ended.stderr


def test_the_report_says_what_was_judged_and_which_day_it_was(plans: Path) -> None:
    ended = check(".", cwd=plans)
    assert ended.stdout.endswith("of 6 files, 2 passed over: 2 errors, 1 warning, 1 note\nas of 2026-06-01\n")
    epoch = run("check", "good.md", cwd=plans, SOURCE_DATE_EPOCH="1780000000")
    assert epoch.stdout.endswith("as of 2026-05-28\n")
    assert run("check", "good.md", cwd=plans, SOURCE_DATE_EPOCH="soon").returncode == 2


def test_a_call_ahead_is_judged_and_a_past_one_is_not(plans: Path) -> None:
    assert run("check", "bad.md", "--as-of", "2026-06-10", cwd=plans).returncode == 1
    assert run("check", "bad.md", "--as-of", "2026-06-11", cwd=plans).returncode == 0


def test_json_on_standard_output_and_in_a_file(plans: Path) -> None:
    printed = check("bad.md", "--output-format", "json", cwd=plans)
    written = check("bad.md", "--output-format", "json", "--output", "report.json", cwd=plans)
    assert (printed.returncode, written.returncode, written.stdout) == (1, 1, "")
    assert json.loads(printed.stdout) == json.loads((plans / "report.json").read_text("utf-8"))
    assert json.loads(printed.stdout)["diagnostics"][0]["code"] == "PL101"


def test_quiet_prints_nothing(plans: Path) -> None:
    ended = check("bad.md", "--quiet", cwd=plans)
    assert (ended.returncode, ended.stdout) == (1, "")


def test_folders_are_walked_in_order_and_each_file_is_judged_once(tmp_path: Path) -> None:
    for name in (
        "b/two.MD",
        "b/.hidden/x.md",
        "node_modules/x.md",
        ".git/x.md",
        ".venv/x.md",
        "a/one.markdown",
        "a/x.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BAD, "utf-8")
    ended = check(".", "a", "./a/one.markdown", str(tmp_path / "b"), "--output-format", "json", cwd=tmp_path)
    document = json.loads(ended.stdout)
    assert [os.path.basename(found["path"]) for found in document["diagnostics"]] == ["two.MD", "one.markdown"] or [
        found["path"] for found in document["diagnostics"]
    ] == ["a/one.markdown", "b/two.MD"]
    assert document["summary"]["files"] == 2


def test_a_named_file_is_read_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(BAD, "utf-8")
    assert check("plan.txt", cwd=tmp_path).returncode == 1


def test_names_that_begin_with_a_dash(tmp_path: Path) -> None:
    (tmp_path / "-plan.md").write_text(BAD, "utf-8")
    assert check("--", "-plan.md", cwd=tmp_path).returncode == 1
    assert check("-plan.md", cwd=tmp_path).returncode == 1, "as a commit hook hands it over"
    assert check("-plain.md", cwd=tmp_path).returncode == 2, "no such file, so it is a wrong option"


def test_standard_input(tmp_path: Path) -> None:
    ended = check("--stdin-filename", "plans/x.md", cwd=tmp_path, text=BAD)
    assert "plans/x.md:10:16: PL101 error" in ended.stdout
    assert check("-", cwd=tmp_path, text=BAD).returncode == 1


def test_colour_only_where_it_is_wanted(plans: Path) -> None:
    assert "\x1b" not in check("bad.md", cwd=plans).stdout
    assert "\x1b" in check("bad.md", cwd=plans, FORCE_COLOR="1").stdout
    assert "\x1b" not in check("bad.md", cwd=plans, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b" in check("bad.md", "--color", "always", cwd=plans, NO_COLOR="1").stdout


def test_hostile_text_does_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(BAD.replace("Call with Vesna", "Call \x1b[2J\u202eс\x07 Vesna"), "utf-8")
    ended = check("plan.md", cwd=tmp_path)
    assert ended.returncode == 1
    assert not {"\x1b", "\u202e", "\x07"} & set(ended.stdout + ended.stderr)


def test_a_terminal_without_the_characters_gets_escapes(plans: Path) -> None:
    ended = check("bad.md", cwd=plans, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ended.returncode == 1
    assert "\\u201c" in ended.stdout


def test_the_same_plan_gives_the_same_report_whatever_the_hash_seed(plans: Path) -> None:
    reports = {check(".", cwd=plans, PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}
    assert len(reports) == 1


def with_cards(tmp_path: Path, change: str, to: str) -> subprocess.CompletedProcess[str]:
    """Run the tool with a rules folder of its own in which one card is changed."""
    rules = tmp_path / "rules"
    rules.mkdir()
    for name in os.listdir(os.path.join(ROOT, "rules")):
        text = Path(ROOT, "rules", name).read_text("utf-8")
        (rules / name).write_text(text.replace(change, to) if name.startswith("AD401") else text, "utf-8")
    (tmp_path / "plan.md").write_text(BAD, "utf-8")
    start = (
        "import sys; from advancelint import resources; folder = resources.folder\n"
        "resources.folder = lambda name: 'rules' if name == 'rules' else folder(name)\n" + START
    )
    environment = {**os.environ, "PYTHONPATH": built.place(), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", start, "check", "plan.md", "--as-of", "2026-06-01"]
    return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_a_broken_card_is_wrong_usage_with_its_place(tmp_path: Path) -> None:
    ended = with_cards(tmp_path, "actor: seller", "actor: sellers")
    assert ended.returncode == 2
    assert "AD401-seller-activity.yaml:9:10: “actor” is never “sellers”" in ended.stderr
    assert "Did you mean “seller”?" in ended.stderr


def test_a_rule_that_fails_is_an_internal_failure_and_the_rest_is_reported(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(GOOD, "utf-8")
    (tmp_path / "other.md").write_text(BAD, "utf-8")
    start = (
        "import sys; import advancelint.cards.load as load; made = load._finder\n"
        "def finder(test, spot):\n"
        "    def find(node):\n"
        "        if spot == 'hedge': raise KeyError(spot)\n"
        "        return made(test, spot)(node)\n"
        "    return find\n"
        "load._finder = finder\n" + START
    )
    environment = {**os.environ, "PYTHONPATH": built.place(), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", start, "check", ".", "--as-of", "2026-06-01"]
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 3
    assert "plan.md: internal failure in SP207: KeyError" in ended.stderr
    assert "other.md:10:16: PL101 error" in ended.stdout


def test_objectives_of_calls_that_are_over_are_counted_and_not_judged(plans: Path) -> None:
    weak = GOOD.replace("Vesna sends the April return figures by 12 June.", "Keep the momentum going.")
    (plans / "over.md").write_text(weak, "utf-8")
    ahead = check("over.md", cwd=plans)
    assert "over.md:10:16: SP201 error" in ahead.stdout
    assert "not judged" not in ahead.stdout
    over = check("over.md", "--as-of", "2026-06-11", cwd=plans)
    assert "SP201" not in over.stdout
    assert "\nnot judged: 2 objectives of calls that are over\n" in over.stdout
    document = json.loads(check("over.md", "--as-of", "2026-06-11", "--output-format", "json", cwd=plans).stdout)
    assert document["summary"]["past_objectives"] == 2
    summary = check("over.md", "--as-of", "2026-06-11", "--output-format", "markdown", cwd=plans).stdout
    assert "\nNot judged: 2 objectives of calls that are over.\n" in summary


@pytest.mark.parametrize(
    ("said", "open_"),
    [("If not, Vesna", False), ("If she can't, Vesna", False), ("If the budget frees up, Vesna", True)],
)
def test_the_if_that_makes_a_fallback_is_no_condition_of_the_client(plans: Path, said: str, open_: bool) -> None:
    (plans / "if.md").write_text(GOOD.replace("**Fallback:** Vesna", f"**Fallback:** {said}"), "utf-8")
    assert ("AD409" in check("if.md", cwd=plans).stdout) is open_


def test_she_of_a_fallback_is_hardly_a_stranger(plans: Path) -> None:
    said = "Vesna names the colleague who counts the returns by 12 June."
    (plans / "she.md").write_text(GOOD.replace(said, "She names who counts the returns by 12 June."), "utf-8")
    assert "SP202 info" in check("she.md", cwd=plans).stdout
    (plans / "she.md").write_text(GOOD.replace(said, "Somebody names who counts the returns by 12 June."), "utf-8")
    assert "SP202 warning" in check("she.md", cwd=plans).stdout


def test_whoever_is_in_the_call_and_not_the_one_who_acts_is_asked_to_bring_them(tmp_path: Path) -> None:
    (tmp_path / "absent.md").write_text(
        "---\ntype: call-plan\nstage: propose\ndate: 2026-06-10\n---\n# Call prep: Marl Dairy\n\n"
        "**Attendees:** Hedwig Bauer (Marl Dairy), Tom Reed (us)\n\n## People\n- **Tarek Aziz** — CFO (Marl Dairy)\n"
        "- **Hedwig Bauer** — plant manager (Marl Dairy)\n\n"
        "**Objective:** Tarek Aziz names the budget line in writing by 18 June.\n",
        "utf-8",
    )
    result = check("absent.md", "--select", "RE305", cwd=tmp_path)
    assert "“Hedwig brings Tarek Aziz into a call by 18 June”" in result.stdout
