"""The account of a plan that no label names: from the first lines, of two parties, in full."""

import pytest
from planning import plan_of

from advancelint.plan import account_names, companies
from advancelint.plan.model import Field
from advancelint.plan.vocabulary import vocabulary
from advancelint.source import Span

MAIL = "{0}From: Odette Farrow\n{0}To: Bas\n{0}Subject: Norwood Mills – what we said\n\nHi,\n\nText.\n"
TABLE = "| Step | Norwood | Tallow |\n|---|---|---|\n| a | Ana | Ben |\n"
MAP = "---\ntype: mutual-plan\n---\n# {}\n\n## {}\n\nless waste\n\n" + TABLE


@pytest.mark.parametrize(
    ("title", "account"),
    [
        ("Norwood log 2026 (newest at bottom)", "Norwood"),
        ("Norwood Mills: visit log 2026", "Norwood Mills"),
        ("2026-06-02 First Norwood Bank discovery call", "First Norwood Bank"),
        ("OPP 26-031 Norwood Cheese Imports", "Norwood Cheese Imports"),
        ("OPP Norwood Gin", "Norwood Gin"),
        ("Norwood Pharma Wed 2 Dec '26, 9.30", "Norwood Pharma"),
        ("Norwood Oats. account plan 2027 (draft, Hattie)", "Norwood Oats"),
        ("Norwood General: visit Mon 14 Sept 2026", "Norwood General"),
        ("Norwood Whisky Society - debrief of Tuesday (17 Nov)", "Norwood Whisky Society"),
        ("Norwood Cheese Co. - call, 2 June 2026", "Norwood Cheese Co."),
        ("Opportunity 2231", ""),
        ("Norwood Bottle Coffee: visit, 2 June 2026", "Norwood Bottle Coffee"),
        ("Norwood Point call, 2 June 2026", "Norwood Point"),
        ("Deal Castle Inns - prep, 2 June 2026", "Deal Castle Inns"),
        ("3M: call prep", "3M"),
        ("Studio 54: call prep", "Studio 54"),
        ("Norwood Hotel 1898: call prep", "Norwood Hotel 1898"),
        ("Black Friday Norwood Ltd: call prep", "Black Friday Norwood Ltd"),
        ("Opportunity Norwood Ltd: call prep", "Opportunity Norwood Ltd"),
    ],
)
def test_a_head_names_the_account_without_the_sort_of_document_and_its_day(title: str, account: str) -> None:
    text = f"# {title}\n\n**Attendees:** Petra Vogt (buyer)\n\n**Objective:** Petra signs the form by 3 June\n"
    plan = plan_of(text)
    assert plan.account.value == account
    span = plan.account.span
    assert text[span.start : span.end] == account


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("Bas, it went well at Sandhurst Dental yesterday.", "Sandhurst Dental"),
        ("Note to self\n\nOrre Sailmakers tomorrow, 9am, in the loft.", "Orre Sailmakers"),
        ("Rang Bluebell Nursery at lunch.", "Bluebell Nursery"),
        ("Tues 7 July. With Ana Ruiz all day.", ""),
        ("We talked about Ana + Ben. Racking is fine.", ""),
        ("PLANNER\n\nHCP: Dr. Elise Lowe, rheumatologist, Marlow Street Clinic", "Marlow Street Clinic"),
        ("# Notes\n\nThey buy from Orre Ltd or Tann Ltd.", ""),
        ("# Notes\n\nwith Nora Falk (Ashcombe Trust)", ""),
        ("# Field plan, week 14\n\nAundh Clinic first.", ""),
    ],
)
def test_the_first_lines_name_the_account_where_nothing_else_does(text: str, account: str) -> None:
    assert plan_of(f"---\ntype: call-notes\n---\n{text}\n").account.value == account


@pytest.mark.parametrize("quoted", ["", "> "])
def test_the_subject_of_a_mail_names_it_quoted_or_not(quoted: str) -> None:
    assert plan_of("---\ntype: call-notes\n---\n" + MAIL.format(quoted)).account.value == "Norwood Mills"


