"""Who owns a step that nobody is said to own: whoever its first words name, on a list or not."""

import pytest
from planning import plan_of

HEAD = (
    "---\ntype: call-notes\naccount: Norwood\nour-team: [Ana Ruiz]\ncontact: Tomas Berg\ndate: 2026-05-14\n---\n"
    "# Norwood\n\n## Next steps\n- {}\n"
)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Tucker sends us the layout by 20 May", "Tucker"),
        ("2 Tucker sends us the layout by 20 May", "Tucker"),
        ("Badger (stores) drops the pressure and tells us", "Badger"),
        ("Tucker and Badger go over the list, 20 May", "Tucker and Badger"),
        ("Tomas, hold the 20 May dates", "Tomas"),
        ("Tomas sent the price list", "Tomas"),
        ("Contract goes to the board on 20 May", ""),
        ("I send the layout by 20 May", "I"),
        ("Afterwards Tomas sends us the layout by 20 May", ""),
        ("Get Tucker to tell us by 20 May", ""),
        ("Board meets on 20 May", ""),
        ("Tucker list, by 20 May", ""),
        ("Somebody needs to price the hall", ""),
        ("Layout, hold the 20 May dates", ""),
    ],
)
def test_whoever_stands_before_the_verb_of_a_step_owns_it(line: str, owner: str) -> None:
    (step,) = plan_of(HEAD.format(line)).next_steps
    assert step.owner.value == owner


def test_whoever_owns_a_step_so_is_a_person_of_the_plan() -> None:
    plan = plan_of(HEAD.format("Tucker sends us the layout by 20 May"))
    assert [one.name for one in plan.people] == ["Ana Ruiz", "Tomas Berg", "Tucker"]
