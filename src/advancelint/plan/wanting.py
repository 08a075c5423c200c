"""The grammar of saying what one wants: patterns of how a goal begins in a sentence, for `goals`.

What is sure are first persons and nouns of wanting: "What I want is …", "I want Ray to …", "Our aim is to …". What is
not ("I hope …", "Ideally …") has to be borne out by what follows: somebody else's act.
"""

from __future__ import annotations

import functools
import re

from advancelint.expressions import expression
from advancelint.plan import clockwords, purposes

_I = r"(?:I|we|We|you and I|ich|wir|je|nous|on)"
_CALL = r"(?:call|meeting|visit|lunch|dinner|day|session|hour|demo|coffee|workshop|review|week|trip|half hour)"
_WANTING = (
    r"(?:want|need|after|like|hop|aim|look|try|came|went|go in|going in|set out|meant|wish|work\w* (?:to|toward)"
    r"|see (?:him|her|them))"
)
_FIRM = (
    r"(?:goals?|aims?|objectives?|purpose|targets?|mission|ambition|wish|intention|Ziel|Absicht|Wunsch|objectif|but|objetivo|meta|idéal"
    r"|(?:lo|o) ideal)"
)
_LOOSE = r"(?:plan|idea|hope|job|ask|point|thought|Plan|Idee|Hoffnung|idée)"
_OWN = r"my|our|the|one|main|real|only|overall|sole|final|big|mein|unser|das|mon|notre|le|l'|el|o|nuestro|nosso"
_OURS = rf"(?:(?:{_OWN}) ?){{0,3}}"
_ABOUT = r"of|for|with|from|here|today|there|on|at|in|now|von|für|des|du|de|del|da|do|this|last"
_OF = rf"(?: (?:{_ABOUT})(?: (?!is |was |war |ist )[^\s.:;=]+){{0,7}}?)?"
_BE = (
    r"(?: (?:is|was|had been|would be|will be|ist|war|wäre|est|était|serait|es|era|sería|é|seria)|(?:, c'est|, c'était)"
    r"| ?[=:])"
)
_TO = r"(?:,? (?:to|that|for|dass|que|de|zu))"
_THEIRS = expression(r"\b(?:their|client'?s?|customer'?s?|they|ihr\w*|leur|su|seu|deles)\b", re.IGNORECASE)
_OURS_SAID = expression(
    r"\b(?:I|[Ww]e|my|our|My|Our|ich|[Ww]ir|[Mm]ein|[Uu]nser|[Jj]e|[Nn]ous|[Qq]u(?:iero|eremos|ero)"
    r"|[Bb]usc(?:o|amos)|[Pp]rocur(?:o|amos)|[Ee]sper(?:o|amos))\b"
)
_NAME = r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?(?: and [^\W\d_a-z][\w'’-]+)?"
_SOMEBODY = rf"(?:him|her|them|{_NAME})"
GOOD = (
    r"(?:win|won|succe(?:ed|ss)|worth (?:it|the \w+)|happy|well spent|a good \w+|worked|paid off|done my job|a result)"
)
_LEAVE = r"(?:walk|walk out|come|come out|come away|go|leave|get out|drive|ride|fly)"
_MUST = r"(?:want|need|should have|will have|have to have|must have)"
# "so, reminder what we are after here: …"
_REMINDER = (
    r"(?:(?:[Ss]o|[Oo]k|[Oo]kay|[Rr]ight|[Aa]nd|[Aa]gain|[Bb]tw|PS)[,:]? )?(?:(?:(?:[Jj]ust )?(?:a |as a )?"
    r"(?:quick |short )?[Rr]eminder|[Rr]emember|[Tt]o recap|[Ff]or the record|[Ll]est we forget)(?: of| on|:|,|) )?"
)
# What is wanted: "What I went in for was …", "Our aim is to …", "Plan was to …", "with one hope, which was that …".
_CLEFT = (
    (
        rf"{_REMINDER}(?:What|Where|All|what|where|all) {_I}(?:'m|'re|'d)? (?=[^.:=]{{0,60}}{_WANTING})"
        rf"[^.:=]{{2,70}}?{_BE}{_TO}? "
    ),
    (
        rf"(?:[Cc]e que|[Ll]o que|[Oo] que) (?:je |j'|nous |on |yo |eu |nós )?(?:veux|voudrais|cherche|vise|voulons"
        rf"|voudrions|cherchons"
        rf"|busco|buscamos|quiero|queremos|espero|quero|procuro|procuramos)\b[^.:,=]{{0,40}}?{_BE}{_TO}? "
    ),
    (
        rf"(?:The|My|Our) (?:one |only |main |first )?(?:thing|point|result) (?:that )?{_I} {_WANTING}\w*"
        rf"[^.:=]{{0,40}}?{_BE}{_TO}? "
    ),
    rf"(?i:{_OURS}{_FIRM}){_OF}{_BE}:?{_TO}? (?!\w+: |[a-z]+[,.] )",
    rf"(?i:{_OURS}{_LOOSE}){_OF}{_BE} (?:to|for|zu|de) ",
    (
        rf"(?i:(?:my|our|one|mein\w*|uns\w*) (?:\w+ )?(?:{_LOOSE}|{_FIRM})){_OF}(?:{_BE}|, (?:which|and that|die"
        rf"|der) (?:is|was"
        r"|ist|war)) ?,? ?(?:that|dass|que) "
    ),
    (
        rf"(?:I|[Ww]e)(?: had|'d|'ve| have)? (?:come|came|went|go|drove|flew)[^.,;:]{{0,40}} with (?:one|a|the|my"
        rf"|our) (?:\w+ )?"
        rf"(?:{_LOOSE}|{_FIRM})[^.,:]{{0,30}}(?:, which (?:was|is)(?: that| to)?|:| that| to) "
    ),
    r"[Ww]hat do (?:I|we) want(?: [a-z ]{2,30})?[?:] ",
    r"(?:Das|Was) (?:muss|soll) (?:dabei )?(?:he)?rauskommen ?[:=] ",
    r"What (?:must|has to|should|needs to) (?:come out|happen)[^:.]{0,30}: ",
    r"(?:Mir|Uns) geht es (?:heute |dabei )?darum, dass ",
)
_WISH = (
    r"(?:really |just |also |only )?(?:want(?:ed)?|would like|was hoping|were hoping|hoped)(?: to (?:get|have|see))?"
)
_SOME = r"(?: [a-z]+| \d{1,2}[a-z]{2}){0,5}"
_COUNTS = r"(?:'ll| will| would|'d)?(?: (?:be|have been|is|was|count|counts|as))*"
_WIN = r"(?:win|land|close|grow|renew|sell|sign|secure|replace|displace|double)"
# Wanting something of somebody: "I want Ray to bring Paula in", "Wanted to leave with the drawings", "Buscaba que …".
_VERBS = (
    rf"(?:{_I} (?:had )?|(?:I|[Ww]e)['’]d )?(?i:{_WISH}) (?={_SOMEBODY} (?:to )?[a-z])",
    rf"(?:I|[Ww]e)['’]d (?:really )?(?:like|love) (?={_SOMEBODY} to [a-z])",
    r"(?:I|[Ww]e)(?:'d| would) like (?=to (?:be|get|have) [a-z]+ed\b)",
    (
        rf"(?:{_I} |(?:I|[Ww]e)['’]d )?(?i:want(?:ed)?|hop(?:e|ed)|aim(?:ed)?|need(?:ed)?|would like"
        rf"|like)(?: for)? (?:us )?to"
        rf" {_LEAVE}{_SOME} with (?![^\W\d_a-z][\w-]*(?!\w|['’]s))"  # "to walk the hall with Olga" is a deed of ours
    ),
    rf"(?:I|[Ww]e) (?:want|aim|plan|hope|intend) to (?={_WIN}\b [^.]{{4,120}}\b(?:by|before|this|in|until)\b)",
    r"(?:I am|I'm|[Ww]e are|[Ww]e're) (?:aiming|going) for (?=an? )",
    (
        r"(?:I|[Ww]e)(?: had| have|['’]d)? (?:was|were|am|are|went|came|go|gone|come) (?:there|here|back|in|over)"
        r"(?: [a-z]+)? to (?=get\b|have\b|win\b"
        r"|leave with\b)"
    ),
    r"(?:I|[Ww]e) want (?=(?:it|this|the [a-z]+) [a-z]+ed\b)",
    r"(?:I |We )?[Ww]anted to know ?:? ",
)
# A condition and how good it would be: "We win if …", "If I walk out with …, it was worth it".
_CONDITIONS = (
    rf"(?:(?:I|We|It|This|That|The {_CALL}|Today){_COUNTS} (?:a )?|A )?(?i:{GOOD}) (?:if|when|once) ",
    (
        rf"(?:I|We)(?:'d| would) be (?:very |quite |more than )?(?:happy|pleased|content|satisfied)"
        rf"(?: to {_LEAVE}{_SOME})? with "
    ),
    (
        rf"(?:[Ii]t|[Tt]his|[Tt]hat)(?:['’]d| would) be (?:very |really |most )?[a-z]+ if (?:I|we|you and I)"
        rf" (?:can |could )?{_LEAVE}(?: [^\W\d_A-Z]+| \d{{1,2}}[a-z]{{2}}){{0,5}} with "
    ),
    r"(?:Ich wäre|Wir wären) (?:schon |sehr )?(?:zufrieden|froh|glücklich), wenn ",
    rf"(?:Even )?[Ii]f {_I} (?:can )?{_LEAVE}{_SOME} with (?=[^.]{{4,120}}(?:,| it| that| the).{{0,40}}{GOOD})",
    (
        rf"(?:Success|A (?:good|great) (?:{_CALL}|result|outcome)|Winning)(?: (?:for|in|on)(?: [^\s.:;=]+){{1,4}})?"
        r" (?:is|means|looks like|would be|will be|ends with)(?: (?:when|if|that|to))? "
    ),
    rf"What (?:winning|success|good|a (?:good|great) \w+) looks like{_BE} ",
)
# The end of a call: "By the time we hang up, she has named the day".
_ENDS = (
    rf"[Bb]y the (?:time|end)[^,:.]{{3,50}}?[,:]? {_I} {_MUST} ",
    r"[Bb]y the (?:time|end)[^,:.]{3,50}?[,:] ",
    rf"(?:When|Before) {_I} (?:{_LEAVE}|hang up)[^,:.]{{0,30}}[,:] ?{_I} {_MUST} ",
    r"Am Ende (?:des \w+ |der \w+ )?(?:soll|sollte|muss) (?=[^\W\d_a-z])",
)
# What only an act of somebody else's bears out: "I hope that Petra lets us in", "Ideally she signs", "At the end he …".
_HOPES = (
    r"(?:I|[Ww]e)(?:'m| am|'re| are)? (?:hop(?:e|ing)|expect(?:ing)?|count(?:ing)? on it)(?: that)? ",
    r"(?:I|[Ww]e) need (?=(?:him|her|them|[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?) to )",
    (
        r"(?:Ideally|In the best case|Best case|At best|[Ii]f (?:all|it(?: all)?|this|everything) (?:goes|went) "
        r"(?:(?:really|very|as|all|reasonably) )?(?:well|to plan|right|planned|hoped))(?: is that|:|,)? "
    ),
    rf"At the end(?: of (?:the|this|our|that) {_CALL})?,? ",
    r"(?:I|[Ww]e) (?:go|am going|'m going|are going|'re going) (?:there|in|over) (?:so that|for) ",
)
_BEST = (
    r"[Ww]enn (?:alles|es) (?:(?:richtig|sehr|wirklich) )?(?:gut|glatt|nach Plan) (?:geht|läuft)|[Ii]m besten Fall"
    r"|[Ii]m Idealfall|[Ii]dealerweise|[Dd]ans le meilleur des cas|[Aa]u mieux|[Ss]i tout (?:se passe|va) bien"
    r"|[Ii]déalement"
    r"|[Ee]n el mejor de los casos|[Ss]i todo (?:va|sale) bien|[Nn]a melhor das hipóteses|[Ss]e tudo (?:correr|for) bem"
    r"|[Ii]dealmente"
)
THEIR_ACT = (
    rf"(?:[^\W\d_A-Z]+t )?(?:er|sie|il|elle|ils|elles|él|ella|ellos|ele|ela|eles|(?:[Ff]rau|[Hh]err|M\.|Mme"
    rf"|señora?|doña|don|[Dd]ona|seu|a senhora|o senhor) {_NAME}|{_NAME}) [^\W\d_A-Z]"
)
# The same in other languages; where no acts are read, somebody has to be named behind a hope.
# "I wanted one thing from him: …"
_ONE_THING = (
    (
        r"(?:I|[Ww]e)(?:'m| am| was|'re| are| were)? (?:only |just |really )?(?:want(?:ed)?|need(?:ed)?|came for"
        r"|went for|after) (?:only |just |really )?one thing[^.:]{0,40}: "
    ),
    (
        r"(?:[Ii]ch|[Ww]ir) (?:wollten?|will|wollen|brauch(?:e|en|te|ten)) [^.:]{0,40}\b"
        r"(?:eins|eines|eine Sache|Folgendes): (?:dass )?"
    ),
    (
        r"(?:[Jj]e|[Nn]ous|[Oo]n) (?:veux|voulais|voulait|voulons|voulions|cherche|cherchais) [^.:]{0,40}\b"
        r"une (?:seule )?chose[^.:]{0,30}: (?:que |qu['’])?"
    ),
    (
        r"(?:[Qq]uería|[Qq]ueríamos|[Qq]uiero|[Qq]ueremos|[Bb]uscaba|[Qq]ueria|[Qq]uero) [^.:]{0,40}"
        r"(?:una cosa|uma coisa)[^.:]{0,30}: (?:que )?"
    ),
)
# "Wollte eigentlich nur, dass …", and what would be so in the best case
_MEANT = (
    rf"(?:{_BEST})(?:,| ?:)? (?={THEIR_ACT})",
    (
        r"(?:(?:[Ee]igentlich|[Ii]ch|[Ww]ir) )?(?:[Ww]ollten?|[Hh]ätten? gern|[Hh]offten?|[Mm]öchten?)"
        r"(?: (?:ich|wir|eigentlich|ja|nur|vor allem|heute|dabei|mindestens|unbedingt|einfach)){0,4},? dass "
    ),
    (
        r"(?:(?:[Jj]e|[Oo]n|[Nn]ous) )?(?:[Vv]oulais|[Vv]oulait|[Vv]oulions|[Vv]oudrais|[Vv]oudrait)"
        r"(?: (?:juste|seulement|surtout|simplement|en fait|au moins)){0,2} (?:que |qu['’])"
    ),
    (
        r"(?:[Qq]uería|[Qq]ueríamos|[Bb]uscaba|[Bb]uscábamos|[Qq]ueria|[Qq]ueríamos)"
        r"(?: (?:solo|sólo|sobre todo|simplemente|só|apenas|sobretudo|mesmo|pelo menos)){1,2} que "
    ),
)
_FOREIGN = (
    r"(?:Buscaba|Buscábamos|Quería|Queríamos|Pretendía|Pretendíamos|Esperaba|Esperábamos|Queria|Pretendemos) que ",
    r"(?:(?:Me|Nos) gustaría|Necesito|Necesitamos|Gostaria(?:mos)?(?: de)?|Preciso(?:mos)?(?: de)?) que ",
    (
        r"(?:(?:Quiero|Queremos|Espero|Esperamos) (?:salir|volver|irme|irnos)|(?:Quero|Queremos|Espero) (?:sair"
        r"|voltar)) con?m? "
    ),
    (
        r"(?:Je voulais|Nous voulions|On voulait|Je souhait(?:ais|e)|Nous souhaitons|Je voudrais|Nous voudrions"
        r"|J'aimerais|Nous aimerions) (?:que |qu')"
    ),
    r"(?:J'aimerais|Je veux|Je voudrais|Nous voulons|On veut) (?:repartir|sortir|ressortir|rentrer) avec ",
    r"(?:Ich|Wir) (?:hätten?|wünschen? (?:mir|uns)|brauchen?|erwarten?|erhoffen? (?:mir|uns))(?: gern)?,? dass ",
    r"(?:Ich|Wir) (?:will|wollen|möchten?) mit (?=[^.]{4,120}\b(?:raus|heraus|heim|nach Hause|weg|zurück)\b)",
    r"(?:Bis|Zum|Vor|Nach) [^.:,]{3,40} (?:will|wollen|möchte|möchten) (?:ich|wir) ",
    r"(?:Espero|Esperamos|Quiero|Queremos|Quero) que (?=(?:(?:el|la|o|a|don|doña|el señor|la señora) )?[^\W\d_a-z])",
    r"(?:J'espère|Nous espérons) que (?=[^\W\d_a-z])",
    r"(?:Ich hoffe|Wir hoffen), dass (?=[^\W\d_a-z])",
)
FIRM_NOUNS = rf"(?i:{_FIRM}|{_LOOSE})\b[^.:]{{0,60}}(?:{_BE}|, which was)"
HINT = expression(
    rf"\b(?:[Ww]hat|[Ww]here|[Aa]ll) (?:{_I}|winning|success|good|a)\b|\b[Ww]ant(?:ed)?\b|\b[Hh]op(?:ed?|ing)\b"
    rf"|\b[Aa]im(?:ed|ing)?\b|[Ii]f (?:I|we|all|it|this|everything)\b|would like to|'d like to|\bdo (?:I|we) want"
    rf"|['’]d (?:like|love)\b|\b(?:there|here|back|in|over) to (?:get|have|win)|\b(?:I|[Ww]e) (?:need|expect)"
    rf"|\b(?i:{GOOD}) (?:if|when|once|with)\b|[Bb]y (?:the )?(?:time|end)\b|At the end|(?:When|Before) {_I}\b"
    r"|\bgo (?:there|back) to\b|\bbe [a-z]+ if (?:I|we|you)\b"
    r"|\b(?:in|there|along|over) (?:wanting|hoping|with)\b"
    r"|^(?:Ideally|Best case|At best|In the best)|\bgoing for\b|\bone thing\b"
    r"|thing (?:that )?(?:I|we)\b"
    r"|\b(?i:wollten?|möchten?|hätten?|hofften?|voul(?:ais|ait|ions)|voudrai[st]|veux|voulons|cherch\w+|quier[oe]\w*|quero|brauch\w+|will|wollen|querías?|queríamos|queria|busca\w+)\b"
    r"|^(?i:wenn|im |ideal|idéal|dans le|au mieux|si to|en el m|na melhor|se tudo)|^(?:[Ss]o|[Rr]em|To recap)"
    r"|^(?:Success|Winning|A (?:good|great)) |\bgo(?:ing)? (?:there|in|over) (?:so|for)"
    r"|^(?:Buscaba|Buscábamos|Quer|Quier|Pretend|Esper|Me |Nos |Nec|Gost|Prec|Lo |O |Ce |J[e'’]|Nous |On |Bis "
    r"|Zum |Vor |Nach "
    rf"|Das |Was |What |Ich |Wir |Mir |Uns |Am |L'i|L’i)|\b{FIRM_NOUNS}|\b{purposes.HINT}"
)


@functools.lru_cache(maxsize=512)
def may_begin(text: str) -> bool:
    """Say whether a text may state a goal; a quick look."""
    return clockwords.has_one_of("wanting-hint", text) and HINT.search(text) is not None


# What surely states a goal, and what does where somebody else's act follows; to compile them takes milliseconds.
SURE = expression("|".join((*_CLEFT, *_VERBS, *_CONDITIONS, *_ENDS, *_ONE_THING, *_MEANT, *_FOREIGN, *purposes.SURE)))
HOPED = expression("|".join((*_HOPES, *purposes.HOPED)))


def is_theirs(begun: str) -> bool:
    """Say whether the beginning of a sentence speaks of somebody else's goal: "Their aim is"."""
    return _THEIRS.search(begun) is not None


def is_ours(begun: str) -> bool:
    """Say whether the beginning of a sentence speaks of what the author or we want: "What I am after is", "We want"."""
    return _OURS_SAID.search(begun) is not None
