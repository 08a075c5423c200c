"""Small signs by which names of people and companies are found, and the places of what is found."""

import pytest
from planning import plan_of

from advancelint.markdown import parse
from advancelint.plan import Known, understand, written
from advancelint.plan.filed import client
from advancelint.plan.mails import account
from advancelint.plan.phrased import gained_by
from advancelint.plan.published import published, published_part
from advancelint.plan.vocabulary import vocabulary
from advancelint.source import Source

DEAL = "---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\n"
FULL = (
    "---\ntype: account-plan\naccount: Norwood\n---\n# Norwood\n\n## People\n- Ines Lund, CFO\n\n"
    "## Next steps\n- Ines Lund sends the log by 12 June\n\n"
    "## 2026-05-12 First visit\n**Objective:** Ines Lund names a day.\n**Outcome:** continuation. She liked it.\n"
)
MAIL = "From: Ana Orre\nTo: Jo\nDate: Wed, 7 Oct 2026 18:02\nSubject: Norwood Dairy – notes from the call\n\n"


@pytest.mark.parametrize(
    ("kind", "among", "words"),
    [
        ("call", "calls", "## 2026-05-12 First visit"),
        ("objective", "objectives", "**Objective:** Ines Lund names a day."),
        ("next_step", "next_steps", "- Ines Lund sends the log by 12 June"),
        ("outcome", "outcomes", "**Outcome:** continuation. She liked it."),
        ("person", "people", "- Ines Lund, CFO"),
    ],
)
def test_a_part_is_published_as_it_is_in_the_whole_with_its_line(kind: str, among: str, words: str) -> None:
    source = Source.of("plan.md", FULL)
    plan = understand(source, parse(source), Known(as_of="2026-06-01"))
    (part,) = published(plan, source)[among]
    assert published_part(plan, kind, 0, source) == part
    assert FULL.splitlines()[part["line"] - 1] == words


def test_the_day_of_a_mail_stands_where_its_span_says() -> None:
    found = written.find(MAIL, vocabulary(), "2026-06-01")
    assert (found.day, MAIL[found.span.start : found.span.end]) == ("2026-10-07", "7 Oct 2026")


def test_the_subject_of_a_mail_states_the_account_as_a_label_does() -> None:
    found = account(MAIL, vocabulary(), "notes", ())
    assert (found.value, found.surface) == ("Norwood Dairy", "label")


@pytest.mark.parametrize(("name", "found"), [("Holme", "Holme Dairy"), ("Holm", "")])
def test_one_word_of_a_files_name_has_to_have_five_letters(name: str, found: str) -> None:
    text = f"Memo\n\njust came out of {name} Dairy, the farm past Ark"
    place = client(text, f"{name.lower()}-van-memo.md", vocabulary())
    assert text[place.start : place.end] == found


@pytest.mark.parametrize(
    ("label", "party"),
    [
        ("What is in it for the print shop", "print shop"),
        ("Value for the plant", "plant"),
        ("Value for money", ""),
    ],
)
def test_who_gains_may_have_two_words(label: str, party: str) -> None:
    assert gained_by(label) == party


def test_a_table_of_days_and_people_is_none_of_parties() -> None:
    rows = "|---|---|\n| Norwood | Petra Hollins |\n| Seller | Owen Slade |\n"
    for head, sides in (("Party", ["client", "seller"]), ("Date", ["unknown", "unknown"])):
        plan = plan_of(f"{DEAL}## Visits\n\n| {head} | Attendees |\n{rows}")
        assert [one.side for one in plan.people] == sides


@pytest.mark.parametrize(("met", "found"), [("Selkirk Robotics", "Selkirk Robotics"), ("Ines Lund", "")])
def test_a_company_that_a_call_is_with_is_the_account_and_a_person_is_not(met: str, found: str) -> None:
    text = f"Call: demo with {met}, Friday 22 May\nObjective: she signs the form by 12 June\nFallback: names a day\n"
    assert plan_of(text).account.value == found


def test_front_matter_tells_the_roles_of_people() -> None:
    people = "people:\n  - name: Ines Lund\n    role: head of workshops\n  - name: Jo Casale\n    title: buyer\n"
    plan = plan_of(DEAL.replace("account: Norwood\n", f"account: Norwood\n{people}"))
    assert [(one.name, one.role) for one in plan.people] == [("Ines Lund", "head of workshops"), ("Jo Casale", "buyer")]


def test_a_first_name_of_two_letters_gets_its_last_name_from_the_text() -> None:
    notes = DEAL.replace("deal-plan", "call-notes\ndate: 2026-06-10")
    plan = plan_of(f"{notes}## Attendees\n\n- Bo\n\n## Notes\n\nBo Brandt runs the lab.\n")
    assert [one.name for one in plan.people] == ["Bo Brandt"]
