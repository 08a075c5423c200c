"""What the words of a block can be to the blocks below it: a heading in disguise, a name above its steps."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advancelint.expressions import expression
from advancelint.markdown import Document, ListItem, Paragraph, Quote, RichText, Table
from advancelint.plan import dates, moments, persons
from advancelint.plan.asking import asks
from advancelint.plan.label_forms import counts_part, normalise
from advancelint.plan.labels import Labelled
from advancelint.plan.periods import Anchor
from advancelint.plan.vocabulary import GOALS, NO_LABEL, Label, Vocabulary
from advancelint.source import NOTHING, NOWHERE, Passage, Span

LONGEST = 80
_LONGEST_HEAD, _LONGEST_LINE, _LONGEST_DAY = 60, 160, 30
_MOST_NAME, _MOST_LABEL, _MOST_LEADING = 3, 6, 4
_HEADING = GOALS | {
    "next-step", "people", "attendees", "our-people", "client-people", "outcome", "sales-objective", "client-win",
}  # fmt: skip
_LABELLED = expression(r"\s*[^\W\d_][^:.]{1,40}: \S")
_SAYS = expression(r"\b(?:is|are|was|were) (?:an?|the|not|now)\b", re.IGNORECASE)
# "GET", "1 Petra names the day": a list, and no "37 clinics stop"
_COUNTED = expression(r"\d{1,2}(?:[.):]|\s+[^\W\d_a-z])")
_SENTENCE_ENDS, _DASH = ".!;,", expression(r" [–—-] ")
# "> [!target] What we want": boxes of note-taking tools. What somebody said or did elsewhere stays a quote.
_CALLOUT = expression(r"\[!(?!(?:quote|cite|example|bug)\b)(?P<sort>[\w-]+)\][+-]?[ \t]*")
# "(what should they do?)", "(if 4. cannot be reached)", "(eine Zeile)": what to write, and no goal in brackets
_PROMPT = expression(
    r"\((?:[^()]{3,100}\?|(?i:what|who|which|how|when|why|if|where|one|max|tick|describe|please|e\.g\.|was|wer|wie|wenn"
    r"|falls|eine?|quoi|qui|si|une?|qué|quién|o que|quem|se)\b[^()]{2,100})\)"
)
_FACT = expression(r"[*_]{0,2}([^:*_\n]{2,30})(?::[*_]{0,2}|[*_]{1,2}:) +\S")
_FACTS = frozenset({"stage", "account", "close-date", "call-date", "attendees", "client-people", "our-people", "owner"})
_RANKED_PARTS = GOALS | {"primary-part", "fallback-part", "sales-objective", "plan-objective"}


def is_open(label: Label, value: str) -> bool:
    """Say whether nothing stands beside a label, or for a goal only what to write: "(what should they do?)"."""
    return not value or (not label.roles.isdisjoint(GOALS) and _PROMPT.fullmatch(value) is not None)


def is_bare_label(content: str, vocabulary: Vocabulary) -> bool:
    """Say whether a paragraph is nothing but a label of sales plans, without colon or bold: a heading too."""
    if len(content) > LONGEST or not all(char.isalnum() or char in " '’" for char in content):
        return False
    label = vocabulary.labels.get(normalise(content), NO_LABEL)
    return bool(label.roles) and not label.weak


def may_be_capped(content: str) -> bool:
    """Say whether a paragraph's first line may be a heading in capitals above the others: "GOAL"; a quick look."""
    head, broken, _ = content.partition("\n")
    return bool(broken) and len(head) <= _LONGEST_HEAD and is_capped(head)


def is_capped(head: str) -> bool:
    """Say whether a line is written in capitals, but for what stands in brackets: "SECONDARY (if 3 is not met)"."""
    return head.partition("(")[0].isupper()


def topped(passage: Passage, written: str) -> tuple[Passage, Passage] | None:
    """Return a paragraph's first line, where it is short and no sentence, as a heading is, and the text below it."""
    if not passage.text[:1].isupper():
        return None
    end = next((at for at in range(min(len(passage.text), LONGEST)) if written[passage.starts[at]] == "\n"), 0)
    head = passage.cut(Span(0, end)).strip()
    if not head.text or len(head.text) > _LONGEST_HEAD or head.text[-1] in _SENTENCE_ENDS:
        return None
    rest = passage.cut(Span(end, len(passage.text))).strip()
    return None if _COUNTED.match(rest.text) else (head, rest)


