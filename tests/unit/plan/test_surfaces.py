"""One plan in many hands: whatever sets labels, people, days and steps apart, the same is understood."""

import pytest
from planning import plan_of

from advancelint.plan import Known, Plan

TITLE = "# Norwood Mills: call prep"
FACTS = (
    ("Account", "Norwood Mills"),
    ("Stage", "Evaluate"),
    ("Date", "10 Dec 2026"),
    ("Them", "Dana Reyes (works manager), Ben Ito (buyer)"),
    ("Us", "Jo Marsh"),
)
GOAL, LESS = "Dana lets us measure line 3 for a whole shift next week", "Ben sends us the stop log of October"
GOALS = (("Objective", GOAL), ("Fallback", LESS))
STEPS = (
    ("send the pump curve for hall 2", "Jo", "4 Dec"),
    ("export three months of stop codes", "Dana", "8 Dec"),
    ("check the lead time with the works", "Jo", "1 Dec"),
)
DAYS = {"4 Dec": "2026-12-04", "8 Dec": "2026-12-08", "1 Dec": "2026-12-01"}
SIDES = {"Jo": "seller", "Dana": "client"}
# What stands before a value, or around it; "{0}" is the label.
LINES = [
    "{0}: {1}", "{0} :: {1}", "**{0}:** {1}  ", "**{0}**: {1}  ",
    "- {0}: {1}", "- **{0}** {1}", "{0} - {1}", "{0} – {1}",
    "{0} = {1}", "[{0}] {1}", "{0} ...... {1}", "{0} → {1}", "{0} > {1}", "{0}:{1}", "{0:12}: {1}", "{0:14}{1}",
    "| {0} | {1} |", "## {0}\n\n{1}\n", "{0}\n: {1}\n",
]  # fmt: skip
FORMS = [
    "{1}: {0}, {2}", "{1}: {0} ({2})", "{1}: {0} by {2}", "{0} ({1}, {2})", "{0} ({2}, {1})", "{0} - {1} - {2}",
    "{0} — {1}, {2}", "{0}, {1}, {2}", "{0}, {2}, {1}",
    "[{1}] {0}, {2}", "({1}) {0}, {2}", "{1} → {0} → {2}", "{0} → {1} → {2}",
    "{0} → {1}, {2}", "{0} @{1} {2}", "{2} {1}: {0}", "{1} | {0} | {2}", "{0} | {1} | {2}", "{1} / {0} / {2}",
    "{0} / {2} / {1}", "{0} [{1}] [{2}]", "{0} ({1}) {2}", "{0} ({1}) by {2}", "{1}, {2}: {0}", "{1} ({2}): {0}",
    "{1}, {2}, {0}", "{0}; {1}; {2}", "{1} - {0} - {2}", "{1} – {0} ({2})", "{2} - {0} - {1}", "{1} = {0}, {2}",
    "{1} > {0} > {2}", "{0} (due {2}, {1})", "{0} - due {2} - owner {1}", "{0} - owner: {1}, due: {2}",
    "A-1 {1}: {0}, {2}", "AP {1}: {0}, {2}", "AP1 {1}: {0}, {2}", "Step 2: {1}: {0}, {2}", "NEXT {1}: {0}, {2}",
    "[High] {1}: {0}, {2}", "(open) {1}: {0}, {2}", "1a) {1}: {0}, {2}", "(1) {1}: {0}, {2}",
    "{1} ~ {0} ~ {2}", "{0} ~ {1} ~ {2}", "{0} • {1} • {2}", "{0} » {1} » {2}", "{0} -- {1} -- {2}",
    "{0} // {1} // {2}", "{1}: {0} ~ {2}", "{0} > {1} ({2})", "{0} ({1}) // {2}", "{2} / {0} / {1}",
    "{1}: {0}, {2} #todo", "{1}: {0}, {2} ^a1", "{1}: {0}, {2} ⏫", "{1}: {0} 📅 {2} #todo", "{1}: {0}, {2} (high)",
    "{1}: {0}, {2} (promised)", "{1}: {0}, {2} [open]", "{1}: {0}, {2} {{#a}}", "todo {1}: {0}, {2}",
]  # fmt: skip
MARKS = [
    "- ",
    "* ",
    "+ ",
    "{0}. ",
    "{0}) ",
    "{0}/ ",
    "#{0} ",
    "- [ ] ",
    "☐ ",
    "[ ] ",
    "• ",
    "– ",
    "-> ",
    ">> ",
    "~ ",
    "A{0}: ",
    "👉 ",
    "- ➡️ ",
    "▸ ",
    "- ► ",
    "- 🟢 ",
    "- ★ ",
    "- [{0}] ",
    "- №{0} ",
    "- {0}: ",
    "- {0} - ",
    "- ! ",
]
HEADS = [
    "What | Who | When", "Action | Owner | Due",
    "Task | Responsible | Deadline", "Step | By | Limit", "What | Whom | Day",
    "Item | Name | Date", "Promise | Owed by | Due",
    " | Who | Date", "Job | Who | When", "Thing | Who's on it | Before",
]  # fmt: skip


