"""The words with which a sentence tells of a call: verbs of an encounter, hours, and what a day beside them is of."""

from __future__ import annotations

import re

from advancelint.expressions import expression

_NAME = r"(?-i:[^\W\d_a-z])"
# "see Debs again 14 May", "met Bea", "going back 2 June": verbs of an encounter; one word of each is a "met-word".
MET = expression(
    rf"\b(?:met|I see (?={_NAME})|(?<!arrange to )(?<!offer to )(?:meet|visit) (?={_NAME})|meet again"
    rf"|meets? (?:with|us|again)|saw (?={_NAME})"
    rf"|see (?:{_NAME}\w+|him|her|them) again|walked|toured|going back|go back|(?:come|be|are) back|back in touch"
    r"|(?:next|last) (?:time|contact)|nächstes Mal|letztes Mal|la prochaine fois|la próxima vez|da próxima vez"
    r"|(?:me|I|we|I['’]m|we['’]re) back|wieder (?:da|dort|bei)|repasse|reviens|vuelvo|volto(?= em)"
    r"|back (?:out |over )?there|(?:we|I) (?:was|were) (?:there|at|with|in)|by (?:tele)?phone|telefonisch"
    r"|waren (?:wir|dort|bei)|war ich (?:dort|bei)|nous étions|j'étais|par téléphone|estuvimos|estuve|estivemos|estive"
    r"|por telefone|(?:sat|sit|get|got) (?:down )?(?:with|together)|spoke (?:to|with|again)|speak (?:again|on|with)"
    rf"|presented to|talk(?:ed)? (?:it |this )?(?:through|again|with)|(?:rang|phoned) (?={_NAME})|called in"
    r"|we (?:had|held) (?:on|in|last)"
    r"|dropped (?:in|by)|demo'?e?d|visited|(?:agreed|discussed) together"
    r"|(?:comes?|coming) (?:to us|to see|over)|kommt (?:mit|zu|selbst|vorbei)|on the phone"
    r"|getroffen|besucht|am Telefon|sehen uns|kommen wieder|rencontré|visité|au téléphone|on revient"
    r"|on se revoit|visitamos|nos reunimos|nos vemos|volvemos|por teléfono|al teléfono|reunimo-nos|voltamos"
    r"|ao telefone)\b",
    re.IGNORECASE,
)
TALKED = expression(
    r"\b(?:rang|phoned?|called|presented|shown?|showed|walked|toured|discussed|talked|spoke|reviewed|angerufen|gezeigt"
    r"|gesprochen|vorgestellt|appelé|présenté|parlé|llamé|llamó|presentad[oa]|hablamos|liguei|ligou|apresentad[oa])\b",
    re.IGNORECASE,
)
# "Letícia ligou em 20/05": who spoke with whom on a day
SPOKE_ON = expression(
    r"\b(?:rang|phoned|called|spoke|visited|met|angerufen|gesprochen|appelée?s?|rencontrée?s?|vue?s?|llamé|llamó|hablamos"
    r"|vi|vimos|liguei|ligou|ligámos|falei|falámos|falamos)(?: (?!for\b|by\b|that\b|off\b)[\w'’.]+){0,3}"
    r" (?:(?:back )?on(?: the)?|again|am|vom|le|el|em|no dia)\s(?:[^\W\d_]{2,10}\.?,? )?$",
    re.IGNORECASE,
)
_HOUR = "noon|one|two|three|four|five|six|eight|nine|ten|eleven|twelve|midi|mittags"
CLOCK = expression(
    r"[^\w]{1,3}(?:20\d\d,? )?(?:at |um |ab |from |à |a las |às |~)?"
    r"(?:\d{1,2}(?:[:.]\d\d| ?h ?\d{0,2}| ?[ap]m| ?Uhr)\b)"
    rf"|[^\w]{{1,3}}(?:at|um|à|a las|às) (?:half past )?(?:{_HOUR})(?=$|[.,;:)]| (?:o'clock|sharp|Uhr|in the|with)\b)",
    re.IGNORECASE,
)
# "Wednesdays 12:15, next: 22 April"
NEXT = expression(
    r"\b(?:next|nächste[rs]?|prochaine?|próxim[oa])(?:(?: (?:proper )?(?:one|time|mal|fois|vez))?\s?[:=–-]\s?| stop )"
    r"(?:[^\W\d_]{2,10}\.?,? )?$",
    re.IGNORECASE,
)
# "measuring day, 28/4", "14 July farm day"
DAYED = expression(
    r"\b(?!(?:work|clos|open|start|follow|morn|ship|sign|preced)ing)"
    r"(?:[a-z]{3,12}ing|test|trial|demo|site|farm|field|lab|factory) day\b",
    re.IGNORECASE,
)
SEVERAL = expression(
    r"\b(?:meetings|calls|visits|encounters|termine|besuche|gespräche|réunions|rendez-vous|visites|reuniones|visitas"
    r"|llamadas|reuniões|(?:meeting|call|visit|contact) (?:calendar|log|history|plan|rhythm|dates))\b",
    re.IGNORECASE,
)
LAST = expression(
    r"\b(?:last (?:time|visit|call|meeting|week|month|seen|met|spoke|spoken|visited|contacted)|yesterday"
    r"|letzte[sn]? (?:Mal|Besuch|Termin)|zuletzt (?:gesehen|besucht)|gestern|hier|ayer|ontem|la última vez"
    r"|da última vez|la dernière fois)\W{1,3}(?:on |am |le |el |em )?$",
    re.IGNORECASE,
)
RECORDED = expression(
    r"\b(?:created?|modified|updated?|generated|sent|exported?|logged|changed|pasted|saved|edited|viewed|opened|synced"
    r"|printed|erstellt|geändert|gesendet)\b",
    re.IGNORECASE,
)
HANDED = expression(
    r"\b(?:contract|proposal|quote|offer|deck|draft|link|pack|sheet|paper|terms|documents?|docs)(?: \w+)? (?:to|from) ",
    re.IGNORECASE,
)
DUE = expression(
    r"\b(?:by|until|due|before|bis|vor|avant|antes d\w+|até|deadline|target)\W*(?:the|le|el|o|dem|zum)?\s*$",
    re.IGNORECASE,
)
OTHER_DAY = expression(
    r"\b(?:w(?:ee)?k|w/c|kw|woche|semaine|semana)\b\D{0,12}$|\b(?:done|erledigt|fait|hecho|feito|shipped)\W{0,3}$",
    re.IGNORECASE,
)
# Behind these a word for a call says what something is for.
TOWARDS = expression(
    r"(?<!-)\b(?:for|in|on|to|at|into|ahead of|für|zum|zur|pour|para)\s+(?:the|a|an|our|their|la|le|el|o|das|den)?\s?"
    r"(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
# Between a call and its day: "visita anterior em 10/07", "Próxima visita marcada: 24/02", "the call of 3 Sept"
LINK = expression(r"(?:on|of|on the|:|(?:held|fixed|set|booked|agreed|planned|confirmed|scheduled)(?: on| for)?:?)?")
LINK_ABROAD = expression(r"(?:[a-zà-ÿ]+ )?(?:am|vom|le|du|el|del|em|de|do)|[a-zà-ÿ]*:")
WITH = expression(r"\W{1,3}(?:with|w/?|mit|avec|con|com)\b")
SET_OFF = expression(r"\s*[,:–—|-]|\s+[^\W\d_a-z]")
# German joins words: "Antrittsbesuch"
ENDS = (
    "besuch",
    "termin",
    "gespräch",
    "telefonat",
    "treffen",
    "besichtigung",
    "rundgang",
    "vorführung",
    "präsentation",
)
