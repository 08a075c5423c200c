"""Where reports go: several in one run, to files and to standard output; paths; what is told beside them."""

from __future__ import annotations

import io
import json
import os
import shutil
import stat
import subprocess
import sys
from itertools import count
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from command import ROOT, START, run
from test_check import BAD, GOOD, PROSE, WEAK, check

import built
from advancelint import HOME
from advancelint.cli.files_out import write_file
from advancelint.cli.progress import Progress
from advancelint.report.formats import FORMATS, NAMES


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    (tmp_path / "bad.md").write_text(BAD, "utf-8")
    (tmp_path / "good.md").write_text(GOOD, "utf-8")
    return tmp_path


# --- which report goes where


def test_a_run_writes_several_reports(plans: Path) -> None:
    pairs = [word for name in NAMES for word in ("--output-format", name, "--output", f"report.{name}")]
    ended = check("bad.md", *pairs, cwd=plans)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", "")
    assert sorted(path.name for path in plans.glob("report.*")) == sorted(f"report.{name}" for name in NAMES)
    assert json.loads((plans / "report.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert fromstring((plans / "report.junit").read_text("utf-8")).tag == "testsuites"
    assert (plans / "report.text").read_text("utf-8") == check("bad.md", cwd=plans).stdout


@pytest.mark.parametrize(
    ("arguments", "on_screen", "in_file"),
    [
        ("--output-format concise --output-format json --output x", "concise", "json"),
        ("--output-format json --output x --output-format concise", "concise", "json"),
        ("--output-format concise --output - --output-format json --output x", "concise", "json"),
        ("--output x --output-format json", "", "json"),
        ("--output-format json --output-format concise --output x --output -", "concise", "json"),
        ("--output x", "", "text"),
        ("--output-format=json --output=x", "", "json"),
    ],
)
def test_a_file_belongs_to_the_format_before_it(plans: Path, arguments: str, on_screen: str, in_file: str) -> None:
    ended = check("bad.md", *arguments.split(), cwd=plans)
    assert ended.returncode == 1, ended.stderr
    assert ended.stdout == (check("bad.md", "--output-format", on_screen, cwd=plans).stdout if on_screen else "")
    assert (plans / "x").read_text("utf-8") == check("bad.md", "--output-format", in_file, cwd=plans).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--output-format json --output-format text", "two reports cannot both go to standard output"),
        ("--output-format json --output - --output-format text", "two reports cannot both go to standard output"),
        ("--output-format json --output x --output-format text --output ./x", "cannot both be written to “x”"),
        ("--output-format json --output x --output y", "--output “y” follows no --output-format of its own"),
        ("--output x --output y", "--output “y” follows no --output-format of its own"),
        ("--output x --output-format json --output-format text", "--output “x” follows no --output-format of its own"),
        ("--output=", "--output needs the name of a file"),
    ],
)
def test_an_unclear_wish_is_wrong_usage_and_nothing_is_written(plans: Path, arguments: str, said: str) -> None:
    ended = check("bad.md", *arguments.split(), cwd=plans)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert said in ended.stderr
    assert sorted(os.listdir(plans)) == ["bad.md", "good.md"]


def test_what_cannot_be_written_is_told_and_the_other_reports_are_written(plans: Path) -> None:
    (plans / "folder").mkdir()
    wishes = "--output-format sarif --output no/x.sarif --output-format json --output folder --output-format gitlab "
    ended = check("bad.md", *wishes.split(), "--output", "x.json", "--output-format", "concise", cwd=plans)
    assert ended.returncode == 2
    assert "the report cannot be written to “no/x.sarif”: No such file" in ended.stderr
    assert "the report cannot be written to “folder”: " in ended.stderr
    assert json.loads((plans / "x.json").read_text("utf-8"))[0]["check_name"].startswith("PL101")
    assert ended.stdout.startswith("bad.md:10:16: PL101 error")
    assert sorted(os.listdir(plans)) == ["bad.md", "folder", "good.md", "x.json"], "no half file is left"


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere, and Windows has other rights"
)
def test_a_folder_that_takes_no_file_is_wrong_usage(plans: Path) -> None:
    (plans / "closed").mkdir(mode=0o500)
    ended = check("bad.md", "--output", "closed/report.txt", cwd=plans)
    assert ended.returncode == 2
    assert "the report cannot be written to “closed/report.txt”: Permission denied" in ended.stderr