def listed(form: str = "{1}: {0}, {2}", mark: str = "- ") -> str:
    lines = (mark.format(count) + form.format(*step) for count, step in enumerate(STEPS, 1))
    return "## Next steps\n\n" + "\n".join(lines)


def plan(facts: str = "", goals: str = "", steps: str = "") -> Plan:
    parts = (
        TITLE,
        facts or "\n".join(f"- {label}: {value}" for label, value in FACTS),
        goals or "\n".join(f"- {label}: {value}" for label, value in GOALS),
        steps or listed(),
    )
    return plan_of("\n\n".join(parts) + "\n", known=Known(as_of="2026-11-29"))


def told(found: Plan) -> tuple[object, ...]:
    return (
        found.account.value,
        found.stage.value,
        [call.date.value for call in found.calls],
        {person.name: person.side for person in found.people},
        [(one.passage.text, one.rank) for one in found.objectives],
        [(one.passage.text, one.owner.value, one.side, one.due.value) for one in found.next_steps],
    )


EXPECTED = (
    "Norwood Mills",
    "evaluate",
    ["2026-12-10"],
    {"Dana Reyes": "client", "Ben Ito": "client", "Jo Marsh": "seller"},
    [(GOAL, "primary"), (LESS, "fallback")],
    [(words, owner, SIDES[owner], DAYS[day]) for words, owner, day in STEPS],
)


def rows(line: str, pairs: tuple[tuple[str, str], ...]) -> str:
    head = "| | |\n|---|---|\n" if line.startswith("|") else ""
    return head + "\n".join(line.format(label, value) for label, value in pairs)


@pytest.mark.parametrize("line", LINES)
def test_facts_are_understood_whatever_sets_their_labels_apart(line: str) -> None:
    assert told(plan(facts=rows(line, FACTS))) == EXPECTED


@pytest.mark.parametrize("line", [*LINES, "- {0}\n  - {1}", "{0}\n{1}\n", "**{0}**\n\n{1}\n"])
def test_goals_are_understood_whatever_sets_their_labels_apart(line: str) -> None:
    assert told(plan(goals=rows(line, GOALS))) == EXPECTED


@pytest.mark.parametrize(
    "form", ["{0}", "👉 {0}", "→ {0}", "▸ {0}", "(1) {0}", "[1] {0}", "★ {0}", "=> {0}", "1 - {0}"]
)
@pytest.mark.parametrize("mark", ["", " #goal", " ^main", " 🎯", " {#o}", " %%mine%%"])
def test_goals_are_told_without_what_decorates_them(form: str, mark: str) -> None:
    goals = "\n".join(f"- {label}: {form.format(value)}{mark}" for label, value in GOALS)
    assert told(plan(goals=goals)) == EXPECTED


@pytest.mark.parametrize("form", FORMS)
def test_who_does_what_by_when_is_understood_in_any_order(form: str) -> None:
    assert told(plan(steps=listed(form))) == EXPECTED


