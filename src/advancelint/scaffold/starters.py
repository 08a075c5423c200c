"""What a new card can begin as, for each kind of node."""

from __future__ import annotations

from advancelint.scaffold.starter import Starter, Wording

_OBJECTIVE = Starter(
    noun="objective",
    frame="",
    flagged=(
        ("The purchasing department sends us the gas bills of the first quarter asap",),
        ("The plant manager signs the test plan for furnace 2 as soon as possible",),
    ),
    clean=(("Lena Marsh sends us the gas bills by 12 June",), ("Tom Ardel signs the test plan by 3 July",)),
    phrases=("asap", "as soon as possible"),
    begins=("The purchasing department", "The plant manager"),
    when=("client_action: act     # the client is to do something,", "person: [group, role]  # and nobody is named"),
    schema=("properties:", "  fields:  # what “when” can ask", "    properties:", "      person: {const: named}"),
    told=Wording(
        "unnamed-person",
        "The objective asks a department or a role, and nobody by name.",
        "“{person}” is no name",
        "name who does it: “{client} {step} {by}”",
    ),
    longest=10,
)
_PLAN = Starter(
    noun="plan",
    frame="""\
---
type: deal-plan
---
# {}

## People
| Name | Role |
| --- | --- |
| Lena Marsh | plant manager |
| {} | {} |
""",
    flagged=(
        ("Draft of a deal plan for Ferrow Glass", "TBD", "buyer"),
        ("To do: a plan for Orlan Mills and its site", "TBD", "CFO"),
    ),
    clean=(
        ("Ferrow Glass: furnace retrofit", "Tom Ardel", "buyer"),
        ("Orlan Mills: two dryers", "Ines Lund", "CFO"),
    ),
    phrases=("draft", "to do"),
    begins=("Draft", "To do"),
    when=("client_people: {at_most: 1}  # people of the client's side that the plan names",),
    schema=(
        "properties:",
        "  people: {minItems: 2}  # what “advancelint inspect --format json” shows, and front_matter",
    ),
    told=Wording(
        "one-contact",
        "The plan names fewer than two people on the client's side.",
        "people on the client's side in this plan: {client_people}",
        "name the second person who has to agree",
    ),
    longest=6,
)
_CALL = Starter(
    noun="call",
    frame="""\
---
type: account-plan
---
# Ferrow Glass

## Calls
### 2026-06-09 {}
**Objective:** Lena Marsh sends us the gas bills by 12 June.
**Fallback:** {}
""",
    flagged=(("Catch up with Lena about furnace 2", "TBD"), ("Touch base with Tom about the quarter", "TBD")),
    clean=(
        ("Gas bills of furnace 2", "Lena names the meter of furnace 2 on the call."),
        ("Test plan", "Lena names the day of her next reading on the call."),
    ),
    phrases=("catch up", "touch base"),
    begins=("2026-06-09", "2026-06-09"),
    when=("upcoming: true  # the call is still to come,", "fallbacks: 0    # and has no fallback"),
    schema=("properties:", "  fields:  # what “when” can ask", "    properties:", "      fallbacks: {minimum: 1}"),
    told=Wording(
        "no-second-goal",
        "A call that is still to come has no fallback.",
        "this call has no fallback",
        "add the smaller step that would still be an advance",
    ),
    longest=6,
)
_STEP = Starter(
    noun="next step",
    frame="""\
---
type: call-notes
date: 2026-05-28
---
# Ferrow Glass

## Next steps
- [ ] {}
""",
    flagged=(
        ("Send the gas bills of the first quarter, if possible",),
        ("Sign the test plan for furnace 2 when there is time",),
    ),
    clean=(("Lena Marsh: send the gas bills by 12 June",), ("Tom Ardel: sign the test plan by 3 July",)),
    phrases=("if possible", "when there is time"),
    begins=("Send the gas bills", "Sign the test plan"),
    when=("done: false   # the step is open,", "owned: false  # and nobody owns it"),
    schema=("required: [owner]  # of what “advancelint inspect --format json” shows of a next step",),
    told=Wording(
        "step-without-owner",
        "An open next step has no owner.",
        "nobody owns “{text}”",
        "begin with the name of whoever does it, as “Lena Marsh: …”",
    ),
    longest=6,
)
_OUTCOME = Starter(
    noun="outcome",
    frame="""\
---
type: call-notes
date: 2026-05-28
---
# Ferrow Glass

**Outcome:** {}
""",
    flagged=(
        ("continuation. The call went well and they liked the burner.",),
        ("continuation. A good meeting, and they will get back to us.",),
    ),
    clean=(("advance. Lena sent the gas bills.",), ("order. Tom signed the test plan.",)),
    phrases=("went well", "good meeting"),
    begins=("continuation", "continuation"),
    when=("label: continuation  # what the call is said to have produced",),
    schema=(
        "properties:",
        "  fields:  # what “when” can ask",
        "    properties:",
        "      label: {not: {const: continuation}}",
    ),
    told=Wording(
        "continuation-unexplained",
        "The call was a continuation.",
        "the call ended without a commitment",
        "write down what you will ask for next, and of whom",
    ),
    longest=6,
)
_PERSON = Starter(
    noun="person",
    frame="""\
---
type: account-plan
---
# Ferrow Glass

## People
| Name | Role |
| --- | --- |
| {} | {} |
""",
    flagged=(("Tom Arno Ardel", ""), ("Lena Ida Marsh", "")),
    clean=(("Ines Lund", "buyer"), ("Ida Roe", "plant manager")),
    phrases=("Tom Arno Ardel", "Lena Ida Marsh"),
    begins=("Tom Arno Ardel", "Lena Ida Marsh"),
    when=("side: client     # the person is on the client's side,", "has_role: false  # and has no role"),
    schema=("required: [role]  # of what “advancelint inspect --format json” shows of a person",),
    told=Wording(
        "person-without-role",
        "Somebody on the client's side has no role.",
        "the plan does not say what {text} does",
        "write the job title beside the name",
    ),
    longest=2,
    said=Wording(
        "people-who-left",
        "The plan counts on somebody who has left the client.",
        "{phrase} has left",
        "name whoever does the job now",
    ),
)
STARTERS = {
    "objective": _OBJECTIVE, "plan": _PLAN, "call": _CALL, "next_step": _STEP, "outcome": _OUTCOME, "person": _PERSON,
}  # fmt: skip
KINDS = tuple(STARTERS)
CONDITIONS = ("phrases", "when", "schema", "check")
