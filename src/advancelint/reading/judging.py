"""Says what each clause's act is, and which of them the whole line is about."""

from __future__ import annotations

from advancelint.reading.acts import client_deed
from advancelint.reading.causatives import caused_for
from advancelint.reading.clauses import DROPPED, Clause
from advancelint.reading.deeds import KINDS, Deed, Subject, by_agent
from advancelint.reading.frames import seller_deed
from advancelint.reading.line import Line
from advancelint.reading.nominals import fragment
from advancelint.reading.notes import owner_and_item
from advancelint.reading.ours import own
from advancelint.reading.parties import NOBODY, party, pure
from advancelint.reading.wishes import wished

_DOUBTFUL_MODALS = frozenset(("might", "may", "could", "'d", "would"))
_ASKING_OTHERS = frozenset(("causative", "acquire", "learning", "persuasion", "assure", "agree"))


def judge(line: Line, clause: Clause) -> Deed:
    """Say what one clause's act is."""
    if clause.verb < 0:
        if line.norm(clause.last) == "," and pure(line, clause.first, clause.last).person == "named":
            return Deed(
                "none", NOBODY, "none", "fragment", clause.first, clause.last, "", "none", "no more than a name"
            )
        asked = line.scene.field == "ask" and line.scene.voice == "planner"
        asked = asked or (clause.first > 0 and clause.first == wished(line))
        return fragment(line, clause.first, clause.last, acquired=asked, owner_side=line.scene.owner_side)
    if clause.ask == "question":
        wanted = next((i for i in range(clause.first + 3, clause.verb + 4) if line.norm(i) == "for"), -1)
        inner = caused_for(line, wanted + 1, clause.last) if wanted > 0 and line.norm(wanted - 1) == "take" else None
        if inner is not None:
            return inner._replace(construction="ask")  # "what would it take for you to …"
        return own(line, clause, "learning", "a question is no act")
    clause = _given_us(line, clause)
    side = clause.subject.side
    if side == "nobody" and _client_implied(line, clause):
        construction = "ask" if line.scene.field == "ask" else "subject-verb"
        return client_deed(line, Subject(NOBODY, construction), clause.verb, clause.last)
    if side == "client" and not (clause.subject is DROPPED and line.scene.owner_side == "seller"):
        return _by_client(line, clause)
    if side == "both":
        return client_deed(line, Subject(clause.subject, "subject-verb", "both"), clause.verb, clause.last)
    if side == "thing":
        return _by_thing(line, clause)
    judged = seller_deed(line, clause)
    given = judged.construction == "causative" or line.at(clause.verb + 1).has("us")
    if line.scene.owner_side == "seller" and judged.party.side != "client" and not (judged.kind == "act" and given):
        return own(line, clause, "imperative", "the owner is ours")
    return judged._replace(construction="ask") if clause.ask and judged.kind == "act" else judged


def _given_us(line: Line, clause: Clause) -> Clause:
    """Return a clause with its subject on their side where it does something for us, whatever a plan seems to tell."""
    who = clause.subject
    theirs = who.side == "seller" and who.person == "named" and line.at(clause.verb + 1).has("us")
    return clause._replace(subject=who._replace(side="client")) if theirs else clause


def _client_implied(line: Line, clause: Clause) -> bool:
    """Say whether a verb without a subject is the client's: by owner, heading, voice, or because it is an ask."""
    scene = line.scene
    if scene.voice == "client" and clause.form == "imperative":
        return False
    if scene.owner_side in ("client", "seller"):
        return scene.owner_side == "client"
    if scene.voice == "client":
        return True
    verb = line.at(clause.verb).verb
    asks_others = verb is not None and verb.bare in _ASKING_OTHERS
    return scene.field == "ask" and not asks_others and not clause.ask


