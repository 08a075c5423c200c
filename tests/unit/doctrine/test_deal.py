"""The value of a deal and its economic buyer, as plans state them; what is unsure is none."""

from __future__ import annotations

import pytest

from advancelint.doctrine.buyer import names_buyer
from advancelint.doctrine.money import UNKNOWN, Amount, amount_of, place_of_amount
from advancelint.plan.model import Person
from advancelint.source import NOWHERE, Span


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("Deal value: EUR 120k", 120_000, "EUR"),
        ("Value: € 85k", 85_000, "EUR"),
        ("Budget: 85k EUR", 85_000, "EUR"),
        ("Amount: 1.2m", 1_200_000, ""),
        ("Deal value: 1.2 m", 1_200_000, ""),
        ("Deal value: 120.000", 120_000, ""),
        ("Deal value: 120,000", 120_000, ""),
        ("Deal value: 120 000 €", 120_000, "EUR"),
        ("Deal value: 120\u00a0000 €", 120_000, "EUR"),
        ("Deal value: CHF 250'000", 250_000, "CHF"),
        ("Deal value: CHF 250’000.–", 250_000, "CHF"),
        ("Deal value: 85.000,- €", 85_000, "EUR"),
        ("Deal value: 1,234,567.89 USD", 1_234_568, "USD"),
        ("Deal value: 1.234.567,89 €", 1_234_568, "EUR"),
        ("Auftragswert: 1,2 Mio. €", 1_200_000, "EUR"),
        ("Auftragsvolumen: 120 Tsd. Euro", 120_000, "EUR"),
        ("Deal value: 120 TEUR", 120_000, "EUR"),
        ("Deal value (kEUR): 120", 120_000, "EUR"),
        ("Deal value (in EUR): 120000", 120_000, "EUR"),
        ("Montant : 250 000 €", 250_000, "EUR"),
        ("Valor del contrato: 90.000 euros", 90_000, "EUR"),
        ("ACV: $40k", 40_000, "$"),
        ("Deal value: US$ 40k", 40_000, "USD"),
        ("Deal value: €40k p.a.", 40_000, "EUR"),
        ("Deal value: ~€120k (one-off)", 120_000, "EUR"),
        ("Deal value: ca. 120k, signed by 2026-06-30", 120_000, ""),
        ("Deal value: 0.5 Mio. €", 500_000, "EUR"),
        ("Deal value: 12 lakh INR", 1_200_000, "INR"),
        ("- **Deal value:** €120k · **Stage:** propose", 120_000, "EUR"),
        ("**Deal value** – €75k", 75_000, "EUR"),
        ("> Deal size: £75k", 75_000, "GBP"),
        ("- [ ] Deal value: €75k", 75_000, "EUR"),
        ("## Deal value\n\n€75k, one-off", 75_000, "EUR"),
        ("Deal value:\n- €75k", 75_000, "EUR"),
        ("| Deal value | €75k |", 75_000, "EUR"),
        ("| Item | Detail |\n| --- | --- |\n| Deal value | €75k |", 75_000, "EUR"),
        ("| Deal | Amount |\n|---|---|\n| North | €75k |", 75_000, "EUR"),
        ("---\namount: 120000\ncurrency: CHF\n---", 120_000, "CHF"),
        ("---\ndeal_value: '120000'\n---", 120_000, ""),
        ("---\ndeal:\n  value: 120000\n---", 120_000, ""),
        ("value_nok: 1900000", 1_900_000, "NOK"),
        ("Amount in kEUR: 190", 190_000, "EUR"),
        ("Deal value EUR 18k", 18_000, "EUR"),
        ("TCV: £1.2m / ACV: £400k", 1_200_000, "GBP"),
        ("Stage: propose, Deal value: £1.2m, Close date: 30.09.2026", 1_200_000, "GBP"),
        ("Deal value: 120k\nAmount: 120.000 EUR", 120_000, "EUR"),
        ("Deal value: 120k\nACV: 40k\nBudget: 100k", 120_000, ""),
    ],
)
def test_an_amount_is_read_where_it_is_stated(text: str, value: int, currency: str) -> None:
    assert amount_of(text, "") == Amount(value, currency)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Deal value: TBD",
        "Deal value: 100-150k",
        "Deal value: €100k to €150k",
        "Deal value: > 100k",
        "Deal value: up to 100k",
        "Deal value: €120k (list 150k)",
        "Deal value: €10k/month",
        "Deal value: €49 per user",
        "Deal value: €40k per year for 3 years",
        "Deal value: $1.250m",
        "Deal value: 12 %",
        "---\namount: 2.4e5\n---",
        "Deal value: EUR 2,4E+5",
        "Value: 2.4e5",
        "Deal value: 40 seats",
        "Deal value: 120k\nAmount: 130k",
        "Deal value: €120k\nAmount: $120k",
        "Value: fewer stops",
        "Value: saves €40k a year",
        "Value: 3",
        "Volume: 400 doors",
        "Budget: 2026",
        "Our value: €40k less scrap",
        "Value: €40k less scrap",
        "Value: EUR 40k saved per year",
        "| Metric | Value |\n|---|---|\n| Scrap cost | €40k |",
        "| Deal | Amount |\n|---|---|\n| North | €40k |\n| South | €50k |",
        "```\nDeal value: €40k\n```",
        "<!-- Deal value: €40k -->",
        "They lose €40k a year.",
    ],
)
def test_what_is_unsure_is_no_amount(text: str) -> None:
    assert amount_of(text, "") == UNKNOWN


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Norwood buys three dryers (EUR 410k) by 30 November 2026", 410_000),
        ("Norwood signs a 1.2m USD contract by Q4", 1_200_000),
        ("sign €85k, one-off, by 30.06.2026", 85_000),
        ("grow from €40k to €90k by May", -1),
        ("Norwood signs so that they save EUR 40k a year", -1),
        ("from 20 to 90 seats at USD 12 per seat", -1),
        ("win 120k", -1),
        ("40 doors by May 2026", -1),
    ],
)
def test_the_sales_objective_states_it_where_no_label_does(sentence: str, value: int) -> None:
    assert amount_of("", sentence).value == value
    assert amount_of("Deal value: 7k", sentence).value == 7_000


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("# A\n\n- **Deal value:** EUR 120k (one-off)\n", "EUR 120k", 3),
        ("EUR 120k\n\n| Deal value | EUR 120k |\n", "EUR 120k", 3),
        ("## Deal value\n\n75k\n", "75k", 3),
        ("```\nDeal value: 5k\n```\r\nBudget: 3k EUR\r\nDeal value: 5k\r\n", "5k", 5),
        ("Deal value: **EUR** 120k\n", "Deal value: **EUR** 120k", 1),
        ("Deal value: TBD\n", "", 1),
    ],
)
def test_an_amount_has_its_place(text: str, words: str, line: int) -> None:
    span = place_of_amount(text)
    assert text[span.start : span.end] == words
    assert text[: span.start].count("\n") + 1 == line


