"""Says what kind of document this is: config, front matter, the file's name, the title, then what it holds."""

from __future__ import annotations

from advancelint.paths import name_of
from advancelint.plan import (
    brief,
    codes,
    evidence,
    filed,
    heads,
    held,
    mails,
    met,
    openings,
    partners,
    practice,
    shapes,
    talk,
    templates,
    titles,
    weighed_kind,
)
from advancelint.plan.given import is_only_a_name
from advancelint.plan.material import Material
from advancelint.plan.model import UNJUDGED
from advancelint.records import NamedTuple

_SOLD = frozenset({"stage", "close date", "account"})
_NEEDED, _FIRM = 2, 3
_MATERIAL = "its title is that of sales material"  # whatever it is made of, it is about no client
_INSIDE, _NOTHING = "its title is that of work inside a team", "nothing says that this is a plan"

_TALKED, _READS = "people promise each other acts of a sale in it", "its lines read like goals and next steps of people"
_LOGGED = "it tells a stage, and of dated calls"
_MET = "its title is that of a call with a client"
_WEIGHED = "its title, its headings and its labels are most like those of one"


class Kind(NamedTuple):
    """The kind, whether config or front matter declares it, and why it is that."""

    kind: str
    declared: bool
    why: str


def find(material: Material, *, read: bool = True) -> Kind:
    """Return the kind of the document: what is declared, or what the rules say and all its signs weigh.

    ``read`` says that its lines may tell that it is a plan; what their weights are learnt from may not rest on them.
    """
    found = ruled(material, read=read)
    unsaid = read and found.kind == "none" and found.why.startswith(_NOTHING)
    if unsaid and weighed_kind.is_mutual(material, title_words(material), found.why):
        return Kind("map", declared=False, why=_WEIGHED)
    if found.declared or found.kind in UNJUDGED:
        return found
    kind = weighed_kind.likeliest(material, title_words(material), found.kind, found.why)
    return found if kind == found.kind else Kind(kind, declared=False, why=_WEIGHED)


def ruled(material: Material, *, read: bool = True) -> Kind:
    """Return the kind of the document by what declares it, or by the rules alone."""
    vocabulary = material.vocabulary
    if material.known.kind:
        return Kind(material.known.kind, declared=True, why="the configuration says so")
    template = templates.told(material)
    if template:
        return Kind("template", declared=False, why=template)
    scalar = material.front.scalar("kind")
    key = scalar.text.strip().casefold().replace("_", "-") if scalar else ""
    named = vocabulary.words["kind"].get(key) or vocabulary.words["kind"].get(key.replace("-", " "))
    if named:
        return Kind(named, declared=True, why="its front matter says so")
    name = name_of(material.source.path).casefold()
    if name in vocabulary.words["not-a-plan"] or name.startswith(("readme-", "readme_")):
        return Kind("none", declared=False, why=f"a file named “{name}” is no plan")
    stem = name.replace("-", " ").replace("_", " ")
    heads_of = (title_words(material), stem)
    if any(map(practice.looks_back, heads_of)):
        return Kind("none", declared=False, why="its title is that of a look back at a sale that is over")
    if any(map(practice.is_of_practice, heads_of)) or practice.is_governed(material.source.text):
        return Kind("none", declared=False, why="its title is that of a page about how a team works")
    if material.front.has("name", "description") and not material.front.scalar("stage"):
        return Kind("none", declared=False, why="its front matter is that of a prompt or a skill")
    found = _by_evidence(material)
    inside = found.why == _INSIDE
    unsaid = read and (inside or found.why.startswith(_NOTHING))
    called = unsaid and _is_of_call(material)
    if not (unsaid and weighed_kind.is_plan(material, foreign=inside, called=called)):
        return found
    kind = material.vocabulary.kind_in(title_words(material)) if called else ""
    return Kind(kind, declared=False, why=_READS) if kind else _told(material, held.parts(material), _READS)


def title_words(material: Material) -> str:
    """Return the title of a document, in front matter and as a heading."""
    heading, scalar = material.outline.title, material.front.scalar("title")
    return " : ".join(part for part in (heading.title if heading else "", scalar.text if scalar else "") if part)


def _is_of_call(material: Material) -> bool:
    """Say whether a title is that of a call with a client: "Prep Brightwell", but not "Prep workshop"."""
    words, vocabulary = title_words(material), material.vocabulary
    if vocabulary.kind_in(words) not in {"prep", "notes"}:
        return False
    name = titles.account(words, vocabulary, "prep")
    return any(map(is_only_a_name, name.split()))


def _named(material: Material, title: str) -> tuple[str, str]:
    """Return the words that name a kind of plan and where they stand: title, the line below it, the file's name."""
    stem = name_of(material.source.path).casefold().replace("-", " ").replace("_", " ")
    places = ((title, "its title"), (evidence.subtitle(material), "the line below its title"), (stem, "its name"))
    found = ((material.vocabulary.kind_named(words), where) for words, where in places)
    return next(((named, where) for named, where in found if named), ("", ""))


