"""Finds the whole words of the one who acts: "Ostrander's mill foreman", "Head of Complaints", "Champion (Sofie)"."""

from __future__ import annotations

from advancelint.reading.clauses import Clause
from advancelint.reading.line import Line
from advancelint.reading.parties import Party, party

_ARTICLES = frozenset(("the", "a", "an", "that", "this"))
_JOINS = frozenset(("and", "&", "+", "/", "or"))
_MOST_BEFORE = 5
_MOST_AFTER = 4
_LONGEST_TITLE = 5


def words(line: Line, who: Party, clause: Clause | None) -> tuple[int, int]:
    """Return the token range of the words that name ``who``, a leading article left out.

    ``clause`` is the clause whose subject ``who`` is, or None; a subject is taken whole.
    """
    if who.person in ("none", "indefinite"):
        return who.first, who.last
    if clause is not None and clause.subject_last >= who.last and _heads(line, who, clause):
        return _subject(line, who, clause)
    floor = max(who.first - _MOST_BEFORE, clause.verb + 1 if clause is not None and clause.verb < who.first else 0, 0)
    first = _leftwards(line, who.first, floor) if who.person != "pronoun" else who.first
    last = _rightwards(line, who.last, len(line.tokens)) if who.person != "pronoun" else who.last
    return _bracketed(line, who, last) or (first, last)


def _heads(line: Line, who: Party, clause: Clause) -> bool:
    """Say whether the subject is the one who acts, and not something of theirs ("commitment from the buyer to …")."""
    return clause.first <= who.first and not any(
        line.norm(i) in ("from", "by", "with", "of") and line.nominal(i - 1) is not None
        for i in range(clause.first + 1, who.first)
    )


def _subject(line: Line, who: Party, clause: Clause) -> tuple[int, int]:
    """Return the words of a whole subject, or of its named part where a bracket or commas set that off."""
    first, last = clause.first, clause.subject_last
    while first < who.first and _opens(line, first):
        first += 1
    while last > who.last and (
        line.at(last - 1).has("adverb") or _floats(line, last - 1) or last - 1 in line.timed or _loose(line, last - 1)
    ):
        last -= 1
    named = _bracketed(line, who, who.last)
    if named is not None:
        return named
    if line.at(first).has("preposition"):
        return _leftwards(line, who.first, first + 1), who.last
    marks = [i for i in range(first, last) if _cuts(line, i)]
    first = max((i + 1 for i in marks if i < who.first), default=first)
    last = min((i for i in marks if i >= who.last), default=last)
    while first < who.first and _opens(line, first):
        first += 1
    return first, max(last, who.last)


def _floats(line: Line, index: int) -> bool:
    """Say whether a word before the verb belongs to neither: "both drove", "will each", "did"."""
    return line.norm(index) in ("both", "each", "all") or line.at(index).has("modal") or line.at(index).has("be")


def _cuts(line: Line, index: int) -> bool:
    token = line.at(index)
    initial = token.norm == "." and len(line.at(index - 1).text) <= 5
    return token.norm in ("(", "[", ",", ":", ")", "]") or token.has("relative") or (line.stops(index) and not initial)


def _opens(line: Line, index: int) -> bool:
    """Say whether a word before a name is no part of it: an article, an adverb, a time, a verb of ours."""
    token = line.at(index)
    return (
        token.norm in _ARTICLES
        or (token.has("our") and line.scene.voice != "client")
        or index in line.timed
        or token.has("conjunction")
        or token.has("subordinator")
        or (token.has("adverb") and line.role(index) is None)
        or (token.kind not in ("word", "number", "clitic") and token.norm not in ("(", "["))
    )


def _loose(line: Line, index: int) -> bool:
    token = line.at(index)
    return token.kind not in ("word", "number", "clitic") and token.norm not in (")", "]", ".", "%")


def _bracketed(line: Line, who: Party, last: int) -> tuple[int, int] | None:
    """Return the name in "Board sponsor (Ms Quist)"; None where the brackets hold something else."""
    if who.person == "named" or line.norm(last) not in ("(", "["):
        return None
    inner = party(line, last + 1, line.closing(last) - 1)
    if inner.person != "named" or inner.side != who.side:
        return None
    return _leftwards(line, inner.first, last + 1), inner.last


def _leftwards(line: Line, first: int, floor: int) -> int:
    """Return where the words that lead up to a name begin: "their", "Ostrander's", "Two branch", "Prof."."""
    at = first
    while at > floor:
        before = line.at(at - 1)
        ours = before.has("our") and line.scene.voice != "client"
        if before.has("our") or before.has("their") or before.has("your"):
            return at if ours else at - 1
        dotted = before.norm == "." and at >= 2 and len(line.at(at - 2).text) <= 5 and line.at(at - 2).kind == "word"
        person = line.role(first) is not None or line.is_agent(first)
        compound = before.codes[:1] == "b" and at == first and person
        listed = (
            compound or before.verb is None or line.nominal(at - 1) is not None or (before.codes == "g" and at == first)
        )
        plain = before.kind == "word" and not before.classes and listed and before.norm not in ("sure", "certain")
        counted = before.kind == "number" and at - 1 not in line.timed and before.text.isdigit() and at - 1 > 0
        if dotted:
            at -= 2
        elif before.norm == "'s" or plain or counted or _counts(line, at - 1) or line.role(at - 1) is not None:
            at -= 1
        else:
            break
    while at < first and line.norm(at) in ("'s", "."):
        at += 1
    return at


def _counts(line: Line, index: int) -> bool:
    return line.at(index).has("determiner") and line.norm(index) in line.lexicon.groups["hours"] | {
        "both",
        "all",
        "each",
    }


def _rightwards(line: Line, last: int, end: int) -> int:
    """Return where the words that belong to a name end: "of Complaints", "'s team", "+ maint. lead"."""
    at = last
    while at < end:
        token, after = line.at(at), line.at(at + 1)
        short = token.norm == "." and len(line.at(at - 1).text) <= _LONGEST_TITLE
        titled = short and (line.is_name(at + 1) or line.role(at + 1) is not None)
        if line.is_name(at) or (line.role(at) is not None and not token.codes):
            at += 1
        elif token.norm == "'s" and _possessed_role(line, at, end):
            at = _possessed_role(line, at, end)
        elif titled:
            at += 2
        elif token.norm == "of" and after.kind == "word" and (not after.classes or after.norm == "the"):
            at = _of(line, at + 1)
        else:
            break
    if line.norm(at) in _JOINS and at < end:
        second = party(line, at + 1, min(at + 4, end))
        close = second.first - at - 1 <= 1 or line.at(at + 1).has("their")
        if second.side == "client" and second.person in ("named", "role", "group") and close:
            return second.last
    return at


def _possessed_role(line: Line, at: int, end: int) -> int:
    """Return the end of the role behind a possessive ("Ritva*'s fire officer*"), or 0 where it is no person."""
    for index in range(at + 1, min(at + 5, end)):
        token = line.at(index)
        if line.role(index) is not None or line.is_agent(index):
            last = index + 1
            while line.role(last) is not None and not line.at(last).codes:
                last += 1
            return last
        if token.kind != "word" or token.classes or line.nominal(index) is not None:
            return 0
    return 0


def _of(line: Line, at: int) -> int:
    """Return the end of the words after "of": "Head *of Supply Chain*"."""
    last = at + (line.norm(at) == "the")
    while last < at + _MOST_AFTER and line.at(last).kind == "word" and not line.at(last).classes:
        if last > at and line.at(last).verb is not None and not line.at(last).capital:
            break
        last += 1
    return last
