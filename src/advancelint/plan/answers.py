"""Tells whether a sentence is an answer of the client's: "She agreed to a loan unit", "They turned down the hoist".

Somebody of the client's, or nobody named, and a verb of answering: agreeing, refusing, asking for something, giving
something to us. What people are like and what they do is none of it.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import clockwords
from advancelint.plan.cast import Cast

_SUBJECT = (
    r"(?:(?i:and|but|so|then|also|und|aber|et|mais|y|pero|e|mas),? )?"
    r"(?:(?:(?:Dr|Mr|Mrs|Ms|Mme|Frau|Herr|M|Sra|Sr)\.? )?"
    r"(?P<who>[Hh]e|[Ss]he|[Tt]hey|[Ss]ie|[Ee]r|[Ee]lle|[Ii]l|[Ii]ls|[Ee]lla|[Ee]le|[Ee]la"
    r"|[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?|[a-z][\w'’-]+(?= )) ?)?"
)
_NAME = r"(?-i:[^\W\d_a-z][\w'’-]+)"
_TO_US = r"(?:us|me|uns|mir|nous|nos)\b"
# In the past, a call is over: these stand in any dated line.
_PAST = (
    r"(?:(?:(?:has|have|had|also|then|finally|already|only|straight out) ){0,2}"
    r"(?:agreed|accepted|turned down|refused|declined|offered(?! by)|decided|set up|made (?:the|a) decision"
    r"|booked|invited (?:us|me)|OK['’]?d|okayed|narrowed|reserved|extended|postponed|committed|pledged|volunteered"
    r"|renewed"
    r"|waived|selected|requested|pushed back|challenged|granted|vetoed"
    r"|did (?:let|give|agree|sign|accept|show|promise|name|offer)"
    r"|(?:named|chose|put) (?=[^.]{0,40}\b(?:us|our|me|as)\b)"
    r"|rejected|confirmed|approved|picked|chose|promised|ruled out|signed(?: off)?"
    r"|liked (?=[a-z])(?!that\b|it\b)|conceded|insisted on|objected to"
    rf"|asked (?:{_NAME} |us |me )?for|asked (?:us|me) to|asked {_NAME} to \w+ (?:us|me)\b|asked how"
    r"|moved (?:us|me) to"
    r"|wanted|took (?:it|us|the)|cleared|passed"
    rf"|(?:gave|showed|sent|handed|let|told|offered|lent|got|introduced) {_TO_US}|handed over (?!to )"
    r"|said (?:yes|no|go|ok|(?:that )?(?:he|she|they)(?:'d|’d| would| will|'ll|’ll)|straight out)"
    r"|would(?:n['’]t| not) (?:commit|give|let|show|sign|name|promise|agree))\b"
    r"|did(?:n't|n’t| not) (?:want|agree|commit|sign|accept|write|like|vote|decide|order|approve|confirm)\b"
    r"|(?:has|have) (?:put|started|moved|switched|ordered|released)\b"
    r"|opened an? (?:[\w-]+ )?(?:request|ticket|account)\b"
    r"|(?:hat|haben) [^.;:]{3,120}\b(?:unterschrieben|akzeptiert|zugesagt|abgelehnt|angenommen|bestätigt|verlangt"
    r"|freigegeben|genehmigt|zugestimmt|mitgegeben|überlassen|versprochen)\b|(?:ist |war )?einverstanden\b"
    r"|(?:a|ont) (?:accepté|refusé|demandé|confirmé|signé|validé)\b"
    r"|(?:nos|me) (?:dio|pasó|entregó|mostró|prestó|deu|passou|entregou|mostrou)\b|(?:nous|m')(?: a|a) (?:donné"
    r"|remis|montré)\b"
    r"|(?:topou|prometeu|prometió|aprobó|aprovou)\b"
    r"|(?:aceptó|rechazó|pidió|confirmó|firmó|descartó|aceitou|recusou|pediu|confirmou|assinou|gostou)\b)"
)
# What somebody will do that is an answer; what they will send or find out is a step.
_GIFT = (
    r"go|let us|take (?:a|it|us|\d)|try|back|put|review|sponsor|support|fund|recommend|host|keep|join|run|test|start"
    r"|switch|sign|order|buy|use|pay|accept|swap|consider|reopen|renew|extend|trial"
)
# What the client wants or would do is an answer in notes of one call.
_NOW = (
    r"(?:(?:'d|’d| ?would) (?:still )?(?:take|go|sign|pay|accept|try)\b"
    rf"|(?:will|'ll|’ll|(?:['’]s |is |are )?going to) "
    rf"(?:(?:{_GIFT})\b|have {_NAME} [a-z]|(?:get|ask|tell) {_NAME} to |get the [a-z]+ (?:\([^()]*\) )?to |raise an? )"
    r"|(?:won['’]?t|will not) (?:go|let|sign|cut|take|pay|buy|accept|reopen|support|move|commit|budge|consider|give)\b"
    r"|(?:is|are) (?:now )?(?:open to|happy to|willing to|ready to|against)\b"
    r"|(?:(?:is|are|was|were) )?(?:now )?(?:ok|OK|okay|fine|happy|satisfied) (?:with|w/|on)"
    r"(?! (?:current|present|their|what|\d))"
    r"|(?:accepts|agrees|refuses|rejects|confirms|declines|asks for)\b"
    r"|(?:verlangt|akzeptiert|besteht auf|lehnt|stimmt)\b|nimmt [^.;:]{3,60}\bhin\b"
    r"|(?:accepte|refuse|demande|acepta|rechaza|pide|aceita|recusa|pede)\b)"
)
_ANSWER = expression(rf"{_SUBJECT}(?:(?P<past>{_PAST})|(?P<now>{_NOW}))")
_BARE = expression(rf"(?P<past>{_PAST})|(?P<now>{_NOW})", re.IGNORECASE)
_AUTHORS = expression(
    r"(?:said yes|said no|said ok|want(?:ed to)?|asked how|signed|took|passed|picked|chose|confirmed|promised)\b",
    re.IGNORECASE,
)
_WISH = expression(r"\b(?:wants?|wanted|asks? for|asked(?: us| me)? for|liked|demande|veut|pide|pidió|verlangt)\b")
_DELIVERS = expression(
    r"\bsaid (?:that )?(?:he|she|they)(?:'d|’d| would| will|'ll|’ll) .*\b(?:me|us)\b|^Let (?:me|us)\b"
)
_TO_ME = expression(r"\b(?:showed|asked|told) me\b")
_PRONOUNS = frozenset({"he", "she", "they", "sie", "er", "elle", "il", "ils", "ella", "ele", "ela"})
# "Credit note accepted", "visit agreed 11 June": what was answered, without who did
_PASSIVE = expression(
    r"(?![^.]*\b(?:not|to be|if|when|once|until|has to|must|needs?)\b)[^\W\d_][\w'’ /-]{3,60} "
    r"(?:accepted|agreed|approved|signed(?: off)?|confirmed|settled|rejected|refused|declined|turned down"
    r"|akzeptiert|zugesagt"
    r"|genehmigt|abgelehnt|accepté\w?|refusé\w?|aceptad\w|rechazad\w|aprobad\w|aceit\w|recusad\w|aprovad\w)"
    r"(?: (?:by|von|par|por|for|on|im|am|le|el)\b.{0,40}| \d.{0,12})?$"
)
# What both sides settled: "We agreed that only water is in the first phase", "Ficou assente que …"
_TOGETHER = expression(
    r"(?:(?:and|so|also|then),? )?(?:(?:[Ww]e|[Bb]oth(?: sides| teams| of us)?|[Ii]t was)(?: all| then| also| have)? "
    r"(?:agreed|settled|decided|landed on)\b(?! to (?:talk|speak|meet|catch)| that [^.;:]{2,30} (?:was|were) )"
    r"|[Aa]greed(?: that|:) |[Ss]e acord(?:ó|ou) |[Qq]uedamos en "
    r"|[Ff]ic(?:ou|ámos|amos) (?:combinado|assente|decidido|acordado) "
    r"|[Vv]ereinbart(?: wurde)?,? dass |[Ww]ir haben (?:uns )?[^.;:]{0,40}(?:vereinbart|geeinigt)\b"
    r"|(?:[Nn]ous avons|[Oo]n a|[Ii]l (?:est|a été)) convenu )"
)
_YES = expression(r"(?:Yes|No|OK|Ja|Nein|Oui|Non|Sí|Sim|Não) (?:to|zu|zum|zur|à|a|ao) \w")  # "Yes to a trial in May"
_SHORTENED = expression(r"['’]s$")
_WIDEST = 240


def may_answer(text: str) -> bool:
    """Say whether a text may hold an answer; a quick look."""
    return clockwords.has_one_of("answer-hint", text)


def is_answer(text: str, cast: Cast, *, present: bool, wishes: bool) -> bool:
    """Say whether a sentence tells what the client answered.

    ``present`` allows "wants" and "would take", ``wishes`` what is only wanted or asked for.
    """
    if len(text) > _WIDEST or "?" in text or _DELIVERS.search(text) or (not wishes and _WISH.search(text)):
        return False
    if _TOGETHER.match(text):
        return True
    match = _ANSWER.match(text)
    if match and match["who"]:
        who = _SHORTENED.sub("", match["who"].strip())  # "Ana's going to let us in"
        theirs = who.casefold() in _PRONOUNS or cast.side(who) == "client"
        # Whom notes name without a side is the client's, unless they speak to the author alone.
        theirs = theirs or (cast.side(who) == "unknown" and cast.is_person(who) and not _TO_ME.search(text))
        if not theirs and who[0].islower():
            match = None  # "also asked for"
    if match is None or not match["who"]:
        match = None if _AUTHORS.match(text) else _BARE.match(text)
        theirs = match is not None
    if match is None and (_PASSIVE.match(text) or _YES.match(text)):
        return True
    return theirs and match is not None and (present or match["past"] is not None)
