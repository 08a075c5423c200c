"""Finds the name of a stage that a line gives beside a word for where a sale stands, or among the facts at the top.

"CRM moved to “Technical validation”", "Stage stays at Discovery till the 3rd", "190k | close 30 Sep | Proposal out".
A name counts whole, with its number or chance ("Negotiation (80%)", "3 – Proposal"): words among others are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph
from advancelint.plan import pieces
from advancelint.plan.material import Material, field
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

PROGRAMS = "crm|salesforce|sfdc|hubspot|dynamics|pipedrive|zoho"  # that hold sales; a part of patterns
# A closed class: what houses call the ladder and a sale on it, and the programs that hold them.
_LADDER = expression(
    rf"\b(?:stages?|phase|fase|étape|etapa|estágio|stade|stand|pipeline|funnel|position|{PROGRAMS}"
    r"|systems?|sistema|système|opp|opportunity|deal)\b|\bwhere\b[^.:\n]{0,30}:",
    re.IGNORECASE,
)
_QUOTED = expression(r"[\"“„«*_`]{1,3}([^\"“”„«»*_`\n]{3,40})[\"”“»*_`]")
# "we've been on “Proposal” since August", "Priya says "Discovery"": a name in quotes needs no word for the ladder.
_CALLED = expression(r"\b(?:at|on|in|as|says|say|calls|calling|called) [\"“„]([^\"“”„\n]{3,40})[\"”“]", re.IGNORECASE)
# What stands before a name: "Stage stays at Discovery", "moved from Discovery to Evaluation", "funnel: 3 – Proposal".
_LED = expression(
    r"(?::|=|(?<!\w)(?:at|in|on|as|(?<!moving )(?<!going )(?<!heading )to|says|calls|calling|still|now|is|auf|bei|en|em"
    r"|à|dans)(?!\w)| {2})"
    r" *(?:(?:the|still|now|in|at) ){0,2}(?=([^\W_a-zß-öø-ÿ][^.,;:|\n]{2,60}|(?<=[:=] )[^\W_][^.,;:|\n]{2,60}))"
)
# Behind a name something else begins: "Discovery till the 3rd".
_ENDS = expression(r" (?:till|until|since|and|but|again|stage|phase|although|though|seit|bis|depuis|desde)\b")
_BARE = expression(r"^[\W\d_]*(.*?)(?: *[-–—:,(]? *~?\d{1,3} ?%?\)?)?[\W_]*$", re.DOTALL)
_CHANCE = expression(r"[^\W\d_][^\d%.,;:]{2,30}\d{1,3} ?%\W*")  # "Negotiating – 70 %"
_INSIDE = expression(r"\(([^()]{3,30})\)")
_PARTS = expression(r"/| [-–—] ")
_BAR = expression(r"\s[|·•]\s")
_NEAR, _TOP, _LONGEST = 80, 12, 600
_FEWEST_FACTS, _MOST_WORDS = 3, 6


def find(material: Material) -> Field:
    """Return the stage that a line names beside a word for where a sale stands, or the facts at the top; or ABSENT."""
    for statement in material.outline.statements:
        if statement.surface == "row" and _LADDER.search(statement.name):
            told = _stage(statement.value.text.partition(",")[0], material.vocabulary)
            if told:
                return field(told, statement.value, statement.surface)
    for block in material.outline.document.blocks:
        if not isinstance(block, (ListItem, Paragraph)) or block.quoted or len(block.leaf.content) > _LONGEST:
            continue
        content, top = block.leaf.content, block.lines.first <= _TOP
        listed = top and ("%" in content or _BAR.search(content))
        if not listed and not _LADDER.search(content) and not _CALLED.search(content):
            continue  # most of them
        for line in pieces.broken(block.leaf.text().passage, material.source.text):
            named = (
                (_stage(text, material.vocabulary), Span(at, at + len(text))) for text, at in _names(line.text, top=top)
            )
            found = [one for one in named if one[0]]
            if found:
                told, span = found[-1]  # "from Discovery to Evaluation"
                return field(told, line.cut(span), "text")
    return ABSENT


def _names(text: str, *, top: bool) -> Iterator[tuple[str, int]]:
    """Yield what may be the name of a stage, and where it begins in ``text``."""
    for word in _LADDER.finditer(text):
        near = text[: word.end() + _NEAR]
        quoted = _QUOTED.finditer(near, max(0, word.start() - _NEAR))
        yield from ((match[1], match.start(1)) for match in quoted)
        for match in _LED.finditer(near, word.end() - 1):
            end = _ENDS.search(match[1])
            yield match[1][: end.start()] if end else match[1], match.start(1)
    yield from ((match[1], match.start(1)) for match in _CALLED.finditer(text))
    facts = _BAR.split(text)
    if top and (len(facts) >= _FEWEST_FACTS or _CHANCE.fullmatch(text)):
        for fact in facts:
            named = _LADDER.match(fact)
            bare = fact[named.end() :].strip() if named else fact
            yield bare, text.index(fact) + len(fact) - len(bare)


def _stage(text: str, vocabulary: Vocabulary) -> str:
    """Return the id of the stage that a text is the name of; "" where it is none.

    Of two names the last one counts, "Business case / proposal", and the one in a bracket, "just talking (engage)".
    """
    if text.count(" ") > _MOST_WORDS:
        return ""
    names = (_bare(part) for part in (*_INSIDE.findall(text), *reversed(_PARTS.split(text)), text))
    return next((vocabulary.stages[name] for name in names if name in vocabulary.stages), "")


def _bare(text: str) -> str:
    found = _BARE.match(text)
    return " ".join(found[1].casefold().split()) if found else ""
