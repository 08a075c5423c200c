"""The values of a reading. All spans are 0-based code points of the passage's text."""

from __future__ import annotations

from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Passage, Span

FIELDS = ("objective", "ask", "next_step", "outcome", "quote")
VOICES = ("planner", "client")
# How sure a reading can be; `diagnostic.CONFIDENCES` is the same, and a test holds them together.
CONFIDENCES = ("low", "medium", "high")


class Facet(NamedTuple):
    """One value of a reading, where it stands and what decided it.

    ``value`` is one of the words that `Reading` has for this facet; "none" and "unknown" are values. ``evidence`` names
    the lexicon row or the construction. ``text`` is the words at ``span``, which counts in the passage's own text.
    """

    value: str
    span: Span = NOWHERE
    evidence: str = ""
    text: str = ""


class Part(NamedTuple):
    """One clause of a passage as the grammar took it apart; ``span`` is its place in the passage's own text.

    ``construction`` says how it is built. ``subject`` holds the side ("client", "seller", "both", "thing", "nobody"),
    with the words and the kind of person as evidence; ``verb`` the lemma, with its class; ``act`` what the client does
    in it (one of those of the facet ``client_action``). ``polarity`` is "affirmative" or "negative"; ``modality`` the
    modal or "" ; ``embedding`` the subordinator that opens the clause, "ask" for a request, "question", or "" for a
    main clause.
    """

    span: Span
    subject: Facet
    verb: Facet
    construction: str
    act: str
    polarity: str
    modality: str
    embedding: str


class Scene(NamedTuple):
    """What is known about a passage before its words are read: who speaks, where it stands, who is on which side.

    ``client`` and ``seller`` hold names of people and companies in lower case. ``owner_side`` is the side of the one
    who owns the line ("client", "seller", "both" or "unknown").
    """

    field: str = "objective"
    voice: str = "planner"
    heading: str = ""
    owner: str = ""
    owner_side: str = "unknown"
    client: frozenset[str] = frozenset()
    seller: frozenset[str] = frozenset()


# The closed value set of every facet; `action` and `commitment` are open (a lemma, a commitment id).
FACETS: dict[str, tuple[str, ...]] = {
    "actor": ("client", "seller", "both", "none", "unknown"),
    "person": ("named", "role", "group", "pronoun", "indefinite", "none"),
    "construction": (
        "subject-verb",
        "causative",
        "nominal",
        "imperative",
        "passive",
        "ask",
        "reported",
        "fragment",
        "persuasion",
        "learning",
        "topic",
        "unparsed",
    ),
    "action": (),
    "client_action": ("act", "low", "effortless", "mental", "none", "unknown"),
    "energy": ("none", "low", "medium", "high", "unknown"),
    "deadline": ("date", "event", "in-call", "fuzzy", "vague", "none"),
    "time_role": ("due", "event", "period", "none"),
    "measure": ("number", "written", "named", "none"),
    "stage": ("engage", "discover", "align", "evaluate", "propose", "negotiate", "close", "expand", "unknown"),
    "commitment": (),
    "object": ("specific", "indefinite", "empty"),
    "vague": ("phrase", "none"),
    "hedge": ("hedge", "none"),
    "condition": ("condition", "none"),
    "close": ("phrase", "none"),
}


class Reading(NamedTuple):
    """The structured meaning of one ``passage``: one `Facet` for each question that is asked of it.

    ``confidence`` in the whole reading is "high", "medium" or "low" and ``p_advance`` (0 to 1) how likely it is that
    the line names a client's advance. Both come from ``grounds`` (construction, kind of act, source of the evidence,
    place), for which labelled lines are counted, and from the second witness; see `weighing`.
    ``parts`` are the clauses, ``runner_up`` the act that would have been next in line, and ``doubt`` why a reading of
    less than high confidence is not sure ("" for a sure one).
    """

    passage: Passage
    actor: Facet
    person: Facet
    construction: Facet
    action: Facet
    client_action: Facet
    energy: Facet
    deadline: Facet
    time_role: Facet
    measure: Facet
    stage: Facet
    commitment: Facet
    object: Facet
    vague: Facet
    hedge: Facet
    condition: Facet
    close: Facet
    confidence: str
    p_advance: float
    grounds: tuple[str, str, str, str]
    parts: tuple[Part, ...] = ()
    runner_up: Facet = Facet("none")
    doubt: str = ""

    def facets(self) -> dict[str, Facet]:
        """Return the facets by name, in one order."""
        return {name: getattr(self, name) for name in FACETS}
