"""A short note about a sale is told by how it talks, if all of the signs are there."""

import pytest
from planning import plan_of

from advancelint.plan.talk import is_of_a_sale
from advancelint.plan.vocabulary import vocabulary

NOTE = """St Brannoc's theatres

tues 12 may. sat with Nuala between lists, she showed us the waste

- the competitor's pack, 3 pieces thrown away every case
- budget year ends 30 june

- me: priced list to Nuala by fri 15 may
- Nuala: ask Breda in infection control for the nod
"""


NO_ROLES: frozenset[str] = frozenset()


def test_people_and_an_objective_stand_for_words_of_selling() -> None:
    text = (
        "Tarn Forest Owners\n\nWanted to know: why they stopped. Olga blames us.\n\n- me: send it, 4 May\n- Nils: map\n"
    )
    assert is_of_a_sale(text, vocabulary(), frozenset({"objective"}))
    assert not is_of_a_sale(text, vocabulary(), NO_ROLES)
    assert not is_of_a_sale(text.replace("Olga", "Somebody"), vocabulary(), frozenset({"objective"}))


def test_a_note_without_labels_is_a_plan() -> None:
    plan = plan_of(NOTE)
    assert (plan.is_plan, plan.declared) == (True, False)


@pytest.mark.parametrize(
    ("taken", "put"),
    [
        ("competitor's", "other"),  # one word of a sale is left beside "budget": "priced" goes below
        ("- me: priced", "- list, priced, goes"),
        ("showed us", "showed"),
        (" by fri 15 may", ""),
    ],
)
def test_each_sign_has_to_be_there(taken: str, put: str) -> None:
    text = NOTE.replace(taken, put)
    if "other" in put:
        text = text.replace("priced", "long")
    if "list" in put or "other" in put:
        text = text.replace("Breda in ", "")  # one name is left, and one promise
    if put == "showed":
        text = text.replace("me: priced", "Ana: priced")
    if not put:
        text = text.replace("tues 12 may. ", "").replace(" ends 30 june", "")
    assert is_of_a_sale(NOTE, vocabulary(), NO_ROLES)
    assert not is_of_a_sale(text, vocabulary(), NO_ROLES)


@pytest.mark.parametrize("more", ["\n```\ncode\n```\n", "\n" + "and so on " * 900])
def test_what_is_long_or_holds_code_says_by_headings_what_it_is(more: str) -> None:
    assert not is_of_a_sale(NOTE + more, vocabulary(), NO_ROLES)


def test_work_inside_a_team_is_no_sale() -> None:
    assert not plan_of(NOTE.replace("St Brannoc's theatres", "# Mon sales mtg")).is_plan


@pytest.mark.parametrize(
    "text",
    [
        (
            "Hartmoor Quarry, Tue 14 April 2026, 8.00\n\nsee Bill Tranter (site mgr)\n\n"
            "get Bill to run our liner on one chute, price later\n"
        ),
        (
            "# Westmoor District Council\n\nI met Hamish Tarn on 11 February 2026. They pay for water.\n\n"
            "I promised to send him the plan by 20 February. Hamish will ask the contractor.\n"
        ),
        (
            "# Besuch Schreinerei Oberhuber, Rosenheim, 10.2.2026\n\nFrau Oberhuber, ich\n\n- Kabine teuer\n\noffen\n"
            "- Messgerät bringen – ich, bis 20.2.\n- Rechnungen – Frau Oberhuber, 17.2.\n\nZiel: sie entscheidet\n"
        ),
        (
            "Garage Lemonnier, Angers – 12 mai 2026\n\nM. Lemonnier, Sylvie = compta\n\nce que je veux\n"
            "1 le pont en location, un essai\n"
        ),
        (
            "Padaria Serra Nova, Braga\n9 junho 2026\n\nFalei com a Dona Amélia.\n\n"
            "- eu: mandar proposta até 16 de junho\n"
        ),
        "# Vesterhav Fisk AS\n\n3.11. phone Ingrid: not before new year\n\nwant: an order\n\njon: parts list\n",
        "Café Wiesengrund & Sohn\n16.6.26\n\nmit Jana gesprochen, will mieten\n\nich: Angebot\nJana: Strom prüfen\n",
    ],
)
def test_below_a_clients_name_a_word_of_trade_and_an_aim_or_a_promise_are_enough(text: str) -> None:
    assert plan_of(text).is_plan


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Parents' evening, 14 April 2026\n\nSaw Mrs. Lowther. Ella reads well.\n\n"
            "- me: book the eye test by Friday\n"
        ),
        "Dr. Patel, 3 March 2026\n\nknee better. She wants a test.\n- me: blood test by 10 March\n- ring Gwen\n",
        "# Interview with Sarah Kim, 12 May 2026\n\nI met Sarah. She will send references. I promised to tell her.\n",
        "# The ferry\n\nI met Hamish on the pier on 11 February. I promised to write. He wants us to come in March.\n",
        "# Trip to Lisbon, 5 June 2026\n\nsee Rita on Saturday\nget Paulo to bring the map\ntake: passport\n",
        (
            "# Projektbesprechung Umzug, 12.5.2026\n\nUta klärt es bis 20.5.\n- Uta: Kartons\n"
            "- ich: Liste\nZiel: fertig im Juni\n"
        ),
        (
            "# Support handover, 12 June\n\nTom spoke to Rachel on 11 June.\n- Tom: firmware by Friday\n"
            "- Rachel: the log\n"
        ),
        "Hillside Primary School, 12 May 2026\n\nMrs. Finch. I want her to sit in front.\n- me: new glasses by June\n",
        "# St. Mary's Hospital, 3 March 2026\n\nDr. Patel says two days. I asked her.\n- Tom: pyjamas by Friday\n",
        "# Riverside Library talk, 20 May 2026\n\nMrs. Hale came. We sold nine books. I will send it by June.\n",
        "# Garden Logistics Weekly, 4 May\n\nAna moves jobs. We want Ana to own the order page.\n- Tom: price of it\n",
        "# Hartmoor Quarry\n\nA quarry in the hills. It opened on 4 May 1921.\n",
    ],
)
def test_a_day_and_people_are_no_sale_without_a_clients_name(text: str) -> None:
    assert not plan_of(text).is_plan


@pytest.mark.parametrize(
    ("promise", "told"),
    [
        ("Olga will send the map.", True),
        ("Olga is to send the map.", True),
        ("* the map to the yard - Olga, 20 May", True),
        ("us: the map by 20 May", True),
        ("The map is on the wall.", False),
    ],
)
def test_a_promise_is_told_in_several_ways(promise: str, told: bool) -> None:
    text = "Tarn Forest Owners\n\nOlga blames us, the budget is 40k and the competitor is near. Saw her on 12 May.\n\n"
    assert plan_of(f"{text}{promise}\n").is_plan is told


def test_what_we_are_to_do_is_a_promise_beside_what_they_do() -> None:
    head = "---\ntype: call-plan\naccount: Norwood Mills\n---\n# Call with Norwood Mills\n"
    text = f"{head}\nWe: send the list\nAna: sign it\n"
    (step,) = plan_of(text).next_steps
    assert (step.passage.text, step.owner.value, step.side) == ("send the list", "We", "seller")
