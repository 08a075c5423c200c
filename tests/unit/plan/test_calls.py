"""Which encounters a document holds, and when each is."""

import pytest
from planning import plan_of

from advancelint.plan import Plan, callwords
from advancelint.plan.vocabulary import vocabulary


def calls(plan: Plan) -> list[tuple[str, str]]:
    return [(call.title, call.date.value) for call in plan.calls]


NOTES = "---\ntype: call-notes\n{}---\n{}\n"


@pytest.mark.parametrize(
    ("front", "body", "path", "date", "surface"),
    [
        (
            "date: 2026-03-01\n",
            "# Notes 2 May 2026\n\n**Date:** 3 May 2026",
            "2026-01-01.md",
            "2026-03-01",
            "front-matter",
        ),
        ("", "# Notes 2 May 2026\n\n**Date:** 3 May 2026", "2026-01-01.md", "2026-05-03", "bold"),
        ("", "# Notes 2 May 2026", "2026-01-01.md", "2026-05-02", "title"),
        ("", "# Notes", "2026-01-01.md", "2026-01-01", "path"),
        ("", "# Notes", "2026-01-01/norwood.md", "2026-01-01", "path"),
        ("", "# Notes", "norwood.md", "", "none"),
        ("", "**Meeting:** Intro — Thu Feb 26, 11:30 AM EST", "norwood.md", "2026-02-26", "bold"),
        ("", "**Date:** some time in May", "norwood.md", "", "bold"),
        ("", "| Field | Value |\n|---|---|\n| Date | 14.05.2026 |", "norwood.md", "2026-05-14", "row"),
    ],
)
def test_the_date_of_one_call_has_an_order_of_places(front: str, body: str, path: str, date: str, surface: str) -> None:
    (call,) = plan_of(NOTES.format(front, body), path).calls
    assert (call.date.value, call.date.surface) == (date, surface)


ACCOUNT = "---\ntype: account-plan\n---\n# Norwood\n\n{}\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "## Calls\n### 2026-06-08 Line review\n### 2026-06-23 Workshop",
            [("2026-06-08 Line review", "2026-06-08"), ("2026-06-23 Workshop", "2026-06-23")],
        ),
        ("## Meeting History\n### Discovery Call — Feb 19", [("Discovery Call — Feb 19", "2026-02-19")]),
        ("## 📅 15/01/2026\n\ntext", [("📅 15/01/2026", "2026-01-15")]),
        ("## Call 2: audit\n- **Date:** 2026-05-02\n- **Objective:** a", [("Call 2: audit", "2026-05-02")]),
        ("## Calls\n### Line review\n**Date:** some time in May", [("Line review", "")]),
        ("### 2026-06-04 Follow-up\n**Objective:** a", [("2026-06-04 Follow-up", "2026-06-04")]),
        ("## Next Steps (Dec 15)\n- a", []),
        ("## Phase 1: trial (by 19 June)\n- [ ] a", []),
        ("## Pilot, until 2026-06-19\nobjective", []),
        ("## Pricing — 2026-06-19\n**Attendees:** Ana", [("Pricing — 2026-06-19", "2026-06-19")]),
        ("## Action items 2026-05-02\n- a", []),
        ("## Calls\n### Risks\ntext", []),
        ("## Goals\n\n| Date | Event |\n|---|---|\n| 2026-05-02 | Visit |", []),
        ("| Date | Call | Outcome |\n|---|---|---|\n| 2026-05-02 | Visit | lost |\n| | | |", [("Visit", "2026-05-02")]),
        ("", []),
    ],
)
def test_calls_are_dated_headings_headings_below_calls_and_rows_of_a_log(body: str, found: object) -> None:
    assert calls(plan_of(ACCOUNT.format(body))) == found


def test_history_in_a_call_plan_is_another_call_than_its_own() -> None:
    own = "# Call prep: Norwood\n\n**Date:** 2026-06-08\n**Objective:** Ana signs.\n\n"
    text = own + "## Last call — 2026-05-02\n**Outcome:** advance\n"
    plan = plan_of(text)
    assert [date for _, date in calls(plan)] == ["2026-06-08", "2026-05-02"]
    assert [one.call for one in plan.objectives] == [0]
    assert [one.call for one in plan.outcomes] == [1]