def test_a_reader_never_sees_half_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.json"
    target.write_text("old", "utf-8")
    seen: list[str] = []
    replace = os.replace

    def look(old: str, new: str) -> None:
        seen.append(target.read_text("utf-8"))
        replace(old, new)

    monkeypatch.setattr(os, "replace", look)
    write_file(str(target), "new")
    assert seen == ["old"]
    assert target.read_text("utf-8") == "new"
    assert os.listdir(tmp_path) == ["report.json"]


@pytest.mark.skipif(os.name == "nt", reason="rights, links and pipes are those of POSIX")
def test_a_file_keeps_its_rights_a_link_its_target_and_a_device_its_kind(tmp_path: Path) -> None:
    target, link = tmp_path / "report.txt", tmp_path / "link.txt"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    write_file(str(link), "new")
    assert link.is_symlink()
    assert target.read_text("utf-8") == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    write_file(os.devnull, "new")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_quiet_silences_the_screen_and_no_file(plans: Path) -> None:
    ended = check("bad.md", "--quiet", "--output-format", "json", "--output", "x", "--output-format", "text", cwd=plans)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", "")
    assert (plans / "x").exists()


def test_a_stream_of_another_encoding_gets_whole_documents(plans: Path) -> None:
    for name in ("junit", "checkstyle", "sarif", "json"):
        ended = check("bad.md", "--output-format", name, cwd=plans, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert ended.stdout.isascii()
        json.loads(ended.stdout) if name in ("sarif", "json") else fromstring(ended.stdout)


def test_a_run_loads_only_the_formats_that_it_writes(plans: Path) -> None:
    look = (
        "loaded = [name for name in sys.modules if name.startswith('advancelint.report.') or name.startswith('xml.')]"
    )
    code = (
        "import sys; from advancelint.cli import main\n"
        "try: main(sys.argv[1:])\n"
        f"except SystemExit: pass\n{look}; print(*sorted(loaded), file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": built.place()}
    command = [sys.executable, "-c", code, "check", "bad.md", "--as-of", "2026-06-01"]
    ended = subprocess.run(command, cwd=plans, env=environment, capture_output=True, encoding="utf-8", check=True)
    loaded = {name.rpartition(".")[2] for name in ended.stderr.split()}
    assert "text" in loaded
    assert not loaded & (set(NAMES) - {"text"})
    assert not [name for name in ended.stderr.split() if name.startswith("xml.")]


# --- paths


def place_of(name: str, text: str) -> str:
    """Return the path of the first finding of a report."""
    if name == "sarif":
        (result, *_) = json.loads(text)["runs"][0]["results"]
        path: str = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        return path
    if name in ("gitlab", "rdjson"):
        document = json.loads(text)
        issue = document[0] if name == "gitlab" else document["diagnostics"][0]
        return str(issue["location"]["path"])
    if name in ("junit", "checkstyle"):
        root = fromstring(text)
        return str(root[0].get("name") if name == "checkstyle" else root[0][0].get("classname"))
    for before, after in (("file=", ","), ("sourcepath=", ";"), ("| error | ", ":")):
        if before in text:
            return text.split(before)[1].split(after)[0]
    raise AssertionError(text)


ROOTED = [known.name for known in FORMATS if known.rooted]


def places(*arguments: str, cwd: Path, workspace: str = "") -> set[str]:
    """Return the paths of the first findings of all reports that begin at the top of the repository."""
    pairs = [word for name in ROOTED for word in ("--output-format", name, "--output", f"report.{name}")]
    ended = check(*arguments, *pairs, cwd=cwd, GITHUB_WORKSPACE=workspace)
    assert ended.returncode == 1, ended.stderr
    return {place_of(name, (cwd / f"report.{name}").read_text("utf-8")) for name in ROOTED}


def test_paths_begin_at_the_top_of_the_repository(tmp_path: Path) -> None:
    folder = tmp_path / "team" / "plans"
    folder.mkdir(parents=True)
    (folder / "bad.md").write_text(BAD, "utf-8")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert len(ROOTED) == 8
    for arguments, cwd in ((("./bad.md",), folder), (("plans/../plans/bad.md",), folder.parent), ((".",), folder)):
        assert places(*arguments, cwd=cwd) == {"team/plans/bad.md"}
    assert places("bad.md", cwd=folder, workspace=str(tmp_path / "team")) == {"plans/bad.md"}
    (tmp_path / "other").mkdir()
    assert places("bad.md", cwd=folder, workspace=str(tmp_path / "other")) == {"team/plans/bad.md"}, "not its workspace"


def test_without_a_repository_paths_begin_where_the_tool_was_started(plans: Path) -> None:
    (plans / "sub").mkdir()
    for arguments, cwd in ((("bad.md",), plans), ((str(plans / "bad.md"),), plans)):
        ended = check(*arguments, "--output-format", "gitlab", cwd=cwd, GITHUB_WORKSPACE="")
        assert place_of("gitlab", ended.stdout) == "bad.md"
    outside = check("../bad.md", "--output-format", "gitlab", cwd=plans / "sub", GITHUB_WORKSPACE="")
    assert place_of("gitlab", outside.stdout) == (plans.resolve() / "bad.md").as_posix()


def test_a_fingerprint_is_the_same_from_every_folder_and_after_lines_moved(plans: Path) -> None:
    (plans / ".git").mkdir()
    (plans / "sub").mkdir()

    def marks(path: str, cwd: Path) -> list[str]:
        ended = check(path, "--output-format", "gitlab", cwd=cwd, GITHUB_WORKSPACE="")
        return [issue["fingerprint"] for issue in json.loads(ended.stdout)]

    before = marks("bad.md", plans)
    assert before == marks("../bad.md", plans / "sub")
    (plans / "bad.md").write_text(BAD.replace("**Attendees:**", "\n\nA word before.\n\n**Attendees:**"), "utf-8")
    assert before == marks("bad.md", plans)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["::error file=x::owned.md", "##vso[task.complete result=Failed]x.md", ":.md"])
