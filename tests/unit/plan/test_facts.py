"""Stage, account, close date, sales objective, the client's win."""

import pytest
from planning import plan_of

from advancelint.plan.stage_words import stage_of
from advancelint.plan.vocabulary import vocabulary

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("written", "stage"),
    [
        ("evaluate", "evaluate"),
        ("Evaluation", "evaluate"),
        ("Proposal Review & Negotiations (50%)", "negotiate"),
        ("Discovery Complete → Proposal Development", "propose"),
        ("closed-won", "won"),
        ("CLOSED LOST", "lost"),
        ("needs_analysis", "discover"),
        ("4 - Proposal", "propose"),
        ("Stage 3", "evaluate"),
        ("warm-ish", ""),
        ("", ""),
        ("a | b | c", ""),
    ],
)
def test_a_stage_maps_to_the_ladder_or_to_nothing(written: str, stage: str) -> None:
    assert stage_of(written, WORDS) == stage


FRONT = "---\ntype: deal-plan\n{}\n---\n# Norwood\n\n{}\n"


@pytest.mark.parametrize(
    ("front", "body", "value", "raw"),
    [
        ("stage: align", "**Stage:** Close", "align", "align"),
        ("stage: warm-ish", "", "", "warm-ish"),
        ("stage: TBD", "**Deal stage:** Demo", "evaluate", "Demo"),
        ("tags: [a, stage/discovery]", "", "discover", "discovery"),
        ("k: v", "#call #norwood #stage/align", "align", "align"),
        ("k: v", "The tag #stage/align is for notes", "", ""),
        ("status: published", "", "", ""),
        ("status: active", "", "", ""),
        ("stage: active", "", "expand", "active"),
        ("k: v", "**Account status:** prospect", "", ""),
        ("status: negotiation", "", "negotiate", "negotiation"),
        ("k: v", "**Status:** on track", "", ""),
        ("k: v", "## DEAL STATUS: CLOSED LOST", "lost", "CLOSED LOST"),
        ("k: v", "| Field | Value |\n|---|---|\n| Stage | Pilot |", "evaluate", "Pilot"),
    ],
)
def test_the_stage_comes_from_front_matter_then_labels_then_tags_then_status(
    front: str, body: str, value: str, raw: str
) -> None:
    stage = plan_of(FRONT.format(front, body)).stage
    assert (stage.value, stage.raw) == (value, raw)


def test_a_call_status_is_no_stage() -> None:
    plan = plan_of("# Account plan: A\n\n## Call 1: audit\n- **Date:** 2026-05-02\n- **Status:** lost\n")
    assert not plan.stage.present


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("# Account plan: Norwood Mills\n\n**Stage:** Demo", "Norwood Mills"),
        ("# Norwood Mills — account plan\n\n**Stage:** Demo", "Norwood Mills"),
        ("# Call Prep: Joe Casale — Lexter Books\n\nObjective: a", "Lexter Books"),
        ("# Call prep - Halden - 2026-05-02\n\nObjective: a", "Halden"),
        ("# Account plan\n\n**Customer:** Vantor\n**Stage:** Demo", "Vantor"),
        ("---\ntype: account-plan\n---\n# Norwood\n", "Norwood"),
    ],
)
def test_the_account_comes_from_a_label_or_from_the_title_beside_its_kind(text: str, account: str) -> None:
    assert plan_of(text).account.value == account


@pytest.mark.parametrize(
    ("below", "account"),
    [
        ("Brightsea Hotels", "Brightsea Hotels"),
        ("- Brightsea Hotels", "Brightsea Hotels"),
        ("- Size: 40 hotels", ""),
        ("**Tier:** Gold", ""),
    ],
)
def test_a_line_alone_below_the_heading_names_the_account(below: str, account: str) -> None:
    assert plan_of(f"---\ntype: call-plan\n---\n# Call plan\n\n## 1. Account\n\n{below}\n").account.value == account


def test_a_cell_with_two_lines_is_one_value_where_no_list_is_asked_for() -> None:
    rows = "| Stage | Discover<br>since May |\n| Attendees | Olga Brandt<br>Rosa Lane |\n"
    plan = plan_of(f"---\ntype: call-plan\n---\n# Call plan\n\n| | |\n|---|---|\n{rows}")
    assert " ".join(plan.stage.raw.split()) == "Discover since May"
    assert [one.name for one in plan.people] == ["Olga Brandt", "Rosa Lane"]


