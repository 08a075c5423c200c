"""Labels of people that are put together say a side or a company."""

import pytest

from advancelint.plan.vocabulary import vocabulary

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("label", "side", "company"),
    [
        ("Participants (client)", "client", ""),
        ("Present for the client", "client", ""),
        ("For us", "seller", ""),
        ("Present, for Ostby Doors", "unknown", "ostby doors"),
        ("Présents côté client", "client", ""),
        ("Teilnehmer Vertrieb", "seller", ""),
        ("A nossa equipa", "seller", ""),
        ("Present for Ostby Doors", "unknown", "ostby doors"),
    ],
)
def test_people_and_a_side_or_a_company(label: str, side: str, company: str) -> None:
    found = WORDS.people_label(label)
    assert found is not None
    assert (found.side, found.company) == (side, company)


@pytest.mark.parametrize("label", ["Client", "Our plan for them", "What the client said about us", "Risks", "For"])
def test_other_labels_are_none(label: str) -> None:
    assert WORDS.people_label(label) is None
