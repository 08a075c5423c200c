"""Finds the signs of whose somebody is around each mention of a name, where no list and no mark says it.

"Ask Tove for the sheet" gives work to a colleague, "Tove wants a trial" is news of the client's: how the name is
written and explained, what the person owns, and the words beside it. A few tell a side alone; `likely` weighs all of
them together, with weights that benchmarks/train_sides.py learns from plans of strangers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from advancelint.expressions import expression
from advancelint.plan import parties, persons, rung
from advancelint.plan.appositions import OUTSIDE
from advancelint.plan.given import is_only_a_name
from advancelint.plan.model import ACROSS, Field, NextStep, Objective, Person
from advancelint.plan.sayings import said
from advancelint.plan.signs import sorted_forms
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.records import NamedTuple
from advancelint.source import Span

# Signs that tell a side alone, where they do not contradict each other.
_PLAIN = {"said seller": "seller", **dict.fromkeys(("of the client", "said client", "gives us", "theirs"), "client")}
_THIRD, _NEAR = "of a third", 24
# "via broker Una Prior", "Partner: Colin Rhee"
_OUTSIDE = expression(
    r"\b(?:partner|broker|consultant|advis[eo]r|competitor|reseller|integrator|berater(?:in)?|makler(?:in)?|courtier"
    r"|consultora?|asesora?)\b(?=\W*$|[),])",
    re.IGNORECASE,
)
_BEFORE, _BEHIND, _MOST, _MANY, _PAIR = 80, 160, 12, 4, 2
_MOST_WORDS = 14  # of a step
_MOST_OPEN = 40  # a plan that leaves more people open is a list
_SENTENCE = expression(r"[.!?;](?=\s)|\n[ \t]*(?:\n|[-*+>•|#]|\d+[.)])|\|")
_US = expression(
    r"\b(?:our|us|my|me|we|i|unser\w*|uns|mein\w*|mir|ich|wir|notre|nos|nous|mon|moi|je|nuestr\w+|noss\w+|yo|eu)\b",
    re.I,
)
_BARE_US = expression(r"\bus\b")  # "I want us to leave with Helena's agreement" lists nobody
_TO_US = expression(r"\b(?:us|me|uns|mir|nous|moi|nos)\b")
_GIVES_US = expression(r"(?:[\w'’]+ ){1,4}(?:us|me|uns|mir|nos)\b")  # "Faisal gets us the sheets"
_WORD = expression(r"[^\W\d_][\w'’]*")
_ROLE_WORD = expression(r"[^\W\d_]+")
_EXPLAINED = expression(r"[*_\]]{0,3}(?: ?\(([^()]{2,40})\)|, ([a-z][^,.;:()]{2,40}))")
_FIRM = expression(r"[*_\]]{0,3}(?: ?\([^()]{2,40}\)| (?:from|of|at|von|aus|bei|de|chez|da|do) [^,.;:()\n]{2,40})")
# "his dad", "their electrician (", "Ray's son"
_THEIRS = expression(
    r"\b(?:(?i:his|her|their|your|sein\w{0,2}|ihr\w{0,2}|son|sa|leurs?|su|seu|sua)|[^\W\d_a-zß-öø-ÿ][\w-]+['’]s) "
    r"(?:(?:own|new|old|big|little) )?(?:[A-Z]{2,4} )?[^\W\d_A-Z][\w-]*(?:[ /&][^\W\d_A-Z][\w-]*){0,2},? ?[(*_]{0,2}"
    r"(?:[^\W\d_a-zß-öø-ÿ][\w'’-]+ [^\W\d_a-zß-öø-ÿ][\w'’-]+(?:, | and | & )){0,2}$"  # "her fitters (Ana Ruiz, Ben"
)
_FROM = expression(r"[*_\]]{0,3} (?:from|in|at|aus|von|vom|im|de|du|da|do|del) \w")


class Scene(NamedTuple):
    """What a document says beside its people: its words, the client's first word, kind, steps, goals and headings."""

    text: str
    account: str
    kind: str
    steps: Sequence[NextStep]
    parts: Sequence[tuple[Span, str]]  # what a place belongs to: "step", "goal", "heading", "opening"
    vocabulary: Vocabulary

    @classmethod
    def of(
        cls,
        text: str,
        account: str,
        kind: str,
        steps: Sequence[NextStep],
        goals: tuple[Iterable[Objective], Field],
        headings: Iterable[Span],
        vocabulary: Vocabulary,
        begin: int,
    ) -> Scene:
        """Take what is known of a document, whose front matter ends at ``begin``; ``goals`` are all it states."""
        parts = [(one.span, "step") for one in steps]
        parts += [(goals[1].span, "goal"), *((one.span, "goal") for one in goals[0])]
        opened = rung.ends(text, vocabulary, begin)  # a first line that says who is called when
        parts += [(Span(begin, opened), "opening")] if opened >= 0 else []
        parts += [(span, "heading") for span in headings]
        return cls(text, account.split(" ")[0], kind, steps, parts, vocabulary)


