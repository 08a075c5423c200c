"""Cuts a text into the lines that it was written in: at ``<br>`` in a cell, at boxes and arrows drawn by hand."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from advancelint.expressions import expression
from advancelint.markdown.model import TICKS
from advancelint.records import NamedTuple
from advancelint.source import NOTHING, Passage, Span

_OPEN, _TICKED, _BULLETS = "☐⬜▢□◻", "☑☒✅✔✓", "•●▪‣◦▸►➤👉➡"
# what people put in front of lines that Markdown takes for one paragraph
_LEADER = expression(
    r"[→➜➔▶»–—]\ufe0f?|-+>|=+>|>> |~ +(?=\S)|\. (?=\S)"
    r"|(?:#(?=\d{1,2}[ .:)])|(?=\d{1,2}[/)]))(\d{1,2})[/.:)]? +(?=\D)|[A-Z]\d{1,2}[.):] (?=\S)"
    r"|\(?([a-hA-H])[.)] (?=\S)|(\d{1,2})\.(\d{1,2}) +(?=\D)"
)
SIGNS = r"[~»•¦\\]|--"  # what some put between fields where others put a dash; a part of patterns
ARROWS = ("->", "-->", "=>", "==>", "→", "➜", "➔")
LEADING = tuple(arrow for arrow in ARROWS if "=" not in arrow)  # "=> she agreed to a trial" is mostly what came of it
_LONGEST_HEAD = 60
_EDGE = expression(r"\S (?:[-–—→|·]|->) \S.{0,40}$|\([^()]{2,40}\)[.!]?$")
_BREAK, _BLANK = expression(r"[\n<]"), expression(r"[ \n]")
_BOX = expression(rf"\[([ {TICKS}]?)\] ")  # in a paragraph: Markdown knows such boxes in lists alone
_MARKS = f"{_OPEN}{_TICKED}"
_CHOICE = expression(
    rf"[{_MARKS}][ \u00a0]?(?:[^{_MARKS}\n]{{1,30}}?(?:[ \t\u00a0]{{2,}}|/ ?)|[^{_MARKS}\s]+ )[{_MARKS}]"
)
_NAMED = expression(
    r"([^\W\d_][\w.'’-]{0,20}(?: (?:&|\+|and) [^\W\d_][\w'’-]{0,20}| [^\W\d_a-z][\w'’-]{0,20})?): (?=\S+ \S)"
)
_FEWEST, _INDENT = 2, 2
_NUMBER = expression(r"(\d{1,2})[.):]?\s+(?=[^\W\d_])")
_MARKER = expression(r"\s*(?:[-•*–·]\s+|\d{1,2}[.)]\s+)?")


class Piece(NamedTuple):
    """A line of a text; ``checked`` is "checked", "unchecked" or "none", as for a list item."""

    passage: Passage
    checked: str


def is_choice(text: str) -> bool:
    """Say whether a text has several boxes in a line, of which one or the other is ticked: "☐ Needs  ☒ Offer"."""
    return _CHOICE.search(text) is not None


def boxed(passage: Passage, written: str) -> list[Piece]:
    """Return the lines of a text that begins with a box or a bullet ("☐ send it"), without them; [] for another."""
    marks = _OPEN + _TICKED + _BULLETS
    if not passage.text or (passage.text[0] not in marks and not _BOX.match(passage.text)):
        return []
    found = []
    for piece in _lines(passage, written):
        if is_choice(piece.text):
            return []
        box = _BOX.match(piece.text)
        if box:
            checked = "checked" if box[1].strip() else "unchecked"
            found.append(Piece(piece.cut(Span(box.end(), len(piece.text))).strip(), checked))
        elif piece.text and piece.text[0] in marks:
            checked = "checked" if piece.text[0] in _TICKED else "unchecked" if piece.text[0] in _OPEN else "none"
            rest = piece.cut(Span(1, len(piece.text)))
            while rest.text[:1] in {"\ufe0f", " "}:
                rest = rest.cut(Span(1, len(rest.text)))
            found.append(Piece(rest.strip(), checked))
        elif found and piece.text and _is_indented(piece, written):
            ends = (found[-1].passage.starts[0], piece.starts[-1])  # the line above goes on
            begin, end = (bisect_left(passage.starts, at) for at in ends)
            found[-1] = found[-1]._replace(passage=passage.cut(Span(begin, end + 1)).strip())
        elif found:
            return []  # a line without a box: not a list of boxes after all
    return found


def _is_indented(piece: Passage, written: str) -> bool:
    before = written[max(0, piece.starts[0] - _INDENT) : piece.starts[0]]
    return before == " " * _INDENT and piece.text[0] not in "-*+"


def boxed_below(passage: Passage, written: str) -> tuple[Passage, list[Piece]]:
    """Return the short first line of a text and the boxes below it ("todo", "[ ] send it"); no boxes for another."""
    if "[" not in passage.text and not any(mark in passage.text for mark in _OPEN + _TICKED):
        return NOTHING, []
    head, *rest = _lines(passage, written)
    if not rest or not 0 < len(head.text) <= _LONGEST_HEAD:
        return NOTHING, []
    if not _BOX.match(rest[0].text) and rest[0].text[:1] not in {*_OPEN, *_TICKED}:
        return NOTHING, []
    start = passage.starts.index(rest[0].starts[0])
    return head, boxed(passage.cut(Span(start, len(passage.text))), written)


class Listed(NamedTuple):
    """A list that Markdown takes for a paragraph: the line above it, empty where there is none, and its lines.

    ``arrow`` says that arrows lead them.
    """

    head: Passage
    lines: tuple[Passage, ...]
    arrow: bool = False


def arrowed(passage: Passage, written: str) -> Listed | None:
    """Return the lines of a text each led by an arrow, a dash, "A.", "#1", "1/" or "6.1", below a short line."""
    lines = [line for line in _lines(passage, written) if line.text]
    head = NOTHING
    if len(lines) > 1 and not _LEADER.match(lines[0].text) and len(lines[0].text) <= _LONGEST_HEAD:
        head, lines = lines[0], lines[1:]
    leaders = [_LEADER.match(line.text) for line in lines]
    if not lines or not all(leaders) or not _count_up(leaders):
        return None
    cut = zip(lines, leaders, strict=True)
    bare = tuple(line.cut(Span(mark.end() if mark else 0, len(line.text))).strip() for line, mark in cut)
    return Listed(head, bare, arrow=lines[0].text.startswith(LEADING))


def _count_up(leaders: list[re.Match[str] | None]) -> bool:
    """Say whether letters or numbers that lead lines count: "A." and "B.", "6.1" and "6.2", not "18.6"."""
    letters = [match[2].casefold() for match in leaders if match and match[2]]
    if letters and letters != list("abcdefgh"[: len(letters)]):
        return False  # "A. Ruiz signs", "B. Ito sends it"
    counts = [int(match[1]) for match in leaders if match and match[1]]
    if counts and counts != list(range(counts[0], counts[0] + len(counts))):
        return False
    numbers = [(int(match[3]), int(match[4])) for match in leaders if match and match[3]]
    return not numbers or any(one == (part, place + 1) for (part, place), one in pairwise(numbers))


def headed(passage: Passage, written: str) -> Listed | None:
    """Return a text whose first line, short and no sentence, stands above others as their heading; else None."""
    lines = [line for line in _lines(passage, written) if line.text]
    if len(lines) < 2 or len(lines[0].text) > _LONGEST_HEAD or ": " in lines[0].text:
        return None
    owned = lines[0].text[-1] == ":" and len(lines) > 2 and all(_NAMED.match(line.text) for line in lines[1:])
    if lines[0].text[-1] in ".!?,;:" and not owned:
        return None
    if any(line.text[0] in _OPEN + _TICKED + _BULLETS for line in lines):
        return None
    head = lines[0].cut(Span(0, len(lines[0].text.rstrip(":"))))
    said = [line.cut(Span(2, len(line.text))) if line.text.startswith(": ") else line for line in lines[1:]]
    return Listed(head, tuple(_unnumbered(said)))  # ": Jo signs it" says what the term above means


def _unnumbered(lines: list[Passage]) -> list[Passage]:
    """Return lines without the numbers in front that count them: "1 Petra names the day"."""
    numbers = [_NUMBER.match(line.text) for line in lines]
    if not all(match and int(match[1]) == count for count, match in enumerate(numbers, 1)):
        return lines
    return [line.cut(Span(match.end(), len(line.text))) for line, match in zip(lines, numbers, strict=True) if match]


def edged(passage: Passage, written: str) -> list[Passage]:
    """Return the lines of a text that is a list without marks, each ending with who or when: "Quote – Jo – 9 Jan".

    [] for another text.
    """
    lines = [line for line in _lines(passage, written) if line.text]
    return lines if len(lines) > 1 and all(_EDGE.search(line.text) for line in lines) else []


def arrows_below(passage: Passage, written: str) -> tuple[Passage, Passage]:
    """Return a text up to the first further line that an arrow leads, and from that line on."""
    if not any(arrow in passage.text for arrow in ARROWS):
        return passage, NOTHING
    led = next((line for line in _lines(passage, written)[1:] if line.text.startswith(ARROWS)), NOTHING)
    if not led.text:
        return passage, NOTHING
    cut = passage.starts.index(led.starts[0])
    return passage.cut(Span(0, cut)).strip(), passage.cut(Span(cut, len(passage.text)))


def line_ends(passage: Passage, written: str) -> list[int]:
    """Return the blanks of a text for which the source has the end of a line."""
    return [at for at, char in enumerate(passage.text) if char == " " and written[passage.starts[at]] == "\n"]


def broken(passage: Passage, written: str) -> list[Passage]:
    """Return the lines of a table's cell, without bullets and numbers in front; blank ones are left out."""
    found = []
    for piece in _lines(passage, written):
        marker = _MARKER.match(piece.text)
        bare = piece.cut(Span(marker.end() if marker else 0, len(piece.text))).strip()
        if bare.text:
            found.append(bare)
    return found


def _lines(passage: Passage, written: str) -> list[Passage]:
    """Cut a passage where the source broke the line: by a line break or by ``<br>``."""
    extent = written[passage.starts[0] : passage.ends[-1]] if passage.text else ""
    if _BREAK.search(extent) is None:
        return [passage.strip()]
    lines, start = [], 0
    for blank in _BLANK.finditer(passage.text):
        index = blank.start()
        if written[passage.starts[index]] in "\n<":
            lines.append(passage.cut(Span(start, index)).strip())
            start = index + 1
    lines.append(passage.cut(Span(start, len(passage.text))).strip())
    return lines
