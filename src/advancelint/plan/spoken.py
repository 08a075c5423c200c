"""Finds promises in running notes: "Sunita will pull the timings by Monday. I owe them a quote."."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import pieces
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.due import NO_DUE
from advancelint.plan.outline import Statement
from advancelint.plan.promises import orders
from advancelint.source import NOTHING, Span

_SUBJECT = r"(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?)"
# A promise says when; what is owed needs no day.
_MODAL = r"(?: (?:will|shall|must|has to|have to|is going to|are going to|promised to|agreed to|to)|'ll|’ll)"
_PROMISE = expression(rf"{_SUBJECT}{_MODAL} (?!be\b)[a-z]")
_OWED = expression(rf"{_SUBJECT} (?:still )?owes? (?:me|us|him|her|them|[^\W\d_a-z]\w+) ")
_OURS = expression(r"(?:I|[Ww]e)\b")
_SENTENCE = expression(r"(?<=[.!?])[ ]+(?=[^\W\d_])")
_ARROW = expression(r"(?:-+>|→|=+>|➜)\s*(?=\S)")
_LONGEST, _WIDEST = 4_000, 240


def may_promise(content: str) -> bool:
    """Say whether a paragraph's Markdown may hold a promise; a quick look."""
    return len(content) <= _LONGEST and bool(_PROMISE.search(content) or _OWED.search(content))


def arrowed(bench: Bench, statement: Statement) -> Iterator[Draft]:
    """Yield the steps of the lines of a text that an arrow leads and that are owned or an order: "-> me: quote"."""
    for line in pieces.broken(statement.value, bench.material.source.text):
        mark = _ARROW.match(line.text)
        if not mark:
            continue
        passage = line.cut(Span(mark.end(), len(line.text))).strip()
        draft = bench.draft(passage, NOTHING, statement.section, -1, done=False)
        first = passage.text.partition(" ")[0].casefold()
        if draft is None or "?" in passage.text or bench.material.vocabulary.word("encounter", first) is not None:
            continue
        owned = draft.owned.owner.present and draft.owned.owner.surface in {"label", "text"}
        if owned or orders(passage.text):
            # The day above such a line is when the call was.
            yield draft._replace(due=NO_DUE) if draft.due.field.surface == "heading" else draft


def promises(bench: Bench, statement: Statement) -> Iterator[Draft]:
    """Yield the steps that the sentences of a text promise: somebody known, or one of us, does something by a day."""
    text = statement.value.text
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        owed = _OWED.match(text, start)
        if end - start > _WIDEST or "?" in text[start:end] or not (owed or _PROMISE.match(text, start)):
            continue
        passage = statement.value.cut(Span(start, end)).strip()
        passage = passage.cut(Span(0, len(passage.text.rstrip(" .!"))))
        draft = bench.draft(passage, NOTHING, statement.section, -1, done=False)
        if draft is None:
            continue
        if _OURS.match(passage.text) and draft.owned.side == "unknown":
            draft = draft._replace(owned=draft.owned._replace(side="seller"))
        known = draft.owned.side != "unknown" or bench.prompter.cast.is_person(draft.owned.owner.value)
        if known and (owed or (draft.due.present and draft.due.field.surface != "heading")):
            yield draft
