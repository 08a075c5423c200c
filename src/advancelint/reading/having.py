"""Judges have, get and see: receiving costs nothing, having it done or handing it over does."""

from __future__ import annotations

from advancelint.reading.deeds import Act, Deed, Subject
from advancelint.reading.line import Line
from advancelint.reading.parties import party


def inner_verb(line: Line, first: int, last: int) -> int:
    """Return the index of the base verb or gerund after "to" near ``first``, or -1."""
    for index in range(first, min(first + 4, last)):
        if line.norm(index) != "to":
            continue
        at = index + 1
        while line.at(at).has("adverb"):
            at += 1
        token = line.at(at)
        noun = token.norm in line.lexicon.nominals or line.role(at) is not None
        plain = token.kind == "word" and not token.classes and not token.capital and not noun
        return at if set(token.codes) & set("bg") or token.has("be") or plain else -1
    return -1


def have(act: Act) -> Deed | Act:
    """Judge have, get, see: receiving costs nothing, having it done or giving it over does."""
    line, verb = act.line, act.verb
    after = line.at(verb + 1)
    evidence = f"{act.lemma}, decided by its object"
    inner = inner_verb(line, verb + 1, act.last) if act.lemma == "get" else -1
    if inner >= 0:
        return act.onward(inner)
    made = _made_to_act(act) if act.lemma == "have" else None
    if made is not None:
        return made
    if act.lemma == "have" and _has_done(act):
        return act.judged("act", act.raised("medium"), "has it done")
    if act.lemma == "get" and "n" in after.codes and "b" not in after.codes:
        return act.judged("effortless", "none", "the client receives: a passive")
    best = act.object_kind()
    people = party(line, verb + 1, act.last).side in ("client", "both") and act.lemma != "see"
    if best == "act" or (people and best not in ("soft", "content")):
        return act.judged("act", act.raised("medium"), evidence)
    if act.lemma == "get" and best not in ("soft", "content") and act.raised("none") == "medium":
        return act.judged("act", "medium", evidence)
    if act.lemma == "see" and best not in ("meeting", "content"):
        return act.judged("mental", "none", evidence)
    return act.judged("effortless", "none", evidence)


def _made_to_act(act: Act) -> Act | None:
    """Find the act in "will you have reception hand out the survey", "I'll have the baker bring …"."""
    line = act.line
    for index in range(act.verb + 2, min(act.verb + 8, act.last)):
        token, before = line.at(index), line.at(index - 1)
        if token.has("preposition") or line.stops(index):
            return None
        if token.codes not in ("b", "bp", "bpn") or line.nominal(index) is not None or before.has("determiner"):
            continue
        who = party(line, act.verb + 1, index)
        if who.side == "client":
            return Act(line, Subject(who, "causative"), index, act.last)
    return None


def _has_done(act: Act) -> bool:
    """Say whether "have" means to have something done, or ready for us ("have the log with you by Friday")."""
    line = act.line
    for index in range(act.verb + 2, min(act.verb + 9, act.last)):
        token, after = line.at(index), line.at(index + 1)
        if token.norm in ("with", "over", "to", "in") and (after.has("you") or after.has("us")):
            return True
        participle = "n" in token.codes and not set(token.codes) & set("bs")
        deed_verb = token.verb is not None and token.verb.client == "act" and line.at(index - 1).kind == "word"
        if token.norm in ("ready", "done") or (participle and deed_verb):
            return token.norm not in line.lexicon.states
    return False
