"""What the scales find and refuse: lists of steps and lines of goals that no label and no heading calls so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advancelint.plan import below, clockwords, spoken, wanting
from advancelint.plan.given import SELF, given, may_promise
from advancelint.plan.hearing import hear
from advancelint.plan.outline import Outline, Statement
from advancelint.plan.undertakings import GROUPS
from advancelint.plan.weighing import AHEAD, Piece, Scales, piece

# From these chances on a line is a goal, and the one likeliest line of a plan without any is; below the last, a line is
# none that a label was only heard for.
SURE, LIKELY, UNLIKELY = 0.8, 0.5, 0.05
MEAN, LEAST = 0.65, 0.2  # of the lines of a list of steps, and of each of them
_FEWEST, _SHORTEST = 2, 3  # items of a list, words of a goal
_RANKS = {"fallback": "fallback", "sales-objective": "plan"}
_ITEMS = frozenset({"item", "bullet"})
_OPEN = frozenset({"purpose", "other"})
_ELSEWHERE = ("next-step", "objective", "people", "attendees", "ask", "outcome")


def goal(scales: Scales, statement: Statement) -> Piece | None:
    """Return what a line says whose label no list knows, where all its signs together make it an objective."""
    one = _weighable(statement)
    if one is None or not _may_name_goal(one.name) or not _may_be_goal(one.words.text):
        return None
    return one if scales.chance("objective", one) >= SURE else None


def likeliest(scales: Scales, outline: Outline) -> Piece | None:
    """Return the line that reads most like an objective, where that is likely; for plans that state none."""
    pieces = (one for statement in outline.statements if (one := _weighable(statement)))
    weighed = [(scales.chance("objective", one), -one.statement.line, one) for one in pieces]
    chance, _, best = max(weighed, key=lambda found: found[:2], default=(0.0, 0, None))
    return best if chance >= LIKELY else None


def rank(one: Piece) -> str:
    """Return the rank of an objective whose label no list knows: what the label is heard as tells it."""
    return _RANKS.get(hear(one.name, "label", one.words.text[:AHEAD]).role, "unranked")


def is_light(scales: Scales, statement: Statement) -> bool:
    """Say whether what a label was heard for has hardly another sign of an objective."""
    if wanting.is_ours(statement.name) or not statement.value.text:
        return False  # "we would like Ana to sign" is sure of itself
    return scales.chance("objective", piece(statement)) < UNLIKELY


def step_blocks(scales: Scales, outline: Outline) -> frozenset[int]:
    """Return the blocks of items that all signs together make steps, of lists that nothing else calls so.

    A list is weighed as a whole, because one line alone is easily taken for a step.
    """
    found: set[int] = set()
    for run in _runs(outline):
        if len(run) < _FEWEST or not _may_be_steps(run):
            continue
        chances = [_chance(scales, piece(one)) for one in run]
        if sum(chances) >= MEAN * len(run):
            found.update(one.block for one, chance in zip(run, chances, strict=True) if chance >= LEAST)
    return frozenset(found)


def _chance(scales: Scales, one: Piece) -> float:
    """Return how likely a line is a step: who likes or says something does nothing, whatever the signs."""
    said = below.is_said(one.words.text) or spoken.STATIVE.match(one.words.text)
    return 0.0 if said else scales.chance("next-step", one)


def _runs(outline: Outline) -> Iterator[list[Statement]]:
    """Yield the items of each list in a section without a meaning of its own."""
    run: list[Statement] = []
    for one in outline.statements:
        if one.surface not in _ITEMS or one.opens >= 0 or one.nested or not one.value.text:
            continue
        if run and (one.section != run[-1].section or one.block > run[-1].block + 1):
            yield run
            run = []
        if _is_open(outline, one):
            run.append(one)
    if run:
        yield run


def _is_open(outline: Outline, one: Statement) -> bool:
    meant = outline.sections[one.section].label.roles <= GROUPS and one.label.roles <= GROUPS
    return meant and not outline.trap(one.section) and not outline.within(one.section, *_ELSEWHERE)


def _weighable(statement: Statement) -> Piece | None:
    """Return what there is to weigh of a statement without a meaning of its own."""
    bare = statement.opens < 0 and statement.value.text and statement.label.roles <= _OPEN
    return piece(statement) if bare else None


def _may_name_goal(name: str) -> bool:
    """Say whether a label may be that of a goal: it names nobody and no time; a quick look."""
    named = name.casefold() in SELF or name.partition(" ")[0] in given()
    return bool(name) and not named and not clockwords.may_hold(name)


def _may_be_goal(text: str) -> bool:
    """Say whether words may be a goal: a few of them, and neither a question, a quote nor a fact; a quick look."""
    return text.count(" ") + 1 >= _SHORTEST and not below.is_said(text)


def _may_be_steps(run: Sequence[Statement]) -> bool:
    """Say whether at least half of the items of a list have a sign of a step; a quick look."""
    texts = [one.head.text or one.value.text for one in run]
    return sum(below.is_order(text) or may_promise(text) or clockwords.may_hold(text) for text in texts) * 2 >= len(run)
