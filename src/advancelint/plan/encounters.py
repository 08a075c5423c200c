"""Tells whether a sentence with a day in it tells of an encounter: a word for one, a verb, an hour, or a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from advancelint.expressions import expression
from advancelint.plan import callgrammar, callwords, dates
from advancelint.plan.clockwords import HOUR
from advancelint.plan.material import Material
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

_CLOCKED = expression(rf"{HOUR}|\b(?:at|um|à|a las|às) [a-z]", re.IGNORECASE)
_ORDERS = frozenset({"to", "will", "can", "must", "should", "please", "and", "or", "not", "no"})
_OBJECTS = frozenset({"our", "the", "him", "her", "them", "his", "their", "your", "my", "us", "me", "back"})
_ACTS = frozenset({"call", "visit", "demo", "tour", "survey", "chat", "brief", "lunch", "sync", "interview", "phone"})
_WHO = frozenset({"i", "we", "he", "she", "they", "ich", "wir", "je", "nous"})
_DASHES = frozenset({" – ", " — ", " - "})
_NEXT_OR_DAY = frozenset(
    {"next", "day", "nächster", "nächstes", "nächste", "prochain", "prochaine", "próximo", "próxima"}
)
_LED_BY = expression(r"^\W*(?:[-*+•]|\d{1,2}[.)]|\[.\]|->)?\W*")
# What the client's own people meet as, without us: "it goes to the partners' meeting on 6 May"
_BODIES = frozenset(
    {"committee", "partner", "partners", "partners'", "partners’", "ops", "trustees", "cabinet", "council"}
)
_MET_BY = frozenset({"meeting", "session", "call", "review", "sitting"})
_US = frozenset({"us", "we", "our", "uns", "wir", "nous", "nos", "nós"})
_PAIRED = frozenset({"review", "walk"})  # which are a call behind some words only
_MEASURED = frozenset({"survey"})  # which is work where somebody promises it: "wifi survey of both floors"
_APART, _NEAR, _FIRST, _FEW = 3, 60, 5, 3


def days_of_calls(
    sentence: str, material: Material, people: frozenset[str], *, promised: bool = False
) -> list[dates.Dated]:
    """Return the days in ``sentence`` that are days of calls; ``people`` are parts of names of those who take part.

    ``promised`` says that it is a next step, whose day is that of a call only where it is one itself: not "thank him,
    with a proposal for the review (Jutta, 15.06.)".
    """
    sentence = callwords.ELIDED.sub(" ", sentence)  # "lors de l'appel"
    words = set(callwords.TOKEN.findall(sentence))
    folded = set(map(str.casefold, words))
    lists = material.vocabulary.words
    called = not lists["encounter"].keys().isdisjoint(folded)
    called = called or not folded.isdisjoint(_PAIRED) or any(word.endswith(callwords.ENDS) for word in folded)
    met = not lists["met-word"].keys().isdisjoint(folded)
    if callwords.ASKED.match(sentence):
        return []  # "When it stopped on 3 June, who got the call?"
    told = called or met or not lists["call-word"].keys().isdisjoint(folded) or not folded.isdisjoint(_NEXT_OR_DAY)
    people = people & words
    if not (told or people or callwords.OPENS.match(sentence) or _CLOCKED.search(sentence)):
        return []  # most lines: looking for days takes longer
    days = [day for day in dates.find(sentence, material.vocabulary, material.near) if day.iso]
    if not days:
        return []
    named = called and _names_call(sentence, days, material, promised=promised)
    if not named and not _is_met(sentence, days, people, material, met=met):
        return []
    headed = [_is_headed(sentence[: day.span.start], material) for day in days]  # "in our call on 3 May she said …"
    chosen = [index for index, sure in enumerate(headed) if sure or not any(headed)]
    return [days[index] for index in chosen if _is_of_call(sentence, days, index, material, headed=headed[index])]


def _is_headed(before: str, material: Material) -> bool:
    """Say whether what stands before a day ends with the word for a call, whose day that is."""
    called = callwords.CALL_ON.search(before)
    word = called[1].casefold() if called else ""
    return word in _PAIRED or (
        called is not None and callgrammar.is_encounter(word, material.vocabulary, material.language)
    )


def _is_of_call(sentence: str, days: Sequence[dates.Dated], index: int, material: Material, *, headed: bool) -> bool:
    """Say whether one of the days of a sentence on a call is not that of something else: due, or of what was sent.

    ``headed`` says that the word for a call stands right before it.
    """
    before = sentence[: days[index].span.start]
    if callwords.DUE.search(before) or callwords.OTHER_DAY.search(before) or callwords.ELSEWHERE.search(before):
        return False
    if len(days) == 1 or headed:
        return True
    between = sentence[days[index - 1].span.end : days[index].span.start] if index else ""
    if callwords.OFFERED.search(between) and not callwords.has_encounter(between, material.vocabulary):
        return False
    # "10 June walkthrough: she'll sponsor it at the 24 June board"
    opened = index and is_led(sentence[: days[0].span.start], material.vocabulary)
    behind = sentence[days[index].span.end : days[index + 1].span.start if index + 1 < len(days) else len(sentence)]
    if opened and not callwords.has_encounter(behind, material.vocabulary):
        return False
    return not callwords.is_written(behind.partition(". ")[0], material.vocabulary)


def _is_met(
    sentence: str, days: Sequence[dates.Dated], people: frozenset[str], material: Material, *, met: bool
) -> bool:
    """Say whether a sentence tells of an encounter by a verb, by an hour behind its day, or by a day and a person.

    ``met`` says that it has a word of such a verb.
    """
    first = days[0].span
    behind, before = sentence[first.end :], sentence[: first.start]
    verb = callwords.MET.search(sentence) if met else None
    timed = callwords.CLOCK.match(behind) and not callwords.RECORDED.search(before)
    led = is_led(before, material.vocabulary)
    timed = timed and not _is_inside(sentence, material.vocabulary) and not (led and _is_of_record(behind, material))
    if timed or (verb and verb.start() < first.start + _NEAR):
        return True
    dayed = callwords.DAYED.search(sentence) if " day" in sentence else None
    beside = dayed and (0 <= first.start - dayed.end() <= _APART or 0 <= dayed.start() - first.end <= _APART)
    if beside or callwords.NEXT.search(before):
        return True
    if met and (callwords.LAST.search(before) or callwords.SPOKE_ON.search(before)):
        return True
    if led and not callwords.is_written(behind, material.vocabulary):
        return _is_entry(behind, people, material) or _is_with(sentence, first, people, material.vocabulary)
    return _is_with(sentence, first, people, material.vocabulary)


def _is_of_record(behind: str, material: Material) -> bool:
    """Say whether what stands behind the day of an entry was written, or happened in the record alone."""
    return callwords.is_written(behind, material.vocabulary) or callwords.RECORDED.search(behind[:_NEAR]) is not None


def _is_with(sentence: str, day: Span, people: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Say whether one of ``people`` is named near a day as somebody with whom that was: "a good hour with Tom"."""
    named = [match for match in callwords.WITH_NAME.finditer(sentence) if match[1] in people] if people else []
    near = any(day.start - _NEAR <= match.end() and match.start() <= day.end + _NEAR for match in named)
    kept = near and (callwords.KEPT.search(sentence) or _is_inside(sentence, vocabulary))
    return near and not kept and not callwords.is_written(sentence, vocabulary)


