"""The installation as a runner sees it: from the action's own folder, with hashes. It needs a package index."""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT
from ferrow_glass import BAD, GOOD
from packs import HOLLIN, card
from runner import step, write

import install


@pytest.fixture(scope="module")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The temporary folder of a runner in which one step has installed and judged."""
    home = tmp_path_factory.mktemp("runner")
    write(home / "workspace", "plan.md", GOOD)
    ended = step(None, home / "temp", home / "workspace")
    assert ended.code == 0, ended.log
    assert ended.outputs["plans"] == "1"
    return home / "temp"


def place(temporary: Path) -> Path:
    return Path(install.environment_place(ROOT, str(temporary)))


def test_it_holds_what_is_locked_and_the_tool_of_this_checkout(temporary: Path) -> None:
    python = str(place(temporary) / "bin" / "python")
    listed = subprocess.run([python, "-I", "-m", "pip", "list", "--format=freeze"], capture_output=True, check=True)
    found = {line.lower() for line in listed.stdout.decode().split()}
    with open(os.path.join(ROOT, "action", "requirements.txt"), encoding="utf-8") as file:
        locked = {line.partition(" ")[0] for line in file if "==" in line and ";" not in line}
    assert len(locked) > 10
    assert locked <= found
    where = subprocess.run(
        [python, "-I", "-c", "import advancelint; print(advancelint.__file__)"], capture_output=True, check=True
    )
    assert where.stdout.decode().startswith(str(place(temporary))), "installed, and not looked up in the checkout"


def test_a_second_step_of_the_job_finds_it_again(temporary: Path) -> None:
    write(temporary.parent / "workspace", "plan.md", BAD)
    before = os.stat(place(temporary) / install.READY).st_mtime_ns
    ended = step(None, temporary, temporary.parent / "workspace", job={"PIP_INDEX_URL": "http://localhost:1/"})
    assert (ended.code, ended.outputs["errors"]) == (1, "1")
    assert os.stat(place(temporary) / install.READY).st_mtime_ns == before


def test_a_pack_is_installed_beside_it_where_the_workflow_asks_for_one(temporary: Path, tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    pip = [sys.executable, "-m", "pip", "--quiet", "wheel", "--no-deps", "--wheel-dir", str(wheels), HOLLIN]
    subprocess.run(pip, check=True)
    workspace = tmp_path / "workspace"
    write(workspace, "plan.md", GOOD.replace("EUR 90k", "90k EUR"))
    write(workspace, "advancelint.toml", 'packs = ["hollin"]\nseverity.hollin = "error"\n')
    job = {"PIP_FIND_LINKS": str(wheels), "ADVANCELINT_ALLOW_CHECKS": "1"}
    ended = step(None, temporary, workspace, job=job, packs="hollin-sales-rules==1.2.0")
    assert (ended.code, ended.outputs["errors"]) == (1, "1"), ended.log
    assert "HOL201" in ended.summary
    # Nobody opens the gate by a variable of the job.
    write(workspace, "advancelint.toml", 'rule-paths = ["rules"]\n')
    write(workspace, "rules/EVL101-x.yaml", card("EVL101", "x", "check: x.py:find"))
    write(workspace, "rules/x.py", "def find(node): return []\n")
    ended = step(None, temporary, workspace, job=job)
    assert (ended.code, ended.outputs) == (2, {"exit-code": "2"})
    assert any("would run code that lies beside the card" in message for message in ended.told("error"))


def test_the_checkout_of_the_action_is_left_as_it_was(temporary: Path) -> None:
    for left in ("dist", "build/lib", "build/bdist*", "*.egg-info", "src/*.egg-info"):
        assert not glob.glob(os.path.join(ROOT, left))


def copy(target: Path) -> Path:
    """Copy what an installation reads, so that a test may spoil it."""
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        target.mkdir(exist_ok=True)
        shutil.copy(os.path.join(ROOT, name), target)
    for name in ("action", "src", "rules", "lexicon"):
        shutil.copytree(os.path.join(ROOT, name), target / name, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def test_another_hash_stops_the_installation(tmp_path: Path) -> None:
    root = copy(tmp_path / "action")
    path = root / "action" / "requirements.txt"
    first, mark, rest = path.read_text("utf-8").partition("--hash=sha256:")
    _, last, others = rest.partition("\nclick==")
    path.write_text(first + mark + "0" * 64 + last + others, "utf-8")
    with pytest.raises(install.InstallError, match=r"(?s)could not install what the tool needs.*(?i:hash)"):
        install.installed(str(root), str(tmp_path))
    assert not os.path.exists(os.path.join(install.environment_place(str(root), str(tmp_path)), install.READY))
    # Broken off, it is made anew and not taken for whole.
    with pytest.raises(install.InstallError):
        install.installed(str(root), str(tmp_path))


def test_what_pip_says_is_told_and_is_no_finding(tmp_path: Path) -> None:
    write(tmp_path / "workspace", "plan.md", GOOD)
    nowhere = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path / "none"), "PIP_CONFIG_FILE": os.devnull}
    ended = step(None, tmp_path / "temp", tmp_path / "workspace", job=nowhere, fail_on="never")
    assert (ended.code, ended.outputs) == (3, {"exit-code": "3"})
    assert any("could not install what the tool needs" in message for message in ended.told("error"))
