"""Plan or no plan, and of which kind."""

import pytest
from planning import plan_of

from advancelint.plan import Known, tone
from advancelint.plan.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("account-plan", "account"),
        ("deal-plan", "deal"),
        ("call-plan", "prep"),
        ("call_notes", "notes"),
        ("Mutual-Plan", "map"),
    ],
)
def test_front_matter_declares_the_kind(written: str, kind: str) -> None:
    plan = plan_of(f"---\ntype: {written}\n---\n")
    assert (plan.kind, plan.declared) == (kind, True)


def test_config_declares_the_kind_over_everything() -> None:
    plan = plan_of("# Recipe\n", known=Known(kind="deal"))
    assert (plan.kind, plan.declared) == ("deal", True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Call prep: Norwood\n\n**Objective:** a", "prep"),
        ("# Call prep\n\n| Date | Objective |\n|---|---|\n| 2026-06-08 | a |", "prep"),
        ("# Norwood\n\n| Date | With | Objective |\n|---|---|---|\n| 2026-06-08 | Ana | a |", "prep"),
        ("# Release plan\n\n| Date | Goal |\n|---|---|\n| 2026-06-08 | ship it |", "none"),
        ("# Meeting notes — Norwood\n\n## Next steps\n- a", "notes"),
        ("# Mutual Action Plan: Norwood\n\n## Next steps\n- a", "map"),
        ("# Deal review\n\n**Stage:** Demo", "deal"),
        ("# Norwood\n\n**Stage:** Demo\n\n## Next steps\n- a", "deal"),
        ("# Norwood, 8 June 2026\n\n**Call objective:** a", "prep"),
        ("# Norwood 2026-06-08\n\n**Attendees:** Ana Ruiz\n\n## Next steps\n- a", "notes"),
        ("# Call prep: cooking\n\nStir.", "none"),
        ("# Norwood\n\n**Stage:** Demo", "none"),
        ("# Norwood\n\n**Stage:** blue\n\n## Goals\n- a", "none"),
        ("# Design\n\n## Goals\n- a\n\n## Next\n- b", "none"),
        ("# Prep: Norwood\n\n## Walk away with\n- a", "prep"),
        ("# Call brief\n\n## Objectives\n- **Primary:** a", "prep"),
        ("# Meeting notes\n\n**Attendees:** Ana Ruiz (Norwood)\n\n## Next steps\n- a", "notes"),
        ("# Sprint notes\n\n**Attendees:** Ana\n\n## Action items\n- a", "none"),
        ("# Sync, 8 June 2026\n\n**Outcome:** Continuation. She liked it.\n\n## Next steps\n- a", "notes"),
        ("# How to plan a call\n\n**Objective:** a\n\n## Next steps\n- a", "none"),
        ("# Project X\n\n**Objective:** a\n\n## Next steps\n- a", "none"),
        ("# Account plan: [Company]\n\n**Stage:** Demo", "template"),
        ("# Deal plan template\n\n**Stage:** Demo", "template"),
        ("# Norwood\n\n**Stage:** [Stage]\n**Contact:** [Name]\n\n## Next steps\n- [Step] by [Date]", "template"),
        ("", "none"),
        ("text", "none"),
    ],
)
def test_else_the_title_and_the_parts_decide(text: str, kind: str) -> None:
    plan = plan_of(text)
    assert (plan.kind, plan.declared) == (kind, False)


GOOD = "# Account plan: A\n\n**Stage:** Demo\n\n## Next steps\n- a\n"


@pytest.mark.parametrize("path", ["docs/README.md", "a/SKILL.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE.md"])
def test_files_of_a_repository_are_no_plans(path: str) -> None:
    plan = plan_of(GOOD, path)
    assert plan.kind == "none"
    assert plan.passed_over[0].why


@pytest.mark.parametrize("path", ["a/_template.md", "call-template.md", "Template.md"])
def test_a_template_is_known_by_its_name(path: str) -> None:
    assert plan_of(GOOD, path).kind == "template"


def test_a_template_is_known_by_its_slots_even_when_its_front_matter_is_broken() -> None:
    plan = plan_of("---\ntype: call-plan\ndate: {{date}}\n---\n# {{account}}\n")
    assert (plan.kind, plan.declared) == ("template", False)


def test_a_prompt_is_no_plan() -> None:
    assert plan_of("---\nname: call-prep\ndescription: writes a call plan\n---\n" + GOOD).kind == "none"


def test_an_unjudged_document_says_what_was_looked_for_and_seen() -> None:
    (place,) = plan_of("# Norwood\n\n**Stage:** Demo\n").passed_over
    assert "looked for" in place.why
    assert "saw stage" in place.why
    (place,) = plan_of("# Norwood\n\n**Goal:** grow\n\n**Attendees:** Olga Brandt (Norwood)\n").passed_over
    assert place.why.endswith("saw people")


