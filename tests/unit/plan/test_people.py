"""Who is named, and on which side."""

import pytest
from planning import plan_of

from advancelint.plan import Known, Plan, lineup
from advancelint.plan.vocabulary import vocabulary
from advancelint.source import Passage

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ("- Rolf Berg: call them", {"Rolf Berg": "seller"}),
        ("- Rolf: call them\n\nRolf Berg knows the plant.", {"Rolf Berg": "seller"}),
        ("- Rolf: call them\n\nRolf Friday, the others later.", {"Rolf": "seller"}),
        ("- Purchasing: call them", {}),
        ("- Legal: call them", {}),
        ("- Tarn Systems: call them", {}),
        ("| Owner | Action | Due |\n|---|---|---|\n| Nadia Brooks | call | 3 May |", {"Nadia Brooks": "seller"}),
    ],
)
def test_who_owns_a_step_is_a_person_of_the_plan(steps: str, found: object) -> None:
    plan = plan_of(f"---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\n## Next steps\n\n{steps}\n")
    assert {one.name: one.apparent_side for one in plan.people} == found


def test_a_first_name_of_two_people_makes_no_third() -> None:
    text = "# Norwood\n\n## Next steps\n\n- Rolf: call them\n\nRolf Berg and Rolf Dahl know the plant.\n"
    plan = plan_of(f"---\ntype: call-notes\naccount: Norwood\n---\n{text}")
    assert {one.name for one in plan.people} == {"Rolf Berg", "Rolf Dahl"}
    assert plan.next_steps[0].side == "unknown"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Dr. Annette Reuss", "Dr. Annette Reuss"),
        ("Frau Dr. Annette Reuss", "Dr. Annette Reuss"),
        ("Ing. Paco Leal", "Paco Leal"),
        ("Dame Ruth Ellingham", "Ruth Ellingham"),
        ("Captain Astrid Moen", "Captain Astrid Moen"),
        ("Herr Wolter", "Herr Wolter"),
        ('Osgood "Oz" Pym', 'Osgood "Oz" Pym'),
    ],
)
def test_names_go_without_titles_other_than_degrees(written: str, name: str) -> None:
    plan = plan_of(
        f"---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\n**Client attendees:** {written} (CFO)\n"
    )
    assert [one.name for one in plan.people] == [name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Ruiz (Norwood), Ben Ito", [("Ana Ruiz", "", "Norwood"), ("Ben Ito", "", "")]),
        ("Priya Nair, CFO", [("Priya Nair", "CFO", "")]),
        ("Dana Lee, VP Data and Omar Said", [("Dana Lee", "VP Data", ""), ("Omar Said", "", "")]),
        ("Mia Dahl (Halden Foods, Head of Operations)", [("Mia Dahl", "Head of Operations", "Halden Foods")]),
        ("Diane O'Neil — CFO, the economic buyer.", [("Diane O'Neil", "CFO", "")]),
        ("Jan van der Berg; Ida", [("Jan van der Berg", "", ""), ("Ida", "", "")]),
        ("Dr. Amin (Kade Clinic) → not in call, others, TBD", [("Dr. Amin", "", "Kade Clinic")]),
        ("Per Lund at Halden", [("Per Lund", "", "Halden")]),
        ("@Ana Ruiz; @@Ben Ito, CFO; *Ida Lund", [("Ana Ruiz", "", ""), ("Ben Ito", "CFO", ""), ("Ida Lund", "", "")]),
        ("purchasing", []),
        ("TBD", []),
        ("3 engineers", []),
        ("", []),
    ],
)
def test_people_are_read_from_a_list(text: str, found: object) -> None:
    assert [(one.name, one.role, one.organisation) for one in lineup.several(Passage.plain(text), WORDS)] == found


def sides(plan: Plan) -> dict[str, str]:
    return {person.name: person.apparent_side for person in plan.people}


PLAN = "---\ntype: account-plan\naccount: Norwood\n{}---\n{}\n"


