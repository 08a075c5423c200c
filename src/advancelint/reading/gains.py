"""Reads "get/secure/leave with …", "ask X for …": what we come away with is the client's act, a feeling, or nothing."""

from __future__ import annotations

from advancelint.reading.acts import client_deed
from advancelint.reading.clauses import Clause
from advancelint.reading.costs import best_nominal, raised
from advancelint.reading.deeds import Deed, Subject, deed
from advancelint.reading.joint import assured
from advancelint.reading.line import Line
from advancelint.reading.nominals import fragment
from advancelint.reading.ours import agent, own
from advancelint.reading.parties import party, pure

_GATHERING = frozenset(("collect", "gather", "capture"))


def acquired(line: Line, clause: Clause) -> Deed:
    """Judge what a verb of getting brings us."""
    verb, last = clause.verb, clause.last
    start = verb + 1
    while line.at(start).has("adverb") or line.norm(start) in ("with", "out", "away", "in", "on", "hold", "of"):
        start += 1
    if line.at(verb).lemma in ("leave", "exit") and line.norm(verb + 1) != "with":
        return own(line, clause, "imperative")
    if line.at(start).has("us"):
        return _placed(line, clause, start)
    return _mind(line, start, last) or _promised(line, start, last) or _handed(line, clause, start)


def _handed(line: Line, clause: Clause, start: int) -> Deed:
    """Judge the noun that is got: an act, a thing, a person who comes along."""
    last, lemma = clause.last, line.at(clause.verb).lemma
    found = fragment(line, start, last, acquired=True)
    named = found.party.side == "client"
    if clause.ask == "we" and found.kind in ("act", "unknown") and best_nominal(line, start, last) in ("act", "thing"):
        evidence = "asked of the client: something to hand over"
        return found._replace(actor="client", kind="act", construction="ask", energy="medium", evidence=evidence)
    if lemma == "have" and clause.subject.side == "seller" and found.kind == "act" and not named:
        return own(line, clause, "subject-verb", "we have it; nobody of the client's acts")
    if lemma in _GATHERING and not named:
        return own(line, clause, "learning", "our gathering is the goal")
    if lemma == "win" and pure(line, start, _noun_end(line, start, last)).side == "client":
        return own(line, clause, "persuasion", "persuasion with no act named")
    if found.kind in ("act", "mental", "effortless"):
        return found._replace(construction="causative" if found.construction == "passive" else found.construction)
    people = party(line, start, last)
    into = any(
        line.norm(i) in ("on", "in", "into", "onto", "at") and line.at(i + 1).kind == "word"
        for i in range(start + 1, last)
    )
    if people.side == "client" and into and lemma == "get":
        evidence = "gets somebody of the client's to come"
        return deed(
            line, Subject(people, "causative"), "act", start, last, raised(line, start, last, "medium"), evidence
        )
    if found.kind == "low" or (people.side == "client" and found.kind == "unknown"):
        return found
    return own(line, clause, "imperative", "nothing of the client's act is named")


def _noun_end(line: Line, start: int, last: int) -> int:
    """Return where the noun phrase at ``start`` ends: at a preposition, a mark or ``last``."""
    return next((i for i in range(start + 1, last) if line.at(i).has("preposition") or line.at(i).kind == "mark"), last)


def _placed(line: Line, clause: Clause, start: int) -> Deed:
    """Judge "get us on the agenda", "get us 20 minutes with the CFO": somebody must give that."""
    last = clause.last
    best = best_nominal(line, start + 1, last)
    if best in ("act", "thing") or raised(line, start, last, "low") == "high":
        subject = Subject(agent(line, start, last), "causative")
        evidence = "somebody of the client's must give it"
        return deed(line, subject, "act", clause.verb, last, raised(line, start, last, "medium"), evidence)
    return own(line, clause, "imperative")


def _mind(line: Line, start: int, last: int) -> Deed | None:
    """Judge "get X excited", "get them on board", "get X thinking about …": a feeling is wanted.

    "Want X naming the day" wants an act: where a verb is known, it says what is wanted.
    """
    for index in range(start + 1, min(start + 7, last)):
        token, before = line.at(index), line.at(index - 1)
        listed = line.role(index - 1) is not None or line.is_name(index - 1)
        person = listed or any(before.has(name) for name in ("them", "they", "adverb", "indefinite"))
        noun = token.norm in line.lexicon.nominals or line.role(index) is not None
        going = token.norm.endswith("ing") and not noun
        aboard = token.norm == "on" and line.norm(index + 1) in ("board", "side", "our")
        if person and (token.norm in line.lexicon.states or going or aboard):
            who = party(line, start, index)
            onto = index + 1 < last and line.at(index + 1).kind == "word" and not line.at(index + 1).has("preposition")
            if who.side in ("client", "both"):
                if going and token.verb is not None and onto:
                    return client_deed(line, Subject(who, "causative"), index, last)
                return deed(line, Subject(who, "causative"), "mental", index, last, "none", f"states.tsv: {token.norm}")
    return None


def _promised(line: Line, start: int, last: int) -> Deed | None:
    """Judge "confirmation that the API will be opened", "agreement that Tom will join"."""
    for index in range(start, min(start + 14, last)):
        if line.norm(index) not in ("that", "whether", "will"):
            continue
        first = index + 1 if line.norm(index) == "that" else start
        modal = next(
            (i for i in range(index, min(index + 12, last)) if line.at(i).has("modal") or line.norm(i) == "to"), -1
        )
        if modal < 0:
            return None
        who, source = party(line, first, modal), party(line, start, index)
        if who.side == "client":
            return client_deed(line, Subject(who, "causative"), modal + 1 + line.at(modal + 1).has("adverb"), last)
        if line.norm(modal + 1) == "be" and source.side == "client":
            evidence = "a confirmed act of the client's"
            return deed(line, Subject(source, "causative"), "act", start, last, "medium", evidence)
        return None
    return None


def asked_for(line: Line, clause: Clause) -> Deed:
    """Judge "ask X for …", "request … from X", "need …", "make sure …" without an act after "to"."""
    verb, last = clause.verb, clause.last
    lemma, start = line.at(verb).lemma, verb + 1
    if lemma in ("want", "need", "expect", "require", "request"):
        return _mind(line, start, last) or fragment(line, start, last, acquired=True)
    if lemma == "ask":
        return _asking(line, clause)
    if lemma == "make":
        if line.norm(start) in ("sure", "certain"):
            return assured(line, clause._replace(verb=start))
        mind = _mind(line, start, last)
        if mind is not None:
            return mind
    return own(line, clause, "imperative")


def _asking(line: Line, clause: Clause) -> Deed:
    verb, last = clause.verb, clause.last
    words = line.lexicon.groups["asks-about"]
    about = next((i for i in range(verb + 1, last) if line.norm(i) in words), -1)
    if about >= 0 and line.norm(about) == "for":
        found = fragment(line, about + 1, last, acquired=True)
        people = party(line, verb + 1, about)
        if found.kind == "act":
            return found._replace(party=people if people.side == "client" else found.party, construction="causative")
    return own(line, clause, "learning", "asking is no act of the client's")
