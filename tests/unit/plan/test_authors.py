"""Who wrote a plan, and to whom."""

import pytest
from planning import plan_of

FRONT = "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n"
NOTE = FRONT + "{}\n\n## Notes\n\nOlga Brandt, CFO, came.\n{}\n"
MAIL = FRONT + "{}\nSubject: Norwood Mills, our visit\n\n{}\n\n{}\n\n## Next steps\n\n- send the samples\n"
SAID_TO = "You asked for a trial and your team has a date. You will have it."
SAID_OF = "She asked for a trial and her team has a date. They want it."


def sides(text: str) -> dict[str, str]:
    return {one.name: one.side for one in plan_of(text).people}


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        ("# Norwood Mills - running log (Bec Mullin)", "", "Bec Mullin"),
        ("# NORWOOD - what we know (Zola, updated 2 May)", "", "Zola"),
        ("# Trip report wk 19 — A. Brzoska — seats", "", "A. Brzoska"),
        ("# Norwood\n\nLast update 5 May 2026 (Ines)", "", "Ines"),
        ("# Norwood\n\nNewest first. – Nell Harding", "", "Nell Harding"),
        ("# Norwood", "\nThat is all.\n\n— Callum", "Callum"),
        ("# Norwood", "\nThat is all.\n\nThea Okoro", "Thea Okoro"),
        ("# Norwood", "\nMarion\n\nMarion Ashby | Fernhill Consulting", "Marion Ashby"),
        ("NORWOOD MILLS, Ferrow - Weds 14 Oct 9.15 - Nell\n\nI see them at ten.", "", "Nell"),
        ("Nell / Norwood Mills / call with the CFO\n\nI ring at ten.", "", "Nell"),
        ("# Norwood\n\n9/22, Nell. For the 3pm.", "", "Nell"),
        ("# Norwood\n\nA. Brzoska, 8.11.26", "", "A. Brzoska"),
        ("# Norwood\n\nOpp 26-204 · owner Nell Osgood · £75k", "", "Nell Osgood"),
        ("# Norwood\n\nOwner is Nell Osgood. Value 164k over two years.", "", "Nell Osgood"),
        ("# Norwood\n\nAuthor: J. Brzoska, process heat", "", "J. Brzoska"),
        ("# Norwood\n\n**Sheet owner** Thea Okoro, consultant", "", "Thea Okoro"),
        ("# Norwood\n\nRédigé par Thea Okoro, secteur Est", "", "Thea Okoro"),
        ("# Norwood\n\nKeeper: Ines van den Hoek. Short on purpose.", "", "Ines van den Hoek"),
        ("# Norwood\n\nNell's running file. Newest on top.", "", "Nell"),
        ("# Norwood\n\nCall record of the mill / kept by Zola, typed on the train", "", "Zola"),
        ("# Norwood\n\nThea O., updated 5/1/2026", "", "Thea O."),
        ("# Norwood\n\nI ring her. I think she signs, and I go on Friday.", "\nThat is all.\n\nZoltana", "Zoltana"),
        ("# Norwood\n\nWer ruft an: Thea Okoro", "", "Thea Okoro"),
        ("# Norwood\n\nokay so this is Nell, I am in the van", "", "Nell"),
        ("# Norwood\n\nmémo vite fait, Nell", "", "Nell"),
        ("# Norwood\n\nThinking out loud before Tuesday, 2 pm. Nell.", "", "Nell"),
    ],
)
def test_a_sign_of_the_author_tells_one_of_ours(head: str, foot: str, name: str) -> None:
    assert sides(NOTE.format(head, foot)) == {name: "seller", "Olga Brandt": "client"}


@pytest.mark.parametrize("foot", ["\nDone.", "\nLegal", "\n- Ines\n", "\nBook the room (Tuesday)", "\n> Thea Okoro"])
def test_other_last_lines_name_no_author(foot: str) -> None:
    assert "seller" not in sides(NOTE.format("# Norwood (call notes)", foot)).values()


