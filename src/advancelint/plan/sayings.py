"""Tells what the words around a name say of whose somebody is: "our SE Raj", "Petra wants a trial"."""

from __future__ import annotations

import re

from advancelint.expressions import expression
from advancelint.plan import parties
from advancelint.plan.appositions import OUR_SIDE
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load

_NEXT = expression(
    r"[*_]{0,2}(?:'s|’s)?,?[ ]+(?:also |just |never |only |still |really |now |has |had |has not )?([^\W\d_][\w'’]*)"
)
_LED = expression(r"([^\W\d_]+(?: [^\W\d_]+)?)[ ][*_]{0,2}$")
_WITH = expression(
    r"(?:^|[\s(+&/])(?:with|w/?|to|for|and|ask|tell|told|asked|ring|call|email|mit|an|avec|à|con|a|com|me|[&+/]) "
    r"[*_]{0,2}$",
    re.IGNORECASE,
)
# "Lesley (our finance)", "Johan, my boss"
_OURS_BEHIND = expression(
    r"[*_]{0,2}(?: \(|, | = | – | - | (?:is|ist|c['’]est|es|é) )"
    r"(ours\b|(?:our|my|unser\w*|mein\w*|notre|mon|nuestr\w+|noss\w+) [^(),.;:\n]{2,40})"
)
_OURS_BEFORE = expression(
    r"(?:^|[\s(])((?:our|my|unser\w*|mein\w*|notre|mon|nuestr\w+|noss\w+) (?:\w+ ){1,3})[*_]{0,2}$", re.IGNORECASE
)
_BESIDE_ME = expression(
    r"(?:^|[\s(,])(?:me|ich|moi|yo|eu)(?: \([^()]{2,40}\))? ?[+&] ?[*_]{0,2}$", re.IGNORECASE
)  # "Me + Vikram"
# "Bastien comes with me", "I'm bringing Tash"
_WITH_ME = expression(r"[^.;\n]{0,24}\b(?:with me|mit mir|avec moi|conmigo|comigo)\b")
_BRINGING = expression(
    r"\b(?:(?:I|we)(?:['’](?:m|re|ll)| am| are| will)? (?:bring|take|bringing|taking)|ich bringe|j['’]emmène"
    r"|je viens avec|llevo a|levo) (?:along )?[*_]{0,2}$",
    re.IGNORECASE,
)
_WHO = expression(
    r"[*_]{0,2}(?: \([^()]{1,40}\))?, (?:who|whose|which|der|die|qui|que|quien|quem)\b(?P<clause>[^.;\n]{0,80})"
)
_US = expression(r"\b(?:our|us|my|me|unser\w*|uns|mein\w*|mir|notre|nos|nous|mon|nuestr\w+|noss\w+)\b", re.I)
_OWN = expression(r"(?:my|mein\w*|mon) ", re.IGNORECASE)
# Every one of the patterns about us has one of these in it.
_MINE = expression(
    r"\b(?:ours?|us|m[ey]|i|uns\w*|m(?:ein\w*|ich|ir|oi|on)|ich|je|j|n(?:otre|ous)|nuestr\w+|noss\w+|yo|eu"
    r"|con?migo|levo|llevo)\b",
    re.IGNORECASE,
)


def said(before: str, behind: str, vocabulary: Vocabulary) -> tuple[str, bool]:
    """Return the side that the words around a name tell, and whether they tell that it is a person's."""
    told = _of_us(before, behind) if _MINE.search(before) or _MINE.search(behind) else _explained(behind)
    if told:
        return told, True
    following = _NEXT.match(behind)
    human = _human(following[1].casefold(), vocabulary) if following else None
    if human is not None:
        return human, True
    led = _LED.search(before)
    if led:
        two = led[1].casefold()
        if any(vocabulary.word("meeting-verb", words) is not None for words in (two, two.split()[-1])):
            return "client", True
    return "", bool(_WITH.search(before))


def _of_us(before: str, behind: str) -> str:
    """Return the side that words about us tell: "on our side Ana", "Ana comes with me"; "" for none."""
    sentence = re.split(r"[.!?;:\n]", before)[-1]
    ours = OUR_SIDE.search(sentence) or OUR_SIDE.match(behind.lstrip(" ,(*")) or _BESIDE_ME.search(before)
    if ours or _WITH_ME.match(behind) or _BRINGING.search(before):
        return "seller"
    return _whose(before, behind)


def _whose(before: str, behind: str) -> str:
    """Return whose the words around a name call it: "our SE Raj", "Johan, my boss", "Petra, our champion"; or ""."""
    for match in (_OURS_BEHIND.match(behind), _OURS_BEFORE.search(before)):
        words = _OWN.sub("our ", match[1]) if match else ""
        if words == "ours" or (words and parties.side_of_role(words)):
            return "seller"
        if words and match and match.re is _OURS_BEHIND:
            return "client"  # "our champion"
    return _explained(behind)


def _explained(behind: str) -> str:
    """Return "client" for somebody of whom a clause says more: "Georgina, who chairs the board"; "" for none."""
    told = _WHO.match(behind) if behind[:1] in ",*_ " else None
    return "client" if told and not _US.search(told["clause"]) else ""


def _human(word: str, vocabulary: Vocabulary) -> str | None:
    """Return whose a person is of whom a plan says ``word``: "client" or "" for either; None for no verb of people."""
    found = vocabulary.word("human-verb", word)
    if found is not None:
        return found
    verb = load("en").forms.get(word)
    if verb is None or "g" in verb[1]:
        return None
    told = vocabulary.word("human-verb", verb[0].lemma)
    return "" if told is None and "s" in verb[1] else told  # "Rosa sends it"