@pytest.mark.parametrize(
    ("front", "body", "expected"),
    [
        ("our-team: [Ana Ruiz]\n", "", {"Ana Ruiz": "seller"}),
        (
            "attendees:\n  customer: [Mia Salo]\n  internal: [Ana Ruiz]\n",
            "",
            {"Mia Salo": "client", "Ana Ruiz": "seller"},
        ),
        ("attendees:\n  - {name: Mia Salo, company: Norwood}\n", "", {"Mia Salo": "client"}),
        ("attendees: Mia Salo (Norwood), Jo Park (Elsewhere)\n", "", {"Mia Salo": "client", "Jo Park": "seller"}),
        (
            "attendees: Mia Salo (Norwood), Jo Park (Elsewhere), Kit Ray (Third)\n",
            "",
            {"Mia Salo": "client", "Jo Park": "unknown", "Kit Ray": "unknown"},
        ),
        (
            "",
            "**Vendor:** Tallow\n**Attendees:** Jo Park (Tallow), Kit Ray (Nor)",
            {"Jo Park": "seller", "Kit Ray": "client"},
        ),
        ("attendees: Mia Salo <mia@norwood.example>, Jo Park (us)\n", "", {"Mia Salo": "client", "Jo Park": "seller"}),
        ("attendees: Mia Norwood, Jo Park\n", "", {"Mia Norwood": "client", "Jo Park": "unknown"}),
        ("attendees: '[[Mia Salo]] (Norwood)'\n", "", {"Mia Salo": "client"}),
        ("", "**With:** Mia Salo, Jo Park (us)", {"Mia Salo": "client", "Jo Park": "seller"}),
        ("", "## Stakeholders\n- Mia Salo (Brewmaster, Norwood Ltd)", {"Mia Salo": "client"}),
        ("contact: Mia Salo\n", "", {"Mia Salo": "client"}),
        ("our-company: Tallow\nattendees: Jo Park (Tallow)\n", "", {"Jo Park": "seller"}),
        (
            "",
            "## Key contacts\n- **Mia Salo** — CFO\n- **Jo Park** — Account Executive",
            {"Mia Salo": "client", "Jo Park": "seller"},
        ),
        ("", "## Stakeholders\n\n### Mia Salo — CFO\n\nKnows the budget.", {"Mia Salo": "client"}),
        (
            "",
            "**Attendees:**\n- Us: Jo Park, Kit Ray\n- Client: Mia Salo",
            {"Jo Park": "seller", "Kit Ray": "seller", "Mia Salo": "client"},
        ),
        ("", "**Norwood team:**\n- Mia Salo, CFO", {"Mia Salo": "client"}),
        (
            "",
            "| Name | Company |\n|---|---|\n| Jo Park | us |\n| Mia Salo | Norwood Mills |",
            {"Jo Park": "seller", "Mia Salo": "client"},
        ),
        ("", "## Next steps\n- Rolf Berg: call them", {"Rolf Berg": "seller"}),
        ("", "Mia Salo came by.", {"Mia Salo": "client"}),
    ],
)
def test_the_side_follows_from_where_a_name_stands_and_with_whom(front: str, body: str, expected: object) -> None:
    assert sides(plan_of(PLAN.format(front, body))) == expected


def test_config_knows_better_than_the_place() -> None:
    text = PLAN.format("", "## Stakeholders\n- Jo Park, CFO\n- Mia Salo")
    plan = plan_of(text, known=Known(("Jo Park",), "", ("Mia Salo",)))
    assert sides(plan) == {"Jo Park": "seller", "Mia Salo": "client"}


def test_a_first_name_alone_is_the_person_already_known() -> None:
    plan = plan_of(PLAN.format("", "## People\n- Mia\n- Mia Salo, CFO\n- Mia Salo"))
    assert [(person.name, person.role) for person in plan.people] == [("Mia Salo", "CFO")]


