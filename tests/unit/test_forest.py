"""Trees are grown alike each time, and tell what they were grown from."""

import random

from benchmarks_path import forest

from advancelint.trees import read, worth

NAMES = ("size", "place", "odds")


def samples() -> tuple[list[tuple[int, ...]], list[bool]]:
    """Return numbers of which two together tell the label, and neither alone."""
    chance = random.Random(5)
    numbers = [tuple(chance.randrange(-100, 100) for _ in NAMES) for _ in range(2000)]
    return numbers, [(size < 13) == (odds < -20) for size, _, odds in numbers]


def test_trees_tell_what_two_numbers_tell_together() -> None:
    numbers, labels = samples()
    names, trees = read(forest.grow(numbers, labels, NAMES))
    places = [NAMES.index(name) for name in names]
    told = [worth(trees, [one[place] for place in places]) > 0 for one in numbers]
    assert sum(one == label for one, label in zip(told, labels, strict=True)) > 0.97 * len(labels)


def test_the_same_samples_grow_the_same_trees() -> None:
    assert forest.grow(*samples(), NAMES) == forest.grow(*samples(), NAMES)


def test_between_whole_numbers_a_tree_asks_for_the_higher_one() -> None:
    numbers = [(one,) for one in (3, 4)] * 200
    _, trees = read(forest.grow(numbers, [one > 3 for (one,) in numbers], ("size",)))
    bounds = {tree[1] for tree in trees if isinstance(tree, tuple)}
    assert bounds == {4}
