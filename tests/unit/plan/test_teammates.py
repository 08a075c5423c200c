"""Our people at the head of a plan, and beside its author."""

from __future__ import annotations

import pytest
from planning import plan_of

TABLE = "\n\n## People\n\n| Name | Title |\n|---|---|\n| Tomas Berg | CFO |\n"
HEAD = "# Norwood Mills – account plan\n\n{}" + TABLE
NOTE = "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Norwood Mills\n\n{}\n"


def sides(text: str) -> dict[str, str]:
    return {one.name: one.side for one in plan_of(text).people}


@pytest.mark.parametrize(
    "head",
    [
        "Account owner: Olga Brandt. Spares: Ravi Nair. Updated 4 May 2026.",
        "**AE** Olga Brandt **SE** Ravi Nair",
        "Newest first. AE Olga Brandt, SE Ravi Nair. Stage: Discovery",
    ],
)
def test_a_sellers_title_or_a_work_beside_the_owner_is_one_of_ours(head: str) -> None:
    assert sides(HEAD.format(head)) == {"Olga Brandt": "seller", "Ravi Nair": "seller", "Tomas Berg": "client"}


@pytest.mark.parametrize("head", ["Account owner: Olga Brandt. Sponsor: Ines Moro.", "Spares: Ines Moro."])
def test_a_sponsor_or_a_work_beside_nobody_is_none(head: str) -> None:
    assert sides(HEAD.format(head)).get("Ines Moro") != "seller"


def test_a_list_goes_on_with_ours_behind_the_first_name_of_its_author() -> None:
    told = sides(
        NOTE.format("Written by: Olga Brandt\nPresent: Tomas Berg (CFO), Ines Moro (quality), Olga, Ravi Nair")
    )
    assert told == {"Olga Brandt": "seller", "Tomas Berg": "client", "Ines Moro": "client", "Ravi Nair": "seller"}


def test_whom_we_are_brought_to_is_the_clients() -> None:
    told = sides(NOTE.format("Tomas Berg wants to introduce us to Ines Moro, the CFO."))
    assert told["Ines Moro"] == "client"


def test_a_name_at_the_end_of_a_line_within_a_sentence_signs_nothing() -> None:
    text = "who: Ines Moro (owner)\n\nCounts went up in spring. Ines\nhas had one letter already. I go on Monday."
    (one,) = plan_of(NOTE.format(text)).people
    assert (one.apparent_side, one.wrote) == ("client", False)


def test_a_term_lists_its_people_below() -> None:
    told = sides(NOTE.format("Them\n: Tomas Berg, CFO\n: Ines Moro, buyer\n\nUs\n: Olga Brandt\n: Ravi Nair, product"))
    assert [told[name] for name in ("Tomas Berg", "Ines Moro", "Olga Brandt", "Ravi Nair")] == ["client"] * 2 + [
        "seller"
    ] * 2


def test_a_bracket_behind_their_people_names_them_all() -> None:
    told = sides(NOTE.format("Tomas Berg is CFO. He gave us his fitters instead (Ines Moro, Bela Konz)."))
    assert (told["Ines Moro"], told["Bela Konz"]) == ("client", "client")
