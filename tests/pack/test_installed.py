"""The pack in examples/rule-pack, built and installed beside a built advancelint as somebody else would."""

from __future__ import annotations

import glob
import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from command import ROOT, Ended, environment
from ferrow_glass import GOOD
from packs import HOLLIN, card, lay, write

# What each rule of the pack finds, one line each; no rule of ours finds anything.
LONG = (
    "Lena Marsh sends Jun the gas bills of the first quarter by 12 June 2026, with the readings of both meters of the "
    "old furnace and those of the new one."
)
PLAN = GOOD.replace("orders one burner retrofit (EUR 90k)", "orders a pilot for 90k EUR").replace(
    "Lena Marsh sends Jun the gas bills of the first quarter by 12 June 2026.", LONG
)
CODES = ["HOL101", "HOL102", "HOL201"]


class Place:
    """An environment, and a folder with a plan in it."""

    def __init__(self, environment: Path, folder: Path) -> None:
        self.bin, self.folder = environment / "bin", folder
        write(folder, {"plan.md": PLAN})

    def run(self, *arguments: str) -> Ended:
        kept = {name: value for name, value in environment().items() if name != "PYTHONPATH"}
        command = [str(self.bin / "advancelint"), *arguments]
        return subprocess.run(command, cwd=self.folder, env=kept, capture_output=True, encoding="utf-8", check=False)

    def check(self, *arguments: str) -> Ended:
        return self.run("check", "--as-of", "2026-06-01", "--fail-on", "info", *arguments)

    def codes(self, *arguments: str) -> list[str]:
        ended = self.check("--output-format", "json", *arguments)
        assert ended.returncode in (0, 1), ended.stderr
        return sorted(one["code"] for one in json.loads(ended.stdout)["diagnostics"])

    def configure(self, text: str) -> None:
        write(self.folder, {"advancelint.toml": text})


