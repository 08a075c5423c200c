"""Finds the stage where a label or a heading asks where the sale stands: "Position in our cycle", "Where we are"."""

from __future__ import annotations

from itertools import pairwise

from advancelint.expressions import expression
from advancelint.markdown import Heading, ListItem, Paragraph
from advancelint.plan import pieces, situations, stage_words
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material, field
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.stage_words import stage_of

# A label that can ask for nothing else, and the heading of anything that has a place.
ASKED = expression(
    r"(?:where(?: we are)?|position|step) (?:in|on) (?:the|our|their) (?:sales |buying |selling )?"
    r"(?:process|cycle|funnel|journey|ladder)|stage wise"
)
_WHERE = expression(
    r"(?:our |the )?(?:where|where (?:we|things) (?:are|stand)|where it stands|position|standing|state of play)"
)
_KINDS = (Heading, ListItem, Paragraph)
_LONGEST = 90


def find(material: Material) -> Field:
    """Return the stage of a label such as "Position in our cycle", "Where in the sales process"."""
    for statement in material.outline.statements:
        if ASKED.fullmatch(normalise(statement.name)):
            value = stage_of(statement.value.text, material.vocabulary) or situations.told(statement.value.text)
            own = stage_words.own(statement.value, value, material.vocabulary)
            if value and own is not None:
                return field(value, own, statement.surface)
    return _below(material)


def _below(material: Material) -> Field:
    """Return the stage that the text below a heading, a bold line or an item like "Where we are" tells in few words."""
    for above, block in pairwise(material.outline.document.blocks):
        if not isinstance(above, _KINDS) or not isinstance(block, (ListItem, Paragraph)):
            continue
        if above.quoted or not _WHERE.fullmatch(normalise(above.leaf.content)):
            continue
        answer = pieces.broken(block.leaf.text().passage, material.source.text)[:1]
        value = stage_words.told(answer[0].text, material.vocabulary) if answer else ""
        own = stage_words.own(answer[0], value, material.vocabulary) if value else None
        if own is not None and len(answer[0].text) <= _LONGEST:
            return field(value, own, "heading")
    return ABSENT
