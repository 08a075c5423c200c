"""Who is listed together is on one side, and a label that names a company gives it its people."""

import pytest
from planning import plan_of

HEAD = "---\ntype: {}\naccount: Norwood Borough Council\n---\n# Norwood\n\n"

HEADED = """**AE:** Ana Ruiz

## Attendees

*Norwood:*
- Olga Brandt, COO
- Rosa Lane
- Wes Ek

*Tallow:*
- Ana Ruiz
- Jo Park (product)
"""


def sides(text: str, kind: str = "call-notes") -> dict[str, str]:
    return {one.name: one.side for one in plan_of(HEAD.format(kind) + text).people}


@pytest.mark.parametrize(
    "text",
    [
        "**Attendees:** Olga Brandt, Rosa Lane, Wes Ek (Norwood finance director) · Ana Ruiz, Jo Park\n",
        "**From Norwood:** Olga Brandt (COO), Rosa Lane, Wes Ek\n**Tallow side:** Ana Ruiz, Jo Park\n",
        "**Present:** Olga Brandt (COO, NBC), Rosa Lane (IT, NBC), Wes Ek (NBC), Ana Ruiz, Jo Park, myself\n",
        "**Present:** Olga Brandt (COO), Rosa Lane (IT), Wes Ek (NBC), Ana Ruiz, Jo Park and self (Tallow)\n",
        "**Present:** Olga Brandt, Rosa Lane, Wes Ek, @Ana Ruiz, @Jo Park\n",
        HEADED,
    ],
)
def test_the_parts_of_a_list_are_the_two_sides(text: str) -> None:
    told = sides(text)
    assert [told[name] for name in ("Olga Brandt", "Rosa Lane", "Wes Ek")] == ["client"] * 3
    assert [told[name] for name in ("Ana Ruiz", "Jo Park")] == ["seller"] * 2


def test_a_mark_between_two_people_parts_no_sides() -> None:
    assert set(sides("**Meeting:** Olga Brandt, head grower; Rosa Lane, buyer\n").values()) <= {"client", "unknown"}


def test_owners_of_a_joint_plan_are_on_both_sides() -> None:
    owners = "**Owners:** Norwood – Olga Brandt (COO), Rosa Lane (IT). Tallow – Ana Ruiz (account director), Jo Park\n"
    table = "\n| Step | Owner | Due |\n|---|---|---|\n| Sign | Rosa | 2 June 2026 |\n"
    told = sides(owners + table, "mutual-plan")
    assert told == {"Olga Brandt": "client", "Rosa Lane": "client", "Ana Ruiz": "seller", "Jo Park": "seller"}


def test_a_degree_makes_no_second_person() -> None:
    plan = plan_of(
        HEAD.format("call-notes") + "**Client:** Dr. Olga Brandt, COO\n\n## Next steps\n- Olga Brandt: sign\n"
    )
    assert [one.name for one in plan.people] == ["Olga Brandt"]


def test_keys_of_the_front_matter_tell_sides() -> None:
    text = (
        "---\ntype: mutual-plan\naccount: Norwood\ncustomer_lead: Olga Brandt\nvendor_lead: Ana Ruiz\n---\n# Norwood\n"
    )
    assert {one.name: one.side for one in plan_of(text).people} == {"Olga Brandt": "client", "Ana Ruiz": "seller"}


def test_a_table_of_people_may_be_headed_who() -> None:
    table = "## Personas\n\n| Quién | Cargo | Nota |\n|---|---|---|\n| Olga Brandt | Gerente | decide |\n"
    assert sides(table + "| Rosa Lane | Técnico nuestro | va |\n") == {"Olga Brandt": "client", "Rosa Lane": "seller"}
