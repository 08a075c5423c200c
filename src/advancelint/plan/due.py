"""When a step is due, as far as its own words or its column say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.plan import moments
from advancelint.plan.material import field, is_placeholder
from advancelint.plan.model import ABSENT, NO_PERIOD, Field, Period
from advancelint.plan.periods import Anchor
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

# What stands before the colon of "due: 12 June", and what leads up to a day: parts of patterns.
LABEL_WORDS = r"due(?: date| by)?|by|deadline|target|eta|fällig|frist|bis|échéance|plazo|prazo"
LEAD_WORDS = (
    r"by|until|before|b4|(?:was |were |over)?due(?: on| by| for| since)?|(?:promised|expected) for|on or before|on"
    r"|no later than|not later than|latest|deadline|dl"
    r"|bis(?: zum| spätestens)?|spätestens|am|vor(?: dem)?|fällig(?: am| bis)?"
    r"|avant(?: le| la)?|le|d'ici(?: le| au| à)?|pour le"
    r"|para el|antes de(?:l| la| el)?|hasta el|el|até(?: o dia| dia| o| a)?|em|no dia|antes do dia"
)
_LABELLED = expression(
    rf"(?:^|[(\s—–,;-])(?:{LABEL_WORDS})\s?:\s?((?:(?!\.\s[^\W\d_]{{2,10}}\s?:)[^,;|()—–]){{2,40}})",
    re.IGNORECASE,
)
_CLOSE_OF_DAY = rf"(?:the\s+|~\s?|c\.\s?|close of\s+|(?:{moments.CLOSE_WORDS})\s+)?$"
_LEAD = expression(
    rf"(?:\b(?:{LEAD_WORDS})|[(—–,📅⏰⏳:/-]|->|→)\s*{_CLOSE_OF_DAY}",
    re.IGNORECASE,
)
# Before "Friday", "week 25" or "Q3" a dash or a comma says nothing; a word or a bracket does.
_FIRM_LEAD = expression(
    r"(?:\b(?:by|until|before|b4|due|on|in|no later than|latest|bis(?: zum)?|spätestens|fällig|vor|avant|d'ici|pour)\b"
    r"|\b(?:antes de(?:l| la)?|para el|hasta el|el|até(?: a)?|na|no)\b"
    rf"|\b(?:{moments.CLOSE_WORDS})\b"
    rf"|[(\[📅→])\s*(?:(?:the|der|zur|{moments.CLOSE_WORDS})\s+)?$",
    re.IGNORECASE,
)
_SENTENCE_END = expression(r"(?<!\b\d)(?<!\b\d\d)[.!?]\s+(?=[^\W\d_a-z])")
_BY = expression(
    r"\b(?:by|until|due|before|b4|bis(?: zum)?|spätestens|avant(?: le)?|d'ici(?: le| au)?|hasta(?: el)?|antes del?"
    r"|até(?: o)?)"
    r"\s+(?:[^\W\d_]{2,10}[.,]?\s+)?$",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = expression(r"(?:^|[\s(,—–])([^\W\d_]{2,10}(?:-feira)?)[.,]{0,2}\s+$")
_FROM = expression(
    r"\b(?:from|between|vom|von|du|del|desde|de)\b[^.;:]{0,12}\d[^.;:]{0,20}"
    r"\b(?:to|and|until|through|till|bis|zum|au|al|até|a)\s*(?:the )?$",
    re.IGNORECASE,
)
_SINCE = expression(
    r"(?<!due )\b(?:from|since|starting|ab|seit|depuis|à partir du|desde(?: el)?|a partir de)\s*$", re.IGNORECASE
)
# "(she asked on 21 May)", "(zugesagt am 20.11.)": when it was spoken of, and not when it is due.
_SPOKEN = expression(
    r"\b(?:asked|promised|agreed|said|requested|told|sent|e?mailed|mentioned|raised|chased|dated|spoke"
    r"|zugesagt|versprochen|vereinbart|besprochen|gefragt|angefragt|geschickt|gesendet|erbeten"
    r"|demandé\w*|promis\w*|convenu\w*|envoyé\w*|dit|pedido|pidió|prometido|prometió|acordado|enviado|dicho|dijo|pediu"
    r"|prometeu|combinado|disse)(?:\s(?:it|them|this|us|me|him|her|again|twice))?"
    r"\s*(?:,|\s(?:on|in|at|the|am|im|le|el|em|no|na|a|dia))*\s*$",
    re.IGNORECASE,
)
_SET_OFF = expression(r"(?:\s[–—-]|[(,])\s*$")
_BEHIND_DAY = expression(
    r"[\s.)!]*$|\s?[,;(.–—|]|\s+-\s|\s*(?:(?:at|um|à|às|a las)\s)?\d{1,2}(?:[:.h]\d\d)?\s?(?:am|pm|h|uhr)?\b"
    r"|\s+(?:am|pm|a\.m|p\.m|morning|noon|afternoon|evening|night|so|with|w/|at|in|to)\b",
    re.IGNORECASE,
)
_OF_A_THING = expression(
    r"(?:\b(?:the|a|an|of|for|from|since|after|every|each|last|than|and|or|as|our|your|their|his|her|my|this|that|between"
    r"|to|was|came|from|von|vom|seit|nach|für|jeden|der|die|das|dem|den|du|des|de|depuis|après|pour|chaque|del|desde"
    r"|después de|cada|para|da|do|depois de)|['’]s|\d|[/+–—-])\s*$",
    re.IGNORECASE,
)
# "clear the 22nd with the wardens": a day that is done something about
_NTH = expression(r"(?:the|le|el|den) \d", re.IGNORECASE)
_OR_BEFORE = expression(r"\d(?:st|nd|rd|th|\.)?(?: [^\W\d_]{3,9})?,? (?:or|oder|ou|o) $")
_OR_BEHIND = expression(r",? (?:or|oder|ou|o) (?:[^\W\d_]{2,9}\.? )?\d")
_SAME = expression(r"(?:the |that )?same (?:day|evening|night|afternoon)\b", re.IGNORECASE)
_COUNTED = expression(r"(?:in|within|innerhalb|binnen|dans|sous|en|dentro de|em)\s", re.IGNORECASE)
# In a preparation, what is to be there before the call is due then.
_TO_CALL = expression(
    r"\b(?:before|by|ahead of|in time for|vor|bis zu[mr]?|avant|antes d[eo]l?)\s"
    r"(?:the |our |dem |der |unserem |l[ae'’] ?|[ao] |el )?(?:\w+ )?"
    r"(?:call|meeting|session|visit|demo|workshop|meet|Termin|Gespräch|Besuch|appel|réunion|rendez-vous|visite|reunión|llamada"
    r"|visita|reunião)\b(?! with| on| in| of)"
)
_BARE = expression(r"(\d{1,2})[.-](\d{1,2})")
_LEAD_WIDTH = 40
_ENDS = " .)]!✅⏫🔼🔽"


class Due(NamedTuple):
    """The due date as a field, ISO where it is one exact day, and the days that its words cover."""

    field: Field
    period: Period

    @property
    def present(self) -> bool:
        """Say whether anything is said."""
        return self.field.present


NO_DUE = Due(ABSENT, NO_PERIOD)


def in_words(passage: Passage, vocabulary: Vocabulary, anchor: Anchor) -> Due:
    """Find when a step is due: "by 12 June", "(Dec 20)", "due: ASAP", "by Friday", a date at an end; no other."""
    text = passage.text
    labelled = _LABELLED.search(text)
    if labelled and not is_placeholder(labelled[1], vocabulary):
        return from_words(passage.cut(Span(*labelled.span(1))).strip(), "text", vocabulary, anchor)
    found = [moment for moment in moments.find(text, vocabulary, anchor) if _is_due(text, moment, vocabulary, anchor)]
    chosen = _chosen(text, found) if len(found) > 1 else next(iter(found), None)
    if chosen is None and (within := _only_day(text, moments.find(text, vocabulary, anchor), vocabulary)):
        return _due(passage.cut(within.span), within.period, "clause")
    if chosen is None and (anchor.before or anchor.nearest) and (called := _TO_CALL.search(text)):
        return _due(passage.cut(Span(*called.span())), Period(anchor.call, anchor.call, "day"), "text")
    if chosen and _is_one_of_two(text, *chosen.span):
        return _due(passage.cut(chosen.span), Period("", "", "vague"), "text")
    return _due(passage.cut(chosen.span), chosen.period, "text") if chosen else NO_DUE


def _chosen(text: str, found: Sequence[moments.Moment]) -> moments.Moment:
    """Return which of several times is the deadline: an exact day behind "by", or the one at the end, or the first."""
    end = _SENTENCE_END.search(text, found[0].span.end - 1)
    found = [one for one in found if not end or one.span.start < end.end()]
    exact = [one for one in found if one.period.precision == "day" and one.period.start == one.period.end != ""]
    led = next((one for one in exact if _BY.search(text[max(0, one.span.start - _LEAD_WIDTH) : one.span.start])), None)
    closing = [one for one in exact if not text[one.span.end :].strip(_ENDS)]
    return led or (closing[0] if closing and found[0] not in exact else found[0])


def _only_day(text: str, found: Sequence[moments.Moment], vocabulary: Vocabulary) -> moments.Moment | None:
    """Return the one day that a step names for itself: "prep call with Jo 9/21 so she knows", "meet Tues 16 June 2pm".

    What a day says of a thing is none: "the 9/21 review", "the plan of 3 May", nor is one of several.
    """
    days = [one for one in found if one.period.precision == "day" and not _NTH.match(text, one.span.start)]
    if len(days) != 1 or len(found) > len(days) + 1:
        return None
    start, end = days[0].span
    before = _without_weekday(text[max(0, start - _LEAD_WIDTH) : start], vocabulary)
    apart = _BEHIND_DAY.match(text, end) is not None and bool(before.strip())
    return days[0] if apart and not _OF_A_THING.search(before) and not _SPOKEN.search(before) else None


def in_title(title: Passage, vocabulary: Vocabulary, anchor: Anchor) -> Due:
    """Find the time that a heading gives all that stands below it: "Week of June 8", "Follow-up plan (by Mar 4)"."""
    found = in_words(title, vocabulary, anchor)
    if found.present:
        return found
    for moment in moments.find(title.text, vocabulary, anchor):
        if not any(char.isalnum() for char in title.text[: moment.span.start]):
            return _due(title.cut(moment.span), moment.period, "heading")
    return NO_DUE


def from_words(words: Passage, surface: str, vocabulary: Vocabulary, anchor: Anchor) -> Due:
    """Take the due date from a column or a label: its first time, or words that name none."""
    if is_placeholder(words.text, vocabulary):
        return NO_DUE
    bare = _BARE.fullmatch(words.text.strip())
    # Where a day is asked for, "27.11" and "4-12" are days.
    found = moments.find(f"{bare[1]}.{bare[2]}." if bare else words.text, vocabulary, anchor)
    days = [one for one in found if one.period.precision == "day"]  # "no later than 4 Dec" is not later
    return _due(words, (days or found)[0].period if found else Period("", "", "vague"), surface)


def _due(words: Passage, period: Period, surface: str) -> Due:
    exact = period.start if period.precision == "day" and period.start == period.end else ""
    return Due(field(exact, words, surface), period)


def _without_weekday(before: str, vocabulary: Vocabulary) -> str:
    """Return what stands before a day without the name of that day: "by " of "by Friday 12 June"."""
    day = _WEEKDAY_BEFORE.search(before)
    named = day and vocabulary.words["weekday"].get(day[1].casefold().removesuffix("-feira"))
    return before[: day.start(1)] if day and named else before


def _is_one_of_two(text: str, start: int, end: int) -> bool:
    """Say whether a time is one that is offered beside another: "11/17 or 11/18", "20 or 21 Oct"."""
    return _OR_BEFORE.search(text, 0, start) is not None or _OR_BEHIND.match(text, end) is not None


def _is_due(text: str, moment: moments.Moment, vocabulary: Vocabulary, anchor: Anchor) -> bool:
    """Say whether a time in a step's words is its deadline: a word leads up to it, or it stands at an end."""
    start, end = moment.span
    before = text[max(0, start - _LEAD_WIDTH) : start]
    if _FROM.search(before) or _SINCE.search(before):
        return False  # "from 8 June to 12 June" is when it happens
    if _SPOKEN.search(before) and not moment.period.start > anchor.call > "":
        return False
    before = _without_weekday(before, vocabulary)
    last = not text[end:].strip(_ENDS)
    if text[end : end + 2] in {"'s", "’s"}:
        return False  # "on Saturday's shift"
    if _COUNTED.match(text, start):
        return last or not text[:start].strip()
    written = text[start:end]
    if moment.period.precision in {"day", "range"} and any(char.isdigit() for char in written):
        counted = written[0].isalpha() and moment.period.precision == "day" and not before.strip()
        return bool(_LEAD.search(before)) or last or not text[:start].strip() or counted
    if _FIRM_LEAD.search(before) or _SAME.fullmatch(written):
        return True
    folded = written.casefold()
    if last and moment.period.precision == "day" and _SET_OFF.search(before):
        return True  # "Quote printed – Sun", "(Abi, Mon)"
    return last and folded in vocabulary.words["due-word"] and not text[start - 1 : start].isalnum()
