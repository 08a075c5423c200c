"""The account in the subject of a mail."""

import pytest

from advancelint.plan import mails, titles
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