def pip(*words: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *words]
    ended = subprocess.run(command, env=environment(), capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr


def fresh(place: Path) -> Path:
    """Make an environment that finds the packages of this one, but none that is installed as a link to its sources."""
    venv.create(place, with_pip=False, symlinks=True)
    (site,) = glob.glob(str(place / "lib" / "python*" / "site-packages"))
    Path(site, "shared.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    return place


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("wheels")
    pip("wheel", "--no-deps", "--wheel-dir", str(folder), ROOT, HOLLIN)
    return sorted(str(path) for path in folder.iterdir())


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory, wheels: list[str]) -> Path:
    place = fresh(tmp_path_factory.mktemp("installed") / "environment")
    python = str(place / "bin" / "python")
    pip("--python", python, "install", "--no-deps", "--no-index", "--ignore-installed", *wheels)
    return place


@pytest.fixture
def team(installed: Path, tmp_path: Path) -> Place:
    return Place(installed, tmp_path)


def test_the_wheels_hold_the_cards_and_are_what_runs(team: Place, wheels: list[str]) -> None:
    assert [os.path.basename(path).split("-")[0] for path in wheels] == ["advancelint", "hollin_sales_rules"]
    code = "import advancelint, hollin_rules; print(advancelint.__file__, hollin_rules.__file__)"
    told = subprocess.run([team.bin / "python", "-I", "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert all(path.startswith(str(team.bin.parent)) for path in told.stdout.split())


def test_the_wheel_holds_its_cards_and_lists_frozen_and_reads_nothing_else(wheels: list[str], team: Place) -> None:
    (own,) = [path for path in wheels if "advancelint" in path]
    names = set(zipfile.ZipFile(own).namelist())
    lists = {name for name in names if name.endswith(".tsv")}
    assert {f"{name}.frozen" for name in lists} | {
        "advancelint/rules/cards.frozen",
        "advancelint/expressions.frozen",
    } <= names
    write(team.folder, {"bare.md": "# Call plan\n\nObjective: Lena Marsh sends Jun the gas bills by 12 June 2026.\n"})
    code = (
        "import sys, os, builtins, re; opened = []; whole = builtins.open; made = re.compile\n"
        "def compiled(*a):\n"
        "    if sys._getframe(1).f_globals['__name__'] == 'advancelint.expressions': opened.append('x.tsv')\n"
        "    return made(*a)\n"
        "re.compile = compiled\n"
        "builtins.open = lambda file, *a, **b: opened.append(str(file)) or whole(file, *a, **b)\n"
        "from advancelint.cli import main\n"
        "try: main(['check', 'bare.md', '--as-of', '2026-06-01'])\n"
        "except SystemExit: pass\n"
        "print([one for one in opened if one.endswith(('.tsv', '.yaml'))], 'yaml' in sys.modules)"
    )
    told = subprocess.run(
        [team.bin / "python", "-I", "-c", code], cwd=team.folder, capture_output=True, encoding="utf-8", check=True
    )
    assert told.stdout.splitlines()[-1] == "[] False"


def test_a_pack_counts_only_where_it_is_named(team: Place) -> None:
    assert team.codes() == []
    assert team.codes("--pack", "hollin") == CODES
    team.configure('packs = ["hollin"]\n')
    assert team.codes() == CODES
    assert team.codes("--isolated") == []


@pytest.mark.parametrize(
    ("config", "arguments", "found"),
    [
        ("", ("--select", "hollin"), CODES),
        ("", ("--select", "hol1"), ["HOL101", "HOL102"]),
        ("", ("--select", "house"), CODES),
        ("", ("--select", "house-words"), ["HOL102"]),
        ("", ("--select", "PL,AD"), []),
        ("", ("--ignore", "HOL1"), ["HOL201"]),
        ('select = ["PL"]\nextend-select = ["hollin"]\n', (), CODES),
        ('severity.hollin = "off"\n', (), []),
        ("options.HOL101.words = 40\n", (), ["HOL102", "HOL201"]),
        ('options.currency-first.currencies = ["SEK"]\n', (), ["HOL101", "HOL102"]),
        ('[[overrides]]\nfiles = ["*.md"]\noptions.HOL101.words = 40\nignore = ["HOL102"]\n', (), ["HOL201"]),
        ('per-file-ignores."plan.md" = ["hollin"]\n', (), []),
    ],
)
def test_its_rules_are_chosen_and_set_as_others_are(
    team: Place, config: str, arguments: tuple[str, ...], found: list[str]
) -> None:
    team.configure(f'packs = ["hollin"]\n{config}')
    assert team.codes(*arguments) == found


def test_its_rules_are_listed_and_explained(team: Place) -> None:
    assert "HOL" not in team.run("rules").stdout
    assert team.run("explain", "HOL101").returncode == 2
    team.configure('packs = ["hollin"]\noptions.HOL101.words = 31\n')
    lines = [line.split() for line in team.run("rules").stdout.splitlines() if line.startswith("HOL")]
    assert [line[:2] for line in lines] == [
        ["HOL101", "long-objective"],
        ["HOL102", "house-words"],
        ["HOL103", "two-voices"],
        ["HOL201", "currency-first"],
    ]
    assert all({"house", "hollin", "1.2.0"} <= set(line) for line in lines)
    page = team.run("explain", "long-objective").stdout
    assert "From: the pack hollin 1.2.0" in page
    assert "Option words = 31: the number of words" in page
    assert "https://rules.hollin.example/two-voices" in team.run("explain", "HOL103", "--pack", "hollin").stdout


def test_the_config_is_checked_against_it(team: Place) -> None:
    team.configure('packs = ["hollin"]\nignore = ["HOL102"]\noptions.HOL101.words = 30\n')
    assert team.run("config", "check").returncode == 0
    team.configure('packs = ["hollin"]\nignore = ["HOL1O2"]\noptions.HOL101 = {words = 3, wrods = 4}\n')
    ended = team.run("config", "check")
    assert ended.returncode == 2
    assert [line.split(" ")[0] for line in ended.stderr.splitlines() if line.startswith("advancelint.toml")] == [
        "advancelint.toml:2:11:", "advancelint.toml:3:19:", "advancelint.toml:3:30:",
    ]  # fmt: skip
    for words in ("Did you mean “HOL102”?", "at least 10", "Did you mean “words”?"):
        assert words in ended.stderr


def test_reports_carry_it(team: Place) -> None:
    log = json.loads(team.check("--pack", "hollin", "--output-format", "sarif").stdout)["runs"][0]
    rules = log["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in log["results"]] == [one["ruleId"] for one in log["results"]]
    assert sorted(one["ruleId"] for one in log["results"]) == CODES
    uris = {rule["id"]: rule.get("helpUri", "") for rule in rules}
    assert uris["HOL103"] == "https://rules.hollin.example/two-voices"
    assert not any(uris[code] for code in CODES)
    (amount,) = json.loads(
        team.check("--pack", "hollin", "--select", "HOL201", "--output-format", "json").stdout
    )["diagnostics"]  # fmt: skip
    assert amount["message"] == "“90k EUR”: our order system reads “EUR 90k”"
    assert (amount["url"], amount["fix"]["edits"][0]["text"]) == ("", "EUR 90k")


def test_its_fixes_are_made(team: Place) -> None:
    team.check("--pack", "hollin", "--fix")
    mended = (team.folder / "plan.md").read_text("utf-8")
    assert "orders a trial drive for EUR 90k by" in mended
    assert team.codes("--pack", "hollin") == ["HOL101"]


def test_suppressions_and_the_baseline_know_its_codes(team: Place) -> None:
    team.configure('packs = ["hollin"]\n')
    comment = "<!-- advancelint-disable-next-line HOL101 reason: both meters have to be read -->\n"
    write(team.folder, {"plan.md": PLAN.replace("**Objective:**", f"{comment}**Objective:**")})
    assert team.codes() == ["HOL102", "HOL201"]
    assert "HOL101" in team.run("suppressions").stdout
    assert team.run("baseline", "create").returncode == 0
    assert team.codes() == ["HOL102", "HOL201"]  # until the config names the baseline
    team.configure('packs = ["hollin"]\nbaseline = ".advancelint-baseline.jsonl"\n')
    assert team.codes() == []
    assert team.codes("--no-suppressions") == ["HOL101"]


def test_a_suppression_of_a_pack_s_code_is_unknown_without_the_pack(team: Place) -> None:
    comment = "<!-- advancelint-disable-next-line HOL101 reason: both meters have to be read -->\n"
    write(team.folder, {"plan.md": PLAN.replace("**Objective:**", f"{comment}**Objective:**")})
    assert team.codes() == ["SU702"]


def test_a_pack_that_is_a_link_to_its_sources_serves_as_well(wheels: list[str], tmp_path: Path) -> None:
    place = fresh(tmp_path / "environment")
    python = str(place / "bin" / "python")
    own = next(path for path in wheels if "advancelint" in path)
    pip("--python", python, "install", "--no-deps", "--no-index", "--ignore-installed", own)
    pip("--python", python, "install", "--no-deps", "--editable", HOLLIN)
    (tmp_path / "plans").mkdir()
    assert Place(place, tmp_path / "plans").codes("--pack", "hollin") == CODES


def test_the_pack_s_own_tests_pass(team: Place) -> None:
    command = [str(team.bin / "python"), "-m", "pytest", "-q", "-p", "no:cacheprovider", HOLLIN]
    kept = {name: value for name, value in environment().items() if name != "PYTHONPATH"}
    ended = subprocess.run(command, cwd=team.folder, env=kept, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stdout


def test_inside_of_a_hostile_folder_the_installed_tool_and_pack_run(team: Place) -> None:
    code = "import pathlib\npathlib.Path(__file__).with_name('ran').touch()\n"
    names = ("advancelint", "hollin_rules", "click", "sitecustomize", "evil")
    write(team.folder, {f"{name}.py": code for name in names})
    lay(team.folder, "evil", "evil", {"evil/EVP101-x.yaml": card("EVP101", "x"), "evil/__init__.py": code})
    write(team.folder, {"evil.pth": "import evil\n", "advancelint.toml": 'packs = ["hollin"]\n'})
    assert team.codes() == CODES
    team.configure('packs = ["hollin", "evil"]\n')
    ended = team.check()
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "advancelint.toml:1:20: the pack “evil” is not installed" in ended.stderr
    assert not list(team.folder.rglob("ran"))
