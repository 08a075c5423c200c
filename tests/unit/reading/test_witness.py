"""The second witness lowers confidence where it disagrees, and does nothing else."""

import pytest

from advancelint.reading import Scene, read
from advancelint.reading.lexicon import Record
from advancelint.reading.witness import confidence, likelihood
from advancelint.source import Passage

RECORDS = {"high": Record(95, 5, "high"), "medium": Record(80, 20, "medium"), "low": Record(6, 4, "low")}


@pytest.mark.parametrize(
    ("record", "opinion", "act", "expected"),
    [
        ("high", 0.1, False, "high"),
        ("high", 0.6, False, "medium"),
        ("high", 0.95, False, "low"),
        ("medium", 0.1, False, "high"),
        ("medium", 0.5, False, "medium"),
        ("medium", 0.7, False, "low"),
        ("low", 0.01, False, "low"),
        ("high", 0.9, True, "high"),
        ("high", 0.3, True, "medium"),
        ("medium", 0.1, True, "low"),
    ],
)
def test_a_judgement_is_sure_where_the_record_is_good_and_the_witness_agrees(
    record: str, opinion: float, act: bool, expected: str
) -> None:
    assert confidence(RECORDS[record], opinion, act=act) == expected


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("act", [True, False])
def test_the_more_the_witness_sees_an_advance_the_likelier_one_is(record: str, act: bool) -> None:
    opinions = [number / 20 for number in range(21)]
    found = [likelihood(RECORDS[record], opinion, act=act) for opinion in opinions]
    assert found == sorted(found)
    assert all(0 < one < 1 for one in found)


def test_the_grammar_alone_says_what_the_act_is() -> None:
    text = "Demonstrate the scheduling module"
    found = read(Passage.plain(text), Scene())
    turned = read(Passage.plain(text), Scene(field="quote"))
    assert found.client_action == turned.client_action
    assert found.p_advance < 0.5
