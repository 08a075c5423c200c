"""How a document is cut into what may be one goal each."""

import pytest

from advancelint.markdown import parse
from advancelint.plan import Known
from advancelint.plan.build import taken_apart
from advancelint.plan.page import Page
from advancelint.plan.units import units
from advancelint.source import Source

HEAD = "# Norwood, 8 June 2026\n\n"


def cut(body: str) -> list[tuple[str, str]]:
    """Return the units of a preparation behind its title, each with its label."""
    source = Source.of("plan.md", HEAD + body)
    material, _ = taken_apart(source, parse(source), Known(as_of="2026-06-01"))
    return [(one.name, one.words.text) for one in units(material.outline, source.text)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("She signs. Or she names a day.\n", [("", "She signs."), ("", "Or she names a day.")]),
        ("Dr. Amara signs on 12. May, i.e. soon.\n", [("", "Dr. Amara signs on 12. May, i.e. soon.")]),
        ("Gold: she signs\nSilver: she names a day\n", [("Gold", "she signs"), ("Silver", "she names a day")]),
        (
            (
                "We sat in the yard for an hour and looked at the old press with\n"
                "Petra, who runs it, and with two of her fitters, who do not.\n"
            ),
            [
                (
                    "",
                    (
                        "We sat in the yard for an hour and looked at the old press with Petra, who runs it, and "
                        "with two of her fitters, who do not."
                    ),
                )
            ],
        ),
        ("- know who pays\n- a tour of hall 2\n", [("", "know who pays"), ("", "a tour of hall 2")]),
        ("...\n\n- -\n", []),
    ],
)
def test_a_unit_is_a_sentence_an_item_or_a_line_that_was_meant_to_end(
    body: str, expected: list[tuple[str, str]]
) -> None:
    assert cut(body) == expected


def test_units_keep_the_place_of_their_words() -> None:
    source = Source.of("plan.md", f"{HEAD}Best: she *signs* it. Else she names a day.\n")
    material, _ = taken_apart(source, parse(source), Known(as_of="2026-06-01"))
    found = units(material.outline, source.text)
    assert [source.text[one.words.starts[0] : one.words.ends[-1]] for one in found] == [
        "she *signs* it.",
        "Else she names a day.",
    ]


def test_columns_that_may_hold_goals_stand_behind_the_text() -> None:
    table = "| Rung | What for | Owner |\n|---|---|---|\n| Top | she signs | Jo |\n| Next | | Jo |\n"
    source = Source.of("plan.md", f"{HEAD}We go there.\n\n{table}")
    material, _ = taken_apart(source, parse(source), Known(as_of="2026-06-01"))
    page = Page(material.outline, "prep", material.vocabulary, source.text)
    cells = {page.units[at].words.text for inside in page.columns.values() for at in inside}
    assert "she signs" in cells
    assert "Jo" not in cells  # a list calls that column one of owners
    assert "" not in cells


def test_a_comment_moves_no_unit_from_its_place() -> None:
    def signs(body: str) -> list[dict[str, set[str]]]:
        source = Source.of("plan.md", HEAD + body)
        material, _ = taken_apart(source, parse(source), Known(as_of="2026-06-01"))
        page = Page(material.outline, "prep", material.vocabulary, source.text)
        return [page.own(number) for number in range(len(page.units))]

    comment = "<!-- advancelint-disable-file SP206 reason: none -->\n"
    plain = signs("She signs.\n\n- know who pays\n- a tour of hall 2\n")
    assert len(plain) > 2
    assert signs(f"She signs.\n\n{comment}\n- know who pays\n- a tour of hall 2\n\n{comment}") == plain


def test_a_place_that_is_only_kept_is_no_unit() -> None:
    source = Source.of("plan.md", f"{HEAD}**Goal:** TBD\n\nShe signs.\n\n- [owner]\n- a tour of hall 2\n")
    material, _ = taken_apart(source, parse(source), Known(as_of="2026-06-01"))
    page = Page(material.outline, "prep", material.vocabulary, source.text)
    assert [one.words.text for one in page.units] == ["She signs.", "a tour of hall 2"]
