"""Tells whether a sentence with a day in it tells of an encounter: a word for one, a verb, an hour, or a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.plan import dates
from advancelint.plan.material import Material
from advancelint.plan.vocabulary import Vocabulary

_TOKEN = expression(r"[^\W\d_][\w'’-]*|\d[\d./-]*|[^\w\s]")
_DUE = expression(
    r"\b(?:by|until|due|before|bis|vor|avant|antes d\w+|até|deadline|target)\W*(?:the|le|el|o|dem|zum)?\s*$",
    re.IGNORECASE,
)
# Behind these a word for a call says what something is for.
_TOWARDS = expression(
    r"(?<!-)\b(?:for|in|on|to|at|into|ahead of|für|zum|zur|pour|para)\s+(?:the|a|an|our|their|le|la|el|o|das|den)?\s?"
    r"(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_ORDERS = frozenset({"to", "will", "can", "must", "should", "please", "and", "or", "not", "no"})
_OBJECTS = frozenset({"our", "the", "him", "her", "them", "his", "their", "your", "my", "us", "me", "back"})
_DASHES = frozenset({" – ", " — ", " - "})
_JOINTS = frozenset({"", "on", "am", "le", "el", "em"})  # between a call and its day
_LINKED = expression(r"(?:[a-zà-ÿ]+ )?(?:am|vom|le|du|el|del|em|de|do)")  # "visita anterior em 10/07"
# "see Debs again 14 May", "met Bea", "going back 2 June": verbs of an encounter.
_NAME = r"(?-i:[^\W\d_a-z])"
_MET = expression(
    rf"\b(?:met|I see (?={_NAME})|(?<!arrange to )(?<!offer to )(?:meet|visit) (?={_NAME})|meet again"
    rf"|meets? (?:with|us|again)|saw (?={_NAME})"
    rf"|see (?:{_NAME}\w+|him|her|them) again|walked|toured|going back|go back|(?:come|be|are) back|back in touch"
    r"|(?:next|last) (?:time|contact)|nächstes Mal|letztes Mal|la prochaine fois|la próxima vez|da próxima vez"
    r"|back there|(?:we|I) (?:was|were) (?:there|at|with|in)|by (?:tele)?phone|telefonisch|waren (?:wir|dort|bei)"
    r"|war ich (?:dort|bei)|nous étions|j'étais|par téléphone|estuvimos|estuve|estivemos|estive|por telefone"
    r"|sat (?:down )?with|sit down with|spoke (?:to|with|again)|speak (?:again|on|with)|presented to"
    rf"|talk(?:ed)? (?:it |this )?(?:through|again|with)|rang (?={_NAME})|called in|dropped (?:in|by)|demo'?e?d|visited"
    r"|(?:comes?|coming) (?:to us|to see|over)|kommt (?:mit|zu|selbst|vorbei)|on the phone"
    r"|getroffen|besucht|am Telefon|sehen uns|kommen wieder|rencontré|visité|au téléphone|on revient"
    r"|on se revoit|visitamos|nos reunimos|nos vemos|volvemos|por teléfono|al teléfono|reunimo-nos|voltamos"
    r"|ao telefone)\b",
    re.IGNORECASE,
)
_HOUR = "noon|one|two|three|four|five|six|eight|nine|ten|eleven|twelve|midi|mittags"
_CLOCK = expression(
    r"[^\w]{1,3}(?:20\d\d,? )?(?:at |um |ab |from |à |a las |às |~)?"
    r"(?:\d{1,2}(?:[:.]\d\d| ?h ?\d{0,2}| ?[ap]m| ?Uhr)\b)"
    rf"|[^\w]{{1,3}}(?:at|um|à|a las|às) (?:half past )?(?:{_HOUR})(?=$|[.,;:)]| (?:o'clock|sharp|Uhr|in the|with)\b)",
    re.IGNORECASE,
)
# "Wednesdays 12:15, next: 22 April"
_NEXT = expression(
    r"\b(?:next|nächste[rs]?|prochaine?|próxim[oa])(?: (?:proper )?(?:one|time|mal|fois|vez))?\s?[:=–-]\s?"
    r"(?:[^\W\d_]{2,10}\.?,? )?$",
    re.IGNORECASE,
)
_NEXT_OR_DAY = frozenset(
    {"next", "day", "nächster", "nächstes", "nächste", "prochain", "prochaine", "próximo", "próxima"}
)
# "measuring day, 28/4", "14 July farm day"
_DAYED = expression(
    r"\b(?!(?:work|clos|open|start|follow|morn|ship|sign|preced)ing)"
    r"(?:[a-z]{3,12}ing|test|trial|demo|site|farm|field|lab|factory) day\b",
    re.IGNORECASE,
)
_APART = 3
_HANDED = expression(
    r"\b(?:contract|proposal|quote|offer|deck|draft|link|pack|sheet|paper|terms|documents?|docs)(?: \w+)? (?:to|from) ",
    re.IGNORECASE,
)
_TALKED = expression(
    r"\b(?:rang|phoned?|called|presented|shown?|showed|walked|toured|discussed|talked|spoke|reviewed|angerufen|gezeigt"
    r"|gesprochen|vorgestellt|appelé|présenté|parlé|llamé|llamó|presentad[oa]|hablamos|liguei|ligou|apresentad[oa])\b",
    re.IGNORECASE,
)
_LAST = expression(
    r"\b(?:last (?:time|visit|call|meeting|week|month)|yesterday|letzte[sn]? (?:Mal|Besuch|Termin)|gestern|hier|ayer"
    r"|ontem|la última vez|da última vez|la dernière fois)\W{1,3}(?:on |am |le |el |em )?$",
    re.IGNORECASE,
)
_RECORDED = expression(
    r"\b(?:created?|modified|updated?|generated|sent|exported?|logged|changed|pasted|saved|erstellt|geändert|gesendet)\b",
    re.IGNORECASE,
)
_LED_BY = expression(r"^\W*(?:[-*+•]|\d{1,2}[.)]|\[.\]|->)?\W*")
_WITH = expression(r"\W{1,3}(?:with|w/?|mit|avec|con|com)\b")
_SET_OFF = expression(r"\s*[,:–—|-]|\s+[^\W\d_a-z]")
_OTHER_DAY = expression(
    r"\b(?:w(?:ee)?k|w/c|kw|woche|semaine|semana)\b\D{0,12}$|\b(?:done|erledigt|fait|hecho|feito|shipped)\W{0,3}$",
    re.IGNORECASE,
)
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
_NEAR, _FIRST = 40, 5


def days_of_calls(sentence: str, material: Material, people: frozenset[str], *, joined: bool) -> list[dates.Dated]:
    """Return the days in ``sentence`` that are days of calls; ``people`` are parts of names of those who take part.

    ``joined`` says that the text has compounds such as "Antrittsbesuch".
    """
    words = {match.group() for match in _TOKEN.finditer(sentence)}
    folded = {word.casefold() for word in words}
    called = not material.vocabulary.words["encounter"].keys().isdisjoint(folded)
    called = called or (joined and any(word.casefold().endswith(ENDS) for word in words))
    named = not material.vocabulary.words["call-word"].keys().isdisjoint(folded)
    told = called or named or not folded.isdisjoint(_NEXT_OR_DAY)
    told = told or _MET.search(sentence) is not None or _CLOCK.search(sentence) is not None
    if not told and people.isdisjoint(words):
        return []  # most lines: looking for days takes longer
    days = [day for day in dates.find(sentence, material.vocabulary, material.near) if day.iso]
    if not days or not (
        (called and _names_call(sentence, days, material)) or _is_met(sentence, days, people, material)
    ):
        return []
    return [day for index, day in enumerate(days) if _is_of_call(sentence, days, index, material)]


def _is_of_call(sentence: str, days: Sequence[dates.Dated], index: int, material: Material) -> bool:
    """Say whether one of the days of a sentence on a call is not that of something else: due, or of what was sent."""
    before = sentence[: days[index].span.start]
    if _DUE.search(before) or _OTHER_DAY.search(before):
        return False
    if len(days) == 1:
        return True
    # "10 June walkthrough: she'll sponsor it at the 24 June board"
    opened = index and is_led(sentence[: days[0].span.start], material.vocabulary)
    behind = sentence[days[index].span.end : days[index + 1].span.start if index + 1 < len(days) else len(sentence)]
    words = {match.group().casefold() for match in _TOKEN.finditer(behind)} if opened else set()
    if opened and material.vocabulary.words["encounter"].keys().isdisjoint(words) and not _MET.search(behind):
        return False
    return not is_written(behind, material.vocabulary)


def is_written(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text tells of what was written, sent or signed before it has a word for an encounter, if it has."""
    if _HANDED.search(text):
        return True
    for match in _TOKEN.finditer(text):
        word = match.group().casefold()
        if word in vocabulary.words["written-word"]:
            return True
        if word in vocabulary.words["encounter"] or word in vocabulary.words["call-word"]:
            return False
    return False