@pytest.mark.parametrize(("title", "seen"), [("Call notes: Norwood", "“call notes”"), ("Norwood hall", "none of them")])
def test_what_was_seen_of_a_file_that_is_no_plan_is_said(title: str, seen: str) -> None:
    plan = plan_of(f"# {title}\n\nThe hall is cold, and the roof leaks.\n", "norwood.md")
    assert plan.kind == "none"
    assert any(seen in one.why for one in plan.passed_over)


PLANNED = "Hartmoor Quarry, Tue 14 April 2026\n\nsee Owen (site mgr)\n\nget Owen to run our liner on one chute\n{}\n"
TOLD = (
    "# Hartmoor Quarry\n\nSaw Owen on 14 April 2026. He showed me the chute. I promised him the liner by May."
    "\n\nNext I want him to buy two. {}\n"
)
TALKED = (
    "# Hartmoor\n\nsaw Olga, has the budget, 40k. The competitor is cheaper.\n\n"
    "- me: quote to Olga by 1 June\n- Olga: asks Breda by 3 June\n"
)


@pytest.mark.parametrize(
    ("text", "path", "kind"),
    [
        (PLANNED.format("if not: the wear figures\nask who signs\ntake: gauge"), "n.md", "prep"),
        (TOLD.format("They said no to two."), "n.md", "notes"),
        (TALKED, "v1.2 of the list.md", "notes"),
        (TALKED, "v1.2 before the visit.md", "prep"),
        ("# Hartmoor Quarry, tomorrow\n\n14 April 2026\n\nOwen joins. I want him to buy one liner.\n", "n.md", "prep"),
        (TOLD.format("They said no to two."), "hartmoor-quarry-deal.md", "deal"),
        (TOLD.format("They said no to two."), "HARTMOOR_QUARRY_ACCOUNT.md", "account"),
        (TOLD.format("They said no to two."), "hartmoor-deal-and-account.md", "notes"),
        (
            (
                "# How Hartmoor Quarry and we get to a start\n\n1. Owen signs by 12 March.\n2. I send it on 16 March.\n"
                "3. Owen tests it on 27 March.\n4. We start on 10 April.\n\nWe want Owen to check it.\n"
            ),
            "n.md",
            "map",
        ),
    ],
)
def test_a_note_without_a_kind_is_told_by_its_files_name_and_by_how_it_talks(text: str, path: str, kind: str) -> None:
    assert plan_of(text, path).kind == kind


DEAL = (
    "# Hartmoor Hospital - sprinklers\n\n{}\n\n## Objective\n\nSigned contract by August\n\n## Next steps\n\n"
    "- Carol (Hartmoor): survey\n"
)


@pytest.mark.parametrize(
    ("text", "path", "kind"),
    [
        (DEAL.format("Tender submitted, preferred bidder since."), "n.md", "deal"),
        (DEAL.format("Client since 2014, one tender lost."), "n.md", "account"),
        (
            (
                "# Hartmoor Dairy – cartoner\n\n**Date and place:** 11 March 2026, 10:00\n**Phase:** analysis\n\n"
                "## People\n\nStuart Pell (Hartmoor)\n\n## Objective\n\nStuart sends 400 blanks\n"
            ),
            "n.md",
            "prep",
        ),
        ("# Hartmoor Machinery (key account, translation)\n\n## Objective\n\nkeep the volume\n", "n.md", "account"),
        ("# Qualification sheet: Hartmoor Storage\n\nNext step: send the price\nPeople: Zofia\n", "n.md", "deal"),
    ],
)
def test_a_deal_a_call_and_an_account_are_told_apart(text: str, path: str, kind: str) -> None:
    assert plan_of(text, path).kind == kind


def test_questions_and_a_day_to_come_look_ahead() -> None:
    words = vocabulary()
    assert tone.of("How many?\nWho pays?\nWhat then?\n", "Hartmoor", words).is_ahead
    assert not tone.of("How many?\nWho pays?\n", "Hartmoor", words).is_ahead
    assert tone.of("She called.\n", "Before Tuesday", words).is_ahead
    assert not tone.of("She called.\n", "After Tuesday", words).is_ahead


BEFORE = "# Norwood Mills, Thursday\n\n11 June 2026, at the mill. {}\n\nOwed: {}\n"
SAID = "Ana wants the trial. She told us that nobody asked. Told her we had samples."