@pytest.mark.parametrize(
    ("head", "greeting", "body", "expected"),
    [
        (
            "To: Olga Brandt; Tomas Berg\nCc: Ravi Nair",
            "Dear Olga, dear Tomas,",
            SAID_TO,
            ("client", "client", "seller"),
        ),
        ("To: Olga Brandt; Tomas Berg\nCc: Ravi Nair", "Hi Olga, hi Tomas,", SAID_OF, ("seller", "seller", "seller")),
    ],
)
def test_a_mail_tells_by_its_words_who_reads_it(head: str, greeting: str, body: str, expected: tuple[str, ...]) -> None:
    assert sides(MAIL.format(head, greeting, body)) == dict(
        zip(("Olga Brandt", "Tomas Berg", "Ravi Nair"), expected, strict=True)
    )


def test_in_copy_of_a_french_mail_to_the_client_are_ours() -> None:
    head = "De: Thea Okoro\nÀ: Olga Brandt\nCopie: Ravi Nair"
    text = MAIL.format(head, "Bonjour Olga,", "vous signez votre plan. Merci pour votre accueil.")
    assert sides(text) == {"Thea Okoro": "seller", "Olga Brandt": "client", "Ravi Nair": "seller"}


def test_a_greeting_alone_names_readers() -> None:
    text = NOTE.format("# Norwood\n\nHi Olga, hi Tomas,\n\n" + SAID_TO, "")
    assert sides(text) == {"Olga Brandt": "client", "Tomas": "client"}


def test_your_customer_is_said_to_a_colleague() -> None:
    text = MAIL.format("To: Ravi Nair", "Ravi, this is your customer and you know them.", SAID_TO)
    assert sides(text)["Ravi Nair"] == "seller"


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("- me: send the sheet by 2 June", "me"),
        ("- I will send the sheet by 2 June", "Thea Okoro"),
        ("- me + Olga: agree the sheet by 2 June", "me + Olga"),
        ("- Olga: send the sheet by 2 June", "Olga"),
    ],
)
def test_what_i_do_is_done_by_who_wrote_the_plan_and_an_owner_stays_as_written(line: str, owner: str) -> None:
    text = NOTE.format("# Norwood\n\nPrepared by Thea Okoro", f"\n## Next steps\n\n{line}")
    assert [one.owner.value for one in plan_of(text).next_steps] == [owner]
    nobody = NOTE.format("# Norwood", f"\n## Next steps\n\n{line}")
    assert "Thea Okoro" not in plan_of(nobody).next_steps[0].owner.value


@pytest.mark.parametrize(
    ("title", "line"),
    [("Handover Norwood Mills: Ana -> Ben", ""), ("Übergabe Kunde Norwood SE", "von: Ana Ruiz → an: Ben Ito")],
)
def test_who_hands_a_client_over_is_ours_and_so_is_who_takes_it(title: str, line: str) -> None:
    front = "---\ntype: deal-plan\naccount: Norwood Mills\n---\n"
    people = plan_of(f"{front}# {title}\n\n{line}\n\nOlga Brandt, CFO, signs.\n").people
    told = {one.name.split()[0]: (one.side, one.wrote) for one in people}
    assert (told["Ana"], told["Ben"]) == (("seller", True), ("seller", False))


@pytest.mark.parametrize(("signed", "name"), [("H.S.", "H.S."), ("– Ana Ruiz.", "Ana Ruiz")])
def test_a_signature_is_initials_or_a_name_without_its_period(signed: str, name: str) -> None:
    front = "---\ntype: call-notes\naccount: Norwood Mills\n---\n"
    text = f"{front}# Call\n\nOlga wants a trial.\n\n- Send the list\n\nMore soon.\n\n{signed}\n"
    assert name in {one.name for one in plan_of(text).people if one.wrote}


LETTER = "---\ntype: call-notes\naccount: Norwood\n---\n{}\n\n{}\n\n## Next steps\n\n- you: send the price list\n"


@pytest.mark.parametrize(
    "head",
    [
        "# Norwood Mills: Olga -> Bela",
        "# Handover of Norwood Mills, Olga → Bela",
        "Hi Bela,\n\nshe and her team want it.",
    ],
)
def test_you_of_a_letter_to_a_colleague_is_that_colleague(head: str) -> None:
    plan = plan_of(LETTER.format(head, "She asked for a trial. They have a date."), path="handover-norwood.md")
    assert [(one.owner.value, one.side) for one in plan.next_steps] == [("Bela", "seller")]


def test_you_of_a_letter_to_the_client_stay_you() -> None:
    plan = plan_of(LETTER.format("Hi Bela,", "You asked for a trial and your team has a date."))
    assert [(one.owner.value, one.side) for one in plan.next_steps] == [("you", "client")]
