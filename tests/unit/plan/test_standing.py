"""What the second weighing asks of a unit and of those around it."""

import os

import pytest

from advancelint import resources
from advancelint.markdown import parse
from advancelint.plan import Known
from advancelint.plan.build import taken_apart
from advancelint.plan.page import PARTS, Page
from advancelint.plan.standing import KINDS, NAMES, NONE, Odds, Standing
from advancelint.plan.weighing import trees
from advancelint.source import Source

BODY = "# Norwood, 8 June 2026\n\nWe go there.\n\n## Aims\n\n- she signs\n- Mo names a day\n- [x] Bea mails it\n"


def standing(own: list[int], body: str = BODY) -> tuple[Page, Standing]:
    """Return a page and how its units stand, whose odds are ``own`` for everything, from their words alone."""
    source = Source.of("plan.md", body)
    material, _ = taken_apart(source, parse(source), Known(as_of="2026-06-01"))
    page = Page(material.outline, "prep", material.vocabulary, source.text)
    assert len(page.units) == len(own)
    odds = [Odds(one, tuple(one if part == "words" else 0 for part in PARTS)) for one in own]
    return page, Standing(page, dict.fromkeys(KINDS, odds))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (
            0,
            {
                "own": -300, "words": -300, "-1": NONE, "+1": 200, "best-in-group": NONE, "mean-of-group": -1,
                "best-in-block": NONE, "chances-before": 0, "best-of-page": 200, "likelier": 3,
            },
        ),
        (
            2,
            {
                "own": 0, "-1": 200, "+1": -100, "+2": NONE, "best-in-group": 200, "first-of-group": 200,
                "words-of-group": 50, "mean-of-group": (881 + 269) // 2, "chances-before": 47 + 881, "likelier": 1,
                "chances-of-others": 47 + 881 + 269,
            },
        ),
    ],
)  # fmt: skip
def test_a_unit_is_told_by_its_odds_and_those_around_it(number: int, expected: dict[str, int]) -> None:
    _, stands = standing([-300, 200, 0, -100])
    found = dict(zip(NAMES, stands.numbers(number), strict=True))
    for kind in KINDS:
        assert {name: found[f"{kind}:{name}"] for name in expected} == expected


def test_a_unit_is_told_by_its_place_and_what_it_looks_like() -> None:
    _, stands = standing([-300, 200, 0, -100])
    found = dict(zip(NAMES, stands.numbers(3), strict=True))
    assert (found["size-of-group"], found["place-in-group"], found["length"]) == (3, 2, len("Bea mails it"))
    assert (found["boxed"], found["ticked"], found["nested"], found["plan:prep"], found["plan:map"]) == (1, 1, 0, 1, 0)
    assert [name for name in NAMES if name.startswith("surface:") and found[name]] == ["surface:item"]


def test_the_best_of_a_group_has_the_next_one_beside_it() -> None:
    _, stands = standing([-300, 200, 0, -100])
    found = dict(zip(NAMES, stands.numbers(1), strict=True))
    assert found["step:best-in-group"] == 0


def test_the_trees_of_the_lexicon_weigh_each_kind_and_ask_what_there_is() -> None:
    names, grown = resources.trees(os.path.join(resources.folder("lexicon"), "trees.tsv"))
    order, _ = trees()
    assert set(grown) == set(KINDS)
    assert [NAMES[place] for place in order] == list(names)