def _by_evidence(material: Material) -> Kind:
    """Tell the kind from the title, or the file's name, and from what the document holds."""
    heading = material.outline.title
    words = title_words(material)
    named, where = _named(material, words)
    titled = material.vocabulary.words["kind"].get(named, "")
    roles = held.parts(material)
    foreign = evidence.foreign_title(words, material.vocabulary)
    planned = bool(titled) and (
        "call objective" in roles or len(roles) >= _FIRM
    )  # "Call plan 3 (course week 4)", "Call notes: Hollins Golf Course"
    across = foreign == _INSIDE and met.two_companies(material)
    shared = titled == "map" and bool(partners.joined(material)[0])  # "Joint roadmap: Norwood and Tallow"
    shared = shared or (bool(foreign) and partners.share_steps(material))  # and when they train somebody
    if foreign and not (planned or across or shared) and (not roles & _SOLD or foreign == _MATERIAL):
        return Kind("none", declared=False, why=foreign)
    sold = evidence.is_of_a_sale(material, roles)
    generic = material.vocabulary.word("generic-kind", named) is not None
    part = heading is not None and heading.level > 1 and not evidence.is_dated(material)
    if generic and titled == "notes" and part and roles & _SOLD:
        titled = ""  # "## Notes" is a part of a deal's file
    titled = shapes.seen_closer(material, titled, named, words, roles)
    listed = any(one.surface == "item" for one in material.outline.statements) or bool(material.outline.grids)
    mutual = titled == "map" and listed and (sold or bool(partners.joined(material)[0]))
    if (
        titled not in {"", "notes"}
        and not generic
        and not roles
        and titles.names_client(words, titled, material.vocabulary)
    ):
        return Kind(titled, declared=False, why=f"{where} says so")  # "Account plan 2027, Norwood", whatever is below
    titled = "map" if titled == "deal" and codes.share_out(material) else titled  # "Close plan", marked NM and T
    between = sold or not generic or (mutual and bool(roles) and partners.are_companies(material))
    if titled and (roles or mutual or (not generic and evidence.has_weak_part(material))) and between:
        return Kind(titled, declared=False, why=f"{where} says so")
    found = _by_parts(
        material, words, roles, titled, sold=sold or across, foreign=bool(foreign) and not (across or shared)
    )
    return found or _nothing(roles, named if titled else "")


def _by_parts(
    material: Material, words: str, roles: frozenset[str], titled: str, *, sold: bool, foreign: bool
) -> Kind | None:
    """Return the kind of a document by the parts ``roles`` that it holds and the ``words`` of its title; None for none.

    ``titled`` is the kind that these name, which alone is not enough.
    """
    if not foreign and shapes.is_shared(words, material):
        return Kind("map", declared=False, why="a table shares out its acts between two companies")
    if not foreign and codes.share_out(material):
        return Kind("map", declared=False, why="its acts are marked with the letters of two companies")
    if not (foreign or titled or shapes.in_name(material)) and partners.share_steps(material):
        return Kind("map", declared=False, why="its title joins two companies, and it shares out steps")
    dated = evidence.is_dated(material) or held.aims_by_day(material)
    dated = dated or any(grid.column("attendees", "outcome") >= 0 for grid in held.call_logs(material))
    across = dated and evidence.tells_two_sides(material) and held.asks_an_act(material)
    if (len(roles) >= _NEEDED and sold) or ("call objective" in roles and dated) or (across and roles):
        return Kind(shapes.of(material, roles), declared=False, why=f"it holds {', '.join(sorted(roles))}")
    if foreign:
        return None
    if "stage" in roles and held.logs_calls(material):
        kind = shapes.of(material, roles)
        return Kind("notes" if kind == "deal" else kind, declared=False, why=_LOGGED)
    if dated and roles and sold and titles.met(words, material.vocabulary):
        return Kind(shapes.of(material, roles), declared=False, why=_MET)
    headed = brief.is_headed(material)
    if brief.is_of_call(material, words, roles, dated=dated, headed=headed):
        return Kind(shapes.of(material, roles | {"objective"}), declared=False, why=_MET)
    needed = brief.needed(titled, headed=headed, stepped=dated and "next step" in roles)
    if needed and _client(material, words) >= needed:
        return Kind(titled or shapes.of(material, roles), declared=False, why="its title names a client")
    return _told(material, roles, _TALKED) if _is_note_of_a_sale(material, words, roles) else None


def _told(material: Material, roles: frozenset[str], why: str) -> Kind:
    """Return the kind of a plan that its lines alone tell, for the reason ``why``."""
    return Kind(shapes.of(material, roles, talked=True), declared=False, why=why)


def _is_note_of_a_sale(material: Material, title: str, roles: frozenset[str]) -> bool:
    text = material.source.text
    words = material.vocabulary
    sold = talk.may_be(text) and talk.is_of_a_sale(text, words, roles, _client(material, title))
    return sold or talk.is_recap(text, words)


def _client(material: Material, title: str) -> int:
    """Say how much a name in a mail's subject, the title, the first lines or the file's name is that of a client."""
    text, vocabulary = material.source.text, material.vocabulary
    name = mails.account(text, vocabulary, "notes", ()).value or heads.client(title, vocabulary, "notes")
    strength = heads.strength(name, vocabulary)
    if strength:
        return strength
    place = openings.opening(text, vocabulary)
    if place.end:
        return heads.strength(text[place.start : place.end], vocabulary)
    place = filed.client(text, material.source.path, vocabulary)
    if place.end:
        return max(heads.FILED, heads.strength(text[place.start : place.end], vocabulary))
    return heads.FILED if openings.only_company(text, vocabulary) else 0


def _nothing(roles: frozenset[str], named: str) -> Kind:
    """Return what a document is in which only ``roles`` were seen, and the words ``named`` of a kind in its title."""
    titled = [f"a title that says “{named}”"] if named else []
    seen = ", ".join([*titled, *sorted(roles)]) or "none of them"
    looked = (
        "one of objective, next step, stage, people, close date below a title such as “account plan” or “call notes”, "
        "or two of them with a sign of a sale"
    )
    return Kind("none", declared=False, why=f"{_NOTHING}: looked for {looked}; saw {seen}")
