"""Reads the lines in which the seller is the grammatical subject, or nobody is: does a client's act stand inside?"""

from __future__ import annotations

from collections.abc import Callable

from advancelint.reading.acts import client_deed
from advancelint.reading.causatives import causative, caused_for
from advancelint.reading.clauses import Clause
from advancelint.reading.deeds import Deed, Subject
from advancelint.reading.gains import acquired, asked_for
from advancelint.reading.joint import agreed, assured, scheduled
from advancelint.reading.line import Line
from advancelint.reading.ours import agent, own
from advancelint.reading.parties import party

_SELF, _US = frozenset(("ourselves", "myself")), frozenset(("us", "me"))
_GIVING = frozenset(("act", "give", "show", "say"))  # classes of what somebody does to somebody


def seller_deed(line: Line, clause: Clause) -> Deed:
    """Judge a clause in which the seller acts or nobody is named as acting."""
    verb, last = clause.verb, clause.last
    known = line.at(verb).verb
    bare = "acquire" if line.at(verb).lemma == "have" else known.bare if known is not None else "seller"
    inner = causative(line, verb, last)
    if inner is not None:
        return inner
    away = _away(line, clause)
    if away:
        return acquired(line, clause._replace(verb=away))
    if line.at(verb).lemma == "be":
        return _own_being(line, clause)
    handler = _FRAMES.get(bare)
    if handler is not None:
        return handler(line, clause)
    theirs = bare == "client" and clause.subject.side != "seller"
    if theirs and party(line, verb + 1, min(verb + 4, last)).side != "client":
        return client_deed(line, Subject(agent(line, verb, last), "imperative"), verb, last)
    if clause.form in ("imperative", "gerund") and known is not None and _for_us(line, clause):
        return client_deed(line, Subject(agent(line, verb, last), "imperative"), verb, last)
    return own(line, clause, "imperative" if clause.subject.side != "seller" else "subject-verb")


def _away(line: Line, clause: Clause) -> int:
    """Return the index of "with" in "walk out with …", "leave the meeting with …", "not leaving without …"; else 0."""
    if line.at(clause.verb).lemma not in ("leave", "walk", "come", "exit", "emerge", "go"):
        return 0
    for index in range(clause.verb + 1, min(clause.verb + 6, clause.last)):
        if line.norm(index) == "with" or (line.norm(index) == "without" and clause.negated):
            return index
        if line.is_name(index) or line.at(index).has("them") or line.at(index).kind == "number":
            return 0
    return 0


def _for_us(line: Line, clause: Clause) -> bool:
    """Say whether an imperative asks for something to come to us: "send us the drawings", "share the data with us"."""
    verb = clause.verb
    if any(line.norm(i) in _SELF for i in range(verb, clause.last)) or line.scene.voice == "client":
        return False
    lemma, known = line.at(verb).lemma, line.at(verb).verb
    if line.norm(verb + 1) in _US:
        return lemma in line.lexicon.groups["given-to-us"]
    towards = "with" if lemma == "share" else "to"
    return (known is not None and known.client in _GIVING) and any(
        line.norm(i) == towards
        and line.norm(i + 1) in _US
        and not line.norm(i - 1).endswith("ing")  # "show the value of moving to us" is ours
        for i in range(verb + 2, clause.last - 1)
    )


def _own_being(line: Line, clause: Clause) -> Deed:
    """Judge "my goal is for X to …", "our aim is …", "be introduced to X by Y"."""
    verb, last = clause.verb, clause.last
    token = line.at(verb + 1)
    if set(token.codes) & set("pn") and token.verb is not None and token.verb.client in ("act", "give"):
        who = agent(line, verb + 1, last)
        if who.side == "client" or token.lemma in line.lexicon.groups["introduced"]:
            return client_deed(line, Subject(who, "passive"), verb + 1, last)
    for index in range(verb + 1, min(verb + 6, last)):
        inner = caused_for(line, index + 1, last) if line.norm(index) == "for" else None
        if inner is not None:
            return inner
    return own(line, clause, "subject-verb", "our own state")


def _learning(line: Line, clause: Clause) -> Deed:
    return own(line, clause, "learning", "our learning is the goal")


def _persuasion(line: Line, clause: Clause) -> Deed:
    return own(line, clause, "persuasion", "persuasion with no act named")


def _talk(line: Line, clause: Clause) -> Deed:
    return own(line, clause, "topic", "verbs.tsv talk: talk is no result")


# By the class of the verb at the head of a line (verbs.tsv, column "bare").
_FRAMES: dict[str, Callable[[Line, Clause], Deed]] = {
    "acquire": acquired, "causative": asked_for, "assure": assured, "agree": agreed, "schedule": scheduled,
    "learning": _learning, "persuasion": _persuasion, "talk": _talk,
}  # fmt: skip