@pytest.mark.parametrize(
    ("title", "part", "account"),
    [
        ("Joint plan: Norwood Mills & Tallow Systems", "What Norwood gets", "Norwood Mills"),
        ("Joint plan: Tallow Systems & Norwood Mills", "What Norwood gets", "Norwood Mills"),
        ("How Norwood Mills and Tallow get to a start", "Aim", "Norwood Mills"),
        ("Joint plan: Harrow & Dunn", "Aim", ""),
    ],
)
def test_of_two_parties_that_stand_apart_the_one_that_gains_is_the_account(title: str, part: str, account: str) -> None:
    assert plan_of(MAP.format(title, part)).account.value == account


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("# Deal: Norwood Haulage\n\nNorwood Haulage Ltd pays late.", "Norwood Haulage Ltd"),
        ("# Deal: Solvane\n\nSolvane Foods is big.", "Solvane Foods"),
        ("# Deal: Solvane\n\nSolvane Foods and Solvane Logistics are two.", "Solvane"),
        ("# Deal: Norwood Haulage\n\nNorwood Haulage Group pays late.", "Norwood Haulage"),
    ],
)
def test_a_name_is_taken_with_its_end_where_the_text_has_it(text: str, account: str) -> None:
    assert plan_of("---\ntype: deal-plan\n---\n" + text).account.value == account


@pytest.mark.parametrize(
    ("text", "path", "account"),
    [
        ("# Thoughts\n\nWe were with Castlemoor all day. It has lost people.", "castlemoor_recap.md", "Castlemoor"),
        (
            "pasted from the channel. - Olu\n\noff with Gail (CISO at Marrow & Pike)",
            "deal-marrow-pike.md",
            "Marrow & Pike",
        ),
        ("Tel w/ Hollis Moor Estates, 2 Sept 26, 25 mins\n\nspoke to Danuta", "tc.md", "Hollis Moor Estates"),
        ("# Sheet: Cold Moor Storage\n\n| Part | 0-3 |\n|---|---|\n| Account | 1 |\n", "n.md", "Cold Moor Storage"),
        ("# Norwood Mills\n\nWe were with Castlemoor all day.", "castlemoor_recap.md", "Norwood Mills"),
    ],
)
def test_the_name_of_the_file_helps_where_the_head_names_nobody(text: str, path: str, account: str) -> None:
    assert plan_of(f"---\ntype: deal-plan\n---\n{text}\n", path).account.value == account


def test_a_company_behind_a_name_in_the_head_of_a_mail_is_the_account_where_it_is_the_only_one() -> None:
    mail = (
        "---\ntype: call-notes\n---\nFrom: Olu\nSubject: FW: Demo\n\nsee below\n\n> From: Ana Stann ({})\n> Thanks.\n{}"
    )
    assert plan_of(mail.format("Bellmoor Freight", "")).account.value == "Bellmoor Freight"
    assert plan_of(mail.format("Bellmoor Freight", "> To: Olu (Tann AG)\n")).account.value == ""


def test_a_joint_plan_may_have_no_title() -> None:
    text = "---\ntype: map\naccount: Norwood\n---\n| Step | Norwood | Tallow |\n|---|---|---|\n| a | Ana | Ben |\n"
    assert plan_of(text).account.value == "Norwood"


def test_a_company_ends_where_its_sentence_does() -> None:
    text = (
        "---\ntype: call-plan\n---\nCALL SHEET / phone / Fri 4 Dec 2026\n\n**Who's on the line?**\n"
        "Desmond Pell, buyer at Fenmarsh Homes. His QS, Lorna Tibbs.\n"
    )
    text += "\n**What is the point of the call?**\nHe names a day.\n"
    assert plan_of(text, "fenmarsh-call.md").account.value == "Fenmarsh Homes"


def test_letters_in_brackets_are_left_out_where_they_are_the_names_own() -> None:
    assert companies.same_company("Norwood (N)", "Norwood Mills", vocabulary())
    assert companies.same_company("Norwood Mills (NM)", "Norwood", vocabulary())
    assert not companies.same_company("Norwood (UK)", "Norwood (US)", vocabulary())


def test_the_account_alone_below_its_heading_is_told_by_the_heading() -> None:
    found = plan_of("---\ntype: call-plan\n---\n# Call\n\n## Account\n\nNorwood Mills\n").account
    assert (found.value, found.surface) == ("Norwood Mills", "heading")


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Norwood Mills visit 2026", "Norwood Mills"), ("Norwood 2026", "Norwood 2026"), ("Studio 54", "Studio 54")],
)
def test_a_year_behind_the_sort_of_document_is_no_part_of_the_account(name: str, bare: str) -> None:
    assert account_names.bare(Field(name, name, Span(0, len(name)), "title"), vocabulary()).value == bare
