"""Takes who and when off the edges of a step: "Recap by e-mail → Katya → May 20" promises a recap by e-mail.

Only what stands apart is taken off: behind a dash, an arrow, a comma or an "@", in brackets, or in front. A running
sentence ("Mo sends the list by 11 June") stays whole.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import clockwords, due, moments, owners, persons
from advancelint.plan.cast import Cast
from advancelint.plan.given import is_first
from advancelint.plan.label_forms import normalise
from advancelint.plan.periods import Anchor
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Passage, Span

_BETWEEN = expression(
    r"(?<!\s)\s+(?:[-–—|·/]\s+|(?=@\w)|(?=\[\[\w))"
    r"|(?:(?<!\s)\s+)?(?:(?:->|=>|→|➡️|➡|⇒|⟶)\s*|[📅⏰⏳🗓]\ufe0f?\s*|[,;]\s+)"
    r"|(?<=[^\W\d][.!?])\s+|:\s+|(?<!\s)[ ]{2,}(?=\S)|(?<=\w\))\s+"
    r"(?=(?:by|until|till|due|bis|avant|hasta|até)\s|(?:[^\W\d_]{2,5}\.?,? )?\d{1,2}[/.]\d)"
)
_BRACKET = expression(r"(?:(?<!\s)\s+)?[(\[]([^()\[\]]{1,80})[)\]][\s.!]*$")
_INSIDE = expression(r"(?:(?<!\s)\s+)?(?:[,;|·–—/]|->|→|[📅⏰⏳🗓]\ufe0f?)\s*|(?<!\s)\s+-\s+")
_LABELLED = expression(rf"(?:{due.LABEL_WORDS})\s?:\s?\S", re.IGNORECASE)
_OWNER = expression(rf"\s*(?:{owners.LABEL_WORDS}|resp(?:onsible)?\.?)\s?:\s*", re.IGNORECASE)
_LEAD = expression(
    rf"(?:{due.LEAD_WORDS}|till|target|eta|for|from|since|EOD|COB|the|close of business|end of day|zum|la|dia|~|c\.)"
    r"\s+",
    re.IGNORECASE,
)
_BEFORE = expression(
    r"(?:due|by|until|till|no later than|bis|spätestens|fällig|avant|d'ici|pour le|antes de|para el|hasta el|até)\b",
    re.IGNORECASE,
)
# What a client's or a seller's own calendar holds: "before the first invoice", "after the shading study".
_EVENT = expression(
    r"(?:before|after|by|until|till|at|ahead of|vor|nach|bis(?: zum| zur)?|avant|après|antes de|después de|depois de)"
    r"\s+(?:the|our|your|their|his|her|next|der|dem|den|die|das|le|la|les|l'|el|los|las|o|a|os|as|her"
    r"|ihre[rm]?)[\s']",
    re.IGNORECASE,
)
_UNDATED = expression(
    r"(?:no|without a) (?:due )?date(?: yet| given| set)?|date (?:open|tbd|tbc)|tbd|tbc", re.IGNORECASE
)
# What says when without a time that `moments` finds.
_TIMELY = expression(rf"{_EVENT.pattern}|{_UNDATED.pattern}|(?:{due.LABEL_WORDS})\s?:|due ", re.IGNORECASE)
_FROM_WHOM = expression(r"\b(?:from|off|von) [\w ]{1,20}$")
_FROM_WHERE = expression(r"(?:(?<!\s)\s+)?\(|\s(?:in|from|of|aus|vom|de|du|da|do)\s")
_AT, _BLANKS = expression(r"@\S+"), expression(r"\s+")
_LONGEST_EVENT, _MOST, _WIDEST = 8, 4, 160
_MARKS = " !()[],;:|·/–—→>-"
_ANYWHEN, _OPENED = Anchor(""), expression(r"\s*(?:[:–—|·,-]\s*)?(?=[\w@*])")


class Trimmed(NamedTuple):
    """A step without its edges; ``who`` and ``when`` are what stood there, empty where nothing did."""

    passage: Passage
    who: Passage
    when: Passage


class Edges(NamedTuple):
    """What may stand at an edge: names that ``cast`` and ``vocabulary`` know, ``owner`` as found, and times."""

    cast: Cast
    vocabulary: Vocabulary
    owner: str

    def trimmed(self, passage: Passage) -> Trimmed:
        """Take who and when off the end of a step; it stays as it is where nothing else would be left."""
        who = when = passage.cut(NOWHERE)
        for _ in range(_MOST):
            end, parts = self._edge(passage.text)
            if not parts:
                break
            for span in parts:
                part = _unmarked(passage.cut(span))
                timely = self._is_when(part.text)
                if timely and not when.text:
                    when = part if not _UNDATED.fullmatch(part.text) else when
                elif not timely and (not who.text or self.cast.is_firm(who.text)):
                    who = part  # "Ana Ruiz (Norwood)": behind her stands her company
            passage = passage.cut(Span(0, end)).strip()
        return Trimmed(passage, who, when)

    def _edge(self, text: str) -> tuple[int, list[Span]]:
        """Return where a step's own words end and the spans of the names and times behind them; none: no edge."""
        opened = max(0, len(text) - _WIDEST)  # who and when are short, and a line may be long
        bracket = _BRACKET.search(text, opened)
        if bracket and text[: bracket.start()].strip():
            parts = self._parts(bracket[1], apart=True)
            # "get the index from pricing (Brad)" asks him for it
            asked = len(parts) == 1 and _FROM_WHOM.search(text, 0, bracket.start()) and not self._is_when(bracket[1])
            if parts and not asked:
                return bracket.start(), [_moved(part, bracket.start(1)) for part in parts]
        for gap in _BETWEEN.finditer(text, opened):
            goes_on = text[gap.start() - 1] == ")" and gap.group().isspace() and not self._names(text[: gap.start()])
            if self._may_end(text[: gap.start()]) and not goes_on:
                behind = text[gap.end() :]
                sentence = text[gap.start() - 1 : gap.start()] in {".", "!", "?"}
                apart = gap.group().strip() not in {",", ";", ""} or sentence or behind.startswith("[[")
                parts = self._parts(behind, apart=apart)
                if len(parts) > (gap.group()[0] == ":"):  # behind a colon a name alone may be what is promised
                    return gap.start(), [_moved(part, gap.end()) for part in parts]
        return len(text), []

    def _names(self, text: str) -> bool:
        """Say whether a bracket at the end of a text says who or when; "an offer (90 now) by 29 May" goes on."""
        bracket = _BRACKET.search(text, max(0, len(text) - _WIDEST))
        return bracket is not None and bool(self._parts(bracket[1], apart=True))

    def without_time(self, passage: Passage) -> Passage:
        """Return a step that a name led ("Odile: send the figures by 12 June") without the time at its end."""
        for gap in _BLANKS.finditer(passage.text, max(0, len(passage.text) - _WIDEST)):
            tail = passage.text[gap.end() :]
            if _BEFORE.match(tail) and self._is_when(tail) and self._may_end(passage.text[: gap.start()]):
                return passage.cut(Span(0, gap.start()))
        return passage

    def _may_end(self, head: str) -> bool:
        """Say whether a step may end here: not inside of a bracket, a time ("by Friday, 5 June"), "M. Petit"."""
        words = head.casefold().split()
        whole = head.count("(") == head.count(")") and sum(map(str.isalpha, head)) > 1
        if not whole or not words:
            return False
        titled = len(words[-1]) > 1 and words[-1].rstrip(".") in self.vocabulary.words["honorific"]  # no metre
        return not titled and words[-1] not in self.vocabulary.words["weekday"]

    def _parts(self, text: str, *, apart: bool = False) -> list[Span]:
        """Return the names and times that ``text`` consists of; [] where it holds anything else.

        ``apart`` says that a bracket, a dash or an arrow sets it off: then a name beside a time may be a stranger's.
        """
        if text.strip() and self._is_aside(text):
            return [Span(0, len(text))]
        together = self._name_and_time(text)
        if together:
            return together
        parts, start = [], 0
        for mark in [*_INSIDE.finditer(text), None]:
            end = mark.start() if mark else len(text)
            if text[start:end].strip():
                parts.append(Span(start, end))
            start = mark.end() if mark else end
        if len(parts) < 2:
            return []
        strangers = [part for part in parts if not self._is_aside(text[part.start : part.end])]
        # A part that is a time is no stranger.
        listed = all(is_first(_bare(text[part.start : part.end])) for part in strangers)
        if strangers and not listed and not (apart and len(strangers) == 1):
            return []
        return parts if all(self._may_be_name(text[part.start : part.end]) for part in strangers) else []

    def _is_aside(self, text: str) -> bool:
        bare = _bare(text)
        owned = bool(_OWNER.match(bare)) and "," not in bare and len(bare.split()) <= _LONGEST_EVENT
        named = self._is_name(bare) or persons.is_described(text.strip(), self.vocabulary)
        return owned or named or self._is_when(text)

    def _is_when(self, text: str) -> bool:
        bare = _bare(text)
        if _LABELLED.match(bare) or bare.casefold().startswith("due "):
            return len(bare.split()) <= _LONGEST_EVENT
        whole = text.strip(" ()[]")
        return not bare or is_time(whole, self.vocabulary) or (bare != whole and is_time(bare, self.vocabulary))

    def _may_be_name(self, text: str) -> bool:
        # "Greg Tillotson (Harrowgate finance)", "Sven in legal"
        bare = _bare(_FROM_WHERE.split(text, maxsplit=1)[0])
        return len(bare.split()) <= 3 and persons.is_name(bare, self.vocabulary)

    def _is_name(self, text: str) -> bool:
        if text == self.owner or text.lstrip("@") == self.owner or self.cast.is_person(text.lstrip("@")):
            return bool(text)
        parts = [part for part in owners.AND.split(text) if part]
        sides = self.vocabulary.words["side"]
        known = [part for part in parts if self.cast.knows(part) or normalise(part) in sides or _AT.fullmatch(part)]
        return bool(known) and all(part in known or self._may_be_name(part) for part in parts)  # "Ana + Dr. Hu"

    def _name_and_time(self, text: str) -> list[Span]:
        """Return the two spans of "Ravi by 9 June" and "@ines 2026-06-09", [] for another text."""
        for gap in list(_BLANKS.finditer(text))[:_MOST]:
            name, time = text[: gap.start()], text[gap.end() :]
            if self._is_name(_bare(name)) and is_time(_bare(time), self.vocabulary):
                return [Span(0, gap.start()), Span(gap.end(), len(text))]
        return []


