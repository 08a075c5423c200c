"""Whose a step is, when its own words say so."""

import pytest
from planning import plan_of

HEAD = (
    "---\ntype: call-notes\naccount: Norwood\nour-team: [Ana Ruiz]\ncontact: Tomas Berg\ndate: 2026-05-14\n---\n"
    "# Norwood\n\n## Next steps\n- {}\n"
)
PORTUGUESE = "A visita é para os da fábrica e não para a direção, que não está com tempo nem vai ter."


@pytest.mark.parametrize(
    ("line", "owner", "side"),
    [
        ("Tomas to send the log", "Tomas", "client"),
        ("Tomas Berg sends the log", "Tomas Berg", "client"),
        ("Tomas and Ana agree the mark", "Tomas and Ana", "both"),
        ("Tomas y Ana acuerdan la fecha", "Tomas y Ana", "both"),
        ("Norwood will send the log", "Norwood", "client"),
        ("Norwood site visit booked", "", "unknown"),
        ("Customer to confirm the date", "Customer", "client"),
        ("Customer references sent", "", "seller"),
        ("We send the log", "", "seller"),
        ("They send the log", "", "client"),
        ("@tomas send the log", "tomas", "client"),
        ("(Ana) send the log", "Ana", "seller"),
        ("(urgent) send the log", "", "seller"),
        ("send the log – Tomas – 20 May", "Tomas", "client"),
        ("send the log — Tomas Berg (Norwood), 20 May", "Tomas Berg", "client"),
        ("send the log — Norwood IT, 20 May", "Norwood IT", "client"),
        ("Herr Berg: send the log", "Herr Berg", "client"),
        ("David Parr to send the log", "David Parr", "seller"),
        ("David Parr likes the log", "David Parr", "client"),
        ("Contract Draft to be sent", "", "unknown"),
        ("Paper Mills to send the log", "", "seller"),
        ("Tomas's team sends the log", "Tomas's team", "client"),
        ("Wilma - trial layout drawing", "Wilma", "seller"),
        ("me = two printed quotes, by 20 May", "me", "seller"),
        ("Tomas = the log, by 20 May", "Tomas", "client"),
        ("Tomas= the log, by 20 May", "Tomas", "client"),
        ("Tomas | the log, by 20 May", "Tomas", "client"),
        ("Saving = 40 hours a week, by 20 May", "", "seller"),
        ("Tomas in the lines department is to tell me by 20 May", "Tomas", "client"),
        ("Agenda - layout drawing", "", "seller"),
        ("TB to send the log", "TB", "client"),
        ("send the log — Owner: Tomas Berg", "Tomas Berg", "client"),
        ("send the log (Sven in legal, 2 Feb)", "Sven in legal", "seller"),
        ("apology about the letter: Duncan, by Feb 4", "Duncan", "seller"),
        ("log for the week: Tuesday", "", "seller"),
        ("send the log [[Tomas Berg]] 📅 2026-05-20", "Tomas Berg", "client"),
    ],
)
def test_the_words_of_a_step_name_its_owner(line: str, owner: str, side: str) -> None:
    (step,) = plan_of(HEAD.format(line)).next_steps
    assert (step.owner.value, step.apparent_side) == (owner, side)


@pytest.mark.parametrize(
    ("cell", "side"),
    [
        ("Tomas (Norwood)", "client"),
        ("Norwood (Tomas)", "client"),
        ("Liz (us)", "seller"),
        ("Colin (Netlink)", "unknown"),
        ("Tomas / Ana", "both"),
        ("Norwood legal", "client"),
        ("Customer", "client"),
        ("Joint", "both"),
    ],
)
def test_a_column_names_the_owner_and_its_side(cell: str, side: str) -> None:
    table = f"| What | Who |\n|---|---|\n| send it | {cell} |"
    (step,) = plan_of(HEAD.format("x").replace("- x", table)).next_steps
    assert (step.owner.value, step.apparent_side) == (cell, side)


def test_a_stranger_below_a_sides_heading_is_on_that_side() -> None:
    (step,) = plan_of(HEAD.format("x").replace("- x", "### Buyer actions\n- Jess Orr: send it")).next_steps
    assert (step.owner.value, step.apparent_side) == ("Jess Orr", "client")


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("Book the hotel", "seller"),
        ("check whether the lease story is true", "seller"),
        ("get the trial log from Sunita", "seller"),
        ("Badge and parking", "seller"),
        ("Contract to be reviewed", "unknown"),
        ("Business case accepted", "unknown"),
        ("Signature", "unknown"),
        ("Board meets on 3 June", "unknown"),
        ("Kick-off meeting 3 Aug", "both"),
    ],
)
def test_what_nobody_owns_is_its_authors_unless_somebody_else_does_it(line: str, side: str) -> None:
    (step,) = plan_of(HEAD.format(line)).next_steps
    assert (step.owner.present, step.apparent_side) == (False, side)


