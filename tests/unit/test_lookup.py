"""Long lists: found piece by piece and in the whole alike."""

from hypothesis import given
from hypothesis import strategies as st

from advancelint.lookup import Lookup, pieces_of

CELLS = st.text(st.characters(blacklist_characters="\t\n", blacklist_categories=["Cs"]), max_size=6)


@given(st.dictionaries(CELLS, CELLS, max_size=30), st.lists(CELLS, max_size=10))
def test_a_lookup_is_the_dictionary(rows: dict[str, str], others: list[str]) -> None:
    lookup = Lookup(pieces_of(rows.items()), str)
    find = lookup.getter()
    for key in (*rows, *others):
        assert find(key, "none") == rows.get(key, "none")
    assert lookup.whole() == rows
    assert lookup.getter()("no such key", "none") == "none"


def test_who_asks_often_gets_the_same_answers_from_a_dictionary() -> None:
    lookup = Lookup(pieces_of([("one", "1"), ("two", "2")]), int)
    getters = [lookup.getter() for _ in range(500)]
    assert {find("two", 0) for find in getters} == {2}
    assert getters[0] != getters[-1] == lookup.getter()
