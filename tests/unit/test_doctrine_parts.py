"""Days, labels, titles and frames: the small parts that the doctrine is read from."""

import pytest
from building import field, person, reading

from advancelint.doctrine import facts, parts, wording
from advancelint.doctrine.dating import fault_of
from advancelint.doctrine.days import days_between, first_day, working_days
from advancelint.doctrine.ladder import ladder
from advancelint.doctrine.people import Asked, asked_of, cannot_give, is_reached, known_of
from advancelint.nodes.coach import short_name
from advancelint.plan.model import ABSENT, Person, Plan
from advancelint.reading import Facet, Reading, Scene, read
from advancelint.source import Passage, Span


@pytest.mark.parametrize(
    ("text", "near", "iso"),
    [
        ("by 9 May", "2026-05-14", "2026-05-09"),
        ("by 9 January", "2026-12-02", "2027-01-09"),
        ("May 9th, 2027", "", "2027-05-09"),
        ("bis 17.06.2026", "", "2026-06-17"),
        ("on 2026-06-01", "", "2026-06-01"),
        ("by 31 June", "2026-05-14", ""),
        ("by 32 May", "2026-05-14", ""),
        ("2026-02-30", "", ""),
    ],
)
def test_a_day_is_read_or_known_to_be_none(text: str, near: str, iso: str) -> None:
    found = first_day(text, near)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize("text", ["by 05/06", "soon", "9 May", "version 2.3 of it", "in the spring"])
def test_what_may_be_two_days_is_none(text: str) -> None:
    assert first_day(text, "") is None


def test_days_are_counted() -> None:
    assert days_between("2026-05-01", "2026-06-01") == 31
    assert working_days("2026-05-29", "2026-06-01") == 1
    assert working_days("", "2026-06-01") == 0
    assert working_days("2026-06-01", "2026-05-29") == 0
    assert working_days("2026-06-05", "2026-06-07") == 0
    assert working_days("2026-06-09", "2026-11-26") == 122  # 24 weeks and two days


def due(text: str, words: str, value: str = "date") -> Reading:
    return reading(text, deadline=Facet(value, Span(0, 1), "", words))


@pytest.mark.parametrize(
    ("made", "call", "close", "fault"),
    [
        (due("Ana sends it by 9 May", "by 9 May"), "2026-05-14", "", "before-call"),
        (due("Ana sends it by 19 May", "by 19 May"), "2026-05-14", "", "none"),
        (due("Ana sends it by 31 June", "", "none"), "2026-05-14", "", "no-such-day"),
        (due("Ana sends the log of 9 May", "", "none"), "2026-05-14", "", "none"),
        (due("Ana sends it", "", "none"), "2026-05-14", "2026-05-01", "after-close"),
    ],
)
def test_a_day_that_cannot_be_kept(made: Reading, call: str, close: str, fault: str) -> None:
    assert fault_of(made, call, close, ("evaluate", "unknown")) == fault


def test_what_comes_after_the_decision_may_come_after_the_close_date() -> None:
    made = due("Ana books the start meeting", "", "none")
    assert fault_of(made, "2026-05-14", "2026-05-01", ("evaluate", "close")) == "none"


@pytest.mark.parametrize(
    "text",
    [
        "**How they buy:** the board decides in July.",
        "## How they buy\n\nThe board decides in July.",
        "| Decision | county board, 20 August |",
        "- Decision process: Noor, then the board",
        "**Why:** x **Decision path:** Noor, then the board",
    ],
)
def test_a_label_is_found_in_every_surface(text: str) -> None:
    assert parts.labelled(text, "process")


@pytest.mark.parametrize("text", ["## How they buy\n\n## Calls", "**Decision process:** TBD", "They buy as they like."])
def test_a_label_without_words_says_nothing(text: str) -> None:
    assert not parts.labelled(text, "process")


def test_a_hostile_text_is_searched_in_time() -> None:
    assert not parts.labelled("-" * 100_000 + "\n" * 100_000 + "|" * 100_000, "process")


