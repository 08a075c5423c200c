"""Which findings stand on a line, which is the primary one, and how severe it may be."""

from itertools import product
from typing import Any

import pytest
from building import call, field, objective, person, plan, source

from advancelint.catalog import load_rules
from advancelint.config import Settings
from advancelint.diagnostic import Diagnostic
from advancelint.engine import judge_plan
from advancelint.plan.model import ABSENT, Call, Objective, Outcome, Plan
from advancelint.reading import Facet
from advancelint.reading.model import FACETS
from advancelint.source import Passage, Span

# Fallback and rationale are the call's affair; what is tested here is which diagnosis a line gets.
RULES = tuple(rule for rule in load_rules() if rule.code not in ("AD411", "PL107"))
TEXT = "Ana sends the May log"


def judge(judged: Plan, text: str = TEXT) -> tuple[Diagnostic, ...]:
    return judge_plan(RULES, source(text), judged, Settings(as_of="2026-06-01")).diagnostics


def codes(judged: Plan) -> list[tuple[str, str]]:
    return [(item.code, item.severity) for item in judge(judged)]


def line(**facets: Any) -> Objective:
    return objective(TEXT, **facets)


def test_a_good_line_in_a_good_plan_is_clean() -> None:
    assert codes(plan(line())) == []


@pytest.mark.parametrize(
    ("facets", "stage", "primary", "also"),
    [
        ({"actor": "seller", "client_action": "none"}, "discover", "AD401", ()),
        ({"actor": "seller", "client_action": "none", "vague": "phrase"}, "discover", "SP201", ("AD401",)),
        ({"actor": "seller", "client_action": "none", "construction": "persuasion"}, "discover", "AD406", ()),
        ({"actor": "seller", "client_action": "none", "construction": "learning"}, "align", "AD408", ()),
        ({"actor": "seller", "client_action": "none", "construction": "topic"}, "align", "SP208", ()),
        ({"actor": "seller", "client_action": "none", "close": "phrase"}, "discover", "RE301", ()),
        ({"actor": "seller", "client_action": "none", "close": "phrase"}, "negotiate", "AD401", ()),
        ({"actor": "none", "client_action": "none"}, "discover", "AD402", ()),
        ({"actor": "none", "client_action": "mental"}, "discover", "AD402", ()),
        ({"client_action": "mental"}, "discover", "AD403", ()),
        ({"client_action": "mental", "hedge": "hedge"}, "discover", "AD403", ("SP207",)),
        ({"client_action": "effortless", "vague": "phrase"}, "discover", "SP201", ("AD404",)),
        ({"client_action": "low", "energy": "low"}, "discover", "AD405", ()),
        ({"deadline": "vague", "person": "pronoun"}, "discover", "SP204", ("SP202",)),
        ({"deadline": "vague", "person": "indefinite"}, "discover", "SP202", ("SP204",)),
    ],
)
def test_one_primary_diagnosis_and_the_rest_beside_it(
    facets: dict[str, str], stage: str, primary: str, also: tuple[str, ...]
) -> None:
    found = judge(plan(line(**facets), stage=field(stage)))
    assert [(item.code, item.also) for item in found] == [(primary, also)]


@pytest.mark.parametrize(
    ("text", "stage", "expected"),
    [
        ("Ana sends the May log", "discover", []),
        ("Ana accepts a first meeting", "close", [("RE307", "info")]),
        ("Ana drafts the success criteria", "discover", [("RE302", "info")]),
        ("Ana signs the scope of the pilot", "discover", [("RE303", "info")]),
        ("Ana puts the proposal on the agenda of the board", "align", [("RE303", "info")]),
        ("Ana signs the contract", "discover", [("RE303", "error")]),
        ("Ana signs the contract", "propose", [("RE303", "warning")]),
        ("Ana fills the tanks", "discover", []),
        ("Ana signs the contract", "", []),
    ],
)
def test_severity_grows_with_the_distance(text: str, stage: str, expected: list[tuple[str, str]]) -> None:
    words = text.split(maxsplit=2)
    at = Span(4, len(text))
    asked = objective(text, action=Facet(words[1].rstrip("s"), at, "", text[4:]))
    judged = plan(asked, stage=field(stage) if stage else ABSENT, kind="prep")
    assert [(item.code, item.severity) for item in judge(judged, text)] == expected


