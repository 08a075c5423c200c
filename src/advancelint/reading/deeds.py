"""The act of a clause: who does it, what it is worth, what decided."""

from __future__ import annotations

from advancelint.reading.costs import best_nominal, raised, trimmed
from advancelint.reading.line import Line
from advancelint.reading.parties import NOBODY, Party, party
from advancelint.records import NamedTuple

# What the client does, from nothing to an act; a line is about the strongest.
KINDS = ("none", "mental", "effortless", "low", "unknown", "act")


class Deed(NamedTuple):
    """What a clause says somebody does.

    ``kind`` is the client's act (see `KINDS`); ``first`` and ``last`` are the tokens of the act; ``evidence`` names
    the row or construction that decided.
    """

    actor: str
    party: Party
    kind: str
    construction: str
    first: int
    last: int
    lemma: str
    energy: str
    evidence: str


class Subject(NamedTuple):
    """Who does the act, and how the sentence is built."""

    party: Party
    construction: str
    actor: str = "client"


class Act(NamedTuple):
    """An act still to be judged: its subject, and the tokens from ``verb`` to ``last`` (exclusive)."""

    line: Line
    subject: Subject
    verb: int
    last: int

    @property
    def lemma(self) -> str:
        """The base form of the verb."""
        return self.line.at(self.verb).lemma

    def judged(self, kind: str, energy: str, evidence: str) -> Deed:
        """Return the deed that this act is found to be."""
        return deed(self.line, self.subject, kind, self.verb, self.last, energy, evidence)

    def raised(self, energy: str) -> str:
        """Return ``energy`` lifted by the words of the act."""
        return raised(self.line, self.verb, self.last, energy)

    def object_kind(self) -> str:
        """Return the kind of the noun behind the verb that decides."""
        return best_nominal(self.line, self.verb + 1, self.last)

    def onward(self, verb: int) -> Act:
        """Return the act further on in the same words that is the real one ("agrees to *send*")."""
        return self._replace(verb=verb)


def deed(line: Line, subject: Subject, kind: str, first: int, last: int, energy: str, evidence: str) -> Deed:
    """Build the deed over tokens ``first`` to ``last``, leaving times and closing marks at its end out."""
    last = trimmed(line, first, last)
    return Deed(
        subject.actor, subject.party, kind, subject.construction, first, last, line.at(first).lemma, energy, evidence
    )


def by_agent(line: Line, first: int, last: int) -> Party:
    """Return whom "by X" names between tokens; NOBODY where no such words stand or they name a time."""
    for index in range(first, last):
        if line.norm(index) == "by" and index not in line.timed:
            if line.at(index + 1).has("our") and line.scene.voice != "client":
                return Party("seller", "group", index + 1, min(index + 3, last), senior=False)
            return party(line, index + 1, min(index + 7, last))
    return NOBODY
