"""Which account a title names beside the kind of plan."""

import pytest
from planning import plan_of

from advancelint.plan import titles
from advancelint.plan.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("title", "kind", "name"),
    [
        ("Call prep: Norwood Mills", "prep", "Norwood Mills"),
        ("Call Prep: Joe Casal — Lexden Learning", "prep", "Lexden Learning"),
        ("Norwood Mills: discovery call notes", "notes", "Norwood Mills"),
        ("Visit report — Norwood Mills (10 June 2026)", "notes", "Norwood Mills"),
        ("Call notes, Norwood Mills, 21 April 2026", "notes", "Norwood Mills"),
        ("Besuchsbericht Zahnradwerk Ebersbach", "notes", "Zahnradwerk Ebersbach"),
        ("🏭 Norwood Mills – Deal Desk", "deal", "Norwood Mills"),
        ("Discovery call with Norwood Mills, 8 June", "prep", "Norwood Mills"),
        ("2026-03-12 – Site visit at Norwood Mills", "notes", "Norwood Mills"),
        ("Norwood Mills intro (2026-04-08)", "notes", "Norwood Mills"),
        ("Renewal – Norwood Mills", "deal", "Norwood Mills"),
        ("Norwood Mills", "deal", "Norwood Mills"),
        ("Norwood Mills", "notes", ""),
        ("Post-Call Summary", "notes", ""),
        ("Pricing call", "prep", ""),
        ("Meeting Brief: Kasimir × Torqline", "prep", "Kasimir"),
        ("Mutual action plan: Norwood & Tallow", "map", ""),
        ("Call Plan", "prep", ""),
        ("Kilcarrow Dairies: call with Noreen Walsh", "prep", "Kilcarrow Dairies"),
        ("Visit w/ Kieran: Orre", "notes", "Orre"),
        ("", "none", ""),
    ],
)
def test_the_account_is_what_is_left_of_a_title(title: str, kind: str, name: str) -> None:
    assert titles.account(title, vocabulary(), kind) == name


def test_an_account_plan_for_a_year_says_in_which_year_its_days_lie() -> None:
    assert titles.year("Norwood account plan 2026", vocabulary()) == "2026-07-01"
    assert titles.year("Norwood account plan 2026/27", vocabulary()) == ""
    assert titles.year("Norwood account plan, 3 May 2026", vocabulary()) == ""


def test_a_title_says_in_which_quarter_or_year_the_days_of_a_log_lie() -> None:
    assert titles.year("Norwood calls Q2 (2026)", vocabulary()) == "2026-05-15"
    assert titles.year("Visits 2026 Q4, Norwood", vocabulary()) == "2026-11-15"
    assert titles.year("Norwood calls (2026)", vocabulary()) == "2026-07-01"
    assert titles.year("Norwood, renewal 2027", vocabulary()) == ""
    assert titles.year("Norwood, framework 2027", vocabulary()) == ""


@pytest.mark.parametrize("title", ["2026-04-22 - first call with Ostap Vorel", "Call 1: 9 June, Ostap Vorel (CFO)"])
def test_whom_the_title_of_a_call_names_is_the_clients(title: str) -> None:
    (one,) = plan_of(f"---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\n## {title}\n\nkind\n").people
    assert (one.name, one.side) == ("Ostap Vorel", "client")


@pytest.mark.parametrize(
    ("title", "account"),
    [
        ("Account plan 2027, Norwood Mills", "Norwood Mills"),
        ("Account plan FY27, Norwood Mills", "Norwood Mills"),
        ("Norwood Mills account plan 2027", "Norwood Mills"),
        ("Studio 54 call plan", "Studio 54"),
    ],
)
def test_the_year_of_a_plan_is_no_part_of_its_clients_name(title: str, account: str) -> None:
    assert titles.account(title, vocabulary(), "account") == account
