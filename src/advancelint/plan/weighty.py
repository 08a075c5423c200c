"""What the scales find and refuse: lines of goals that no label and no heading calls so."""

from __future__ import annotations

from advancelint.plan import below, clockwords, purposes, wanting
from advancelint.plan.cast import Cast
from advancelint.plan.given import SELF, given
from advancelint.plan.hearing import hear
from advancelint.plan.outline import Outline, Statement
from advancelint.plan.weighing import AHEAD, Piece, Scales, piece

# From these chances on a line is a goal, and the one likeliest line of a plan without any is; below the last, a line is
# none that a label was only heard for.
SURE, LIKELY, UNLIKELY = 0.8, 0.5, 0.05
_SHORTEST = 3  # words of a goal
_RANKS = {"fallback": "fallback", "sales-objective": "plan"}
_OPEN = frozenset({"purpose", "other"})


def goal(scales: Scales, statement: Statement) -> Piece | None:
    """Return what a line says whose label no list knows, where all its signs together make it an objective.

    A line without a label is one only below a heading that leans to goals.
    """
    one = _weighable(statement)
    if one is None or not (_may_name_goal(one.name) if one.name else scales.leans(statement.section)):
        return None
    if not _may_be_goal(one.words.text):
        return None
    return one if scales.chance(one) >= SURE else None


def likeliest(scales: Scales, outline: Outline) -> Piece | None:
    """Return the line that reads most like an objective, where that is likely; for plans that state none."""
    pieces = (one for statement in outline.statements if (one := _weighable(statement)))
    weighed = [(scales.chance(one), -one.statement.line, one) for one in pieces]
    chance, _, best = max(weighed, key=lambda found: found[:2], default=(0.0, 0, None))
    return best if chance >= LIKELY else None


def rank(one: Piece) -> str:
    """Return the rank of an objective whose label no list knows: what the label is heard as tells it."""
    return _RANKS.get(hear(one.name, "label", one.words.text[:AHEAD]).role, "unranked")


def is_light(scales: Scales, statement: Statement, cast: Cast) -> bool:
    """Say whether what a label was heard for has hardly another sign of an objective.

    Behind a call that leads ("For 3 June: Jo signs it") it is one unless somebody of ours does it.
    """
    if purposes.is_lead(statement.name) or purposes.CAUSED.match(statement.value.text):
        return cast.side(statement.value.text.partition(" ")[0]) == "seller"
    if wanting.is_ours(statement.name) or not statement.value.text:
        return False  # "we would like Ana to sign" is sure of itself
    return scales.chance(piece(statement)) < UNLIKELY


def _weighable(statement: Statement) -> Piece | None:
    """Return what there is to weigh of a statement without a meaning of its own."""
    loose = statement.opens < 0 and not statement.nested  # what stands below an item says more of it
    bare = loose and statement.value.text and statement.label.roles <= _OPEN
    return piece(statement) if bare else None


def _may_name_goal(name: str) -> bool:
    """Say whether a label may be that of a goal: it names nobody and no time; a quick look."""
    named = name.casefold() in SELF or name.partition(" ")[0] in given()
    return not named and not clockwords.may_hold(name)


def _may_be_goal(text: str) -> bool:
    """Say whether words may be a goal: a few of them, and neither a question, a quote nor a fact; a quick look."""
    return text.count(" ") + 1 >= _SHORTEST and not below.is_said(text)
