"""Reads noun phrases and participles without a finite verb: "Sign-off by the CFO", "MAP signed", "Pricing"."""

from __future__ import annotations

from advancelint.reading.acts import client_deed
from advancelint.reading.costs import best_nominal, raised
from advancelint.reading.deeds import Deed, Subject, by_agent, deed
from advancelint.reading.gerunds import acting
from advancelint.reading.line import Line
from advancelint.reading.parties import NOBODY, Party, party, pure
from advancelint.records import NamedTuple


class _Giver(NamedTuple):
    """Who gives it, and the token where the thing begins behind a possessive."""

    party: Party
    thing: int


def fragment(line: Line, first: int, last: int, *, acquired: bool = False, owner_side: str = "unknown") -> Deed:
    """Judge the fragment over tokens ``first`` to ``last``.

    ``acquired`` says that we get it from somebody, ``owner_side`` whose line it is.
    """
    if line.norm(first) in ("no", "not", "zero"):
        return Deed("none", NOBODY, "none", "fragment", first, last, line.norm(first), "none", "nothing happened")
    if all(line.norm(i) in line.lexicon.groups["interjections"] for i in range(first, last)):
        return Deed("none", NOBODY, "none", "fragment", first, last, line.norm(first), "none", "no more than a word")
    inner = (
        acting(line, first, last)
        or _feeling(line, first, last)
        or _participle(line, first, last)
        or _promise(line, first, last)
    )
    if inner is not None:
        return inner
    giver = _giver(line, first, last, owner_side)
    best = best_nominal(line, giver.thing, last)
    theirs = giver.party.side in ("client", "both")
    who = giver.party if theirs else NOBODY
    if best in ("soft", "content"):
        subject = Subject(who, "nominal", "none")
        return deed(line, subject, "mental", first, last, "none", "nominals.tsv: a soft noun")
    if giver.party.side == "seller":
        return Deed("seller", giver.party, "none", "nominal", first, last, line.norm(first), "none", "ours, not theirs")
    energy = raised(line, first, last, "medium")
    if best == "act" and not theirs and _incomplete(line, giver.thing, last):
        return Deed("none", NOBODY, "none", "fragment", first, last, line.norm(first), "none", "nobody says to what")
    if best == "act":
        return deed(line, Subject(who, "nominal"), "act", first, last, energy, "nominals.tsv: an act in a noun")
    if best == "thing" and (theirs or acquired):
        return deed(line, Subject(who, "nominal"), "act", first, last, energy, "something the client hands over")
    if owner_side == "client" and best in ("none", "topic") and not _state(line, first, last):
        return deed(line, Subject(who, "nominal"), "act", first, last, energy, "owed by its owner")
    return _without_act(line, first, last, best, acquired=acquired)


def _feeling(line: Line, first: int, last: int) -> Deed | None:
    """Judge "Silva on board", "Riedl happy with the fit": a person and a state, without a verb."""
    who = party(line, first, min(first + 4, last))
    if who.side != "client" or who.first > first + 1:
        return None
    at = who.last
    while line.at(at).has("adverb"):
        at += 1
    aboard = line.norm(at) == "on" and line.norm(at + 1) in ("board", "side")
    fine = line.norm(at) in ("ok", "okay", "ok'd") and line.norm(at + 1) in ("with", "as", "about", "re")
    if at >= last or not (line.norm(at) in line.lexicon.states or aboard or fine):
        return None
    return deed(line, Subject(who, "fragment"), "mental", first, last, "none", f"states.tsv: {line.norm(at)}")


def _incomplete(line: Line, first: int, last: int) -> bool:
    """Say whether a promise stands there with nothing promised: "full commitment", "more agreement"."""
    words = [i for i in range(first, last) if line.norm(i) in line.lexicon.groups["needs-a-complement"]]
    return bool(words) and not any(
        line.norm(i) in ("to", "on", "for", "from", "of", "by", "that") for i in range(words[-1], last)
    )


