"""What the scales find and refuse: units that no label and no heading calls goals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.markdown import ListItem
from advancelint.plan import (
    aims,
    below,
    clockwords,
    degrees,
    goals,
    more,
    nextcalls,
    purposes,
    quoted,
    ranks,
    remarks,
    traps,
)
from advancelint.plan.asking import asks
from advancelint.plan.cast import Cast
from advancelint.plan.doubts import Doubts, is_question
from advancelint.plan.hearing import hear
from advancelint.plan.material import Material, span_of
from advancelint.plan.model import Objective
from advancelint.plan.occupied import Occupied
from advancelint.plan.outline import Grid, Statement
from advancelint.plan.signs import AHEAD
from advancelint.plan.undertakings import FACT
from advancelint.plan.units import Unit
from advancelint.plan.vocabulary import GOALS
from advancelint.plan.weighing import Scales
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

# From these chances on a unit is a goal, one that something speaks against (a next step was read from it, it stands
# behind the list of goals), one that its label or place calls something else or that is quoted beside goals, a column
# on average, and the likeliest of a plan without any; below the last, a label that was only heard makes it none.
SURE, WHATEVER, CALLED_ELSE, COLUMN, LIKELY, UNLIKELY = 0.6, 0.82, 0.93, 0.55, 0.45, 0.2
OWED = 0.65  # from this chance on to be a step, a line is no goal, for all that its heading tells
AGAINST = -200  # a heading that speaks so much against goals: "How they buy"
_SHORTEST, _SHORT = 2, 3  # words of a goal, and of one that is no order
_OF_US = expression(r"\b(?:wants?|wanted|asks?|asked) [^:]{0,24}\b(?:from|of) us\b")  # what somebody is after from us
# "Hugh orders to GBP 5k, Isla approves to GBP 80k" tells what they may
_MAY_SPEND = expression(r"\b(?:order|approve|sign|buy|spend|release)s (?:up )?to (?:[A-Z]{3}|[£€$]) ?\d")
_ASIDE = expression(r"\([^()]*(?:\)|\Z)|\[[^\[\]]*(?:\]|\Z)")
_OPEN = frozenset({"ask", "purpose", "primary-part", "fallback-part"})
_SELDOM = frozenset({"client-win", "outcome"})
_GIVEN, _NEVER = frozenset({"value", "client-win"}), 1.1  # what the client gets from a call or a sale is no goal of it
_SOFT = frozenset({"primary", "unranked"})
_OPEN_ENDS = frozenset(",:–—-")
_RANKS = {"fallback": "fallback", "sales-objective": "plan"}


class Weighty(NamedTuple):
    """Finds the goals of a document; ``promised`` is where its next steps stand."""

    material: Material
    scales: Scales
    doubts: Doubts
    cast: Cast
    promised: Occupied

    def goals(self, taken: Occupied, *, stated: bool) -> Iterator[tuple[Unit, Passage, str]]:
        """Yield units that all their signs together make objectives, each with the goal's own words and rank.

        ``taken`` is where the objectives so far stand, to which the caller adds what this yields; ``stated`` says that
        a list knows the label of one.
        """
        outline = self.material.outline
        doubted = {one.span for one in outline.statements if self.doubts.why_not(one)}
        closed = {one.section for one in outline.statements if one.span in doubted and one.plays("objective")}
        for statement in (*outline.statements, *outline.rest):
            doubtful = statement.section in closed or statement.span in doubted
            trapped = bool(outline.trap(statement.section))  # an agenda, questions, objections
            if doubtful and trapped:
                continue
            bygone = self.doubts.is_bygone(statement)
            for chance, number in self.scales.of(statement):
                one = self.scales.units[number]
                least = SURE if doubtful else _least(statement, one.number, stated=stated)
                least = max(least, CALLED_ELSE) if trapped else least
                against = bygone or self.scales.headed(number, "objective") < AGAINST
                least = max(least, WHATEVER) if against else least
                if chance < least or not may_be_goal(one.words.text, chance) or self._is_else(one, chance, taken):
                    continue
                if quoted.is_quoted(one) and quoted.writer(one, outline.document.blocks, self.cast):
                    continue  # what somebody else is after: "Ana's mail:"
                yield one, *self._worded(one, number)

    def _is_else(self, one: Unit, chance: float, taken: Occupied) -> bool:
        """Say whether a unit is taken already, promised, told of another or a step of an agenda."""
        place = span_of(one.words)
        owed = chance < WHATEVER and self.promised.meets(place)
        if owed or taken.meets(place) or is_question(one.statement):
            return True
        text = one.words.text
        idle = goals.is_idle(text)  # "Otherwise we're just chatting"
        said = idle or (chance < WHATEVER and (aims.PREPARED.match(text) or remarks.tells(text)))
        when = nextcalls.tells_call(text, self.material.vocabulary) and not asks(text)
        called = clockwords.may_hold(one.name) and nextcalls.tells_call(f"{one.name}, {text}", self.material.vocabulary)
        named = one.name and (traps.reason(one.name, self.material.vocabulary) or _OF_US.search(one.name))
        ours = purposes.is_lead(one.name) and self.cast.side(text.partition(" ")[0]) == "seller"
        if said or ours or when or (called and not asks(text)) or named or self._explains(one.statement, taken):
            return True
        told = FACT.match(text) is not None or below.is_fact(text)
        return (told or chance < WHATEVER) and self._is_behind(one, taken)

    def _is_behind(self, one: Unit, taken: Occupied) -> bool:
        """Say whether a paragraph stands behind the goals of a section of them, and so explains them."""
        outline, section = self.material.outline, one.statement.section
        if one.statement.surface != "text" or not outline.within(section, "objective", "primary"):
            return False
        begin, end = outline.sections[section].span.start, one.statement.span.start
        return taken.begins_in(begin, end)

    def _explains(self, statement: Statement, taken: Occupied) -> bool:
        """Say whether a line stands below an item that is a goal, and so says more of it."""
        blocks = self.material.outline.document.blocks
        block = blocks[statement.block]
        parent = block.parent if isinstance(block, ListItem) else -1
        above = blocks[parent] if parent >= 0 else None
        if not isinstance(above, ListItem) or not above.leaf.text().passage.text:
            return False
        return taken.meets(span_of(above.leaf.text().passage))

    def _worded(self, one: Unit, number: int) -> tuple[Passage, str]:
        """Return the words of a goal without what leads them, and its rank."""
        text = one.words.text
        less = goals.otherwise(text)
        words = one.words.cut(Span(less or more.begin(text), len(text))).strip()
        words, told = ranks.led(words, "fallback" if less else "", self.material.vocabulary)
        sold = not one.number and one.statement.plays("sales-objective")
        told = told or ("plan" if sold else self.scales.rank(number))
        if told == "unranked" and self.material.kind in ranks.PLAN_KINDS:
            told = degrees.BESIDE  # and not all of the sale's
        return (words if may_be_goal(words.text) else one.words), told


def shortened(scales: Scales, taken: Sequence[Objective]) -> Iterator[tuple[int, Passage]]:
    """Yield the numbers of the objectives whose text goes on to further goals, with their words without those."""
    for index, goal in enumerate(taken):
        words = _first(scales, goal.passage) if goal.passage.text else goal.passage
        if words.text != goal.passage.text:
            yield index, words


def _first(scales: Scales, passage: Passage) -> Passage:
    chances = scales.chances("objective")
    found = [
        one for one in scales.at(span_of(passage)) if chances[one] >= SURE and may_be_goal(scales.units[one].words.text)
    ]
    later = [scales.units[one] for one in found[:-1] if scales.units[one].number]
    if not later:
        return passage
    words = later[-1].named if later[-1].named.text else later[-1].words
    return passage.cut(Span(0, bisect_left(passage.starts, words.starts[0]))).strip()


def column(scales: Scales, number: int, grid: Grid, least: float = COLUMN) -> int:
    """Return the column of a table, the ``number``, whose cells together are goals, ``least`` as likely; -1 for none.

    That of fallbacks is one only where no other is.
    """
    found = [one for one in scales.columns(number, "objective") if one[0] >= least]
    first = [one for one in found if "fallback" not in grid.columns[one[1]].roles]
    return max(first or found, default=(0.0, -1))[1]


def likeliest(scales: Scales, called: Span) -> Unit | None:
    """Return the unit, but for the line of whom to call at ``called``, that most likely is the goal of a plan."""
    weighed = zip(scales.chances("objective"), scales.units, strict=True)
    lines = (
        (chance, one)
        for chance, one in weighed
        if one.statement.surface not in {"cell", quoted.SURFACE}
        and _least(one.statement) <= WHATEVER
        and not (called and one.words.starts[0] <= called.start < one.words.ends[-1])
    )
    chance, best = max(lines, key=lambda found: found[0], default=(0.0, None))
    return best if chance >= LIKELY else None


def ranked(scales: Scales, objective: Objective) -> Objective:
    """Return an objective that no list ranks with whether its signs tell that it is the primary one."""
    found = list(scales.at(objective.span)) if objective.passage.text else []
    if objective.rank not in _SOFT or not found:
        return objective
    chances = scales.chances("objective")
    number = max(found, key=lambda one: chances[one])
    label = scales.units[number].statement.label
    if "primary" in label.roles and "objective" not in label.roles and not label.heard:
        return objective
    likely = scales.rank(number)
    return objective._replace(told=likely) if likely in _SOFT else objective


def rank(one: Unit) -> str:
    """Return the rank of an objective whose label no list knows: what the label is heard as tells it."""
    return _RANKS.get(hear(one.name, "label", one.words.text[:AHEAD]).role, "unranked")


def may_be_goal(text: str, chance: float = SURE) -> bool:
    """Say whether words may be a goal: some of them, no question, and nothing that has yet to go on."""
    said = text.rstrip(" .;")
    if sum(not clockwords.may_hold(word) for word in said.split()) < _SHORTEST:
        return False
    long = said.count(" ") + 1 >= _SHORT or chance >= WHATEVER or below.is_order(said)  # "touch base"
    open_ended = "?" in _ASIDE.sub("", said) or said[-1] in _OPEN_ENDS  # "Gwen brings the finance man (Mr Aske?)"
    return long and not open_ended and not remarks.is_one(said) and not _MAY_SPEND.search(said)


def _least(statement: Statement, number: int = 0, *, stated: bool = True) -> float:
    """Return from which chance on a unit of a statement is a goal; nearly none where its label says other things.

    What a list calls a goal and nobody took was refused; what stands behind it may be another one. What is quoted or
    asked for is hardly one where a label has ``stated`` goals.
    """
    roles, label = statement.label.roles, statement.label
    if stated and statement.surface == quoted.SURFACE:
        return CALLED_ELSE
    if number and roles & GOALS:
        return SURE
    if label.heard:
        return SURE if roles.isdisjoint(_SELDOM) else CALLED_ELSE
    if roles & _GIVEN:
        return _NEVER
    if roles and roles <= _OPEN:
        return WHATEVER if stated else SURE
    return CALLED_ELSE if roles else SURE