def test_people_are_named_in_sentences_below_a_heading_of_people() -> None:
    plan = plan_of(
        "---\ntype: call-plan\naccount: Norwood Mills\n---\n# Norwood Mills\n\n## Who we meet\n\n"
        "Sven Holm runs the terminal. Ida Kerr looks after the cranes. From our side Jo Brandt will go.\n"
    )
    assert {one.name: one.apparent_side for one in plan.people} == {
        "Sven Holm": "client",
        "Ida Kerr": "client",
        "Jo Brandt": "seller",
    }


def test_a_company_holds_its_people_in_brackets() -> None:
    plan = plan_of(
        "# Mutual Action Plan\n\n**Buyer:** Norwood Mills (Ida Kerr, finance director; Sven Holm, IT)\n"
        "**Seller:** Ledgerline (Jo Brandt, account executive; Uma Dahl, consultant)\n\n"
        "| Step | Buyer | Seller | Due |\n|---|---|---|---|\n| NDA | Ida Kerr | | 2026-06-08 |\n"
    )
    assert plan.account.value == "Norwood Mills"
    assert {one.name: one.apparent_side for one in plan.people} == {
        "Ida Kerr": "client",
        "Sven Holm": "client",
        "Jo Brandt": "seller",
        "Uma Dahl": "seller",
    }


def test_colleagues_are_on_one_side() -> None:
    plan = plan_of(
        "# Call notes, 20 May 2026\n\n**Client:** Norwood Mills\n**Present for Norwood Mills:** Ida Kerr (director)\n"
        "**Present for Ostby Doors:** Jo Brandt (sales), Uma Dahl (engineering)\n\n"
        "**Outcome:** advance. Ida opens hall 2.\n"
    )
    assert {one.name: one.apparent_side for one in plan.people} == {
        "Ida Kerr": "client",
        "Jo Brandt": "seller",
        "Uma Dahl": "seller",
    }


def test_a_cell_says_whose_somebody_is() -> None:
    table = "| | Name | Job |\n|---|---|---|\n| Signs | Olga Brandt | CFO |\n| Ours | Lars Eide | applications |\n"
    plan = plan_of(f"---\ntype: deal\naccount: Norwood\n---\n# Norwood\n\n## People\n\n{table}")
    assert {one.name: one.apparent_side for one in plan.people} == {"Olga Brandt": "client", "Lars Eide": "seller"}


def test_dots_and_bars_part_a_list() -> None:
    listed = "Olga Brandt (owner) · Petra Hollins (foreman) // us: Lars, Ravi Nair"
    plan = plan_of(f"---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\n**Room:** {listed}\n")
    assert {one.name: one.apparent_side for one in plan.people} == {
        "Olga Brandt": "client",
        "Petra Hollins": "client",
        "Lars": "seller",
        "Ravi Nair": "seller",
    }


@pytest.mark.parametrize(
    ("heading", "head", "role"),
    [
        ("People", "| Name | Role | Phone |", "CFO"),
        ("People", "| Name | Role | Action |", ""),
        ("Next steps", "| Name | Role | Phone |", ""),
    ],
)
def test_a_table_of_what_people_do_is_none_of_who_they_are(heading: str, head: str, role: str) -> None:
    row = "| Olga Brandt | CFO | 071 |"
    plan = plan_of(PLAN.format("", f"# Norwood\n\n## {heading}\n\n{head}\n|---|---|---|\n{row}\n"))
    assert [(one.name, one.role) for one in plan.people] == [("Olga Brandt", role)]


@pytest.mark.parametrize(
    ("behind", "sides"),
    [
        ("Tallow", ["client", "client", "seller"]),
        ("B Q", ["client", "client", "seller"]),
        ("ICU", ["unknown", "unknown", "unknown"]),
    ],
)
def test_the_only_one_with_a_company_is_ours_unless_it_may_be_a_department(behind: str, sides: list[str]) -> None:
    text = f"**Attendees:** Olga Brandt, Rosa Lane, Wes Conti ({behind})\n"
    plan = plan_of(f"---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\n{text}")
    assert [one.apparent_side for one in plan.people] == sides


