"""Labels that name who and when: "Leonard, by 4 December: …"."""

import pytest
from planning import plan_of

DEAL = "---\ntype: deal-plan\naccount: Norwood\nour-team: [Ana Ruiz]\n---\n# Norwood\n\n## Next steps\n\n{}\n"


@pytest.mark.parametrize(
    "line",
    [
        "- **Olga, by 4 December 2026:** confirms the budget",
        "- **Olga (by 4 December 2026):** confirms the budget",
        "- Olga, 4 Dec 2026: confirms the budget",
        "- Olga - by 4 Dec 2026 - confirms the budget",
        "- Olga, 4 Dec 2026, confirms the budget",
    ],
)
def test_a_name_with_a_day_leads_a_step(line: str) -> None:
    (step,) = plan_of(DEAL.format(line)).next_steps
    assert (step.owner.value, step.due.value) == ("Olga", "2026-12-04")
    assert step.passage.text == "confirms the budget"


@pytest.mark.parametrize("line", ["- Drawings, second set: send them", "- **Olga, Karl:** confirm the budget"])
def test_what_is_no_day_stays_with_its_label(line: str) -> None:
    (step,) = plan_of(DEAL.format(line)).next_steps
    assert not step.due.present
