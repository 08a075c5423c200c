"""Lists and headings in the marks of other tools, and of people who use none."""

from planning import plan_of

CALL = "# Call plan: Norwood, 9 June 2026\n\n**With:** Ana Ruiz (Norwood)\n\n"


def objectives(text: str) -> list[tuple[str, str]]:
    return [(one.rank, one.passage.text) for one in plan_of(CALL + text).objectives]


def steps(text: str) -> list[tuple[str, bool]]:
    return [(one.passage.text, one.done) for one in plan_of(CALL + text).next_steps]


def test_a_box_of_a_note_taking_tool_is_a_heading_with_its_text() -> None:
    assert objectives("> [!target] Objective\n> Ana signs the test plan\n") == [("primary", "Ana signs the test plan")]
    assert objectives("> [!quote] Objective\n> Ana signs the test plan\n") == []


def test_a_box_ends_with_its_quote() -> None:
    assert objectives("> [!tip] Fallback\n> Ana names the signer\n\nSomething else.\n") == [
        ("fallback", "Ana names the signer")
    ]


def test_lines_with_arrows_are_a_list_below_their_first_line() -> None:
    assert steps("Next steps\n→ print the sheet\n→ call the depot\n") == [
        ("print the sheet", False),
        ("call the depot", False),
    ]


def test_an_arrow_stands_for_a_colon() -> None:
    assert objectives("Call objective → Ana signs the test plan\n") == [("primary", "Ana signs the test plan")]


def test_numbered_headings_in_capitals_are_headings() -> None:
    assert steps("1. RISKS\n\n- the budget\n\n2. NEXT STEPS\n\n- print the sheet\n\n3. NOTES\n\n- none\n") == [
        ("print the sheet", False)
    ]


def test_lines_that_end_with_who_or_when_are_a_list() -> None:
    found = steps("## Next steps\n\nPrice letter – Jo – 9 June\nOrg chart – Ana – 12 June\n")
    assert [text for text, _ in found] == ["Price letter", "Org chart"]


def test_what_was_called_off_or_struck_out() -> None:
    text = "## Next steps\n\n- [-] book the hotel\n- ~~order the samples~~ done\n- print the sheet\n"
    assert steps(text) == [("order the samples", True), ("print the sheet", False)]


def test_a_comment_of_a_note_taking_tool_is_not_read() -> None:
    assert objectives("%% Objective: close the deal %%\n") == []


def test_a_bold_row_divides_a_table_and_is_no_step() -> None:
    text = (
        "## Next steps\n\n| Step | Who | By |\n|---|---|---|\n| **Phase 1** | | |\n"
        "| Sign the NDA | Ana | 12 June 2026 |\n"
    )
    assert [text for text, _ in steps(text)] == ["Sign the NDA"]


def test_a_bold_line_with_a_date_anywhere_heads_a_call() -> None:
    plan = plan_of(
        "# Deal: Norwood\n\n**Stage:** Proposal\n\n**A) Ana Ruiz, Tue 3 March 2026, phone**\nObjective: Ana signs.\n\n"
        "**B) Ben Ito, Tue 10 March 2026, Basel**\nObjective: Ben signs.\n"
    )
    assert [one.date.value for one in plan.calls] == ["2026-03-03", "2026-03-10"]
    assert [one.call for one in plan.objectives] == [0, 1]


def test_lines_that_say_who_does_what_change_no_section() -> None:
    text = (
        "---\ntype: call-notes\naccount: Norwood\n---\n## Outcome\n\nOlga signed\n\n"
        "## Else\n\nme: print the sheets by 20 May\nOlga: find the key\n\n- Tom signs it by 21 May\n"
    )
    assert [one.passage.text for one in plan_of(text).outcomes] == ["Olga signed"]


def test_capitals_head_a_goal_and_its_fallback() -> None:
    body = "GOAL\nOlga signs the test plan\n\nREPLI\nOlga tests two samples"
    plan = plan_of(f"---\ntype: call-plan\naccount: Norwood\n---\n# Norwood\n\n{body}\n")
    assert [(one.passage.text, one.rank) for one in plan.objectives] == [
        ("Olga signs the test plan", "primary"),
        ("Olga tests two samples", "fallback"),
    ]
