"""Takes who and when off the edges of a step: "Recap by e-mail → Katya → May 20" promises a recap by e-mail.

Only what stands apart is taken off: behind a dash, an arrow, a comma or an "@", in brackets, or in front. A running
sentence ("Mo sends the list by 11 June") stays whole.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import due, owner_sides, owners, persons, pieces
from advancelint.plan.cast import Cast
from advancelint.plan.edge_times import LONGEST_EVENT, UNDATED, is_time
from advancelint.plan.given import is_first
from advancelint.plan.label_forms import normalise
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Passage, Span

_APART = rf"(?:{pieces.SIGNS}|>|//|::|>>)"
_BETWEEN = expression(
    rf"(?<!\s)\s+(?:(?:-{{1,3}}|[–—|·/]|{_APART})\s+|(?=@\w)|(?=\[\[\w))"
    r"|(?:(?<!\s)\s+)?(?:(?:->|=>|→|➡️|➡|⇒|⟶)\s*|[📅⏰⏳🗓]\ufe0f?\s*|[,;]\s+)"
    r"|(?<=[^\W\d][.!?])\s+|:\s+|(?<!\s)[ ]{2,}(?=\S)|(?<=\w[)\]])\s+"
    r"(?=(?:by|until|till|due|bis|avant|hasta|até)\s|(?:[^\W\d_]{2,5}\.?,? )?\d{1,2}(?:[/.]\d|(?:st|nd|rd|th)?"
    r" [^\W\d_]{3})|[^\W\d_]{3,9} \d{1,2}\b|20\d\d-\d)"
)
_BRACKET = expression(r"(?:(?<!\s)\s+)?[(\[]([^()\[\]]{1,80})[)\]][\s.!]*$")
_INSIDE = expression(
    rf"(?:(?<!\s)\s+)?(?:[,;|·–—/]|->|→|[📅⏰⏳🗓]\ufe0f?)\s*|(?<!\s)\s+(?:-{{1,3}}|{_APART})\s+|\.\s+(?=[^\W\d_]{{2,10}}\s?:)"
)
_SEVERAL = expression(r"[,;|]|\.\s|\s[-–—]\s")
_LABELLED = expression(rf"(?:{due.LABEL_WORDS})\s?:\s?\S", re.IGNORECASE)
_OWNER = expression(
    rf"\s*(?:(?i:{owners.LABEL_WORDS}|resp(?:onsible)?\.?)\s?:\s*|(?i:owner|owned by|assigned to)\s+(?=@?[^\W\d_a-z]))"
)
_BEFORE = expression(
    r"(?:due|by|until|till|no later than|bis|spätestens|fällig|avant|d'ici|pour le|antes de|para el|hasta el|até)\b",
    re.IGNORECASE,
)
_FROM_WHOM = expression(r"\b(?:from|(?<!sign )(?<!signs )(?<!signed )off|von) [\w ]{1,20}$")
_FROM_WHERE = expression(r"(?:(?<!\s)\s+)?\(|\s(?:in|from|of|aus|vom|de|du|da|do)\s")
# "@Leonie", "@Dr. Petri", "@Ruud (Norwood IT)"
_AT = expression(r"@(?:[^\W\d_a-z]\w{0,3}\. )?\S+(?: \([^()]{1,40}\)?)?")
_BLANKS = expression(r"\s+")
_MOST, _WIDEST = 4, 160
_MARKS = " !()[],;:|·/–—→>-"


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
                    when = part if not UNDATED.fullmatch(part.text) else when
                elif not timely and (not who.text or self.cast.is_firm(who.text)):
                    who = part  # "Ana Ruiz (Norwood)": behind her stands her company
            passage = passage.cut(Span(0, len(passage.text[:end].rstrip(" ,;")))).strip()
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
            goes_on = text[gap.start() - 1] in ")]" and gap.group().isspace() and not self._names(text[: gap.start()])
            if self._may_end(text[: gap.start()]) and not goes_on:
                behind = text[gap.end() :]
                sentence = text[gap.start() - 1 : gap.start()] in {".", "!", "?"}
                apart = gap.group().strip() not in {",", ";", ""} or sentence or behind.startswith("[[")
                parts = self._parts(behind, apart=apart)
                # behind a colon a name alone may be what is promised, but for "@ida"
                if len(parts) > (gap.group()[0] == ":" and not behind.startswith("@")):
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
        closed = head.count("(") == head.count(")") and head.count("[") == head.count("]")
        whole = closed and sum(map(str.isalpha, head)) > 1
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
        owned = bool(_OWNER.match(bare)) and not _SEVERAL.search(bare) and len(bare.split()) <= LONGEST_EVENT
        named = self._is_name(bare) or persons.is_described(text.strip(), self.vocabulary)
        return owned or named or self._is_when(text)

    def _is_when(self, text: str) -> bool:
        bare = _bare(text)
        due_then = bare.casefold().startswith("due ") and not _SEVERAL.search(bare)  # "due 4 Dec, Jo" says who, too
        if _LABELLED.match(bare) or due_then:
            return len(bare.split()) <= LONGEST_EVENT
        whole = text.strip(" ()[]")
        return not bare or is_time(whole, self.vocabulary) or (bare != whole and is_time(bare, self.vocabulary))

    def _may_be_name(self, text: str) -> bool:
        # "Greg Tillotson (Harrowgate finance)", "Sven in legal"
        bare = _bare(_FROM_WHERE.split(text, maxsplit=1)[0])
        return len(bare.split()) <= 3 and persons.is_name(bare, self.vocabulary)

    def _is_name(self, text: str) -> bool:
        if text == self.owner or text.lstrip("@") == self.owner or self.cast.is_person(text.lstrip("@")):
            return bool(text)
        led = owner_sides.led_by_firms(text)
        if led and all(self.cast.is_firm(firm) for firm, _ in led):
            return True  # "[NM: Ana Ruiz, T: Ben Ito]"
        parts = [part for part in owner_sides.AND.split(text) if part]
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
