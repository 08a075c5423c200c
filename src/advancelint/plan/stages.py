"""The stage of a plan: from front matter, labels, tags and status, in the words of any house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph
from advancelint.plan import named_stages, pieces, situations, stage_places, stage_tables, stage_words, weighed_stage
from advancelint.plan.front import passage as scalar_passage
from advancelint.plan.front_entries import scalars
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material, field, is_placeholder, stated_or_below
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.outline import Statement
from advancelint.plan.stage_words import stage_of, stage_within
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

_WORD = expression(r"\w+")
_LONGEST_STATUS = 90
_LIGHT = r"(?:basically |still |now |only |firmly |really |just )*"
_VALUE = r"(?P<words>[^\W\d_]+(?:[ /-][^\W\d_]+){0,2})(?!['’])\b"
_SAID = expression(
    r"\b(?:(?:[Ww]e(?:'re|’re| are)|[Ii]t(?:'s|’s| is)|[Tt]h(?:is|e (?:deal|opportunity|opp)) is"
    rf"|[Tt]hey(?:'re|’re| are)|(?:renewal|contract|deal|extension|offer|bid) is|sits?|stand|stuck|parked|[Ss]till)"
    rf" {_LIGHT}(?:in|at) (?:the )?"
    r"|(?:Verlängerung|Vertrag|Angebot|Projekt|Ausschreibung) ist (?:[a-zäöü]+ )?in (?:der )?"
    r"|[Ss]till (?:(?:very )?early ?[/,–-] ?)(?:in )?"
    r"|I'd call (?:it|that|this) "
    r"|[Ww]ir (?:sind|stehen|befinden uns) (?:[a-zäöü]+ ){0,2}in der (?:Phase )?"
    rf"|[Oo]n est (?:encore )?en (?:phase de )?|[Ee]stamos e[nm] (?:fase de )?){_VALUE}"
)
# "now at the proposal stage": what stands before "stage" is the stage, once something says that it is reached.
_REACHED = expression(
    r"\b(?:[Nn]ow|[Cc]urrently|[Ss]till|(?:has |have )?(?:moved|gone) (?:on )?to|(?:has |have )?reached) "
    rf"{_LIGHT}(?:in |at )?"
    r"(?:the )?(?P<words>[^\W\d_]+(?: [^\W\d_]+)?) (?:stage|phase)\b"
)
# "Stage in our process: 2 – Discovery", "fase atual: Proposta", "Stage after call: 2 -> 3 (Qualified)", "Currently: …"
_STATED = expression(
    r"(?:^|[|;,.(:] ?)(?:(?:present|current|sales|deal|our|opportunity|opp|pipeline) )?"
    r"(?:stage|phase|fase|étape|etapa|estágio|where(?: we are| it stands| it['’]s at)?"
    rf"|{stage_places.ASKED.pattern})"
    r"(?: ?\([^()\n]{4,80}\))?"
    r"(?: (?:in our process|do funil|del embudo|after (?:the |this )?call|now|today|atual|actual|actuelle))?"
    rf"(?: ?[:=–—] ?| - | is {_LIGHT}| \d{{1,2}} ?[,:(–-] ?)(?:(?:\d ?(?:->|→) ?)?\d ?[-–.)(] ?)?{_VALUE}"
    rf"|(?<=[.;] )status ?[:=–—] ?(?P<state>[^\W\d_]+)|^status ?[:=] ?(?P<ing>[^\W\d_]{{3,}}ing)\b"
    r"|(?:^|(?<=[.;] ))currently ?: ?(?P<now>[^\W\d_]+(?: [^\W\d_]+){0,2})\b"
    rf"|(?:^|[|;,.(:] ?)phase d(?:e |')(?P<fr>[^\W\d_]+)",
    re.IGNORECASE,
)
# "CRM: Negotiation", "Stage in the system says Expand", "it is at Qualified in the CRM", "STAGE Proposal    VALUE 90k"
_SYSTEM = (
    rf"(?:(?:the|your|our) )?(?i:{named_stages.PROGRAMS}|funnel|pipeline|(?<=the )system"
    r"|(?<=our )system)"
)
_STEP = r"[\"“„]?(?:\d{1,2} ?[-–.)]? ?)?"
_KEPT = expression(
    rf"(?:\b{_SYSTEM}(?: (?:stage|phase))?(?: ?[:=–] ?| - | says (?:it['’]s |it is )?(?:in |at )?"
    rf"| has (?:it|this|them|us) (?:in|at|as) |(?<=stage) ){_STEP}"
    rf"|\b[Ii]n {_SYSTEM},? (?:it|this|we)(?:['’]s|['’]re| is| are) (?:still )?(?:in|at) {_STEP}"
    rf"|^\s*(?:STAGE|PHASE|FASE|ÉTAPE|ETAPA|[Ss]tage(?: {{2,}}|\t)) *{_STEP}"
    rf"|\b[Ss]tage (?:as of|on|since) [\d./ -]{{3,10}}: ?{_STEP}|<!--.{{0,60}}\bstage ?(?:->|→|:) ?{_STEP}"
    rf"|\b(?:phase|stage|fase|étape|etapa) (?=[A-ZÀ-Þ])){_VALUE}"
    rf"|\b(?:is|it['’]s|sits|stands) (?:still )?(?:in|at) {_STEP}(?P<in>[^\W\d_]+(?: [^\W\d_]+)?)[\"”]? in {_SYSTEM}",
    re.MULTILINE,
)
_NAMED = expression(
    rf"stage|{named_stages.PROGRAMS}|funnel|pipeline|system|"
    r"position in|step on|status|currently|phase|fase|étape|etapa|estágio|where|[👈⬅]|here\)|hier\)",
    re.IGNORECASE,
)
_VERBAL = expression(
    r"\b(?:verbal|mündlich\w*|oral\w*)\b(?! */).{0,80}\b(?:contract|paper|signing|vertrag|unterschrift)", re.IGNORECASE
)
_HAGGLED = expression(r"\b(?:haggl\w+|bargaining|feilsch\w+|marchander|marchandage|regate\w+)\b")
_FORMER = expression(r"\b(?:before|previous|prior|former|last|vorher|bisher|avant|antes|anterior)\b", re.IGNORECASE)
_TOP = 12  # a quote so near the top holds what the plan is about
_MARKUP = expression(r"[*_`]{1,3}")
_CHOSEN = expression(r"(?:\*\*|__|\[[xX]\] ?|[☑✅👉]\ufe0f? ?)([^*_\[\]☐☑✅>|→/\n]{3,30}?) *(?=[*_\[☐☑✅>|→/\n]|$)")
_LONGEST_LADDER = 400
_CHAIN = expression(r" *(?:[>|→/,]|->|\[.\]|[☐☑✅👉]) *")
_TAG = expression(r"(?:^|\s)#?stage/([\w-]+)", re.IGNORECASE)
_TAGGED_LINE = expression(
    r"^(?:[-*+ \t]{0,4}tags?\W{1,5})?(?:#[\w/-]{1,40}[ \t,]+){0,9}#stage[/:](?P<name>[\w-]{1,40})(?=[ \t,]|$)",
    re.IGNORECASE | re.MULTILINE,
)


def stage(material: Material, in_call: frozenset[int]) -> Field:
    """Return the stage, stated or most likely named; ``in_call`` are the sections of calls."""
    found = stated(material, in_call)
    return found if found.present else weighed_stage.find(material)


def stated(material: Material, in_call: frozenset[int]) -> Field:
    """Return the stage that rules find: front matter, a label, a tag, a status; ``in_call`` are the sections of calls.

    What kind of plan a document is is asked of this one alone: whether a name is likely the stage of a sale is weighed
    by the words of a sentence, which would let any sentence change the kind.
    """
    vocabulary = material.vocabulary
    fronted = _fronted(material)
    if fronted.present:
        return fronted
    for statement in stated_or_below(material, "stage", "status"):
        called = statement.section in in_call and not (statement.plays("stage") and names_stage(statement.name))
        if called or material.outline.within(statement.section, "next-step", "people"):
            continue
        if _FORMER.search(statement.name):
            continue
        bar = statement.value.text.find(" | ")
        if bar > 0:
            statement = statement._replace(value=statement.value.cut(Span(0, bar)))
        value = _answered(material, statement)
        # A status or a phase is a stage only when its value is one.
        if value or (statement.plays("stage") and names_stage(statement.name)):
            own = stage_words.own(statement.value, value, vocabulary)
            if own is not None:
                return field(value, own, statement.surface)
    elsewhere = (
        tagged_stage, stage_places.find, _front_status, situations.find, stage_tables.find, named_stages.find, _said,
        situations.supposed,
    )  # fmt: skip
    return next((found for found in (find(material) for find in elsewhere) if found.present), ABSENT)


def _answered(material: Material, statement: Statement) -> str:
    """Return the stage that the value of a label names or tells in words; "" for none."""
    vocabulary, lines = material.vocabulary, pieces.broken(statement.value, material.source.text)
    first = lines[0].text if lines else ""
    if not statement.plays("stage") and _is_standing(first, vocabulary):
        return ""
    value = (
        _chosen(material, statement)
        or stage_of(first, vocabulary)
        or (len(lines) > 1 and stage_within(first, vocabulary))
        or ""
    )
    value = value or stage_of(statement.value.text, vocabulary)
    if not value and statement.plays("stage") and statement.surface not in {"heading", "item"}:
        value = stage_within(statement.value.text, vocabulary)
    led = stage_of(first.partition(", ")[0], vocabulary)  # "evaluating, robot against contract cleaners"
    if (not value or (", " in first and not led)) and (statement.plays("stage") or _is_of_all(material, statement)):
        value = situations.told(statement.value.text) or value  # "offer is out, negotiating the price"
    # "Verbal commit → Contracting": what is left is paper
    haggled = _HAGGLED.search(statement.value.text)
    if haggled and value in {"negotiate", "close"}:
        return "negotiate"  # "verbal yes, haggling over delivery"
    return "close" if value == "negotiate" and _VERBAL.search(statement.value.text) else value


def _chosen(material: Material, statement: Statement) -> str:
    """Return the one of several stages that is set off: "engage > **discover** > align", "[ ] Engage [x] Discover"."""
    start, end = statement.value.source_span(Span(0, len(statement.value.text)))
    if end - start > _LONGEST_LADDER:
        return ""
    chosen = [stage_of(match[1], material.vocabulary) for match in _CHOSEN.finditer(material.source.text[start:end])]
    named = sum(bool(stage_of(part, material.vocabulary)) for part in _CHAIN.split(statement.value.text))
    return chosen[0] if len(chosen) == 1 and named > 1 else ""


def _fronted(material: Material) -> Field:
    scalar = material.front.scalar("stage")
    if not scalar or is_placeholder(scalar.text, material.vocabulary):
        return ABSENT
    value = stage_words.told(scalar.text, material.vocabulary)
    return field(value, scalar_passage(material.source, scalar), "front-matter")


def _is_of_all(material: Material, statement: Statement) -> bool:
    """Say whether a short status stands at the top, and so is that of the sale and not of one thing of many."""
    top = material.outline.sections[statement.section].level <= 1
    return top and statement.surface not in {"heading", "item"} and len(statement.value.text) <= _LONGEST_STATUS


def _said(material: Material) -> Field:
    """Return the stage that a sentence states: "We're basically in proposal", "now at the proposal stage"."""
    named = _NAMED.search(material.source.text) is not None
    for block in material.outline.document.blocks:
        boxed = block.quoted == 1 and block.lines.first <= _TOP
        if (block.quoted and not boxed) or not isinstance(block, (Paragraph, ListItem)):
            continue
        content = _MARKUP.sub("", block.leaf.content)
        for words in _told(content, boxed=boxed, named=named):
            value = _first_stage(words, material.vocabulary) or situations.under_way(words)
            passage = block.leaf.text().passage
            at = passage.text.find(words) if value else -1
            if at >= 0:
                return field(value, passage.cut(Span(at, at + len(words))), "text")
    return ABSENT


def _told(content: str, *, boxed: bool, named: bool) -> Iterator[str]:
    """Yield the words of a text that stand where a stage would be stated; in a box only beside a word for it."""
    if not boxed:
        yield from (match["words"].strip() for match in _SAID.finditer(content))
        yield from situations.going_on(content)
    if not named or not _NAMED.search(content):
        return  # most texts
    if not boxed:
        yield from (match["words"].strip() for match in _REACHED.finditer(content))
        yield from ((match["words"] or match["in"]).strip() for match in _KEPT.finditer(content))
    for line in content.split("\n"):
        yield from (next(filter(None, match.groups())).strip() for match in _STATED.finditer(line))
        yield from (match[1].strip() for match in stage_words.POINTED.finditer(line))


def _first_stage(text: str, vocabulary: Vocabulary) -> str:
    """Return the stage that the first words of a text name, the longest name first; "" for none."""
    words = _WORD.findall(text)
    names = (" ".join(words[:count]).casefold() for count in range(min(3, len(words)), 0, -1))
    return next((vocabulary.stages[name] for name in names if name in vocabulary.stages), "")


def names_stage(label: str) -> bool:
    """Say whether a label can mean nothing but the stage of a sale, so that an unknown value is an unknown stage."""
    return any(word in normalise(label) for word in ("stage", "verkaufsphase", "vertriebsphase", "étape de vente"))


def tagged_stage(material: Material) -> Field:
    """Return the stage that a tag of the front matter, or of a line of tags, states: "stage/discovery"."""
    for _, value in material.front.values("tags"):
        for scalar in scalars(value):
            match = _TAG.search(scalar.text)
            if match:
                words = scalar_passage(material.source, scalar).cut(Span(*match.span(1)))
                return field(stage_of(match[1], material.vocabulary), words, "front-matter")
    line = _TAGGED_LINE.search(material.source.text)
    told = stage_of(line["name"], material.vocabulary) if line else ""
    return Field(told, line["name"], Span(*line.span("name")), "text") if line and told else ABSENT


def _front_status(material: Material) -> Field:
    scalar = material.front.scalar("status")
    stated = scalar is not None and not _is_standing(scalar.text, material.vocabulary)
    value = stage_of(scalar.text, material.vocabulary) if scalar and stated else ""
    return field(value, scalar_passage(material.source, scalar), "front-matter") if scalar and value else ABSENT


def _is_standing(status: str, vocabulary: Vocabulary) -> bool:
    """Say whether a status tells of the client's books and of no sale: "active", "prospect"."""
    return normalise(status) in vocabulary.words["standing"]
