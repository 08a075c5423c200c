"""The grammar of saying what a call is for: patterns of how such a goal begins, beside those of `wanting`.

"I went in with one ambition: that …", "The session was supposed to get us …", "J'y vais pour obtenir …", "By the time
we leave Ailsa has …". What is not sure has to be borne out by somebody else's act.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression

_NAME = r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?"
_THEM = rf"(?:him|her|them|us|me|{_NAME})"
_THEY = rf"(?:he|she|they|{_NAME})"
_GONE = (
    r"(?:leave|left|hang up|walk out|get up|go|finish|are done|am done|drive (?:home|off|back)|come (?:home|out|away))"
)
_ONE = r"(?:(?:only |just )?one thing|une (?:seule )?chose|una (?:sola )?cosa|uma (?:só )?coisa|eine Sache)"
_CALL = (
    r"(?:call|meeting|visit|lunch|dinner|day|session|hour|demo|coffee|workshop|review|week|trip|tour|presentation"
    r"|show|fair|talk|chat)"
)
_THIS = rf"(?:(?:The|This|That|Our|My)[^.,:;?]{{0,30}}? {_CALL}\b[^.,:;?]{{0,30}}?|Today|Tomorrow)"
# What an encounter was meant to bring: "The week should give me three quotes", "Tomorrow is about getting …".
SURE = (
    rf"{_THIS} (?:was|were|is|are) (?:supposed|meant) to (?=(?:get|bring|win|have) {_THEM}\b)",
    rf"{_THIS} (?:should|has to|must|needs to) (?:give|bring|get) (?:me|us) (?!to\b)",
    rf"{_THIS} (?:is|was) (?:all |only |really )?about (?=getting {_THEM} )",
    (
        r"(?:[Mm]y|[Oo]ur|[Tt]he|[Oo]ne) (?:\w+ )?(?:aim|goal|ambition|wish|hope|purpose|plan)"
        r" (?:is|was|had been|has been) \w+: (?:that |to )?"
    ),
    r"What would (?:make|have made) (?:it|this|the \w+|that) [^.:=]{3,40}(?: (?:is|was) (?:that |if )?|: )",
    (
        r"(?:J'y (?:vais|allais|suis allée?)|Je (?:viens|venais|suis venue?)"
        r"|[Nn]ous (?:y allons|venons|(?:étions|sommes) venue?s)|[Oo]n (?:y va|vient))"
        rf" pour (?:{_ONE} ?: ?)?(?=que |qu['’]|obtenir |avoir |décrocher |repartir )"
    ),
    (
        r"(?:Voy|Vamos|Fui|Fuimos|Vou|Vim|Fomos|Viemos|Íbamos|Iba)(?: [^\W\d_A-Z]+){0,3}"
        rf" (?:para|a) (?:{_ONE}: ?)?(?=que |conseguir |obtener |obter )"
    ),
    (
        r"(?:(?:I|[Ww]e) )?(?:had )?(?:[Ww]ent|[Cc]ame|[Gg]oing|[Gg]o|[Gg]one) (?:in|there|along|over)"
        r" (?:wanting|hoping|with the aim of)(?: for| to| that)? ?:? "
    ),
    r"(?:I|[Ww]e)(?:['’]d| would) (?:only |just )?go (?:there|back) to ",
    r"(?:[Jj]e veux|[Nn]ous voulons|[Oo]n veut) qu(?:e |['’])(?=(?:ils?|elles?|M\.|Mme|[^\W\d_a-z][\w'’-]+) )",
    rf"[Bb]y (?:the )?end of (?:the |this |our |that )?{_CALL},? (?={_THEY} [a-z])",
    r"(?:Ich|Wir) (?:fahren?|gehen?|kommen?|war(?:en)?|bin|sind)[^.:;]{0,40}, damit ",
    r"(?:(?:[Dd]abei )?(?:[Hh]e)?rauskommen (?:soll|muss)|[Dd]abei soll (?:he)?rauskommen)(?:,|:) (?:dass )?",
)
# The end of an encounter, with no comma behind it, and what the reader of a note to oneself wants.
HOPED = (
    rf"[Bb]y the (?:time|end)[^,:.]{{0,40}}? (?:I|we|you) {_GONE}(?: the [a-z]+| there)?,? (?={_THEY} )",
    rf"(?:When|Before|Once) (?:I|we|you) {_GONE}[^,:.]{{0,30}}, (?={_THEY} )",
    (
        r"(?:[Ww]hat|[Aa]ll) you(?:'re|’re| are)? (?:want|need|there for|after|in there for)"
        r"[^.:=]{0,60}? (?:is|was)(?: that| for| to have)? "
    ),
    r"(?:I|[Ww]e)(?: am|'m| are|'re|’m|’re| was| were) (?:only |just )?(?:there|here) so that ",
    r"(?:Dabei|Dort|Dann) soll (?=(?:Frau|Herr|Dr\.) )",
)
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th|\.)? ?(?:[A-ZÀ-Ý][a-zé]{2,8}\b|[./-]\d)|[A-Z][a-z]{2,8} \d{1,2}\b|\d{4}-\d\d-\d\d)"
_WHOSE = r"(?:the|your|my|our|this|that|den|das|die|dein\w*|unser\w*|le|la|notre|el|tu|o|a|sua?)"
_WHICH = (
    r"(?:next|first|second|coming|kick-?off|handover|nächste\w*|erste\w*|prochaine?|premi(?:er|ère)|próxim[ao]"
    r"|primer[ao]?)"
)
_ANY_CALL = rf"(?:{_CALL}|Termin|Gespräch|Besuch|rendez-vous|rdv|réunion|visite|reunión|visita|cita|reunião|encontro)"
_MORE = r"(?:[^.:;?]|(?<=\d)[:.](?=\d))"
_CAUSING = rf"(?i:get|have|ask) {_THEM} to [a-z]"
_NEXT = r"(?:next|nächste[rs]?|prochaine?|pr[oó]xim[ao])"
# What is to be at a call whose day or name leads: "For 10 Sep: Graham picks …", "In your first meeting with Dev: …".
_LED = (
    rf"(?i:for|für|pour|para) (?:{_WHOSE} )?{_DAY}{_MORE}{{0,40}}: (?=\D)",
    (
        rf"(?i:for|in|at|für|in|pour|para|na|no|en) {_WHOSE} (?:{_WHICH} |[a-zà-ÿ-]+ )?{_ANY_CALL}\b{_MORE}{{0,80}}: "
        r"(?=\D)"
    ),
    # "Next call: Tue 8 Dec 09:30 - get Ana to …", "on the 10th ask her to …"
    rf"(?i:{_NEXT} {_ANY_CALL}\b:?{_MORE}{{2,40}}?)\d{_MORE}{{0,20}}?(?:,| [–—-]| ?->| ?→) (?={_CAUSING})",
    rf"(?i:on) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)|(?:[A-Z][a-z]{{2,8}},? )?{_DAY}),? (?={_CAUSING})",
)
# The same behind a sentence that says when the call is: "Handover call is 29 July. Get Abigail to …", "there: Lorna …"
_THERE = (
    r"(?i:there|then|dort|dabei|là|allí|ahí|lá): ",
    rf"(?=(?:Get|Have) {_THEM} (?:to )?[a-z])",
)
_CALLED = (
    rf"(?:\b(?i:{_ANY_CALL}) (?:is|will be|ist|est|es|é) (?:on )?|\b(?i:next|nächster?|prochaine?|próxim[ao])"
    rf" (?i:{_ANY_CALL})\b)[^!?]{{0,60}}?\d[^!?]{{0,80}}[.;] ?$"
)
_CAUSED = rf"(?i:get|have|make|let|ask) {_THEM} (?:to )?[a-z]"
HINT = (
    r"(?:supposed|meant|about getting|should|has to|must|needs to|ambition|would (?:make|have made)|pour|para|damit"
    r"|rauskommen|[Hh]erauskommen|Dabei|Dort|Dann soll|[Bb]y (?:the|end)|so that|veux|voulons|veut|you)\b"
)
_END = expression(rf"(?i:by (?:the )?end of (?:the |this |our |that )?{_CALL}):")
LED, THERE = expression("|".join(_LED)), expression("|".join(_THERE))
# Of other languages the acts are not read: who does something is enough.
ABROAD = expression(r"(?i:für|pour|para|na|no|en|dort|dabei|là|allí|ahí|lá|im|am)\b")
NEXT = expression(rf"(?i:{_NEXT})\b")
CALLED, CAUSED = expression(_CALLED), expression(_CAUSED)
# "Otherwise nothing moves before August" is what we fear.
IDLE = expression(
    r"(?:nothing|nobody|no one|we (?:lose|wait|stop|walk|are (?:just|only))|we['’]re (?:just|only)"
    r"|(?:it|this|that) (?:will|goes|moves|slips|is)|(?:it|that|there)['’]s|nichts|niemand"
    r"|rien|personne|nada|nadie|ninguém)\b",
    re.IGNORECASE,
)
_LEADS = expression(
    r"(?:^|: |\b(?=[A-Z]))(?i:for|für|pour|para|in|at|na|no|en) (?:[^:]|:\d){3,80}: "
    r"|\b(?i:there|then|dort|dabei|là|allí|ahí|lá): |[.] (?:Get|Have) "
    r"|\b(?i:get|have|ask) [^\W\d_][\w'’-]*(?: [^\W\d_a-z][\w'’-]+)? to "
)


def is_lead(label: str) -> bool:
    """Say whether a label is a call that leads what is to be there: "For 10 Sep", "There", "by end of call"."""
    begun = f"{label}: -"
    return any(pattern.match(begun) is not None for pattern in (LED, THERE, _END))


def may_lead(text: str) -> bool:
    """Say whether a text may name a call and then what it is for; a quick look."""
    return _LEADS.search(text) is not None
