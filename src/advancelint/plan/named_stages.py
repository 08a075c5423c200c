"""Finds the name of a stage that a line gives beside a word for where a sale stands, or among the facts at the top.

"CRM moved to “Technical validation”", "Stage stays at Discovery till the 3rd", "190k | close 30 Sep | Proposal out".
A name counts whole, with its number or chance ("Negotiation (80%)", "3 – Proposal"): words among others are none.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from advancelint.expressions import expression
from advancelint.markdown import Heading, ListItem, Paragraph
from advancelint.plan import pieces
from advancelint.plan.material import Material, field
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

PROGRAMS = "crm|salesforce|sfdc|hubspot|dynamics|pipedrive|zoho"  # that hold sales; a part of patterns
# A closed class: what houses call the ladder and a sale on it, and the programs that hold them.
_LADDER = expression(
    rf"\b(?:stages?|phase|fase|étape|etapa|estágio|stade|stand|pipeline|funnel|position|{PROGRAMS}"
    r"|systems?|sistema|système|opp|opportunity|deal|method(?:ology)?)\b|\bwhere\b[^.:\n]{0,30}:",
    re.IGNORECASE,
)
_QUOTED = expression(r"[\"“„«*_`]{1,3}([^\"“”„«»*_`\n]{3,40})[\"”“»*_`]")
# "we've been on “Proposal” since August", "Priya says "Discovery"": a name in quotes needs no word for the ladder.
_CALLED = expression(r"\b(?:at|on|in|as|says|say|calls|calling|called) [\"“„]([^\"“”„\n]{3,40})[\"”“]", re.IGNORECASE)
# What stands before a name: "Stage stays at Discovery", "moved from Discovery to Evaluation", "funnel: 3 – Proposal".
_LED = expression(
    r"(?::|=|(?<!\w)(?:at|in|on|as|under|(?<!moving )(?<!going )(?<!heading )to|says|calls|calling|still|now|is|auf"
    r"|bei|en|em|à|dans)(?!\w)| {2})"
    r" *(?:(?:the|still|now|in|at) ){0,2}(?=([^\W_a-zß-öø-ÿ][^.,;:|\n]{2,60}|(?<=[:=] )[^\W_][^.,;:|\n]{2,60}))"
)
# Behind a name something else begins: "Discovery till the 3rd".
_ENDS = expression(r" (?:till|until|since|and|but|again|stage|phase|although|though|seit|bis|depuis|desde)\b")
# "Moved to DISCOVER in CRM same day"
_MOVED_TO = expression(
    r"\b(?:moved|advanced|put|set|updated)(?: it| this| the (?:opp|deal))?,? (?:to|on|as)"
    rf" (?P<name>[^\W\d_]+(?: [^\W\d_]+)?) in (?:the )?(?:{PROGRAMS}|system|pipeline)\b",
    re.IGNORECASE,
)
_FORMER = expression(r"\((?:was|formerly|from|war|era|était|avant)\b[^()]{1,80}\)")  # "discovery (was: prospect)"
_BARE = expression(r"^[\W\d_]*(.*?)(?: *[-–—:,(]? *~?\d{1,3} ?%?\)?)?[\W_]*$", re.DOTALL)
_CHANCE = expression(r"[^\W\d_][^\d%.,;:]{2,30}\d{1,3} ?%\W*")  # "Negotiating – 70 %"
_INSIDE = expression(r"\(([^()]{3,30})\)")
# "Sales stage ..... 2 - Discovery", "Stage I'd say evaluating", "`stage = align`", "Status → first contact": what may
# stand between the label and the name is a closed class, and a mark or the end of the line stands behind the name.
_TITLE = expression(
    rf"(?:^|(?<=[-*+•·>|`.;,:/(\[–—] )|(?<=[(\[`*_|]))(?P<label>(?:(?!the\b|a\b|no\b|which\b)[^\W\d_]{{2,12}} ){{0,2}}"
    rf"(?:stage|phase|fase|étape|etapa|estágio|verkaufsphase|status|current|gate|lifecycle|funnel|pipeline"
    rf"|motion|(?<![^\W\d_] )we(?: a|['’])re (?:at|in)(?= ?:)"
    rf"|(?<![^\W\d_] )(?:stg|st|step)(?= ?:)|where(?: we(?: are| stand)| it (?:is|stands)| at)|standing(?= at\b)"
    rf"|{PROGRAMS})\b)",
    re.IGNORECASE | re.MULTILINE,
)
_BETWEEN = expression(
    r"(?:[\s:=>→➜.·*_`|\[\"“„–—-]|(?<!\w)(?:\([^()]{2,30}\)"
    r"|(?:of|in|on|at|to|as|the|our|my|this|is|it|still|now|stays|says|moved|remains|put|call|say|today|sale"
    r"|system|sheet|list|enquiry|crm|CRM|please|leave|stage|date"
    r"|I(?:['’]d|['’]ve| would)?|ist|noch|bei|jetzt|bleibt|heute|est|encore|reste|está|sigue|aún"
    r"|ainda|continua|hoy|hoje|em|en)(?!\w)))*"
)
_MOVED = expression(  # "Engage -> Discover", "goes from discover to **align**"
    r"[^\W\d_]+(?:[ -][^\W\d_]+){0,2} *(?:->|→|➜|=>) *|(?:(?:goes|went|up) )?from [^\W\d_]+ to [*_`]*"
)
_NUMBER = expression(r"(?:[SL]?\d{1,2}|[IVX]{1,4})(?:[ .):–—-]{1,3}|\b\s)(?:\()?")
# "Shortlist / BAFO", "Renewal – Negotiating": of two the last one counts
_OTHER = expression(r"(?: ?/ ?| [-–—] )[^\W\d_]+(?:[ -][^\W\d_]+){0,2}")
_NAME = expression(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3}")
_BOUND = expression(r"[\"”“*_`\])|]{0,3}(?: *$| {2,}|\t|[.,;:()\[\]|/\\]| [(–—|/+-]|,? (?:and|but|since|till|until)\b)")
# "Engage stage, then", "negotiation phase, offer v3": the name stands in front, and both open a line or a sentence.
_BEFORE = expression(
    r"(?:^[\W\d_]*|[.;] |\b(?:at|in) (?:the )?)(?P<name>[^\W\d_]+(?: [^\W\d_]+)?) (?:stage|phase)(?=[.,;:)]| *$)"
)
_PARTS = expression(r"/| [-–—] ")
_BAR = expression(r"\s[|·•]\s")
_OF_ELSE = expression(r"[^\W\d_][^\W_]*(?: [^\W_]+){0,2} ?:\s")
_KINDS = (Heading, ListItem, Paragraph)
_HEADED = expression(r"\bstage ?[:=]", re.IGNORECASE)
_NEAR, _TOP, _LONGEST = 80, 12, 1_500
_FEWEST_FACTS, _MOST_WORDS = 3, 6


def find(material: Material) -> Field:
    """Return the stage that a line names beside a word for where a sale stands, or the facts at the top; or ABSENT."""
    for statement in material.outline.statements:
        if statement.surface == "row" and _LADDER.search(statement.name):
            told = _stage(statement.value.text.partition(",")[0], material.vocabulary)
            if told:
                return field(told, statement.value, statement.surface)
    other = of_no_sale(material.vocabulary)
    for block in material.outline.document.blocks:
        if not isinstance(block, _KINDS) or block.quoted or len(block.leaf.content) > _LONGEST:
            continue
        if isinstance(block, Heading) and not _HEADED.search(block.leaf.content):
            continue  # "Phase 2: evaluation" of a path that lies ahead
        content, top = block.leaf.content, block.lines.first <= _TOP
        listed = top and ("%" in content or _BAR.search(content))
        if not listed and not any(sign.search(content) for sign in (_LADDER, _TITLE, _CALLED)):
            continue  # most of them
        for line in pieces.broken(block.leaf.text().passage, material.source.text):
            names = _names(line.text, other, top=top)
            named = ((_stage(text, material.vocabulary), Span(at, at + len(text))) for text, at in names)
            found = [one for one in named if one[0]]
            if found:
                told, span = found[-1]  # "from Discovery to Evaluation"
                same = (one for stage, one in found if stage == told and one.start == span.start)
                return field(told, line.cut(min(same)), "text")  # "negotiating" of "negotiating - redlines back"
    return ABSENT


def of_no_sale(vocabulary: Vocabulary) -> set[str]:
    """Return what a status tells that is no stage of a sale: where the client stands in our books, how work goes on."""
    return {name for which in ("standing", "open-status", "done") for name in vocabulary.words[which]}


def _names(text: str, other: Container[str], *, top: bool) -> Iterator[tuple[str, int]]:
    """Yield what may be the name of a stage, and where it begins in ``text``."""
    text = _FORMER.sub(lambda match: " " * len(match[0]), text)
    for word in _LADDER.finditer(text):
        near = text[: word.end() + _NEAR]
        quoted = _QUOTED.finditer(near, max(0, word.start() - _NEAR))
        yield from ((match[1], match.start(1)) for match in quoted)
        for match in _LED.finditer(near, word.end() - 1):
            end = _ENDS.search(match[1])
            yield match[1][: end.start()] if end else match[1], match.start(1)
    yield from ((match[1], match.start(1)) for sign in (_CALLED, _MOVED_TO) for match in sign.finditer(text))
    yield from _titled(text, other)
    facts = _BAR.split(text)
    if top and (len(facts) >= _FEWEST_FACTS or _CHANCE.fullmatch(text)):
        for fact in facts:
            named = _LADDER.match(fact)
            if not named and _OF_ELSE.match(fact):
                continue  # "Support: Bram (delivery)"
            bare = fact[named.end() :].strip() if named else fact
            yield bare, text.index(fact) + len(fact) - len(bare)


def _titled(text: str, other: Container[str]) -> Iterator[tuple[str, int]]:
    """Yield the names that stand behind a label for a stage, the longest first, and those right in front of one."""
    for match in _TITLE.finditer(text):
        begin = _end(_MOVED, text, _end(_BETWEEN, text, match.end()))
        bare = _end(_NUMBER, text, begin)
        spaced = text[match.end() : begin] == " " and bare == begin and text[begin : begin + 1].islower()
        named = _NAME.match(text, bare) if not spaced else None  # "status reports" are of no sale
        words = named.group().split(" ") if named else []
        ends = [bare + len(" ".join(words[:count])) for count in range(len(words), 0, -1)]
        if match["label"].casefold().endswith("status") and words and words[0].casefold() in other:
            continue  # "Customer status: Active", "Status: open"
        for end in ends if words else ():
            joined = _end(_OTHER, text, end)
            yield from ((text[bare:stop], bare) for stop in (end, joined) if _BOUND.match(text, stop))
    yield from ((match["name"], match.start("name")) for match in _BEFORE.finditer(text))


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start


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
