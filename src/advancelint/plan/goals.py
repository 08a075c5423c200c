"""Finds goals that sentences state: "What I went in for was …", "Plan was to get …", "We win if …", "Failing that, …".

The grammar is that of saying what one wants: a goal's noun or a clause of wanting with a copula, wanting something of
somebody, a condition and how good it would be, the end of a call and what is to be so by then. Behind such a goal "if
not", "otherwise" and their like name the fallback.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.records import NamedTuple

_I = r"(?:I|we|We|you and I|ich|wir|je|nous|on)"
_CALL = r"(?:call|meeting|visit|lunch|dinner|day|session|hour|demo|coffee|workshop|review|week|trip|half hour)"
_WANTING = r"(?:want|need|after|like|hop|aim|look|try|came|went|go in|going in|set out|meant|wish|see (?:him|her|them))"
_FIRM = r"(?:goals?|aims?|objectives?|purpose|targets?|mission|Ziel|Absicht|objectif|but|objetivo|meta)"
_LOOSE = r"(?:plan|idea|hope|intention|job|ask|point|thought|Plan|Idee|idée)"
_OWN = r"my|our|the|one|main|real|only|overall|sole|final|big|mein|unser|das|mon|notre|le|el|o|nuestro|nosso"
_OURS = rf"(?:(?:{_OWN}) ){{0,3}}"
_ABOUT = r"of|for|with|from|here|today|there|on|at|in|now|von|für|des|du|de|del|da|do|this|last"
_OF = rf"(?: (?:{_ABOUT})(?: (?!is |was |war |ist )[^\s.:;=]+){{0,7}}?)?"
_BE = r"(?: (?:is|was|would be|will be|ist|war|wäre|est|était|es|era|é)| ?[=:])"
_TO = r"(?: (?:to|that|for|dass|que|de|zu))"
_THEIRS = expression(r"\b(?:their|client'?s?|customer'?s?|they|ihr\w*|leur|su|seu|deles)\b", re.IGNORECASE)
_SOMEBODY = r"(?:him|her|them|[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?(?: and [^\W\d_a-z][\w'’-]+)?)"
_GOOD = (
    r"(?:win|won|succeed|success|worth (?:it|the \w+)|happy|well spent|a good \w+|worked|paid off|done my job|a result)"
)
_LEAVE = r"(?:walk|walk out|come|come out|go|leave|get out|drive|ride|fly)"
_MUST = r"(?:want|need|should have|will have|have to have|must have)"
# What is wanted: "What I went in for was …", "Our aim is to …", "Plan was to …".
_CLEFT = (
    rf"(?:What|Where|All|what|where|all) {_I}(?:'m|'re|'d)? (?=[^.:=]{{0,60}}{_WANTING})[^.:=]{{2,70}}?{_BE}{_TO}? ",
    rf"(?i:{_OURS}{_FIRM}){_OF}{_BE}{_TO}? ",
    rf"(?i:{_OURS}{_LOOSE}){_OF}{_BE} (?:to|for|zu|de) ",
    r"(?:Das|Was) (?:muss|soll) (?:dabei )?(?:he)?rauskommen ?[:=] ",
    r"What (?:must|has to|should|needs to) (?:come out|happen)[^:.]{0,30}: ",
)
_WISH = (
    r"(?:really |just |also |only )?(?:want(?:ed)?|would like|was hoping|were hoping|hoped)(?: to (?:get|have|see))?"
)
_SOME = r"(?: [a-z]+){0,4}"
_COUNTS = r"(?:'ll| will| would|'d)?(?: (?:be|have been|is|was|count|counts|as))*"
# Wanting something of somebody: "I want Ray to bring Paula in", "Wanted to leave with the drawings", "Buscaba que …".
_VERBS = (
    rf"(?:{_I} |I'd |We'd )?(?i:{_WISH}) (?={_SOMEBODY} (?:to )?[a-z])",
    rf"(?:{_I} )?(?i:want(?:ed)?|hop(?:e|ed)|aim(?:ed)?|need(?:ed)?)(?: for)? (?:us )?to {_LEAVE}{_SOME} with ",
    r"(?:I |We )?[Ww]anted to know ?:? ",
    r"(?:I |We )?(?:[Ww]ent|[Cc]ame|[Gg]oing|[Gg]o) in (?:wanting|hoping for|hoping to|with the aim of)(?: to)? ?:? ",
    r"(?:Buscaba|Buscábamos|Quería|Queríamos|Pretendía|Pretendíamos|Esperaba|Esperábamos|Queria|Pretendemos) que ",
    r"(?:Je voulais|Nous voulions|On voulait|Je souhaitais) (?:que |qu')",
    r"(?:Bis|Zum|Vor|Nach) [^.:,]{3,40} (?:will|wollen|möchte|möchten) (?:ich|wir) ",
)
# A condition and how good it would be: "We win if …", "If I walk out with …, it was worth it".
_CONDITIONS = (
    rf"(?:(?:I|We|It|This|That|The {_CALL}|Today){_COUNTS} (?:a )?|A )?(?i:{_GOOD}) (?:if|when|once) ",
    rf"(?:Even )?[Ii]f {_I} (?:can )?{_LEAVE}{_SOME} with (?=[^.]{{4,120}}(?:,| it| that| the).{{0,40}}{_GOOD})",
)
# The end of a call: "By the time we hang up, she has named the day".
_ENDS = (
    rf"[Bb]y the (?:time|end)[^,:.]{{3,50}}?[,:]? {_I} {_MUST} ",
    r"[Bb]y the (?:time|end)[^,:.]{3,50}?[,:] ",
    rf"(?:When|Before) {_I} (?:{_LEAVE}|hang up)[^,:.]{{0,30}}[,:] ?{_I} {_MUST} ",
)


# All of them in one, which takes milliseconds to compile and which most plans never need.
_GOALS = expression("|".join((*_CLEFT, *_VERBS, *_CONDITIONS, *_ENDS)))
_IF = expression(
    r"(?:[a-z]\) )?(?:If (?:not|nothing else|all else fails|that (?:fails|is|does|turns)[^,:→]{0,40}"
    r"|(?:we|I) (?:can't|cannot|can’t|don't|do not)[^,:→]{0,40}|(?:he|she|they|the [a-z]+|[^\W\d_a-z][\w'’-]+) "
    r"[^,:→.]{3,60}?)|(?:Falls|Wenn|Si|Se) [^,:→.]{2,60}?)(?: ?[,:→]| [–—-])+\s*"
)
_ELSE = expression(
    r"(?:[a-z]\) )?(?:If not|Failing that|[Oo]therwise|Or else|[Ee]lse|At (?:the very )?least|At (?:a )?minimum"
    r"|As a minimum|At a pinch|Worst case|Plan B|Sinon|Notfalls|Sonst|Andernfalls|Zumindest|Mindestens|Al menos"
    r"|Au (?:moins|minimum)|À défaut|Pelo menos|Caso contrário|Senão)(?: ?[,:→–—-]+)?\s+"
)
_SETTLE = expression(
    r"(?:[Tt]hen |at least )?(?:(?:I|[Ww]e)(?:'d| would|'ll| will| can|) "
    r"(?:settle for|take|want|accept|live with|be happy with|go for|be content with|like|at least want) )?"
)
_SETTLED = expression(
    r"(?:But )?(?:I|[Ww]e)(?:'d| would|'ll| will| can| could) (?:settle for|live with|be content with|also take) "
)
_JUDGED = expression(rf", (?:then )?(?:it|that|the|this|I|we)\b.{{0,40}}\b{_GOOD}")
_HINT = expression(
    rf"\b(?:[Ww]hat|[Ww]here|[Aa]ll) {_I}\b|\b[Ww]ant(?:ed)?\b|\b[Hh]oped?\b|\b[Aa]im(?:ed)?\b|[Ii]f (?:I|we)\b"
    rf"|\b(?i:{_GOOD}) (?:if|when|once)\b|[Bb]y the (?:time|end)\b|(?:When|Before) {_I}\b"
    r"|\bin (?:wanting|hoping|with)\b"
    r"|^(?:Buscaba|Buscábamos|Quer|Pretend|Esper|Je |Nous |On |Bis |Zum |Vor |Nach |Das |Was |What )"
    rf"|\b(?i:{_FIRM}|{_LOOSE})\b[^.:]{{0,60}}(?:{_BE})"
)
_ELSE_HINT = expression(
    r"(?:[a-z]\) )?(?:If|Failing|Wenn|Falls|Si|Se|[Oo]therwise|Or else|[Ee]lse|At|As a|Worst|Plan B|Notfalls|Sonst"
    r"|Andernfalls|Zumindest|Mindestens|Al|Au|À|Pelo|Caso|Senão|Sinon)\b"
)
_BREAK = expression(r"(?:[.!?;:)]|\b[a-z]\))?[ ]+(?=[^\W\d_])")
_SENTENCE = expression(r"(?<=[.!?])[ ]+")
_END = expression(r"[.!?](?=[ ]+[^\W\d_a-z]|[ ]*$)")
_ABBREVIATED = expression(r"(?:^|[\s(])(?:[A-Z]|[A-Z][a-z]|Mrs|Prof|Ing|e\.g|i\.e|approx|incl|No|no)$")
_LONGEST, _FEWEST = 4_000, 2


class Goal(NamedTuple):
    """A goal of a text: where the words begin that say that it is one, where its own words do and end; its role."""

    start: int
    value: int
    end: int
    role: str


def may_state(content: str) -> bool:
    """Say whether Markdown may state a goal in a sentence; a quick look."""
    return len(content) <= _LONGEST and bool(_HINT.search(content) or _ELSE_HINT.match(content))


def stated(text: str, starts: list[int]) -> list[Goal]:
    """Return the goals that the sentences of ``text`` state, in order; its lines begin at ``starts``.

    A fallback is one only behind a goal.
    """
    if len(text) > _LONGEST or not _HINT.search(text):
        return []
    found: list[Goal] = []
    for start in sorted({*starts, *(match.end() for match in _SENTENCE.finditer(text))}):
        if found and start < found[-1].end:
            continue
        goal = _goal(text, start) or (_fallback(text, start) if found else None)
        if goal:
            found.append(goal)
    return found


def alternative(text: str) -> Goal | None:
    """Return the fallback that stands in a text behind an objective: "… in November. Otherwise, a logger"; or None."""
    for mark in _BREAK.finditer(text):
        found = _fallback(text, mark.end())
        if found:
            return found
    return None


def otherwise(text: str) -> int:
    """Return where the words of a fallback begin in a line that stands right below a goal, 0 where it is none."""
    found = _fallback(text, 0)
    return found.value if found else 0


def _goal(text: str, start: int) -> Goal | None:
    match = _GOALS.match(text, start)
    if not match or _THEIRS.search(match.group()):
        return None
    end = _sentence_end(text, match.end())
    judged = _JUDGED.search(text, match.end(), end)
    end = judged.start() if judged else end
    return Goal(start, match.end(), end, "objective") if _is_said(text[match.end() : end]) else None


def _fallback(text: str, start: int) -> Goal | None:
    match = _SETTLED.match(text, start)
    value = match.end() if match else 0
    if match is None:
        match = _IF.match(text, start) or _ELSE.match(text, start)
        taken = _SETTLE.match(text, match.end()) if match else None
        value = taken.end() if taken else 0
    end = _sentence_end(text, value)
    return Goal(start, value, end, "fallback") if match and _is_said(text[value:end]) else None


def _is_said(words: str) -> bool:
    """Say whether words can be a goal: more than one, and no question that asks for an answer."""
    return len(words.split()) >= _FEWEST


def _sentence_end(text: str, start: int) -> int:
    """Return where the sentence around ``start`` ends."""
    for match in _END.finditer(text, start):
        if not _ABBREVIATED.search(text[start : match.start()]):
            return match.start()
    return len(text)
