"""Whose the people of a list are, as the list itself says."""

import pytest
from planning import plan_of

from advancelint.plan import lineup, parties
from advancelint.plan.vocabulary import vocabulary
from advancelint.source import Passage


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Olga Brandt (COO), us: Ana Ruiz", {"Olga Brandt": "", "Ana Ruiz": "seller"}),
        ("Olga Brandt (COO), maybe her yard man Ruben Sol. us: me + Ana Ruiz",
         {"Olga Brandt": "", "Ruben Sol": "client", "Ana Ruiz": "seller"}),
        ("Fr. Brandt (GF), von uns Jens + ich (Uli)", {"Fr. Brandt": "", "Jens": "seller", "Uli": "seller"}),
        ("Olga Brandt, Ana et Rosa pour nous", {"Olga Brandt": "", "Ana": "seller", "Rosa": "seller"}),
        ("Olga Brandt. And Raj from our side for the sums", {"Olga Brandt": "", "Raj": "seller"}),
        ("Lucy from brand, Paco el encargado de riego", {"Lucy": "", "Paco": ""}),
        ("Prof. Olga Brandt, Dr. Ana Ruiz", {"Prof. Olga Brandt": "", "Dr. Ana Ruiz": ""}),
        ("two techs from the lab", {}),
        ("Olga Brandt (COO), Ana Ruiz e Ben Ito (nós)", {"Olga Brandt": "", "Ana Ruiz": "seller", "Ben Ito": "seller"}),
        ("me (Uli), Ana Ruiz, Ben Ito", {"Uli": "seller", "Ana Ruiz": "seller", "Ben Ito": "seller"}),
        ("Olga Brandt (COO), Unterzeichner", {"Olga Brandt": ""}),
        ("Olga Brandt, COO. Direct, no slides", {"Olga Brandt": ""}),
        ("Olga Brandt, COO. Brought in by the lab", {"Olga Brandt": ""}),
        ("Olga Brandt, QS", {"Olga Brandt": ""}),
        ("Olga Brandt, Group Facilities & IT", {"Olga Brandt": ""}),
        ("Olga Brandt, COO / Ana Ruiz, QS / maybe a guest", {"Olga Brandt": "", "Ana Ruiz": ""}),
    ],
)  # fmt: skip
def test_a_list_says_whose_its_people_are(text: str, found: object) -> None:
    assert {one.name: one.side for one in lineup.several(Passage.plain(text), vocabulary())} == found


def test_a_company_before_a_colon_has_the_people_behind_it() -> None:
    text = "Olga Brandt (COO), and for Tallow Tools: Ana Ruiz, Ben Ito"
    told = {one.name: one.organisation for one in lineup.several(Passage.plain(text), vocabulary())}
    assert (told["Ana Ruiz"], told["Ben Ito"]) == ("Tallow Tools", "Tallow Tools")


@pytest.mark.parametrize(("role", "side"), [("our engineer", "seller"), ("our man", ""), ("our day-to-day", "")])
def test_our_champion_is_theirs(role: str, side: str) -> None:
    assert parties.side_of_role(role) == side


def test_me_in_a_list_makes_the_others_the_clients() -> None:
    head = "---\ntype: call-plan\naccount: Norwood\n---\n# Norwood\n\n"
    text = head + "## Attendees\n\n- Olga Brandt – mill engineer\n- me\n"
    assert [(one.name, one.side) for one in plan_of(text).people] == [("Olga Brandt", "client")]


def test_who_works_in_a_part_of_the_account_is_the_clients() -> None:
    text = (
        "---\ntype: call-plan\naccount: Norwood Works\n---\n# Norwood\n\n**Attendees:** Olga Brandt (Norwood legal)\n"
    )
    assert [(one.name, one.side) for one in plan_of(text).people] == [("Olga Brandt", "client")]


@pytest.mark.parametrize("end", [",", ";", ", "])
def test_a_list_of_names_with_their_work_may_lack_the_last_one(end: str) -> None:
    plan = plan_of(
        f"# Call plan: Pell, 3 Dec 2026\n\nAttendees: Ana Ruiz, Leasing. Ben Ito{end}\n\nObjective: Ana signs\n"
    )
    assert [one.name for one in plan.people][:1] == ["Ana Ruiz"]


def test_of_two_companies_above_columns_of_people_the_one_across_from_ours_is_the_clients() -> None:
    table = "| Merrow | Tallow |\n|---|---|\n| Ana Ruiz (CFO) | Ben Ito (AE) |\n| Lee Moss | Priya Shah |\n"
    plan = plan_of(f"---\naccount: Norwood Mills\ntype: call-notes\n---\n# Norwood Mills, 2 June 2026\n\n{table}")
    assert [one.name for one in plan.people if one.side == "client"] == ["Ana Ruiz", "Lee Moss"]


def test_a_column_headed_by_either_of_our_companies_holds_our_people_row_by_row() -> None:
    plan = plan_of(
        "---\naccount: Norwood Mills\nour-company: Tallow\ntype: call-plan\n---\n# Call with Norwood Mills\n\n"
        "Our company: Merrow\n\n| Topic | Tallow | Client | Lund |\n|---|---|---|---|\n"
        "| Looms | Jo Berg | Ana Ruiz | ok |\n| Price | Priya Shah | Ben Ito | low |\n"
    )
    assert [(one.name, one.side) for one in plan.people] == [
        ("Jo Berg", "seller"),
        ("Ana Ruiz", "client"),
        ("Priya Shah", "seller"),
        ("Ben Ito", "client"),
    ]