@pytest.mark.parametrize("form", ["- Jo: {0}, {1}", "- [ ] {0} — Jo, {1}", "- Jo: {0} ({1})"])
@pytest.mark.parametrize(
    "when",
    [
        "by Fri 4 Dec", "due 4/12", "4.12.", "2026-12-04",
        "Dec. 4", "EOD 4 Dec", "no later than 4 Dec", "latest by 4 Dec",
        "on or before 4 Dec", "deadline 4 Dec", "ETA 4 Dec",
        "till Fri 4/12", "4th of Dec", "by COB 4 Dec", "DUE: 4 Dec",
    ],
)  # fmt: skip
def test_days_of_steps_are_understood(when: str, form: str) -> None:
    (step,) = plan(steps="## Next steps\n\n" + form.format(STEPS[0][0], when)).next_steps
    assert (step.passage.text, step.owner.value, step.due.value) == (STEPS[0][0], "Jo", "2026-12-04")


@pytest.mark.parametrize(
    "form",
    ["- {1}: {0}, 4 Dec", "- {0} - {1} - 4 Dec", "| What | Who | When |\n|--|--|--|\n| {0} | {1} | 4 Dec |"],
)
@pytest.mark.parametrize(
    ("owner", "side"),
    [
        ("our lab", "seller"), ("their IT", "client"), ("Norwood", "client"), ("Dana + Jo", "both"), ("me", "seller"),
        ("JM", "seller"), ("Ms Reyes", "client"), ("client", "client"), ("Dana R.", "client"), ("us", "seller"),
    ],
)  # fmt: skip
def test_owners_of_steps_are_understood(owner: str, side: str, form: str) -> None:
    (step,) = plan(steps="## Next steps\n\n" + form.format(STEPS[0][0], owner)).next_steps
    assert (step.passage.text, step.owner.value, step.side) == (STEPS[0][0], owner, side)
    assert step.due.value == "2026-12-04"


@pytest.mark.parametrize("mark", MARKS)
def test_steps_are_told_apart_whatever_begins_their_lines(mark: str) -> None:
    assert told(plan(steps=listed(mark=mark))) == EXPECTED


@pytest.mark.parametrize("heads", HEADS)
def test_columns_are_understood_by_their_heads_or_their_cells(heads: str) -> None:
    cells = "\n".join(f"| {' | '.join(step)} |" for step in STEPS)
    assert told(plan(steps=f"## Next steps\n\n| {heads} |\n|---|---|---|\n{cells}")) == EXPECTED


@pytest.mark.parametrize("head", ["What | Who, when", "What | Who / by when", "What | Owner + date"])
@pytest.mark.parametrize("cell", ["{0}, {1}", "{0} / {1}", "{0} by {1}", "{0} {1}", "{0} ({1})"])
def test_one_column_may_say_who_and_when(head: str, cell: str) -> None:
    cells = "\n".join(f"| {words} | {cell.format(owner, day)} |" for words, owner, day in STEPS)
    assert told(plan(steps=f"## Next steps\n\n| {head} |\n|---|---|\n{cells}")) == EXPECTED


@pytest.mark.parametrize("title", ["Schedule", "Timeline", "Way forward", "Path to signature"])
def test_a_table_that_says_who_does_what_by_what_day_promises(title: str) -> None:
    cells = "\n".join(f"| {' | '.join(step)} |" for step in STEPS)
    assert told(plan(steps=f"## {title}\n\n| What | Who | When |\n|---|---|---|\n{cells}")) == EXPECTED


def test_marks_in_cells_hide_nobody() -> None:
    cells = "\n".join(f"| 🔹 {words} | 👤 {owner} | 📅 {day} |" for words, owner, day in STEPS)
    assert told(plan(steps=f"## Next steps\n\n| What | Who | When |\n|---|---|---|\n{cells}")) == EXPECTED


def test_a_table_of_nothing_but_letters_holds_no_steps() -> None:
    assert not plan(steps="## Next steps\n\n| Now | Then |\n|---|---|\n| R | C |\n| A | R |").next_steps


