"""People in lines without any mark, in rows with their company, and written small."""

import pytest
from planning import plan_of

DEAL = "---\ntype: deal-plan\naccount: Norwood Mills\n---\n# Norwood Mills\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "PEOPLE\nMarek Juhl     plant manager, has the say\nGerda          accounts, pays late",
            ["Marek Juhl", "Gerda"],
        ),
        (
            "Attending\n  Torv Fenwick, yards & gates\n  Edda Prior, treasurer\n  us: Runa Sand",
            ["Runa Sand", "Torv Fenwick", "Edda Prior"],
        ),
        ("PEOPLE\nare what counts in this mill\nand nobody says so", []),
        ("spoke to petra lomax (stores manager), wants a trial", ["petra lomax"]),
        ("we looked at the old kiln (stores manager was away)", []),
        ("**Keld Marsh** – Sr Dir Operations, signs\n**Petra Amsel** – COO", ["Keld Marsh", "Petra Amsel"]),
    ],
)
def test_people_are_read_from_plain_lines(text: str, names: list[str]) -> None:
    assert [one.name for one in plan_of(DEAL.format(text)).people] == names


def test_a_company_behind_a_name_in_every_row_is_nobody() -> None:
    plan = plan_of(
        "# Ana - calls week 41\n\n| Day | Who | What I'm after | What happened |\n|---|---|---|---|\n"
        "| 5 Oct 2026 | Wilma Tarn, Oakbeck Laundry | Wilma shows us the water bill | yes |\n"
        "| 6 Oct 2026 | Hugo Stead, Rillside Plating | Hugo names who signs | |\n"
        "| 7 Oct 2026 | office | | |\n"
    )
    assert [one.name for one in plan.people] == ["Ana", "Wilma Tarn", "Hugo Stead"]
    assert [call.date.value for call in plan.calls] == ["2026-10-05", "2026-10-06"]
    assert (plan.kind, plan.account.value) == ("notes", "")


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Ms Teoh\n- Teoh Pei Fen", ["Teoh Pei Fen"]),
        ("Mr Stuart\n- Stuart Berg", ["Mr Stuart", "Stuart Berg"]),
        ("Mdm Rohana Idris\n- Encik Azlan Noor", ["Rohana Idris", "Azlan Noor"]),
    ],
)
def test_titles_before_names(name: str, names: list[str]) -> None:
    plan = plan_of(DEAL.format(f"## People\n\n- {name}"))
    assert [one.name for one in plan.people] == names
