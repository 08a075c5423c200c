"""Packs and folders of cards that cannot be used: told with the place and what to do, and never green."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from packs import card, check, lay, tool, write

GOOD = {"ok_one/cards/OKA101-a-burner.yaml": card("OKA101", "a-burner")}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """What is installed: one pack that is right."""
    return lay(tmp_path / "site", "okay", "ok_one.cards", GOOD)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder


def configure(plans: Path, text: str) -> None:
    write(plans, {"advancelint.toml": text})


def refused(plans: Path, site: Path, *arguments: str) -> str:
    """Return what check, rules and config check say alike; none of them is green, none has a traceback."""
    ended = check(plans, *arguments, site=site)
    assert (ended.returncode, ended.stdout) == (2, ""), ended.stderr
    assert "Traceback" not in ended.stderr
    assert tool(plans, "rules", *arguments, site=site).stderr == ended.stderr
    if os.path.exists(plans / "advancelint.toml"):
        assert tool(plans, "config", "check", *arguments, site=site).stderr == ended.stderr
    return ended.stderr


def test_the_pack_that_is_right_finds(plans: Path, site: Path) -> None:
    ended = check(plans, "--pack", "okay", site=site)
    assert (ended.returncode, ended.stdout.count("OKA101 warning")) == (0, 1), ended.stderr


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("okey", "the pack “okey” is not installed\n  Did you mean “okay”?"),
        ("quorum", "additional_dependencies"),
        ("../okay", "the pack “../okay” is not installed"),
        ("advancelint", "is no name of a pack"),
        ("local", "is no name of a pack"),
        ("Local", "is no name of a pack"),
        ("", "the pack “” is not installed"),
    ],
)
def test_a_pack_that_is_not_installed(plans: Path, site: Path, name: str, says: str) -> None:
    assert says in refused(plans, site, "--pack", name)
    if name:
        configure(plans, f'packs = [\n  "okay",\n  "{name}",\n]\n')
        told = refused(plans, site)
        assert told.startswith("advancelint.toml:3:3: ")
        assert says in told


def test_all_that_a_config_cannot_bring_is_told_at_once(plans: Path, site: Path) -> None:
    write(plans, {"team/ABC101-x.yaml": "code: ABC101\n", "team/ABC102-x.yaml": "code: ABC102\n"})
    configure(plans, 'rule-paths = ["team", "nowhere"]\npacks = ["none-such"]\n')
    told = [line.split(" ")[0] for line in refused(plans, site).splitlines() if not line.startswith(" ")]
    assert sorted(told) == [
        "advancelint.toml:1:23:", "advancelint.toml:2:10:", "team/ABC101-x.yaml:1:1:", "team/ABC102-x.yaml:1:1:",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "files", "says"),
    [
        ("bad_none", {}, "names no folder of cards: bad_none"),
        ("bad_module", {"bad_module.py": ""}, "names no folder of cards: bad_module"),
        ("bad_far.cards", {"bad_far/__init__.py": ""}, "names no folder of cards: bad_far.cards"),
        ("bad_path.cards/x", {"bad_path/cards/x/y": ""}, "names no folder of cards"),
        ("bad_up..", {"bad_up/BAD101-x.yaml": card("BAD101", "x")}, "names no folder of cards"),
        ("bad_empty", {"bad_empty/__init__.py": "raise SystemExit(0)"}, "has no cards in "),
        ("bad_name", {"bad_name/x.yaml": card("BAD101", "x")}, "must be called “BAD101-x.yaml”"),
        ("bad_card", {"bad_card/BAD101-x.yaml": card("BAD101", "x", "phrases: []")}, "bad_card/BAD101-x.yaml:9:10: "),
        ("bad_own", {"bad_own/AD901-x.yaml": card("AD901", "x")}, "begin with AD are advancelint's own"),
        ("bad_ours", {"bad_ours/AD401-x.yaml": card("AD401", "x")}, "begin with AD are advancelint's own"),
        ("bad_named", {"bad_named/BAD101-seller-activity.yaml": card("BAD101", "seller-activity")}, "already taken by"),
        ("bad_input", {"bad_input/BAD101-x.yaml": card("BAD101", "x", "input: empty", on="document")}, "own cards"),
    ],
)  # fmt: skip
def test_a_pack_that_is_none(plans: Path, site: Path, value: str, files: dict[str, str], says: str) -> None:
    lay(site, "broken", value, files)
    assert says in refused(plans, site, "--pack", "broken", "--pack", "okay")


@pytest.mark.parametrize("name", ["ALL", "all", "AD", "ad4", "AD401", "realism", "seller-activity"])
def test_a_pack_with_a_name_that_chooses_rules_of_ours(plans: Path, site: Path, name: str) -> None:
    lay(site, name, "bad_word", {"bad_word/BAD101-x.yaml": card("BAD101", "x")})
    says = f"a pack cannot be called “{name}”: this word chooses rules of advancelint\n  Whoever makes the pack "
    assert says in refused(plans, site, "--pack", name)
    assert says in tool(plans, "rule", "test", "--pack", name, site=site).stderr


def test_packs_are_split_at_commas(plans: Path, site: Path) -> None:
    lay(site, "more", "ok_more", {"ok_more/OKM101-more.yaml": card("OKM101", "more")})
    ended = check(plans, "--pack", "okay,more", site=site)
    assert [code in ended.stdout for code in ("OKA101", "OKM101")] == [True, True], ended.stderr
    assert "2 rules" in tool(plans, "rule", "test", "--pack", "okay, more", site=site).stdout


@pytest.mark.parametrize("word", ["OKA101", "oka101", "a-burner"])
def test_a_rule_of_a_pack_that_nobody_names(plans: Path, site: Path, word: str) -> None:
    lay(site, "broken", "bad_nowhere.cards", {})
    lay(site, "empty", "bad_void", {"bad_void/__init__.py": ""})
    configure(plans, f'extend-select = ["{word}"]\n')
    ended = check(plans, site=site)
    remedy = "The installed pack “okay” has it: name the pack in the config, under packs, or with --pack okay."
    assert ended.returncode == 2
    assert f"no rule has the code, name, family or pack “{word}”\n  {remedy}" in ended.stderr
    assert remedy in tool(plans, "explain", word, site=site).stderr


def test_a_check_of_a_pack_that_names_a_file(plans: Path, site: Path) -> None:
    files = {"bad_beside/BAD101-x.yaml": card("BAD101", "x", "check: shouting.py:find"), "bad_beside/shouting.py": ""}
    lay(site, "beside", "bad_beside", files)
    told = refused(plans, site, "--pack", "beside", "--allow-checks")
    assert "“shouting.py:find” names a file beside a team's card, and this is a card of a pack" in told
    assert "check: package.shouting:find" in told


def test_two_packages_that_bring_one_pack(plans: Path, site: Path) -> None:
    lay(site, "okay", "ok_two", {"ok_two/OKB101-b.yaml": card("OKB101", "b")})
    assert "more than one installed package brings a pack “okay”" in refused(plans, site, "--pack", "okay")


def test_two_packs_with_one_code_or_one_name(plans: Path, site: Path) -> None:
    lay(site, "code", "same_code", {"same_code/OKA101-other.yaml": card("OKA101", "other")})
    lay(site, "name", "same_name", {"same_name/OKC101-a-burner.yaml": card("OKC101", "a-burner")})
    for other, word in (("code", "OKA101"), ("name", "a-burner")):
        told = refused(plans, site, "--pack", "okay", "--pack", other)
        assert f"“{word}” is already taken by " in told
        assert "ok_one/cards/OKA101-a-burner.yaml" in told
        assert f"same_{other}/" in told
        assert "change one" in told


def test_a_team_that_uses_the_code_of_a_pack(plans: Path, site: Path) -> None:
    write(plans, {"team/OKA101-ours.yaml": card("OKA101", "ours")})
    configure(plans, 'rule-paths = ["team"]\npacks = ["okay"]\n')
    told = refused(plans, site)
    assert "“OKA101” is already taken by " in told
    assert "team/OKA101-ours.yaml" in told


def test_two_configs_of_one_run_with_one_code(plans: Path, site: Path) -> None:
    for name in ("east", "west"):
        files = {
            "advancelint.toml": 'rule-paths = ["team"]\n',
            f"team/ABC101-{name}.yaml": card("ABC101", name),
            "a.md": "# A\n",
        }
        write(plans / name, files)
    ended = check(plans, "east", "west", site=site)
    assert ended.returncode == 2
    assert "east/team/ABC101-east.yaml" in ended.stderr
    assert "west/team/ABC101-west.yaml:1:1: “ABC101” is already taken" in ended.stderr


def test_one_card_that_comes_in_two_ways_is_one_rule(plans: Path, site: Path) -> None:
    write(plans, {"team/ABC101-x.yaml": card("ABC101", "x")})
    os.symlink("team", plans / "again")
    configure(plans, 'rule-paths = ["team", "again", "team/ABC101-x.yaml"]\npacks = ["okay"]\n')
    ended = check(plans, "--rules", "team", "--pack", "okay", site=site)
    assert (ended.returncode, ended.stdout.count("ABC101 warning")) == (0, 1), ended.stderr


PLACE = "team/ABC101-x.yaml"
BYTES = {
    "huge": (PLACE, b"x" * 200_000),
    "latin": (PLACE, "code: ABC101\nsummary: Gr\xfc\xdfe\n".encode("latin-1")),
    "broken": (PLACE, b"code: [\x00"),
    "list": (PLACE, b"- code\n"),
    "text": ("team/ABC101-x.txt", b"code: ABC101\n"),
}
LINKS = {"loop": "ABC101-x.yaml", "device": "/dev/zero"}


def plant(folder: Path, kind: str) -> None:
    """Make something at `PLACE`, or beside it, that is no card."""
    (folder / "team").mkdir()
    place = folder / PLACE
    if kind in BYTES:
        (folder / BYTES[kind][0]).write_bytes(BYTES[kind][1])
    elif kind in LINKS:
        os.symlink(LINKS[kind], place)
    elif kind == "fifo":
        os.mkfifo(place)
    elif kind == "folder":
        place.mkdir()
    elif kind == "many":
        for number in range(2001):
            (folder / "team" / f"ABC{number}.yaml").touch()


@pytest.mark.parametrize(
    ("kind", "path", "says"),
    [
        ("none", "nowhere", "there is no card or folder “nowhere”"),
        ("none", "a\\u0000b", "cannot hold the character U+0000"),
        ("none", "x" * 5000, "there is no card or folder"),
        ("text", "team/ABC101-x.txt", "is no card and no folder of cards"),
        ("text", "team", "there is no card in the folder “team”"),
        ("folder", "team", "there is no card in the folder “team”"),
        ("fifo", "team/ABC101-x.yaml", "is no card and no folder of cards"),
        ("fifo", "team", "team/ABC101-x.yaml: is no file"),
        ("loop", "team/ABC101-x.yaml", "is no card and no folder of cards"),
        ("loop", "team", "team/ABC101-x.yaml: cannot be read"),
        ("device", "team", "team/ABC101-x.yaml: is a link out of this tree"),
        ("huge", "team", "team/ABC101-x.yaml: is too large for a card"),
        ("latin", "team/ABC101-x.yaml", "team/ABC101-x.yaml: is not UTF-8"),
        ("broken", "team", "team/ABC101-x.yaml:1:8: "),
        ("list", "team", "team/ABC101-x.yaml:1:1: "),
        ("many", "team", "more than 2000 cards lie in this folder"),
    ],
)
def test_a_path_of_the_config_that_leads_to_no_card(plans: Path, site: Path, kind: str, path: str, says: str) -> None:
    plant(plans, kind)
    configure(plans, f'rule-paths = ["{path}"]\npacks = ["okay"]\n')
    assert says in refused(plans, site)
    if "\\" not in path:
        (plans / "advancelint.toml").unlink()
        assert says in refused(plans, site, "--rules", path)


def test_links_among_folders_are_not_followed_round_and_round(plans: Path, site: Path) -> None:
    write(plans, {"team/ABC101-x.yaml": card("ABC101", "x")})
    os.symlink(".", plans / "team" / "round")
    ended = check(plans, "--rules", "team", site=site)
    assert (ended.returncode, ended.stdout.count("ABC101 warning")) == (0, 1), ended.stderr


def test_a_broken_card_is_not_the_only_thing_that_config_check_tells(plans: Path, site: Path) -> None:
    write(plans, {"ABC101-x.yaml": "code: ABC101\n", "ABC102-y.yaml": card("ABC102", "y"), "a.toml": "no-such = 1\n"})
    ended = tool(plans, "config", "check", "ABC101-x.yaml", "ABC102-y.yaml", "a.toml", "--pack", "okay", site=site)
    assert (ended.returncode, ended.stdout) == (2, "ABC102-y.yaml: correct\n")
    assert [line.split(":")[0] for line in ended.stderr.splitlines() if line[0] != " "] == ["ABC101-x.yaml", "a.toml"]


OPTION = """\
options: {{most: {{schema: {schema}, default: {default}, help: the most}}}}
when: {{length: {{at_least: {slot}}}}}"""


@pytest.mark.parametrize(
    ("schema", "default", "slot", "says"),
    [
        ("{type: integer}", "many", "$most", ":9:52: the default of “most” must be a whole number"),
        ("{type: integer, minimum: 3}", "2", "$most", "must be a whole number, at least 3"),
        ("{type: array}", "[1, [2]]", "$most", "the default of “most” must be a list of texts"),
        ("{type: object}", "{}", "$most", "“type”"),
        ("{type: string, minimum: 3}", "x", "$most", "“minimum” says nothing about text"),
        ("{type: string, pattern: '('}", "x", "$most", ":9:"),
        ("{type: integer}", "2", "$mots", ":10:27: the card has no option “mots”\n  Did you mean “most”?"),
        ("{type: number}", "2.5", "$most", "must be a whole number"),
        ("{type: boolean}", "true", "$most", "must be a whole number"),
    ],
)
def test_an_option_that_cannot_be(plans: Path, site: Path, schema: str, default: str, slot: str, says: str) -> None:
    text = card("ABC101", "x", OPTION.format(schema=schema, default=default, slot=slot))
    write(plans, {"ABC101-x.yaml": text})
    told = refused(plans, site, "--rules", "ABC101-x.yaml")
    assert told.startswith("ABC101-x.yaml:")
    assert says in told


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("options.ABC101.most = 'x'", "1:16: most of ABC101 must be a whole number, at least 3"),
        ("options.ABC101.most = 2", "at least 3"),
        ("options.ABC101.most = true", "must be a whole number"),
        ("options.ABC101.most = 3.5", "must be a whole number"),
        ("options.ABC101.most = [3]", "most must be a text, a number, true, false or a list of texts"),
        ("options.ABC101.least = 3", "ABC101 has no option “least”"),
        ("options.OKA101.most = 3", "OKA101 has no options"),
        ("options.ABC102.most = 3", "Did you mean “ABC101”?"),
        ("options.ABC101 = 3", "options"),
        ("options.ABC101.most = {a = 1}", "most"),
    ],
)
def test_a_value_that_no_option_takes(plans: Path, site: Path, line: str, says: str) -> None:
    text = card("ABC101", "x", OPTION.format(schema="{type: integer, minimum: 3}", default=5, slot="$most"))
    write(plans, {"ABC101-x.yaml": text})
    configure(plans, f"{line}\nrule-paths = ['ABC101-x.yaml']\npacks = ['okay']\n")
    told = refused(plans, site)
    assert told.startswith("advancelint.toml:1:")
    assert says in told


def test_a_folder_of_everything_is_not_searched_to_its_end(
    plans: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advancelint.catalog.cards._MOST_FOLDERS", 20)
    for number in range(30):
        (plans / "team" / f"f{number}").mkdir(parents=True)
    told = refused(plans, site, "--rules", "team")
    assert "team: more than 20 folders lie in this one" in told
    assert "Name the folder that holds the cards" in told
