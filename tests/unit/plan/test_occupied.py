"""Places that are taken, held against a plain look at each of them."""

from hypothesis import given
from hypothesis import strategies as st

from advancelint.plan.occupied import Occupied
from advancelint.source import Span

PLACES = st.lists(st.integers(0, 60), max_size=20, unique=True).map(
    lambda ends: [Span(*pair) for pair in zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False)]
)
PLACE = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(PLACES, PLACE)
def test_a_place_meets_what_shares_a_character_with_it(places: list[Span], place: Span) -> None:
    taken = Occupied()
    for one in places:
        taken.add(one)
    assert taken.meets(place) == any(one.start < place.end and place.start < one.end for one in places)
    assert taken.begins_in(*place) == any(place.start <= one.start < place.end for one in places)
    assert all(one in taken for one in places)


@given(PLACES.filter(bool), PLACE)
def test_what_moved_is_taken_no_longer(places: list[Span], place: Span) -> None:
    taken = Occupied(places[:1])
    taken.move(places[0], place)
    assert place in taken
    assert taken.meets(places[0]) == (places[0].start < place.end and place.start < places[0].end)
