"""Reads what both sides do or we make sure of: "agree … with X", "book … with X", "ensure X …", "confirm …"."""

from __future__ import annotations

from advancelint.reading.acts import client_deed
from advancelint.reading.clauses import Clause
from advancelint.reading.costs import best_nominal, raised
from advancelint.reading.deeds import Deed, Subject, deed
from advancelint.reading.heads import head
from advancelint.reading.line import Line
from advancelint.reading.ours import own
from advancelint.reading.parties import NOBODY, party


def assured(line: Line, clause: Clause) -> Deed:
    """Judge "ensure/confirm/make sure (that) X …": the clause inside counts."""
    verb, last = clause.verb, clause.last
    start = verb + 1
    if line.norm(start) == "with":
        start = next((i for i in range(start, last) if line.norm(i) == "that"), start + 1)
    start += line.norm(start) == "that"
    for index in range(start + 1, min(start + 10, last)):
        token = line.at(index)
        if not (token.has("modal") or token.has("be") or "s" in token.codes):
            continue
        who = party(line, start, index)
        if who.side == "client":
            return client_deed(line, Subject(who, "causative"), index + token.has("modal"), last)
    best, people = best_nominal(line, start, last), party(line, start, last)
    lifted = raised(line, start, last, "none")
    if line.at(verb).lemma == "confirm" and best != "soft" and people.side == "client" and lifted != "none":
        return deed(line, Subject(people, "nominal"), "act", verb, last, lifted, "a fact that the client confirms")
    return own(line, clause, "imperative")


def agreed(line: Line, clause: Clause) -> Deed:
    """Judge "agree … with X": a joint act counts when something checkable comes of it."""
    verb, last = clause.verb, clause.last
    said = _that_they_will(line, verb + 1, last)
    if said is not None:
        return said
    ours = clause.subject.side in ("seller", "both")
    if ours and "p" in line.at(verb).codes and line.norm(verb + 1) == "to":
        subject = Subject(NOBODY, "subject-verb", "both")
        return deed(line, subject, "low", verb, last, "low", "both sides agreed; nobody of the client's acts")
    who = party(line, verb + 1, last)
    subject = Subject(who if who.side == "client" else NOBODY, "imperative", "both")
    if best_nominal(line, verb + 1, last) in ("act", "thing"):
        lifted = raised(line, verb, last, "medium")
        return deed(line, subject, "act", verb, last, lifted, "a joint act with a checkable result")
    return deed(line, subject, "unknown", verb, last, "unknown", "a joint act; who does what is not said")


def _that_they_will(line: Line, start: int, last: int) -> Deed | None:
    """Judge "agree with Ana that she will give notice"."""
    for index in range(start, min(start + 14, last)):
        if line.norm(index) != "that":
            continue
        modal = next((i for i in range(index, min(index + 12, last)) if line.at(i).has("modal")), -1)
        who = party(line, index + 1, modal) if modal >= 0 else NOBODY
        told = head(line, index + 1) if modal < 0 else None
        if told is not None and told.form == "finite" and not line.at(told.verb).has("be"):
            who, modal = party(line, index + 1, told.subject_last), told.verb - 1
        return client_deed(line, Subject(who, "causative"), modal + 1, last) if who.side == "client" else None
    return None


def scheduled(line: Line, clause: Clause) -> Deed:
    """Judge "book/schedule …": a meeting counts when it brings somebody or something new."""
    verb, last = clause.verb, clause.last
    who = party(line, verb + 1, last)
    lifted = raised(line, verb + 1, last, "low")
    subject = Subject(who, "nominal", "both")
    theirs = who.person in ("group", "role") and line.at(who.first - 1).has("their")
    work = best_nominal(line, verb + 1, last) in ("thing", "act")
    if who.side in ("client", "both") and (lifted == "high" or work or theirs):
        energy = "medium" if lifted == "low" else lifted
        return deed(line, subject, "act", verb, last, energy, "a meeting with somebody new or with work to do")
    kind = "unknown" if who.side in ("client", "both") else "low"
    return deed(line, subject, kind, verb, last, "low", "a meeting, with nothing brought to it")