def _is_met(sentence: str, days: Sequence[dates.Dated], people: frozenset[str], material: Material) -> bool:
    """Say whether a sentence tells of an encounter by a verb, by an hour behind its day, or by a day and a person."""
    first = days[0].span
    behind, before = sentence[first.end :], sentence[: first.start]
    met = _MET.search(sentence)
    timed = _CLOCK.match(behind) and not _RECORDED.search(before)
    dayed = " day" in sentence and _DAYED.search(sentence)
    beside = dayed and (0 <= first.start - dayed.end() <= _APART or 0 <= dayed.start() - first.end <= _APART)
    if timed or (met and met.start() < first.start + _NEAR) or _LAST.search(before) or _NEXT.search(before) or beside:
        return True
    if not is_led(before, material.vocabulary) or is_written(behind, material.vocabulary):
        return False
    opened = [match.group() for match in _TOKEN.finditer(behind.partition("(")[0]) if match.group()[0].isalpha()][
        :_FIRST
    ]
    outside = (word.casefold() for word in opened[:1] if word.casefold() != "reference")
    if any(material.vocabulary.word("not-an-encounter", word) is not None for word in outside):
        return False  # "9 June | internal review | Isla"
    called = any(_is_encounter(word.casefold(), material.vocabulary, material.language) for word in opened[:1])
    second = opened[1].casefold() if len(opened) > 1 else ""
    listed = behind[:1] == "," and second in material.vocabulary.words["call-word"]  # "20 January, yearly review"
    dashed = behind[:3] in _DASHES and _is_encounter(second, material.vocabulary, material.language)
    called = called or listed or dashed
    shaped = bool(_WITH.match(behind)) or (bool(_SET_OFF.match(behind)) and opened[:1] != [])
    return called or (shaped and any(word in people for word in opened))


