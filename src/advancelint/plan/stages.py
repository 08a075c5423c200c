"""The stage of a plan: from front matter, labels, tags and status, in the words of any house."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph
from advancelint.plan.front import passage as scalar_passage
from advancelint.plan.front import scalars
from advancelint.plan.material import Material, field, is_placeholder, stated_or_below
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.vocabulary import Vocabulary, normalise
from advancelint.source import Span

_ARROW = expression(r"→|->|=>|➜")
_WORD = expression(r"\w+")
_MOST_STAGE_WORDS = 5
_LIGHT = r"(?:basically |still |now |only |firmly |really |just )*"
_SAID = expression(
    r"\b(?:(?:[Ww]e(?:'re|’re| are)|[Ii]t(?:'s|’s| is)|[Tt]h(?:is|e (?:deal|opportunity|opp)) is"
    rf"|[Tt]hey(?:'re|’re| are)|sits?|stand|stuck|parked|[Ss]till) {_LIGHT}(?:in|at) (?:the )?"
    r"|I'd call (?:it|that|this) "
    r"|[Ww]ir (?:sind|stehen) (?:noch )?in der |[Oo]n est (?:encore )?en (?:phase de )?"
    r"|[Ee]stamos e[nm] (?:fase de )?)"
    r"(?P<words>[^\W\d_]+(?: [^\W\d_]+)?)\b"
)
_TAG = expression(r"(?:^|\s)#?stage/([\w-]+)", re.IGNORECASE)


def stage(material: Material, in_call: frozenset[int]) -> Field:
    """Return the stage: front matter, a label, a tag, a status; ``in_call`` are the sections of calls."""
    vocabulary = material.vocabulary
    scalar = material.front.scalar("stage")
    if scalar and not is_placeholder(scalar.text, vocabulary):
        value = stage_of(scalar.text, vocabulary) or stage_within(scalar.text, vocabulary)
        return field(value, scalar_passage(material.source, scalar), "front-matter")
    for statement in stated_or_below(material, "stage", "status"):
        if statement.section in in_call or material.outline.within(statement.section, "next-step", "people"):
            continue
        value = stage_of(statement.value.text, vocabulary)
        if not value and statement.plays("stage") and statement.surface not in {"heading", "item"}:
            value = stage_within(statement.value.text, vocabulary)
        # A status or a phase is a stage only when its value is one.
        if value or (statement.plays("stage") and names_stage(statement.name)):
            return field(value, statement.value, statement.surface)
    tagged = tagged_stage(material)
    found = tagged if tagged.present else _front_status(material)
    return found if found.present else _said(material)


def _said(material: Material) -> Field:
    """Return the stage that a sentence states: "We're basically in proposal", "I'd call that negotiation"."""
    for block in material.outline.document.blocks:
        if block.quoted or not isinstance(block, (Paragraph, ListItem)):
            continue
        for match in _SAID.finditer(block.leaf.content):
            words = _WORD.findall(match["words"])
            for count in range(min(2, len(words)), 0, -1):
                value = material.vocabulary.stages.get(" ".join(words[:count]).casefold(), "")
                passage = block.leaf.text().passage
                at = passage.text.find(match["words"].strip()) if value else -1
                if at >= 0:
                    return field(value, passage.cut(Span(at, at + len(match["words"].strip()))), "text")
    return ABSENT


def names_stage(label: str) -> bool:
    """Say whether a label can mean nothing but the stage of a sale, so that an unknown value is an unknown stage."""
    return any(word in normalise(label) for word in ("stage", "verkaufsphase", "vertriebsphase", "étape de vente"))


def tagged_stage(material: Material) -> Field:
    """Return the stage that a tag of the front matter states: "stage/discovery"."""
    for _, value in material.front.values("tags"):
        for scalar in scalars(value):
            match = _TAG.search(scalar.text)
            if match:
                words = scalar_passage(material.source, scalar).cut(Span(*match.span(1)))
                return field(stage_of(match[1], material.vocabulary), words, "front-matter")
    return ABSENT


def _front_status(material: Material) -> Field:
    scalar = material.front.scalar("status")
    value = stage_of(scalar.text, material.vocabulary) if scalar else ""
    return field(value, scalar_passage(material.source, scalar), "front-matter") if scalar and value else ABSENT


def stage_of(text: str, vocabulary: Vocabulary) -> str:
    """Return the ladder's id, "won" or "lost" for a stage as written; "" where the words are no stage."""
    last = _ARROW.split(text)[-1].strip()
    bare = last.partition("(")[0].strip()
    forms = [last, bare, bare.replace("-", " ").replace("_", " "), normalise(bare)]
    for mark in (" - ", " — ", " – ", ": ", ". ", ", ", "; "):
        head, _, tail = bare.partition(mark)
        forms += [tail, head] if tail else []
    return next((found for form in forms if (found := vocabulary.stages.get(form.strip().casefold()))), "")


def stage_within(text: str, vocabulary: Vocabulary) -> str:
    """Return the stage that some of a few words name, the longest name first: "commercial negotiation"; else ""."""
    words = _WORD.findall(_ARROW.split(text)[-1].partition("(")[0].casefold())
    if not 1 < len(words) <= _MOST_STAGE_WORDS:
        return ""
    for width in range(len(words) - 1, 0, -1):
        named = (" ".join(words[start : start + width]) for start in range(len(words) - width + 1))
        found = {vocabulary.stages[name] for name in named if name in vocabulary.stages}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""
