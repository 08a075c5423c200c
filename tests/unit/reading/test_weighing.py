"""Record and witness together say how likely an advance is and how sure a reading; the grammar says what it is."""

import pytest

from advancelint.lookup import Lookup, pieces_of
from advancelint.reading import Scene, read
from advancelint.reading.lexicon import Weights, load
from advancelint.reading.weighing import confidence, likelihood, record
from advancelint.source import Passage

WEIGHTS = Weights(constant=0.0, record=0.6, witness=0.7, error=0.85, warning=0.7, advance=0.6)
LOG_ODDS = [number / 4 for number in range(-20, 21)]
GROUNDS = ("imperative", "none", "verbs.tsv", "first")


@pytest.mark.parametrize(
    ("p_advance", "act", "expected"),
    [
        (0.1, False, "high"),
        (0.2, False, "medium"),
        (0.5, False, "low"),
        (0.9, False, "low"),
        (0.9, True, "high"),
        (0.5, True, "low"),
        (0.1, True, "low"),
        (0.6, True, "high"),
        (0.15, False, "high"),
        (0.3, False, "medium"),
    ],
)
def test_a_judgement_is_sure_where_both_agree(p_advance: float, act: bool, expected: str) -> None:
    assert confidence(WEIGHTS, p_advance, act=act) == expected


@pytest.mark.parametrize("other", LOG_ODDS[::5])
def test_the_better_the_record_or_the_opinion_the_likelier_an_advance(other: float) -> None:
    by_opinion = [likelihood(WEIGHTS, other, opinion) for opinion in LOG_ODDS]
    by_record = [likelihood(WEIGHTS, record_of_grounds, other) for record_of_grounds in LOG_ODDS]
    for chances in (by_opinion, by_record):
        assert chances == sorted(chances)
        assert all(0 < chance < 1 for chance in chances)


def test_only_a_vague_phrase_makes_the_ground_vague() -> None:
    assert read(Passage.plain("Demonstrate the module to Birgit")).grounds[2] == "verbs.tsv show"
    assert read(Passage.plain("Keep the momentum going")).grounds[2] == "phrases.tsv vague"


def test_grounds_seen_seldom_lean_on_wider_ones() -> None:
    lexicon = load("en")
    wide = {("*", "none", "*", "*"): (10, 90), ("imperative", "none", "*", "*"): (1, 49)}
    often, seldom = {**wide, GROUNDS: (40, 60)}, {**wide, GROUNDS: (1, 1)}
    unseen = record(lexicon._replace(confidence=wide), GROUNDS)
    assert unseen < record(lexicon._replace(confidence=seldom), GROUNDS)
    assert (
        record(lexicon._replace(confidence=seldom), GROUNDS) < record(lexicon._replace(confidence=often), GROUNDS) < 0
    )


def test_the_construction_counts_where_its_grounds_were_never_seen() -> None:
    everything = {("*", "none", "*", "*"): (50, 50)}
    orders = {**everything, ("imperative", "none", "*", "*"): (5, 95)}
    lexicon = load("en")
    assert record(lexicon._replace(confidence=orders), GROUNDS) < record(
        lexicon._replace(confidence=everything), GROUNDS
    )


def test_no_count_makes_a_judgement_certain() -> None:
    lexicon = load("en")._replace(confidence={GROUNDS: (0, 10**6)})
    assert record(lexicon, GROUNDS) > -6


def test_the_shipped_weights_trust_both_and_ask_more_of_an_error_than_of_a_warning() -> None:
    weights = load("en").weights
    assert weights.record > 0
    assert weights.witness > 0
    assert 0.5 <= weights.warning <= weights.error < 1


def test_the_grammar_alone_says_what_the_act_is() -> None:
    lexicon = load("en")
    text, scene = "Demonstrate the scheduling module", Scene()
    contrary = lexicon._replace(witness=Lookup(pieces_of([("", "30000")]), int, 0))
    found, turned = read(Passage.plain(text), scene), read(Passage.plain(text), scene, contrary)
    assert turned.facets() == found.facets()
    assert found.p_advance < 0.5 < turned.p_advance
    assert (found.confidence, turned.confidence) == ("high", "low")


def test_grounds_of_which_nothing_was_counted_say_nothing_either_way() -> None:
    assert record(load("en")._replace(confidence={}), GROUNDS) == 0
