"""What a line in or out of a list of steps can be beside a step: a deed done, a call to come, text that promises."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.plan import edge_times, leads, nextcalls, orders, pieces, statuses
from advancelint.plan.below import is_order
from advancelint.plan.drafts import Bench, Draft
from advancelint.plan.due import NO_DUE
from advancelint.plan.given import SELF, is_first
from advancelint.plan.label_forms import counts_part, normalise
from advancelint.plan.outline import Statement
from advancelint.plan.vocabulary import DAYS, NO_LABEL
from advancelint.reading.lexicon import load
from advancelint.source import NOTHING, NOWHERE, Passage, Span

GROUPS = frozenset({"our-people", "client-people", "seller", "buyer", "account", "other", "our-company"})
FACT = expression(r"(?:[\w'’-]+ ){1,4}(?:is|are|was|were|ist|sind|war|est|es|é) (?!to\b)")  # "the bay is cold"
_FEWEST_WORDS = 3
_DONE = frozenset({"act", "say", "do", "give", "show"})  # classes of verbs of what somebody does
_FEWEST_STRUCK, _LONGEST_REMARK = 2, 5
_ARROWS = ("->", "→", "=>", "➜")
_ARROW = expression(r"(?:-+>|→|=+>|➜)\s*(?=\S)")
_TODO = expression(r"(?:TODO|ToDo|TO DO|To-do|To do|ACTION|AP)\b ?:? ?(?=\S)")
# What a line names, up to whom, where and what about
_HEAD = expression(
    r"[^,;:(–—]+?(?=[,;:(–—]|$| (?:with|w/|mit|avec|con|com|in|at|on|bei|beim|zu|to|re|about|über|chez|en|em)\b)"
)
_PROMISE = expression(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w'’-]+)? (?:to|will) [a-z]")  # "Iestyn to ask Marian …"
_SENTENCES = expression(r"[^\W_]{3}[.!?] [^\W\d_a-z][^.!?]* [^.!?]*[.!?]")
_BRACKET, _BETWEEN, _FOR = expression(r"\([^()]*\)"), expression(r"[,;+&]| and "), expression(r"[Ff]or ?[–—:-] ")
_ELSEWHERE = ("objective", "primary", "fallback", "people", "ask", "outcome", "client-win")


def is_next_call(bench: Bench, statement: Statement) -> bool:
    """Say whether "Next meeting: 12 June, at the yard" says when a call is, or "for - Ana signs" what it is for."""
    vocabulary = bench.material.vocabulary
    if statement.surface == "heading" and statement.section in bench.encounters.sections:
        return True  # "## Next: Jo Carr, 12 June, her office"
    words = normalise(statement.name).split() if statement.name else []
    text = "" if statement.name else statement.value.text
    if _FOR.match(text) or nextcalls.tells_fixed_call(text, vocabulary):
        return True
    met = words and vocabulary.word("encounter", words[-1]) is not None
    if met and leads.is_led_by_day(statement.value, vocabulary):
        return True
    return statement.checked == "none" and nextcalls.tells_next_call(text, vocabulary)


def is_encounter(bench: Bench, text: str, *, last: bool = False) -> bool:
    """Say whether words name a call and no act: "Annual review with Ana", "Call: price list", "Erstbesuch Krass".

    ``last`` says that only the last word before "with" and the like counts.
    """
    head, listed = _HEAD.match(text), bench.material.vocabulary.words
    encounters = (*listed["encounter"], *listed["call-word"])
    words = head.group().casefold().split() if head else []
    acts = len(words) > 1 and is_order(text)  # "call the mill"
    return not acts and any(word.endswith(encounters) for word in (words[-1:] if last else words))


def is_done_deed(bench: Bench, statement: Statement) -> bool:
    """Say whether an item says of itself that it is done: "Done: sent the sheet to Jo"."""
    if statement.surface != "bullet" or statement.nested or not bench.is_done(statement.name):
        return False
    words = statement.value.text.split()
    return len(words) >= _FEWEST_WORDS and not bench.is_time(" ".join(words[1:]))


def is_handed(bench: Bench, statement: Statement) -> bool:
    """Say whether a line of what is done before a call orders somebody: "Jo: check the ERP", "Jo to check it"."""
    if not bench.anchor(statement.section).before:
        return False
    name = statement.named if statement.name else NOTHING
    draft = bench.draft(statement.value, name, statement.section, -1, done=False)
    if draft is None or "?" in statement.value.text or draft.owned.owner.surface not in {"label", "text"}:
        return False
    owner, text = draft.owned.owner.value, draft.passage.text
    promised = text.startswith(f"{owner} to ")  # "Jo to check the ERP", whoever Jo is
    known = draft.owned.side != "unknown" or bench.prompter.cast.knows(owner) or is_first(owner)
    return promised or (known and is_order(text))


def is_map_item(bench: Bench, statement: Statement) -> bool:
    """Say whether an item stands in a mutual plan below its title or a part of it, where nothing but steps stands."""
    if bench.kind != "map" or statement.surface not in {"item", "bullet"} or is_roll(bench, statement):
        return False
    outline, vocabulary = bench.material.outline, bench.material.vocabulary
    above = (outline.sections[index] for index in outline.chain(statement.section))
    return all(one.level <= 1 or counts_part(one.title) or vocabulary.kind_in(one.title) == "map" for one in above)


def is_addressed(bench: Bench, statement: Statement) -> bool:
    """Say whether a line orders somebody by name: "Jo: check the ERP", "me - find out who is there"."""
    name = statement.named if statement.name else NOTHING
    draft = bench.draft(statement.value, name, statement.section, -1, done=False)
    if draft is None or "?" in statement.value.text or draft.owned.owner.surface != "label":
        return False
    owner = draft.owned.owner.value
    known = owner.casefold() in SELF or is_first(owner) or bench.prompter.cast.is_person(owner)
    return known and is_order(draft.passage.text) and orders.is_done(draft.passage.text)


def sets_off(bench: Bench, statement: Statement) -> bool:
    """Say whether a line states whose it is, somebody the plan knows, and when, apart from its words."""
    text = statement.value.text
    if not edge_times.may_hold_time(text) and not bench.is_dated(statement.section):
        return False  # most lines
    name = statement.named if statement.name else NOTHING
    draft = bench.draft(statement.value, name, statement.section, -1, done=False)
    if draft is None or not draft.due.present or not draft.owned.owner.present:
        return False
    if draft.owned.owner.surface not in {"label", "text"}:
        return False  # what a group's heading lends says nothing of this line
    apart = draft.owned.owner.surface == "label" or draft.passage.text != text
    return (apart or bool(_PROMISE.match(text))) and draft.owned.side != "unknown"


def is_running(bench: Bench, statement: Statement) -> bool:
    """Say whether a statement is text of notes in which somebody may promise something."""
    outline = bench.material.outline
    bare = _is_bare(statement) or (statement.surface == "label" and statement.label.roles <= GROUPS)  # "So, me: I …"
    around = outline.within(statement.section, *_ELSEWHERE)
    return bare and not around and bench.kind != "map" and not outline.trap(statement.section)


def below_goal(bench: Bench, statement: Statement) -> Statement | None:
    """Return the lines below that of a goal's label, as a text of their own: "want: touch base", "she owes me …"."""
    aimed = statement.surface == "label" and statement.plays("objective", "primary", "fallback")
    ends = pieces.line_ends(statement.value, bench.material.source.text) if aimed else []
    if not ends:
        return None
    value = statement.value.cut(Span(ends[0] + 1, len(statement.value.text)))
    return statement._replace(value=value, name="", name_span=NOWHERE, label=NO_LABEL, surface="text")


