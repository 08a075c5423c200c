"""Links, devices, odd names and files that change: told with what to do, never read by mistake, and nothing hangs."""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from command import DAY, START, Ended, environment, run
from hostile_repository import PLAN, ask
from repository import git, new_repository, write

from advancelint.engine.intake import LARGEST_FILE
from advancelint.report.formats import NAMES

SECRET = PLAN.format(month="08").replace("Vesna", "Zdenka")
JUDGE = ("check", "--as-of", DAY)
LINK = "this file cannot be read: it is a link out of this tree"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "outside/secret.md", SECRET)
    write(tmp_path, "work/plans/deal.md", PLAN.format(month="08"))
    return tmp_path / "work"


def codes(ended: Ended) -> dict[str, list[str]]:
    """The codes of the findings of a JSON report by file."""
    found: dict[str, list[str]] = {}
    for one in json.loads(ended.stdout)["diagnostics"]:
        found.setdefault(one["path"], []).append(one["code"])
    return found


def plant(plans: Path) -> list[str]:
    """Put everything that is no file of this tree beside the plan; return the names."""
    links = {
        "out.md": "../../outside/secret.md", "passwd.md": "/etc/passwd", "loop.md": "loop.md", "zero.md": "/dev/zero",
        "input.md": "/dev/stdin", "nowhere.md": "nowhere", "up.md": "..", "git.md": "../.git/config",
    }  # fmt: skip
    for name, target in links.items():
        os.symlink(target, plans / name)
    os.symlink("..", plans / "round")
    os.symlink("../../outside", plans / "away")
    (plans / "folder.md").mkdir()
    os.mkfifo(plans / "pipe.md")
    # The name of a socket may not be long.
    with contextlib.chdir(plans), socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.md")
    with open(plans / "huge.md", "wb") as file:
        file.truncate(LARGEST_FILE * 1000)
    (plans / "bytes.md").write_bytes(b"\x00\xff" * 100)
    return [*sorted({*links} - {"up.md"}), "pipe.md", "socket.md", "huge.md", "bytes.md"]


@pytest.mark.parametrize("repository", [True, False])
def test_what_is_no_file_of_the_folder_is_told_and_the_rest_is_judged(folder: Path, repository: bool) -> None:
    if repository:
        new_repository(folder)
    else:
        write(folder, ".git-was-here/config", "")
    names = plant(folder / "plans")
    ended = run(*JUDGE, "plans", "--output-format", "json", cwd=folder)
    assert ended.returncode == 1, ended.stderr
    found = codes(ended)
    bad = {path: told for path, told in found.items() if told[0].startswith("IN00")}
    wanted = {f"plans/{name}": ["IN002" if name == "bytes.md" else "IN001"] for name in names}
    assert bad == wanted
    assert found["plans/deal.md"], "the others are judged"
    assert "Zdenka" not in ended.stdout
    assert "round" not in ended.stdout
    assert "away" not in ended.stdout


def test_a_link_inside_of_the_repository_is_read_wherever_it_leads(folder: Path) -> None:
    new_repository(folder)
    write(folder, "shared/other.md", SECRET)
    os.symlink("../shared/other.md", folder / "plans" / "other.md")
    assert "plans/other.md" in codes(ask(folder, *JUDGE, "plans", "--output-format", "json"))
    (folder / ".git").rename(folder / "no-git")
    assert "it is a link out of this tree; name it" in ask(folder, *JUDGE, "plans").stdout


def test_whoever_names_a_link_means_it(folder: Path) -> None:
    os.symlink("../../outside/secret.md", folder / "plans" / "out.md")
    assert LINK in ask(folder, *JUDGE, "plans").stdout
    for words in (["plans/out.md"], ["plans", "plans/out.md"], ["plans/out.md", "plans"]):
        ended = ask(folder, *JUDGE, *words)
        assert "Zdenka" in ended.stdout
        assert LINK not in ended.stdout
    os.symlink("../outside", folder / "away")
    assert "Zdenka" in ask(folder, *JUDGE, "away").stdout, "nor does a folder that is named lie elsewhere by mistake"


@pytest.mark.parametrize("repository", [True, False])
def test_a_link_out_of_the_tree_is_no_neighbour(folder: Path, repository: bool) -> None:
    def ends() -> bool:
        """Say whether the chain of the account's calls ends with the plan that is judged."""
        return "CH601" in ask(folder, "check", "--as-of", "2026-06-15", "plans/deal.md", "--select", "CH601").stdout

    later = PLAN.format(month="08").replace("2026-06-10", "2026-06-20")
    write(folder.parent, "outside/secret.md", later)
    inside = folder / "plans" / "a.md"
    write(folder, "plans/a.md", later)
    if repository:
        new_repository(folder)
        git(folder, "add", "--all")
    assert not ends(), "the account has two files"
    inside.unlink()
    os.symlink("../../outside/secret.md", inside)
    os.symlink("loop.md", folder / "plans" / "loop.md")
    if repository:
        git(folder, "add", "--all")
    assert ends()


