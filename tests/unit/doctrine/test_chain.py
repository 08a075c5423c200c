"""The chain over the files of one account: what is past, what repeats, who acts, what is on record, what comes next."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from advancelint.catalog import load_rules
from advancelint.config import Settings
from advancelint.doctrine.account import Account, Sheet, account_key
from advancelint.doctrine.maturity import maturity_of
from advancelint.doctrine.suggest import suggestions
from advancelint.doctrine.view import View
from advancelint.engine import judge_input, look_around
from advancelint.plan.model import Plan
from advancelint.source import Source

AS_OF = "2026-06-01"
HEAD = "---\ntype: {kind}\naccount: Lund Bikes\nstage: {stage}\nour-company: Velokit\n---\n# Lund Bikes\n\n"
PEOPLE = "## People\n| Name | Role |\n| --- | --- |\n| Ebba Sund | workshop lead |\n| Ola Berg | CFO |\n\n"


def read_plan(text: str, name: str = "plan.md") -> Plan:
    return look_around(lambda _: Settings(as_of=AS_OF), history=False).plan_of(Source.of(name, text))


def view(
    body: str, kind: str = "deal-plan", stage: str = "align", beside: tuple[str, ...] = (), profile: str = "default"
) -> View:
    text = HEAD.format(kind=kind, stage=stage) + body
    others = tuple(Sheet(read_plan(other, f"b{place}.md"), other) for place, other in enumerate(beside))
    return View(read_plan(text), AS_OF, Account(text=text, beside=others, profile=profile))


def call(day: str, objective: str = "", outcome: str = "") -> str:
    lines = [f"### {day} Talk"]
    lines += [f"**Objective:** {objective}"] if objective else []
    lines += [f"**Outcome:** {outcome}"] if outcome else []
    return "\n".join(lines) + "\n\n"


NOTES = HEAD.format(kind="call-notes", stage="discover").replace("account:", "date: 2026-05-20\naccount:")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Norwood Mills GmbH", "norwood mills", True), ("Norwood", "Norwood Mills", False), ("", "", False)],
)
def test_one_account_may_be_spelt_in_two_ways(one: str, other: str, same: bool) -> None:
    assert (bool(account_key(one)) and account_key(one) == account_key(other)) is same


def test_calls_of_two_files_on_one_day_are_one_call() -> None:
    prep = HEAD.format(kind="call-plan", stage="align").replace("account:", "date: 2026-05-20\naccount:")
    prep += "**Objective:** Ebba sends the log by 22 May.\n"
    notes = NOTES + "**Outcome:** advance. Ebba sent the log.\n"
    seen = view("## Calls\n" + call("2026-06-10", "Ebba names a lead by 12 June."), beside=(prep, notes))
    assert [(entry.day, bool(entry.objectives), bool(entry.outcomes)) for entry in seen.entries] == [
        ("2026-05-20", True, True),
        ("2026-06-10", True, False),
    ]


def test_a_stage_that_only_another_file_tells_counts() -> None:
    home = HEAD.format(kind="account-plan", stage="evaluate")
    prep = "---\ntype: call-plan\naccount: Lund Bikes\ndate: 2026-06-10\n---\n# Call prep\n\n**Objective:** TBD\n"
    seen = View(read_plan(prep), AS_OF, Account(text=prep, beside=(Sheet(read_plan(home, "home.md"), home),)))
    assert seen.stage == "evaluate"


def test_the_record_is_read_from_outcomes_steps_and_prose() -> None:
    body = (
        "Ola approved the budget on 4 May. Nobody has signed the contract yet.\n\n## Calls\n"
        + call("2026-05-12", "Ebba drafts the success criteria by 15 May.", "advance. As agreed.")
        + "## Next steps\n- [x] Ebba Sund: sign the NDA, 2026-05-10\n- [ ] Ebba Sund: run the trial, 2026-06-20\n"
    )
    record = view(PEOPLE + body).record
    assert {"confirm_budget_approval", "co_write_success_criteria", "sign_nda", "need_confirmed"} <= record.done
    assert "run_pilot" not in record.known
    assert "sign_contract" in record.denied
    assert record.kept


def test_warmth_is_no_record() -> None:
    warm = call("2026-05-12", "Ebba drafts the success criteria by 15 May.", "advance. Great meeting, they loved it.")
    assert "co_write_success_criteria" not in view("## Calls\n" + warm).record.known


@pytest.mark.parametrize(
    ("outcome", "only_warm"),
    [
        ("advance. Great meeting, they loved it.", True),
        ("advance. Loved it, will be in touch.", True),
        ("advance. Great meeting. Ebba mailed the log on 15 May.", False),
        ("advance. Ebba named Ola as trial lead.", False),
        ("advance. Went well: Ebba and Ola counted the cases of a week together and hung the sheet up.", False),
        ("continuation. Great meeting.", False),
    ],
)
def test_only_action_and_energy_are_evidence(outcome: str, only_warm: bool) -> None:
    assert bool(view(PEOPLE + "## Calls\n" + call("2026-05-12", outcome=outcome)).warm) is only_warm


def test_continuations_count_to_the_last_call() -> None:
    calls = [
        call("2026-03-02", outcome="continuation. Nothing."),
        call("2026-04-02", outcome="advance. Ebba sent the log."),
        call("2026-05-02", outcome="continuation. Nothing."),
        call("2026-05-12", outcome="advance. Great meeting, very positive."),
    ]
    assert view(PEOPLE + "## Calls\n" + "".join(calls)).continuations == 2


def test_a_planned_call_may_win_a_stage() -> None:
    body = "## Calls\n" + "".join(call(f"2026-06-{day}", f"Ebba counts part {day}.") for day in (10, 17, 24))
    seen = view(PEOPLE + body, stage="discover")
    assert [seen.ready_stage(index) for index in range(3)] == ["discover", "align", "evaluate"]


def test_suggestions_fit_people_and_leave_out_what_is_done() -> None:
    seen = view(PEOPLE + "## Calls\n" + call("2026-05-12", outcome="advance. Ebba drafted the success criteria."))
    found = suggestions(seen)
    assert 3 <= len(found) <= 5
    assert "co_write_success_criteria" not in {one.act for one in found}
    assert {one.person for one in found} <= {"Ebba Sund", "Ola Berg"}
    assert next(one for one in found if one.act == "introduce_economic_buyer").person == "Ebba Sund"


def test_a_trade_changes_what_is_suggested_and_required() -> None:
    plain = view(PEOPLE, stage="evaluate")
    works = view(PEOPLE, stage="evaluate", profile="manufacturing")
    assert "test_sample" not in {one.act for one in suggestions(plain, 40)}
    assert "test_sample" in {one.act for one in suggestions(works, 40)}
    assert (
        "conceptual_agreement"
        in View(plain.plan, AS_OF, Account(profile="consulting")).ladder.acts["request_proposal"].hard
    )


@pytest.mark.parametrize(
    ("body", "level", "block"),
    [
        ("", "draft", "the sales objective"),
        (
            "**Sales objective:** Lund Bikes buys 12 kits by 30 October 2026.\n**Client's win:** fewer returns.\n\n"
            + PEOPLE
            + "## Calls\n"
            + call("2026-06-10", "Ebba drafts the success criteria by 15 June."),
            "qualified",
            "a fallback for the next call",
        ),
    ],
)
def test_how_ripe_a_plan_is(body: str, level: str, block: str) -> None:
    found = maturity_of(view(body))
    assert found.level == level
    assert block in found.blocks


def test_neighbours_are_the_files_of_the_same_account(tmp_path: Path) -> None:
    home = HEAD.format(kind="account-plan", stage="evaluate")
    (tmp_path / "home.md").write_text(home, "utf-8")
    (tmp_path / "calls").mkdir()
    (tmp_path / "calls" / "one.md").write_text(NOTES + "**Outcome:** continuation. Nothing.\n", "utf-8")
    (tmp_path / "other.md").write_text(home.replace("Lund Bikes", "Lund Boats"), "utf-8")
    (tmp_path / "broken.md").write_bytes(b"\xff\xfe Lund Bikes")
    around = look_around(lambda _: Settings(as_of=AS_OF), history=False)
    path = os.path.join(tmp_path, "home.md")
    plan = around.plan_of(Source.of(path, home))
    assert [os.path.basename(sheet.plan.path) for sheet in around.around(plan).beside] == ["one.md"]


def test_a_plan_of_many_calls_costs_no_more_than_its_length() -> None:
    def seconds(calls: int) -> float:
        days = (f"{2027 + place // 336}-{1 + place // 28 % 12:02d}-{1 + place % 28:02d}" for place in range(calls))
        body = "## Calls\n" + "".join(call(day, f"Ebba sends log {place}.") for place, day in enumerate(days))
        source = Source.of("many.md", HEAD.format(kind="deal-plan", stage="align") + body)
        started = time.process_time()
        assert not judge_input(load_rules(), source, Settings(as_of=AS_OF)).failures
        return time.process_time() - started

    assert seconds(1200) < 12 * seconds(300) + 1


@pytest.mark.parametrize(("before", "ahead"), [(True, True), (False, False)])
def test_what_stands_above_the_goals_of_a_preparation_was_brought_by_others(before: bool, ahead: bool) -> None:
    text = HEAD.format(kind="call-plan", stage="align").replace("stage:", "date: 2026-06-09\nstage:")
    told, aim = "**Outcome:** Ola agreed to log the waste\n\n", "**Objective:** Ola opens the waste log for us\n\n"
    text += told + aim if before else aim + told
    (entry,) = (one for one in View(read_plan(text), AS_OF, Account(text=text)).entries if one.objectives)
    assert (bool(entry.outcomes), entry.upcoming) == (True, ahead)
