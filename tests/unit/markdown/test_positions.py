"""Every character of a passage knows where it was written, whatever the Markdown around it."""

import html
import itertools
import re
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from advancelint.markdown import Document, Heading, Leaf, ListItem, Paragraph, Table, parse, pasted
from advancelint.source import Passage, Source

WORDS = ["Tomas", "sends", "the log", "by 12 June", "Ü", "🎯", "a|b", "x_y_z", "5 < 6", "(see)", "!", "c:\\d", "\u00a0"]
PIECES = [
    "**{}**", "*{}*", "__{}__", "_{}_", "~~{}~~", "`{}`", "`` ` {} ``", '[{}](http://e.org "t")', "[{}](<u v>)",
    "![{}](i.png)", "[{}][ref]", "<http://e.org/%20{}>", "<b>{}</b>", "{}<br>", "{}<br />x", "{}\\*", "\\_{}",
    "&amp;{}", "{}&#35;", "&nope;{}", "{}\\\n", "{}  \n", "{}\n", "{} \n  ", "{}\n\t", "***{}***", "**{}", "~{}~",
    "~~~{}~~~", "{}\\|", "<!-- {} -->", "`{}\n  z`",
]  # fmt: skip
FRAMES = [
    "{}", "# {}", "### {} ##", "{}\n===", "- {}", "* {}\n  - {}", "1. {}\n\n   {}", "- [ ] {}", "- [x] {}", "> {}",
    "> - {}\n>\n>   {}", "> {}\nlazy {}", "-\t{}", "  {}", "| {} | {} |\n|---|---|\n| {} | {} |\n| {} |",
    "{} | {}\n--|--\n{} | {} | {}", "- | {} | {} |\n  |--|--|\n  | {} | {} |", "> | {} |\n> |---|\n> | {} |",
    "---\nk: v\n---\n{}", "[ref]: http://r.org\n\n{}", "```\n{}\n```", "<div>{}</div>", "\u00a0\n{}", "a\0b {}",
]  # fmt: skip

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
inlines = st.recursive(
    words,
    lambda inner: st.tuples(st.sampled_from(PIECES), inner).map(lambda pair: pair[0].replace("{}", pair[1])),
    max_leaves=3,
)
lines = st.lists(inlines, min_size=1, max_size=3).map(" ".join)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Frames filled with lines, in any order, with any line breaks."""
    parts = []
    for frame in draw(st.lists(st.sampled_from(FRAMES), min_size=1, max_size=4)):
        while "{}" in frame:
            frame = frame.replace("{}", draw(lines), 1)
        parts.append(frame)
    return draw(st.sampled_from(["\n\n", "\n"])).join(parts).replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))


def leaves(document: Document) -> list[Leaf]:
    found = []
    for block in document.blocks:
        if isinstance(block, (Heading, Paragraph, ListItem)):
            found.append(block.leaf)
        elif isinstance(block, Table):
            found.extend(cell for row in (block.header, *block.rows) for cell in row.cells)
    return found


def written_as(char: str, written: str) -> bool:
    """Say whether source text ``written`` stands for ``char``."""
    if char == " ":
        return written in {"", " ", "\n", "\r\n", "\r", "\t"} or bool(re.fullmatch(r"<br\s*/?>", written))
    return (
        char == written
        or written == "\\" + char
        or char in html.unescape(written)
        or (char == "\ufffd" and written == "\0")
    )


def check(text: str, passage: Passage) -> None:
    pairs = list(zip(passage.starts, passage.ends, strict=True))
    assert len(pairs) == len(passage.text)
    for char, (start, end) in zip(passage.text, pairs, strict=True):
        assert written_as(char, text[start:end]), (char, text[start:end])
    for (start, end), (later, _) in itertools.pairwise(pairs):
        assert later >= end or later == start


class Reference(MarkdownIt):
    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the library's name
        return link


def reference_texts(text: str) -> list[str]:
    """What markdown-it itself shows, leaf by leaf, without struck text and images."""
    parser = Reference("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"])
    boxed = re.compile(r"\[[ xX]\](?=\s|$)\s*")
    tokens = parser.parse(text)
    shown = []
    for before, _, token in zip(["", "", *tokens], ["", *tokens], tokens, strict=False):
        if token.type == "inline":
            item = isinstance(before, Token) and before.type == "list_item_open"
            text = shown_text(token.children or [])
            shown.append(boxed.sub("", text, count=1) if item and boxed.match(text) else text)
    return shown


def shown_text(children: list[Token]) -> str:
    parts, struck = [], 0
    for child in children:
        struck += {"s_open": 1, "s_close": -1}.get(child.type, 0)
        if struck:
            continue
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"} or (
            child.type == "html_inline" and child.content.startswith("<br")
        ):
            parts.append(" ")
    return "".join(parts)


def body_of(text: str) -> str:
    """The text with the front matter's lines blanked, as a check of the cut that shares no code with it."""
    found = re.match(r"---(\r\n?|\n)(?:.*?\1)??(---|\.\.\.)[ \t]*(?=\1|$)", text, re.DOTALL)
    return text if not found else found[1] * found[0].count(found[1]) + text[found.end() :]


@settings(max_examples=400, deadline=None)
@given(documents())
def test_each_character_stands_where_its_passage_says(text: str) -> None:
    for leaf in leaves(parse(Source.of("plan.md", text))):
        shown = leaf.text()
        check(text, shown.passage)
        check(text, shown.struck)


@settings(max_examples=400, deadline=None)
@given(documents())
def test_the_passages_read_as_markdown_it_renders_them(text: str) -> None:
    with patch.object(pasted, "parts", lambda leaf: [pasted.Part(leaf, ())]):  # tables that Markdown does not know
        document = parse(Source.of("plan.md", text))
    ours = [leaf.text().passage.text.strip() for leaf in leaves(document)]
    theirs = [shown.strip() for shown in reference_texts(body_of(text))]
    assert [shown for shown in ours if shown] == [shown for shown in theirs if shown]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab *_~`[]()!<>&;#|\\\n\r\t-+1.:=\0\ufeff\u00a0é🎯", max_size=60))
def test_any_text_parses_and_keeps_its_positions(text: str) -> None:
    for leaf in leaves(parse(Source.of("plan.md", text))):
        check(text, leaf.text().passage)