def names_somebody(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text, the entry of a log, has a name in it or a verb of an encounter: "farm day, Aisha asked"."""
    words = [word for match in _TOKEN.finditer(text) if (word := match.group())[0].isalpha()]
    if any(vocabulary.word("not-an-encounter", word.casefold()) is not None for word in words[:_FIRST]):
        return False  # "internal review"
    return words[:1] == words or any(word[0].isupper() for word in words[1:]) or _TALKED.search(text) is not None


def is_led(before: str, vocabulary: Vocabulary) -> bool:
    """Say whether nothing but marks and a day of the week stands ``before`` a day, so that its line opens with it."""
    words = _LED_BY.sub("", before).casefold().replace(",", " ").replace(".", " ").split()
    return all(word in vocabulary.words["weekday"] for word in words)


def _names_call(sentence: str, days: Sequence[dates.Dated], material: Material) -> bool:
    """Say whether a word of ``sentence`` is that of an encounter, and neither a verb nor what something else is for."""
    vocabulary = material.vocabulary
    tokens = list(_TOKEN.finditer(sentence))
    starts = {day.span.start for day in days}
    for index, token in enumerate(tokens):
        if not _is_encounter(token.group().casefold(), vocabulary, material.language):
            continue
        before = tokens[index - 1].group() if index else ""
        behind = tokens[index + 1].group() if index + 1 < len(tokens) else ""
        gaps = [sentence[token.end() : start].strip() for start in starts if start >= token.end()]
        dated = any(gap in _JOINTS or (material.language and _LINKED.fullmatch(gap)) for gap in gaps)
        if vocabulary.word("not-an-encounter", before.casefold()) is not None:
            continue
        to_place = behind == "to" and before[:1].isalpha() and before.casefold() not in _ORDERS
        if behind and not dated and not to_place and not _may_follow(behind, vocabulary):
            continue
        bare = not before or not before[0].isalnum()
        german = token.group()[0].isupper() and token.group().casefold().endswith(ENDS)  # "Besuch Weber 25.3."
        if (
            not german
            and (bare or before.casefold() in _ORDERS)
            and (behind.casefold() in _OBJECTS or behind[:1].isupper())
        ):
            continue  # "call our CFO", "to call Paul"
        if _TOWARDS.search(sentence[: token.start()]) and not dated:
            continue
        return True
    return False


def _is_encounter(word: str, vocabulary: Vocabulary, language: str) -> bool:
    """Say whether a case-folded word is one for an encounter: "visit", and "Antrittsbesuch" as it ends so.

    Some words are one in a single language only: a "point".
    """
    return vocabulary.word("encounter", word) in {"", language} or word.endswith(ENDS)


def _may_follow(word: str, vocabulary: Vocabulary) -> bool:
    """Say whether ``word`` can stand behind a word for a call that is no part of a longer one, as "demo data"."""
    folded = word.casefold()
    return (
        not word[0].isalpha()
        or word[0].isupper()
        or vocabulary.word("joint", folded) is not None
        or vocabulary.word("weekday", folded) is not None
        or vocabulary.word("month", folded) is not None
    )
