"""Finds people by the role behind their name, wherever it is said: "Doug Feeney (CFO)", "Helena Stroud, COO"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advancelint.expressions import expression
from advancelint.markdown import Code, Heading, Html, ListItem, Paragraph, Table
from advancelint.plan import called_me, delegations, lowered, parties, persons, prose, trimmings
from advancelint.plan.companies import our_companies, same_company
from advancelint.plan.given import given
from advancelint.plan.material import Material
from advancelint.plan.persons import Named
from advancelint.plan.placed import Placed
from advancelint.plan.prose import FULL_NAME, is_person
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.source import Passage, Span

# What stands between a name and a role; the role ends at the next mark.
_ROLE = expression(
    r"(?: \(|, |[ \u00a0]?[:=→] | [–—-] | \| )(?P<role>[^,;.:()|\n–—→]{2,60}?)(?=$|[,;.:)|\n]| [–—→-] | \()"
)
_FIRM = expression(
    r"(?: \(|, | (?:from|of|at|von|aus|bei|de|du|chez|da|do) )"
    r"(?P<firm>[^\W\d_a-zß-öø-ÿ][^\s,;.:()|]*(?: [^\W\d_a-zß-öø-ÿ][^\s,;.:()|]*){0,4})(?P<role>)"
    r"(?![\w'’-])(?!: [^\W\d_a-zß-öø-ÿ][\w'’-]+(?: [^\W\d_a-zß-öø-ÿ]|[,;\])]|$))"  # "T: Ben Ito, NM: Ana Ruiz"
)
_FIRM_LAST = expression(r" \((?P<role>[^()\n]{2,60}), (?P<firm>[^\W\d_a-zß-öø-ÿ][^,;()\n]{1,40})\)")
_POSSESSIVE = expression(
    r"(?:our|my|unser\w*|mein\w*|notre|nuestr\w+|noss\w+|their|her|his|the|ihr\w*|sein\w*|leur|su|seu|sua)\b", re.I
)
_CALLING = frozenset({"ring", "call", "phone", "visit", "see", "meet", "mail", "email", "text"})
OUTSIDE = expression(
    r"\b(?:ex|former|old|client|customer|partner|competitor|ehemalig\w*|ancien\w*|antigu\w+)\b", re.IGNORECASE
)
_DUTY = expression(
    r"(?:\b(?P<ours>(?i:our|my|unser\w*|mein\w*|notre|mon|nuestr\w+|noss\w+)) )?(?<![^\W\d_])"
    r"(?P<duty>[^\W\d_]+(?: [^\W\d_]+){0,2})(?(ours),?) $"
)
_JOINTS = ("of", "for", "at", "in", "to", "and")  # "Director of Housing" names no person
_BYLINE = expression(
    r"\b(?:written|prepared|kept|maintained|drafted|compiled|typed(?: up)?|logged|noted|reported) by "
    r"|\b(?:Bearbeiter(?:in)?|Verfasser(?:in)?|Autor(?:in)?|Auteur|Rédacteur|Rédactrice|Elaboró): "
    r"|\b(?:erstellt|vorbereitet|verfasst|geschrieben) von |\b(?:rédigé|préparé|établi|écrit) par "
    r"|\b(?:elaborado|preparado|redactado|escrito|feito) (?:por|pela|pelo) ",
    re.IGNORECASE,
)
# What a team's own tool says of who uses it: "Note by Ana Ruiz", "Assigned To: Ana Ruiz"
_USES = expression(
    r"\b(?:assigned(?: to)?|(?:note|call|task|meeting|email|logged|created|modified|updated|edited|entered) by"
    r"|zugewiesen an|assigné à|asignado a|atribuíd[oa] a)[*_:]{0,3} @?[*_]{0,2}$",
    re.IGNORECASE,
)
OUR_SIDE = expression(
    r"\b(?:our side|our team|our end|us(?! to\b)|with me|bei uns|von uns|unsererseits|mit mir|pour nous|chez nous"
    r"|de notre côté"
    r"|avec moi|de nuestra parte|por nuestra parte|de nuestro lado|conmigo|da nossa parte|do nosso lado|comigo"
    r"|je viens avec|i come with|i bring)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 7
# No words further from a name than this are about it; what a role before it takes is much shorter.
_FAR, _RIGHT_BEFORE = 1_000, 200


def read(material: Material, account: str) -> Iterator[Placed]:
    """Yield the people whose role, or whose company where it is ``account``, stands right behind their name.

    Those who wrote the document are among them.
    "Our" before the role, or "on our side" in the sentence, makes them ours.
    """
    ours = our_companies(material, account)
    yield from lowered.read(material, small(material))
    for passage in texts(material):
        yield from delegations.read(passage, material.vocabulary)
        for named, whose in (
            *_authors(passage, material.vocabulary, material.source.text, account),
            *people(passage, material.vocabulary, material.source.text, account, ours),
        ):
            side = "seller" if whose in {"ours", "author"} else ""
            # A mutual plan explains both sides' people, another one the client's.
            hint = "client" if whose == "theirs" or (whose == "" and material.kind != "map") else "unknown"
            yield Placed(named._replace(side=side), hint, 0, met=False, wrote=whose == "author")


def people(
    passage: Passage, vocabulary: Vocabulary, written: str, account: str, ours: Sequence[str] = ()
) -> Iterator[tuple[Named, str]]:
    """Yield (person, whose) for each full name with a role beside it: whose is "ours", "theirs", "outside" or "".

    ``account`` and ``ours``, names of our company, do for a role: "Ana Ruiz (Norwood)", "Ana Ruiz from Norwood".
    ``written`` is the source's whole text; a name does not go on in the next line.
    """
    text = passage.text
    for match in FULL_NAME.finditer(text):
        if _is_broken(passage, match, written):
            continue
        before = text[max(match.start() - _RIGHT_BEFORE, 0) : match.start()]
        wrote = called_me.is_me(match.group(), before, text, match.end())
        if wrote or _USES.search(before):
            user = _named(passage, match, "", vocabulary)
            if user:
                yield user._replace(wrote=wrote), "ours"
            continue
        behind = _ROLE.match(text, match.end())
        if behind and behind.group().startswith(" | ") and text.startswith(":", behind.end()):
            behind = None  # "KAM: Ana Ruiz | Sponsor: …": it is the next one's label
        if (before.endswith("(") and not _is_called(before, match.group())) or (
            text.startswith(":", match.end()) and vocabulary.label(match.group()).roles
        ):
            continue  # "Isobel Crane (Wolverton Aquariums, Head Curator)", "Teilnehmer Kunde: Hr. Rehm"
        said = _said(behind, before, vocabulary)
        possessive = _POSSESSIVE.match(said)
        role = said[possessive.end() :].strip() if possessive else said
        firms = (firm for pattern in (_FIRM, _FIRM_LAST) if (firm := pattern.match(text, match.end())))
        known = ((_employed(firm["firm"], account, ours, vocabulary), firm["role"]) for firm in firms)
        employed, duty = next((one for one in known if one[0]), ("", ""))
        if not employed and (len(role.split()) > _MOST_WORDS or not persons.is_role(role, vocabulary)):
            continue
        named = _named(passage, match, duty if employed else role, vocabulary)
        if named:
            own = employed == "ours" or bool(parties.side_of_role(said)) or _is_among_ours(text, match)
            yield named, "outside" if OUTSIDE.search(said) else "ours" if own else employed


def _is_called(before: str, name: str) -> bool:
    """Say whether a bracket explains a short name before it: "Cass (Cassidy Blume, CMO)"."""
    short = before.rstrip(" (*_").split()[-1:]
    return bool(short) and len(short[0]) > 1 and name.startswith(short[0])


def _is_broken(passage: Passage, match: re.Match[str], written: str) -> bool:
    """Say whether a line of the source, whose text is ``written``, ends within a match."""
    return "\n" in written[passage.starts[match.start()] : passage.starts[match.end() - 1]]


def _employed(firm: str, account: str, ours: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return whose somebody "from" a company is: "ours", "theirs", "" for a company that the plan does not know."""
    if account and same_company(firm, account, vocabulary):
        return "theirs"
    return "ours" if any(same_company(firm, one, vocabulary) for one in ours) else ""


