"""``advancelint init``: what it shows, what it writes, what it leaves alone and what it says of it."""

from __future__ import annotations

import json
import os
import pty
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from command import START, environment
from repository import check, commit, git, new_repository, run, write

CONFIG, HOOKS, FLOW = "advancelint.toml", ".pre-commit-config.yaml", ".github/workflows/advancelint.yml"
SCHEMA = ".advancelint/config.schema.json"
LIST = ".advancelint-baseline.jsonl"
PREP = """\
---
type: call-plan
account: Lund Bikes
date: 2099-06-09
stage: discover
---
# Call

**Attendees:** Ines Lund (Lund Bikes), Sam Roe (Torqwell, us)
**Objective:** Demonstrate the kit to Ines Lund.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_repository(tmp_path / "plans")


def tree(folder: Path) -> dict[str, bytes]:
    found = {}
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".git"]
        for name in names:
            path = Path(parent) / name
            found[str(path.relative_to(folder))] = path.read_bytes()
    return found


@pytest.mark.parametrize("options", [(), ("--diff",)])
def test_without_a_terminal_the_diff_is_shown_and_nothing_is_written(folder: Path, options: tuple[str, ...]) -> None:
    told = run(folder, "init", *options)
    assert told.returncode == 1
    assert tree(folder) == {}
    assert ("--yes" in told.stderr) == (not options)
    # what is shown is a patch that makes the very files
    (folder.parent / "init.patch").write_text(told.stdout, "utf-8")
    git(folder, "apply", "../init.patch")
    shown = tree(folder)
    assert sorted(shown) == sorted([CONFIG, SCHEMA, HOOKS, FLOW])
    for name in shown:
        (folder / name).unlink()
    assert run(folder, "init", "--yes").returncode == 0
    assert tree(folder) == shown


def test_a_second_run_has_nothing_to_do(folder: Path) -> None:
    run(folder, "init", "--yes")
    before = tree(folder)
    again = run(folder, "init", "--yes")
    assert (again.returncode, tree(folder)) == (0, before)
    assert "nothing to do" in again.stdout
    assert run(folder, "config", "check").returncode == 0


def test_hooks_are_added_to_a_config_that_is_there(folder: Path) -> None:
    old = "\ufeffrepos:\r\n- repo: local   # ours\r\n  hooks: []\r\n"
    write(folder, HOOKS, old)
    (folder / HOOKS).chmod(0o640)
    told = run(folder, "init", "--yes")
    assert told.returncode == 0
    assert f"{HOOKS}: the hooks were added" in told.stdout
    now = (folder / HOOKS).read_bytes().decode("utf-8")
    assert now.startswith(old)
    assert [len(one["hooks"]) for one in yaml.safe_load(now)["repos"]] == [0, 3]
    assert (folder / HOOKS).stat().st_mode & 0o777 == 0o640


def test_a_config_that_cannot_be_added_to_is_left_and_the_rest_is_written(folder: Path) -> None:
    write(folder, HOOKS, "repos: []\n")
    told = run(folder, "init", "--yes")
    assert told.returncode == 2
    assert f"{HOOKS}:1:8: " in told.stderr
    assert "- id: advancelint-portfolio" in told.stderr  # what to paste
    assert (folder / HOOKS).read_text("utf-8") == "repos: []\n"
    assert sorted(tree(folder)) == sorted([CONFIG, SCHEMA, HOOKS, FLOW])
    pasted = told.stderr.partition("“repos:” yourself:\n")[2]
    write(folder, HOOKS, f"repos:\n{pasted}")
    assert run(folder, "init").returncode == 0


def test_editors_find_the_schema_of_the_config(folder: Path) -> None:
    assert run(folder, "init", "--yes").returncode == 0
    lead = (folder / CONFIG).read_text("utf-8").splitlines()[0]
    assert lead == f"#:schema ./{SCHEMA}"
    assert (folder / SCHEMA).read_text("utf-8") == run(folder, "schema", "config").stdout


def test_without_the_schema_no_line_leads_to_it(folder: Path) -> None:
    assert run(folder, "init", "--yes", "--without", "schema").returncode == 0
    assert sorted(tree(folder)) == sorted([CONFIG, HOOKS, FLOW])
    assert "#:schema" not in (folder / CONFIG).read_text("utf-8")


def test_what_is_there_is_never_overwritten(folder: Path) -> None:
    write(folder, FLOW, "name: ours\n")
    write(folder, ".advancelint.toml", "date-order = 'day-first'\n")
    told = run(folder, "init", "--yes", "--our-company", "Torqwell")
    assert told.returncode == 0
    assert "--our-company says nothing" in told.stderr
    assert sorted(tree(folder)) == sorted([".advancelint.toml", HOOKS, FLOW])
    assert (folder / FLOW).read_text("utf-8") == "name: ours\n"


@pytest.mark.parametrize("name", [HOOKS, FLOW, CONFIG])
def test_a_link_that_leads_out_is_not_followed(folder: Path, name: str) -> None:
    outside = folder.parent / "outside"
    outside.write_text("repos:\n", "utf-8")
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).symlink_to(outside)
    run(folder, "init", "--yes")
    assert outside.read_text("utf-8") == "repos:\n"
    assert (folder / name).is_symlink()


def test_a_folder_that_leads_out_is_not_written_into(folder: Path) -> None:
    (folder.parent / "outside").mkdir()
    (folder / ".github").symlink_to(folder.parent / "outside")
    told = run(folder, "init", "--yes")
    assert told.returncode == 2
    assert f"{FLOW}: leads elsewhere" in told.stderr
    assert list((folder.parent / "outside").iterdir()) == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"repos:\n\xff", "not UTF-8"), (b"repos:\n- a: [\n", f"{HOOKS}:3:1: "), (b"x" * 1_100_000, "too large")],
)
def test_a_file_that_cannot_be_read_as_a_config(folder: Path, data: bytes, reason: str) -> None:
    (folder / HOOKS).write_bytes(data)
    told = run(folder, "init", "--yes")
    assert told.returncode == 2
    assert reason in told.stderr
    assert "left as it is" in told.stderr
    assert (folder / HOOKS).read_bytes() == data


def test_a_read_only_config_is_not_replaced(folder: Path) -> None:
    write(folder, HOOKS, "repos:\n")
    (folder / HOOKS).chmod(0o444)
    told = run(folder, "init", "--yes")
    assert (told.returncode, (folder / HOOKS).read_text("utf-8")) == (2, "repos:\n")
    assert "read-only" in told.stderr


def test_a_broken_config_of_ours_stops_everything(folder: Path) -> None:
    write(folder, CONFIG, "our_company = 'Torqwell'\n")
    told = run(folder, "init", "--yes")
    assert told.returncode == 2
    assert "our-company" in told.stderr
    assert sorted(tree(folder)) == [CONFIG]


def test_a_folder_below_the_top_is_refused(folder: Path) -> None:
    (folder / "a" / "b").mkdir(parents=True)
    told = run(folder / "a" / "b", "init", "--yes")
    assert told.returncode == 2
    assert "cd ../.." in told.stderr
    assert tree(folder) == {}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--yes", "--diff"), "--yes"),
        (("--our-company", " "), "--our-company"),
        (("--our-company", "a\nb"), "--our-company"),
        (("--without", "hook"), "hooks"),
        (("plans/",), "plans/"),
    ],
)
def test_wrong_usage(folder: Path, options: tuple[str, ...], words: str) -> None:
    told = run(folder, "init", *options)
    assert told.returncode == 2
    assert words in told.stderr
    assert tree(folder) == {}


def test_outside_of_a_repository_git_init_comes_first(tmp_path: Path) -> None:
    told = run(tmp_path, "init", "--yes")
    assert told.returncode == 0
    assert "“git init”" in told.stdout


def test_parts_can_be_left_out(folder: Path) -> None:
    assert run(folder, "init", "--yes", "--without", "workflow", "--without", "config").returncode == 0
    assert sorted(tree(folder)) == [HOOKS]


def test_what_the_plans_tell_stands_in_the_config(folder: Path) -> None:
    for name in ("calls/a.md", "calls/2026/b.md", "mixed/c.md"):
        write(folder, name, PREP)
    write(folder, "mixed/README.md", "# How we write plans\n\nIn Markdown.\n")
    write(folder, "lone/d.md", PREP)
    write(folder, "odd[1]/e.md", PREP)
    write(folder, "odd[1]/f.md", PREP)
    commit(folder)
    run(folder, "init", "--yes")
    made = tomllib.loads((folder / CONFIG).read_text("utf-8"))
    assert made == {"our-company": "Torqwell", "kinds": {"prep": ["/calls/"]}}
    shown = run(folder, "inspect", "calls/2026/b.md")
    assert "config" in shown.stdout.splitlines()[0]


def test_whom_the_plans_of_several_clients_name_is_ours(folder: Path) -> None:
    clients = ("Lund Bikes", "Norwood Mills", "Varga Rail")
    for number, client in enumerate(clients):
        write(folder, f"{number}.md", PREP.replace("Lund Bikes", client).replace("Ines", f"Ines{'abc'[number]}"))
    # the same client by another name, and a page that is no plan
    write(folder, "mills.md", PREP.replace("Lund Bikes", "Norwood").replace("Sam Roe", "Bo Quist"))
    write(folder, "bo.md", PREP.replace("Lund Bikes", "Norwood Mills").replace("Sam Roe", "Bo Quist"))
    write(folder, "README.md", "# How we write plans\n\nAsk Bo Quist (Torqwell, us).\n")
    commit(folder)
    run(folder, "init", "--yes")
    made = tomllib.loads((folder / CONFIG).read_text("utf-8"))
    assert made["our-people"] == ["Sam Roe"]
    text = "# Call notes: Varga Rail, 9 June 2099\n\nSam Roe, Ines Varga\n\n## Next steps\n\n- Ines pays\n"
    write(folder, "next.md", text)
    shown = json.loads(run(folder, "inspect", "--format", "json", "next.md").stdout)
    assert {one["name"]: one["side"] for one in shown["people"]}["Sam Roe"] == "seller"


def test_a_client_who_stands_in_the_plan_of_another_is_not_ours(folder: Path) -> None:
    write(folder, "a.md", PREP)
    write(folder, "b.md", PREP.replace("account: Lund Bikes", "account: Varga Rail").replace("Sam Roe", "Bo Quist"))
    commit(folder)
    run(folder, "init", "--yes")
    assert "our-people" not in tomllib.loads((folder / CONFIG).read_text("utf-8"))


def test_a_folder_whose_name_says_nothing_is_left_open(folder: Path) -> None:
    # A call plan that comes into “plans” tomorrow must not be judged as what lies there today.
    for number in range(2):
        write(folder, f"plans/{number}.md", PREP)
    run(folder, "init", "--yes")
    assert "kinds" not in tomllib.loads((folder / CONFIG).read_text("utf-8"))


def test_two_companies_that_could_be_ours_are_none(folder: Path) -> None:
    write(folder, "a.md", PREP)
    write(folder, "b.md", PREP.replace("Torqwell", "Hotspan"))
    run(folder, "init", "--yes")
    assert "our-company" not in tomllib.loads((folder / CONFIG).read_text("utf-8"))
    assert run(folder, "init", "--diff", "--our-company", "Hotspan").returncode == 0


def test_old_plans_with_findings_are_offered_a_baseline(folder: Path) -> None:
    write(folder, "calls/lund.md", PREP)
    commit(folder)
    told = run(folder, "init")
    assert "1 plan here: " in told.stdout
    assert "--baseline" in told.stderr
    shown = run(folder, "init", "--baseline")
    assert shown.returncode == 1
    assert f'+baseline = "{LIST}"' in shown.stdout
    assert f"{LIST}: 1 plan here: " in shown.stdout
    assert tree(folder) == {"calls/lund.md": PREP.encode()}
    made = run(folder, "init", "--baseline", "--yes")
    assert made.returncode == 0
    assert f"{LIST}: " in made.stdout
    assert check(folder, ".").returncode == 0
    write(folder, "calls/lund.md", PREP.replace("Demonstrate the kit", "Demonstrate the new kit"))
    assert check(folder, ".").returncode == 1
    assert run(folder, "init", "--baseline", "--yes").stdout.startswith("nothing to do")


def test_a_baseline_needs_a_config_that_names_it(folder: Path) -> None:
    write(folder, "lund.md", PREP)
    write(folder, "pyproject.toml", "[tool.advancelint]\nour-company = 'Torqwell'\n")
    commit(folder)
    told = run(folder, "init", "--baseline", "--yes")
    assert told.returncode == 2
    assert f'baseline = "{LIST}"' in told.stderr
    assert "[tool.advancelint]" in told.stderr
    write(folder, "pyproject.toml", f"[tool.advancelint]\nbaseline = '{LIST}'\n")
    assert check(folder, ".").returncode == 0


def test_plans_that_are_fine_need_no_baseline(folder: Path) -> None:
    write(folder, "README.md", "# Nothing here\n")
    told = run(folder, "init", "--baseline", "--yes")
    assert told.returncode == 0
    assert LIST not in tree(folder)
    assert "baseline" not in (folder / CONFIG).read_text("utf-8")


def answer(folder: Path, *answers: str) -> tuple[int, str]:
    """Run init at a terminal and type ``answers``; return the exit code and what was seen."""
    seen = b""
    typed = list(answers)
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execve(sys.executable, [sys.executable, "-c", START, "init"], environment())
    while True:
        try:
            some = os.read(terminal, 4096)
        except OSError:
            break
        if not some:
            break
        seen += some
        if typed and seen.endswith(b"[y/N]: "):
            os.write(terminal, f"{typed.pop(0)}\n".encode())
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), seen.decode("utf-8")


def test_at_a_terminal_it_asks_and_a_no_writes_nothing(folder: Path) -> None:
    write(folder, HOOKS, "# \u202e evil\nrepos:\n")
    code, seen = answer(folder, "n")
    assert code == 1
    assert "+    rev: v" in seen
    assert "\u202e" not in seen
    assert sorted(tree(folder)) == [HOOKS]


def test_at_a_terminal_a_yes_writes_what_was_shown(folder: Path) -> None:
    write(folder, "lund.md", PREP)
    commit(folder)
    code, seen = answer(folder, "y", "y")
    assert code == 0
    assert seen.index("[y/N]") < seen.index("+++ b/advancelint.toml") < seen.rindex("[y/N]")
    assert f"{SCHEMA}: what editors check the config by" in seen
    assert '"$schema"' not in seen
    assert sorted(tree(folder)) == sorted([CONFIG, SCHEMA, HOOKS, FLOW, LIST, "lund.md"])
    assert check(folder, ".").returncode == 0
