"""What the wording of an ask gives away: how many acts it asks for, and how it would begin on the client's side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advancelint.doctrine.clauses import claims
from advancelint.doctrine.patterns import name_act, verb_forms
from advancelint.doctrine.words import Word, forms_of, words_of
from advancelint.expressions import expression
from advancelint.reading import Reading
from advancelint.records import NamedTuple

_NAME = r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?[^\W\d_a-z][\w'’-]*(?: [A-Z][\w'’-]*)*(?: \([^()]{1,40}\))?"
_ROLE = r"(?:the|their) [a-z-]+(?: [a-z-]+){0,2}?"
_FRAMES = (
    expression(
        rf"^\s*(?i:get|ask|persuade|convince|encourage|lead|enlist)\s+"
        rf"(?P<who>{_NAME}|{_ROLE})\s+to\s+(?P<verb>[a-z]+)(?P<rest>\b.*)$",
        re.DOTALL,
    ),
    expression(rf"^\s*(?i:have)\s+(?P<who>{_NAME})\s+(?P<verb>[a-z]+)(?P<rest>\b.*)$", re.DOTALL),
)
_JOINS = ("and", "then", "plus")
_SAME_SHARE = 0.8
_OTHERWISE = expression(r"(?i)(?:and |or )?if (?:not|he|she|they|it|this|that)\b[^,]*,")
_FAILING = expression(
    r"(?i)(?:and |or |but )?if\b[^,.;:]{1,80}(?:\b(?:not|no|cannot|refuses?|declines?)\b|n['’]t\b)[^,.;:]*[,:]"
)


def count_asks(reading: Reading) -> int:
    """Return how many acts of the client's the line joins: verbs in the third person behind commas and joins.

    Only verbs that are named by the ladder's patterns count, and two verbs with one object are one act, so the number
    is rather too small than too large.
    """
    words = words_of(reading.passage.text)
    start = reading.action.span.start
    heads = [index for index, word in enumerate(words) if word.start >= start]
    if not heads or reading.client_action.value != "act":
        return 0
    first = words[heads[0]].text
    shape = "s" if first.endswith("s") and not first.endswith("ss") else "b"
    count = 1
    for index in heads[1:]:
        before = words[index - 1]
        opens = before.text in _JOINS or words[index].comma
        if words[index].opens:
            break
        if opens and _fits(words, index, shape) and index - heads[0] > 1:
            count += 1
    return count


def _is_third(word: str) -> bool:
    return word in verb_forms() and word.endswith("s") and not word.endswith("ss")


def _fits(words: Sequence[Word], index: int, shape: str) -> bool:
    word = words[index].text
    if shape == "s":
        # A verb needs something behind it that a list of things does not have: an article, a name, a number.
        behind = words[index + 1].text if index + 1 < len(words) else ""
        return (
            _is_third(word)
            and behind not in ("", "and", "or", "of")
            and not words[min(index + 1, len(words) - 1)].comma
        )
    return False


class Turn(NamedTuple):
    """An ask in the seller's grammar, taken apart: who is to act, the verb in its base form, what stands behind it."""

    who: str
    verb: str
    rest: str


NO_TURN = Turn("", "", "")


def turn_of(reading: Reading) -> Turn:
    """Return the parts of "Get Dana to sign …", `NO_TURN` where the line is built otherwise."""
    match = next((found for frame in _FRAMES if (found := frame.match(reading.passage.text))), None)
    if match is None or reading.construction.value not in ("causative", "ask"):
        return NO_TURN
    verb = match["verb"].lower()
    return NO_TURN if verb in ("be", "not") else Turn(match["who"], verb, match["rest"])


def on_their_side(reading: Reading) -> str:
    """Return an ask in the seller's grammar as the client's sentence ("Get Dana to sign …": "Dana signs …"), or ""."""
    turn = turn_of(reading)
    if not turn.verb:
        return ""
    third = "has" if turn.verb == "have" else forms_of(turn.verb)[0][1]
    return f"{turn.who[:1].upper()}{turn.who[1:]} {third}{turn.rest.rstrip().rstrip('.')}"


def same_words(first: frozenset[str], second: frozenset[str]) -> bool:
    """Say whether two lines ask for the same in nearly the same words, by what `content_of` makes of them."""
    shorter, longer = sorted((len(first), len(second)))
    if not shorter or shorter / longer < _SAME_SHARE:  # no more words can be the same
        return False
    return len(first & second) / len(first | second) >= _SAME_SHARE


def content_of(reading: Reading) -> frozenset[str]:
    """Return the words of a line that carry its sense, in lower case; deadlines and numbers do not count."""
    due = reading.deadline.span
    words = words_of(reading.passage.text)
    told = (word.text for word in words if not due.start <= word.start < due.end)
    return frozenset(word for word in told if len(word) > 2 and not word[0].isdigit())


def is_only_a_meeting(reading: Reading) -> bool:
    """Say whether the line asks for nothing but to meet (again): nobody new, nothing prepared, nothing decided."""
    if reading.actor.value not in ("client", "both", "unknown"):
        return False
    words = words_of(reading.passage.text)
    span = reading.action.span
    inside = [index for index, word in enumerate(words) if span.start <= word.start < span.end]
    found = [
        name_act(claim.clause._replace(ours=False), ("meet_again",))
        for claim in claims(words, inside, {}, frozenset(), ())
        if claim.status in ("done", "promised")
    ]
    return any(found)


def says_failing_what(text: str, *, fallback: bool) -> bool:
    """Say whether an "if" at the head of a goal only says when it counts: "If she can't, …", and of a ``fallback`` any.

    The client hangs nothing on such a condition.
    """
    return _FAILING.match(text) is not None or (fallback and _OTHERWISE.match(text) is not None)