def _authors(passage: Passage, vocabulary: Vocabulary, written: str, account: str) -> Iterator[tuple[Named, str]]:
    """Yield who wrote the document: "Prepared by Noor Haddad (partner)", also one of the client: "Kept by Ana (NM)"."""
    for byline in _BYLINE.finditer(passage.text):
        match = FULL_NAME.match(passage.text, byline.end())
        named = _named(passage, match, "", vocabulary) if match and not _is_broken(passage, match, written) else None
        firm = _FIRM.match(passage.text, match.end()) if match else None
        if named:
            yield named, "theirs" if firm and _employed(firm["firm"], account, (), vocabulary) else "author"


def _named(passage: Passage, match: re.Match[str], role: str, vocabulary: Vocabulary) -> Named | None:
    start = begin(match.group(), vocabulary)
    name = match.group()[start:]
    if " " not in name or not is_person(name, vocabulary):
        return None
    degree = 0 if start else prose.degree(passage.text, match.start(), vocabulary)
    name = passage.text[match.start() - degree : match.end()] if degree else name
    return Named(name, role, "", passage.source_span(Span(match.start() + start - degree, match.end())))


def _said(behind: re.Match[str] | None, before: str, vocabulary: Vocabulary) -> str:
    """Return what is said behind a name, or before it: "our engineer, Ben Ito, will be there"."""
    led = _role_before(before, vocabulary)
    said = behind["role"].strip() if behind else led
    return led if parties.side_of_role(led) and not persons.is_role(said, vocabulary) else said


