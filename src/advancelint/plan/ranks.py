"""The ranks of objectives: what labels say and what stands beside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set

from advancelint.expressions import expression
from advancelint.plan import aim_columns, degrees, leads
from advancelint.plan.aim_columns import PARTS, RANKS
from advancelint.plan.asking import asks
from advancelint.plan.calls import Encounters
from advancelint.plan.material import Material
from advancelint.plan.model import Objective
from advancelint.plan.outcomes import is_outcome_label
from advancelint.plan.outline import Grid, Statement
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

PLAN_KINDS = frozenset({"deal", "account", "map"})
_LESS, _SECOND = frozenset({"fallback", "unranked"}), frozenset({"fallback-part"})
_GOALS = ("objective", "primary", "fallback")
_PAIR = 2
# How many goals of a call without a fallback can be its primary ones; a plan of many calls may mean one for each.
_MOST = {"prep": 1, "notes": 0, "account": 0}
_NEAR = 5  # lines: a form has its values in lines of their own
TOLD = {**PARTS, "primary": "primary", "fallback": "fallback"}  # "Objective (must have)"


# "What we want from them by December": a goal with such a horizon is none of a call's.
_HORIZON = expression(
    r"\b(?:year[- ']?s?[- ]end|end of (?:the |this )?year|this year|next year|(?:six|twelve|6|12|18) months|by december"
    r"|jahresende|ende des jahres|dieses jahr|fin (?:de l')?ann[ée]e|cette année|fin(?:al)? de año|este año|fim do ano"
    r"|este ano)\b",
    re.IGNORECASE,
)


# "(else) she lists what is missing", "(must) Jo signs"
_BRACKET = expression(r"[(\[]([^()\[\]]{2,24})[)\]]:?\s+(?=\w)")
_ELSE = expression(
    r"(?:or|or at least|at least|if not|or else|else|otherwise|oder|sonst|sinon|si no|senão|au moins|al menos"
    r"|pelo menos)\Z",
    re.IGNORECASE,
)


class Ranking(NamedTuple):
    """Ranks what labels say in a plan of ``kind`` with its ``encounters``."""

    material: Material
    encounters: Encounters
    kind: str

    def of(self, statement: Statement) -> str:
        """Return the rank that the label of ``statement`` gives what it says; "" for no objective."""
        roles = statement.label.roles
        if is_outcome_label(self.material, statement, self.kind):
            return ""
        rank = of_roles(roles)
        if rank == "unranked" and _HORIZON.search(statement.name):
            return "plan"
        if rank == "unranked" and "(" in statement.name:  # "Call objective (primary)"
            rank = _told_by(statement.name.partition("(")[2].strip(" )"), self.material.vocabulary) or rank
        if not rank and "purpose" in roles and (self._beside_fallback(statement) or self._is_alone_in_call(statement)):
            return "unranked"  # "But" beside "Repli"
        inside = self.material.outline.within(statement.section, "objective", "primary", "fallback")
        inside = inside or (not rank and not roles.isdisjoint(PARTS) and self._beside_fallback(statement))
        paired = not rank and not roles.isdisjoint(PARTS) and self._is_paired(statement)
        if not rank and (inside or paired or self.encounters.of(self.material, statement.section) >= 0):
            inside = inside or self._is_beside_secondary(statement)
            rank = next((rank for role, rank in PARTS.items() if role in roles and (inside or rank == "fallback")), "")
        ranked = statement.name and (rank in _LESS or not roles)
        return (self._degree(statement) if ranked else "") or rank

    def _degree(self, statement: Statement) -> str:
        """Return the rank that a goal's label gives by its degree: "Nice to get", "Must" below a heading of goals.

        A secondary goal with a fallback below it is none itself.
        """
        outline, section, line = self.material.outline, statement.section, statement.line
        told = degrees.of(statement.name, self.material.vocabulary)
        if statement.label.roles == _SECOND:
            below = range(line + 1, line + _NEAR)
            return degrees.BESIDE if outline.plays_at(section, below, "fallback") else ""
        if statement.label.roles:
            return told if told != "primary" or statement.label.heard else ""
        near = range(line - 1, line + 1)
        beside = told == degrees.BESIDE and any(outline.plays_at(section, near, role) for role in _GOALS)
        return told if beside or (told and of_section(self.material, outline.role_section(section))) else ""

    def is_list(self, grid: Grid, column: int) -> bool:
        """Say whether a table in a call plan lists objectives with their ranks."""
        outline = self.material.outline
        listed = self.kind in PLAN_KINDS and outline.within(grid.section, "plan-objective", "objective")
        listed = listed or (self.kind == "notes" and column == 0 and grid.column("outcome") > 0)
        if outline.trap(grid.section) or listed or self.kind not in {"prep", "notes"}:
            return listed and not outline.trap(grid.section)
        if column >= 0 and outline.within(grid.section, "objective", "primary") and grid.column("due", but=column) < 0:
            return True  # whoever else stands in it
        if grid.column("owner", "due", but=column) >= 0:
            return False
        if column >= 0 and grid.column("fallback", but=column) >= 0:
            return True  # "Topic | What we want | Fallback"
        return any(aim_columns.in_row(row, column, self.material.vocabulary) for row in grid.table.rows)

    def holds_table(self, section: int) -> bool:
        """Say whether a table in a section holds its goals, which the text beside it explains."""
        return any(
            grid.section == section and aim_columns.aims(grid, self.material) >= 0
            for grid in self.material.outline.grids
        )

    def _is_alone_in_call(self, statement: Statement) -> bool:
        """Say whether a purpose stands in a call of its own section that names no objective."""
        if statement.section not in self.encounters.sections:
            return False
        return not self.material.outline.plays(statement.section, "objective", "primary")

    def _is_beside_secondary(self, statement: Statement) -> bool:
        """Say whether "Primary" and "Secondary" stand by each other."""
        near = range(statement.line - 2, statement.line + 3)
        return all(self.material.outline.plays_at(statement.section, near, part) for part in PARTS)

    def _is_paired(self, statement: Statement) -> bool:
        """Say whether "Primary" and "Secondary" stand by each other and one is what somebody does: a goal and less."""
        own = self.material.outline.by_section[statement.section]
        near = (one for one in own if abs(one.line - statement.line) <= _PAIR and one.plays(*PARTS))
        return self._is_beside_secondary(statement) and any(asks(one.value.text) for one in near)

    def _beside_fallback(self, statement: Statement) -> bool:
        """Say whether a "Primary" stands right above a "Fallback"."""
        outline, section = self.material.outline, statement.section
        near = outline.plays_at(section, range(statement.line, statement.line + _NEAR), "fallback")
        return near and not outline.plays(section, "primary", "objective")


def of_roles(roles: Set[str]) -> str:
    """Return the rank that a label of these ``roles`` gives what it says; "" for no objective."""
    return next((rank for role, rank in RANKS.items() if role in roles), "")


def of_section(material: Material, section: int) -> str:
    """Return the rank that the title of a section gives what stands below it; "" for no objectives.

    A part ("REPLI") counts inside objectives, or right behind them.
    """
    outline = material.outline
    one, before = outline.sections[section], outline.sections[section - 1]
    found = of_roles(one.label.roles)
    behind = one.parent == before.parent and not before.label.roles.isdisjoint({"objective", "primary"})
    if not found and (behind or outline.within(one.parent, "objective")):
        found = next((rank for role, rank in PARTS.items() if role in one.label.roles), "")
    if found != "unranked":
        return found
    told = degrees.of(one.title, material.vocabulary)
    head, _, tail = one.title.partition(" (")[0].rpartition(" - ")  # "PURPOSE OF CALL - SECONDARY (if 3 is not met)"
    part = _told_by(tail, material.vocabulary) if head else ""
    return told if told in {"fallback", degrees.BESIDE} else part or found


def _told_by(words: str, vocabulary: Vocabulary) -> str:
    """Return the rank that words beside a label give, "must have", "SECONDARY"; "" where they give none."""
    roles = vocabulary.label(words).roles
    return next((rank for role, rank in TOLD.items() if role in roles), "")


def bracketed(whole: Passage, rank: str, vocabulary: Vocabulary) -> tuple[Passage, str]:
    """Return a goal without the bracket that ranks it, and its rank: "(else) she lists what is missing"."""
    bracket = _BRACKET.match(whole.text)
    if not bracket:
        return whole, rank
    told = "fallback" if _ELSE.match(bracket[1]) else degrees.of(bracket[1], vocabulary)
    return (whole.cut(Span(bracket.end(), len(whole.text))), told) if told else (whole, rank)


def led(whole: Passage, rank: str, vocabulary: Vocabulary) -> tuple[Passage, str]:
    """Return a goal without the degree that leads it, and the rank that this says: "Min: Petra opens the log".

    Nor does the day of its call belong to it: "19 Feb: Petra opens the log".
    """
    whole = leads.without_day(whole, vocabulary)
    whole, rank = bracketed(whole, rank, vocabulary)
    spans = degrees.led(whole.text, (0,), vocabulary, 1)
    if not spans:
        return whole, rank
    label, name = spans[0]
    told = degrees.of(whole.text[name.start : name.end], vocabulary)
    return whole.cut(Span(label.end, len(whole.text))), told or rank


def settled(objectives: Sequence[Objective], kind: str, weigh: Callable[[Objective], Objective]) -> list[Objective]:
    """Return the objectives, in order, with those of a call that names none primary as its primary ones.

    ``weigh`` is asked what the signs of a goal tell of its rank, where that is open.

    Beside one that is named so, an objective without a rank stays unranked: it may be as good, or nice to have. So do
    several of a call without a fallback, of which nothing says that one is the first; the only one of a call that an
    account plans or notes recall; and what is said behind the fallback without one of its own.
    """
    ordered = sorted(objectives, key=lambda one: one.span)
    led = {one.call for one in ordered if one.rank == "primary"}
    ranked = {one.call for one in ordered if one.rank == "fallback"}
    most = _MOST.get(kind, _PAIR)
    counts = Counter(one.call for one in ordered if one.rank == "unranked" and (one.call >= 0 or not most))
    led |= {call for call, count in counts.items() if count > most and call not in ranked}
    found: list[Objective] = []
    last = {one.call: index for index, one in enumerate(ordered) if one.rank == "fallback"}
    less: set[int] = set()  # the calls of which a fallback came already
    for index, one in enumerate(ordered):
        rank = _settled(one.rank, led=one.call in led)
        if rank != one.rank and last.get(one.call, -1) <= index and one.call in less:
            rank = "unranked"
        found.append(one._replace(rank=rank))
        less |= {one.call} if rank == "fallback" else set()
    return _told(found, weigh)


def _told(objectives: Sequence[Objective], weigh: Callable[[Objective], Objective]) -> list[Objective]:
    """Ask ``weigh``, but for a call's one goal beside a fallback that a list or its words call one: the primary one."""
    goals = Counter(one.call for one in objectives if one.rank in ("primary", "unranked"))
    paired = {one.call for one in objectives if one.rank == "fallback" and not one.heard and goals[one.call] == 1}
    return [one if one.call in paired else weigh(one) for one in objectives]


def _settled(rank: str, *, led: bool) -> str:
    return "unranked" if rank == degrees.BESIDE else "primary" if rank == "unranked" and not led else rank
