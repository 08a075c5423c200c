"""The words with which a sentence tells of a call: verbs of an encounter, hours, and what a day beside them is of."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan.clockwords import HOUR
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load

TOKEN = expression(r"[^\W\d_][\w'’-]*|\d[\d./-]*|[^\w\s]")
_WORD = expression(r"[^\W_][\w'’%-]*")
_PAST_FORM = expression(
    r"\w{2,}(?:ó|aron|ieron|ou|aram|eram|iram|iert|é|ée|és|ado|ada|ido|ida)\Z"
    r"|(?:ge\w{3,}(?:t|en)|(?:be|ver|er|ent|ab|an|zu|ein|aus|auf|vor)\w{3,}t)\Z"
)
_NAME = r"(?-i:[^\W\d_a-z])"
# "see Debs again 14 May", "met Bea", "going back 2 June": verbs of an encounter; one word of each is a "met-word".
_MET = (
    rf"met(?!\W*$)|I see (?={_NAME})"
    rf"|(?<!arrange to )(?<!offer to )(?:meet|visit) (?={_NAME})|meet again"
    rf"|meets? (?:with|us|again|him|her|them)\b|ringing (?:(?={_NAME})|him|her|them)|sits? down over"
    rf"|saw (?:(?={_NAME})|both|them|him|her)|see (?:{_NAME}\w+|him|her|them) again"
    rf"|caught (?={_NAME})"
    rf"|seeing (?:(?={_NAME})|again|him|her|them)|walked|toured|visited|demo'?e?d|(?:ran|bumped) into"
    r"|going back|go back|(?:come|be|are|me|I|we|I['’]m|we['’]re) back|back in touch|back (?:out |over )?there"
    r"|(?:next|last) (?:time|contact)|(?:we|I) (?:was|were) (?:there|at|with|in|on site)|due at their"
    r"|(?:stopped|popped|dropped|swung|came|come) (?:in|by|over|round)|(?:went|go) (?:to see|out to|over there)"
    r"|(?:comes?|coming) (?:to us|to see|over)|expect(?:s|ing)? us|giv(?:es|en?|ing) us (?:[\w-]+ ){1,3}(?:min|hour)\w*"
    rf"|you(?:['’]re| are) (?:in )?(?:at|with|seeing) (?={_NAME})|you(?:['’]ve| have) got (?={_NAME})|told (?:us|me) on"
    r"|came to (?:the|our|see)|by (?:tele)?phone|on the (?:phone|line)|called in"
    r"|(?:sat|sit|get|got) (?:down )?(?:with|together)|takes? (?:us|me) (?:a?round|through|over)"
    rf"|spoke (?:to|with|w/?|again)|speak (?:again|on|with)|presented to|(?:rang|phoned) (?={_NAME})|discussed on"
    rf"|demonstrated (?:the|our|it)\b|showed (?:(?={_NAME})|him\b|her\b|them\b|the\b|our\b)"
    rf"|talk(?:ed)? (?:it |this )?(?:through|again|with)|talked to (?={_NAME})|caught up (?:with|w/?) "
    r"|(?:agreed|discussed) together|we (?:had|held) (?:on|in|last)"
    rf"|walk(?:ed)? thr(?:u|ough) (?=[a-z])|(?:rode|drove|did the rounds) (?:along )?(?:with|w/?) (?={_NAME})"
    r"|\d ?min(?:ute)?s? (?:with|w/?|mit|avec|con|com) \w"
    r"|thank(?:s| you)(?: \w+){0,3} for (?:(?:your|the) time|having|hosting|meeting|seeing)"
)
_MET_ABROAD = (
    r"nächstes Mal|letztes Mal|telefonisch|am Telefon|waren (?:wir|dort|bei)|wir waren"
    r"|(?:war|waren) bei uns|telefoniert|war ich (?:dort|bei)|getroffen"
    r"|besucht|angerufen|besprochen am|sehen uns|kommen wieder|wieder (?:da|dort|bei)|kommt (?:mit|zu|selbst|vorbei)"
    r"|la prochaine fois|nous étions|j'étais|par téléphone|au téléphone|rencontré|visité|on revient|on se (?:re)?voit"
    r"|repasse|reviens|convenu le|(?:nous a|m['’]a) dit le|nos (?:dijo el|disse (?:a|em))"
    r"|la próxima vez|estuvimos|estuve|por teléfono|al teléfono|visitamos|nos reunimos"
    r"|nos vemos|volvemos|vuelvo|quedamos (?:para|el)|hablamos el|da próxima vez|estivemos|estive|por telefone"
    r"|ao telefone|reunimo-nos|voltamos|volto(?: lá)?(?= em)"
)
MET = expression(rf"\b(?:{_MET}|{_MET_ABROAD})\b", re.IGNORECASE)
TALKED = expression(
    r"\b(?:rang|phoned?|called|presented|shown?|showed|walked|toured|discussed|talked|spoke|reviewed|angerufen|gezeigt"
    r"|gesprochen|vorgestellt|appelé|présenté|parlé|llamé|llamó|presentad[oa]|hablamos|liguei|ligou|apresentad[oa])\b",
    re.IGNORECASE,
)
# "Letícia ligou em 20/05": who spoke with whom on a day
SPOKE_ON = expression(
    r"\b(?:rang|phoned|called|spoke|visited|met|angerufen|gesprochen|appelée?s?|rencontrée?s?|vue?s?|llamé|llamó|hablamos"
    r"|vi|vimos|visto|liguei|ligou|ligámos|falei|falámos|falamos)(?: (?!for\b|by\b|that\b|off\b)[\w'’.]+){0,5}"
    r" (?:(?:back )?on(?: the)?|again|am|vom|le|el|em|no dia)\s(?:[^\W\d_]{2,10}\.?,? )?$",
    re.IGNORECASE,
)
_SPELLED_HOUR = (
    "noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midi|mittags"
    "|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|une|deux|trois|quatre|cinq|sept|huit|neuf|dix"
    "|onze|la una|las dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|sete|oito|nove|dez|doze"
)
CLOCK = expression(
    r"[^\w]{1,3}(?:20\d\d,? )?(?:at |um |ab |from |à |a las |às |~)?"
    rf"{HOUR}"
    rf"|[^\w]{{1,3}}(?:at|um|à|a las|às) (?:half past )?(?:{_SPELLED_HOUR})"
    r"(?=$|[.,;:)]| (?:o'clock|sharp|Uhr|in the|with)\b)",
    re.IGNORECASE,
)
# "Wednesdays 12:15, next: 22 April"
NEXT = expression(
    r"\b(?:next|nächste[rs]?|prochaine?|próxim[oa])(?:(?: (?:proper )?(?:one|up|time|checkpoint|mal|fois|vez))?"
    r"(?:\s?[:=–-]\s?|\?\s+)| stop "
    r"|(?: one| call| meeting| visit)(?: (?:is|will be))?(?: on)? )"
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
    r"\b(?:meetings|calls|visits|encounters|touch-?points|interactions|conversations|contacts"
    r"|termine|besuche|gespräche|besprechungen|kontakte"
    r"|réunions|rendez-vous|visites|rencontres|échanges|reuniones|visitas|llamadas|contactos"
    r"|encuentros|reuniões|contatos|encontros"
    r"|(?:meeting|call|visit|contact) (?:calendar|log|history|plan|rhythm|dates)|sit-?downs|check-?points|check-?ins"
    r"|catch-?ups|(?:weekly|fortnightly|monthly|wöchentliche[rs]?) (?:call|meeting|sync|review|termin"
    r"|check-?point|check-?in)(?=\W*$| ?[(:,]| (?:with|w/|mit)\b)"
    r"|dates (?:with|w/))\b",
    re.IGNORECASE,
)
LAST = expression(
    r"\b(?:last (?:time|visit|call|meeting|week|month|seen|met|spoke|spoken|visited|contacted)|yesterday"
    r"|letzte[sn]? (?:Mal|Besuch|Termin)|zuletzt (?:gesehen|besucht)|gestern|hier|ayer|ontem|la última vez"
    r"|da última vez|la dernière fois)\W{1,3}(?:on |am |le |el |em )?$",
    re.IGNORECASE,
)
RECORDED = expression(
    r"\b(?:created?|stage change|modified|updated?|generated|sent|exported?|logged|changed|pasted|saved|edited|viewed"
    r"|opened|synced|printed|erstellt|geändert|gesendet)\b",
    re.IGNORECASE,
)
# "Reviewed with Malcolm Reid, 12 May": how a document came about
KEPT = expression(
    rf"^\W*(?:que|qu['’]|dass|that)\b|{RECORDED.pattern}|\b(?:reviewed|agreed|kept|prepared|touched|written|shared|drafted|confirm(?:ed)?|starting)\b",
    re.IGNORECASE,
)
# "first chat 21 April, call 7 May, quote out 15 May": what stands before a day of several
OFFERED = expression(
    r"\b(?:quot(?:e|ation)|offer|proposal|tender|contract|samples?|invoice|order|price|angebot|muster|offre|devis|oferta"
    r"|muestras?|proposta|amostras?)\b",
    re.IGNORECASE,
)
PLACES = expression(
    r"where|place|location|venue|site|channel|ort|wo|kanal|lieu|où|canal|lugar|dónde|sitio|local|onde", re.IGNORECASE
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
    r"\b(?:w(?:ee)?k|w/c|kw|woche|semaine|semana)\b\D{0,12}$|\b(?:done|erledigt|fait|hecho|feito|shipped|drafted|revised"
    r"|(?:typed|written|noted)(?: up)?)\W{0,3}$"
    r"|\b(?:since|seit|depuis|desde)\W+(?:the |dem |le |el |o )?$",
    re.IGNORECASE,
)
# What somebody takes to a meeting without us: "she takes it to the works meeting on 9 June"
ELSEWHERE = expression(
    r"\b(?:(?:takes?|taking|puts?|putting|brings?|raises?) (?:it|this|that|them)|goes|will go) (?:to|before|at)"
    r" (?:the|their|her|his|its) (?:(?!next\b)[\w'’-]+ ){0,2}(?:meeting|committee|board|council|panel|group|partners)"
    r"(?: meeting)?(?: on| of)?(?: the)? (?:[^\W\d_]{2,10}\.?,? )?$",
    re.IGNORECASE,
)
# "the committee's 9 March meeting", "at its 10 June session": what others meet for
OF_OTHERS = expression(
    r"(?:\b(?:its|their|his|her)"
    r"|[^\W\d_](?:['’]s|s['’])) (?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,9})(?: 20\d\d)? $",
    re.IGNORECASE,
)
# A question is no record: "what happened on the 12 May visit?"
ASKED = expression(
    r"(?![^?]*\blast (?:time|call|visit|meeting)\b)"
    r"\W*(?:[A-Z][\w'’]+ ?[:–,-] )?(?:when|what|who|how|why|where|which|did|does|do|is|are|has|have|if|wann|wer"
    r"|wie|warum|welche\w*|quand|qui|comment|pourquoi|cuándo|quién|cómo|por qu[eé]|quando|quem|como)\b[^?]*\?\W*$",
    re.IGNORECASE,
)
# Behind these a word for a call says what something is for.
TOWARDS = expression(
    r"(?<!-)\b(?:for|in|on|to|at|into|ahead of|für|zum|zur|pour|para)\s+(?:the|a|an|our|their|la|le|el|o|das|den)?\s?"
    r"(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
# Between a call and its day: "visita anterior em 10/07", "Próxima visita marcada: 24/02", "the call of 3 Sept"
LINK = expression(
    r"(?:on|of|on the|from(?: the)?|:|(?:to|at|in) [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?,"
    r"|(?:is|was|will be)(?: now)?(?: on)?"
    r"|(?:held|fixed|set|booked|agreed|planned|confirmed|scheduled|moved|postponed)(?: on| for| to)?:?)?"
)
LINK_ABROAD = expression(
    r"(?:a|à|en|em|in|nach|bei|chez) [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?,"
    r"|(?:[a-zà-ÿ]+ ){0,2}(?:am|vom|le|du|el|del|em|de|do)|[a-zà-ÿ]*:"
)
ELIDED = expression(r"(?<=\b[ldLD])['’](?=[^\W\d_])")
IN_CALL = expression(
    r" (?:(?:on|at|in|during|bei|beim|in|dans|lors de|en|em) (?:our|the|a|my|unserem|notre|nuestra|nossa) )?"
)
CALL_ON = expression(
    r"([^\W\d_]+) (?:on|of|from|am|vom|le|du|el|del|em|do)(?: the)? (?:[^\W\d_]{2,10}\.?,? )?$", re.IGNORECASE
)
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Herrn?|Frau|Fr|Hr|Hrn|M|Mme|Sr|Sra|Dona|dem|der)\.? ){0,2}"
WITH_NAME = expression(rf"\b(?:with|w/|mit|avec|con|com(?: [oa])?|bei|chez) ?{_TITLE}({_NAME}[\w'’-]+)")
# What is done with a call is an act, which is due: "redo the return demo with real data".
_LABELLED = r"[\W\d]*(?:[^\W\d_][\w'’ ]{0,20}: )?"
ORDERED = expression(
    rf"{_LABELLED}(?!(?:hold|host|run|attend|join|have|do|give|lead|visit|tour|meet|walk|see|tener|hacer|celebrar"
    r"|tenir|faire|animer|ter|fazer|realizar)\b)([^\W\d_]{3,}) "
    r"(?:the|a|an|our|their|das|den|die|einen?|la|le|les|une?|el|una?|o|a|uma?) "
    rf"|{_LABELLED}(fix|arrange|schedule|confirm|prepare|organi[sz]e|request|propose|suggest|cancel|postpone"
    r"|reschedule) ",
    re.IGNORECASE,
)
NAMED_FIRST = expression(rf"\W*{_NAME}[\w'’-]+(?: {_NAME}[\w'’-]+){{0,3}}[:,]")  # "Larkmoor: nobody in"
WITH = expression(r"\W{1,3}(?:with|w/?|mit|avec|con|com)\b")
OPENS = expression(r"\W*(?:[^\W\d_]{2,10}\.?,? )?(?:\d{1,4}(?:[./ -]|st\b|nd\b|rd\b|th\b)|[^\W\d_]{3,9}\.? \d)")
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


def is_told(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text has a word of the past."""
    forms = load("en").forms
    for match in _WORD.finditer(text):
        word = match.group().casefold()
        form = forms.get(word)
        if word in vocabulary.words["told-word"] or _PAST_FORM.match(word):
            return True
        if form is not None and "b" not in form[1] and not {"p", "n"}.isdisjoint(form[1]):
            return True
    return False


def has_encounter(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text has a word for an encounter, or tells of one by a verb."""
    words = {match.group().casefold() for match in TOKEN.finditer(text)}
    return not vocabulary.words["encounter"].keys().isdisjoint(words) or MET.search(text) is not None


def is_call_on(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text ends in a word for an encounter that a day is to follow: "the Wolcott meeting of"."""
    called = CALL_ON.search(text)
    return called is not None and called[1].casefold() in vocabulary.words["encounter"]


def is_written(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text tells of what was written, sent or signed before it has a word for an encounter, if it has."""
    if HANDED.search(text):
        return True
    for match in TOKEN.finditer(text):
        word = match.group().casefold()
        if word in vocabulary.words["written-word"]:
            return True
        if word in vocabulary.words["encounter"] or word in vocabulary.words["call-word"]:
            return False
    return False
