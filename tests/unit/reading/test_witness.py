"""The features of the second witness."""

from advancelint.reading import Scene
from advancelint.reading.lexicon import load
from advancelint.reading.prepare import make
from advancelint.reading.witness import MOST_WORDS, features

LEXICON = load("en")


def test_words_of_one_kind_share_a_feature() -> None:
    one = features(make("Dana signs the plan by 9 June", LEXICON, Scene()))
    other = features(make("Omar signs the plan on Tuesday", LEXICON, Scene()))
    assert "@time" in one
    assert {name for name in one if name[0] == "@"} == {name for name in other if name[0] == "@"}


def test_no_feature_stands_twice() -> None:
    found = features(make("we meet, we talk, we meet again", LEXICON, Scene(field="ask", voice="client")))
    assert len(found) == len(set(found))


def test_what_stands_behind_the_first_words_adds_nothing() -> None:
    long = "plan " * MOST_WORDS
    assert features(make(long + "extra words", LEXICON, Scene()))[:-6] == features(make(long, LEXICON, Scene()))[:-6]


def test_who_speaks_makes_a_difference() -> None:
    ours, theirs = (features(make("We sign on Friday", LEXICON, Scene(voice=voice))) for voice in ("planner", "client"))
    assert set(ours) != set(theirs)
