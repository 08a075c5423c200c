"""Rules that were renamed or are deprecated, through the command: whatever names them by an old name leads to them."""

import contextlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from command import DAY
from repository import check, found, run, write

from advancelint.cli.app import app

# A team's rule that had another code and another name, and one that it should not use any more.
CARD = """\
code: ACME201
name: price-talk
summary: The objective talks of price.
family: house
severity: warning
on: objective
phrases: [$word]
message: "“{phrase}” is talk of price"
why: a price is named once its value is agreed
options:
  word: {schema: {type: string}, default: discount, help: the word that is looked for}
replaces: [ACME101, discount-talk]
examples:
  flagged: [{text: Vesna signs the discount by Friday.}]
  clean: [{text: Vesna signs the order by Friday.}]
"""
OLD_CARD = (
    CARD.replace("ACME201", "ACME202").replace("price-talk", "rebate-talk").replace("discount", "rebate")
    .replace("replaces: [ACME101, rebate-talk]", "status: deprecated\ndeprecated: Use ACME201 with the word rebate.")
)  # fmt: skip
PLAN = """\
---
type: call-plan
stage: propose
---
# Call with Vesna Ilic, 2026-06-10

**Objective:** Vesna signs the discount sheet by 12 June.
**Fallback:** Vesna names the buyer of the rebate sheet by 12 June.
"""
COMMENT = "<!-- advancelint-disable-next-line {names} reason: Vesna asked for it -->\n"
CONFIG = "rule-paths = ['team-rules']\n"


@pytest.fixture
def team(tmp_path: Path) -> Path:
    write(tmp_path, "advancelint.toml", CONFIG)
    write(tmp_path, "team-rules/ACME201-price-talk.yaml", CARD)
    write(tmp_path, "team-rules/ACME202-rebate-talk.yaml", OLD_CARD)
    write(tmp_path, "plan.md", PLAN)
    return tmp_path


def house(folder: Path, *arguments: str) -> list[tuple[int, str]]:
    """Line and code of each finding of the team's rules."""
    return [(line, code) for _, line, code in found(folder, *arguments) if code.startswith("ACME")]


def notes(text: str) -> list[str]:
    return [line.removeprefix("note: ") for line in text.splitlines() if line.startswith("note: ")]


def told(folder: Path, *arguments: str) -> list[str]:
    """The notes of a run of `check`, in this process, which a test can afford often."""
    with contextlib.chdir(folder):
        ended = CliRunner().invoke(app, ["check", "--as-of", DAY, *arguments])
    assert ended.exit_code in (0, 1), ended.output
    return notes(ended.stderr)


@pytest.mark.parametrize("word", ["ACME101", "acme101", "discount-talk", "Discount-Talk"])
def test_an_old_code_or_name_chooses_the_rule_and_a_note_says_what_to_write(team: Path, word: str) -> None:
    now = "ACME201" if "101" in word else "price-talk"
    assert house(team, "--select", word) == [(7, "ACME201")]
    assert house(team, "--ignore", word) == []
    assert house(team, "--select", "AD", "--extend-select", word) == [(7, "ACME201")]
    assert told(team, "--select", f"PL,{word}", "--ignore", f"SP203,{word}") == [
        f"{option}: {word} is now called {now}: write {now}" for option in ("--select", "--ignore")
    ]


@pytest.mark.parametrize(
    ("config", "left", "places"),
    [
        ("select = [\n  'PL',\n  'ACME101',\n]\n", [(7, "ACME201")], ["4:3"]),
        ("select = ['PL']\nextend-select = ['ACME101']\n", [(7, "ACME201")], ["3:18"]),
        ("ignore = ['ACME101', 'ACME101']\n", [], ["2:11", "2:22"]),
        ("[per-file-ignores]\n'plan.md' = ['ACME101']\n", [], ["3:14"]),
        ("[severity]\nACME101 = 'off'\n", [], ["3:1"]),
        ("[options.ACME101]\nword = 'buyer'\n", [(8, "ACME201")], ["2:10"]),
        ("[[overrides]]\nfiles = ['plan.md']\nignore = ['ACME101']\noptions.ACME101.word = 'x'\n", [], ["4:11", "5:9"]),
    ],
)
def test_a_config_may_go_on_naming_a_rule_by_its_old_code(
    team: Path, config: str, left: list[tuple[int, str]], places: list[str]
) -> None:
    write(team, "advancelint.toml", CONFIG + config)
    assert house(team) == left
    said = [f"advancelint.toml:{place}: ACME101 is now called ACME201: write ACME201" for place in places]
    assert notes(check(team).stderr) == said
    ended = run(team, "config", "check")
    assert (ended.returncode, ended.stdout, notes(ended.stderr)) == (0, "advancelint.toml: correct\n", said)
    assert notes(run(team, "config", "show", "plan.md").stderr) == said


