"""A client that a file is named after is found in the first lines of its text."""

import pytest
from planning import plan_of

from advancelint.plan.filed import client
from advancelint.plan.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("text", "path", "name"),
    [
        ("Memo\n\njust came out of Tarnbrook Dairy, the farm past Holm", "tarnbrook-van-memo.md", "Tarnbrook Dairy"),
        ("Notiz\n\nKundin: Minera Cerro Vellán S.A., Arica", "opp_cerro_vellan.md", "Minera Cerro Vellán S.A"),
        ("elder row cider. weds 6 may. their barn", "elder row.md", "elder row cider"),
        ("rdv jeudi 8 octobre, coopérative Valdour (céréales)", "valdour_rdv.md", "coopérative Valdour"),
        ("tues 17/3. hallorsen, pulled in at noon", "hallorsen.md", "hallorsen"),
        ("off with Gail Lyle (CISO at Marrow & Pike). good one", "deal-marrow-pike.md", "Marrow & Pike"),
    ],
)
def test_the_name_is_found_with_all_that_belongs_to_it(text: str, path: str, name: str) -> None:
    place = client(text, path, vocabulary())
    assert text[place.start : place.end] == name


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("# Battlecard: Norvane", "battlecard.md"),
        ("Saw Ana Pellestier today", "recap_pellestier.md"),  # a person
        ("Dr Okestra, thurs 7 May", "okestra_thurs.md"),
        ("Notes of a call with the buyer", "call-notes.md"),
        ("see https://norvane.example and ./norvane/readme", "norvane.md"),
        ("we pulled in at hallorsen at noon", "hallorsen.md"),  # small letters alone show no name
        ("x\n" * 400 + "Norvane", "norvane.md"),
    ],
)
def test_other_words_of_a_files_name_are_no_client(text: str, path: str) -> None:
    assert client(text, path, vocabulary()).end == 0


MEMO = (
    "Voice memo {day} (auto transcript)\n\nokay so this is Moira, I'm in the van, just came out of Tarnbrook Dairy\n\n"
    "sat in the kitchen with Hamish, who runs it. What I went in for was to get him to let us on the shed's roof\n\n"
    "{said} he was a bit off about the price\n\nI need to book Dougie for the survey, thirtieth latest\n"
)


def test_a_memo_in_a_file_named_after_the_client_is_a_plan() -> None:
    text = MEMO.format(day="14 April 2026", said="and he said yes,")
    plan = plan_of(text, "tarnbrook-memo.md")
    assert (plan.is_plan, plan.account.value, plan.calls[0].date.value) == (True, "Tarnbrook Dairy", "2026-04-14")
    assert not plan_of(text.replace("14 April 2026", "undated"), "tarnbrook-memo.md").is_plan


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (
            (
                "# Brief: Quellfair, Basel, 13 October 2026\n\nBudget: CHF 85,000\n\n## Objective\n\n"
                "Generate 250 leads\n\n- stand – first draft 10 July\n"
            ),
            "brief_quellfair.md",
        ),
        (
            "# Rhubarb galette, 12 June 2026\n\nGoal: a crust that stays crisp\n\n- me: butter, price 4 €\n",
            "rhubarb-galette.md",
        ),
    ],
)
def test_a_files_name_makes_no_plan_of_what_nobody_said_anything_about(text: str, path: str) -> None:
    assert not plan_of(text, path).is_plan
