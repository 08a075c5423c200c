"""Looks through a noun phrase for the verb whose subject it is."""

from __future__ import annotations

from advancelint.reading.auxiliaries import Head, after_have, after_modal, infinitive
from advancelint.reading.line import Line

# A subject longer than this is not looked through for its verb.
_LONGEST_SUBJECT = 18
_LONGEST_OPEN = 3
_PLURAL_PRONOUNS = frozenset(("they", "we", "i", "you", "people", "users", "all", "both"))
_HAVE = frozenset(("has", "have", "had", "having", "'ve"))
_JOINERS = frozenset(("'s", ")", ".", "/", "&", "and", "or", "+"))
_COUNTS = frozenset(("both", "all", "each", "either", "neither", "one", "two", "three"))
_INNER_PREPOSITIONS = frozenset(("of", "from", "at", "in", "for"))


def head(line: Line, index: int) -> Head | None:
    """Return the verb whose subject begins at ``index``; None where the words are no subject of a verb."""
    at, actor = index, False
    limit = min(index + _LONGEST_SUBJECT, len(line.tokens))
    while at < limit:
        token = line.at(at)
        if at in line.timed and not (line.norm(line.timed[at].last) == "'s" and at == index):
            at = line.timed[at].last
            continue
        if token.norm in ("(", "["):
            at = line.closing(at)
            continue
        state = at > index and token.norm in line.lexicon.states and "s" not in token.codes and not _acts(line, at)
        state = state and line.role(at + 1) is None and not line.is_agent(at + 1)  # "two best welders"
        if line.stops(at) or token.has("relative") or state:
            return None
        if token.norm == ",":
            end = _apposition(line, at)
            if end < 0 or not actor:
                return None
            at = end
            continue
        found = _verb_at(line, index, at, actor=actor) if at > index else None
        if found is not None:
            hedged = _is_hedged(line, at) and found.subject_last == at
            return found._replace(subject_last=at - 2) if hedged else found
        actor = _actor(line, at, index) or (actor and _joins(line, at))
        at += 1
    return None


def _is_hedged(line: Line, at: int) -> bool:
    """Say whether "at least" stands right before ``at``: "Kip at least sends the list"."""
    return line.norm(at - 1) == "least" and line.norm(at - 2) == "at"


def _acts(line: Line, at: int) -> bool:
    """Tell "struck the rival off the list" from the state: a past form with an object."""
    return "p" in line.at(at).codes and line.is_given(at + 1)


def _apposition(line: Line, at: int) -> int:
    """Return the index after "…, the CFO," when the comma at ``at`` opens such an apposition, else -1."""
    for end in range(at + 1, min(at + 6, len(line.tokens))):
        if line.norm(end) == "," and any(line.role(i) is not None or line.is_agent(i) for i in range(at + 1, end)):
            return end + 1
    return -1


def _actor(line: Line, at: int, first: int) -> bool:
    """Say whether the word can be one who acts."""
    token = line.at(at)
    if token.classes:
        if token.has("we") or token.has("they") or token.has("you"):
            return True
        if token.has("indefinite") and token.norm.endswith(("one", "body")):
            return True
        if token.has("determiner") and token.norm in _COUNTS:
            return at > first
        if token.has("them"):
            return line.norm(at + 1) == "to"  # "him to send …", what is wanted left out
    if line.is_agent(at):
        before = line.at(at - 1)
        return at == first or bool(before.classes) or before.kind == "word"
    return line.role(at) is not None or line.is_name(at) or line.is_acronym(at)


def _joins(line: Line, at: int) -> bool:
    """Say whether a word may stand between an actor and its verb."""
    token = line.at(at)
    if (
        token.has("adverb")
        or token.norm in _JOINERS
        or (token.has("preposition") and token.norm in _INNER_PREPOSITIONS)
    ):
        return True
    titled = token.capital and line.at(at - 1).capital and not line.titled
    return titled or (token.kind in ("word", "number") and not token.codes and not token.norm.endswith("s"))


def _verb_at(line: Line, first: int, at: int, *, actor: bool) -> Head | None:
    token, after = line.at(at), line.at(at + 1)
    if token.norm == "to":
        return infinitive(line, at) if actor else None
    auxiliary = token.norm in ("does", "do", "did") and after.has("negation")
    if auxiliary or (token.has("modal") and (actor or token.norm != "may")):
        return after_modal(line, at, "" if auxiliary else token.norm)
    has_done = token.norm == "'s" and set(after.codes) & set("pn") and "b" not in after.codes
    if actor and (has_done or token.norm in _HAVE):
        return after_have(line, at)
    if token.has("be") and (token.norm != "'s" or (actor and not after.capital and _predicate(line, at + 1))):
        return Head(at, at, "finite", "", after.has("negation"))
    if token.capital and line.at(at - 1).capital and not line.titled and at - 1 > first:
        return None  # "Head of Fleet Services": a verb inside a line has no capital
    if token.verb is None:
        return Head(at, at, "finite", "", False) if _open_verb(line, at, actor=actor) else None
    if ("g" in token.codes and "b" not in token.codes) or line.is_name(at):
        return None
    opened = None if actor else _open_actor(line, first, at)
    if set(token.codes) & set("pn"):
        return opened or _past(line, first, at, actor=actor)
    return _present(line, first, at) if actor else opened


