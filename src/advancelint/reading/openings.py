"""Tells how a clause opens: with an imperative, with a noun that looks like a verb, or with its subject dropped."""

from __future__ import annotations

from advancelint.reading.line import Line


def dropped_subject(line: Line, index: int) -> bool:
    """Recognise "Writes down who pays …": a third person whose subject stands in the heading."""
    token, after = line.at(index), line.at(index + 1)
    if token.verb is None or "s" not in token.codes or line.is_name(index) or line.role(index) is not None:
        return False
    owned = line.scene.owner_side == "client" and index == 0
    if token.norm in line.lexicon.nominals and not (owned or after.has("determiner") or after.has("us")):
        return False
    if line.scene.owner_side == "client" and index == 0 and after.kind == "word":
        return True
    return after.kind == "number" or (bool(after.classes) and not after.has("be")) or line.is_name(index + 1)


def shared_subject(line: Line, index: int) -> bool:
    """Recognise the second verb of "Gwen likes it and sends the list", whose subject stands before the first."""
    token, after = line.at(index), line.at(index + 1)
    if token.verb is None or "s" not in token.codes or line.is_name(index) or line.role(index) is not None:
        return False
    given = any(map(after.has, ("determiner", "us", "them", "their"))) or after.kind == "number"
    if token.has("be") or token.lemma in ("have", "do") or token.norm in line.lexicon.nominals:
        return given and not token.has("be")
    return after.kind in ("word", "number")


def imperative(line: Line, index: int) -> bool:
    """Say whether a clause begins at ``index`` with its verb: an imperative, a bare infinitive or a gerund."""
    token = line.at(index)
    if token.norm == "to" and "b" in line.at(index + 1).codes:
        return True
    if not set(token.codes) & set("bg") or line.is_name(index):
        return False
    return not noun_reading(line, index)


def bare_past(line: Line, index: int) -> bool:
    """Recognise notes in the past tense that name nobody ("sent the deck, covered pricing"): they tell of us."""
    token = line.at(index)
    if "p" not in token.codes or set(token.codes) & set("bs") or token.norm in line.lexicon.states:
        return False
    if line.scene.owner_side == "client" or line.scene.voice == "client":
        return False
    return line.at(index + 1).kind in ("word", "number") and line.nominal(index + 1) is None


def noun_reading(line: Line, index: int) -> bool:
    """Tell "Order for 500 units", "Budget approval", "Lead architect joins" from the verbs of the same form."""
    token, after = line.at(index), line.at(index + 1)
    framing = token.verb is not None and token.verb.bare in ("assure", "causative", "acquire", "agree", "persuasion")
    if token.verb is not None and not framing and compound_subject(line, index):
        return True
    known_noun = token.norm in line.lexicon.nominals or token.norm in line.lexicon.times
    if not known_noun and line.role(index) is None:
        if "g" not in token.codes:
            return after.norm in ("will", "has", "is", "was") or (after.norm == "by" and "b" not in token.codes)
        return "s" in after.codes and after.norm not in line.lexicon.nominals
    if after.norm == "to":
        return "b" in line.at(index + 2).codes and not line.is_name(index + 2)
    return _followed_as_noun(line, index) or _heads_a_compound(line, index)


def _followed_as_noun(line: Line, index: int) -> bool:
    """Say whether what follows only follows a noun: "of", "from", a dash, "by Dana", "for 500 units", "is"."""
    token, after, nominal = line.at(index), line.at(index + 1), line.nominal(index)
    if after.kind in ("dash", "arrow") or after.norm in line.lexicon.groups["after-a-noun"] or not after.norm:
        return True
    if after.norm == "by" and line.at(index + 2).kind == "word" and index + 1 not in line.timed:
        return True
    given = nominal is not None and nominal.kind in ("act", "thing")
    if after.norm == "for" and (line.at(index + 2).kind == "number" or given):
        return not token.verb or token.verb.bare != "causative"
    finite = bool(set(after.codes) & set("sp"))
    return finite and after.norm not in line.lexicon.nominals and not after.capital


def _heads_a_compound(line: Line, index: int) -> bool:
    """Recognise "Budget approval", "Test drive booked": a noun, a noun, and no verb or a participle."""
    after, second = line.at(index + 1), line.at(index + 2)
    nominal, opening = line.lexicon.nominals.get(after.norm), line.lexicon.nominals.get(line.norm(index))
    if opening is not None and opening.kind == "topic" and after.kind == "word" and not after.classes:
        return not line.is_name(index + 1)
    if nominal is not None and nominal.kind == "act" and not after.norm.endswith("s") and not after.has("determiner"):
        return True
    plain = after.kind == "word" and not after.classes and not line.is_name(index + 1)
    return plain and bool(set(second.codes) & set("pn")) and "b" not in second.codes and not second.capital


def compound_subject(line: Line, index: int) -> bool:
    """Recognise "Plant manager posts …", "Network director flies …": plain nouns up to a role, then its verb."""
    at = index
    while at < min(index + 7, len(line.tokens) - 1):
        at += 1
        token = line.at(at)
        if token.norm in ("(", "["):
            at = line.closing(at) - 1
            continue
        if line.norm(at - 1) == ")" and "s" in token.codes:
            return True
        if token.norm == "to" or token.has("modal"):
            return line.role(at - 1) is not None and "b" in line.at(at + 1).codes
        if token.classes or token.kind not in ("word", "number"):
            return False
        if line.role(at - 1) is not None or line.is_agent(at - 1):
            known = "s" in token.codes or (token.verb is not None and "p" in token.codes and "b" not in token.codes)
            unknown = token.verb is None and token.norm.endswith("s") and line.role(at) is None
            if (known or unknown) and token.norm not in line.lexicon.nominals and not token.capital:
                return True
    return False
