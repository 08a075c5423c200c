"""Weights of several weighings in one number: what they sum to is what each sums to by itself."""

from hypothesis import given
from hypothesis import strategies as st

from advancelint.weighings import Weighings

SIGNS = st.sampled_from(["", "a", "b b", "cé", "7", "begins they"])
WEIGHTS = st.dictionaries(SIGNS, st.integers(-9999, 9999), max_size=6)


@given(st.dictionaries(st.sampled_from(["goal", "step", "win", "more"]), WEIGHTS, min_size=1), st.lists(SIGNS))
def test_sums_are_those_of_each_weighing(weights: dict[str, dict[str, int]], signs: list[str]) -> None:
    weighings = Weighings.of(weights)
    assert weighings.names == tuple(weights)
    assert weighings.sums(signs) == [sum(known.get(sign, 0) for sign in signs) for known in weights.values()]
    assert [sign for sign in signs if weighings.knows(sign)] == [
        sign for sign in signs if any(sign in known for known in weights.values())
    ]


@given(st.dictionaries(st.sampled_from(["goal", "step"]), WEIGHTS, min_size=1))
def test_what_weighs_something_comes_back(weights: dict[str, dict[str, int]]) -> None:
    told = {name: {sign: weight for sign, weight in known.items() if weight} for name, known in weights.items()}
    assert Weighings.of(weights).weights() == told
