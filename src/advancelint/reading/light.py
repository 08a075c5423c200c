"""Judges the verbs that say little themselves: agree, say, give, have, let, keep. Their object or inner verb decides.

A handler returns the deed, or the act further on to which it hands the question.
"""

from __future__ import annotations

from collections.abc import Callable

from advancelint.reading.costs import best_nominal, raised, trimmed
from advancelint.reading.deeds import Act, Deed, Subject
from advancelint.reading.having import have, inner_verb
from advancelint.reading.heads import head
from advancelint.reading.parties import party

_NEAR = 7  # how far behind "says" its question begins: "says there and then which …"


def _told(act: Act, first: int) -> Act | None:
    """Find the act of a reported clause: "she would forward …"; None when it is about nobody's act."""
    line = act.line
    for index in range(first, min(first + 10, act.last)):
        token = line.at(index)
        if not token.has("modal") or token.has("negation") or token.norm in ("may", "might", "could"):
            continue
        speaker = party(line, first, index)
        at = index + 1
        while line.at(at).has("adverb"):
            at += 1
        if speaker.side != "client" or at >= act.last or line.at(at).has("be"):
            return None
        same = speaker.person == "pronoun" and act.subject.party.side == "client"
        return Act(line, Subject(act.subject.party if same else speaker, "reported"), at, act.last)
    return None


def _agreed_act(act: Act, at: int) -> Act | None:
    """Find the act in "agreed that the manager writes the plan"; None where a fact is agreed on."""
    line = act.line
    found = head(line, at + (line.norm(at) == "that"))
    if found is None or found.form != "finite" or found.verb >= act.last or line.at(found.verb).has("be"):
        return None
    who = party(line, at, found.subject_last)
    known = line.at(found.verb).verb
    if who.side != "client" or known is None or known.client != "act":
        return None
    return Act(line, Subject(who, "reported"), found.verb, act.last)


def _agree(act: Act) -> Deed | Act:
    """Judge "agrees …": to do, that somebody will do, on a thing, in principle."""
    line, last = act.line, act.last
    at = act.verb + 1
    while at < last and (line.at(at).has("adverb") or line.norm(at) in ("us", "me", "with")):
        at += 1
    inner = inner_verb(line, at, last)
    if inner >= 0 and line.at(inner).has("be") and _takes_a_part(act, inner):
        return act.judged("act", act.raised("medium"), "takes a part upon themselves")
    if inner >= 0:
        return act.onward(inner)
    if line.norm(at) == "that" and line.at(at + 1).has("we") and set(line.at(at + 2).codes) & set("bsp"):
        return act.judged("act", act.raised("medium"), "a permission")
    if line.norm(at) == "that" or line.at(at).has("they"):
        return _told(act, at) or _agreed_act(act, at) or act.judged("mental", "none", "agreeing that something is so")
    best = best_nominal(line, at, last)
    if best == "meeting":
        lifted = raised(line, at, last, "low")
        return act.judged("act" if lifted in ("medium", "high") else "low", lifted, "agrees to a meeting")
    if at >= trimmed(line, act.verb, last) or best in ("soft", "topic") or line.norm(at).endswith(("self", "selves")):
        return act.judged("low", "low", "agrees, with nothing named to do")
    return act.judged("act", raised(line, at, last, "medium"), "agrees to something")


def _takes_a_part(act: Act, being: int) -> bool:
    """Say whether "agrees to be the project owner" names a part to play, unlike "agrees to be open"."""
    words = range(being + 2, min(being + _NEAR, act.last))
    return act.line.at(being + 1).has("determiner") and any(act.line.role(i) is not None for i in words)


def _say(act: Act) -> Deed | Act:
    line, after = act.line, act.line.at(act.verb + 1)
    if act.lemma == "say" and _answers(act):
        return act.judged("act", act.raised("medium"), "tells us a fact")
    told = _told(act, act.verb + 1)
    if told is not None:
        return told
    best = act.object_kind()
    if line.at(act.verb).norm.startswith("confirm"):
        if best == "soft" or after.norm in ("that", "interest") or after.has("they"):
            return act.judged("low", "low", "confirms an opinion")
        return act.judged("act", act.raised("medium"), "confirms a fact")
    if act.raised("none") == "medium" and best != "soft":
        return act.judged("act", "medium", "puts it in writing")
    return act.judged("effortless", "low", "words, not an act")


def _answers(act: Act) -> bool:
    """Say whether "says which part she cannot accept" answers a question, unlike "says that it is fine"."""
    line = act.line
    for at in range(act.verb + 1, min(act.verb + _NEAR, act.last - 1)):
        token = line.at(at)
        ends = token.kind not in ("word", "number") or token.norm == "that"
        if ends or token.has("we") or token.has("they") or line.is_name(at):
            return False
        counted = token.norm != "how" or line.norm(at + 1) in ("many", "much", "long", "far", "often")
        if token.has("question") or token.norm == "if":
            return counted
    return False


def _tell(act: Act) -> Deed | Act:
    """Judge "tells us …": a fact handed over counts, a remark does not."""
    line = act.line
    after = line.at(act.verb + 1)
    at = act.verb + 1 + (after.has("us") or after.has("you"))
    if at >= trimmed(line, act.verb, act.last) or line.norm(at) in ("that", "about") or line.at(at).has("they"):
        return _told(act, at) or act.judged("effortless", "none", "words, not an act")
    return act.judged("act", act.raised("medium"), "tells us a fact")


