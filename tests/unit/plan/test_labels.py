"""One line, its labels and their values."""

import pytest
from planning import plan_of

from advancelint.markdown import Paragraph, parse
from advancelint.plan import labels, versions
from advancelint.plan.label_forms import normalise
from advancelint.plan.vocabulary import vocabulary
from advancelint.source import Source

WORDS = vocabulary()


def split(text: str) -> list[tuple[str, str]]:
    source = Source.of("plan.md", text)
    (block,) = parse(source).blocks
    assert isinstance(block, Paragraph)
    rich = block.leaf.text()
    shown = rich.passage.text
    return [(one.name, shown[one.value.start : one.value.end]) for one in labels.split(rich, text, WORDS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("**Objective:** Ana signs.", [("Objective", "Ana signs.")]),
        ("**Objective**: Ana signs.", [("Objective", "Ana signs.")]),
        ("**Next step** — Ana signs.", [("Next step", "Ana signs.")]),
        ("Objective: Ana signs.", [("Objective", "Ana signs.")]),
        ("Objective:: Ana signs.", [("Objective", "Ana signs.")]),
        ("🎯 **Objective:** Ana signs.", [("", "🎯"), ("Objective", "Ana signs.")]),
        ("**Date:** 2 May | **Stage:** Align", [("Date", "2 May"), ("Stage", "Align")]),
        ("Stage: Align · Close date: 2 May", [("Stage", "Align"), ("Close date", "2 May")]),
        ("**Why:** the audit. **Value:** a benchmark.", [("Why", "the audit."), ("Value", "a benchmark.")]),
        ("Date: 2 May\nObjective: Ana signs\nit.", [("Date", "2 May"), ("Objective", "Ana signs it.")]),
        ("**Next step**\nAna signs.", [("Next step", "Ana signs.")]),
        ("**Objective:**", [("Objective", "")]),
        ("**Ana:** signs", [("Ana", "signs")]),
        ("Ana: signs", [("", "Ana: signs")]),
        ("Ana asked for **the plan:** it is late", [("", "Ana asked for the plan: it is late")]),
        ("See https://example.org/a: b", [("", "See https://example.org/a: b")]),
        ("The stage is clear", [("", "The stage is clear")]),
    ],
)
def test_a_line_is_split_at_its_labels(text: str, found: object) -> None:
    assert split(text) == found


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("🎯 Call Objective", "call objective"),
        ("1. Next Steps", "next steps"),
        ("14 CRITICAL ACTIONS (Deadlines)", "critical actions"),
        ("Phase 3: Next steps", "next steps"),
        ("Client’s win:", "client's win"),
        ("Done?", "done"),
        ("✓", "✓"),
    ],
)
def test_a_label_is_folded_before_it_is_looked_up(written: str, form: str) -> None:
    assert normalise(written) == form


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Action Items - URGENT", "next-step"),
        ("Next Steps (pre-call tasking)", "next-step"),
        ("Win for Norwood", "client-win"),
        ("What Norwood wins", "client-win"),
        ("Gesprächsziel", "objective"),
        ("Objectif de l'appel", "objective"),
    ],
)
def test_a_label_is_found_by_its_head(written: str, role: str) -> None:
    assert role in WORDS.label(written).roles


@pytest.mark.parametrize("written", ["objectively", "my next step is", "win", "", "the stage we are in"])
def test_a_label_is_never_found_by_likeness(written: str) -> None:
    assert not WORDS.label(written).roles


def test_labels_in_a_line_that_say_no_more_than_who_and_when_stay_in_its_words() -> None:
    line = "Objective: Ana signs the plan. Owner: Rosa. Due: 12 June. Fallback: Ana names a day"
    plan = plan_of(f"---\ntype: call-plan\n---\n# Call plan\n\n## Call, 2026-06-10\n\n{line}\n")
    assert [(one.rank, one.reading.deadline.text) for one in plan.objectives] == [
        ("primary", "12 June"),
        ("fallback", ""),
    ]


def test_a_team_adds_its_own_labels_and_stages() -> None:
    own = WORDS.extended((("Commander's intent", "objective"),), (("warm-ish", "discover"),))
    assert "objective" in own.label("Commander's intent").roles
    assert own.stages["warm-ish"] == "discover"
    assert not WORDS.label("Commander's intent").roles


@pytest.mark.parametrize(
    "label",
    [
        "Objective for the next call",
        "Objective of the next meeting, 18 Dec",
        "Call objective (Thu 18 Dec, 10:00)",
        "Objectif du prochain rendez-vous",
        "Ziel für den Termin am 18.12.",
        "Objetivo de la próxima visita (18 dic)",
        "Objetivo da reunião de 18/12",
    ],
)
def test_the_goal_of_a_call_is_known_in_whichever_words(label: str) -> None:
    text = f"---\ntype: call-notes\ndate: 2026-11-19\n---\n# Norwood\n\n{label}: Claire presents the figures.\n"
    assert [(one.passage.text, one.rank) for one in plan_of(text).objectives] == [
        ("Claire presents the figures.", "unranked")
    ]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Revised goals", "objective"),
        ("Goals now", "objective"),
        ("Aktuelle Phase", "stage"),
        ("What will the customer do? (must be an act, with its day)", "objective"),
    ],
)
def test_a_version_or_a_hint_changes_no_label(label: str, role: str) -> None:
    assert role in WORDS.label(label).roles


@pytest.mark.parametrize("label", ["New", "Final price", "Current supplier", "New contact"])
def test_a_word_of_versions_alone_makes_no_label(label: str) -> None:
    assert not WORDS.label(label).roles & versions.ROLES


def test_a_bold_question_on_a_line_of_its_own_heads_the_line_below() -> None:
    form = "# Call plan: Norwood\n\n**2. What will the CUSTOMER do as a result? (an act, with the day it is done)**\n"
    plan = plan_of(f"{form}Petra opens the gate log on 9 June.\n")
    assert [one.passage.text for one in plan.objectives] == ["Petra opens the gate log on 9 June."]
