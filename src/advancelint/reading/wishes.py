"""Finds where a wish ends and what is wished for begins: "I'd be content if | Aled takes us into the tunnel"."""

from __future__ import annotations

from advancelint.reading import gerunds
from advancelint.reading.heads import head
from advancelint.reading.line import Line
from advancelint.reading.parties import party

_LONGEST_WISH = 12  # tokens
_WISHED_BY_ITSELF = frozenset(("like", "love", "prefer", "wish", "hope", "mean"))
_GONE_FOR = frozenset(("wanting", "hoping", "looking"))
_LINKS = frozenset(("that", "if", "for", "with", "to"))
_MADE_TO_ACT = frozenset(("have", "see", "get"))


def wished(line: Line) -> int:
    """Return the index of the first token of what is wished for; 0 where a goal is told without a wish before it.

    Only what the client is to do is looked for: "I would like to show …" and "Our worry is that Dana leaves" are whole.
    """
    if line.scene.field != "objective" or line.scene.voice != "planner":
        return 0
    return _own_wish(line) or _measured(line)


def _own_wish(line: Line) -> int:
    """Match a wish of ours: "I'd settle for …", "we would like …", "would be happy with …", "hope that …"."""
    at = _first_word(line)
    told = line.at(at).has("we")
    at += told
    while line.norm(at) in ("both", "all", "had") or line.at(at).has("modal") or line.at(at).has("adverb"):
        told, at = True, at + 1
    token = line.at(at)
    if not told and token.lemma not in ("hope", "wish"):
        return 0
    if token.lemma == "settle":
        return at + 2 if line.norm(at + 1) == "for" else 0
    gone = next((i for i in range(at, at + 4) if told and line.norm(i) in _GONE_FOR), 0)
    if gone:
        behind = gone + 1 + (line.norm(gone + 1) in ("for", "that"))
        return 0 if line.norm(behind) == "to" else behind
    if token.lemma in _WISHED_BY_ITSELF:
        return _content(line, at + 1)
    links = (i for i in range(at + 1, at + 7) if line.norm(i) in _LINKS) if token.has("be") else ()
    return next((found for i in links if (found := _content(line, i))), 0)


def _first_word(line: Line) -> int:
    """Return the index of the first word that is no opener: "There I would like", "Also, I'd be happy"."""
    at = 0
    while at < len(line.tokens) and (
        line.at(at).kind not in ("word", "number")
        or line.at(at).has("conjunction")
        or line.norm(at) in line.lexicon.groups["clause-openers"]
        or (line.norm(at) in ("there", "then", "here") and line.at(at + 1).has("we"))
    ):
        at += 1
    if line.norm(at) not in ("if", "should", "failing"):
        return at
    behind = range(at + 1, min(at + _LONGEST_WISH, len(line.tokens)))
    return next((i for i in behind if line.at(i).has("we") and line.norm(i - 1) in (",", "then")), at)


def _measured(line: Line) -> int:
    """Match a measure of success: "it would be a start if she …", "success is Frank deciding …", "the game is …"."""
    if any(line.norm(i) in line.lexicon.groups["unwished"] for i in range(_LONGEST_WISH)):
        return 0
    for at in range(1, min(_LONGEST_WISH, len(line.tokens))):
        if line.stops(at):
            return 0
        if not line.at(at).has("be") or line.norm(at) == "'s":
            continue
        if any(_is_somebody(line, i) for i in range(at)):
            return 0
        hoped = line.norm(at) == "be" or line.norm(0) == "it"
        links = range(at + 1, at + 7) if hoped else range(at + 1, at + 2)
        linked = next((i for i in links if line.norm(i) in ("that", "if")), 0)
        found = _content(line, linked or at + 1)
        if found:
            return 0 if line.norm(at + 1) == "for" else found  # "our goal is for Dana to …": the verb makes her act
    return 0


def _is_somebody(line: Line, index: int) -> bool:
    """Say whether a word stands for a person, by a list or by what the plan tells; a capital alone says nothing."""
    token = line.at(index)
    if token.norm == "it":
        return False
    known = token.norm in line.client or token.norm in line.seller or line.role(index) is not None
    return known or token.has("they") or (token.has("we") and index == 0)


def _content(line: Line, at: int) -> int:
    """Return where the client's part begins at or right behind a link at ``at``; 0 where it is none of the client's."""
    if line.norm(at) == "to":
        made = line.at(at + 1).lemma in _MADE_TO_ACT
        return at + 1 if made else 0
    linked = line.norm(at) in _LINKS
    at += linked
    start = at + line.at(at).has("adverb")
    somebody = _is_somebody(line, start) or line.is_name(start) or line.at(start).has("determiner")
    if not linked and not somebody:
        return 0
    found = head(line, start)
    if found is not None and found.negated:
        return 0
    end = found.subject_last if found is not None else gerunds.near(line, start, len(line.tokens))
    return at if end and party(line, start, end).side == "client" else 0