def _giver(line: Line, first: int, last: int, owner_side: str) -> _Giver:
    owner, thing = _possessive(line, first, last)
    if owner.side == "client" or (owner.side == "seller" and owner_side != "client"):
        return _Giver(owner, thing)
    source = _source(line, first, last)
    if owner_side == "seller" and line.norm(source.first - 1) not in ("from", "by"):
        return _Giver(Party("seller", "none", first, first, False), thing)
    if source.side != "client" and owner_side in ("client", "seller"):
        return _Giver(Party(owner_side, "none", first, first, False), thing)
    return _Giver(source, thing)


def _without_act(line: Line, first: int, last: int, best: str, *, acquired: bool) -> Deed:
    """Judge a fragment that holds no act: a meeting, a state, something got, a topic."""
    people = party(line, first, last)
    who = people if people.side == "client" else NOBODY
    if best == "meeting":
        lifted = raised(line, first, last, "low")
        brings = lifted == "high" and (acquired or who is not NOBODY) and _fixed(line, first, last)
        subject = Subject(who, "nominal" if brings else "topic", "client" if brings and acquired else "both")
        return deed(line, subject, "act" if brings else "low", first, last, lifted, "a meeting")
    if best == "none" and _state(line, first, last):
        subject = Subject(who, "fragment", "client" if who is not NOBODY else "none")
        return deed(line, subject, "mental", first, last, "none", "a state, not an act")
    if best == "none" and acquired and pure(line, first, last).person == "named":
        return Deed("none", NOBODY, "none", "fragment", first, last, line.norm(first), "none", "no more than a name")
    if best == "none" and acquired:
        evidence = "something is got; nobody says what it costs"
        return deed(line, Subject(who, "nominal"), "unknown", first, last, "unknown", evidence)
    construction = "topic" if best in ("topic", "thing", "none") else "fragment"
    evidence = "nominals.tsv topic: a topic" if best == "topic" else "no verb, and no act in a noun"
    return Deed("none", people, "none", construction, first, last, line.norm(first), "none", evidence)


def _fixed(line: Line, first: int, last: int) -> bool:
    words = line.lexicon.groups["fixed"]
    return bool(line.times) or any(line.norm(i) in words for i in range(max(first - 2, 0), last))


def _state(line: Line, first: int, last: int) -> bool:
    return any(line.norm(i) in line.lexicon.states for i in range(first, last))


def _source(line: Line, first: int, last: int) -> Party:
    """Find who gives it: "from X", "by X", "with X", "of X", "(X)"; NOBODY when nobody is named."""
    given = best_nominal(line, first, last) == "thing"
    wider = ("(", "of") if given else ("(", "of", "with", "at")
    span = [i for i in range(first, min(last + 1, len(line.tokens))) if i not in line.timed]
    sources = [i for i in span if line.norm(i) in ("from", "by")]
    for index in (*sources, *(i for i in span if line.norm(i) in wider)):
        end = line.closing(index) - 1 if line.norm(index) == "(" else min(index + 8, max(last, index + 1))
        end = next((i for i in range(index + 2, end) if line.at(i).has("preposition") and line.norm(i) != "of"), end)
        found = party(line, index + 1, max(end, index + 1))
        ours = found.side == "seller" and line.norm(index) in ("from", "by")
        if found.side in ("client", "both") or ours:
            return found
    leading = party(line, first, min(first + 3, last))
    return leading if leading.side == "client" and line.nominal(first) is None else NOBODY


def _possessive(line: Line, first: int, last: int) -> tuple[Party, int]:
    """Split "Omar's comments", "their sign-off" into owner and the index where the thing begins."""
    if line.at(first).has("their") or line.at(first).has("your"):
        return Party("client", "pronoun", first, first + 1, False), first + 1
    if line.at(first).has("our") and line.scene.voice != "client":
        return Party("seller", "pronoun", first, first + 1, False), first + 1
    for index in range(first + 1, min(first + 9, last)):
        if line.norm(index) == "'s" and index not in line.timed:
            return party(line, first, index), index + 1
        if line.at(index).has("preposition") or line.stops(index):
            break
    return NOBODY, first


