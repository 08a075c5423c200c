"""What is wrong with text that is no YAML, in words for people who never learnt it, and what to write instead.

PyYAML tells where its grammar broke, often a line behind the mistake; the mistake is told from the text before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from advancelint.expressions import expression
from advancelint.records import NamedTuple

_KEY = expression(r"\s*(?:- +)*[^\s:#-][^:]*:\s+")
_GLUED = expression(r"\s*(?:- +)?[\w-]+:(?=\S)")
_LONGEST = 90
_TWO_PAIRS = 4
_SECOND = "a second colon stands in this line, and YAML takes it for a key's"
_QUOTE = "Put the whole text in quotation marks"
_CLOSE = "Close it with the same mark; inside of '…' write an apostrophe twice, or use \"…\"."
_INDENT = "What belongs together begins in the same column; what belongs to the line above is indented by two blanks."
_BELOW = (
    "A key begins right below the key before it; a text that goes on here and has a colon stands in quotation marks."
)


class Fault(NamedTuple):
    """What is wrong, what to do, and the 0-based code point at which it stands."""

    message: str
    remedy: str
    offset: int


class Break(NamedTuple):
    """What PyYAML says: its ``problem`` at the code point ``at``, met in a ``context`` that began at ``begun``.

    ``tokens`` are those that end at or before ``at``.
    """

    text: str
    problem: str
    at: int
    context: str
    begun: int
    tokens: tuple[Any, ...]


def tokens_before(tokens: Iterable[Any], at: int) -> tuple[Any, ...]:
    """Return those of ``tokens`` that end at or before ``at``; an error of the scanner ends them."""
    found = []
    try:
        for token in tokens:
            if token.start_mark.index > at:
                break
            if token.start_mark.index < token.end_mark.index <= at:
                found.append(token)
    except Exception:  # noqa: BLE001 - the text is known to be broken; how was told before
        return tuple(found)
    return tuple(found)


def fault_of(broken: Break) -> Fault:
    """Return the mistake behind ``broken``, at the place where a person has made it."""
    for look in (_of_quotes, _of_signs, _of_colons, _of_brackets, _of_flow):
        found = look(broken)
        if found is not None:
            return found
    if "document" in broken.context + broken.problem:
        return Fault("a line “---” begins a second document here", "Take the line out.", broken.at)
    if _line(broken.text, broken.at)[0].strip():
        remedy = "Look for a missing quotation mark, colon or bracket in this line and the one above."
        return Fault(f"this is no valid YAML: {broken.problem}", remedy, broken.at)
    return Fault("this line is not indented like the lines that it belongs to", _INDENT, broken.at)


def _of_quotes(broken: Break) -> Fault | None:
    """Tell a quotation mark that is not closed, or closed too early, and a backslash that means nothing."""
    text, at = broken.text, broken.at
    if "escape character" in broken.problem:
        word = text[text.rfind("\\", 0, at + 1) :][:2]
        remedy = f"In single quotation marks a backslash stays one{_sample(text, broken.begun, single=True)}."
        return Fault(f"“{word}” means nothing within double quotation marks", remedy, at)
    if "quoted scalar" in broken.context:
        return Fault("this quotation mark is not closed", _CLOSE, broken.begun)
    for token in reversed(broken.tokens):
        start, end = token.start_mark, token.end_mark
        if "\n" in text[end.index : at]:
            break
        if getattr(token, "style", None) in ("'", '"'):
            if start.line < end.line:
                return Fault("this quotation mark is not closed", _CLOSE, start.index)
            if not text[end.index : at].strip() and text[at : at + 1] not in ("", "\n", ":"):
                message = "the text goes on behind the quotation mark that closes it"
                return Fault(message, f"{_QUOTE}{_sample(text, start.index)}.", start.index)
    return None


def _of_signs(broken: Break) -> Fault | None:
    """Tell a tab, and a sign that YAML keeps for itself at the beginning of a value."""
    text, at, begun = broken.text, broken.at, broken.begun
    if "cannot start any token" in broken.problem or "a tab character" in broken.problem:
        if text[at : at + 1] == "\t":
            return Fault("a tab stands here, and YAML wants blanks", "Write two blanks instead of the tab.", at)
        return _kept(text, at)
    if re.search(r"an? (alias|anchor|tag)\b", broken.context):
        return _kept(text, begun)
    if "block scalar" in broken.context:
        remedy = f"{_QUOTE}{_sample(text, begun)}; or write it on the lines below, indented by two blanks."
        return Fault(f"a text cannot stand in the line of “{text[begun : begun + 1]}”", remedy, begun)
    return None


def _kept(text: str, at: int) -> Fault:
    return Fault(f"a value cannot begin with “{text[at : at + 1]}”", f"{_QUOTE}{_sample(text, at)}.", at)


def _of_colons(broken: Break) -> Fault | None:
    """Tell a colon that is one too many in its line, that is missing, or that has no blank behind it."""
    text, at = broken.text, broken.at
    if "could not find expected ':'" in broken.problem:
        return _no_key(text, broken.begun)
    if "mapping values" not in broken.problem:
        return None
    before, _ = _line(text, at)
    if key := _KEY.match(before):
        return Fault(_SECOND, f"{_QUOTE}{_sample(text, at - len(before) + key.end())}.", at)
    above = text[: max(at - len(before) - 1, 0)].rstrip()
    last = above.rsplit("\n", 1)[-1]
    if last.strip() and not re.search(r":(?:\s|$)", last) and _indent(last) == _indent(before):
        return _no_key(text, len(above) - len(last) + _indent(last))
    return Fault("no key can stand here: the line above has a value already", _BELOW, at - len(before.lstrip()))


def _no_key(text: str, start: int) -> Fault:
    line = _line(text, start)[1]
    if glued := _GLUED.match(line):
        remedy = f"Write: {glued[0].strip()} {line[glued.end() :].strip()[:_LONGEST]}"
        return Fault("a blank is missing behind the colon", remedy, start)
    remedy = "Write it as “key: value”; where the text of the line above goes on here, indent it by two blanks."
    return Fault("this line is no “key: value”", remedy, start)


def _of_brackets(broken: Break) -> Fault | None:
    """Tell a value that begins with a brace or a bracket and goes on behind it, as a sentence with a slot does."""
    text, at = broken.text, broken.at
    last = broken.tokens[-1] if broken.tokens else None
    name = type(last).__name__
    if last is None or name not in ("FlowMappingEndToken", "FlowSequenceEndToken"):
        return None
    if "\n" in text[last.end_mark.index : at] or text[at : at + 1] in ("", "\n", *"{}[]"):
        return None
    opens = name.replace("End", "Start")
    depth = 0
    for token in reversed(broken.tokens):
        depth += (type(token).__name__ == name) - (type(token).__name__ == opens)
        if not depth:
            start = token.start_mark.index
            sample = _sample(text, start)
            message = f"this text begins with “{text[start]}”, which YAML takes for the beginning of a "
            return Fault(message + ("list" if text[start] == "[" else "mapping"), f"{_QUOTE}{sample}.", start)
    return None


def _of_flow(broken: Break) -> Fault | None:
    """Tell a bracket or a brace that is not closed, and a colon too many in one."""
    if "flow" not in broken.context:
        return None
    text, at = broken.text, broken.at
    if text[at : at + 1] == ":" and "\n" not in text[broken.begun : at]:
        return Fault(_SECOND, f"{_QUOTE}.", at)
    sign = text[broken.begun : broken.begun + 1]
    closing = "]" if sign == "[" else "}"
    remedy = f"Close it with “{closing}”, and put commas between what stands in it."
    return Fault(f"“{sign}” is not closed, or a comma is missing behind it", remedy, broken.begun)


def _line(text: str, at: int) -> tuple[str, str]:
    """Return the line at ``at``: what stands before and behind it."""
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : at], text[at : len(text) if end < 0 else end]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _sample(text: str, start: int, *, single: bool = False) -> str:
    """Return “: ” and the line as it should be, its value from ``start`` on in quotation marks; "" for a long one.

    There is none in brackets and braces either, where the value ends before its line does.
    """
    lead, value = _line(text, start)
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" and value.count(value[0]) < _TWO_PAIRS:
        value = value[1:-1]
    if len(lead) + len(value) > _LONGEST or re.search(r"[{\[]", lead):
        return ""
    double = not single and '"' not in value and "\\" not in value
    quoted = f'"{value}"' if double else "'" + value.replace("'", "''") + "'"
    return f": {lead.strip()} {quoted}"
