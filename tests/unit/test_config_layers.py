"""Files that a config extends, and overrides: what counts in the end, and where it is said to come from."""

import os
from pathlib import Path

import pytest

from advancelint.config.layered import Config, load
from advancelint.errors import ConfigError


def write(folder: Path, **files: str) -> None:
    """Write TOML files; two underscores in a name stand for a folder."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def config_at(path: Path) -> Config:
    config = load(str(path), str(path.parent))
    assert config is not None
    return config


def origin(config: Config, path: Path, *key: str) -> str:
    return ", ".join(one.described for one in config.said_for(str(path))[key].origins)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_is_nearer_counts_and_tables_merge(here: Path) -> None:
    write(
        here,
        far="our-company = 'Far'\nour-people = ['A']\nprofile = 'pharma'\n[stale-days]\nalign = 1\ndiscover = 2\n",
        near="extends = 'far.toml'\nour-people = ['B']\nprofile = 'consulting'\n[stale-days]\ndiscover = 3\n",
        own="extends = ['near.toml']\nprofile = 'manufacturing'\n",
    )
    config = config_at(here / "own.toml")
    settings = config.settings("a.md", "")
    assert (settings.our_company, settings.our_people, settings.profile) == ("Far", ("B",), "manufacturing")
    assert dict(settings.stale_days) == {"align": 1, "discover": 3}
    assert origin(config, here / "a.md", "our-company") == "extends far.toml:1"
    assert origin(config, here / "a.md", "stale-days", "discover") == "extends near.toml:5"
    assert origin(config, here / "a.md", "profile") == "own.toml:2"


def test_of_two_extended_files_the_later_counts(here: Path) -> None:
    write(here, one="our-company = 'One'\n", two="our-company = 'Two'\n", own="extends = ['one.toml', 'two.toml']")
    assert config_at(here / "own.toml").settings("a.md", "").our_company == "Two"


def test_extend_adds_and_a_new_list_forgets_what_was_added(here: Path) -> None:
    write(
        here,
        base="our-people = ['A']\nextend-our-people = ['B']\n",
        adding="extends = 'base.toml'\nextend-our-people = ['C']\n",
        anew="extends = 'adding.toml'\nextend-our-people = ['E']\nour-people = ['D']\n",
    )
    adding = config_at(here / "adding.toml")
    assert adding.settings("a.md", "").our_people == ("A", "B", "C")
    assert origin(adding, here / "a.md", "extend-our-people") == "extends base.toml:2, adding.toml:2"
    assert config_at(here / "anew.toml").settings("a.md", "").our_people == ("D", "E")


def test_overrides_come_after_everything_else_in_order(here: Path) -> None:
    write(
        here,
        base="[[overrides]]\nfiles = ['deals/']\nprofile = 'pharma'\nfail-on = 'info'\n",
        own="extends = 'base.toml'\nprofile = 'consulting'\n"
        "[[overrides]]\nfiles = ['deals/', '!deals/b.md']\nfail-on = 'never'\nextend-ignore = ['SP']\n",
    )
    config = config_at(here / "own.toml")
    outside, a, b = (config.settings(name, "") for name in ("a.md", "deals/a.md", "deals/b.md"))
    assert (outside.profile, outside.fail_on, outside.ignore) == ("consulting", "error", ())
    assert (a.profile, a.fail_on, a.ignore) == ("pharma", "never", ("SP",))
    assert (b.profile, b.fail_on, b.ignore) == ("pharma", "info", ())
    assert origin(config, here / "deals" / "a.md", "fail-on") == "overrides[1] in own.toml:5"
    assert origin(config, here / "deals" / "a.md", "profile") == "overrides[1] in base.toml:3"


def test_patterns_of_a_file_above_count_from_its_folder(here: Path) -> None:
    write(
        here,
        all="exclude = ['deals/old/', '*.tmp.md', 'notes/']\n[kinds]\ndeal = ['deals/*/deal.md', '**/x/y.md']\n"
        "[[overrides]]\nfiles = ['deals/north/']\nprofile = 'pharma'\n"
        "[per-file-ignores]\n'/deals/n*/a.md' = ['SP']\n",
        deals__north__advancelint="extends = '../../all.toml'\n",
    )
    north = here / "deals" / "north"
    config = config_at(north / "advancelint.toml")
    assert config.settings(str(north / "deal.md"), "").kind == "deal"
    assert config.settings(str(north / "sub" / "deal.md"), "").kind == ""
    assert config.settings(str(north / "x" / "y.md"), "").kind == "deal"
    assert config.settings(str(north / "a.md"), "").profile == "pharma"
    assert config.settings(str(north / "a.md"), "").ignore == ("SP",)
    assert config.exclusion(str(north / "q.tmp.md")) is not None
    assert config.exclusion(str(north / "old" / "a.md")) is None
    assert config.exclusion(str(north / "notes"), folder=True) is not None


def test_patterns_of_a_file_from_elsewhere_count_as_if_they_stood_in_the_config(here: Path) -> None:
    write(
        here,
        shared__policy="exclude = ['archive/']\nbaseline = 'known.json'\n",
        team__advancelint="extends = '../shared/policy.toml'\n",
    )
    config = config_at(here / "team" / "advancelint.toml")
    found = config.exclusion(str(here / "team" / "archive" / "a.md"))
    assert found is not None
    assert found.described == "extends shared/policy.toml:1"
    assert config.exclusion(str(here / "shared" / "archive" / "a.md")) is None
    # A path, unlike a pattern, leads on from the file that it stands in.
    assert config.settings("team/a.md", "").baseline == str(here / "shared" / "known.json")


def test_a_config_named_by_hand_counts_from_its_folder_or_from_the_current_one(here: Path) -> None:
    write(here, top="exclude = ['plans/a.md']\n", etc__policy="exclude = ['plans/a.md']\n")
    (here / "plans").mkdir()
    os.chdir(here / "plans")
    above = load(str(here / "top.toml"), os.getcwd())
    assert above is not None
    assert above.exclusion("a.md") is not None
    os.chdir(here)
    beside = load(str(here / "etc" / "policy.toml"), os.getcwd())
    assert beside is not None
    assert beside.exclusion("plans/a.md") is not None


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"own": "extends = 'own.toml'"}, "own.toml:1:1: “own.toml” extends this file in turn"),
        ({"own": "extends = ['a.toml']", "a": "\nextends = ['own.toml']"}, "a.toml:2:12: “own.toml” extends this file"),
        ({"own": "extends = 'no.toml'"}, "own.toml:1:1: there is no file “no.toml” to extend"),
        ({"own": "extends = 'sub'"}, "own.toml:1:1: “sub” cannot be extended"),
        ({"own": "extends = 'a.toml'", "a": "profile = 'x'"}, "a.toml:1:1: profile cannot be “x”"),
        ({"own": "extends = 'pyproject.toml'", "pyproject": "[a]"}, "pyproject.toml has no table [tool.advancelint]"),
        ({"own": "extends = []\n[t]"}, "own.toml:2:2: the config has no key “t”"),
    ],
)
def test_what_cannot_be_extended_is_told_with_its_place(here: Path, files: dict[str, str], message: str) -> None:
    write(here, **files)
    with pytest.raises(ConfigError) as raised:
        config_at(here / "own.toml")
    assert message in str(raised.value)


def test_a_file_may_be_extended_twice_but_not_without_end(here: Path) -> None:
    write(here, base="our-company = 'B'", a="extends = 'base.toml'", b="extends = 'base.toml'")
    write(here, own="extends = ['a.toml', 'b.toml']")
    assert config_at(here / "own.toml").settings("x.md", "").our_company == "B"
    for number in range(9):
        write(here, **{f"n{number}": f"extends = ['n{number + 1}.toml', 'n{number + 1}.toml']"})
    write(here, n9="")
    with pytest.raises(ConfigError, match="too many files"):
        config_at(here / "n0.toml")


def test_a_pyproject_can_extend_and_be_extended(here: Path) -> None:
    write(here, pyproject="[tool.advancelint]\nextends = 'base.toml'\n", base="our-company = 'B'")
    assert config_at(here / "pyproject.toml").settings("x.md", "").our_company == "B"
    write(here, own="extends = 'pyproject.toml'")
    config = config_at(here / "own.toml")
    assert origin(config, here / "x.md", "our-company") == "extends base.toml:1"