@pytest.mark.parametrize("account", ["The Norwood Mills", "Norwood Mills", "Norwood"])
@pytest.mark.parametrize("company", ["Norwood Mills Ltd", "The Norwood Mills"])
def test_a_company_is_the_same_with_an_article_and_a_legal_form(account: str, company: str) -> None:
    text = f"**Attendees:** Olga Brandt ({company}), Wes Conti (Tallow)\n"
    plan = plan_of(f"---\ntype: call-notes\naccount: {account}\n---\n# Call\n\n{text}")
    assert {one.name: one.apparent_side for one in plan.people} == {"Olga Brandt": "client", "Wes Conti": "seller"}


@pytest.mark.parametrize("said", ["Lars Eide is our studio manager.", "Por nuestra parte interviene Lars Eide."])
def test_a_sentence_below_people_names_one_of_ours(said: str) -> None:
    text = f"---\ntype: deal\naccount: Norwood\n---\n# Norwood\n\n## People\n\n- Olga Brandt, CFO\n\n{said}\n"
    assert {one.name: one.apparent_side for one in plan_of(text).people} == {
        "Olga Brandt": "client",
        "Lars Eide": "seller",
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Present: Olga Brandt (director), Kim Voss (AE), Ana Ruiz (delivery)",
         {"Olga Brandt": "client", "Kim Voss": "seller", "Ana Ruiz": "seller"}),
        ("Saw: Olga Brandt (partner)\nNot seen: Rosa, practice mgr", {"Olga Brandt": "client", "Rosa": "client"}),
        ("Fuimos: Ana Ruiz (export manager) y Ben Ito", {"Ana Ruiz": "seller", "Ben Ito": "seller"}),
        ("Teilnehmer Kunde: Hr. Brandt (Einkauf)", {"Brandt": "client"}),
        ("With: Olga Brandt RN\nyard office, park by the scale, HARD HAT + HI VIS", {"Olga Brandt": "client"}),
    ],
)  # fmt: skip
def test_lists_name_the_clients_people_and_then_ours(line: str, expected: object) -> None:
    head = "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Visit\n\n"
    assert sides(plan_of(head + line + "\n")) == expected


def test_a_label_that_says_nothing_leads_people_with_their_work() -> None:
    text = (
        "# Mutual plan: Norwood Mills × Tallow\n\nAccount: Norwood Mills\n\n"
        "Working level: Olga Brandt (Leitung Einkauf), Ben Sol (Direktor, Norwood), Ana Ruiz (VP Sales, Tallow)\n"
    )
    assert sides(plan_of(text)) == {"Olga Brandt": "client", "Ben Sol": "client", "Ana Ruiz": "seller"}


NOTED = (
    "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Norwood\n\n{}\n\n"
    "## Next steps\n\n- Ana: quote\n"
)


def test_a_role_ends_before_what_is_told_of_somebody() -> None:
    plan = plan_of(NOTED.format("Attendees: Barry Upton (mill manager: was against it), Ana Ruiz"))
    assert [one.role for one in plan.people if one.name == "Barry Upton"] == ["mill manager"]


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("Olga Brandt came for us, and stayed.", "seller"),
        ("Olga Brandt speaks for us without being asked.", "client"),
    ],
)
def test_for_us_says_who_is_ours_only_at_the_end_of_a_clause(sentence: str, side: str) -> None:
    plan = plan_of(NOTED.format(f"## People\n\n{sentence}"))
    assert [one.apparent_side for one in plan.people if one.name == "Olga Brandt"] == [side]


