"""``fix``: how a finding can be mended, said by the card and checked when it is loaded."""

from __future__ import annotations

import re
from collections.abc import Mapping

from advancelint.cards.fields import Fields
from advancelint.cards.keys import FIX, FOUND
from advancelint.cards.message import fill_whole, template
from advancelint.cards.shapes import names
from advancelint.expressions import expression
from advancelint.mapping import Mapping as Entries
from advancelint.nodes import gaps_of, spots_of
from advancelint.rule import NO_MEND, SAFETIES, Change, Finding, Mend, Mender, Node, as_found
from advancelint.source import NOWHERE, Passage, Span

_WAYS = ("replace", "gap")
_PIECE = expression(r"\s+|\w+|[^\w\s]")
# Words in front of which a sentence or a line begins: nothing but marks, a number or a box; the end of a sentence.
_BEFORE = expression(r"(?:^(?:\W*(?:\d{1,3}[.)]|\[[xX]\]))?|[.!?:…|])\W*$")
_NEAR = 80
_BETWEEN = expression(r"[^\w\s'’-]")
# In words that are put in, these could become markup that the author never wrote.
_MARKUP = frozenset("\\`*_{}[]<>#|~&\r\n")


def read_mend(fields: Fields, card: Entries, kind: str, condition: str) -> tuple[Mend, Mender]:
    """Return what the card says of its fix and what works out the changes for a finding. Raises CardError."""
    value = card.get("fix")
    if value is None:
        return NO_MEND, as_found
    entries = fields.mapping(value, "“fix”", names(FIX))
    safety = fields.choice(fields.required(entries, "safety", "“fix”"), "“safety”", SAFETIES)
    title = template(fields, fields.required(entries, "title", "“fix”"), "“title”", kind, condition)
    if condition in ("input", "suppression"):
        fields.fail(f"a card about {condition} has no fix of its own", value.span)
    ways = [key for key, _ in entries.entries if key.text in _WAYS]
    if condition == "check" and not ways:
        return Mend(safety, title), as_found
    if len(ways) != 1:
        fields.fail("a fix has one of “replace” and “gap”", (ways[1] if ways else value).span)
    return Mend(safety, title), _mender(fields, entries, kind, condition)


def _mender(fields: Fields, entries: Entries, kind: str, condition: str) -> Mender:
    words = template(fields, fields.required(entries, "with", "“fix”"), "“with”", kind, condition)
    label, gap = entries.get("label"), entries.get("gap")
    if gap is not None:
        known = gaps_of(kind)
        if not known:
            fields.fail(f"no {kind.replace('_', ' ')} has a gap", gap.span, "Gaps are places of a plan or a call.")
        name = fields.choice(gap, "“gap”", known)
        head = fields.words(fields.required(entries, "label", "“fix”"), "“label”")
        return lambda node, finding: _added(node, finding, name, head, words)
    if label is not None:
        fields.fail("“label” belongs to a gap", label.span, "Drop it, or write “gap” instead of “replace”.")
    spots = (*spots_of(kind), *((FOUND,) if condition == "phrases" else ()))
    spot = fields.choice(fields.required(entries, "replace", "“fix”"), "“replace”", spots)
    return lambda node, finding: _replaced(node, finding, spot, words)


def _words(node: Node, finding: Finding) -> Mapping[str, str]:
    return {**{name: spot.text for name, spot in node.spots.items()}, **finding.facts}


def _added(node: Node, finding: Finding, name: str, label: str, words: str) -> tuple[Change, ...]:
    """Add a labelled line, but not where the label stands already, even if nobody understood it."""
    gap = node.gaps[name]()
    text = fill_whole(words, _words(node, finding), node.values)
    standing = re.search(rf"(?<!\w){re.escape(label)}[*_]*[ \t]*:", gap.around, re.IGNORECASE)
    if gap.offset < 0 or not text or standing:
        return ()
    return (Change(Span(gap.offset, gap.offset), gap.form % {"label": label, "words": text}),)


def _replaced(node: Node, finding: Finding, spot: str, words: str) -> tuple[Change, ...]:
    """Put words in the place of a spot, and leave what stays the same, with its markup, as the author wrote it."""
    from difflib import SequenceMatcher  # here, since most runs find nothing that is mended so

    text = fill_whole(words, _words(node, finding), node.values)
    if spot == FOUND and FOUND not in finding.facts:
        return ()  # what is missing cannot be replaced
    place = finding.span if spot == FOUND else node.spots[spot].span if spot in node.spots else NOWHERE
    old = _passage_at(node.passage, place)
    if spot == FOUND and not old.text:  # it stands elsewhere in the file than in the node's own words
        old = Passage.plain(node.written[place.start : place.end], place.start)
    if not text or not old.text or not node.written:
        return ()
    if spot == FOUND:
        if _BETWEEN.search(old.text):
            return ()  # words are a phrase whatever stands between them, and that must not be lost
        if _is_capitalized(old.text) and _opens(node, place.start):
            text = text[:1].upper() + text[1:]
    before, after = _PIECE.findall(old.text), _PIECE.findall(text)
    changes: list[Change] = []
    for kind, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        begin = len("".join(before[:start]))
        gone = "".join(before[start:end])
        change = _change(node, old, Span(begin, begin + len(gone)), gone, "".join(after[first:last]))
        if change is None:
            return ()
        changes.append(change)
    return tuple(changes)


def _is_capitalized(words: str) -> bool:
    """Say whether words begin with a capital that is none of their own, as those of PoC and CRM are."""
    return words[0].isupper() and not any(letter.isupper() for word in words.split() for letter in word[1:])


def _opens(node: Node, start: int) -> bool:
    """Say whether a sentence, a line or a cell begins with the words at ``start`` of the source."""
    if start == node.span.start:
        return True
    line = max(node.written.rfind(end, 0, start) for end in "\r\n") + 1
    before = node.written[max(line, start - _NEAR) : start]
    # The beginning of what was cut off is no beginning of a line.
    return _BEFORE.search(before if start - line <= _NEAR else f"x{before}") is not None


def _passage_at(passage: Passage, place: Span) -> Passage:
    """Return the part of ``passage`` that stands at ``place`` in the source."""
    places = enumerate(zip(passage.starts, passage.ends, strict=True))
    kept = [index for index, (start, end) in places if place.start <= start and end <= place.end]
    return passage.cut(Span(kept[0], kept[-1] + 1)) if kept and place else Passage("", (), ())


def _change(node: Node, old: Passage, at: Span, gone: str, put: str) -> Change | None:
    """Return the change of ``gone``, at ``at`` of ``old``; None where that would break or make markup."""
    if _MARKUP & set(put):
        return None
    if not gone:
        where = old.starts[at.start] if at.start < len(old.text) else old.ends[-1]
        # Between two characters with markup between them, nobody can say on which side of it the new words belong.
        if 0 < at.start < len(old.text) and old.ends[at.start - 1] != where:
            return None
        return Change(Span(where, where), put)
    span = old.source_span(at)
    return Change(span, put) if node.written[span.start : span.end] == gone else None
