"""Trees say of numbers what they were written to say."""

from pathlib import Path
from typing import TypeAlias, Union

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advancelint import resources
from advancelint.errors import ResourceError
from advancelint.trees import read, worth

# A tree as its name, bound and branches; a leaf as a number.
Written: TypeAlias = Union[int, "tuple[str, int, Written, Written]"]
NAMES = ("own", "led", "step:+1")
numbers = st.integers(-2000, 2000)
trees: st.SearchStrategy[Written] = st.recursive(
    numbers, lambda below: st.tuples(st.sampled_from(NAMES), numbers, below, below), max_leaves=12
)


def text(tree: Written) -> str:
    """Write a tree as lists hold it."""
    return str(tree) if isinstance(tree, int) else f"{tree[0]}<{tree[1]} {text(tree[2])} {text(tree[3])}"


def meant(tree: Written, values: dict[str, int]) -> int:
    """Return what a tree is worth, step by step."""
    while not isinstance(tree, int):
        name, least, below, other = tree
        tree = below if values[name] < least else other
    return tree


@given(st.lists(trees, max_size=4), st.fixed_dictionaries(dict.fromkeys(NAMES, numbers)))
def test_what_is_read_is_worth_what_was_written(written: list[Written], values: dict[str, int]) -> None:
    names, found = read(map(text, written))
    assert worth(found, [values[name] for name in names]) == sum(meant(tree, values) for tree in written)


@pytest.mark.parametrize("tree", ["", "own<3 1", "own<3 1 2 3", "own<much 1 2", "own"])
def test_what_is_no_tree_is_refused(tree: str) -> None:
    with pytest.raises(ValueError, match=r"tree|invalid literal"):
        read([tree])


def test_a_list_with_a_broken_tree_is_named(tmp_path: Path) -> None:
    path = tmp_path / "trees.tsv"
    path.write_text("weighing\ttree\nstep\town<3 1\n", "utf-8")
    with pytest.raises(ResourceError) as caught:
        resources.trees(str(path))
    assert str(path) in str(caught.value)
    assert "ends early" in str(caught.value)


def test_trees_are_listed_by_what_they_weigh(tmp_path: Path) -> None:
    path = tmp_path / "trees.tsv"
    path.write_text("weighing\ttree\nstep\town<3 1 2\nwin\t7\nstep\tled<0 -5 own<9 5 6\n", "utf-8")
    names, grown = resources.trees(str(path))
    assert names == ("own", "led")
    assert {key: worth(found, [4, -1]) for key, found in grown.items()} == {"step": 2 - 5, "win": 7}
