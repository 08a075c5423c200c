"""The text report keeps its columns and lets nothing through; the JSON report keeps its schema."""

import json
import os

import jsonschema
import pytest
from reports import diagnostic

import advancelint
from advancelint.diagnostic import Diagnostic, Frame, Report, Summary
from advancelint.report import json as json_report
from advancelint.report import text as text_report
from advancelint.report.formats import Look
from advancelint.report.neutral import neutral, width

SUMMARY = Summary(files=3, plans=2, passed_over=1, errors=1, warnings=0, infos=2, as_of="2026-06-01")
SCHEMA = os.path.join(os.path.dirname(advancelint.__file__), "schemas", "diagnostics.schema.json")


def render(made: Diagnostic, **wishes: bool) -> list[str]:
    return list(text_report.render(Report((made,), SUMMARY), Look(**wishes)))


def test_the_frame() -> None:
    line = "**Objective:** Demonstrate the module"
    assert render(diagnostic("Demonstrate", line, also=("SP203",))) == [
        "plans/norwood.md:14:16: AD401 error: “Demonstrate” is your own work",
        "   |",
        "14 | **Objective:** Demonstrate the module",
        "   |                ^^^^^^^^^^^ you act here",
        "   |",
        "   = an advance costs the client energy",
        "   = begin with Birgit",
        "   = also here: SP203",
        "",
        "2 plans judged of 3 files, 1 passed over: 1 error, 0 warnings, 2 notes",
        "as of 2026-06-01",
    ]


def test_a_diagnostic_without_a_line_has_no_frame() -> None:
    made = diagnostic("x", "x", frame=Frame("", 0, 0))
    assert render(made)[1] == "   = an advance costs the client energy"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("🏭🏭 Show the mill", "Show"),
        ("\tA\tShow the mill", "Show"),
        ("日本工場で Show the mill", "Show"),
        ("e\u0301te\u0301 Show the mill", "Show"),
        ("\u202eevil\u202c Show the mill", "Show"),
        ("\x1b[31m Show the mill", "Show"),
        ("x" * 500 + " Show the mill " + "y" * 500, "Show"),
        ("工" * 300 + " Show the mill " + "🏭" * 300, "Show"),
    ],
)
def test_the_underline_stands_under_the_words(line: str, words: str) -> None:
    _, _, shown, underline, *_ = render(diagnostic(words, line))
    carets = underline.index("^")
    at = shown.index(words)
    assert width(shown[:at]) == carets
    assert underline.count("^") == width(words)
    assert width(shown) <= 120


def test_marked_words_longer_than_the_terminal_are_cut() -> None:
    _, _, shown, underline, *_ = render(diagnostic("word " * 200, "word " * 200, note=""))
    assert width(shown) <= 120
    assert underline.count("^") <= 110


HOSTILE = "\x1b]0;title\x07\x1b[2J\u202e\u2066\u200b\r\n\x9b31m\u2028\ufeff\U000e0041"


def test_nothing_from_a_plan_reaches_the_terminal_raw() -> None:
    parts = ("path", "message", "note", "why", "instead")
    made = diagnostic("Show", f"Show {HOSTILE}", **dict.fromkeys(parts, HOSTILE))
    shown = "\n".join(render(made))
    assert not any(character in shown for character in HOSTILE if not character.isprintable() and character != "\n")
    assert "\\x1b]0;title\\x07" in shown
    assert len(render(made)) == 10


def test_colour_is_reset_on_every_line() -> None:
    for line in render(diagnostic("Show", "Show it"), color=True):
        assert line.count("\x1b[0m") * 2 == line.count("\x1b[")


def test_plain_text_is_left_alone() -> None:
    assert neutral("Überprüfung – “ja” 日本 🏭") == "Überprüfung – “ja” 日本 🏭"


def test_the_json_report_fits_its_schema() -> None:
    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    hostile = diagnostic("Show", f"Show {HOSTILE}", message=HOSTILE, also=("SP203",))
    written = "\n".join(json_report.render(Report((diagnostic("Show", "Show it"), hostile), SUMMARY)))
    assert written.isascii()
    document = json.loads(written)
    jsonschema.validate(document, schema)
    first = document["diagnostics"][0]
    assert (first["line"], first["column"], first["end_line"], first["end_column"]) == (14, 1, 14, 5)
    assert document["summary"]["as_of"] == "2026-06-01"
    assert set(schema["$defs"]["diagnostic"]["properties"]) == set(first)
