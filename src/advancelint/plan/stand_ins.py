"""Gives steps the owner whom a pronoun of their own stands for: "me", "you" in a letter, "he" behind a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from advancelint.expressions import expression
from advancelint.plan.material import Material, field
from advancelint.plan.model import NextStep, Person
from advancelint.source import Passage, Source, Span

_ME = expression(r"(?<![\w'’-])(?:me|myself|I|ich|moi|yo|eu)(?![\w'’-])", re.IGNORECASE)
# What may stand before who acts, "And", "As promised", and "I" in the languages that ship.
LEAD = r"(?i:(?:(?:so|and|but|then|also|as (?:promised|agreed|discussed)|und|dann|et|puis|y|e),? ){0,2})"
MINE = r"(?:I|[Ii]ch|[Jj]e|[Jj]['’]|[Yy]o|[Ee]u)(?:\b|(?<=['’]))"
_I = expression(rf"{LEAD}({MINE})")
_YOU = expression(r"(?:you|du|tu|vous|tú)", re.IGNORECASE)
_YOU_FIRST = expression(r"([Yy]ou|[Dd]u|[Tt]u|[Vv]ous|[Tt]ú)[,:] ")
# "He'll send it", "And she promised to ask": one person, or a party, who is not the author.
_OTHER = expression(
    rf"{LEAD}"
    r"(?P<who>[Hh]e|[Ss]he|[Ee]r|[Ss]ie|[Ii]l|[Ee]lle|[ÉéEe]l|[Ee]lla|[Ee]le|[Ee]la|(?P<many>[Tt]hey|[Ii]ls|[Ee]lles))"
    r"(?=['’ ])(?! is being\b)"
)
_NAME = expression(r"[^\W\d_a-zß-öø-ÿ][\w'’-]+(?: [^\W\d_a-zß-öø-ÿ][\w'’-]+){0,2}")
_BLOCK = expression(r"\n[ \t]*(?:\n|[-*+>•|#]|\d+[.)])|\|")
_NEAR = 300  # characters in which the name stands for which a pronoun does


def named(
    steps: tuple[NextStep, ...], people: Sequence[Person], material: Material, reader: Callable[[], str]
) -> tuple[NextStep, ...]:
    """Return ``steps`` with the names of those whom pronouns mean; ``reader`` is asked whom a letter is to."""
    found = addressed(signed(steps, people), reader)
    return found if material.kind == "map" else named_before(found, people, material.source)


def signed(steps: tuple[NextStep, ...], people: Iterable[Person]) -> tuple[NextStep, ...]:
    """Return ``steps`` with the author's name where one says what "I" do; an owner that is written apart stays "me"."""
    authors = [one.name for one in people if one.wrote]
    return tuple(_by(authors[0], one) for one in steps) if len(authors) == 1 else steps


def _by(author: str, step: NextStep) -> NextStep:
    if step.side == "seller":
        step = led_by(_I, step, author)
    if step.owner.surface != "text" and step.owner.value != "I":
        return step  # "I said I would" heads what is the author's
    named = _ME.sub(lambda _: author, step.owner.value)
    return step if named == step.owner.value else step._replace(owner=step.owner._replace(value=named))


def addressed(steps: tuple[NextStep, ...], reader: Callable[[], str]) -> tuple[NextStep, ...]:
    """Return ``steps`` of a letter with the name of its ``reader``, a colleague of ours, where "you" own one."""
    if not any(_YOU.fullmatch(one.owner.value) or _YOU_FIRST.match(one.passage.text) for one in steps):
        return steps  # of most plans, which are no letters
    name = reader()
    return tuple(_of_reader(one, name) for one in steps) if name else steps


def _of_reader(step: NextStep, reader: str) -> NextStep:
    if _YOU.fullmatch(step.owner.value):
        return step._replace(owner=step.owner._replace(value=reader), side="seller")
    return led_by(_YOU_FIRST, step, reader, "seller")


def led_by(pronoun: re.Pattern[str], step: NextStep, name: str, side: str = "") -> NextStep:
    """Return a step that nobody owns and that begins with ``pronoun`` as one of ``name`` on ``side``.

    The one group of ``pronoun`` that matches is where the owner is told.
    """
    said = None if step.owner.present else pronoun.match(step.passage.text)
    if not said:
        return step
    owner = field(name, step.passage.cut(Span(*said.span(said.lastindex or 0))), "text")
    return step._replace(owner=owner, side=side or step.side, likely="" if side else step.likely)


def is_others(text: str) -> bool:
    """Say whether a step's words begin with somebody else than their author: "She'll send it"."""
    return _OTHER.match(text) is not None


def named_before(steps: tuple[NextStep, ...], people: Sequence[Person], source: Source) -> tuple[NextStep, ...]:
    """Return ``steps`` with the one person named before "he" or "she" who does one: "Rang Jo, she'll send it".

    One of ours is not meant, since the news of a call are the client's; where others are named too, nobody is.
    """
    if not any(is_others(one.passage.text) for one in steps):
        return steps
    bearers: dict[str, set[Person]] = {}
    for one in people:
        for name in one.name.split():
            bearers.setdefault(name, set()).add(one)
    return tuple(_named(one, bearers, source.text) for one in steps)


def _named(step: NextStep, bearers: dict[str, set[Person]], text: str) -> NextStep:
    said = None if step.owner.present else _OTHER.match(step.passage.text)
    if not said or said["many"] or step.side == "seller":
        return step
    end = step.passage.starts[said.start("who")]
    before = text[max(0, end - _NEAR) : end]
    start = max((cut.end() for cut in _BLOCK.finditer(before)), default=0)
    named: dict[Person, Passage] = {}
    for match in _NAME.finditer(before, start):
        for name in match.group().split():
            found = bearers.get(name, set())
            if len(found) == 1 and (who := next(iter(found))).apparent_side != "seller":
                shown = who.name if who.name in match.group() else name
                place = end - len(before) + match.start() + match.group().index(shown)
                named.setdefault(who, Passage.plain(shown, place))
    return _given(step, *next(iter(named.items()))) if len(named) == 1 else step


def _given(step: NextStep, who: Person, words: Passage) -> NextStep:
    side = who.side if who.side == "client" else step.side
    return step._replace(owner=field(words.text, words, "text"), side=side)
