"""Whoever the people and companies of a plan are, and whatever its title says of the call, the same is understood."""

import pytest
from planning import plan_of

# Names in capitals, of small words, of words of the language, of people, with marks.
COMPANIES = [
    "Norwood Laundry", "Tessaly", "Bank of Tallow", "IBX", "eVolt", "St Jude's Hospice", "Orrin-Wade", "Union Mills",
    "Marks and Fenn", "First Orrin Bank", "Hollis & Dane Machine", "Lee & Sons", "3T Logistics", "Orrin.io",
]  # fmt: skip
TITLES = [
    "# {} – call plan", "# Visit to {}, 3 Dec", "# Visiting {}", "# Site visit {}, 3 Dec", "# Trip to {}, 3 Dec",
    "# Intro to {}",
    "# Thu 3 Dec: {}", "# Thu 3 Dec: call with {}", "# 2026-12-03 {} demo debrief", "# Call with {} (3 December)",
    "# 2nd meeting, {}", "# Mtg {} – Thu 3 Dec, 10:00", "# {} next call", "# {} / visit 3 Dec",
    "# Besuch bei {}, 3.12.",
    "# RDV {} – jeudi 3/12", "# Visita a {}, 3/12", "# {} QBR",
]  # fmt: skip
BODY = """
Attending: Ana Ruiz (CFO), Ben Ito (plant manager), me

Objective: Ana signs the test plan by 9 December

Next steps
- [ ] Ana Ruiz: send the drawings, 4 Dec
"""
# First names that many bear and that are words, too, or that few languages know.
FIRST = [
    "Jack",
    "Max",
    "Frank",
    "Pat",
    "Joy",
    "Dean",
    "Gráinne",
    "Sunniva",
    "Tunde",
    "Ruud",
    "Ewa",
    "Bo",
    "Dev",
    "Nkechi",
]
ORDERS = ["Mark", "Will", "Grant", "Bill", "Hope"]
CAST = """# Norwood Mills: call notes, 26 Nov 2026

{0} Okafor walked me round and wants the numbers before Christmas.

## Next steps
- [ ] {0} to send the meter readings, 4 Dec
- [ ] Me: quote for hall 2, 7 Dec
"""


@pytest.mark.parametrize("company", COMPANIES)
@pytest.mark.parametrize("title", TITLES)
def test_a_title_names_the_company_whatever_it_says_of_the_call(title: str, company: str) -> None:
    assert plan_of(f"{title.format(company)}\n{BODY}").account.value == company


@pytest.mark.parametrize(
    "title",
    [
        "# Visit, 3 Dec",
        "# Thu 3 Dec: next call",
        "# Site visit",
        "# Call with Ana Ruiz (3 December)",
        "# Trip to the plant",
    ],
)
def test_words_for_a_call_and_people_are_no_company(title: str) -> None:
    assert not plan_of(f"{title}\n{BODY}").account.value


@pytest.mark.parametrize("first", FIRST + ORDERS)
def test_people_are_known_by_first_names_that_are_words_or_rare(first: str) -> None:
    plan = plan_of(CAST.format(first))
    assert [person.name for person in plan.people] == [f"{first} Okafor"]
    assert [step.owner.value for step in plan.next_steps] == [first, "Me"]


@pytest.mark.parametrize("line", ["Mark the crossing on the map.", "Grant Access to the portal.", "Will Ana sign?"])
def test_an_order_or_a_question_names_nobody_else(line: str) -> None:
    plan = plan_of(
        f"# Norwood Mills: call notes, 26 Nov 2026\n\nMet Ana Ruiz.\n\n{line}\n\n## Next steps\n- Me: quote\n"
    )
    assert [person.name for person in plan.people] == ["Ana Ruiz"]


def test_tags_before_steps_are_no_slots_to_fill_in() -> None:
    plan = plan_of(
        "# Norwood Labs + Tallow: joint close plan\n\n## November\n"
        "- [x] [TW] validation package, draft 2 @Tariq Nov 24\n"
        "- [ ] [NL] comments on draft 2 @Wanda Nov 27\n"
        "- [ ] [NL+TW] walk the results together @Wanda Dec 11\n"
    )
    assert plan.kind == "map"
    assert [step.owner.value for step in plan.next_steps] == ["Tariq", "Wanda", "Wanda"]


@pytest.mark.parametrize(
    ("people", "kind"),
    [
        ("Ana Ruiz (Norwood, grid operation), Ben Ito (Tallow, sales)", "notes"),
        ("Ana Ruiz (engineering), Ben Ito (product)", "none"),
    ],
)
def test_two_companies_make_a_committee_of_the_trade_a_call(people: str, kind: str) -> None:
    table = "| Task | Who | By |\n|--|--|--|\n| Letter to the tenants | Ana | 30 Nov |\n"
    assert plan_of(f"# Jour fixe no. 6, 25 Nov 2026\n\nPresent: {people}\n\n## Open points\n{table}").kind == kind


def test_a_log_may_write_its_months_small_and_first() -> None:
    plan = plan_of(
        "# Norwood: running log\n\nnov 27. call w Lou Bettencourt\n result: wants a requote\n\n"
        "nov 5. visit, Lou Bettencourt\n result: Lou agreed to share the drawings\n"
    )
    assert [call.date.value for call in (*plan.calls, *plan.mentions)] == ["2026-11-27", "2026-11-05"]


def test_one_short_word_before_a_dot_is_no_sentence() -> None:
    plan = plan_of(
        "# Norwood: call notes, 25 Nov 2026\n\n## Next steps\n- el. bills 2025 + shift calendar – Ana, 4 Dec\n"
    )
    assert [step.passage.text for step in plan.next_steps] == ["el. bills 2025 + shift calendar"]
