"""Cuts a paragraph where its writer began anew: below a title between rules, and before lines that arrows lead.

Markdown knows neither: "--- 4 Nov ---" with the call below it, and "-> Priya mails the sketch" below that, are one text
to it.
"""

from __future__ import annotations

from advancelint.expressions import expression
from advancelint.markdown import RichText
from advancelint.plan import labels, leads, pieces
from advancelint.plan.label_forms import normalise
from advancelint.plan.vocabulary import NO_LABEL, Vocabulary
from advancelint.source import NOTHING, Passage, Span

RULES = frozenset({"--", "==", "__", "~~", "––", "——"})  # how a title between rules begins
# A shorter first line above arrows is their heading.
_LONGEST_HEAD, _LONGEST_LINE = 60, 144
_RULED = expression(r"\s*([-=_~–—])\1{1,60}[ \t]*(?P<title>[^\s\-=_~–—].{0,60}?)[ \t]*\1{2,60}\s*")


def may_hold(content: str) -> bool:
    """Say whether a paragraph may hold lines that arrows lead; a quick look."""
    return "\n" in content and any(arrow in content for arrow in pieces.ARROWS)


def ruled(rich: RichText, content: str, written: str, vocabulary: Vocabulary) -> tuple[Passage, RichText] | None:
    """Return the title that stands between rules in the first line of a paragraph, and what is below it.

    It begins with a day or is a label of the lists: "--- 4 Nov ---", "== Next steps ==". ``content`` is the paragraph's
    Markdown, ``written`` the whole source. None for another paragraph.
    """
    first = content.partition("\n")[0]
    found = _RULED.fullmatch(first) if len(first) <= _LONGEST_LINE else None
    if found is None:
        return None
    title = found["title"]
    known = bool(vocabulary.labels.get(normalise(title), NO_LABEL).roles)
    end = next(iter(pieces.line_ends(rich.passage, written)), len(rich.passage.text))
    begin = rich.passage.text.find(title, 0, end)
    if begin < 0 or not (known or leads.is_led_by_day(rich.passage.cut(Span(begin, end)), vocabulary)):
        return None
    return rich.passage.cut(Span(begin, begin + len(title))), _cut(rich, Span(end, len(rich.passage.text)))


def is_led(written: str, start: int) -> bool:
    """Say whether an arrow for what is to be done stands right before the place ``start`` of the source."""
    return written[max(0, start - 4) : start].rstrip().endswith(pieces.LEADING)


def parted(rich: RichText, written: str, vocabulary: Vocabulary) -> list[RichText]:
    """Return the runs of a paragraph in which lines that arrows lead stand below lines that say something else.

    What a label of the lists leads, and a short line right above arrows, take the arrows with them: [] for those, and
    for a paragraph without arrows.
    """
    begins = [0, *(at + 1 for at in pieces.line_ends(rich.passage, written))]
    led = [rich.passage.text.startswith(pieces.ARROWS, at) for at in begins]
    if not any(led) or all(led):
        return []
    if not led[0] and any(one.label.roles for one in labels.split(rich, written, vocabulary)):
        return []
    cuts = [0, *(at for number, at in enumerate(begins) if number and _is_anew(rich.passage.text, at, led, number))]
    if not led[0] and cuts[1:2] == begins[1:2] and begins[1] <= _LONGEST_HEAD + 1:
        del cuts[1]
    if len(cuts) == 1:
        return []
    ends = [*cuts[1:], len(rich.passage.text)]
    return [_cut(rich, Span(start, end)) for start, end in zip(cuts, ends, strict=True)]


def _is_anew(text: str, at: int, led: list[bool], number: int) -> bool:
    """Say whether a line is of another sort than the one before: what begins small goes on with the line above."""
    return led[number] != led[number - 1] and (led[number] or not text[at].islower())


def _cut(rich: RichText, place: Span) -> RichText:
    """Return a part of a text, without blanks around it and without what is struck in the others."""
    whole = rich.passage.text[place.start : place.end]
    begin = place.start + len(whole) - len(whole.lstrip())
    return rich.cut(Span(begin, begin + len(whole.strip())))._replace(struck=NOTHING)
