"""Tells the stage of a sale from an answer in words: "comparing us with two others", "Angebot liegt vor".

It is asked only where a label asks how far the sale is ("Where we are", "Step: 3/6"). What is denied or lies ahead
says nothing ("no offer yet", "then a trial"). Of several stages the one furthest up the ladder is reached, unless
another is said to be under way or the phase.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterator

from advancelint import resources
from advancelint.expressions import expression
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material, field
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.vocabulary import LADDER
from advancelint.source import Span

_LONGEST = 200
_CLAUSE = expression(r"[,;.!?()]|\s[–—-]\s|\b(?:and|und|et|y|e|but|aber|mais|pero|mas)\b")
_OPEN = expression(
    r"\b(?:not|no|\w+n['’]t|nobody|none|never|without|until|before|next|then|want\w*|would|could|should|hop(?:e|ing)"
    r"|expect\w*|plan\w*|nicht|kein\w*|niemand|ohne|bis|vor d\w+|dann|danach|als nächstes|will|wollen|pas|aucune?|sans"
    r"|avant|puis|ensuite|veut|veulent|sin|antes|luego|después|quier\w+|não|sem|nenhum\w*|depois|quer\w*|nunca|jamais)\b"
)


_NOW = expression(
    r"\b(?:we|they|i|he|she|it)(?:['’](?:re|m|s)| are| am| is) (?:\w+ )?\w+ing\b|\b(?:running|under way|underway"
    r"|phase|stage|fase|étape|etapa|ongoing|läuft|laufen|en cours|en curso|em curso|em andamento)\b"
)


# "We are now agreeing terms", "Wir sind also beim Angebot": what goes on tells the stage.
_GOES_ON = expression(
    r"\b(?:[Ww]e|[Tt]hey|[Ii]t)(?:['’]re| are| is|['’]s) "
    r"(?:(?:still|now|only|currently|basically|just|also|mainly|both|busy|in what I['’]d call) ){0,3}"
    r"(\w+ing\b[^.;\n(]{0,50})"
    r"|\b(?:[Ww]ir sind|sind wir) (?:\w+ ){0,2}(?:beim?|in der|im|mitten in) ([^.;,\n]{3,40})"
    r"|\b(?:[Oo]n est|[Nn]ous sommes|[Ee]stamos) (?:\w+ ){0,2}(?:en|na|no|em|à) ([^.;,\n]{3,40})"
)


_DISCOVERY = expression(r"\bdiscovery(?=$| (?:call|meeting|session|visit|notes|script)\b| ?[:(|–—,])", re.IGNORECASE)
# "customer since 2021, now growing the account", "Existing customer for four years; this year is about growing"
_GROWN = expression(
    r"(?:(?:customer|client|cliente?) (?:since|for|desde|depuis)|Kunde seit|existing[ -](?:customer|client))\b"
    r"[^\n.]{0,40}"
    r"[.;,|(–—-][^\n.]{0,40}?\b(?:grow(?:ing|th)?|expan(?:d|ding|sion)|ausbauen|Ausbau|ampliar|ampliación|expansão"
    r"|développe[rz]?)\b",
    re.IGNORECASE,
)
_STEP = expression(r"step|stage wise|schritt|stufe|rung|étape|etapa", re.IGNORECASE)
_COUNTED = expression(r"\W{0,3}(\d{1,2}) ?(?:/|of|von|de|sur) ?(\d{1,2})\b")
_OPENLADDER, _LEAST, _MOST = 7, 4, 10  # of a sale that is not closed; and so many steps a house counts


def find(material: Material) -> Field:
    """Return the stage of a label that counts the steps of a sale: "Step: 3/6 show & prove"."""
    for statement in material.outline.statements:
        if _STEP.fullmatch(normalise(statement.name)) and _COUNTED.match(statement.value.text):
            line = statement.value.text.partition("\n")[0]
            return field(told(line), statement.value.cut(Span(0, len(line))), statement.surface)
    return ABSENT


def supposed(material: Material) -> Field:
    """Return the stage of a title's "discovery call", or of an account that grows an old customer."""
    title = material.outline.title
    called = _DISCOVERY.search(title.title) if title else None
    if title and called:
        return field("discover", title.words.cut(Span(*called.span())), "heading")
    grown = _GROWN.search(material.source.text) if material.kind == "account" else None
    return Field("expand", grown.group(), Span(*grown.span()), "text") if grown else ABSENT


def told(text: str) -> str:
    """Return the stage that an answer tells, by its words or its number ("3/6"), an id of the ladder; "" for none.

    Linear in its first words.
    """
    if "|" in text:
        return ""  # "discovery | evaluation" waits for a choice
    clauses = _CLAUSE.split(text[:_LONGEST].casefold())
    found = {stage for clause in clauses for stage in _stages(clause)}
    now = {stage for clause in clauses if _NOW.search(clause) for stage in _stages(clause)}
    counted = _COUNTED.match(text)
    number, of = (int(counted[1]), int(counted[2])) if counted else (0, 0)
    step = LADDER[-(-number * _OPENLADDER // of) - 1] if _LEAST <= of <= _MOST and 0 < number <= of else ""
    return next((rung for rung in reversed(LADDER) if rung in (now or found)), step)


def going_on(text: str) -> Iterator[str]:
    """Yield what a text says that is going on between the client and us."""
    for match in _GOES_ON.finditer(text):
        yield next(part for part in match.groups() if part).strip()


def under_way(words: str) -> str:
    """Return the stage that tells what is going on, as `going_on` yields it; "" for none, or for several."""
    found = _stages(words.casefold())
    return found.pop() if len(found) == 1 else ""


def _stages(clause: str) -> set[str]:
    if not clause.strip() or _OPEN.search(clause):
        return set()
    pattern, cues = _cues()
    return {cues[match.lastgroup or ""] for match in pattern.finditer(clause)}


@functools.cache
def _cues() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern with a group for each stage, and the stage of each group.

    Raises ResourceError where the list is missing or broken.
    """
    words: dict[str, list[str]] = {}
    for cue, stage in resources.rows(os.path.join(resources.folder("lexicon"), "en", "plan-stage-cues.tsv")):
        words.setdefault(stage, []).append(re.escape(cue.removesuffix("~")) + (r"\w*" if cue.endswith("~") else ""))
    groups = (rf"(?P<{stage}>{'|'.join(sorted(cues, key=len, reverse=True))})" for stage, cues in sorted(words.items()))
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!['’]?\w)"), {stage: stage for stage in words}
