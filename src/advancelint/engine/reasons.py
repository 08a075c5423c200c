"""Why an example did not come out as its card says: what the condition asked for, and what it got."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advancelint.cards.condition import compile_when
from advancelint.cards.cutting import NOTHING_LEFT, mapping_of
from advancelint.cards.fields import Fields
from advancelint.cards.options import with_options
from advancelint.engine.gate import WORDING
from advancelint.engine.rehearse import EXAMPLE_DAY, Trial
from advancelint.errors import closest
from advancelint.mapping import Mapping as Entries
from advancelint.mapping import Scalar, Sequence, Value
from advancelint.nodes import VOCABULARY, text_asked
from advancelint.records import NamedTuple
from advancelint.rule import Node, OptionValue

_CONDITIONS = ("when", "where")
_MOST_WORDS = 200


class _Asked(NamedTuple):
    """An entry of a condition: its sentence on one node, and whether it holds there."""

    sentence: str
    holds: bool


def reasons(tried: Trial, fields: Fields, card: Entries) -> tuple[str, ...]:
    """Return sentences on why ``tried`` did not pass; ``card`` is the mapping of its rule's card, read by ``fields``.

    They quote the plan and the card as they are. Empty where the verdict itself says all.
    """
    if tried.verdict == "silent":
        return tuple(_of_silence(tried, fields, card))
    if tried.verdict == "spoke":
        return tuple(_of_speech(tried, fields, card))
    return ()


def _of_speech(tried: Trial, fields: Fields, card: Entries) -> Iterator[str]:
    """Yield what holds of the first node on which the rule found something, and what a schema found wrong there."""
    for node in tried.nodes:
        if found := list(tried.rule.find(node)):
            yield from (one.sentence for one in _asked(tried, fields, card, node) if one.holds)
            if card.get("schema") is not None:
                yield from (one.facts["problem"] for one in found)
            return


def _of_silence(tried: Trial, fields: Fields, card: Entries) -> Iterator[str]:
    if tried.passed_over:
        yield f"the document was passed over, as if it were no plan: {tried.passed_over}"
        yield "front matter with “type: deal-plan” or “type: call-plan” makes it a plan for certain"
    elif not tried.nodes:
        yield from _nothing_to_look_at(tried)
    else:
        looks = [_asked(tried, fields, card, node) for node in tried.nodes]
        nearest = min(looks, key=lambda asked: sum(not one.holds for one in asked))
        yield from (one.sentence for one in nearest if not one.holds)
        if card.get("phrases") is not None and all(one.holds for one in nearest):
            yield from _no_phrase(tried, card)
        if card.get("schema") is not None and all(one.holds for one in nearest):
            yield "all is as the schema says"
        if card.get("check") is not None:
            yield f"the check looked at {len(tried.nodes)} of them and found nothing"


def _nothing_to_look_at(tried: Trial) -> Iterator[str]:
    kind = tried.rule.card.on.replace("_", " ")
    yield f"there is no {kind} in it that rules look at"
    if tried.rule.card.on == "objective":
        yield f"those of calls before {EXAMPLE_DAY}, the day of all examples, are over; “TBD” and the like are none"
    if tried.rule.card.on in ("plan", "document"):
        yield "a plan without any call, objective, step, outcome or person is told so, and judged by nothing else"
    if tried.rule.card.family in WORDING:
        yield f"rules of the family “{tried.rule.card.family}” look at English sentences alone"


def _no_phrase(tried: Trial, card: Entries) -> Iterator[str]:
    phrases = [text for text in _texts(card.get("phrases")) if text]
    texts = [node.text[:_MOST_WORDS] for node in tried.nodes]
    said = mapping_of(card.get("phrases") or NOTHING_LEFT)
    spared = said.get("except") is not None
    if said.get("needs") is not None:
        yield "one of the words that it needs is there"
    if phrases:
        yield "none of its phrases stands in these words" + (", but for what it excepts" if spared else "")
    for text in texts:
        for phrase in phrases:
            near = closest(phrase.lower(), _stretches(text.lower().split(), len(phrase.split())))
            # What fits a phrase is spared by an exception, and no slip of the pen.
            stem = phrase.lower().removesuffix("*")
            if near and near != stem and not (stem != phrase.lower() and near.startswith(stem)):
                yield f"“{near}” is near to the phrase “{phrase}”"
                return


def _stretches(words: list[str], size: int) -> list[str]:
    """Return the stretches of about ``size`` words, with the size itself first."""
    sizes = sorted(range(max(1, size - 2), size + 3), key=lambda one: abs(one - size))
    return [" ".join(words[at : at + one]) for one in sizes for at in range(len(words) - one + 1)]


def _texts(value: Value | None) -> Iterator[str]:
    if isinstance(value, Scalar):
        yield value.text
    for item in value.items if isinstance(value, Sequence) else ():
        yield from _texts(item)
    for key, item in value.entries if isinstance(value, Entries) else ():
        if key.text not in ("replacement", "except", "needs"):
            yield from _texts(item)


def _asked(tried: Trial, fields: Fields, card: Entries, node: Node) -> list[_Asked]:
    """Return what the entries of the card's conditions ask of ``node``, each by itself."""
    found = []
    for name in _CONDITIONS:
        condition = card.get(name)
        for key, value in condition.entries if isinstance(condition, Entries) else ():
            alone = Entries(((key, value),), value.span)
            holds = _holds(tried, fields, alone, node)
            found += _parts(tried, fields, value, node) if key.text == "all" and not holds else []
            if key.text != "all" or holds:
                found.append(_Asked(_sentence(key.text, value, node, tried, holds=holds), holds))
    return found