def _by_client(line: Line, clause: Clause) -> Deed:
    construction = "ask" if clause.ask else "subject-verb"
    verb, last = clause.verb, clause.last
    if clause.negated:
        lemma = line.at(verb).lemma
        return Deed("client", clause.subject, "none", construction, verb, last, lemma, "none", "negated")
    if clause.form == "participle":
        return fragment(line, clause.first, last)
    if "n" in line.at(verb).codes and not clause.modal and by_agent(line, verb + 1, last).side == "seller":
        lemma = line.at(verb).lemma
        return Deed("seller", clause.subject, "effortless", "passive", verb, last, lemma, "none", "done by us")
    judged = client_deed(line, Subject(clause.subject, construction), verb, last)
    doubtful = clause.modal in _DOUBTFUL_MODALS and clause.form == "finite" and not clause.ask
    if doubtful and judged.kind == "act":
        return judged._replace(kind="low", evidence=f"words.tsv: {clause.modal} leaves it open")
    return judged


def _by_thing(line: Line, clause: Clause) -> Deed:
    """Judge a clause whose subject is a thing: a passive with an agent, an act in a noun, or nothing."""
    if line.at(clause.verb).has("be") and line.at(clause.first).has("our"):
        return seller_deed(line, clause)
    found = fragment(line, clause.first, clause.last)
    if found.kind not in ("none", "unknown") or not (clause.form == "infinitive" or clause.modal):
        return found
    ours = party(line, clause.verb, clause.last).side == "seller"
    return found._replace(actor="seller" if ours else "unknown")


def decide(line: Line, deeds: list[tuple[Clause, Deed]]) -> Deed:
    """Say which deed the whole line is about: the client's strongest act in a main clause, else the first clause's."""
    chosen = _strongest(deeds)
    if all(clause.verb < 0 for clause, _ in deeds) and KINDS.index(chosen.kind) < KINDS.index("unknown"):
        chosen = owner_and_item(line) or chosen
    return _without_substance(line, _led(line, chosen))


def _led(line: Line, chosen: Deed) -> Deed:
    """Give an act that names nobody to the one whom its fragment begins with: "Magnus: PO for the film", "Reza → …"."""
    if chosen.party.person != "none" or chosen.kind in ("none", "mental"):
        return chosen
    for index in range(min(chosen.first, len(line.tokens)) - 1, 0, -1):
        if line.at(index).kind in ("arrow", "dash") or line.norm(index) in (":", "-", "/"):
            start = index
            while start > 0 and not line.stops(start - 1):
                start -= 1
            lead = pure(line, start, index)
            if lead.side == "client":
                return chosen._replace(party=lead)
    return chosen


def _strongest(deeds: list[tuple[Clause, Deed]]) -> Deed:
    if not deeds:
        return Deed("none", NOBODY, "none", "unparsed", 0, 0, "", "none", "no words")
    mains = [deed for clause, deed in deeds if clause.link in ("", "so")] or [deed for _, deed in deeds]
    best = max(mains, key=lambda deed: KINDS.index(deed.kind))
    if best.kind == "none" and best.construction == "topic":
        return next((deed for deed in mains if deed.actor == "seller"), best)
    return best


def _without_substance(line: Line, chosen: Deed) -> Deed:
    """Take back an act whose very words are a stock phrase ("gain commitment", "keep the dialogue going")."""
    if chosen.kind not in ("act", "unknown", "low"):
        return chosen
    for match in line.stock:
        covers = match.first <= chosen.first + 1 and chosen.first < match.last
        if match.kind == "vague" and covers:
            return chosen._replace(kind="none", energy="none", evidence=f"phrases.tsv: {match.row}")
    return chosen


def grounds(line: Line, chosen: Deed) -> tuple[str, str, str, str]:
    """Return what a judgement rests on: construction, kind of act, source of the evidence, place in the line.

    `confidence.tsv` holds how often such a judgement was right on labelled lines.
    """
    source = chosen.evidence.split(":")[0].rsplit("; ", 1)[-1]
    source = source if ".tsv" in source else "grammar"
    if chosen.kind != "act" and any(match.kind == "vague" for match in line.stock):
        source = "phrases.tsv vague"
    words = (i for i, token in enumerate(line.tokens) if token.kind in ("word", "number") and i not in line.timed)
    opening = next(words, 0)
    first = chosen.first <= opening + 1 or chosen.construction != "imperative"
    return chosen.construction, chosen.kind, source, "first" if first else "later"
