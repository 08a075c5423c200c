"""``phrases``: words that must not occur, or must, found in one pass over a node's text whatever their number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, islice

from advancelint.cards.fields import Fields
from advancelint.cards.keys import PHRASE, PHRASES
from advancelint.cards.shapes import names
from advancelint.cards.wording import WORD, Stretch, Table, Word, normal, read_expression
from advancelint.expressions import expression
from advancelint.mapping import Mapping, Scalar, Sequence, Value
from advancelint.nodes import WHOLE
from advancelint.records import NamedTuple
from advancelint.rule import Find, Finding, Node
from advancelint.source import NOWHERE, Passage, Span

MOST_FINDINGS = 1_000
# Of a plan and a document the whole text is looked at; an expression does not reach over a blank line of it.
_PARAGRAPH = expression(r"[^\r\n]+(?:(?:\r\n?|\n)[^\r\n]+)*")


class _Phrases(NamedTuple):
    """What a card says: ``never`` keeps replacements; ``wanted`` names the needed ones as written."""

    never: Table
    needs: Table
    spared: Table
    wanted: str
    at: str


def compile_phrases(fields: Fields, value: Value, at: str = "text") -> Find:
    """Compile ``phrases``: a list of what must not occur, or a mapping of never, needs and except. Raises CardError.

    An item is words, or under ``never`` a mapping of ``phrase`` and ``replacement``. ``at`` is the spot of a finding
    that something needed is missing.
    """
    never, needs, spared = Table.empty(), Table.empty(), Table.empty()
    if not isinstance(value, Mapping):
        for item in fields.sequence(value, "“phrases”"):
            _add(fields, item, never, replaced=True)
        return _finder(_Phrases(never, needs, spared, "", at))
    mapping = fields.mapping(value, "“phrases”", names(PHRASES))
    if mapping.get("never") is None and mapping.get("needs") is None:
        fields.fail("“phrases” says neither “never” nor “needs”", value.span)
    for item in _items(fields, mapping, "never"):
        _add(fields, item, never, replaced=True)
    wanted = [f"“{_add(fields, item, needs, replaced=False)}”" for item in _items(fields, mapping, "needs")]
    for item in _items(fields, mapping, "except"):
        _add_spared(fields, item, never, spared)
    last = f"{', '.join(wanted[:-1])} or {wanted[-1]}" if len(wanted) > 1 else "".join(wanted)
    return _finder(_Phrases(never, needs, spared, last, at))


def _items(fields: Fields, mapping: Mapping, key: str) -> tuple[Value, ...]:
    value = mapping.get(key)
    if value is None:
        return ()
    # One phrase alone needs no list.
    return (value,) if isinstance(value, Scalar) else fields.sequence(value, f"“{key}”")


def _add(fields: Fields, item: Value, table: Table, *, replaced: bool) -> str:
    """Add one item to ``table`` and return its words as written."""
    words, replacement = item, ""
    if isinstance(item, Mapping):
        if not replaced:
            fields.fail("only what must not occur has a replacement; write the words alone", item.span)
        mapping = fields.mapping(item, "a phrase", names(PHRASE))
        words = fields.required(mapping, "phrase", "the item")
        replacement = fields.optional_words(mapping, "replacement")
    expression, written = _expression(fields, words)
    if not table.add(expression, replacement):
        fields.fail(f"the phrase “{written}” stands here twice", item.span)
    return written


def _add_spared(fields: Fields, item: Value, never: Table, spared: Table) -> None:
    """Add an exception, which has to hold something that must not occur: otherwise it would never count."""
    expression, written = _expression(fields, item)
    words = [word.text for word in expression]
    exact = not any(word.open for word in expression)
    if exact and not any(never.longest(words, index, possessive=True) for index in range(len(words))):
        fields.fail(f"“{written}” is no exception: it holds nothing that “never” names", item.span)
    if not spared.add(expression, ""):
        fields.fail(f"the phrase “{written}” stands here twice", item.span)


def _expression(fields: Fields, value: Value) -> tuple[tuple[Word, ...], str]:
    if isinstance(value, Sequence):
        fields.fail("a phrase must be text", value.span, "Write its words without brackets.")
    written = " ".join(fields.words(value, "a phrase").split())
    expression, wrong = read_expression(written)
    if wrong:
        fields.fail(wrong, value.span)
    return expression, written


def _finder(phrases: _Phrases) -> Find:
    # A text can hold a forbidden word any number of times; nobody reads more than so many findings.
    return lambda node: islice(_find(node, phrases), MOST_FINDINGS)


def _find(node: Node, phrases: _Phrases) -> Iterator[Finding]:
    met = False
    for passage in _passages(node):
        matches = list(WORD.finditer(passage.text))
        words = [normal(match.group()) for match in matches]
        met = met or any(phrases.needs.longest(words, index) for index in range(len(words)) if phrases.wanted)
        for stretch in _forbidden(words, phrases):
            found = Span(matches[stretch.first].start(), matches[stretch.end - 1].end())
            said = passage.text[found.start : found.end]
            facts = {"phrase": said, "replacement": stretch.kept, "problem": f"“{' '.join(said.split())}” is said"}
            yield Finding(passage.source_span(found), facts)
    if phrases.wanted and not met:
        spot = node.spots.get(phrases.at)
        facts = {"wanted": phrases.wanted, "problem": f"nothing says {phrases.wanted}"}
        yield Finding((spot.span if spot else NOWHERE) or node.span, facts)


def _passages(node: Node) -> Iterator[Passage]:
    if node.kind not in WHOLE:
        yield node.passage
        return
    for match in _PARAGRAPH.finditer(node.written):
        yield Passage.plain(match.group(), match.start())


def _forbidden(words: list[str], phrases: _Phrases) -> Iterator[Stretch]:
    """Yield what must not occur, the longest at each place, unless it stands inside an exception."""
    reach = _reach(words, phrases.spared)
    index = 0
    while index < len(words):
        found = phrases.never.longest(words, index)
        if found is None or found.end <= reach[index]:
            index += 1
            continue
        yield found
        index = found.end


def _reach(words: list[str], spared: Table) -> list[int]:
    """Return, for each word, the end of the exception that began at it or before and goes furthest; 0 without one."""
    if not (spared.words or spared.stems):
        return [0] * len(words)
    ends = (spared.longest(words, index, possessive=True) for index in range(len(words)))
    return list(accumulate((found.end if found else 0 for found in ends), max))
