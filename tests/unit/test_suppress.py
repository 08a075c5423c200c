"""What a suppression comment says, how far it reaches, and that it changes nothing else."""

import itertools
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advancelint.catalog import load_rules
from advancelint.config import Settings
from advancelint.diagnostic import Diagnostic
from advancelint.engine import Judgement, judge_input, register_of, understand
from advancelint.engine.fixing import applied
from advancelint.markdown.inline import pieces
from advancelint.plan.published import published
from advancelint.source import Source
from advancelint.suppress import Suppression, quieted, read

RULES = load_rules()
REGISTER = register_of(RULES)
NEXT = "<!-- advancelint-disable-next-line AD401 reason: a first showing -->"
SAME = "<!-- advancelint-disable-line AD401 reason: a first showing -->"
OWN = "Demonstrate the scheduling module to Vesna."
HEAD = "---\ntype: call-plan\nstage: discover\n---\n# Call with Vesna Ilic, 2026-06-10\n\n"
PLANS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "plans")


def judged(text: str, as_of: str = "2026-06-01") -> Judgement:
    return judge_input(RULES, Source.of("plan.md", text), Settings(as_of=as_of), register=REGISTER)


def lines(found: tuple[Diagnostic, ...], code: str = "AD401") -> list[int]:
    return [one.start.line for one in found if one.code == code]


def only(comment: str) -> Suppression:
    _, written = read(Source.of("plan.md", f"{comment}\n\ntext\n"), REGISTER, "2026-06-01")
    (item,) = written.items
    return item


def test_a_suppression_on_the_line_below_holds_nothing_of_the_line_above() -> None:
    found = judged(f"{HEAD}**Objective:** {OWN}\n**Fallback:** Vesna names a day. {SAME}\n")
    assert lines(found.diagnostics) == [7]
    assert lines(found.diagnostics, "SU701") == [8]


def test_all_that_a_comment_can_say() -> None:
    item = only(
        "<!-- advancelint-disable-next-line AD405, seller-activity  ad402 reason: why it\n is fine, we think "
        "until: 2026-09-01 owner: Ana Ruiz -->"
    )
    assert [name.code for name in item.names] == ["AD405", "AD401", "AD402"]
    assert (item.kind, item.reason, item.until, item.owner) == (
        "next-line", "why it is fine, we think", "2026-09-01", "Ana Ruiz",
    )  # fmt: skip
    assert item.works


def test_owner_and_until_may_come_first() -> None:
    item = only("<!-- advancelint-disable AD405 owner: Ana Ruiz until: 2026-09-01 reason: agreed -->")
    assert (item.kind, item.reason, item.until, item.owner) == ("block", "agreed", "2026-09-01", "Ana Ruiz")


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("advancelint-disable-line AD401", "no reason"),
        ("advancelint-disable-line AD401 reason: --", "no reason"),
        ("advancelint-disable-line AD401 because it is fine", "before “because”"),
        ("advancelint-disable-line reason: fine", "names no rule"),
        ("advancelint-disable-line", "names no rule"),
        ("advancelint-enable", "names no rule"),
        ("advancelint-disable-line AD401 reason: fine until: June", "“June” is no date"),
        ("advancelint-disable-line AD401 reason: fine until: 2026-02-30", "“2026-02-30” is no date"),
        ("advancelint-disable-line AD401 reason: fine until: 20260901", "is no date"),
        ("advancelint-disable-line AD401 reason: fine until:", "is no date"),
        ("advancelint-disable-line AD401 reason: fine untill: 2026-09-01", "no key “untill:”"),
        ("advancelint-disable-line AD401 reason: fine reason: very", "twice"),
        ("advancelint-disable-nextline AD401 reason: fine", "did you mean “disable-next-line”?"),
        ("advancelint-silence AD401 reason: fine", "“silence” is nothing it can do"),
        ("advancelint: disable-line AD401 reason: fine", "hyphen"),
        ("advancelint disable AD401 reason: fine", "hyphen"),
        (f"advancelint-disable-line {'AD401 ' * 200}reason: fine", "200 rules or more"),
    ],
)
def test_what_is_malformed_says_what_is_wrong_and_holds_nothing(comment: str, told: str) -> None:
    item = only(f"<!-- {comment} -->")
    assert told in item.fault
    assert not item.reach
    found = judged(f"{HEAD}**Objective:** {OWN} <!-- {comment} -->\n")
    assert lines(found.diagnostics) == [7]
    assert lines(found.diagnostics, "SU703") == [7]