@pytest.mark.parametrize(
    ("facets", "primary", "also"),
    [
        ({"deadline": "none"}, "RE303", ("RE302", "SP203")),
        ({"close": "phrase"}, "RE301", ("RE303", "RE302")),
        ({"vague": "phrase"}, "RE303", ("RE302", "SP201")),
    ],
)
def test_what_comes_too_early_outweighs_how_it_is_said(
    facets: dict[str, str], primary: str, also: tuple[str, ...]
) -> None:
    text = "Ana signs the contract"
    asked = objective(text, action=Facet("sign", Span(4, len(text)), "", text[4:]), **facets)  # type: ignore[arg-type] # facets by name
    assert [(item.code, item.also) for item in judge(plan(asked, kind="prep"), text)] == [(primary, also)]


@pytest.mark.parametrize(("confidence", "severity"), [("high", "error"), ("medium", "warning")])
def test_a_less_sure_reading_is_a_warning(confidence: str, severity: str) -> None:
    assert codes(plan(line(client_action="mental", confidence=confidence))) == [("AD403", severity)]


def test_of_an_unsure_reading_it_is_only_said_that_it_is_unclear() -> None:
    found = judge(plan(line(client_action="mental", confidence="low")))
    assert [(item.code, item.severity, item.also) for item in found] == [("SP209", "info", ("AD403",))]


def test_an_advance_that_is_not_surely_one_is_never_silent() -> None:
    assert codes(plan(line(confidence="low"))) == [("SP209", "info")]


def test_a_fallback_never_fails_the_gate() -> None:
    fallback = objective(TEXT, rank="fallback", client_action="mental")
    assert codes(plan(line(), fallback)) == [("AD403", "warning")]


@pytest.mark.parametrize(
    "judged",
    [
        plan(line(client_action="mental"), calls=(call("2026-05-31"),), kind="prep"),
        plan(line(client_action="act", deadline="none")._replace(rank="plan"), line()),
        plan(line(client_action="mental"), calls=(call(""),), kind="notes"),
        plan(
            line(client_action="mental"),
            kind="prep",
            outcomes=(Outcome(Passage.plain("yes"), Span(0, 1), "advance", 0, line().reading),),
        ),
    ],
    ids=["past date", "the plan's own", "undated notes", "outcome recorded"],
)
def test_lines_that_cannot_be_planned_better_are_not_judged(judged: Plan) -> None:
    assert codes(judged) == []


@pytest.mark.parametrize(
    ("facets", "found"),
    [
        ({"client_action": "mental"}, [("PL108", "warning")]),
        ({"client_action": "none", "vague": "phrase"}, [("PL108", "warning")]),
        ({"client_action": "none", "actor": "seller", "construction": "imperative"}, [("PL108", "warning")]),
        ({"client_action": "none", "actor": "seller", "construction": "imperative", "deadline": "date"}, []),
        ({"client_action": "mental", "confidence": "low"}, []),
        ({"client_action": "act", "vague": "phrase"}, []),
    ],
)
def test_an_objective_of_the_sale_is_asked_only_for_the_clients_act(
    facets: dict[str, str], found: list[tuple[str, str]]
) -> None:
    wish = line(**{"deadline": "none", **facets})._replace(rank="plan")
    assert codes(plan(wish, line())) == found
    assert codes(plan(wish, line(), language="de")) == []  # whose words cannot be read


def test_today_is_still_to_come() -> None:
    assert codes(plan(line(client_action="mental"), calls=(call("2026-06-01"),))) == [("AD403", "error")]


def test_a_placeholder_is_the_calls_finding() -> None:
    held = line(client_action="mental")._replace(placeholder=True)
    assert codes(plan(held, kind="prep")) == [("PL101", "error")]


