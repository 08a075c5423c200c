"""When a mail or a note was written, and which day its "yesterday" is."""

import pytest
from planning import plan_of

from advancelint.plan import Known, written
from advancelint.plan.vocabulary import vocabulary

HEAD = "From: Una Hartigan\nTo: Sales\nDate: Wed, 7 Oct 2026 18:02\nSubject: Norwood Mills - notes\n\n"


def days(text: str) -> list[str]:
    plan = plan_of("---\ntype: call-notes\n---\n" + text)
    return [call.date.value for call in (*plan.calls, *plan.mentions) if call.date.value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (HEAD + "Met Ana yesterday. She liked it.\n", ["2026-10-06"]),
        (HEAD + "Two hours with Ana this afternoon.\n", ["2026-10-07"]),
        (HEAD + "Thanks again for Tuesday (6th).\n", ["2026-10-06"]),
        (HEAD + "Ana liked it.\n", ["2026-10-07"]),
        (HEAD + "We had a call on 2 October. Ana liked it.\n", ["2026-10-02"]),
        (HEAD + "Ana,\n\nyou join Friday (9 Oct, 11:00), so read this.\n", ["2026-10-09"]),
        (
            "> De: Iñigo\n> Fecha: 9 de octubre de 2026\n> Asunto: Norwood\n\nGracias por recibirnos ayer.\n",
            ["2026-10-08"],
        ),
        ("Von: Jana\nDatum: 9. Oktober 2026\nBetreff: Norwood\n\nwir waren gestern dort.\n", ["2026-10-08"]),
        ("Note to self, Sunday night 18 Jan 2026\n\nNorwood Mills tomorrow, 9am.\n", ["2026-01-19"]),
        ("pasted from outlook, sent Fri 20 Feb 2026\n\nHi,\n\nthanks for Wednesday (18th).\n", ["2026-02-18"]),
        ("# Norwood Mills, 8 June 2026\n\nShe called yesterday.\n", ["2026-06-08"]),
    ],
)
def test_the_day_of_a_call_is_told_from_that_of_writing(text: str, found: list[str]) -> None:
    assert days(text) == found


def test_the_day_in_brackets_behind_yesterday_is_believed() -> None:
    assert days(HEAD + "Thanks for the time yesterday (5 Oct), Ana.\n") == ["2026-10-05"]


def test_a_day_without_year_is_near_the_first_full_one_at_the_top() -> None:
    text = "---\ntype: deal-plan\n---\n# Norwood Mills\n\n{}\n\n## Next steps\n\n- [ ] Ana: price, 7 December\n"
    assert plan_of(text.format("Ana, 3 December 2026")).next_steps[0].due.value == "2026-12-07"
    assert plan_of(text.format("Client since 3 May 2021")).next_steps[0].due.value == "2025-12-07"


def test_days_without_a_year_lie_near_the_day_of_the_close_where_only_that_has_one() -> None:
    text = "# Deal: Norwood Mills\n\n{}: Dec 11, 2027\n\nMet on Feb 3.\n\n## Next steps\n\n- Ana: price, Nov 6\n"
    autumn = Known(as_of="2027-10-15")
    assert plan_of(text.format("Close date"), "norwood.md", autumn).next_steps[0].due.value == "2027-11-06"
    assert plan_of(text.format("Contract ends")).next_steps[0].due.value != "2027-11-06"


def test_a_day_that_lies_far_ahead_tells_no_year_of_the_others() -> None:
    text = "# Deal: Norwood Mills\n\nClose date: Dec 11, 2027\n\n## Next steps\n\n- [x] Ana: price, Nov 6\n"
    assert plan_of(text, "norwood.md", Known(as_of="2026-11-30")).next_steps[0].due.value == "2026-11-06"


def test_days_without_a_year_lie_near_the_middle_one_that_has_one_or_near_the_first_of_the_text() -> None:
    full = "Lost 21 November 2025\nReview 6 April 2026, next one 1 February 2027\nTheir contract ends 1 May 2020"
    assert written.middle(full, vocabulary(), "2026-06-01") == "2026-04-06"
    assert written.middle("6 Oct walk, 1 Dec board", vocabulary(), "2026-06-01") == "2026-10-06"
    assert written.middle("no day", vocabulary(), "2026-06-01") == "2026-06-01"


def test_the_end_of_the_calendar_is_no_failure() -> None:
    text = "# Deal: Norwood Mills\n\nClose date: Dec 11, 2027\n\n## Next steps\n\n- Ana: price, Nov 6\n"
    assert plan_of(text, "norwood.md", Known(as_of="9999-12-31")).next_steps[0].due.value == "2027-11-06"
