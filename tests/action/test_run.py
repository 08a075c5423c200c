"""The action's step, run as the runner runs it: exit codes, outputs, annotations, summary; good, bad and hostile."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command import START
from ferrow_glass import BAD, GOOD
from runner import Ended, loaded, outputs_in, seed, step, write

import built
import tell

Step = Callable[..., Ended]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seed(tmp_path_factory.mktemp("seeded"))


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """The workspace: a folder with a blank in its name, since that is how people name clients."""
    workspace = tmp_path / "work space"
    write(workspace, "Acme Corp/good.md", GOOD)
    return workspace


@pytest.fixture
def act(environment: Path, tmp_path: Path, plans: Path) -> Step:
    def run(*, job: dict[str, str] | None = None, **inputs: str) -> Ended:
        return step(environment, tmp_path / "temp", plans, job=job, **inputs)

    return run


# --- what comes of plans


def test_a_good_plan_is_green(act: Step, tmp_path: Path) -> None:
    ended = act()
    assert (ended.code, ended.commands) == (0, []), ended.log
    assert {name: ended.outputs[name] for name in ("exit-code", "errors", "warnings", "infos", "plans")} == {
        "exit-code": "0", "errors": "0", "warnings": "0", "infos": "0", "plans": "1",
    }  # fmt: skip
    assert "as of 2026-06-01" in ended.log
    assert ended.summary.startswith("### advancelint: 0 errors, 0 warnings, 0 notes\n")
    for kind in ("sarif", "json"):
        path = ended.outputs[f"{kind}-file"]
        assert path.startswith(str(tmp_path / "temp")), "the repository stays as it was"
        assert loaded(path)["version"]


def test_a_bad_plan_stops_the_step_and_is_told_everywhere(act: Step, plans: Path) -> None:
    write(plans, "Acme Corp/bad.md", BAD)
    ended = act()
    assert (ended.code, ended.outputs["exit-code"], ended.outputs["errors"]) == (1, "1", "1")
    ((_, where, message),) = [one for one in ended.commands if one[0] == "error"]
    assert (where["file"], where["line"], where["title"]) == ("Acme Corp/bad.md", "15", "AD401 seller-activity")
    assert "your own work" in message
    assert "Acme Corp/bad.md:15:" in ended.log
    assert "| error | Acme Corp/bad.md:15 | AD401 seller-activity |" in ended.summary
    assert "### The chain of each account" in ended.summary
    assert "**Ferrow Glass**, stage discover" in ended.summary
    (found,) = [one for one in loaded(ended.outputs["json-file"])["diagnostics"] if one["severity"] == "error"]
    assert (found["path"], found["code"]) == ("Acme Corp/bad.md", "AD401")
    results = loaded(ended.outputs["sarif-file"])["runs"][0]["results"]
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results}
    assert uris == {"Acme%20Corp/bad.md"}


def test_paths_are_lines_and_may_hold_blanks(act: Step, plans: Path) -> None:
    write(plans, "Acme Corp/bad one.md", BAD)
    write(plans, "other/plan.md", BAD)
    ended = act(paths="  Acme Corp/good.md\r\n\n\tAcme Corp/bad one.md\n")
    assert (ended.code, ended.outputs["plans"]) == (1, "2")
    assert "other/" not in ended.log


def test_options_reach_the_tool(act: Step, plans: Path) -> None:
    write(plans, "bad.md", BAD)
    write(plans, "strict.toml", '[severity]\nAD401 = "warning"\n')
    assert act(config="strict.toml").code == 0
    assert act(config="strict.toml", fail_on="warning").code == 1
    assert act(as_of="2026-06-10").code == 0, "the call is over"
    assert "as of 2026-06-10" in act(as_of="2026-06-10", profile="pharma").log


def test_a_baseline_holds_what_it_lists(act: Step, plans: Path) -> None:
    write(plans, "old.md", BAD)
    assert act(paths="old.md").code == 1
    command = [sys.executable, "-c", START, "baseline", "create", "--as-of", "2026-06-01", "--output", "known.jsonl"]
    subprocess.run(command, cwd=plans, env={**os.environ, "PYTHONPATH": built.place()}, check=True)
    assert act(baseline="known.jsonl").code == 0
    write(plans, "new.md", BAD.replace("Ferrow", "Orlan"))
    ended = act(baseline="known.jsonl")
    assert (ended.code, ended.outputs["errors"]) == (1, "1")
    assert "held by the baseline" in ended.summary


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_a_report_goes_where_the_input_says(act: Step, plans: Path, name: str) -> None:
    (plans / "out dir").mkdir()
    ended = act(**{f"{name}_file": f"out dir/report.{name}"})
    assert ended.code == 0
    assert ended.outputs[f"{name}-file"] == f"out dir/report.{name}"
    assert loaded(str(plans / "out dir" / f"report.{name}"))["version"]


def test_a_report_that_cannot_be_written_is_a_fault_and_the_rest_is_told(act: Step, plans: Path) -> None:
    write(plans, "bad.md", BAD)
    ended = act(json_file="nowhere/report.json")
    assert (ended.code, ended.outputs["errors"]) == (2, "1")
    assert any("nowhere/report.json" in message for message in ended.told("error"))


# --- exit codes


@pytest.mark.parametrize(("fail_on", "code"), [("", 1), ("error", 1), ("warning", 1), ("never", 0)])
def test_fail_on_decides_about_findings(act: Step, plans: Path, fail_on: str, code: int) -> None:
    write(plans, "bad.md", BAD)
    ended = act(fail_on=fail_on)
    assert (ended.code, ended.outputs["exit-code"]) == (code, str(code))
    assert ended.told("error"), "what does not fail is still told"


@pytest.mark.parametrize("fail_on", ["", "never"])
def test_what_could_not_be_judged_is_never_green(act: Step, plans: Path, fail_on: str) -> None:
    for path, code, words in (("missing.md", "2", "no such file"), ("broken", "2", "advancelint.toml")):
        write(plans, "broken/advancelint.toml", "faill-on = 1\n")
        write(plans, "broken/plan.md", GOOD)
        ended = act(paths=f"Acme Corp\n{path}", fail_on=fail_on)
        assert (str(ended.code), ended.outputs["exit-code"]) == (code, code)
        assert any(words in message for message in ended.told("error")), ended.log
        assert ended.summary.startswith("### advancelint: ")


def test_a_repository_without_a_plan_is_not_green_even_under_a_hook(act: Step, plans: Path) -> None:
    shutil.rmtree(plans / "Acme Corp")
    write(plans, "README.md", "# Readme\n")
    ended = act(job={"PRE_COMMIT": "1"})
    assert (ended.code, ended.outputs["plans"]) == (2, "0")
    assert any("no plan was found" in message for message in ended.told("error"))


@pytest.mark.parametrize("fail_on", ["", "never"])
def test_a_tool_that_breaks_is_no_finding_and_not_green(tmp_path: Path, plans: Path, fail_on: str) -> None:
    """Without its source the tool is not there: Python ends with 1, which would be taken for findings."""
    ended = step(seed(tmp_path, source=False), tmp_path / "temp", plans, job={"PYTHONPATH": ""}, fail_on=fail_on)
    assert (ended.code, ended.outputs) == (3, {"exit-code": "3"})
    assert any("advancelint" in message for message in ended.told("error"))
    assert ended.summary.startswith("### advancelint: nothing could be judged")


def test_a_fault_of_the_script_itself_has_the_code_of_faults(act: Step, tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text('{"merge_group": {"base_sha": "--output=x"}}', "utf-8")
    job = {"GITHUB_EVENT_NAME": "merge_group", "GITHUB_EVENT_PATH": str(tmp_path / "event.json")}
    ended = act(changed_only="true", job=job)
    assert (ended.code, ended.outputs) == (3, {"exit-code": "3"})
    assert any("names no commit" in message for message in ended.told("error"))


# --- hostile inputs


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("fail_on", "critical", "fail-on: “critical” is none of error, warning, info, never"),
        ("fail_on", "never --isolated", "is none of"),
        ("profile", "farming", "is none of default, manufacturing"),
        ("changed_only", "yes", "changed-only: “yes” is none of true, false"),
        ("annotations", "", "annotations: “” is none of"),
        ("summary", "TRUE", "is none of"),
        ("as_of", "yesterday", "is no day"),
        ("as_of", "2026-02-31", "is no day"),
        ("as_of", "2026-06-01 --fail-on=never", "is no day"),
        ("paths", "\n \n", "names nothing"),
        ("paths", "plans\n--fail-on=never", "“--fail-on=never” looks like an option; a file of that name is"),
        ("paths", "-", "looks like an option"),
        ("config", "--isolated", "looks like an option"),
        ("baseline", "a\nb", "more than one line"),
        ("sarif_file", "x\x1b[2J", "control character"),
        ("json_file", "-x", "looks like an option"),
        ("packs", "acme-rules", "packs: “acme-rules” is no name with a version, as acme-rules==1.2.0"),
        ("packs", "acme-rules>=1", "is no name with a version"),
        ("packs", "acme-rules==1.2.0 --index-url=https://evil.example", "is no name with a version"),
        ("packs", "--requirement=plans/x.txt", "is no name with a version"),
        ("packs", "acme-rules==1\n./plans/pack", "“./plans/pack” is no name with a version"),
        ("packs", "acme-rules @ git+https://example.com/acme", "is no name with a version"),
        ("packs", "acme-rules @ file:///tmp/acme.whl", "is no name with a version"),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_refused_before_any_work(
    tmp_path: Path, plans: Path, name: str, value: str, words: str
) -> None:
    ended = step(None, tmp_path / "temp", plans, job=None, **{name: value})
    assert (ended.code, ended.outputs) == (2, {"exit-code": "2"})
    assert any(words in message for message in ended.told("error")), ended.log
    assert list((tmp_path / "temp").iterdir()) == [], "nothing was installed"


def test_all_mistakes_are_told_at_once(tmp_path: Path, plans: Path) -> None:
    ended = step(None, tmp_path / "temp", plans, paths="-a\n-b", fail_on="x", as_of="y")
    assert len(ended.told("error")) == 4


HOSTILE = (
    "$(touch pwned)", "`touch pwned`", "; touch pwned", "'; touch pwned; '", '"; touch pwned; "', "a | tee pwned",
    "${{ github.token }}", "%0A::error::x", "::set-output name=a::b", "::stop-commands::x", "@here", "$IFS", "> pwned",
    "a\\", "*.md", "~", "##[error]x", "##vso[task.complete]",
)  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE[::3])
def test_an_input_is_a_word_and_nothing_else(act: Step, plans: Path, value: str) -> None:
    ended = act(paths=f"Acme Corp\n{value}.md", config=f"{value}.toml", sarif_file=f"{value}.sarif")
    assert (ended.code, ended.outputs["exit-code"]) == (2, "2")
    assert not (plans / "pwned").exists()
    assert {(name, *where) for name, where, _ in ended.commands} == {("error", "title")}
    assert act(json_file=f"{value}.json").outputs["json-file"] == f"{value}.json"
    assert not (plans / "pwned").exists()


def test_paths_are_words_and_nothing_else(act: Step, plans: Path) -> None:
    for value in HOSTILE:
        write(plans, f"{value}.md", BAD)
    ended = act(paths="\n".join(f"{value}.md" for value in HOSTILE))
    assert (ended.code, ended.outputs["errors"], ended.outputs["plans"]) == (1, str(len(HOSTILE)), str(len(HOSTILE)))
    assert not (plans / "pwned").exists()
    assert {name for name, _, _ in ended.commands} == {"error", "notice"}


def test_an_output_cannot_bring_another_one() -> None:
    values = {"json-file": "x\nexit-code<<end\n0\nend\n%0Aerrors=0", "errors": "2"}
    assert outputs_in(tell.outputs(values)) == values
    assert tell.outputs(values) != tell.outputs(values), "nobody can know the line that ends a value"


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_no_report_follows_a_link_that_a_pull_request_can_plant(
    act: Step, plans: Path, tmp_path: Path, kind: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "report.json").write_text("mine", "utf-8")
    (plans / "link").symlink_to(outside / "report.json" if kind == "file" else outside)
    ended = act(json_file="link" if kind == "file" else "link/report.json")
    assert (ended.code, ended.outputs) == (2, {"exit-code": "2"})
    assert any("link in the repository" in message for message in ended.told("error"))
    assert (outside / "report.json").read_text("utf-8") == "mine"
    assert act(json_file=str(outside / "report.json")).code == 0, "outside of the repository the workflow decides"


def test_modules_in_the_judged_repository_are_never_run(act: Step, plans: Path) -> None:
    for name in ("json", "os", "click", "advancelint", "pip", "sitecustomize", "usercustomize", "gate", "inputs"):
        write(plans, f"{name}.py", "raise SystemExit('hijacked')\n")
    write(plans, "advancelint/__init__.py", "raise SystemExit('hijacked')\n")
    ended = act(job={"PYTHONPATH": ".", "PYTHONSTARTUP": "os.py"})
    assert ended.code == 0, ended.log
    assert "hijacked" not in ended.log


# --- hostile plans

WORDS = (
    "::set-output name=errors::0", "::error::forged", "::stop-commands::x", "::add-mask::e", "%0A::error::forged",
    "$(touch pwned)", "`touch pwned`", "a | b | c", "@here", "@octocat", "#1", "</details><script>alert(1)</script>",
    "[x](https://evil.example)", "##[error]forged", "##vso[task.setvariable variable=a]b", "\x1b[2J", "\u202e",
    "<!-- advancelint-disable-file AD401 -->",
)  # fmt: skip


def test_the_words_of_a_plan_stay_words(act: Step, plans: Path) -> None:
    for number, words in enumerate(WORDS):
        text = BAD.replace("the burner", f"the {words} burner").replace("Ferrow Glass", f"Ferrow {words} Glass")
        text = text.replace("# Furnace call", f"# {words}\n\n{words}\n\n{words} and {words}")
        write(plans, f"hostile/{number}.md", text)
    ended = act(paths="hostile")
    assert ended.code == 1, ended.log
    assert int(ended.outputs["errors"]) > 10, "else there would be nothing to forge"
    assert not (plans / "pwned").exists()
    assert {name for name, _, _ in ended.commands} <= {"error", "warning", "notice"}
    for _, where, message in ended.commands:
        assert where == {"title": "advancelint"} or where["file"].startswith("hostile/")
        assert not message.startswith("forged")
    for line in ended.summary.splitlines():
        assert "<script" not in line
        assert not ({"@here", "@octocat", "#1"} & set(line.split()))
        assert not re.search(r"(?<!\\)\]\(", line)
    assert set(ended.outputs) == {"exit-code", "errors", "warnings", "infos", "plans", "sarif-file", "json-file"}


NAMES = (
    "-rf.md", "::error::x.md", "%0A.md", "line\nbreak.md", "new\n::error::forged.md", "$(touch pwned).md", "a b.md",
    "q'u\"o.md", "@here.md", "a|b.md", "[x](y).md", "a,b:c=d.md", "\x1b[2J.md", "--fail-on=never.md", "ü.md",
)  # fmt: skip


def test_the_name_of_a_file_stays_a_name(act: Step, plans: Path) -> None:
    for name in NAMES:
        write(plans, f"Acme Corp/{name}", BAD)
        write(plans, name, BAD)
    ended = act()
    assert (ended.code, ended.outputs["errors"]) == (1, str(2 * len(NAMES))), ended.log
    assert not (plans / "pwned").exists()
    assert {name for name, _, _ in ended.commands} == {"error", "notice"}
    assert not any(message.startswith("forged") for message in ended.told("error"))
    found = {one["path"] for one in loaded(ended.outputs["json-file"])["diagnostics"]}
    assert found == {path for name in NAMES for path in (name, f"Acme Corp/{name}")}


# --- limits


def test_of_many_findings_the_worst_of_each_file_are_shown_and_the_rest_is_counted(act: Step, plans: Path) -> None:
    twice = BAD.replace("# Furnace call", "# Furnace call, 2026-06-09").replace(
        "**Fallback:**", "## 2026-06-10 More\n\n**Objective:** Show them the oven.\n**Fallback:**"
    )
    for number in range(24):
        write(plans, f"plans/{number:02}.md", twice.replace("Ferrow", f"Ferrow {chr(97 + number)}"))
    ended = act()
    errors = int(ended.outputs["errors"])
    assert errors >= 24
    shown = [(name, where.get("file")) for name, where, _ in ended.commands]
    assert len([name for name, _ in shown if name == "error"]) == 10
    assert len({file for name, file in shown if name == "error"}) == 10, "each of another file"
    assert [name for name, _ in shown].count("warning") <= 10
    assert [name for name, _ in shown].count("notice") <= 10
    found = sum(int(ended.outputs[name]) for name in ("errors", "warnings", "infos"))
    beyond = found - (len(shown) - 1)
    assert ended.commands[-1] == (
        "notice", {"title": "advancelint"}, f"{beyond} findings more, see the summary of this job",
    )  # fmt: skip
    quiet = act(summary="false")
    assert quiet.summary == ""
    assert quiet.told("notice")[-1] == f"{beyond} findings more, see the log of this step"


def report(errors: int, warnings: int, notices: int) -> str:
    counts = (("error", errors), ("warning", warnings), ("notice", notices))
    lines = [f"::{kind} file={number}.md::x" for kind, count in counts for number in range(count)]
    return "\n".join([*lines, "::notice title=advancelint::7 findings more in the log of this step", "::debug::x", "x"])


@pytest.mark.parametrize(
    ("errors", "warnings", "notices", "shown", "beyond"),
    [
        (0, 0, 0, (0, 0, 0), 0),
        (10, 10, 10, (10, 10, 10), 0),
        (11, 0, 0, (10, 0, 1), 1),
        (11, 3, 10, (10, 3, 10), 2),
        (40, 40, 40, (10, 10, 10), 91),
        (0, 0, 11, (0, 0, 10), 2),
    ],
)
def test_annotations_leave_room_for_the_last_notice(
    errors: int, warnings: int, notices: int, shown: tuple[int, int, int], beyond: int
) -> None:
    lines = list(tell.selected(report(errors, warnings, notices), "the log"))
    kinds = [line[2:].partition(" ")[0] for line in lines]
    assert tuple(kinds.count(kind) for kind in ("error", "warning", "notice")) == shown
    if beyond:
        words = "1 finding more" if beyond == 1 else f"{beyond} findings more"
        assert lines[-1] == f"::notice title=advancelint::{words}, see the log"


def test_annotations_can_be_left_out(act: Step, plans: Path) -> None:
    write(plans, "bad.md", BAD)
    ended = act(annotations="false")
    assert (ended.code, ended.commands) == (1, [])
    assert act(annotations="false", paths="none.md").told("error"), "why nothing could be judged is told all the same"


def test_a_runner_without_files_for_outputs_and_summary_will_do(environment: Path, tmp_path: Path, plans: Path) -> None:
    write(plans, "bad.md", BAD)
    ended = step(environment, tmp_path / "temp", plans, job={"GITHUB_OUTPUT": "", "GITHUB_STEP_SUMMARY": ""})
    assert (ended.code, ended.outputs, ended.summary) == (1, {}, "")
    assert "AD401" in ended.log
