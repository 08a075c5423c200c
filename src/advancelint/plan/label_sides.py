"""Tells which side a label suggests of the people behind it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from advancelint.plan import parties, persons, prose, rollcall
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material
from advancelint.plan.outline import Statement
from advancelint.plan.vocabulary import Label, Vocabulary

# Work for the meeting itself, and departments that both sides have where they meet
_ANYBODYS = frozenset({"support", "service", "delivery", "secretary", "chair", "chairman", "host", "moderator"})


def hint_of(label: Label, kind: str) -> str:
    """Return the side that a label suggests: "client", "seller" or "unknown"; "" for one that is none of people.

    ``kind`` is that of the plan: "People", or "Who we are", in a mutual one are both sides'.
    """
    role = next((role for role in rollcall.SIDES if role in label.roles), "")
    shared = kind == "map" and (role == "people" or label.heard)
    return "unknown" if role and shared else rollcall.SIDES.get(role, "")


def side_of_label(material: Material, label: Label, name: str) -> str:
    """Return the side that the ``label`` of people called ``name`` suggests: of "Works manager" the client's."""
    vocabulary, named = material.vocabulary, normalise(name)
    composed, bracket = vocabulary.people_label(name), name.partition("(")[2].strip(" )")
    hinted = hint_of(label, material.kind)
    theirs = persons.is_role(named, vocabulary) and vocabulary.word("seller-role", named) is None
    if label.heard and hinted == "seller" and theirs and not parties.side_of_role(named):
        hinted = "client"
    # "Present for the client", "Participants (we)", "Chez nous" in a plan of both sides; not "People we need"
    if hinted == "unknown" and " we " not in named:
        hinted = composed.side if composed else vocabulary.word("side", named) or hinted
    return vocabulary.word("side", bracket) or hinted


def of_work(material: Material, statement: Statement) -> str:
    """Return the side of somebody whose work is the label or the heading: "CFO: Ana Ruiz"; "" for any other line.

    Nothing but a full name stands there. Who does what below a heading of steps or goals is no such line.
    """
    section, vocabulary = material.outline.sections[statement.section], material.vocabulary
    work, name = statement.name, statement.value.text
    if not work:
        work, _, name = name.partition(": ") if ": " in name else (section.title if section.level > 1 else "", "", name)
    label = statement.label if statement.name else section.label
    if not statement.name and label.roles == {"owner"} and material.kind != "map":  # "## Owner" and a name
        return "seller" if prose.is_person(name.strip(), vocabulary) else ""
    if (
        material.kind == "map"
        or not work
        or " " not in name
        or label.roles - {"other"}
        or not prose.is_person(name.strip(), vocabulary)
    ):
        return ""
    known = names_work(work, vocabulary) or parties.is_department(work, vocabulary)
    if not known or normalise(work) in _ANYBODYS:
        return ""
    if material.outline.within(statement.section, "next-step", "objective", "outcome"):
        return ""
    here = material.outline.by_section[statement.section]
    first = bisect_left(here, statement.line, key=lambda one: one.line)
    beside = takewhile(lambda one: one.line == statement.line, map(here.__getitem__, range(first, len(here))))
    if any(one.plays("owner", "our-people") for one in beside):
        return ""  # "Owner: Ana Ruiz · Engineer: Ben Ito"
    return "seller" if vocabulary.word("seller-role", normalise(work)) is not None else "client"


def names_work(label: str, vocabulary: Vocabulary) -> bool:
    """Say whether a label is somebody's work: "CFO", "Works manager"."""
    return persons.is_role(normalise(label), vocabulary)
