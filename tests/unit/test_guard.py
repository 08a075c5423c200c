"""What a check of somebody else's returned is looked at before it is relied on: places, facts, changes."""

import pytest

from advancelint.api import Change, Finding
from advancelint.cards import load_card
from advancelint.engine.guard import checked_findings
from advancelint.limits import FaultError
from advancelint.source import Span

TEXT = "Vesna signs it"
RULE = load_card(
    "ZZ101-a-rule.yaml",
    """\
code: ZZ101
name: a-rule
summary: Sums it up.
family: plan
severity: error
on: objective
when: {actor: seller}
message: says so
why: it is so
examples:
  flagged: [{text: one}]
  clean: [{text: two}]
""",
)


@pytest.mark.parametrize("span", [Span(0, 0), Span(0, 5), Span(6, len(TEXT)), Span(len(TEXT), len(TEXT))])
def test_a_place_inside_of_the_text_is_taken(span: Span) -> None:
    assert [one.span for one in checked_findings([Finding(span, {})], TEXT, RULE)] == [span]


@pytest.mark.parametrize("span", [(0, 5), Span(-1, 5), Span(0, len(TEXT) + 1), Span(5, 4), None])
def test_a_place_that_is_none_or_outside_is_a_fault(span: object) -> None:
    for finding in (Finding(span, {}), Finding(Span(0, 5), {}, (Change(span, "x"),))):  # type: ignore[arg-type]
        with pytest.raises(FaultError, match="a place is a Span inside of the text, which has 14 characters"):
            list(checked_findings([finding], TEXT, RULE))


def test_changes_that_the_card_has_no_fix_for_are_a_fault() -> None:
    finding = Finding(Span(0, 5), {}, (Change(Span(0, 5), "Birgit"),))
    with pytest.raises(FaultError, match="the card has no “fix” that takes them"):
        list(checked_findings([finding], TEXT, RULE))


def test_a_thousand_findings_in_one_part_are_taken_and_one_more_is_a_fault() -> None:
    found = [Finding(Span(0, 5), {})] * 1_000
    assert len(list(checked_findings(found, TEXT, RULE))) == 1_000
    with pytest.raises(FaultError, match="more than 1000 things"):
        list(checked_findings([*found, *found[:1]], TEXT, RULE))