def test_an_amount_within_the_sales_objective_has_its_place() -> None:
    text = "# Q4: EUR 310k\n\nSales objective: in Q4 Norwood buys **EUR 310k** of dryers by May\n"
    objective = Span(text.index("in Q4"), len(text) - 1)
    span = place_of_amount(text, objective)
    assert (span.start, text[span.start : span.end]) == (text.rindex("EUR 310k"), "EUR 310k")


def test_an_amount_with_a_power_hides_no_other_one() -> None:
    assert amount_of("Deal value: 2.4e5", "Norwood buys three dryers (EUR 410k)") == UNKNOWN


def test_a_long_hostile_line_takes_no_time() -> None:
    for line in (
        "1" * 100_000,
        "1." * 50_000,
        "| - " * 30_000,
        "Deal value: " + "1.1" * 30_000,
        "Deal value: " + "€1 " * 30_000,
        "- " * 50_000,
        "**a" * 30_000,
    ):
        assert amount_of(line, line).value in (-1, 1)
        assert not names_buyer(f"Economic buyer: {line[:50_000]}\n{line}", PEOPLE)


PEOPLE = (
    Person("Dana Reyes", "CFO", "", "client", NOWHERE),
    Person("Kim Oduya", "AE, holds the budget", "", "seller", NOWHERE),
)


