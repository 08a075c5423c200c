"""What the scales make a next step that no label and no heading calls one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from advancelint.expressions import expression
from advancelint.plan import (
    columns,
    dates,
    nextcalls,
    owners,
    promise_forms,
    promises,
    quoted,
    remarks,
    responsible,
    scorecards,
    several,
    stand_ins,
    step_tables,
    traps,
    undertakings,
)
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.given import is_only_a_name
from advancelint.plan.light_steps import is_headed, is_light
from advancelint.plan.log_tables import is_log
from advancelint.plan.material import field, line_of, span_of
from advancelint.plan.model import ABSENT
from advancelint.plan.stretches import is_between
from advancelint.plan.units import Unit
from advancelint.plan.weighing import Scales
from advancelint.reading.lexicon import load
from advancelint.source import NOTHING, Passage, Span

# From these chances on a unit is a step, one that stands where other things are listed, and one in a box or below a
# heading of steps, or a column of them on average.
SURE, WHATEVER, COLUMN = 0.6, 0.85, 0.5
BESIDE, _SEVERAL = 0.35, 2  # what an item needs that is done, or in a list most of which are steps, more than one
SCANT = 0.93  # what a unit of a page of few lines needs, which tells little of it
_FEWEST = 2  # words of a step
# "I'll bring it", and behind a greeting: "Hi Otto, I'll bring it"
_OURS = expression(
    rf"(?:(?:[^\W\d_]+ )?[^\W\d_a-zß-öø-ÿ][\w'’-]+[,!] )?{stand_ins.LEAD}(?:I|[Ww]e|Ich|[Ww]ir|Je|[Nn]ous|Yo|Eu)\b"
)
_WANTS = expression(r"(?:I|We) (?:(?:will|would|'d|’d) )?(?:need|want|like|expect) (?!to )")
_ARROW = expression(r"\s*(?:->|→|➜)")
_OPEN = frozenset({"other", "next-step", "action", "due", "owner", "done"})
_ELSEWHERE = ("objective", "primary", "fallback", "ask", "people", "attendees", "client-win")
_MARKS = "~*_-–—>→.,;() "


def settled(bench: Bench, scales: Scales, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the steps that were found without those that have hardly a sign of one, and with those that have many.

    What goes on to further steps is several.
    """
    kept = [part for one in _firm(bench, scales, drafts) for part in _parted(bench, scales, one)]
    taken = {number for one in (*drafts, *kept) if one.passage.text for number in scales.at(span_of(one.passage))}
    begun = sorted(span_of(one.passage).start for one in (*drafts, *kept) if one.passage.text)
    added = (draft for number in _added(bench, scales, taken) for draft in _drafted(bench, scales.units[number], begun))
    scored = scorecards.lines(bench.material.source.text)
    found = (
        one
        for one in (*kept, *added, *_listed(bench, scales, taken))
        if line_of(one.passage, bench.material.source) not in scored
    )
    return [clause for one in found for clause in several.clauses(bench, one)]


