"""Front matter whose values are entries of their own: goals with ranks, steps with owners, parts of a deal."""

import pytest
from planning import plan_of

from advancelint.plan import Known, Plan

AUTUMN = Known(as_of="2026-11-30")
GOAL, LESS = "Moira confirms the renewal in writing by 11 Dec", "Pete starts the count before term ends"


def fronted(lines: str) -> Plan:
    """Understand front matter of a call plan for Norwood, and a line below it."""
    front = f"type: call-plan\naccount: Norwood\ncall: 2026-12-04\nattendees: [Moira Sand, Pete Lal]\n{lines}"
    return plan_of(f"---\n{front}\n---\n\n# Norwood\n\nThey have seven sites.\n", "norwood.md", AUTUMN)


def goals(plan: Plan) -> list[tuple[str, str]]:
    """Return the ranks and the words of the goals."""
    return [(one.rank, one.passage.text) for one in plan.objectives]


@pytest.mark.parametrize(
    "lines",
    [
        f"objective:\n  primary: {GOAL}\n  fallback: {LESS}",
        f"objectives:\n  must: {GOAL}\n  minimum: {LESS}",
        f"goals:\n  - primary: {GOAL}\n  - fallback: {LESS}",
        f"goals:\n  primary:\n    text: {GOAL}\n  fallback:\n    text: {LESS}",
        f"objectives:\n  - {{rank: primary, text: {GOAL}}}\n  - {{rank: fallback, text: {LESS}}}",
        f"objectives:\n  - objective: {GOAL}\n    type: primary\n  - goal: {LESS}\n    type: secondary",
        f"meeting:\n  goal: {GOAL}\n  fallback: {LESS}",
        f"primary: {GOAL}\nsecondary: {LESS}",
    ],
)
def test_goals_may_be_entries_with_their_ranks(lines: str) -> None:
    plan = fronted(lines)
    assert goals(plan) == [("primary", GOAL), ("fallback", LESS)]
    assert plan.problems == ()


def test_what_a_deal_or_a_call_holds_counts_as_if_it_stood_alone() -> None:
    text = (
        "---\nopportunity:\n  account: Norwood\n  stage: Proposal\n  close_date: 2027-01-29\n"
        f"call:\n  date: 2026-12-04\n  with: [Moira Sand]\n  objective: {GOAL}\n---\n\n# Norwood\n"
    )
    plan = plan_of(text, "norwood.md", AUTUMN)
    assert (plan.account.value, plan.stage.value, plan.close_date.value) == ("Norwood", "propose", "2027-01-29")
    assert [call.date.value for call in plan.calls] == ["2026-12-04"]
    assert [one.passage.text for one in plan.objectives] == [GOAL]
    assert [one.name for one in plan.people] == ["Moira Sand"]


def test_an_account_may_have_a_name() -> None:
    assert plan_of("---\ntype: deal-plan\naccount:\n  name: Norwood\n  size: 400\n---\n").account.value == "Norwood"


def steps(plan: Plan) -> list[tuple[str, str, str, str, bool]]:
    """Return what is to be done, by whom, of which side, by when, and whether it is done."""
    return [
        (one.passage.text, one.owner.value, one.side, one.due.value, one.done) for one in plan.next_steps
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        (
            "actions:\n  - {what: the price on one page, who: Gus, due: 2026-12-02, done: false}\n"
            "  - {what: the list of sites, who: Pete, due: 2026-11-27, done: true}"
        ),
        (
            "next_steps:\n  - action: the price on one page\n    owner: Gus\n    by: 2 Dec\n    status: open\n"
            "  - task: the list of sites\n    owner: Pete\n    by: 27 Nov\n    status: done"
        ),
    ],
)
def test_steps_may_be_entries_with_owner_day_and_state(lines: str) -> None:
    assert steps(fronted(f"us: [Gus Orre]\n{lines}")) == [
        ("the price on one page", "Gus", "seller", "2026-12-02", False),
        ("the list of sites", "Pete", "client", "2026-11-27", True),
    ]


def test_a_key_may_be_who_does_it_or_the_side() -> None:
    plan = fronted("us: [Gus Orre]\nnext_steps:\n  - Gus: price on one page\n  - Pete Lal: list of sites")
    assert [one[:3] for one in steps(plan)] == [
        ("price on one page", "Gus", "seller"), ("list of sites", "Pete Lal", "client")
    ]  # fmt: skip
    plan = fronted("next_steps:\n  ours:\n    - price on one page\n  theirs:\n    - list of sites")
    assert [(one[0], one[2]) for one in steps(plan)] == [("price on one page", "seller"), ("list of sites", "client")]


@pytest.mark.parametrize("entry", ["{who: Gus}", "{due: 2026-12-02, status: open}", "{}"])
def test_an_entry_that_says_nothing_to_be_done_is_told(entry: str) -> None:
    plan = fronted(f"next_steps:\n  - {entry}\n  - Pete sends the list")
    assert [one.passage.text for one in plan.next_steps] == ["Pete sends the list"]
    assert [one.line for one in plan.passed_over if "action" in one.why] == [7]


