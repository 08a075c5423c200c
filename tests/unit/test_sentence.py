"""What is said of one sentence outside any plan: the forced choice, who acts, and the verdicts agree."""

import pytest
from building import reading

from advancelint.catalog import load_rules
from advancelint.engine.sentence import judge_sentence, plan_of_reading
from advancelint.reading import read
from advancelint.source import Passage

WORDS = "Lena sends the log"


@pytest.mark.parametrize(
    ("facets", "advance", "actor", "verdict"),
    [
        ({}, True, "client", ("good",)),
        ({"actor": "both"}, True, "both", ("good",)),
        ({"actor": "seller", "client_action": "none"}, False, "seller", ("not_an_advance",)),
        ({"actor": "unknown", "client_action": "none"}, False, "none", ("not_an_advance",)),
        ({"client_action": "mental"}, False, "client", ("not_an_advance",)),
        ({"client_action": "none", "construction": "topic"}, False, "none", ("too_general", "not_an_advance")),
        ({"client_action": "none", "vague": "phrase"}, False, "client", ("too_general", "not_an_advance")),
        ({"object": "indefinite"}, True, "client", ("too_general",)),
        ({"vague": "phrase"}, True, "client", ("good",)),
    ],
)
def test_a_sure_reading_is_believed(
    facets: dict[str, str], advance: bool, actor: str, verdict: tuple[str, ...]
) -> None:
    found = judge_sentence((), reading(WORDS, "high", 0, **facets))
    assert (found.tier, found.advance, found.actor, found.verdict) == ("silent", advance, actor, verdict)


@pytest.mark.parametrize(
    ("p_advance", "construction", "kind", "advance", "actor"),
    [
        (0.5, "subject-verb", "none", True, "client"),
        (0.4, "subject-verb", "act", False, "client"),
        (0.4, "nominal", "act", False, "none"),
        (0.4, "fragment", "act", False, "none"),
        (0.4, "nominal", "mental", False, "client"),
    ],
)
def test_of_an_unsure_one_what_is_likelier(
    p_advance: float, construction: str, kind: str, advance: bool, actor: str
) -> None:
    unsure = reading(WORDS, "low", construction=construction, client_action=kind)._replace(p_advance=p_advance)
    found = judge_sentence((), unsure)
    assert (found.advance, found.actor) == (advance, actor)


def test_what_comes_too_early_is_unrealistic_and_has_the_tier_of_its_worst_finding() -> None:
    contract = read(Passage.plain("Lund signs the contract by 12 June 2026"))
    early = judge_sentence(load_rules(), contract, stage="engage", client=("Lund",))
    assert early.advance
    assert "unrealistic" in early.verdict
    assert early.tier in ("error", "warning")
    assert any(code.startswith("RE") for code in early.codes)
    assert "unrealistic" not in judge_sentence(load_rules(), contract, stage="close", client=("Lund",)).verdict


def test_known_names_are_people_of_either_side_of_the_plan_around_a_sentence() -> None:
    plan = plan_of_reading(read(Passage.plain("Ana signs")), "", ["Ana"], ["Jo"])
    assert [(one.name, one.side) for one in plan.people] == [("Ana", "client"), ("Jo", "seller")]
