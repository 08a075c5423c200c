"""The one table of what a card may ask of a node, underline in it and quote from it.

Loading a card, the schema of cards and the reference page all read this table; `build` fills it and a test holds the
two together.
"""

from __future__ import annotations

from advancelint.nodes import terms
from advancelint.nodes.fieldtype import ACCOUNT, DOCUMENT, STAGE, FieldType
from advancelint.nodes.fieldtype import choice as _choice
from advancelint.nodes.fieldtype import flag as _flag
from advancelint.nodes.fieldtype import number as _number
from advancelint.nodes.fieldtype import words as _words
from advancelint.nodes.gaps import GAPS
from advancelint.plan.model import KINDS as PLAN_KINDS
from advancelint.plan.model import OUTCOMES, RANKS, SIDES
from advancelint.reading.model import FACETS

LADDER = FACETS["stage"][:-1]
STAGES = FACETS["stage"]


def _facet_fields() -> dict[str, FieldType]:
    """Return the facets of a reading as fields; the facet "stage" is the commitment's, "stage" alone the plan's."""
    fields: dict[str, FieldType] = {}
    for name, values in FACETS.items():
        field = "commitment_stage" if name == "stage" else name
        about = "the stage at which a client could sensibly do this" if name == "stage" else f"the reading's {name}"
        fields[field] = _choice(values, about) if values else _words(about)
    return fields


_SCENE = {
    "plan_kind": _choice(PLAN_KINDS, "what sort of plan the document is", DOCUMENT),
    "declared": _flag("front matter or config calls the document a plan", DOCUMENT),
    "stage": _choice(STAGES, "the plan's stage on the ladder", STAGE),
    "closed": _flag("the plan's stage is terminal: won or lost", DOCUMENT),
    "client": _words("the first name of the client person that a better line could begin with"),
    "client_full": _words("that person's full name"),
    "step": _words("an example of a client's step that fits the stage, to be put after a name", ACCOUNT),
    "by": _words("a deadline that a better line could carry"),
}
_READ = {
    **_facet_fields(),
    "stages_ahead": _number(
        "stages between where the plan can stand and the act; 0 when either is unknown, negative when behind", STAGE
    ),
    "upcoming": _flag("it belongs to a call that is still to come"),
    "has_due": _flag("a date stands beside the line, in a column or a label"),
    "length": _number("the number of words of the line"),
    "confidence": _choice(("high", "medium", "low"), "how sure the tool is of what the line says"),
}

# An objective's act is looked up among what the account's people do and have done; that of other lines is not.
_MATCHED = {name: _READ[name]._replace(reach=ACCOUNT) for name in ("commitment", "commitment_stage", "stages_ahead")}

VOCABULARY: dict[str, dict[str, FieldType]] = {
    "plan": {
        **_SCENE,
        "calls": _number("calls of the plan"),
        "upcoming_calls": _number("calls still to come"),
        "upcoming_objectives": _number("calls still to come that state an objective"),
        "objectives": _number("objectives of calls, placeholders left out"),
        "fallbacks": _number("fallbacks, placeholders left out"),
        "next_steps": _number("next steps"),
        "open_steps": _number("next steps that are not done"),
        "open_client_steps": _number("open next steps that the client owns"),
        "outcomes": _number("recorded outcomes"),
        "people": _number("people the plan names"),
        "client_people": _number("client people the plan names"),
        "has_sales_objective": _flag("the plan states the overall sales objective"),
        "has_client_win": _flag("the plan states what the client gains"),
        "has_close_date": _flag("the plan states a close date"),
        **terms.PLAN,
    },
    "call": {
        **_SCENE,
        "upcoming": _flag("the call is still to come"),
        "dated": _flag("the call has an exact day"),
        "objectives": _number("its objectives, fallbacks and placeholders left out"),
        "placeholders": _number("its objectives that are placeholders"),
        "fallbacks": _number("its fallbacks"),
        "outcomes": _number("its recorded outcomes"),
        **terms.CALL,
    },
    "objective": {
        **_SCENE,
        **_READ,
        "rank": _choice(RANKS, "primary, fallback, the plan's own, or unranked"),
        "placeholder": _flag("the words only keep the place"),
        "label": _words("the label above the objective, as written"),
        **_MATCHED,
        **terms.ASKED,
    },
    "next_step": {
        **_SCENE,
        **_READ,
        "side": _choice(SIDES, "the side that owns the step"),
        "owned": _flag("somebody is named as the owner"),
        "done": _flag("the step is ticked off"),
        "overdue": _flag("the step is open and its exact due date is past"),
        **terms.STEP,
    },
    "outcome": {
        **_SCENE,
        **_READ,
        "label": _choice(OUTCOMES, "what the call is said to have produced"),
        **terms.OUTCOME,
    },
    "person": {**_SCENE, "side": _choice(SIDES, "the side the person is on"), "has_role": _flag("a role is given")},
    "document": {**_SCENE, "reason": _words("what is wrong with the input")},
}
KINDS = tuple(VOCABULARY)
# Nodes that stand for a whole file: what is asked of their text is asked of the file's.
WHOLE = ("plan", "document")
_FILE = FieldType("lines", "the whole file, front matter included; `matches` looks at each line alone", (), DOCUMENT)
# What a condition can ask of a node besides its fields.
TEXTS: dict[str, FieldType] = {
    "plan": _FILE,
    "call": _words("the call's title; its date where it has none"),
    "objective": _words("the words of the objective"),
    "next_step": _words("the words of the step"),
    "outcome": _words("the words of the outcome"),
    "person": _words("the person's name"),
    "document": _FILE,
}
# What the reading of a line tells, and what is told from that.
READING = (*_facet_fields(), "stages_ahead", *terms.ASKED)
# What stands in a line of its own, and is judged by it.
LINE_KINDS = ("objective", "next_step", "outcome", "person")

_READ_SPOTS = ("text", *(name for name in FACETS if name != "stage"))
_SPOTS: dict[str, tuple[str, ...]] = {
    "plan": (
        "text", "sales_objective", "client_win", "stage", "close_date", "account", "title", "last_outcome", "amount",
    ),
    "call": ("text", "date", "objective"),
    "objective": _READ_SPOTS,
    "next_step": (*_READ_SPOTS, "owner", "due"),
    "outcome": _READ_SPOTS,
    "person": ("text",),
    "document": ("text",),
}  # fmt: skip


def spots_of(kind: str) -> tuple[str, ...]:
    """Return the names of the spots that a finding on a node of ``kind`` can underline."""
    return _SPOTS[kind]


def slots_of(kind: str) -> tuple[str, ...]:
    """Return the names that a message about a node of ``kind`` can quote: its spots and all fields but flags."""
    fields = (name for name, field in VOCABULARY[kind].items() if field.type != "flag")
    return tuple(dict.fromkeys((*_SPOTS[kind], *fields)))


def gaps_of(kind: str) -> tuple[str, ...]:
    """Return the names of the places on a node of ``kind`` where a fix may add a labelled line."""
    return GAPS.get(kind, ())
