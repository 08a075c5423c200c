"""``schema``: a JSON Schema (draft 2020-12) that the published form of a node has to satisfy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from advancelint.cards.fields import Fields
from advancelint.cards.patterns import MATCHED_LENGTH, compile_pattern
from advancelint.cards.phrases import MOST_FINDINGS
from advancelint.cards.schema_reads import FORMATS, reads_of
from advancelint.cards.schema_texts import resolver
from advancelint.cards.schema_words import Error, Path, Problem, dotted, joined, problems_of
from advancelint.mapping import Value, resolved
from advancelint.nodes.forms import FRONT, Form, Forms
from advancelint.rule import Find, Finding, Node
from advancelint.source import NOWHERE, Span


def compile_schema(fields: Fields, value: Value, kind: str, at: str) -> Find:
    """Compile the schema ``value`` on nodes of ``kind``; ``at`` is the spot for what has no line. Raises CardError.

    Each place of a node gets one finding, which tells all that is wrong there: what stands on two lines is mended, and
    suppressed, on two lines.
    """
    names = reads_of(fields, value, kind).fields
    schema = resolved(value)
    validator = _validator_class()(schema, format_checker=_formats())
    front = resolver(schema, FRONT)
    forms: list[Forms] = []  # those of the plan that was looked at last

    def find(node: Node) -> Iterator[Finding]:
        if not (forms and forms[0].is_of(node)):
            forms[:] = [Forms(node.plan, node.written, front)]
        form = forms[0].form(node, names)
        spot = node.spots.get(at)
        home = (spot.span if spot else NOWHERE) or node.span
        problems: dict[Span, list[Problem]] = {}
        for error in validator.iter_errors(form.value):
            for one in problems_of(error):
                problems.setdefault(_span(one.path, form, forms[0], home), []).append(one)
        for span, found in sorted(problems.items(), key=lambda pair: pair[0])[:MOST_FINDINGS]:
            line = forms[0].source.place(span.start).line
            where = dotted(found[0].path) or node.kind.replace("_", " ")
            facts = {"problem": joined([one.words for one in found]), "where": where, "place": f"line {line}"}
            yield Finding(span, facts)

    return find


def _span(path: Path, form: Form, forms: Forms, home: Span) -> Span:
    """Return the words of what is at ``path``: those of the innermost entry that tells its line, else ``home``."""
    for end in range(len(path), 0, -1):
        if span := form.places.get(path[:end]):
            written = forms.source.text[span.start : span.end]
            return Span(span.start, span.start + max(len(written.rstrip()), 1))
        held: Any = form.value
        for part in path[:end]:
            held = held[part]
        if isinstance(held, dict) and isinstance(held.get("line"), int):
            return _words_of(held, forms)
    return home


def _words_of(entry: dict[str, Any], forms: Forms) -> Span:
    line = forms.source.line_span(entry["line"])
    if "column" in entry and "text" in entry:
        start = line.start + entry["column"] - 1
        return Span(start, start + len(entry["text"]))
    text = forms.source.text[line.start : line.end]
    start = line.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


@cache
def _formats() -> Any:
    from jsonschema import FormatChecker

    return FormatChecker(FORMATS)


@cache
def _validator_class() -> Any:
    """Return the validator of the draft, with the few keywords that have to be otherwise here.

    What a plan does not state is null in its published form, so `required` takes null for missing. Expressions are
    matched as in `when`, and lists are compared in one pass, so that no plan makes a rule slow.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    own = {
        "required": _required,
        "dependentRequired": _dependent_required,
        "pattern": _pattern,
        "uniqueItems": _unique_items,
    }
    return extend(Draft202012Validator, own)  # type: ignore[no-untyped-call] # the library's stubs leave it untyped


def _missing(name: str) -> Error:
    from jsonschema import ValidationError

    return ValidationError(name)


def _required(validator: Any, names: Any, instance: Any, schema: Any) -> Iterator[Error]:
    del validator, schema
    if isinstance(instance, dict):
        yield from (_missing(name) for name in names if instance.get(name) is None)


def _dependent_required(validator: Any, names: Any, instance: Any, schema: Any) -> Iterator[Error]:
    if isinstance(instance, dict):
        for name, wanted in names.items():
            if instance.get(name) is not None:
                yield from _required(validator, wanted, instance, schema)


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[Error]:
    del validator, schema
    if isinstance(instance, str) and not compile_pattern(pattern).search(instance[:MATCHED_LENGTH]):
        yield _missing("")


def _unique_items(validator: Any, wanted: Any, instance: Any, schema: Any) -> Iterator[Error]:
    import json

    del validator, schema
    if wanted and isinstance(instance, list):
        seen = {json.dumps(item, sort_keys=True) for item in instance}
        if len(seen) < len(instance):
            yield _missing("")