def _parts(tried: Trial, fields: Fields, conditions: Value, node: Node) -> list[_Asked]:
    """Return what the entries of all of these ``conditions`` ask of ``node``, of which some fail."""
    found: list[_Asked] = []
    for condition in conditions.items if isinstance(conditions, Sequence) else ():
        for key, value in condition.entries if isinstance(condition, Entries) else ():
            holds = _holds(tried, fields, Entries(((key, value),), value.span), node)
            if key.text == "all" and not holds:
                found += _parts(tried, fields, value, node)
            else:
                found.append(_Asked(_sentence(key.text, value, node, tried, holds=holds), holds))
    return found


def _holds(tried: Trial, fields: Fields, condition: Entries, node: Node) -> bool:
    """Say whether this condition, and no other, holds for ``node``."""
    bound = with_options(fields, condition, tried.rule.card.settings)
    return compile_when(fields, bound, node.kind)(node)


def _sentence(name: str, value: Value, node: Node, tried: Trial, *, holds: bool) -> str:
    wanted = in_words(value, tried.rule.card.settings)
    if name == "not" and not holds and isinstance(value, Entries) and len(value.entries) == 1:
        key, item = value.entries[0]
        if key.text == "text" or key.text in VOCABULARY[node.kind]:
            wanted = f"not {in_words(item, tried.rule.card.settings)}"
            name = key.text
    if name not in VOCABULARY[node.kind] and name != "text":
        return f"“{name}” {'holds' if holds else 'does not hold'}: {wanted}"
    got = text_asked(node) if name == "text" else node.values[name]
    shown = str(got).lower() if isinstance(got, bool) else str(got)
    spot = node.spots.get(name)
    words = f" (“{spot.text[:_MOST_WORDS]}”)" if spot and spot.text and spot.text != shown else ""
    return f"{name} is “{shown[:_MOST_WORDS]}”{words}, {'as the card wants' if holds else f'the card wants {wanted}'}"


def in_words(value: Value, options: Mapping[str, OptionValue]) -> str:
    """Return what a condition asks for as a phrase; ``options`` are what names with a dollar sign stand for."""
    if isinstance(value, Scalar):
        name = value.text.removeprefix("$")
        found = options[name] if name != value.text and name in options else value.text
        return " or ".join(f"“{one}”" for one in (found if isinstance(found, tuple) else (found,)))
    if isinstance(value, Sequence):
        return " or ".join(in_words(item, options) for item in value.items)
    parts = []
    for key, item in value.entries:
        said = in_words(item, options)
        simple = {"not": f"not {said}", "at_least": f"at least {said}", "at_most": f"at most {said}",
                  "matches": f"words that match {said}", "any": said, "all": said.replace(" or ", " and ")}  # fmt: skip
        parts.append(simple.get(key.text, f"{key.text} {said}"))
    return " and ".join(parts)
