"""Labels that are phrased as a question: "What Corvo is to do", "What is in it for Corvo", "Where we are"."""

from __future__ import annotations

import functools
import re

from advancelint.expressions import expression
from advancelint.plan.deeds import ARTICLE, NOBODY, PARTY, asked_of, folded, party_in

_LONGEST = 100
_GAIN = (
    r"(?:value|benefits?|results?|wins?|gains?|pay-?off|upside|return|worth|nutzen|kundennutzen|mehrwert|gewinn|vorteile?"
    r"|valeur|bénéfices?|gains?|intérêt|avantages?|valor|beneficios?|ventajas?|benefícios?|ganhos?|vantage(?:m|ns))"
)
_FOR = r"(?:for|to|für|pour|para)"
_GETS = r"(?:gains?|gets?|wins?|saves?|earns?)(?: out of (?:it|this|that)| from \S.{0,30}| by \S.{0,30})?"
_WOULD = r"(?:(?:would|will|could|can|stands? to|is to|hopes? to) )?"
# In each the party is the one group.
_GAINED = expression(
    rf"{_GAIN} {_FOR} {PARTY}$"
    rf"|what(?:'s| is| would be| was) in it for {PARTY}$"
    rf"|what (?:success|good|winning) (?:is|means|looks like|would be|would mean) (?:for|to) {PARTY}$"
    rf"|what (?:would|does|do|will|could|did) {PARTY} {_GETS}$"
    rf"|what {PARTY} {_WOULD}{_GETS}$"
    rf"|((?:the )?(?:he|she|they|client|customer|buyer)) {_WOULD}{_GETS}$"
    rf"|(?:(?:it|this|that|what) )?(?:would be|is|makes (?:it|this|that)) worth (?:it |while )?(?:to|for) {PARTY}$"
    rf"|why {PARTY} (?:does|is doing|would do|should do) this$"
    rf"|why {PARTY}(?:(?:'d| would| should| will)(?: (?:do|buy|want|sign)(?: (?:this|it))?)?| (?:buys?|does it))$"
    rf"|why (?:would|should|will) {PARTY} (?:buy|bother|do (?:this|it)|sign|say yes)\??$"
    rf"|(?:what (?:it|this) )?(?:would be|is|'d be) worth (?:it )?(?:to|for) {PARTY}$"
    rf"|was {PARTY} (?:davon hat|davon hätte|gewinnt|daran gewinnt|spart)$"
    rf"|was (?:hat|hätte|gewinnt|spart) {PARTY}(?: davon)?$"
    rf"|was es {PARTY} bringt$|was bringt es {PARTY}$"
    rf"|ce que {PARTY} (?:y gagne|gagne|y gagnerait)$|ce qu'y gagne {PARTY}$"
    rf"|(?:lo )?qu[eé] gana(?:ría)? {PARTY}$|(?:lo )?que {PARTY} gana$"
    rf"|o que {PARTY} (?:ganha|ganharia)$|o que ganha {PARTY}$"
)
# "Where we stand today", "Wo stehen wir", "Où en sommes-nous"
_WHERE = expression(
    r"(?:and )?where (?:(?:we|it|this|that|things|they|the (?:deal|sale|job))(?:'re| are|'s| is| stands?)?|are we"
    r"|is it)(?: now| today)?(?: at| in (?:the )?\w+)?(?: now| today)?(?: \(.*)?$|(?:current )?state of play$"
    r"|how far (?:we are|it is|along|are we|we've got)$|place in (?:the |their )?\w+ (?:cycle|process)$"
    r"|wo (?:wir|es) steh(?:en|t)$|wo stehen wir$|stand der dinge$|wie weit (?:sind wir|wir sind)$"
    r"|où (?:en )?(?:est-on|sommes-nous|on en est|nous en sommes)$|(?:en qué (?:punto|fase)|dónde) estamos$"
    r"|onde estamos$|em que (?:ponto|pé|fase) estamos$"
)
# "Where we want to be at year end", "Wo wir hinwollen"
_WHITHER = expression(
    r"where (?:we|i|this|the (?:account|deal)) (?:(?:wants?|needs?|hopes?|aims?|would like) to (?:be|get|go|stand)"
    r"|(?:should|could|must) (?:be|get|stand))\b"
    r"|wo wir (?:hin ?wollen|stehen wollen)$|wo wollen wir (?:hin|stehen)\b"
    r"|où (?:(?:nous|on) (?:voulons|veut|voudrait|voulait)|voulons-nous) (?:être|aller|arriver|en être)\b"
    r"|(?:a )?d[oó]nde queremos (?:estar|llegar|ir)\b|a?onde queremos (?:estar|chegar|ir)\b"
)
# "Qué buscábamos", "Ce que nous voulions obtenir", "Was wir wollten", "What we were after"
_SOUGHT = expression(
    r"(?:what (?:we|i) (?:were after|was after|went (?:in )?for|wanted|came for|hoped for|set out to get)"
    r"|was (?:wir|ich) (?:wollten?|erreichen wollten?|vorhatten?)|was wollten wir"
    r"|was (?:will|wollen|wollte|möchten?) (?:ich|wir) (?:(?:dort|damit|heute) )?(?:erreichen|mitnehmen|bekommen)\??"
    r"|ce que (?:nous (?:voulions|cherchions|visions)|je (?:voulais|cherchais|visais)|on (?:voulait|cherchait|visait))"
    r"(?: obtenir)?|(?:lo )?qu[eé] (?:buscábamos|buscaba|queríamos|quería|pretendíamos)(?: conseguir)?"
    r"|o que (?:procurávamos|procurava|queríamos|queria|pretendíamos)(?: conseguir)?)$"
)
# "Objective of the next meeting (18 December)", "Objectif du prochain rendez-vous", "Ziel für den Termin am 18.12.",
# "This call's objectives", "Goal beforehand"
_CALL_GOAL = expression(
    r"(?:(?:this |the )?(?:call|meeting|visit|hour|day|(?:mon|tues|wednes|thurs|fri)day)'s|(?:today|tomorrow)'s)"
    r" (?:goals?|objectives?|aims?)$"
    r"|(?:(?:our|the) )?(?:goals?|objectives?|aims?)"
    r" (?:beforehand|before(?: the (?:call|meeting|visit))?|going in|(?:(?:we|i) )?(?:had )?set(?: beforehand)?)$|"
    r"(?:(?:my|our|main|primary|the|unser|mein) )?"
    r"(?:goals?|objectives?|aims?|targets?|ziele?|objectifs?|buts?|objetivos?|metas?)"
    r" (?:of|for|in|from|für|beim|vom|zum|im|du|de|des|pour|para|da|do|del|no|na) "
    r"(?:(?:the|this|that|our|my|next|coming|first|second|third|l'|la|le|el|a|o|notre|den|das|die|der|dem|unser\w*|nächste\w*"
    r"|erste\w*|zweite\w*|prochaine?|premi(?:er|ère)|próxim[ao]|primer[ao]?|primeir[ao]|nuestr[ao]|noss[ao]|on-?site|video"
    r"|phone|follow-?up|discovery) ){0,3}"
    r"(?:calls?|meetings?|visits?|demo|appointment|conversation|termins?|gesprächs?|besuchs?|telefonats?"
    r"|rendez-vous|rdv|réunion|visite|appel|entretien|visita|reunión|llamada|cita|reunião|chamada|ligação|encontro)\b"
)
# "Objective of opportunity", "Target of this plan", "But final de l'affaire", "End point", "Together we work to"
_SALE_GOAL = expression(
    r"(?:(?:my|our|the|main|overall|final|end|ultimate|big|unser|das|notre|le|nuestro|el|nosso|o) ){0,2}"
    r"(?:goals?|objectives?|aims?|targets?|ambitions?|ziele?|objectifs?|buts?|objetivos?|metas?)(?: final| ultime)?"
    r" (?:of|for|in|with|on|für|des|der|de|du|pour|para|da|do|del|con|com|d'|l') ?"
    r"(?:(?:the|this|that|our|my|whole|l'|la|le|el|a|o|cette|cet|den|das|die|der|dem|diesen?|unser\w*|notre|nuestr[ao]|noss[ao]"
    r"|esta?|est[ea]) ?){0,3}"
    r"(?:deals?|opp(?:ortunity)?|accounts?|plans?|pursuit|sale|bid|relationship|renewal|campaign|partnership|vorhabens?"
    r"|verkaufs?|affaire|compte|vente|venta|cuenta|oportunidad|negócio|conta|venda)\b.{0,20}$"
    r"|(?:the |our )?(?:end ?(?:point|goal|game|state)|landing (?:spot|point|place)|finish line)$"
    r"|(?:our |the )?(?:goals?|objectives?|aims?|outcomes?|targets?) (?:that )?"
    r"(?:we|both (?:of us|sides|parties|teams))(?: (?:all|both))? share$"
    r"|(?:our )?(?:shared|common|joint) (?:goals?|objectives?|aims?|targets?)$"
    r"|what we (?:both|all) (?:want|are after)$|what we(?:'re| are) (?:both|all) after$"
    r"|(?:what )?(?:together )?we(?:'re| are)?(?: both)? (?:work(?:ing)?|head(?:ing)?) (?:to|towards?|for)"
    r"(?: together)?$"
)
# "5 May session – what we need from it"
_FROM_CALL = expression(
    r".{2,40}?[:–—-] ?what (?:we|i) (?:(?:hope|want|need) to get|need|want|expect|hope for|am after|are after)"
    r" (?:from|out of|of) (?:it|this|that|the (?:call|meeting|visit|session|hour|day))\b"
)
# "Goals FY26", "Ziele 2027", "Objectives for the year"
_OF_YEAR = expression(
    r"(?:(?:our|account|key|main|strategic|sales|business) )?"
    r"(?:goals?|objectives?|targets?|aims?|ambitions?|ziele?|objectifs?|objetivos?|metas?)"
    r"(?: (?:for|in|bis|für|pour|para|do|de|del))?(?: (?:the|this|next|dieses|das|nächstes))?"
    r" (?:fy ?'?\d\d(?:\d\d)?(?:/\d\d)?|20\d\d(?:/\d\d)?|h[12]\b.*|q[1-4]\b.*|(?:fiscal )?year|jahr)\b.{0,12}$"
)
# "#1 outcome": the number is a rank, and no place in a list
_FOREMOST = expression(
    r"\W*(?:#|\b(?:no|nr|number|nummer|numéro|número|n°|nº)\b\.?) ?(?:1|one|eins|un|uno|um)\b\W*"
    r"(?:outcome|result|ergebnis|résultat|resultado)\b",
    re.IGNORECASE,
)
# "Got to do", "What still needs doing", "Stuff I still gotta do", "Before the 9th I have to do", "On my plate"
_LEFT = expression(
    r"(?:(?:what|things|stuff|jobs|bits|all|the rest)(?: that| which)? )?(?:(?:i|we|that|it|she|he|they)(?:'ve|'s)? )?"
    r"(?:(?:is|are|remains?) )?(?:still |also |left |yet |just ){0,2}(?:(?:got|have|need|has|had|left) )?(?:still )?"
    r"(?:to be done|to do|to get done|needs? (?:doing|to be done)|gotta do|must do|must get done)"
    r"(?: (?:before|by|after|ahead of|until|this|next|from) .{1,30})?$"
    r"|(?:still )?(?:on|off) (?:my|our|your|their) (?:plate|list|desk)(?: (?:now|still))?$"
    r"|(?:my|our|your|their|his|her) (?:homework|to-?dos?|jobs|chores)$"
    r"|(?:what |things )?(?:they|we|i|you|he|she) (?:still )?owes? (?:us|them|me|you|him|her)$"
    r"|(?:what|things) (?:they|we|i|you|he|she)(?:'ve|'s| have| has)? (?:promised|undertook)(?: (?:to do|each other))?$"
)
_CALL = expression(
    r"\b(?:calls?|meetings?|visits?|demo|hour|minutes|day|gespräch\w*|termin|besuch\w*|visite|visita|reuni\w+)\b"
)
_HINT = expression(rf"\b(?:{_FOR}|gain|get|win|save|earn|this|why|worth|davon|gewinn|spart|bringt|gagne|gana|ganha)")
_ANYBODY = expression(
    r"(?:he|she|they|him|her|them|er|ihn|ihm|ils?|elles?|lui|leur|él|ell[ao]s?|eles?|elas?|clients?|customers?|buyers?|prospects?|account|kunden?|kundin|clientes?|acheteur|comprador)\Z"
)
_OURS = expression(r"\b(?:me|meeting|call|visit|deal|day|week|month|quarter|year|today|sale|team)\b|\d")