def test_entries_may_stand_in_the_lists_of_sides() -> None:
    plan = fronted(
        "todo:\n  ours:\n    - {task: the price on one page, owner: Gus, by: 2026-12-02}\n"
        "  theirs:\n    - {task: the list of sites, owner: Pete Lal, by: 2026-12-03}"
    )
    assert [one[:4] for one in steps(plan)] == [
        ("the price on one page", "Gus", "seller", "2026-12-02"),
        ("the list of sites", "Pete Lal", "client", "2026-12-03"),
    ]
    assert plan.problems == ()


def test_an_empty_entry_within_one_is_a_problem() -> None:
    (problem,) = fronted("next_steps:\n  - {what: the price, who: {}}").problems
    assert problem.kind == "front-matter-value"


def test_a_key_that_no_list_knows_is_what_is_to_be_done() -> None:
    plan = fronted(
        "us: [Gus Orre]\ntodo:\n  - do: the list of sites\n    who: Pete Lal\n    by: 2026-12-03\n    done: no"
    )
    assert steps(plan) == [("the list of sites", "Pete Lal", "client", "2026-12-03", False)]


def test_the_day_of_a_call_may_be_on_one() -> None:
    plan = plan_of(
        f"---\nplan: visit\nclient: Norwood\nvisit:\n  on: 2026-12-04\ngoal:\n  best: {GOAL}\n---\n# Norwood\n",
        "norwood.md",
        AUTUMN,
    )
    assert [call.date.value for call in plan.calls] == ["2026-12-04"]
    assert [(one.rank, one.call) for one in plan.objectives] == [("primary", 0)]


def test_each_of_several_calls_has_goals_and_results_of_its_own() -> None:
    plan = plan_of(
        "---\ndeal: 12 lifts\nclient: Norwood\nstage: Proposal\ncalls:\n  - date: 2026-12-04\n"
        f"    goal: {GOAL}\n    if_not: {LESS}\n    ask:\n      - who signs above 50k?\n"
        "  - date: 2026-11-20\n    result:\n      - Moira gave us the list of sites\n---\n# Norwood\n",
        "norwood.md",
        AUTUMN,
    )
    assert goals(plan) == [("primary", GOAL), ("fallback", LESS)]
    assert [plan.calls[one.call].date.value for one in plan.objectives] == ["2026-12-04", "2026-12-04"]
    assert [one.passage.text for one in plan.outcomes] == ["Moira gave us the list of sites"]


def test_the_order_of_keys_tells_nothing_of_a_call() -> None:
    plan = plan_of(
        "---\ndeal: 12 lifts\nclient: Norwood\nstage: Proposal\ncalls:\n"
        f"  - goal: {GOAL}\n    date: 2026-12-04\n  - {{goal: {LESS},\n     date: 2026-12-11}}\n---\n# Norwood\n",
        "norwood.md",
        AUTUMN,
    )
    assert [plan.calls[one.call].date.value for one in plan.objectives] == ["2026-12-04", "2026-12-11"]


def test_what_stands_within_a_list_of_calls_is_checked() -> None:
    (problem,) = fronted("calls:\n  - goal: [[a]]").problems
    assert problem.kind == "front-matter-value"


def test_goals_may_have_keys_of_anybodys_own() -> None:
    plan = fronted(f"goals:\n  best: {GOAL}\n  ok: Moira sends us the list of sites\n  least: {LESS}")
    assert [text for _, text in goals(plan)] == [GOAL, "Moira sends us the list of sites", LESS]
    assert goals(plan)[-1][0] == "fallback"


def test_what_else_is_said_of_a_goal_is_none() -> None:
    plan = fronted(
        f"objective:\n  text: {GOAL}\n  measure: the letter lies on our desk\n  due: 11 December at noon sharp"
    )
    assert [text for _, text in goals(plan)] == [GOAL]


def test_keys_may_be_counted() -> None:
    plan = fronted(f"meeting:\n  goal_A: {GOAL}\n  goal_B: {LESS}")
    assert goals(plan) == [("primary", GOAL), ("fallback", LESS)]
    plan = fronted("next_step_1: Pete sends the list\nnext_step_2: Moira signs the letter")
    assert [one[0] for one in steps(plan)] == ["Pete sends the list", "Moira signs the letter"]


@pytest.mark.parametrize("key", ["on", "day", "am", "le", "el", "em"])
def test_a_short_word_tells_the_day_of_a_call_within_its_entry(key: str) -> None:
    front = f"account: Norwood\ncall:\n  {key}: 2026-12-04\n  objective: {GOAL}"
    (call,) = plan_of(f"---\n{front}\n---\n# Norwood\n\nThey have seven sites.\n", known=AUTUMN).calls
    assert call.date.value == "2026-12-04"
