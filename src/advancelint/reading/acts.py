"""Judges an act of the client: what its verb and its object cost. Verbs that hand the question on are in `light`."""

from __future__ import annotations

from advancelint.reading.costs import raised, trimmed
from advancelint.reading.deeds import Act, Deed, Subject, by_agent
from advancelint.reading.light import HANDLERS
from advancelint.reading.line import Line
from advancelint.reading.phrases import Match

_NEAR = 6  # tokens behind a verb of leaving among which a state of mind is looked for


def client_deed(line: Line, subject: Subject, verb: int, last: int) -> Deed:
    """Judge the act of a client that begins at the token ``verb`` and ends before ``last``.

    "agrees to try to send …" hands the question on from verb to verb; each step moves to the right, so it ends.
    """
    act = Act(line, subject, verb, last)
    while True:
        judged = _step(act)
        if isinstance(judged, Deed):
            return judged
        act = judged


def _step(act: Act) -> Deed | Act:
    line, verb = act.line, act.verb
    token = line.at(verb)
    soft = _stock(line, verb, act.last)
    if soft is not None and not (soft.kind == "stall" and _rescued(line, soft.last, act.last)):
        kind = "low" if soft.kind == "stall" else soft.kind
        return act.judged(kind, "low" if kind == "low" else "none", f"phrases.tsv: {soft.row}")
    if token.has("be"):
        return _being(act)
    if token.verb is None or token.verb.client == "open":
        return _open(act)
    if act.lemma == "take" and _only_action(line, verb, act.last):
        return act.judged("low", "low", "verbs.tsv: take, with nothing named")
    if act.lemma in line.lexicon.groups["leaving"] and _leaves_with_a_feeling(act):
        return act.judged("mental", "none", f"verbs.tsv: {act.lemma}, with a state of mind")
    handler = HANDLERS.get(token.verb.client)
    if handler is not None:
        found = handler(act)
        return found if isinstance(found, Deed) or found.verb > verb else act.judged("unknown", "unknown", "unclear")
    return _listed(act, token.verb.client, token.verb.energy)


def _leaves_with_a_feeling(act: Act) -> bool:
    """Say whether "comes away", "leaves the meeting" or "comes to" only leads to what somebody feels or thinks."""
    line = act.line
    for at in range(act.verb + 1, min(act.verb + _NEAR, act.last)):
        token, before = line.at(at), line.at(at - 1)
        thinks = token.verb is not None and token.verb.client == "mental"
        if token.norm in line.lexicon.states or (thinks and ("g" in token.codes or before.norm == "to")):
            return True
        if before.norm == "with":
            return act.object_kind() == "soft"
        noun = line.nominal(at) is not None and token.norm not in line.lexicon.times  # "leaves the meeting convinced"
        if noun or line.is_name(at) or token.has("us"):
            return False
    return False


def _travels(act: Act) -> bool:
    """Say whether "comes to Leeds with his foreman" names a place to go to; a way costs a day."""
    line, at = act.line, act.verb + 1
    at += line.norm(at) in ("over", "up", "down", "out", "along", "again")
    place = line.at(at + 1)
    named = place.capital and not place.classes and at + 1 not in line.timed
    named = named and place.norm not in line.client | line.seller
    return line.norm(at) == "to" and at + 1 < act.last and named and not line.is_acronym(at + 1)


def _listed(act: Act, kind: str, energy: str) -> Deed:
    """Judge a verb whose class stands in the lexicon: act, low or effortless."""
    line, verb, last = act.line, act.verb, act.last
    row = f"verbs.tsv: {act.lemma}"
    if act.lemma == "read" and any(_as_work(line, i) for i in range(verb + 1, last)):
        return act.judged("act", raised(line, verb + 1, last, "medium"), f"{row}, off an instrument or to us")
    if act.lemma in ("come", "travel") and _travels(act):
        return act.judged("act", raised(line, verb + 1, last, "medium"), f"{row} to a place")
    if kind in ("low", "effortless"):
        boss = act.subject.party.senior and kind == "low" and act.subject.construction == "causative"
        lifted = "high" if boss else raised(line, verb + 1, last, energy) if kind == "low" else energy
        if lifted in ("medium", "high"):
            return act.judged("act", lifted, f"{row}, raised by what comes with it")
        return act.judged(kind, energy, row)
    if (
        act.object_kind() in ("content", "soft")
        and energy != "high"
        and act.lemma in line.lexicon.groups["costs-its-object"]
    ):
        return act.judged("low", "low", f"{row}, an object that costs nothing")
    if act.lemma in line.lexicon.groups["often-light"] and _light(act):
        return act.judged("low", "low", f"{row}, nothing that costs")
    if _empty_object(line, verb, last):
        return act.judged("low", "low", f"{row}, with nothing named")
    return act.judged("act", raised(line, verb + 1, last, energy), row)