@pytest.mark.parametrize(
    ("written", "label", "rest"),
    [
        ("advance. He booked line 2.", "advance", "He booked line 2."),
        ("Advance: line 2 booked", "advance", "line 2 booked"),
        ("Continuation - he will think", "continuation", "he will think"),
        ("order", "order", "order"),
        ("No sale: they bought elsewhere", "no-sale", "they bought elsewhere"),
        ("No decision yet", "unknown", "No decision yet"),
        ("Won over by the demo", "unknown", "Won over by the demo"),
        ("They liked it", "unknown", "They liked it"),
        ("**Advance** (booked)", "advance", "booked)"),
    ],
)
def test_the_first_words_of_an_outcome_label_it(written: str, label: str, rest: str) -> None:
    (outcome,) = plan_of(NOTES.format("date: 2026-05-02\n", f"**Outcome:** {written}")).outcomes
    assert (outcome.label, outcome.passage.text) == (label, rest)


@pytest.mark.parametrize("written", ["", "TBD", "-"])
def test_an_empty_outcome_is_none(written: str) -> None:
    assert plan_of(NOTES.format("", f"**Outcome:** {written}")).outcomes == ()


def test_a_call_plan_with_a_heading_for_its_own_day_holds_that_call_once() -> None:
    text = "# Call plan: A\n\n- Date: 17.06.2026\n\n## Call on 17.06.2026\n- Objective: Ana signs.\n\n"
    plan = plan_of(text + "## Next steps\n- Ana: send it")
    assert calls(plan) == [("Call on 17.06.2026", "2026-06-17")]
    assert [one.call for one in (*plan.objectives,)] == [0]
    assert [one.call for one in plan.next_steps] == [0]


@pytest.mark.parametrize("body", ["## Outcome\n\nAdvance: Ana signed.", "**Advance:** Ana signed."])
def test_an_advance_in_notes_is_an_outcome_and_no_objective(body: str) -> None:
    plan = plan_of(NOTES.format("date: 2026-05-02\n", body))
    assert plan.objectives == ()
    assert [(one.label, one.passage.text) for one in plan.outcomes] == [("advance", "Ana signed.")]


def test_a_next_call_with_its_own_date_and_objective_is_one() -> None:
    plan = plan_of(
        "---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\n## Next call\n\n- Date: 9 June 2026, Teams\n"
        "- Objective: Ana names the price model\n"
    )
    assert [call.date.value for call in plan.calls] == ["2026-06-09"]
    assert [one.call for one in plan.objectives] == [0]


def test_next_before_a_call_heads_no_steps() -> None:
    plan = plan_of(
        "---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\n## Log\n\n### Next: call with Ana, 12 June 2026\n\n"
        "Objective: Ana agrees to the clause\n"
    )
    assert [call.date.value for call in plan.calls] == ["2026-06-12"]
    assert [one.passage.text for one in plan.objectives] == ["Ana agrees to the clause"]
    assert plan.next_steps == ()


@pytest.mark.parametrize(("heading", "days"), [("Next steps", [""]), ("Calls", ["2026-05-20"])])
def test_dated_rows_below_next_steps_are_no_calls(heading: str, days: list[str]) -> None:
    body = f"# Norwood\n\n## {heading}\n| Date | Objective |\n|---|---|\n| 2026-05-20 | Tomas signs |"
    assert [day for _, day in calls(plan_of(NOTES.format("", body)))] == days


@pytest.mark.parametrize("title", ["Forthcoming call", "Next meeting"])
def test_a_heading_that_names_a_call_with_a_date_below_is_one(title: str) -> None:
    text = f"---\ntype: deal-plan\n---\n# Norwood\n\n## {title}\n\n- Date: 22-07-2026\n- With: Mr. Mane\n"
    assert [call.date.value for call in plan_of(text).calls] == ["2026-07-22"]


@pytest.mark.parametrize("title", ["Norwood: Thursday's talk", "Tasting on the 22nd, Norwood"])
def test_a_title_that_tells_half_of_the_day_is_of_the_day_of_the_text_that_fits(title: str) -> None:
    text = f"# {title}\n\nWritten on 20 October 2026.\n\nOn Thursday 22 October they come.\n\nObjective: Ana signs\n"
    found = plan_of(f"---\ntype: call-plan\naccount: Norwood\n---\n{text}")
    assert [call.date.value for call in found.calls] == ["2026-10-22"]


