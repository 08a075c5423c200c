"""Parts the steps that one line or one cell tells together: "After: I write it up; Helga rings Tobi by Friday"."""

from __future__ import annotations

from itertools import pairwise

from advancelint.expressions import expression
from advancelint.plan import promise_forms
from advancelint.plan.below import is_order
from advancelint.plan.drafts import OF_WORDS, Bench, Draft
from advancelint.plan.given import SELF, is_first
from advancelint.plan.outline import Statement
from advancelint.plan.owners import is_known
from advancelint.reading.lexicon import load
from advancelint.source import NOTHING, Passage, Span

_PARTS = expression(r";\s+(?=\w)|\s+·\s+|(?<=[^\W_][^\W_])\.\s+(?=[^\W\d_])|(?<=\))\.\s+(?=[^\W\d_])")
_SUBJECT = expression(r"((?:[^\W\d_][\w'’-]*\.?)(?: [^\W\d_a-z][\w'’-]*)?)(?: (?P<verb>[^\W\d_]+)|:| [–—-]) ")
# What goes on in somebody is no step.
_MINDED = expression(
    r"(?:believe|think|want|need|hope|know|like|love|see|feel|have|has|wish|expect|guess|mean|is|are|am|seem)s?\Z"
)
# What may part one doer's act from another's: ", and", ";", ") ", "and"; a mark apart from what is before it, or not.
_AND = r"(?:and|then|but|while|&|und|et|y|e|en|og) "
_JOINTS = expression(rf"(?:[,;] (?:{_AND})?|(?<=\)) (?:{_AND})?| {_AND})(?=[^\W\d_])")
_APART = frozenset(",;")
# Two words more make an act.
_DOES = expression(
    r"(?P<who>[^\W\d_][\w-]*(?: [^\W\d_a-z][\w-]*)?)"
    r"(?: \([^()\n]{2,40}\)| (?:in|from|at) (?:(?:the|our|their) )?[^\W\d_]+)?"
    r"(?:['’](?P<short>ll|s|m|re))? (?P<verb>[^\W\d_]+) (?P<next>\S+) \S+"
)
# What hangs on another clause is nobody's act yet: "sends the list once Mo agrees and Olga signs".
_DEPENDS = expression(
    r"\b(?:if|whether|when|once|unless|until|after|before|because|what|how|why|who|wenn|falls|ob|sobald|si|se|quand)\b"
)
_MODALS = frozenset({"to", "will", "must", "should"})
_DUTIES = frozenset({"has", "have", "needs", "need"})
_WRITERS = frozenset({"i", "you"})
_BETWEEN = expression(r";\s|(?<=\w)\.\s(?=[^\W\d_a-z][\w’'-]*: )")  # "Jo: send it. Ana: check it"
_LABELS = frozenset({"label", "bold", "bullet"})
_SIDES = frozenset({"our-people", "client-people", "seller", "buyer"})
_LONGEST = 400


def apart(bench: Bench, statement: Statement) -> list[Passage]:
    """Return the steps of a line behind a label where each of several sentences is one; [] for any other line."""
    passage = statement.value
    if statement.surface not in _LABELS or len(passage.text) > _LONGEST or "?" in passage.text:
        return []
    marks = [(0, 0), *(mark.span() for mark in _PARTS.finditer(passage.text)), (len(passage.text),) * 2]
    parts = [passage.cut(Span(begin, stop)).strip() for (_, begin), (stop, _) in pairwise(marks)]
    return parts if len(parts) > 1 and all(_is_act(bench, part.text) for part in parts) else []


