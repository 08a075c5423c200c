"""Tells to whom a mail is: those addressed are the client's where it speaks to the client, and ours where of them.

"You asked for a trial" is said to the client, "she asked for a trial" to a colleague.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from advancelint.expressions import expression
from advancelint.markdown import ListItem, Paragraph
from advancelint.markdown.leaf import Leaf
from advancelint.plan import authors, chats, client_mails, heads, lineup, mails, persons, pieces, stand_ins
from advancelint.plan.companies import same_company
from advancelint.plan.given import given
from advancelint.plan.greetings import GREETING
from advancelint.plan.material import Material
from advancelint.plan.model import NextStep, Person
from advancelint.plan.placed import Placed
from advancelint.source import Passage, Span

_NAME = r"(?:[^\W\d_a-zß-öø-ÿ]\w{0,3}\.? )?[^\W\d_a-zß-öø-ÿ][\w'’-]{1,30}(?: [^\W\d_a-zß-öø-ÿ][\w'’-]{1,30})?"
_GREETED = expression(
    rf"{GREETING}{_NAME}(?:(?:, | and | und | et | y | e | & )(?:{GREETING})?{_NAME}){{0,4}}(?=[,!:]| [–-])"
)
_BARE = expression(rf"{_NAME}(?=,? *(?:\n|$)|, (?:[a-z]|I\b))")
_ONE = expression(rf"(?:^|, |\b)(?:{GREETING})?(?P<name>{_NAME})")
_FIELD = expression(r"[*_]{0,2}(?P<which>To|An|Para|À|Cc|CC|Kopie|Copie)[*_]{0,2}:[*_]{0,2} (?P<names>[^\n]{2,300})")
_HEADED = expression(mails.label(f"{mails.WHO}|{mails.ABOUT}", lead="[*_]{0,2}"))
_SAID_TO = expression(
    r"\b(?:[Yy]ou|[Yy]our|[Yy]ours|[Vv]ous|[Vv]otre|[Vv]os|ustedes|usted|vuestr\w+|os|vosotr\w+|você|vocês|du|dir|dich|dein\w*"
    r"|euch|euer|eure\w*)\b|(?<=[^\W\d_A-Z.!?] )(?:Sie|Ihnen|Ihr|Ihre\w*)\b"
)
_SAID_OF = expression(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|him|his|her|them|[Tt]heir|[Ii]ls?|[Ee]lles?|lui|leurs?|[Éé]l|[Ee]ll[ao]s?|[Ee]les?|[Ee]las?|er"
    r"|ihm|ihn|sein\w*)\b"
)
_YOURS = expression(
    r"\b(?:your (?:customer|client|account|deal)|(?:is|are) yours|dein\w* Kund\w+|votre client|tu cliente)\b",
    re.IGNORECASE,
)
_SENDER = expression(mails.label(mails.SENDER, lead="[*_]{0,2}"))
_SENT_ON = expression(rf"{mails.label(mails.ABOUT, lead='[*_]{0,2}')}(?:Fwd?|WG|TR|RV|ENC)\s?:", re.IGNORECASE)
_READERS = expression(
    r"(?:could|can|would|will) (you) (?=[a-z])"
    r"|(?:(?:and|so|then),? )?(you)(?:['’]ll| will| (?:kindly |also )?(?:agreed|offered|promised|undertook)"
    r"|(?= (?:send|give|get|find|tell|show|bring|pass|share|e?mail|forward|return|lend|let|name) (?:us|me)\b)) ",
    re.IGNORECASE,
)
_BESIDE = expression(
    r"\b(?i:speak|talk|meet|see|hear|thanks?|merci|danke?|gracias|obrigad[oa])\w*(?: [^\W\d_]+){0,3}? "
    rf"(?:you|vous|Ihnen|usted|ustedes|você|vocês) (?:and|et|und|y|e) (?P<name>{_NAME})(?!,? (?:our|my)\b)"
)
_HEAD, _READ, _FEWEST = 4, 6_000, 2


def read(material: Material, account: str) -> Iterator[Placed]:
    """Yield the people whom a mail is to, with the side that its own words or their addresses tell."""
    texts = [
        one for one in material.outline.document.blocks if isinstance(one, (Paragraph, ListItem)) and not one.quoted
    ]
    headed = any(_HEADED.match(one.leaf.content) for one in texts[:2])
    greeted = [found for one in texts[:_HEAD] if (found := _greeted(one.leaf, headed=headed))]
    theirs, answered = client_mails.of_client(material), client_mails.first_is_theirs(material)
    # Below a mail of ours one of the client's says "you" to us.
    first = client_mails.first_words(material) if theirs and not answered else ""
    heard = _heard(first or "\n".join(one.leaf.content for one in texts)) if headed or greeted else ""
    heads = [line for one in texts[:_HEAD] for line in one.leaf.content.split("\n")]
    if theirs and not answered and any(map(_SENT_ON.match, heads)):
        heard = "seller"  # what the client wrote is sent on to colleagues
    sender = next((line for line in heads if _SENDER.match(line)), "") if headed else ""
    yield from _exchanged(theirs, material)
    yield from chats.read(material)
    if answered or authors.is_from(sender, account, material.vocabulary):
        heard = "seller"  # what the client wrote is to us
    for passage in greeted[:1] if heard else ():
        for match in _ONE.finditer(passage.text):
            named = persons.one(passage.cut(Span(*match.span("name"))), material.vocabulary)
            if named:
                yield Placed(named._replace(side=heard), heard, 0, met=False)
    beside = list(_beside_reader(texts, material)) if heard == "client" else []
    yield from beside
    with_reader = frozenset(one.named.name for one in beside)
    for one in texts[:_HEAD] if headed else ():
        for line in pieces.broken(one.leaf.text().passage, material.source.text):
            for placed in _field(line, material, account, heard, theirs=answered):
                if placed.named.name.partition(" ")[0] in with_reader:
                    placed = placed._replace(named=placed.named._replace(side="client"), hint="client", met=True)
                yield placed


def with_authors(wrote: Sequence[Placed], material: Material, account: str) -> list[Placed]:
    """Return who ``wrote`` a page and whom its mails are to; a client to whom one is wrote the answer, and no page."""
    found = list(read(material, account))
    theirs = {name for one in found if one.hint == "client" for name in (one.named.name, one.named.name.split()[0])}
    return [*(one for one in wrote if one.named.name not in theirs), *found]


def _beside_reader(texts: Sequence[Paragraph | ListItem], material: Material) -> Iterator[Placed]:
    """Yield whom a letter to the client names beside its reader: "Good to speak to you and Graham"."""
    for one in texts:
        passage = one.leaf.text().passage if _BESIDE.search(one.leaf.content) else Passage("", (), ())
        for match in _BESIDE.finditer(passage.text):
            named = persons.one(passage.cut(Span(*match.span("name"))), material.vocabulary)
            if named and named.name.partition(" ")[0] in given():
                yield Placed(named._replace(side="client"), "client", 0, met=True)


def asked(steps: tuple[NextStep, ...], material: Material, account: str) -> tuple[NextStep, ...]:
    """Return ``steps`` of a letter to the client with its reader as the owner of what "you" will do."""
    if client_mails.first_is_theirs(material) or not any(_READERS.match(one.passage.text) for one in steps):
        return steps
    called = dict.fromkeys(one.named.name for one in read(material, account) if one.hint == "client" and not one.met)
    names = [name for name in called if not any(other.startswith(f"{name} ") for other in called)]  # "Hi Ana," is one
    if len(names) != 1 or colleague(material, account):
        return steps
    return tuple(stand_ins.led_by(_READERS, one, names[0], "client") for one in steps)


def owned(
    steps: tuple[NextStep, ...], people: Sequence[Person], material: Material, account: str
) -> tuple[NextStep, ...]:
    """Return ``steps`` with the names of those whom pronouns mean that own one."""
    return stand_ins.named(steps, people, material, partial(colleague, material, account))


def _exchanged(letters: Sequence[client_mails.Letter], material: Material) -> Iterator[Placed]:
    """Yield who wrote mails of the client's, and to whom of ours they are."""
    text = material.source.text
    for one in letters:
        for span, side in ((one.sender, "client"), (one.to, "seller")):
            line = Passage.plain(text[span.start : span.end], span.start)
            for named in lineup.several(line, material.vocabulary) if span else ():
                yield Placed(named._replace(side=side, organisation=""), side, 0, met=False)