def _open_actor(line: Line, first: int, at: int) -> Head | None:
    """Read "the pension fund lodges the deposit", "patron endorses us": a plain noun, a deed, somebody or something."""
    token, before = line.at(at), line.at(at - 1)
    start = first + line.at(first).has("determiner")
    if token.verb is None or token.verb.client not in line.lexicon.groups["agentive"] or at - start > _LONGEST_OPEN:
        return None
    plain = all(
        line.at(i).kind == "word" and not line.at(i).classes and not line.at(i).codes and line.nominal(i) is None
        for i in range(start, at)
    )
    known = line.lexicon.times.get(before.norm) or before.norm in line.lexicon.states
    finite = set(token.codes) & set("sp") and token.norm not in line.lexicon.nominals
    said = line.at(at + 1).has("question") or line.norm(at + 1) == "to"  # "sheila says which …", "callum agrees to …"
    if not plain or known or not finite or start >= at or not (said or line.is_given(at + 1)):
        return None
    return Head(at, at, "finite", "", negated=False, open=True)


def _predicate(line: Line, at: int) -> bool:
    token = line.at(at)
    counts = token.norm in line.lexicon.groups["hours"]
    determined = token.has("determiner") and not counts
    return token.norm in line.lexicon.states or token.has("negation") or determined or "g" in token.codes


def _past(line: Line, first: int, at: int, *, actor: bool) -> Head | None:
    """Read a past form: after an actor it is what they did, after a thing it is a participle."""
    token, before = line.at(at), line.at(at - 1)
    if actor and _close(line, first, at) and line.norm(at + 1) != "by":
        return Head(at, at, "finite", "", False)
    blocked = before.has("determiner") or before.has("preposition") or before.has("conjunction")
    if (token.norm in line.lexicon.states and not _acts(line, at)) or blocked or line.role(at + 1) is not None:
        return None
    thing = before.kind in ("word", "number", "mark") and "b" not in token.codes
    return Head(at, at, "participle", "", False) if thing else None


def _close(line: Line, first: int, at: int) -> bool:
    """Say whether an actor stands right before ``at``."""
    before = line.at(at - 1)
    return _actor(line, at - 1, first) or before.norm in (")", ".") or before.has("adverb") or _is_hedged(line, at)


def _present(line: Line, first: int, at: int) -> Head | None:
    """Read a third person or a plural present after an actor."""
    token, before, after = line.at(at), line.at(at - 1), line.at(at + 1)
    close = _close(line, first, at)
    found = Head(at, at, "finite", "", False)
    if before.norm in _INNER_PREPOSITIONS:
        return None
    if "s" in token.codes:
        noun = token.norm in line.lexicon.nominals
        if noun and (not close or (line.role(at + 1) is not None and not line.is_name(at - 1))):
            return None
        return found
    role = line.role(at - 1)
    several = before.norm.endswith("s") or any(line.at(i).has("conjunction") for i in range(first, at))
    plural = before.norm in _PLURAL_PRONOUNS or several or (role is not None and role.number == "group")
    verb_next = "s" in after.codes and after.norm not in line.lexicon.nominals
    return found if close and plural and line.role(at) is None and not verb_next else None


def _open_verb(line: Line, at: int, *, actor: bool) -> bool:
    """Accept an unknown word as a verb: right after an actor, lower case, with the ending of a third person or past."""
    token, before, after = line.at(at), line.at(at - 1), line.at(at + 1)
    noun = token.norm in line.lexicon.nominals or line.role(at) is not None
    if not actor or token.kind != "word" or token.capital or token.classes or noun:
        return False
    named = line.role(at - 1) is not None or line.is_agent(at - 1) or line.is_name(at - 1) or line.is_acronym(at - 1)
    near = named or before.norm == ")" or before.has("they") or before.has("we") or before.has("adverb")
    ends = (token.norm.endswith("s") and not token.norm.endswith(("ss", "us", "is"))) or token.norm.endswith("ed")
    verb_next = set(after.codes) & set("sp") and not after.has("be") and after.norm not in line.lexicon.nominals
    return near and ends and after.norm != "'s" and not verb_next
