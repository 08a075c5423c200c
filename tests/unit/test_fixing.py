"""Fixes of a file: which are made, which wait, which are taken back, and what of the text stays as it was."""

import glob
import os
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advancelint.cards import load_card
from advancelint.catalog import load_rules
from advancelint.config import Settings
from advancelint.diagnostic import NO_FIX, NO_KEY, Diagnostic, Edit, Fix, Frame
from advancelint.engine import judge_input
from advancelint.engine.fixing import MOST_PASSES, applied, chosen_of, mend
from advancelint.engine.judge import Judgement
from advancelint.rule import Change, Find, Finding, Node, as_found
from advancelint.source import Place, Source, Span

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RULES = load_rules()
BOTH = ("safe", "unsafe")


def found(
    code: str,
    *edits: tuple[int, int, str],
    severity: str = "info",
    safety: str = "safe",
    section: str = "",
    nth: int = 1,
) -> Diagnostic:
    made = tuple(Edit(Span(start, end), Place(1, start + 1), Place(1, end + 1), text) for start, end, text in edits)
    place = made[0].start if made else Place(1, 1)
    return Diagnostic(
        path="plan.md", start=place, end=place, code=code, name="rule", severity=severity, confidence="high",
        message="", note="", why="", instead="", frame=Frame("", 0, 0), url="",
        key=NO_KEY._replace(code=code, section=(section,), nth=nth), fix=Fix(safety, "", made) if made else NO_FIX,
    )  # fmt: skip


def judging(rule: Callable[[str], list[Diagnostic]]) -> Callable[[Source], Judgement]:
    return lambda source: Judgement("plan.md", "plan", "", tuple(rule(source.text)))


def letters(text: str) -> list[Diagnostic]:
    """Want every "a" to be a "b", each as a finding of its own."""
    places = [index for index, letter in enumerate(text) if letter == "a"]
    return [found("XX101", (place, place + 1, "b"), nth=place) for place in places]


def test_all_that_do_not_touch_are_made_in_one_pass() -> None:
    made = mend(Source.of("plan.md", "a-a-a"), judging(letters), BOTH)
    assert (made.source.text, len(made.made), made.settled) == ("b-b-b", 3, True)


def test_a_fix_of_another_safety_is_left() -> None:
    assert mend(Source.of("plan.md", "a"), judging(letters), ("unsafe",)).source.text == "a"


def test_of_two_that_touch_the_first_is_made_and_the_other_waits() -> None:
    first, second, third = found("XX102", (0, 3, "x")), found("XX101", (2, 4, "y")), found("XX103", (5, 5, "z"))
    assert chosen_of([third, second, first]) == (first, third)
    assert chosen_of([found("XX102", (3, 3, "x")), found("XX101", (3, 3, "y"))])[0].code == "XX101"
    assert chosen_of([first, found("XX101", (3, 3, "y"))]) == (first,)


def test_one_fix_that_brings_an_error_is_taken_back_and_the_others_are_made() -> None:
    def rule(text: str) -> list[Diagnostic]:
        wrong = [found("XX200", severity="error")] if text[2] == "b" else []
        return letters(text) + wrong

    made = mend(Source.of("plan.md", "a-a-a"), judging(rule), BOTH)
    assert made.source.text == "b-a-b"
    assert [one.start.column for one in made.undone] == [3]


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ([], [found("XX200", severity="error")], False),
        ([], [found("XX200", severity="warning")], False),
        ([], [found("XX200")], True),
        ([found("XX200", severity="warning")], [found("XX200", severity="error")], False),
        ([found("XX200", severity="error")], [found("XX200", severity="error", section="other")], False),
        ([found("XX200", severity="error")], [found("XX200", severity="warning")], True),
        ([found("XX300")._replace(also=("XX200",), key=found("XX200").key)], [found("XX200", severity="error")], True),
    ],
)
def test_what_counts_as_worse(before: list[Diagnostic], after: list[Diagnostic], kept: bool) -> None:
    made = mend(Source.of("p", "a"), judging(lambda text: letters(text) + (before if text == "a" else after)), BOTH)
    assert (made.source.text == "b") == kept


def test_a_text_that_is_no_plan_any_more_is_worse() -> None:
    def judge(source: Source) -> Judgement:
        status = "plan" if source.text == "a" else "passed-over"
        return Judgement("plan.md", status, "", tuple(letters(source.text)))

    assert mend(Source.of("plan.md", "a"), judge, BOTH).source.text == "a"


def test_fixes_that_never_end_stop_and_say_so() -> None:
    def rule(text: str) -> list[Diagnostic]:
        return [found("XX101", (0, 0, "x"), nth=len(text))]

    made = mend(Source.of("plan.md", ""), judging(rule), BOTH)
    assert (made.source.text, made.settled) == ("x" * MOST_PASSES, False)


def test_the_same_finding_is_not_mended_twice() -> None:
    made = mend(Source.of("plan.md", ""), judging(lambda text: [found("XX101", (0, 0, "x"))]), BOTH)
    assert (made.source.text, made.settled) == ("x", True)


