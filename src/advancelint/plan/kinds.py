"""Says what kind of document this is: config, front matter, the file's name, the title, then what it holds."""

from __future__ import annotations

from advancelint.paths import name_of
from advancelint.plan import calls, evidence, filed, heads, mails, openings, practice, shapes, stages, talk, titles
from advancelint.plan.asking import asks
from advancelint.plan.material import Material, is_placeholder
from advancelint.plan.outline import Grid
from advancelint.plan.vocabulary import Label, Vocabulary, normalise
from advancelint.records import NamedTuple

_OBJECTIVE = frozenset({"objective", "primary", "sales-objective", "client-win"})
_PEOPLE = frozenset({"attendees", "our-people", "client-people"})
_OTHER_MEANINGS = frozenset({"owner", "account"})
_CALL_WORDS = frozenset({"call", "meeting", "visit"})
_SOLD = frozenset({"stage", "close date", "account"})
_NEEDED, _FIRM = 2, 3
_MATERIAL = "its title is that of sales material"  # whatever it is made of, it is about no client

_TALKED = "people promise each other acts of a sale in it"


class Kind(NamedTuple):
    """The kind, whether config or front matter declares it, and why it is that."""

    kind: str
    declared: bool
    why: str


def find(material: Material) -> Kind:
    """Return the kind of the document."""
    vocabulary = material.vocabulary
    if material.known.kind:
        return Kind(material.known.kind, declared=True, why="the configuration says so")
    template = evidence.template(material)
    if template:
        return Kind("template", declared=False, why=template)
    scalar = material.front.scalar("kind")
    named = vocabulary.words["kind"].get(scalar.text.strip().casefold().replace("_", "-")) if scalar else None
    if named:
        return Kind(named, declared=True, why="its front matter says so")
    name = name_of(material.source.path).casefold()
    if name in vocabulary.words["not-a-plan"] or name.startswith(("readme-", "readme_")):
        return Kind("none", declared=False, why=f"a file named “{name}” is no plan")
    stem = name.replace("-", " ").replace("_", " ")
    if any(map(practice.is_of_practice, (_title_words(material), stem))):
        return Kind("none", declared=False, why="its title is that of a page about how a team works")
    if material.front.has("name", "description") and not material.front.scalar("stage"):
        return Kind("none", declared=False, why="its front matter is that of a prompt or a skill")
    return _by_evidence(material)


def _title_words(material: Material) -> str:
    heading, scalar = material.outline.title, material.front.scalar("title")
    return " : ".join(part for part in (heading.title if heading else "", scalar.text if scalar else "") if part)


def _named(material: Material, title: str) -> tuple[str, str]:
    """Return the words that name a kind of plan and where they stand: title, the line below it, the file's name."""
    stem = name_of(material.source.path).casefold().replace("-", " ").replace("_", " ")
    places = ((title, "its title"), (evidence.subtitle(material), "the line below its title"), (stem, "its name"))
    found = ((material.vocabulary.kind_named(words), where) for words, where in places)
    return next(((named, where) for named, where in found if named), ("", ""))


def _by_evidence(material: Material) -> Kind:
    """Tell the kind from the title, or the file's name, and from what the document holds."""
    heading = material.outline.title
    words = _title_words(material)
    named, where = _named(material, words)
    titled = material.vocabulary.words["kind"].get(named, "")
    roles = _roles(material)
    foreign = evidence.foreign_title(words, material.vocabulary)
    planned = bool(titled) and (
        "call objective" in roles or len(roles) >= _FIRM
    )  # "Call plan 3 (course week 4)", "Call notes: Hollins Golf Course"
    if foreign and not planned and (not roles & _SOLD or foreign == _MATERIAL):
        return Kind("none", declared=False, why=foreign)
    sold = evidence.is_of_a_sale(material, roles)
    generic = material.vocabulary.word("generic-kind", named) is not None
    part = heading is not None and heading.level > 1 and not evidence.is_dated(material)
    if generic and titled == "notes" and part and roles & _SOLD:
        titled = ""  # "## Notes" is a part of a deal's file
    titled = shapes.seen_closer(material, titled, named, words, roles)
    listed = any(one.surface == "item" for one in material.outline.statements) or bool(material.outline.grids)
    mutual = titled == "map" and sold and listed
    if titled and (roles or mutual or (not generic and evidence.has_weak_part(material))) and (sold or not generic):
        return Kind(titled, declared=False, why=f"{where} says so")
    if not foreign and shapes.is_shared(words, material):
        return Kind("map", declared=False, why="a table shares out its acts between two companies")
    dated = evidence.is_dated(material) or any(
        grid.column("attendees", "outcome") >= 0 for grid in _call_logs(material)
    )
    if (len(roles) >= _NEEDED and sold) or ("call objective" in roles and dated):
        return Kind(shapes.of(material, roles), declared=False, why=f"it holds {', '.join(sorted(roles))}")
    called = evidence.names_call(words, material.vocabulary) or _asks_an_act(material)
    called = called and _has_goal_and_fallback(material)
    if dated and roles and (called or (sold and titles.met(words, material.vocabulary))):
        return Kind(shapes.of(material, roles), declared=False, why="its title is that of a call with a client")
    if not foreign and _is_note_of_a_sale(material, words, roles):
        return Kind(shapes.of(material, roles, talked=True), declared=False, why=_TALKED)
    return _nothing(roles)


