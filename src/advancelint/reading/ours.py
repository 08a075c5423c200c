"""What is ours, and whom the words around it name."""

from __future__ import annotations

from advancelint.reading.clauses import Clause
from advancelint.reading.costs import trimmed
from advancelint.reading.deeds import Deed
from advancelint.reading.line import Line
from advancelint.reading.parties import NOBODY, Party, party


def own(line: Line, clause: Clause, construction: str, evidence: str = "") -> Deed:
    """Build the deed of a clause in which we act."""
    verb = max(clause.verb, clause.first)
    last = trimmed(line, verb, clause.last)
    known = line.at(verb).verb
    kind = " show" if known is not None and known.bare == "show" else ""
    reason = evidence or (f"verbs.tsv{kind}: {known.lemma}" if known is not None else "the line begins with our verb")
    audience = party(line, verb + 1, last)
    audience = NOBODY if audience.side == "thing" else audience
    return Deed("seller", audience, "none", construction, verb, last, line.at(verb).lemma, "none", reason)


def agent(line: Line, first: int, last: int) -> Party:
    """Find who acts in "… by X", "… from X", "(X)", "– X" up to a few words after ``last``; NOBODY when unsaid."""
    for index in range(first, min(last + 8, len(line.tokens))):
        if line.norm(index) in ("by", "from", "(", "—", "–", "-") and index not in line.timed:
            found = party(line, index + 1, min(index + 7, len(line.tokens)))
            if found.side == "client":
                return found
    return NOBODY