@pytest.mark.parametrize("does", ["R", "**R**", "A/R", "r"])
def test_letters_below_names_say_who_does_it(does: str) -> None:
    cells = "\n".join(
        f"| {words} | {does if owner == 'Jo' else 'I'} | {does if owner == 'Dana' else 'C'} | A | {day} |"
        for words, owner, day in STEPS
    )
    table = f"| What | Jo | Dana | Ben | By |\n|---|---|---|---|---|\n{cells}"
    assert told(plan(steps=f"## Next steps\n\n{table}")) == EXPECTED


@pytest.mark.parametrize(
    "people",
    [
        "Attendees: Dana Reyes (Norwood Mills, works manager), Ben Ito (Norwood Mills), Jo Marsh (Tallow)",
        "Norwood: Dana Reyes (works manager), Ben Ito (buyer)\n- Tallow: Jo Marsh (account manager)",
        "Works manager: Dana Reyes\n- Buyer: Ben Ito\n- Account manager: Jo Marsh",
        "Client team: Dana Reyes (works manager); Ben Ito (buyer)\n- Bid side: Jo Marsh",
        "w/ Dana Reyes (works mgr) + Ben Ito (buyer)\n- from our side: Jo Marsh",
        "Them: Dana Reyes, Ben Ito. us Jo Marsh",
        "Contacts: Dana Reyes, Ben Ito\n\nJo Marsh comes with me.",
        "People\n  - Norwood\n    - Dana Reyes, works manager\n    - Ben Ito, buyer\n  - Us\n    - Jo Marsh",
    ],
)
def test_sides_of_people_are_understood(people: str) -> None:
    facts = "\n".join(f"- {label}: {value}" for label, value in FACTS[:3])
    assert told(plan(facts=f"{facts}\n- {people}")) == EXPECTED


@pytest.mark.parametrize(
    "stage",
    [
        "Stage: 3/6 Evaluate", "Stage: Evaluate (40%)", "Stage: Discover → Evaluate", "SFDC: Stage 3 - Evaluation",
        "Stage: engage > discover > **evaluate** > propose", "Stage: [ ] Discover [x] Evaluate [ ] Propose",
        "Tags: #stage/evaluate", "We are at: evaluating, pilot runs", "stage: evaluate.. since October",
        "CRM: leave it on Stage 4 Prove, 40%", "Current motion: evaluation", "CRM says Evaluation",
    ],
)  # fmt: skip
def test_stages_are_understood(stage: str) -> None:
    facts = "\n".join(f"- {label}: {value}" for label, value in (FACTS[0], *FACTS[2:]))
    assert told(plan(facts=f"- {stage}\n{facts}")) == EXPECTED


@pytest.mark.parametrize(
    "day",
    [
        "When: Thu 10 Dec, 14:00 CET", "Visit: 10 Dec 2026, their plant",
        "Day: Thu 10-12", "Slot: Thu 10/12 14:00-15:00",
        "Scheduled for 10 Dec 2026 with Dana", "Thurs 10th Dec, 10am, their place",
        "When: 10.Dec", "[Day/time] 10 Dec, 9am",
        "Time: 10 Dec, 14:00", "Slot: Thu 10 Dec", "Booked: 14:00 on 10 Dec", "Logistics: Thu 10 Dec, Hall 2",
        "Site visit: Thu 10 Dec, 10:00", "Next call: 10 Dec 2026", "Termin: 10.12.2026, 14 Uhr", "When: 10/12 at 2pm",
    ],
)  # fmt: skip
def test_days_of_calls_are_understood(day: str) -> None:
    facts = "\n".join(f"- {label}: {value}" for label, value in (*FACTS[:2], *FACTS[3:]))
    assert told(plan(facts=f"{facts}\n- {day}")) == EXPECTED


@pytest.mark.parametrize("head", ["When", "Date", "Meeting", "Site visit", "Slot", "Time and place", "Next call"])
@pytest.mark.parametrize("day", ["10 Dec 2026", "Thu 10 Dec, 14:00", "14:00 on 10 Dec", "Thursday (10 Dec), 2pm"])
def test_a_heading_of_words_for_calls_and_days_says_when_the_call_is(head: str, day: str) -> None:
    facts = "\n".join(f"- {label}: {value}" for label, value in (*FACTS[:2], *FACTS[3:]))
    goals = "\n\n".join(f"## {label}\n\n{value}" for label, value in GOALS)
    assert told(plan(facts=f"{facts}\n\n## {head}\n\n{day}\n", goals=goals)) == EXPECTED