def _is_inside(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether the first words of a text are those of what takes place among ourselves: "dry run", "internal"."""
    words = (match.group().casefold() for match in islice(callwords.TOKEN.finditer(text), _FEW))
    return any(vocabulary.word("not-an-encounter", word) is not None for word in words)


def _is_entry(behind: str, people: frozenset[str], material: Material) -> bool:
    """Say whether what stands behind the day that opens a line begins with an encounter, or names who was there."""
    vocabulary, language = material.vocabulary, material.language
    words = (match.group() for match in callwords.TOKEN.finditer(behind.partition("(")[0]))
    days = vocabulary.words["weekday"]
    opened = [word for word in words if word[0].isalpha() and word.casefold() not in days][:_FIRST]  # "26.11. Thu rang"
    outside = (word.casefold() for word in opened[:1] if word.casefold() != "reference")
    if any(vocabulary.word("not-an-encounter", word) is not None for word in outside):
        return False  # "9 June | internal review | Isla"
    called = any(callgrammar.is_encounter(word.casefold(), vocabulary, language) for word in opened[:1])
    second = opened[1].casefold() if len(opened) > 1 else ""
    listed = behind[:1] == "," and second in vocabulary.words["call-word"]  # "20 January, yearly review"
    dashed = behind[:3] in _DASHES and callgrammar.is_encounter(second, vocabulary, language)
    if called or listed or dashed or any(map(callwords.TALKED.fullmatch, opened[:2])):
        return True
    who = opened[:1] and (opened[0] in people or opened[0].casefold() in _WHO) and f" {opened[0]} " in behind
    told = " ".join(opened[: 2 if who else 1])
    out = callwords.RECORDED.search(behind) or callwords.OFFERED.search(told)
    if not out and callwords.is_told(told, vocabulary):
        return True  # "12 May got Tom and his boss round one table"
    shaped = bool(callwords.WITH.match(behind)) or (bool(callwords.SET_OFF.match(behind)) and opened[:1] != [])
    return shaped and any(word in people for word in opened)


def names_somebody(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text, the entry of a log, has a name in it or a verb of an encounter: "farm day, Aisha asked"."""
    words = [word for match in callwords.TOKEN.finditer(text) if (word := match.group())[0].isalpha()]
    if any(vocabulary.word("not-an-encounter", word.casefold()) is not None for word in words[:_FIRST]):
        return False  # "internal review"
    if callwords.OFFERED.search(" ".join(words[:_FEW])) and not (
        callwords.TALKED.search(text) or callwords.has_encounter(text, vocabulary)
    ):
        return False  # "offer out"
    named = len(words) == 1 or any(word[0].isupper() for word in words[1:])
    return named or callwords.NAMED_FIRST.match(text) is not None or callwords.TALKED.search(text) is not None


def is_led(before: str, vocabulary: Vocabulary) -> bool:
    """Say whether nothing but marks and a day of the week stands ``before`` a day, so that its line opens with it."""
    words = _LED_BY.sub("", before).casefold().replace(",", " ").replace(".", " ").split()
    return all(word in vocabulary.words["weekday"] for word in words)


def _names_call(sentence: str, days: Sequence[dates.Dated], material: Material, *, promised: bool) -> bool:
    """Say whether a word of ``sentence`` is that of an encounter, and neither a verb nor what something else is for."""
    vocabulary, tokens = material.vocabulary, list(callwords.TOKEN.finditer(sentence))
    ordered = callwords.ORDERED.match(sentence)
    acted = ordered is not None and (promised or callgrammar.is_act(ordered[1] or ordered[2]))
    for index, token in enumerate(tokens):
        word = token.group().casefold()
        if promised and word in _MEASURED:
            continue
        before = tokens[index - 1].group() if index else ""
        paired = word in _PAIRED and vocabulary.word("paired-call", f"{before.casefold()} {word}") is not None
        if not paired and not callgrammar.is_encounter(word, vocabulary, material.language):
            continue
        behind = tokens[index + 1].group() if index + 1 < len(tokens) else ""
        dated = any(_is_linked(sentence, token.end(), day.span.start, material) for day in days)
        if word in _MET_BY and callwords.OF_OTHERS.search(sentence, 0, token.start()):
            continue
        apart = before.casefold() in _BODIES and _US.isdisjoint(one.group().casefold() for one in tokens)
        referred = word == "visit" and before.casefold() == "reference" and material.kind == "map"  # both sides go
        if apart or (vocabulary.word("not-an-encounter", before.casefold()) is not None and not referred):
            continue
        to_place = behind == "to" and before[:1].isalpha() and before.casefold() not in _ORDERS
        # "on the 24 August call", "on 24 August in our call"
        dayed = any(callwords.IN_CALL.fullmatch(sentence, day.span.end, token.start()) for day in days)
        if behind and not (dated or dayed or to_place) and not callgrammar.may_follow(behind, vocabulary):
            continue
        bare = not before or not before[0].isalnum()
        led = behind[:1].isupper() and not callgrammar.joins(behind, vocabulary)  # "CALL WITH BARRY" calls nobody
        called = behind.casefold() in _OBJECTS or (led and word in _ACTS)
        if called and (bare or before.casefold() in _ORDERS):
            continue  # "call our CFO", "to call Paul"
        if not (dated or dayed) and callwords.TOWARDS.search(sentence[: token.start()]):
            continue
        if not (dated or dayed) and (acted or (promised and callgrammar.has_joint(tokens[:index], vocabulary))):
            continue
        return True
    return False


def _is_linked(sentence: str, end: int, start: int, material: Material) -> bool:
    """Say whether the words between a call, which ends at ``end``, and a day are such that the day is the call's."""
    gap = sentence[end:start].strip() if end <= start else "-"
    if callwords.LINK.fullmatch(gap):
        return True
    return bool(material.language) and callwords.LINK_ABROAD.fullmatch(gap) is not None
