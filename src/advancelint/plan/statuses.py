"""What stands behind a step and says how far it is: "price list, 8 May – sent", "form – she did, same evening"."""

from __future__ import annotations

import re
from collections.abc import Callable

from advancelint.expressions import expression
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

_LONGEST, _WIDEST = 48, 160
_DASHED = expression(r"(?<!\s)\s+(?:-{1,2}|[–—]|[-=]>|>>?|[→»])\s+(?=\S)|(?<!\s)[ ]{2,}(?=\S)")
_BESIDE = expression(r"(?:[,;]|(?<!\d)\.)\s+(?=\S)")  # "geht bis 3.3. raus" is not done
# "Ana to send the list. She's sent it already, came in today", "I've sent the forms already"
_HAS = r"(?:(?:(?:s?he|they|we|I)(?:['’](?:s|ve)| has| have)|(?-i:[^\W\d_a-z])[\w'’-]+ has) )"
_ALREADY = expression(rf"[.;,–—-]\s+(?={_HAS}(?P<done>\w+) (?:it|them|this|that) already\b)", re.IGNORECASE)
_SENT = expression(rf"{_HAS}(?P<done>\w+) [^.;]{{3,60}} already[.!]?$")
_ENDED = expression(r"\.\s+(?=[^\W\d_a-z]\w+[.!]?$)")  # "the form to Ana, 11/11. Done."
_WENT = expression(
    r"[(–—-]* ?(?:is |was |all |already )?(?:went|sent|done|gone|dropped|cancelled|passed|handed|delivered|posted|ok"
    r"|fertig|erledigt|verschickt|raus|faite?|envoyée?|hecho|enviad[ao]|feito)\b[^.!?]{0,40}\W*$",
    re.IGNORECASE,
)
_LED = expression(r"\[([^\W\d_]{3,14})\]\s+(?=\S)")  # "[done] signed report", "[open] price letter"
_DAYED = expression(
    r"([^\W\d_]{3,14})(?: ([^–—:]{3,14}?))?(?: (?:-{1,2}|–|—)|:)\s+(?=\S)"
)  # "DONE 23 Nov - Ana: the letter"
_SHOUTED = expression(r"(?<=[^\W\d_A-Z])\s+(?=[A-ZÀ-Þ]{2,9}[.!]?$)")  # "ring Jo about the sizes DONE"
_TICK = expression(r"(?<=\S)\s+[✔✓✅☑]\ufe0f?(?:\s+(?=\S)|$)")
_BRACKET = expression(r"\s*[(\[]([^()\[\]]{2,80})[)\]][\s.!]*$")
# Who has done it, and small words in front of what was done.
_LEADING = expression(
    r"(?:(?:ok|it|he|she|they|we|i|has|have|had|is|was|were|been|already|all|er|sie|wir|ich|es|ist|wurde|schon"
    r"|bereits|hat"
    r"|a été|est|déjà|il|elle|c'est|ya|está|fue|lo|já|foi|(?-i:[^\W\d_a-z][^\W\d_A-Z][\w'’-]*))\s+)*",
    re.IGNORECASE,
)
_COME = expression(
    r"(?:it |they )?(?:came|went|arrived|kam(?:en)?|ging(?:en)? raus|arrivée?s?|partie?s?|llegó|llegaron|salió|chegou"
    r"|saiu)"
    r"(?: (?:in|out|off|back|today|yesterday))*\b",
    re.IGNORECASE,
)
_PART_OF_DAY = expression(r" (?:am|pm|a\.m\.|p\.m\.|morning|afternoon|evening|night|früh|abend)$", re.IGNORECASE)
_BY_NOW = frozenset({"already", "schon", "bereits", "déjà", "ya", "já"})  # "Nov register, sent already"
_NTH = expression(r"\d{1,2}(?:st|nd|rd|th)\Z")
_DID = expression(r"(?:did(?: it| so)?|does it|done)\b", re.IGNORECASE)
# Behind "sent" a time, a place or a remark may stand; a thing makes it part of what is promised: "signed copy".
_REST = expression(
    r"[\s.,!✅✔☑]*$|\s*[,;(]|\s+(?:on|off|by|to|at|in|via|from|it|same|today|yesterday|already|last|this|am|an"
    r"|per|heute|gestern|bei"
    r"|le|el|em|por|par|à|ayer|hier|ontem)\b|\s+\d",
    re.IGNORECASE,
)


class Status(NamedTuple):
    """A step without what says how far it is, and whether it is done."""

    passage: Passage
    done: bool


def tells_end(text: str) -> bool:
    """Say whether words behind what is struck out only say how it ended: "went 20 November, me"."""
    return _WENT.match(text) is not None


