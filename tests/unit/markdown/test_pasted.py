"""Tables without Markdown's marks: exports, and columns that are lined up with blanks."""

import pytest

from advancelint.markdown import ListItem, Paragraph, Table, parse
from advancelint.source import Source


def told(text: str) -> list[object]:
    """Return the blocks of ``text``: of tables the cells row by row, of others the content."""
    found: list[object] = []
    for block in parse(Source.of("plan.md", text)).blocks:
        if isinstance(block, Table):
            found.append([[cell.text().passage.text for cell in row.cells] for row in (block.header, *block.rows)])
        elif isinstance(block, Paragraph | ListItem):
            found.append(block.leaf.content)
    return found


ROWS = [["Task", "Who", "By"], ["Send the dust readings", "Ines Alder", "3 June"], ["Book hall 2", "", ""]]


@pytest.mark.parametrize("edge", [" | ", "|", ";", "\t", "\t\t"])
def test_rows_of_an_export_are_a_table(edge: str) -> None:
    lines = [edge.join(row) for row in (ROWS if edge.strip() else ROWS[:2])]
    text = "Open tasks (2)\n" + "\n".join(lines) + "\nLast change: Ines\n"
    assert told(text) == ["Open tasks (2)", ROWS if edge.strip() else ROWS[:2], "Last change: Ines"]


def test_pipes_at_both_ends_are_no_cells() -> None:
    assert told("| Task | Who | By |\n| Send the samples | Ines | 3 June |\n") == [
        [["Task", "Who", "By"], ["Send the samples", "Ines", "3 June"]]
    ]


def test_columns_that_are_lined_up_below_a_numbered_line_are_a_table() -> None:
    text = "5. Actions\n   No.  What             Who      When\n   1    Send the samples Ines A   3 June\n"
    assert told(text) == ["Actions\nNo.  What             Who      When\n1    Send the samples Ines A   3 June"]
    text = "5. Actions\n   No.  What              Who      When\n   1    Send the samples  Ines A   3 June\n"
    assert told(text) == ["Actions", [["No.", "What", "Who", "When"], ["1", "Send the samples", "Ines A", "3 June"]]]


def test_cells_stand_where_they_were_written() -> None:
    text = "Open\n\tTask | Who|By\nSend **two** samples|  Ines |3 June\n"
    (table,) = [block for block in parse(Source.of("plan.md", text)).blocks if isinstance(block, Table)]
    passage = table.rows[0].cells[1].text().passage
    assert (passage.text, text[passage.starts[0] : passage.ends[-1]]) == ("Ines", "Ines")
    assert table.rows[0].cells[0].text().passage.text == "Send two samples"
    assert (table.lines.first, table.lines.last, table.rows[0].line) == (2, 3, 3)


@pytest.mark.parametrize(
    "text",
    [
        "3 June | Call | Ines wants samples\n9 June | Visit | samples shown\n",  # a log has no head
        "We met Ines; she liked it; Jun too\nThey pay late; we know; so what\nand so on; and on; and on",
        "Ines  Jun\nsamples  dust\n",  # two columns
        "Task | Who | By\n\nSend | Ines | 3 June\n",
        "> Task | Who | By\n> Send | Ines | 3 June\n",
    ],
)
def test_other_lines_are_no_table(text: str) -> None:
    blocks = parse(Source.of("plan.md", text)).blocks
    assert not any(isinstance(block, Table) for block in blocks)
