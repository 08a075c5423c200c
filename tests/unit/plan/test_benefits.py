"""What the client gains, told in a sentence where no label says it."""

import pytest
from planning import plan_of

DEAL = "---\ntype: deal-plan\naccount: Norwood Mills\n---\n# Norwood Mills\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "gain"),
    [
        ("For them: a result the same day, no driver to the coast.", "a result the same day, no driver to the coast."),
        ("What's in it for the mill - fewer torn sacks, 40 a week", "fewer torn sacks, 40 a week"),
        ("It'd save them the hire crane, about 7k a year.", "It'd save them the hire crane, about 7k a year."),
        (
            "If we do this right: no late batch by June, and he keeps the bakery.",
            "no late batch by June, and he keeps the",
        ),
        ("Worth it to her: 30 hours of stops down to under 9", "30 hours of stops down to under 9"),
        ("So that's what they get out of it, 18k and no fines.", "18k and no fines."),
        ("For Norwood it's 200k and not a wet winter again.", "200k and not a wet winter again."),
        ("Pour Norwood : une seule recette, trois contrôles en moins.", "une seule recette, trois contrôles en moins."),
        (
            "## Why they buy\n\nWeighbridge tickets matched daily with the same two people.",
            "Weighbridge tickets matched daily",
        ),
        (
            "## Metrics she confirmed\n\nhandover 9 -> 4 days, every week of the year",
            "handover 9 -> 4 days, every week",
        ),
        ("| Letter | Status |\n|---|---|\n| Metrics | complaints 1,200/mo -> 300 |", "complaints 1,200/mo -> 300"),
        ("What they get\nThree ovens at 80 trays an hour against 55", "Three ovens at 80 trays an hour against 55"),
        ("So for Petra the case is: four loads a year saved.", "four loads a year saved."),
        ("Payoff for Norwood: changeover down from 40 min to 12.", "changeover down from 40 min to 12."),
        (
            "What Norwood wants out of it is a mill that runs on 30 percent less steam.",
            "a mill that runs on 30 percent",
        ),
        ("The new frame saves them 40 h a month.", "The new frame saves them 40 h a month."),
        (
            "If we find half of the leaks, the mill can put off the second bore.",
            "If we find half of the leaks, the mill",
        ),
        ("They could drop from seven litres to five.", "They could drop from seven litres to five."),
        ("It runs faster, so the second shift can stop.", "It runs faster, so the second shift can stop."),
        ("- 1 driver less at the gate each morning (their win)", "1 driver less at the gate each morning"),
        ("If it goes well Rowan gets his evenings back.", "If it goes well Rowan gets his evenings back."),
        ("- if it works: Petra does a quote in 25 min", "Petra does a quote in 25 min"),
        ("What they'd get from us, in a sentence: everyone eats at noon, not at two.", "everyone eats at noon"),
        ("What's in it for her, Petra said it: beds turn over two hours earlier.", "Petra said it: beds turn"),
        ("They'd get 4 minutes back on every turn.", "4 minutes back on every turn."),
        ("With two looms they need 6 people less at night.", "With two looms they need 6 people less"),
        ("If the pump held up she reckons she'd stop paying back 9k a year.", "If the pump held up she reckons"),
        ("It costs her 6k a month, and that's what she gains, 72k a year stops.", "72k a year stops."),
        ("Halving it is worth 7.4m a year to them.", "Halving it is worth 7.4m a year to them."),
        ("A shared store would halve that and free a bay.", "A shared store would halve that"),
        ('Ana said it herself: "this takes the audit from 6 weeks to 4 days."', '"this takes the audit from 6 weeks'),
        ("## What they want\n\nFewer stops. 640 hours lost last year.", "Fewer stops. 640 hours lost"),
    ],
)
def test_a_sentence_tells_the_gain(text: str, gain: str) -> None:
    assert plan_of(DEAL.format(text)).client_win.value.startswith(gain)


@pytest.mark.parametrize(
    "text",
    [
        "What Petra wants is a discount.",
        "We save them from the worst.",
        "Our frame saves us 40 h a month.",
        "Does it save them 40 h a month?",
        "One thing for you: keep quiet about it.",
        "A higher deductible costs them 38k and saves 61k.",
        "Petra runs three halls and likes the frame.",
        "The competitor is 12 % cheaper.",
        "If he says yes, he gets us the data by 3 May.",
        "Once Petra signs, she starts the trial with 12 units.",
        "If we lose, Brightside keeps the account for 3 years.",
    ],
)
def test_praise_wishes_and_prices_are_no_gain(text: str) -> None:
    assert not plan_of(DEAL.format(text)).client_win.present


@pytest.mark.parametrize(
    "text",
    [
        "With us they have talked for 2 years.",
        "If the price is right they'd sign by 3 May.",
        "It takes them from the yard to the gate.",
        "This frame is worth 40k to us.",
        "## What they want\n\nA fair price.",
        "## Wins for the day\n\n- Petra sends the list, 2 pages",
    ],
)
def test_what_is_wanted_or_paid_is_no_gain(text: str) -> None:
    assert not plan_of(DEAL.format(text)).client_win.present


def test_a_label_goes_before_a_sentence() -> None:
    text = "The frame saves them 40 h a month.\n\n**Client's win:** no night shift from May"
    assert plan_of(DEAL.format(text)).client_win.value == "no night shift from May"


STEPS = "| # | Step | Owner | Date |\n|---|---|---|---|\n| 1 | NDA | Petra | 15.05.2026 |\n"
MUTUAL = "# Norwood x Halden – mutual action plan\n\n{}\n\n" + STEPS


@pytest.mark.parametrize(
    ("text", "gain"),
    [
        (MUTUAL.format("**Why now:** a season with no forced stop of the big press"), "a season with no forced stop"),
        (MUTUAL.format("**Why not earlier:** the board meets in May and not before"), ""),
        (
            MUTUAL.format("**Joint goal:** gates live by 1 May, so that trucks wait under 10 minutes"),
            "trucks wait under",
        ),
        (MUTUAL.format("**Joint goal:** gates live by 1 May, so that we can invoice in that month"), ""),
        (DEAL.format("- **Metrics:** empty miles from 17% to 11% on their own numbers"), "empty miles from 17%"),
        (DEAL.format("- **Metrics:** 41 days on average from request to signature"), ""),
    ],
)
def test_a_label_of_the_method_tells_the_gain(text: str, gain: str) -> None:
    said = plan_of(text).client_win.value or ""
    assert said.startswith(gain) if gain else not said


@pytest.mark.parametrize(
    ("heading", "gain"), [("Client people", ""), ("Notes", "Ana Ruiz: this would save her two hours a week")]
)
def test_what_a_list_of_people_says_of_them_is_no_gain(heading: str, gain: str) -> None:
    text = f"## {heading}\n\nAna Ruiz: this would save her two hours a week on every loom."
    said = plan_of(DEAL.format(text)).client_win.value
    assert said.startswith(gain) if gain else not said
