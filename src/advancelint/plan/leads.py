"""What the words of a block can be to the blocks below it: a heading in disguise, a name above its steps."""

from __future__ import annotations

from collections.abc import Iterable

from advancelint.markdown import Document, ListItem, RichText
from advancelint.plan import dates, persons
from advancelint.plan.labels import Labelled
from advancelint.plan.vocabulary import NO_LABEL, Label, Vocabulary, normalise
from advancelint.source import Passage, Span

LONGEST = 80
_RANKED = frozenset({"objective", "primary", "fallback"})
_RANKED_PARTS = _RANKED | {"primary-part", "fallback-part"}


def is_bare_label(content: str, vocabulary: Vocabulary) -> bool:
    """Say whether a paragraph is nothing but a label of sales plans, without colon or bold: a heading too."""
    if len(content) > LONGEST or not all(char.isalnum() or char in " '’" for char in content):
        return False
    label = vocabulary.labels.get(normalise(content), NO_LABEL)
    return bool(label.roles) and not label.weak


def is_stated(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a line is a label with its value: "**STAGE: Negotiation**"."""
    name, colon, value = text.partition(":")
    return bool(colon and value.strip() and vocabulary.label(name).roles)


def announces(label: Label, stretches: Iterable[Labelled], vocabulary: Vocabulary) -> bool:
    """Say whether a bold line with ``label`` announced a line of labels: "**Outcome**", then "Advance: …"."""
    parts = [stretch for stretch in stretches if stretch.label.roles]
    if "outcome" in label.roles:
        return all(vocabulary.word("outcome", stretch.name) is not None for stretch in parts)
    return bool(label.roles & _RANKED) and all(stretch.label.roles & _RANKED_PARTS for stretch in parts)


def is_next_call(title: str, vocabulary: Vocabulary) -> bool:
    """Say whether "Next: call with Tess, 12 June 2026" heads a call and no steps."""
    _, _, rest = title.partition(":")
    words = (word.strip("(),.") for word in rest.casefold().split())
    called = any(word in vocabulary.words["call-word"] for word in words)
    return called and dates.first(rest, vocabulary) is not None


def is_name_above(document: Document, index: int, block: ListItem, vocabulary: Vocabulary) -> bool:
    """Say whether the item ``index`` is only a name, with a list of its own below it: whose the steps there are."""
    behind = document.blocks[index + 1 : index + 2]
    above = bool(behind) and isinstance(behind[0], ListItem) and behind[0].parent == index
    content = block.leaf.content.strip("*_ ")
    return above and len(content.split()) <= 3 and persons.is_name(content, vocabulary)


def dated_line(rich: RichText, written: str, vocabulary: Vocabulary) -> tuple[Passage, RichText] | None:
    """Return the first line of a paragraph and the rest, where that line is bold and begins with a date.

    "**12 May 2026, quay walk**" heads the labelled lines below it; ``written`` is the source's whole text.
    """
    passage = rich.passage
    end = rich.bold[0].end if rich.bold and rich.bold[0].start == 0 else 0
    if not end or end >= len(passage.text) or written[passage.starts[end]] not in "\r\n":
        return None
    title = passage.cut(Span(0, end)).strip()
    found = dates.first(title.text, vocabulary)
    if found is None or any(char.isalnum() for char in title.text[: found.span.start]):
        return None
    bold = tuple(Span(one.start - end - 1, one.end - end - 1) for one in rich.bold[1:])
    return title, RichText(passage.cut(Span(end + 1, len(passage.text))), bold, rich.struck)
