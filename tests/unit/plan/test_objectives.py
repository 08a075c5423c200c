"""What counts as the objective of a call, how it ranks, and what is passed over."""

import pytest
from planning import plan_of

from advancelint.plan import Known, Plan

PREP = "---\ntype: call-plan\n---\n# Norwood, 8 June 2026\n\n{}\n"


def found(plan: Plan) -> list[tuple[str, str]]:
    return [(one.rank, one.passage.text) for one in plan.objectives]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**Objective:** Ana signs.", [("primary", "Ana signs.")]),
        ("- Call objective: Ana signs.", [("primary", "Ana signs.")]),
        ("## Objective: Ana signs.\n\nBecause.", [("primary", "Ana signs.")]),
        ("## Objective\n\nAna signs.\n\nBecause.", [("primary", "Ana signs.")]),
        ("## Goals\n- Ana signs.\n- Ben calls.\n  - today", [("unranked", "Ana signs."), ("unranked", "Ben calls.")]),
        (
            "| Topic | What we want | Fallback |\n|---|---|---|\n| Pilot | Ana signs. | Ben calls. |",
            [("primary", "Ana signs."), ("fallback", "Ben calls.")],
        ),
        (
            "## What I want out of it\n1. Ana signs it by May\n2. find out who pays (Ben?)",
            [("primary", "Ana signs it by May")],
        ),
        ("## Objective\nBy the end:\n- Ana signs.", [("primary", "Ana signs.")]),
        (
            "## Objective\n- **Primary:** Ana signs.\n- **Fallback:** Ben calls.",
            [("primary", "Ana signs."), ("fallback", "Ben calls.")],
        ),
        (
            "## Objective\n### Primary\nAna signs.\n### Minimum\nBen calls.",
            [("primary", "Ana signs."), ("fallback", "Ben calls.")],
        ),
        ("**Objective:**\n- Ana signs.", [("primary", "Ana signs.")]),
        ("- **Objective:**\n  - Ana signs.", [("primary", "Ana signs.")]),
        ("**Call objective**\n\nAna signs.\n\nBecause.", [("primary", "Ana signs.")]),
        (
            "**Primary goal:** Ana signs.\n**Plan B:** Ben calls.",
            [("primary", "Ana signs."), ("fallback", "Ben calls.")],
        ),
        ("| Field | Value |\n|---|---|\n| Goal of the call | Ana signs. |", [("primary", "Ana signs.")]),
        ("**Purpose:** Ana signs.", [("primary", "Ana signs.")]),
        ("**Purpose:** to talk\n**Objective:** Ana signs.", [("primary", "Ana signs.")]),
        ("Wir möchten, dass Ana unterschreibt.", [("primary", "Ana unterschreibt.")]),
        ("We want Ana to sign the test plan.", [("primary", "Ana to sign the test plan.")]),
        ("## Their market\n**Call objective:** Ana signs.", [("primary", "Ana signs.")]),
        ("**Champion**\n- Primary: Ana", []),
        ("The objective is clear.", []),
    ],
)
def test_objectives_are_found_on_every_surface(body: str, expected: object) -> None:
    assert found(plan_of(PREP.format(body))) == expected


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("**Objective:** TBD", "TBD"), ("**Objective:** [Objective]", "[Objective]"), ("**Objective:** …", "…"),
        ("**Objective:** ???", "???"), ("**Objective:** n/a", "n/a"),
        ("**Objective:** _(tbd with Ana)_", "(tbd with Ana)"), ("**Objective:** \\<the ask\\>", "\\<the ask\\>"),
        ("**Objective:**", "Objective"), ("## Objective", "Objective"), ("- Objective: ", "Objective"),
    ],
)  # fmt: skip
def test_a_placeholder_is_an_objective_that_says_so(written: str, words: str) -> None:
    text = PREP.format(written)
    (objective,) = plan_of(text).objectives
    assert objective.placeholder
    assert text[objective.span.start : objective.span.end].strip("_") == words


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("## Agenda\n- **Objective:** set the tone", "agenda"),
        ("### Discovery (10 min)\n**Objective:** learn", "agenda"),
        ("### Step 2: demo\n**Goal:** show", "agenda"),
        ("## Objection handling\n- **Goal:** calm", "objection"),
        ("## Call script\n**Objective:** hello", "script"),
        ("## MEDDPICC\n**Goal:** score", "scorecard"),
        ("## Customer goals\n**Objective:** grow", "client's business"),
        ("## Next steps\n- Ana signs.\n  - **Purpose:** x\n  - **Objective:** y", "one step"),
        ("## Action 3: visit\n**Objective:** y", "one step"),
        ("## Aktion 4\n**Ziel:** y", "one step"),
        ("> **Objective:** old", "quote"),
        ("```\nObjective: old\n```", "code"),
        ("<!-- Objective: old -->", "comment"),
        ("| Goal | Owner |\n|---|---|\n| grow | Ana |", "no calls"),
        ("## Last year's goals and what became of them\n**Goal:** Ana signs it", "an earlier time"),
        ("## What do I leave alone\n**Objective:** the credit limit", "what not to do"),
        ("## Their own plans\n**Goal:** close the mill", "client's own"),
    ],
)
def test_traps_are_passed_over_with_a_reason(body: str, why: str) -> None:
    plan = plan_of(PREP.format(body))
    assert plan.objectives == ()
    assert any(why in place.why for place in plan.passed_over)