def _as_work(line: Line, index: int) -> bool:
    """Say whether a word behind "reads" makes work of it: an instrument, ourselves, or how long it goes on."""
    norm = line.norm(index)
    return norm in line.lexicon.groups["read-as-work"] or "unit" in line.lexicon.times.get(norm, ())


def _open(act: Act) -> Deed:
    """Judge a verb that no list has: with an object it is an act, alone it may be anything."""
    line, verb = act.line, act.verb
    after = line.at(verb + 1)
    alone = verb + 1 >= trimmed(line, verb, act.last) or after.norm in line.lexicon.groups["no-object"]
    if alone or after.norm in line.lexicon.states:
        return act.judged("unknown", "unknown", "a verb in no list, with nothing done to anything")
    return act.judged("act", act.raised("unknown"), "open class: a client subject, a verb in no list, an object")


def _stock(line: Line, verb: int, last: int) -> Match | None:
    for match in line.stock:
        if line.norm(match.last) == "or":
            continue  # "says yes or no" decides
        if match.kind in ("effortless", "mental", "stall") and match.first in (verb, verb + 1) and match.last <= last:
            return match
    return None


def _rescued(line: Line, first: int, last: int) -> bool:
    """Say whether something concrete follows a brush-off: "get back to us with the signed form"."""
    for index in range(first, last):
        if line.norm(index) in ("with", "on"):
            kinds = {nominal.kind for i in range(index + 1, last) if (nominal := line.nominal(i)) is not None}
            if kinds & {"act", "thing"}:
                return True
        nominal = line.nominal(index)
        if nominal is not None and nominal.kind == "act" and nominal.energy == "high":
            return True
    return raised(line, first, last, "none") == "high"


def _light(act: Act) -> bool:
    """Recognise "accepts a meeting", "signs for the box", "copied on everything", "Gil trained"."""
    line, verb = act.line, act.verb
    after = line.at(verb + 1)
    if after.norm in ("on", "about") and verb + 1 not in line.timed:
        return True
    if act.lemma in ("train", "brief", "copy"):
        return verb + 1 >= act.last or after.kind == "mark"
    return act.object_kind() == "meeting" and raised(line, verb + 1, act.last, "low") == "low"


def _empty_object(line: Line, verb: int, last: int) -> bool:
    """Say whether the act names nothing that could be checked ("signs something", "approves action")."""
    after = line.at(verb + 1)
    if verb + 1 >= last:
        return False
    indefinite = after.has("indefinite") and not after.norm.endswith(("one", "body"))
    return indefinite or _only_action(line, verb, last)


def _only_action(line: Line, verb: int, last: int) -> bool:
    """Say whether no more than that something is done stands behind the verb: "takes action by Friday"."""
    return line.norm(verb + 1) in ("action", "actions") and verb + 2 >= trimmed(line, verb, last)


def _being(act: Act) -> Deed | Act:
    """Judge "is …": a state, a passive, or a plan ("is to sign", "is going to sign", "is signing")."""
    line, last = act.line, act.last
    at = act.verb + 1
    while line.at(at).has("adverb") or line.at(at).has("negation") or line.norm(at) in ("been", "being", "both", "all"):
        at += 1
    token = line.at(at)
    if token.norm in line.lexicon.groups["be-about-to"] and at < last:
        inner = next((i for i in range(at, min(at + 3, last)) if "b" in line.at(i).codes or line.at(i).has("be")), -1)
        if inner > 0:
            return act.onward(inner)
    if token.norm.endswith("ing") and token.norm not in line.lexicon.states and line.nominal(at) is None:
        return act.onward(at)
    if token.norm in line.lexicon.states or token.norm in ("on", "in", "with", "behind"):
        return act.judged("mental", "none", f"states.tsv: {token.norm}")
    if set(token.codes) & set("pn"):
        agent = by_agent(line, at, last)
        if agent.side == "client":
            return Act(line, Subject(agent, "passive"), at, last)
        return act.judged("effortless", "none", "the client receives: a passive")
    return act.judged("mental", "none", "being is no act")
