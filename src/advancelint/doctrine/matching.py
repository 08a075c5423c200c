"""From a reading or a recorded line to acts of the ladder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from advancelint.doctrine.clauses import claims
from advancelint.doctrine.ladder import ladder, roles_of
from advancelint.doctrine.patterns import NUMBER, best_of, may_name, name_act, scores_of, verb_forms
from advancelint.doctrine.words import Word, singular, words_of
from advancelint.plan.model import Plan
from advancelint.reading import Reading
from advancelint.records import NamedTuple

_ACTS = ("act", "low", "unknown", "effortless")
_NOMINAL = ("nominal", "fragment", "passive")
_HEAD = 4
_TITLES = ("dr", "mr", "mrs", "ms", "prof")


class Cast(NamedTuple):
    """Who is who, for matching: roles behind each of the client's names, and the seller's names, in lower case."""

    aliases: Mapping[str, tuple[str, ...]]
    ours: frozenset[str]


NOBODY = Cast({}, frozenset())


class Recorded(NamedTuple):
    """An act found in a line that tells what happened; ``status`` is done, promised or denied."""

    act: str
    status: str


def cast_of(plan: Plan) -> Cast:
    """Return the cast of ``plan``; a name that both sides have belongs to neither."""
    aliases: dict[str, tuple[str, ...]] = {}
    ours: set[str] = set()
    for person in plan.people:
        names = [word.text for word in words_of(person.name) if word.text not in _TITLES]
        if person.side == "seller":
            ours.update(names)
        elif person.role:
            roles = tuple(f"={role}" for role in sorted(roles_of(person.role)))
            aliases.update((name, roles) for name in names)
    ours -= set(aliases)
    return Cast(aliases, frozenset(ours))


def act_asked(reading: Reading, cast: Cast) -> str:
    """Return the id of the act that an objective or a step asks of the client, "" where none is sure.

    Only the act that the reading found to be the client's is looked at, so that what is said in passing ("the people
    who sign the contract") is never taken for the ask.
    """
    if reading.client_action.value not in _ACTS or reading.actor.value in ("seller", "none"):
        return ""
    span = reading.action.span
    words = words_of(reading.passage.text)
    inside = [index for index, word in enumerate(words) if span.start <= word.start < span.end]
    if not inside:
        return ""
    commitments = {ident for ident, act in ladder().acts.items() if not act.milestone}
    nominal = reading.construction.value in _NOMINAL
    heads = inside if nominal else _head(words, inside, reading.action.value)
    found = [
        name_act(claim.clause._replace(ours=False), commitments)
        for claim in claims(words, heads, cast.aliases, frozenset(), heads if nominal else ())
        if claim.status in ("done", "promised")
    ]
    named = [act for act in found if act]
    return named[0] if named else ""


def _head(words: Sequence[Word], inside: Sequence[int], lemma: str) -> Sequence[int]:
    """Return the word of the act's verb: that of ``lemma`` where it is known, else the first ones of the act."""
    forms = verb_forms()
    named = [
        index for index in inside[:_HEAD] if words[index].text in forms and lemma in forms[words[index].text].bases
    ]
    return named[:1] or inside[:2]


def acts_recorded(text: str, cast: Cast) -> Iterator[Recorded]:
    """Yield the acts that ``text`` says were done, promised or not done; what is only asked or supposed is left out."""
    acts = ladder().acts
    groups = [{ident for ident, act in acts.items() if act.milestone is milestone} for milestone in (False, True)]
    words = words_of(text)
    for claim in claims(words, _telling(words, cast), cast.aliases, cast.ours, ()):
        if claim.status == "aside":
            continue
        scores = scores_of(claim.clause, acts)
        for known in groups if scores else ():
            if act := best_of(scores, known):
                yield Recorded(act, claim.status)


def _telling(words: Sequence[Word], cast: Cast) -> Iterator[int]:
    """Yield the indices of the verbs whose sentence has words of an act that they can name: most verbs have none."""
    forms = verb_forms()
    ends = [index for index, word in enumerate(words) if word.opens and index]
    start = 0
    for end in (*ends, len(words)):
        verbs = [index for index in range(start, end) if words[index].text in forms]
        if verbs:
            texts = [word.text for word in words[start:end]]
            there = {NUMBER, *map(singular, texts), *(role for text in texts for role in cast.aliases.get(text, ()))}
            yield from (index for index in verbs if may_name(forms[words[index].text].bases, there))
        start = end