@pytest.mark.parametrize(
    ("words", "line", "side"),
    [
        (
            "Die Messung ist für den Einkauf und die Produktion nicht einfach.",
            "Musterteile aus dem Labor holen",
            "seller",
        ),
        (
            "Die Messung ist für den Einkauf und die Produktion nicht einfach.",
            "Musterteile werden geholt haben",
            "seller",
        ),
        ("La visita es para el equipo de la planta y no para la dirección.", "Reservar hotel en Jaén", "seller"),
        ("La visite est pour les gens de l'usine et pas pour la direction.", "Rappeler la direction", "seller"),
        (
            PORTUGUESE,
            "Ligar para a fábrica",
            "seller",
        ),
        (
            PORTUGUESE,
            "Contrato assinado",
            "seller",
        ),
    ],
)
def test_what_nobody_owns_is_its_authors_in_other_languages_too(words: str, line: str, side: str) -> None:
    plan = plan_of(HEAD.format(line).replace("## Next", f"{words}\n\n## Next"))
    assert [step.apparent_side for step in plan.next_steps] == [side]


def test_in_a_mutual_plan_both_sides_order() -> None:
    text = HEAD.format("Book the hotel").replace("call-notes", "mutual-plan")
    assert [step.apparent_side for step in plan_of(text).next_steps] == ["unknown"]


MAP = "# Mutual plan: Norwood Mills & Tallow Systems\n\nWhat Norwood gets: less water. Tallow gets a reference.\n"
TASKS = "| Task | Responsible | Date |\n|---|---|---|\n| {} | {} | 2026-09-04 |\n"
NOTES = (
    "---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\nOlga Brandt (CFO) wants it.\n\n## Next steps\n\n- {}\n"
)


def test_the_two_companies_of_a_mutual_plan_head_the_columns_of_their_people() -> None:
    table = "| When | Milestone | Norwood | Tallow |\n|---|---|---|---|\n"
    rows = "| 2 June | Audit on site | Olga Brandt | Lars Eide |\n| 9 June | Skid on site | – | Lars Eide |\n"
    plan = plan_of(f"{MAP}\n{table}{rows}")
    assert {one.name: one.apparent_side for one in plan.people} == {"Olga Brandt": "client", "Lars Eide": "seller"}
    assert [(one.owner.value, one.apparent_side) for one in plan.next_steps] == [
        ("Olga Brandt, Lars Eide", "both"),
        ("Lars Eide", "seller"),
    ]


def test_beside_the_tasks_of_one_party_stand_those_of_the_other() -> None:
    text = "# Close plan: Norwood Mills × Tallow Systems\n\n## Sponsor side\n\n" + TASKS.format(
        "Sign", "Olga Brandt, COO"
    )
    text += "\n## Tallow side\n\n" + TASKS.format("Send the plan", "Lars Eide, QA")
    plan = plan_of(text)
    assert [one.apparent_side for one in plan.next_steps] == ["client", "seller"]
    assert {one.name: one.apparent_side for one in plan.people} == {"Olga Brandt": "client", "Lars Eide": "seller"}


@pytest.mark.parametrize(
    ("line", "ours"),
    [
        ("Engineering (Lars Eide): reserve two sensors by 12 June", {"Lars Eide": "seller"}),
        ("Get Lars to tell us who is on the list", {}),
    ],
)
def test_a_colleague_named_in_a_step_alone_is_ours(line: str, ours: dict[str, str]) -> None:
    people = plan_of(NOTES.format(line)).people
    assert {one.name: one.apparent_side for one in people} == {"Olga Brandt": "client", **ours}


@pytest.mark.parametrize(
    ("row", "owner", "side"),
    [
        ("| send it | Pelle | | 20 May |", "Pelle", "client"),
        ("| send it | | Pelle | 20 May |", "Pelle", "seller"),
        ("| send it | Pelle | Ana | 20 May |", "Pelle, Ana", "both"),
    ],
)
def test_a_column_lends_its_side_to_whom_nobody_knows(row: str, owner: str, side: str) -> None:
    head = "---\ntype: deal-plan\naccount: Norwood\nour-team: [Ana Ruiz]\ndate: 2026-05-14\n---\n# Norwood\n\n"
    table = f"## Next steps\n\n| What | Client owner | Seller owner | Due |\n|---|---|---|---|\n{row}\n"
    assert [(one.owner.value, one.apparent_side) for one in plan_of(head + table).next_steps] == [(owner, side)]


@pytest.mark.parametrize(
    ("owner", "side"), [("Tomas / Ana", "both"), ("Ana / Pelle", "seller"), ("Tomas", "client"), ("Ana", "seller")]
)
def test_two_owners_are_on_one_side_or_on_both(owner: str, side: str) -> None:
    head = "---\ntype: deal-plan\naccount: Norwood\nour-team: [Ana Ruiz]\ncontact: Tomas Berg\n---\n# Norwood\n\n"
    plan = plan_of(f"{head}## Next steps\n\n- [ ] {owner}: sign it\n")
    assert [(one.owner.value, one.apparent_side) for one in plan.next_steps] == [(owner, side)]


def test_what_somebody_is_doing_in_a_bracket_owns_no_step() -> None:
    text = "# Visit at Harrow Foods\n\nWith: Deirdre Quill (plant director)\n\n## Next steps\n- {}\n"
    (doing,) = plan_of(text.format("book the readout (Deirdre's asking the COO)")).next_steps
    assert not doing.owner.present
    (owned,) = plan_of(text.format("book the readout (Deirdre's PA)")).next_steps
    assert (owned.owner.raw, owned.apparent_side) == ("Deirdre's PA", "client")