def colleague(material: Material, account: str) -> str:
    """Return the one colleague to whom a letter is, or to whom a client is handed over; "" for none.

    Who gets a copy of a letter to the client is not its reader.
    """
    handed = [one.named.name for one in authors.read(material, account) if not one.wrote]
    named = () if handed else tuple(read(material, account))
    sent = any(one.hint == "client" for one in named)
    told = handed or [one.named.name for one in named if one.hint == "seller" and not sent]
    names = list(dict.fromkeys(told))
    return names[0] if len(names) == 1 else ""


def _field(line: Passage, material: Material, account: str, heard: str, *, theirs: bool) -> Iterator[Placed]:
    """Yield who stands in "To" and "Cc": if nothing else is said, those in copy work with the sender.

    The mail is the client's where it is ``theirs``.
    """
    field = _FIELD.match(line.text)
    if not field:
        return
    copied = field["which"].casefold() in {"cc", "kopie", "copie"}
    side = heard if not heard or not copied else "client" if theirs else "seller"
    words = material.vocabulary
    for named in lineup.several(line.cut(Span(*field.span("names"))), words):
        firm = named.organisation
        if heads.is_company(named.name, words) or (account and same_company(named.name, account, words)):
            continue  # "To: Jo Orre, Norwood Bakery"
        employed = bool(firm and account and same_company(firm, account, words))
        if employed or (side and not firm):
            told = "client" if employed else side
            yield Placed(named._replace(side=told), told, 0, met=False)


def _greeted(leaf: Leaf, *, headed: bool) -> Passage | None:
    """Return the greeting of a paragraph; None where it greets nobody."""
    if not _GREETED.match(leaf.content) and not (headed and _BARE.match(leaf.content)):
        return None
    passage = leaf.text().passage
    found = _GREETED.match(passage.text)
    if not found and headed:
        found = _BARE.match(passage.text)
        found = found if found and found.group().split()[0] in given() else None
    return passage.cut(Span(*found.span())) if found else None


def _heard(body: str) -> str:
    """Return whose the readers are: "client", "seller", or "" where the words of the mail do not tell."""
    body = body[:_READ]
    if _YOURS.search(body):
        return "seller"
    to, of = len(_SAID_TO.findall(body)), len(_SAID_OF.findall(body))
    if max(to, of) < _FEWEST or to == of:
        return ""
    return "client" if to > of else "seller"