def test_a_tracked_file_that_became_a_pipe_or_a_link_holds_no_comparison_up(folder: Path) -> None:
    new_repository(folder)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "plans")
    plan = folder / "plans" / "deal.md"
    for make in (os.mkfifo, lambda path: os.symlink("/dev/zero", path)):
        plan.unlink()
        make(plan)
        ended = run(*JUDGE, "plans", "--changed-since", "HEAD", cwd=folder)
        assert ended.returncode in (1, 2)
        assert "Traceback" not in ended.stderr


def test_a_file_that_grows_while_it_is_read_is_read_to_its_limit(folder: Path) -> None:
    plan = folder / "plans" / "deal.md"
    start = (
        "import os; state = os.fstat\n"
        "def grow(descriptor):\n"
        f"    os.truncate({str(plan)!r}, {LARGEST_FILE * 4})\n"
        "    return state(descriptor)\n"
        "os.fstat = grow\n"
    )
    ended = ask_after(start, folder)
    assert "it is larger than 4 MiB" in ended.stdout
    shrink = start.replace(str(LARGEST_FILE * 4), "0")
    assert "this file is empty" in ask_after(shrink, folder).stdout


def ask_after(start: str, folder: Path) -> Ended:
    command = [sys.executable, "-c", start + START, *JUDGE, "plans"]
    return subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, encoding="utf-8", check=False, timeout=60
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(folder: Path) -> None:
    (folder / "plans" / "deal.md").chmod(0)
    (folder / "plans" / "closed").mkdir(mode=0)
    ended = ask(folder, *JUDGE, "plans")
    assert ended.returncode == 1
    assert ended.stdout.count("this file cannot be read: permission denied") == 2


BAD_NAMES = (
    b"a\nb.md", b"a\r::error::b.md", b"\x1b[2J\x1b]0;x\x07.md", b"\xff\xfe.md", "\u202egnp.md".encode(), b"-dash.md",
    b"::error::x.md", b"##[group]x.md", b"##vso[task.complete]x.md", b"<img src=x onerror=alert(1)>.md", b"&amp;]]>.md",
    b"=cmd().md", b"@SUM(1).md", b"a'b\"c.md", b"`x`.md", b"%0A::error::.md", b"\x7f\xc2\x9b2J.md",
)  # fmt: skip
QUIET = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_words_and_errors_stay_words_in_every_format(folder: Path, name: str) -> None:
    plans = folder / "plans"
    evil = "Get Vesna to \x1b[31msend\x07 ::error::it ##[group] <b>by</b> \u202e12 June =cmd() ]]> |x|"
    text = PLAN.format(month="08").replace("Get Vesna to send the April return figures by 12 June", evil)
    for bad in BAD_NAMES:
        with open(os.path.join(os.fsencode(plans), bad), "wb") as file:
            file.write(text.encode())
    os.mkfifo(os.path.join(os.fsencode(plans), b"\x1b[2Jpipe\n::error::.md"))
    ended = ask(folder, *JUDGE, "plans", "\x1b[2J\n::error::missing.md", "--output-format", name, "--show-held")
    assert ended.returncode == 2
    out = ended.stdout + ended.stderr
    assert not QUIET.search(out)
    if name in ("github", "azure"):
        allowed = {"github": r"::(error|warning|notice) [^:]*::.*", "azure": r"##vso\[task\.logissue [^\]]*\].*"}
        commands = [line for line in ended.stdout.split("\n") if line.startswith(("::", "##"))]
        assert commands
        assert all(re.fullmatch(allowed[name], line) for line in commands)
        assert not any(re.search(r"##(vso)?\[", line[2:], re.IGNORECASE) for line in commands)
    for line in ended.stderr.split("\n") + (ended.stdout.split("\n") if name not in ("github", "azure") else []):
        assert not line.lstrip().startswith("::"), line
        assert not re.search(r"##(vso)?\[", line, re.IGNORECASE)
    if name in ("junit", "checkstyle"):
        from xml.etree.ElementTree import fromstring

        fromstring(ended.stdout)
    elif name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(ended.stdout)
    elif name == "markdown":
        assert "<img" not in ended.stdout
        assert "<b>" not in ended.stdout


def test_a_file_takes_no_option_away_and_adds_none(folder: Path) -> None:
    write(folder, "advancelint.toml", 'select = ["CH"]\n')
    plain = run(*JUDGE, ".", "--isolated", cwd=folder)
    assert "CF502" in plain.stdout
    for name in ("--isolated", "--no-exclude", "-", "--as-of"):
        write(folder, name, "")
    again = run(*JUDGE, ".", "--isolated", cwd=folder)
    assert (again.returncode, again.stdout) == (plain.returncode, plain.stdout)
    assert "<stdin>" in run(*JUDGE, "--isolated", "-", cwd=folder, text=SECRET).stdout
    write(folder, "--output=x.md", SECRET)
    write(folder, "-x.md", SECRET)
    ended = run(*JUDGE, "--output=x.md", cwd=folder)
    assert ended.returncode == 2
    assert "“--output=x.md” can be an option, and there is a file of that name" in ended.stderr
    assert (folder / "--output=x.md").read_text("utf-8") == SECRET
    assert "Zdenka" in run(*JUDGE, "-x.md", "./--output=x.md", "--isolated", cwd=folder).stdout
