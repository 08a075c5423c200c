"""Whatever stands in a plan or in its name, no format lets it out of its place."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from reports import RULE, diagnostic, element, fix, held, parsed, report, text_of

from advancelint.diagnostic import Chain, Failure, Frame, Link, Report
from advancelint.report.formats import NAMES
from advancelint.report.marked import escape
from advancelint.report.neutral import apart, leading, neutral

PIECES = (
    "\n", "\r\n", "\t", "::error::x", "::add-mask::", "##vso[task.complete]", "##[add-mask]x", "]]>", "<!-- -->",
    "\x00", "\x1b[2J", "\x0b", "\ufffe", "\uffff", "\udc80", "\u202e", "\u2066", "\u2028", "|", "\\|", "<script>",
    "&amp;", "@here", "[a](https://evil.example)", "https://evil.example", "www.evil.example", "`code`", "``", "**",
    "#12", "{0}", "%0A", ";", "]", ",", "Ana", "日本", "🏭", " ", "#", ":", "vso[",
)  # fmt: skip
HOSTILE = st.lists(st.sampled_from(PIECES) | st.characters(), min_size=1, max_size=6).map("".join)
COMMAND = re.compile(r"##(vso)?\[", re.IGNORECASE)
JSON = ("json", "jsonl", "sarif", "gitlab", "rdjson")
XML = ("junit", "checkstyle")
HARD = settings(max_examples=50, deadline=None)
EASY = settings(max_examples=200, deadline=None)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    words = [draw(HOSTILE) for _ in range(6)]
    line = "".join(draw(HOSTILE) for _ in range(3)).replace("\n", " ").replace("\r", " ") or "x"
    start = draw(st.integers(0, len(line) - 1))
    end = draw(st.integers(start, len(line)))
    parts: dict[str, Any] = {
        "path": words[0], "message": words[1], "note": words[2], "why": words[3], "instead": words[4],
        "frame": Frame(line, start, end), "fix": fix("safe", words[5], title=words[1]),
    }  # fmt: skip
    found = diagnostic(**parts)
    also = (found, diagnostic(severity="info", **parts), diagnostic(severity="warning", **parts))
    kept = held(reason=words[2], **{**parts, "path": words[3]})
    made = report(*also, held=(kept,), failures=(Failure(words[0], words[1], words[2]),))
    links = tuple(Link(words[1], words[2], standing, words[0], (14, 14)) for standing in ("advance", "asked"))
    rule = RULE._replace(summary=words[4], why=words[5], instead=words[0], page="https://rules.example/a?b=(c)&d")
    made = made._replace(rules=(rule,))
    return made._replace(chains=(Chain(words[3], words[4], words[5], links),))


def is_invisible(character: str) -> bool:
    """Say whether a terminal would do something with it instead of showing it."""
    turning = ("RLO", "LRO", "RLE", "LRE", "RLI", "LRI", "FSI", "PDF", "PDI")
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or (
        unicodedata.bidirectional(character) in turning
    )


@HARD
@given(made=reports())
def test_no_machine_that_reads_a_log_finds_a_command(made: Report) -> None:
    for name in NAMES:
        lines = text_of(name, made, held=True, statistics=True).split("\n")
        for line in lines if name not in ("github", "azure") else ():
            assert not COMMAND.search(line), name
            assert not line.lstrip().startswith("::"), name


@HARD
@given(made=reports())
def test_nothing_invisible_comes_through(made: Report) -> None:
    text = "".join(text_of(name, made, held=True) for name in NAMES)
    text.encode("utf-8")
    assert not [one for one in set(text) - {"\n"} if is_invisible(one)]


@HARD
@given(made=reports())
def test_json_keeps_its_schema(made: Report) -> None:
    for name in JSON:
        parsed(name, made, statistics=True)


@HARD
@given(made=reports())
def test_json_gives_back_what_it_was_given(made: Report) -> None:
    document = parsed("json", made)
    assert [one["message"] for one in document["diagnostics"]] == [one.message for one in made.diagnostics]
    assert [one["fix"]["edits"][0]["text"] for one in document["diagnostics"]] == [
        one.fix.edits[0].text for one in made.diagnostics
    ]


@HARD
@given(made=reports())
def test_xml_keeps_its_schema_and_its_words(made: Report) -> None:
    for name in XML:
        root = element(name, made)
        messages = [found.get("message", "") for found in root.iter() if found.get("message")]
        assert len(messages) == 4
        assert any(message.startswith(neutral(made.diagnostics[0].message)) for message in messages)


@HARD
@given(made=reports())
def test_github_gets_one_command_a_finding(made: Report) -> None:
    lines = text_of("github", made).removesuffix("\n").split("\n")
    assert len(lines) == 4
    for line in lines:
        match = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^:,\r\n]*,?)+)::[^\r\n]*", line)
        assert match, line
        assert [pair.split("=")[0] for pair in match[2].split(",")][:2] in (["file", "title"], ["title", "file"])


@HARD
@given(made=reports())
def test_azure_gets_one_command_a_finding(made: Report) -> None:
    *commands, note = text_of("azure", made).removesuffix("\n").split("\n")
    assert len(commands) == 3
    assert note.startswith("advancelint: 1 note")
    for line in commands:
        match = re.fullmatch(r"##vso\[task\.logissue ((?:\w+=[^;\]\r\n]*;)+)\]([^\r\n]*)", line)
        assert match, line
        assert [pair.split("=")[0] for pair in match[1].split(";")][:2] == ["type", "sourcepath"]
        assert not COMMAND.search(line[2:])


PAGE = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@HARD
@given(made=reports())
def test_the_summary_is_a_table_of_plain_words(made: Report) -> None:
    page = PAGE.render(text_of("markdown", made))
    tags = set(re.findall(r"</?([a-z0-9]+)", page))
    assert tags <= {"h3", "p", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    rows = re.findall(r"<tr>(.*?)</tr>", page, flags=re.DOTALL)
    assert [row.count("<td>") for row in rows] == [0, 5, 5, 5, 0, 4, 4]
    words = re.sub(r"<[^>]*>", "", page)
    assert not re.search(r"@\w|#\d|www\.|https?://", words)


@EASY
@given(text=HOSTILE)
def test_a_cell_shows_its_words_letter_by_letter(text: str) -> None:
    import html

    page = PAGE.render(f"| a |\n| --- |\n| {escape(neutral(text))} |\n")
    found = re.search(r"<td>(.*?)</td>", page, flags=re.DOTALL)
    assert html.unescape(found[1] if found else "").replace("\u200b", "") == neutral(text).strip()


@EASY
@given(text=HOSTILE)
def test_what_is_neutral_stays_as_it_is(text: str) -> None:
    assert neutral(neutral(text)) == neutral(text)
    assert leading(leading(text)) == leading(text)


@EASY
@given(before=HOSTILE, after=HOSTILE)
def test_two_parts_make_up_no_command_together(before: str, after: str) -> None:
    second = neutral(after)
    assert not COMMAND.search(apart(neutral(before), second) + second)


@pytest.mark.parametrize(("before", "after"), [("#", "#vso[a]"), ("##", "vso[a]"), ("##v", "so[a]"), ("#", "#[group]")])
def test_the_seam_of_a_command(before: str, after: str) -> None:
    line = f"{before}{after}"
    text = text_of("text", report(diagnostic(after, line, note="", message="m", why="", instead="")))
    assert not COMMAND.search(text)
    _, _, shown, underline, *_ = text.splitlines()
    assert shown[underline.index("^") :].startswith(after)