def is_told(bench: Bench, statement: Statement) -> bool:
    """Say whether a statement is running text below a heading of steps: "I will write it up. Graham sends …"."""
    return _is_bare(statement) and ". " in statement.value.text and not bench.material.outline.trap(statement.section)


def is_ticked(bench: Bench, statement: Statement) -> bool:
    """Say whether a line says of itself that it is done: "Brief signed (Ana) ✅"."""
    draft = bench.draft(statement.value, NOTHING, statement.section, -1, done=False)
    return draft is not None and draft.done


def is_roll(bench: Bench, statement: Statement) -> bool:
    """Say whether a line lists who is there and no act: "Norwood: Ana Ruiz (CFO), Ben Otto", "Who: Norwood"."""
    label, _, said = _BRACKET.sub("", statement.value.text).rpartition(": ")
    names = [name.strip() for name in _BETWEEN.split(said) if name.strip()]
    head = (label or statement.name).split()
    headed = "(" in statement.value.text or (0 < len(head) < _LONGEST_REMARK - 1 and " " in said.strip())
    told = len(names) > 1 or (len(names) == 1 and bool(headed))
    return (told and all(map(bench.prompter.cast.is_person, names))) or bench.prompter.cast.is_firm(said.strip())


def is_beside_table(bench: Bench, statement: Statement, *, inside: bool) -> bool:
    """Say whether a line of a mutual plan stands beside the table that holds its steps, so that it only explains.

    ``inside`` says that it stands below a heading of steps: where that is the title of the plan, it tells nothing of
    the line. Nor does a label above the table that was only heard as one of steps: "Together we work to: …".
    """
    if not bench.table or statement.checked != "none":
        return False
    if not inside:
        return statement.label.heard and statement.line < bench.table
    outline = bench.material.outline
    above = outline.sections[outline.role_section(statement.section)]
    titled = above.level <= 1 or bench.material.vocabulary.kind_in(above.title) == "map"
    return titled and not is_addressed(bench, statement)


