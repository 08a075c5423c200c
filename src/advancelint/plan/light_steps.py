"""What the scales refuse of the next steps that rules took: lines with hardly a sign of one."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.plan import dates, owners, persons, promise_forms, remarks, weighty
from advancelint.plan.below import is_order
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.material import span_of
from advancelint.plan.outline import Statement
from advancelint.plan.runs import is_led
from advancelint.plan.weighing import Scales
from advancelint.source import Span

# Below the first of these chances what was taken for a step is none, below the next no cell that is a goal by its
# signs, and below the last not even what is called one.
UNLIKELY, SCARCELY, HARDLY = 0.18, 0.05, 0.01


def is_light(bench: Bench, scales: Scales, draft: Draft) -> bool:
    """Say whether a line that was taken for a step has hardly a sign of one.

    A page of few lines tells too little; in a mutual plan both sides promise, a table is judged by its columns, and
    what its own label calls a step is one, if a poor one. A cell that only says "(done)" names none.
    """
    if not draft.passage.text:
        return draft.done
    if scales.scant:
        return False
    span = span_of(draft.passage)
    statements = [scales.units[number].statement for number in scales.at(span)]
    if any(one.surface == "cell" and one.label.heard for one in statements) and _is_person(bench, draft.passage.text):
        return True
    if any(one.surface == "cell" for one in statements) and _is_goal(scales, span):
        return True
    if bench.kind == "map" or any(map(_is_told, statements)):
        return False
    if {draft.owned.owner.surface, draft.due.field.surface} == {"column"}:
        return False  # "NW-33 Redline" above "Assignee: Jo | Due: 2 Dec"
    if is_led(bench.material.source.text, draft.passage.starts[0]) and (
        remarks.is_fact(draft.passage.text) or _is_visit(bench, draft)
    ):
        return True
    called = _is_called(bench, draft, statements)
    if called and is_order(draft.passage.text) and any(is_headed(bench, one) for one in statements):
        return False  # "send the curve" below "Next steps", whatever follows
    return scales.likeliest(span, "step") < (HARDLY if called else UNLIKELY)


def _is_goal(scales: Scales, span: Span) -> bool:
    """Say whether a cell is a goal by all its signs: in a table of calls, "Ana signs the test record"."""
    return scales.likeliest(span, "step") < SCARCELY and scales.likeliest(span, "objective") >= weighty.SURE


def _is_person(bench: Bench, text: str) -> bool:
    """Say whether a cell only tells who somebody is: "Olga Brandt, head of quality", but not "Olga, order the pump"."""
    name, _, behind = text.partition(",")
    known = owners.is_known(name.strip(), bench.prompter.cast, bench.material.vocabulary)
    return known and (len(behind.split()) == 1 or persons.is_role(behind.strip(), bench.material.vocabulary))


def _is_visit(bench: Bench, draft: Draft) -> bool:
    """Say whether a line names nothing but an encounter and its day: "-> visit 1 July"."""
    text, vocabulary = draft.passage.text, bench.material.vocabulary
    met = vocabulary.word("encounter", text.partition(" ")[0]) is not None
    return met and not draft.owned.owner.present and dates.first(text, vocabulary) is not None


def _is_called(bench: Bench, draft: Draft, statements: Sequence[Statement]) -> bool:
    """Say whether a box or a heading calls a line a step, or the line says whose it is and when."""
    owned = draft.owned.owner.surface
    told = owned == "label" or (owned == "text" and draft.due.field.surface == "text")
    promised = draft.owned.owner.present or promise_forms.may_promise(draft.passage.text)
    led = promised and is_led(bench.material.source.text, draft.passage.starts[0])
    return told or led or any(one.checked != "none" or is_headed(bench, one) for one in statements)


def _is_told(one: Statement) -> bool:
    """Say whether a label of the lists or a table calls a line a step."""
    return (one.plays("next-step") and not one.label.heard) or one.surface == "cell"


def is_headed(bench: Bench, one: Statement) -> bool:
    """Say whether a heading of the lists calls what stands below it steps."""
    outline = bench.material.outline
    around = outline.sections[outline.role_section(one.section)].label
    return "next-step" in around.roles and not around.heard