def test_a_placeholder_is_no_sales_objective_but_its_place_is_known() -> None:
    plan = plan_of("---\ntype: account-plan\n---\n**Sales objective:** TBD\n\n## Client's win\n\n[what they get]\n")
    assert (plan.sales_objective.value, plan.sales_objective.raw) == ("", "TBD")
    assert (plan.client_win.value, plan.client_win.raw) == ("", "[what they get]")


@pytest.mark.parametrize(
    ("written", "value"),
    [("2026-11-30", "2026-11-30"), ("30 Nov 2026", "2026-11-30"), ("Q4 2026", ""), ("Mid-January", "")],
)
def test_a_close_date_is_iso_only_where_it_is_one_day(written: str, value: str) -> None:
    close = plan_of(f"---\ntype: deal-plan\nclose_date: {written}\n---\n").close_date
    assert (close.value, close.raw) == (value, written)


def test_front_matter_may_hold_what_is_to_be_sold_and_what_they_gain() -> None:
    plan = plan_of("---\ntype: deal-plan\nsales-objective: Norwood buys three dryers\nclient-win: fewer stops\n---\n")
    assert (plan.sales_objective.value, plan.client_win.value) == ("Norwood buys three dryers", "fewer stops")


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("We're basically in proposal, they have the rate card.", "propose"),
        ("I'd call that negotiation.", "negotiate"),
        ("The deal is still at discovery.", "discover"),
        ("now at the proposal stage, ours went in on 8 May", "propose"),
        ("The deal has moved to the negotiation stage.", "negotiate"),
        ("We are in **negotiation**. Two open points.", "negotiate"),
        ("Sales stage is still prospecting.", "engage"),
        ("Stage in our process: 2 – Discovery", "discover"),
        ("- Present stage: Technical evaluation", "evaluate"),
        ("Stage – proposal", "propose"),
        ("**Stage:** Proposal/Quote (60 %)", "propose"),
        ("Seller: Caio | new account, fase atual: Proposta", "propose"),
        ("Wir sind damit in der Phase Ausbau eines Bestandskunden.", "expand"),
        ("Situation : client depuis 2021, phase de négociation", "negotiate"),
        ("**Where we are:** Business case ✅ → **Proposal** 👈 → Contract", "propose"),
        ("where: negotiating. verbal from Paul", "negotiate"),
        ("> Etapa do funil: Negociação", "negotiate"),
        ("where we are: demo'd in March, went well", ""),
        ("The next stage is a demo on 4 May.", ""),
        ("They asked about the proposal stage of the tender.", ""),
        ("If we get to the proposal stage, Ana helps.", ""),
        ("In the discovery phase of their project they lost a week.", ""),
        ("stage 2 of the plant is in evaluation", ""),
        ("We met in the proposal room.", ""),
        ("They asked for a proposal.", ""),
    ],
)
def test_a_sentence_may_state_the_stage(sentence: str, stage: str) -> None:
    assert plan_of(f"---\ntype: deal\naccount: Norwood\n---\n# Norwood\n\n{sentence}\n").stage.value == stage


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("Where we want to be at year end", "a framework contract for hall 2"),
        ("Wo wir hinwollen", "a framework contract for hall 2"),
        ("Dónde queremos estar en diciembre", "a framework contract for hall 2"),
        ("Where we want to get to in this call", ""),
        ("Where we stand", ""),
    ],
)
def test_where_the_sale_is_to_end_is_the_sales_objective(label: str, found: str) -> None:
    goal = f"**{label}:** a framework contract for hall 2"
    text = f"# Account plan: Vossmar Marine\n\n{goal}\n\n## Next steps\n- Tine: list\n"
    assert plan_of(text).sales_objective.value == found


def test_what_stands_below_its_heading_is_known_to_stand_there() -> None:
    body = "## Sales objective\n\nTwo machines by May 2027\n\n## Value for the client\n\nless scrap on line two"
    plan = plan_of(FRONT.format("stage: align", body))
    assert plan.sales_objective[::3] == ("Two machines by May 2027", "heading")
    assert plan.client_win[::3] == ("less scrap on line two", "heading")
