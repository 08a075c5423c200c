"""Where in its life a rule is: on trial, stable or deprecated, since when, and what it was called before."""

from __future__ import annotations

from collections.abc import Iterator

from advancelint.cards.fields import Fields
from advancelint.cards.keys import FORMER, STATUSES, VERSION
from advancelint.expressions import expression
from advancelint.mapping import Mapping, Scalar
from advancelint.records import NamedTuple
from advancelint.rule import Former

_VERSION, _FORMER = expression(VERSION), expression(FORMER)


class Life(NamedTuple):
    """What a card says of the rule's life; each part as `rule.Card` has it."""

    status: str
    since: str
    deprecated: str
    replaces: tuple[Former, ...]


def read_life(fields: Fields, mapping: Mapping) -> Life:
    """Return what the card says of the rule's life; raises CardError with the place of what is wrong."""
    given = mapping.get("status")
    status = STATUSES[0] if given is None else fields.choice(given, "“status”", STATUSES)
    return Life(status, _since(fields, mapping), _advice(fields, mapping, status), tuple(_replaced(fields, mapping)))


def _since(fields: Fields, mapping: Mapping) -> str:
    text = fields.optional_words(mapping, "since")
    if text and not _VERSION.fullmatch(text):
        fields.fail(f"“{text}” is no version", (mapping.get("since") or mapping).span, "Write it as in 1.2.0.")
    return text


def _advice(fields: Fields, mapping: Mapping, status: str) -> str:
    value = mapping.get("deprecated")
    if value is None:
        if status == "deprecated":
            remedy = "Add “deprecated:” with a sentence that says what to do instead."
            fields.fail(
                "a deprecated rule has to say what to do instead", (mapping.get("status") or mapping).span, remedy
            )
        return ""
    if status != "deprecated":
        remedy = "Write “status: deprecated”, or take the sentence out."
        fields.fail(f"“deprecated” belongs to a deprecated rule, and this one is {status}", value.span, remedy)
    return " ".join(fields.words(value, "“deprecated”").split())


def _replaced(fields: Fields, mapping: Mapping) -> Iterator[Former]:
    """Yield the old codes and names of the rule; what other rules are called is not known here."""
    value = mapping.get("replaces")
    if value is None:
        return
    own = [one.text.strip() for one in (mapping.get("code"), mapping.get("name")) if isinstance(one, Scalar)]
    seen: set[str] = set()
    for item in fields.sequence(value, "“replaces”"):
        word = fields.words(item, "an old code or name")
        if not _FORMER.fullmatch(word):
            remedy = "A code is capital letters and three digits, as ABC101; a name is words joined by hyphens."
            fields.fail(f"“{word}” is neither a code nor a name", item.span, remedy)
        if word in own:
            fields.fail(f"“{word}” is what the rule is called now", item.span, "Name what it was called before.")
        if word in seen:
            fields.fail(f"“{word}” stands here twice", item.span)
        seen.add(word)
        yield Former(word, fields.source.place(item.span.start))
