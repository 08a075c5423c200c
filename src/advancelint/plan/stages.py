"""The stage of a plan: from front matter, labels, tags and status, in the words of any house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph
from advancelint.plan import named_stages, pieces, situations
from advancelint.plan.front import passage as scalar_passage
from advancelint.plan.front import scalars
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material, field, is_placeholder, stated_or_below
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.outline import Statement
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

_ARROW = expression(r"→|->|=>|➜")
_MOVING = expression(
    r"(?:moving|next|soon|going|heading|then|aim\w*|target|bald|dann|puis|luego|depois)\b", re.IGNORECASE
)
_WORD = expression(r"\w+")
_MOST_STAGE_WORDS, _LONGEST_STATUS = 5, 90
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
_PLACED = expression(
    r"(?:where(?: we are)?|position|step) (?:in|on) (?:the|our|their) (?:sales |buying |selling )?"
    r"(?:process|cycle|funnel|journey|ladder)|stage wise"
)
# "Stage in our process: 2 – Discovery", "fase atual: Proposta", "Stage after call: 2 -> 3 (Qualified)", "Currently: …"
_STATED = expression(
    r"(?:^|[|;,.(:] ?)(?:(?:present|current|sales|deal|our|opportunity|opp|pipeline) )?"
    r"(?:stage|phase|fase|étape|etapa|estágio|where(?: we are| it stands| it['’]s at)?"
    rf"|{_PLACED.pattern})"
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
_POINTED = expression(r"([^→➜>]{2,40}?) ?(?:👈|⬅\ufe0f?|\((?:we are |you are |wir sind )?(?:here|hier)\))")
_TOP = 12  # a quote so near the top holds what the plan is about
_MARKUP = expression(r"[*_`]{1,3}")
_TAG = expression(r"(?:^|\s)#?stage/([\w-]+)", re.IGNORECASE)
_TAGGED_LINE = expression(
    r"^(?:#[\w/-]{1,40}[ \t]+){0,9}#stage/(?P<name>[\w-]{1,40})(?=[ \t]|$)", re.IGNORECASE | re.MULTILINE
)


def stage(material: Material, in_call: frozenset[int]) -> Field:
    """Return the stage: front matter, a label, a tag, a status; ``in_call`` are the sections of calls."""
    vocabulary = material.vocabulary
    scalar = material.front.scalar("stage")
    if scalar and not is_placeholder(scalar.text, vocabulary):
        value = stage_of(scalar.text, vocabulary) or stage_within(scalar.text, vocabulary)
        value = value or situations.told(scalar.text)
        return field(value, scalar_passage(material.source, scalar), "front-matter")
    for statement in stated_or_below(material, "stage", "status"):
        called = statement.section in in_call and not (statement.plays("stage") and names_stage(statement.name))
        if called or material.outline.within(statement.section, "next-step", "people"):
            continue
        bar = statement.value.text.find(" | ")
        if bar > 0:
            statement = statement._replace(value=statement.value.cut(Span(0, bar)))
        lines = pieces.broken(statement.value, material.source.text)
        first = lines[0].text if lines else ""
        value = stage_of(first, vocabulary) or (len(lines) > 1 and stage_within(first, vocabulary)) or ""
        value = value or stage_of(statement.value.text, vocabulary)
        if not statement.plays("stage") and _is_standing(first, vocabulary):
            continue
        if not value and statement.plays("stage") and statement.surface not in {"heading", "item"}:
            value = stage_within(statement.value.text, vocabulary)
        if (not value or ", " in first) and (statement.plays("stage") or _is_of_all(material, statement)):
            value = situations.told(statement.value.text) or value  # "offer is out, negotiating the price"
        if value == "negotiate" and _VERBAL.search(statement.value.text):
            value = "close"  # "Verbal commit → Contracting": what is left is paper
        # A status or a phase is a stage only when its value is one.
        if value or (statement.plays("stage") and names_stage(statement.name)):
            return field(value, statement.value, statement.surface)
    tagged = tagged_stage(material)
    found = tagged if tagged.present else _placed(material)
    found = found if found.present else _front_status(material)
    found = found if found.present else situations.find(material)
    found = found if found.present else named_stages.find(material)
    found = found if found.present else _said(material)
    return found if found.present else situations.supposed(material)


def _placed(material: Material) -> Field:
    """Return the stage of a label such as "Position in our cycle", "Where in the sales process"."""
    for statement in material.outline.statements:
        if _PLACED.fullmatch(normalise(statement.name)):
            value = stage_of(statement.value.text, material.vocabulary) or situations.told(statement.value.text)
            if value:
                return field(value, statement.value, statement.surface)
    return ABSENT


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
        yield from (match[1].strip() for match in _POINTED.finditer(line))


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


def stage_of(text: str, vocabulary: Vocabulary) -> str:
    """Return the ladder's id, "won" or "lost" for a stage as written; "" where the words are no stage."""
    text = text.strip().partition("\n")[0]
    pointed = _POINTED.search(text)
    *before, last = (one.strip() for one in _ARROW.split(pointed[1] if pointed else text))
    if before and ("?" in last or _MOVING.match(last)):
        last = before[-1]  # "Discovery -> moving to Proposal"
    bare = last.partition("(")[0].strip()
    forms = [last, bare, bare.replace("-", " ").replace("_", " "), normalise(bare)]
    first, slash, _ = bare.partition(" / ")
    forms += [first] if slash else []
    for mark in (" - ", " — ", " – ", ": ", ". ", ", ", "; "):
        head, _, tail = bare.partition(mark)
        forms += [tail, head] if tail else []
    found = [stage for form in forms if (stage := vocabulary.stages.get(form.strip().casefold()))]
    return next((stage for stage in found if stage != found[0] == "expand"), found[0]) if found else ""  # "… – at risk"


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
