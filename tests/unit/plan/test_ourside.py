"""People of whom a sentence says that they are on our side."""

import pytest
from planning import plan_of

NOTE = (
    "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Norwood Mills\n\n"
    "Olga Brandt (head of stores) was there. {}\n"
)


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("On our side Mette leads, Karl Enger (finance) does the numbers.", {"Mette", "Karl Enger"}),
        ("Our side me and Karl Enger.", {"Karl Enger"}),
        ("Ours besides Mette: Karl Enger (technical), Ida Falk (estimating).", {"Karl Enger", "Ida Falk"}),
        ("Mette and Karl Enger for us.", {"Mette", "Karl Enger"}),
        ("Bringing Karl Enger, abrasives specialist from our side.", {"Karl Enger"}),
        ("Von uns Mette und Karl Enger.", {"Mette", "Karl Enger"}),
        ("Karl Enger, head of plant - for us, but without a budget.", set()),
        ("Karl Enger wants a quote from us.", set()),
        ("On: Karl Enger (lead vet), me, Mette from our side.", {"Mette"}),
        ("Get Mette on our side.", set()),
        ("From us was Mette and me.", {"Mette"}),
        ("I go there with Karl Enger from our lab.", {"Karl Enger"}),
        ("My colleague Karl Enger joins.", {"Karl Enger"}),
        ("Karl Enger of our service team is on the line, too.", {"Karl Enger"}),
        ("Karl Enger from our last call was there again.", set()),
        ("Account manager Karl Enger, contract manager **Ida Falk**. Reviewed on 2 May.", {"Karl Enger", "Ida Falk"}),
    ],
)
def test_a_sentence_tells_who_is_ours(text: str, ours: object) -> None:
    plan = plan_of(NOTE.format(text))
    sides = {one.name: one.side for one in plan.people}
    assert {name for name, side in sides.items() if side == "seller"} == ours
    assert sides["Olga Brandt"] == "client"