def clauses(bench: Bench, draft: Draft) -> list[Draft]:
    """Return the steps of a sentence in which several people do something: "Jo drafts it (9 Dec), Ana checks the sums".

    Somebody whom the plan knows has to do each part but the first, which may have its owner elsewhere.
    """
    text, owner = draft.passage.text, draft.owned.owner
    if not text or len(text) > _LONGEST or "?" in text or not (_does(bench, text) or is_order(text)):
        return [draft]
    if owner.present and owner.span.start >= draft.passage.ends[-1]:
        return [draft]  # "draft it, Olga cuts it (Ana)" is Ana's
    marks = [mark for mark in _JOINTS.finditer(text) if _does(bench, text[mark.end() :], mark.group())]
    if not marks or _DEPENDS.search(text, 0, marks[-1].start()):
        return [draft]
    edges = [(0, 0), *(mark.span() for mark in marks), (len(text), len(text))]
    parts = [draft.passage.cut(Span(begin, end)).strip() for (_, begin), (end, _) in pairwise(edges)]
    first, *others = (bench.draft(part, NOTHING, draft.section, -1, done=draft.done) for part in parts)
    if first is None:
        return [draft]
    made = [one for one in others if one is not None]
    owned = first.owned if owner.surface == "text" else draft.owned._replace(passage=first.passage)
    due = draft.due.field
    if due.surface in OF_WORDS and due.span.start >= draft.passage.ends[-1]:  # cut off at the end of the last one
        made[-1:] = [one if one.due.field.present else one._replace(due=draft.due) for one in made[-1:]]
    elif not first.due.field.present and (due.surface not in OF_WORDS or due.span.start < draft.passage.starts[0]):
        first = first._replace(due=draft.due)  # a heading, a column or the day in front tells it
    return [first._replace(owned=owned, block=draft.block), *made]


def _does(bench: Bench, text: str, joint: str = ",") -> bool:
    """Say whether words begin with somebody whom the plan knows and what they do; ``joint`` stands before them.

    Behind a bare "and" only a verb that can be of nobody else tells: "ask Ana and Bo to come" is one step.
    """
    found = _DOES.match(text)
    if not found:
        return False
    if any(form.match(text) for form in (promise_forms.SAID_SELF, promise_forms.IS_DUTY, promise_forms.GIVEN)):
        return True  # "… by Monday, and I promised her a sample"
    who, verb = found["who"], found["verb"].casefold()
    own = who.casefold() in _WRITERS
    if not own and not (bench.prompter.cast.is_person(who) or is_first(who)):
        return False
    if found["short"]:
        return found["short"] == "ll" or verb == "to" or verb.endswith("ing")
    form = load("en").forms.get(verb)
    acts = form is not None and ("b" if own else "s") in form[1] and not _MINDED.match(verb)
    acts = acts or (verb in _DUTIES and found["next"] == "to")  # "Jo has to ring Ana"
    return acts or (joint[0] in _APART and verb in _MODALS)


def is_of_side(bench: Bench, statement: Statement) -> bool:
    """Say whether a label names a side and what stands behind it is an act of its people: "Us: Jo sends the sheet".

    In a preparation such a line tells who does what in the call.
    """
    told = statement.surface in _LABELS and not statement.label.roles.isdisjoint(_SIDES)
    return told and bench.kind != "prep" and _is_act(bench, statement.value.text)


def owned(bench: Bench, passage: Passage, section: int) -> list[Passage]:
    """Return the steps of a cell that names who does each, the whole cell where it does not."""
    marks = [0, *(mark.end() for mark in _BETWEEN.finditer(passage.text)), len(passage.text)]
    parts = [passage.cut(Span(*ends)).strip() for ends in pairwise(marks)]
    parts = [part.cut(Span(0, len(part.text.rstrip(";. ")))) for part in parts]
    drafts = [bench.draft(part, NOTHING, section, -1, done=False) for part in parts]
    named = all(draft is not None and draft.owned.owner.present for draft in drafts)
    return parts if len(parts) > 1 and named else [passage]


def _is_act(bench: Bench, text: str) -> bool:
    """Say whether words say what somebody does or is to do: "Helga rings Tobi", "me: quote", "send the audit"."""
    match = _SUBJECT.match(text)
    who = match[1] if match else ""
    known = who.casefold() in SELF or is_first(who) or is_known(who, bench.prompter.cast, bench.material.vocabulary)
    if not match or not known:
        return " " in text and is_order(text)
    verb = (match["verb"] or "").casefold()
    form = load("en").forms.get(verb)
    acts = form is not None and not set("bs").isdisjoint(form[1]) and not _MINDED.match(verb)
    called = verb == "do" and text[match.end() :][:1].isupper()  # "Moagens do Cabril"
    return not verb or verb in {"to", "will"} or (acts and not called)
