"""Finds promises in running notes: "Sunita will pull the timings by Monday. I owe them a quote."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import clockwords, due, moments, stand_ins, undertakings
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.given import given, is_only_a_name
from advancelint.plan.model import ABSENT
from advancelint.plan.orders import begins
from advancelint.plan.outline import Statement
from advancelint.plan.promise_forms import (
    ABOUT_TO,
    ACTS,
    AFTER,
    ASKED,
    BARE,
    CALLED,
    DELEGATED,
    GIVEN,
    IS_DUTY,
    MODAL,
    NAME,
    OWED,
    PROMISE,
    SUBJECT,
    TASKED,
    WHERE,
    WHOSE,
    begins_line,
)
from advancelint.plan.promises import orders
from advancelint.reading.lexicon import load
from advancelint.source import NOTHING, Passage, Span

# What is done before a call needs no day either: "Before then I need to read the permit".
_BEFORE = (
    r"(?:Before (?:then|that|the [a-z]+|my [a-z]+|we [a-z]+|I [a-z]+|[A-Z][a-z]+day)|Until then|In the meantime"
    r"|Meanwhile),? "
)
_LED = expression(_BEFORE)
_BY = r" [^.;]{3,120}? (?:by|before) (?=the |next |this |end |\d|[A-Z]|noon\b)"
# "I send her the plan by Tuesday": a promise in the present says till when.
_TILL = expression(rf"(?:I|[Ww]e) (?P<verb>[a-z]+){_BY}")
# "ask Bo if we have it before the 1st": an order says to whom or what as well.
_ORDER = expression(
    r"(?!(?:thank|must|to|will|should|let)\b)(?i:[a-z]+)"
    rf" (?:the|an?|him|her|them|his|our|my|their|if|[A-Z][a-z]+|up|back){_BY}"
)
_DATE = r"(?:\d{1,2}(?:st|nd|rd|th)?(?: [A-Z][a-z]+)?|[A-Z][a-z]+ \d{1,2})"
_DAY = rf"(?:(?:the|next|this) )?(?:[A-Z][a-z]+day(?:,? (?:the )?{_DATE})?|{_DATE})"
_OPENING = expression(
    rf"{_BEFORE}|What (?:I|we) promised[,:] |As (?:promised|agreed|discussed),? "
    r"|(?:And|Also|Then|So|But|Plus|Tonight|Tomorrow|Today|First|For (?:my|our) part"
    rf"|(?:From|On) (?:(?:our|my|your) (?:side|end)|yours|ours|mine|theirs)|(?:By|Before|Until) {_DAY})[,.]?"
    rf" (?=I |I['’]|you |{NAME} |[a-z]+ )"
)
# Below a heading of steps it is enough to say who does what: "Graham sends me the bills", "Dov has asked the college".
_DOES = expression(rf"{SUBJECT}(?:{MODAL} (?!be\b)| (?P<did>has|have|hat|a|ha|tem) (?:already )?| )[^\W\d_A-Z]")
_OURS = expression(r"(?:I|[Ww]e|Ich|Wir|Je|Nous|Yo|Eu)\b")
_MONTHS = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
_SENTENCE = expression(
    rf"(?:(?<=[^\W_A-Z][^\W_A-Z][.!?])|(?<=\)[.!?]))[ ]+(?=[^\W\d_])(?!{_MONTHS})|; (?=[^\W\d_])"
    rf"|,? (?:and|but|while) (?=(?:I|we|{WHOSE}?{NAME}){MODAL} )|,? so (?=(?:I|we){MODAL} )|, (?=s?he{MODAL} )"
)
STATIVE = expression(
    r"\S+(?: [^\W\d_a-z]\S+)? (?:is (?:being|having)|says|thinks|wants|likes|needs|knows|reckons|believes|hopes"
    r"|fears|feels|owns|runs"
    r"|leads|uses|sits|works|lives|comes|starts|ends|has|sees|guesses|means|expects|loves|hates)\b"
)
_ABOUT_TO_DO = expression(r" (?:going to|gonna) ")
_APPOSED = expression(rf"(?:([^\W\d_a-z][\w'’-]+), who [^,.;]{{3,60}}, |{WHOSE}({NAME}) |({NAME}){WHERE},? )(?=\S)")
_NEAR = frozenset({"day", "week", "range"})
_WORDY = 3
_WIDEST = 240
_OPEN, _NOTED = frozenset({"prep", "notes", "deal"}), frozenset({"prep", "notes"})
_OURS_TO_DO, _SURE = frozenset({"asked", "yours", "order", "after"}), frozenset({"owed", "yours", "after"})
# "You still have to call Bo": who prepares speaks to a colleague, or to oneself
_YOURS = expression(r"[Yy]ou (?:still |also )?(?:have|need|ought) to (?!be\b|know\b|say\b|admit\b|have\b|see\b)[a-z]")


def told(bench: Bench, statement: Statement) -> Iterator[Draft]:
    """Yield the steps of running text, and what the lines below a goal say that somebody owes."""
    below = undertakings.below_goal(bench, statement)
    if below:
        yield from (one for one in promises(bench, below) if OWED.match(one.passage.text))
    elif undertakings.is_running(bench, statement):
        yield from promises(bench, statement)
        yield from undertakings.arrowed(bench, statement)


def promises(bench: Bench, statement: Statement) -> Iterator[Draft]:
    """Yield the steps that the sentences of a text promise: somebody known, or one of us, does something by a day."""
    led = False
    for sentence in sentences(statement.value, bench.material.source.text):
        opening = _OPENING.match(sentence.text)
        passage = sentence.cut(Span(opening.end() if opening else 0, len(sentence.text)))
        text = passage.text
        way = _way(bench, text)
        lead = _LED.match(sentence.text)
        led = lead is not None or (led and text[:1].isalpha() and way not in {"", "owed"})
        if not way or ("?" in text and not (way == "asked" and text.endswith("?"))):
            led = False
            continue
        words = passage.cut(Span(0, len(text.rstrip("?"))))
        duty = bench.kind in _OPEN and IS_DUTY.match(text) is not None
        draft = _owned(bench, statement, words, asked=way in _OURS_TO_DO, named=led or duty)
        if draft is None:
            continue
        if opening:
            anchor = bench.anchor(statement.section)
            anchor = anchor._replace(before=True) if led else anchor
            before = due.in_words(words if led else sentence, bench.material.vocabulary, anchor)
            draft = draft._replace(due=before) if before.present else draft
        duty = duty or (way == "promised" and BARE.match(text) is not None)
        sure = way in _SURE or led or (duty and _is_persons(bench, draft, text))
        if sure or _is_timely(bench, statement, draft, text, way):
            yield draft


def _way(bench: Bench, text: str) -> str:
    """Return how a sentence promises: "owed", "asked" of us, "promised", "yours", "told" of, "order"; "" for none."""
    if any(form.match(text) for form in (OWED, DELEGATED, CALLED, TASKED)):
        return "owed"
    if bench.kind == "prep" and AFTER.match(text) and begins(text):
        return "after"
    if GIVEN.match(text) or ASKED.match(text):
        return "asked"
    if bench.kind == "prep" and _YOURS.match(text):
        return "yours"
    if PROMISE.match(text):
        return "promised"
    if IS_DUTY.match(text):
        return "asked"
    acts = ACTS if bench.material.language else ABOUT_TO
    if (bench.kind == "notes" and acts.match(text) and not STATIVE.match(text)) or _is_till(text):
        return "told"
    return "order" if bench.kind in _NOTED and _ORDER.match(text) and orders(text) else ""


def _is_timely(bench: Bench, statement: Statement, draft: Draft, text: str, way: str) -> bool:
    """Say whether a promise says when; what is only told of or ordered has to say a near day."""
    said = draft.due.present and draft.due.field.surface not in {"heading", "clause"}
    if way in {"told", "order"}:
        return said and draft.due.period.precision in _NEAR
    if said or way != "promised" or not clockwords.may_hold(text):
        return said
    times = moments.find(text, bench.material.vocabulary, bench.anchor(statement.section))
    return any(one.period.precision in _NEAR for one in times)


def _is_till(text: str) -> bool:
    """Say whether one of us says in the present tense what is done by when."""
    till = _TILL.match(text)
    form = load("en").forms.get(till["verb"]) if till else None
    return form is not None and "b" in form[1] and "p" not in form[1]


def _is_persons(bench: Bench, draft: Draft, text: str) -> bool:
    """Say whether one of us or a person has a duty: what a company has to do is told more often than promised.

    Who is going to do something is a person, as is somebody whose whole name stands elsewhere.
    """
    owner, cast = draft.owned.owner, bench.prompter.cast
    if not owner.present:
        return draft.owned.side == "seller"
    first = owner.value.partition(" ")[0]
    if cast.is_person(owner.value) or first in given():
        return True
    if cast.knows(owner.value) or not is_only_a_name(first):
        return False
    whole = re.search(rf"\b{first} [^\W\d_a-z][^\W\d_A-Z]", bench.material.source.text)
    return whole is not None or _ABOUT_TO_DO.search(text) is not None


def stated(bench: Bench, statement: Statement) -> list[Draft]:
    """Return the steps that the sentences of a text below a heading of steps say: somebody known does something."""
    found = []
    for passage in sentences(statement.value):
        match = _DOES.match(passage.text)
        draft = _owned(bench, statement, passage, named=True) if match and "?" not in passage.text else None
        if match and draft is not None and len(passage.text.split()) > _WORDY:
            done = match["did"] is not None
            found.append(draft._replace(done=draft.done or done))
    return found


def sentences(passage: Passage, written: str = "") -> Iterator[Passage]:
    """Yield the sentences of a text, and apart from each other the promises that an "and" joins.

    Who dictates sets no stops: a line of the source ``written`` that begins with a promise begins a sentence.
    """
    text, start = passage.text, 0
    marks = [match.span() for match in _SENTENCE.finditer(text)]
    if text and "\n" in written[passage.starts[0] : passage.ends[-1]]:
        ends = [at for at, char in enumerate(text) if char == " " and written[passage.starts[at]] == "\n"]
        begun = (at for at, end in zip(ends, [*ends[1:], len(text)], strict=True) if begins_line(text, at + 1, end))
        marks = sorted({*marks, *((at, at + 1) for at in begun)})
    for stop, begin in (*marks, (len(text), len(text))):
        if stop - start <= _WIDEST:
            cut = passage.cut(Span(start, stop)).strip()
            yield cut.cut(Span(0, len(cut.text.rstrip(" .!;"))))
        start = begin


def _owned(
    bench: Bench, statement: Statement, passage: Passage, *, asked: bool = False, named: bool = False
) -> Draft | None:
    """Return the step that a sentence says somebody known will do; None where nobody known does.

    ``asked`` says that it is asked of somebody of ours, or promised by us; ``named`` that any name will do.
    """
    name, apposed = NOTHING, _APPOSED.match(passage.text)
    group = apposed.lastindex or 0 if apposed else 0
    if apposed and is_only_a_name(apposed[group].partition(" ")[0]):  # "Jo, who runs our workshop, is to pack it"
        name, passage = passage.cut(Span(*apposed.span(group))), passage.cut(Span(apposed.end(), len(passage.text)))
    if called := CALLED.match(passage.text) or TASKED.match(passage.text):
        name, passage = passage.cut(Span(*called.span("who"))), passage.cut(Span(called.end(), len(passage.text)))
    who = PROMISE.match(passage.text) if named and not name.text else None
    draft = bench.draft(passage, name, statement.section, -1, done=False)
    handed = DELEGATED.match(passage.text)
    if draft is not None and handed:
        ours = bench.owned_by(passage.cut(Span(*handed.span("who"))), "text", draft)
        return ours._replace(owned=ours.owned._replace(side="seller"))
    if draft is not None and who and not draft.owned.owner.present and is_only_a_name(who["who"].partition(" ")[0]):
        draft = bench.owned_by(passage.cut(Span(*who.span("who"))), "text", draft)  # "Dev needs to turn it on"
    if draft is None:
        return None
    if _OURS.match(passage.text):
        draft = draft._replace(owned=draft.owned._replace(owner=ABSENT, side="seller"))
    if asked and draft.owned.side == "unknown":
        draft = draft._replace(owned=draft.owned._replace(side="seller"))
    owner = draft.owned.owner.value
    known = draft.owned.side != "unknown" or bench.prompter.cast.is_person(owner) or owner in given()
    known = known or stand_ins.is_others(passage.text)
    return draft if known or apposed or (named and is_only_a_name(owner)) else None