def seen(people: Iterable[Person], scene: Scene) -> Iterator[tuple[Person, Sequence[str]]]:
    """Yield each of ``people`` with the signs of whose they are; without any where there is nothing to tell."""
    everybody = tuple(people)
    firsts = Counter(one.name.partition(" ")[0] for one in everybody)
    left = _MOST_OPEN
    for one in everybody:
        found: Sequence[str] = ()
        # A company that nobody knows is a third one.
        if one.side == "unknown" and not one.organisation and left and not OUTSIDE.search(one.role):
            left -= 1
            found = signs(one, scene, firsts)
        yield one, () if _THIRD in found else found


def told(heard: Sequence[str]) -> str:
    """Return the side that the signs of somebody tell plainly, all the same; "" for none."""
    sides = {side for sign, side in _PLAIN.items() if sign in heard}
    return sides.pop() if len(sides) == 1 else ""


def signs(one: Person, scene: Scene, firsts: Counter[str]) -> tuple[str, ...]:
    """Return the signs of whose somebody is, each once; ``firsts`` counts who bears a first name."""
    return tuple(dict.fromkeys(_signs(one, scene, firsts)))


def _signs(one: Person, scene: Scene, firsts: Counter[str]) -> Iterator[str]:
    first, _, last = one.name.partition(" ")
    titled = scene.vocabulary.word("honorific", first) is not None
    yield "titled" if titled else "full" if last else "first only"
    yield "explained" if one.role else "unexplained"
    yield from (f"is {word}" for word in _ROLE_WORD.findall(one.role.casefold()))
    yield f"kind {scene.kind}"
    yield from _of_steps(one.name, "" if firsts[first] > 1 else first, scene)
    places = list(islice(_places(one, titled or firsts[first] > 1, scene.text), _MOST))
    yield f"named {min(len(places), _MANY)}"
    for place in places:
        yield from _of_mention(place, scene)


def _of_steps(name: str, first: str, scene: Scene) -> Iterator[str]:
    for step in scene.steps:
        owner = step.owner.value.casefold()
        if (first and first.casefold() in owner.split()) or name.casefold() in owner:
            yield "acts"
            yield f"acts {scene.kind}"
            yield f"acts by {step.owner.surface}"
            if _TO_US.search(step.passage.text):
                yield "gives to us"
            if _GIVES_US.match(step.passage.text):
                yield "gives us"
            words = [word.casefold() for word in _WORD.findall(step.passage.text)[:_MOST_WORDS]]
            form = load("en").forms.get(words[0]) if words else None
            if form:
                yield f"acts {sorted_forms(form[1])}"
            yield from (f"does first {word}" for word in words[:1])
            yield from (f"does {word}" for word in words)
        elif step.side in ACROSS and _is_named(name, first, step.passage.text):
            yield f"named in a step of the {step.side}"