@given(st.text().map(lambda text: text.replace("\r", "\n")), st.data())
def test_edits_change_nothing_outside_of_them(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    puts = data.draw(st.lists(st.text(alphabet="ab\n🎯"), min_size=len(spans), max_size=len(spans)))
    edits = [found("XX101", (start, end, put)) for (start, end), put in zip(spans, puts, strict=True)]
    after = applied(Source.of("plan.md", text), reversed(edits)).text
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    outside = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    assert after == "".join(part + put for part, put in zip(outside, [*puts, ""], strict=True))
    ended = applied(Source.of("plan.md", text.replace("\n", "\r\n")), reversed(edits))
    assert (ended.text, ended.written) == (after, after.replace("\n", "\r\n") if "\n" in text else after)


@given(st.lists(st.sampled_from(["one", "", "the last", "\n", "\r\n", "\r"])).map("".join), st.data())
def test_lines_end_as_they_did_whatever_else_ends_them(text: str, data: st.DataObject) -> None:
    source = Source.of("plan.md", text).with_line_feeds()
    assert applied(source, ()).written == text
    at = data.draw(st.integers(0, len(source.text)))
    after = applied(source, [found("XX101", (at, at, "new"))]).written
    assert after.replace("new", "") == text
    assert after.replace("\r\n", "\n").replace("\r", "\n").find("new") == at


PLANS = sorted(
    path
    for pattern in ("tests/plans/*.md", "examples/**/*.md", "casebook/plans/*.md")
    for path in glob.glob(os.path.join(ROOT, pattern), recursive=True)
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PLANS), st.sampled_from(["2026-01-01", "2026-06-01"]), st.sampled_from(["\n", "\r\n"]))
def test_any_plan_keeps_its_lines_and_its_findings_and_is_stable(path: str, day: str, end: str) -> None:
    with open(path, encoding="utf-8") as file:
        text = file.read().replace("\n", end)

    def judge(source: Source) -> Judgement:
        return judge_input(RULES, source, Settings(as_of=day))

    before = Source.of(path, text)
    safe = mend(before, judge, ("safe",)).source
    made = mend(safe, judge, BOTH)
    assert made.settled
    assert made.undone == ()
    assert mend(made.source, judge, BOTH).source == made.source
    rest = iter(made.source.written.split("\n"))
    assert all(line in rest for line in safe.written.split("\n")), "unsafe fixes only add lines"
    told = [Counter(one.code for one in judge(source).diagnostics) for source in (safe, made.source)]
    assert told[0] == told[1], "a place that is kept makes nothing green"


CARD = """\
code: XX101
name: house-word
summary: A word of the house.
family: house
severity: warning
on: objective
{condition}
message: "“{{text}}”"
why: because
fix: {{safety: safe, title: "say {{{slot}}}"{way}}}
examples:
  flagged: [{{text: Vesna utilises it}}]
  clean: [{{text: Vesna uses it}}]
"""
CALL = "---\ntype: call-plan\n---\n# Call with Vesna, 2026-06-10\n\n**Objective:** {}\n"


def mended_by(card: str, line: str, find: Find | None = None) -> str:
    rule = load_card("x.yaml", card)
    rules = (rule._replace(find=find, mend=as_found) if find else rule,)
    source = Source.of("plan.md", CALL.format(line))
    made = mend(source, lambda text: judge_input(rules, text, Settings(as_of="2026-06-01")), BOTH)
    return made.source.text.partition("**Objective:** ")[2].rstrip("\n")


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("Vesna **utilises** the test rig by 9 June", "Vesna **uses** the test rig by 9 June"),
        ("Vesna utilises the rig and makes use of it", "Vesna uses the rig and makes use of it"),
        ("Vesna names \\* the rig in 👩‍🔬 lieu of the belt", "Vesna names \\* the rig in 👩‍🔬 lieu of the belt"),
        ("Utilises of the rig: Vesna names three by 9 June", "Uses of the rig: Vesna names three by 9 June"),
        ("Vesna names the rig in lieu of the belt", "Vesna names the rig instead of the belt"),
        ("Vesna names the rig in *lieu* of the belt", "Vesna names the rig in *lieu* of the belt"),
    ],
)
def test_a_house_rule_replaces_its_phrases(line: str, after: str) -> None:
    phrases = "{phrase: utilises, replacement: uses}, {phrase: in lieu of, replacement: instead of}, makes use of"
    way = ", replace: phrase, with: '{replacement}'"
    assert mended_by(CARD.format(condition=f"phrases: [{phrases}]", slot="replacement", way=way), line) == after


def test_words_that_could_become_markup_are_not_put_in() -> None:
    phrases = "phrases: [{phrase: utilises, replacement: '*uses*'}]"
    way = ", replace: phrase, with: '{replacement}'"
    card = CARD.format(condition=phrases, slot="replacement", way=way)
    assert mended_by(card, "Vesna utilises the rig by 9 June") == "Vesna utilises the rig by 9 June"


def test_a_python_check_brings_its_own_changes() -> None:
    def find(node: Node) -> Iterator[Finding]:
        if node.text.startswith("Vesna"):
            yield Finding(node.span, {}, (Change(Span(node.span.start, node.span.start + 5), "Ana"),))

    card = CARD.format(condition="when: {actor: client}", slot="text", way=", replace: text, with: x")
    assert mended_by(card, "Vesna uses the rig by 9 June", find) == "Ana uses the rig by 9 June"
