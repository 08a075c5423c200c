"""Finds the poor goals that stand among good ones: items of a list of goals that neither a label nor an act shows.

"Build rapport" and "they should be impressed" are goals as soon as "Fallback: Jo names the day" stands beside them: who
lists what a call is for lists all of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from advancelint.expressions import expression
from advancelint.markdown import ListItem
from advancelint.plan import below, degrees, leads
from advancelint.plan.asking import asks, is_act
from advancelint.plan.material import Material
from advancelint.plan.outline import Statement
from advancelint.records import NamedTuple
from advancelint.source import Span

_ITEMS = frozenset({"item", "bullet"})
_FEWEST, _SHORTEST, _NEAR = 2, 2, 3
_ANY = frozenset({"due", "ask", "why", "other"})  # what a label may be heard as that is a goal's: "Target"
# Below a heading of one of these a list is that, whatever else stands in it.
_PROMISED = ("next-step", "outcome", "sales-objective", "plan-objective", "client-win", "ask", "why", "done")
_OTHER = (*_PROMISED, "people", "attendees", "our-people", "client-people")
# "Bring the samples", "book the room": what is done before a call, and brings nothing about in it
PREPARED = expression(r"(?i:bring|take|print|book|send|ring|phone|call|check|prepare|pack|park|charge|don['’]?t)\b")
# "They should be impressed", "er soll sich ernst genommen fühlen": how somebody is to be in the end
SHALL = expression(
    r"(?:we|I) (?:are|come across|get) (?:seen|perceived|regarded|remembered|trusted|taken|thought|as)\b|"
    r"(?!(?:I|we|you|it|ich|wir|je|nous|on|yo|eu)\b)(?:[^\W\d_][\w.'’-]*\s){1,3}"
    r"(?:should|must|needs? to|has to|have to|shall|soll|sollen|sollte|muss|müssen|doit|doivent|debería|debe|deben"
    r"|deve|devem)\s",
    re.IGNORECASE,
)
# "With Sipho: find out what he used before", among the labels of goals
_TOWARDS = expression(
    r"(?i:with|from|mit|von|bei|avec|con|com|de) (?:(?:the|Mr|Mrs|Ms|Dr|Prof|Frau|Herrn?|M|Mme)\.? ?){0,2}"
    r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?$"
)
_BEGUN = ("objective", "primary", "fallback", "primary-part", "fallback-part")


class Siblings(NamedTuple):
    """Looks for siblings of the goals that stand at ``spans``, which are in order."""

    material: Material
    spans: Sequence[Span]

    def goals(self) -> Iterator[tuple[Statement, str]]:
        """Yield the statements of such goals, each with its rank: what may fail is the first."""
        yield from ((one, degrees.BESIDE) for one in (*self._listed(), *self._labelled()))
        yield from ((one, "primary") for one in self._above())

    def _listed(self) -> Iterator[Statement]:
        """Yield the items of lists that hold goals and nothing that is none."""
        outline = self.material.outline
        for (section, is_item), found in groupby(outline.statements, lambda one: (one.section, _is_item(one))):
            items = list(found)
            if not is_item or len(items) < _FEWEST or outline.trap(section):
                continue
            rest = [one for one in items if not self._is_taken(one)]
            surely = len(items) - len(rest) >= _FEWEST  # "Coming" may head guests and what they come for
            if outline.within(section, *(_PROMISED if surely else _OTHER)):
                continue
            several = surely or any(one.plays("fallback") for one in items if one not in rest)
            headed = len(rest) < len(items) and outline.within(section, "objective", "primary")
            if not headed and not (several and self._is_whole(items)):
                continue
            good = [one for one in rest if self._may_be(one, items)]
            if headed or len(good) == len(rest):
                yield from good

    def _is_whole(self, items: Sequence[Statement]) -> bool:
        """Say whether nothing else stands in the list of ``items``, which a draft leaves out where it says nothing."""
        blocks, inside = self.material.outline.document.blocks, {one.block for one in items}
        around = (min(inside) - 1, *range(min(inside), max(inside) + 1), max(inside) + 1)
        found = [blocks[at] for at in around if 0 <= at < len(blocks) and at not in inside]
        return not any(isinstance(one, ListItem) and one.depth == 0 for one in found)

    def _labelled(self) -> Iterator[Statement]:
        """Yield the lines right behind a goal's that a person leads."""
        statements = self.material.outline.statements
        count = 0  # of the goals right above
        for before, one in pairwise(statements):
            count = count + 1 if before.name and self._is_taken(before) else 0
            beside = one.section == before.section and one.surface == before.surface
            beside = beside and (one.label.heard or not one.label.roles)
            third = beside and count >= _FEWEST and one.name.count(" ") < _FEWEST and not one.label.roles
            if third and asks(one.value.text) and not self._is_taken(one):
                yield one  # "Gold: …", "Silver: …", "Bronze: Jo shows us the press"
                continue
            behind = beside and before.plays(*_BEGUN) and self._is_taken(before) and _TOWARDS.match(one.name)
            words = one.value.text.removeprefix("just ")
            if behind and (below.is_order(words) or is_act(words)):
                yield one

    def _above(self) -> Iterator[Statement]:
        """Yield what stands right above a fallback and is an act, where no goal that may fail stands there."""
        outline = self.material.outline
        held: set[int] = set()  # the sections with goals so far
        for before, one in pairwise(statement for statement in outline.statements if statement.opens < 0):
            if self._is_taken(before):
                held.add(before.section)
            here, above = outline.sections[one.section], outline.sections[before.section]
            if one.section == before.section:
                near = one.plays("fallback") and 0 <= one.line - before.line <= _NEAR
            else:
                beside = here.parent == above.parent and above.label.roles <= _ANY and above.level == here.level
                near = beside and "fallback" in here.label.roles
            if not near or not before.label.roles <= _ANY or not self._is_taken(one) or outline.trap(before.section):
                continue
            if before.section not in held and asks(before.value.text):
                yield before

    def _is_taken(self, statement: Statement) -> bool:
        span = statement.span
        at = bisect_left(self.spans, (span.end, 0)) - 1  # the last that begins before its end
        return at >= 0 and self.spans[at].end > span.start

    def _may_be(self, statement: Statement, items: Sequence[Statement]) -> bool:
        """Say whether an item says what somebody is to do or to be, and is no step, fact, question or label."""
        text = statement.value.text
        boxed = statement.checked != "none" and any(one.checked == "none" for one in items)
        if statement.name or statement.label.roles or boxed or "?" in text or len(text.split()) < _SHORTEST:
            return False
        if PREPARED.match(text) or below.is_assigned(text) or leads.begins_with_day(text, self.material.vocabulary):
            return False
        return is_aim(text)


def is_aim(text: str) -> bool:
    """Say whether words begin with what to do, are an act of somebody else's, or say how somebody is to be."""
    return below.is_order(text) or asks(text) or SHALL.match(text) is not None


def _is_item(statement: Statement) -> bool:
    return statement.surface in _ITEMS and not statement.nested and statement.opens < 0
