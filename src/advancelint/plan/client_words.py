"""Turns about what the client's mails say: their "I" and "we", and whom they call "our CFO", are the client's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.plan import stand_ins
from advancelint.plan.cast import Cast
from advancelint.plan.client_mails import Letter, all_of, of_client
from advancelint.plan.greetings import GREETING
from advancelint.plan.material import Material, field
from advancelint.plan.model import NextStep, Person
from advancelint.source import Passage

_DUTY = (
    r"(?:(?!with\b|about\b)[\w&-]+ ){0,3}(?!(?:chat|talk|call|meeting|with|about)\b)[\w&-]+"  # "our finance director"
)
# "I'll ask Ana", "we send the plans": what whoever writes promises
_OWN = expression(
    r"\W*(?:(?:so|and|then|also|und|dann|et|puis|y|e),? )?"
    r"(?:i|we|ich|wir|je|nous|yo|nosotros|eu|nós|j['’])(?:['’]\w+)?\b",
    re.IGNORECASE,
)


_ME = expression(rf"\W*{stand_ins.LEAD}{stand_ins.MINE}")


def turned(steps: Sequence[NextStep], material: Material, cast: Cast) -> tuple[NextStep, ...]:
    """Return ``steps`` with the client as the owner of what "I" and "we" promise in a mail of the client's.

    Whom ``cast`` knows as the client's wrote such a mail, whatever its words are. Of what one of ours promises with "I"
    in a mail that is not the page's own that one is the owner.
    """
    text, theirs = material.source.text, {one.sender for one in of_client(material)}
    senders = [(one, cast.side(text[one.sender.start : one.sender.end])) for one in all_of(text, material.vocabulary)]
    letters = [one for one, side in senders if side == "client" or (one.sender in theirs and side != "seller")]
    ours = [one for one, side in senders[1:] if side == "seller" and one not in letters]
    return tuple(_ours(_turned(one, text, letters), text, ours) for one in steps)


def named(people: Sequence[Person], material: Material) -> tuple[Person, ...]:
    """Return ``people`` with the client's side as the likely one for whom only mails of the client's name.

    Whom such a mail calls "our CFO" is the client's for sure.
    """
    rest = text = material.source.text
    letters = of_client(material)
    for one in letters:
        rest = rest.replace(text[one.body.start : one.body.end], "\n")
    words = "\n".join(text[one.body.start : one.body.end] for one in letters)
    return tuple(_named(one, words) if letters and one.name.split()[0] not in rest else one for one in people)


def _named(one: Person, words: str) -> Person:
    """Return somebody whom only the ``words`` of the client's mails name with the side that these tell."""
    first = re.escape(one.name.split()[0])
    called = rf"\b(?:our|my) {_DUTY},? {first}\b|\b{first}(?: [^\W\d_a-z][\w'’-]+)?(?: \(|, )(?:our|my) {_DUTY}[,.)]"
    greeted = rf"{GREETING}{first}\b"
    if one.side == "seller" and re.search(called, re.sub(greeted, " ", words)):
        return one._replace(side="client")
    return one._replace(likely="client") if one.side == "unknown" else one


def _ours(step: NextStep, text: str, letters: Sequence[Letter]) -> NextStep:
    inside = [one for one in letters if one.body.start <= step.span.start < one.body.end]
    if not inside or step.side != "seller" or not _ME.match(text, step.span.start):
        return step
    sender = Passage.plain(text[inside[0].sender.start : inside[0].sender.end], inside[0].sender.start)
    return step._replace(owner=field(sender.text, sender, "text"))


def _turned(step: NextStep, text: str, letters: Sequence[Letter]) -> NextStep:
    inside = [one for one in letters if one.body.start <= step.span.start < one.body.end]
    if not inside or not _OWN.match(text, step.span.start):
        return step
    sender = Passage.plain(text[inside[0].sender.start : inside[0].sender.end], inside[0].sender.start)
    return step._replace(side="client", likely="", owner=field(sender.text, sender, "text"))
