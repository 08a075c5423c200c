"""Puts the parts together: a passage and its scene become a reading."""

from __future__ import annotations

from advancelint.reading import commitments, persons, weighing
from advancelint.reading.clauses import Clause, split
from advancelint.reading.deeds import KINDS, Deed
from advancelint.reading.judging import decide, grounds, judge
from advancelint.reading.lexicon import Lexicon, load
from advancelint.reading.line import Line
from advancelint.reading.model import Facet, Part, Reading, Scene
from advancelint.reading.moments import Time
from advancelint.reading.parties import NOBODY
from advancelint.reading.prepare import make
from advancelint.reading.setting import owner_side
from advancelint.reading.witness import opinion
from advancelint.source import Passage, Span

_EMPTY_SCENE = Scene()
_NONE = Facet("none")
_DEADLINE_ORDER = ("date", "in-call", "event", "fuzzy", "vague")
_PERSON_EVIDENCE = {
    "named": "a name", "role": "roles.tsv", "group": "roles.tsv: a group", "pronoun": "words.tsv: a pronoun",
    "indefinite": "words.tsv: nobody in particular", "none": "",
}  # fmt: skip


def read(passage: Passage, scene: Scene | None = None, lexicon: Lexicon | None = None) -> Reading:
    """Read one passage in its scene; ``lexicon`` defaults to English.

    Spans of the reading are 0-based code points of ``passage.text``. Linear in the length of the text; a text of
    more than `tokens.MOST_TOKENS` tokens is read to there, and never surely.
    Raises ResourceError when a word list is missing or broken.
    """
    lexicon = lexicon or load("en")
    scene = scene or _EMPTY_SCENE
    side = owner_side(scene, lexicon)
    line = make(passage.text, lexicon, scene if side == scene.owner_side else scene._replace(owner_side=side))
    deeds = [(clause, judge(line, clause)) for clause in split(line)]
    return _reading(passage, line, deeds, decide(line, deeds))


def _cost(deed: Deed) -> str:
    """Return the energy of a deed: none where there is none, and at least little where it is an act."""
    if deed.kind == "none":
        return "none"
    return "low" if deed.kind == "act" and deed.energy == "none" else deed.energy


def _reading(passage: Passage, line: Line, deeds: list[tuple[Clause, Deed]], chosen: Deed) -> Reading:
    commitment, who = commitments.find(line, chosen), chosen.party
    home = next((clause for clause, deed in deeds if deed.party == who and deed.first == chosen.first), None)
    person = persons.words(line, who, home)
    basis = grounds(line, chosen)
    weights = line.lexicon.weights
    p_advance = weighing.likelihood(weights, weighing.record(line.lexicon, basis), opinion(line))
    sure = weighing.confidence(weights, p_advance, act=chosen.kind == "act")
    row = f"commitments.tsv: {commitment.id}" if commitment else ""

    def act(value: str) -> Facet:
        return _facet(line, value, chosen.first, chosen.last, chosen.evidence)

    return Reading(
        passage=passage,
        actor=_actor(line, deeds, chosen),
        person=_facet(line, who.person, *person, _PERSON_EVIDENCE[who.person]),
        construction=act(chosen.construction),
        action=act(chosen.lemma or "none"),
        client_action=act(chosen.kind),
        energy=act(_cost(chosen)),
        deadline=(deadline := _deadline(line, chosen)),
        time_role=_time_role(line, deadline),
        measure=_measure(line, chosen),
        stage=Facet(commitment.stage if commitment else "unknown", evidence=row),
        commitment=Facet(commitment.id if commitment else "none", evidence=row),
        object=_object(line, chosen),
        vague=_phrase(line, "vague", "phrase"),
        hedge=_phrase(line, "hedge", "hedge"),
        condition=_phrase(line, "condition", "condition"),
        close=_phrase(line, "close", "phrase"),
        confidence="low" if line.cut or not line.wordy else sure,
        p_advance=p_advance,
        grounds=basis,
        parts=tuple(_part(line, clause, deed) for clause, deed in deeds),
        runner_up=_runner_up(line, deeds, chosen),
        doubt=_doubt(line, sure, p_advance, act=chosen.kind == "act"),
    )


def _part(line: Line, clause: Clause, deed: Deed) -> Part:
    subject, verb = clause.subject, line.at(clause.verb) if clause.verb >= 0 else None
    known = verb.verb if verb is not None else None
    return Part(
        span=Span(line.at(clause.first).start, line.at(max(clause.last - 1, clause.first)).end),
        subject=_facet(line, subject.side, subject.first, subject.last, _PERSON_EVIDENCE[subject.person]),
        verb=_facet(
            line, verb.lemma, clause.verb, clause.verb + 1, f"verbs.tsv: {known.client}" if known else "open class"
        )
        if verb is not None
        else _NONE,
        construction=deed.construction,
        act=deed.kind,
        polarity="negative" if clause.negated else "affirmative",
        modality=clause.modal,
        embedding=clause.link or ("ask" if clause.ask in ("you", "we") else clause.ask),
    )