def test_a_name_that_is_a_log_command_is_none_in_the_log(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(BAD.replace("# Call", "# ##[add-mask]a ##vso[task.setvariable]b Call"), "utf-8")
    for wish in (("--output-format", "text"), ("--output-format", "concise"), ("-v",)):
        ended = check(name, f"no{name}", *wish, cwd=tmp_path)
        for line in (ended.stdout + ended.stderr).splitlines():
            assert not line.lstrip().startswith("::")
            assert "##vso[" not in line
            assert "##[" not in line
    missing = check("::error::gone.md", cwd=tmp_path)
    assert missing.stderr.startswith("./::error::gone.md: there is no such file")


def test_the_address_of_the_repository_is_told_once() -> None:
    assert f"repo: {HOME}\n" in Path(ROOT, "README.md").read_text("utf-8")


# --- what is told beside the reports


def test_verbose_tells_the_config_and_what_was_passed_over(plans: Path) -> None:
    (plans / "prose.md").write_text(PROSE, "utf-8")
    (plans / "advancelint.toml").write_text('our-company = "Thermovane"\n', "utf-8")
    ended = check(".", "-v", cwd=plans)
    plain = check(".", cwd=plans)
    assert (ended.stdout, plain.stderr) == (plain.stdout, "")
    lines = ended.stderr.splitlines()
    assert "config: advancelint.toml (3 files)" in lines
    assert any(line.startswith("passed over: prose.md: ") for line in lines)
    assert [line.split(" s  ")[1] for line in lines if " s  " in line] == [
        "loading rules, finding files", "reading and judging", "writing the reports",
    ]  # fmt: skip


def test_timings_give_each_rule_its_seconds_and_change_no_report(plans: Path) -> None:
    ended = check("bad.md", "--timings", "--select", "PL,AD401", cwd=plans)
    assert ended.stdout == check("bad.md", "--select", "PL,AD401", cwd=plans).stdout
    rules = [line.split()[-1] for line in ended.stderr.splitlines()]
    assert {"PL101", "AD401"} <= set(rules)
    assert not [code for code in rules if code.startswith("CH")]
    seconds = [float(line.split()[0]) for line in ended.stderr.splitlines()]
    assert seconds == sorted(seconds, reverse=True)


def test_progress_waits_shows_and_goes_away() -> None:
    screen = io.StringIO()
    seconds = iter([0.0, 1.0, 2.5, 2.5, 2.55, 3.0, 3.0])
    assert list(Progress(screen, lambda: next(seconds)).each(["a", "b", "c", "d"])) == ["a", "b", "c", "d"]
    first, second, blank, end = screen.getvalue().removeprefix("\r").split("\r")
    assert (first, second) == ("1 of 4 files judged", "3 of 4 files judged")
    assert (blank.strip(), len(blank), end) == ("", len(second), "")


def test_progress_of_a_short_run_shows_nothing() -> None:
    screen, ticks = io.StringIO(), count()
    assert list(Progress(screen, lambda: next(ticks) / 100).each(["a"] * 50)) == ["a"] * 50
    assert screen.getvalue() == ""


def test_statistics_stand_below_the_report(plans: Path) -> None:
    (plans / "weak.md").write_text(WEAK, "utf-8")
    plain = check(".", cwd=plans).stdout
    ended = check(".", "--statistics", cwd=plans)
    assert ended.returncode == 1
    assert ended.stdout.startswith(plain)
    rows = [line.split()[:2] for line in ended.stdout[len(plain) :].split("\n") if line]
    found = json.loads(check(".", "--statistics", "--output-format", "json", cwd=plans).stdout)
    assert rows == [[str(row["count"]), row["code"]] for row in found["statistics"]]
    assert sum(row["count"] for row in found["statistics"]) == len(found["diagnostics"])


# --- completions


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which `advancelint` is a command."""
    program = tmp_path / "bin" / "advancelint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{START}" "$@"\n', "utf-8")
    program.chmod(0o755)
    source = built.place()
    return {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": source}


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ch", ["check"]),
        ("explain --h", ["--help"]),
        ("check --output-f", ["--output-format"]),
        ("check --output-format s", ["sarif"]),
        ("check --output-format j", ["json", "jsonl", "junit"]),
        ("completions ", ["bash", "zsh", "fish"]),
    ],
)
def test_bash_completes_commands_options_and_values(shell: dict[str, str], words: str, expected: list[str]) -> None:
    listed = words.split(" ")
    script = (
        'set -e; eval "$(advancelint completions bash)"; complete -p advancelint >/dev/null\n'
        f"COMP_WORDS=(advancelint {' '.join(word or chr(39) * 2 for word in listed)}); COMP_CWORD={len(listed)}\n"
        '_advancelint_completion advancelint; printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    ended = subprocess.run(
        ["bash", "--norc", "-c", script], env=shell, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert ended.stdout.split() == expected, ended.stderr


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(tmp_path: Path, name: str) -> None:
    ended = run("completions", name, cwd=tmp_path)
    assert ended.returncode == 0
    assert f"_ADVANCELINT_COMPLETE={name}_complete" in ended.stdout
    program = shutil.which(name)
    if program:
        checked = subprocess.run([program, "-n"], input=ended.stdout, encoding="utf-8", check=False, timeout=60)
        assert checked.returncode == 0
    assert run("completions", "tcsh", cwd=tmp_path).returncode == 2