def is_muse(statement: Statement) -> bool:
    """Say whether a label that was only heard as one of steps has sentences behind it that begin with no act.

    "**Where we might go next.** I believe there is a piece in metering. …"
    """
    heard = statement.label.heard and statement.plays("next-step") and statement.surface in {"bold", "label"}
    return heard and _SENTENCES.search(statement.value.text) is not None and not is_order(statement.value.text)


def _is_bare(statement: Statement) -> bool:
    return statement.surface in {"text", "paragraph"} and not statement.label.roles and not statement.name


def is_ours(text: str) -> bool:
    """Say whether a text says what one of us does: "We prepare a sheet", but not "We need …" or "We are late"."""
    words = text.split(maxsplit=2)
    if len(words) < _FEWEST_WORDS or words[0].casefold() not in SELF:
        return False
    verb, codes = load("en").forms.get(words[1].casefold(), (None, ""))
    return verb is not None and "b" in codes and verb.client in _DONE


def is_marked(text: str) -> bool:
    """Say whether an item is marked as a step: "-> GP to send the curves", "TODO me - quote"."""
    return text.startswith(_ARROWS) or _TODO.match(text) is not None


def without_mark(passage: Passage) -> Passage:
    """Return a step without the mark in front."""
    todo = _TODO.match(passage.text)
    mark = todo.group() if todo else next((mark for mark in _ARROWS if passage.text.startswith(mark)), "")
    return passage.cut(Span(len(mark), len(passage.text))).strip()


def as_task(bench: Bench, one: Statement) -> Statement:
    """Return an item whose words strikethrough withdrew as these words, checked: "~~send it~~ done", "~~Jo: quote~~".

    What stands behind may say that it is done or when, but not what is to be done instead. A box whose first word
    could be the label of a day, "[ ] Signature – Ana – 23 Dec", is what is to be done.
    """
    struck, rest = one.struck, one.value.text
    if one.checked != "none" and one.name and one.label.roles <= DAYS and one.label.roles and one.head.text:
        return one._replace(value=one.head, name="", name_span=NOWHERE, label=NO_LABEL, surface="item")
    if not struck.text:
        return one
    if rest and not (struck.starts[0] < one.value.starts[0] and _is_remark(bench, rest, struck.text)):
        return one
    words = struck.strip()
    return one._replace(value=words, head=words, checked="checked", struck=NOTHING)


def _is_remark(bench: Bench, rest: str, struck: str) -> bool:
    """Say whether what stands behind words that are struck out only says that they are done: "got it 1/9"."""
    words, withdrawn = len(rest.split()), len(struck.split())
    short = withdrawn > _FEWEST_STRUCK and words < min(withdrawn, _LONGEST_REMARK)
    said = bench.is_done(rest) or statuses.tells_end(rest) or (rest.startswith("(") and rest.rstrip(".").endswith(")"))
    moved = bench.is_time(struck) and bench.is_time(rest)  # "~~by Friday, 3 May~~ 10 May"
    return said or (short and not is_order(rest) and not moved)


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
        if owned or is_order(passage.text):
            # The day above such a line is when the call was.
            yield draft._replace(due=NO_DUE) if draft.due.field.surface == "heading" else draft
