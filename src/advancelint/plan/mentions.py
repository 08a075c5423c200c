"""Calls that a plan only mentions: “Next call with Noreen on 13 November”, a row of a CRM's activities, a kick-off.

They are shown, so that nobody thinks that they were overlooked, and no rule judges them: a line in passing states no
objective and owes no outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.markdown import Document
from advancelint.markdown.model import Heading, ListItem, Paragraph, Table
from advancelint.plan import dates, written
from advancelint.plan.material import Material
from advancelint.plan.model import Call, Field, Plan
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Span

_MARKUP = expression(r"[*_`~]+")
_SENTENCE = expression(r"(?<=[.!?])(?<!\d\.)[ ]+(?=[^\W\d_a-z])")
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
# "see Debs again 14 May", "met Bea", "going back 2 June": verbs of an encounter.
_NAME = r"(?-i:[^\W\d_a-z])"
_MET = expression(
    rf"\b(?:met|I see (?={_NAME})|meet again|meets? (?:with|us|again)|saw (?={_NAME})"
    rf"|see (?:{_NAME}\w+|him|her|them) again|walked|toured|going back|go back|(?:come|be|are) back|back in touch"
    r"|(?:next|last) (?:time|contact)|nächstes Mal|letztes Mal|la prochaine fois|la próxima vez|da próxima vez"
    r"|back there|(?:we|I) (?:was|were) (?:there|at|with|in)|by (?:tele)?phone|telefonisch|waren (?:wir|dort|bei)"
    r"|war ich (?:dort|bei)|nous étions|j'étais|par téléphone|estuvimos|estuve|estivemos|estive|por telefone"
    r"|sat (?:down )?with|sit down with|spoke (?:to|with|again)|speak (?:again|on|with)|presented to"
    rf"|talk(?:ed)? (?:it |this )?(?:through|again|with)|rang (?={_NAME})|called in|dropped (?:in|by)|demo'?e?d|visited"
    r"|on the phone|getroffen|besucht|am Telefon|sehen uns|kommen wieder|rencontré|visité|au téléphone|on revient"
    r"|on se revoit|visitamos|nos reunimos|nos vemos|volvemos|por teléfono|al teléfono|reunimo-nos|voltamos"
    r"|ao telefone)\b",
    re.IGNORECASE,
)
_CLOCK = expression(
    r"[^\w]{1,3}(?:20\d\d,? )?(?:at |um |ab |from |à |a las |às |~)?"
    r"(?:\d{1,2}(?:[:.]\d\d| ?h ?\d{0,2}| ?[ap]m| ?Uhr)\b)",
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
# What is done with a call, and the call's word behind it, is an act: "redo the return demo with real data".
_ORDERED = expression(r"^\W*(?:[^\W\d_][\w'’ ]{0,20}: )?[a-z]+ (?:the|a|an|our|their|das|den|die|la|le|el|o) ")
_OTHER_DAY = expression(
    r"\b(?:w(?:ee)?k|w/c|kw|woche|semaine|semana)\b\D{0,12}$|\b(?:done|erledigt|fait|hecho|feito|shipped)\W{0,3}$",
    re.IGNORECASE,
)
_DAY_ALONE = expression(r"[*_ ]*(?:[^\W\d_]{2,10}\.?,? )?\d{1,2}[./ ][^\n]{2,14}[*_: ]*")
# German joins words: "Antrittsbesuch"
_ENDS = (
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
_LONGEST_TITLE, _LONGEST_LINE, _MOST = 80, 2_000, 100


def find(document: Document, material: Material, plan: Plan) -> tuple[Call, ...]:
    """Return the calls with a day that ``document`` mentions beside those of ``plan``, each day once, in its order.

    "15 Oct – Federica in the showroom" is a call with her, where the plan knows Federica and promises no such step.
    """
    known = {call.date.value for call in plan.calls}
    people = frozenset(word for one in plan.people for word in one.name.split() if word[0].isupper() and len(word) > 1)
    promised = {material.source.place(step.span.start).line for step in plan.next_steps if step.span}
    wrote = written.find(material.source.text, material.vocabulary, material.near)
    head = material.source.place(wrote.span.start).line if wrote.day else 0
    folded = material.source.text.casefold()
    joined = any(end in folded for end in _ENDS)
    found: list[Call] = []
    for line, text, most in _lines(document):
        if len(found) >= _MOST:
            break
        if line == head or (line in promised and _ORDERED.search(text)):
            continue
        for day, title in _told(text, material, most, frozenset() if line in promised else people, joined=joined):
            if day.value not in known:
                known.add(day.value)
                span = material.source.line_span(line)
                found.append(Call(title, day._replace(span=span), span, mentioned=True))
    return tuple(found)


def _lines(document: Document) -> Iterator[tuple[int, str, int]]:
    """Yield the lines of what a plan itself says, each with its number and the most calls that it can mention.

    A row of a table is one line and one call: a second day in it is when something is due. A line that is nothing but
    a day heads the next: "3 June", "Called in at the yard".
    """
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph | ListItem) and not block.quoted:
            lines = block.leaf.content.split("\n")
            for number, text in enumerate(lines):
                headed = number + 1 < len(lines) and _DAY_ALONE.fullmatch(text) is not None
                yield block.leaf.first + number, f"{text} {lines[number + 1]}" if headed else text, _MOST
        elif isinstance(block, Table) and not block.quoted:
            for row in block.rows:
                yield row.line, " | ".join(cell.content for cell in row.cells), 1


def _told(
    text: str, material: Material, most: int, people: frozenset[str], *, joined: bool
) -> Iterator[tuple[Field, str]]:
    if len(text) > _LONGEST_LINE or not any(map(str.isdigit, text)):
        return
    for sentence in _SENTENCE.split(_MARKUP.sub("", text)):
        words = {match.group() for match in _TOKEN.finditer(sentence)}
        folded = {word.casefold() for word in words}
        called = not material.vocabulary.words["encounter"].keys().isdisjoint(folded)
        called = called or (joined and any(word.casefold().endswith(_ENDS) for word in words))
        named = not material.vocabulary.words["call-word"].keys().isdisjoint(folded)
        if not (called or named or _MET.search(sentence) or _CLOCK.search(sentence) or not people.isdisjoint(words)):
            continue  # most lines: looking for days takes longer
        days = [day for day in dates.find(sentence, material.vocabulary, material.near) if day.iso]
        if not days or not (
            (called and _names_call(sentence, days, material)) or _is_met(sentence, days, people, material)
        ):
            continue
        for day in days[:most]:
            before = sentence[: day.span.start]
            if not _DUE.search(before) and not _OTHER_DAY.search(before):
                written = sentence[day.span.start : day.span.end]
                title = " ".join(sentence.replace("|", " ").split()).strip(" -–—:,.")[:_LONGEST_TITLE]
                yield Field(day.iso, written, Span(0, 0), "text"), title


def _is_met(sentence: str, days: Sequence[dates.Dated], people: frozenset[str], material: Material) -> bool:
    """Say whether a sentence tells of an encounter by a verb, by an hour behind its day, or by a day and a person."""
    first = days[0].span
    behind, before = sentence[first.end :], sentence[: first.start]
    met = _MET.search(sentence)
    timed = _CLOCK.match(behind) and not _RECORDED.search(before)
    if timed or (met and met.start() < first.start + _NEAR) or _LAST.search(before):
        return True
    words = _LED_BY.sub("", before).casefold().replace(",", " ").replace(".", " ").split()
    led = all(word in material.vocabulary.words["weekday"] for word in words)
    if not led:
        return False
    opened = [match.group() for match in _TOKEN.finditer(behind.partition("(")[0]) if match.group()[0].isalpha()][
        :_FIRST
    ]
    called = any(_is_encounter(word.casefold(), material.vocabulary, material.language) for word in opened[:1])
    second = opened[1].casefold() if len(opened) > 1 else ""
    listed = behind[:1] == "," and second in material.vocabulary.words["call-word"]  # "20 January, yearly review"
    dashed = behind[:3] in _DASHES and _is_encounter(second, material.vocabulary, material.language)
    called = called or listed or dashed
    shaped = bool(_WITH.match(behind)) or (bool(_SET_OFF.match(behind)) and opened[:1] != [])
    return called or (shaped and any(word in people for word in opened))


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
        dated = any(sentence[token.end() : start].strip() in _JOINTS for start in starts if start >= token.end())
        if vocabulary.word("not-an-encounter", before.casefold()) is not None:
            continue
        to_place = behind == "to" and before[:1].isalpha() and before.casefold() not in _ORDERS
        if behind and not dated and not to_place and not _may_follow(behind, vocabulary):
            continue
        bare = not before or not before[0].isalnum()
        german = token.group()[0].isupper() and token.group().casefold().endswith(_ENDS)  # "Besuch Weber 25.3."
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
    return vocabulary.word("encounter", word) in {"", language} or word.endswith(_ENDS)


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