def _is_note_of_a_sale(material: Material, title: str, roles: frozenset[str]) -> bool:
    text = material.source.text
    return talk.may_be(text) and talk.is_of_a_sale(text, material.vocabulary, roles, _client(material, title))


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


def _nothing(roles: frozenset[str]) -> Kind:
    """Return what a document is in which only ``roles`` were seen."""
    seen = ", ".join(sorted(roles)) or "none of them"
    looked = (
        "a title such as “account plan” or “call notes”, or two of objective, next step, stage, people, close date "
        "with a sign of a sale"
    )
    return Kind("none", declared=False, why=f"nothing says that this is a plan: looked for {looked}; saw {seen}")


def _roles(material: Material) -> frozenset[str]:
    """Return the parts of a plan that the document holds; labels common in other documents count for nothing."""
    found = _stated(material)
    for section in material.outline.sections[1:]:
        if not section.label.weak and not section.trap:
            found |= _parts(section.label, section.title.partition(":")[0], material.vocabulary)
            if "people" in section.label.roles:
                found.add("people")
    if _call_logs(material):
        found.add("call objective")
    if any(_is_steps(grid) for grid in material.outline.grids if not material.outline.trap(grid.section)):
        found.add("next step")
    found |= _in_front(material)
    if _has_goal_and_fallback(material):
        found.add("objective")
    if evidence.names_outcome(material):
        found.add("outcome")
    if "call objective" in found:
        found.discard("objective")
    return frozenset(found)


def _has_goal_and_fallback(material: Material) -> bool:
    """Say whether a "Goal", which alone is anybody's, stands beside a "Fallback": then it is that of a call."""
    stated = [one.label.roles for one in material.outline.statements if one.value.text]
    return any("objective" in roles for roles in stated) and any("fallback" in roles for roles in stated)


def _asks_an_act(material: Material) -> bool:
    """Say whether a goal is somebody else's act that is still to come: "Torill lets us hang two probes"."""
    return any(one.plays("objective") and asks(one.value.text) for one in material.outline.statements)


def _stated(material: Material) -> set[str]:
    """Return the parts that labels with a value, or with something below them, state."""
    found: set[str] = set()
    for statement in material.outline.statements:
        if statement.label.weak or not (statement.value.text or statement.opens >= 0):
            continue
        found |= _parts(statement.label, statement.name, material.vocabulary)
        if statement.plays("account") and "stage" not in statement.label.roles:
            found.add("account")
        if "stage" in statement.label.roles and stages.stage_of(statement.value.text, material.vocabulary):
            found.add("stage")
    return found


def _call_logs(material: Material) -> list[Grid]:
    """Return the tables whose rows are calls with an objective."""
    return [
        grid
        for grid in material.outline.grids
        if calls.is_log(material, grid) and grid.column("objective", "primary") >= 0
    ]


def _in_front(material: Material) -> set[str]:
    """Return the parts that the front matter states."""
    found: set[str] = set()
    for role in ("stage", "close-date", "next-step", "objective", "account"):
        scalar = material.front.scalar(role)
        if scalar and not is_placeholder(scalar.text, material.vocabulary):
            found.add(role.replace("-", " "))
    if stages.tagged_stage(material).present:
        found.add("stage")
    if any(True for _ in material.front.values("attendees")):
        found.add("people")
    return found


def _is_steps(grid: Grid) -> bool:
    action = grid.column("action", "next-step")
    return action >= 0 and grid.column("owner", but=action) >= 0 and grid.column("due", but=action) >= 0


def _parts(label: Label, name: str, vocabulary: Vocabulary) -> set[str]:
    """Return the parts that a label states; "Visit goal" can only be that of a call, "Objective" is anybody's."""
    found: set[str] = set()
    roles = label.roles
    if roles & _OBJECTIVE:
        named = any(word in _CALL_WORDS for word in name.casefold().split())
        own = (
            "objective" in roles
            and not label.heard
            and not label.weak
            and vocabulary.word("any-objective", normalise(name).rstrip(" #0123456789")) is None
        )
        found.add("call objective" if named or own else "objective")
    if "next-step" in roles:
        found.add("next step")
    if "close-date" in roles:
        found.add("close date")
    if roles & _PEOPLE and not roles & _OTHER_MEANINGS:
        found.add("people")
    return found
