"""``when``: field and facet values that a node must have, compiled into a predicate and checked at load."""

from __future__ import annotations

import re
from collections.abc import Callable

from advancelint.cards.fields import Fields
from advancelint.cards.keys import JOINERS, OPERATORS
from advancelint.cards.patterns import MATCHED_LENGTH, PatternError, compile_pattern
from advancelint.cards.shapes import names
from advancelint.errors import hint
from advancelint.mapping import Scalar, Sequence
from advancelint.mapping import Value as Written
from advancelint.nodes import TEXTS, VOCABULARY, FieldType, text_asked
from advancelint.rule import Node, Predicate, Value

Test = Callable[[Value], bool]
_LINE_END = re.compile(r"\r\n?|\n")


def compile_when(fields: Fields, value: Written, kind: str, name: str = "when") -> Predicate:
    """Compile a condition on nodes of ``kind``: all its entries must hold. Raises CardError about ``name``."""
    vocabulary = VOCABULARY[kind]
    mapping = fields.mapping(value, f"“{name}” on {kind}", (*vocabulary, "text", *names(JOINERS)))
    if not mapping.entries:
        fields.fail(f"“{name}” must not be empty", value.span)
    return _all_of([_entry(fields, key, item, kind, name) for key, item in mapping.entries])


def _entry(fields: Fields, key: Scalar, value: Written, kind: str, name: str) -> Predicate:
    if key.text == "any":
        return _any_of([compile_when(fields, item, kind, name) for item in fields.sequence(value, "“any”")])
    if key.text == "all":
        return _all_of([compile_when(fields, item, kind, name) for item in fields.sequence(value, "“all”")])
    if key.text == "not":
        return _negated(compile_when(fields, value, kind, name))
    if key.text == "text":
        return _on_text(_test(fields, value, "text", TEXTS[kind]))
    return _on_field(key.text, _test(fields, value, key.text, VOCABULARY[kind][key.text]))


def _test(fields: Fields, value: Written, name: str, field: FieldType) -> Test:
    if isinstance(value, Scalar):
        return _equals(_constant(fields, value, name, field))
    if isinstance(value, Sequence):
        wanted = {_constant(fields, item, name, field) for item in fields.sequence(value, f"“{name}”")}
        return lambda found: found in wanted
    mapping = fields.mapping(value, f"the condition on “{name}”", names(OPERATORS))
    if not mapping.entries:
        fields.fail(f"the condition on “{name}” must not be empty", value.span)
    tests = [_operator(fields, key, item, name, field) for key, item in mapping.entries]
    return lambda found: all(test(found) for test in tests)


def _operator(fields: Fields, key: Scalar, value: Written, name: str, field: FieldType) -> Test:
    if key.text == "matches":
        return _matches(fields, value, name, field)
    if key.text in ("at_least", "at_most"):
        return _bound(fields, key, value, name, field)
    if key.text == "not":
        unwanted = _test(fields, value, name, field)
        return lambda found: not unwanted(found)
    tests = [_test(fields, item, name, field) for item in fields.sequence(value, f"“{key.text}”")]
    join = any if key.text == "any" else all
    return lambda found: join(test(found) for test in tests)


def _bound(fields: Fields, key: Scalar, value: Written, name: str, field: FieldType) -> Test:
    if field.type != "number":
        fields.fail(f"“{key.text}” needs a number, and “{name}” is none", key.span)
    bound = fields.number(value, f"“{key.text}”")
    if key.text == "at_least":
        return lambda found: int(found) >= bound
    return lambda found: int(found) <= bound


def _matches(fields: Fields, value: Written, name: str, field: FieldType) -> Test:
    if field.type not in ("words", "lines", "choice"):
        fields.fail(f"“matches” needs words, and “{name}” is a {field.type}", value.span)
    pattern = _pattern(fields, value)
    if field.type == "lines":
        return lambda found: any(pattern.search(line[:MATCHED_LENGTH]) for line in _LINE_END.split(str(found)))
    return lambda found: pattern.search(str(found)[:MATCHED_LENGTH]) is not None


def _pattern(fields: Fields, value: Written) -> re.Pattern[str]:
    text = fields.words(value, "“matches”")
    try:
        return compile_pattern(text)
    except PatternError as error:
        # The offset inside a quoted or folded scalar is not known; a plain one begins at its span.
        written = fields.source.text[value.span.start : value.span.end]
        shift = error.offset if written == text else 0
        fields.fail(error.message, value.span._replace(start=value.span.start + shift))


def _constant(fields: Fields, value: Written, name: str, field: FieldType) -> Value:
    if field.type == "number":
        return fields.number(value, f"“{name}”")
    if field.type == "flag":
        return fields.choice(value, f"“{name}”", ("true", "false")) == "true"
    text = fields.words(value, f"“{name}”")
    if field.choices and text not in field.choices:
        fields.fail(f"“{name}” is never “{text}”", value.span, hint(text, field.choices))
    return text


def _equals(wanted: Value) -> Test:
    return lambda found: found == wanted


def _on_field(name: str, test: Test) -> Predicate:
    return lambda node: test(node.values[name])


def _on_text(test: Test) -> Predicate:
    return lambda node: test(text_asked(node))


def _negated(test: Predicate) -> Predicate:
    return lambda node: not test(node)


def _all_of(tests: list[Predicate]) -> Predicate:
    def all_hold(node: Node) -> bool:
        for test in tests:  # noqa: SIM110 - asked of every node by every rule, and `all` takes twice the time
            if not test(node):
                return False
        return True

    return tests[0] if len(tests) == 1 else all_hold


def _any_of(tests: list[Predicate]) -> Predicate:
    return lambda node: any(test(node) for test in tests)