@pytest.mark.parametrize("form", ["- {0}: {1}", "**{0}:** {1}\n", "{0}: {1}\n", "## {0}\n\n- {1}\n"])
@pytest.mark.parametrize(
    ("work", "side"),
    [
        ("CFO", "client"), ("Procurement", "client"), ("Foreman", "client"), ("Head nurse", "client"),
        ("Decider", "client"), ("Champion", "client"), ("Sales", "seller"), ("Solution engineer", "seller"),
        ("We bring", "seller"), ("AE", "seller"), ("Plant manager", "client"),
    ],
)  # fmt: skip
def test_work_as_a_label_says_whose_somebody_is(work: str, side: str, form: str) -> None:
    facts = "\n".join(f"- {label}: {value}" for label, value in FACTS)
    found = plan(facts=f"{facts}\n\n{form.format(work, 'Kim Baxter')}")
    assert {one.name: one.side for one in found.people}["Kim Baxter"] == side


@pytest.mark.parametrize(
    ("head", "side"),
    [("Buyer", "client"), ("Champion", "client"), ("Who decides", "client"), ("Works manager", "unknown")],
)
def test_a_name_below_a_heading_is_no_signature(head: str, side: str) -> None:
    goals = "\n\n".join(f"## {label}\n\n{value}" for label, value in GOALS)
    found = plan(facts=f"- Account: Norwood Mills\n- Us: Jo Marsh\n\n## {head}\n\nKim Baxter\n", goals=goals)
    assert {one.name: one.side for one in found.people}["Kim Baxter"] in {"client", side}


def test_fields_of_a_database_are_labels() -> None:
    facts = (
        "AccountName: Norwood Mills\nStageName: Evaluate\nNext_Meeting__c: 10 Dec 2026\nOwnerName: Jo Marsh\n"
        "Primary_Contact__c: Dana Reyes (works manager)\nTech_Contact__c: Ben Ito (buyer)"
    )
    goals = f"Meeting_Objective__c: {GOAL}\nFallback_Objective__c: {LESS}"
    assert told(plan(facts=facts, goals=goals)) == EXPECTED


@pytest.mark.parametrize("name", ["Objective was", "Wanted that day", "Aim was", "Ziel war", "What we wanted"])
def test_what_an_earlier_call_of_a_log_was_for_is_an_objective_of_that_call_at_most(name: str) -> None:
    text = (
        f"# Norwood Mills log\n\n### 24 Nov, phone, Dana Reyes\n- Result: she sends the roster\n\n"
        f"### 10 Nov, site visit, Dana\n- {name}: {LESS}\n- Result: she asked for the price\n"
    )
    plan = plan_of(text, "log.md", Known(as_of="2026-11-29"))
    assert {plan.calls[one.call].date.value for one in plan.objectives} <= {"2026-11-10"}


def test_a_box_that_begins_with_the_label_of_a_day_is_a_step() -> None:
    (step,) = plan(steps="## Next steps\n\n- [ ] Signature — Dana — 4 Dec").next_steps
    assert (step.passage.text, step.owner.value, step.due.value) == ("Signature", "Dana", "2026-12-04")


@pytest.mark.parametrize("line", ["TODO client: Dana – export it, 4 Dec", "- Todo them: Dana: export it, 4 Dec"])
def test_behind_the_side_of_a_task_somebody_is_named(line: str) -> None:
    (step,) = plan(steps=f"## Next steps\n\n{line}").next_steps
    assert (step.passage.text, step.side, step.due.value) == ("export it", "client", "2026-12-04")


def test_to_do_first_is_nobody() -> None:
    (step,) = plan(steps="| | |\n|--|--|\n| to do first | Jo: print the list, 4 Dec |").next_steps
    assert (step.passage.text, step.owner.value) == ("print the list", "Jo")