def test_an_objective_of_the_whole_account_is_one_of_the_plan() -> None:
    plan = plan_of("---\ntype: account-plan\n---\n## Objectives\n- Grow in Tampere\n")
    assert [(one.rank, one.call) for one in plan.objectives] == [("plan", -1)]


def test_the_front_matter_may_hold_the_objective() -> None:
    plan = plan_of("---\ntype: call-plan\nobjective: Ana signs.\nfallback: tbd\n---\n")
    assert [(one.rank, one.passage.text, one.placeholder) for one in plan.objectives] == [
        ("primary", "Ana signs.", False),
        ("fallback", "tbd", True),
    ]


def test_the_span_covers_the_value_alone() -> None:
    text = PREP.format("- **Objective:** Ana *signs* the\n  form. **Fallback:** Ben calls.")
    first, second = plan_of(text).objectives
    assert text[first.span.start : first.span.end] == "Ana *signs* the\n  form."
    assert text[second.span.start : second.span.end] == "Ben calls."


def test_a_line_that_is_nothing_but_a_label_heads_the_list_below_it() -> None:
    plan = plan_of("# Visit Norwood, 9 June 2026\n\nWhat we want from this visit\n- Rolf ships two valves\n- the log\n")
    assert [one.passage.text for one in plan.objectives] == ["Rolf ships two valves", "the log"]
    plan = plan_of(
        "# Visit Norwood, 9 June 2026\n\nWhat we want from this visit is a puzzle\n- Rolf ships two valves\n"
    )
    assert not plan.objectives


def test_the_only_other_one_beside_a_fallback_is_primary() -> None:
    plan = plan_of("# Call plan: Norwood, 12 June 2026\n\n**Goal:** Ana signs.\n**Fallback:** Ana names the signer.\n")
    assert [(one.rank, one.passage.text) for one in plan.objectives] == [
        ("primary", "Ana signs."),
        ("fallback", "Ana names the signer."),
    ]


def test_the_only_goal_of_a_deal_outside_its_calls_is_the_sales_objective() -> None:
    deal = "---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\nOur goal: forty months for the whole fleet\n"
    plan = plan_of(deal)
    assert plan.sales_objective.value == "forty months for the whole fleet"
    assert plan.objectives == ()
    plan = plan_of(deal + "Sales objective: Norwood leases forty trucks\n")
    assert plan.sales_objective.value == "Norwood leases forty trucks"
    assert [one.passage.text for one in plan.objectives] == ["forty months for the whole fleet"]


def test_a_dated_heading_that_ends_in_a_word_for_outcomes_is_a_call() -> None:
    plan = plan_of(
        "---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\n## Calls\n\n### 2026-05-21 Result\n"
        "**Objective:** Ana scores the trial by 27 May.\n"
    )
    assert [call.date.value for call in plan.calls] == ["2026-05-21"]
    assert [one.call for one in plan.objectives] == [0]


