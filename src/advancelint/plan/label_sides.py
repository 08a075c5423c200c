"""Tells which side a label suggests of the people behind it."""

from __future__ import annotations

from advancelint.plan import parties, persons, rollcall
from advancelint.plan.label_forms import normalise
from advancelint.plan.material import Material
from advancelint.plan.outline import Statement
from advancelint.plan.vocabulary import Label


def hint_of(label: Label, kind: str) -> str:
    """Return the side that a label suggests: "client", "seller" or "unknown"; "" for one that is none of people.

    ``kind`` is that of the plan: "People", or "Who we are", in a mutual one are both sides'.
    """
    role = next((role for role in rollcall.SIDES if role in label.roles), "")
    shared = kind == "map" and (role == "people" or label.heard)
    return "unknown" if role and shared else rollcall.SIDES.get(role, "")


def side_of_label(material: Material, statement: Statement) -> str:
    """Return the side that a label of people suggests: of "Works manager: Ana Ruiz" the client's."""
    vocabulary, named = material.vocabulary, normalise(statement.name)
    composed, bracket = vocabulary.people_label(statement.name), statement.name.partition("(")[2].strip(" )")
    hinted = hint_of(statement.label, material.kind)
    theirs = persons.is_role(named, vocabulary) and vocabulary.word("seller-role", named) is None
    if statement.label.heard and hinted == "seller" and theirs and not parties.side_of_role(named):
        hinted = "client"
    if hinted == "unknown":  # "Present for the client", "Participants (we)", "Chez nous" in a plan of both sides
        hinted = composed.side if composed else vocabulary.word("side", named) or hinted
    return vocabulary.word("side", bracket) or hinted
