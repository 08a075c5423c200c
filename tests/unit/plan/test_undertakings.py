"""Steps in running text, in lines without marks and below headings with a day."""

import pytest
from planning import plan_of

NOTES = """---
type: call-notes
account: Norwood Mills
date: 2026-05-12
---
# Norwood Mills

With: Petra Hollins (mill manager, Norwood), Lars Holm (fitter, Norwood), Jonas Marsh (us)

{}
"""


def steps(text: str) -> list[tuple[str, str, str, bool]]:
    found = plan_of(NOTES.format(text)).next_steps
    return [(one.passage.text, one.owner.value, one.due.value, one.done) for one in found]


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        (
            "Petra will send me the list by 20 May, and I am to book the fitter by 22 May.",
            [
                ("Petra will send me the list by 20 May", "Petra", "2026-05-20", False),
                ("I am to book the fitter by 22 May", "I", "2026-05-22", False),
            ],
        ),
        (
            "Dov, who builds our loggers, is to pack ten of them by 25 May.",
            [("is to pack ten of them", "Dov", "2026-05-25", False)],
        ),
        (
            "Before then I need to read the old report (Sunday), and Jonas should tell me what it costs.",
            [
                ("I need to read the old report", "I", "2026-05-10", False),
                ("Jonas should tell me what it costs", "Jonas", "", False),
            ],
        ),
        (
            "Could you run the lease quote by 15 May?",
            [("Could you run the lease quote by 15 May", "", "2026-05-15", False)],
        ),
        (
            "I promised Petra the swab results by 15 May.",
            [("I promised Petra the swab results by 15 May", "I", "2026-05-15", False)],
        ),
        (
            "Lars gets us the rack dimensions by 15 May.",
            [("Lars gets us the rack dimensions by 15 May", "Lars", "2026-05-15", False)],
        ),
        ("Lars gets on with everybody.", []),
        ("Petra says the list is ready by 20 May.", []),
        ("Petra wants to see the list by 20 May.", []),
        ("We should have two weeks of data by 20 May.", []),
        ("Note to self, Sunday 17 May: be early.", []),
    ],
)
def test_sentences_promise(text: str, promised: list[tuple[str, str, str, bool]]) -> None:
    assert steps(text) == promised


def test_sentences_below_a_heading_of_steps_need_no_day() -> None:
    text = "I will write it up. Petra sends me the drawings. Jonas has asked the college. The season begins in July."
    assert steps(f"## Next steps\n\n{text}") == [
        ("I will write it up", "I", "", False),
        ("Petra sends me the drawings", "Petra", "", False),
        ("Jonas has asked the college", "Jonas", "", True),
    ]


def test_lines_that_begin_with_who_are_steps() -> None:
    assert steps("me: trial sheet to Petra, 15 May\npetra: drawings of line 4\nLars: measures the door - done") == [
        ("trial sheet to Petra", "me", "2026-05-15", False),
        ("drawings of line 4", "petra", "", False),
        ("measures the door", "Lars", "", True),
    ]
    assert not steps('petra: "too dear"\nlars: liked it')


def test_boxes_need_no_list() -> None:
    found = [("book the fitter", "", "", False), ("send the brochure", "", "", True)]
    assert steps("[ ] book the fitter\n[x] send the brochure") == found
    assert steps("todo\n[ ] book the fitter\n[x] send the brochure") == found


def test_a_heading_may_say_when_its_steps_are_due() -> None:
    text = "## Next steps, by 20 May\n\n- Petra: drawings of line 4\n- 2 June: Jonas sends the logger"
    assert [(words, due) for words, _, due, _ in steps(text)] == [
        ("drawings of line 4", "2026-05-20"),
        ("Jonas sends the logger", "2026-06-02"),
    ]


def test_a_list_of_errands_in_notes_is_one_of_steps() -> None:
    text = "- quote 40 frames to Petra by 15 May\n- ask Jonas if we can match it\n- box of twine for Lars - dropped off"
    assert [(words, done) for words, _, _, done in steps(text)] == [
        ("quote 40 frames to Petra by 15 May", False),
        ("ask Jonas if we can match it", False),
        ("box of twine for Lars", True),
    ]


def test_a_marked_line_is_a_step() -> None:
    assert steps("- TODO Jonas - bring the borescope\n- the dog bites") == [("bring the borescope", "Jonas", "", False)]


def test_a_column_of_times_says_when_whatever_its_head_is() -> None:
    table = "| what | who | till |\n|---|---|---|\n| season price | Jonas | 19 May |\n| old curves | Petra | 21 May |"
    assert [(words, due) for words, _, due, _ in steps(f"## Next steps\n\n{table}")] == [
        ("season price", "2026-05-19"),
        ("old curves", "2026-05-21"),
    ]


