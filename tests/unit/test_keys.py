"""A diagnostic keeps its key when lines move, and loses it when its words change."""

from advancelint.catalog import load_rules
from advancelint.config import Settings
from advancelint.diagnostic import Key
from advancelint.engine import judge_input
from advancelint.source import Source

RULES = load_rules()
PLAN = """\
---
type: call-plan
stage: discover
---
# Brandt Optics

## Call with Vesna Ilic, 2026-06-10

**Objective:** Demonstrate the scheduling module to Vesna.

## Call with Vesna Ilic, 2026-06-17

**Objective:** Demonstrate the scheduling module to Vesna.
"""


def keys(text: str, code: str = "AD401") -> list[Key]:
    judged = judge_input(RULES, Source.of("plan.md", text), Settings(as_of="2026-06-01"))
    return [one.key for one in judged.diagnostics if one.code == code]


def test_a_key_holds_the_headings_and_the_words() -> None:
    first, second = keys(PLAN)
    assert first.section == ("brandt optics", "call with vesna ilic, 2026-06-10")
    assert second.section == ("brandt optics", "call with vesna ilic, 2026-06-17")
    assert first.subject == "demonstrate the scheduling module to vesna."


def test_a_mark_outside_of_the_words_that_are_judged_is_told_behind_them() -> None:
    table = "| Who | What | Due | Done |\n|---|---|---|---|\n| Vesna Ilic | send the *lamp list* | 2026-04-20 | |\n"
    people = "| Name | Role |\n|---|---|\n| Vesna Ilic | store manager |\n"
    late = f"---\ntype: deal-plan\n---\n# Brandt Optics\n\n## People\n{people}\n## Next steps\n{table}"
    (key,) = keys(late, "CH607")
    assert key.subject == "send the lamp list / 2026-04-20"


def test_the_same_words_under_the_same_headings_are_counted() -> None:
    twice = PLAN.replace("2026-06-17", "2026-06-10")
    assert [key.nth for key in keys(twice)] == [1, 2]


def test_lines_above_and_markup_change_no_key() -> None:
    moved = PLAN.replace("# Brandt Optics", "\n" * 50 + "# Brandt Optics").replace("Demonstrate", "**Demonstrate**")
    assert keys(moved) == keys(PLAN)
    assert [key.fingerprint() for key in keys(moved)] == [key.fingerprint() for key in keys(PLAN)]


def test_what_is_said_of_the_whole_file_hangs_on_no_words() -> None:
    wrong = PLAN.replace("stage: discover", "date: 2026-13-01")
    (key,) = keys(wrong, "IN007")
    assert (key.section, key.subject) == ((), "")
    assert keys(wrong.replace("2026-13-01", "2026-14-01"), "IN007") == [key]


def test_other_words_are_another_key() -> None:
    swapped = PLAN.replace("scheduling", "costing", 1)
    assert keys(swapped)[0] != keys(PLAN)[0]
    assert keys(swapped)[1] == keys(PLAN)[1]


def test_what_is_said_of_the_whole_plan_hangs_on_no_words() -> None:
    deal = PLAN.replace("call-plan", "deal-plan")
    retitled = deal.replace("# Brandt Optics", "# Brandt Optics, deal of the summer")
    assert keys(deal, "PL104") == keys(retitled, "PL104") == [Key("PL104", (), "", 1)]
