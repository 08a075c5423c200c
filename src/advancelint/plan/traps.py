"""Headings under which a goal is not the objective of the call."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import dates
from advancelint.plan.label_forms import normalise
from advancelint.plan.vocabulary import Vocabulary

THEIRS = "it is a goal of the client's own"
AGENDA = "it is a step of an agenda"
_TIME_BOX = expression(
    r"[(\[]\s*~?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s*(?:min|mins|minutes|minuten|m|')\.?\s*[)\]]"
    r"|\d:\d\d\s?[-–]\s?\d{1,2}:\d\d",
    re.IGNORECASE,
)
_AGENDA_STEP = expression(r"(?:step|schritt|stufe|étape|paso|passo|etapa)\s+\d", re.IGNORECASE)
# "Order of the meeting", "How the hour goes"
_COURSE = expression(
    r"(?:order|course|run|running|shape|structure|flow|timing|outline|sequence) (?:of|for) (?:the |our )?"
    r"(?:meeting|call|hour|half hour|visit|day|session|hearing|business|proceedings|conversation|lunch)\b"
    r"|how (?:the|our) (?:meeting|call|hour|visit|session|time) (?:goes|runs|(?:should|will) (?:go|run)|is spent)$"
    r"|run ?sheet$"
)
_ACTION = expression(
    r"(?:action|task|initiative|workstream|activity|play|aktion|maßnahme|tâche|tarea|tarefa)\s*#?\d", re.IGNORECASE
)
_QUALIFIED = r"(?:own |big |strategic |corporate |business |company |annual |public |declared |stated )*"
_GOALS = r"(?:goals?|objectives?|strategy|priorities|ambitions?|targets?|ziele|strategie|objectifs?|objetivos?|metas?)"
# "What Fennimore wants to achieve this year" heads a goal of the client's own; "what we want" is ours.
_THEIRS = expression(
    r"what (?!(?:we|i|you|us)\b)[^:]{2,40}? "
    r"(?:(?:want(?:s|ed)?|hoped?s?|plan(?:s|ned)?|aim(?:s|ed)?|need(?:s|ed)?) to (?:achieve|reach|get done|do)"
    r"|(?:is|are) (?:trying|aiming|working) to)\b"
    r"|what (?:they|he|she)['’](?:re|s) (?:trying|aiming|working) to\b"
    r"|what (?:really |most )?(?:matters|counts|is important|is key) (?:most )?(?:to|for) (?!(?:us|me)\b)"
    r"|was (?!(?:wir|ich)\b)[^:]{2,40}? (?:erreichen|schaffen) (?:will|wollen|möchte)\b"
    r"|(?:their|ihre|leurs?|sus|seus) (?:own |eigenen? |propios? |próprios )?(?:plans?|pläne|projets|planes|planos)\b"
    rf"|(?:their|the client'?s?|the customer'?s?|client'?s?|customer'?s?|ihre?) {_QUALIFIED}{_GOALS}\b"
    rf"|{_GOALS} of (?:the )?(?:client|customer|(?:plant|company|group|firm)(?! \w))"
    rf"|{_GOALS} (?:(?:des|vom) kunden|du client|de la? client\w*|del cliente"
    r"|do cliente|de(?:l|la|les)? (?:ellos|eles|leur)|deles)\b",
    re.IGNORECASE,
)
# "Goals (Saddlebrook's own, from her notebook)", "Halden's priorities": whose they are is said by a name.
_SOMEBODYS = expression(
    rf"(?P<who>[^\W\d_a-z][\w-]+)(?:['’]s?|s['’]) (?:own\b|{_QUALIFIED}{_GOALS}(?: \(|$| for | in | \d))"
)
# "If we slip", "Falls sich etwas verschiebt": what happens then is a risk, and no smaller thing to ask for.
_SLIP = expression(
    r"(?:what (?:happens )?if|if|when|(?:was )?(?:passiert, )?(?:wenn|falls)|bei|que se passe-t-il si|(?:qué pasa )?si"
    r"|(?:o que acontece )?se|en cas de|en caso de|em caso de|caso)\b[^.:]{0,40}?\b"
    r"(?:slip(?:s|ped|ping)?|late|delay(?:s|ed)?|fall(?:s)? behind|lose (?:a|the) (?:day|week|month)s?"
    r"|miss(?:es)? (?:a|the|this|our|any) (?:date|milestone|deadline|day)|verschieb\w*|verspät\w*|verzug|verzöger\w*"
    r"|(?:en )?retard\w*|glisse\w*|décal\w*|retras\w*|atras\w*|demora\w*|derrap\w*)\b",
    re.IGNORECASE,
)

# "If he asks for price", "Wenn er nach Rabatt fragt": what we answer then is no smaller thing to ask for either.
_ASKED = expression(
    r"(?:if|when|should|falls|wenn|si|se|quand|cuando|quando) (?:he|she|they|(?:the )?(?:client|customer)|anybody"
    r"|anyone|somebody|someone|er|sie|der kunde|ils?|elles?|on|el cliente|o cliente|\w+)? ?"
    r"(?:(?:nach|auf|über|vom|von|das|den|die) (?:\w+ ){1,3}?)?"
    r"(?:asks?|raises?|mentions?|brings? up|complains?|objects?|push(?:es)? (?!back)|says?\b(?! no\b)|fragt|anspricht"
    r"|demande|parle|objecte|pregunta|pide|menciona|dice|pergunta|pede|menciona|diz)\b",
)

# "What NOT to do", "Don'ts", "Was wir nicht ansprechen": what is not to be done is nothing to bring about.
_AVOID = expression(
    r"(?:(?:what|things?|topics?) )?not to \w+\b.*"
    r"|not (?:(?:the|our|my|a|an) )?(?:real |main )?(?:goal|aim|objective|point|target|ask|purpose)s?\b.{0,24}$"
    r"|not$"
    r"|(?:the )?(?:dont'?s?|don'ts?|do not|do nots)"
    r"(?: (?:do|say|mention|talk|touch|bring|offer|discuss)\b.*)?$"
    r"|(?:(?:what|things?|topics?) )?(?:to )?avoid\b.{0,20}$"
    r"|(?:what |things |topics )?(?:(?:do |must |will |should )?(?:i|we|you) )?(?:(?:to )?leave (?:alone|out|unsaid)"
    r"|stay away from|steer clear of|keep (?:off|out of)"
    r"|(?:will not|won'?t|don'?t|must not) (?:say|mention|touch|raise|bring up)).{0,12}$"
    r"|no[- ]?gos?$|tab(?:oo|u)s?$|off[- ]limits$"
    r"|(?:was )?(?:wir |ich )?nicht (?:tun|sagen|ansprechen|anbieten|erwähnen|machen)\b.*"
    r"|(?:ce qu'il faut |choses )?à (?:ne pas \w+|éviter)\b.*|(?:qué|lo que|cosas que) no (?:hacer|decir|mencionar"
    r"|ofrecer)\b.*|(?:a )?evitar$|o que não (?:fazer|dizer|mencionar|oferecer)\b.*"
)

# "If we do this right: no overrun by March" is what is gained, and no smaller goal.
_SUCCESS = expression(
    r"(?:if|when|wenn|falls|si|se|quand) (?:we|i|it|this|that|all|everything|wir|es|das|alles|on|nous|ça|todo|tudo)\b"
    r"(?!.*(?:n['’]t|\bnot|\bno|\bnicht|\bpas|\bnão)\b).*\b(?:right|well|works?(?: out)?|succeeds?|wins?"
    r"|pays? off|comes? off|gelingt|klappt|réussit|marche|funciona|corre bem|sale bien)\W*$",
    re.IGNORECASE,
)
# "Is it an advance? (checklist)": whoever answers it states no goal. "Did we get what we came for?" looks back on some.
_POLAR = expression(
    r"(?!did (?:we|i) (?:get|reach|achieve|make|hit)\b)"
    r"(?:is|are|does|do|did|will|can|could|has|have|was(?! (?:will|wollen|wir|ich|soll|möchten?|muss)\b)"
    r"|were|ist|sind|hat|haben|wird|est-ce|hay|há) [^?]{3,60}\?",
    re.IGNORECASE,
)
# "Last year's goals and what became of them" are judged no more.
_EARLIER = expression(
    rf"(?:last|previous|past|prior) (?:year|quarter|period|half)(?:['’]?s)? {_QUALIFIED}{_GOALS}\b"
    rf"|{_GOALS} (?:of|for|from) (?:the )?(?:last|previous|past|prior) (?:year|quarter|period)\b"
    rf"|{_GOALS}\b.{{0,30}}\b(?:what (?:became|came) of (?:them|it)|how (?:they|it) went)\b"
    r"|ziele (?:des|vom|aus dem) (?:letzten|vorigen) jahr|vorjahresziele|objectifs de l'an(?:née)? (?:derni|pass)"
    r"|(?:objetivos|metas) d(?:el|o) año pasado|(?:objetivos|metas) do ano passado",
    re.IGNORECASE,
)


def normalise_start(title: str) -> str:
    """Return a title without the marks and emoji in front of its first word."""
    return title.lstrip("".join(char for char in title if not char.isalnum()))


def reason(title: str, vocabulary: Vocabulary) -> str:
    """Return why what stands below the heading ``title`` is no objective, or ""."""
    normalised = normalise(title)
    found = vocabulary.words["trap"].get(normalised, "")
    if not found and _ACTION.match(normalise_start(title)):
        return "it is the purpose of one step"
    if not found and (_THEIRS.match(normalised) or _is_somebodys(title, vocabulary)):
        return THEIRS
    if not found and _EARLIER.search(normalised):
        return "it was to be reached in an earlier time"
    found = found or beside(normalised, less=False)
    if not found and _POLAR.match(normalise_start(title)):
        return "it asks for a yes or a no"
    boxed = _TIME_BOX.search(title) or _AGENDA_STEP.match(title) or _COURSE.match(normalised)
    # A call's own heading may well say how long the call takes.
    if not found and boxed and not dates.first(title, vocabulary):
        return AGENDA
    return found


def _is_somebodys(title: str, vocabulary: Vocabulary) -> bool:
    """Say whether a title names whose goals it heads: "Halden's goals"; "Tuesday's goals" are a call's."""
    found = _SOMEBODYS.search(title)
    days = (vocabulary.words[name] for name in ("weekday", "month", "call-word", "due-word"))
    return found is not None and not any(found["who"].casefold() in words for words in days)


def is_slip(label: str) -> bool:
    """Say whether a label or heading speaks of days that are missed: "If we slip"."""
    return _SLIP.match(label) is not None


def is_objection(label: str) -> bool:
    """Say whether a normalised label speaks of what somebody may ask or object: "If he asks for price"."""
    return _ASKED.match(label) is not None


def beside(label: str, *, less: bool) -> str:
    """Return why a normalised label states nothing to ask for, or ""; ``less`` says that it looks like a fallback."""
    if is_slip(label):
        return "it says what happens where a day is missed"
    if is_objection(label):
        return "it says what we answer"
    if _AVOID.match(label):
        return "it says what not to do"
    return "it says what comes of success" if less and _SUCCESS.match(label) else ""


def is_theirs(label: str) -> bool:
    """Say whether a normalised label names a goal of the client's own: "Goal of the plant"."""
    return _THEIRS.match(label) is not None


def is_closing(title: str, vocabulary: Vocabulary) -> bool:
    """Say whether ``title`` heads the last part of a call, where the ask is made: "3. Close (10 min)"."""
    return vocabulary.word("closing-part", normalise(title)) is not None