def parted(passage: Passage, vocabulary: Vocabulary, is_time: Callable[[str], bool]) -> Status:
    """Part a step from the status behind it or in front; a step without one comes back as it is, not done."""
    dayed = _DAYED.match(passage.text)
    if dayed and vocabulary.word("done", dayed[1]) is not None and (not dayed[2] or is_time(dayed[2])):
        return _parted(passage.cut(Span(dayed.end(), len(passage.text))), vocabulary, is_time)._replace(done=True)
    led = _LED.match(passage.text)
    if led and (_is_done(led[1], vocabulary) or _is_open(led[1], vocabulary)):
        rest = _parted(passage.cut(Span(led.end(), len(passage.text))), vocabulary, is_time)
        return rest._replace(done=rest.done or _is_done(led[1], vocabulary))
    return _parted(passage, vocabulary, is_time)


def _parted(passage: Passage, vocabulary: Vocabulary, is_time: Callable[[str], bool]) -> Status:
    end = _ticked(passage.text)
    ticked = end < len(passage.text)
    passage = passage.cut(Span(0, end)) if ticked else passage  # "two boxes to Kirsty ✔ sent 18 March"
    text = passage.text
    opened = max(0, len(text) - _LONGEST * 2)
    bracket = _BRACKET.search(text, opened)
    if bracket and (_is_done(bracket[1], vocabulary) or _has_come(bracket[1], is_time)):
        return Status(passage.cut(Span(0, bracket.start())).strip(), done=True)
    told = _told_done(passage, opened, vocabulary)
    if told is not None:
        return Status(told, done=True)
    for gap in _DASHED.finditer(text, opened) if len(text) <= _WIDEST else ():
        tail = text[gap.end() :]
        if len(tail) <= _LONGEST and text[: gap.start()].strip():
            done = _is_done(tail, vocabulary) or _has_come(tail, is_time)
            if done or _is_open(tail, vocabulary):
                return Status(passage.cut(Span(0, gap.start())).strip(), done or ticked)
    for gap in _BESIDE.finditer(text, max(opened, len(text) - _LONGEST)):
        tail = text[gap.end() :].strip(" .!")
        begin = _done_from(tail, vocabulary)
        rest = tail[begin:].partition(" ")[2]
        if begin >= 0 and (not rest or rest in _BY_NOW or _NTH.match(rest) or is_time(_PART_OF_DAY.sub("", rest))):
            return Status(passage.cut(Span(0, gap.start())).strip(), done=True)
    return Status(passage, ticked)


def _ticked(text: str) -> int:
    """Return where the ticks behind a step begin with what follows them, the length of a text without any."""
    end = len(text)
    while tick := _TICK.search(text, max(0, end - _LONGEST), end):
        end = tick.start()
    return end


def _told_done(passage: Passage, opened: int, vocabulary: Vocabulary) -> Passage | None:
    """Return a step of which a sentence says that it is done, without that sentence; None for another."""
    text = passage.text
    already, sent = _ALREADY.search(text), _SENT.match(text)
    ended = _ENDED.search(text, opened) or _SHOUTED.search(text, opened)
    if already and vocabulary.word("done", already["done"]) is not None:
        return passage.cut(Span(0, already.start())).strip()
    if ended and vocabulary.word("done", text[ended.end() :].strip(".!")) is not None:
        return passage.cut(Span(0, ended.start())).strip()
    return passage if sent and vocabulary.word("done", sent["done"]) is not None else None


def _is_done(tail: str, vocabulary: Vocabulary) -> bool:
    """Say whether what stands behind a step says that it is done: "he did, same evening", "sent 8 May"."""
    bare = tail.strip(" *_~✅✔☑.!")
    led = _LEADING.match(bare)
    if _DID.match(bare, led.end() if led else 0):
        return True
    begin = _done_from(bare, vocabulary)
    return begin >= 0 and _REST.match(bare, begin + len(_first_word(bare[begin:]))) is not None


def _done_from(text: str, vocabulary: Vocabulary) -> int:
    """Return where the word that says "done" begins, behind who did it or first of all ("Sent Monday"); -1 for none."""
    led = _LEADING.match(text)
    for begin in (led.end() if led else 0, 0):
        word = _first_word(text[begin:])
        if len(word) > 1 and vocabulary.word("done", word) is not None:
            return begin
    return -1


def _first_word(text: str) -> str:
    return text.partition(" ")[0].strip(".,:;!").casefold()


def _has_come(words: str, is_time: Callable[[str], bool]) -> bool:
    """Say whether words say when what was promised came or went: "came 19 Nov", "went Friday"."""
    come = _COME.match(words)
    rest = words[come.end() :].strip(" .!,") if come else ""
    return come is not None and (not rest or is_time(_PART_OF_DAY.sub("", rest)))


def _is_open(tail: str, vocabulary: Vocabulary) -> bool:
    """Say whether what stands behind a step says that it is not done: "still missing!", "offen"."""
    return vocabulary.word("open-status", tail.strip(" *_.!")) is not None