def test_an_undeclared_file_gets_one_note_for_all_that_is_missing() -> None:
    bare = plan(declared=False, client_win=ABSENT)
    (note,) = judge(bare)
    assert (note.severity, sorted((note.code, *note.also))) == ("info", ["CF502", "PL101"])
    assert "an objective for the next call" in note.message
    assert sorted(codes(bare._replace(declared=True))) == [("CF502", "error"), ("PL101", "error")]


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ((), ["CH601"]),
        ((call("2026-05-01"),), ["CH601"]),
        ((call("2026-06-02"),), ["PL101"]),
        ((call(""),), ["PL101", "PL102"]),
    ],
)
def test_an_open_plan_needs_a_next_call_and_the_call_an_objective(calls: tuple[Call, ...], expected: list[str]) -> None:
    assert [code for code, _ in codes(plan(calls=calls))] == expected


def test_a_closed_plan_needs_no_next_call() -> None:
    assert codes(plan(calls=(), stage=field("won"), client_win=ABSENT)) == []


# What a reader can say about a line that names no advance; every such line must get a finding.
ACTORS = ("client", "seller", "both", "none", "unknown")
CONSTRUCTIONS = FACETS["construction"]
NO_ADVANCE = ("low", "effortless", "mental", "none", "unknown")


@pytest.mark.parametrize("stage", ["discover", "close", "unknown"])
def test_every_reading_that_is_no_advance_is_reported(stage: str) -> None:
    silent = []
    for actor, act, form, vague, close in product(ACTORS, NO_ADVANCE, CONSTRUCTIONS, FACETS["vague"], FACETS["close"]):
        facets = {"actor": actor, "client_action": act, "construction": form, "vague": vague, "close": close}
        if not judge(plan(line(**facets), stage=field(stage))):
            silent.append(facets)
    assert silent == []


@pytest.mark.parametrize("form", CONSTRUCTIONS)
def test_a_clients_act_is_never_an_error(form: str) -> None:
    assert [item for item in codes(plan(line(construction=form))) if item[1] == "error"] == []


def test_messages_name_the_plans_people() -> None:
    text = "Show the module to Birgit"
    shown = objective(text, actor="seller", client_action="none", construction="imperative")
    people = (person("Ana Ruiz", "seller"), person("Omar Haddad", role="signs"), person("Birgit Lund"))
    (found,) = judge(plan(shown, people=people), text)
    assert found.note == "you act here; nothing asks Birgit for a step"
    assert found.instead.startswith(
        "begin with Birgit: “Birgit sends last quarter's figures on the problem by 17 June”"
    )


def test_without_people_the_message_speaks_of_your_contact() -> None:
    (found,) = judge(plan(line(actor="seller", client_action="none", person="none"), people=(), kind="prep"))
    assert found.instead.startswith("begin with your contact: “Your contact sends ")


def test_a_rule_that_fails_is_named_and_the_others_go_on() -> None:
    def explode(_: object) -> None:
        raise ZeroDivisionError("no")

    rules = [rule._replace(find=explode) if rule.code == "AD403" else rule for rule in RULES]  # type: ignore[arg-type]
    bad = plan(line(client_action="mental", hedge="hedge"), line(actor="seller", client_action="none"))
    judged = judge_plan(rules, source(TEXT), bad, Settings(as_of="2026-06-01"))
    assert [item.code for item in judged.diagnostics] == ["AD401", "SP207"]
    assert [(item.step, item.path) for item in judged.failures] == [("AD403", "plan.md")]


def test_diagnostics_are_sorted_by_place() -> None:
    text = f"{TEXT}\n{TEXT}\n{TEXT}"
    lines = [objective(TEXT, offset=offset, client_action="mental") for offset in (44, 0, 22)]
    assert [item.start.line for item in judge(plan(*lines), text)] == [1, 2, 3]


@pytest.mark.parametrize("day", ["2026-06-09", ""])
def test_a_missing_day_is_no_more_than_a_note(day: str) -> None:
    made = plan(line(deadline="none"), calls=(call(day),))
    assert [one for one in codes(made) if one[0] == "SP203"] == [("SP203", "info")]