def _attempt(act: Act) -> Deed | Act:
    inner = inner_verb(act.line, act.verb + 1, act.last)
    if inner >= 0:
        return act.onward(inner)
    if act.lemma == "try" and not _bounded(act):
        return act.judged("low", "low", "verbs.tsv: try, with no bounds")
    if act.lemma in ("start", "begin", "try"):
        return act.judged("act", act.raised("medium"), f"verbs.tsv: {act.lemma}")
    if act.lemma == "plan" and act.verb + 1 < trimmed(act.line, act.verb, act.last):
        return act.judged("act", act.raised("medium"), "verbs.tsv: plan, with something planned")
    return act.judged("low", "low", f"verbs.tsv: {act.lemma}, a plan")


def _bounded(act: Act) -> bool:
    """Say whether a try has bounds: a number, somebody or something it is tried on, a cost."""
    line = act.line
    words = range(act.verb + 1, act.last)
    on = any(line.norm(i) in ("on", "with", "against") and i not in line.timed for i in words)
    return on or any(line.at(i).kind == "number" for i in words) or act.raised("none") != "none"


def _give(act: Act) -> Deed | Act:
    """Judge give, provide, take, show, do: their object decides."""
    best = act.object_kind()
    ours = act.line.at(act.verb + 1).has("us")  # what is handed to us is theirs
    best = "thing" if ours and best == "content" else best
    evidence = f"{act.lemma}, decided by its object"
    sample = act.lemma == "take" and any(
        act.line.norm(i) in ("sample", "samples") for i in range(act.verb + 1, min(act.verb + 4, act.last))
    )
    if best in ("soft", "content") or sample:
        return act.judged("effortless", "none", evidence)
    if best in ("meeting", "topic"):
        lifted = raised(act.line, act.verb + 1, act.last, "low")
        shared = best == "topic" and act.lemma in ("give", "provide", "take", "show")
        return act.judged("act" if lifted in ("medium", "high") or shared else "low", lifted, evidence)
    return act.judged("act", act.raised("medium"), evidence)


def _let(act: Act) -> Deed:
    """Judge "lets us …": a permission is an act, unless it is for one more show of ours."""
    line = act.line
    inner = next((i for i in range(act.verb + 1, min(act.verb + 6, act.last)) if "b" in line.at(i).codes), -1)
    shown = inner >= 0 and line.at(inner).lemma in line.lexicon.groups["shown"]
    if shown and raised(line, inner, act.last, "low") == "low":
        return act.judged("low", "low", "lets us show or talk")
    return act.judged("act", act.raised("medium"), "a permission")


def _ask(act: Act) -> Deed:
    """Judge "asks …": asking us for work costs nothing; asking their own people does."""
    after = act.line.at(act.verb + 1)
    if after.has("us") or after.has("you") or after.norm in act.line.lexicon.groups["asks-us"]:
        return act.judged("effortless", "none", "asks us; the work is ours")
    return act.judged("act", "medium", "asks their own people")


def _stay(act: Act) -> Deed | Act:
    """Judge stay, remain, keep, continue: staying as they are is no act; going on to do something may be."""
    line, after = act.line, act.line.at(act.verb + 1)
    as_they_are = after.norm in line.lexicon.states or after.norm in ("in", "on", "us", "me", "an", "close", "open")
    if as_they_are or act.verb + 1 >= act.last:
        return act.judged("mental", "none", "staying as they are")
    inner = inner_verb(line, act.verb + 1, act.last)
    if inner >= 0 and not line.at(inner).has("be"):
        return act.onward(inner)
    if act.lemma == "keep" and act.object_kind() in ("thing", "act"):
        return act.judged("act", "medium", "keeps something for it")
    if act.lemma == "keep" and (after.has("determiner") or after.kind == "number"):
        return act.judged("unknown", "unknown", "keeps something, whatever that costs")
    return act.judged("effortless", "none", "goes on as before")


def _go(act: Act) -> Deed:
    """Judge "goes …": through the drawings, with us to the board is an act; going well or quiet is none."""
    after = act.line.at(act.verb + 1)
    if after.has("preposition") and act.verb + 2 < trimmed(act.line, act.verb, act.last):
        return act.judged("act", act.raised("medium"), "goes somewhere or through something")
    return act.judged("effortless", "none", "going on is no act")


def _refuse(act: Act) -> Deed:
    return act.judged("effortless", "none", f"verbs.tsv: {act.lemma}")


def _mental(act: Act) -> Deed:
    return act.judged("mental", "none", f"verbs.tsv: {act.lemma}, a state of mind")


# By the class of the verb when the client is its subject (verbs.tsv, column "client").
HANDLERS: dict[str, Callable[[Act], Deed | Act]] = {
    "agree": _agree, "promise": _agree, "say": _say, "tell": _tell, "plan": _attempt, "try": _attempt,
    "begin": _attempt, "give": _give, "take": _give, "show": _give, "do": _give, "get": have, "have": have,
    "see": have, "let": _let, "ask": _ask, "keep": _stay, "refuse": _refuse, "stall": _refuse, "go": _go,
    "mental": _mental,
}  # fmt: skip
