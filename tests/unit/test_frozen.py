"""What a wheel holds ready is what the lists and cards say."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from advancelint import __version__, frozen, resources
from advancelint.catalog import cards, load_rules
from advancelint.engine.rehearse import trials
from advancelint.errors import CardError
from advancelint.rule import Rule

OWN = resources.folder("rules")
LISTS = resources.folder("lexicon")


def _whole(path: str) -> dict[str, str]:
    return resources.lookup(path, str, "").cells()


def _weighed(path: str) -> dict[str, dict[str, int]]:
    return resources.weighings(path).weights()


READERS: dict[str, Callable[[str], object]] = {
    "rows": resources.rows, "words": resources.words, "pieces": _whole, "nested": resources.nested,
    "weighings": _weighed, "trees": resources.trees,
}  # fmt: skip
CARD = """\
code: ZZ101
name: a-rule
summary: A rule.
family: test
severity: info
on: objective
when: {actor: seller}
message: "m"
why: w
instead: i
examples: {flagged: [{text: "Demonstrate the tool"}], clean: [{text: "Anna signs by 3 June"}]}
"""


def lay(folder: Path, files: dict[str, str]) -> str:
    """Lay cards into ``folder``, freeze them, and take the cards themselves away again."""
    for name, text in files.items():
        folder.joinpath(name).write_text(text, "utf-8")
    folder.joinpath(f"cards{frozen.ENDING}").write_bytes(cards.frozen_cards(str(folder)))
    for name in files:
        folder.joinpath(name).unlink()
    return str(folder)


@pytest.fixture(scope="module")
def thawed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Rule, ...]:
    folder = tmp_path_factory.mktemp("rules")
    shutil.copytree(OWN, folder, dirs_exist_ok=True)
    paths = list(cards.cards_in(str(folder)))
    texts = {os.path.relpath(path, folder): Path(path).read_text("utf-8") for path in paths}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resources, "folder", lambda _: lay(folder, texts))
        rules = load_rules()
    assert len(rules) == len(paths)
    return rules


def test_frozen_cards_are_the_cards(thawed: tuple[Rule, ...]) -> None:
    for rule, read in zip(thawed, load_rules(), strict=True):
        assert rule.card.severities == read.card.severities
        assert os.path.basename(rule.card.path) == os.path.basename(read.card.path)
        assert rule.card._replace(path="", grades=()) == read.card._replace(path="", grades=())
        assert [type(one) for one in rule.card] == [type(one) for one in read.card]


def test_rules_of_frozen_cards_find_and_mend_the_same(thawed: tuple[Rule, ...]) -> None:
    read = load_rules()
    for rule, other in zip(thawed, read, strict=True):
        ours, theirs = list(trials(rule, thawed)), list(trials(other, read))
        assert [(one.verdict, one.found, one.made) for one in ours] == [
            (one.verdict, one.found, one.made) for one in theirs
        ]
        assert all(one.passed for one in ours), rule.code


def test_a_card_with_options_is_read_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{CARD}options: {{most: {{schema: {{type: integer}}, default: 3, help: h}}}}\n"
    text = text.replace('message: "m"', 'message: "m {most}"')
    folder = lay(tmp_path, {"ZZ101-a-rule.yaml": text})
    monkeypatch.setattr(resources, "folder", lambda _: folder)
    tmp_path.joinpath("ZZ101-a-rule.yaml").write_text(text, "utf-8")
    (rule,) = load_rules()
    assert rule.with_settings({"most": 5}).card.settings == {"most": 5}


def test_a_broken_card_is_not_frozen(tmp_path: Path) -> None:
    with pytest.raises(CardError, match="sumary"):
        lay(tmp_path, {"ZZ101-a-rule.yaml": CARD.replace("summary", "sumary")})


@pytest.mark.parametrize("path", sorted(str(path) for path in Path(LISTS).rglob("*.tsv")), ids=os.path.basename)
def test_a_frozen_list_is_the_list(path: str, tmp_path: Path) -> None:
    data = resources.frozen_list(path)
    assert data == resources.frozen_list(path)
    lonely = str(tmp_path / os.path.basename(path))
    Path(lonely + frozen.ENDING).write_bytes(data)
    (form,) = [form for form in READERS if frozen.thaw(lonely, form) is not frozen.NOTHING]
    assert READERS[form](lonely) == READERS[form](path)


def test_in_a_list_of_three_columns_the_later_of_two_rows_counts(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("# From nowhere.\nlist\tword\tweight\none\tbuy\t1\ntwo\tbuy\t-3\none\tbuy\t2\n", "utf-8")
    assert resources.nested(str(path)) == {"one": {"buy": "2"}, "two": {"buy": "-3"}}
    assert resources.weighings(str(path)).weights() == {"one": {"buy": 2}, "two": {"buy": -3}}


@pytest.mark.parametrize("change", ["version", "form", "cut", "empty", "foreign", "none"])
def test_what_this_version_did_not_freeze_is_read_from_the_list(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("word\tclass\nread\tnow\n", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(frozen, "__version__", "0.0.1" if change == "version" else __version__)
        data = frozen.freeze([["frozen", "before"]], "pairs" if change == "form" else "rows")
    kept = {"cut": data[:-3], "empty": b"", "foreign": b"PK\x03\x04"}.get(change, data)
    if change != "none":
        tmp_path.joinpath(f"list.tsv{frozen.ENDING}").write_bytes(kept)
    assert resources.rows(str(path)) == [["read", "now"]]
    path.with_name(f"list.tsv{frozen.ENDING}").write_bytes(frozen.freeze([["frozen", "before"]], "rows"))
    assert resources.rows(str(path)) == [["frozen", "before"]]
