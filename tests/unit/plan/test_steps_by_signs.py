"""Small signs by which a step is known: what ends it, whose it is, when it is due, and what is none."""

import pytest
from planning import let_weigh, plan_of

from advancelint.plan.cast import Cast
from advancelint.plan.edges import Edges
from advancelint.plan.model import Plan
from advancelint.plan.titles import crossed
from advancelint.plan.vocabulary import vocabulary
from advancelint.source import Passage

NOTES = "---\ntype: call-notes\ndate: 2026-06-10\naccount: Norwood\n---\n# Norwood\n\n## Next steps\n\n"
DEAL = "---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\n"


def dues(plan: Plan) -> list[tuple[str, str, str]]:
    """Return the words of each step, those of its due date and the day."""
    return [(step.passage.text, step.due.raw, step.due.value) for step in plan.next_steps]


@pytest.mark.parametrize(
    ("line", "words", "raw", "day"),
    [
        ("Ines sends the log by the 1st", "Ines sends the log by the 1st", "the 1st", "2026-07-01"),
        ("Ines sends the log by the 10th", "Ines sends the log by the 10th", "the 10th", "2026-06-10"),
        ("quote printed – Sun.", "quote printed", "Sun", "2026-06-14"),
        ("quote printed – tomorrow.", "quote printed", "tomorrow", "2026-06-11"),
    ],
)
def test_a_day_is_told_from_the_call_without_the_marks_around_it(line: str, words: str, raw: str, day: str) -> None:
    assert dues(plan_of(f"{NOTES}- {line}\n")) == [(words, raw, day)]


@pytest.mark.parametrize("day", ["the 1st", "the 31st"])
def test_a_day_of_a_month_that_nothing_tells_is_still_a_time(day: str) -> None:
    (step,) = plan_of(f"{DEAL}## Next steps\n- Ines Lund sends the log by {day}\n").next_steps
    assert (step.due.raw, step.due.value, step.period.precision) == (day, "", "relative")


def test_a_step_without_a_time_begins_and_ends_on_no_day() -> None:
    (step,) = plan_of(f"{NOTES}- Ines sends the log\n").next_steps
    assert (step.period.start, step.period.end, step.period.precision) == ("", "", "none")


@pytest.mark.parametrize("mark", [".", "!", "?"])
def test_who_and_when_stand_behind_the_end_of_a_sentence(mark: str) -> None:
    nobody = Cast({}, frozenset(), frozenset(), frozenset())
    found = Edges(nobody, vocabulary(), "").trimmed(Passage.plain(f"Wear figures{mark} Pelle, 12 June"))
    assert (found.passage.text, found.who.text, found.when.text) == (f"Wear figures{mark}", "Pelle", "12 June")


@pytest.mark.parametrize("line", ["Approve drawings", "Sign contract", "Order form"])
def test_what_a_client_does_as_often_is_nobodys_where_nobody_is_named(line: str) -> None:
    contact = NOTES.replace("account: Norwood", "account: Norwood\ncontact: Olga Brandt")
    assert [step.side for step in plan_of(f"{contact}- {line}\n").next_steps] == ["unknown"]


def test_the_first_names_of_a_person_are_enough() -> None:
    people = "## Attendees\n- Anna Maria Berg (Norwood), CFO\n- Jo Quill (Tallow)\n\n"
    plan = plan_of(NOTES.replace("## Next steps", f"{people}## Next steps") + "- Anna Maria: send the log\n")
    assert [(step.owner.value, step.side) for step in plan.next_steps] == [("Anna Maria", "client")]


def test_a_heading_of_both_sides_leaves_the_other_two_facing_each_other() -> None:
    parts = {"Seller side": "send the log", "Joint side": "walk the plant", "Sponsor side": "sign the form"}
    text = "".join(f"### {title}\n- {step} by 12 June\n\n" for title, step in parts.items())
    plan = plan_of(f"---\ntype: map\naccount: Norwood\n---\n# Norwood and Tallow\n\n## Next steps\n\n{text}")
    assert [step.side for step in plan.next_steps] == ["seller", "both", "client"]


def test_every_item_of_a_numbered_list_with_blank_lines_is_a_step() -> None:
    plan = plan_of(f"{DEAL}## Next steps\n\n1. Ines sends the log\n\n2. Jo signs the form\n\n3. Ines tests it\n")
    assert [step.passage.text for step in plan.next_steps] == [
        "Ines sends the log",
        "Jo signs the form",
        "Ines tests it",
    ]


def test_the_owner_below_an_action_is_not_that_of_the_account() -> None:
    def side(text: str) -> list[str]:
        return [one.side for one in plan_of(DEAL + text).people if one.name == "Ana Ruiz"]

    assert side("- Action: send the log\n- Owner: Ana Ruiz\n") == ["unknown"]
    assert side("- Owner: Ana Ruiz\n") == ["seller"]


def test_a_mutual_plan_tells_of_outcomes_behind_a_day_alone() -> None:
    history = (
        "## History\n- 2026-05-02: Ines Lund liked the kit\n- 2026-05-09: call, Ines Lund agreed to send the log\n"
    )
    assert plan_of(DEAL + history).outcomes
    mutual = DEAL.replace("deal-plan", "map")
    assert [one.passage.text for one in plan_of(mutual + history).outcomes] == ["Ines Lund liked the kit"]
    assert plan_of(f"{mutual}## Notes\nInes Lund agreed to a trial. She accepted the price.\n").outcomes == ()


def test_a_plus_joins_two_companies_in_the_title_of_a_mutual_plan_alone() -> None:
    title = "Norwood + Tallow: close plan"
    assert crossed(title, vocabulary(), "map") == ["Norwood", "Tallow"]
    assert crossed(title, vocabulary(), "deal") == crossed(title, vocabulary()) == []


@pytest.mark.parametrize(("box", "texts"), [("[ ] ", ["the loom for hall 2"]), ("", [])])
def test_what_has_a_box_needs_less_to_be_a_step(monkeypatch: pytest.MonkeyPatch, box: str, texts: list[str]) -> None:
    let_weigh(monkeypatch, "the loom for hall 2", step=0.55)
    plan = plan_of(
        "---\ntype: deal-plan\naccount: Norwood\ncontact: Ana Ruiz\n---\n# Norwood\n\n"
        f"## Thoughts\n\nThey liked the hall.\n\n- {box}the loom for hall 2\n- Ana has two halls\n"
    )
    assert [one.passage.text for one in plan.next_steps] == texts