def test_the_severity_of_an_old_code_is_as_exact_as_that_of_a_new_one(team: Path) -> None:
    write(team, "advancelint.toml", CONFIG + "[severity]\nACME101 = 'error'\nhouse = 'info'\n")
    ended = check(team, "--select", "house", "--output-format", "json")
    assert [(one["code"], one["severity"]) for one in json.loads(ended.stdout)["diagnostics"]] == [("ACME201", "error")]


def test_a_word_that_was_never_a_rule_is_still_wrong(team: Path) -> None:
    write(team, "advancelint.toml", CONFIG + "ignore = ['ACME101', 'ACME102']\n")
    for ended in (check(team), run(team, "config", "check")):
        assert ended.returncode == 2
        assert "advancelint.toml:2:22: no rule has the code, name, family or pack “ACME102”" in ended.stderr
        assert "2:11" not in ended.stderr


def test_an_old_name_never_hides_a_family(team: Path) -> None:
    write(team, "team-rules/ACME201-price-talk.yaml", CARD.replace("discount-talk]", "advance, all]"))
    assert house(team, "--select", "advance") == []
    assert house(team, "--select", "all") == [(7, "ACME201")]
    assert told(team, "--select", "advance,all") == []


def test_explain_shows_the_rule_and_what_it_was_called(team: Path) -> None:
    ended = run(team, "explain", "ACME101")
    assert notes(ended.stderr) == ["ACME101 is now called ACME201: write ACME201"]
    assert ended.stdout.startswith("ACME201 price-talk ")
    assert "Formerly: ACME101, discount-talk\n" in ended.stdout
    assert notes(run(team, "explain", "price-talk").stderr) == []


def test_a_deprecated_rule_judges_only_where_it_is_chosen_by_code_or_name(team: Path) -> None:
    both = [(7, "ACME201"), (8, "ACME202")]
    for words in ((), ("--select", "house"), ("--select", "ACME"), ("--select", "ACME2"), ("--select", "local")):
        assert house(team, *words) == both[:1]
        assert told(team, *words) == []
    for word in ("ACME202", "rebate-talk"):
        assert house(team, "--extend-select", word) == both
        assert told(team, "--extend-select", word) == [
            "--extend-select: ACME202 is deprecated: Use ACME201 with the word rebate."
        ]
    assert house(team, "--extend-select", "ACME202", "--ignore", "house") == []
    assert told(team, "--ignore", "ACME202") == []


def test_a_config_that_chooses_a_deprecated_rule_is_told_so(team: Path) -> None:
    write(team, "advancelint.toml", CONFIG + "extend-select = ['rebate-talk']\n[severity]\nACME202 = 'error'\n")
    assert house(team) == [(7, "ACME201"), (8, "ACME202")]
    said = ["advancelint.toml:2:18: ACME202 is deprecated: Use ACME201 with the word rebate."]
    assert told(team) == notes(run(team, "config", "check").stderr) == said


def test_a_word_that_chooses_deprecated_rules_only_is_told_to_choose_nothing(team: Path) -> None:
    write(team, "advancelint.toml", CONFIG + "extend-select = ['ACME202']\nignore = ['ACME20']\n")
    assert not any("chooses nothing" in note for note in told(team))
    write(team, "advancelint.toml", CONFIG + "select = ['PL', 'ACME1']\n")
    card = OLD_CARD.replace("ACME202", "ACME102")
    (team / "team-rules/ACME202-rebate-talk.yaml").unlink()
    write(team, "team-rules/ACME102-rebate-talk.yaml", card)
    says = "ACME1 chooses nothing: its rules are on preview or deprecated, and have to be named one by one"
    assert told(team) == notes(run(team, "config", "check").stderr) == [f"advancelint.toml:2:17: {says}"]
    assert told(team, "--select", "PL,ACME1") == [f"advancelint.toml:2:17: {says}", f"--select: {says}"]


