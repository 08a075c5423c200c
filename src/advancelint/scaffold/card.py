"""The text of a new rule card, and of the Python file of one that is a check."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from advancelint.expressions import expression
from advancelint.records import NamedTuple
from advancelint.scaffold.starter import Starter, Wording, checked, phrased
from advancelint.scaffold.starters import STARTERS

_PLAIN = expression(r"[A-Za-z(][A-Za-z0-9 ().'/-]*[A-Za-z0-9.)]")
_LIKE_VALUES = expression(r"(?i)y|n|yes|no|on|off|true|false|null|none")

_ASKED = {
    "when": "values that it must have, all of them; docs/rules/fields.md lists what can be asked",
    "schema": "a JSON Schema of what “advancelint inspect --format json” shows of it; the rule finds what breaks it",
}


class NewCard(NamedTuple):
    """What a new card is to say: ``kind`` is one of `KINDS`, ``condition`` one of `CONDITIONS`.

    ``name`` and ``summary`` are "" for those that fit the kind and the condition.
    """

    code: str
    kind: str
    condition: str
    severity: str = "warning"
    name: str = ""
    summary: str = ""

    @property
    def wording(self) -> Wording:
        """What the rule says, with the name and the summary that were given."""
        starter = STARTERS[self.kind]
        made = {"phrases": phrased, "check": checked}.get(self.condition, lambda one: one.told)(starter)
        if self.condition == "schema":
            made = made._replace(message="{problem}")
        return made._replace(name=self.name or made.name, summary=self.summary or made.summary)

    @property
    def file(self) -> str:
        """What the card's file has to be called."""
        return f"{self.code}-{self.wording.name}.yaml"

    @property
    def check_file(self) -> str:
        """What the Python file beside it is called, "" where it needs none."""
        return f"{self.code.lower()}_{self.wording.name.replace('-', '_')}.py" if self.condition == "check" else ""


def card(new: NewCard, modeline: str) -> str:
    """Return the text of the card; ``modeline`` is its first line, which tells an editor the schema, "" for none."""
    return "".join(f"{line}\n" for line in _card(new, modeline))


def _card(new: NewCard, modeline: str) -> Iterator[str]:
    starter, says = STARTERS[new.kind], new.wording
    if modeline:
        yield modeline
    yield "# A rule of your own. It works as it stands: change the condition, the sentences and the examples."
    yield f"code: {new.code}  # the code and the name are also the name of this file"
    yield f"name: {says.name}"
    yield f"summary: {_scalar(says.summary)}"
    family = new.code.rstrip("0123456789").lower()
    yield f"family: {family}  # any word, by which --select and --ignore choose all rules of a family"
    yield f"severity: {new.severity}  # an error fails a check; a warning or an info is only told"
    yield f"on: {new.kind}  # what it looks at: {', '.join(STARTERS)}"
    yield from _condition(new, starter)
    yield f"message: {_quoted(says.message)}  # what stands in the plan comes in braces"
    yield "why: Say here why it matters, in half a sentence, so that nobody has to ask."
    yield f"instead: {_quoted(says.instead)}"
    yield "# The tests of the rule: two of each or more. “at” is where the underlined words begin."
    yield "examples:"
    yield "  flagged:"
    marked = starter.phrases if new.condition == "phrases" else starter.begins
    for words, at in zip(starter.flagged, marked, strict=True):
        # The phrase is underlined as the plan writes it.
        yield from _example(starter, words, _as_written(starter, words, at))
    yield "  clean:"
    for words in starter.clean:
        yield from _example(starter, words, "")


def _condition(new: NewCard, starter: Starter) -> Iterator[str]:
    if new.condition == "phrases":
        yield "phrases:  # words that must not occur, in capitals or not; “best pric*” would stand for any ending"
        yield from (f"  - {_scalar(phrase)}" for phrase in starter.phrases)
    elif new.condition == "check":
        yield f"check: {new.check_file}:find  # a function in the file beside this card; see there"
    else:
        yield f"{new.condition}:  # {_ASKED[new.condition]}"
        yield from (f"  {line}" for line in (starter.when if new.condition == "when" else starter.schema))
        yield "at: text  # what is underlined"


def _as_written(starter: Starter, words: tuple[str, ...], at: str) -> str:
    found = re.search(re.escape(at), _document(starter, words), re.IGNORECASE)
    return found.group() if found else at


def _document(starter: Starter, words: tuple[str, ...]) -> str:
    return starter.frame.format(*words) if starter.frame else words[0]


def _example(starter: Starter, words: tuple[str, ...], at: str) -> Iterator[str]:
    document = _document(starter, words)
    if not starter.frame:
        yield f"    - text: {_scalar(document)}"
    else:
        yield "    - plan: |"
        yield from (f"        {line}".rstrip() for line in document.splitlines())
    if at:
        yield f"      at: {_scalar(at)}"


def _scalar(words: str) -> str:
    """Return ``words`` as YAML, in quotes where they could be taken for something else."""
    return words if _PLAIN.fullmatch(words) and not _LIKE_VALUES.fullmatch(words) else _quoted(words)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def check_text(new: NewCard) -> str:
    """Return the Python of the check that the card names."""
    starter = STARTERS[new.kind]
    return f'''\
"""The check of {new.code}: {new.wording.summary}"""

from advancelint.api import Finding

LONGEST = {starter.longest}


def find(node):
    """Yield a finding where the {starter.noun} has too many words.

    A node has `text`, `values` (the fields), `spots` (words with their places), `span` (its own place) and `plan`.
    """
    if len(node.text.split()) > LONGEST:
        yield Finding(node.span, {{}})
'''
