"""Sentences with slots: “{action}” is replaced by the words of the plan that the node holds at that spot."""

from __future__ import annotations

import re
from collections.abc import Mapping

from advancelint.cards.fields import Fields
from advancelint.errors import hint
from advancelint.expressions import expression
from advancelint.mapping import Value
from advancelint.nodes import slots_of

_SLOT = expression(r"\{(\w*)\}")
_DAYS = expression(r"\{(\w+)\}(?: working)? days\b")
# What a condition finds besides the words of the node.
FOUND_SLOTS = {"phrases": ("phrase", "replacement", "wanted", "problem"), "schema": ("problem", "where", "place")}
_QUOTED_LENGTH = 70


def template(fields: Fields, value: Value, what: str, kind: str, condition: str) -> str:
    """Return the sentence ``value`` after checking that every slot can be filled. Raises CardError."""
    text = fields.words(value, what)
    # A Python check may bring facts of its own, so its slots are known only when it runs.
    known = (*slots_of(kind), *FOUND_SLOTS.get(condition, ()), *fields.slots)
    for match in _SLOT.finditer(text):
        if match.group(1) not in known and condition != "check":
            fields.fail(f"{what} has a slot “{{{match.group(1)}}}” that a {kind} cannot fill", value.span,
                        hint(match.group(1), known))  # fmt: skip
    if "{" in _SLOT.sub("", text) or "}" in _SLOT.sub("", text):
        fields.fail(f"{what} has a stray brace", value.span, "A slot is one word in braces, as in {action}.")
    return " ".join(text.split())


def slots_in(sentence: str) -> list[str]:
    """Return the names of the slots of ``sentence``."""
    return _SLOT.findall(sentence)


def fill(sentence: str, words: Mapping[str, str]) -> str:
    """Fill the slots of ``sentence``; a slot without words quotes the whole line, which ``words["text"]`` holds.

    Words that begin the sentence or a quotation get a capital letter; long ones are cut to a readable length. Behind a
    slot of one, "days" becomes "day".
    """
    sentence = _DAYS.sub(lambda days: days[0].removesuffix("s") if words.get(days[1]) == "1" else days[0], sentence)

    def replace(match: re.Match[str]) -> str:
        found = words.get(match.group(1)) or words.get("text", "")
        found = " ".join(found.split()) if match.group(1) in _CLAUSES else shorten(found)
        before = sentence[: match.start()].rstrip(" ")
        opens = not before or before[-1] in ".!?" or sentence[match.start() - 1] == "“"
        return found[:1].upper() + found[1:] if opens and match.group(1) in _NAMES else found

    return _SLOT.sub(replace, sentence)


def fill_whole(sentence: str, words: Mapping[str, str], values: Mapping[str, object]) -> str:
    """Fill the slots of what is to be written into a plan: whole, as they are; "" where one of them has no words.

    ``words`` come before the ``values`` of the same name.
    """
    found = {name: words[name] if name in words else str(values.get(name, "")) for name in _SLOT.findall(sentence)}
    if not all(found.values()):
        return ""
    return _SLOT.sub(lambda match: found[match.group(1)], sentence)


def sketch(sentence: str) -> str:
    """Return ``sentence`` as it is shown without a plan: every slot as a word in angle brackets."""
    return _SLOT.sub(lambda match: f"<{match.group(1).replace('_', ' ')}>", sentence)


_NAMES = ("client", "client_full", "host", "by")
# What a condition says in words of its own, which are short where they have to be.
_CLAUSES = ("problem", "wanted")


def shorten(text: str) -> str:
    """Return ``text`` on one line, cut after a whole word to about 70 code points."""
    line = " ".join(text[: _QUOTED_LENGTH * 8].split()).rstrip(".;,: ")
    if len(line) <= _QUOTED_LENGTH:
        return line
    head = line[: _QUOTED_LENGTH + 1].rsplit(" ", 1)[0][:_QUOTED_LENGTH]
    return f"{head.rstrip('.;,: ')} …"
