"""Finds the mails of a page that the client wrote: whoever buys thanks for a visit, and asks for an offer.

Most mails that teams keep are their own; in one of the client's "I", "you" and "us" are turned about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from advancelint.expressions import expression
from advancelint.paths import name_of
from advancelint.plan import mails, persons, titles
from advancelint.plan.cast import Cast
from advancelint.plan.greetings import THANKED
from advancelint.plan.material import Material, field
from advancelint.plan.model import NextStep, Person
from advancelint.plan.signatures import NAME
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Passage, Span

_HEAD = expression(
    rf"^(?:[*_]{{0,2}})(?:From|Von|De|Expéditeur)[*_]{{0,2}}:[*_]{{0,2}} ?{NAME}(?=$|[ ,<(\[])[^\n]*$", re.MULTILINE
)
_END = expression(r"^(?:>|---|___|#{1,6} |[-_ ]*Original)", re.MULTILINE)
_FIELD = expression(rf"[*_]{{0,2}}(?:{mails.WHO_TOO}|{mails.ABOUT}|{mails.SENT}|Cc|CC)[*_]{{0,2}}:")
_TO = expression(r"^[*_]{0,2}(?:To|An|Para|À)[*_]{0,2}:[*_]{0,2} ?(?P<to>[^\n]{2,300})$", re.MULTILINE)
_BUYS = expression(
    rf"\b(?:{THANKED}(?:the |your |all )?(?:\w+ )?(?:visit|quot\w+|offer|proposal|samples?|demo|presentation|trial)"
    rf"|{THANKED}(?:coming|showing us|stopping by|dropping (?:in|by)|popping (?:in|by)|visiting)"
    r"|your (?:\w+ )?(?:offer|quot(?:e|ation)|proposal|pric(?:e|es|ing)|products?|system|solution|samples?|rates|terms"
    r"|layout|software|kits?)"
    r"|(?:could|can|would) you (?:please |kindly |also )?(?:send|quote|let us have|post|give us|price)"
    r"|please (?:send|quote|let us have|revise)|revised (?:quot\w+|offer|proposal)"
    r"|not acceptable|too (?:high|expensive|dear)|over budget|we (?:can )?accept"
    r"|what (?:does|would) (?:it|this|that) cost"
    r"|our (?:board|finance|it|purchasing|procurement|boss|md|directors?|budget|legal|management|committee|standard)"
    r"|dank für (?:ihren|den|das|ihr|euren|die) (?:besuch|angebot|muster|vorführung|präsentation)"
    r"|(?:ihr|euer|ihre) (?:angebot|preise?|muster|system|lösung|anlage)|(?:könnten|können) sie (?:uns|mir)"
    r"|bitte (?:senden|schicken) sie"
    r"|merci (?:pour|de) (?:votre|la|ta) (?:visite|devis|offre|proposition|démo\w*|présentation)"
    r"|votre (?:offre|devis|proposition|prix|tarif|solution|système)|(?:pourriez|pouvez)-vous"
    r"|gracias por (?:su|la|vuestra|tu) (?:visita|oferta|propuesta|cotización|demo\w*|presentación)"
    r"|(?:su|vuestra|tu) (?:oferta|propuesta|cotización|presupuesto|precio)|pued(?:en?|es?) (?:enviar|mandar)(?:nos|me)"
    r"|obrigad[oa] pel[ao] (?:visita|proposta|orçamento|apresentação|demo\w*)|(?:vossa|sua) (?:proposta|oferta|cotação)"
    r"|(?:pode|podem|poderia) (?:enviar|mandar))\b",
    re.IGNORECASE,
)
_SELLS = expression(
    rf"\b(?:{THANKED}(?:the |your )?(?:\w+ )?(?:time|order|interest|hospitality|call|tour|feedback|trust|chat|lunch)"
    rf"|{THANKED}(?:having|seeing|meeting|hosting|making|taking)"
    r"|our (?:\w+ )?(?:offer|quot(?:e|ation)|proposal|pric(?:e|es|ing)|products?|demo|engineers?|trial)"
    r"|(?:i|we)(?:['’]ll| will) (?:send|get) you (?:an? |the |our )?(?:\w+ )?(?:price|quot\w+|offer|proposal)"
    r"|attached[^.\n]{0,30}(?:quot\w+|offer|proposal|summary|recap|deck|slides)"
    r"|your (?:team|board|plant|sites?|finance|it|order|needs|lines?|lab|warehouse|colleagues|boss|directors?|legal)"
    r"|unser (?:angebot|team)|ihr (?:team|werk|einkauf)|notre (?:offre|devis|proposition)"
    r"|votre (?:équipe|usine|direction)"
    r"|nuestra (?:oferta|propuesta)|su (?:equipo|planta)|nossa (?:proposta|oferta)|sua equipa?)\b",
    re.IGNORECASE,
)
_BUYER = expression(
    r"\b(?:buyer|purchas(?:ing|ers?)|procurement|einkauf\w*|einkäufer\w*|achats?|acheteu\w+|compras)\b", re.IGNORECASE
)
_SELLER = expression(
    r"\b(?:sales|key accounts?|account (?:manager|executive)|vertrieb\w*|business development|ventas|vendas)\b",
    re.IGNORECASE,
)
_COMPANY = expression(r"\(([^\W\d_a-z][^()@\n]{2,60})\)")
# "Champion: Ana Ruiz" above it
_LABELLED = (
    r"\b(?:champion|buyer|decision maker|sponsor|client|customer|contact|ansprechpartner(?:in)?|kunde|interlocut\w+"
    r"|contacto|comprador\w?)"
)
_SPLIT, _BOUND = expression(r" ?\| ?|, | [–—-] |\n"), expression(r"[\W_]+")
# "I'll ask Ana", "we send the plans": what whoever writes promises
_OWN = expression(
    r"\W*(?:(?:so|and|then|also|und|dann|et|puis|y|e),? )?"
    r"(?:i|we|ich|wir|je|nous|yo|nosotros|eu|nós|j['’])(?:['’]\w+)?\b",
    re.IGNORECASE,
)
_MOST, _TOP, _HEAD_LINES, _SIGNED_LINES, _TOLD, _LONGEST_TITLE = 8, 20_000, 8, 3, 2, 200


class Letter(NamedTuple):
    """A mail with a head: who wrote it, the line that says to whom, the company below it, and where its words stand."""

    sender: Span
    to: Span
    firm: Span
    body: Span


def of_client(material: Material) -> tuple[Letter, ...]:
    """Return the mails with a head that a client wrote; spans are in code points of the source."""
    return _of_client(material.source.text, material.source.path, material.vocabulary)


@lru_cache(maxsize=8)  # four parts of a plan ask for those of one text
def _of_client(text: str, path: str, vocabulary: Vocabulary) -> tuple[Letter, ...]:
    return tuple(one for one in _all(text, vocabulary) if _buys(one, text, path))


@lru_cache(maxsize=8)
def _all(text: str, vocabulary: Vocabulary) -> tuple[Letter, ...]:
    """Return the mails with a head in ``text``, whoever wrote them; most plans hold none."""
    return tuple(_letters(text[:_TOP], vocabulary)) if _HEAD.search(text[:_TOP]) else ()


def _letters(text: str, vocabulary: Vocabulary) -> Iterator[Letter]:
    found = [*_HEAD.finditer(text)][:_MOST]
    for match, behind in zip(found, [*found[1:], None], strict=True):
        ends = [behind.start()] if behind else [len(text)]
        start = _begin(text, match.end())
        ends += [end.start()] if (end := _END.search(text, start)) else []
        body = Span(start, max(start, min(ends)))
        to = _TO.search(text, match.end(), start)
        firm = _firm(text, body, match["name"], vocabulary) or _bracketed(text, match)
        yield Letter(Span(*match.span("name")), Span(*to.span("to")) if to else NOWHERE, firm, body)


def _bracketed(text: str, head: re.Match[str]) -> Span:
    """Return the company in brackets behind the sender: "From: Ana Ruiz (Norwood Mills)"; NOWHERE for none."""
    found = _COMPANY.search(text, head.end("name"), head.end())
    return Span(*found.span(1)) if found else NOWHERE


def _begin(text: str, start: int) -> int:
    """Return where the words of a mail begin behind the fields of its head."""
    for _ in range(_HEAD_LINES):
        behind = text.find("\n", start) + 1
        if not behind or not _FIELD.match(text, behind):
            break
        start = text.find("\n", behind)
        start = len(text) if start < 0 else start
    return start


def _firm(text: str, body: Span, name: str, vocabulary: Vocabulary) -> Span:
    """Return the company in the signature of a mail: "Ana Ruiz | Planner, Norwood Mills"; NOWHERE for none."""
    signature = re.compile(rf"^[*_–— -]{{0,3}}{re.escape(name.split()[0])}\b", re.MULTILINE)
    signed = [*signature.finditer(text, body.start, body.end)]
    if not signed:
        return NOWHERE
    start = signed[-1].end()
    tail = "\n".join(text[start : body.end].split("\n")[:_SIGNED_LINES])
    last = name.split()[-1]
    at = 0
    for gap in [*_SPLIT.finditer(tail), None]:
        part = tail[at : gap.start() if gap else len(tail)].strip(" *_")
        own = last in part.split() or persons.is_role(part, vocabulary) or _BUYER.search(part) or "@" in part
        if part and not own and titles.looks_like_name(part, vocabulary):
            begin = start + tail.index(part, at)
            return Span(begin, begin + len(part))
        at = gap.end() if gap else at
    return NOWHERE


def _buys(letter: Letter, text: str, path: str) -> bool:
    """Say whether the words of a mail, its signature, and the names of the page show that a client wrote it."""
    body = text[letter.body.start : letter.body.end]
    buys = len({found.group().casefold() for found in _BUYS.finditer(body)})
    sells = len({found.group().casefold() for found in _SELLS.finditer(body)})
    tail = body[-_SIGNED_LINES * 60 :]
    buys += _TOLD * bool(_BUYER.search(tail))
    sells += _TOLD * bool(_SELLER.search(tail))
    firm = text[letter.firm.start : letter.firm.end]
    title = text[: letter.sender.start].lstrip().partition("\n")[0]
    top = f"{name_of(path)} {'' if _HEAD.match(title) or _FIELD.match(title) else title[:_LONGEST_TITLE]}"
    sender = re.escape(text[letter.sender.start : letter.sender.end])
    buys += _TOLD * bool(re.search(rf"{_LABELLED}\W{{1,4}}{sender}\b", text[: letter.sender.start], re.IGNORECASE))
    buys += _TOLD * (bool(firm) and _plain(firm.split()[0]) in _plain(top))
    return buys >= _TOLD and buys > sells


def _plain(words: str) -> str:
    return _BOUND.sub("", words).casefold()


def turned(steps: Sequence[NextStep], material: Material, cast: Cast) -> tuple[NextStep, ...]:
    """Return ``steps`` with the client as the owner of what "I" and "we" promise in a mail of the client's.

    Whom ``cast`` knows as the client's wrote such a mail, whatever its words are.
    """
    text, theirs = material.source.text, of_client(material)
    senders = [(one, cast.side(text[one.sender.start : one.sender.end])) for one in _all(text, material.vocabulary)]
    letters = [one for one, side in senders if side == "client" or (one in theirs and side != "seller")]
    return tuple(_turned(one, text, letters) for one in steps)


def named(people: Sequence[Person], material: Material) -> tuple[Person, ...]:
    """Return ``people`` with the client's side as the likely one for whom only mails of the client's name."""
    rest = text = material.source.text
    letters = of_client(material)
    for one in letters:
        rest = rest.replace(text[one.body.start : one.body.end], "\n")
    return tuple(
        one._replace(likely="client") if letters and one.side == "unknown" and one.name.split()[0] not in rest else one
        for one in people
    )


def _turned(step: NextStep, text: str, letters: Sequence[Letter]) -> NextStep:
    inside = [one for one in letters if one.body.start <= step.span.start < one.body.end]
    if not inside or not _OWN.match(text, step.span.start):
        return step
    sender = Passage.plain(text[inside[0].sender.start : inside[0].sender.end], inside[0].sender.start)
    return step._replace(side="client", likely="", owner=field(sender.text, sender, "text"))
