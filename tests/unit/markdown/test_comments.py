"""HTML comments and their places, in every kind of block."""

import pytest

from advancelint.markdown import comments, parse
from advancelint.source import Source


def found(text: str) -> list[tuple[str, bool]]:
    source = Source.of("a.md", text)
    return [(source.text[comment.span.start : comment.span.end], comment.closed) for comment in comments(parse(source))]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- x -->",
        "a <!-- x --> b",
        "# a <!-- x -->",
        "a <!-- x -->\n===",
        "- a <!-- x -->",
        "- a\n  <!-- x -->\n- b",
        "- [ ] a <!-- x -->\n  b",
        "| a <!-- x --> | b |\n|---|---|\n| c | d |",
        "| a | b |\n|---|---|\n| c \\| c | d <!-- x --> |",
        "<div>\n<!-- x -->\n</div>",
        "[a <!-- x -->](http://e.org)",
        "`code` <!-- x --> `code`",
        "\\<!-- a --> <!-- x -->",
        "---\nstage: close\n---\n\ntext <!-- x -->",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_comment_is_found_at_its_place(text: str, end: str) -> None:
    assert found(text.replace("\n", end)) == [("<!-- x -->", True)]


def test_a_comment_may_go_over_lines_and_hold_hyphens() -> None:
    assert found("a <!-- x\ny --> b") == [("<!-- x\ny -->", True)]
    assert found("a <!-- x -- y --> b") == [("<!-- x -- y -->", True)]


@pytest.mark.parametrize(
    "text",
    ["```\n<!-- x -->\n```", "    <!-- x -->", "`<!-- x -->`", "> <!-- x -->", "> a\n> b <!-- x -->",
     "\\<!-- x -->", "<pre>\n<!-- x -->\n</pre>"],
)  # fmt: skip
def test_what_is_only_shown_is_no_comment(text: str) -> None:
    assert found(text) == []


def test_a_comment_without_an_end_reaches_to_the_end_of_its_line_or_cell() -> None:
    assert found("| a <!-- x | b |\n|---|---|\n| c | d |") == [("<!-- x", False)]
    assert found("<!-- x\n\nall of this is hidden") == [("<!-- x", False)]