def test_next_before_something_else_than_a_call_heads_steps() -> None:
    head = "---\ntype: call-plan\n---\n# Call plan\n\n"
    plan = plan_of(head + "## Next: proposal, 12 June 2026\n\n- Ana: send the curves\n")
    assert [(step.passage.text, step.owner.value, step.due.value) for step in plan.next_steps][1:] == [
        ("send the curves", "Ana", "2026-06-12")
    ]
    plan = plan_of(head + "## Next: call with Tess, 12 June 2026\n\n- Ana: send the curves\n")
    assert [call.date.value for call in plan.calls][-1:] == ["2026-06-12"]
    assert not any(step.due.value for step in plan.next_steps)


@pytest.mark.parametrize(
    ("below", "day"),
    [
        ("*18 June 2026, on site*\n\nAna was there.", "2026-06-18"),
        ("Thursday 18 June 2026", "2026-06-18"),
        ("Demo (18 June 2026)", "2026-06-18"),
        ("Yard of the mill\n\n18 June 2026, call", "2026-06-18"),
        ("Ana came on 18 June 2026.", ""),
    ],
)
def test_a_day_leads_one_of_the_first_two_lines_below_the_title(below: str, day: str) -> None:
    (call,) = plan_of(f"---\ntype: call-notes\naccount: Norwood\n---\n# Norwood\n\n{below}\n").calls
    assert call.date.value == day


def test_a_box_may_be_a_call_with_labels_on_the_lines_below_its_title() -> None:
    box = "> [!note] Call with Ana, 12 June 2026\n> **Objective:** Ana signs it\n> **Fallback:** Ana names a day\n"
    plan = plan_of(f"---\ntype: call-plan\n---\n# Call plan\n\n{box}")
    assert [call.date.value for call in plan.calls] == ["2026-06-12"]
    assert [(one.rank, one.passage.text) for one in plan.objectives] == [
        ("primary", "Ana signs it"),
        ("fallback", "Ana names a day"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("# Norwood: closed lost, 21 May 2026\n\nWhat we learnt.", ""),
        ("# Norwood notes\n\n18 June 2026 is their deadline.", ""),
        ("# Norwood notes\n\n18 June 2026, on site.", "2026-06-18"),
        ("# Norwood notes\n\n*Ana Ruiz, 18 June 2026, at the mill*", "2026-06-18"),
        ("# Norwood notes\n\nEmil → Ana, 18 June 2026", ""),
        (f"# Norwood notes\n\nThursday 18.6.2026, an hour. {'Then she showed me the looms. ' * 8}", "2026-06-18"),
        ("# Activities export, Norwood, 16 October 2026\n\nAll of them.", ""),
        ("# Letter to myself\n\nTomorrow (Monday 14 September 2026) is Norwood.", "2026-09-14"),
        (
            "Client: Norwood\nDate: 7 July 2026\nPlace: Tann\nSubject: Review\n\nNext meeting: 4 August 2026.",
            "2026-07-07",
        ),
    ],
)
def test_a_day_at_the_top_is_that_of_the_call_unless_it_is_said_to_be_of_something_else(text: str, day: str) -> None:
    (call,) = plan_of(NOTES.format("", text), "norwood.md").calls
    assert call.date.value == day


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Trial of 18 June 2026", ["2026-06-18"]),
        ("Looms, to go-live 18 June 2026", []),
        ("Trial 18 June 2026 - plan", []),
    ],
)
def test_a_heading_that_is_a_trial_of_one_day_is_a_call(title: str, days: list[str]) -> None:
    text = f"---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\n## {title}\n\nWe ran 600 kg.\n"
    assert [one.date.value for one in plan_of(text).calls] == days


def test_a_heading_after_a_call_is_no_call_of_its_own() -> None:
    text = "## 14 May 2026, a walk\n\n**Objective:** Ana signs\n\n## After the walk (14 May 2026)\n\n- Ana came\n"
    assert calls(plan_of(ACCOUNT.format(text))) == [("14 May 2026, a walk", "2026-05-14")]