@functools.lru_cache(maxsize=512)
def role_of(label: str) -> str:
    """Return the role that a label plays as a sentence, as "objective", "client-win" or "stage"; "" for any other."""
    text = folded(label) if len(label) <= _LONGEST else ""
    if _SOUGHT.match(text) or asked_of(label) or _CALL_GOAL.match(text) or _FROM_CALL.match(text):
        return "objective"
    if _LEFT.match(text):
        return "next-step"
    if gained_by(label):
        return "client-win"
    if _OF_YEAR.match(text):
        return "plan-objective"
    if _SALE_GOAL.match(text):
        return "sales-objective"
    if _WHITHER.match(text):
        return "objective" if _CALL.search(text) else "sales-objective"
    return "stage" if _WHERE.match(text) else ""


def is_foremost(label: str) -> bool:
    """Say whether a label ranks an outcome first: "#1 outcome"."""
    return _FOREMOST.match(label) is not None


@functools.lru_cache(maxsize=512)
def is_goal_of_call(label: str) -> bool:
    """Say whether a label names the goal of a call, in whichever words: "Objective of the next meeting (18 May)"."""
    return len(label) <= _LONGEST and _CALL_GOAL.match(folded(label)) is not None


def gained_by(label: str) -> str:
    """Return the party of which a label says that it gains, "corvo" in "What is in it for Corvo"; "" for none.

    The party is case-folded and without its article; ourselves are none, nor is a call. Linear in the label.
    """
    if not label or len(label) > _LONGEST:
        return ""
    text = folded(label)
    party = party_in(_GAINED.match(text)) if _HINT.search(text) else ""
    if not party or NOBODY.search(party) or _OURS.search(party) or ARTICLE.fullmatch(party):
        return ""
    return party if _ANYBODY.match(party) or _is_named(party, label) else ""


def _is_named(party: str, label: str) -> bool:
    """Say whether a party is written as a name or behind an article, unlike "money" in "value for money"."""
    words = " ".join(label.replace("’", "'").split())
    start = words.casefold().rfind(party)
    if words[:start].endswith("'"):
        return True  # "l'usine"
    led = words[:start].rpartition(" ")[0].rpartition(" ")[2]
    return words[start : start + 1].isupper() or ARTICLE.fullmatch(led or words[:start].strip().casefold()) is not None