@pytest.mark.parametrize(
    ("due", "kind"),
    [("Joe packs the samples, 8 June; Ana's figures, 9 June", "prep"), ("Joe sends the samples, 18 June", "notes")],
)
def test_days_right_before_the_call_are_those_of_its_preparation(due: str, kind: str) -> None:
    assert plan_of(BEFORE.format(SAID, due), path="norwood.md").kind == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Norwood Mills – telemetry", "deal"),
        ("Norwood Mills", "account"),
        ("Norwood Mills, thoughts before the Bristol meeting", "prep"),
    ],
)
def test_a_text_without_a_day_of_its_own_is_kept_on_a_client_or_a_sale(title: str, kind: str) -> None:
    text = (
        f"# {title}\n\nValue 240k. We are with two others on the list.\n\n"
        "People: Rosa Lund (head of operations, wants us), Peter Ames (procurement).\n\n"
        "Our goal: order for all stations before 30 September 2026.\n\nSo far\n- 3 March: first meeting with Rosa\n\n"
        "Next\n- Rosa: get the board date\n- me: revised price, 12 June\n"
    )
    assert plan_of(text, path="kept.md").kind == kind


def test_a_table_with_a_column_for_either_company_of_the_title_is_a_joint_plan() -> None:
    text = (
        "# From trial to contract: Halden Bakery and Ovenworks\n\n"
        "| Step | Halden | Ovenworks | When |\n|---|---|---|---|\n"
        "| Bake test | Eva | Nils | 11 May 2026 |\n| Contract signed | Tor | Kari | 15 June 2026 |\n\n"
        "Why Halden does it: an hour less at night.\n"
    )
    assert plan_of(text, path="halden.md").kind == "map"


FORM = "# Visit sheet – Norwood Mills, Leeds\n\nRep: Lorna Pell\n\n## Come away with\n\nAna asks for a firm price\n\n{}"


@pytest.mark.parametrize(
    ("rest", "kind"),
    [
        ("## After the visit\n\nResult: Ana wants a price for one set\n", "notes"),
        ("## After the visit\n\nResult:\n", "prep"),
        ("## Last time\n\nResult: Ana wanted a price\n", "prep"),
    ],
)
def test_a_form_that_says_what_came_of_the_visit_is_notes_of_it(rest: str, kind: str) -> None:
    assert plan_of(FORM.format(rest), path="sheet.md").kind == kind


def test_a_form_whose_parts_only_say_in_brackets_what_to_fill_in_is_a_template() -> None:
    form = (
        "# Visit sheet\n\nRep: ____ | Area: ____ | Date of visit: __/__/____\n\n## Come away with\n\n(one sentence)\n\n"
        "## Will settle for\n\n(the smaller thing)\n\n## What hurts\n\n(their words)\n\nResult:\n"
    )
    assert plan_of(form, path="sheet.md").kind == "template"


def test_a_round_of_a_sales_team_is_no_plan() -> None:
    text = "Present: Ana, Joe\n\n- Joe: Norwood offer is out\n\n## Jobs\n\n- Ana: price list, 20 May 2026\n"
    assert plan_of(f"# Monday huddle, 18 May 2026\n\n{text}", path="monday.md").kind == "none"


WISH = "# {}\n\nTorill Aune (site manager).\n\nWhat I'm after: {}\nIf she won't: she sends me the logs of May.\n"


@pytest.mark.parametrize(
    ("title", "wish", "kind"),
    [
        ("Korsvik Hatchery, Tuesday 9 June 2026", "Torill lets us hang two probes in tank 6.", "prep"),
        ("Korsvik Hatchery, Tuesday 9 June 2026", "a quiet day", "none"),
        ("Korsvik Hatchery", "Torill lets us hang two probes in tank 6.", "none"),
    ],
)
def test_a_day_in_the_title_and_what_somebody_is_to_do_make_a_plan_of_a_call(title: str, wish: str, kind: str) -> None:
    assert plan_of(WISH.format(title, wish)).kind == kind


