"""The folder that is judged is not trusted: nothing in it is run, unless who starts the run says so."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from command import Ended, run
from ferrow_glass import GOOD
from packs import HOLLIN, card, lay, write

import built

# Whatever is run writes this file.
MARK = "ran"
CODE = "import pathlib\npathlib.Path(__file__).with_name('ran').touch()\ndef find(node): return []\n"
COMMANDS = (
    ("check",), ("rules",), ("explain", "EVL101"), ("config", "check"), ("config", "show"), ("suppressions",),
    ("baseline", "create"),
)  # fmt: skip
TARGETS = (
    "check.py:find", "evil.checks:find", "evil:find", "evil_module:find", "click:find", "os:system", "builtins:exec",
    "subprocess:run", "advancelint.cli:main", "pytest:exit", "../check.py:find", "/etc/check.py:find",
)  # fmt: skip


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A repository that tries every way to be imported, found as a pack, or run at the start of Python."""
    folder = tmp_path / "hostile"
    lay(folder, "evil", "evil.cards", {"evil/__init__.py": CODE, "evil/checks.py": CODE})
    lay(folder / ".venv/lib/python3.11/site-packages", "deep", "deep", {"deep/__init__.py": CODE})
    names = (
        "check",
        "evil_module",
        "click",
        "yaml",
        "jsonschema",
        "sitecustomize",
        "usercustomize",
        "conftest",
        "dateutil",
    )
    write(
        folder,
        {
            **{f"{name}.py": CODE for name in names},
            **{f"rules/{name}.py": CODE for name in ("check", "evil_module")},
            "evil/cards/EVP101-x.yaml": card("EVP101", "x"),
            "evil.egg-info/entry_points.txt": "[advancelint.packs]\negg = evil.cards\n",
            "evil.egg-info/PKG-INFO": "Metadata-Version: 2.1\nName: egg\nVersion: 1\n",
            "evil.pth": f"import sys; exec({CODE!r})\n",
            "pyvenv.cfg": "home = .\n",
            "plan.md": GOOD,
            "advancelint.toml": 'rule-paths = ["rules"]\n',
        },
    )
    return folder


def told(hostile: Path, *words: str, **more: str) -> Ended:
    """Run the tool inside of the folder, with Python's first place for modules there; say that nothing else ran."""
    ended = run(*words, cwd=hostile, **more)
    assert not list(hostile.rglob(MARK))
    assert "Traceback" not in ended.stderr
    return ended


def plant(hostile: Path, targets: Sequence[str]) -> list[str]:
    """Put a card for each of ``targets`` into the folder; return their paths."""
    names = {f"rules/EVL1{n:02}-x{n}.yaml": target for n, target in enumerate(targets)}
    write(hostile, {name: card(name[6:12], name[13:-5], f"check: {target}") for name, target in names.items()})
    return sorted(names)


@pytest.mark.parametrize(("words", "targets"), [((), TARGETS), (("--allow-checks",), TARGETS[1:])])
def test_a_card_of_the_folder_names_no_code_but_that_of_installed_packs(
    hostile: Path, words: tuple[str, ...], targets: Sequence[str]
) -> None:
    paths = plant(hostile, targets)
    ended = told(hostile, "check", *words)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert [line.partition(":9:8: “")[0] for line in ended.stderr.splitlines() if line[0] != " "] == paths
    assert ended.stderr.count("\n  ") == len(paths), "a remedy is told for each"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_runs_it_either(hostile: Path, words: tuple[str, ...]) -> None:
    write(hostile, {"rules/EVL101-x.yaml": card("EVL101", "x", "check: check.py:find")})
    ended = told(hostile, *words)
    assert ended.returncode == 2
    assert "--allow-checks" in ended.stderr


def test_what_lies_in_the_folder_is_no_installed_pack(hostile: Path) -> None:
    names = ["evil", "egg", "deep", "evil.cards", "../evil", "evil/cards", "./evil", "evil-1.0"]
    write(hostile, {"advancelint.toml": f"packs = {names}\n"})
    for words in (("check",), ("rules",), ("config", "check")):
        ended = told(hostile, *words)
        assert ended.returncode == 2
        assert all(f": the pack “{name}” is not installed" in ended.stderr for name in names)


def test_the_folder_cannot_take_the_place_of_an_installed_pack(hostile: Path, tmp_path: Path) -> None:
    lay(hostile, "hollin", "hollin_rules.cards", {"hollin_rules/__init__.py": CODE, "hollin_rules/amounts.py": CODE})
    files = {}
    for parent, _, names in os.walk(os.path.join(HOLLIN, "src")):
        for name in names:
            path = Path(parent, name)
            if path.suffix in (".py", ".yaml"):
                files[str(path.relative_to(Path(HOLLIN, "src")))] = path.read_text("utf-8")
    site = lay(tmp_path / "site", "hollin", "hollin_rules.cards", files)
    write(hostile, {"advancelint.toml": 'packs = ["hollin"]\n', "plan.md": GOOD.replace("EUR 90k", "90k EUR")})
    ended = told(hostile, "check", PYTHONPATH=os.pathsep.join((built.place(), str(site))))
    assert "HOL201 warning" in ended.stdout, ended.stderr


@pytest.mark.parametrize("name", ["system", "Path"])
def test_what_a_pack_only_imported_is_not_the_packs(hostile: Path, tmp_path: Path, name: str) -> None:
    code = "from os import system\nfrom pathlib import Path\n"
    site = lay(tmp_path / "site", "good", "good_rules", {"good_rules/__init__.py": "", "good_rules/checks.py": code})
    write(hostile, {"rules/EVL101-x.yaml": card("EVL101", "x", f"check: good_rules.checks:{name}")})
    ended = told(hostile, "check", PYTHONPATH=os.pathsep.join((built.place(), str(site))))
    assert ended.returncode == 2
    assert f"“{name}” is no function of “good_rules.checks”, which only imports it" in ended.stderr


def test_no_config_can_allow_it(hostile: Path) -> None:
    write(hostile, {"rules/EVL101-x.yaml": card("EVL101", "x", "check: check.py:find")})
    options = "options.EVL101.allow-checks = true\n"
    write(hostile, {"advancelint.toml": f'rule-paths = ["rules"]\nallow-checks = true\nallow_checks = true\n{options}'})
    assert told(hostile, "check").returncode == 2
    write(hostile, {"advancelint.toml": f'rule-paths = ["rules"]\n{options}'})
    assert "with --allow-checks" in told(hostile, "check").stderr


@pytest.mark.parametrize("value", ["0", "false", ""])
def test_a_variable_that_says_no_allows_nothing(hostile: Path, value: str) -> None:
    write(hostile, {"rules/EVL101-x.yaml": card("EVL101", "x", "check: check.py:find")})
    assert told(hostile, "check", ADVANCELINT_ALLOW_CHECKS=value).returncode == 2


@pytest.mark.parametrize(("words", "more"), [(["--allow-checks"], {}), ([], {"ADVANCELINT_ALLOW_CHECKS": "1"})])
def test_who_starts_the_run_can_allow_the_file_beside_the_card(
    hostile: Path, words: list[str], more: dict[str, str]
) -> None:
    write(hostile, {"rules/EVL101-x.yaml": card("EVL101", "x", "check: check.py:find")})
    ended = run("check", *words, cwd=hostile, **more)
    assert ended.returncode == 0, ended.stderr
    assert [str(path.relative_to(hostile)) for path in hostile.rglob(MARK)] == ["rules/ran"], "that file and no other"