def _role_before(text: str, vocabulary: Vocabulary) -> str:
    """Return the role that stands right before a name: "AE Marcus Oyelaran", "our CFO Renate Huber"; "" for none."""
    led = _DUTY.search(text)
    words = led["duty"].split() if led else []
    for start in range(len(words)):
        role = " ".join(words[start:])
        led_by_duty = role.islower() or role.isupper() or persons.is_role(role.partition(" ")[0], vocabulary)
        if led_by_duty and words[-1] not in _JOINTS and persons.is_role(role, vocabulary):
            return f"{(led['ours'] or '').casefold()} {role}".strip() if led else ""
    return ""


def _is_among_ours(text: str, match: re.Match[str]) -> bool:
    """Say whether the sentence around a name says that it lists our side: "On our side Catriona leads, …"."""
    first, last = max(match.start() - _FAR, 0), match.end() + _FAR
    start = max(text.rfind(mark, first, match.start()) for mark in (". ", "; ", ": ")) + 1
    end = min((at for mark in (". ", "; ") if (at := text.find(mark, match.end(), last)) >= 0), default=last)
    start = max(start, first)
    # "On our side: Ana Ruiz" leads up to a colon; what an earlier sentence says is of others.
    sentence = max(text.rfind(mark, first, max(start - 1, first)) for mark in (". ", "; ")) + 1
    led = text[max(start - 24, sentence) if text[start - 1 : start] == ":" else start : match.start()]
    return bool(OUR_SIDE.search(led) or OUR_SIDE.match(text[match.end() : end].lstrip(" ,(")))


def begin(name: str, vocabulary: Vocabulary) -> int:
    """Return where the name begins behind a word that only opens a sentence or addresses: "Met Carla Montes"."""
    first, _, rest = name.partition(" ")
    word = first.casefold().replace("’", "'").partition("'")[0]  # "It's Ana Ruiz"
    verb = load("en").forms.get(word)
    ordered = word in _CALLING and rest in given()  # "Ring Desmond", but not "Mark Okafor"
    opens = (" " in rest and word in load("en").common) or (verb is not None and ("b" not in verb[1] or ordered))
    return len(first) + 1 if opens or (rest and vocabulary.word("honorific", first) == "address") else 0


def ends(name: str, count: int) -> Iterator[str]:
    """Yield the last words of ``name``, with the blank before them: of at most ``count`` words."""
    at = len(name)
    for _ in range(count):
        at = name.rfind(" ", 0, at)
        if at < 0:
            return
        yield name[at:]


def small(material: Material) -> Iterator[Passage]:
    """Yield the paragraphs and items that begin small and have brackets in them."""
    for block in material.outline.document.blocks:
        if not isinstance(block, (ListItem, Paragraph)) or block.quoted or " (" not in block.leaf.content:
            continue
        if block.leaf.content[:1].islower():
            yield block.leaf.text().passage


def texts(material: Material) -> Iterator[Passage]:
    """Yield the texts of a document that have a full name in them."""
    for block in material.outline.document.blocks:
        if isinstance(block, (Code, Html)) or block.quoted:
            continue
        if isinstance(block, (Heading, Paragraph, ListItem)):
            if FULL_NAME.search(block.leaf.content):
                yield trimmings.front(block.leaf.text().passage, material.vocabulary)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                yield from (cell.text().passage for cell in row.cells if FULL_NAME.search(cell.content))