@pytest.mark.parametrize("state", ["🟢 DONE", "✅ done", "DONE"])
def test_a_mark_before_a_state_does_not_hide_it(state: str) -> None:
    (step,) = plan(steps=f"| What | Who | State |\n|--|--|--|\n| the list | Jo | {state} |").next_steps
    assert step.done


@pytest.mark.parametrize(
    "entry",
    [
        "## {0} – {1}\n", "**{0}** {1}\n", "**{0}: {1}**\n",
        "### {1} ({0})\n", "{0} > {1}", "- {0} {1}", "=== {0} === {1}",
        "--- {0} ---\n{1}\n", "_{0}_ {1}\n", "`{0}` {1}\n", "[{0}] {1}",
    ],
)  # fmt: skip
def test_the_calls_of_a_log_are_understood(entry: str) -> None:
    days = (("24 Nov", "phone, Dana Reyes"), ("10 Nov", "site visit, Dana and Ben Ito"), ("20 Oct", "first call, Dana"))
    text = "\n".join(entry.format(*day) + "\n- they run two shifts\n" for day in days)
    found = plan_of(f"# Norwood Mills log\n\nStage: Evaluate\n\n{text}", "log.md", Known(as_of="2026-11-29"))
    held = {call.date.value for call in (*found.calls, *found.mentions)} - {""}
    assert (found.kind, held) == ("notes", {"2026-11-24", "2026-11-10", "2026-10-20"})


JOINT = (
    ("hand over 24 months of numbers", "Ben Ito", "client", "24 Nov"),
    ("survey the room", "Marcy Dorn", "seller", "2 Dec"),
    ("finance model to the board", "Dana Reyes", "client", "11 Dec"),
)
ROWS = {
    "| Step | Owner | Date |\n|--|--|--|\n": "| {0} | {1} | {2} |",
    "| Step | Norwood | Tallow | Date |\n|--|--|--|--|\n": "| {0} | {3} | {4} | {2} |",
    "| Step | Party | Lead | Date |\n|--|--|--|--|\n": "| {0} | {5} | {1} | {2} |",
    "": "- [ ] {0} - {1} - {2}",
}


@pytest.mark.parametrize("head", ROWS)
@pytest.mark.parametrize(
    "title", ["Mutual action plan: Norwood Mills and Tallow Imaging", "Norwood Mills: road to go-live"]
)
@pytest.mark.parametrize(
    "people",
    [
        "Norwood: Dana Reyes (COO), Ben Ito (IT). Tallow: Marcy Dorn (account manager).",
        "- Norwood: Dana Reyes (COO), Ben Ito (IT)\n- Tallow: Marcy Dorn",
        "- Customer: Dana Reyes (COO), Ben Ito (IT)\n- Vendor: Marcy Dorn",
        "- You: Dana Reyes, Ben Ito\n- Us: Marcy Dorn",
        "## Norwood team\n- Dana Reyes, COO\n- Ben Ito, IT\n\n## Tallow team\n- Marcy Dorn",
        "| Name | Company |\n|--|--|\n| Dana Reyes | Norwood |\n| Ben Ito | Norwood |\n| Marcy Dorn | Tallow |",
        "Kept by Marcy Dorn (Tallow) with Dana Reyes and Ben Ito (Norwood).",
        "Norwood = Dana Reyes (COO), Ben Ito (IT)\nTallow = Marcy Dorn (account manager), Kim Baxter",
    ],
)
def test_the_sides_of_a_mutual_plan_are_understood(people: str, title: str, head: str) -> None:
    lines = (
        ROWS[head].format(words, who, day, *((who, "", "Norwood") if side == "client" else ("", who, "Tallow")))
        for words, who, side, day in JOINT
    )
    goal = "Goal: Norwood signs the order by 15 January"
    found = plan_of(
        f"# {title}\n\n{goal}\n\n{people}\n\n## Plan\n\n{head}" + "\n".join(lines) + "\n",
        "plan.md",
        Known(as_of="2026-11-29"),
    )
    assert (found.kind, found.account.value) == ("map", "Norwood Mills")
    assert [(one.passage.text, one.side) for one in found.next_steps] == [(words, side) for words, _, side, _ in JOINT]


