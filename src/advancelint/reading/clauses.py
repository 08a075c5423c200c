"""Cuts a line into clauses: who stands before which verb, and where the clause ends. One pass, no recursion."""

from __future__ import annotations

from advancelint.reading.heads import head
from advancelint.reading.line import Line
from advancelint.reading.openings import bare_past, dropped_subject, imperative, noun_reading, shared_subject
from advancelint.reading.parties import NOBODY, Party, party
from advancelint.reading.questions import Request, first_base, request
from advancelint.reading.wishes import wished
from advancelint.records import NamedTuple


class Clause(NamedTuple):
    """A stretch of a line: ``first`` to ``last`` in tokens, its subject, and the index of its verb (-1 for none).

    ``form`` is finite, infinitive, imperative, gerund, participle or none. ``modal`` is the modal's word;
    ``link`` the subordinator that opens the clause ("" for a main clause); ``ask`` is "you", "we" or "question" for
    questions and requests. ``subject_last`` is where the words of a subject before its verb end (exclusive).
    """

    first: int
    last: int
    subject: Party
    verb: int
    form: str
    modal: str = ""
    negated: bool = False
    link: str = ""
    ask: str = ""
    subject_last: int = 0


_WHAT_FAILS = ("that", "which", "this", "him", "her", "them")  # "Failing that, she …", "failing which he …"
# Who acts in a line without a subject whose verb stands in the third person.
DROPPED = Party("client", "none", 0, 0, False)


def split(line: Line) -> list[Clause]:
    """Return the clauses of ``line`` in order, from what is wished for on."""
    found: list[Clause] = []
    index, count = wished(line), len(line.tokens)
    fresh, addressed = True, NOBODY
    while index < count:
        skipped = _skip(line, index)
        fresh = fresh or any(line.stops(i) for i in range(index, skipped))
        index = skipped
        if index >= count:
            break
        clause = _clause(line, index, None if fresh or not found else found[-1])
        if clause.form == "imperative" and clause.subject.side == "nobody" and addressed.side != "nobody":
            clause = clause._replace(subject=addressed, ask=clause.ask or "you")
        addressed = _addressed(line, clause) if clause.last - clause.first < 8 else NOBODY
        found.append(clause)
        index = max(clause.last, index + 1)
        fresh = False
    return found


def _addressed(line: Line, clause: Clause) -> Party:
    """Return whom "Ray, …", "Fab shop: …" or "Ask Fiona: …" turns to; NOBODY when the clause says more than a name."""
    first = clause.first
    if line.at(first).lemma in ("ask", "need", "get", "have", "want", "tell"):
        first += 1 + line.at(first + 1).has("preposition")
    elif clause.verb >= 0:
        return NOBODY
    turns = line.at(clause.last).kind in ("dash", "arrow") or line.norm(clause.last) in (":", ",", "-", "/", ";", "(")
    if not turns and clause.last < len(line.tokens):
        return NOBODY
    found = party(line, first, clause.last)
    words = sum(line.at(i).kind == "word" and not line.at(i).classes for i in range(first, clause.last))
    return found if found.side in ("client", "seller") and words <= found.last - found.first + 1 else NOBODY


def _skip(line: Line, index: int) -> int:
    """Pass over marks, conjunctions, adverbs and times that stand before a clause."""
    while index < len(line.tokens):
        timed = line.timed.get(index)
        if timed is not None and timed.first == index and line.norm(timed.last) != "'s":
            index = timed.last
        elif _opens_nothing(line, index):
            index += 1
        else:
            break
    return index


def _opens_nothing(line: Line, index: int) -> bool:
    token = line.at(index)
    mark = token.kind not in ("word", "number") and token.norm not in ("(", "[")
    failing = token.norm == "failing" and line.norm(index + 1) in _WHAT_FAILS
    failing = failing or (token.norm in _WHAT_FAILS and line.norm(index - 1) == "failing")
    return mark or failing or token.has("conjunction") or token.norm in line.lexicon.groups["clause-openers"]


def _clause(line: Line, first: int, before: Clause | None) -> Clause:
    index = first + (line.norm(first) == "that" and line.at(first + 1).kind == "word")
    link, ask = "", ""
    token = line.at(index)
    if token.has("subordinator") and not (token.has("preposition") and head(line, index + 1) is None):
        link, index = token.norm, index + 1
        index += line.norm(index) in ("that", "as")
    if line.norm(index) == "let" and line.norm(index + 1) in ("'s", "us"):
        ask, index = "we", index + 2
    elif line.at(index).has("question") and not line.at(index).has("subordinator"):
        ask = "question"
    asked = request(line, index)
    if asked is not None:
        clause = _request_clause(line, first, link, asked)
        if clause is not None:
            return clause
        index, ask = asked.verb, asked.ask
    draft = Clause(first, first, NOBODY, index, "imperative", link=link, ask=ask)
    if before is None and dropped_subject(line, index):
        return draft._replace(last=_end(line, index + 1, "sp"), subject=DROPPED, form="finite")
    if first == 0 and before is None and bare_past(line, index):
        return draft._replace(last=_end(line, index + 1, "p"))
    negated = line.at(index).has("negation") and "g" in line.at(index + 1).codes
    index += negated
    if (link in ("", "so", "that") or line.norm(index) == "to") and imperative(line, index):
        return _imperative_clause(line, draft._replace(verb=index, negated=negated), before)
    if before is not None and before.form == "finite" and shared_subject(line, index):
        last = _end(line, index + 1, "sp")
        return draft._replace(last=last, subject=before.subject, form="finite", link=before.link, ask=before.ask)
    return _subject_clause(line, draft._replace(verb=index))