def _runner_up(line: Line, deeds: list[tuple[Clause, Deed]], chosen: Deed) -> Facet:
    """Return what the client would be taken to do if the chosen act were left out."""
    others = [deed for _, deed in deeds if (deed.first, deed.last) != (chosen.first, chosen.last)]
    best = max(others, key=lambda deed: KINDS.index(deed.kind), default=None)
    return _facet(line, best.kind, best.first, best.last, best.evidence) if best else _NONE


def _doubt(line: Line, sure: str, p_advance: float, *, act: bool) -> str:
    """Say why a reading is not sure."""
    if line.cut:
        return "the line is longer than what was read"
    if not line.wordy:
        return "there is no word in it"
    if sure == "high":
        return ""
    seen = "a client's act" if act else "no client's act"
    return f"the grammar finds {seen}; of lines like this one {round(100 * p_advance)} in 100 name an advance"


def _time_role(line: Line, deadline: Facet) -> Facet:
    """Say what the line's time is for: when the act is due, when something happens, or how far something reaches."""
    if deadline.span:
        return deadline._replace(value="due")
    aside = next(iter(line.asides), None)
    return _facet(line, aside.role, aside.first, aside.last, f"times.tsv: {aside.kind}") if aside else _NONE


def _facet(line: Line, value: str, first: int, last: int, evidence: str) -> Facet:
    if last <= first:
        return Facet(value, evidence=evidence)
    start, end = line.at(first).start, line.at(last - 1).end
    return Facet(value, Span(start, end), evidence, line.text[start:end])


def _phrase(line: Line, kind: str, value: str) -> Facet:
    """Return the first stock phrase of ``kind`` as a facet with ``value``."""
    match = next((match for match in line.stock if match.kind == kind), None)
    return _facet(line, value, match.first, match.last, f"phrases.tsv: {match.row}") if match else _NONE


def _actor(line: Line, deeds: list[tuple[Clause, Deed]], chosen: Deed) -> Facet:
    """Return the side that acts, with its words; both where we act in one clause and the client in another."""
    told = line.scene.voice == "planner" and line.scene.field != "ask"
    ours = told and any(
        deed.actor == "seller" and clause.subject.side == "seller" and not clause.link for clause, deed in deeds
    )
    value = "both" if chosen.actor == "client" and ours else chosen.actor
    if value in ("none", "unknown") and line.scene.owner_side == "seller":
        value = "seller"
    who = chosen.party if chosen.party.side == chosen.actor or value == "both" else NOBODY
    return _facet(line, value, who.first, who.last, chosen.evidence)


def _deadline(line: Line, chosen: Deed) -> Facet:
    """Pick the time that dates the act: the firmest, and among equals the one nearest behind the act."""
    best = min(
        (time for time in line.times if not _is_present(line, chosen, time)),
        key=lambda time: (
            line.norm(time.first) == "for",
            _DEADLINE_ORDER.index(time.kind),
            line.norm(time.first) not in ("by", "before"),
            time.first < chosen.first,
            abs(time.first - chosen.last),
        ),
        default=None,
    )
    return _facet(line, best.kind, best.first, best.last, f"times.tsv: {best.kind}") if best else _NONE


def _is_present(line: Line, chosen: Deed, time: Time) -> bool:
    """Say whether a time only tells how things are: "shows what the plant pays *today*"."""
    if line.norm(time.first) not in ("now", "today") or time.last > time.first + 1:
        return False
    return any(line.at(i).has("question") or line.at(i).has("relative") for i in range(chosen.first, time.first))


def _measure(line: Line, chosen: Deed) -> Facet:
    for index in range(chosen.first, chosen.last):
        token = line.at(index)
        if token.kind == "number" and index not in line.timed:
            return _facet(line, "number", index, index + 1, "a number")
        writing = token.norm == "in" and line.norm(index + 1) == "writing"
        if writing or token.norm in ("written", "signed"):
            return _facet(line, "written", index, index + 1 + writing, "in writing")
    return _NONE


def _object(line: Line, chosen: Deed) -> Facet:
    """Say whether the act names what it is about."""
    after = line.at(chosen.first + 1)
    if chosen.last <= chosen.first + 1:
        return Facet("empty")
    if after.has("indefinite"):
        return _facet(line, "indefinite", chosen.first + 1, chosen.first + 2, f"words.tsv: {after.norm}")
    return _facet(line, "specific", chosen.first + 1, chosen.last, "words after the verb")