def test_what_the_client_wants_to_achieve_is_no_objective_of_the_call() -> None:
    plan = plan_of(
        "# Call plan: Norwood, 12 June 2026\n\n**Objective:** Ana signs the test plan.\n\n"
        "## What Norwood wants to achieve this year\n\n- Goal 1: fees under 90k\n"
    )
    assert [one.passage.text for one in plan.objectives] == ["Ana signs the test plan."]
    assert [one.why for one in plan.passed_over] == [
        "“goal 1” is not taken for an objective: it is a goal of the client's own"
    ]


def test_the_goal_of_an_agendas_last_step_is_the_ask_and_not_passed_over() -> None:
    plan = plan_of(PREP.format("## Close (5 min)\n- Goal: Ana signs."))
    assert (found(plan), plan.passed_over) == ([("primary", "Ana signs.")], ())


def test_a_column_of_steps_that_also_says_objective_holds_steps() -> None:
    plan = plan_of(PREP.format("| Next step / objective | Owner |\n|---|---|\n| send the log | Ana |"))
    assert ([one.passage.text for one in plan.next_steps], found(plan), plan.passed_over) == (["send the log"], [], ())


def test_a_slot_keeps_a_place_in_what_the_config_calls_a_plan() -> None:
    (objective,) = plan_of("# Prep\n\n**Objective:** {{ask}}", known=Known(kind="prep")).objectives
    assert (objective.passage.text, objective.placeholder) == ("{{ask}}", True)


@pytest.mark.parametrize(
    ("key", "actor", "act"),
    [("contact", "client", "act"), ("attendees-client", "client", "act"), ("our-team", "seller", "none")],
)
def test_the_people_of_the_plan_say_whose_a_sentence_is(key: str, actor: str, act: str) -> None:
    text = PREP.replace("type:", f"{key}: [Wendy Allott]\ntype:").format(
        "**Objective:** Wendy drops the case on Friday."
    )
    (objective,) = plan_of(text).objectives
    assert (objective.reading.actor.value, objective.reading.client_action.value) == (actor, act)


TABLE = (
    "## Why we go\n\n| Rank | Purpose |\n|---|---|\n| {} | Petra opens the gate log |\n| {} | Hear what a stop is |\n"
)


@pytest.mark.parametrize(
    ("first", "second", "ranks"),
    [
        ("Must", "Nice", ["primary", "unranked"]),
        ("Ideal", "Minimum", ["primary", "fallback"]),
        ("Muss", "Kann", ["primary", "unranked"]),
        ("Indispensable", "Souhaitable", ["primary", "unranked"]),
    ],
)
@pytest.mark.parametrize("kind", ["call-plan", "call-notes"])
def test_a_table_of_purposes_with_their_ranks_lists_objectives(
    first: str, second: str, ranks: list[str], kind: str
) -> None:
    plan = plan_of(f"---\ntype: {kind}\n---\n# Norwood, 8 June 2026\n\n" + TABLE.format(first, second))
    texts = ["Petra opens the gate log", "Hear what a stop is"]
    assert found(plan) == list(zip(ranks, texts, strict=True))


def test_a_table_of_purposes_without_ranks_lists_none() -> None:
    table = "## Tools\n\n| Tool | Purpose |\n|---|---|\n| Logger | Counts what opens |\n| Ideal | Weighs |\n"
    assert found(plan_of(PREP.format("**Objective:** Ana signs.\n\n" + table))) == [("primary", "Ana signs.")]


@pytest.mark.parametrize(
    "title", ["Targets for the year", "Goals for 2026", "Ziele 2026", "Objectifs pour l'année", "Objetivos 2026"]
)
def test_goals_of_a_year_are_those_of_the_account(title: str) -> None:
    plan = plan_of(f"---\ntype: account-plan\n---\n# Norwood\n\n## {title}\n\n1. Win hall 2\n2. Keep the mill\n")
    assert found(plan) == [("plan", "Win hall 2"), ("plan", "Keep the mill")]


@pytest.mark.parametrize(
    "label",
    [
        "Objective of the visit on 10 March",
        "Besuchsziel am 10.3.",
        "Objectif de la visite du 10/03",
        "Objetivo de la visita del 10/03",
        "Objetivo da visita de 10/03",
    ],
)
def test_the_objective_of_the_call_of_a_day_stands_anywhere_in_an_account_plan(label: str) -> None:
    text = (
        f"# Norwood\n\n## Account objective\n\nWin hall 2\n\n## Log\n\nA visit.\n\n{label}: Petra opens the gate log\n"
    )
    assert ("unranked", "Petra opens the gate log") in found(plan_of("---\ntype: account-plan\n---\n" + text))


