"""Judges one sentence outside any plan, as the wording rules would in a plan."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.config import Settings
from advancelint.diagnostic import SEVERITIES
from advancelint.engine.judge import judge_plan
from advancelint.plan.model import ABSENT, Call, Field, Objective, Person, Plan
from advancelint.reading import Reading
from advancelint.records import NamedTuple
from advancelint.rule import Rule
from advancelint.source import NOWHERE, Source, Span

_PATH = "sentence"
# Which codes say that a line asks for too much too early; the other verdicts are read off the facets.
_REALISM = "RE"
_EVEN = 0.5


class Verdict(NamedTuple):
    """What the rules say of one sentence.

    ``tier`` is the severity of the worst finding of the wording rules, or "silent"; ``advance`` is the forced choice,
    ``verdict`` holds "good", or all that apply of "too_general", "not_an_advance", "unrealistic", and ``actor`` is who
    acts (client, seller, both, none); all three agree with each other. ``codes`` are the rules that found something.
    """

    tier: str
    advance: bool
    actor: str
    verdict: tuple[str, ...]
    codes: tuple[str, ...]


def judge_sentence(
    rules: Sequence[Rule], reading: Reading, *, stage: str = "", client: Sequence[str] = (), seller: Sequence[str] = ()
) -> Verdict:
    """Judge ``reading`` as the primary objective of a call still to come, in a plan at ``stage`` ("" for unknown)."""
    plan = plan_of_reading(reading, stage, client, seller)
    wording = [rule for rule in rules if rule.card.on == "objective"]  # a sentence is no plan: nothing can be missing
    judged = judge_plan(wording, Source.of(_PATH, reading.passage.text), plan, Settings(as_of=""))
    codes = [code for found in judged.diagnostics for code in (found.code, *found.also)]
    worst = max((SEVERITIES.index(found.severity) for found in judged.diagnostics), default=-1)
    tier = SEVERITIES[worst] if worst >= 0 else "silent"
    act = forced_choice(reading)
    return Verdict(tier, act, _actor(reading, act=act), _verdict(reading, codes, act=act), tuple(codes))


def forced_choice(reading: Reading) -> bool:
    """Say whether a line names a client's advance: by the grammar where it is sure, else by what is likelier."""
    if reading.confidence == "low":
        return reading.p_advance >= _EVEN
    return reading.client_action.value == "act"


def _actor(reading: Reading, *, act: bool) -> str:
    """Return who acts; in a matter or a meeting that is only named nobody does, in a state of mind who is in it."""
    found = reading.actor.value
    if act:
        return found if found in ("client", "both") else "client"
    if reading.construction.value == "topic" or found == "unknown":
        return "none"
    doubted = reading.client_action.value == "act" and reading.construction.value in ("nominal", "fragment")
    return "none" if doubted else found


def _verdict(reading: Reading, codes: Sequence[str], *, act: bool) -> tuple[str, ...]:
    found = []
    general = reading.vague.value == "phrase" or reading.construction.value == "topic"
    if (general and not act) or reading.object.value == "indefinite":
        found.append("too_general")
    if not act:
        found.append("not_an_advance")
    if any(code.startswith(_REALISM) for code in codes):
        found.append("unrealistic")
    return tuple(found) or ("good",)


def plan_of_reading(reading: Reading, stage: str, client: Sequence[str], seller: Sequence[str]) -> Plan:
    """Return a plan whose only call, still to come, has the passage that was read as its primary objective."""
    passage = reading.passage
    objective = Objective(
        passage, Span(0, len(passage.text)), rank="primary", call=0, label="", placeholder=False, reading=reading
    )
    people = [Person(name, "", "", "client", NOWHERE) for name in client]
    people += [Person(name, "", "", "seller", NOWHERE) for name in seller]
    return Plan(
        path=_PATH,
        kind="prep",
        declared=True,
        account=ABSENT,
        stage=Field(stage, stage, NOWHERE, "label") if stage else ABSENT,
        close_date=ABSENT,
        people=tuple(people),
        calls=(Call("", ABSENT, NOWHERE),),
        objectives=(objective,),
        next_steps=(),
        outcomes=(),
        sales_objective=ABSENT,
        client_win=ABSENT,
        passed_over=(),
        problems=(),
    )