@pytest.mark.parametrize("comment", ["<!-- advancelint says no -->", "<!-- see advancelint-disable-line -->"])
def test_prose_about_the_tool_is_no_suppression(comment: str) -> None:
    _, written = read(Source.of("plan.md", comment), REGISTER, "2026-06-01")
    assert written.items == ()


def test_a_comment_without_an_end_is_told() -> None:
    found = judged(f"{HEAD}**Objective:** Vesna sends the figures by 12 June.\n\n{NEXT[:-4]}\n**Objective:** {OWN}\n")
    assert lines(found.diagnostics, "SU703") == [9]


@pytest.mark.parametrize(
    "body",
    [
        f"{NEXT}\n**Objective:** {OWN}\n",
        f"{NEXT}\n\n\n<!-- a note -->\n\n**Objective:** {OWN}\n",
        f"{NEXT}\n<!-- advancelint-disable-next-line SP203 reason: no -->\n**Objective:** {OWN}\n",
        f"{NEXT}\n**Objective:**\n{OWN}\n",
        f"{NEXT}\n**Objective:** Demonstrate the\nscheduling module to Vesna.\n",
        f"## Objective\n\n{NEXT}\n{OWN}\n",
        f"{NEXT}\n- **Objective:** {OWN}\n",
        f"- **Fallback:** Vesna names a colleague.\n  {NEXT}\n- **Objective:** {OWN}\n",
        f"- **Fallback:** Vesna names a colleague.\n{NEXT}\n- **Objective:** {OWN}\n",
        f"{NEXT}\n| Date | Objective |\n|---|---|\n| 2026-06-12 | {OWN} |\n",
        f"| Date | Objective {NEXT} |\n|---|---|\n| 2026-06-12 | {OWN} |\n",
        f"| Date | Objective |\n|---|---|\n| 2026-06-12 | {OWN} {SAME} |\n",
        f"| Date | Objective |\n|---|---|\n| 2026-06-12 {SAME} | {OWN} |\n",
        f"**Objective:** {OWN} {SAME}\n",
        f"**Objective:** Demonstrate {SAME} the scheduling module to Vesna.\n",
        f"**Objective:** Demonstrate the\nscheduling module to Vesna. {SAME}\n",
        f"- **Objective:** {OWN} {SAME}\n",
        f"<!-- advancelint-disable AD401 reason: no -->\n\n**Objective:** {OWN}\n\n<!-- advancelint-enable AD401 -->\n",
        f"**Objective:** {OWN}\n\n<!-- advancelint-disable-file seller-activity reason: no -->\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_where_a_suppression_reaches(body: str, end: str) -> None:
    plain = judged(HEAD + body.replace(NEXT, "").replace(SAME, "").replace("advancelint", "tool"))
    assert lines(plain.diagnostics), "the plan has to be one in which AD401 speaks"
    found = judged((HEAD + body).replace("\n", end))
    assert lines(found.diagnostics) == []
    assert len(lines(found.held)) == 1
    assert lines(found.diagnostics, "SU701") == ([8] if "SP203" in body else [])


@pytest.mark.parametrize(
    "body",
    [
        f"{NEXT}\n## Objective\n\n{OWN}\n",
        f"{NEXT}\n**Fallback:** Vesna names a colleague by 12 June.\n**Objective:** {OWN}\n",
        f"{NEXT}\n- Points\n  - **Objective:** {OWN}\n",
        f"{NEXT}\n| Date | Objective |\n|---|---|\n| 2026-06-12 | Vesna sends the log. |\n| 2026-06-13 | {OWN} |\n",
        f"**Objective:** {OWN}\n{NEXT}\n",
        f"{SAME}\n**Objective:** {OWN}\n",
        f"```\n{NEXT}\n```\n**Objective:** {OWN}\n",
        f"> {NEXT}\n\n**Objective:** {OWN}\n",
        f"`{NEXT}`\n**Objective:** {OWN}\n",
        f"<!-- advancelint-disable AD401 reason: no -->\n<!-- advancelint-enable AD401 -->\n\n**Objective:** {OWN}\n",
    ],
)
def test_where_a_suppression_does_not_reach(body: str) -> None:
    found = judged(HEAD + body)
    assert len(lines(found.diagnostics)) == 1
    assert not found.held


def test_enable_enables_what_it_names_and_nothing_else() -> None:
    found = judged(
        f"{HEAD}<!-- advancelint-disable AD401 AD411 reason: agreed -->\n\n"
        f"## Call, 2026-06-10\n\n**Objective:** {OWN}\n\n<!-- advancelint-enable AD401 -->\n\n"
        f"## Call, 2026-06-17\n\n**Objective:** Show the costing module to Vesna.\n"
    )
    assert lines(found.diagnostics) == [17]
    assert lines(found.held) == [11]
    assert len(lines(found.held, "AD411")) == 2
    (unmatched,) = [one for one in found.diagnostics if one.code == "SU705"]
    assert "“AD411”" in unmatched.message


def test_what_stood_behind_a_held_finding_comes_through() -> None:
    line = "**Objective:** Vesna takes a look at the recording.\n"
    plain = judged(f"{HEAD}{line}")
    (primary,) = [one for one in plain.diagnostics if one.also]
    behind = primary.also[0]
    held = judged(f"{HEAD}{NEXT.replace('AD401', primary.code)}\n{line}")
    assert lines(plain.diagnostics, behind) == []
    assert lines(held.diagnostics, behind) == [8]
    assert [(one.held.by, one.held.reason) for one in held.held] == [("suppression", "a first showing")]


def test_the_nearest_suppression_holds_and_the_other_is_unused() -> None:
    found = judged(
        f"{HEAD}<!-- advancelint-disable-file AD401 reason: all -->\n<!-- advancelint-disable AD401 reason: block -->\n"
        f"**Objective:** {OWN} {SAME}\n\n<!-- advancelint-enable AD401 -->\n"
    )
    assert [one.held.reason for one in found.held] == ["a first showing"]
    assert lines(found.diagnostics, "SU701") == [7, 8]


@pytest.mark.parametrize(("until", "holds"), [("2026-05-31", False), ("2026-06-01", True), ("2026-06-02", True)])
def test_the_last_day_counts(until: str, holds: bool) -> None:
    found = judged(f"{HEAD}{NEXT[:-4]} until: {until} -->\n**Objective:** {OWN}\n")
    assert bool(found.held) is holds
    assert bool(lines(found.diagnostics, "SU704")) is not holds
    assert not lines(found.diagnostics, "SU701")


def test_a_suppression_rests_when_its_call_is_over() -> None:
    text = f"{HEAD}{NEXT}\n**Objective:** {OWN}\n"
    assert [one.state for one in judged(text).standing] == ["in-use"]
    later = judged(text, as_of="2026-06-20")
    assert [one.state for one in later.standing] == ["resting"]
    assert not lines(later.diagnostics, "SU701")


def test_a_rule_that_took_no_part_leaves_no_unused_suppression() -> None:
    chosen = [rule for rule in RULES if rule.code in ("AD401", "SU701")]
    text = f"{HEAD}<!-- advancelint-disable-file SP203 RE301 reason: no -->\n\n**Objective:** {OWN}\n"
    found = judge_input(chosen, Source.of("plan.md", text), Settings(as_of="2026-06-01"), register=REGISTER)
    assert [one.code for one in found.diagnostics] == ["AD401"]
    assert found.standing[0].states == ("not-judged", "not-judged")


def test_suppressions_themselves_cannot_be_suppressed() -> None:
    found = judged(f"{HEAD}<!-- advancelint-disable-file SU701 SU702 AD404 reason: no -->\n\n**Objective:** {OWN}\n")
    codes = [one.code for one in found.diagnostics if one.code.startswith("SU")]
    assert sorted(codes) == ["SU701", "SU702", "SU702"]


def test_a_suppression_of_many_rules_is_told_as_what_it_is() -> None:
    words = {"advance": "is a family", "advancelint": "is a pack", "AD4": "is the beginning of codes"}
    for word, kind in words.items():
        found = judged(f"{HEAD}<!-- advancelint-disable-file {word} reason: no -->\n\n**Objective:** {OWN}\n")
        (message,) = [one.message for one in found.diagnostics if one.code == "SU702"]
        assert f"“{word}” {kind}" in message


def test_front_matter_has_comments_of_its_own() -> None:
    text = (
        "---\ntype: deal-plan\n# advancelint-disable-next-line PL103 reason: our own word\nstage: warm-ish\n"
        'note: "# advancelint-disable-file AD401 reason: a quoted value is none"\n---\n'
        f"# Brandt Optics\n\n## Call, 2026-06-10\n\n**Objective:** {OWN}\n"
    )
    found = judged(text)
    assert lines(found.held, "PL103") == [4]
    assert lines(found.diagnostics) == [11]
    assert len(found.standing) == 1
    same = text.replace("# advancelint-disable-next-line PL103 reason: our own word\n", "").replace(
        "warm-ish", "warm-ish # advancelint-disable-line PL103 reason: our own word"
    )
    assert lines(judged(same).held, "PL103") == [3]


def test_findings_on_the_whole_plan_are_held_at_its_title_or_for_the_file() -> None:
    call = f"## Call, 2026-06-10\n\n**Objective:** {OWN}\n"
    text = f"---\ntype: deal-plan\nstage: discover\n---\n{{}}# Brandt Optics{{}}\n\n{{}}\n\n{call}"
    title = "<!-- advancelint-disable-line PL104 reason: in the CRM -->"
    above = title.replace("disable-line", "disable-next-line") + "\n"
    file = title.replace("disable-line", "disable-file")
    for parts in ((above, "", ""), ("", f" {title}", ""), ("", "", file)):
        found = judged(text.format(*parts))
        assert len(lines(found.held, "PL104")) == 1
        assert not lines(found.diagnostics, "PL104")
    assert lines(judged(text.format("", "", above.strip())).diagnostics, "PL104")


def test_trouble_with_front_matter_can_be_held() -> None:
    close = "close-date: 2026-02-31 # advancelint-disable-line IN007 reason: they do not know"
    text = f"---\ntype: call-plan\n{close}\n---\n# Call, 2026-06-10\n\n**Objective:** {OWN}\n"
    assert lines(judged(text).held, "IN007") == [3]


def test_a_suppression_in_what_is_no_plan_is_nothing() -> None:
    found = judged("# Recipe\n\n<!-- advancelint-disable-next-line AD401 -->\nMix flour and water.\n")
    assert (found.status, found.diagnostics, found.standing) == ("passed-over", (), ())


def test_a_suppression_in_an_empty_plan_holds_what_is_said_of_it() -> None:
    text = (
        "---\ntype: call-plan\n---\n\nNothing.\n\n<!-- advancelint-disable-file IN005 AD401 reason: to be written -->\n"
    )
    found = judged(text)
    assert lines(found.held, "IN005") == [1]
    assert [one.code for one in found.diagnostics] == []


def corpus() -> list[str]:
    names = sorted(name for name in os.listdir(PLANS) if name.endswith(".md"))
    return [name for name in names if "<!--" not in Path(PLANS, name).read_text("utf-8")][::3]


@pytest.mark.parametrize("name", corpus())
def test_comments_at_the_end_of_lines_change_nothing_that_is_read(name: str) -> None:
    with open(os.path.join(PLANS, name), encoding="utf-8", newline="") as file:
        text = file.read()
    source = Source.of(name, text)
    # A reason full of what plans are read for: a date, a name, an act, a stage, a label.
    comment = " <!-- advancelint-disable-line AD401 reason: Objective: Zora Quint signed the contract on 2026-03-03 -->"
    fenced, made = False, []
    front = text.startswith("---")
    for number, line in enumerate(text.split("\n")):
        bare = line.rstrip("\r")
        fenced ^= bare.lstrip().startswith(("```", "~~~"))
        front = front and not (number and bare.strip() in ("---", "..."))
        told = bool(bare.strip(" |:-=>*_#")) and not (front or fenced or bare.startswith(("    ", "\t", "---")))
        told = told and not bare.lstrip().startswith((">", "<", "|", "```", "~~~", "["))
        ends = "\r" if line.endswith("\r") else ""
        made.append(bare + comment + ends if told and not bare.endswith("\\") else line)
    noisy = Source.of(name, "\n".join(made))
    assert noisy.text != text
    assert [line.rstrip() for line in quieted(noisy).text.split("\n")] == [line.rstrip() for line in text.split("\n")]
    settings = Settings(as_of="2026-06-01")
    assert published(understand(noisy, settings), quieted(noisy)) == published(understand(source, settings), source)


PIECES = [
    "<!--", "-->", " advancelint-", "disable", "-line", "-next-line", "-file", "enable", " AD401", ", SP203", " ALL",
    " reason: ", "why", " until: 2026-09-01", " until: soon", " owner: Ana", "\n", "\r\n", "\n\n", "- ", "> ",
    "| a | b |", "\n|---|---|\n", "\\|", "`", "```\n", "# ", "---\n", "stage: x ", "**Objective:** Show it.",
    "\u2028", "\0", "🎯",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_text_can_be_read_and_nothing_moves(text: str) -> None:
    source = Source.of("plan.md", text).with_line_feeds()
    quiet, written = read(source, REGISTER, "2026-06-01")
    assert len(quiet.text) == len(source.text)
    assert Source.of("plan.md", quiet.text).line_starts == source.line_starts
    assert quiet == quieted(source)
    for fault in written.faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(quiet.text)
        spans = [edit.span for edit in fault.fix.edits]
        assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


def test_a_block_of_text_above_hides_no_comment_in_the_front_matter() -> None:
    front = "note: |\n  # advancelint-disable-file AD401 reason: text\n# advancelint-disable-file AD402 reason: own\n"
    _, written = read(Source.of("plan.md", f"---\n{front}---\n# Call\n"), REGISTER, "2026-06-01")
    assert [[name.code for name in item.names] for item in written.items] == [["AD402"]]


def mended(text: str, safety: str = "safe") -> str:
    """Apply the fixes of all SU diagnostics."""
    source = Source.of("plan.md", text).with_line_feeds()
    found = [one for one in judged(text).diagnostics if one.code.startswith("SU") and one.fix.safety == safety]
    for edit in (edit for one in found for edit in one.fix.edits):
        assert (source.place(edit.span.start), source.place(edit.span.end)) == (edit.start, edit.end)
    return applied(source, found).written


GOOD = "Vesna sends the figures by 12 June."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{NEXT}\n**Objective:** {GOOD}\n", f"**Objective:** {GOOD}\n"),
        (f"**Objective:** {GOOD} {SAME}\n", f"**Objective:** {GOOD}\n"),
        (f"**Objective:** Vesna sends {SAME} the figures.\n", "**Objective:** Vesna sends the figures.\n"),
        (f"- **Objective:** {GOOD}\n  {NEXT}\n- **Fallback:** x\n", f"- **Objective:** {GOOD}\n- **Fallback:** x\n"),
        (f"**Objective:** {GOOD}\n{NEXT}\nAnd a word.\n", f"**Objective:** {GOOD}\n\nAnd a word.\n"),
        (
            f"| Date | Objective |\n|---|---|\n| 2026-06-12 | {GOOD} {SAME} |\n",
            f"| Date | Objective |\n|---|---|\n| 2026-06-12 | {GOOD} |\n",
        ),
        (
            f"<!-- advancelint-disable-next-line AD401, AD404 reason: no -->\n**Objective:** {OWN}\n",
            f"<!-- advancelint-disable-next-line AD401 reason: no -->\n**Objective:** {OWN}\n",
        ),
        (
            f"{NEXT.replace('AD401', 'AD404, AD406 AD401 AD407,AD408')}\n**Objective:** {OWN}\n",
            f"{NEXT}\n**Objective:** {OWN}\n",
        ),
        (
            f"<!-- advancelint-disable AD401 reason: x -->\n- Objective: {GOOD}\n\n<!-- advancelint-enable AD401 -->",
            f"- Objective: {GOOD}\n\n",
        ),
        (f"{NEXT[:-4]} until: 2026-05-01 -->\n**Objective:** {OWN}\n", f"**Objective:** {OWN}\n"),
        (f"**Objective:** {GOOD}\n\n<!-- advancelint-enable AD401 -->", f"**Objective:** {GOOD}\n\n"),
        (f"{NEXT}\r\n**Objective:** {GOOD}\r\n", f"**Objective:** {GOOD}\r\n"),
    ],
)
def test_a_safe_fix_takes_out_what_holds_nothing_and_changes_no_finding(before: str, after: str) -> None:
    assert mended(HEAD + before) == HEAD + after
    kept = [(one.code, one.message) for one in judged(HEAD + before).diagnostics if not one.code.startswith("SU")]
    found = judged(HEAD + after).diagnostics
    assert [(one.code, one.message) for one in found] == kept


def test_a_name_that_is_misspelt_has_an_unsafe_fix() -> None:
    text = f"{HEAD}{NEXT.replace('AD401', 'AD4O1')}\n**Objective:** {OWN}\n"
    assert mended(text) == text
    assert mended(text, "unsafe") == f"{HEAD}{NEXT}\n**Objective:** {OWN}\n"


def test_a_comment_in_the_front_matter_is_taken_out() -> None:
    front = "---\ntype: call-plan\n{}stage: discover{}\n---\n# Call, 2026-06-10\n\n**Objective:** " + GOOD + "\n"
    own = "# advancelint-disable-next-line PL103 reason: no\n"
    assert mended(front.format(own, "")) == front.format("", "")
    assert mended(front.format("", " # advancelint-disable-line PL103 reason: no")) == front.format("", "")


@pytest.mark.parametrize("behind", ["", " ", "\t"])
def test_a_comment_breaks_no_line_whatever_blank_stands_behind_it(behind: str) -> None:
    comment = "<!-- advancelint-disable-line SP203 reason: she has asked for it -->"
    text = f"A sentence that goes {comment}{behind}\non in the next line."
    broken = [token for token in pieces(quieted(Source.of("plan.md", text)).text, {}) if token.type == "hardbreak"]
    assert broken == []


def test_what_stands_behind_the_end_of_a_block_is_told_of_too() -> None:
    block = "<!-- advancelint-disable AD401 reason: a first showing -->\n\n{}\n\n<!-- advancelint-enable AD401 -->\n\n"
    found = judged(HEAD + block.format("Vesna likes it.") + f"Objective: {OWN} {SAME}\n")
    assert [one.state for one in found.standing] == ["unused", "in-use"]