def may_be_dateline(content: str, vocabulary: Vocabulary, *, titled: bool) -> bool:
    """Say whether a document's first paragraph can be the line that says when the call is, or its title."""
    told = not titled or any(char.isdigit() for char in content) or bool(vocabulary.kind_named(content))
    return len(content) <= _LONGEST_LINE and told


def begins_with_day(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text begins with a day, marks aside."""
    begun = next((place for place, char in enumerate(text) if char.isalnum()), len(text))
    if not dates.may_begin(text, begun):
        return False
    found = dates.first(text, vocabulary)
    return found is not None and found.span.start <= begun


def without_day(passage: Passage, vocabulary: Vocabulary) -> Passage:
    """Return a text without the day that leads it with a colon: "19 Feb: Petra opens the log"."""
    head, colon, _ = passage.text[:_LONGEST_DAY].partition(": ")
    if not colon or not begins_with_day(head, vocabulary):
        return passage
    found = dates.first(head, vocabulary)
    alone = found is not None and not head[found.span.end :].strip(" .,*_")
    return passage.cut(Span(len(head) + 1, len(passage.text))).strip() if alone else passage


def leads_list(document: Document, index: int, gap: int = 0) -> bool:
    """Say whether the paragraph ``index`` is one short line right above a list: what the list is about.

    There may be ``gap`` blank lines between them.
    """
    block, behind = document.blocks[index], document.blocks[index + 1 : index + 2]
    if not isinstance(block, Paragraph) or not behind or not isinstance(behind[0], (ListItem, Table)):
        return False
    content = block.leaf.content.strip()
    if _SAYS.search(content):
        return False
    short = block.lines.first == block.lines.last and 0 < len(content) <= _LONGEST_HEAD
    near = behind[0].lines.first <= block.lines.last + 1 + gap and behind[0].quoted == block.quoted
    return short and near and content[-1] not in _SENTENCE_ENDS and not content.startswith(("[", "!", "|"))


def leads_any(document: Document, index: int, vocabulary: Vocabulary) -> bool:
    """Say whether the paragraph ``index`` heads the list or the quote right below it."""
    return leads_list(document, index) or heads_quote(document, index, vocabulary)


def heads_quote(document: Document, index: int, vocabulary: Vocabulary) -> bool:
    """Say whether block ``index`` is a short line right above a quote, and one that heads goals: "ask"."""
    blocks = document.blocks[max(index, 0) : index + 3]
    block, quote, first = blocks if len(blocks) > 2 else (None, None, None)
    if not isinstance(block, Paragraph) or not isinstance(quote, Quote) or not isinstance(first, Paragraph):
        return False
    title = block.leaf.content.strip("*_ :")
    short = block.lines.first == block.lines.last and len(title) <= _LONGEST_HEAD
    if block.quoted or not short or quote.lines.first != block.lines.last + 1:
        return False
    return not vocabulary.meaning(title, "heading", first.leaf.content).roles.isdisjoint(GOALS)


def is_numbered_head(document: Document, index: int) -> bool:
    """Say whether the item ``index`` is a numbered heading that Markdown takes for a list: "2. STAKEHOLDERS"."""
    block = document.blocks[index]
    if not isinstance(block, ListItem) or not block.ordered or block.depth or block.leaf.first != block.leaf.last:
        return False
    content = block.leaf.content.strip("*_ ")
    beside = (document.blocks[at] for at in (index - 1, index + 1) if 0 <= at < len(document.blocks))
    alone = not any(isinstance(one, ListItem) and one.ordered and one.depth == 0 for one in beside)
    behind = document.blocks[index + 1 : index + 2]
    below = bool(behind) and behind[0].lines.first > block.leaf.last + 1
    return alone and below and 0 < len(content) <= _LONGEST_HEAD and content[-1] not in _SENTENCE_ENDS


def is_callout(content: str) -> bool:
    """Say whether the first paragraph of a quote makes it a box with a title of its own."""
    return bool(_CALLOUT.match(content))


def states_facts(content: str, vocabulary: Vocabulary) -> bool:
    """Say whether each line of a quote is a label with its value, and two of them are facts of a sale or a call."""
    told = [one and vocabulary.label(one[1]).roles for one in map(_FACT.match, content.split("\n"))]
    return None not in told and sum(not roles.isdisjoint(_FACTS) for roles in told if roles is not None) > 1


def callout(rich: RichText, written: str) -> tuple[Passage, RichText]:
    """Return the title of a box and the lines below it; ``written`` is the source's whole text."""
    passage = rich.passage
    match = _CALLOUT.match(passage.text)
    start, begin = (match.end(), match.end("sort")) if match else (0, 0)
    end = next((at for at in range(begin, len(passage.text)) if written[passage.starts[at]] == "\n"), -1)
    stop = end if end >= 0 else len(passage.text)
    title = passage.cut(Span(min(start, stop), stop)).strip()
    if match and not title.text:
        title = passage.cut(Span(*match.span("sort")))  # "> [!fallback]"
    if end < 0:
        return title, RichText(NOTHING, (), NOTHING)
    return title, rich.cut(Span(end + 1, len(passage.text)))


def is_stated(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a line is a label with its value: "**STAGE: Negotiation**", "Goal - Jo names the day"."""
    name, colon, value = text.partition(":")
    if colon and value.strip() and vocabulary.label(name).roles:
        return True
    parted = _DASH.split(text, maxsplit=1)
    return len(parted) > 1 and not vocabulary.label(parted[0]).roles.isdisjoint(GOALS) and asks(parted[1])


def announces(label: Label, stretches: Iterable[Labelled], vocabulary: Vocabulary) -> bool:
    """Say whether a bold line with ``label`` announced a line of labels: "**Outcome**", then "Advance: …"."""
    parts = [stretch for stretch in stretches if stretch.label.roles]
    if "outcome" in label.roles:
        return all(vocabulary.word("outcome", stretch.name) is not None for stretch in parts)
    return bool(label.roles & GOALS) and all(stretch.label.roles & _RANKED_PARTS for stretch in parts)


def is_name_above(document: Document, index: int, block: ListItem, vocabulary: Vocabulary) -> bool:
    """Say whether the item ``index`` is only a name, with a list of its own below it: whose the steps there are."""
    content = block.leaf.content.strip("*_ ")
    heads = _first_below(document, index) is not None
    return heads and len(content.split()) <= _MOST_NAME and persons.is_name(content, vocabulary)


def is_label_above(document: Document, index: int, block: ListItem, vocabulary: Vocabulary) -> bool:
    """Say whether the item ``index`` is only a label, with a list of its own below it: "Still to do".

    What has no box above boxes is one, whatever it says: "Week of 30 Nov".
    """
    content = block.leaf.content.strip("*_ ")
    first = _first_below(document, index)
    if first is None or len(content.split()) > _MOST_LABEL:
        return False
    if block.checked == "none" != first.checked:
        return True
    return counts_part(content) or not vocabulary.label(content).roles.isdisjoint(_HEADING)


def _first_below(document: Document, index: int) -> ListItem | None:
    """Return the item that follows the item ``index`` directly in a list of its own; None without one."""
    behind = document.blocks[index + 1 : index + 2]
    first = behind[0] if behind else None
    return first if isinstance(first, ListItem) and first.parent == index else None


def dated_line(rich: RichText, written: str, vocabulary: Vocabulary) -> tuple[Passage, RichText] | None:
    """Return the first line of a paragraph and the rest, where that line is bold and has a date that tells a call.

    "**12 May 2026, quay walk**" heads what stands below it, "**A) Beat, 3 March**" heads labelled lines; ``written`` is
    the source's whole text.
    """
    passage = rich.passage
    first = rich.bold[0] if rich.bold and rich.bold[0].start == 0 else NOWHERE
    broken = (at for at in range(first.end, len(passage.text)) if written[passage.starts[at]] == "\n")
    end = next(broken, len(passage.text)) if first else len(passage.text)
    if end >= len(passage.text) or end - first.end > _LONGEST_HEAD:
        return None
    title = passage.cut(Span(0, end)).strip()
    begun = {end + 1, *(at + 1 for at in range(end + 1, len(passage.text)) if written[passage.starts[at]] == "\n")}
    if any(
        one.start in begun and begins_with_day(passage.text[one.start : one.end], vocabulary) for one in rich.bold[1:]
    ):
        return None  # lines of several calls
    led = begins_with_day(passage.text[: first.end], vocabulary)
    if not led and not (
        first.end == end and dates.first(title.text, vocabulary) and _LABELLED.match(passage.text[end:])
    ):
        return None
    return title, rich.cut(Span(end + 1, len(passage.text)))


def is_led_by_day(passage: Passage, vocabulary: Vocabulary) -> bool:
    """Say whether a text begins with a day, or with an encounter on a day: "12 June, at the yard", "Trial on 3 May"."""
    found = moments.find(passage.text, vocabulary, Anchor(""))[:1]
    before = passage.text[: found[0].span.start] if found else ""
    return bool(found) and len(before.split()) <= _MOST_LEADING
