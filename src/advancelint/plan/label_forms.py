"""The forms under which a label is looked up: as the lists write it, and without what stands before or behind it."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from advancelint.expressions import expression

_COUNTED = expression(
    r"(?:phase|step|part|point|item|section|article|stufe|schritt|teil|punkt|abschnitt|artikel|étape|paso|punto|sección"
    r"|artículo|passo|ponto|secção|artigo) (?=\d)"
)
_PART = expression(
    r"(?:phase|step|part|stage|stufe|schritt|teil|étape|paso|fase|etapa|passo|week|woche|semaine|semana) ?\d{1,2}\b"
)
_LETTERED = expression(r"(?:[a-h]|[ivx]{2,4})[.)]|[a-h]\d{1,2}[.):]?")
_SPACED = expression(r"[A-Z] {2,}(?=\S)")  # "B  Visit goal"
# "NextStep", "Meeting_Goal__c": names of the fields of a database
_FIELD = expression(r"[A-Za-z][a-z]+(?:(?:_|(?=[A-Z]))[A-Za-z][a-z]+)+(?:__c)?")
_JOINT = expression(r"(?<=[a-z])(?=[A-Z])|_")
_NAME_OF = expression(
    r"^(?:name of (?:the |our |your )?|name (?:des|der) "
    r"|nom (?:du |de la |de l'|des )|nombre de(?:l| la)? |nome d[oae] )(?=\w)"
)
_BREAKS = (" - ", " — ", " – ", " = ", ": ")


@functools.lru_cache(maxsize=1024)
def normalise(text: str) -> str:
    """Fold a label to the form of the lists: no case, emoji, number in front, bracket behind."""
    text = " ".join(_JOINT.split(text.removesuffix("__c"))) if _FIELD.fullmatch(text) else text
    counted = _SPACED.match(text)
    folded = " ".join(text[counted.end() if counted else 0 :].casefold().replace("’", "'").split())
    bare = _NAME_OF.sub("", _unnumbered(_trimmed(folded)), count=1)
    if bare.endswith(")") and "(" in bare[1:]:
        bare = bare[: bare.rindex("(")]
    return _trimmed(bare) or folded


def counts_part(text: str) -> bool:
    """Say whether a label counts a part of a whole: "Step 2, decide", "Étape 1", "Week 3: tests"."""
    return _PART.match(_trimmed(text.casefold())) is not None


def candidates(text: str) -> Iterator[str]:
    """Yield the forms under which a label is looked up, the longest first."""
    whole = normalise(text)
    yield whole
    for mark in _BREAKS:
        head, found, _ = text.partition(mark)
        if found and head.strip():
            shorter = normalise(head)
            if shorter != whole:
                yield shorter
    if text.rstrip().endswith(")") and "(" in text:
        yield normalise(text[text.rindex("(") + 1 :].rstrip(") "))


def _trimmed(text: str) -> str:
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == ")"):
        end -= 1
    return text[start:end]


def _unnumbered(text: str) -> str:
    """Drop "1.", "14 ", "b)", "phase 3:" in front of a label."""
    counted = _COUNTED.match(text)
    first, _, rest = text[counted.end() if counted else 0 :].partition(" ")
    if rest and (first.rstrip(".):").replace(".", "").isdecimal() or _LETTERED.fullmatch(first)):
        return _trimmed(rest)
    return text
