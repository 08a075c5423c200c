"""A label that names a party, within a line of a paragraph, tells whose the people behind it are."""

from __future__ import annotations

import pytest
from planning import plan_of

HEAD = "---\ntype: map\n---\n# Mutual action plan: Norwood Mills × Tallow\n\n"


def sides(text: str) -> dict[str, str]:
    return {one.name: one.side for one in plan_of(HEAD + text).people}


@pytest.mark.parametrize(
    "text",
    [
        "Agreed on 4 May.\nFor Norwood: Olga Brandt (COO), Rosa Lane (finance)\nFor Tallow: Ana Ruiz, Jo Park\n",
        "Sponsor Norwood: Olga Brandt (COO). Lead: Rosa Lane.\nSponsor Tallow: Ana Ruiz. Working lead: Jo Park (AE).\n",
        "Both edit.\nSponsor at Norwood: Olga Brandt, COO. Lead: Rosa Lane.\nLead at Tallow: Ana Ruiz, Jo Park.\n",
        "Both edit.\nNorwood team: Olga Brandt, Rosa Lane | Tallow team: Ana Ruiz, Jo Park\n",
    ],
)
def test_a_label_gives_its_people_the_side_of_the_party_that_it_names(text: str) -> None:
    told = sides(text)
    assert [told[name] for name in ("Olga Brandt", "Rosa Lane")] == ["client"] * 2
    assert [told[name] for name in ("Ana Ruiz", "Jo Park")] == ["seller"] * 2


def test_a_label_of_a_third_company_tells_nothing() -> None:
    assert sides("Both edit.\nLead at Velmo: Olga Brandt, Rosa Lane.\n").get("Olga Brandt", "unknown") == "unknown"


def test_a_joint_step_tells_whose_somebody_with_a_title_is() -> None:
    table = "| Step | Norwood | Tallow | Due |\n|---|---|---|---|\n"
    table += "| Workshop | Olga | Ana | 4 May |\n| NDA | Olga | | 5 May |\n"
    told = sides(f"Leads: Dr Olga Brandt (Head of Operations), Ana Ruiz\n\n{table}")
    assert told == {"Dr Olga Brandt": "client", "Ana Ruiz": "seller"}
