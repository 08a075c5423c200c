"""Chats that are exported or pasted are read message by message."""

from __future__ import annotations

import pytest
from planning import plan_of

from advancelint.markdown import parse
from advancelint.markdown.model import ListItem, Paragraph
from advancelint.plan import Known, chats
from advancelint.source import Source

NOW = Known(as_of="2026-11-30")
WITH_CLIENT = (
    "# whatsapp w/ Ana Ruiz, Norwood Mills, about the trial\n\n"
    "[27/11/26, 18:02] Ana Ruiz: thanks for your call earlier, that was useful\n"
    "[27/11/26, 18:04] Jo: great! I'll send you the offer by tuesday\n"
    "[27/11/26, 18:05] Ana Ruiz: and I'll get you the floor drawing by wednesday\n"
    "[28/11/26, 09:15] Jo: perfect\n\n"
    "my note: Objective: Ana names the day of the trial\n"
)
AMONG_US = (
    "# Norwood Mills, call notes 27 Nov 2026\n\n"
    "14:02 leo: just off w Norwood, Hanne and her night shift guy\n"
    "14:05 leo: she says they sign nothing before the peak is over\n"
    "14:06 sal: ok. I'll do the quote by friday, she wants it before her board\n"
)


def steps(text: str) -> dict[str, tuple[str, str, str]]:
    found = plan_of(text, "norwood-notes.md", NOW).next_steps
    return {one.passage.text.partition(" by ")[0]: (one.owner.value, one.side, one.due.value) for one in found}


def test_i_is_whoever_wrote_the_message_and_its_day_counts() -> None:
    found = steps(WITH_CLIENT)
    assert found["I'll send you the offer"] == ("Jo", "seller", "2026-12-01")  # the Tuesday after the Friday
    assert found["and I'll get you the floor drawing"] == ("Ana Ruiz", "client", "2026-12-02")


def test_whom_the_page_beside_a_chat_of_two_names_is_the_client() -> None:
    sides = {one.name: one.side for one in plan_of(WITH_CLIENT, "norwood-notes.md", NOW).people}
    assert (sides["Ana Ruiz"], sides["Jo"]) == ("client", "seller")


def test_colleagues_speak_of_the_client() -> None:
    sides = {one.name: one.side for one in plan_of(AMONG_US, "norwood-notes.md", NOW).people}
    assert (sides["leo"], sides["sal"]) == ("seller", "seller")
    assert steps(AMONG_US)["I'll do the quote"][:2] == ("sal", "seller")


@pytest.mark.parametrize(
    "head",
    [
        "[27/11/26, 18:02] ",
        "[18:02] ",
        "18:02 ",
        "27/11/2026, 18:02 - ",
        "[mon 2 nov 26 17:40] ",
        "11/27/26, 6:02 pm - ",
    ],
)
def test_each_message_is_a_paragraph_without_its_head(head: str) -> None:
    text = f"# Chat\n\n{head}Ana Ruiz: one\n{head}Jo: two\nand more\n{head}Ana Ruiz: three\n"
    blocks = chats.opened(parse(Source.of("x.md", text))).blocks
    said = [block.leaf.content for block in blocks if isinstance(block, Paragraph)]
    assert said == ["one", "two\nand more", "three"]
    assert [block.leaf.text().passage.text for block in blocks if isinstance(block, Paragraph)] == [
        "one", "two and more", "three",
    ]  # fmt: skip


def test_messages_below_a_list_are_no_part_of_its_last_item() -> None:
    text = "14:02 leo: so\n- Ana signs\n- Ben pays\n14:05 sal: budget?\n14:06 leo: under 30\n"
    blocks = chats.opened(parse(Source.of("x.md", text))).blocks
    assert [block.leaf.content for block in blocks if isinstance(block, ListItem)] == ["Ana signs", "Ben pays"]
    assert [block.leaf.content for block in blocks if isinstance(block, Paragraph)] == ["so", "budget?", "under 30"]


@pytest.mark.parametrize(
    "text",
    [
        "# Agenda\n\n9:00 Welcome: who is who\n9:15 Tour\n",  # two heads of hours are no chat
        "# Call\n\nAna Ruiz: one\nJo: two\nAna Ruiz: three\n",
        "# Call\n\n18:02 one\n18:03 two\n18:04 three\n",
    ],
)
def test_other_lines_with_hours_or_names_stay_as_they_are(text: str) -> None:
    document = parse(Source.of("x.md", text))
    assert chats.opened(document) is document