@pytest.mark.parametrize(
    "text",
    [
        "Sam Roe met Bo Quist.",
        "Sam Roe, Bo Quist",
        "**Attendees:** Sam Roe, Bo Quist (both of Norwood)",
        "**Decision makers:** Sam Roe, Bo Quist",
        "**Our team:** Sam Roe, Bo Quist",
        "| Name | Role | Side |\n|---|---|---|\n| Sam Roe | CFO | client |\n| Bo Quist | AE | us |",
        "Bo Quist says that Sam Roe is their new head of tests. Sam Roe wants a trial.",
        "- Bo Quist: send the offer\n- Sam Roe: sign it",
        "Dr. Sam Roe met Bo Quist.",
    ],
)
def test_the_config_says_whose_people_are_wherever_they_stand(text: str) -> None:
    known = Known(our_people=("Sam Roe",), client_people=("Bo Quist",))
    plan = plan_of(f"# Call notes: Norwood, 9 June 2026\n\n{text}\n\n## Next steps\n\n- Ines pays\n", known=known)
    sides = {one.name.removeprefix("Dr. "): one.side for one in plan.people}
    assert (sides["Sam Roe"], sides["Bo Quist"]) == ("seller", "client")


def test_both_sides_may_be_told_in_one_line() -> None:
    text = (
        "# Call plan: Pell, 3 Dec 2026\n\nOn our side: Sarah Quint, Tom Bell. On their side: Ada Orme and Jim Bolt.\n"
    )
    sides = {one.name: one.side for one in plan_of(text).people}
    assert sides == {"Sarah Quint": "seller", "Tom Bell": "seller", "Ada Orme": "client", "Jim Bolt": "client"}


def test_a_company_in_the_label_of_who_is_there_tells_the_sides() -> None:
    text = (
        "# Pell - call plan - 3 Dec 2026\n\nAttendees (Pell): Ada Orme, Jim Bolt\n"
        "Attendees (Northmere): Sarah Quint, Tom Bell\n\n**Call objective:** Ada signs the trial sheet\n"
    )
    sides = {one.name: one.side for one in plan_of(text).people}
    assert sides == {"Ada Orme": "client", "Jim Bolt": "client", "Sarah Quint": "seller", "Tom Bell": "seller"}


@pytest.mark.parametrize("label", ["Who", "Wer", "Qui", "Quién", "Quem"])
def test_who_is_there_is_asked_in_five_languages(label: str) -> None:
    table = f"| | |\n|---|---|\n| **{label}** | Olga Kern (CFO), Karl Enger (IT) |\n"
    text = f"---\ntype: call-plan\naccount: Norwood\ndate: 2026-12-08\n---\n# Norwood\n\n{table}"
    assert {"Olga Kern", "Karl Enger"} <= {one.name for one in plan_of(text).people}


def test_a_role_cut_short_does_not_end_a_list() -> None:
    text = "# Call plan: Pell, 3 Dec 2026\n\nAttendees: Rob Haskell, SVP Stores; Tamika Lyle, Dir. Labor Planning\n"
    assert {one.name for one in plan_of(text).people} == {"Rob Haskell", "Tamika Lyle"}


@pytest.mark.parametrize("role", ["nosso, pré-venda", "ours, pre-sales", "us, pre-sales"])
def test_a_role_may_begin_with_whose_somebody_is(role: str) -> None:
    table = f"| Name | Role |\n|---|---|\n| Rui Valadares | CFO |\n| Eoin Dargan | {role} |\n"
    people = plan_of(f"# Norwood Mills - account plan\n\n## People\n\n{table}").people
    assert {one.name: one.side for one in people} == {"Rui Valadares": "client", "Eoin Dargan": "seller"}


def test_a_colon_in_a_role_ends_no_companys_name() -> None:
    plan = plan_of(
        "---\naccount: Norwood Mills\ntype: call-plan\n---\n# Call with Norwood Mills\n\n"
        "Norwood Mills: Ana Ruiz (COO: plants), Ben Ito (CFO)\n"
    )
    assert [(one.name, one.organisation) for one in plan.people] == [
        ("Ana Ruiz", "Norwood Mills"),
        ("Ben Ito", "Norwood Mills"),
    ]