def _firm(bench: Bench, scales: Scales, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the steps that have some sign of one, and in a mutual plan those in lists most of which have."""
    light = [is_light(bench, scales, one) for one in drafts]
    places = [set(scales.at(span_of(one.passage))) if one.passage.text else set[int]() for one in drafts]
    firm = {number for place, slight in zip(places, light, strict=True) if not slight for number in place}
    alike = _beside(scales, firm) if bench.kind == "map" else set[int]()
    found = zip(drafts, places, light, strict=True)
    return [one for one, place, slight in found if not slight or not place.isdisjoint(alike)]


def _parted(bench: Bench, scales: Scales, draft: Draft) -> list[Draft]:
    """Return a step without what goes on to further steps, and those: "Jo mails it. Ana asks the board by Friday"."""
    numbers = sorted(scales.at(span_of(draft.passage)))[1:] if draft.passage.text else []
    further = [number for number in numbers if scales.chances("step")[number] >= SURE]
    parts = [part for number in further for part in _drafted(bench, scales.units[number])]
    if not parts:
        return [draft]
    return [draft.until(min(part.passage.starts[0] for part in parts)), *parts]


def _added(bench: Bench, scales: Scales, taken: Set[int]) -> Iterator[int]:
    """Yield the numbers of the units that all their signs together make steps, but for those that are ``taken``.

    Where most items of a list are steps, the others need less to be.
    """
    goals = scales.chances("objective")
    free = {
        number: chance
        for number, chance in enumerate(scales.chances("step"))
        if number not in taken and chance >= max(BESIDE, goals[number]) and _may_be(bench, scales.units[number], chance)
    }
    sure = {number for number, chance in free.items() if chance >= _bound(bench, scales, number)}
    alike = _beside(scales, {*taken, *sure})
    for number in free:
        if number in sure or number in alike:
            yield number


def _may_be(bench: Bench, one: Unit, chance: float) -> bool:
    """Say whether a unit may be a step at all: no cell, nothing of the client's goals, no remark and no call."""
    if one.statement.surface == "cell":
        return False
    if bench.material.outline.trap(one.statement.section) == traps.THEIRS:
        return False
    text = one.words.text
    if one.statement.plays("outcome") and _is_over(text):
        return False
    if (one.statement.nested and remarks.is_manner(text)) or remarks.is_lacking(text):
        return False
    if nextcalls.tells_fixed_call(text, bench.material.vocabulary):
        return False
    done = one.statement.struck.text and one.statement.surface == "item"  # "~~Quote to Bo~~ sent 23 Nov"
    # What is very likely a step is one: "Ana is sending it", "Bo has said that he will host it".
    return chance >= WHATEVER or not (done or remarks.is_fact(text) or remarks.is_minded(text))


def _is_over(text: str) -> bool:
    """Say whether the second word is a verb of what is past: "Mark sent the readings"."""
    form = load("en").forms.get(text.partition(" ")[2].partition(" ")[0].casefold())
    return form is not None and set("bs").isdisjoint(form[1])


def _bound(bench: Bench, scales: Scales, number: int) -> float:
    """Return from which chance on a unit is a step where nothing beside it is; what is done is hardly anything else."""
    one = scales.units[number]
    if scales.scant and one.statement.checked == "none":
        return SCANT if one.statement.surface not in {"item", "bullet"} else max(WHATEVER, _least(bench, one))
    least = _least(bench, one)
    draft = bench.draft(one.words, NOTHING, one.statement.section, -1, done=False) if least < WHATEVER else None
    return BESIDE if draft is not None and draft.done else least


def _beside(scales: Scales, steps: Set[int]) -> set[int]:
    """Return the first units of the items of lists of which at least half are steps, and more than one."""
    lists: dict[int, list[int]] = {}
    for number, one in enumerate(scales.units):
        if one.statement.surface in {"item", "bullet"} and not one.number and not one.statement.nested:
            lists.setdefault(one.statement.section, []).append(number)
    mostly = (items for items in lists.values() if len(items) <= 2 * len(steps & set(items)) > _SEVERAL)
    return {number for items in mostly for number in items}


def _least(bench: Bench, one: Unit) -> float:
    """Return from which chance on a unit is a step; what has a box and a day needs little, who and when some less."""
    boxed = one.statement.checked != "none"
    dated = dates.first(one.words.text, bench.material.vocabulary) is not None
    if boxed and dated:
        return BESIDE
    if _is_else(bench, one) or undertakings.is_beside_table(bench, one.statement, inside=True):
        return SURE if boxed else WHATEVER
    if promise_forms.PROMISE.match(one.words.text):
        return BESIDE  # four in five of those that are no likelier than so are steps
    led = dated and one.named.text and not one.number  # "Preparation for Jo: the pump curve, 4 Dec"
    draft = bench.draft(one.words, one.named, one.statement.section, -1, done=False) if led else None
    told = draft is not None and draft.owned.side != "unknown"
    return COLUMN if boxed or told or is_headed(bench, one.statement) else SURE


def _is_else(bench: Bench, one: Unit) -> bool:
    """Say whether a unit stands where a list calls what is there something else, or where an agenda is."""
    outline, section, label = bench.material.outline, one.statement.section, one.statement.label
    called = not label.heard and not label.roles <= _OPEN
    return called or bool(outline.trap(section)) or outline.within(section, *_ELSEWHERE)


def _drafted(bench: Bench, one: Unit, begun: Sequence[int] = ()) -> Iterator[Draft]:
    """Yield the step that a unit states, with whoever its label names or its words say.

    Where its words say no more than who or when, its label is the step, "Call Ana – 9 December", unless one of those
    that have ``begun``, in order, stands there.
    """
    statement = one.statement
    done = statement.checked == "checked"
    asked = len(one.words.text.rstrip("? ")) if promise_forms.ASKED.match(one.words.text) else len(one.words.text)
    words = one.words.cut(Span(0, asked))  # "Could you send it by Friday?"
    draft = bench.draft(words, _owner(bench, one.named), statement.section, -1, done=done)
    if draft is not None and _WANTS.match(draft.passage.text):
        return  # "We will need a revised quote" is what somebody asks for
    if draft is not None and _OURS.match(draft.passage.text):
        draft = _quoted(bench, one, draft) if quoted.is_quoted(one) else _own(draft)
    whole = statement.value if one.named.text and not one.number else NOTHING
    bare = whole.text and not is_between(begun, whole.starts[0] - 1, whole.ends[-1])
    if draft is not None and bare and _is_part(bench, draft):
        draft = bench.draft(whole, NOTHING, statement.section, -1, done=done)
    if draft is not None and not _is_part(bench, draft):
        yield draft


def _own(draft: Draft) -> Draft:
    return draft._replace(owned=draft.owned._replace(owner=ABSENT, side="seller"))


def _quoted(bench: Bench, one: Unit, draft: Draft) -> Draft:
    """Return what somebody whom the plan quotes will do; the client's where nothing tells who that is."""
    cast = bench.prompter.cast
    name = quoted.writer(one, bench.material.outline.document.blocks, cast)
    if name is None:
        return draft._replace(owned=draft.owned._replace(owner=ABSENT, side="client"))
    owned = draft.owned._replace(owner=field(name.text, name, "text"), side=cast.side(name.text))
    return draft._replace(owned=owned)


def _owner(bench: Bench, named: Passage) -> Passage:
    """Return the first name of a label, nothing of another: "~ Priya", "Callum → Amberley", but not "Then"."""
    arrow = _ARROW.search(named.text)
    named = named.cut(Span(0, arrow.start() if arrow else len(named.text)))
    name = named.text.strip(_MARKS)
    name = f"{name})" if f"{name})" in named.text and name.count("(") > name.count(")") else name  # "Ben (buyer)"
    known = owners.is_known(name, bench.prompter.cast, bench.material.vocabulary)
    return named.part(name) if known or (name and is_only_a_name(name.partition(" ")[0])) else NOTHING


def _is_part(bench: Bench, draft: Draft) -> bool:
    """Say whether words say no more than when or who, or ask, or stand in brackets: a part of the step beside them."""
    cast, vocabulary = bench.prompter.cast, bench.material.vocabulary
    text = draft.passage.text.strip(_MARKS)
    if len(text.split()) < _FEWEST or draft.passage.text.startswith("(") or promises.is_asked(text):
        return True
    return bench.is_time(text) or owners.is_owner(text, cast, vocabulary)


def _listed(bench: Bench, scales: Scales, taken: Set[int]) -> Iterator[Draft]:
    """Yield the cells of columns that are steps on average, of tables in which none is ``taken``."""
    for number, grid in enumerate(bench.material.outline.grids):
        chance, column = max(scales.columns(number, "step"), default=(0.0, -1))
        if column in responsible.columns(grid):
            continue
        if chance >= COLUMN and taken.isdisjoint(scales.cells(number)):
            owner = grid.column("owner", but=column)
            owner = columns.by_whom(bench, grid, column) if owner < 0 else owner
            logged = grid.dating_calls if is_log(bench.material, grid) else ()
            yield from step_tables.rows(bench, grid, column, [owner] if owner >= 0 else [], logged)
