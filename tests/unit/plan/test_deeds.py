"""Labels that say whose deeds stand below them, or who gains: "What Norwood is to do", "Value for Norwood"."""

import pytest
from planning import plan_of

from advancelint.plan.deeds import asked_of, done_by
from advancelint.plan.phrased import gained_by

NOTES = """---
type: call-prep
account: Norwood Mills
date: 2026-05-12
---
# Norwood Mills

With: Petra Hollins (mill manager, Norwood), Jonas Marsh (us)

{}
"""


@pytest.mark.parametrize(
    ("label", "party"),
    [
        ("What Norwood Mills is to do, and by when", "norwood mills"),
        ("Q3: what we'd like the mill to have done", "mill"),
        ("What we’d like the mill to have done", "mill"),
        ("What should Petra decide before we leave?", "petra"),
        ("Which step they must agree to", "they"),
        ("Was die Mühle bis Freitag tun soll", "mühle"),
        ("Was soll Norwood am Ende zusagen?", "norwood"),
        ("Ce que Norwood doit faire avant juin", "norwood"),
        ("Ce que nous attendons du moulin", "moulin"),
        ("Lo que tiene que hacer Norwood", "norwood"),
        ("Qué queremos que haga el molino", "molino"),
        ("O que a Norwood deve fazer", "norwood"),
        ("Was wir von der Mühle wollen", "mühle"),
        ("Ce qu'on demande à Petra", "petra"),
        ("Lo que pedimos a Norwood el martes", "norwood"),
        ("O que pedir à Petra na reunião de 27/10", "petra"),
        ("Was wir von uns erwarten", ""),
        ("What we are to do", ""),
        ("What happens next", ""),
        ("What is to be done", ""),
        ("Was wir tun sollten", ""),
        ("What everybody should do", ""),
        ("What Norwood does today", ""),
    ],
)
def test_a_label_tells_of_whom_a_deed_is_asked(label: str, party: str) -> None:
    assert asked_of(label) == party


@pytest.mark.parametrize(
    ("head", "party"),
    [
        ("Buyer does", "buyer"),
        ("What Norwood commits to", "norwood"),
        ("Customer's tasks", "customer"),
        ("Wir machen", "wir"),
        ("Acciones del cliente", "cliente"),
        ("Lo que hace el cliente", "cliente"),
        ("Milestone", ""),
        ("Action", ""),
        ("Who", ""),
    ],
)
def test_the_head_of_a_column_tells_whose_deeds_it_holds(head: str, party: str) -> None:
    assert done_by(head) == party


@pytest.mark.parametrize(
    ("label", "party"),
    [
        ("Value for Norwood", "norwood"),
        ("What is in it for Kestrel Court", "kestrel court"),
        ("Result for the ward", "ward"),
        ("What would they gain?", "they"),
        ("He gets", "he"),
        ("Nutzen für den Kunden", "kunden"),
        ("Ce que l'usine y gagne", "usine"),
        ("Qué gana la almazara", "almazara"),
        ("O que a Usina ganha", "usina"),
        ("O que ele ganha", "ele"),
        ("3 What Norwood gains", "norwood"),
        ("What we get", ""),
        ("Must get", ""),
        ("Value for money", ""),
        ("Results for Q3", ""),
        ("Why Norwood wins", ""),
    ],
)
def test_a_label_tells_who_gains(label: str, party: str) -> None:
    assert gained_by(label) == party


def test_what_stands_behind_such_a_label_is_what_the_client_gains() -> None:
    plan = plan_of(NOTES.format("Result for the mill: 40 felts fewer a year"))
    assert plan.client_win.value == "40 felts fewer a year"


@pytest.mark.parametrize(
    "head", ["## What Norwood is to do by the end", "## Was Norwood am Ende tun soll", "## Lo que debe hacer Norwood"]
)
def test_below_such_a_heading_stand_objectives(head: str) -> None:
    plan = plan_of(NOTES.format(f"{head}\n\n- Petra signs the trial sheet\n"))
    assert [one.passage.text for one in plan.objectives] == ["Petra signs the trial sheet"]


def test_a_table_with_a_column_of_deeds_for_each_side_holds_a_step_a_cell() -> None:
    table = """## Steps

| No | By | Milestone | Norwood does | We do | Status |
|---|---|---|---|---|---|
| 1 | 20 May | Trial | Petra frees line 2 | Jonas brings the felt | done |
| 2 | 28 May | Review | Petra sends the logs | – | |
"""
    steps = plan_of(NOTES.format(table)).next_steps
    assert [(one.passage.text, one.side, one.due.value, one.done) for one in steps] == [
        ("Petra frees line 2", "client", "2026-05-20", True),
        ("Jonas brings the felt", "seller", "2026-05-20", True),
        ("Petra sends the logs", "client", "2026-05-28", False),
    ]


def test_words_in_brackets_make_no_column_of_a_label() -> None:
    plan = plan_of(NOTES.format("Planned result (client action): Petra signs the trial sheet"))
    assert [one.passage.text for one in plan.objectives] == ["Petra signs the trial sheet"]