@pytest.mark.parametrize(
    ("kind", "rank"), [("call-plan", "primary"), ("account-plan", "unranked"), ("notes", "unranked")]
)
def test_the_only_goal_of_a_call_is_primary_where_the_plan_is_for_that_call(kind: str, rank: str) -> None:
    head = f"---\ntype: {kind}\n---\n# Norwood\n\n## Visit, 10 March 2026\n\nObjective: Petra opens the gate log\n"
    assert found(plan_of(head)) == [(rank, "Petra opens the gate log")]
    both = found(plan_of(head + "Fallback: she names who may\n"))
    assert both == [("primary", "Petra opens the gate log"), ("fallback", "she names who may")]


def test_a_goal_behind_the_fallback_has_no_rank() -> None:
    goals = "- Petra opens the gate log\n- if not: she names who may\n- Good rapport with Mo\n"
    assert found(plan_of(PREP.format(f"## What I want from it\n\n{goals}"))) == [
        ("primary", "Petra opens the gate log"),
        ("fallback", "she names who may"),
        ("unranked", "Good rapport with Mo"),
    ]


def test_a_form_has_its_purpose_and_fallback_in_lines_of_their_own() -> None:
    form = "**2. Purpose of this call**\nAgree with Petra on the hall\n\n**3. Least I would accept**\nThe gate log\n"
    assert found(plan_of(PREP.format(form))) == [
        ("primary", "Agree with Petra on the hall"),
        ("fallback", "The gate log"),
    ]


def test_a_sentence_that_a_label_opens_ends_where_the_sentence_does() -> None:
    text = "Aim was to get Petra to open the gate log. She did. No charge.\n"
    assert found(plan_of(PREP.format(text))) == [("primary", "get Petra to open the gate log")]


@pytest.mark.parametrize(
    "label", ["What we want from them by December", "Objective by year end", "Ziel bis Jahresende"]
)
def test_a_goal_of_a_year_in_a_call_plan_is_none_of_the_call(label: str) -> None:
    form = f"**Objective:** Ana signs.\n\n**{label}:** Norwood on our belts in all halls\n"
    plan = plan_of(PREP.format(form))
    assert [one for one in found(plan) if one[0] != "plan"] == [("primary", "Ana signs.")]


@pytest.mark.parametrize(
    "line",
    [
        "**If he asks for price:** the list price, and then be quiet",
        "**Wenn sie nach Rabatt fragt:** erst die Menge klären",
        "**Si pregunta por el precio:** el de la lista",
        "**If not:** don't offer a discount",
    ],
)
def test_what_we_answer_and_what_not_to_do_is_no_fallback(line: str) -> None:
    assert found(plan_of(PREP.format(f"**Objective:** Ana signs.\n\n{line}"))) == [("primary", "Ana signs.")]


def test_of_several_bold_labels_in_a_paragraph_each_has_its_own_words() -> None:
    body = "## What the client is to do\n\n**Best result:** Ana picks the day\n**Acceptable:** Ben lends us the log"
    texts = [text for _, text in found(plan_of(PREP.format(body)))]
    assert texts == ["Ana picks the day", "Ben lends us the log"]


def test_text_below_a_table_of_goals_explains_them() -> None:
    table = "| What Norwood is to do | When |\n|---|---|\n| Ana picks the day | 9 June |"
    body = f"## What we want Norwood to do\n\n{table}\n\nThe first draft said what we would do."
    assert "The first draft" not in str(found(plan_of(PREP.format(body))))


CRM = (
    "# Account: Norwood Mills\n\nAccount ID: 0019K00AXB\nIndustry: Ag Retail\nOwner: Jo Marsh\n\n## Contacts\n- Petra\n"
)
PLATE = (
    "- Depot 15 opening in October, must be live before peak\n- Petra wants cost per parcel down 8%\n- New WMS, SaaS\n"
)
TERMIN = "**Termin 02.09. bei Dr. Kern** (Jo, ich hab dich angekündigt)\n\nsie war da\n"


