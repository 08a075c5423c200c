"""Recognises questions and requests: who is asked to do what."""

from __future__ import annotations

from advancelint.reading.line import Line
from advancelint.reading.parties import Party, party
from advancelint.records import NamedTuple

_LONGEST_OPENING = 5


class Request(NamedTuple):
    """A question or request.

    ``verb`` is the index from which to look for its verb; ``ask`` is "you" when somebody is asked to act, "we" when
    we ask leave, "question" when only an answer is wanted.
    """

    verb: int
    ask: str
    subject: Party


def request(line: Line, index: int) -> Request | None:
    """Recognise "could you …", "can we …", "would your CFO …", "how about you …"; None for anything else."""
    if line.norm(index) == "how" and line.norm(index + 1) == "about" and line.at(index + 2).has("you"):
        return Request(index + 3, "you", party(line, index + 2, index + 3))
    start = _auxiliary(line, index)
    if start < 0:
        return None
    subject, ask = _asked(line, start + 1)
    if not ask and line.norm(start) in ("do", "does", "did", "is", "are") and "?" in line.text:
        return Request(start + 1, "question", subject)
    if not ask:
        return None
    end = max(subject.last, start + 2)
    opened = start > index and line.norm(index) in ("what", "how", "why", "who", "where", "whether")
    if opened or line.norm(start) in ("do", "does", "did", "is", "are"):
        ask = "question"
    if line.norm(end) == "be" and line.norm(end + 1) not in ("able", "willing", "the", "so", "kind", "prepared"):
        ask = "question"
    while line.norm(end) in line.lexicon.groups["politeness"]:
        end += 1
    return Request(end, ask, subject)


def _auxiliary(line: Line, index: int) -> int:
    """Return the index of the modal or auxiliary that opens a question, past "which two people …"; -1 for none."""
    start = index
    opened = line.at(index).has("question")
    while line.at(start).has("question") or (
        opened and line.at(start).kind == "word" and not line.at(start).has("modal")
    ):
        start += 1
        if start > index + _LONGEST_OPENING:
            return -1
    token = line.at(start)
    return start if token.has("modal") or token.norm in ("do", "does", "did", "are", "is") else -1


def _asked(line: Line, index: int) -> tuple[Party, str]:
    after = line.at(index)
    subject = party(line, index, index + 1)
    if after.has("you"):
        return subject, "you"
    if after.has("we"):
        return subject, "we"
    if (after.has("your") or after.has("they") or line.is_name(index)) and "?" in line.text:
        end = index + 1
        while end < len(line.tokens) and end < index + 6 and not _opens_act(line, end):
            end += 1
        return party(line, index, end), "you"
    return subject, ""


def _opens_act(line: Line, index: int) -> bool:
    """Say whether the verb of a request stands at ``index``, and not a noun like "lock" in "your lock keepers"."""
    return "b" in line.at(index).codes and line.role(index + 1) is None and not line.is_agent(index + 1)


def first_base(line: Line, index: int) -> int:
    """Return the index of the first base verb or gerund within four tokens, or -1."""
    for at in range(index, min(index + 4, len(line.tokens))):
        if "b" in line.at(at).codes or "g" in line.at(at).codes:
            return at
    return -1
