"""Cuts off a line what decorates or counts it: "👉 (1) Jo: send it #todo", "▸ Dana signs (must)", "a) Jo signs".

Such marks say nothing of who does what, but whoever looks for a name in front or a day behind finds the mark instead.
Boxes and ticks are no decoration: they say whether something is done.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Passage, Span

_SIGN = (
    r"(?:(?![☐⬜▢□◻☑☒✅✔✓📅⏰⏳🗓])"
    r"[\u2190-\u21ff\u2300-\u23ff\u25a0-\u25ff\u2600-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff•‣◦·§»›▪]"
    r"[\ufe0f\u200d]?)"
)
_CODE = r":(?!white_check_mark|heavy_check_mark|ballot_box_with_check)[a-z][a-z0-9_+-]{1,30}:"
_COUNTABLE = (
    "step|action|task|item|objective|goal|obj|schritt|aufgabe|ziel|étape|tâche|objectif|paso|acción|tarea|objetivo|passo"
    "|ação|tarefa"
)
# "DONE Jo: the list", "WAITING for the form"; not "NEXT WEEK"
_STATE = r"(?:(?P<done>DONE)|TODO|NEXT|WAITING|DOING|PENDING|OPEN|ACTION|HOLD)\s+(?=@?(?![A-ZÀ-Þ]{4})[^\W\d_])"
_NAME = r"@?[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?"
_FRONT = expression(
    rf"(?:{_SIGN}|-{{1,2}}>|={{1,2}}>|>{{1,2}}(?=\s)|~(?=\s)|{_CODE}(?=\s))\s*"
    r"|(?:[!?_.]{1,2}|[–—-]{1,2}|\(\s?\)|\[[>/]\])\s+(?=\S)|\*(?=[^\W\d_])"
    r"|#[^\W\d_][\w/-]*\s+(?=\S)"  # the tag of a note-taking tool: "#task send it"
    rf"|{_STATE}|(?i:todo|to do|action) [–—-] +(?=\w)"
    # "(1)", "[1]", "#1", "1)", "1:", "1 -", "ii)", "Step 1:"
    r"|(?:\(\d{1,2}[a-z]?\)|\[\d{1,2}\]|[#№]\s?\d{1,2}[.:)]?"
    r"|\d{1,2}[a-z]?[:)]|\d{1,2} [–—-](?= [^\W\d_])|\(?(?:i{1,3}|iv|vi{0,3}|ix|x)\)"
    rf"|(?i:{_COUNTABLE}) ?\d{{1,2}}(?: ?[:.)]| [–—-]))\s+(?=\S)"
    # "(a) Jo signs", "A1: Jo signs", "1/ Jo signs"; in front of somebody "AP2 Jo: sign it", "A-18 Petermann: the form"
    r"|(?:\(?[a-hA-H]\)|[A-Z]\d{1,2}[.):]|\d{1,2}/(?!\d))\s+(?=\S)"
    rf"|A\d{{1,2}}\s+(?={_NAME} [^\W\d_A-Z])"  # "A1 Jo signs it"
    rf"|(?:AP|AI|TODO|To-?do|[A-Z]{{1,2}}-?\d{{1,3}})[.:]?\s+(?={_NAME}(?::|\Z))"
)
_BRACKETED = expression(r"[(\[]([^()\[\]\n]{1,20})[)\]]\s+(?=\S)")
_LED = expression(r"([^\W\d_]{3,20})[.:,]? [–—-]?\s*(?=\S)")
_BACK = expression(
    r"(?:(?<=[^\s?])(?:\s*[,/|–-])?\s+\?{1,3}|(?<=[\w)])\?{2,3}"  # what is still open: "print samples, Ana, ?"
    rf"|(?<=\S)\s+(?:#[^\W\d_][\w/-]*|\^[\w-]{{1,20}}|\{{#[\w-]{{1,30}}\}}|\*|{_CODE})|%%[^%\n]{{0,200}}%%|{_SIGN})\s*\Z"
)
_BRACKETED_LAST = expression(r"(?<=\S)\s+[(\[]([^()\[\]\n]{1,20})[)\]]\s*\Z")
_GRADE = expression(r"p(?:rio(?:rity)?)? ?\d|\d{1,3} ?%|\?", re.IGNORECASE)
_MOST, _WIDEST = 4, 240


def front(passage: Passage, vocabulary: Vocabulary) -> Passage:
    """Return a line without marks, numbers and priorities in front; all of it where nothing else would be left."""
    at = 0
    for _ in range(_MOST):
        found = _FRONT.match(passage.text, at) or _graded(_BRACKETED.match(passage.text, at), vocabulary)
        if not found or found.end() == at:
            break
        at = found.end()
    return passage.cut(Span(at, len(passage.text))) if at and passage.text[at:].strip() else passage


def stated_open(passage: Passage, vocabulary: Vocabulary) -> Passage:
    """Return what `front` does, also without a word that says that it is still to come: "PLANNED. Jo signs"."""
    found = _LED.match(passage.text)
    led = found is not None and is_grade(found[1], vocabulary)
    return front(passage.cut(Span(found.end(), len(passage.text))) if found and led else passage, vocabulary)


def back(passage: Passage, vocabulary: Vocabulary) -> Passage:
    """Return a line without tags, marks and priorities behind; all of it where nothing else would be left."""
    text, end = passage.text, len(passage.text)
    for _ in range(_MOST):
        opened = max(0, end - _WIDEST)
        found = _BACK.search(text, opened, end) or _graded(_BRACKETED_LAST.search(text, opened, end), vocabulary)
        if not found or not text[: found.start()].strip():
            break
        end = len(text[: found.start()].rstrip())
    return passage.cut(Span(0, end)) if end < len(text) else passage


def off(passage: Passage, vocabulary: Vocabulary) -> Passage:
    """Return a line without what decorates it at either end."""
    return back(front(passage, vocabulary), vocabulary)


def says_done(text: str) -> bool:
    """Say whether a line begins with the state of a task that is done: "DONE Jo: the list"."""
    found = _FRONT.match(text)
    return found is not None and found["done"] is not None


def is_grade(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a word says how much something matters or how far it is: "High", "P1", "pending"."""
    bare = text.strip(" .!")
    known = any(vocabulary.word(words, bare) is not None for words in ("priority", "open-status"))
    return known or _GRADE.fullmatch(bare) is not None


def _graded(found: re.Match[str] | None, vocabulary: Vocabulary) -> re.Match[str] | None:
    """Return what a bracket was found with if it holds a priority or a status that is open."""
    return found if found and is_grade(found[1], vocabulary) else None
