"""The word lists: well formed, sorted, and used."""

import ast
import glob
import os

import pytest

from advancelint.errors import ResourceError
from advancelint.reading.lexicon import load
from advancelint.reading.model import FACETS
from advancelint.resources import folder, rows

LISTS = sorted(path for path in glob.glob(os.path.join(folder("lexicon"), "en", "*.tsv")))
READING = os.path.dirname(os.path.abspath(load.__wrapped__.__code__.co_filename))
READERS = [path for place in (READING, os.path.join(READING, "..", "plan")) for path in glob.glob(f"{place}/*.py")]


@pytest.mark.parametrize("path", LISTS, ids=os.path.basename)
def test_a_list_says_where_it_comes_from_and_repeats_nothing(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        assert file.readline().startswith("# ")
    table = [tuple(row) for row in rows(path)]
    assert len(table) == len(set(table))


def test_the_stages_of_the_commitments_are_the_ladders() -> None:
    lexicon = load("en")
    assert {commitment.stage for commitment in lexicon.commitments} <= set(FACETS["stage"])
    assert {commitment.energy for commitment in lexicon.commitments} <= set(FACETS["energy"])


def test_every_verb_of_a_commitment_is_a_known_verb() -> None:
    lexicon = load("en")
    missing = {verb for commitment in lexicon.commitments for verb in commitment.verbs if verb not in lexicon.verbs}
    assert not missing


def test_groups_are_the_ones_the_code_asks_for() -> None:
    asked: set[ast.expr] = set()
    for path in READERS:
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read())
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Subscript)
                and isinstance(node.value, ast.Attribute)
                and node.value.attr == "groups"
            ):
                asked.add(node.slice)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "among":
                asked.add(node.args[1])
    named = {node.value for node in asked if isinstance(node, ast.Constant)}
    # `Clock.among` itself looks up the group that its caller names.
    assert [ast.unparse(node) for node in asked if not isinstance(node, ast.Constant)] == ["group"]
    assert named == set(load("en").groups)


def test_a_broken_row_names_its_file(tmp_path) -> None:  # type: ignore[no-untyped-def] # pytest's own fixture
    path = tmp_path / "words.tsv"
    path.write_text("# source\nword\tclass\nalone\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"words\.tsv:3:1"):
        rows(str(path))
    with pytest.raises(ResourceError, match="cannot be read"):
        rows(str(tmp_path / "missing.tsv"))


def test_an_act_of_the_client_costs_something() -> None:
    verbs = {verb.lemma: (verb.client, verb.energy) for verb in load("en").verbs.values()}
    assert not [lemma for lemma, (client, energy) in verbs.items() if client == "act" and energy == "none"]


def test_of_phrases_that_begin_alike_the_longest_comes_first() -> None:
    for first, group in load("en").phrases.items():
        lengths = [len(phrase.words) for phrase in group]
        assert lengths == sorted(lengths, reverse=True), first
