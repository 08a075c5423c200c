"""Decides which words are the names of people and companies."""

from __future__ import annotations

from advancelint.reading.line import TITLES, Line

# A shorter word in front of a colon is a label or a short form.
_SHORTEST = 2

# What may stand right after a name at the head of a line; without one of these a capital there proves nothing.
_AFTER_NAME = frozenset(("'s", "(", "to", "will", "and", "&", "has", "is", "or", "/", "'ll", "+"))


def named(line: Line, index: int) -> bool:
    """Say whether the token at ``index`` reads as a name."""
    token = line.tokens[index]
    if token.kind != "word":
        return False
    if len(token.text) == 1:
        return _initial(line, index)
    if (token.norm in line.client or token.norm in line.seller) and (token.capital or token.verb is None):
        return True
    if not token.capital or line.titled or index in line.timed or len(token.text) < 2:
        return False
    if token.norm in line.lexicon.groups["names-of-words"] and _acts(line, index + 1):
        return True
    if token.classes or token.norm in line.lexicon.roles or token.norm in line.lexicon.states:
        return False
    if token.norm in TITLES:
        return True
    if token.text.isupper() or token.norm in line.lexicon.nominals or (token.codes and token.text[:2].isupper()):
        return False  # "Tess OKs the demo"
    before = line.at(index - 1)
    if index > 0 and not line.stops(index - 1) and before.kind in ("word", "clitic", "number"):
        return not (token.verb is not None and before.verb is not None and before.capital)
    return _named_at_head(line, index)


def _acts(line: Line, index: int) -> bool:
    """Say whether a word can only be what "Bill" or "Grant" does: "Bill agrees to …", "Grant names the approver"."""
    token, after = line.at(index), line.at(index + 1)
    if token.norm in ("and", "&", "+"):
        return after.capital and not after.classes  # "Bill and Penny sign the plan"
    if "s" not in token.codes or token.capital or index in line.timed:
        return False
    plain = token.norm not in line.lexicon.nominals and after.kind == "word" and not after.has("conjunction")
    return plain or line.is_given(index + 1)


def _initial(line: Line, index: int) -> bool:
    """Recognise "S. walks us", "get F to lend": a single capital that stands for a person."""
    token, after = line.tokens[index], line.at(index + 1)
    if not token.capital or index in line.timed:
        return False
    if after.norm == ".":
        second = line.at(index + 2)
        return second.kind in ("word", "clitic") and second.start > after.end and not second.capital
    if token.text in ("I", "A"):
        return False
    known = token.norm in line.client or token.norm in line.seller
    return (known and line.at(index - 1).kind != "number") or (after.norm == "to" and "b" in line.at(index + 2).codes)


def _is_compound(line: Line, index: int) -> bool:
    """Tell "Oil samples drawn by", "Fuel bills and" from "Bank moves every account", by what stands third."""
    second = line.at(index + 2)
    participle = "n" in second.codes and not set(second.codes) & set("bs")
    return participle or second.has("conjunction") or second.norm in ("per", "of", "from", ",", "")


def _named_at_head(line: Line, index: int) -> bool:
    """Decide for a capital at the head of a line or fragment, where it proves nothing by itself."""
    token, after = line.at(index), line.at(index + 1)
    if after.norm in ("will", "'ll", "has", "is") or (after.norm == "'s" and token.norm not in line.lexicon.verbs):
        return True
    if token.norm in line.lexicon.common and _is_compound(line, index):
        return False
    plain_noun = after.norm in line.lexicon.nominals
    if token.verb is not None:
        infinitive = after.norm == "to" and "b" in line.at(index + 2).codes and "b" not in token.codes
        return ("s" in after.codes and not plain_noun) or infinitive
    if after.capital and line.role(index + 1) is None and not plain_noun and after.verb is None:
        return True
    at_least = after.norm == "at" and line.norm(index + 2) == "least"  # "Kip at least sends the log"
    if after.norm in _AFTER_NAME or bool(after.codes) or (at_least and "s" in line.at(index + 3).codes):
        return True
    alone = token.norm not in line.lexicon.common and token.norm not in line.lexicon.nominals
    if index == 0 and alone and len(token.text) > _SHORTEST and (after.norm == ":" or after.kind in ("dash", "arrow")):
        return token.verb is None
    third = line.at(index + 2)
    if index == 0 and alone and after.norm == "," and (third.has("our") or third.has("their") or third.has("relative")):
        return True
    if after.norm == ")" and line.norm(index - 1) == "(":
        return token.norm not in line.lexicon.common
    if index + 1 >= len(line.tokens) or line.stops(index + 1) or after.norm == "," or index + 1 in line.timed:
        return token.verb is None and len(token.text) > 2 and line.scene.field != "quote" and index > 0
    verbal = after.norm.endswith("ed") or (after.norm.endswith("s") and not after.norm.endswith("ss"))
    return verbal and after.kind == "word" and not after.classes and not plain_noun