@pytest.mark.parametrize(
    ("text", "path", "kind"),
    [
        (
            "# Norwood, heat pumps: log\n\nStatus: pilot\n\n## 9 July 2026\n\nNext step: Ana asks\n\nClient: Norwood",
            "a.md",
            "deal",
        ),
        (
            "# Norwood: running log\n\nPress: two\n\n## 9 July 2026\n\nNext step: Ana asks\n\nClient: Norwood",
            "a.md",
            "notes",
        ),
        ("# Norwood: close plan\n\nGoal: signed by 3 July\n\n- Ana: sign, 3 July 2026\n", "norwood.md", "deal"),
        ("# Norwood: joint close plan\n\nGoal: signed by 3 July\n\n- Ana: sign, 3 July 2026\n", "norwood.md", "map"),
        ("# Norwood: close plan\n\nClose date: 3 July 2026\n\n- Ana: sign, 3 July 2026\n", "norwood.md", "map"),
        (
            "# Team meeting, 4 May 2026\n\n## Objectives for May\n\n- twelve visits\n\n## Actions\n\n- Ana: x\n",
            "a.md",
            "none",
        ),
        ("# Visit report\n\nClient:\nResult:\nNext steps:\n", "visit_report_BLANK.md", "template"),
    ],
)
def test_what_a_plan_holds_tells_its_kind_where_the_title_leaves_two(text: str, path: str, kind: str) -> None:
    assert plan_of(text, path=path).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            (
                "# Norwood Shipping: note for file\n\nMeeting of 24 March. Present for Norwood: Tomas Berg (CFO).\n\n"
                "What was settled:\n\n- Tomas will take it to the board on 31 March.\n"
            ),
            "notes",
        ),
        (
            (
                "# Campaign brief: storage for cold chain\n\nRequested by: Ana Ruiz (sales)\nOwner: Jo Fell\n\n"
                "## Objective\n\nGenerate 25 leads from us by Q3\n\n## Timeline\n\n| Milestone | Owner | Date |\n"
                "|---|---|---|\n| Copy approved | Jo | Mar 27 |\n| Lead review with sales | Jo | Jun 12 |\n"
            ),
            "none",
        ),
        (
            (
                "# Desk sales – Monday round 13 April 2026\n\nPresent: Ana, Bo, Jo\nApologies: Tomas\n\n"
                "1. **Prices.** Caustic +£18/t. We ring.\n\nActions\n- Ana: it, 15/4\n- Bo: letter to all, 14/4\n"
            ),
            "none",
        ),
    ],
)
def test_a_note_for_file_is_one_and_briefs_and_minutes_of_ones_own_team_are_none(text: str, kind: str) -> None:
    assert plan_of(text).kind == kind


PARTS = "\n\n## Objective\n\nPetra signs the trial plan by 9 June\n\n## Next steps\n\n- [ ] Petra: gate log, 3 June\n"


@pytest.mark.parametrize(
    ("title", "path", "kind"),
    [
        ("How we prepare a call", "calls.md", "none"),
        ("How we chase options (group desk)", "calls.md", "none"),
        ("How we win Norwood: call plan", "how-we-win-norwood.md", "prep"),
        ("Call plan cheat sheet (from the training)", "plan.md", "none"),
        ("Call plans at Norwood Sales", "how-we-write-call-plans.md", "none"),
        ("Bid / no-bid process – v2.4", "plan.md", "none"),
        ("Wie wir Termine vorbereiten", "plan.md", "none"),
        ("Call plan: Norwood, how we win the second site", "plan.md", "prep"),
        ("Call plan: Norwood Process Systems", "plan.md", "prep"),
        ("Call plan: Norwood buying process", "plan.md", "prep"),
    ],
)
def test_a_page_about_how_a_team_works_is_no_plan(title: str, path: str, kind: str) -> None:
    assert plan_of(f"# {title}{PARTS}", path).kind == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Account plan 2027, Norwood Mills", "account"),
        ("Norwood Mills - account plan", "account"),
        ("Mutual action plan Norwood / Velmo", "map"),
        ("Call plan scoring", "none"),
        ("Account plan checklist", "none"),
        ("Account plan 2027", "none"),
    ],
)
def test_a_plans_title_with_a_clients_name_is_enough(title: str, kind: str) -> None:
    assert plan_of(f"# {title}\n\nThe hall is cold, and the roof leaks.\n", "page.md").kind == kind


@pytest.mark.parametrize("head", ["Next", "Next steps"])
def test_a_stage_of_the_ladder_and_what_is_next_make_a_plan(head: str) -> None:
    text = f"# Norwood\n\n**Stage:** Negotiation\n\n## {head}\n\n- Olga: letter to the regulator\n"
    assert plan_of(text, "norwood.md").kind == "deal"
    assert plan_of(text.replace("**Stage:** Negotiation", "It rained."), "norwood.md").kind == "none"


def test_a_dated_page_with_a_side_across_the_table_and_an_act_is_the_plan_of_a_call() -> None:
    text = "# Brandt, 10 December 2026\n\n{} Olga Kern, head of development.\n\nGoal: Olga gives us a sample.\n"
    assert plan_of(text.format("On their side"), "brandt.md").kind == "prep"
    assert plan_of(text.format("With us"), "brandt.md").kind == "none"


NAMED_GOALS = "\n- Dana names who signs the trial order\n- if not: she sends last year's volumes\n"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Prep Brightwell", "prep"),
        ("Prep sheet, Brightwell", "prep"),
        ("Call prep Brightwell 10 Dec 2026", "prep"),
        ("Meeting prep Brightwell / Dana", "prep"),
        ("Brightwell", "none"),
        ("Prep workshop", "none"),
        ("Call plan scoring", "none"),
    ],
)
def test_a_title_that_prepares_for_a_client_makes_a_plan_of_two_goals(title: str, kind: str) -> None:
    assert plan_of(f"# {title}\n{NAMED_GOALS}").kind == kind