@pytest.mark.parametrize(
    "text",
    [
        CRM,
        f"---\ntype: account-plan\n---\n# Norwood\n\n## What's on their plate in 2026\n\n{PLATE}",
        f"---\ntype: notes\n---\n# Norwood\n\n{TERMIN}",
        PREP.format("## Objective\n\n## If they push on price\n\nDon't. Per seat only."),
        PREP.format("**Goal of the plant:** zero stops without evidence by May"),
        "2026-05-21 call w/ Petra. She likes it. But: her director, Mo Farr, wants a price for all four\n",
    ],
)
def test_ids_the_clients_plans_asides_and_orders_not_to_are_no_goals(text: str) -> None:
    plan = plan_of(text)
    assert [words for _, words in found(plan) if words] == []
    assert not plan.sales_objective.value


def test_the_list_below_a_coming_call_holds_its_goals_where_most_are_the_clients_acts() -> None:
    deal = "---\ntype: deal\n---\n# Norwood\n\n## Next visit – 14 July 2026, hall 2 (Petra, Mo)\n\n{}\n"
    goals = "- Petra gives us the gate log\n- Mo agrees to book half a day in hall 3\n- Show the new gate\n"
    assert [words for _, words in found(plan_of(deal.format(goals)))] == [
        "Petra gives us the gate log",
        "Mo agrees to book half a day in hall 3",
        "Show the new gate",
    ]
    assert found(plan_of(deal.format("- bring the gate\n- a tour of hall 2\n- lunch in hall 2\n"))) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("hall 2 on the new gates by 31 August 2026", "hall 2 on the new gates by 31 August 2026"),
        ("31 August 2026 (the start of the season)", ""),
        ("end of next week", ""),
    ],
)
def test_the_head_of_a_mutual_plan_says_what_is_to_be_so_by_a_day(value: str, words: str) -> None:
    table = "| # | Step | Owner | Date |\n|---|---|---|---|\n| 1 | NDA | Petra | 15.05.2026 |\n"
    plan = plan_of(f"# Norwood x Halden – joint plan to go-live\n\n**Target:** {value}\n\n{table}")
    assert plan.sales_objective.value == words


@pytest.mark.parametrize(
    ("label", "told"),
    [("Objective for 18/06", "call"), ("Call objective", "call"), ("Unser Ziel", "sale"), ("Our goal", "sale")],
)
def test_the_only_goal_of_a_deal_is_the_sales_objective_unless_it_is_a_calls(label: str, told: str) -> None:
    plan = plan_of(f"---\ntype: deal\n---\n# Norwood\n\n{label}: Petra signs the order for hall 2\n")
    assert (len(plan.objectives), plan.sales_objective.present) == ((1, False) if told == "call" else (0, True))


def test_what_somebody_is_asked_to_do_is_a_goal_in_a_deal_too() -> None:
    deal = "---\ntype: deal\n---\n# Norwood\n\n## O que pedir à Petra\n\n- {}\n"
    assert found(plan_of(deal.format("Que marque o dia do ensaio"))) == [("unranked", "Que marque o dia do ensaio")]
    assert found(plan_of(deal.format("orçamento para o ensaio"))) == []


def test_a_table_below_objectives_lists_them_whatever_else_stands_in_it() -> None:
    table = "| Who | Objective | Why |\n|---|---|---|\n| Petra | signs the order | the season |\n"
    assert found(plan_of(PREP.format(f"## Objectives\n\n{table}"))) == [("primary", "signs the order")]
    theirs = table.replace("signs the order", "fewer stops on line 3")
    assert found(plan_of(PREP.format(f"## Their year\n\n{theirs}"))) == []


def test_what_would_be_nice_is_a_goal_and_no_outcome() -> None:
    plan = plan_of(PREP.format("Objective: Petra opens the log\nNice if it happened: Mo comes along"))
    assert found(plan) == [("primary", "Petra opens the log"), ("unranked", "Mo comes along")]
    assert plan.outcomes == ()


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Qué buscábamos", "Convencer a Vicente de que es rentable"),
        ("Ce que nous voulions obtenir", "Convaincre M. Roy de tester"),
        ("Was wir wollten", "Herrn Berg vom Konzept überzeugen"),
    ],
)
def test_what_we_were_after_heads_the_goal_of_a_call_that_is_over(title: str, words: str) -> None:
    plan = plan_of(
        f"---\ntype: call-notes\nclient: Norwood\ndate: 2026-04-16\n---\n# Norwood\n\n## {title}\n\n{words}\n"
    )
    assert [text for _, text in found(plan)] == [words]


