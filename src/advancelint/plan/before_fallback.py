"""Finds the goal that stands right above a fallback: who says what would do as well has said what is wanted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from advancelint.plan.asking import asks
from advancelint.plan.material import Material
from advancelint.plan.outline import Statement
from advancelint.records import NamedTuple
from advancelint.source import Span

_NEAR = 3  # lines
_ANY = frozenset({"due", "ask", "why", "other"})  # what a label may be heard as that is a goal's: "Target"


class BeforeFallback(NamedTuple):
    """Looks above the fallbacks of ``material``; the goals found so far stand at ``spans``, which are in order."""

    material: Material
    spans: Sequence[Span]

    def goals(self) -> Iterator[Statement]:
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
