"""Who a step is said of where more than a name leads it, and which steps their author orders himself."""

import pytest
from planning import plan_of

NOTE = (
    "---\ntype: call-notes\naccount: Norwood Mills\ncontact: Olga Brandt\ndate: 2026-05-14\n---\n# Norwood Mills\n\n"
    "## Next steps\n\n- {}\n"
)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Linda in billing: mock up one invoice", "Linda"),
        ("Linda from billing mocks up one invoice", "Linda"),
        ("Linda (billing) mocks up one invoice", "Linda"),
        ("Marketing (Linda) adds her to the list", "Linda"),
        ("Técnico (Álvaro) va el jueves a tomar muestra", "Álvaro"),
        ("Renata (assistência técnica) separa a amostra", "Renata"),
        ("Toni, de logística, reserva el camión", "Toni"),
        ("Corentin relit l'accord", "Corentin"),
        ("Gesa aus der Kalkulation: Umbau rechnen", "Gesa"),
    ],
)
def test_a_colleague_leads_a_step_with_what_they_are(line: str, owner: str) -> None:
    plan = plan_of(NOTE.format(line))
    assert [(step.owner.value, step.apparent_side) for step in plan.next_steps] == [(owner, "seller")]
    assert {one.name: one.apparent_side for one in plan.people} == {"Olga Brandt": "client", owner: "seller"}


def test_the_clients_lead_a_step_likewise() -> None:
    plan = plan_of(NOTE.format("Olga from procurement sends the volumes"))
    assert [(step.owner.value, step.apparent_side) for step in plan.next_steps] == [("Olga", "client")]


@pytest.mark.parametrize(
    "line",
    [
        "Review in June: it helps",
        "Échantillons vont à Paulo",
        "Paper (two reams) for the visit",
        "Trial, two weeks, starts soon",
        "Visit (Tuesday) went on",
    ],
)
def test_things_lead_no_step(line: str) -> None:
    assert [step.owner.value for step in plan_of(NOTE.format(line)).next_steps] in ([], [""])


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("Book parking", "seller"),
        ("redo pinch with 3.5 bar", "seller"),
        ("order 10 sample packs", "seller"),
        ("ask Linda for the fuel report", "seller"),
        ("Reopen in spring", "seller"),
        ("Board meets on 3 June", "unknown"),
        ("Order form", "seller"),
        ("Sign contract", "unknown"),
        ("Sample packs", "seller"),
    ],
)
def test_an_order_to_nobody_is_one_to_its_author(line: str, side: str) -> None:
    assert [step.apparent_side for step in plan_of(NOTE.format(line)).next_steps] == [side]


@pytest.mark.parametrize(("inner", "owner"), [("Linda", "Linda"), ("Linda from the lab", "")])
def test_a_bracket_behind_a_department_is_a_name_or_says_more(inner: str, owner: str) -> None:
    plan = plan_of(NOTE.format(f"Engineering ({inner}) to model it"))
    assert [step.owner.value for step in plan.next_steps] == [owner]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Just me (Ana Ruiz).\n\n## Next steps\n- I send it\n", "Ana Ruiz"),
        ("AR = Ana Ruiz (me)\n\n## Next steps\n- me to send it\n", "Ana Ruiz"),
        ("Created by Ana Ruiz, last modified 3 May\n\n## Next steps\n- I send it\n", "Ana Ruiz"),
        ("## Next steps\n- I send it\n\nCheers, Ana\n", "Ana"),
        ("## Next steps\n- I send it\n\n## Weather\n\nRain.\n\nA. Ruiz, 14/5\n", "A. Ruiz"),
        ("Just me (Ana Ruiz).\n\n## Next steps\n- me: send it\n", "me"),
        ("## Next steps\n- me quote 4 of them\n", "me"),
    ],
)
def test_me_is_who_wrote_the_plan(text: str, owner: str) -> None:
    (step,) = plan_of(f"---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\n{text}").next_steps
    assert (step.owner.value, step.apparent_side) == (owner, "seller")


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Exec call on price, Marcus sets it up", "Marcus"),
        ("Trade-in value for both units – Ana to confirm", "Ana"),
        ("Cost sheet for the board (Marta, 24 April)", "Marta"),
        ("Ring the plant, Marcus wants it by Friday", ""),
        ("Get the index from pricing (Marcus) by 10 June", ""),
    ],
)
def test_who_acts_in_a_later_clause_or_stands_in_brackets_at_the_end_owns_a_step(line: str, owner: str) -> None:
    head = "---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\n## Next steps\n\n"
    (step,) = plan_of(f"{head}- [ ] {line}\n").next_steps
    assert step.owner.value == owner


def test_what_two_people_do_is_not_the_first_ones_alone() -> None:
    (step,) = plan_of(NOTE.format("Marta et Jo envoient le devis")).next_steps
    assert step.owner.value == ""