def test_a_day_with_a_call_is_no_step() -> None:
    assert not steps("## Next steps\n\n- 2 June, Petra and Lars, second visit (fixed)")


def test_a_bracket_behind_struck_words_is_no_step() -> None:
    found = [(words, done) for words, _, _, done in steps("## Next steps\n\n1. ~~ask the hall~~ (Jonas, in March)")]
    assert found == [("ask the hall", True)]


def test_what_is_done_is_a_step_and_a_day_alone_is_none() -> None:
    found = steps("## Next steps\n\n- Done: sent the sheet to Petra\n- Done: on 12 May\n- Done: signed 12 May\n")
    assert found == [("sent the sheet to Petra", "", "", True)]


@pytest.mark.parametrize("remark", ["done", "got it 1/9", "did it", "sent 5/6", "6 June", "(Petra, in May)", ""])
def test_what_is_struck_out_is_done_whatever_remark_stands_behind(remark: str) -> None:
    listed = f"## Next steps\n- ~~Petra: send the site list to Lars~~ {remark}\n- Jonas: quote, 20 May\n"
    plan = plan_of(NOTES.format(listed))
    assert [(one.passage.text, one.done) for one in plan.next_steps] == [
        ("send the site list to Lars", True),
        ("quote", False),
    ]


def test_what_is_struck_out_for_something_else_is_not_done() -> None:
    listed = "- ~~8 Jun~~ 3 Jun: Petra signs the protocol\n- Jonas: quote, 20 May\n- ~~on Fri 5 May~~ 10 May\n"
    plan = plan_of(NOTES.format(f"## Next steps\n{listed}"))
    assert [(one.owner.value, one.done) for one in plan.next_steps] == [("Petra", False), ("Jonas", False)]


def test_a_name_before_a_comma_owns_a_step() -> None:
    listed = "- Petra, comments on the quote, 20 May\n- Petra + Jonas, write the paper, 4 June\n"
    assert [owner for _, owner, _, _ in steps(f"## Next steps\n{listed}")] == ["Petra", "Petra + Jonas"]


@pytest.mark.parametrize("arrow", ["->", "→", "=>"])
def test_lines_that_arrows_lead_are_steps(arrow: str) -> None:
    lines = (
        f"{arrow} price to lars by thurs noon",
        f"{arrow} ring the mill re the reel",
        f"{arrow} Petra sends the notes",
    )
    plan = plan_of(NOTES.format("\n".join(lines)))
    assert len(plan.next_steps) == len(lines)


def test_lines_that_arrows_lead_below_another_heading_are_none() -> None:
    told = "why they wrote\n-> 3 people retype every form\n-> the mill wants 2 new lines in 2027\n"
    assert not plan_of(NOTES.format(told)).next_steps


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Petra is going to ring the mill and ask. It rained.", "Petra is going to ring the mill and ask"),
        ("It rained. And I have to look up what they pay for it.", "I have to look up what they pay for it"),
        ("Lars in the bid team is to write it up, by Friday 22 May.", "is to write it up"),
        ("The mill is shut and dusty\nJonas will bring the reel by 22 May\nnobody minded", "Jonas will bring the reel"),
    ],
)
def test_running_notes_say_what_somebody_has_to_do(text: str, words: str) -> None:
    plan = plan_of(NOTES.format(text))
    assert [one.passage.text.startswith(words[:20]) for one in plan.next_steps] == [True], plan.next_steps


@pytest.mark.parametrize(
    "text", ["Norwood has to report its waste by law.", "We have to be careful here.", "Spoke to Petra in the office."]
)
def test_what_a_company_must_and_what_happened_is_no_step(text: str) -> None:
    assert not plan_of(NOTES.format(text)).next_steps


def test_the_next_call_is_no_step() -> None:
    told = "## Next steps\n- Petra: send the reel, 20 May\n\nPróxima visita marcada: 24 de mayo, con Petra.\n"
    assert [one.passage.text for one in plan_of(NOTES.format(told)).next_steps] == ["send the reel"]


def test_a_table_of_calls_alone_holds_no_steps() -> None:
    rows = "| Date | What | Who |\n|-|-|-|\n| 2026-05-02 | Annual review | Jonas |\n| 2026-06-11 | {} | Jonas |\n"
    assert not plan_of(NOTES.format("## History\n\n" + rows.format("Erstbesuch Halle 2"))).next_steps
    told = plan_of(NOTES.format("## Next steps\n\n" + rows.format("Send Petra the reel"))).next_steps
    assert len(told) == 2


def test_a_day_alone_is_no_step() -> None:
    told = plan_of(NOTES.format("**Next step:** Jonas sends the reel\n**Next step date:** 2026-06-08\n")).next_steps
    assert [one.passage.text for one in told] == ["Jonas sends the reel"]
