"""Reads "get X to …", "have X …", "agreement from X to …": somebody makes the client act, and the act counts."""

from __future__ import annotations

from advancelint.reading.acts import client_deed
from advancelint.reading.deeds import Deed, Subject, deed
from advancelint.reading.line import Line
from advancelint.reading.parties import NOBODY, party

_WITH_BARE_VERB = frozenset(("have", "make", "let", "help"))
_CAUSING = frozenset(("acquire", "causative", "persuasion", "schedule", "assure", "agree"))
_LONGEST_REACH = 18


def causative(line: Line, verb: int, last: int) -> Deed | None:
    """Return the act that the verb at ``verb`` makes the client do, or None when it makes nobody act."""
    token = line.at(verb)
    if token.verb is None:
        return None
    if token.verb.bare not in _CAUSING and token.lemma not in ("allow", "let", "leave", "bring", "help"):
        return None
    start = verb + 1 + (line.norm(verb + 1) in ("for", "with"))
    if token.lemma in _WITH_BARE_VERB:
        inner = _bare_infinitive(line, start, last)
        if inner is not None:
            return inner
    for index in range(start, min(start + _LONGEST_REACH, last)):
        if line.stops(index):
            return None
        if line.norm(index) == "to" and index not in line.timed:
            at = _verb_after_to(line, index)
            if at:
                return _caused(line, verb, start, index, at, last)
    return None


def _verb_after_to(line: Line, to: int) -> int:
    """Return the index of the act after "to", or 0 when "to" leads to a person or a thing."""
    at = to + 1
    while line.at(at).has("adverb"):
        at += 1
    token, noun = line.at(at), line.nominal(at) is not None
    if "b" in token.codes or token.has("be"):
        return at
    plain = token.kind == "word" and not token.classes and not token.capital and not token.norm.endswith("s")
    return at if plain and not noun and line.role(at) is None else 0


def _caused(line: Line, verb: int, start: int, to: int, at: int, last: int) -> Deed | None:
    who = party(line, start, to)
    promised = any((noun := line.nominal(i)) is not None and noun.kind == "act" for i in range(start, to))
    if any(line.norm(i) in line.lexicon.groups["grants"] for i in range(start, to)):
        return None
    alone = to == start + 1 and line.norm(start) == "her"  # "get her to try it": no thing of hers follows
    if who.side == "seller" or (who.side in ("thing", "nobody") and not promised and not alone):
        return None
    if who.side not in ("client", "both"):
        who = NOBODY
    if line.at(at).lemma in line.lexicon.groups["mind-after-to"]:
        evidence = "a state of mind is wanted of the client"
        return deed(line, Subject(who, "causative"), "mental", at, last, "none", evidence)
    judged = client_deed(line, Subject(who, "causative"), at, last)
    return judged._replace(evidence=f"{line.at(verb).lemma} … to {line.at(at).norm}; {judged.evidence}")


def caused_for(line: Line, start: int, last: int) -> Deed | None:
    """Return the act in "(for) X to …" whose X begins at ``start``, or None."""
    for index in range(start + 1, min(start + 10, last)):
        if line.norm(index) == "to" and "b" in line.at(index + 1).codes:
            return _caused(line, start - 1, start, index, index + 1, last)
    return None


def _bare_infinitive(line: Line, start: int, last: int) -> Deed | None:
    """Judge "have X send …", "help X write …": the base verb after a client."""
    for index in range(start + 1, min(start + 9, last)):
        token, before = line.at(index), line.at(index - 1)
        if line.stops(index) or token.norm == "to" or token.has("relative"):
            return None
        acts = "b" in token.codes and not line.is_name(index) and line.role(index) is None
        if not acts and not (token.has("be") and token.norm != "'s"):
            continue
        who = party(line, start, index)
        after_determiner = before.has("determiner") or before.has("our") or before.has("preposition")
        if who.side in ("client", "both") and not (line.nominal(index) is not None and after_determiner):
            return client_deed(line, Subject(who, "causative"), index, last)
    return None
