"""What the scales refuse of the next steps that rules took: lines with hardly a sign of one."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.plan import dates, owners, persons, promise_forms, remarks
from advancelint.plan.below import is_order
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.material import span_of
from advancelint.plan.outline import Statement
from advancelint.plan.runs import is_led
from advancelint.plan.weighing import Scales

# Below the first of these chances what was taken for a step is none, and below the second not even what is called one:
# of those, in tables and mutual plans, too, five in six were none.
# The last is for what has a box, and for what stands in front of the words that were weighed: "NDA to Piotr – Ben".
UNLIKELY, SCARCELY, HARDLY = 0.18, 0.05, 0.01


def is_light(bench: Bench, scales: Scales, draft: Draft) -> bool:
    """Say whether a line that was taken for a step has hardly a sign of one.

    A page of few lines tells too little; an order below a heading of steps is one, as is what its own label calls one.
    Others need some sign: more where neither a table nor a mutual plan, in which both sides promise, makes them steps.
    A cell that only says "(done)" names none.
    """
    if not draft.passage.text:
        return draft.done
    if scales.scant:
        return False
    span = span_of(draft.passage)
    statements = [scales.units[number].statement for number in scales.at(span)]
    if any(one.surface == "cell" and one.label.heard for one in statements) and _is_person(bench, draft.passage.text):
        return True
    called, likely = _is_called(bench, draft, statements), scales.likeliest(span, "step")
    if called and is_order(draft.passage.text) and any(is_headed(bench, one) for one in statements):
        return False  # "send the curve" below "Next steps", whatever follows
    if _is_sure(draft):
        return False
    if any(map(_is_told, statements)) and dates.first(draft.passage.text, bench.material.vocabulary) is None:
        return False  # "Next: 10 Dec, her office" is a call
    behind = all(scales.units[number].words.starts[0] > span.start for number in scales.at(span))
    boxed = any(one.checked != "none" for one in statements)
    if likely < (HARDLY if behind or boxed else SCARCELY):
        return not (behind and boxed)  # "[ ] NDA from HR - nothing yet" is one whatever is said behind it
    if bench.kind == "map" or any(one.surface == "cell" for one in statements):
        return False
    if is_led(bench.material.source.text, draft.passage.starts[0]) and (
        remarks.is_fact(draft.passage.text) or _is_visit(bench, draft)
    ):
        return True
    return not called and likely < UNLIKELY


def _is_sure(draft: Draft) -> bool:
    """Say whether fields, "NW-33 Redline" above "Assignee: Jo | Due: 2 Dec", or words of their own make it a step."""
    sworn = draft.due.field.surface == "text" and promise_forms.SAID_SELF.match(draft.passage.text) is not None
    return sworn or {draft.owned.owner.surface, draft.due.field.surface} == {"column"}


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
    """Say whether a line's own label, one of the lists, calls it a step."""
    return one.plays("next-step") and not one.label.heard and one.surface != "cell"


def is_headed(bench: Bench, one: Statement) -> bool:
    """Say whether a heading of the lists calls what stands below it steps."""
    outline = bench.material.outline
    around = outline.sections[outline.role_section(one.section)].label
    return "next-step" in around.roles and not around.heard
