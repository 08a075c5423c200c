"""Who and when are taken off the edges of a step; a running sentence stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning import plan_of

from advancelint.plan.cast import Cast
from advancelint.plan.edge_times import dated, is_time
from advancelint.plan.edges import Edges
from advancelint.plan.vocabulary import vocabulary
from advancelint.source import Passage

WORDS = vocabulary()
SIDES = {"odile": "client", "odile brandt": "client", "brandt": "client", "kaspar": "seller", "norwood": "client"}
CAST = Cast(SIDES, frozenset(), frozenset(), frozenset({"odile", "odile brandt", "brandt", "kaspar"}))


def trimmed(text: str, owner: str = "") -> tuple[str, str, str]:
    """Return the words, who and when of a step."""
    found = Edges(CAST, WORDS, owner).trimmed(Passage.plain(text))
    return found.passage.text, found.who.text, found.when.text


@pytest.mark.parametrize(
    ("text", "words", "who", "when"),
    [
        ("Recap by e-mail → Kaspar → May 20", "Recap by e-mail", "Kaspar", "May 20"),
        ("Wear figures (Odile, 12 June)", "Wear figures", "Odile", "12 June"),
        ("Wear figures (Pelle, 12 June)", "Wear figures", "Pelle", "12 June"),
        ("Wear figures - Odile - 12 June", "Wear figures", "Odile", "12 June"),
        ("Wear figures, Odile, by 12 June", "Wear figures", "Odile", "by 12 June"),
        ("Wear figures @odile 2026-06-12", "Wear figures", "@odile", "2026-06-12"),
        ("Wear figures, owner: Odile, due: 2026-06-12", "Wear figures", "Odile", "due: 2026-06-12"),
        ("Layout with infeed. O. Brandt, until 12.06.2026", "Layout with infeed.", "O. Brandt", "until 12.06.2026"),
        ("Vendor number, before the first invoice", "Vendor number", "", "before the first invoice"),
        ("plan électrique, avant le 12 juin 2026", "plan électrique", "", "avant le 12 juin 2026"),
        ("Wear figures. Pelle, 12 June", "Wear figures.", "Pelle", "12 June"),
        ("Musterkanten – Kaspar – KW 24", "Musterkanten", "Kaspar", "KW 24"),
        ("Wear figures (no date yet)", "Wear figures", "", ""),
        ("Rent a pump (Kaspar) 📅 2026-06-03", "Rent a pump", "Kaspar", "2026-06-03"),
    ],
)
def test_what_stands_apart_is_taken_off(text: str, words: str, who: str, when: str) -> None:
    assert trimmed(text) == (words, who, when)


@pytest.mark.parametrize(
    "text",
    [
        "Odile sends the wear figures by 12 June",
        "Kaspar draws the panel map by Friday, 5 June.",
        "Angebot mit Mietoption bis 28. Mai",
        "Budget sheet, two pages at most, to Odile",
        "List of parts (three lines only)",
        "Visit the hall in Oslo, bring the samples",
        "2026-06-12",
    ],
)
def test_a_running_sentence_stays_whole(text: str) -> None:
    assert trimmed(text) == (text, "", "")


def test_a_strange_name_is_one_only_beside_a_time() -> None:
    assert trimmed("Wear figures (Pelle)") == ("Wear figures (Pelle)", "", "")


def test_positions_are_kept() -> None:
    found = Edges(CAST, WORDS, "").trimmed(Passage.plain("Recap → Kaspar → May 20", offset=10))
    assert found.who.starts[0] == 18
    assert list(found.passage.starts) == [10, 11, 12, 13, 14]


def test_a_date_in_front_is_told_from_the_words() -> None:
    found = dated(Passage.plain("2026-05-29 Odile: order form"), WORDS)
    assert found is not None
    assert (found[0].text, found[1].text) == ("2026-05-29", "Odile: order form")
    assert dated(Passage.plain("28 samples to Odile"), WORDS) is None


@pytest.mark.parametrize(("text", "told"), [("due 12 June", True), ("asap", True), ("12 samples", False)])
def test_a_time_is_nothing_but_a_time(text: str, told: bool) -> None:
    assert is_time(text, WORDS) is told


@given(
    st.lists(
        st.sampled_from(["send", "Odile", "(", ")", ",", " - ", "→", "12 June", "@kaspar", "by", ".", "due:", " "]),
        max_size=14,
    ).map(" ".join)
)
def test_nothing_is_made_up_and_words_are_left(text: str) -> None:
    found = Edges(CAST, WORDS, "").trimmed(Passage.plain(text))
    assert all(part.text in text for part in found)
    assert text.startswith(found.passage.text) or text.strip().startswith(found.passage.text)
    assert found.passage.text.strip() or not any(char.isalnum() for char in text)


def test_a_title_is_no_end_of_a_step() -> None:
    text = "# Visit at Harrow Foods\n\nWith: M. Petit (achats), Ana Quill\n\n## Next steps\n- {}\n"
    (step,) = plan_of(text.format("get a meeting with M. Petit")).next_steps
    assert (step.passage.text, step.owner.present) == ("get a meeting with M. Petit", False)
    (step,) = plan_of(text.format("cut the belt to 3 m – Ana")).next_steps
    assert (step.passage.text, step.owner.raw) == ("cut the belt to 3 m", "Ana")