def _participle(line: Line, first: int, last: int) -> Deed | None:
    """Judge "X signed (by Y)", "two engineers assigned", "signed NDA"."""
    for index in range(first, last):
        token = line.at(index)
        if token.has("relative") or token.norm in ("to", "that"):
            return None
        participle = "n" in token.codes and not set(token.codes) & set("bs")
        if token.verb is None or not participle or token.norm in line.lexicon.states or line.is_name(index):
            continue
        agent = by_agent(line, index, last)
        if agent.side == "seller":
            return Deed("seller", agent, "none", "passive", index, last, token.lemma, "none", "done by us")
        if agent.side == "client":
            return client_deed(line, Subject(agent, "passive"), index, last)._replace(first=first)
        return _agentless(line, first, index, last)
    return None


def _agentless(line: Line, first: int, index: int, last: int) -> Deed | None:
    """Judge a participle without "by": verbs that only the client can do, or a client named before it."""
    token, verb = line.at(index), line.at(index).verb
    if verb is None:
        return None
    ours = token.lemma in line.lexicon.groups["done-by-us"]
    if ours and line.norm(index + 1) in ("to", "for"):
        return Deed("seller", NOBODY, "none", "passive", first, last, token.lemma, "none", "done by us")
    if verb.bare == "client" or (best_nominal(line, first, index) == "act" and not ours):
        source = _source(line, first, last)
        subject = Subject(source if source.side == "client" else NOBODY, "passive")
        # An act in a noun costs something, even beside a verb that by itself costs nothing: "acceptance absorbed".
        energy = raised(line, first, last, verb.energy if verb.energy != "none" else "low")
        return deed(line, subject, "act", first, last, energy, f"verbs.tsv: {token.lemma}, a passive")
    if verb.client != "act" or token.lemma not in line.lexicon.groups["passive-of-theirs"]:
        return None
    before = party(line, first, index)
    sure = before.side == "client" or raised(line, first, last, "low") != "low"
    sure = sure or token.lemma in ("return", "release", "name", "assign")
    who = before if before.side == "client" else NOBODY
    subject = Subject(who, "passive", "client" if sure else "unknown")
    evidence = f"verbs.tsv: {token.lemma}, a passive without an agent"
    return deed(line, subject, "act" if sure else "unknown", first, last, "medium", evidence)


def _promise(line: Line, first: int, last: int) -> Deed | None:
    """Judge "commitment from X to …", "agreement that X will …"."""
    if not any((n := line.nominal(i)) is not None and n.kind == "act" for i in range(first, min(first + 6, last))):
        return None
    for index in range(first + 1, min(first + 14, last)):
        token, after = line.at(index), line.at(index + 1)
        if line.stops(index):
            return None
        if token.norm == "to" and _granted(line, first, index):
            shown = after.lemma in line.lexicon.groups["shown"]
            source = _source(line, first, index)
            subject = Subject(source if source.side == "client" else NOBODY, "nominal")
            kind = "low" if shown else "act"
            return deed(line, subject, kind, first, last, "low" if shown else "medium", "nominals.tsv: a leave given")
        if token.norm == "to" and (
            "b" in after.codes and not (line.nominal(index + 1) is not None and line.at(index + 2).has("preposition"))
        ):
            who = party(line, first, index)
            subject = Subject(who if who.side == "client" else NOBODY, "nominal", "client")
            return client_deed(line, subject, index + 1, last)
        if token.norm == "that":
            modal = next((i for i in range(index, min(index + 9, last)) if line.at(i).has("modal")), -1)
            if modal < 0:
                return None
            who = party(line, index + 1, modal)
            return client_deed(line, Subject(who, "nominal"), modal + 1, last) if who.side == "client" else None
    return None


def _granted(line: Line, first: int, last: int) -> bool:
    """Say whether leave is given to us: in "permission to interview your users" the interview is ours."""
    return any(line.norm(i) in line.lexicon.groups["grants"] for i in range(first, last))
