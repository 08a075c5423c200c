"""Who works on a plan beside its owner."""

import pytest
from planning import plan_of

TABLE = "| Name | Title | {} |\n|---|---|---|\n| Tomas Berg | CFO | {} |\n"
HEAD = "# Norwood Mills – account plan\n\n{}\n\n## People\n\n" + TABLE


def sides(text: str) -> dict[str, str]:
    return {one.name: one.side for one in plan_of(text).people}


@pytest.mark.parametrize(
    "head",
    [
        "Account manager: Olga Brandt | Tech: Ravi Nair",
        "KAL: Ravi Nair | Owner: Olga Brandt",
        "Responsable: Olga Brandt · Técnico: Ravi Nair",
        "| | |\n|---|---|\n| Account manager | Olga Brandt |\n| Technical | Ravi Nair |",
    ],
)
def test_who_stands_beside_the_owner_of_a_plan_works_with_them(head: str) -> None:
    assert sides(HEAD.format(head, "Stance", "+")) == {
        "Olga Brandt": "seller",
        "Ravi Nair": "seller",
        "Tomas Berg": "client",
    }


@pytest.mark.parametrize(
    "head", ["Owner: Olga Brandt | Decider: Ines Moro, CFO", "Owner: Olga Brandt | City: Porto Alegre"]
)
def test_not_everything_beside_the_owner_is_a_colleague(head: str) -> None:
    assert "seller" not in {
        side for name, side in sides(HEAD.format(head, "Stance", "+")).items() if "Olga" not in name
    }


def test_without_an_owner_beside_them_a_technician_is_only_likely_ours() -> None:
    (one,) = (one for one in plan_of(HEAD.format("Tech: Ravi Nair", "Stance", "+")).people if one.name == "Ravi Nair")
    assert (one.side, one.apparent_side) == ("unknown", "seller")


def test_a_label_behind_a_bar_is_nobodys_role() -> None:
    text = HEAD.format("KAL: Ravi Nair | Exec sponsor: Mette Holm", "Stance", "+")
    assert all(one.role != "Exec sponsor" for one in plan_of(text).people if one.name == "Ravi Nair")


def test_who_owns_the_clients_people_is_ours() -> None:
    assert sides(HEAD.format("Owner: Olga Brandt", "Owner", "Ravi")) == {
        "Olga Brandt": "seller",
        "Ravi": "seller",
        "Tomas Berg": "client",
    }
    assert "Purchasing" not in sides(HEAD.format("Owner: Olga Brandt", "Owner", "Purchasing"))


@pytest.mark.parametrize(
    ("role", "side"),
    [("Tallow, plant manager", "unknown"), ("Norwood, plant manager", "client"), ("Plant manager, Cork", "client")],
)
def test_a_company_before_a_role_tells_that_somebody_is_from_elsewhere(role: str, side: str) -> None:
    text = HEAD.format("Version of May", "Stance", "+") + f"| Ravi Nair | {role} | - |\n"
    assert sides(text)["Ravi Nair"] == side


def test_who_stands_beside_me_is_ours() -> None:
    text = "---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\n## Notes\n\nOlga Brandt (CFO). Me + Vikram.\n"
    assert sides(text) == {"Olga Brandt": "client", "Vikram": "seller"}
