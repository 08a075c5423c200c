"""Finds who wrote a document: a signature, a name in the brackets of its title, "From:" at the head of a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from advancelint.expressions import expression
from advancelint.markdown import Heading, ListItem, Paragraph
from advancelint.markdown.leaf import Leaf
from advancelint.paths import name_of
from advancelint.plan import client_mails, mails, persons, prose
from advancelint.plan.companies import same_company
from advancelint.plan.given import begins, given
from advancelint.plan.material import Material
from advancelint.plan.persons import Named
from advancelint.plan.placed import Placed
from advancelint.plan.shortened import ends_in_short
from advancelint.plan.signatures import CLOSINGS, INITIALS, LONGEST, ME, NAME, below
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import NOWHERE, Span

# "– Thea" behind the last word of a paragraph, or on a line of its own; "Ana Ruiz | Norwood" below a mail
_SIGNED = expression(rf"(?:^|(?<=[.!?)_*])[ ])[–—~-]{{1,2}} ?{NAME}[.]?$", re.MULTILINE)
# "Norwood – running log (Ana Ruiz)", "Trip report — A. Ruiz — seats", "Last update 5 June (Ana)"
_IN_BRACKETS = expression(rf"\((?:by |kept by |von |par |por )?{NAME}(?:, [^()]{{1,40}})?\)$")
_IN_DASHES = expression(rf" [—–-] {NAME}(?= [—–-] |$|, [a-z])")
_WRITTEN = expression(
    r"\b(?:log|notes?|report|rpt|file|diary|notiz\w*|bericht|compte-rendu|diario|diário|know|update[d]?|touched|stand|maj)\b",
    re.IGNORECASE,
)
# "Author: J. Berg, process heat", "Sheet owner **Ana Ruiz**", "Rédigé par Ana Ruiz", "| by: Ana Ruiz |"
_BYLINE = expression(
    r"(?:^|[|·;/] *|, )[*_]{0,2}(?:(?:(?:written|prepared|kept|maintained|typed|logged|drafted|reported|report|created"
    r"|exported|dictated|minutes)(?: [\w:.,]+){0,4} by"
    r"|(?:sheet|file|page|plan|document|account|deal) owner|author|keeper|(?:erstellt|verfasst|geschrieben|bericht) von"
    r"|(?:rédigé|écrit|préparé|établi|suivi) par|(?:elaborado|preparado|redactado|escrito|feito|hecho) por)[*_:]{0,3}"
    r"|(?:by|owner|caller|minutes|scribe|prepared|prepara|protokoll|wer ruft an|anrufer(?:in)?|qui appelle|quién llama"
    r"|quem liga|verfasser(?:in)?|autora?|autorin|bearbeiter(?:in)?|betreuer(?:in)?|ersteller(?:in)?|auteur|rédact\w+)"
    rf"[*_]{{0,2}}:[*_]{{0,2}}) [*_]{{0,2}}(?-i:{NAME})(?=$|[*_,.;|(·]| [(|·—–-])",
    re.IGNORECASE,
)
# "Opp 204 · owner Ana Ruiz · £75k", "Owner is Ana Ruiz."
_OWNED = expression(
    r"(?:[|·;] (?:opp |deal |account )?[Oo]wner"
    r"|^(?:(?:Opp |Deal |Account )?[Oo]|The (?:opp |deal |account )?o)wner is) "
    rf"{NAME}(?= ?(?:$|[|·;,]|\.(?: |$)))"
)
# "this is Ana, I'm in the van", "Ana's running file", "… 2 pm. Ana."
_SPOKEN = expression(
    r"\b(?:[Tt]his is|I['’]m|[Ii]ch bin|me =|[Hh]ier (?:ist|spricht|schreibt)|[Ii]ci|[Cc]['’]est"
    r"|[Ss]oy|[Aa]qui é|[Aa]quí|[Ss]ou [ao]) "
    rf"{NAME}(?=,|[.]| (?:here|hier|ici|speaking)\b)"
)
_CALLED_ME = expression(rf"(?<![\w'’])(?:[Mm]e|[Ii]ch|[Mm]oi|[Yy]o|[Ee]u) \({NAME}\)")
_OWNS = expression(rf"^{NAME}['’]s (?:\w+ ){{0,2}}(?:file|log|notes|notebook|diary|page|pad|memo)\b")
_CLOSED = expression(rf"(?:^|(?<=[.!?)] )){NAME}[.]?$")
_JOTTED = expression(
    r"\b(?:written|memo|mémo|scribbled|jotted|dictated|typed|geschrieben|getippt|diktiert|noté|écrit|tapé|dicté|escrito"
    rf"|apuntes|dictado|ditado)\b.{{0,60}}, {NAME}(?=,|[.]?$)"
)
_FROM = expression(rf"{mails.label(mails.SENDER, lead='[*_]{0,2}')}{NAME}(?P<rest>.*)")
# "Handover Norwood Mills: Ana -> Ben", "von: Ana Ruiz → an: Ben Ito" below such a title
_HANDOVER = expression(r"\b(?:hand[- ]?(?:over|off)|übergabe|passation|traspaso|passagem)\b", re.IGNORECASE)
_HANDED = expression(
    rf"(?P<giver>{NAME.replace('?P<name>', '?:')})(?: ?(?:[–—-]+>|→|=>)| (?:to|an|à|a|para)) "
    rf"(?:(?:an|to|à|a|para): ?)?{NAME}"
    r"(?=[,;.)]|$)",
    re.MULTILINE,
)
_ENDED = expression(r"[^\W\d_]{2}\.$")  # "Ana Ruiz." ends a sentence, "Ana R." does not
_ADDRESS, _FIRM = expression(r"@([\w-]+)\."), expression(r"\((?:[^()]*, )?([^(),@]{2,60})\)")
# "Norwood Mills - Weds 14 Oct - Ana", "Ana / Norwood Mills / call"
_PARTED = expression(r"\s+[–—|/·-]{1,2}\s+|\s{3,}")
_LISTED = expression(rf"{_PARTED.pattern}|, ")
_ROUND = expression(r"\b(?:weeks?|wk|kw|calls|visits|round|trip|semaine|semana|woche)\b", re.IGNORECASE)
# "9/22, Ana. For the 3pm", "A. Ruiz, 8.11.26": a name beside a day in a line of its own
_DATED = expression(rf"^[*_]{{0,2}}(?:\d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?, {NAME}\.(?= |$))")
_KEPT = expression(rf"^[*_]{{0,2}}{NAME}, (?:updated|last updated|aktualisiert|mis à jour|actualizado|atualizado)\b")
_DAY_BEHIND = expression(rf"^[*_]{{0,2}}{NAME}, \d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?[*_.]{{0,3}}$")
_HEAD, _HEAD_LINES, _LAST_BLOCKS = 3, 6, 3


def read(material: Material, account: str) -> Iterator[Placed]:
    """Yield who says that they wrote the document, by first and last name or by a first name alone."""
    texts = [
        one for one in material.outline.document.blocks if isinstance(one, (Heading, Paragraph)) and not one.quoted
    ]
    signs = (
        *_at_ends(texts[:1], material.source.text),
        *_at_head(texts[:_HEAD]),
        *_signed((*texts[:_HEAD], *texts[-_LAST_BLOCKS:])),
        *below(texts[-_LAST_BLOCKS:], material),
        *_called_me(material),
    )
    known, text = False, material.source.text
    clients = {text[one.sender.start : one.sender.end] for one in client_mails.of_client(material)}
    # Who signs a mail of the client's, and what closes one, is none of ours.
    nobody = clients | {name.split()[0] for name in clients} | CLOSINGS
    yield from _handing(texts[:_HEAD], material)
    for leaf, line, name in signs:
        theirs = name in nobody or is_from(line, account, material.vocabulary)
        name = name.rstrip(".") if _ENDED.search(name) else name
        if not theirs and (_is_person(name, material) or (not known and INITIALS.fullmatch(name))):
            known = True
            yield _ours(name, leaf, wrote=True)


def is_from(line: str, account: str, vocabulary: Vocabulary) -> bool:
    """Say whether the line in which somebody stands names the client as their company: "Ana Ruiz (Norwood)"."""
    host, firm = _ADDRESS.search(line), _FIRM.search(line)
    names = [found[1] for found in (host, firm) if found and account]
    return any(same_company(name, account, vocabulary) for name in names)


def _ours(name: str, leaf: Leaf, *, wrote: bool) -> Placed:
    passage = leaf.text().passage
    at = passage.text.find(name)
    span = passage.source_span(Span(at, at + len(name))) if at >= 0 else NOWHERE
    return Placed(Named(name, "", "", span, "seller"), "seller", 0, met=False, wrote=wrote)


def _handing(texts: Sequence[Heading | Paragraph], material: Material) -> Iterator[Placed]:
    """Yield who hands a client over to whom: both are ours, and the first one writes."""
    titles = (texts[0].leaf.content, name_of(material.source.path).replace("-", " ").replace("_", " ")) if texts else ()
    if not any(map(_HANDOVER.search, titles)):
        return
    for block in texts:
        for handed in _HANDED.finditer(block.leaf.content[:LONGEST]):
            if _is_person(handed["giver"], material) and _is_person(handed["name"], material):
                yield _ours(handed["giver"], block.leaf, wrote=True)
                yield _ours(handed["name"], block.leaf, wrote=False)


def _is_person(name: str, material: Material) -> bool:
    first, _, last = name.partition(" ")
    if last and len(first.rstrip(".")) == 1:
        return last[1:].islower()  # "J. Brandvold"
    bare = name.rstrip(".") if len(name.rstrip(".").split()[-1]) > 1 else name
    full = not last or prose.is_person(bare.rstrip("."), material.vocabulary)
    return persons.may_be_first(first) and full and not persons.is_role(bare, material.vocabulary)


def _at_head(texts: Sequence[Heading | Paragraph]) -> Iterator[tuple[Leaf, str, str]]:
    """Yield the leaf, the line and the name where a title, a line below it or the head of a mail names its author."""
    for block in texts:
        lines = block.leaf.content.split("\n")[: _HEAD_LINES + 1]
        for line, behind in zip_longest(lines[:_HEAD_LINES], lines[1:], fillvalue=""):
            bare = line.strip(" *_")
            if len(bare) > LONGEST:
                continue
            led = _FROM.match(bare)
            if not led and _WRITTEN.search(bare):
                led = _IN_BRACKETS.search(bare) or (_IN_DASHES.search(bare) if isinstance(block, Heading) else None)
            if led:
                name = mails.first_of(bare, Span(*led.span("name")))
                yield block.leaf, line, bare[name.start : name.end]
            elif introduced := _introduced(bare, ends=not behind[:1].islower()):
                yield block.leaf, line, introduced


def _at_ends(texts: Sequence[Heading | Paragraph], text: str) -> Iterator[tuple[Leaf, str, str]]:
    """Yield the leaf, the line and the first name at an end of a title, where the rest of ``text`` says "I"."""
    for block in texts:
        line = block.leaf.content.partition("\n")[0].strip(" *_")
        parted = _LISTED if _ROUND.search(line) else _PARTED
        parts = [part.strip(" *_") for part in parted.split(line)] if len(line) <= LONGEST else []
        names = [part for part in (parts[-1], parts[0]) if part in given()] if len(parts) > 1 else []
        for name in names[:1]:
            once = text.count(name) == 1 and ME.search(text) is not None
            if once or _ROUND.search(line):
                yield block.leaf, line, name


def _introduced(line: str, *, ends: bool) -> str:
    """Return who says in a line at the head that they write: by a byline, or by a listed first name alone.

    ``ends`` says that no sentence goes on in the next line: "… in June. Ana / has had a letter" is signed by nobody.
    """
    led = _BYLINE.search(line) or _OWNED.search(line) or _KEPT.search(line)
    if led:
        return led["name"]
    dated = _DATED.match(line) or _DAY_BEHIND.match(line)
    if dated and (dated["name"] in given() or dated["name"][1:2] == "."):
        return dated["name"]
    signs = (_SPOKEN, _OWNS, _JOTTED, _CLOSED) if ends else (_SPOKEN, _OWNS)
    # "lunch, Capt. Azman" signs nothing
    found = (one.search(line) for one in signs)
    alone = (one["name"] for one in found if one and not _is_titled(line, one.start("name") - 2))
    return next((name for name in alone if name in given()), "")


def _is_titled(line: str, stop: int) -> bool:
    return line[max(0, stop) :].startswith(". ") and ends_in_short(line, stop)


def _signed(texts: Sequence[Heading | Paragraph]) -> Iterator[tuple[Leaf, str, str]]:
    """Yield the leaf, the line and the name behind a dash at the end of a paragraph."""
    for block in texts:
        tail = block.leaf.content[-LONGEST:]
        dashed = isinstance(block, Paragraph) and any(mark in tail for mark in "–—~-")
        signed = _SIGNED.search(tail) if dashed else None
        alone = signed and (not signed.start() or tail[signed.start() - 1] == "\n")
        if signed and (alone or begins(signed["name"])):
            yield block.leaf, tail, signed["name"]


def _called_me(material: Material) -> Iterator[tuple[Leaf, str, str]]:
    """Yield the leaf, the line and the name of "me (Ana)", wherever it stands."""
    if not any(f"{me} (" in material.source.text for me in ("me", "ich", "moi", "yo", "eu")):
        return  # most documents
    for block in material.outline.document.blocks:
        if isinstance(block, (ListItem, Paragraph)) and not block.quoted:
            for called in _CALLED_ME.finditer(block.leaf.content):
                yield block.leaf, called.group(), called["name"]