def test_what_a_card_advises_cannot_write_to_the_terminal(team: Path) -> None:
    card = OLD_CARD.replace("deprecated: Use", 'deprecated: "\\e[2J Use').replace("rebate.", 'rebate."')
    write(team, "team-rules/ACME202-rebate-talk.yaml", card)
    for ended in (check(team, "--select", "ACME202"), run(team, "explain", "ACME202"), run(team, "rules")):
        assert "ACME202" in ended.stdout
        assert "\x1b" not in ended.stdout + ended.stderr


def test_explain_and_rules_show_that_a_rule_is_deprecated(team: Path) -> None:
    page = run(team, "explain", "rebate-talk").stdout
    assert "Status: deprecated; it runs only when it is selected by its code or name\n" in page
    assert "Deprecated: Use ACME201 with the word rebate.\n" in page
    rows = {line.split()[0]: line for line in run(team, "rules").stdout.splitlines()}
    assert rows["ACME202"].endswith("[deprecated] The objective talks of price.")
    assert rows["ACME201"].endswith("  The objective talks of price.")


@pytest.mark.parametrize(
    ("names", "fixed"),
    [
        ("ACME101", "ACME201"),
        ("discount-talk", "price-talk"),
        ("SP203, acme101", "SP203, ACME201"),
        ("ACME201, ACME101", "ACME201"),
        ("ACME101 ACME201", "ACME201"),
        ("ACME101, discount-talk", "ACME201"),
    ],
)
def test_a_suppression_by_an_old_name_holds_and_its_fix_writes_the_new_one(team: Path, names: str, fixed: str) -> None:
    text = PLAN.replace("**Objective", COMMENT.format(names=names) + "**Objective")
    write(team, "plan.md", text)
    select = ("--select", "ACME201,SU706")
    assert set(found(team, *select)) == {("plan.md", 7, "SU706")}
    assert told(team, *select, "--fix")
    assert (team / "plan.md").read_text("utf-8") == text.replace(names, fixed)
    assert house(team, *select) == []
    assert [code for _, _, code in found(team, *select)] == []


def test_the_halves_of_a_block_may_use_the_old_and_the_new_code(team: Path) -> None:
    body = "**Objective:** Vesna signs the discount sheet by 12 June.\n"
    block = f"<!-- advancelint-disable ACME101 reason: asked -->\n\n{body}\n<!-- advancelint-enable ACME201 -->\n"
    write(team, "plan.md", PLAN.replace(body, block))
    assert [code for _, _, code in found(team, "--select", "ACME,SU")] == ["SU706"]


def test_an_old_name_is_said_once_and_not_beside_a_graver_fault(team: Path) -> None:
    for comment, codes in (
        (COMMENT.format(names="ACME101").replace("reason: ", ""), ["SU703", "ACME201"]),
        (COMMENT.format(names="ACME101").replace("reason:", "until: 2026-05-31 reason:"), ["SU704", "ACME201"]),
    ):
        write(team, "plan.md", PLAN.replace("**Objective", comment + "**Objective"))
        assert [code for _, _, code in found(team, "--select", "ACME,SU")] == codes


def test_the_list_of_suppressions_has_both_codes(team: Path) -> None:
    write(team, "plan.md", PLAN.replace("**Objective", COMMENT.format(names="ACME101") + "**Objective"))
    (one,) = json.loads(run(team, "suppressions", "--as-of", "2026-06-01", "--format", "json").stdout)["suppressions"]
    assert one["rules"] == [{"named": "ACME101", "code": "ACME201", "state": "in-use"}]


def listed(folder: Path) -> list[tuple[str, int]]:
    lines = (folder / ".advancelint-baseline.jsonl").read_text("utf-8").splitlines()[1:]
    return [(one["code"], one["nth"]) for one in map(json.loads, lines) if "ACME" in one["code"]]