def _bare(text: str) -> str:
    return text.strip(" !()[]✅").rstrip(".")


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _unmarked(part: Passage) -> Passage:
    """Return a part without "owner:" in front and without marks at its ends; a bracket that it opens is closed."""
    label = _OWNER.match(part.text)
    start = label.end() if label else len(part.text) - len(part.text.lstrip(_MARKS))
    marks = _MARKS.replace(")", "") if "(" in part.text[start:] else _MARKS
    return part.cut(Span(start, max(start, len(part.text.rstrip(marks))))).strip()


def may_hold_time(text: str) -> bool:
    """Say whether a time may be taken off a text; a quick look."""
    return clockwords.may_hold(text) or _TIMELY.search(text) is not None


def is_time(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text says nothing but when: "due 12 June", "avant le 5 juin", "before the first invoice"."""
    if _UNDATED.fullmatch(text.strip(" .!")):
        return True
    if _EVENT.match(text) and len(text.split()) <= _LONGEST_EVENT:
        return True
    found = moments.find(text, vocabulary, _ANYWHEN)
    if not found:
        return False
    before, after = text[: found[0].span.start], text[found[-1].span.end :]
    return not _without_leads(before, vocabulary) and not _without_leads(clockwords.without_hour(after), vocabulary)


def dated(passage: Passage, vocabulary: Vocabulary) -> tuple[Passage, Passage] | None:
    """Return the time in front of a step and the step without it ("2026-05-29 Noor: order form"); None for another."""
    for moment in moments.find(passage.text, vocabulary, _ANYWHEN)[:1]:
        opened = _OPENED.match(passage.text, moment.span.end)
        written = passage.text[moment.span.start : moment.span.end]
        rest = passage.text[opened.end() :] if opened else ""
        told = (
            rest[:1].isupper() or vocabulary.word("encounter", rest.partition(",")[0]) is not None
        )  # "7/17 Rob - quote"
        firm = written[0].isdigit() and (told or len(written) > 4)
        if opened and firm and not passage.text[: moment.span.start].strip(" (["):
            return passage.cut(moment.span), passage.cut(Span(opened.end(), len(passage.text)))
    return None


def _without_leads(text: str, vocabulary: Vocabulary) -> str:
    """Return what is left of the words around a time without "by the", weekdays and marks."""
    rest = text.strip() + " "
    while lead := _LEAD.match(rest):
        rest = rest[lead.end() :]
    words = rest.casefold().replace(",", " ").replace(".", " ").split()
    return " ".join(word for word in words if word.strip("()") not in vocabulary.words["weekday"])
