"""Finds goals that sentences state: "What I went in for was …", "Plan was to get …", "We win if …", "Failing that, …".

The grammar is that of saying what one wants: a goal's noun or a clause of wanting with a copula, wanting something of
somebody, a condition and how good it would be, the end of a call and what is to be so by then. Behind such a goal "if
not", "otherwise" and their like name the fallback.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import purposes, wanting
from advancelint.plan.asking import asks, is_act
from advancelint.plan.shortened import ends_in_short
from advancelint.records import NamedTuple

_IF = expression(
    r"(?:[a-z]\) )?(?:[Ii]f (?:that|it|this) (?:fails|(?:do|does|wo|is) ?n['’]?t)[^,:→]{0,40}?"
    r"|If (?:not|no [^,:→]{2,40}?|nothing else|all else fails"
    r"|(?:that|it|this) (?:fails|is|does|turns|goes)[^,:→]{0,40}"
    r"|(?:we|I) (?:can't|cannot|can’t|don't|do not)[^,:→]{0,40}"
    r"|(?:(?:he|she|they)(?:['’](?:s|re))?|the [a-z]+|[^\W\d_a-z][\w'’-]+) "
    r"(?:[^,:→.]|(?<=\d)[:.](?=\d)){3,60}?)"
    r"|In case (?:not|he|she|they|[^\W\d_a-z][\w'’-]+)[^,:→.]{0,60}?|Sollten? [^,:→.]{4,60}?"
    r"|(?:Falls|Wenn|Si|Se) [^,:→.]{2,60}?)(?:(?: ?(?:[,→]|:(?!\d))| [–—-])+\s*| (?=then |at least "
    r"|(?:ask|get|try|push) (?:for |him |her |them |[^\W\d_a-z])"
    r"|(?:I|we)(?:['’]ll)? (?:show|walk|take|send|ask|offer|leave|give|bring|go|get|try) ))"
)
_ELSE = expression(
    r"(?:[a-z]\) )?(?:[Ii]f (?:not that|neither(?: of (?:them|these))?)(?:,? then)?|If not(?:,? then)?"
    r"|(?:Failing|Barring|(?:Falling )?[Ss]hort of) (?:that|this|which|it)|[Oo]therwise|Or else"
    r"|[Oo]r(?=:| at least| [–—-] )|Else|else(?=[,:]| [–—-] )|At (?:the very )?least(?! \d)|At (?:a )?minimum"
    r"|As a minimum|Fallback(?=[,:])|At a pinch|Worst case|(?:As a )?[Ss]econd[ -]best"
    r"|(?:(?:My|Our|The|A) (?:fallback|second choice|plan B)|Plan B)(?: is| would be| was)?(?: that| to)?"
    r"|Sinon|Notfalls|Sonst|Andernfalls|Zumindest|Mindestens|Al menos|Au (?:moins|minimum|pire)|À défaut|Pelo menos"
    r"|Caso contrário|Senão|Schlimmstenfalls|Im (?:schlimmsten|schlechtesten) Fall|En el peor de los casos"
    r"|Na pior das hipóteses|No pior dos casos)(?: ?[,:→–—-]+)?\s+"
)
# "…, or at least the drawings" in the sentence of the goal itself, and what would do as well
_OR = expression(
    r",? (?:or|oder|ou|o),? (?:at (?:the very )?least|failing (?:that|this)|zumindest|wenigstens|au moins|al menos"
    r"|pelo menos) |[,;] (?:if not|failing (?:that|this|which|it)|otherwise|or else|sonst|sinon|à défaut|si no|senão)"
    r"(?:, | )(?!already |yet |too )(?:then |dann )?|[,;] (?:else|second[ -]best)(?:[,:]? )(?=[^\W\d_])"
    r"| ?[(;,] ?(?:fallback|plan b): ?|\. if not(?: that)?,? (?:then )?"
    r"| ?\((?:worst case|at worst|second best|if not|failing that|or at least|otherwise)[,:]? "
    r"|[,;] (?:and |but )?if (?:this|that|it)(?: is|['’]s) too (?:early|much|soon|far|hard)\b[^,.;]{0,20}?,? (?:then )?"
    r"(?:that )?(?=[^\W\d_])"
)
_ENOUGH = expression(
    r"(?:(?:But|Even|Then) )?(?P<what>[^.!?]{4,90}?) (?:would|will|is) (?:also |already )?"
    r"(?:do|be enough|enough|be fine|be a start)(?: too| as well| for now)?(?:[.!]|$)"
)
_SETTLE = expression(
    r"(?:[Tt]hen (?:at least )?|at least |(?:dann )?(?:wenigstens|zumindest) "
    r"|(?:alors )?au moins |al menos |pelo menos )?(?:(?:I|[Ww]e)(?:'d| would|'ll| will| can|) "
    r"(?:settle for|take|want|accept|live with|be happy with|go for|be content with|like|at least want) )?"
)
_SETTLED = expression(
    r"(?:But )?(?:(?:I|[Ww]e)(?:'d| would|'ll| will| can| could)|Would) "
    r"(?:settle for|live with|be content with|also take) "
)
_JUDGED = expression(rf", (?:then )?(?:it|that|the|this|I|we)\b.{{0,40}}\b{wanting.GOOD}")
# "I had gone in to get a drawing, and I came out with two": what came of it is no part of the goal.
_GOT = expression(
    r",(?: (?:and|but))?(?: (?:I|we|he|she|they))? (?:came|got|left|did|didn['’]t|walked|went|had|have)\b"
)
_THEIR_ACT = expression(wanting.THEIR_ACT)
_SOMEBODY = expression(r"(?:he|she|they)\b|[^\W\d_a-z]")
# A clause that says what I want, behind what else the sentence says: "We have data by then, and I want to go with …".
_CLAUSE = expression(
    r"(?:[;:–—-]|, (?:and|so|but)|, | and|^|(?<=[.!?]) )[ ]?(?:(?i:There|Then|Here|On|At|In|For|This|Next|Today"
    r"|Tomorrow|After|From|By|When|With|As|Before)\b[^.,;:()]{0,30}(?:\([^()]{0,60}\))?,? "
    r"|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?:? )?"
    r"(?=(?:I|we) (?:want|would like|hope|need|am hop|are hop)|(?:I|we)['’](?:d (?:like|want|love)|m hop|re hop)"
    r"|what (?:I|we|you)\b|what do (?:I|we) "
    r"|want (?:him|her|them|to|[^\W\d_a-z][\w'’-]+ to) )"
)
_ELSE_HINT = expression(
    r"(?:[a-z]\) )?(?:If|In|Sollten?|Failing|Barring|Falling|Short|Wenn|Falls|Si|Se|[Oo]therwise|[Oo]r"
    r"|[Ee]lse|At|As a|Worst|Plan B"
    r"|(?:(?:I|We)['’ ])?(?:d |[Ww]ould )(?:settle|live with)"
    r"|Notfalls|Fallback|Sonst|Andernfalls|Zumindest|Mindestens|Al|Au|À|Pelo|Caso|Senão|Sinon)\b"
)
# "If not, …" and its like; "if the board agrees, …" goes on with the line above.
_NEGATED = expression(
    r"(?:[a-z]\) )?(?:If (?:not|that|it|this|nothing|all else)|(?:Wenn|Falls) (?:nicht|das|es)|Si (?:no|non|ça|eso)"
    r"|Se (?:não|isso))\b"
)
_BREAK = expression(r"(?:[.!?;:)]|\b[a-z]\))?[ ]+(?=[^\W\d_])")
_SENTENCE = expression(r"(?<=[.!?])[ ]+")
_END = expression(r"[.!?](?=[ ]+[^\W\d_a-z]|[ ]*$)")
_LONGEST, _FEWEST, _SEEN = 4_000, 2, 200


class Goal(NamedTuple):
    """A goal of a text: where the words begin that say that it is one, where its own words do and end; its role."""

    start: int
    value: int
    end: int
    role: str


def may_state(content: str) -> bool:
    """Say whether Markdown may state a goal in a sentence; a quick look."""
    return len(content) <= _LONGEST and (wanting.may_begin(content) or _ELSE_HINT.match(content) is not None)


def stated(text: str, starts: list[int]) -> list[Goal]:
    """Return the goals that the sentences of ``text`` state, in order; its lines begin at ``starts``.

    A fallback is one only behind a goal.
    """
    if len(text) > _LONGEST or not (wanting.may_begin(text) or purposes.may_lead(text)):
        return []
    found: list[Goal] = []
    begun = {*starts, *(match.end() for mark in (_SENTENCE, _CLAUSE) for match in mark.finditer(text))}
    for start in sorted(begun):
        if found and start < found[-1].end:
            continue
        goal = _goal(text, start) or (_less(text, start, starts) if found else None)
        if goal:
            found += _parted(text, goal)
    return found


def alternative(text: str) -> Goal | None:
    """Return the fallback that stands in a text behind an objective: "… in November. Otherwise, a logger"; or None."""
    for mark in _BREAK.finditer(text):
        if mark.group()[0] == ";":
            found = below(text, mark.end())
            found = found and found._replace(start=mark.start())
        else:
            found = _fallback(_capital(text, mark.end()) if mark.group()[0] in ".!?" else text, mark.end())
        if found:
            return found
    joined = _OR.search(text)
    return _beside(text, joined, len(text)) if joined and joined.start() else None


def otherwise(text: str) -> int:
    """Return where the words of a fallback begin in a line that stands right below a goal, 0 where it is none."""
    found = _fallback(_capital(text, 0), 0)
    return found.value if found else 0


def below(text: str, start: int) -> Goal | None:
    """Return the fallback that the line at ``start`` of a text states below a goal: "failing that, a look at it"."""
    if not _ELSE_HINT.match(line := _capital(text, start), start):
        return None
    condition = _IF.match(line, start)
    return None if condition and not _NEGATED.match(line, start) else _fallback(line, start)


def _goal(text: str, start: int) -> Goal | None:
    if not wanting.may_begin(text):
        return _at_call(text, start)
    match = wanting.SURE.match(text, start)
    hoped = None if match else wanting.HOPED.match(text, start)
    match = match or hoped
    if not match:
        return _at_call(text, start)
    if not match or wanting.is_theirs(match.group()):
        return None
    end = _sentence_end(text, match.end())
    judged = _JUDGED.search(text, match.end(), end) or _GOT.search(text, match.end(), end)
    end = judged.start() if judged else end
    words = text[match.end() : end]
    if not _is_said(words) or (hoped and not (_SOMEBODY.match(words) and is_act(words))):
        return None
    return Goal(start, match.end(), end, "objective")


def _at_call(text: str, start: int) -> Goal | None:
    """Return the goal that a call leads: "For 10 Sep: Graham picks three", "Call is 29 July. Get Jo to name one"."""
    match = purposes.LED.match(text, start)
    if not match:
        match = purposes.THERE.match(text, start)
        match = match if match and purposes.CALLED.search(text, max(0, start - _SEEN), start) else None
    if not match:
        return None
    end = _sentence_end(text, match.end())
    words = text[match.end() : end]
    theirs = purposes.CAUSED.match(words) or (_SOMEBODY.match(words) and asks(words))
    theirs = theirs or (purposes.ABROAD.match(match.group()) and _THEIR_ACT.match(words))
    begin = match.end() if purposes.NEXT.match(text, start) else start  # "Next call" is a label of its own
    return Goal(begin, match.end(), end, "objective") if theirs else None


def _parted(text: str, goal: Goal) -> list[Goal]:
    """Return a goal, and apart from it the fallback that its own sentence names."""
    mark = _OR.search(text, goal.value, goal.end)
    if not mark or goal.role != "objective":
        return [goal]
    return [goal._replace(end=mark.start()), _beside(text, mark, goal.end)]


def _beside(text: str, mark: re.Match[str], end: int) -> Goal:
    """Return the fallback behind ``mark``, up to the end of the bracket that it opens."""
    close = text.find(")", mark.end(), end) if "(" in mark.group() else -1
    return Goal(mark.start(), mark.end(), close if close >= 0 else end, "fallback")


def _less(text: str, start: int, starts: list[int]) -> Goal | None:
    """Return the fallback that begins at ``start``; notes begin lines with small letters."""
    return _fallback(_capital(text, start) if start in starts else text, start) or _enough(text, start)


def _capital(text: str, start: int) -> str:
    numbered = text[start + 1 : start + 2] == ")"  # "b) otherwise, …"
    return text if numbered else text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def _fallback(text: str, start: int) -> Goal | None:
    match = _SETTLED.match(text, start)
    value = match.end() if match else 0
    if match is None:
        match = _IF.match(text, start) or _ELSE.match(text, start)
        taken = _SETTLE.match(text, match.end()) if match else None
        value = taken.end() if taken else 0
    if match is None:
        return None  # most words: where their sentence ends need not be asked
    end = _sentence_end(text, value)
    said = _is_said(text[value:end]) and not purposes.IDLE.match(text, value)
    return Goal(start, value, end, "fallback") if said else None


def is_idle(text: str) -> bool:
    """Say whether a sentence only tells what we fear: "Otherwise nothing moves before August"."""
    match = _ELSE.match(_capital(text, 0))
    return match is not None and purposes.IDLE.match(text, match.end()) is not None


def _is_said(words: str) -> bool:
    """Say whether words can be a goal: more than one, and no question that asks for an answer."""
    return len(words.split()) >= _FEWEST


def _enough(text: str, start: int) -> Goal | None:
    match = _ENOUGH.match(text, start)
    return Goal(start, *match.span("what"), "fallback") if match and _is_said(match["what"]) else None


def _sentence_end(text: str, start: int) -> int:
    """Return where the sentence around ``start`` ends."""
    for match in _END.finditer(text, start):
        if match.group() != "." or not ends_in_short(text, match.start()):
            return match.start()
    return len(text)
