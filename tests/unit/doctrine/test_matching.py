"""Acts are recognised in asks and in records, whatever the wording; unsure is no match."""

import pytest

from advancelint.doctrine.matching import NOBODY, Cast, act_asked, acts_recorded
from advancelint.reading import Scene, read
from advancelint.source import Passage


def asked(text: str, *names: str, cast: Cast = NOBODY) -> str:
    return act_asked(read(Passage.plain(text), Scene(client=frozenset(names))), cast)


def recorded(text: str, cast: Cast = NOBODY) -> set[tuple[str, str]]:
    return {(found.act, found.status) for found in acts_recorded(text, cast)}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Omar signs the NDA by Friday", "sign_nda"),
        ("Get Omar to countersign the confidentiality agreement", "sign_nda"),
        ("Ana's team flies to our Lyon plant on 2 June", "visit_seller_plant"),
        ("Svea edits and accepts the joint plan by 9 June", "agree_mutual_plan"),
        ("Petra names who signs above EUR 50k by 8 May", "name_signatory"),
        ("Wilma sends the list of people who sign the contract by 8 May", ""),
        ("Kirsten signs the visitor book", ""),
        ("We demonstrate the module to Birgit", ""),
        ("Gil cancels the old order of gloves", ""),
    ],
)
def test_an_ask_is_what_its_main_verb_asks(text: str, act: str) -> None:
    assert asked(text) == act


def test_a_role_behind_a_name_counts() -> None:
    cast = Cast({"lund": ("=economic_buyer",)}, frozenset())
    assert asked("Joe gets us 20 minutes with Lund by 2 June", "joe", "lund", cast=cast) == "introduce_economic_buyer"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NDA signed on 12 February", {("sign_nda", "done")}),
        ("Petra wrote 12 % less gas as the pass mark and named Jory project lead",
         {("co_write_success_criteria", "done"), ("assign_project_lead", "done")}),
        ("nobody has signed the contract", {("sign_contract", "denied")}),
        ("he will send the drawings next week", {("share_requirements", "promised")}),
        ("They asked whether a pilot could be run in autumn", set()),
        ("if the budget is approved they will order", set()),
        ("the competitor ran a pilot in March", set()),
        ("our director signed the contract", set()),
    ],
)  # fmt: skip
def test_a_record_tells_done_promised_and_denied_apart(text: str, expected: set[tuple[str, str]]) -> None:
    assert recorded(text) == expected


def test_the_sellers_names_are_not_the_client() -> None:
    assert recorded("Ana signed the NDA", Cast({}, frozenset(("ana",)))) == set()


def test_a_hostile_line_is_read_in_time() -> None:
    assert recorded("signed and " * 3_000) == set()
