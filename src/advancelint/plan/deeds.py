"""Labels that say whose deeds stand below them: "What Corvo is to do", "Was der Kunde tun soll", "Buyer does".

People put them together anew in every plan, so it is the sentence that is known and not the label. The words of each
place in it are closed classes: question words, verbs of duty, verbs of doing. Only the party is free.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression

_LONGEST = 120
_WORD = r"[^\s,;:?()|]+"
_AN = r"(?:the|our|your|der|die|das|dem|den|unser\w*|le|la|el|o|a|ao|à|du|des|del|do|da|nuestro|nosso|notre)"
PARTY = rf"((?:{_AN} |l')?{_WORD}(?: {_WORD}){{0,3}}?)"
_BEFORE = r"(?:[^?]{1,24}[:–—-] ?|[^?:]{3,30}, )?"  # "Q2: what …", "By the end, what …"
_AFTER = r"(?:[ ,(–—-].{0,60})?[?:]?$"
_WANT = (
    r"(?:want(?:ed)?|need(?:ed)?|expect(?:ed)?|hoped?(?: for)?|(?:would )?like|would have liked|ask(?:ed)?|get|got)"
    r"(?: of| from)?"
)
_DO = (
    r"(?:do|have done|decide|agree(?: to)?|commit(?: to)?|give(?: us)?|promise|say(?: yes to)?|sign(?: off)?|bring"
    r"|deliver)\b"
)
_DUTY = r"(?:(?:is|are|was|were|has|have|had|needs?|needed|ought) to|should(?: have)?|must|shall|will|would)"
_TUN = r"(?:tun|machen|leisten|liefern|entscheiden|zusagen|erledigen|beitragen)"
_SOLL = r"(?:soll\w*|muss|müsste|musste|wird|hat)"
_DOIT = r"(?:doit|devrait|devait|doivent|aura à|a à|va)"
_FAIRE = r"(?:faire|décider|donner|fournir)"
_ATTENDONS = r"(?:voulons|veut|veux|voudrais|attends?|attendons)"
_DEBE = r"(?:(?:tiene|tendría|tenía|tienen|ha|há) (?:que|de)|debe|debía|debería|deben)"
_DEVE = r"(?:(?:tem|tinha|teria|têm|há) (?:que|de)|deve|devia|deveria|devem|precisa(?: de)?)"
# "What we want the mill to do", "What Corvo is to do", "What should they do": in each the party is the one group.
_ASKED = (
    rf"(?:what|which \w+) (?:do |did )?(?:we|i)(?: |'d ){_WANT} {PARTY} to {_DO}",
    rf"(?:what|which \w+) {PARTY} {_DUTY} {_DO}",
    rf"what (?:is|are|was|were) {PARTY} to {_DO}",
    rf"what (?:does|do|did) {PARTY} (?:have|need) to {_DO}",
    rf"what (?:should|must|shall|will) {PARTY} {_DO}",
    rf"was {PARTY}(?: \S+){{0,8}} {_TUN} {_SOLL}\b",
    rf"was {_SOLL} {PARTY}(?: \S+){{0,6}} (?:zu )?{_TUN}\b",
    rf"(?:ce )?(?:que|qu'est-ce que) {PARTY} {_DOIT} {_FAIRE}\b",
    rf"que {_DOIT} {_FAIRE} {PARTY}",
    rf"ce que (?:nous |on |je |j'){_ATTENDONS} (?:que |de |du |des |qu'){PARTY}(?: fasse\b)?",
    rf"(?:lo )?qu[eé] {_DEBE} hacer {PARTY}",
    rf"(?:lo )?qu[eé] {PARTY} {_DEBE} hacer\b",
    rf"(?:lo )?qu[eé] (?:queremos|quiero|esperamos) que (?:haga {PARTY}|{PARTY} haga\b)",
    rf"o que {_DEVE} fazer {PARTY}",
    rf"o que {PARTY} {_DEVE} fazer\b",
    rf"o que (?:queremos|quero|esperamos) que (?:faça {PARTY}|{PARTY} faça\b)",
    rf"was (?:wir|ich) von {PARTY} (?:wollen|will|möchten?|erwarten?|brauchen?|erbitten?)\b",
    rf"(?:ce )?qu(?:'on|e nous|e je|e l'on) (?:demandons|demande|demander|demanderai|demandera) (?:à|au|aux) {PARTY}",
    rf"(?:lo )?qu[eé] (?:le |les )?(?:pedimos|pido|pedir|pedirle|pediremos|queremos|esperamos) (?:a|al|de|del) {PARTY}",
    rf"o que (?:lhe |lhes )?(?:pedimos|peço|pedir|pediremos|queremos|esperamos) (?:a|ao|aos|à|de|do|da|dos) {PARTY}",
)
_IS_ASKED = expression(rf"{_BEFORE}(?:{'|'.join(_ASKED)}){_AFTER}")
_QUESTION = expression(r"\b(?:what|which|was|que|qu'|qué|ce|lo)\b")
_DOES = (
    r"(?:does|do|will do|to do|did|actions?|tasks?|commits?(?: to)?|commitments?|responsibilit(?:y|ies)|deliverables?"
    r"|steps?|to-?dos?|activit(?:y|ies)|macht|machen|tut|tun|liefert|liefern|aufgaben?|schritte?|beitrag|leistet"
    r"|leisten|fait|font|faisons|livre|fournit|hace|hacen|hacemos|aporta|entrega|faz|fazem|fazemos)"
)
_TASKS = r"(?:actions?|tâches?|acciones|acción|tareas?|ações|ação|tarefas?|aufgaben?)"
_DONE_BY = expression(
    rf"(?:(?:what|was|ce que|lo que|qué|o que) )?{PARTY} {_DOES}$"
    rf"|{_TASKS} (?:(?:of|for|de) )?{PARTY}$"
    rf"|(?:(?:lo )?que|qué|o que) (?:hace|hacen|faz|fazem) {PARTY}$"
)
ARTICLE = expression(_AN)
_NUMBER = expression(r"\A(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[a-h]\)) ")
_LED_BY_ARTICLE = expression(rf"\A(?:{_AN} |l')(?=.)")
# Who is asked for nothing here: ourselves, everybody, and what only asks.
NOBODY = expression(
    r"\b(?:we|i|us|our|you|it|this|that|there|to|be|who|every\w+|all|each|happen\w*|team|next|wir|ich|uns|man|nous|je"
    r"|on|nosotros|yo|eu|nós)\b"
)


def asked_of(label: str) -> str:
    """Return the party of which a label asks a deed, "corvo" in "What Corvo is to do and by when"; "" for none.

    The party is case-folded and without its article; ourselves are none. Linear in the label, which may be any text.
    """
    if not label or len(label) > _LONGEST:
        return ""
    text = folded(label)
    party = party_in(_IS_ASKED.match(text)) if _QUESTION.search(text) else ""
    return "" if NOBODY.search(party) else party


def done_by(head: str) -> str:
    """Return the party whose deeds a column holds by its head, "buyer" in "Buyer does"; "" where it names none."""
    return party_in(_DONE_BY.match(folded(head))) if len(head) <= _LONGEST else ""


def folded(text: str) -> str:
    """Return a label as the grammar takes it: no case, one blank between words, no marks or number around it."""
    bare = " ".join(text.replace("’", "'").casefold().split()).strip(" *_#¿?:.")
    return _NUMBER.sub("", bare, count=1)


def party_in(match: re.Match[str] | None) -> str:
    """Return the party that a match of one `PARTY` of several found, without its article; "" where nothing matched."""
    found = next(filter(None, match.groups()), "") if match else ""
    return _LED_BY_ARTICLE.sub("", found, count=1).removesuffix("'s")