def stated(text: str, **changes: object) -> Plan:
    made = Plan(
        "p.md", "deal", True, field("Norwood Mills"), ABSENT, ABSENT, (), (), (), (), (), field(text), ABSENT, (), ()
    )
    return made._replace(**changes)  # type: ignore[arg-type] # a test names the parts it sets


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Norwood Mills buys three dryers (EUR 410k) by 30 November 2026", ()),
        ("Grow Norwood", ("how much", "by when")),
        ("Win the project", ("for whom", "how much", "by when")),
        ("Three dryers for Tampere before the winter", ("for whom", "how much")),
        ("Orbel signs the frame agreement in Q3 2026", ("how much",)),
    ],
)
def test_what_a_sales_objective_lacks(text: str, lacking: tuple[str, ...]) -> None:
    plan = stated(text)
    assert facts.lacking_in(plan.sales_objective, plan, ()) == lacking


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("they standardise on our platform", True),
        ("scrap under 2 % with our dryers", False),
        ("one shift less on Sundays", False),
        ("Upsell of the service", True),
    ],
)
def test_whose_win_it_is(text: str, ours: bool) -> None:
    assert bool(facts.win_is_ours(field(text))) is ours


def test_a_pause_and_a_longer_rest_are_read() -> None:
    assert facts.paused_until("Paused until 2026-09-01: the furnace is rebuilt") == "2026-09-01"
    assert facts.paused_until("We paused until they called") == ""
    assert facts.days_allowed("---\nstale-days: 90\n---\n") == 90
    assert facts.days_allowed("# Plan") == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Get Dana to sign the test plan by 9 May.", "Dana signs the test plan by 9 May"),
        ("Have Dr. Amin give us 15 minutes on 8 June", "Dr. Amin gives us 15 minutes on 8 June"),
        ("Persuade the plant manager to run the trial by 3 July", "The plant manager runs the trial by 3 July"),
        ("Get the signed plan from Dana", ""),
        ("Dana gets Joe to sign", ""),
    ],
)
def test_a_frame_is_turned_round_only_where_it_is_sure(text: str, expected: str) -> None:
    assert wording.on_their_side(read(Passage.plain(text), Scene(client=frozenset(("dana",))))) == expected


def people() -> tuple[Person, ...]:
    return (
        person("Joe Casale", role="analyst"),
        person("Ines Lund", role="CFO"),
        person("Ana Ruiz", "seller"),
    )


@pytest.mark.parametrize(
    ("asked", "present", "line", "reached"),
    [
        (Asked("Ines Lund", "CFO"), "Joe Casale, Ana Ruiz", "Ines Lund approves the budget", "no"),
        (Asked("Ines Lund", "CFO"), "Joe Casale, Ines Lund", "Ines Lund approves the budget", "yes"),
        (Asked("Ines Lund", "CFO"), "Joe Casale", "Joe brings Ines Lund", "yes"),
        (Asked("Ines Lund", "CFO"), "", "Ines Lund approves the budget", "unknown"),
        (Asked("Ines Lund", "CFO"), "somebody from the plant", "Ines Lund approves the budget", "unknown"),
        (Asked("the lab", "the lab"), "Joe Casale", "The lab tests the sample", "unknown"),
    ],
)
def test_who_is_reached(asked: Asked, present: str, line: str, reached: str) -> None:
    assert is_reached(asked, present, line, known_of(people())) == reached


def test_a_title_in_brackets_counts_where_the_plan_gives_none() -> None:
    made = read(Passage.plain("Joe (analyst) issues the purchase order by 9 June"), Scene(client=frozenset(("joe",))))
    assert asked_of(made, ()) == Asked("Joe", "analyst")


@pytest.mark.parametrize(
    ("title", "act", "cannot"),
    [
        ("analyst", "issue_po", True),
        ("CFO", "issue_po", False),
        ("", "issue_po", False),
        ("analyst", "share_data_sample", False),
        ("assistant, signs for the owner", "sign_contract", False),
    ],
)
def test_what_a_role_cannot_give(title: str, act: str, cannot: bool) -> None:
    assert cannot_give(Asked("Joe", title), ladder().acts[act]) is cannot


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Malcolm Reyes", "Malcolm"),
        ("Dr Nadia Amin", "Dr Amin"),
        ("Norwood's legal department", "Norwood's legal department"),
        ("Norwood’s counsel", "Norwood’s counsel"),
    ],
)
def test_a_better_line_begins_with_what_colleagues_would_say(name: str, short: str) -> None:
    assert short_name(name) == short
