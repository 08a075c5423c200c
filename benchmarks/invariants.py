"""What holds of every file, whatever stands in it; `hold` raises where something does not."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from xml.etree.ElementTree import fromstring

from advancelint.diagnostic import Diagnostic
from advancelint.engine import decode
from advancelint.markdown.entities import decoded
from advancelint.plan.model import Field, Plan
from advancelint.source import Passage, Source, Span
from pipeline import Outcome

_MARKS = re.compile(r"[*_~`\[\]()<>&\\|\r\n\"'#:{},-]")


class BrokenError(AssertionError):
    """Something that should hold of every file does not."""


def hold(data: bytes, outcome: Outcome) -> None:
    """Raise BrokenError where ``outcome``, what came of a file with the content ``data``, cannot be true."""
    judgement = outcome.judgement
    for failure in judgement.failures:
        raise BrokenError(f"{failure.step}: {failure.message}")
    taken = decode("plan.md", data)
    source = taken if isinstance(taken, Source) else taken.source
    for one in (*judgement.diagnostics, *judgement.held):
        _holds_place(one, source)
    for group in (judgement.diagnostics, judgement.held):
        for before, after in itertools.pairwise(group):
            _require(before.order <= after.order, "diagnostics are out of order", after.code)
    _hold_reports(outcome)
    if isinstance(taken, Source):
        quiet = outcome.quiet
        _require(quiet.line_starts == Source.of("", quiet.text).line_starts, "comments took a line along", "")
        _require(len(quiet.text) == len(taken.text), "taking comments out moved something", "")
    if outcome.plan is not None:
        _hold_facts(outcome.plan, outcome.quiet)


def _require(condition: bool, words: str, where: str) -> None:  # noqa: FBT001 - as an assertion reads
    if not condition:
        raise BrokenError(f"{words}: {where}")


def _holds_place(one: Diagnostic, source: Source) -> None:
    _require(0 <= one.span.start <= one.span.end <= len(source.text), "a span outside of the text", one.code)
    _require(one.start == source.place(one.span.start), "a place that is not its span's", one.code)
    _require(one.start <= one.end, "a place that ends before it begins", one.code)
    _require(0 <= one.frame.start <= one.frame.end <= len(one.frame.line), "a frame outside of its line", one.code)
    line = source.line_span(one.start.line)
    framed = one.frame.line.removeprefix("…") if line.end - line.start > len(one.frame.line) - 1 else one.frame.line
    _require(framed in source.text[line.start : line.end], "a frame that is not the line", one.code)
    for first, last in one.lines:
        _require(1 <= first <= last <= source.line_count, "grounds outside of the file", one.code)
    last_end = 0
    for edit in one.fix.edits:
        _require(last_end <= edit.span.start <= edit.span.end <= len(source.text), "a fix out of place", one.code)
        _require(edit.start == source.place(edit.span.start), "an edit's place is not its span's", one.code)
        last_end = edit.span.end


def _hold_reports(outcome: Outcome) -> None:
    for name, text in outcome.texts.items():
        text.encode("utf-8")
        _require("\0" not in text, "a NUL in a report", name)
    for name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(outcome.texts[name])
    for line in outcome.texts["jsonl"].splitlines():
        json.loads(line)
    for name in ("junit", "checkstyle"):
        fromstring(outcome.texts[name])
    if outcome.shown:
        json.loads(outcome.shown)


def _hold_facts(plan: Plan, source: Source) -> None:
    for passage, span in _passages(plan):
        _hold_passage(passage, span, source)
    for call in plan.calls:
        _hold_words("call", call.title, call.span, source)
    for person in plan.people:
        _hold_words("person", person.name or person.role, person.span, source)
    for title in plan.headings:
        _hold_words("heading", title.text, title.span, source)
    for name, field in _fields(plan):
        _hold_words(name, field.raw, field.span, source)


def _passages(plan: Plan) -> Iterator[tuple[Passage, Span]]:
    for part in (plan.objectives, plan.next_steps, plan.outcomes):
        for one in part:
            yield one.passage, one.span


def _fields(plan: Plan) -> Iterator[tuple[str, Field]]:
    for name in ("account", "stage", "close_date", "sales_objective", "client_win", "title"):
        yield name, getattr(plan, name)
    for call in plan.calls:
        yield "date of a call", call.date
    for step in plan.next_steps:
        yield "owner", step.owner
        yield "due", step.due


def _hold_passage(passage: Passage, span: Span, source: Source) -> None:
    """Raise BrokenError where a character of ``passage`` does not stand where it says."""
    _require(len(passage.text) == len(passage.starts) == len(passage.ends), "characters without a place", passage.text)
    for char, start, end in zip(passage.text, passage.starts, passage.ends, strict=True):
        _require(_is_written(char, source.text[start:end]), "a character that stands elsewhere", repr(char))
        _require(not span or span.start <= start <= end <= span.end, "a character outside of its fact", passage.text)


def _is_written(char: str, written: str) -> bool:
    if char == " ":
        # what YAML folds or escapes has all of its scalar for the place of each character
        return not written.strip() or written.lower().startswith("<br") or " " in written
    if char == "\ufffd":
        return True  # what stands for a NUL, or for an entity that is no character
    return char in written or char in decoded(written)


def _hold_words(name: str, words: str, span: Span, source: Source) -> None:
    """Raise BrokenError where ``words`` are not what stands at ``span``, but for marks and blanks."""
    _require(0 <= span.start <= span.end <= len(source.text), "a fact outside of the text", name)
    if not (span and words):
        return
    written = source.text[span.start : span.end]
    if words == written:
        return  # front matter means what it says, entities and all
    written = decoded(written.replace("\0", "\ufffd"))
    left = iter(written)
    kept = all(char in left for char in words if char.isalnum())
    _require(kept, "words that do not stand where they say", f"{name} {words!r} in {written!r}")
    if not _MARKS.search(written):
        same = " ".join(words.split()) == " ".join(written.split())
        _require(same, "words that are more or less than what stands there", f"{name} {words!r} in {written!r}")
