"""Where a labelled line could be added to a plan, in the way in which the plan writes its labels.

Only what is certain is offered: a declared plan in the lexicon's language, a label or a heading that is plain to see.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property

from advancelint.expressions import expression
from advancelint.nodes.regions import Regions
from advancelint.plan.model import Objective, Plan
from advancelint.rule import NO_GAP, Gap
from advancelint.source import Source, Span

# The gaps of each kind of node; `cards` checks what a card names against it.
GAPS: dict[str, tuple[str, ...]] = {"plan": ("sales_objective",), "call": ("objective", "fallback", "rationale")}
_FRONT = expression(r"---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_LABEL = expression(
    r"(?P<lead>[ \t>]*(?:[-*+][ \t]+)?)(?P<open>\*\*|__|)(?P<name>[^\W\d_][^*_:|\n]{1,59}?)"
    r"(?P<close>(?:\*\*|__|):|:(?:\*\*|__))[ \t]+"
)
_BOLD = "**%(label)s:** %(words)s"
Thunk = Callable[[], Gap]


class Gaps:
    """The places of one plan where a line could be added, each worked out when it is asked for."""

    def __init__(self, plan: Plan, text: str, regions: Regions) -> None:
        """Take ``plan`` and the text that it was read from ("" where there is none: then there are no gaps)."""
        self._plan = plan
        self._regions = regions
        self._text = text if plan.declared and not plan.language else ""

    def of_plan(self) -> Mapping[str, Thunk]:
        """Return the gaps of the plan node."""
        return {"sales_objective": lambda: self._below_heading(0, self._text)}

    def of_call(self, call: int) -> Mapping[str, Thunk]:
        """Return the gaps of the call node with index ``call``."""
        around = self._regions.of_call(call) if self._text else ""
        return {
            "objective": lambda: self._below_heading(self._heading_of(call), around),
            "fallback": lambda: self._beside_objective(call, around, after=True),
            "rationale": lambda: self._beside_objective(call, around, after=False),
        }

    @cached_property
    def _source(self) -> Source:
        return Source.of(self._plan.path, self._text)

    @cached_property
    def _body(self) -> int:
        """Where the text behind the front matter begins."""
        front = _FRONT.match(self._text)
        return front.end() if front else 0

    def _heading_of(self, call: int) -> int:
        """Return the index of the heading of a call; of a document's only call that has none, that of its title."""
        place = self._plan.calls[call].span
        number = self._heading_above(place.start)
        if place and number >= 0 and place.start <= self._plan.headings[number].span.end:
            return number
        return 0 if len(self._plan.calls) == 1 else -1

    def _heading_above(self, offset: int) -> int:
        return bisect_right(self._begins, offset) - 1

    @cached_property
    def _begins(self) -> list[int]:
        """Where the headings begin, in order."""
        return [heading.span.start for heading in self._plan.headings]

    @cached_property
    def _stated(self) -> Mapping[int, list[Objective]]:
        """The objectives of each call beside which a line can be added."""
        found: dict[int, list[Objective]] = defaultdict(list)
        for one in self._plan.objectives:
            if self._is_stated(one):
                found[one.call].append(one)
        return found

    def _below_heading(self, number: int, around: str) -> Gap:
        if not self._text or not 0 <= number < len(self._plan.headings):
            return NO_GAP
        line = self._source.place(self._plan.headings[number].span.start).line
        span = self._source.line_span(line)
        if not self._text.startswith("#", span.start) or span.start < self._body:
            return NO_GAP
        following = line + 1
        while following <= self._source.line_count and self._is_blank(following):
            following += 1
        label = self._label_on(following)
        if label:
            return self._above(following, label, around)
        end = self._line_end(line)
        # A line that follows without a blank one between would be read as going on with the label's words.
        return Gap(span.end, f"{end * 2}{_BOLD}{'' if self._is_blank(line + 1) else end}", around)

    def _beside_objective(self, call: int, around: str, *, after: bool) -> Gap:
        stated = self._stated.get(call, []) if self._text else []
        if not stated:
            return NO_GAP
        objective = stated[-1] if after else stated[0]
        start, end = objective.passage.starts[0], objective.passage.ends[-1]
        first, last = self._source.place(start).line, self._source.place(end - 1).line
        label = self._label_on(first)
        if not label or label.end() != start - self._source.line_span(first).start:
            return NO_GAP
        if not after:
            # Below a heading of its own, as "Objectives", a line about the call would be out of place.
            here = self._heading_above(start) == self._heading_of(call)
            return self._above(first, label, around) if here else NO_GAP
        span = self._source.line_span(last)
        tail = self._text[end : span.end]
        if tail.strip(" \t\\"):
            return NO_GAP  # something else stands behind the objective on its line
        if self._indent(last + 1) > len(label["lead"]) - len(label["lead"].lstrip()):
            return NO_GAP  # what is indented below the objective belongs to it
        ends = self._line_end(last) * (2 if self._is_apart(first, last, label) else 1)
        return Gap(span.end, f"{ends}{_form(label)}{tail}", around)

    def _is_stated(self, objective: Objective) -> bool:
        kept = objective.rank not in ("fallback", "plan") and not objective.placeholder and bool(objective.passage.text)
        return kept and objective.passage.starts[0] >= self._body

    def _above(self, line: int, label: re.Match[str], around: str) -> Gap:
        ends = self._line_end(line) * (2 if self._is_apart(line, line, label) else 1)
        return Gap(self._source.line_span(line).start, f"{_form(label)}{ends}", around)

    def _is_apart(self, first: int, last: int, label: re.Match[str]) -> bool:
        """Say whether a labelled line is a paragraph of its own, so that its neighbour should be one as well."""
        return label["lead"] == "" and self._is_blank(last + 1) and (self._is_blank(first - 1) or first == 1)

    def _label_on(self, line: int) -> re.Match[str] | None:
        if not 1 <= line <= self._source.line_count or self._source.line_span(line).start < self._body:
            return None
        span = self._source.line_span(line)
        found = _LABEL.match(self._text, span.start, span.end)
        if not found or found["open"] not in found["close"] or len(found["close"]) != len(found["open"]) + 1:
            return None
        return _LABEL.match(self._text[span.start : span.end])

    def _is_blank(self, line: int) -> bool:
        if not 1 <= line <= self._source.line_count:
            return True
        return not self._words(self._source.line_span(line)).strip(" \t>")

    def _indent(self, line: int) -> int:
        if self._is_blank(line):
            return 0
        words = self._words(self._source.line_span(line))
        return len(words) - len(words.lstrip())

    def _words(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def _line_end(self, line: int) -> str:
        """Return how ``line`` ends, or, where it is the last, how the one before it does."""
        starts = self._source.line_starts
        number = min(line, len(starts) - 1)
        end = self._text[self._source.line_span(number).end : starts[number]] if number >= 1 else ""
        return end or "\n"


def _form(label: re.Match[str]) -> str:
    return f"{label['lead']}{label['open']}%(label)s{label['close']} %(words)s"
