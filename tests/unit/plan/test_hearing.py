"""Labels that no list holds are heard by their words; what says nothing stays unknown."""

import pytest
from planning import plan_of

from advancelint.catalog import load_rules
from advancelint.config import Settings
from advancelint.engine import judge_input
from advancelint.plan.asking import asks
from advancelint.plan.hearing import hear, is_foreign, weights
from advancelint.plan.vocabulary import vocabulary
from advancelint.source import Source

RULES = load_rules()

CALL = "# Call plan: Norwood, 9 June 2026\n\n"


@pytest.mark.parametrize(
    ("label", "value", "role"),
    [
        ("What I'd love to walk out with", "Ana books the press for two days", "objective"),
        ("Minimum I can go home with", "Ana names who signs", "fallback"),
        ("To sort out before we drive up", "print the test sheet", "next-step"),
        ("What's in it for Norwood", "two shifts fewer a month", "client-win"),
        ("Was ich mitnehmen will", "Frau Ruiz gibt die Linie frei", "objective"),
        ("Ce que je veux obtenir", "Mme Ruiz libère la ligne", "objective"),
    ],
)
def test_labels_are_heard_by_their_words(label: str, value: str, role: str) -> None:
    heard = hear(label, "heading", value)
    assert heard.told
    assert heard.role == role


@pytest.mark.parametrize("label", ["Agenda", "Competitors", "Their corporate strategy", "Pricing", "Lunch options"])
def test_other_headings_are_not(label: str) -> None:
    assert not hear(label, "heading", "three of them").told


@pytest.mark.parametrize("label", ["Zoltan", "Qxv Brrt", "", "“Too expensive”", "(owner", "word " * 20])
def test_names_quotes_and_scraps_say_nothing(label: str) -> None:
    assert not hear(label, "label", "Ana signs the order by Friday").told


def test_a_heading_of_something_else_is_told() -> None:
    assert is_foreign("Competitive landscape")
    assert not is_foreign("Objective")


def test_every_weight_belongs_to_a_role() -> None:
    model = weights()
    assert "other" in model.roles
    lines = [line for name, line in model.features.cells().items() if name != "@roles"]
    assert {int(pair.partition(":")[0]) for line in lines for pair in line.split()} == set(range(len(model.roles)))


def test_a_team_s_own_labels_replace_what_is_heard() -> None:
    words = vocabulary().extended((), (), ("objective",))
    assert not words.meaning("What I want out of the call", "heading", "Ana signs").roles


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Moira agrees to a mock-up panel on plot 14", True),
        ("Petra to let us measure the line for a shift", True),
        ("Graham opened with the cabinet paper", False),
        ("Corey signed off on the integration", False),
        ("how do you schedule changeovers?", False),
        ("new claims officer", False),
        ("a second name besides Ray", False),
    ],
)
def test_what_is_still_to_come_from_somebody_else_is_asked(text: str, asked: bool) -> None:
    assert asks(text) is asked


def test_headings_of_their_own_words_make_a_plan() -> None:
    plan = plan_of(
        "# Norwood\n\n**Date:** 9 June 2026\n**Met:** Ana Ruiz, COO\n\n## What I want out of it\n\n"
        "Ana books the press for two days.\n\n## If she won't\n\nAna names who signs.\n\n## Before I go\n"
        "- print the test sheet\n"
    )
    assert plan.is_plan
    assert [(one.rank, one.passage.text) for one in plan.objectives] == [
        ("primary", "Ana books the press for two days."),
        ("fallback", "Ana names who signs."),
    ]
    assert [one.passage.text for one in plan.next_steps] == ["print the test sheet"]


def test_a_sentence_says_what_a_label_would() -> None:
    plan = plan_of(CALL + "Attendees: Ana Ruiz (Norwood)\n\nThe objective is to get the test plan signed by Ana.\n")
    assert [one.passage.text for one in plan.objectives] == ["get the test plan signed by Ana."]


def test_a_question_below_such_a_heading_is_no_objective() -> None:
    plan = plan_of(CALL + "## What I want out of it\n\nWhat do they decide, and when?\n")
    assert not plan.objectives


def test_among_objectives_only_a_fallback_is_heard() -> None:
    plan = plan_of(CALL + "## Objective\n\nAna signs.\n\nIf she's lukewarm: Ana names the signer.\n")
    assert [(one.rank, one.passage.text) for one in plan.objectives] == [
        ("primary", "Ana signs."),
        ("fallback", "Ana names the signer."),
    ]


def test_what_is_only_heard_stops_no_commit() -> None:
    text = CALL + "**With:** Ana Ruiz (Norwood)\n\n{label}: Demonstrate the ABC module to Ana.\n"
    listed, heard = (
        judge_input(RULES, Source.of("plan.md", text.format(label=label)), Settings(as_of="2026-06-01")).diagnostics
        for label in ("Call objective", "Must get")
    )
    assert [(one.severity, one.confidence) for one in listed if one.code == "AD401"] == [("error", "high")]
    assert [(one.severity, one.confidence) for one in heard if one.code == "AD401"] == [("warning", "medium")]


@pytest.mark.parametrize(
    ("said", "outcomes"), [("fine", []), ("Ana signed the test plan", ["Ana signed the test plan"])]
)
def test_one_word_behind_an_unknown_label_is_no_outcome(said: str, outcomes: list[str]) -> None:
    plan = plan_of(f"---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\nHow it ended: {said}\n")
    assert [one.passage.text for one in plan.outcomes] == outcomes
