"""How people promise in running notes, sentence by sentence: "I owe them a quote", "Sunita will pull the timings"."""

from __future__ import annotations

from advancelint.expressions import expression
from advancelint.plan import clockwords

_LONGEST = 4_000  # characters of a paragraph that may promise

NAME = r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?"
SUBJECT = rf"(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|{NAME})"
# "Rory in the bid team is to …", "My colleague Anselm Roy is going to …"
WHOSE = r"(?:(?:[Oo]ur|[Mm]y|[Uu]nser\w*|[Mm]eine?) [^\W\d_]+ )"
WHERE = (
    r"(?:,? (?:in|at|on|from|of|vom|von|aus|im) (?:the |our |der |dem )?[a-z][^,.;:]{1,24}?"
    r"(?=,? (?:will|is|has|needs|soll|muss)\b))"
)
# A promise says when; what is owed needs no day, nor what somebody has or is going to do.
DUTY = (
    r"(?: (?:still |also |really )?(?:(?:ha(?:ve|s)|got|needs?) to|(?:is|are|am) (?:going to|gonna)|gotta|muss|soll"
    r"|doi[st]|tengo que|tiene que|debe|tenho que|tem que|deve)|(?:'s|’s|'m|’m|'re|’re) (?:going to|gonna)"
    r"|(?:'m|’m) to)"
)
# "Gail said she'd send it"
SAID = (
    r"(?: also| has| have)? (?:said|says|mentioned)(?: that)? (?:s?he|they|you|we|I)(?:['’](?:d|ll)| would| will)"
    rf"(?! (?:rather|do|wait|know|have(?! (?:our|my|his|her|their|{NAME}) )|hold|pay|think|talk|see|sleep|like|need"
    r"|want|go)\b)"
)
# "I said I would send it by Friday"
SAID_SELF = expression(rf"(?:I|[Ww]e){SAID} [a-z]")
SWORN = r"(?: also| has| have)? promised(?: me| us)?(?: that)? (?:s?he|they)(?:['’](?:d|ll)| would| will)?"
MODAL = (
    rf"(?:(?:{DUTY}|{SAID}|{SWORN}|(?:, who [^,.;]{{3,60}},)?"
    r" (?:will|shall|must|wird|va|vai|(?:is|are|am) to"
    r"|(?:is|are|was|were) (?:supposed|meant|due) to(?: be(?= [a-z]+ing\b))?"
    r"|(?:was|were) (?:going )?to"
    r"|(?:kindly )?(?:promised|agreed|offered)(?: me| us)? to|to(?! self\b| file\b)|should(?! have\b))|'ll|’ll))"
)
MEANT = r"(?!be\b|know\b|say\b|admit\b|have\b|think\b|see\b)"
PROMISING = expression(rf"{SUBJECT}{WHERE}?{MODAL} (?!be\b)[^\W\d_A-Z]")
# "I'll see you both again on Tuesday" is a call
_AGAIN = r"(?:see|meet|talk|speak)(?: to| with)? (?:you|each other|again)\b"
PROMISE = expression(rf"{WHOSE}?(?P<who>{SUBJECT}){WHERE}?{MODAL} (?!be\b|{_AGAIN})[^\W\d_A-Z]")
IS_DUTY = expression(
    rf"{WHOSE}?(?:I|{NAME}){WHERE}?{DUTY} {MEANT}[^\W\d_A-Z]"
    rf"|(?:I|[Ww]e) must (?:also |still |then )?{MEANT}(?!not\b|confess\b|remember\b|add\b|stop\b|avoid\b)[a-z]"
    rf"|(?:I|[Ww]e)(?: have| had|['’]ve|['’]d)? (?:undertaken|promised(?: (?:[Tt]o )?(?:him|her|them|{NAME}))?)"
    r" (?:to|that (?:I|we)(?: would|['’]d)) [a-z]"
)
# "I have asked our Mrs Crewe to remind him"
DELEGATED = expression(
    rf"(?:I|[Ww]e)(?: have|['’]ve)? (?:asked|told|got|instructed) (?:our|my) (?:[a-z]+ )?"
    rf"(?P<who>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?{NAME}) to [a-z]"
)
# "Jo, you said you'd send the list"
CALLED = expression(
    rf"(?:(?:and|so) )?(?P<who>{NAME}), you(?:{SAID}|(?:['’]re| are| were) (?:going|meant|supposed) to"
    r"| (?:kindly )?(?:offered|agreed|promised|wanted) to) (?!be\b)(?=[a-z])",
)
# "What I have to do is send the list"
TASKED = expression(
    rf"(?:[Ww]hat|[Aa]ll|(?:[Tt]he|[Oo]ne) (?:[a-z]+ )?thing) (?P<who>I|we|{NAME})(?:['’]ve|['’]s| ha(?:ve|s))?"
    r"(?: got| needs?)?(?: still)? to do(?: now| next| first| then)? is (?:to )?(?=[a-z])"
)
# "Jo to check it": so nobody speaks but of what was agreed
BARE = expression(
    rf"{WHOSE}?{NAME} to (?!be\b|have\b(?!.{{3,60}}\b(?:ready|done|finished|printed|signed)\b))[^\W\d_A-Z]"
)
OWED = expression(
    rf"{SUBJECT} (?:still )?owes? (?!(?:a|an|the|it|this|that|much)\b)[^\W\d_][\w'’-]*(?: [a-z]+)? (?:an?|the"
    rf"|some|\d) "
    rf"|{SUBJECT} (?:still )?owes? (?:me|us) (?!(?:one|that|this|nothing|big|a)\b)[^\W\d_][\w-]+ [a-z]"
)
# "send her the flyer after": an order for when the call is over
AFTER = expression(
    r"(?:(?:and |then )?"
    r"(?!(?:be|look|see|what|who|how|ask|tell|check|let|mention|find|say|leave|discuss|show)\b)[a-z]+ "
    r"(?:(?!\b(?:who|what|whether|how|if|when|why|for)\b)[^.;:?!\n]){3,70}? (?:straight |right )?"
    r"after(?:wards?)?(?: (?:the )?(?:call|visit|meeting))?)(?=[.!]*(?:\n|$))"
)
# "Could you run the quote by Friday?", "I promised Jo the results by Friday", "Need Jo to write it up by 22 May"
ASKED = expression(r"(?:(?:Could|Can|Would|Will) you (?:please |also |then )?|Please )(?=[a-z])")
GIVEN = expression(
    r"(?:(?:I|[Ww]e)(?: have|'ve)? promised (?=[^\W\d_a-z]|him |her |them )|(?:(?:I"
    r"|[Ww]e) )?[Nn]eed (?=[^\W\d_a-z][\w'’-]+ to [a-z]))"
)
# "Ana is sending it", "Ana sends it"
ABOUT_TO = expression(
    rf"{NAME}{WHERE}? (?:(?:is|are) (?!going\b)[a-z]+ing|(?!is\b|was\b|has\b"
    r"|does\b)[a-z]{2,}s) "
)
# "Herr Milić misst bis zum 2. Oktober den Verbrauch", "Camille envoie le devis"
ACTS = expression(
    rf"(?:(?:Herr|Frau|Fr\.|Hr\.|M\.|Mme|Sra?\.|o|a) )?(?:{NAME}|Ich|Wir|Je|Yo|Eu)"
    r" (?!(?:hat|hatte|war|ist|wird|wurde|will|möchte|kann|kennt|hält|a|ont|est|était|veut|peut|ha|fue|era|es|está"
    r"|quiere|puede|tem|foi|é|quer|pode|sagt|dit|dice|disse|diz|\w+(?:te|ten|ó|ou|iu))\b)[^\W\d_A-Z]{3,} "
)


def begins_line(text: str, start: int, end: int) -> bool:
    """Say whether the line of ``text`` from ``start`` to ``end`` begins with a promise."""
    led = any(form.match(text, start) for form in (PROMISE, ABOUT_TO, OWED))
    return led or AFTER.fullmatch(text[start:end].rstrip(".!")) is not None


def may_promise(content: str) -> bool:
    """Say whether a paragraph's Markdown may hold a promise; a quick look."""
    if len(content) > _LONGEST:
        return False
    if (
        PROMISING.search(content)
        or IS_DUTY.search(content)
        or DELEGATED.search(content)
        or (", you" in content and CALLED.search(content))
        or ("to do" in content and TASKED.search(content))
        or ASKED.search(content)
        or ("owe" in content and OWED.search(content))
        or ("after" in content and AFTER.search(content))
    ):
        return True
    given_away = ("promised" in content or "eed " in content) and GIVEN.search(content)
    return bool(given_away) or (clockwords.may_hold(content) and ABOUT_TO.search(content) is not None)