def _request_clause(line: Line, first: int, link: str, asked: Request) -> Clause | None:
    verb = first_base(line, asked.verb)
    after = line.at(asked.subject.last)
    if verb < 0 and asked.ask != "question" and after.kind == "word" and not after.classes:
        verb = asked.subject.last
    if verb < 0:
        return None
    last = _end(line, verb + 1, "b")
    return Clause(first, last, asked.subject, verb, "finite", "will", link=link, ask=asked.ask)


def _imperative_clause(line: Line, draft: Clause, before: Clause | None) -> Clause:
    """Finish a clause that opens with its verb; after "and" it takes over the subject of the clause before."""
    index = draft.verb + (line.norm(draft.verb) == "to" and "b" in line.at(draft.verb + 1).codes)
    codes = line.at(index).codes
    form = "gerund" if "g" in codes and "b" not in codes else "imperative"
    clause = draft._replace(last=_end(line, index + 1, codes), verb=index, form=form)
    if before is None or before.verb < 0 or draft.ask or draft.link or before.ask == "question":
        return clause
    if before.form in ("imperative", "gerund"):
        return clause
    return clause._replace(
        subject=before.subject, form=before.form, modal=before.modal, link=before.link, ask=before.ask
    )


def _subject_clause(line: Line, draft: Clause) -> Clause:
    """Finish a clause that opens with its subject, or a fragment without a verb."""
    index = draft.verb
    found = head(line, index)
    if found is None:
        last = _resumed(line, draft.link, index + 1, _end(line, index + 1, ""))
        return draft._replace(last=last, verb=-1, form="none")
    subject = party(line, index, found.subject_last)
    if found.open and subject.side == "thing":
        subject = Party("client", "role", index + line.at(index).has("determiner"), found.subject_last, senior=False)
    denied = any(
        line.norm(i) in ("nobody", "no", "none", "neither") and line.norm(i - 1) not in ("or", "/")
        for i in range(index, found.subject_last)
    )
    codes = "b" if found.form == "infinitive" or found.modal else "sp"
    return draft._replace(
        last=_resumed(line, draft.link, found.verb + 1, _end(line, found.verb + 1, codes)),
        subject=subject,
        verb=found.verb,
        form=found.form,
        modal=found.modal,
        negated=found.negated or denied,
        subject_last=found.subject_last,
    )


def _end(line: Line, index: int, codes: str) -> int:
    """Return where the clause whose verb stands before ``index`` ends (exclusive)."""
    at, count = index, len(line.tokens)
    while at < count:
        timed = line.timed.get(at)
        token = line.at(at)
        if timed is not None:
            at = timed.last
        elif token.norm in ("(", "["):
            at = line.closing(at)
        elif line.stops(at) or _breaks(line, at, codes, opened=at > index):
            return at
        else:
            at += 1
    return count


def _resumed(line: Line, link: str, first: int, last: int) -> int:
    """Return where a condition with no comma behind it ends, "If Bo won't come | he names a day", else ``last``."""
    for index in range(first, last if link in ("if", "unless", "when", "once") else first):
        before, after = line.at(index - 1), line.at(index + 1)
        acts = "s" in after.codes or (after.has("modal") and "b" in line.at(index + 2).codes)
        opener = before.norm == "that" or any(map(before.has, ("question", "subordinator", "preposition")))
        told = before.verb is not None and not any(line.at(i).has("negation") for i in range(max(first - 4, 0), index))
        if line.at(index).has("they") and acts and not told and not opener:
            return index
    return last


def _breaks(line: Line, at: int, codes: str, *, opened: bool) -> bool:
    """Say whether a new clause begins at or right after the token ``at``."""
    token = line.at(at)
    if not token.classes and token.norm != ",":
        return False  # most words
    if (token.norm == "," or token.has("conjunction")) and _opens(line, at + 1, codes):
        return True
    subordinates = token.has("subordinator") and not token.has("preposition") and token.norm not in ("whether", "that")
    if subordinates and opened and head(line, at + 1) is not None:
        return True
    return token.norm == "so" and line.norm(at + 1) == "that"


def _opens(line: Line, index: int, codes: str) -> bool:
    """Say whether a new clause begins at ``index``, after a comma or a conjunction."""
    while line.at(index).has("conjunction") or (line.at(index).has("adverb") and line.at(index).kind == "word"):
        index += 1
    token = line.at(index)
    if index >= len(line.tokens):
        return False
    if token.has("we") or token.has("they"):
        return True
    if token.verb is not None and not line.is_name(index) and _continues(line, index, codes):
        return True
    if token.norm == "to" and "b" in line.at(index + 1).codes:
        return False
    if token.has("subordinator") and not token.has("preposition"):
        return head(line, index + 1) is not None
    found = head(line, index)
    if found is None or found.form not in ("finite", "infinitive"):
        return False
    return party(line, index, found.subject_last).side != "thing"


def _continues(line: Line, index: int, codes: str) -> bool:
    """Say whether the verb at ``index`` is a second verb of the clause before ("signs … and returns …")."""
    token, after = line.at(index), line.at(index + 1)
    agrees = set(token.codes) & set(codes) if codes else "b" in token.codes and not noun_reading(line, index)
    listed = after.norm in (",", "and", "", "for", "of", "from", "&", "+") or line.stops(index + 1)
    if agrees and not (token.norm in line.lexicon.nominals and listed):
        return True
    return token.norm == "have" and after.has("them")