def rename(folder: Path, old: str, new: str) -> None:
    file = folder / ".advancelint-baseline.jsonl"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_a_baseline_with_old_codes_holds_and_prune_renews_it(team: Path) -> None:
    run(team, "baseline", "create", "--as-of", "2026-06-01")
    assert listed(team) == [("ACME201", 1)]
    rename(team, "ACME201", "ACME101")
    baseline = ("--baseline", ".advancelint-baseline.jsonl")
    assert house(team, *baseline) == []
    renewing = "1 listed in .advancelint-baseline.jsonl under old codes; “advancelint baseline prune” renews them"
    assert told(team, *baseline) == [renewing]
    assert "ACME201" in run(team, "baseline", "status", "--as-of", "2026-06-01").stdout
    pruned = run(team, "baseline", "prune", "--as-of", "2026-06-01").stdout
    assert "0 findings taken out" in pruned
    assert "1 of them under a new code" in pruned
    assert listed(team) == [("ACME201", 1)]
    assert house(team, *baseline) == []
    assert told(team, *baseline) == []


def test_two_entries_that_become_equal_hold_two_findings(team: Path) -> None:
    # Before, two rules found something in these words; the one that replaces both finds it once.
    run(team, "baseline", "create", "--as-of", "2026-06-01")
    file = team / ".advancelint-baseline.jsonl"
    (line,) = [line for line in file.read_text("utf-8").splitlines() if "ACME201" in line]
    file.write_text(file.read_text("utf-8") + line.replace("ACME201", "ACME101") + "\n", "utf-8")
    assert house(team, "--baseline", file.name) == []
    assert "1 finding taken out" in run(team, "baseline", "prune", "--as-of", "2026-06-01").stdout
    assert listed(team) == [("ACME201", 1)]


def test_sarif_tells_old_codes(team: Path) -> None:
    log = json.loads(check(team, "--output-format", "sarif").stdout)
    rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["ACME201"]["deprecatedIds"] == ["ACME101"]
    assert "deprecatedIds" not in rules["AD401"]


@pytest.mark.parametrize(
    ("old", "new", "place", "says"),
    [
        ("ACME101", "ACME202", "12:12", "“ACME202” is already taken by team-rules"),
        ("ACME101", "AD401", "12:12", "codes that begin with AD are advancelint's own"),
        ("ACME101", "AD999", "12:12", "codes that begin with AD are advancelint's own"),
        ("discount-talk]", "seller-activity]", "12:21", "“seller-activity” is already taken by"),
        ("discount-talk]", "rebate-talk]", "12:21", "“rebate-talk” is already taken by team-rules"),
    ],
)
def test_an_old_name_belongs_to_one_rule(team: Path, old: str, new: str, place: str, says: str) -> None:
    write(team, "team-rules/ACME201-price-talk.yaml", CARD.replace(old, new))
    ended = check(team)
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"team-rules/ACME201-price-talk.yaml:{place}: {says}"), ended.stderr


def test_letters_of_ours_are_no_ones_else(team: Path) -> None:
    for code, status in (("AD702", 2), ("QQ202", 0), ("QQQ202", 0)):
        card = OLD_CARD.replace("ACME202", code).replace("rebate-talk", "other-talk")
        write(team / code, f"{code}-other-talk.yaml", card)
        ended = run(team, "check", "--isolated", "--as-of", DAY, "--rules", code, "plan.md")
        assert ended.returncode == status
        assert ("Choose a prefix of three or more letters" in ended.stderr) == (status == 2)


def test_a_new_rule_gets_no_letters_of_ours(team: Path) -> None:
    words = ("rule", "new", "--name", "some-rule", "--folder", "other", "--print")
    ended = run(team, *words, "--prefix", "AD")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "codes that begin with AD are advancelint's own" in ended.stderr
    assert run(team, *words, "--prefix", "QQQ").returncode == 0


def test_two_rules_cannot_replace_the_same(team: Path) -> None:
    card = OLD_CARD.replace("status: deprecated", "replaces: [ACME101]\nstatus: deprecated")
    write(team, "team-rules/ACME202-rebate-talk.yaml", card)
    ended = check(team)
    assert ended.returncode == 2
    assert "ACME202-rebate-talk.yaml:12:12: “ACME101” is already taken by team-rules/ACME201" in ended.stderr
    assert "never give it to a new rule" in ended.stderr