def test_a_goal_behind_the_day_of_the_next_call_counts_whatever_heads_it() -> None:
    body = "## Próxima cita\n\n7 de mayo de 2026, visita a Norwood. Objetivo: que Vicente fije la fecha\n"
    plan = plan_of(f"---\ntype: call-notes\nclient: Norwood\ndate: 2026-04-16\n---\n# Visita a Norwood\n\n{body}")
    assert [text for _, text in found(plan)] == ["que Vicente fije la fecha"]


@pytest.mark.parametrize("marks", [("A.", "B."), ("(a)", "(b)"), ("G1.", "G2.")])
def test_what_counts_goals_is_none_of_their_words(marks: tuple[str, str]) -> None:
    lines = "\n".join(f"{mark} Ana signs sheet {number}" for number, mark in enumerate(marks))
    plan = plan_of(f"---\ntype: account-plan\n---\n## Objectives\n{lines}\n")
    assert [one.passage.text for one in plan.objectives] == ["Ana signs sheet 0", "Ana signs sheet 1"]


@pytest.mark.parametrize(
    ("head", "goals"), [("Field | Fill in", ["Tomas lets us scan line 2", "get buy-in"]), ("Mood | Weather", [])]
)
def test_a_head_that_says_field_needs_fewer_known_keys(head: str, goals: list[str]) -> None:
    rows = [
        "Landmines | do not mention the rival",
        "Mood | tense",
        "Weather | rain",
        "Parking | east gate",
    ]
    told = ["Customer | Norwood", "Goal | Tomas lets us scan line 2", "Call goal 2 | get buy-in"]
    table = "\n".join(f"| {row} |" for row in (head, "--- | ---", *rows, *told))
    made = plan_of(f"---\ntype: call-plan\ndate: 2026-06-04\n---\n# Norwood\n\n{table}\n")
    assert [one.passage.text for one in made.objectives] == goals


def test_what_is_heard_below_a_heading_of_calls_keeps_its_label() -> None:
    head = "---\ntype: call-plan\n---\n# Calls\n\n"
    text = f"{head}What a good result would look like:\n\n- Ana signs by Friday\n- she calls\n"
    assert [one.label for one in plan_of(text).objectives] == ["What a good result would look like:"] * 2


def test_a_column_of_goals_holds_one_in_each_row_beside_labelled_ones() -> None:
    text = (
        "| Topic | Objective |\n|---|---|\n| Order | Objective: Ana signs the order |\n"
        "| Looms | Bo sends the list by Monday |\n| Next | Fallback: she sends a list |\n"
    )
    assert found(plan_of(PREP.format(text))) == [
        ("primary", "Ana signs the order"),
        ("primary", "Bo sends the list by Monday"),
        ("fallback", "she sends a list"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Ask: a signed order by Friday", [("primary", "a signed order by Friday")]), ("Ask: who pays for the loom", [])],
)
def test_an_ask_is_an_objective_unless_it_is_a_question(line: str, expected: list[tuple[str, str]]) -> None:
    assert found(plan_of(PREP.format(line))) == expected


def test_a_column_that_says_why_may_hold_goals() -> None:
    text = (
        "| Step | Why |\n|---|---|\n| Order | Ana signs the order for forty looms by Friday |\n"
        "| Looms | Bo sends us the list of looms by Monday |\n"
    )
    assert [goal for _, goal in found(plan_of(PREP.format(text)))] == [
        "Ana signs the order for forty looms by Friday",
        "Bo sends us the list of looms by Monday",
    ]


def test_the_goal_of_a_deal_stands_apart_from_the_objective_of_its_call() -> None:
    plan = plan_of(
        "---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\nGoal: 40 looms by June 2027\n\n"
        "## Call with Ana, 2026-06-03\n\nObjective: Ana signs the trial by Friday\n"
    )
    assert (plan.sales_objective.value, plan.sales_objective.surface) == ("40 looms by June 2027", "label")
    assert found(plan) == [("primary", "Ana signs the trial by Friday")]
