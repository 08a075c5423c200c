"""Finds the verb behind an auxiliary: "to", a modal, "have"; and says what a subject and its verb are."""

from __future__ import annotations

from advancelint.reading.line import Line
from advancelint.records import NamedTuple


class Head(NamedTuple):
    """Where a subject ends (``subject_last``, exclusive) and its verb stands, with the verb's form and modal.

    ``open`` says that nothing but the verb and its object shows that the subject can act ("the pension fund lodges …").
    """

    subject_last: int
    verb: int
    form: str
    modal: str
    negated: bool
    open: bool = False


def infinitive(line: Line, at: int) -> Head | None:
    """Read "X to sign": the verb after "to" may be any plain word that is no known noun."""
    verb = at + 1
    negated = line.at(verb).has("negation")
    while line.at(verb).has("adverb") or line.at(verb).has("negation"):
        verb += 1
    token = line.at(verb)
    if token.norm == "have" and "n" in line.at(verb + 1).codes and line.at(verb + 2).kind == "word":
        return Head(at, verb + 1, "infinitive", "to", negated)  # "Noor to have picked a name"
    if token.has("be") or "b" in token.codes:
        return Head(at, verb, "infinitive", "to", negated)
    plain = token.kind == "word" and not token.classes and not token.capital and line.role(verb) is None
    if plain and token.norm not in line.lexicon.nominals:
        return Head(at, verb, "infinitive", "to", negated)
    return None


def after_modal(line: Line, at: int, modal: str) -> Head | None:
    """Read "X will sign": the verb behind the modal at ``at``, negations and adverbs passed over."""
    verb, negated = at + 1, False
    while True:
        token, after = line.at(verb), line.at(verb + 1)
        perfect = token.norm in ("have", "be") and set(after.codes) & set("pn")
        if perfect and token.norm == "be":
            return Head(at, verb, "finite", modal, negated)
        if not (token.has("adverb") or token.has("negation") or perfect):
            break
        negated = negated or (token.has("negation") and token.norm != "never")
        verb += 1
    if token.kind != "word" or (token.classes and not token.codes and not token.has("be")):
        return None
    return Head(at, verb, "finite", modal, negated)


def after_have(line: Line, at: int) -> Head:
    """Read "X has signed", "X has a plan": the participle behind "have", else "have" itself."""
    verb, negated = at + 1, False
    while line.at(verb).has("adverb") or line.at(verb).has("negation"):
        negated = negated or line.at(verb).has("negation")
        verb += 1
    token = line.at(verb)
    if token.norm == "been" or set(token.codes) & set("pn") or token.norm.endswith("ed"):
        return Head(at, verb, "finite", "", negated)
    return Head(at, at, "finite", "", negated)