def test_of_two_companies_in_a_title_the_client_is_the_one_that_gains() -> None:
    text = (
        "# Shared plan: Tallow Imaging with Norwood Mills\n\nWhy Norwood does this: 30 referrals kept in house\n\n"
        "| Step | Owner | Date |\n|--|--|--|\n| survey | Tallow | 2 Dec |\n| the numbers | Norwood | 4 Dec |\n"
    )
    found = plan_of(text, "plan.md", Known(as_of="2026-11-29"))
    assert found.account.value == "Norwood Mills"
    assert [one.side for one in found.next_steps] == ["seller", "client"]


def test_a_mutual_plan_without_names_in_its_title_is_of_the_company_that_acts() -> None:
    text = (
        "# Mutual plan\n\nGoal: Norwood signs the order by 15 January\n\n- Norwood: Dana Reyes (COO), Ben Ito (IT)\n"
        "- Tallow: Marcy Dorn\n\n| Step | Owner | Date |\n|--|--|--|\n| survey | Marcy Dorn | 2 Dec |\n"
    )
    found = plan_of(text, "plan.md", Known(as_of="2026-11-29"))
    assert found.account.value == "Norwood"
    assert [one.side for one in found.next_steps] == ["seller"]


@pytest.mark.parametrize("title", ["Meetings", "Touchpoints", "Visits", "Next calls", "Call plan"])
@pytest.mark.parametrize(
    "form", ["- {0} – {1} – {2}", "- {0}, {1} → {2}", "- {0}, {1}: {2}", "- {0}, {1}. Objective: {2}"]
)
def test_goals_of_calls_to_come_stand_behind_the_day_and_the_guests(title: str, form: str) -> None:
    calls = (("10 Dec", "Dana Reyes", GOAL), ("14 Jan", "Ben Ito", LESS))
    lines = "\n".join(form.format(*call) for call in calls)
    head = "# Norwood Mills account plan 2027\n\n- Account: Norwood Mills\n- Us: Jo Marsh"
    found = plan_of(f"{head}\n\n## {title}\n\n{lines}\n", "plan.md", Known(as_of="2026-11-29"))
    assert [one.passage.text for one in found.objectives] == [GOAL, LESS]
    held = {call.date.value for call in (*found.calls, *found.mentions)}
    assert {"2026-12-10", "2027-01-14"} <= held


@pytest.mark.parametrize("head", ["Prep, {0}", "Preparation for {0}", "Todo {0}", "To do, {0}", "Homework {0}"])
def test_the_label_of_a_task_may_address_somebody(head: str) -> None:
    lines = "\n".join(f"{head.format(owner)}: {words}, {day}" for words, owner, day in STEPS)
    assert told(plan(steps=lines)) == EXPECTED


def test_a_name_with_its_work_in_brackets_owns_a_step() -> None:
    (step,) = plan(steps="## Next steps\n\n- [Jo Marsh, our engineer] send the pump curve – 4 Dec").next_steps
    assert (step.passage.text, step.side, step.due.value) == ("send the pump curve", "seller", "2026-12-04")


def test_what_was_sent_already_is_done() -> None:
    (step,) = plan(steps="## Next steps\n\n- Dana: November stop codes, sent already").next_steps
    assert (step.passage.text, step.done) == ("November stop codes", True)


def test_a_label_stands_in_one_line() -> None:
    facts = "Met: Dana Reyes (works manager), Mr. Ben Ito (Purchase)\nResult: she asked for the price"
    found = plan(facts=f"Account: Norwood Mills\n\n{facts}")
    assert [one.text for one in (one.passage for one in found.outcomes)] == ["she asked for the price"]
    assert {"Dana Reyes", "Ben Ito"} <= {one.name for one in found.people}


def test_the_day_of_a_call_may_stand_in_a_quoted_head() -> None:
    found = plan(facts="> Date: Thursday, Dec. 10, 2026, 9:00 a.m., Teams\n> Account: Norwood Mills")
    assert [one.date.value for one in found.calls] == ["2026-12-10"]
