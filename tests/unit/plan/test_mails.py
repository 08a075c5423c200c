"""The account in the subject of a mail."""

import pytest

from advancelint.plan import greetings, mails, titles
from advancelint.plan.vocabulary import vocabulary

MAIL = "From: Lena Osterkamp\nTo: Milo Ferrant\nSubject: {}\n\nHi,\n\nsee below.\n"


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("RE: RE: FW: Norwood Mills – belts 2026", "Norwood Mills"),
        ("Norwood Mills x Brandt - what we said today", "Norwood Mills"),
        ("handover Norwood Mills - from Monday", "Norwood Mills"),
        ("Norwood, before Thursday", "Norwood"),
        ("see you tomorrow", ""),
    ],
)
def test_the_subject_names_the_account(subject: str, name: str) -> None:
    assert mails.account(MAIL.format(subject), vocabulary(), "notes", ()).value == name


def test_a_subject_without_a_sender_is_no_mail() -> None:
    assert mails.account("Subject: Norwood Mills – belts\n\nText\n", vocabulary(), "notes", ()).value == ""


def test_a_sentence_behind_the_name_of_a_title_is_no_part_of_it() -> None:
    assert titles.parts("Norwood Mills. First visit", vocabulary())[0] == "Norwood Mills"
    assert titles.parts("St. Brigid Hospital", vocabulary()) == ["St. Brigid Hospital"]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Hi Otto,", ""),
        ("hi all, quick one before Friday", "quick one before Friday"),
        ("Ana visits the Delhi office:", "Ana visits the Delhi office:"),
        ("Begin the mail with hello Ana,", "Begin the mail with hello Ana,"),
    ],
)
def test_only_what_leads_a_line_greets(line: str, rest: str) -> None:
    assert greetings.without(line) == rest


@pytest.mark.parametrize(
    "text",
    [
        "From: Jo Berg, Tallow\nTo: Ana Ruiz, Norwood Mills\n\nHi Ana,\n",
        "From: Jo Berg (Tallow)\nTo: Ana Ruiz (Norwood Mills)\n\nHi Ana,\n",
        "To: Ana Ruiz (Norwood Mills)\n\nHi Ana,\n",
    ],
)
def test_the_company_behind_whoever_a_mail_is_to_is_told_by_the_head(text: str) -> None:
    found = mails.company(text, vocabulary())
    assert (found.value, found.surface) == ("Norwood Mills", "label")
    assert text[found.span.start : found.span.end] == "Norwood Mills"
