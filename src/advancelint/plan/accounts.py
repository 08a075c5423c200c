"""Finds the account where no label states it: in a mail's subject, the title, the first lines, or the parties."""

from __future__ import annotations

import re
from itertools import islice

from advancelint.expressions import expression
from advancelint.plan import (
    account_names,
    client_mails,
    companies,
    filed,
    heads,
    mails,
    openings,
    partners,
    rung,
    titles,
)
from advancelint.plan.asking import asks
from advancelint.plan.front import passage as scalar_passage
from advancelint.plan.material import Material, field
from advancelint.plan.model import ABSENT, Field
from advancelint.plan.outline import Section
from advancelint.source import NOWHERE, Span

_END = expression(r"[^\W\d_a-zà-öø-ÿ][\w.]{1,20}")
_ROUND = expression(
    r"\b(?:week|weeks|wk|calls|trip|route|tour|woche|kw|tournée|semaine|semana|ruta|rota)\b", re.IGNORECASE
)
_CALLED = expression(r"(?<=[\w'’] )[^\W\d_a-zß-öø-ÿ][\w&'’-]+")  # a name behind the first word of a label
_MORE = r"(?: (?:of |de |del )?[^\W\d_a-zß-öø-ÿ][\w&'’-]+){0,4}"  # and what else belongs to it in a title
_ACTS = expression(r"([^\W\d_a-zß-öø-ÿ][\w&'’-]{2,}(?: [^\W\d_a-zß-öø-ÿ][\w&'’-]+){0,3}) [a-z]")
_SALE = expression(
    r"^[*_ ]{0,3}(?:opportunity|opp|deal)[*_ ]{0,3}: ?[*_ ]{0,3}"
    r"(?P<name>(?-i:[^\W\d_a-z])[\w&'’.-]+(?: [\w&'’.-]+){1,5}?)(?: [–—-] |, |$)",
    re.IGNORECASE | re.MULTILINE,
)
_TOP, _MOST_GAINS = 600, 20  # characters, and labels and goals that are asked for a company


def named(material: Material, kind: str) -> Field:
    """Return the account that the head of a plan of ``kind`` names, or else its first lines; ABSENT for none."""
    crossed = material.outline.title is not None and titles.crosses(material.outline.title.title)
    found = ABSENT if crossed else _party(material, kind)
    if not found.value and not (kind == "map" and partners.set_apart(material)):
        found = _headed(material, kind)
    if material.vocabulary.word("trap", found.value) is not None:
        found = ABSENT  # "MEDDPICC scorecard"
    if not found.value and crossed:
        found = _party(material, kind)
    if not found.value:
        found = _sold_to(material)
    if not found.value:
        found = _gainer(material)
    if not found.value and kind == "map":
        found = _doer(material)
    called = _rung(material) if kind != "map" else ABSENT
    if called.value and (not found.value or found.span.start <= called.span.start < found.span.end):
        return called
    if not heads.strength(found.value, material.vocabulary):
        sender = _sender(material)
        found = sender if sender.value else _filed(material, found, kind)
    if not found.value:
        place = openings.opening(material.source.text, material.vocabulary) if kind != "map" else NOWHERE
        words = material.source.text[place.start : place.end]
        found = Field(words, words, place, "text") if words else _only_company(material, kind)
    found = account_names.bare(account_names.unbracketed(found), material.vocabulary)
    return _whole(found, material) if found.value else ABSENT


def _sold_to(material: Material) -> Field:
    """Return the company that leads the name of an opportunity, "Opportunity: Norwood Mills – pumps"; or ABSENT."""
    for line in _SALE.finditer(material.source.text, 0, _TOP):
        ours = {name.casefold() for name in companies.our_companies(material)}
        if line["name"].casefold() not in ours and titles.looks_like_name(line["name"], material.vocabulary):
            return Field(line["name"], line["name"], Span(*line.span("name")), "label")
    return ABSENT


def _rung(material: Material) -> Field:
    """Return the client's company in a first line such as "Call Marek at Norwood Mills tues 10:00"; or ABSENT."""
    firm = rung.find(material.source.text, material.vocabulary, material.begin).firm
    words = material.source.text[firm.start : firm.end]
    ours = companies.our_companies(material) if firm else []
    own = any(companies.same_company(words, one, material.vocabulary) for one in ours)
    return Field(words, words, firm, "text") if firm and not own else ABSENT


def _sender(material: Material) -> Field:
    """Return the company that stands below a mail of the client's, or behind the name of who sent one; or ABSENT."""
    text = material.source.text
    for one in client_mails.of_client(material):
        if one.firm:
            words = text[one.firm.start : one.firm.end]
            return Field(words, words, one.firm, "text")
    return mails.company(text, material.vocabulary)


def _filed(material: Material, found: Field, kind: str) -> Field:
    """Return the name that the file has, where the head's, ``found``, shows no client: a person's, or a topic."""
    text = material.source.text
    place = filed.client(text, material.source.path, material.vocabulary) if kind != "map" else NOWHERE
    words = text[place.start : place.end]
    if not words or found.value.casefold() in words.casefold() or words.casefold() in found.value.casefold():
        return found if found.value else Field(words, words, place, "text") if words else ABSENT
    return Field(words, words, place, "text")