@pytest.mark.parametrize(
    "text",
    [
        "Economic buyer: Dana",
        "Economic buyer: Mara Quist (COO)",
        "Economic buyer: Mr. Jens Uhlig, not met yet",
        "EB: Mara Quist",
        "- **E**conomic buyer: Mara Quist",
        "**E – Economic buyer:** Mara Quist",
        "**Economic buyer** — Mara Quist",
        "## Economic buyer\n\n- Mara Quist",
        "Budget holder: Mara Quist",
        "Wirtschaftlicher Entscheider: Herr Jens Uhlig",
        "Décideur économique : Luc Garnier",
        "economic_buyer: Mara Quist",
        "economic-buyer:\n  name: Mara Quist",
        "| Economic buyer | Mara Quist | 3/5 |",
        "| E | Economic buyer | Mara Quist |",
        "| Name | Title | Role |\n|---|---|---|\n| Effie Kelso | CEO | Economic buyer |",
        "| Bo Lind | COO | signs |\n| Effie Kelso | CEO | **Decision maker** | met |",
        "| Champion | Economic buyer |\n|---|---|\n| Bo Lind | Mara Quist |",
        "The economic buyer is **Dana Reyes**.",
        "Our economic buyer, Dana Reyes, wants three offers.",
        "Dana Reyes, the CFO, holds the budget.",
        "Dana is the economic buyer and Bo the champion.",
        "Dana Reyes (economic buyer)",
        "Helen Marlow owns the company and signs everything above 20k.",
        "Our EB is Lena Thorne. She has the final say.",
        "EB = Oliver Stead",
    ],
)
def test_a_name_behind_the_label_or_beside_the_role_is_a_buyer(text: str) -> None:
    assert names_buyer(text, PEOPLE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Economic buyer: TBD",
        "Economic buyer: ?",
        "Economic buyer: unknown, ask Dana Reyes",
        "Economic buyer: not yet identified",
        "Economic buyer: Dana Reyes?",
        "Economic buyer: the CFO",
        "Economic buyer: Managing Director",
        "Economic buyer: Kim Oduya",
        "Economic buyer:\n\n## Next steps\n\nDana Reyes sends it",
        "Wirtschaftlicher Entscheider: noch offen",
        "| Economic buyer | | 1/5 |",
        "| Economic buyer | 1/5 | not met |",
        "Dana introduces the economic buyer by 20 June.",
        "Dana tells us who the economic buyer is.",
        "Dana Reyes is not the economic buyer.",
        "Is Dana the economic buyer?",
        "Dana Reyes, CFO",
        "Amount due is approved, and the Managing Director holds the budget.",
        "Kim Oduya holds the budget.",
        "Dana Reyes signs off the pilot plan by 20 June.",
        "Dana approves the budget by 20 June.",
        "Frau Reyes unterschreibt den Testvertrag bis 20.06.2026.",
        "| Full Name | Decision maker |\n|---|---|\n| Bo Lind | no |",
        "| Role | Who |\n|---|---|\n| Economic buyer | not identified |",
        "| Kim Oduya | AE | Economic buyer |",
        "| Who signs | Managing Director |",
        "Economic buyer: probably Dana Reyes",
        "Assumed economic buyer: Dana Reyes",
        "Ana Lind and Bo Berg want to meet whoever holds the budget.",
        "Ana Lind wants Bo to meet the economic buyer.",
        "```\nEconomic buyer: Mara Quist\n```",
    ],
)
def test_nobody_is_the_buyer_where_nobody_is_named(text: str) -> None:
    assert not names_buyer(text, PEOPLE)


@pytest.mark.parametrize(
    ("role", "side", "named"),
    [
        ("CFO, economic buyer", "client", True),
        ("holds the budget", "unknown", True),
        ("signs the money", "client", True),
        ("CFO, signs off", "client", True),
        ("Wirtschaftliche Entscheiderin", "client", True),
        ("CFO", "client", False),
        ("not the economic buyer", "client", False),
        ("economic buyer", "seller", False),
    ],
)
def test_a_role_says_who_the_buyer_is(role: str, side: str, named: bool) -> None:
    assert names_buyer("", (Person("Uma Petrov", role, "", side, NOWHERE),)) is named