def test_a_heading_that_is_only_a_day_is_no_call_where_something_was_sent_on_it() -> None:
    text = "### 2026-05-04\nAna rang about the price.\n\n### 2026-05-15\nSent the layout.\n"
    assert calls(plan_of(ACCOUNT.format(text))) == [("2026-05-04", "2026-05-04")]


def test_a_mail_that_thanks_for_a_day_is_a_recap_of_it() -> None:
    text = "From: Ana\nTo: Joe\nDate: Thu, 14 May 2026 09:12\n\nJoe, thank you for having us on 12 May.\n"
    (call,) = plan_of(NOTES.format("", text), "norwood.md").calls
    assert call.date.value == "2026-05-12"


@pytest.mark.parametrize(
    ("text", "told"),
    [("Ana hat zugesagt", True), ("Luisa firmó", True), ("Fachgebiet Nord", False), ("Ana ruft an", False)],
)
def test_a_form_of_the_past_is_a_whole_word(text: str, told: bool) -> None:
    assert callwords.is_told(text, vocabulary()) is told


@pytest.mark.parametrize(
    "line",
    [
        "Thursday 10 December 2026, half past seven, their kitchen table.",
        "On site Thu 10 Dec 2026, 10:00",
        "We go there Thursday 10 December 2026, the three of us.",
        "Priya and I drive over on Thursday 10 December 2026.",
        "The visit is on Thursday 10 December 2026.",
        "Wir sind am Donnerstag, 10. Dezember 2026 dort.",
        "Nous y allons jeudi 10 décembre 2026.",
        "Vamos el jueves 10 de diciembre de 2026, a las diez.",
        "Vamos na quinta, 10 de dezembro de 2026, às dez.",
    ],
)
def test_a_first_line_that_says_when_we_are_there_has_the_day_of_the_call(line: str) -> None:
    plan = plan_of(NOTES.format("", f"# Norwood Mills\n\n{line}\n\nAna asked for a plan of the yard."))
    assert [day for _, day in calls(plan)] == ["2026-12-10"]


@pytest.mark.parametrize(
    "line",
    [
        "They told us on Thursday 10 December 2026.",
        "We lost it on Thursday 10 December 2026.",
        "I wrote this up on Thursday 10 December 2026.",
        "We need a yes by Thursday 10 December 2026.",
        "Our contract ends on Thursday 10 December 2026.",
        "Reviewed with Jo and me on 10 December 2026.",
    ],
)
def test_a_first_line_on_anything_else_has_none(line: str) -> None:
    plan = plan_of(NOTES.format("", f"# Norwood Mills\n\n{line}\n\nAna asked for a plan of the yard."))
    assert "2026-12-10" not in [day for _, day in calls(plan)]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("wk of 18 January 2027", ""),
        ("week of 18 January 2027", ""),
        ("w/c 18 January 2027", ""),
        ("Woche vom 18. Januar 2027", ""),
        ("18 January 2027", "2027-01-18"),
        ("two weeks of it seen, 18 January 2027", "2027-01-18"),
    ],
)
def test_a_heading_that_names_a_week_has_no_day(said: str, day: str) -> None:
    plan = plan_of(f"---\ntype: call-plan\n---\n# Accounts\n\n## Ana Ruiz, {said}\n\n- Goal: Ana signs the order\n")
    assert calls(plan) == [(f"Ana Ruiz, {said}", day)]
    assert plan.objectives[0].call == 0


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Last time (12 Nov 2026): Joan liked it, and said “talk to Callum”.", ""),
        ("We have known her since Thursday 12 November 2026.", ""),
        ("At last she has time: 12 November 2026, in the bottling hall.", "2026-11-12"),
        ("12 November 2026, in the bottling hall.", "2026-11-12"),
    ],
)
def test_a_title_with_a_weekday_is_not_of_the_day_of_the_last_call(line: str, day: str) -> None:
    plan = plan_of(f"# Fenwick Dairy - Thursday\n\nWho: Joan Fenwick\n\n{line}\n\n## Goal\n\nJoan signs the form\n")
    assert [one for _, one in calls(plan) if one] == ([day] if day else [])


