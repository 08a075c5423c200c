"""Blocks come flat, in order, with their lines; front matter is no block."""

import pytest

from advancelint.markdown import Block, Code, Heading, Html, Leaf, ListItem, Paragraph, Quote, Table, parse
from advancelint.source import Source


def blocks(text: str) -> tuple[Block, ...]:
    return parse(Source.of("plan.md", text)).blocks


def shown(leaf: Leaf) -> str:
    return leaf.text().passage.text


def test_front_matter_is_cut_off_and_lines_still_count_from_the_top() -> None:
    source = Source.of("plan.md", "---\nstage: align\n---\n# Norwood\n")
    document = parse(source)
    assert source.text[document.front.start : document.front.end] == "stage: align\n"
    assert [block.lines for block in document.blocks] == [(4, 4)]


@pytest.mark.parametrize("text", ["---\nstage: align\n", "text\n---\nk: v\n---\n", "----\nk: v\n----\n", ""])
def test_what_is_not_closed_or_not_at_the_top_is_no_front_matter(text: str) -> None:
    assert not parse(Source.of("plan.md", text)).front


def test_front_matter_may_end_in_dots_begin_with_a_byte_order_mark_and_be_empty() -> None:
    source = Source.of("plan.md", "\ufeff---\r\nk: v\r\n...\r\n# A\r\n")
    document = parse(source)
    assert source.text[document.front.start : document.front.end] == "k: v\r\n"
    assert not parse(Source.of("plan.md", "---\n---\n# A\n")).front


def test_list_items_know_their_depth_their_parent_and_their_box() -> None:
    found = [block for block in blocks("- [ ] a\n  - [X] b\n    1. c\n- ✅ d\n- [] e\n") if isinstance(block, ListItem)]
    assert [(shown(item.leaf), item.depth, item.checked, item.ordered, item.parent) for item in found] == [
        ("a", 0, "unchecked", False, -1),
        ("b", 1, "checked", False, 0),
        ("c", 2, "none", True, 1),
        ("d", 0, "checked", False, -1),
        ("[] e", 0, "none", False, -1),
    ]


def test_a_second_paragraph_of_an_item_follows_as_a_block_of_its_own() -> None:
    item, paragraph = blocks("- a\n\n  b\n")
    assert isinstance(item, ListItem)
    assert isinstance(paragraph, Paragraph)
    assert (shown(item.leaf), shown(paragraph.leaf), paragraph.item) == ("a", "b", 0)


def test_a_table_has_as_many_cells_in_each_row_as_in_its_header() -> None:
    (table,) = blocks("| A | B |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n")
    assert isinstance(table, Table)
    assert [[shown(cell) for cell in row.cells] for row in (table.header, *table.rows)] == [
        ["A", "B"],
        ["1", ""],
        ["1", "2"],
    ]
    assert [row.line for row in table.rows] == [3, 4]
    assert table.lines == (1, 4)


def test_an_empty_cell_has_a_place_between_its_pipes() -> None:
    text = "| A | B |\n|---|---|\n|  | x |\n"
    (table,) = blocks(text)
    assert isinstance(table, Table)
    place = table.rows[0].cells[0].place
    assert place.start == place.end
    assert text[place.start - 1 : place.start + 1] == "  "


def test_headings_of_both_sorts_have_their_level_and_lines() -> None:
    found = blocks("### A ###\n\nB\nb\n===\n\nC\n---\n")
    assert [(block.level, shown(block.leaf), block.lines) for block in found if isinstance(block, Heading)] == [
        (3, "A", (1, 1)),
        (1, "B b", (3, 5)),
        (2, "C", (7, 8)),
    ]


def test_quotes_code_and_html_are_told_apart() -> None:
    quote, quoted, code, comment, html = blocks("> a\n\n```yaml\nb\n```\n\n<!-- c -->\n\n<div>\n</div>\n")
    assert isinstance(quote, Quote)
    assert quoted.quoted == 1
    assert isinstance(code, Code)
    assert code.info == "yaml"
    assert isinstance(comment, Html)
    assert isinstance(html, Html)
    assert (comment.comment, html.comment) == (True, False)


def test_struck_text_is_withdrawn_and_kept_apart() -> None:
    (paragraph,) = blocks("a ~~b **c**~~ d\n")
    assert isinstance(paragraph, Paragraph)
    rich = paragraph.leaf.text()
    assert (rich.passage.text, rich.struck.text, rich.bold) == ("a  d", "b c", ())


def test_bold_spans_are_in_passage_coordinates() -> None:
    (paragraph,) = blocks("&amp; **Owner:** `x` __Ana__\n")
    assert isinstance(paragraph, Paragraph)
    rich = paragraph.leaf.text()
    assert [rich.passage.text[start:end] for start, end in rich.bold] == ["Owner:", "Ana"]


@pytest.mark.parametrize("mark", ["> ", "- ", "[", "![", "*", "`a", "|", "<a "])
def test_deep_or_long_marks_neither_recurse_nor_hang(mark: str) -> None:
    for block in blocks(mark * 3000 + "x"):
        if isinstance(block, (Heading, Paragraph, ListItem)):
            block.leaf.text()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- " * 60 + "a\n", 1),
        ("# A\n\n" + ">" * 60 + "a\n", 3),
        ("# A\n\n" + "|a" * 400 + "|\n" + "|-" * 400 + "|\n" + "|b\n" * 400 + "\nend\n", 169),
    ],
)
def test_where_something_is_not_read_has_a_line_and_a_reason(text: str, line: int) -> None:
    document = parse(Source.of("plan.md", text))
    assert document.cut == line
    assert document.cut_why


@pytest.mark.parametrize(
    "text", ["- " * 15 + "a\n", "|a" * 300 + "|\n" + "|-" * 300 + "|\n" + "|b\n" * 200 + "\n| c |\n", "a | b\n"]
)
def test_what_is_read_to_the_end_says_so(text: str) -> None:
    document = parse(Source.of("plan.md", text))
    assert (document.cut, document.cut_why) == (0, "")


def test_labelled_lines_above_dashes_are_a_paragraph_and_others_a_heading() -> None:
    found = blocks("Goal: Ana signs\nElse: she names a day\n--\nwhat happened\n\nJOINT PLAN\nNorwood and us\n---\n")
    assert [type(block) for block in found] == [Paragraph, Paragraph, Heading]
    assert found[0].lines == (1, 2)