def _is_named(name: str, first: str, text: str) -> bool:
    """Say whether a step names somebody by the whole name or by a first name that is theirs alone."""
    return name in text or (bool(first) and first in _WORD.findall(text))


def _places(one: Person, shared: bool, text: str) -> Iterator[Span]:  # noqa: FBT001 - one fact
    """Yield where somebody is named: by the whole name, or by a first name that is theirs alone, "petra" as well."""
    first = one.name.partition(" ")[0]
    called = (
        re.escape(one.name)
        if shared or first.endswith(".")
        else rf"{re.escape(first)}(?:{re.escape(one.name[len(first) :])})?"
    )
    flags = re.IGNORECASE if is_only_a_name(first) else 0
    for match in re.finditer(rf"(?<!\w){called}(?!\w)", text, flags):
        yield Span(match.start(), match.end())


def _of_mention(place: Span, scene: Scene) -> Iterator[str]:
    """Yield the signs of what stands in the sentence around a name."""
    before = scene.text[max(0, place.start - _BEFORE) : place.start]
    cuts = [cut.end() for cut in _SENTENCE.finditer(before)]
    before = before[cuts[-1] :] if cuts else before
    behind = scene.text[place.end : place.end + _BEHIND]
    stop = _SENTENCE.search(behind)
    behind = behind[: stop.start() + 1] if stop else behind
    inside = next(((span, part) for span, part in scene.parts if span.start <= place.start < span.end), None)
    where = inside[1] if inside else ""
    if inside:
        yield f"in {where}"
        if inside[0].start == place.start:
            yield f"opens {where}"
    side, _ = said(_BARE_US.sub("", before), behind, scene.vocabulary)
    if side:
        yield f"said {side}"
    yield from _of_before(before, where)
    yield from _of_behind(behind, where, scene)
    if _OUTSIDE.search(before[-_NEAR:]) or _OUTSIDE.match(behind.lstrip(" ,(")):
        yield _THIRD
    if _THEIRS.search(before):
        yield "theirs"
    if scene.account and before.rstrip("*_ ").endswith(f"{scene.account} ("):
        yield "of the client"
    if _US.search(before):
        yield "us before"
    if _US.search(behind):
        yield "us behind"


def _of_before(before: str, where: str) -> Iterator[str]:
    words = _WORD.findall(before)
    if not words:
        yield "leads"
        yield f"leads {where}"
        return
    last = before.rstrip("*_ [@\n\t")[-1:]
    if not last.isalpha():
        yield f"behind {last}"
    elif words[-1][0].isupper() and len(words) > 1:
        yield "behind a name"
    else:
        yield f"behind {words[-1].casefold()}"
        yield from (f"behind {' '.join(words[-_PAIR:]).casefold()}" for _ in words[1:2])
    form = load("en").forms.get(words[0].casefold())
    if form and "b" in form[1]:
        yield "ordered"
        yield f"ordered {words[0].casefold()}"


def _of_behind(behind: str, where: str, scene: Scene) -> Iterator[str]:
    bare = behind.lstrip("*_] ")
    word = _WORD.match(bare)
    if not word:
        yield f"before {bare[:1].strip() or 'nothing'}"
    elif word.group()[0].isupper():
        yield "before a name"
    else:
        yield f"before {word.group()}"
        form = load("en").forms.get(word.group())
        if form:
            yield f"before form {sorted_forms(form[1])}"
    told = _EXPLAINED.match(behind)
    if told:
        yield "apposed"
        if parties.is_on_our_part(told[1] or told[2]):
            yield _THIRD  # "our champion" may be anybody's
        if persons.is_role((told[1] or told[2]).partition(",")[0], scene.vocabulary):
            yield "apposed work"
        yield from (f"called {word}" for word in _ROLE_WORD.findall((told[1] or told[2]).casefold()))
    firm = _FIRM.match(behind) if scene.account else None
    if firm and scene.account in firm.group():
        yield "of the client"
    if _FROM.match(behind):
        yield "from somewhere"
        yield f"from somewhere {where}"
