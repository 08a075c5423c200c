"""Which encounters a document holds, and when each is."""

import pytest


def calls(plan):
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
def test_the_date_of_one_call_has_an_order_of_places(plan_of, front, body, path, date, surface):
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
        ("## Next Steps (Dec 15)\n- a", []),
        ("## Action items 2026-05-02\n- a", []),
        ("## Calls\n### Risks\ntext", []),
        ("## Goals\n\n| Date | Event |\n|---|---|\n| 2026-05-02 | Visit |", []),
        ("| Date | Call | Outcome |\n|---|---|---|\n| 2026-05-02 | Visit | lost |\n| | | |", [("Visit", "2026-05-02")]),
        ("", []),
    ],
)
def test_calls_are_dated_headings_headings_below_calls_and_rows_of_a_log(plan_of, body, found):
    assert calls(plan_of(ACCOUNT.format(body))) == found


def test_history_in_a_call_plan_is_another_call_than_its_own(plan_of):
    text = "# Call prep: Norwood\n\n**Date:** 2026-06-08\n**Objective:** Ana signs.\n\n## Last call — 2026-05-02\n**Outcome:** advance\n"
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
def test_the_first_words_of_an_outcome_label_it(plan_of, written, label, rest):
    (outcome,) = plan_of(NOTES.format("date: 2026-05-02\n", f"**Outcome:** {written}")).outcomes
    assert (outcome.label, outcome.passage.text) == (label, rest)


@pytest.mark.parametrize("written", ["", "TBD", "-"])
def test_an_empty_outcome_is_none(plan_of, written):
    assert plan_of(NOTES.format("", f"**Outcome:** {written}")).outcomes == ()
