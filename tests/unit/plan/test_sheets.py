"""Spreadsheets pasted as one table, or as lines of semicolons: titles, keys, lists and tables below each other."""

import pytest
from planning import plan_of

from advancelint.plan import Known, Plan

AUTUMN = Known(as_of="2026-11-30")

SHEET = """\
|A|B|C|
|:--|:--|:--|
|CALL SHEET|||
|Client|Norwood Schools Catering||
|Call|01/12/2026 15:15|phone|
|Rep|Gus Orre||
||||
|WHO|name|job|
||Moira Sand|head of catering|
||Pete Lal|kitchen manager|
||||
|WHAT DO I WANT|||
|Best|Moira picks two kitchens for a trial and tells Pete to clear the space|by 11/12|
|Min|Moira sends the list of schools||
||||
|LAST TIME|17/11/2026|visit|
||Moira agreed to drop the wooden trolleys||
||||
|TO DO|WHO|WHEN|
|readings from the kitchen|Pete|27/11|
|drawing of the trolley|Gus|30/11|
"""

JOINT = """\
| Mutual Action Plan |  |  |  |  |
|---|---|---|---|---|
| Norwood Dairies / Tallow Telematics |  |  |  |  |
| Goal: | Norwood signs for 86 tankers by 18/12/26 |  |  |  |
| Notes | the boxes are Tallow's until then |  |  |  |
|  |  |  |  |  |
| **No.** | **Step** | **Who** | **Co.** | **By** |
| 1 | NDA signed | Moira Sand | ND | 02/11/26 |
| 2 | Trial fitted | Gus Orre | TT | 20/11/26 |
| 3 | Trial review | both | ND/TT | 09/12/26 |
| 4 | #REF! |  |  |  |
"""

SEMICOLONS = """\
Sheet2;exported 11/29/2026;Gus Orre;;
;;;;
Customer;Norwood Aggregates LLC;Plant;Ulm;
Stage;Negotiating price;Prob;60%;
;;;;
Date;What;With;Result;
11/12/2026;phone;Moira;Moira fixed the days of the van;
12/03/2026;phone;Moira;(planned) Moira picks 2 years or 3 and sends her redlines back;
;;;;
To do;Who;Due;Done;
both prices side by side;Gus;12/01/2026;n;
hours log of the loader;Moira;12/02/2026;y;
"""


def steps(plan: Plan) -> list[tuple[str, str, str, str, bool]]:
    return [
        (one.passage.text, one.owner.value, one.side, one.due.value, one.done) for one in plan.next_steps
    ]  # fmt: skip


def test_a_sheet_of_a_call_is_read_by_its_parts() -> None:
    plan = plan_of(SHEET, "callsheet.md", AUTUMN)
    assert (plan.kind, plan.account.value) == ("prep", "Norwood Schools Catering")
    assert [call.date.value for call in plan.calls][:1] == ["2026-12-01"]
    assert [(one.name, one.side) for one in plan.people] == [
        ("Gus Orre", "seller"), ("Moira Sand", "client"), ("Pete Lal", "client")
    ]  # fmt: skip
    assert [(one.rank, one.passage.text.split()[1]) for one in plan.objectives] == [
        ("primary", "picks"), ("fallback", "sends")
    ]  # fmt: skip
    assert steps(plan) == [
        ("readings from the kitchen", "Pete", "client", "2026-11-27", False),
        ("drawing of the trolley", "Gus", "seller", "2026-11-30", False),
    ]


def test_a_sheet_of_two_companies_tells_sides_by_their_letters() -> None:
    plan = plan_of(JOINT, "map.md", AUTUMN)
    assert (plan.kind, plan.account.value) == ("map", "Norwood Dairies")
    assert [one[:4] for one in steps(plan)] == [
        ("NDA signed", "Moira Sand", "client", "2026-11-02"),
        ("Trial fitted", "Gus Orre", "seller", "2026-11-20"),
        ("Trial review", "both", "both", "2026-12-09"),
    ]


def test_lines_of_semicolons_are_a_sheet() -> None:
    plan = plan_of(SEMICOLONS, "sheet2.md", AUTUMN)
    assert (plan.account.value, plan.stage.value) == ("Norwood Aggregates LLC", "negotiate")
    assert [one.passage.text for one in plan.objectives] == ["Moira picks 2 years or 3 and sends her redlines back"]
    assert plan.calls[plan.objectives[0].call].date.value == "2026-12-03"
    assert [(one[0], one[4]) for one in steps(plan)] == [
        ("both prices side by side", False), ("hours log of the loader", True)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        "| the price | Gus | 2026-12-01 |\n| the list | Moira | 2026-12-02 |\n",
        "| the price | Gus | 2026-12-01 |\n| | | |\n| the list | Moira | 2026-12-02 |\n",
        "| the price | Gus | 2026-12-01 |\n| | | |\n| the list | Moira | 2026-12-02 |\n| | | |\n| | | |\n| | | |\n",
    ],
)
def test_a_table_of_steps_is_no_sheet(rows: str) -> None:
    head = "---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\n## Next steps\n\n"
    plan = plan_of(f"{head}| Step | Who | When |\n|---|---|---|\n{rows}")
    assert [one[0] for one in steps(plan)] == ["the price", "the list"]


def test_text_around_a_sheet_stays_where_it_is() -> None:
    plan = plan_of(f"- one item\n\n{JOINT}\n- [ ] Moira: the board paper, 11/12/26\n", "map.md", AUTUMN)
    assert [one[0] for one in steps(plan)][-1] == "the board paper"
    assert [one.passage.text for one in plan.next_steps if one.owner.value == "both"] == ["Trial review"]


def test_blank_rows_below_goals_make_no_sheet() -> None:
    row = "| 4 Dec | Moira signs the order form by 11 Dec | Moira sends the list by 11 Dec |\n"
    table = f"| Call | Objective | Fallback |\n|---|---|---|\n{row}" + "| | | |\n" * 3
    plan = plan_of(f"---\ntype: call-plan\naccount: Norwood\n---\n# Norwood\n\n{table}", "norwood.md", AUTUMN)
    assert [one.passage.text.split()[1] for one in plan.objectives] == ["signs", "sends"]