def _headed(material: Material, kind: str) -> Field:
    """Return the account that a mail's subject names, or else the title."""
    ours = companies.our_companies(material)
    written = mails.account(material.source.text, material.vocabulary, kind, ours)
    if written.value:
        return written
    heading, scalar = material.outline.top, material.front.scalar("title")
    if scalar and (not heading or heading.level > 1):
        words = scalar_passage(material.source, scalar)
        name = heads.client(words.text, material.vocabulary, kind, ours)
        return field(name, words.part(name), "front-matter") if name else ABSENT
    name = heads.client(heading.title, material.vocabulary, kind, ours) if heading else ""
    if not heading or not name or (" " not in name and _is_sentence(heading, material)):
        return ABSENT
    if heads.is_person(" ".join(name.split()[:-1]), material.vocabulary) and name.split()[-1].islower():
        return ABSENT  # "Jo Berg rang"
    ended = f" - {name}" in heading.title or heading.title.startswith(f"{name} ")
    if _ROUND.search(heading.title) and ended and heads.is_person(name, material.vocabulary):
        return ABSENT  # "Week 17 trip report - Jo Berg, north", "Jo - calls week 17"
    return field(name, heading.words.part(name), "title")


def _is_sentence(head: Section, material: Material) -> bool:
    """Say whether the first line of a text without headings is a sentence: "Bas, you asked how it went."."""
    written = material.source.text[: head.span.start].rpartition("\n")[2].strip()
    return not written and head.title.endswith((".", "!", "?", ":"))


def _party(material: Material, kind: str) -> Field:
    """Return the one of two parties that buys: what it gains is told, or else it stands first.

    "Joint plan: Norwood & Tallow" may name one company; two are named each by itself in the text.
    """
    if kind != "map":
        return ABSENT
    ours = [name.casefold() for name in companies.our_companies(material)]
    pair, words = partners.joined(material)
    if pair:
        left = [name for name in pair if name.casefold() not in ours]
        told = [name for name in left if _gains(name, material)]
        buyer = partners.written(told[0] if len(told) == 1 else left[0] if left else pair[0], words)
        return field(buyer.text, buyer, "title")
    return ABSENT


def _gains(name: str, material: Material) -> bool:
    """Say whether a label tells what the company ``name`` gains: "What Norwood gets", "Why it matters to Norwood"."""
    word = partners.short(name)
    return any(word in label for label in _gain_labels(material))


def _gain_labels(material: Material) -> list[str]:
    labels = [one.name for one in material.outline.statements if one.plays("client-win")]
    titles_of = [one.title for one in material.outline.sections[1:] if "client-win" in one.label.roles]
    return [*labels, *titles_of][:_MOST_GAINS]


def _gainer(material: Material) -> Field:
    """Return the name in the title of which a label says what it gains: "Why Pemberly bothers"; ABSENT for none."""
    heading = material.outline.title
    if heading is None:
        return ABSENT
    for label in _gain_labels(material):
        for word in _CALLED.findall(label):
            run = re.search(rf"(?<![\w'’-]){re.escape(word)}{_MORE}", heading.title)
            if run and not heads.is_person(run.group(), material.vocabulary):
                return field(run.group(), heading.words.cut(Span(*run.span())), "title")
    return ABSENT


def _doer(material: Material) -> Field:
    """Return the company that the goal of a mutual plan says will act: "Norwood signs the order"; ABSENT for none.

    It is no person, and named again below.
    """
    aims = (one for one in material.outline.statements if one.plays("sales-objective", "objective"))
    for one in islice(aims, _MOST_GAINS):
        acting = _ACTS.match(one.value.text)
        if not acting or not asks(one.value.text) or heads.is_person(acting[1], material.vocabulary):
            continue
        if material.source.text.find(acting[1].split()[0], one.span.end) >= 0:
            return field(acting[1], one.value.cut(Span(*acting.span(1))), one.surface)
    return ABSENT


def _only_company(material: Material, kind: str) -> Field:
    """Return the one company that the beginning of the text names as such: "HCP: Dr. Lowe, Marlow Street Clinic"."""
    heading = material.outline.title
    if heading and (_ROUND.search(heading.title) or (kind == "map" and titles.joins(heading.title))):
        return ABSENT  # "Field plan, week 14": of several clients
    text = material.source.text[:_TOP]
    ours = {name.casefold() for name in companies.our_companies(material)}
    places = [place for place in openings.companies(text, material.vocabulary) if _is_plain(text, place)]
    names = {text[place.start : place.end].casefold() for place in places} - ours
    if len(names) != 1:
        return ABSENT
    place = next(place for place in places if text[place.start : place.end].casefold() in names)
    words = text[place.start : place.end]
    return Field(words, words, place, "text")


def _is_plain(text: str, place: Span) -> bool:
    """Say whether a name stands neither in brackets nor in the heading of a part, which may be one of several."""
    line = text[text.rfind("\n", 0, place.start) + 1 : place.start]
    return not line.startswith("##") and line[-1:] not in {"(", "["}


def _whole(found: Field, material: Material) -> Field:
    """Return an account with the end of its name where the text has it in full: "Solvane Cosmetics" of "Solvane"."""
    listed = ("company-suffix",) if " " in found.value else ("company-suffix", "company-word")
    text, whole = material.source.text, f"{found.value} "
    ends: dict[str, int] = {}
    at = text.find(whole)
    while at >= 0:
        match = _END.match(text, at + len(whole))
        word = match.group().rstrip(".") if match else ""
        if word and any(material.vocabulary.word(name, word) is not None for name in listed):
            ends.setdefault(word, at)
        at = text.find(whole, at + len(whole))
    if len(ends) != 1:
        return found
    word, start = next(iter(ends.items()))
    name = f"{found.value} {word}"
    return Field(name, name, Span(start, start + len(name)), "text")
