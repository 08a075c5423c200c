"""Long lists: found piece by piece and in the whole alike."""

from hypothesis import given
from hypothesis import strategies as st

from advancelint.lookup import Lookup, pieces_of

CELLS = st.text(st.characters(blacklist_characters="\t\n", blacklist_categories=["Cs"]), max_size=6)


@given(st.dictionaries(CELLS, CELLS, max_size=30), st.lists(CELLS, max_size=10))
def test_a_lookup_is_the_dictionary(rows: dict[str, str], others: list[str]) -> None:
    lookup = Lookup(pieces_of(rows.items()), str, "none")
    for key in (*rows, *others, *rows, *others):
        assert lookup.find(key) == rows.get(key, "none")
        assert lookup.cell(key) == rows.get(key)
    assert lookup.cells() == rows


def test_what_was_asked_for_is_read_once() -> None:
    read: list[str] = []
    lookup = Lookup(pieces_of([("one", "1"), ("two", "2")]), read.append, None)
    for key in ("one", "two", "three") * 3:
        lookup.find(key)
    assert read == ["1", "2"]


def test_more_questions_than_are_kept_get_the_same_answers() -> None:
    rows = {str(number): str(-number) for number in range(0, 20_000, 2)}
    lookup = Lookup(pieces_of(rows.items()), int, 1)
    found = [lookup.find(str(number)) for number in (*range(20_000), *range(20_000))]
    assert found == [1 if number % 2 else -number for number in range(20_000)] * 2
