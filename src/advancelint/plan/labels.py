"""Splits a line of a plan into its labels and their values.

One abstraction for ``**Label:** value``, ``**Label**: value``, ``Label: value`` and several of them in one line.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.markdown import RichText
from advancelint.plan import degrees, goals
from advancelint.plan import marks as marked
from advancelint.plan.asking import asks
from advancelint.plan.marks import Mark
from advancelint.plan.stretches import fields, goes_on, is_between, next_line
from advancelint.plan.vocabulary import NO_LABEL, Label, Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

_LONGEST, _SEEN = 60, 120  # of a label; and so much of a value tells what its label means
_PLAIN = expression(r"[ \t]*((?:[^:|·\n]|(?<=\d):(?=\d\d)){1,60}?):{1,2}(?=\s|$)")
_DASHED = expression(r"[ \t]*([^:|·—–→\n]{1,40}?) (?:[—–-]|→|->|=>|⇒|=|[»▸►~•]) (?=\S)")
# "Purpose of the call was to have Noreen pick one": a sentence that says what a label would.
_COPULA = expression(
    r"[ \t]*([^\W\d_][^:.|·\n]{2,50}?) (?:(?:is|was) (?:to|for|that)|(?:ist|war) (?:es, )?(?:dass|zu)"
    r"|(?:es|era|est|était|é) (?:que|de|para))(?= \S)"
)
# "I want Yannick to commit to a date": what is wanted of somebody named.
_WANTED = expression(
    r"[ \t]*(?:((?:I|[Ww]e) (?:want|need|would like)) (?=[^\W\d_a-z]\w+ )"
    r"|(?P<that>(?:Ich|Wir) (?:möchten?|will|wollen), dass|(?:Quiero|Queremos|Quisiera|Quero) que|Quero sair com"
    r"|(?:Je veux|Nous voulons|On veut|Il faut|Il faudra) qu(?:e |')) ?)"
)
_AIMED = frozenset({"objective", "primary", "fallback", "sales-objective", "purpose"})
_INNER = expression(r"(?: [—–-]|[.;!?])[ ]+(?=[^\W\d_][^:.;—–]{2,40}:\s)")
_DASHABLE = frozenset(
    {"objective", "primary", "fallback", "primary-part", "fallback-part", "next-step", "sales-objective", "client-win"}
)
# "Stage - Proposal": facts of a line or two.
_STATED = frozenset({
    "stage", "close-date", "people", "our-people", "client-people", "our-company", "attendees", "account", "seller",
    "buyer",
})  # fmt: skip
_PARTS, _TOLD = frozenset({"primary-part", "fallback-part"}), frozenset({"outcome"})  # "Goal: …. Outcome: …"
_FIRM = _DASHABLE | _STATED | _TOLD
_APART = _FIRM | {"call-date"}
_BEGUN = r"^(?:I|[Ww]e) (?:want|need|would) |^(?:Ich|Wir|Qu[ei]|Je|Nous|On|Il) ?"
_HINT = expression(
    rf" = |\S {{3}}|{_BEGUN}| (?:is|was|ist|war|es|era|est|était|é) |:(?:\s|$|:)| [—–-] | (?:→|->|=>|⇒) "
    rf"|{marked.APART}",
    re.MULTILINE,
)
_WRITTEN_HINT = expression(
    rf" = |\S {{3}}|{_BEGUN}|^[^.:]{{3,50}} (?:is|was|ist|war|es|era|est|était|é) |:(?:[\s*_:]|$)| [—–-] "
    rf"| (?:→|->|=>|⇒) |{marked.APART}"
)
# Cells of a row, and what forms set apart by blanks: "What: the quote   Who: Jo   By: 9 May".
_SEPARATOR = expression(
    r" [|·•] | / (?=[^\W\d_][^:/|·\n)]{0,24}: \S)"
    r"|(?:(?<![ \u00a0])[ \u00a0]{3,}|(?<!\t)\t+)(?=[^\W\d_][^:/|·\n)]{0,30}: ?\S)"
)
_WISH = Label(frozenset({"objective"}), weak=True, heard=True)
_TRAILING, _ARROW_ENDS = " \t|·•;/", "→>⇒="


class Labelled(NamedTuple):
    """A label and its value; spans are code points of the passage. An unlabelled stretch has the empty label.

    ``surface`` is "bold", "label" or "text".
    """

    label: Label
    name: str
    name_span: Span
    value: Span
    surface: str


def split(rich: RichText, written: str, vocabulary: Vocabulary) -> list[Labelled]:
    """Return the labelled and unlabelled stretches of ``rich`` in order; ``written`` is the source's whole text.

    A bold label counts where a line, or the text, begins with it, or where it is known; a plain one where it is known.
    """
    passage, text = rich.passage, rich.passage.text
    starts = _starts(passage, written)
    stated = goals.stated(text, starts)
    if not _HINT.search(text) and not rich.bold and not stated:
        return _stretches(text, [])
    bold = _bold_marks(rich, starts, written, vocabulary)
    marks, next_bold = list(bold), 0
    inner = _inner_starts(text, starts)
    for start in sorted({*starts, *inner}):
        while next_bold < len(bold) and bold[next_bold].span.end <= start:
            next_bold += 1
        mark = _plain_mark(text, start, next_line(text, starts, start), vocabulary)
        if mark and "\n" in written[passage.starts[start] : passage.starts[mark.name.end - 1]]:
            continue  # a label stands in one line
        if mark and mark.label.heard and (start in inner or is_between(starts, start, mark.span.end)):
            if start not in inner or not marked.is_borne_out(text, mark, _INNER):
                continue  # a label that no list holds stands in one line, at its beginning
        elif mark and start in inner and not marked.counts_inside(text, mark, _FIRM, vocabulary):
            continue
        if mark and (next_bold == len(bold) or bold[next_bold].span.start >= mark.span.end):
            marks.append(mark)
    begun = {mark.span.start for mark in marks}
    loose = [start for start in starts if start not in begun and (start or not marks)]
    marks += [Mark(*spans, NO_LABEL, "label") for spans in degrees.led(text, loose, vocabulary, 1 if marks else 2)]
    marks += marked.unknown(text, starts, marks) if marks else []
    marks = marked.with_fallbacks(text, starts, marked.with_goals(text, stated, marks))
    marks.sort(key=lambda mark: mark.span)
    return _stretches(text, marks)


def may_hold(content: str) -> bool:
    """Say whether Markdown may hold a label at all; a quick look at what is not yet parsed."""
    shown = "**" in content or "__" in content or "→" in content or "->" in content
    return shown or bool(_WRITTEN_HINT.search(content)) or goals.may_state(content)


def is_bold_line(rich: RichText) -> bool:
    """Say whether the whole text is bold, but for a colon behind it: a heading in disguise."""
    text = rich.passage.text.rstrip().rstrip(":").rstrip()
    return bool(text) and len(rich.bold) == 1 and rich.bold[0].start == 0 and rich.bold[0].end >= len(text)


def _starts(passage: Passage, written: str) -> list[int]:
    """Return where a label can begin: at the start, after a line break, after a separator."""
    text, places = passage.text, passage.starts
    if not text:
        return []
    found = {0}
    extent = written[places[0] : passage.ends[-1]]
    if any(mark in extent for mark in "\n\r<"):
        at = text.find(" ")
        while at >= 0:
            if written[places[at]] in "\n\r<":
                found.add(at + 1)
            at = text.find(" ", at + 1)
    found.update(match.end() for match in _SEPARATOR.finditer(text))
    return sorted(found | fields(text, sorted(found)))


def _inner_starts(text: str, starts: list[int]) -> set[int]:
    """Return where a strong label may begin inside a line: "11 June — Objective: …. Fallback: …"."""
    return {match.end() for match in _INNER.finditer(text)} - set(starts)


def _bold_marks(rich: RichText, starts: list[int], written: str, vocabulary: Vocabulary) -> list[Mark]:
    text, places = rich.passage.text, rich.passage.starts
    marks, begins, rowed = list[Mark](), set(starts), any(mark in text for mark in (" |", " ·", " /"))
    formed = marked.is_form(text, [span for span in rich.bold if span.start in begins], vocabulary)
    for span in rich.bold:
        inner, behind, own = text[span.start : span.end].rstrip(), text[span.end : span.end + 3], False
        opens = behind[:1] == " " and span.start in begins
        head, stated, value = inner.partition(":")
        if stated and value.strip() and vocabulary.label(head).roles:
            continue  # "**STAGE: Negotiation**" is read like a label that is not bold
        if inner.endswith(":"):
            name, end = Span(span.start, span.start + len(inner.rstrip(":"))), span.end
        elif behind[:1] == ":" or behind[:2] == " :":
            name, end = Span(span.start, span.start + len(inner)), span.end + behind.index(":") + 1
        elif own := behind[:1] == " " and written[places[span.end]] == "\n":
            name, end = Span(span.start, span.start + len(inner)), span.end
        elif behind in {" — ", " – ", " - ", " | "}:
            name, end = Span(span.start, span.start + len(inner)), span.end + 3
        elif behind[:1] == " " and rowed and marked.is_cell(text, span, begins, vocabulary):
            name, end = Span(span.start, span.start + len(inner)), span.end + 1
        elif opens and (
            (inner[-1:] == "." and vocabulary.label(inner[:-1]).roles)
            or formed
            or (not span.start and marked.is_firm(vocabulary.label(inner), text[span.end :], _APART))
            or vocabulary.meaning(inner, "heading", text[span.end :]).heard
        ):
            name, end = Span(span.start, span.start + len(inner)), span.end + 1  # "**the point of it all** get 7 lifts"
        else:
            continue
        # what has its line for itself is a heading: "**2. What will the customer do? (an act, with its day)**"
        label = vocabulary.meaning(text[name.start : name.end], "heading" if own else "label", _ahead(text, end))
        known = bool(label.roles)
        colon = ":" in text[name.end : end] or ":" in inner
        begun = span.start in begins and (colon or span.start > 0)
        if len(inner) <= _LONGEST * (1 + own) and (known or begun):
            marks.append(Mark(Span(span.start, end), name, label, "bold"))
    return marks


def _ahead(text: str, end: int) -> str:
    """Return what stands behind a label, up to the next cell of its line."""
    return _SEPARATOR.split(text[end : end + _SEEN], maxsplit=1)[0]


def _plain_mark(text: str, start: int, end: int, vocabulary: Vocabulary) -> Mark | None:
    match = _PLAIN.match(text, start, end)
    label = vocabulary.label(match[1]) if match else NO_LABEL
    if not label.roles and match and goes_on(text, match.end()):
        label = vocabulary.heard(label, match[1], "label", _ahead(text, match.end()))
    if not label.roles:
        aimed = _aimed(text, start, vocabulary) or marked.set_off(text, start, vocabulary)
        aimed = aimed or marked.apart(text, start, _APART, vocabulary)
        if aimed:
            return aimed
        # A dash makes a label only of words that are hardly ever anything else.
        match = _DASHED.match(text, start)
        label = vocabulary.label(match[1]) if match else NO_LABEL
        arrow = match is not None and match.group().rstrip()[-1] in _ARROW_ENDS
        if not label.roles and match and arrow:
            label = vocabulary.heard(label, match[1], "label", _ahead(text, match.end()))
        if label.roles == _TOLD and (arrow or not label.weak) and match:
            return Mark(Span(start, match.end()), Span(*match.span(1)), label, "label")  # "got -> a free reel"
        firm = _STATED | {"call-date"} if arrow else _STATED
        stated = bool(match) and label.roles & firm and len(text) - start <= _LONGEST * 2
        undated = marked.is_undated(label, text[start:])
        led = arrow and label.roles <= _DASHABLE  # "End point -> PO raised by 18/12"
        if (marked.is_weak(label, text, match) and not led) or undated or not (label.roles & _DASHABLE or stated):
            return None
    if not match:
        return None
    return Mark(Span(start, match.end()), Span(*match.span(1)), label, "label")


def _aimed(text: str, start: int, vocabulary: Vocabulary) -> Mark | None:
    wanted = _WANTED.match(text, start)
    if wanted and (wanted["that"] or asks(text[wanted.end() :].split(". ")[0])):
        return Mark(Span(start, wanted.end()), Span(*wanted.span(2 if wanted["that"] else 1)), _WISH, "label")
    match = _COPULA.match(text, start)
    label = vocabulary.meaning(match[1], "label", text[match.end() :]) if match else NO_LABEL
    if not match or label.weak or not label.roles & _AIMED:
        return None
    return Mark(Span(start, match.end()), Span(*match.span(1)), label, "label")


def _stretches(text: str, marks: list[Mark]) -> list[Labelled]:
    found: list[Labelled] = []
    head = _value(text, 0, marks[0].span.start if marks else len(text), last=not marks)
    if head:
        found.append(Labelled(NO_LABEL, "", Span(0, 0), head, "text"))
    for number, mark in enumerate(marks):
        last = number + 1 == len(marks)
        end = len(text) if last else max(marks[number + 1].span.start, mark.span.end)
        value = _value(text, mark.span.end, end, last=last, bracketed=marked.opens(text, mark))
        found.append(Labelled(mark.label, text[mark.name.start : mark.name.end], mark.name, value, mark.surface))
    return found


def _value(text: str, start: int, end: int, *, last: bool, bracketed: bool = False) -> Span:
    stretch = text[start:end]
    kept = (stretch.rstrip() if last else stretch.rstrip(_TRAILING)).removesuffix(")" * bracketed)  # "(stage: closing)"
    lead = len(kept) - len(kept.lstrip())
    return Span(start + lead, start + len(kept))