def test_the_days_of_one_visit_are_a_call_each() -> None:
    body = (
        "# Two days at Norwood\n\n## Day one, 10 May 2026: mill\n\nWalked the dock.\n\n## Day two, 11 May 2026: depot\n"
    )
    assert [day for _, day in calls(plan_of(NOTES.format("", body)))] == ["2026-05-10", "2026-05-11"]


def test_a_number_before_a_word_for_a_call_is_a_day_in_a_heading() -> None:
    body = (
        "# Norwood, log, May 2026\n\n### 23.5 visit\n\nSaw Ana.\n\n### 14.5 phone\n\nRang Ana.\n\n### 3.1 Plant room\n"
    )
    assert [day for _, day in calls(plan_of(NOTES.format("", body))) if day] == ["2026-05-23", "2026-05-14"]


def test_a_bold_first_line_is_as_good_as_a_title() -> None:
    line = "**Memorandum of my call upon Messrs Norwood, boatbuilders, on Friday the 29th of May 2026**"
    (call,) = plan_of(NOTES.format("", line + "\n\nI was received by Ana herself.")).calls
    assert call.date.value == "2026-05-29"
    titled = "**Norwood, call w/ Ana Ruiz (MD), Fri 29/05/2026**\n\nRang at nine.\n\nGoal: Ana signs"
    assert [day for _, day in calls(plan_of(NOTES.format("", titled)))] == ["2026-05-29"]


def test_front_matter_says_when_somebody_was_met() -> None:
    (call,) = plan_of(NOTES.format("met: 2026-05-24\n", "# Norwood")).calls
    assert call.date.value == "2026-05-24"


def test_an_hour_behind_a_day_is_no_year() -> None:
    (call,) = plan_of(NOTES.format("", "# Norwood, Thu 28 May 0930, side gate")).calls
    assert call.date.value == "2026-05-28"


def test_a_table_of_touch_points_that_asks_whether_they_are_over_holds_no_steps() -> None:
    table = (
        "| When | What | With | Done? |\n|---|---|---|---|\n| 9 Sep 2026 | Service review | Ana | yes, she took it |\n"
        "| 14 Dec 2026 | First meeting | Ben, Ana | |\n"
    )
    plan = plan_of(f"# Norwood Mills - account plan\n\n## Touch points\n\n{table}")
    assert plan.next_steps == ()
    owned = table.replace("With", "Owner").replace("What", "Action")
    assert len(plan_of(f"# Norwood Mills - account plan\n\n## Actions\n\n{owned}").next_steps) == 2


def test_acts_with_somebody_are_no_meetings() -> None:
    rows = "| 2 Dec 2026 | Book the demo slot | Ana | |\n| 4 Dec 2026 | Prepare the workshop | Ben | |\n"
    table = f"| Date | What | With | Done |\n|---|---|---|---|\n{rows}"
    assert len(plan_of(f"# Norwood Mills - deal\n\nStage: trial\n\n## Actions\n\n{table}").next_steps) == 2


@pytest.mark.parametrize(
    "body",
    [
        "## Call with Ana Ruiz, 2026-06-03\n\nObjective: Ana signs",
        "## Date\n\n3 June 2026, 10:00\n\nObjective: Ana signs",
    ],
)
def test_a_day_in_or_right_below_a_heading_is_told_by_the_heading(body: str) -> None:
    kind = "deal-plan" if "Call" in body else "call-plan"
    (call,) = plan_of(f"---\ntype: {kind}\naccount: Norwood\n---\n# Norwood\n\n{body}\n").calls
    assert (call.date.value, call.date.surface) == ("2026-06-03", "heading")


@pytest.mark.parametrize(
    ("kind", "day", "mentioned"), [("call-plan", "2026-06-03", []), ("call-notes", "", ["2026-06-03"])]
)
def test_the_next_call_is_that_of_a_preparation_and_a_later_one_of_notes(
    kind: str, day: str, mentioned: list[str]
) -> None:
    plan = plan_of(
        f"---\ntype: {kind}\naccount: Norwood\n---\n# Norwood\n\nNext call: 3 June 2026\n\nObjective: Ana signs\n"
    )
    assert ([one.date.value for one in plan.calls], [one.date.value for one in plan.mentions]) == ([day], mentioned)
